//! Signatures of webhooks as Standard Webhooks describes them: `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64.

use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::Fault;

const PREFIX: &str = "whsec_";

/// A new secret from 24 bytes of chance, as it is shown to the receiver.
#[must_use]
pub fn new_secret(chance: [u8; 24]) -> String {
    format!("{PREFIX}{}", STANDARD.encode(chance))
}

/// The value of `webhook-signature`: one signature per secret, between blanks, so that a receiver may change secrets at its leisure.
///
/// `at` is in whole seconds since 1970.
///
/// # Errors
/// When a secret is not `whsec_` and base64.
pub fn sign(secrets: &str, id: &str, at: i64, body: &str) -> Result<String, Fault> {
    let signatures = secrets.split_whitespace().map(|secret| sign_with(secret, id, at, body));
    Ok(signatures.collect::<Result<Vec<_>, _>>()?.join(" "))
}

fn sign_with(secret: &str, id: &str, at: i64, body: &str) -> Result<String, Fault> {
    let coded = secret.strip_prefix(PREFIX).ok_or_else(|| Fault::new("a webhook secret does not begin with whsec_"))?;
    let key = STANDARD.decode(coded).map_err(|e| Fault::caused("a webhook secret is not base64", e))?;
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&key)
        .map_err(|e| Fault::caused("a webhook secret has no fitting length", e))?;
    mac.update(format!("{id}.{at}.{body}").as_bytes());
    Ok(format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes())))
}
