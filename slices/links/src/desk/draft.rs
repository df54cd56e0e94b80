//! Links are drafted: spread by the rule, looked at and changed by the office, adopted or given up.

use std::collections::{HashMap, HashSet};

use accounts_rules::{Actor, Right};
use kernel::{Day, Recorded};
use kit::{Problem, Site, db::Tx, journal, web::api::Once};
use links_rules::{DraftId, DraftStage, End, EndReason, Fact, KindId, Refusal};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{kind, refused};
use crate::{
    queries::plan::{self, Plan, Uncovered},
    sight,
    store::{
        Draft, Kind, Link, add_line, begin_draft, begin_link, end_draft, end_link, lines, move_line, open_draft,
        read_draft, read_kind, remove_line, take_draft, take_kind,
    },
};

/// Links to be drafted.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkDraftWanted {
    /// The day on which they are to begin.
    #[schema(value_type = String)]
    pub since: Day,
}

/// A line to be added to a draft, or given to somebody else.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkLineWanted {
    /// Who links: the identity of a person or a body.
    pub one: String,
    /// Who is linked: an identity, or the code of a place.
    pub other: String,
}

/// A draft with all that is looked at before it is adopted.
#[derive(Clone, Debug)]
pub struct Looked {
    /// The draft.
    pub draft: Draft,
    /// Its kind.
    pub kind: Kind,
    /// What it started from, as it stands now.
    pub plan: Plan,
    /// Its lines, under their numbers.
    pub lines: Vec<(u32, End, End)>,
    /// Who would have fewer than needed.
    pub uncovered: Vec<Uncovered>,
    /// Who would link fewer than the least.
    pub short: Vec<(crate::queries::candidates::Candidate, usize)>,
}

impl Looked {
    /// The pairs that would stand.
    #[must_use]
    pub fn pairs(&self) -> Vec<(End, End)> {
        pairs(&self.plan, &self.lines)
    }
}

fn pairs(plan: &Plan, lines: &[(u32, End, End)]) -> Vec<(End, End)> {
    let drafted = lines.iter().map(|(_, one, other)| (one.clone(), other.clone()));
    plan.pairs().into_iter().chain(drafted).collect()
}

/// Drafts links: those that stand are kept, the others spread.
///
/// # Errors
/// When the kind is not in force, a draft of it is open, or there are too many to spread at once.
pub async fn make(
    site: &Site,
    actor: &Actor,
    id: KindId,
    wanted: LinkDraftWanted,
    once: &Once,
) -> Result<Draft, Problem> {
    let known = kind::may(site, actor, id, Right::LinkKeep).await?;
    let account = actor.account.ok_or(Problem::SignIn)?;
    let new = site.new_id();
    // Spreading is arithmetic over what was read; other writers wait for none of it.
    let plan = plan::of(&mut site.db(), &known, site.today()).await?;
    let spread = plan.spread(&known, &plan.pairs()).ok_or_else(|| refused(Refusal::TooMany))?;
    let mut tx = site.db().begin().await?;
    let kind = take_kind(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    if let Some(before) = once.claim(&mut tx, site, account, &wanted, new).await? {
        drop(tx);
        return read_draft(&mut site.db(), before).await?.ok_or_else(Problem::missing);
    }
    if !kind.spec.in_force(wanted.since) {
        return Err(refused(Refusal::NotInForce));
    }
    if open_draft(&mut tx, id).await?.is_some() {
        return Err(refused(Refusal::DraftOpen));
    }
    if kind.version != known.version {
        return Err(refused(Refusal::DraftStale { name: kind.spec.name.into() }));
    }
    let pair =
        |(one, other): &(usize, usize)| Some((plan.ones.get(*one)?.end.clone(), plan.others.get(*other)?.end.clone()));
    let lines: Vec<(End, End)> = spread.new.iter().filter_map(pair).collect();
    let congress = kind.congress;
    let draft = Draft {
        id: new,
        kind: id,
        congress,
        since: wanted.since,
        stage: DraftStage::Open,
        made: site.now(),
        version: 1,
    };
    begin_draft(&mut tx, &draft, &lines).await?;
    let fact = Fact::Drafted { kind: id, links: lines.len() as u64, uncovered: spread.uncovered.len() as u64 };
    journal::append(&mut tx, actor.records(site.now(), congress, new.uuid(), fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(draft)
}

/// One draft, for the office.
///
/// # Errors
/// As if there were none, for anybody else.
pub async fn of(site: &Site, actor: &Actor, id: DraftId) -> Result<Draft, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let draft = read_draft(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    sight::office(actor, draft.congress)?;
    Ok(draft)
}

/// One draft, for who may change it.
///
/// # Errors
/// As [`of`]; and when the right is not held.
pub async fn may(site: &Site, actor: &Actor, id: DraftId) -> Result<Draft, Problem> {
    let draft = of(site, actor, id).await?;
    actor.may(Right::LinkKeep, draft.congress)?;
    Ok(draft)
}

/// A draft with all that is looked at.
///
/// # Errors
/// As [`of`].
pub async fn look(site: &Site, actor: &Actor, id: DraftId) -> Result<Looked, Problem> {
    let draft = of(site, actor, id).await?;
    let kind = read_kind(&mut site.db(), draft.kind).await?.ok_or_else(Problem::missing)?;
    let plan = plan::of(&mut site.db(), &kind, site.today()).await?;
    let lines = lines(&mut site.db(), id, (kind.spec.one, kind.spec.other)).await?;
    let pairs = pairs(&plan, &lines);
    let (uncovered, short) = (plan.uncovered(&kind, &pairs), plan.short(&kind, &pairs));
    Ok(Looked { draft, kind, plan, lines, uncovered, short })
}

/// A draft taken up with its kind, what it started from and its lines.
struct Taken {
    tx: Tx,
    draft: Draft,
    kind: Kind,
    plan: Plan,
    lines: Vec<(u32, End, End)>,
}

async fn take(site: &Site, actor: &Actor, id: DraftId) -> Result<Taken, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let mut tx = site.db().begin().await?;
    let draft = take_draft(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    sight::office(actor, draft.congress)?;
    actor.may(Right::LinkKeep, draft.congress)?;
    if draft.stage != DraftStage::Open {
        return Err(refused(Refusal::DraftOver));
    }
    let kind = take_kind(&mut tx, draft.kind).await?.ok_or_else(Problem::missing)?;
    let plan = plan::of(&mut tx, &kind, site.today()).await?;
    let lines = lines(&mut tx, id, (kind.spec.one, kind.spec.other)).await?;
    Ok(Taken { tx, draft, kind, plan, lines })
}

impl Taken {
    async fn finish(mut self, site: &Site, actor: &Actor, fact: Fact) -> Result<(), Problem> {
        let record = actor.records(site.now(), self.draft.congress, self.draft.id.uuid(), fact);
        journal::append(&mut self.tx, record).await?;
        self.tx.commit().await?;
        site.wrote();
        Ok(())
    }

    /// Whether a pair may be added to all that would stand but the line `without`.
    fn fits(&self, one: &End, other: &End, without: Option<u32>) -> Result<(), Refusal> {
        let unknown = |end: &End| Refusal::NotOnSide { name: end.to_string() };
        let by = self.plan.ones.iter().find(|known| known.end == *one).ok_or_else(|| unknown(one))?;
        if !self.plan.others.iter().any(|known| known.end == *other) {
            return Err(unknown(other));
        }
        let left = self.lines.iter().filter(|(n, _, _)| Some(*n) != without).cloned().collect::<Vec<_>>();
        allowed(&self.kind, &pairs(&self.plan, &left), (one, &by.name), other)
    }
}

/// Whether a pair may be added to those that stand.
pub(super) fn allowed(
    kind: &Kind,
    pairs: &[(End, End)],
    (one, name): (&End, &str),
    other: &End,
) -> Result<(), Refusal> {
    if one == other {
        return Err(Refusal::Oneself);
    }
    if pairs.iter().any(|(by, to)| by == one && to == other) {
        return Err(Refusal::LinkedTwice);
    }
    let has = pairs.iter().filter(|(by, _)| by == one).count();
    match kind.spec.most {
        Some(most) if has >= usize::from(most) => Err(Refusal::Full { name: name.to_owned(), most }),
        _ => Ok(()),
    }
}

fn read(kind: &Kind, wanted: &LinkLineWanted) -> Result<(End, End), Refusal> {
    let unknown = |text: &str| Refusal::NotOnSide { name: text.chars().take(40).collect() };
    let one = End::read(kind.spec.one.sort(), &wanted.one).ok_or_else(|| unknown(&wanted.one))?;
    let other = End::read(kind.spec.other.sort(), &wanted.other).ok_or_else(|| unknown(&wanted.other))?;
    Ok((one, other))
}

/// Adds a pair to a draft.
///
/// # Errors
/// When one of the two is not on its side, they are linked, or who links has as many as they may.
pub async fn add(site: &Site, actor: &Actor, id: DraftId, wanted: LinkLineWanted) -> Result<(), Problem> {
    let mut taken = take(site, actor, id).await?;
    let (one, other) = read(&taken.kind, &wanted).map_err(refused)?;
    taken.fits(&one, &other, None).map_err(refused)?;
    add_line(&mut taken.tx, id, &one, &other).await?;
    taken.finish(site, actor, Fact::DraftChanged).await
}

/// Gives a line of a draft to somebody else.
///
/// # Errors
/// As [`add`]; missing where there is no such line.
pub async fn give(site: &Site, actor: &Actor, id: DraftId, n: u32, one: &str) -> Result<(), Problem> {
    let mut taken = take(site, actor, id).await?;
    let line = taken.lines.iter().find(|(own, _, _)| *own == n).cloned();
    let (_, _, other) = line.ok_or_else(Problem::missing)?;
    let wanted = LinkLineWanted { one: one.to_owned(), other: other.to_string() };
    let (one, other) = read(&taken.kind, &wanted).map_err(refused)?;
    taken.fits(&one, &other, Some(n)).map_err(refused)?;
    move_line(&mut taken.tx, id, n, &one).await?;
    taken.finish(site, actor, Fact::DraftChanged).await
}

/// Takes a line out of a draft.
///
/// # Errors
/// When the draft is over; missing where there is no such line.
pub async fn remove(site: &Site, actor: &Actor, id: DraftId, n: u32) -> Result<(), Problem> {
    let mut taken = take(site, actor, id).await?;
    if !remove_line(&mut taken.tx, id, n).await? {
        return Err(Problem::missing());
    }
    taken.finish(site, actor, Fact::DraftChanged).await
}

/// Adopts a draft: its links begin, and those of which an end is no longer on its side end.
///
/// # Errors
/// When nothing would begin or end, or somebody in it is no longer on their side or is linked already.
pub async fn adopt(site: &Site, actor: &Actor, id: DraftId) -> Result<(), Problem> {
    let mut taken = take(site, actor, id).await?;
    let (lines, gone) = (std::mem::take(&mut taken.lines), std::mem::take(&mut taken.plan.gone));
    if lines.is_empty() && gone.is_empty() {
        return Err(refused(Refusal::DraftEmpty));
    }
    fresh(&taken.plan, &lines).map_err(refused)?;
    let (kind, congress, since) = (taken.kind.id, taken.draft.congress, taken.draft.since);
    let mut facts: Vec<Recorded<Fact>> = Vec::with_capacity(lines.len() + gone.len());
    for link in &gone {
        let until = site.today().max(link.since);
        end_link(&mut taken.tx, link.id, until, EndReason::Left, None).await?;
        let (one, other) = (link.one.clone(), link.other.clone());
        let fact = Fact::Ended { kind, one, other, until, reason: EndReason::Left };
        facts.push(actor.records(site.now(), congress, link.id.uuid(), fact));
    }
    for (_, one, other) in &lines {
        let (one, other) = (one.clone(), other.clone());
        let link = Link { id: site.new_id(), kind, congress, one, other, since, ended: None, version: 1 };
        begin_link(&mut taken.tx, &link).await?;
        let fact = Fact::Linked { kind, one: link.one, other: link.other, since, draft: Some(id) };
        facts.push(actor.records(site.now(), congress, link.id.uuid(), fact));
    }
    journal::append_all(&mut taken.tx, facts).await?;
    end_draft(&mut taken.tx, id, DraftStage::Adopted).await?;
    let fact = Fact::Adopted { kind, links: lines.len() as u64, ended: gone.len() as u64 };
    taken.finish(site, actor, fact).await
}

/// Whether everybody in the lines is still on their side and not linked meanwhile.
fn fresh(plan: &Plan, lines: &[(u32, End, End)]) -> Result<(), Refusal> {
    let names: HashMap<&End, &str> =
        plan.ones.iter().chain(&plan.others).map(|known| (&known.end, known.name.as_str())).collect();
    let mut pairs: HashSet<(End, End)> = plan.pairs().into_iter().collect();
    for (_, one, other) in lines {
        let on_side = plan.ones.iter().any(|known| known.end == *one) && names.contains_key(other);
        if !on_side || !pairs.insert((one.clone(), other.clone())) {
            let name = names.get(other).map_or_else(|| other.to_string(), |name| (*name).to_owned());
            return Err(Refusal::DraftStale { name });
        }
    }
    Ok(())
}

/// Gives a draft up.
///
/// # Errors
/// When it is over.
pub async fn give_up(site: &Site, actor: &Actor, id: DraftId) -> Result<(), Problem> {
    let mut taken = take(site, actor, id).await?;
    end_draft(&mut taken.tx, id, DraftStage::Dropped).await?;
    taken.finish(site, actor, Fact::DraftDropped).await
}
