//! The row of an assignment ⇄ [`Assignment`].

use kernel::{BodyId, Day, Moment};
use kit::{Fault, db::Row};
use suggestions_rules::{Assignment, AssignmentId, Awaited, RemarkId, Role, Round, Work};

use super::{broken::At, columns::columns};

columns!(
    /// What stands in a row from the assignment on.
    Part { id: AssignmentId, unit: BodyId, role: String, assigned: Moment, sign_by: Day, due: Day }
);
columns!(
    /// How far the unit has come.
    Progress {
        work: String,
        signed: Option<Moment>,
        advised: Option<Moment>,
        opinion: Option<RemarkId>,
        awaits: String,
        awaits_by: Option<Day>,
    }
);

/// A row of the table.
pub(super) struct AssignmentRow {
    pub(super) part: Part,
    pub(super) progress: Progress,
}

impl kit::db::FromRow for AssignmentRow {
    fn from_row(row: &mut Row<'_>) -> Result<Self, Fault> {
        Ok(Self { part: Part::from_row(row)?, progress: Progress::from_row(row)? })
    }
}

impl Part {
    pub(super) fn of(assignment: &Assignment) -> Self {
        Self {
            id: assignment.id,
            unit: assignment.unit,
            role: assignment.role.word().to_owned(),
            assigned: assignment.assigned,
            sign_by: assignment.sign_by,
            due: assignment.due,
        }
    }
}

impl Progress {
    /// The columns of the unit's work; `at_rest` when the suggestion was closed or withdrawn.
    pub(super) fn of(assignment: &Assignment, at_rest: bool) -> Self {
        let (advised, opinion) = match &assignment.work {
            Work::Advised { at, opinion, .. } => (Some(*at), Some(*opinion)),
            Work::Waiting | Work::Advising { .. } | Work::Handling { .. } => (None, None),
        };
        let (awaited, by) = if at_rest { (Awaited::Nothing, None) } else { assignment.awaits() };
        Self {
            work: assignment.work.word().to_owned(),
            signed: assignment.signed(),
            advised,
            opinion,
            awaits: awaited.word().to_owned(),
            awaits_by: by,
        }
    }
}

impl AssignmentRow {
    /// Reads the row with its rounds, the present one last.
    pub(super) fn read(self, mut rounds: Vec<Round>, at_rest: bool) -> Result<Assignment, Fault> {
        let Self { part, progress } = self;
        let at = At { table: "assignment", id: &part.id };
        let signed = || at.need("signed", progress.signed);
        let work = match progress.work.as_str() {
            "waiting" => Work::Waiting,
            "advising" => Work::Advising { signed: signed()? },
            "advised" => Work::Advised {
                signed: signed()?,
                at: at.need("advised", progress.advised)?,
                opinion: at.need("opinion", progress.opinion)?,
            },
            "handling" => {
                let round = rounds.pop().ok_or_else(|| at.broken("work", "is `handling` without a row in `reply`"))?;
                Work::Handling { signed: signed()?, past: std::mem::take(&mut rounds), round }
            }
            other => return Err(at.broken("work", format_args!("holds `{other}`, which is no stage of work"))),
        };
        if !rounds.is_empty() {
            return Err(at.broken("work", "is not `handling` though there are rows in `reply`"));
        }
        let role = at.word("role", &part.role, Role::read)?;
        if role.replies() == matches!(work, Work::Advising { .. } | Work::Advised { .. })
            && !matches!(work, Work::Waiting)
        {
            return Err(at.broken(
                "work",
                format_args!("holds `{}`, which a unit in the part `{}` never does", progress.work, part.role),
            ));
        }
        let read = Assignment {
            id: part.id,
            unit: part.unit,
            role,
            assigned: part.assigned,
            sign_by: part.sign_by,
            due: part.due,
            work,
        };
        match progress.differs(&Progress::of(&read, at_rest)) {
            Some(column) => Err(at.broken(column, "does not fit the other columns")),
            None => Ok(read),
        }
    }
}
