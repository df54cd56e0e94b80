//! Tokens with which a program acts for an account: named, dated, revocable, stored as a hash.

use accounts_rules::{Actor, Right, SignInRefusal};
use kernel::{AccountId, Id, Moment, Text};
use kit::{
    Fault, Problem, Site,
    db::{Ask, Db, Sql, Tx, Val},
    row,
    web::api::Once,
};
use uuid::Uuid;

use crate::answer::{field, refused};
use crate::{
    authority,
    fact::Fact,
    issue::{Made, row_id},
    secret,
    store::{self, By},
};

/// What every token begins with, so that one found where it should not be is recognised.
pub const PREFIX: &str = "lianluo_";
/// The greatest number of days a token is good.
pub const LONGEST_DAYS: i32 = 366;
/// Between two notes of when a token was last used, so that not every request writes.
const NOTED_MILLIS: i64 = 10 * 60_000;

row! {
    /// A token as lists show it.
    #[derive(Clone, Debug)]
    pub struct Token {
        /// Which.
        pub id: Uuid,
        /// What its owner calls it.
        pub name: String,
        /// When it was made.
        pub made: Moment,
        /// When it ends.
        pub expires: Moment,
        /// When it was last used, to ten minutes.
        pub last_used: Option<Moment>,
    }
}

/// A token just made: the only time its text is seen.
#[derive(Debug)]
pub struct Issued {
    /// Which.
    pub id: Uuid,
    /// What goes behind `Authorization: Bearer`.
    pub text: String,
    /// When it ends.
    pub expires: Moment,
}

/// Makes a token for the actor's own account.
///
/// # Errors
/// Refused to those whose posts allow none; beside the field when it would be good too long.
pub async fn issue(site: &Site, actor: &Actor, name: &Text<40>, days: i32) -> Result<Issued, Problem> {
    match issue_once(site, actor, name, days, &Once::default()).await? {
        Made::Now(issued) => Ok(issued),
        Made::Before(_) => Err(Fault::new("a token was made before without a key").into()),
    }
}

/// The same, once for one key. A token is seen once: whoever asks again learns which it was.
///
/// # Errors
/// As [`issue`]; and when the key came before with other words.
pub async fn issue_once(
    site: &Site,
    actor: &Actor,
    name: &Text<40>,
    days: i32,
    once: &Once,
) -> Result<Made<Issued>, Problem> {
    let account = authority::own(actor)?;
    if !actor.holds(Right::TokenIssue) {
        return Err(accounts_rules::NotAllowed::NoPost.refused(Right::TokenIssue).into());
    }
    if !(1..=LONGEST_DAYS).contains(&days) {
        return Err(field("days", "accounts-token-days"));
    }
    let mut tx = site.db().begin().await?;
    let id: Id<Token> = site.new_id();
    if let Some(before) = once.claim(&mut tx, site, account, &(name, days), id).await? {
        return Ok(Made::Before(before.uuid()));
    }
    let issued = issued_as(&mut tx, site, By(Some(account)), (account, name), (id.uuid(), days)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(Made::Now(issued))
}

/// Makes the token inside a transaction; whoever calls has made sure that `by` may.
pub async fn issued(
    tx: &mut Tx,
    site: &Site,
    by: By,
    (account, name): (AccountId, &Text<40>),
    days: i32,
) -> Result<Issued, Fault> {
    let id = row_id(site);
    issued_as(tx, site, by, (account, name), (id, days)).await
}

async fn issued_as(
    tx: &mut Tx,
    site: &Site,
    by: By,
    (account, name): (AccountId, &Text<40>),
    (id, days): (Uuid, i32),
) -> Result<Issued, Fault> {
    let now = site.now();
    let text = format!("{PREFIX}{}", secret::token(site));
    let expires = now.day().plus_days(days).end();
    let columns = ["id", "account", "name", "hash", "made", "expires"];
    let hash = secret::hash(&text);
    let values: Vec<Val> =
        vec![id.into(), account.into(), name.as_str().into(), hash.into(), now.into(), expires.into()];
    tx.bulk("api_token", &columns, [values]).await?;
    store::record(tx, now, by, None, account.uuid(), Fact::TokenIssued { token: id, expires }).await?;
    Ok(Issued { id, text, expires })
}

/// The tokens of an account that were not revoked and have not run out.
pub async fn of_account(ask: &mut impl Ask, account: AccountId, now: Moment) -> Result<Vec<Token>, Fault> {
    let sql = Sql::new(
        "select id, name, made, expires, last_used from api_token \
         where revoked is null and account = {} and expires > {} order by made desc, id",
    );
    ask.all(sql.bind(account).bind(now)).await
}

/// Revokes a token at once: its owner, or those who answer for the account.
///
/// # Errors
/// Refused to anybody else, and when there is none.
pub async fn revoke(site: &Site, actor: &Actor, token: Uuid) -> Result<(), Problem> {
    let mut tx = site.db().begin().await?;
    let sql = Sql::new("select account from api_token where revoked is null and id = {}").bind(token);
    let found: Option<(AccountId,)> = tx.one(sql).await?;
    let (account,) = found.ok_or(SignInRefusal::Unknown).map_err(refused)?;
    if actor.account != Some(account) {
        authority::over(&mut tx, actor, account).await?;
    }
    revoked(&mut tx, site, By(actor.account), account, token).await?;
    tx.commit().await?;
    site.wrote();
    Ok(())
}

/// Ends every token of an account: whoever gets an account back, or doubts a password, leaves no key with others.
pub(crate) async fn revoke_all(tx: &mut Tx, account: AccountId, now: Moment) -> Result<u64, Fault> {
    let sql = Sql::new("update api_token set revoked = {} where revoked is null and account = {}");
    tx.run(sql.bind(now).bind(account)).await
}

/// Revokes it inside a transaction; whoever calls has made sure that `by` may.
pub async fn revoked(tx: &mut Tx, site: &Site, by: By, account: AccountId, token: Uuid) -> Result<(), Fault> {
    let now = site.now();
    tx.run(Sql::new("update api_token set revoked = {} where id = {}").bind(now).bind(token)).await?;
    store::record(tx, now, by, None, account.uuid(), Fact::TokenRevoked { token }).await
}

/// The account a token acts for, if it is good now; notes that it was used, at most every ten minutes.
pub async fn account_of(db: &Db, text: &str, now: Moment) -> Result<Option<AccountId>, Fault> {
    if !text.starts_with(PREFIX) {
        return Ok(None);
    }
    let hash = secret::hash(text);
    let sql = Sql::new(
        "select t.account, t.last_used from api_token t join account a on a.id = t.account and a.closed is null \
         where t.revoked is null and t.hash = {} and t.expires > {}",
    );
    let found: Option<(AccountId, Option<Moment>)> = db.one(sql.bind(hash.as_str()).bind(now)).await?;
    let Some((account, last_used)) = found else { return Ok(None) };
    if last_used.is_none_or(|last| now.millis() - last.millis() > NOTED_MILLIS) {
        let mut tx = db.begin().await?;
        tx.run(Sql::new("update api_token set last_used = {} where hash = {}").bind(now).bind(hash)).await?;
        tx.commit().await?;
    }
    Ok(Some(account))
}
