//! Whom a fact of a suggestion concerns, and what each is told.
//!
//! Nothing here says more than its reader may see: no score, no reason, no letter, no draft; only that a thing happened.

use accounts_rules::Right;
use kernel::{AccountId, BodyId, Day, PersonId};
use serde::{Deserialize, Serialize};
use suggestions_rules::{AssignedTo, AssignmentId, Fact, Score};
use uuid::Uuid;

use crate::Kind;

/// What the places of a sentence are filled from: identities and days, never names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Particulars {
    /// A unit, or the body of a post.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<BodyId>,
    /// A deputy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// Somebody who acts for a deputy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<AccountId>,
    /// The day by which something is to be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// Whether that day had passed when the reminder was written.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub late: bool,
    /// The day that stood before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<Day>,
    /// Why a day was counted again: `rule`, `present` or `calendar`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// Who did it, where that is the news.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<AccountId>,
    /// The duty of a post, as accounts write it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duty: Option<String>,
    /// The assignment, where it leads to one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Uuid>,
}

/// Who is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Audience {
    /// These deputies, because it is their own.
    People(Vec<PersonId>),
    /// Whoever holds the right over the body, for as long as they hold it.
    Holders(Right, BodyId),
    /// One account.
    Account(AccountId),
}

/// One thing to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tidings {
    /// To whom.
    pub to: Audience,
    /// What.
    pub kind: Kind,
    /// With what in its places.
    pub given: Particulars,
}

/// One unit's part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The assignment.
    pub id: AssignmentId,
    /// The unit.
    pub unit: BodyId,
    /// Whether it replies, and so is told of co-opinions.
    pub replies: bool,
}

/// Who stands around a suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter {
    /// The congress.
    pub congress: BodyId,
    /// 领衔代表.
    pub lead: PersonId,
    /// Those who have seconded it.
    pub seconds: Vec<PersonId>,
    /// The units that have a part.
    pub parts: Vec<Part>,
    /// Whether it has its number.
    pub numbered: bool,
    /// Whether somebody typed it in the lead deputy's name (代录).
    pub by_another: bool,
}

/// The rights by which a notice may concern an account.
pub const VIA: [Right; 30] = [
    Right::AppointmentKeep,
    Right::DutyKeep,
    Right::InquiryKeep,
    Right::ElectionKeep,
    Right::BallotAnnounce,
    Right::BallotPrepare,
    Right::KeyRecord,
    Right::SuggestionClose,
    Right::RoomWrite,
    Right::OpinionKeep,
    Right::OpinionAnswer,
    Right::OpinionApprove,
    Right::SuggestionDivide,
    Right::EvaluationDecide,
    Right::SuggestionRemind,
    Right::CaseSee,
    Right::BillCheck,
    Right::BillDecide,
    Right::BillEnd,
    Right::AssignmentSee,
    Right::ReplySign,
    Right::SuggestionCheck,
    Right::ReplyCheck,
    Right::SuggestionRedo,
    Right::SuggestionAssign,
    Right::ObjectionRule,
    Right::ExtensionAnswer,
    Right::PromiseSettle,
    Right::AccountSee,
    Right::PostIssue,
];

/// What a fact gives to tell, and to whom.
#[must_use]
pub fn told_by(fact: &Fact, matter: &Matter) -> Vec<Tidings> {
    let mut all = matter.of_own(fact);
    all.extend(matter.of_work(fact));
    all.extend(matter.of_office(fact));
    all.extend(matter.of_rulings(fact));
    all.extend(matter.of_promises(fact));
    all.extend(matter.of_doubts(fact));
    all.extend(matter.of_drafts(fact));
    all.extend(matter.of_routing(fact));
    all.extend(matter.of_days(fact));
    all.extend(matter.of_differences(fact));
    all.extend(matter.of_mending(fact));
    all
}

fn by_day(day: Day) -> Particulars {
    Particulars { day: Some(day), ..Particulars::default() }
}

fn about(person: PersonId) -> Particulars {
    Particulars { person: Some(person), ..Particulars::default() }
}

impl Matter {
    pub(crate) fn signers(&self) -> Vec<PersonId> {
        std::iter::once(self.lead).chain(self.seconds.iter().copied()).collect()
    }

    fn unit(&self, id: AssignmentId) -> Option<BodyId> {
        self.parts.iter().find(|part| part.id == id).map(|part| part.unit)
    }

    /// What deputies are told of what is their own.
    fn of_own(&self, fact: &Fact) -> Vec<Tidings> {
        let told = |people: Vec<PersonId>, kind, given| vec![Tidings { to: Audience::People(people), kind, given }];
        let plain = Particulars::default;
        match fact {
            Fact::Drafted { .. } if self.by_another => told(vec![self.lead], Kind::EnteredFor, plain()),
            Fact::CosignersInvited { people, until } => told(people.clone(), Kind::CosignAsked, by_day(*until)),
            Fact::Edited { asked_again } => told(asked_again.clone(), Kind::CosignAgain, plain()),
            Fact::Cosigned { person } => told(vec![self.lead], Kind::Cosigned, about(*person)),
            Fact::CosignDeclined { person } => told(vec![self.lead], Kind::CosignDeclined, about(*person)),
            Fact::Returned { .. } => told(self.signers(), Kind::Returned, plain()),
            Fact::RefusalProposed { .. } => told(vec![self.lead], Kind::RefusalProposed, plain()),
            Fact::Severed { .. } => told(self.signers(), Kind::Severed, plain()),
            // Accepted and numbered at once is told once.
            Fact::Accepted { .. } if !self.numbered => told(self.signers(), Kind::Accepted, plain()),
            Fact::Numbered { .. } => told(self.signers(), Kind::Numbered, plain()),
            Fact::Merged { .. } => told(self.signers(), Kind::Merged, plain()),
            Fact::Separated { .. } => told(self.signers(), Kind::Separated, plain()),
            Fact::Assigned { to } => told(self.signers(), Kind::Assigned, first(to)),
            Fact::Withdrawn { .. } => told(self.seconds.clone(), Kind::Withdrawn, plain()),
            Fact::Closed { .. } => told(self.signers(), Kind::Closed, plain()),
            Fact::ContactRecorded { assignment, unit, with, day, .. } => {
                let given = Particulars { unit: Some(*unit), part: Some(assignment.uuid()), ..by_day(*day) };
                told(vec![*with], Kind::ContactRecorded, given)
            }
            other => self.of_replies(other),
        }
    }

    fn of_replies(&self, fact: &Fact) -> Vec<Tidings> {
        let (people, kind, part, unit, day) = match fact {
            Fact::ReplyDelivered { assignment, to, judge_by, .. } => {
                (to.clone(), Kind::Replied, assignment, self.unit(*assignment), judge_by)
            }
            Fact::RedoOrdered { assignment, unit, due, .. } => {
                (self.signers(), Kind::RedoOrdered, assignment, Some(*unit), due)
            }
            Fact::Reopened { assignment, unit, due, .. } => {
                (self.signers(), Kind::Reopened, assignment, Some(*unit), due)
            }
            _ => return vec![],
        };
        let given = Particulars { unit, part: Some(part.uuid()), ..by_day(*day) };
        vec![Tidings { to: Audience::People(people), kind, given }]
    }

    /// What units are told of their parts.
    fn of_work(&self, fact: &Fact) -> Vec<Tidings> {
        let to = |unit, right, kind, part: Option<AssignmentId>, day: Option<Day>| {
            let given = Particulars { part: part.map(AssignmentId::uuid), day, ..Particulars::default() };
            Tidings { to: Audience::Holders(right, unit), kind, given }
        };
        let see = Right::AssignmentSee;
        let all = |kind| self.parts.iter().map(|part| to(part.unit, see, kind, Some(part.id), None)).collect();
        let one = |id: &AssignmentId, right, kind| {
            self.unit(*id).map(|unit| to(unit, right, kind, Some(*id), None)).into_iter().collect()
        };
        match fact {
            Fact::Assigned { to: parts } => parts
                .iter()
                .map(|part| to(part.unit, see, Kind::PartAssigned, Some(part.assignment), Some(part.due)))
                .collect(),
            Fact::ContactDisputed { assignment, .. } => one(assignment, see, Kind::ContactDisputed),
            Fact::ReplySentBack { assignment, .. } => one(assignment, see, Kind::ReplySentBack),
            Fact::ReplyPassed { assignment, .. } => one(assignment, Right::ReplySign, Kind::ReplyPassed),
            Fact::RedoOrdered { assignment, unit, due, .. } => {
                vec![to(*unit, see, Kind::PartRedo, Some(*assignment), Some(*due))]
            }
            Fact::Reopened { assignment, unit, due, .. } => {
                vec![to(*unit, see, Kind::PartReopened, Some(*assignment), Some(*due))]
            }
            Fact::Advised { unit, .. } => self.opinions(*unit),
            Fact::RoomNoted { sender, .. } => self.noted(*sender),
            Fact::Closed { .. } => all(Kind::PartClosed),
            Fact::Withdrawn { .. } => all(Kind::PartWithdrawn),
            _ => vec![],
        }
    }

    fn opinions(&self, from: BodyId) -> Vec<Tidings> {
        let given =
            |part: &Part| Particulars { unit: Some(from), part: Some(part.id.uuid()), ..Particulars::default() };
        let told = |part: &Part| Tidings {
            to: Audience::Holders(Right::AssignmentSee, part.unit),
            kind: Kind::OpinionGiven,
            given: given(part),
        };
        self.parts.iter().filter(|part| part.replies).map(told).collect()
    }

    /// Who works on it beside the one who left a note, and who follows it: the office and the transfer office.
    fn noted(&self, sender: BodyId) -> Vec<Tidings> {
        let office = Tidings {
            to: Audience::Holders(Right::RoomWrite, self.congress),
            kind: Kind::OfficeRoomNoted,
            given: Particulars { unit: Some(sender), ..Particulars::default() },
        };
        let told = |part: &Part| Tidings {
            to: Audience::Holders(Right::AssignmentSee, part.unit),
            kind: Kind::RoomNoted,
            given: Particulars { unit: Some(sender), part: Some(part.id.uuid()), ..Particulars::default() },
        };
        self.parts.iter().filter(|part| part.unit != sender).map(told).chain([office]).collect()
    }

    /// What the office, and the government's office where it checks, is told.
    fn of_office(&self, fact: &Fact) -> Vec<Tidings> {
        let unit =
            |id: &AssignmentId| Particulars { unit: self.unit(*id), part: Some(id.uuid()), ..Particulars::default() };
        let (right, kind, given) = match fact {
            Fact::Submitted { assign_by, .. } => {
                (Right::SuggestionCheck, Kind::Submitted, Particulars { day: *assign_by, ..Particulars::default() })
            }
            Fact::Withdrawn { .. } => (Right::SuggestionCheck, Kind::OfficeWithdrawn, Particulars::default()),
            Fact::RefusalAcknowledged => (Right::SuggestionCheck, Kind::RefusalAgreed, Particulars::default()),
            Fact::InsistedUpon { .. } => (Right::SuggestionCheck, Kind::InsistedUpon, Particulars::default()),
            Fact::ReplySentToCheck { assignment, .. } => (Right::ReplyCheck, Kind::ReplyToCheck, unit(assignment)),
            Fact::ReplyJudged { assignment, process, result, .. }
                if [process, result].contains(&&Score::Dissatisfied) =>
            {
                (Right::SuggestionRedo, Kind::Dissatisfied, unit(assignment))
            }
            _ => return vec![],
        };
        vec![Tidings { to: Audience::Holders(right, self.congress), kind, given }]
    }
}

/// The unit that answers first, and by when: whom the deputy will hear from.
fn first(to: &[AssignedTo]) -> Particulars {
    let part = to.iter().find(|part| part.role.replies());
    part.map_or_else(Particulars::default, |part| Particulars { unit: Some(part.unit), ..by_day(part.due) })
}
