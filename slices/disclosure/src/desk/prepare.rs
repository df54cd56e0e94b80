//! A suggestion as the office prepares it for the public: its texts with the passages found, and whether it may be disclosed.

use accounts_rules::{Actor, Right};
use disclosure_rules::{Disclosure, Letter, Matter, Part, Passage, Refusal, Stage, SuggestionId, propose};
use kernel::{BodyId, Due};
use kit::{Problem, Site, db::Ask, web::api::edition};
use suggestions_rules::{Limit, RuleBook};

use crate::{
    queries::{
        book,
        matter::{LetterRow, MatterRow, letters, matter, points, signer_names},
    },
    store::{self, DisclosureKept},
};

/// One text of the original with what was found in it.
#[derive(Clone, Debug)]
pub struct Source {
    /// Which.
    pub part: Part,
    /// The unit, of a letter.
    pub unit: Option<String>,
    /// As it was written.
    pub text: String,
    /// What may name somebody.
    pub passages: Vec<Passage>,
}

/// Everything the office needs to decide.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// The suggestion.
    pub matter: MatterRow,
    /// The letters, those kept back too.
    pub letters: Vec<LetterRow>,
    /// The texts that could be read.
    pub sources: Vec<Source>,
    /// The signers' names, where they are not to be known.
    pub secret: Vec<String>,
    /// What was decided before.
    pub kept: Option<DisclosureKept>,
    /// The rule book.
    pub book: RuleBook,
    /// Why it may not be disclosed, if so.
    pub refusal: Option<Refusal>,
    /// The day by which it should be before the public, counted from when it could be.
    pub due: Option<Due>,
}

impl Prepared {
    /// Of what was looked at: the disclosure and every text. A letter that comes in meanwhile makes it another, so nobody
    /// discloses what nobody has read.
    #[must_use]
    pub fn version(&self) -> i64 {
        let kept = self.kept.as_ref().map_or(0, |kept| kept.version).to_string();
        let rounds: Vec<String> =
            self.letters.iter().map(|it| format!("{} {} {}", it.assignment, it.round, it.publish)).collect();
        let texts = self.sources.iter().map(|source| source.text.as_str());
        let words: Vec<&str> =
            std::iter::once(kept.as_str()).chain(rounds.iter().map(String::as_str)).chain(texts).collect();
        edition(&words)
    }

    /// The congress.
    #[must_use]
    pub fn congress(&self) -> BodyId {
        self.matter.congress
    }

    /// Whether the public reads it now.
    #[must_use]
    pub fn disclosed(&self) -> bool {
        self.kept.as_ref().is_some_and(|kept| matches!(kept.disclosure.stage, Stage::Disclosed { .. }))
    }

    /// Whether the deputy may be named to the public.
    #[must_use]
    pub fn names_deputy(&self) -> bool {
        self.book.disclosure.names_deputy.value && !self.matter.keep_identity
    }

    /// The disclosure as it stands, or a new one.
    #[must_use]
    pub(super) fn disclosure(&self, site: &Site) -> Disclosure {
        match &self.kept {
            Some(kept) => kept.disclosure.clone(),
            None => Disclosure::waiting(site.new_id(), self.matter.congress, self.matter.suggestion),
        }
    }
}

/// Prepares a suggestion for whoever discloses in its congress.
///
/// # Errors
/// As if there were none, for anybody else.
pub async fn prepare(site: &Site, ask: &mut impl Ask, actor: &Actor, id: SuggestionId) -> Result<Prepared, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let matter = matter(ask, id).await?.ok_or_else(Problem::missing)?;
    actor.may(Right::DisclosureKeep, matter.congress).map_err(|_| Problem::missing())?;
    let letters = letters(ask, id).await?;
    let book = book::of_session(ask, matter.congress, matter.session).await?;
    let kept = store::of_suggestion(ask, id).await?;
    let unnamed = matter.keep_identity || !book.disclosure.names_deputy.value;
    let secret = if unnamed { signer_names(ask, &matter).await? } else { Vec::new() };
    // Who sees to a point is somebody of the unit: found, and hidden or kept by a person like every other name.
    let names: Vec<String> = points(ask, id).await?.into_iter().filter_map(|point| point.owner).collect();
    let refusal = weighed(&matter, &letters).may_be_disclosed(&book.disclosure).err();
    let sources = sources(&matter, &letters, (&names, &secret));
    let from = open_since(&matter, &letters, &book);
    let due = from.filter(|_| refusal.is_none());
    let due = due.map(|from| Due::count(&site.calendar(), from.day(), book.span(Limit::Disclose)));
    Ok(Prepared { matter, letters, sources, secret, kept, book, refusal, due })
}

fn weighed(matter: &MatterRow, letters: &[LetterRow]) -> Matter {
    let letter = |it: &LetterRow| Letter { assignment: it.assignment, publish: it.publish };
    Matter {
        consented: matter.publish == Some(true),
        closed: matter.stage == "closed",
        ended: !["handling", "closed"].contains(&matter.stage.as_str()),
        letters: letters.iter().map(letter).collect(),
    }
}

/// Since when it could have been disclosed.
fn open_since(matter: &MatterRow, letters: &[LetterRow], book: &RuleBook) -> Option<kernel::Moment> {
    let replied = letters.iter().map(|letter| letter.delivered).min();
    if book.disclosure.after_closing.value { matter.closed } else { replied }
}

fn sources(matter: &MatterRow, letters: &[LetterRow], (names, secret): (&[String], &[String])) -> Vec<Source> {
    let source = |part, unit, text: &str| {
        let passages = propose(text, names, secret);
        Source { part, unit, text: text.to_owned(), passages }
    };
    let own = [source(Part::Title, None, &matter.title), source(Part::Body, None, &matter.body)];
    let open = letters.iter().filter(|letter| letter.publish);
    let open = open.map(|it| source(Part::Reply(it.assignment), it.unit_name.clone(), &it.body));
    own.into_iter().chain(open).collect()
}
