//! Secrets: what is handed out once and kept as a hash, and passwords, whose hash is slow on purpose.

use std::sync::LazyLock;

use accounts_rules::{Code, Password};
use argon2::{
    Argon2,
    password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash},
};
use kit::{Fault, Site, web::session::base64};
use tokio::sync::Semaphore;

/// As many hashings at a time as there are processors: each takes 19 MiB and one whole processor.
static PLACES: LazyLock<Semaphore> =
    LazyLock::new(|| Semaphore::new(std::thread::available_parallelism().map_or(1, usize::from)));

/// What is kept of a secret handed out once: its SHA-256. Enough for what nobody can guess: tokens, codes, marks of devices.
pub use kit::web::session::kept as hash;

/// 256 bits of chance as text for a cookie, an address or a header.
#[must_use]
pub fn token(site: &Site) -> String {
    base64(&site.chance::<32>())
}

/// A one-time code from sixty bits of chance.
#[must_use]
pub fn code(site: &Site) -> Code {
    Code::from_chance(site.chance())
}

/// The hash under which a code is stored; what it is for is hashed with it.
#[must_use]
pub fn code_hash(purpose: &'static str, code: &Code) -> String {
    hash(&format!("{purpose}:{}", code.bare()))
}

/// Argon2id of a password, with a new salt, on a thread where it disturbs nobody.
///
/// # Errors
/// When there is no memory for it.
pub async fn seal(site: &Site, password: Password) -> Result<String, Fault> {
    let salt = site.chance::<16>();
    slowly(move || {
        let sealed: PasswordHash = Argon2::default().hash_password_with_salt(password.reveal().as_bytes(), &salt)?;
        Ok(sealed.to_string())
    })
    .await?
    .map_err(|error: argon2::password_hash::Error| Fault::caused("a password could not be hashed", error))
}

/// Whether a password is the sealed one. Without a sealed one the same work is done in vain, so that nobody learns
/// from the time it takes which accounts exist.
///
/// # Errors
/// When what is stored is no argon2id text.
pub async fn opens(sealed: Option<String>, typed: String) -> Result<bool, Fault> {
    let known = sealed.is_some();
    let sealed = sealed.unwrap_or_else(|| NOBODYS.to_owned());
    let matches = slowly(move || {
        let sealed = PasswordHash::new(&sealed)?;
        Ok(Argon2::default().verify_password(typed.as_bytes(), &sealed).is_ok())
    })
    .await?
    .map_err(|error: argon2::password_hash::phc::Error| {
        Fault::caused("table `account`, column `password` holds no argon2id text", error)
    })?;
    Ok(known && matches)
}

/// Nobody's password: the salt and the output are arbitrary, the work is that of a real one.
const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$bGlhbmx1b2xpYW5sdW8$c2VhbGVkc2VhbGVkc2VhbGVkc2VhbGVkc2VhbGVkc2U";

async fn slowly<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Fault> {
    let _place = PLACES.acquire().await.map_err(|error| Fault::caused("no place to hash a password", error))?;
    tokio::task::spawn_blocking(work).await.map_err(|error| Fault::caused("hashing a password broke off", error))
}
