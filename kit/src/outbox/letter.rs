//! Letters by mail.

use serde::{Deserialize, Serialize};

use super::{Sending, send};
use crate::{Fault, Site, db::Tx};

/// A letter in plain text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// The receiver's address, with or without a name: `李华 <li@example.cn>`.
    pub to: String,
    /// What it is about.
    pub subject: String,
    /// What it says.
    pub text: String,
}

/// Writes a letter in the transaction that causes it; it is sent after the commit. Whether it will be: without a mail server in the
/// settings nothing is written, and the caller must reach the person otherwise.
///
/// # Errors
/// When the database refuses.
pub async fn post(tx: &mut Tx, site: &Site, letter: &Letter) -> Result<bool, Fault> {
    if site.config().mail.is_none() {
        return Ok(false);
    }
    let payload = serde_json::to_string(letter)?;
    send::write(tx, site, site.new_id::<Sending>(), "mail", &letter.to, payload).await.map(|()| true)
}
