//! Keys with which codes and forms are signed: made by the site itself, a new one every year, kept as other secrets are.

use hmac::{Hmac, KeyInit, Mac};
use kernel::Moment;
use kit::{
    Fault, Site,
    db::{Ask, Sql},
    row,
};
use opinions_rules::{Code, SIGN_BITS};
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// After so long a new key signs what is new: 365 days.
const YEAR: i64 = 365 * 86_400_000;
/// Numbers of keys go round after so many years.
const KEYS: i64 = 1024;

row! {
    /// One key.
    pub(crate) struct CodeKey {
        pub(crate) n: i64,
        secret: Vec<u8>,
        made: Moment,
    }
}

impl CodeKey {
    /// 256 bits for one purpose; those of another purpose say nothing of them.
    pub(crate) fn sign(&self, purpose: &str, what: &[u8]) -> Result<[u8; 32], Fault> {
        let mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&self.secret);
        let mut mac = mac.map_err(|error| Fault::caused("table `code_key`, column `secret`", error))?;
        mac.update(purpose.as_bytes());
        mac.update(b"\n");
        mac.update(what);
        Ok(mac.finalize().into_bytes().into())
    }

    /// The code of a number, signed.
    pub(crate) fn code(&self, serial: u64) -> Result<Code, Fault> {
        let signed = self.sign("code", &serial.to_be_bytes())?;
        let first = signed.iter().take(8).fold(0u64, |number, byte| number << 8 | u64::from(*byte));
        Ok(Code::new(u16::try_from(self.n).unwrap_or(0), serial, first >> (64 - SIGN_BITS)))
    }

    /// Whether this key signed the code; in constant time.
    pub(crate) fn signed(&self, code: Code) -> Result<bool, Fault> {
        let right = self.code(code.serial())?;
        Ok(bool::from(right.signature().to_be_bytes().ct_eq(&code.signature().to_be_bytes())))
    }
}

const SELECT: &str = "select n, secret, made from code_key";

/// The key of that number.
pub(crate) async fn of(ask: &mut impl Ask, n: u16) -> Result<Option<CodeKey>, Fault> {
    ask.one(Sql::new(SELECT).add(" where n = {}").bind(n)).await
}

async fn last(site: &Site) -> Result<Option<CodeKey>, Fault> {
    site.db().one(Sql::new(SELECT).add(" order by made desc, n desc limit 1")).await
}

/// The key that signs what is new; made where there is none, or none of this year.
pub(crate) async fn newest(site: &Site) -> Result<CodeKey, Fault> {
    let now = site.now();
    let found = last(site).await?;
    let n = match &found {
        Some(key) if now.millis() - key.made.millis() < YEAR => return found.ok_or_else(missing),
        Some(key) => (key.n + 1) % KEYS,
        None => 0,
    };
    let mut tx = site.db().begin().await?;
    let secret = site.chance::<32>().to_vec();
    let sql = Sql::new("insert into code_key (n, secret, made) values ({}, {}, {}) on conflict (n) do nothing");
    tx.run(sql.bind(n).bind(secret).bind(now)).await?;
    tx.commit().await?;
    last(site).await?.ok_or_else(missing)
}

fn missing() -> Fault {
    Fault::new("table `code_key` holds no key")
}
