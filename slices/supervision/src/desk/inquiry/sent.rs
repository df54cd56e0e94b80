//! What comes along with a verb on an inquiry, and what it is held against.

use axum::{extract::FromRequestParts, http::request::Parts};
use kernel::{Refusal, Refused};
use kit::{
    Problem,
    web::{
        Stale,
        api::{Once, Saw, edition},
    },
};
use supervision_rules::{Inquiry, Poll};

use super::PollWanted;

/// A key that makes the verb happen once, and what was before the person who does it.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The key.
    pub once: Once,
    /// A version of the inquiry, or of the words of a page.
    pub saw: Saw,
}

impl Default for Sent {
    fn default() -> Self {
        Self { once: Once::default(), saw: Saw::Unsaid }
    }
}

impl From<Once> for Sent {
    fn from(once: Once) -> Self {
        Self { once, saw: Saw::Unsaid }
    }
}

/// `Idempotency-Key` and `If-Match`, where the caller names them.
impl<S: Send + Sync> FromRequestParts<S> for Sent {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let once = Once::from_request_parts(parts, state).await?;
        Ok(Self { once, saw: Saw::from_request_parts(parts, state).await? })
    }
}

impl Sent {
    /// The units are sent the list of questions that was read.
    pub(super) fn read_the_list(&self, inquiry: &Inquiry) -> Result<(), Problem> {
        match self.saw {
            Saw::Words(seen) if seen != listed(inquiry) => {
                Err(Refused::new(Refusal::Stale, "supervision-refused-inquiry-moved").into())
            }
            _ => Ok(()),
        }
    }

    /// Totals that others entered meanwhile are shown beside these, and not written over unseen.
    pub(super) fn read_the_totals(&self, inquiry: &Inquiry, wanted: PollWanted) -> Result<(), Problem> {
        let Saw::Words(seen) = self.saw else { return Ok(()) };
        let same = |poll: &&Poll| (poll.unit, poll.turn) == (wanted.unit, wanted.turn);
        let stands = inquiry.polls.iter().find(same).filter(|poll| **poll != wanted.poll());
        let Some(stands) = stands.filter(|_| seen != tallied(inquiry)) else { return Ok(()) };
        let action = format!("/supervision/inquiries/{}/votes", inquiry.id);
        let of = |poll: &Poll| {
            let counts = [
                ("unit", "supervision-field-unit-asked", poll.unit.to_string()),
                ("turn", "supervision-field-turn", poll.turn.word().to_owned()),
            ];
            let numbers = [
                ("ballots", "supervision-field-ballots", poll.ballots),
                ("satisfied", "supervision-field-satisfied", poll.satisfied),
                ("basically", "supervision-field-basically", poll.basically),
                ("dissatisfied", "supervision-field-dissatisfied", poll.dissatisfied),
                ("invalid", "supervision-field-invalid", poll.invalid),
            ];
            let numbers = numbers.map(|(name, label, number)| (name, label, number.to_string()));
            counts.into_iter().chain(numbers).collect()
        };
        let stale = Stale::between(action, tallied(inquiry), of(&wanted.poll()), of(stands));
        Err(Problem::Stale(Box::new(stale)))
    }
}

impl PollWanted {
    /// As the rule has it.
    pub(super) const fn poll(self) -> Poll {
        let Self { unit, turn, ballots, satisfied, basically, dissatisfied, invalid } = self;
        Poll { unit, turn, ballots, satisfied, basically, dissatisfied, invalid }
    }
}

/// The version of the list of questions: whoever sends it to the units has read this one.
#[must_use]
pub fn listed(inquiry: &Inquiry) -> i64 {
    let lines = inquiry.questions.iter().map(|one| format!("{} {} {}", one.unit, one.asker, one.words));
    let lines: Vec<String> = lines.collect();
    edition(&lines.iter().map(String::as_str).collect::<Vec<_>>())
}

/// The version of the totals entered so far.
#[must_use]
pub fn tallied(inquiry: &Inquiry) -> i64 {
    let said = |one: &Poll| {
        let Poll { unit, turn, ballots, satisfied, basically, dissatisfied, invalid } = one;
        format!("{unit} {} {ballots} {satisfied} {basically} {dissatisfied} {invalid}", turn.word())
    };
    let lines: Vec<String> = inquiry.polls.iter().map(said).collect();
    edition(&lines.iter().map(String::as_str).collect::<Vec<_>>())
}
