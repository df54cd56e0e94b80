//! The proposals of one meeting, dealt with at once: put on its agenda, voted on, announced, given their letters. Each is its own step with its own
//! fact; what cannot be done with one is told, the others are done.

use accounts_rules::{Actor, Right};
use appointments_rules::{AppointmentId, Together};
use kernel::{BodyId, Day, Refusal, Refused, Text};
use kit::{
    Problem, Site,
    web::{Errors, Wrong},
};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    decide::{self, AgendaWanted, AnnouncementWanted, AppointmentVote},
    follow::{self, AppointmentLetter},
    sane, wrong,
};
use crate::store;

/// The most proposals that are dealt with at once.
pub const MOST: usize = 200;

/// One proposal as it was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TogetherLine {
    /// The proposal.
    #[schema(value_type = Uuid)]
    pub appointment: AppointmentId,
    /// Its version as it was seen.
    pub version: i64,
}

/// A step for several proposals of one meeting.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TogetherWanted {
    /// `agenda`, `vote`, `announcement` or `letter`.
    #[schema(value_type = String)]
    pub step: Together,
    /// At most 200, each once.
    #[schema(max_items = 200, min_items = 1)]
    pub lines: Vec<TogetherLine>,
    /// Of `agenda`: the meeting, at most 80 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub meeting: Option<Text<80>>,
    /// Of the meeting, the announcement, the letters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub day: Option<Day>,
    /// Of `vote`: the announced round in which each stands by name.
    #[serde(default)]
    pub round: Option<Uuid>,
    /// Of `vote` where all were voted on together (合并表决): 全体组成人员.
    #[serde(default)]
    #[schema(maximum = 2_000)]
    pub members: Option<u32>,
    /// 出席.
    #[serde(default)]
    pub present: Option<u32>,
    /// 赞成.
    #[serde(default)]
    pub yes: Option<u32>,
    /// 反对.
    #[serde(default)]
    pub no: Option<u32>,
    /// 弃权.
    #[serde(default)]
    pub abstain: Option<u32>,
    /// Of `letter`: who signs, at most 40 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub signed: Option<Text<40>>,
}

/// What became of one proposal.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The proposal.
    pub appointment: AppointmentId,
    /// Why nothing was done with it, where so.
    pub refused: Option<Wrong>,
}

/// The right a step asks for.
#[must_use]
pub const fn right_of(step: Together) -> Right {
    match step {
        Together::Letter => Right::AppointmentKeep,
        Together::Agenda | Together::Vote | Together::Announcement => Right::AppointmentDecide,
    }
}

/// Takes the step with each of them, in the order given.
///
/// # Errors
/// When the right is not held, nothing or too much is given, or what was typed fits none of them.
pub async fn together(
    site: &Site,
    actor: &Actor,
    congress: BodyId,
    wanted: TogetherWanted,
) -> Result<Vec<Outcome>, Problem> {
    actor.may(right_of(wanted.step), congress)?;
    let twice = |(at, one): (usize, &TogetherLine)| {
        wanted.lines.iter().skip(at + 1).any(|it| it.appointment == one.appointment)
    };
    if wanted.lines.is_empty() || wanted.lines.len() > MOST || wanted.lines.iter().enumerate().any(twice) {
        return Err(wrong("lines", "appointments-wrong-lines"));
    }
    let step = Step::read(&wanted)?;
    let mut outcomes = Vec::new();
    let mut first: Option<Errors> = None;
    for line in &wanted.lines {
        let refused = match step.take(site, actor, congress, *line).await {
            Ok(()) => None,
            Err(Problem::Refused(Refused { key, values, .. })) => Some(Wrong { key, values }),
            Err(Problem::Invalid(errors)) => {
                let told = errors.0.first().map(|(_, wrong)| wrong.clone());
                first.get_or_insert(errors);
                told
            }
            Err(other) => return Err(other),
        };
        outcomes.push(Outcome { appointment: line.appointment, refused });
    }
    // What fits none of them was typed wrong: it is told beside its field.
    match first {
        Some(errors) if outcomes.iter().all(|one| one.refused.is_some()) => Err(errors.into()),
        _ => Ok(outcomes),
    }
}

/// A step with all it needs.
enum Step {
    Agenda(AgendaWanted),
    Vote(AppointmentVote),
    Announcement(AnnouncementWanted),
    Letter(AppointmentLetter),
}

impl Step {
    fn read(wanted: &TogetherWanted) -> Result<Self, Problem> {
        let missing = |field| wrong(field, "kit-form-required");
        let day = || wanted.day.ok_or_else(|| missing("day")).and_then(|day| sane("day", day));
        Ok(match wanted.step {
            Together::Agenda => {
                let meeting = wanted.meeting.clone().ok_or_else(|| missing("meeting"))?;
                Self::Agenda(AgendaWanted { meeting, day: day()? })
            }
            Together::Vote => {
                let TogetherWanted { round, members, present, yes, no, abstain, .. } = *wanted;
                Self::Vote(AppointmentVote { round, members, present, yes, no, abstain })
            }
            Together::Announcement => Self::Announcement(AnnouncementWanted { day: day()? }),
            Together::Letter => {
                let signed = wanted.signed.clone().ok_or_else(|| missing("signed"))?;
                Self::Letter(AppointmentLetter { day: day()?, signed })
            }
        })
    }

    async fn take(&self, site: &Site, actor: &Actor, congress: BodyId, line: TogetherLine) -> Result<(), Problem> {
        let found = store::read(&mut site.db(), line.appointment).await?;
        if found.is_none_or(|kept| kept.it.congress != congress) {
            return Err(Refused::new(Refusal::NotNow, "appointments-refused-elsewhere").into());
        }
        let at = (line.appointment, line.version);
        match self {
            Self::Agenda(wanted) => decide::put_on(site, actor, at, wanted.clone()).await,
            Self::Vote(wanted) => decide::vote(site, actor, at, wanted.clone()).await,
            Self::Announcement(wanted) => decide::announce(site, actor, at, *wanted).await,
            Self::Letter(wanted) => follow::letter(site, actor, at, wanted.clone()).await,
        }
    }
}
