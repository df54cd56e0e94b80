//! 批量交办: many suggestions in one transaction, on screen, in JSON or by table.

use std::{
    collections::{BTreeMap, BTreeSet, btree_map::Entry},
    sync::Arc,
};

use accounts_rules::Actor;
use kernel::{BodyId, Recorded, Refusal as Family, Refused};
use kit::{
    Problem, Site,
    db::{Sql, Tx},
    journal,
};
use suggestions_rules::{Fact, Given, Handler, RuleBook, SessionId, SuggestionId};

use super::{
    Along,
    assign::{Plan, none_unknown},
    merge::assigned_along,
    recorded,
    route::hands_over,
};
use crate::{
    queries::not_units,
    sight::Sight,
    store::{Counts, GoingAlong, going_along, rule_book, save, take},
};

/// One of many: to which units it goes, and who only reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandOver {
    /// The suggestion.
    pub id: SuggestionId,
    /// The units that handle it.
    pub plan: Plan,
    /// The units that read it (参阅).
    pub readers: Vec<BodyId>,
}

/// What became of each of many.
pub type Answers = Vec<(SuggestionId, Result<(), Refused>)>;

/// Many suggestions are handed over in one transaction (交办会). Those that cannot be are left as they are, each with why.
///
/// # Errors
/// When the database refuses; then none was handed over.
pub async fn assign_all(site: &Site, actor: &Actor, plans: Vec<(SuggestionId, Plan)>) -> Result<Answers, Problem> {
    let many = plans.into_iter().map(|(id, plan)| HandOver { id, plan, readers: vec![] }).collect();
    let mut tx = site.db().begin().await?;
    let answers = hand_over(&mut tx, site, actor, many).await?;
    tx.commit().await?;
    site.wrote();
    Ok(answers)
}

/// The same inside a transaction that others commit.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn hand_over(
    tx: &mut Tx,
    site: &Site,
    actor: &Actor,
    mut many: Vec<HandOver>,
) -> Result<Answers, Problem> {
    // One order for everybody: two clerks who hand over at once wait for each other and never in a ring.
    many.sort_by_key(|one| one.id);
    let named: BTreeSet<BodyId> =
        many.iter().flat_map(|one| one.plan.units().into_iter().chain(one.readers.clone())).collect();
    let strangers = not_units(tx, &named.into_iter().collect::<Vec<_>>()).await?;
    let along = going_along(tx, &many.iter().map(|one| one.id).collect::<Vec<_>>()).await?;
    let (books, counts, facts) = Default::default();
    let mut bulk = Bulk { site, actor, tx, strangers, along, books, counts, facts };
    let mut answers = Vec::with_capacity(many.len());
    for one in &many {
        let answer = match bulk.assign(one).await {
            Ok(()) => Ok(()),
            Err(Problem::Refused(refused)) => {
                // Taking it up has counted a version; nothing was changed.
                let back = Sql::new("update suggestion set version = version - 1 where id = {}");
                bulk.tx.run(back.bind(one.id)).await?;
                Err(refused)
            }
            Err(other) => return Err(other),
        };
        answers.push((one.id, answer));
    }
    bulk.counts.write(bulk.tx).await?;
    journal::append_all(bulk.tx, bulk.facts).await?;
    Ok(answers)
}

/// Many suggestions handed over in one transaction: what they share is asked once.
struct Bulk<'a> {
    site: &'a Site,
    actor: &'a Actor,
    tx: &'a mut Tx,
    strangers: Vec<BodyId>,
    along: Vec<GoingAlong>,
    books: BTreeMap<(BodyId, SessionId), Arc<RuleBook>>,
    counts: Counts,
    facts: Vec<Recorded<Fact>>,
}

impl Bulk<'_> {
    async fn assign(&mut self, one: &HandOver) -> Result<(), Problem> {
        let HandOver { id, plan, readers } = one;
        let was = take(self.tx, *id).await?.ok_or_else(Problem::missing)?.suggestion;
        // Of one that is not theirs to see or to hand over nobody learns here that it is there.
        Sight::of(self.actor, &was)?;
        let hidden = |why: Refused| if why.kind == Family::NotYours { Problem::missing() } else { why.into() };
        hands_over(self.actor, &was).map_err(hidden)?;
        let units = plan.units();
        none_unknown(units.iter().chain(readers).filter(|unit| self.strangers.contains(unit)).count())?;
        let book = match self.books.entry((was.congress, was.session)) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => place.insert(rule_book(self.tx, was.congress, was.session).await?),
        };
        let given = Given { now: self.site.now(), book, calendar: &self.site.calendar() };
        let (mut now, fact) = was.clone().assign(plan.form(self.site), &given).map_err(Refused::from)?;
        let mut facts = vec![fact];
        if !readers.is_empty() {
            let readers: Vec<Handler> =
                readers.iter().map(|unit| Handler { id: self.site.new_id(), unit: *unit }).collect();
            let (read, fact) = now.give_to_read(&readers, &given).map_err(Refused::from)?;
            now = read;
            facts.push(fact);
        }
        let others = assigned_along(self.tx, self.site, &now, &self.along, plan).await?;
        save(self.tx, &was, &now, &mut self.counts).await?;
        for fact in facts {
            self.facts.push(recorded(self.site, self.actor, now.congress, now.id, fact));
        }
        for Along { was, now, fact } in others {
            save(self.tx, &was, &now, &mut self.counts).await?;
            self.facts.push(recorded(self.site, self.actor, now.congress, now.id, fact));
        }
        Ok(())
    }
}
