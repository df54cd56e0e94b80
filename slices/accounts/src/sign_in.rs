//! Signing in: name or telephone and password, then six digits where the owner set them up.

use accounts_rules::SignInRefusal;
use axum::http::HeaderValue;
use kernel::{AccountId, Moment};
use kit::{
    Problem, Site,
    db::{Ask, Sql, Tx},
    web::session,
};

use crate::answer::refused;
use crate::{
    device::{self, Client},
    fact::{Fact, Way},
    gate::Gate,
    secret,
    store::{self, Account, By},
    totp,
};

/// How long the second step may take.
pub const STEP_MILLIS: i64 = 10 * 60_000;

/// What the first step came to.
#[derive(Debug)]
pub enum Entry {
    /// Signed in.
    In(SignedIn),
    /// The password is right; six digits are wanted next, with this token.
    SecondStep(String),
}

/// Somebody who has just proved who they are.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The account.
    pub account: AccountId,
    /// The cookies to set: the session's and the device's.
    pub cookies: [HeaderValue; 2],
}

/// Signs in with a name or telephone number and a password.
///
/// # Errors
/// Refused when they do not match (which of the two, nobody is told), when too many attempts failed from here, when
/// the account is closed or not activated yet.
pub async fn by_password(site: &Site, typed: &str, password: &str, client: &Client) -> Result<Entry, Problem> {
    let now = site.now();
    let mut tx = site.db().begin().await?;
    let account = store::by_typed(&mut tx, typed).await?;
    let known = match &account {
        Some(account) => device::known(&mut tx, account.id, client, now).await?,
        None => false,
    };
    let id = account.as_ref().map(|account| account.id);
    let gate = Gate::of("password", id, &store::sign_in_name(typed), client, known);
    gate.charge(&mut tx, now).await?.map_err(refused)?;
    tx.commit().await?;

    let sealed = account.as_ref().and_then(|account| account.password.clone());
    let fits = secret::opens(sealed, password.to_owned()).await?;
    let account = account.filter(|_| fits).ok_or(SignInRefusal::Wrong).map_err(refused)?;
    if account.closed.is_some() {
        return Err(refused(SignInRefusal::Closed));
    }
    enter(site, &account, &gate, client).await
}

/// The password fits: ends the attempt, or begins the second step.
async fn enter(site: &Site, account: &Account, gate: &Gate, client: &Client) -> Result<Entry, Problem> {
    let mut tx = site.db().begin().await?;
    gate.pay_back(&mut tx).await?;
    let entry = onward(&mut tx, site, account, client, Way::Password).await?;
    tx.commit().await?;
    Ok(entry)
}

/// Lets the owner of a password in, or asks for six digits first where they are set up.
///
/// # Errors
/// When the database refuses.
pub async fn onward(tx: &mut Tx, site: &Site, account: &Account, client: &Client, by: Way) -> Result<Entry, Problem> {
    if !totp::wanted(tx, account.id).await? {
        return Ok(Entry::In(admit(tx, site, account, client, by).await?));
    }
    let step = secret::token(site);
    let sql = Sql::new("insert into sign_in_step (hash, kind, account, expires) values ({}, 'totp', {}, {})")
        .bind(secret::hash(&step))
        .bind(account.id)
        .bind(site.now().plus_millis(STEP_MILLIS));
    tx.run(sql).await?;
    Ok(Entry::SecondStep(step))
}

/// Ends the second step with six digits, or with a recovery code.
///
/// # Errors
/// Refused when the step is unknown or out of date, or the digits are wrong or were used before.
pub async fn by_totp(site: &Site, step: &str, typed: &str, client: &Client) -> Result<SignedIn, Problem> {
    let now = site.now();
    let mut tx = site.db().begin().await?;
    let account = step_account(&mut tx, step, now).await?;
    let known = device::known(&mut tx, account.id, client, now).await?;
    let gate = Gate::of("totp", Some(account.id), "", client, known);
    if let Err(wait) = gate.charge(&mut tx, now).await? {
        return Err(refused(wait));
    }
    if !totp::accepts(&mut tx, &account, typed, now).await? {
        tx.commit().await?; // the failure is kept
        return Err(refused(SignInRefusal::TotpWrong));
    }
    gate.pay_back(&mut tx).await?;
    tx.run(Sql::new("delete from sign_in_step where hash = {}").bind(secret::hash(step))).await?;
    let entered = admit(&mut tx, site, &account, client, Way::PasswordAndTotp).await?;
    tx.commit().await?;
    Ok(entered)
}

async fn step_account(ask: &mut impl Ask, step: &str, now: Moment) -> Result<Account, Problem> {
    let sql = Sql::new("select account from sign_in_step where kind = 'totp' and hash = {} and expires > {}");
    let found: Option<(AccountId,)> = ask.one(sql.bind(secret::hash(step)).bind(now)).await?;
    let (id,) = found.ok_or(SignInRefusal::StepExpired).map_err(refused)?;
    let account = store::by_id(ask, id).await?.filter(|account| account.closed.is_none());
    account.ok_or(SignInRefusal::Closed).map_err(refused)
}

/// Lets somebody in who has proved who they are, by whatever way: opens the session, remembers the device, records the fact.
///
/// # Errors
/// When the database refuses.
pub async fn admit(tx: &mut Tx, site: &Site, account: &Account, client: &Client, by: Way) -> Result<SignedIn, Problem> {
    let now = site.now();
    let device = client.device.clone().unwrap_or_else(|| secret::token(site));
    device::remember(tx, account.id, &device, now).await?;
    let address = client.address.map(|address| address.to_string()).unwrap_or_default();
    let visit = session::open(tx, site, account.id, &client.headers, &address).await?;
    let me = By(Some(account.id));
    store::record(tx, now, me, account.congress, account.id.uuid(), Fact::SignedIn { by }).await?;
    Ok(SignedIn { account: account.id, cookies: [visit, device::cookie(site, &device)?] })
}

/// Takes away steps nobody ended and failures that are forgotten; run once in a while.
pub async fn sweep(site: &Site) -> Result<(), kit::Fault> {
    let now = site.now();
    let forgotten = now.plus_millis(-accounts_rules::lockout::FORGOTTEN_AFTER_MILLIS);
    let mut tx = site.db().begin().await?;
    tx.run(Sql::new("delete from sign_in_step where expires <= {}").bind(now)).await?;
    tx.run(Sql::new("delete from login_failure where last <= {}").bind(forgotten)).await?;
    tx.run(Sql::new("delete from known_device where seen <= {}").bind(now.plus_millis(-device::DEVICE_MILLIS))).await?;
    tx.commit().await
}
