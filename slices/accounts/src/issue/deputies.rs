//! Accounts for all deputies of a congress at once.

use std::collections::HashSet;

use accounts_rules::{Actor, Right};
use kernel::{AccountId, BodyId, Id, Moment, PersonId, Text};
use kit::{
    Fault, Problem, Site,
    db::{Ask, Sql, Tx},
    web::api::Once,
};

use super::{Names, Order, written};
use crate::{
    activation::{self, Slip},
    authority,
    store::By,
};

/// What opening accounts for a whole congress came to.
#[derive(Clone, Debug, Default)]
pub struct Opened {
    /// One slip for each new account, in the order of the roster.
    pub slips: Vec<Slip>,
    /// Deputies who have an account already.
    pub had: i64,
    /// Deputies who also sit in a higher congress: its office opens their accounts.
    pub higher: i64,
    /// When the same key came before: since then the accounts it opened stand.
    pub before: Option<Moment>,
}

/// Opens an account for every deputy of a congress who has none, and makes the slips. With `again`, those who have not
/// activated theirs get a new slip as well: for the day the printer failed.
///
/// # Errors
/// Refused to those who may not open accounts there.
pub async fn open_for_deputies(site: &Site, actor: &Actor, congress: BodyId, again: bool) -> Result<Opened, Problem> {
    open_for_deputies_once(site, actor, congress, again, &Once::default()).await
}

/// The same, once for one key. Codes are seen once: whoever asks again is told how many accounts there are, and no slip is made
/// void by another.
///
/// # Errors
/// As [`open_for_deputies`]; and when the key came before with other words.
pub async fn open_for_deputies_once(
    site: &Site,
    actor: &Actor,
    congress: BodyId,
    again: bool,
    once: &Once,
) -> Result<Opened, Problem> {
    actor.may(Right::AccountIssue, congress)?;
    let me = authority::own(actor)?;
    let mut tx = site.db().begin().await?;
    let new: Id<()> = site.new_id();
    if let Some(before) = once.claim(&mut tx, site, me, &(congress, again), new).await? {
        let deputies = deputies(&mut tx, congress).await?;
        let before = Some(made(before));
        return Ok(Opened { slips: vec![], had: had(&deputies), higher: higher(&deputies), before });
    }
    let mut done = opened_in(&mut tx, site, By(actor.account), congress).await?;
    if again {
        renewed(&mut tx, site, actor, (congress, None), &mut done).await?;
    }
    tx.commit().await?;
    site.wrote();
    Ok(done)
}

/// A page's button pressed twice: the browser shows the second answer alone, so the accounts opened `since` the first that nobody has
/// activated yet get another code, and the unread one is void. With none named, all that nobody has activated do.
///
/// # Errors
/// As [`open_for_deputies`].
pub async fn opened_again(
    site: &Site,
    actor: &Actor,
    congress: BodyId,
    since: Option<Moment>,
) -> Result<Opened, Problem> {
    actor.may(Right::AccountIssue, congress)?;
    authority::own(actor)?;
    let mut tx = site.db().begin().await?;
    let deputies = deputies(&mut tx, congress).await?;
    let mut done = Opened { had: had(&deputies), higher: higher(&deputies), ..Opened::default() };
    renewed(&mut tx, site, actor, (congress, since), &mut done).await?;
    tx.commit().await?;
    site.wrote();
    Ok(done)
}

/// New codes for accounts opened before that nobody has activated.
async fn renewed(
    tx: &mut Tx,
    site: &Site,
    actor: &Actor,
    (congress, since): (BodyId, Option<Moment>),
    done: &mut Opened,
) -> Result<(), Problem> {
    for id in waiting(tx, congress, since, &done.slips).await? {
        // One that holds a post beyond the actor's giving is left to those who gave it.
        if let Ok(account) = authority::over(tx, actor, id).await {
            done.slips.push(activation::new_code(tx, site, By(actor.account), &account).await?);
            done.had -= 1;
        }
    }
    Ok(())
}

/// When an identity was made: it begins with its milliseconds.
fn made(id: Id<()>) -> Moment {
    let millis = id.uuid().into_bytes().into_iter().take(6).fold(0, |all, byte| all << 8 | i64::from(byte));
    Moment::from_millis(millis)
}

/// The accounts of a congress's deputies that were opened before and never activated.
async fn waiting(
    ask: &mut impl Ask,
    congress: BodyId,
    since: Option<Moment>,
    fresh: &[Slip],
) -> Result<Vec<AccountId>, Fault> {
    let sql = Sql::new(
        "select a.id from v_mandate m join v_person p on p.id = m.person join account a on a.person = p.id \
         where m.congress = {} and m.in_office = 1 and a.password is null and a.closed is null and a.made >= {} \
         order by p.pinyin, p.id",
    );
    let rows: Vec<(AccountId,)> = ask.all(sql.bind(congress).bind(since.unwrap_or(Moment::from_millis(0)))).await?;
    let new: HashSet<uuid::Uuid> = fresh.iter().map(|slip| slip.account.uuid()).collect();
    Ok(rows.into_iter().map(|(id,)| id).filter(|id| !new.contains(&id.uuid())).collect())
}

/// The same without new slips for old accounts, for whoever has made sure that `by` may.
///
/// # Errors
/// When the database refuses.
pub async fn opened_for_deputies(site: &Site, by: By, congress: BodyId) -> Result<Opened, Problem> {
    let mut tx = site.db().begin().await?;
    let done = opened_in(&mut tx, site, by, congress).await?;
    tx.commit().await?;
    site.wrote();
    Ok(done)
}

type Deputy = (PersonId, String, i64, i64);

fn had(deputies: &[Deputy]) -> i64 {
    deputies.iter().map(|(_, _, has, _)| has).sum()
}

fn higher(deputies: &[Deputy]) -> i64 {
    deputies.iter().filter(|(_, _, has, _)| *has == 0).map(|(.., higher)| higher).sum()
}

async fn opened_in(tx: &mut Tx, site: &Site, by: By, congress: BodyId) -> Result<Opened, Problem> {
    let deputies = deputies(tx, congress).await?;
    let wanting: Vec<_> = deputies.iter().filter(|(_, _, has, higher)| *has == 0 && *higher == 0).collect();
    let names: Vec<String> = wanting.iter().map(|(_, name, ..)| name.clone()).collect();
    let mut free = Names::taken(tx, &names).await?;
    let (had, higher) = (had(&deputies), higher(&deputies));
    let mut done = Opened { slips: Vec::with_capacity(wanting.len()), had, higher, before: None };
    for (person, name, ..) in wanting {
        let order = Order {
            name: Text::parse(name).map_err(|error| Fault::caused("view `v_person`, column `name`", error))?,
            sign_in: None,
            phone: None,
            person: Some(*person),
            congress: Some(congress),
            posts: Vec::new(),
        };
        done.slips.push(written(tx, site, by, site.new_id(), (order, free.give(name))).await?);
    }
    Ok(done)
}

/// Deputies in office: person, name, whether they have an account, whether they also sit in a higher congress.
async fn deputies(ask: &mut impl Ask, congress: BodyId) -> Result<Vec<Deputy>, Fault> {
    ask.all(
        Sql::new(
            "select p.id, p.name, case when exists (select 1 from account a where a.person = p.id) then 1 else 0 end, \
             case when exists (select 1 from v_mandate o join v_body ob on ob.id = o.congress \
                 where o.person = p.id and o.in_office = 1 and case ob.level when 'nation' then 0 else length(ob.area) end \
                 < case b.level when 'nation' then 0 else length(b.area) end) then 1 else 0 end \
             from v_mandate m join v_person p on p.id = m.person join v_body b on b.id = m.congress \
             where m.congress = {} and m.in_office = 1 order by p.pinyin, p.id",
        )
        .bind(congress),
    )
    .await
}
