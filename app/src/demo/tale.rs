//! One suggestion led through the rules, verb by verb, at the moments its story has.

use demo::{
    About, Chance, Ending, Letter, Mark, Matter, Paper, Remark, Spot, Story, Tempo, When, field_of, remark, story,
};
use kernel::{AccountId, Moment, PersonId, Recorded, Text};
use suggestions_rules::{
    AssignmentId, Fact, Form, Given, Hand, Handler, Number, Occasion, Refusal, RemarkId, Score, Series, SessionId,
    Suggestion, SuggestionId,
};

use super::{
    drawn::{category, lead, others, score, sheet, text},
    world::{Congress, Deputy, Unit, World},
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
    if let Some(at) = told.accepted {
        teller.accept(at, n)?;
    }
    if let Some(at) = told.assigned {
        teller.handle(at, told)?;
    }
    if let Some(at) = told.closed {
        teller.step(at, Some(draft.congress.clerk), |suggestion, given| suggestion.close(given))?;
    }
    let (facts, words) = teller.tale;
    Ok(Tale { suggestion: teller.suggestion, begun: told.drafted, facts, words })
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
        let mut teller = Self { world, draft, chance, suggestion, tale: Default::default(), lead, others, spot };
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

    fn handle(&mut self, at: Moment, told: &Story) -> Result<(), Refusal> {
        let clerk = Some(self.draft.congress.clerk);
        let congress = self.draft.congress;
        let mut units: Vec<&Unit> = Vec::new();
        let mut kept = Vec::new();
        for part in &told.parts {
            let unit = congress.taker.get(part.unit).and_then(|at| congress.units.get(*at));
            if let Some(unit) = unit
                && !units.iter().any(|other| other.id == unit.id)
            {
                units.push(unit);
                kept.push(part);
            }
        }
        let handler = |(nth, unit): (usize, &&Unit)| Handler {
            id: self.world.id("assignment", self.draft.index * 8 + nth as u64, at),
            unit: unit.id,
        };
        let handlers: Vec<Handler> = units.iter().enumerate().map(handler).collect();
        let form = match handlers.split_first() {
            Some((lead, [])) => Form::Sole(*lead),
            Some((lead, co)) => Form::Joint { lead: *lead, co: co.to_vec() },
            None => return Ok(()),
        };
        self.step(at, clerk, |suggestion, given| suggestion.assign(form, given))?;
        for ((part, unit), handler) in kept.iter().zip(&units).zip(&handlers) {
            if let Some(at) = part.signed {
                self.step(at, Some(unit.head), |suggestion, given| suggestion.sign_for(handler.id, given))?;
            }
        }
        for ((part, unit), handler) in kept.iter().zip(&units).zip(&handlers).skip(1) {
            if let Some(at) = part.opined {
                let opinion = self.word(at, Some(unit.head), Remark::Opinion, "opinion");
                self.step(at, Some(unit.head), |suggestion, given| suggestion.advise(handler.id, opinion, given))?;
            }
        }
        match (units.first(), handlers.first()) {
            (Some(unit), Some(handler)) => self.answer(told, unit, handler.id),
            _ => Ok(()),
        }
    }

    fn answer(&mut self, told: &Story, unit: &Unit, id: AssignmentId) -> Result<(), Refusal> {
        let head = Some(unit.head);
        for round in &told.rounds {
            let letter = self.letter(unit, round.mark, round.drafted);
            self.step(round.drafted, head, |suggestion, _| suggestion.draft_reply(id, letter))?;
            let Some(delivered) = round.delivered else { return self.leave_at_the_desk(round.drafted, unit, id) };
            let quarter = |n: i64| round.drafted.plus_millis((delivered.millis() - round.drafted.millis()) / 4 * n);
            self.step(quarter(1), head, |suggestion, given| suggestion.send_to_check(id, given))?;
            self.step(quarter(2), Some(self.draft.congress.clerk), |suggestion, given| suggestion.pass(id, given))?;
            let class = round.mark.letter();
            self.step(quarter(3), head, |suggestion, given| suggestion.sign_reply(id, unit.head, class, given))?;
            self.step(delivered, head, |suggestion, given| suggestion.deliver(id, given))?;
            let Some((at, process, result)) = round.judged else { return Ok(()) };
            self.judge(at, id, (process, result), told)?;
        }
        Ok(())
    }

    /// A reply that waits: to be checked, to be signed, or still with its writer.
    fn leave_at_the_desk(&mut self, drafted: Moment, unit: &Unit, id: AssignmentId) -> Result<(), Refusal> {
        let far = self.chance.below(4);
        if far > 0 {
            let sent = drafted.plus_millis(1_800_000);
            self.step(sent, Some(unit.head), |suggestion, given| suggestion.send_to_check(id, given))?;
        }
        if far > 2 {
            let clerk = Some(self.draft.congress.clerk);
            self.step(drafted.plus_millis(5_400_000), clerk, |suggestion, given| suggestion.pass(id, given))?;
        }
        Ok(())
    }

    fn judge(
        &mut self,
        at: Moment,
        id: AssignmentId,
        (process, result): (demo::Score, demo::Score),
        told: &Story,
    ) -> Result<(), Refusal> {
        use demo::Score::{Dissatisfied, Fair, Satisfied};
        let unhappy = process == Dissatisfied || result == Dissatisfied;
        let kind = match result {
            _ if unhappy => Some(Remark::Dissatisfied),
            Fair => Some(Remark::Fair),
            Satisfied | Dissatisfied => self.chance.hits(1, 4).then_some(Remark::Satisfied),
        };
        let lead = self.lead;
        let reason = kind.map(|kind| self.word(at, Some(lead.account), kind, "judgement"));
        let (hand, scores) = (self.hand(lead), (score(process), score(result)));
        self.step(at, Some(lead.account), |suggestion, given| suggestion.judge(id, hand, scores, reason, given))?;
        let signers = self.suggestion.signers();
        let others: Vec<&Deputy> =
            self.others.iter().copied().filter(|other| signers.contains(&other.person)).collect();
        for (nth, other) in others.into_iter().enumerate() {
            if self.chance.hits(7, 10) {
                let at = at.plus_millis(i64::try_from(nth + 1).unwrap_or(1) * 240_000);
                let hand = self.hand(other);
                let scores = (Score::Satisfied, if unhappy { Score::Basically } else { score(result) });
                self.step(at, Some(other.account), |suggestion, given| {
                    suggestion.judge(id, hand, scores, None, given)
                })?;
            }
        }
        let again = unhappy && told.rounds.len() > 1 && self.redone() < told.rounds.len() - 1;
        let ordered = unhappy && told.tempo == Tempo::Redo && self.chance.hits(2, 3);
        if again || ordered {
            let at = at.plus_millis(3 * 3_600_000);
            let clerk = Some(self.draft.congress.clerk);
            let reason = self.word(at, clerk, Remark::Dissatisfied, "redo");
            self.step(at, clerk, |suggestion, given| suggestion.order_redo(id, reason, given))?;
        }
        Ok(())
    }

    fn redone(&self) -> usize {
        self.tale.0.iter().filter(|recorded| matches!(recorded.fact, Fact::RedoOrdered { .. })).count()
    }

    fn letter(&mut self, unit: &Unit, mark: Mark, at: Moment) -> suggestions_rules::Letter {
        let (year, month, _) = at.day().plus_months(5).parts();
        let area = self.draft.congress.name.chars().next().unwrap_or('县');
        let field = self.draft.matter.lead;
        let short = field_of(field).short;
        let number = format!("{area}{short}函〔{}〕{}号", at.day().parts().0, self.chance.between(1, 160));
        let about = About {
            deputy: &self.lead.name,
            title: &self.suggestion.sheet.title,
            mark,
            number: &number,
            finish: &format!("{year}年{month}月"),
        };
        let letter = Letter::write(&self.world.grammar, self.draft.matter, &self.spot, &mut self.chance, &about);
        let who = demo::full_name(&mut self.chance, demo::Gender::Male, 38);
        let phone = demo::phone(500_000 + self.draft.index % 400_000);
        suggestions_rules::Letter {
            number: Text::parse(&letter.number).ok(),
            body: text(&letter.text),
            contact: text(&format!("{}　{who}　{phone}", unit.name)),
            publish: true,
        }
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
