//! Drafts shown to signers, as far as they may be known of, with the letter for the signer it is shown to.

use accounts_rules::Actor;
use kernel::{Moment, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};
use suggestions_rules::{
    Fact, Letter, RemarkId, Round, ShownDraft, ShownEnd, ShownId, Stage, Suggestion, SuggestionId,
};

use crate::{Sight, desk, store};

/// A draft shown to a signer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// To whom, when, and what was said.
    pub draft: ShownDraft,
    /// The letter as it stands, for the signer who reads it now.
    pub letter: Option<Letter>,
    /// Whether the unit waits for an answer; what was not answered before the reply was signed waits no more.
    pub waits: bool,
    /// Whether the letter was changed after the answer, and is not signed yet.
    pub changed: bool,
}

row!(
    /// A draft that waits for the deputy's word.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct ToRead {
        /// It.
        pub id: ShownId,
        /// The suggestion.
        pub suggestion: SuggestionId,
        /// 标题.
        pub title: String,
        /// The unit that shows it.
        pub unit: Option<String>,
        /// Since when.
        pub shown: Moment,
    }
);

/// The drafts shown to a deputy that wait for an answer and can be read, the oldest first.
pub async fn to_read(ask: &mut impl Ask, person: PersonId) -> Result<Vec<ToRead>, Fault> {
    let sql = Sql::new(
        "select d.id, d.suggestion, s.title, b.name, d.shown from shown_draft d join suggestion s on s.id = d.suggestion \
         join assignment a on a.id = d.assignment left join v_body b on b.id = a.unit \
         join reply r on r.assignment = d.assignment and r.round = d.round \
         where d.standing = 'waiting' and d.person = {} and s.stage = 'handling' and a.work <> 'passed-on' \
         and r.stage in ('drafted', 'checking', 'sent-back', 'passed') \
         and (s.lead = d.person or exists (select 1 from cosigner c where c.suggestion = s.id and c.person = d.person \
         and c.answer = 'confirmed')) order by d.shown, d.id",
    );
    ask.all(sql.bind(person)).await
}

/// Those of a suggestion that may be known of. `whole` is the suggestion before anything was left out of it.
pub(super) async fn shown(
    ask: &mut impl Ask,
    whole: &Suggestion,
    actor: &Actor,
    sight: &Sight,
) -> Result<Vec<Shown>, Fault> {
    if whole.stage.handling().is_none() || *sight == Sight::Public {
        return Ok(vec![]);
    }
    let all = store::shown_drafts(ask, whole.id).await?;
    let known = all.into_iter().filter(|draft| knows(actor, sight, draft));
    Ok(known.map(|draft| dressed(whole, actor, draft)).collect())
}

/// Whether that one was shown may be known of: by the unit and by who follows its work, and by that signer alone.
pub(crate) fn knows(actor: &Actor, sight: &Sight, draft: &ShownDraft) -> bool {
    match sight {
        Sight::Unit(own) => own.contains(&draft.assignment),
        Sight::Office | Sight::Transfer => true,
        Sight::Lead | Sight::Cosigner => Some(draft.to) == actor.stands_for(),
        Sight::Public => false,
    }
}

fn dressed(whole: &Suggestion, actor: &Actor, draft: ShownDraft) -> Shown {
    let open = round_of(whole, &draft).filter(|round| draft.opens(round));
    let own = actor.stands_for() == Some(draft.to);
    let now = desk::reply::edition(open.and_then(Round::letter));
    let changed = matches!(draft.end, ShownEnd::Answered { letter, .. } if open.is_some() && letter != now);
    Shown {
        letter: open.filter(|_| own).and_then(Round::letter).cloned(),
        waits: open.is_some_and(|round| draft.waits(round)),
        changed,
        draft,
    }
}

/// The round in which the unit works on its letter. On what was withdrawn nobody works, though its letters are kept.
pub(crate) fn round_of<'a>(whole: &'a Suggestion, draft: &ShownDraft) -> Option<&'a Round> {
    let Stage::Handling(handling) = &whole.stage else { return None };
    handling.handlers.find(draft.assignment).filter(|part| part.live())?.round()
}

/// Whether a fact of a shown draft may be told with those that may be known of.
pub(super) fn told(known: &[Shown], fact: &Fact) -> bool {
    match fact {
        Fact::DraftShown { shown, .. } | Fact::DraftAnswered { shown, .. } | Fact::DraftTakenBack { shown, .. } => {
            known.iter().any(|one| one.draft.id == *shown)
        }
        _ => true,
    }
}

/// What the deputy said.
pub(super) const fn remark(shown: &Shown) -> Option<RemarkId> {
    match shown.draft.end {
        ShownEnd::Answered { words, .. } => words,
        ShownEnd::Waiting | ShownEnd::TakenBack { .. } => None,
    }
}
