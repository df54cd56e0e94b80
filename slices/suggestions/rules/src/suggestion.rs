//! The suggestion itself: its stages, each carrying exactly the data that exists in it.

mod assign;
mod attach;
mod bill;
mod call;
mod check;
mod close;
mod contact;
mod cosign;
mod draft;
mod handle;
mod merge;
mod object;
mod promise;
mod read;
mod refuse;
mod reopen;
mod room;
mod route;
mod sever;
mod submit;

pub use bill::TakenOver;
use kernel::{BodyId, Day, Moment, PersonId};
pub use merge::Merged;
pub use route::Routed;
use serde::{Deserialize, Serialize};
pub use sever::{Piece, SeverRefusal, Severed};

use crate::{
    Act, Answer, AssignmentId, Cosigner, Fact, Hand, Handlers, Lead, Number, Refusal, RemarkId, RoundStage, SessionId,
    Sheet, SuggestionId,
};

/// What a verb gives back: the suggestion as it is now and the fact of it, or why not.
pub type Done = Result<(Suggestion, Fact), Refusal>;

/// One paper raised by a deputy (代表建议、批评和意见).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Its identity.
    pub id: SuggestionId,
    /// The congress to which it is raised.
    pub congress: BodyId,
    /// The session it belongs to; one raised between sessions belongs to the session before.
    pub session: SessionId,
    /// The deputy who answers for it.
    pub lead: Lead,
    /// Those asked to second it.
    pub cosigners: Vec<Cosigner>,
    /// What it says.
    pub sheet: Sheet,
    /// How far it has come.
    pub stage: Stage,
    /// The suggestion it goes with (并案); only one with a number goes with another.
    pub merged: Option<Merged>,
    /// The transfer office that has it to divide, or divided it (转办).
    pub routed: Option<Routed>,
    /// Whether those without a part in it may read it only once it is closed (`published.see`), and not from its number on.
    pub open_when_closed: bool,
}

/// How far a suggestion has come.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields say what they are; the variants carry exactly what exists in them")]
pub enum Stage {
    /// 草稿.
    Draft,
    /// 征集附议: deputies were asked to second it by a day.
    Cosigning { until: Day },
    /// 已提交.
    Submitted(Submission),
    /// 退回修改: it may be edited and handed in again.
    Returned { submission: Submission, at: Moment, reason: RemarkId },
    /// 拟不作为建议: the lead deputy is to acknowledge it, or to insist.
    Refusing(Refusing),
    /// 不作为建议.
    Refused { refusing: Refusing, at: Moment },
    /// 已受理, with a category.
    Accepted(Accepted),
    /// 已编号, to be assigned.
    Numbered(Numbered),
    /// 办理中: with the units.
    Handling(Handling),
    /// 办结.
    Closed { handling: Handling, at: Moment },
    /// 撤回: handling ended at once.
    Withdrawn { held: Held, at: Moment, reason: RemarkId },
}

/// What was there when the lead deputy took it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    /// It lay with the congress.
    Submitted(Submission),
    /// It was accepted.
    Accepted(Accepted),
    /// It had a number, which it keeps.
    Numbered(Numbered),
    /// It was with the units.
    Handling(Handling),
}

/// Whether a suggestion is raised while the congress sits (大会期间/闭会期间).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Occasion {
    /// While it sits: the handover meeting starts the clocks.
    InSession,
    /// Between sessions: it must be assigned within the limit.
    Between,
}

/// A suggestion handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// When.
    pub at: Moment,
    /// Whether the congress was sitting.
    pub occasion: Occasion,
    /// The last day to assign it in time; none while the congress sits.
    pub assign_by: Option<Day>,
    /// How many times it was returned for editing before.
    pub returns: u16,
    /// Whether the lead deputy insisted on it: then it is not refused again.
    pub insisted: bool,
}

/// A suggestion that the office would not take as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusing {
    /// How it was handed in.
    pub submission: Submission,
    /// When.
    pub at: Moment,
    /// The code of the ground.
    pub ground: String,
    /// The code of what is to become of it.
    pub disposal: String,
    /// Why, in words.
    pub reason: RemarkId,
}

/// A suggestion accepted and classed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// How it was handed in.
    pub submission: Submission,
    /// The code of its category.
    pub category: String,
    /// When.
    pub at: Moment,
}

/// A suggestion with its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbered {
    /// How it was accepted.
    pub accepted: Accepted,
    /// The number.
    pub number: Number,
    /// When it was given.
    pub at: Moment,
}

/// A suggestion with the units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handling {
    /// How it came to be numbered.
    pub numbered: Numbered,
    /// When it was assigned (交办).
    pub assigned: Moment,
    /// The units.
    pub handlers: Handlers,
}

impl Occasion {
    /// The word in rows and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::InSession => "in-session",
            Self::Between => "between",
        }
    }
}

impl Stage {
    /// The word in rows, filters and locale keys.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Cosigning { .. } => "cosigning",
            Self::Submitted(_) => "submitted",
            Self::Returned { .. } => "returned",
            Self::Refusing(_) => "refusing",
            Self::Refused { .. } => "refused",
            Self::Accepted(_) => "accepted",
            Self::Numbered(_) => "numbered",
            Self::Handling(_) => "handling",
            Self::Closed { .. } => "closed",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }

    /// Whether only the deputies who sign it may read it: nothing below a submission is the congress's matter.
    #[must_use]
    pub const fn private(&self) -> bool {
        match self {
            Self::Draft | Self::Cosigning { .. } => true,
            Self::Submitted(_)
            | Self::Returned { .. }
            | Self::Refusing(_)
            | Self::Refused { .. }
            | Self::Accepted(_)
            | Self::Numbered(_)
            | Self::Handling(_)
            | Self::Closed { .. }
            | Self::Withdrawn { .. } => false,
        }
    }

    /// How it was handed in, once it was.
    #[must_use]
    pub const fn submission(&self) -> Option<&Submission> {
        match self {
            Self::Draft | Self::Cosigning { .. } => None,
            Self::Submitted(submission) | Self::Returned { submission, .. } => Some(submission),
            Self::Refusing(refusing) | Self::Refused { refusing, .. } => Some(&refusing.submission),
            Self::Accepted(accepted) => Some(&accepted.submission),
            Self::Numbered(numbered) => Some(&numbered.accepted.submission),
            Self::Handling(handling) | Self::Closed { handling, .. } => Some(&handling.numbered.accepted.submission),
            Self::Withdrawn { held, .. } => Some(held.submission()),
        }
    }

    /// Why the office would not take it as a suggestion, while that stands.
    #[must_use]
    pub const fn refusing(&self) -> Option<&Refusing> {
        match self {
            Self::Refusing(refusing) | Self::Refused { refusing, .. } => Some(refusing),
            _ => None,
        }
    }

    /// Its category, once it has one.
    #[must_use]
    pub const fn accepted(&self) -> Option<&Accepted> {
        match self {
            Self::Accepted(accepted) | Self::Withdrawn { held: Held::Accepted(accepted), .. } => Some(accepted),
            Self::Draft
            | Self::Cosigning { .. }
            | Self::Submitted(_)
            | Self::Returned { .. }
            | Self::Refusing(_)
            | Self::Refused { .. } => None,
            Self::Numbered(_) | Self::Handling(_) | Self::Closed { .. } | Self::Withdrawn { .. } => {
                match self.numbered() {
                    Some(numbered) => Some(&numbered.accepted),
                    None => None,
                }
            }
        }
    }

    /// Its number, once it has one.
    #[must_use]
    pub const fn numbered(&self) -> Option<&Numbered> {
        match self {
            Self::Numbered(numbered) | Self::Withdrawn { held: Held::Numbered(numbered), .. } => Some(numbered),
            Self::Handling(_) | Self::Closed { .. } | Self::Withdrawn { .. } => match self.handling() {
                Some(handling) => Some(&handling.numbered),
                None => None,
            },
            Self::Draft
            | Self::Cosigning { .. }
            | Self::Submitted(_)
            | Self::Returned { .. }
            | Self::Refusing(_)
            | Self::Refused { .. }
            | Self::Accepted(_) => None,
        }
    }

    /// The units and their work, once there are any.
    #[must_use]
    pub const fn handling(&self) -> Option<&Handling> {
        match self {
            Self::Handling(handling)
            | Self::Closed { handling, .. }
            | Self::Withdrawn { held: Held::Handling(handling), .. } => Some(handling),
            Self::Draft
            | Self::Cosigning { .. }
            | Self::Submitted(_)
            | Self::Returned { .. }
            | Self::Refusing(_)
            | Self::Refused { .. }
            | Self::Accepted(_)
            | Self::Numbered(_)
            | Self::Withdrawn { .. } => None,
        }
    }
}

impl Stage {
    /// Gives the clock of the assigning body another day.
    pub(crate) const fn assign_by(&mut self, day: Day) {
        match self {
            Self::Submitted(submission) => submission.assign_by = Some(day),
            Self::Accepted(accepted) => accepted.submission.assign_by = Some(day),
            Self::Numbered(numbered) => numbered.accepted.submission.assign_by = Some(day),
            Self::Draft
            | Self::Cosigning { .. }
            | Self::Returned { .. }
            | Self::Refusing(_)
            | Self::Refused { .. }
            | Self::Handling(_)
            | Self::Closed { .. }
            | Self::Withdrawn { .. } => {}
        }
    }

    pub(crate) const fn handling_mut(&mut self) -> Option<&mut Handling> {
        match self {
            Self::Handling(handling)
            | Self::Closed { handling, .. }
            | Self::Withdrawn { held: Held::Handling(handling), .. } => Some(handling),
            Self::Draft
            | Self::Cosigning { .. }
            | Self::Submitted(_)
            | Self::Returned { .. }
            | Self::Refusing(_)
            | Self::Refused { .. }
            | Self::Accepted(_)
            | Self::Numbered(_)
            | Self::Withdrawn { .. } => None,
        }
    }
}

impl Held {
    const fn submission(&self) -> &Submission {
        match self {
            Self::Submitted(submission) => submission,
            Self::Accepted(accepted) => &accepted.submission,
            Self::Numbered(numbered) => &numbered.accepted.submission,
            Self::Handling(handling) => &handling.numbered.accepted.submission,
        }
    }
}

impl Suggestion {
    /// The lead deputy and those who confirmed that it is their wish: each must be answered.
    #[must_use]
    pub fn signers(&self) -> Vec<PersonId> {
        let seconded = self.cosigners.iter().filter(|cosigner| matches!(cosigner.answer, Answer::Confirmed(_)));
        std::iter::once(self.lead.person).chain(seconded.map(|cosigner| cosigner.person)).collect()
    }

    /// The suggestion as a unit may see it: scores that are not yet open on `today` are left out (suggestions.md §10).
    #[must_use]
    pub fn veiled(mut self, today: Day) -> Self {
        if let Some(handling) = self.stage.handling_mut() {
            handling.handlers.each_round(|_, round| round.veil(today));
        }
        self
    }

    /// The suggestion without the replies that are not `shown` yet: to others a draft is a reply awaited.
    #[must_use]
    pub fn without_drafts(mut self, shown: impl Fn(AssignmentId, &RoundStage) -> bool) -> Self {
        if let Some(handling) = self.stage.handling_mut() {
            handling.handlers.each_round(|id, round| {
                if !shown(id, &round.stage) {
                    round.stage = RoundStage::Awaited;
                }
            });
        }
        self
    }

    fn led_by(&self, hand: Hand) -> Result<(), Refusal> {
        if self.lead.person == hand.person { Ok(()) } else { Err(Refusal::NotLead) }
    }

    pub(crate) const fn not_now(&self, act: Act) -> Refusal {
        Refusal::NotNow { act, stage: self.stage.word() }
    }
}

impl Hand {
    pub(crate) const fn in_person(self, act: Act) -> Result<(), Refusal> {
        match self.through {
            None => Ok(()),
            Some(_) => Err(Refusal::InPerson(act)),
        }
    }
}
