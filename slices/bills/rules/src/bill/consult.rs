//! 征求联名代表意见: those who signed are asked before their bill is treated as a suggestion (suggestions.md §5: in Qinghai bills were converted
//! after the deputies had been asked). No law asks for it, so the terms of a session say whether it must be; whoever is silent until
//! the day holds nothing up.

use kernel::{Day, Moment, PersonId};

use crate::{Act, Bill, Done, Fact, Filer, Given, Hand, MOST_CONSULT_DAYS, Refusal, RemarkId, Stage};

/// That those who signed were asked whether it may be treated as a suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consult {
    /// When.
    pub at: Moment,
    /// The last day to answer.
    pub until: Day,
    /// Who was asked, the lead deputy first.
    pub asked: Vec<Consulted>,
}

/// One deputy who was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Consulted {
    /// Who.
    pub person: PersonId,
    /// What they say.
    pub voice: Voice,
}

/// What a deputy says to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// Nothing yet.
    Silent,
    /// 同意.
    Agrees(Moment),
    /// 不同意, with a reason where one was given.
    Objects(Moment, Option<RemarkId>),
}

impl Voice {
    /// The words, as in rows and locale keys.
    pub const WORDS: [&'static str; 3] = ["agrees", "objects", "silent"];

    /// The word in rows and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Silent => "silent",
            Self::Agrees(_) => "agrees",
            Self::Objects(..) => "objects",
        }
    }
}

impl Consult {
    /// What a person who was asked says; none where the person was not asked.
    #[must_use]
    pub fn voice(&self, person: PersonId) -> Option<Voice> {
        self.asked.iter().find(|asked| asked.person == person).map(|asked| asked.voice)
    }

    /// How many say so, by the word of [`Voice`].
    #[must_use]
    pub fn count(&self, word: &str) -> usize {
        self.asked.iter().filter(|asked| asked.voice.word() == word).count()
    }
}

impl Bill {
    /// Whether those who signed can be asked now: it waits for the presidium, deputies put it, and nobody was asked.
    #[must_use]
    pub const fn is_consultable(&self) -> bool {
        matches!(self.stage, Stage::Numbered(_) | Stage::Reviewed(_))
            && matches!(self.filer, Filer::Deputies { .. })
            && self.consult.is_none()
    }

    /// Whether an answer is still awaited on that day: the day has not passed, and somebody who signed is silent.
    #[must_use]
    pub fn consult_waits(&self, today: Day) -> bool {
        let signers = self.signers();
        let waits = |consult: &Consult| consult.asked.iter().any(|it| signers.contains(&it.person) && is_silent(it));
        self.consult.as_ref().is_some_and(|consult| today <= consult.until && waits(consult))
    }

    /// Whether that person can say so, or say otherwise, on that day.
    #[must_use]
    pub fn may_speak(&self, person: PersonId, today: Day) -> bool {
        let open = matches!(self.stage, Stage::Numbered(_) | Stage::Reviewed(_)) && self.signers().contains(&person);
        open && self.consult.as_ref().is_some_and(|it| it.voice(person).is_some() && today <= it.until)
    }

    /// The office asks those who signed, once. Without a day, the terms of the session count.
    ///
    /// # Errors
    /// When it has no number yet, is decided, or they were asked before; when no deputies put it; when the day is past or too far off.
    pub fn consult(mut self, until: Option<Day>, given: &Given<'_>) -> Done {
        if matches!(self.filer, Filer::Organ { .. }) {
            return Err(Refusal::NobodySigned);
        }
        if !self.is_consultable() {
            return Err(if self.consult.is_some() { Refusal::ConsultedBefore } else { self.not_now(Act::Consult) });
        }
        let today = given.now.day();
        let until = until.unwrap_or_else(|| today.plus_days(i32::from(given.terms.consult_days)));
        if until < today || until > today.plus_days(i32::from(MOST_CONSULT_DAYS)) {
            return Err(Refusal::ConsultDayUnfit);
        }
        let people = self.signers();
        let asked = people.iter().map(|person| Consulted { person: *person, voice: Voice::Silent }).collect();
        self.consult = Some(Consult { at: given.now, until, asked });
        Ok((self, Fact::SignersConsulted { people, until }))
    }

    /// A deputy who was asked answers, in person; until the day is over another answer takes its place.
    ///
    /// # Errors
    /// When not in person, not asked, decided already, the day is over, or the same was said before.
    pub fn speak(mut self, hand: Hand, agrees: bool, reason: Option<RemarkId>, given: &Given<'_>) -> Done {
        if hand.through.is_some() {
            return Err(Refusal::InPerson);
        }
        if !matches!(self.stage, Stage::Numbered(_) | Stage::Reviewed(_)) {
            return Err(self.not_now(Act::Speak));
        }
        let signs = self.signers().contains(&hand.person);
        let today = given.now.day();
        let consult = self.consult.as_mut().ok_or(Refusal::NotConsulted)?;
        let mine = consult.asked.iter_mut().find(|it| signs && it.person == hand.person);
        let mine = mine.ok_or(Refusal::NotConsulted)?;
        if today > consult.until {
            return Err(Refusal::ConsultOver);
        }
        let said = if agrees { Voice::Agrees(given.now) } else { Voice::Objects(given.now, reason) };
        if mine.voice.word() == said.word() && reason.is_none() {
            return Err(Refusal::SaidAlready);
        }
        mine.voice = said;
        let last = !self.consult_waits(today);
        let reason = reason.filter(|_| !agrees);
        Ok((self, Fact::SignerSpoke { person: hand.person, agrees, reason, last }))
    }

    /// Whether it may become a suggestion today as far as those who signed are to be asked.
    pub(super) fn heard(&self, given: &Given<'_>) -> Result<(), Refusal> {
        if self.consult_waits(given.now.day()) {
            return Err(Refusal::ConsultRuns);
        }
        if given.terms.consult_first && self.is_consultable() { Err(Refusal::ConsultFirst) } else { Ok(()) }
    }
}

const fn is_silent(it: &Consulted) -> bool {
    matches!(it.voice, Voice::Silent)
}
