//! 逐项答复: what a reply answers to each request of its suggestion (suggestions.md §9, §16): a measure with owner, day and money, or the
//! reason why not.

use kernel::{Day, Text};

use crate::{Assignment, Demand, Given, Letter, Limit, Promise, Refusal, RuleBook, Standing, Suggestion, requests};

/// As many points as a letter may have.
pub const MOST_POINTS: usize = 30;

/// One request with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// What is asked for, in the deputy's words or the unit's.
    pub request: Text<500>,
    /// What the unit answers.
    pub answer: PointAnswer,
}

/// What a unit answers to one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PointAnswer {
    /// 办理措施.
    Measure(Measure),
    /// 不能办理的原因.
    Reason(Text<500>),
}

/// What is or will be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// What.
    pub words: Text<500>,
    /// Who answers for it: a unit, an office, a person.
    pub owner: Text<120>,
    /// By which day it is done, or on which it was.
    pub due: Option<Day>,
    /// How much money, from where.
    pub money: Option<Text<120>>,
    /// Whether the unit wants it kept as a promise; only with a day.
    pub promised: bool,
}

impl Point {
    /// What it promises and for which day, where the unit ticked it.
    #[must_use]
    pub fn vow(&self) -> Option<(&Text<500>, Day)> {
        match &self.answer {
            PointAnswer::Measure(measure) if measure.promised => Some((&measure.words, measure.due?)),
            PointAnswer::Measure(_) | PointAnswer::Reason(_) => None,
        }
    }
}

impl Letter {
    /// The place, from 0, of the first point whose promise has a day that is past or too far off.
    #[must_use]
    pub fn unfit_vow(&self, given: &Given<'_>) -> Option<usize> {
        let farthest = given.due(Limit::Promise);
        let unfit = |point: &Point| point.vow().is_some_and(|(_, due)| due < given.today() || due > farthest);
        self.points.iter().position(unfit)
    }

    /// What is to be promised when it is signed: every ticked point, but for what the part has promised in these words for that
    /// day already.
    pub fn vows<'a>(
        &'a self,
        part: &'a Assignment,
        made: &'a [Promise],
    ) -> impl Iterator<Item = (&'a Text<500>, Day)> + 'a {
        let known = move |(words, due): &(&Text<500>, Day)| {
            let own = made.iter().filter(|one| one.assignment == part.id);
            let mut stands = own.filter(|one| !matches!(one.standing, Standing::Struck { .. }));
            stands.any(|one| one.words == **words && (one.due == *due || one.first_due == *due))
        };
        self.points.iter().filter_map(Point::vow).filter(move |vow| !known(vow))
    }
}

impl Suggestion {
    /// How many requests a letter leaves without an answer; nothing where the congress asks for no points.
    #[must_use]
    pub fn unanswered(&self, letter: &Letter, book: &RuleBook) -> usize {
        if book.reply_points.value == Demand::None {
            return 0;
        }
        requests(&self.sheet.body).len().max(1).saturating_sub(letter.points.len())
    }

    /// Whether a letter may be sent to be checked, or signed, as far as its points go.
    ///
    /// # Errors
    /// When the congress requires an answer to each request and one is missing.
    pub fn answered_enough(&self, part: &Assignment, book: &RuleBook) -> Result<(), Refusal> {
        let letter = part.round().and_then(|round| round.letter());
        let open = letter.is_some_and(|letter| self.unanswered(letter, book) > 0);
        if open && book.reply_points.value == Demand::Required { Err(Refusal::PointsFirst) } else { Ok(()) }
    }
}
