//! Opening accounts: one at a time, or for all deputies of a congress; closing and reopening them.

mod deputies;

use std::collections::HashSet;

use accounts_rules::{Actor, Phone, Right, SignInRefusal};
use kernel::{AccountId, BodyId, Id, Moment, PersonId, Text};
use kit::{
    Fault, Problem, Site,
    db::{Ask, Sql, Tx, Val},
    web::{api::Once, session},
};
use serde::Serialize;
use uuid::Uuid;

pub use self::deputies::{Opened, open_for_deputies, open_for_deputies_once, opened_again, opened_for_deputies};
use crate::answer::refused;
use crate::{
    activation::{self, Slip},
    authority,
    fact::Fact,
    posts::{self, PostOrder},
    store::{self, Account, By},
};

/// What an account is opened with.
#[derive(Clone, Debug, Serialize)]
pub struct Order {
    /// The name to greet.
    pub name: Text<40>,
    /// The name to sign in with; made from the name when none is given.
    pub sign_in: Option<Text<40>>,
    /// A telephone number to sign in with.
    pub phone: Option<Phone>,
    /// The person of the roster whose it is.
    pub person: Option<PersonId>,
    /// Whose office answers for it; none for an operator's.
    pub congress: Option<BodyId>,
    /// The posts it begins with.
    pub posts: Vec<PostOrder>,
}

/// Opens an account and makes its activation code.
///
/// # Errors
/// Refused to those who may not give such an account or such posts; when the name, the number or the person has one already.
pub async fn open(site: &Site, actor: &Actor, order: Order) -> Result<Slip, Problem> {
    match open_once(site, actor, order, &Once::default()).await? {
        Made::Now(slip) => Ok(slip),
        Made::Before(_) => Err(Fault::new("an account was made before without a key").into()),
    }
}

/// What a request that may come twice has made.
#[derive(Debug)]
pub enum Made<T> {
    /// It came for the first time.
    Now(T),
    /// It had come before, and made this.
    Before(Uuid),
}

/// The same, once for one key. A code is seen once: whoever asks again learns which account it was.
///
/// # Errors
/// As [`open`]; and when the key came before with other words.
pub async fn open_once(site: &Site, actor: &Actor, order: Order, once: &Once) -> Result<Made<Slip>, Problem> {
    let account = authority::own(actor)?;
    authority::over_congress(actor, Right::AccountIssue, order.congress)?;
    let mut tx = site.db().begin().await?;
    for post in &order.posts {
        posts::may_issue(&mut tx, actor, post).await?;
    }
    if let (Some(person), Some(congress)) = (order.person, order.congress) {
        highest_answers(&mut tx, person, congress).await?;
    }
    let id: AccountId = site.new_id();
    if let Some(before) = once.claim(&mut tx, site, account, &order, id).await? {
        return Ok(Made::Before(before.uuid()));
    }
    let slip = opened_as(&mut tx, site, By(actor.account), id, order).await?;
    tx.commit().await?;
    site.wrote();
    Ok(Made::Now(slip))
}

/// Opens the account inside a transaction; whoever calls has made sure that `by` may.
///
/// # Errors
/// When the name, the number or the person has an account already.
pub async fn opened(tx: &mut Tx, site: &Site, by: By, order: Order) -> Result<Slip, Problem> {
    let id = site.new_id();
    opened_as(tx, site, by, id, order).await
}

async fn opened_as(tx: &mut Tx, site: &Site, by: By, id: AccountId, order: Order) -> Result<Slip, Problem> {
    let sign_in = match &order.sign_in {
        Some(wanted) => wanted_name(tx, wanted.as_str()).await?,
        None => Names::taken(tx, &[order.name.to_string()]).await?.give(order.name.as_str()),
    };
    if let Some(phone) = &order.phone {
        let row: Option<(AccountId,)> =
            tx.one(Sql::new("select id from account where phone = {}").bind(phone.digits())).await?;
        refuse_if(row.is_some(), SignInRefusal::PhoneTaken)?;
    }
    if let Some(person) = order.person {
        refuse_if(store::by_person(tx, person).await?.is_some(), SignInRefusal::PersonHasAccount)?;
    }
    written(tx, site, by, id, (order, sign_in)).await
}

const COLUMNS: &[&str] = &["id", "person", "name", "sign_in", "phone", "password", "congress", "made", "version"];

fn columns(account: &Account, now: Moment) -> Vec<Val> {
    vec![
        account.id.into(),
        account.person.into(),
        account.name.as_str().into(),
        account.sign_in.as_str().into(),
        account.phone.clone().into(),
        account.password.clone().into(),
        account.congress.into(),
        now.into(),
        account.version.into(),
    ]
}

/// Writes an account whose name, number and person are known to be free, and makes its code.
async fn written(
    tx: &mut Tx,
    site: &Site,
    by: By,
    id: AccountId,
    (order, sign_in): (Order, String),
) -> Result<Slip, Problem> {
    let account = Account {
        id,
        person: order.person,
        name: order.name.to_string(),
        sign_in,
        phone: order.phone.map(|phone| phone.digits().to_owned()),
        password: None,
        congress: order.congress,
        closed: None,
        version: 1,
    };
    let now = site.now();
    tx.bulk("account", COLUMNS, [columns(&account, now)]).await?;
    let fact = Fact::AccountIssued { person: account.person };
    store::record(tx, now, by, account.congress, account.id.uuid(), fact).await?;
    for post in order.posts {
        posts::issued(tx, site, by, account.id, post).await?;
    }
    activation::new_code(tx, site, by, &account).await
}

async fn highest_answers(ask: &mut impl Ask, person: PersonId, congress: BodyId) -> Result<(), Problem> {
    let highest = authority::highest_congress(ask, person).await?;
    refuse_if(highest.is_some_and(|highest| highest != congress), SignInRefusal::HigherCongress)
}

fn refuse_if(wrong: bool, why: SignInRefusal) -> Result<(), Problem> {
    if wrong { Err(refused(why)) } else { Ok(()) }
}

/// A sign-in name somebody chose, if it is free and no telephone number.
///
/// # Errors
/// Refused when it is taken.
pub(crate) async fn wanted_name(ask: &mut impl Ask, wanted: &str) -> Result<String, Problem> {
    let name = store::sign_in_name(wanted);
    refuse_if(Phone::parse(&name).is_ok(), SignInRefusal::NameTaken)?;
    let row: Option<(AccountId,)> =
        ask.one(Sql::new("select id from account where sign_in = {}").bind(name.as_str())).await?;
    refuse_if(row.is_some(), SignInRefusal::NameTaken)?;
    Ok(name)
}

/// Sign-in names given out, so that the second 王伟 becomes 王伟2.
struct Names(HashSet<String>);

impl Names {
    /// Reads which names beginning like these are taken.
    async fn taken(ask: &mut impl Ask, names: &[String]) -> Result<Self, Fault> {
        let mut taken = HashSet::new();
        for some in names.chunks(500) {
            let starts: HashSet<String> = some.iter().map(|name| store::sign_in_name(name)).collect();
            // A suffix is all digits, so whatever remains after taking them off is the name itself.
            let sql = Sql::new("select sign_in from account where rtrim(sign_in, '0123456789') in ").list(starts);
            let rows: Vec<(String,)> = ask.all(sql).await?;
            taken.extend(rows.into_iter().map(|(name,)| name));
        }
        Ok(Self(taken))
    }

    /// The name itself, or the name with the first free number from 2 behind it.
    fn give(&mut self, name: &str) -> String {
        let name = store::sign_in_name(name);
        let free = std::iter::once(name.clone()).chain((2..).map(|number: u64| format!("{name}{number}")));
        let given = free.into_iter().find(|candidate| !self.0.contains(candidate)).unwrap_or(name);
        self.0.insert(given.clone());
        given
    }
}

/// Closes an account: its sessions end, its tokens are refused; its name in the history stays.
///
/// # Errors
/// Refused to those who do not answer for it, and for the last operator.
pub async fn close(site: &Site, actor: &Actor, id: AccountId) -> Result<(), Problem> {
    let mut tx = site.db().begin().await?;
    let account = authority::over_by(&mut tx, actor, Right::AccountDisable, id).await?;
    closed(&mut tx, site, By(actor.account), &account).await?;
    tx.commit().await?;
    site.wrote();
    Ok(())
}

/// The same inside a transaction; whoever calls has made sure that `by` may.
///
/// # Errors
/// When it is the last operator's.
pub async fn closed(tx: &mut Tx, site: &Site, by: By, account: &Account) -> Result<(), Problem> {
    let now = site.now();
    posts::keep_an_operator(tx, account.id, None).await?;
    tx.run(Sql::new("update account set closed = {}, version = version + 1 where id = {}").bind(now).bind(account.id))
        .await?;
    session::close_others(tx, account.id, None).await?;
    store::record(tx, now, by, account.congress, account.id.uuid(), Fact::AccountClosed).await?;
    Ok(())
}

/// Opens a closed account again; its password is good as before.
///
/// # Errors
/// Refused to those who do not answer for it.
pub async fn reopen(site: &Site, actor: &Actor, id: AccountId) -> Result<(), Problem> {
    let mut tx = site.db().begin().await?;
    let account = authority::over_by(&mut tx, actor, Right::AccountDisable, id).await?;
    tx.run(Sql::new("update account set closed = null, version = version + 1 where id = {}").bind(id)).await?;
    let by = By(actor.account);
    store::record(&mut tx, site.now(), by, account.congress, id.uuid(), Fact::AccountReopened).await?;
    tx.commit().await?;
    site.wrote();
    Ok(())
}

/// A new identity for a row that is no noun of its own.
pub(crate) fn row_id(site: &Site) -> uuid::Uuid {
    let id: Id<()> = site.new_id();
    id.uuid()
}
