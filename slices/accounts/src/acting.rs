//! 代录: somebody of the office enters things in the name of a deputy who asked for it.
//!
//! Both names are kept on whatever is done; the noun acted on stores the deputy's confirmation.

use accounts_rules::{Actor, Right, SignInRefusal};
use kernel::{AccountId, BodyId, Day, Id, PersonId, Text};
use kit::{
    Fault, Problem, Site,
    db::{Ask, Sql, Tx, Val},
    row,
    web::{
        api::Once,
        session::{self, VisitId},
    },
};
use serde::Serialize;
use uuid::Uuid;

use crate::answer::{field, refused};
use crate::{
    authority,
    fact::Fact,
    store::{self, By},
};

/// The greatest number of days one wish to be acted for is good; it can be renewed.
pub const LONGEST_DAYS: i32 = 366;

/// A deputy's wish to be acted for, as the office records it.
#[derive(Clone, Debug, Serialize)]
pub struct Grant {
    /// Who asked.
    pub deputy: PersonId,
    /// Who is to act.
    pub account: AccountId,
    /// In matters of which congress.
    pub congress: BodyId,
    /// From which day.
    pub since: Day,
    /// The last day.
    pub until: Day,
    /// How the deputy asked.
    pub basis: Text<100>,
}

row! {
    /// An order to act, as lists show it.
    #[derive(Clone, Debug)]
    pub struct Order {
        /// Which.
        pub id: Uuid,
        /// For whom.
        pub deputy: PersonId,
        /// The deputy's name.
        pub deputy_name: String,
        /// Who acts.
        pub account: AccountId,
        /// The name of who acts.
        pub account_name: String,
        /// From which day.
        pub since: Day,
        /// The last day.
        pub until: Day,
        /// How the deputy asked.
        pub basis: String,
        /// Whether it waits for the deputy's yes: whoever was to act recorded the wish themself.
        pub waits: bool,
    }
}

fn orders() -> Sql {
    Sql::new(
        "select o.id, o.deputy, p.name, o.account, a.name, o.since, o.until, o.basis, \
         case when o.accepted is null and o.granted_by = o.account then 1 else 0 end from acting o \
         join v_person p on p.id = o.deputy join account a on a.id = o.account where o.ended is null ",
    )
}

/// The deputies an account may act for on a day.
pub async fn of_account(ask: &mut impl Ask, account: AccountId, today: Day) -> Result<Vec<Order>, Fault> {
    let sql = orders().add("and o.account = {} and o.since <= {} and o.until >= {} order by p.pinyin, o.id");
    ask.all(sql.bind(account).bind(today).bind(today)).await
}

/// Whoever may act for a deputy, now or later, for the deputy to see and to end.
pub async fn for_deputy(ask: &mut impl Ask, deputy: PersonId, today: Day) -> Result<Vec<Order>, Fault> {
    ask.all(orders().add("and o.deputy = {} and o.until >= {} order by o.since, o.id").bind(deputy).bind(today)).await
}

/// The orders of a congress that have not run out.
pub async fn of_congress(ask: &mut impl Ask, congress: BodyId, today: Day) -> Result<Vec<Order>, Fault> {
    let sql = orders().add("and o.congress = {} and o.until >= {} order by p.pinyin, o.id");
    ask.all(sql.bind(congress).bind(today)).await
}

/// The congresses in whose matters the deputy has asked this account to act on that day, and in which they still sit.
pub async fn asked_in(
    ask: &mut impl Ask,
    account: AccountId,
    deputy: PersonId,
    today: Day,
) -> Result<Vec<BodyId>, Fault> {
    let sql = Sql::new(
        "select distinct o.congress from acting o \
         join v_mandate m on m.person = o.deputy and m.congress = o.congress and m.in_office = 1 \
         where o.ended is null and not (o.accepted is null and o.granted_by is not null and o.granted_by = o.account) \
         and o.account = {} and o.deputy = {} and o.since <= {} and o.until >= {}",
    );
    let rows: Vec<(BodyId,)> = ask.all(sql.bind(account).bind(deputy).bind(today).bind(today)).await?;
    Ok(rows.into_iter().map(|(congress,)| congress).collect())
}

/// How many orders wait for the deputy's yes.
pub async fn waiting_for(ask: &mut impl Ask, deputy: PersonId, today: Day) -> Result<i64, Fault> {
    let sql = Sql::new("select count(*) from acting where ended is null and accepted is null and granted_by = account");
    let row: Option<(i64,)> = ask.one(sql.add(" and deputy = {} and until >= {}").bind(deputy).bind(today)).await?;
    Ok(row.map_or(0, |(count,)| count))
}

/// Records that a deputy asked to be acted for. Where whoever is to act records it, nothing can be done before the deputy has
/// said yes to it.
///
/// # Errors
/// Refused to those who may not record it; beside the field when the dates do not fit.
pub async fn grant(site: &Site, actor: &Actor, grant: Grant) -> Result<Uuid, Problem> {
    grant_once(site, actor, grant, &Once::default()).await
}

/// The same, once for one key.
///
/// # Errors
/// As [`grant`]; and when the key came before with other words.
pub async fn grant_once(site: &Site, actor: &Actor, grant: Grant, once: &Once) -> Result<Uuid, Problem> {
    let me = authority::own(actor)?;
    actor.may(Right::ActingGrant, grant.congress)?;
    if grant.until < grant.since || grant.until.days_since(grant.since) > LONGEST_DAYS {
        return Err(field("acting_until", "accounts-acting-dates"));
    }
    let mut tx = site.db().begin().await?;
    deputy_sits(&mut tx, grant.deputy, grant.congress).await?;
    may_act(&mut tx, grant.account, grant.congress, site.today()).await?;
    let id: Id<Order> = site.new_id();
    if let Some(before) = once.claim(&mut tx, site, me, &grant, id).await? {
        return Ok(before.uuid());
    }
    let id = id.uuid();
    insert(&mut tx, site, By(actor.account), id, &grant).await?;
    tx.commit().await?;
    site.wrote();
    Ok(id)
}

async fn insert(tx: &mut Tx, site: &Site, by: By, id: Uuid, grant: &Grant) -> Result<(), Fault> {
    let columns = ["id", "deputy", "account", "congress", "since", "until", "basis", "granted_by", "version"];
    let values: Vec<Val> = vec![
        id.into(),
        grant.deputy.into(),
        grant.account.into(),
        grant.congress.into(),
        grant.since.into(),
        grant.until.into(),
        grant.basis.as_str().into(),
        by.0.into(),
        1_i64.into(),
    ];
    tx.bulk("acting", &columns, [values]).await?;
    let fact =
        Fact::ActingGranted { deputy: grant.deputy, account: grant.account, since: grant.since, until: grant.until };
    store::record(tx, site.now(), by, Some(grant.congress), id, fact).await
}

async fn deputy_sits(ask: &mut impl Ask, deputy: PersonId, congress: BodyId) -> Result<(), Problem> {
    let sql = Sql::new("select 1 from v_mandate where in_office = 1 and person = {} and congress = {} limit 1");
    let row: Option<(i64,)> = ask.one(sql.bind(deputy).bind(congress)).await?;
    row.map(|_| ()).ok_or(SignInRefusal::NotDeputyThere).map_err(refused)
}

/// Whether the account holds a post in that congress whose duty may act for deputies at all.
async fn may_act(ask: &mut impl Ask, account: AccountId, congress: BodyId, today: Day) -> Result<(), Problem> {
    let actor = crate::actor::load(ask, account, None, today).await?;
    Ok(actor.may(Right::ActFor, congress)?)
}

/// Ends an order to act: the office, the deputy, or whoever acts.
///
/// # Errors
/// Refused to anybody else, and when there is no such order.
pub async fn end(site: &Site, actor: &Actor, id: Uuid) -> Result<(), Problem> {
    authority::own(actor)?;
    let mut tx = site.db().begin().await?;
    let sql = Sql::new("select deputy, account, congress from acting where ended is null and id = {}").bind(id);
    let found: Option<(PersonId, AccountId, BodyId)> = tx.one(sql).await?;
    let (deputy, account, congress) = found.ok_or(SignInRefusal::UnknownOrder).map_err(refused)?;
    if actor.person != Some(deputy) && actor.account != Some(account) {
        // Who has no say in it is not told that it is there.
        actor.may(Right::ActingGrant, congress).map_err(|_| refused(SignInRefusal::UnknownOrder))?;
    }
    let now = site.now();
    tx.run(Sql::new("update acting set ended = {}, version = version + 1 where id = {}").bind(now).bind(id)).await?;
    let fact = Fact::ActingEnded { deputy, account };
    store::record(&mut tx, now, By(actor.account), Some(congress), id, fact).await?;
    tx.commit().await?;
    site.wrote();
    Ok(())
}

/// The deputy says yes to an order that whoever is to act recorded themself.
///
/// # Errors
/// Missing for everybody but the deputy, acting for nobody and acted for by nobody.
pub async fn accept(site: &Site, actor: &Actor, id: Uuid) -> Result<(), Problem> {
    let account = authority::own(actor)?;
    let mut tx = site.db().begin().await?;
    let sql =
        Sql::new("select deputy, account, congress, accepted from acting where ended is null and id = {}").bind(id);
    let found: Option<(PersonId, AccountId, BodyId, Option<i64>)> = tx.one(sql).await?;
    let mine = found.filter(|(deputy, ..)| actor.acting_for.is_none() && actor.person == Some(*deputy));
    let (deputy, pen, congress, accepted) = mine.ok_or(SignInRefusal::UnknownOrder).map_err(refused)?;
    if accepted.is_some() {
        return Ok(());
    }
    let now = site.now();
    tx.run(Sql::new("update acting set accepted = {}, version = version + 1 where id = {}").bind(now).bind(id)).await?;
    let fact = Fact::ActingAccepted { deputy, account: pen };
    store::record(&mut tx, now, By(Some(account)), Some(congress), id, fact).await?;
    tx.commit().await?;
    site.wrote();
    Ok(())
}

/// Begins to act for a deputy; the session keeps it until it is stopped or ends.
///
/// # Errors
/// Refused when the deputy has not asked for it, or the actor's post no longer allows it.
pub async fn begin(site: &Site, actor: &Actor, visit: VisitId, deputy: PersonId) -> Result<(), Problem> {
    let account = authority::own(actor)?;
    let mut tx = site.db().begin().await?;
    let switched = crate::actor::load(&mut tx, account, Some(deputy), site.today()).await?;
    if switched.acting_for.is_none() {
        let orders = of_account(&mut tx, account, site.today()).await?;
        let waits = orders.iter().any(|order| order.deputy == deputy && order.waits);
        return Err(refused(if waits { SignInRefusal::NotAccepted } else { SignInRefusal::NotAsked }));
    }
    session::act_for(&mut tx, visit, Some(deputy)).await?;
    let fact = Fact::ActingBegun { deputy };
    store::record(&mut tx, site.now(), By(Some(account)), None, account.uuid(), fact).await?;
    tx.commit().await?;
    site.wrote();
    Ok(())
}

/// Stops acting.
///
/// # Errors
/// When nobody is signed in.
pub async fn stop(site: &Site, actor: &Actor, visit: VisitId) -> Result<(), Problem> {
    let account = authority::own(actor)?;
    let mut tx = site.db().begin().await?;
    session::act_for(&mut tx, visit, None).await?;
    if let Some(deputy) = actor.acting_for {
        let fact = Fact::ActingStopped { deputy };
        store::record(&mut tx, site.now(), By(Some(account)), None, account.uuid(), fact).await?;
    }
    tx.commit().await?;
    site.wrote();
    Ok(())
}
