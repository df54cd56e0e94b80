//! Letters by mail.

use serde::{Deserialize, Serialize};

use super::{Sending, send};
use crate::{Fault, Site, db::Tx};

/// A letter in plain text, and the same as a page where the writer gave one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// The receiver's address, with or without a name: `李华 <li@example.cn>`.
    pub to: String,
    /// What it is about.
    pub subject: String,
    /// What it says.
    pub text: String,
    /// The same in HTML, for programs that would rather show that.
    #[serde(default)]
    pub html: Option<String>,
    /// The address that ends letters of this kind when a mail program posts to it (RFC 8058).
    #[serde(default)]
    pub leave: Option<String>,
}

/// Whether a letter can be sent there: one bare address, `li@example.cn`.
#[must_use]
pub fn is_address(text: &str) -> bool {
    text.len() <= 254 && text.parse::<lettre::Address>().is_ok()
}

/// Writes a letter in the transaction that causes it; it is sent after the commit. Whether it will be: without a mail server in the
/// settings nothing is written, and the caller must reach the person otherwise.
pub async fn post(tx: &mut Tx, site: &Site, letter: &Letter) -> Result<bool, Fault> {
    if site.config().mail.is_none() {
        return Ok(false);
    }
    let payload = serde_json::to_string(letter)?;
    send::write(tx, site, site.new_id::<Sending>(), "mail", &letter.to, payload).await.map(|()| true)
}
