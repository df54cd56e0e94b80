//! The other end: the address a request came from and the mark of the device, if it has signed in before.

use std::net::IpAddr;

use axum::http::{HeaderMap, HeaderValue};
use axum_extra::extract::CookieJar;
use kernel::{AccountId, Moment};
use kit::{
    Fault, Site,
    db::{Ask, Sql, Tx},
};

use crate::secret;

/// A device not seen for this long is a stranger again.
pub const DEVICE_MILLIS: i64 = 180 * 24 * 3_600_000;

/// Where an attempt comes from.
#[derive(Clone, Debug, Default)]
pub struct Client {
    /// The address, as far as proxies can be believed.
    pub address: Option<IpAddr>,
    /// The device's mark, as its cookie holds it.
    pub device: Option<String>,
    /// The request's headers, for what the session notes of the browser.
    pub headers: HeaderMap,
}

impl Client {
    /// The network failures are counted by: the address, or the first 64 bits of an IPv6 one, which one household has.
    #[must_use]
    pub fn network(&self) -> String {
        match self.address {
            None => "unknown".to_owned(),
            Some(IpAddr::V4(four)) => four.to_string(),
            Some(IpAddr::V6(six)) => match six.to_ipv4_mapped() {
                Some(four) => four.to_string(),
                None => {
                    let [a, b, c, d, ..] = six.segments();
                    format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
                }
            },
        }
    }
}

/// Whether the device has signed in to this account and been seen lately.
pub async fn known(ask: &mut impl Ask, account: AccountId, client: &Client, now: Moment) -> Result<bool, Fault> {
    let Some(device) = &client.device else { return Ok(false) };
    let sql = Sql::new("select 1 from known_device where hash = {} and account = {} and seen > {}")
        .bind(mark_hash(account, device))
        .bind(account)
        .bind(now.plus_millis(-DEVICE_MILLIS));
    let row: Option<(i64,)> = ask.one(sql).await?;
    Ok(row.is_some())
}

/// Remembers that the device has signed in to this account.
pub async fn remember(tx: &mut Tx, account: AccountId, device: &str, now: Moment) -> Result<(), Fault> {
    let sql = Sql::new("insert into known_device (hash, account, made, seen) values ({}, {}, {}, {}) ")
        .bind(mark_hash(account, device))
        .bind(account)
        .bind(now)
        .bind(now)
        .add("on conflict (hash) do update set seen = excluded.seen");
    tx.run(sql).await.map(|_rows| ())
}

/// Forgets every device of an account, as after a reset.
pub async fn forget_all(tx: &mut Tx, account: AccountId) -> Result<(), Fault> {
    tx.run(Sql::new("delete from known_device where account = {}").bind(account)).await.map(|_rows| ())
}

/// One device, such as a family's or an office's, may be known to several accounts.
fn mark_hash(account: AccountId, device: &str) -> String {
    secret::hash(&format!("device:{account}:{device}"))
}

/// The name of the cookie that marks a device which has signed in before. It opens nothing; it only lets its owner past
/// the waiting that a stranger's guessing has brought about.
fn cookie_name(site: &Site) -> &'static str {
    if site.config().is_secure() { "__Host-device" } else { "device" }
}

/// The device's mark in a request's cookies; one we cannot have made is none.
#[must_use]
pub fn of_request(site: &Site, headers: &HeaderMap) -> Option<String> {
    let jar = CookieJar::from_headers(headers);
    jar.get(cookie_name(site)).map(|cookie| cookie.value().to_owned()).filter(|mark| mark.len() == 43)
}

/// The cookie that marks a device.
///
/// # Errors
/// Never with the marks we make.
pub fn cookie(site: &Site, mark: &str) -> Result<HeaderValue, Fault> {
    let secure = if site.config().is_secure() { "; Secure" } else { "" };
    let seconds = DEVICE_MILLIS / 1000;
    let text = format!("{}={mark}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}", cookie_name(site));
    HeaderValue::from_str(&text).map_err(|error| Fault::caused("a cookie could not be written", error))
}
