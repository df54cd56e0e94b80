//! Sessions: a random token in a cookie, only its SHA-256 in the database; listed and revocable.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, header},
    middleware::Next,
    response::Response,
};
use axum_extra::extract::CookieJar;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use kernel::{AccountId, Id, Moment, PersonId};
use sha2::{Digest, Sha256};

use crate::{
    Fault, Site,
    db::{Db, Sql, Tx},
    row,
};

/// Marks identities of sessions.
pub enum VisitMark {}
/// Names one session.
pub type VisitId = Id<VisitMark>;

/// A session nobody used for so long is over: twelve hours.
const IDLE: i64 = 12 * 3_600_000;
/// A session ends after so long, used or not: seven days.
const LIFE: i64 = 7 * 86_400_000;
/// How seldom the last use is written down: five minutes.
const SEEN_EVERY: i64 = 300_000;

row! {
    /// A session in force.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Visit {
        /// Its identity, for lists.
        pub id: VisitId,
        /// Whose it is.
        pub account: Option<AccountId>,
        /// For whom this person acts now (代录).
        pub acting_for: Option<PersonId>,
        /// When it began.
        pub started: Moment,
        /// When it was last used, to within five minutes.
        pub seen: Moment,
        /// When it ends at the latest.
        pub ends: Moment,
        /// What the browser calls itself, shortened.
        pub device: String,
        /// Where it was opened from.
        pub address: String,
        /// When the second factor or the password was last given, for steps that ask again.
        pub confirmed: Option<Moment>,
    }
}

/// The random value to which forms are bound. A browser is given one with the first page that has such a form: who only reads carries
/// nothing of ours.
#[derive(Clone, Debug)]
pub struct Seed {
    /// The value.
    pub value: String,
    /// Whether a form bound to it was shown in this answer.
    pub bound: Arc<AtomicBool>,
}

/// The hash of the session's token, to bind forms to it.
#[derive(Clone, Debug)]
pub struct VisitKey(pub String);

/// Base64 without padding, fit for addresses and cookies.
#[must_use]
pub fn base64(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// What is kept of a secret that we hand out once: its SHA-256.
#[must_use]
pub fn kept(secret: &str) -> String {
    base64(&Sha256::digest(secret))
}

fn cookie_name(site: &Site) -> &'static str {
    if site.config().is_secure() { "__Host-visit" } else { "visit" }
}

/// Opens a session in the caller's transaction; the answer is the cookie to set.
pub async fn open(
    tx: &mut Tx,
    site: &Site,
    account: AccountId,
    headers: &HeaderMap,
    address: &str,
) -> Result<HeaderValue, Fault> {
    let token = base64(&site.chance::<32>());
    let now = site.now();
    let id: VisitId = site.new_id();
    let sql =
        Sql::new("insert into visit (token, id, account, started, seen, ends, device, address, confirmed) values ")
            .list([
                kept(&token).into(),
                id.into(),
                account.into(),
                now.into(),
                now.into(),
                now.plus_millis(LIFE).into(),
                device(headers).into(),
                crate::db::Val::from(address),
                now.into(),
            ]);
    tx.run(sql).await?;
    cookie(cookie_name(site), &token, LIFE / 1000, site.config().is_secure())
}

/// The cookie that ends a session in the browser.
///
/// # Errors
/// Never with the names we use.
pub fn farewell(site: &Site) -> Result<HeaderValue, Fault> {
    cookie(cookie_name(site), "", 0, site.config().is_secure())
}

fn cookie(name: &str, value: &str, seconds: i64, secure: bool) -> Result<HeaderValue, Fault> {
    let secure = if secure { "; Secure" } else { "" };
    HeaderValue::from_str(&format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}"))
        .map_err(|e| Fault::caused("a cookie could not be written", e))
}

fn device(headers: &HeaderMap) -> String {
    let agent = headers.get(header::USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or("");
    agent.chars().filter(|c| !c.is_control()).take(200).collect()
}

/// The sessions of an account that are in force, last used first.
pub async fn list(db: &Db, account: AccountId, now: Moment) -> Result<Vec<Visit>, Fault> {
    let sql = Sql::new(
        "select id, account, acting_for, started, seen, ends, device, address, confirmed from visit where account = {}",
    )
    .bind(account)
    .add(" and ends > {}")
    .bind(now)
    .add(" and seen > {} order by seen desc, id")
    .bind(now.plus_millis(-IDLE));
    db.all(sql).await
}

/// Ends one session of an account; says whether there was one.
pub async fn close(tx: &mut Tx, account: AccountId, id: VisitId) -> Result<bool, Fault> {
    let sql = Sql::new("delete from visit where id = {}").bind(id).add(" and account = {}").bind(account);
    Ok(tx.run(sql).await? == 1)
}

/// Ends all sessions of an account but one; says how many.
pub async fn close_others(tx: &mut Tx, account: AccountId, keep: Option<VisitId>) -> Result<u64, Fault> {
    let sql = Sql::new("delete from visit where account = {}").bind(account);
    tx.run(match keep {
        Some(id) => sql.add(" and id <> {}").bind(id),
        None => sql,
    })
    .await
}

/// Notes for whom the session acts from now on, or that it acts for nobody.
pub async fn act_for(tx: &mut Tx, id: VisitId, deputy: Option<PersonId>) -> Result<(), Fault> {
    tx.run(Sql::new("update visit set acting_for = {}").bind(deputy).add(" where id = {}").bind(id)).await?;
    Ok(())
}

/// Notes that the password or second factor was just given again.
pub async fn confirm(tx: &mut Tx, id: VisitId, now: Moment) -> Result<(), Fault> {
    tx.run(Sql::new("update visit set confirmed = {}").bind(now).add(" where id = {}").bind(id)).await?;
    Ok(())
}

/// Removes sessions that are over.
pub async fn sweep(db: &Db, now: Moment) -> Result<u64, Fault> {
    let mut tx = db.begin().await?;
    let sql =
        Sql::new("delete from visit where ends <= {}").bind(now).add(" or seen <= {}").bind(now.plus_millis(-IDLE));
    let gone = tx.run(sql).await?;
    tx.commit().await?;
    Ok(gone)
}

async fn find(site: &Site, token: &str) -> Result<Option<Visit>, Fault> {
    let now = site.now();
    let sql = Sql::new(
        "select id, account, acting_for, started, seen, ends, device, address, confirmed from visit where token = {}",
    )
    .bind(kept(token))
    .add(" and ends > {}")
    .bind(now)
    .add(" and seen > {}")
    .bind(now.plus_millis(-IDLE));
    let visit: Option<Visit> = site.db().one(sql).await?;
    if let Some(visit) = &visit
        && now.millis() - visit.seen.millis() > SEEN_EVERY
    {
        let mut tx = site.db().begin().await?;
        tx.run(Sql::new("update visit set seen = {}").bind(now).add(" where id = {}").bind(visit.id)).await?;
        tx.commit().await?;
    }
    Ok(visit)
}

/// Finds the visitor's session, and sees that every browser that was shown a form carries a seed.
pub async fn layer(State(site): State<Site>, jar: CookieJar, mut request: Request, next: Next) -> Response {
    let secure = site.config().is_secure();
    let name = if secure { "__Host-seed" } else { "seed" };
    let old = jar.get(name).map(|c| c.value().to_owned()).filter(|v| v.len() == 22);
    let fresh = old.is_none();
    let seed = old.unwrap_or_else(|| base64(&site.chance::<16>()));
    if let Some(token) = jar.get(cookie_name(&site)).map(|c| c.value().to_owned()).filter(|v| !v.is_empty()) {
        match find(&site, &token).await {
            Ok(Some(visit)) => {
                request.extensions_mut().insert(visit);
                request.extensions_mut().insert(VisitKey(kept(&token)));
            }
            Ok(None) => {}
            Err(fault) => tracing::error!(%fault, "a session could not be looked up"),
        }
    }
    let bound = Arc::new(AtomicBool::new(false));
    request.extensions_mut().insert(Seed { value: seed.clone(), bound: bound.clone() });
    let machine = request.uri().path().starts_with("/api/") || request.uri().path().starts_with("/assets/");
    let mut response = next.run(request).await;
    // A program that signs in gets one too: the token for its writes is bound to it.
    let shown = !machine && bound.load(Ordering::Relaxed);
    let wants = fresh && (shown || response.headers().contains_key(header::SET_COOKIE));
    if wants && let Ok(cookie) = cookie(name, &seed, 31_536_000, secure) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}
