//! One suggestion led through the rules, verb by verb, at the moments its story has.

mod contact;
mod differing;
mod doubt;
mod handle;
mod object;
mod points;
mod promise;
mod room;
mod shown;

use demo::{Chance, Ending, Matter, Paper, Remark, Spot, Story, When, finding, remark, story};
use kernel::{AccountId, Moment, PersonId, Recorded};
use suggestions_rules::{
    Contact, Doubt, Fact, Given, Hand, Number, Occasion, Promise, Refusal, RemarkId, Series, SessionId, ShownDraft,
    Suggestion, SuggestionId,
};

pub use self::differing::Differed;
use self::room::Note;

use super::{
    drawn::{category, lead, others, sheet},
    world::{Congress, Deputy, World},
};

/// A reason or opinion somebody typed.
pub struct Words {
    pub id: RemarkId,
    pub kind: &'static str,
    pub words: String,
    pub by: Option<AccountId>,
    pub at: Moment,
}

/// The suggestion as it is now, what happened to it, and what was said on the way.
pub struct Tale {
    pub suggestion: Suggestion,
    pub begun: Moment,
    pub facts: Vec<Recorded<Fact>>,
    pub words: Vec<Words>,
    pub contacts: Vec<Contact>,
    /// The doubts about classes.
    pub doubts: Vec<Doubt>,
    pub promises: Vec<Promise>,
    pub notes: Vec<Note>,
    /// The drafts shown to deputies.
    pub shown: Vec<ShownDraft>,
    pub differences: Vec<Differed>,
}

/// What is drawn before the story is told: which congress, about what, and how it went.
pub struct Draft<'a> {
    pub index: u64,
    pub congress: &'a Congress,
    pub matter: &'a Matter,
    pub story: Story,
}

impl<'a> Draft<'a> {
    /// Draws the `index`-th suggestion of the world.
    pub fn draw(world: &'a World, congress: &'a Congress, index: u64) -> Option<Self> {
        let mut chance = Chance::of(world.seed, "matter", index);
        let matter = chance.pick(world.grammar.matters())?;
        let opened: Vec<_> = congress.term.sessions.iter().map(|session| session.opened).collect();
        let when =
            When { today: world.today, since: congress.term.began, sessions: &opened, calendar: &world.calendar };
        let story = story(world.seed, index, matter, congress.area.level(), &when);
        Some(Self { index, congress, matter, story })
    }

    /// The session it belongs to, by its place in the term: the last that had opened, the first for what came before.
    pub fn session(&self) -> usize {
        let day = self.story.submitted.unwrap_or(self.story.drafted).day();
        let sessions = &self.congress.term.sessions;
        sessions.iter().rposition(|session| session.opened <= day).unwrap_or(0)
    }
}

/// The teller: the suggestion in its present state and all that was collected.
struct Teller<'a> {
    world: &'a World,
    draft: &'a Draft<'a>,
    chance: Chance,
    suggestion: Suggestion,
    tale: (Vec<Recorded<Fact>>, Vec<Words>),
    contacts: Vec<Contact>,
    doubts: Vec<Doubt>,
    promises: Vec<Promise>,
    notes: Vec<Note>,
    shown: Vec<ShownDraft>,
    differences: Vec<Differed>,
    lead: &'a Deputy,
    others: Vec<&'a Deputy>,
    spot: Spot,
}

/// Tells it. `n` is its number in its session's series, for those that have one.
///
/// # Errors
/// When the rules refuse a step: then the story is wrong.
pub fn tell(world: &World, draft: &Draft<'_>, n: u32) -> Result<Tale, Refusal> {
    let mut teller = Teller::begin(world, draft).ok_or(Refusal::NotLead)?;
    let told = &draft.story;
    teller.ask_others(told)?;
    if let Some(at) = told.submitted {
        teller.submit(at)?;
    }
    if let Some(at) = told.returned {
        let reason = teller.word(at, Some(draft.congress.clerk), Remark::Returned, "return");
        teller
            .step(at, Some(draft.congress.clerk), |suggestion, given| suggestion.return_for_editing(reason, given))?;
    }
    if let Some(refusal) = told.refusal {
        teller.refuse(refusal)?;
    }
    if let Some(at) = told.accepted {
        teller.accept(at, n)?;
    }
    if let Some(at) = told.assigned {
        teller.handle(at, told)?;
    }
    if let Some(at) = told.closed {
        teller.step(at, Some(draft.congress.clerk), |suggestion, given| suggestion.close(given))?;
    }
    teller.keep_promises()?;
    let (facts, words) = teller.tale;
    Ok(Tale {
        suggestion: teller.suggestion,
        begun: told.drafted,
        facts,
        words,
        contacts: teller.contacts,
        doubts: teller.doubts,
        promises: teller.promises,
        notes: teller.notes,
        shown: teller.shown,
        differences: teller.differences,
    })
}

impl<'a> Teller<'a> {
    fn begin(world: &'a World, draft: &'a Draft<'a>) -> Option<Self> {
        let (congress, index) = (draft.congress, draft.index);
        let mut chance = Chance::of(world.seed, "tale", index);
        let lead_at = lead(congress, index, &mut chance);
        let lead = world.people.get(*congress.deputies.get(lead_at)?)?;
        let others = others(world, congress, lead_at, draft.story.invited, &mut chance);
        let spot = Spot::in_area(&world.places, &congress.area, &mut chance);
        let paper = Paper::write(&world.grammar, draft.matter, &spot, world.seed, index, world.total);
        let id: SuggestionId = world.id("suggestion", index, draft.story.drafted);
        let session = SessionId::from_uuid(congress.term.sessions.get(draft.session())?.id.uuid());
        let sheet = sheet(congress, draft, &paper, &mut chance);
        let hand = Hand { person: lead.person, through: None };
        let (suggestion, fact) = Suggestion::draft(id, congress.body, session, hand, sheet);
        let (tale, contacts, doubts, promises, notes, shown, differences) = Default::default();
        let mut teller = Self {
            world,
            draft,
            chance,
            suggestion,
            tale,
            contacts,
            doubts,
            promises,
            notes,
            shown,
            differences,
            lead,
            others,
            spot,
        };
        teller.keep(draft.story.drafted, Some(lead.account), fact);
        Some(teller)
    }

    fn keep(&mut self, at: Moment, by: Option<AccountId>, fact: Fact) {
        let (body, subject) = (Some(self.suggestion.congress), self.suggestion.id.uuid());
        self.tale.0.push(Recorded { at, by, acting_for: None, body, subject, fact });
    }

    fn step(
        &mut self,
        at: Moment,
        by: Option<AccountId>,
        verb: impl FnOnce(Suggestion, &Given<'_>) -> suggestions_rules::Done,
    ) -> Result<(), Refusal> {
        let given = Given { now: at, book: &self.world.book, calendar: &self.world.calendar };
        let (now, fact) = verb(self.suggestion.clone(), &given)?;
        self.suggestion = now;
        self.keep(at, by, fact);
        Ok(())
    }

    fn word(&mut self, at: Moment, by: Option<AccountId>, kind: Remark, called: &'static str) -> RemarkId {
        let words = remark(&self.world.grammar, kind, &mut self.chance).to_owned();
        self.said(at, by, words, called)
    }

    fn said(&mut self, at: Moment, by: Option<AccountId>, words: String, called: &'static str) -> RemarkId {
        let nth = self.draft.index * 64 + self.tale.1.len() as u64;
        let id = self.world.id("remark", nth, at);
        self.tale.1.push(Words { id, kind: called, words, by, at });
        id
    }

    /// Co-signers are asked; where it is still collecting, half of them have answered.
    fn ask_others(&mut self, told: &Story) -> Result<(), Refusal> {
        let Some(at) = told.asked else { return Ok(()) };
        let people: Vec<PersonId> = self.others.iter().map(|other| other.person).collect();
        if people.is_empty() {
            return Ok(());
        }
        let hand = self.hand(self.lead);
        self.step(at, Some(self.lead.account), |suggestion, given| suggestion.invite(hand, &people, given))?;
        let room = told.submitted.map_or(3_600_000, |submitted| submitted.millis() - at.millis());
        for (nth, other) in self.others.clone().into_iter().enumerate() {
            if told.ending == Ending::Cosigning && nth % 2 == 1 {
                continue;
            }
            let hand = self.hand(other);
            let share = i64::try_from(nth + 1).unwrap_or(1) * room / i64::try_from(people.len() + 2).unwrap_or(2);
            let declines = self.chance.hits(1, 25);
            self.step(at.plus_millis(share), Some(other.account), |suggestion, given| match declines {
                true => suggestion.decline_cosign(hand, given),
                false => suggestion.cosign(hand, given),
            })?;
        }
        Ok(())
    }

    fn submit(&mut self, at: Moment) -> Result<(), Refusal> {
        let day = at.day();
        let sits = |session: &super::world::Session| session.opened <= day && day <= session.closed;
        let occasion = match self.draft.congress.term.sessions.iter().any(sits) {
            true => Occasion::InSession,
            false => Occasion::Between,
        };
        let (hand, session) = (self.hand(self.lead), self.suggestion.session);
        self.step(at, Some(self.lead.account), |suggestion, given| suggestion.submit(hand, session, occasion, given))
    }

    /// Handed in again after it was returned, it is found to be no suggestion; the lead deputy agrees or insists.
    fn refuse(&mut self, refusal: demo::Refusal) -> Result<(), Refusal> {
        self.submit(refusal.again)?;
        let (clerk, at) = (Some(self.draft.congress.clerk), refusal.at);
        let found = finding(&self.world.grammar, &mut self.chance);
        let reason = self.said(at, clerk, found.words.to_owned(), "refusal");
        self.step(at, clerk, |suggestion, given| suggestion.refuse(found.ground, found.disposal, reason, given))?;
        let (hand, by) = (self.hand(self.lead), Some(self.lead.account));
        match refusal.word {
            Some((at, true)) => {
                let reason = self.word(at, by, Remark::Insisted, "insisting");
                self.step(at, by, |suggestion, _| suggestion.insist(hand, reason))
            }
            Some((at, false)) => self.step(at, by, |suggestion, given| suggestion.acknowledge_refusal(hand, given)),
            None => Ok(()),
        }
    }

    fn accept(&mut self, at: Moment, n: u32) -> Result<(), Refusal> {
        let by = Some(self.draft.congress.clerk);
        let category = category(self.draft.matter);
        self.step(at, by, |suggestion, given| suggestion.accept(category, given))?;
        let series = series(self.world, self.draft);
        let session = self.draft.congress.term.sessions.get(self.draft.session());
        let year = session.map_or(at.day(), |session| session.opened).parts().0;
        let text = self.world.book.number_pattern.value.write(year, n);
        let number = Number { series, n, text };
        self.step(at.plus_millis(30_000), by, |suggestion, given| suggestion.number(number, given))
    }

    const fn hand(&self, deputy: &Deputy) -> Hand {
        Hand { person: deputy.person, through: None }
    }
}

/// The run its number belongs to.
pub fn series(world: &World, draft: &Draft<'_>) -> String {
    let session = draft.congress.term.sessions.get(draft.session());
    match (world.book.number_series.value, session) {
        (Series::Session, Some(session)) => session.id.to_string(),
        _ => draft.story.accepted.unwrap_or(draft.story.drafted).day().parts().0.to_string(),
    }
}
