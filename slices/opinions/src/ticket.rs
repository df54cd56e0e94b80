//! The ticket of a form: signed when the form is opened, taken once, some seconds later. No picture puzzle and no script: a person
//! does not notice the wait, and whoever floods pays it for each.

use kernel::{Moment, Refused};
use kit::{
    Problem, Site,
    web::{Errors, Wrong},
};
use opinions_rules::{TRACKING_BYTES, Tracking, waited};
use subtle::ConstantTimeEq;

use crate::keys::{self, CodeKey};

/// A ticket as a form carries it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    text: String,
    tracking: Tracking,
}

impl Ticket {
    /// A ticket opened now.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn open(site: &Site) -> Result<Self, Problem> {
        let key = keys::newest(site).await?;
        let nonce = u64::from_be_bytes(site.chance::<8>());
        Self::of(&key, site.now(), nonce)
    }

    /// Reads what a form carried.
    ///
    /// # Errors
    /// Beside `ticket`, when it was made by nobody here; when it was opened only now, or long ago.
    pub async fn read(site: &Site, text: &str) -> Result<Self, Problem> {
        let wrong = || Errors::one("ticket", Wrong::new("opinions-wrong-ticket"));
        let (n, opened, nonce) = parts(text).ok_or_else(wrong)?;
        let key = keys::of(&mut site.db(), n).await?.ok_or_else(wrong)?;
        let right = Self::of(&key, opened, nonce)?;
        if !bool::from(right.text.as_bytes().ct_eq(text.as_bytes())) {
            return Err(wrong().into());
        }
        waited(opened, site.now()).map_err(Refused::from).map_err(|refused| {
            let Refused { key, values, .. } = refused;
            Errors::one("ticket", Wrong { key, values })
        })?;
        Ok(right)
    }

    fn of(key: &CodeKey, opened: Moment, nonce: u64) -> Result<Self, Problem> {
        let said = format!("{}.{}.{nonce:016x}", key.n, opened.millis());
        let sign = key.sign("ticket", said.as_bytes())?;
        let sign = sign.iter().take(12).fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
        let chance = key.sign("tracking", said.as_bytes())?;
        let mut bytes = [0; TRACKING_BYTES];
        bytes.iter_mut().zip(chance).for_each(|(place, byte)| *place = byte);
        Ok(Self { text: format!("{said}.{sign}"), tracking: Tracking::new(bytes) })
    }

    /// The ticket as the form carries it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The tracking code of what is handed in with it: the same however often the form is sent.
    pub(crate) const fn tracking(&self) -> &Tracking {
        &self.tracking
    }
}

fn parts(text: &str) -> Option<(u16, Moment, u64)> {
    let text = text.get(..100).unwrap_or(text);
    let mut parts = text.split('.');
    let (n, opened, nonce) = (parts.next()?, parts.next()?, parts.next()?);
    let nonce = u64::from_str_radix(nonce, 16).ok()?;
    Some((n.parse().ok()?, Moment::from_millis(opened.parse().ok()?), nonce))
}
