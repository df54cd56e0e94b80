//! One function per verb: load → rule → save → fact, in one transaction.

pub mod bodies;
pub mod cards;
pub mod contacts;
pub mod corrections;
pub mod mandates;
pub mod merging;
pub mod people;
pub mod places;
pub mod roles;
pub mod set_up;
pub mod terms;
pub mod terms_change;

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Day, Id, PersonId, Refusal, Refused};
use kit::{
    Problem, Site,
    db::{Ask, Sql, Tx},
    web::{Compared, Stale, api::Once},
};
use serde::Serialize;

/// Whether the actor may; a passer-by is asked to sign in first.
pub(crate) fn allowed(actor: &Actor, right: Right, body: BodyId) -> Result<(), Problem> {
    if actor.signed_in() { Ok(actor.may(right, body)?) } else { Err(Problem::SignIn) }
}

/// Begins the transaction of a verb; a passer-by is asked to sign in before anything is looked up.
pub(crate) async fn begun(site: &Site, actor: &Actor) -> Result<Tx, Problem> {
    if actor.signed_in() { Ok(site.db().begin().await?) } else { Err(Problem::SignIn) }
}

/// Whether the day has come: what is entered takes effect at once, and a change of term entered a month early would leave a
/// congress without deputies for that month.
pub(crate) fn come(site: &Site, on: Day) -> Result<(), Refused> {
    if on <= site.today() {
        return Ok(());
    }
    Err(Refused::new(Refusal::Unfit, "roster-refused-day-not-come").with("day", on))
}

/// What an earlier request with the same key made, if there was one: then nothing is to be made again.
pub(crate) async fn made_before<N>(
    tx: &mut Tx,
    site: &Site,
    actor: &Actor,
    once: &Once,
    asked: &impl Serialize,
    id: Id<N>,
) -> Result<Option<Id<N>>, Problem> {
    once.claim(tx, site, actor.account.ok_or(Problem::SignIn)?, asked, id).await
}

/// As [`allowed`], for what not everybody may know of: to whom it is not theirs it is not there.
pub(crate) fn allowed_unseen(actor: &Actor, right: Right, body: BodyId, public: bool) -> Result<(), Problem> {
    match allowed(actor, right, body) {
        Err(Problem::Refused(_)) if !public => Err(Problem::missing()),
        other => other,
    }
}

/// The congresses that have to do with a person: where the entry was made, and where mandates are or were.
pub(crate) async fn congresses_of(ask: &mut impl Ask, person: PersonId) -> Result<Vec<BodyId>, Problem> {
    let sql = Sql::new("select kept_by from person where kept_by is not null and id = {}").bind(person);
    let sql = sql.add(" union select congress from mandate where person = {}").bind(person);
    Ok(ask.all::<(BodyId,)>(sql).await?.into_iter().map(|(congress,)| congress).collect())
}

/// The congress in whose name the actor may do something to a person. Levels are not subordinate: a congress in which the person
/// never sat, above or below, gives no right.
pub(crate) async fn in_whose_name(
    ask: &mut impl Ask,
    actor: &Actor,
    right: Right,
    person: PersonId,
) -> Result<BodyId, Problem> {
    let congresses = congresses_of(ask, person).await?;
    let mut refused = if actor.signed_in() { Problem::missing() } else { Problem::SignIn };
    for congress in congresses {
        match allowed(actor, right, congress) {
            Ok(()) => return Ok(congress),
            Err(problem) => refused = problem,
        }
    }
    // An entry that is nobody's deputy now is known to its office alone.
    let sql = Sql::new("select 1 from mandate where state = 'in_office' and person = {} limit 1").bind(person);
    let public = ask.one::<(i64,)>(sql).await?.is_some() || !actor.signed_in();
    Err(if public { refused } else { Problem::missing() })
}

/// Somebody else changed the thing first: what this person typed beside what stands there now. The page that took the form adds
/// how to send it again.
pub(crate) fn stale(fields: Vec<Compared>, version: i64, back: String) -> Problem {
    Problem::Stale(Box::new(Stale { fields, version, action: back.clone(), hidden: Vec::new(), back }))
}
