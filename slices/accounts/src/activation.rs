//! Activation: a one-time code, handed over in print or message, with which its owner sets a password.

use accounts_rules::{Actor, Code, Password, SignInRefusal};
use kernel::{AccountId, Day, Moment};
use kit::{
    Fault, Problem, Site,
    db::{Ask, Sql, Tx},
    web::{api::Once, session},
};

use crate::answer::refused;
use crate::{
    authority,
    device::{self, Client},
    fact::{Fact, Way},
    gate::Gate,
    issue::Made,
    password, secret,
    sign_in::{self, Entry},
    store::{self, Account, By},
    tokens,
};

/// How long a code is good.
pub const CODE_DAYS: i32 = 30;

/// What is handed over: on a printed slip, or in a message.
#[derive(Clone, Debug)]
pub struct Slip {
    /// For which account.
    pub account: AccountId,
    /// Whom to hand it to.
    pub name: String,
    /// What they type to sign in.
    pub sign_in: String,
    /// The code; it is nowhere else, only its hash is stored.
    pub code: Code,
    /// Until when it is good.
    pub expires: Moment,
}

impl Slip {
    /// The last day on which the code is good.
    #[must_use]
    pub fn last_day(&self) -> Day {
        self.expires.plus_millis(-1).day()
    }
}

/// Makes a new code for an account, for the first time or because the password was forgotten. Codes before it are void.
///
/// The present password stays good until the code is used, so that nobody is locked out by a code they did not ask for.
///
/// # Errors
/// Refused to those who do not answer for the account, and for a closed one.
pub async fn issue_code(site: &Site, actor: &Actor, id: AccountId) -> Result<Slip, Problem> {
    match issue_code_once(site, actor, id, &Once::default()).await? {
        Made::Now(slip) => Ok(slip),
        Made::Before(_) => Err(Fault::new("a code was made before without a key").into()),
    }
}

/// The same, once for one key: a code that is on its way is not made void by a request that came twice.
///
/// # Errors
/// As [`issue_code`]; and when the key came before with other words.
pub async fn issue_code_once(site: &Site, actor: &Actor, id: AccountId, once: &Once) -> Result<Made<Slip>, Problem> {
    let me = authority::own(actor)?;
    let mut tx = site.db().begin().await?;
    let account = authority::over(&mut tx, actor, id).await?;
    if once.claim(&mut tx, site, me, &id, id).await?.is_some() {
        return Ok(Made::Before(id.uuid()));
    }
    let slip = new_code(&mut tx, site, By(actor.account), &account).await?;
    tx.commit().await?;
    site.wrote();
    Ok(Made::Now(slip))
}

/// The address people open to use their code.
#[must_use]
pub fn address(site: &Site) -> String {
    format!("{}/activation", base(site))
}

/// The site's own address: the public one, or the one it listens on while nobody has set another.
#[must_use]
pub fn base(site: &Site) -> String {
    let config = site.config();
    match config.public_url.trim_end_matches('/') {
        "" => format!("http://{}", config.listen),
        base => base.to_owned(),
    }
}

/// Makes the code inside a transaction; whoever calls has made sure that `by` may.
///
/// # Errors
/// When the account is closed or the database refuses.
pub async fn new_code(tx: &mut Tx, site: &Site, by: By, account: &Account) -> Result<Slip, Problem> {
    if account.closed.is_some() {
        return Err(refused(SignInRefusal::Closed));
    }
    let (now, code) = (site.now(), secret::code(site));
    let expires = now.day().plus_days(CODE_DAYS).end();
    let void = Sql::new("update activation set voided = {} where account = {} and used is null and voided is null");
    tx.run(void.bind(now).bind(account.id)).await?;
    let insert = Sql::new("insert into activation (hash, account, made, made_by, expires) values ({}, {}, {}, {}, {})");
    let hash = secret::code_hash("activation", &code);
    tx.run(insert.bind(hash).bind(account.id).bind(now).bind(by.0).bind(expires)).await?;
    store::record(tx, now, by, account.congress, account.id.uuid(), Fact::CodeIssued { expires }).await?;
    Ok(Slip { account: account.id, name: account.name.clone(), sign_in: account.sign_in.clone(), code, expires })
}

/// Whose code it is, for the page that asks for the new password.
///
/// # Errors
/// Refused when the code is unknown, used, void or out of date, or too many were tried from here.
pub async fn owner(site: &Site, typed: &str, client: &Client) -> Result<Account, Problem> {
    let now = site.now();
    let mut tx = site.db().begin().await?;
    let gate = Gate::of_address("activation", client);
    gate.charge(&mut tx, now).await?.map_err(refused)?;
    let account = live(&mut tx, typed, now).await?;
    if account.is_some() {
        gate.pay_back(&mut tx).await?;
    }
    tx.commit().await?;
    account.ok_or(SignInRefusal::CodeUnknown).map_err(refused)
}

/// Uses the code: sets the password, ends every session and forgets every device of the account, and signs in.
/// Where six digits are set up they are asked for next: whoever makes codes cannot get past them.
///
/// # Errors
/// As [`owner`]; and beside the field when the password is too weak.
pub async fn redeem(site: &Site, typed: &str, password: &str, client: &Client) -> Result<Entry, Problem> {
    let account = owner(site, typed, client).await?;
    let password = Password::parse(password, &account.own_words()).map_err(password::invalid)?;
    let sealed = secret::seal(site, password).await?;
    let now = site.now();

    let mut tx = site.db().begin().await?;
    if !spend(&mut tx, typed, now).await? {
        return Err(refused(SignInRefusal::CodeUnknown));
    }
    password::save(&mut tx, &account, sealed).await?;
    session::close_others(&mut tx, account.id, None).await?;
    device::forget_all(&mut tx, account.id).await?;
    tokens::revoke_all(&mut tx, account.id, now).await?;
    let me = By(Some(account.id));
    store::record(&mut tx, now, me, account.congress, account.id.uuid(), Fact::AccountActivated).await?;
    let entered = sign_in::onward(&mut tx, site, &account, client, Way::Activation).await?;
    tx.commit().await?;
    site.wrote();
    Ok(entered)
}

async fn live(ask: &mut impl Ask, typed: &str, now: Moment) -> Result<Option<Account>, Fault> {
    let Ok(code) = Code::parse(typed) else { return Ok(None) };
    let sql =
        Sql::new("select account from activation where hash = {} and used is null and voided is null and expires > {}");
    let found: Option<(AccountId,)> = ask.one(sql.bind(secret::code_hash("activation", &code)).bind(now)).await?;
    match found {
        Some((account,)) => Ok(store::by_id(ask, account).await?.filter(|account| account.closed.is_none())),
        None => Ok(None),
    }
}

/// Marks the code used; only one of those who try at once succeeds.
async fn spend(tx: &mut Tx, typed: &str, now: Moment) -> Result<bool, Fault> {
    let Ok(code) = Code::parse(typed) else { return Ok(false) };
    let sql = Sql::new(
        "update activation set used = {} where hash = {} and used is null and voided is null and expires > {}",
    );
    let spent = tx.run(sql.bind(now).bind(secret::code_hash("activation", &code)).bind(now)).await?;
    Ok(spent == 1)
}
