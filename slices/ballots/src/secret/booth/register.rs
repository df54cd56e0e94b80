//! A credential is registered without a name.

use axum::{
    Json,
    body::Bytes,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use ballots_rules::secret::{HallStage, token_words};
use ballots_seal::{Credentials, Curve};
use serde::{Deserialize, Serialize};

use super::{Booth, No};
use crate::secret::{
    crypto::{self, BYTES, Checker},
    store::{hall_of_vote, signer},
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    credential: String,
    token: String,
}

/// The same answer for the first time and for every other.
#[derive(Serialize)]
struct Registered {
    run: String,
}

pub async fn register(
    State(booth): State<Booth>,
    Path(vote): Path<String>,
    body: Result<Bytes, axum::extract::rejection::BytesRejection>,
) -> Result<Response, No> {
    let body = body.map_err(|_| No::Unreadable)?;
    let Wanted { credential, token } = serde_json::from_slice(&body).map_err(|_| No::Unreadable)?;
    booth.register(&vote, credential, token).await?;
    Ok(Json(Registered { run: booth.0.run.clone() }).into_response())
}

impl Booth {
    /// Takes a credential with the token that was signed for it; again is harmless.
    ///
    /// # Errors
    /// When none are taken now, or the token is not for it.
    pub async fn register(&self, vote: &str, credential: String, token: String) -> Result<(), No> {
        let _open = self.0.gate.read().await;
        let mut look = self.0.site.db();
        let hall = hall_of_vote(&mut look, vote).await?.ok_or(No::Vote)?.hall;
        if !matches!(hall.stage, HallStage::Collect | HallStage::Freezing) {
            return Err(No::Stage);
        }
        let public = signer(&mut look, vote).await?.and_then(|signing| crypto::read_der(&signing.public));
        let checker = public.as_deref().and_then(Checker::read).ok_or(No::Stage)?;
        Credentials::freeze::<Curve>([credential.clone()]).map_err(|_| No::Credential)?;
        let bytes = crypto::read(&token, BYTES).ok_or(No::Token)?;
        if !checker.holds(&token_words(vote, &credential), &bytes) {
            return Err(No::Token);
        }
        self.registered(|all| all.entry(vote.to_owned()).or_default().insert(credential, token));
        Ok(())
    }
}
