//! One suggestion, whole: as it stands, with names, words and history, as the actor may see it.

use std::collections::BTreeMap;

use accounts_rules::Actor;
use kernel::{AccountId, BodyId, Moment, PersonId};
use kit::{
    Fault, Problem, Site,
    db::{Ask, Sql},
    journal, row,
};
use suggestions_rules::{
    AssignmentId, Contact, Doubt, Fact, Letter, Mark, Promise, RemarkId, Suggestion, SuggestionId, timeline,
};

use super::{
    Attachment, Linked, attachments,
    beside::beside,
    calls, contacts, doubts,
    merged::linked,
    origins, promises,
    severed::{SeveredPaper, severed},
    shown,
};
use crate::{Sight, store};

/// One suggestion, whole.
#[derive(Clone, Debug)]
pub struct Detail {
    /// As it may be seen.
    pub suggestion: Suggestion,
    /// The version its next editor must have seen.
    pub version: i64,
    /// When its draft was begun.
    pub begun: Moment,
    /// As whom the actor looks at it.
    pub sight: Sight,
    /// What was done and what is awaited, read off its state.
    pub timeline: Vec<Mark>,
    /// Every fact of it, oldest first.
    pub history: Vec<Happened>,
    /// The files that came with it and with its replies, as far as they may be seen.
    pub attachments: Vec<Attachment>,
    /// The talks with deputies, as far as they may be known of.
    pub contacts: Vec<Contact>,
    /// Whether it is a key suggestion (重点督办).
    pub key: bool,
    /// The one it goes with (并案).
    pub goes_with: Option<Linked>,
    /// Those that go with it.
    pub along: Vec<Linked>,
    /// The papers that were one with it, as far as they may be known of.
    pub severed: Vec<SeveredPaper>,
    /// From what it was made.
    pub origins: origins::Origins,
    /// The drafts shown to signers, as far as they may be known of.
    pub shown: Vec<shown::Shown>,
    /// The doubts about classes of replies, as far as they may be known of.
    pub doubts: Vec<Doubt>,
    /// Whether units of it disagree and nobody has settled it yet; told to those who work on it.
    pub differs: bool,
    /// What units promised, as far as it may be known of.
    pub promises: Vec<Promise>,
    /// The words people gave as reasons, by identity.
    pub remarks: BTreeMap<RemarkId, Remark>,
    people: BTreeMap<PersonId, String>,
    bodies: BTreeMap<BodyId, String>,
    accounts: BTreeMap<AccountId, String>,
}

row!(
    /// Words somebody gave as a reason.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Remark {
        /// Its identity.
        pub id: RemarkId,
        /// What it is the reason of.
        pub kind: String,
        /// The words.
        pub words: String,
        /// When.
        pub at: Moment,
    }
);

row!(
    /// Where a suggestion stands, for whoever has just moved it.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Standing {
        /// The version its next editor must have seen.
        pub version: i64,
        /// The word of its stage.
        pub stage: String,
        /// The number as written, once it has one.
        pub number: Option<String>,
    }
);

/// One fact of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// When.
    pub at: Moment,
    /// The account that did it; nothing when the system did.
    pub by: Option<AccountId>,
    /// The deputy for whom it was done (代录).
    pub acting_for: Option<PersonId>,
    /// `suggestion.submitted`.
    pub verb: String,
    /// What.
    pub fact: Fact,
}

impl Detail {
    /// The name of a person in it.
    #[must_use]
    pub fn person(&self, id: PersonId) -> &str {
        self.people.get(&id).map_or("", String::as_str)
    }

    /// The name of a unit or congress in it.
    #[must_use]
    pub fn body(&self, id: BodyId) -> &str {
        self.bodies.get(&id).map_or("", String::as_str)
    }

    /// The name on an account in its history.
    #[must_use]
    pub fn account(&self, id: AccountId) -> &str {
        self.accounts.get(&id).map_or("", String::as_str)
    }

    /// The version an editor must name, while the deputy can edit.
    #[must_use]
    pub const fn edition(&self) -> Option<i64> {
        store::edition(&self.suggestion, self.version)
    }

    /// Whether letters that are not signed yet are shown: to those who work on them.
    #[must_use]
    pub const fn sees_drafts(&self) -> bool {
        self.sight.works()
    }

    /// The files of the sheet and of the replies: neither the evidence of a promise nor what was left in the case room.
    pub fn papers(&self) -> impl Iterator<Item = &Attachment> {
        self.attachments.iter().filter(|file| file.promise.is_none() && file.note.is_none())
    }

    /// What a signer answered beside the scores of a round, as far as it may be seen.
    #[must_use]
    pub fn answers(&self, part: AssignmentId, of: u16, who: PersonId) -> Option<&BTreeMap<String, String>> {
        self.history.iter().find_map(|one| match &one.fact {
            Fact::FormAnswered { assignment, round, signer, answers } => {
                ((*assignment, *round, *signer) == (part, of, who)).then_some(answers)
            }
            _ => None,
        })
    }

    /// Whether a reason is kept for the congress alone.
    #[must_use]
    pub fn confidential(&self, id: RemarkId) -> bool {
        self.remarks.get(&id).is_some_and(|remark| remark.kind == store::CONFIDENTIAL)
    }

    /// The present letter of a part, whatever its stage.
    #[must_use]
    pub fn letter(&self, part: AssignmentId) -> Option<&Letter> {
        self.suggestion.stage.handling()?.handlers.find(part)?.round()?.letter()
    }

    /// The words of a reason; empty where they were erased or are not to be seen.
    #[must_use]
    pub fn words(&self, id: RemarkId) -> &str {
        self.remarks.get(&id).map_or("", |remark| remark.words.as_str())
    }
}

/// One suggestion as the actor may see it.
///
/// # Errors
/// When there is none, or it is not for this actor to know of.
pub async fn detail(site: &Site, actor: &Actor, id: SuggestionId) -> Result<Detail, Problem> {
    let mut look = site.db().look().await?;
    let kept = store::read(&mut look, id).await?.ok_or_else(Problem::missing)?;
    let sight = Sight::of(actor, &kept.suggestion)?;
    let today = site.today();
    let has = beside(&mut look, id).await?;
    let shown = if has.shown { shown::shown(&mut look, &kept.suggestion, actor, &sight).await? } else { vec![] };
    let suggestion = sight.show(actor, kept.suggestion, today);
    let kept_secret = sight == Sight::Public && suggestion.sheet.keep_identity;
    let contacts = if has.talks { contacts::contacts(&mut look, id, actor, &sight).await? } else { vec![] };
    let seen = (&suggestion, contacts.as_slice());
    let promises = if has.promises { promises::promises(&mut look, &suggestion, &sight, today).await? } else { vec![] };
    let mut history = if kept_secret { vec![] } else { history(&mut look, id, seen, &sight).await? };
    let doubts = if has.doubts { doubts::doubts(&mut look, &suggestion, &sight).await? } else { vec![] };
    history.retain(|happened| promises::told(&promises, &happened.fact) && doubts::told(&doubts, &happened.fact));
    history.retain(|happened| shown::told(&shown, &happened.fact));
    let mut remarks = remarks(&mut look, id, seen, &sight).await?;
    let doubted: Vec<RemarkId> = doubts.iter().flat_map(doubts::remarks).collect();
    remarks.retain(|id, remark| remark.kind != "class-doubt" || doubted.contains(id));
    let said: Vec<RemarkId> = shown.iter().filter_map(shown::remark).collect();
    remarks.retain(|id, remark| remark.kind != "draft-answer" || said.contains(id));
    remarks.retain(|id, remark| {
        remark.kind != store::CONFIDENTIAL || sight == Sight::Office || said_by(&suggestion, actor, *id)
    });
    let promised: Vec<RemarkId> = history.iter().filter_map(|happened| promises::words(&happened.fact)).collect();
    remarks.retain(|id, remark| !remark.kind.starts_with("promise") || promised.contains(id));
    let attachments = if has.files { attachments(&mut look, &suggestion, &sight).await? } else { vec![] };
    let (people, bodies) = names(&mut look, &suggestion).await?;
    let accounts = accounts(&mut look, &history).await?;
    let (goes_with, along) = linked(&mut look, actor, &suggestion, has.along).await?;
    let origins = origins::origins(&mut look, (actor, &sight), &suggestion, has.raised).await?;
    let severed =
        if has.severed && sight != Sight::Public { severed(&mut look, actor, &suggestion).await? } else { vec![] };
    let timeline = calls::told(timeline(&suggestion), &history);
    let (key, differs) = (has.key, has.differs && sight.works());
    let (version, begun) = (kept.version, kept.begun);
    Ok(Detail {
        suggestion,
        version,
        begun,
        sight,
        timeline,
        history,
        attachments,
        contacts,
        key,
        goes_with,
        along,
        severed,
        origins,
        shown,
        doubts,
        differs,
        promises,
        remarks,
        people,
        bodies,
        accounts,
    })
}

/// Where it stands; nothing when there is none.
pub async fn standing(ask: &mut impl Ask, id: SuggestionId) -> Result<Option<Standing>, Fault> {
    ask.one(Sql::new("select version, stage, number from suggestion where id = {}").bind(id)).await
}

async fn history(
    ask: &mut impl Ask,
    id: SuggestionId,
    (seen, contacts): (&Suggestion, &[Contact]),
    sight: &Sight,
) -> Result<Vec<Happened>, Fault> {
    let mut history = Vec::new();
    for entry in journal::told_of::<Fact>(ask, id.uuid()).await? {
        let fact = entry.fact;
        let open = !sight.veils() || shown(seen, &fact);
        if open && (sight.works() || !among_workers(&fact)) && talked_of(contacts, sight, &fact) {
            let (at, by, acting_for, verb) = (entry.at, entry.by, entry.acting_for, entry.verb);
            history.push(Happened { at, by, acting_for, verb, fact });
        }
    }
    Ok(history)
}

/// What those who work on it do among themselves: how often a draft went back and forth, what they noted. The deputy is written the letter.
const fn among_workers(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::ReplyDrafted { .. }
            | Fact::ReplySentToCheck { .. }
            | Fact::ReplySentBack { .. }
            | Fact::ReplyPassed { .. }
            | Fact::RoomNoted { .. }
            | Fact::DifferenceRaised { .. }
            | Fact::DifferenceSettled { .. }
    )
}

/// Whether a talk in the history is one that may be read whole.
fn talked_of(contacts: &[Contact], sight: &Sight, fact: &Fact) -> bool {
    match fact {
        Fact::ContactRecorded { contact, .. }
        | Fact::ContactConfirmed { contact, .. }
        | Fact::ContactDisputed { contact, .. }
        | Fact::ContactWithdrawn { contact, .. } => {
            contacts.iter().any(|one| one.id == *contact && contacts::whole(sight, one))
        }
        _ => true,
    }
}

/// Whether a judgement in the history is open: it is, when it stands in the suggestion as it may be seen.
fn shown(seen: &Suggestion, fact: &Fact) -> bool {
    // That the office called a deputy tells who is silent.
    if matches!(fact, Fact::JudgementCalledFor { .. }) {
        return false;
    }
    let (Fact::ReplyJudged { assignment, round, signer, .. } | Fact::FormAnswered { assignment, round, signer, .. }) =
        fact
    else {
        return true;
    };
    let part = seen.stage.handling().and_then(|handling| handling.handlers.find(*assignment));
    part.is_some_and(|part| part.rounds().any(|r| r.ordinal == *round && r.word_of(*signer).is_some()))
}

/// Whether the reason is the actor's own: a confidential one is read by the office and by who gave it.
fn said_by(seen: &Suggestion, actor: &Actor, reason: RemarkId) -> bool {
    let rounds = seen.stage.handling().into_iter().flat_map(|handling| handling.handlers.all());
    let deliveries = rounds.flat_map(|part| part.rounds()).flat_map(|round| round.deliveries());
    let mut own = deliveries.filter(|delivery| Some(delivery.signer) == actor.stands_for());
    own.any(|delivery| delivery.judgement.is_some_and(|word| word.reason == Some(reason)))
}

async fn remarks(
    ask: &mut impl Ask,
    id: SuggestionId,
    (seen, contacts): (&Suggestion, &[Contact]),
    sight: &Sight,
) -> Result<BTreeMap<RemarkId, Remark>, Fault> {
    let sql = Sql::new("select id, kind, words, at from remark where suggestion = {} order by at").bind(id);
    let all: Vec<Remark> = ask.all(sql).await?;
    let open: Vec<RemarkId> = seen
        .stage
        .handling()
        .into_iter()
        .flat_map(|handling| handling.handlers.all())
        .flat_map(|part| part.rounds())
        .flat_map(|round| round.deliveries())
        .filter_map(|delivery| delivery.judgement.and_then(|word| word.reason))
        .collect();
    let talks = contacts.iter().filter(|one| contacts::whole(sight, one));
    let talked: Vec<RemarkId> = talks.flat_map(contacts::remarks).collect();
    let shown = |remark: &Remark| match sight {
        _ if remark.kind.starts_with("contact") => talked.contains(&remark.id),
        Sight::Public => false,
        Sight::Unit(_) | Sight::Transfer => match remark.kind.as_str() {
            "judgement" => open.contains(&remark.id),
            "judgement-call" => false,
            _ => true,
        },
        // What passes between units, and between a unit and its checker, is not written to the deputy.
        Sight::Lead | Sight::Cosigner => !matches!(
            remark.kind.as_str(),
            "opinion"
                | "send-back"
                | "objection"
                | "objection-basis"
                | "ruling"
                | "room"
                | "difference"
                | "judgement-call"
        ),
        Sight::Office => true,
    };
    Ok(all.into_iter().filter(shown).map(|remark| (remark.id, remark)).collect())
}

type Names = (BTreeMap<PersonId, String>, BTreeMap<BodyId, String>);

async fn names(ask: &mut impl Ask, seen: &Suggestion) -> Result<Names, Fault> {
    let people = std::iter::once(seen.lead.person).chain(seen.cosigners.iter().map(|cosigner| cosigner.person));
    let handlers = seen.stage.handling().into_iter().flat_map(|handling| handling.handlers.all());
    let bodies = seen.sheet.wishes.iter().copied().chain(handlers.flat_map(concerned)).chain([seen.congress]);
    let bodies = bodies.chain(seen.routed.map(|routed| routed.office));
    let people: Vec<(PersonId, String)> =
        ask.all(Sql::new("select id, name from v_person where id in ").list(people)).await?;
    let bodies: Vec<(BodyId, String)> =
        ask.all(Sql::new("select id, name from v_body where id in ").list(bodies)).await?;
    Ok((people.into_iter().collect(), bodies.into_iter().collect()))
}

/// The unit of a part, and those it proposed instead.
fn concerned(part: &suggestions_rules::Assignment) -> Vec<BodyId> {
    let lying = match &part.work {
        suggestions_rules::Work::Objecting { objection, .. } => Some(objection.proposed),
        _ => None,
    };
    part.settled.iter().map(|settled| settled.objection.proposed).chain(lying).chain([part.unit]).collect()
}

/// The name on an account; empty where there is none.
pub(crate) async fn account_name(ask: &mut impl Ask, id: AccountId) -> Result<String, Fault> {
    let found: Option<(String,)> = ask.one(Sql::new("select name from v_account where id = {}").bind(id)).await?;
    Ok(found.map(|(name,)| name).unwrap_or_default())
}

async fn accounts(ask: &mut impl Ask, history: &[Happened]) -> Result<BTreeMap<AccountId, String>, Fault> {
    let mut ids: Vec<AccountId> = history.iter().filter_map(|happened| happened.by).collect();
    ids.sort();
    ids.dedup();
    let rows: Vec<(AccountId, String)> =
        ask.all(Sql::new("select id, name from v_account where id in ").list(ids)).await?;
    Ok(rows.into_iter().collect())
}
