//! The row of an assignment ⇄ [`Assignment`].

use kernel::{BodyId, Day, Moment};
use kit::{
    Fault, columns,
    db::{At, Row},
};
use suggestions_rules::{
    Assignment, AssignmentId, Awaited, Extension, Objection, RemarkId, Role, Round, Settled, Work,
};

columns!(
    /// What stands in a row from the assignment on.
    Part { id: AssignmentId, unit: BodyId, role: String, assigned: Moment, after: Option<AssignmentId> }
);
columns!(
    /// How far the unit has come.
    Progress {
        sign_by: Day,
        due: Day,
        work: String,
        held: Option<String>,
        signed: Option<Moment>,
        advised: Option<Moment>,
        opinion: Option<RemarkId>,
        passed_to: Option<AssignmentId>,
        passed: Option<Moment>,
        objections: i64,
        extensions: i64,
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
            after: assignment.after,
        }
    }
}

impl Progress {
    /// The columns of the unit's work; `at_rest` when the suggestion was closed or withdrawn.
    pub(super) fn of(assignment: &Assignment, at_rest: bool) -> Self {
        let (work, held) = match &assignment.work {
            Work::Objecting { before, .. } | Work::PassedOn { before, .. } => {
                (&**before, Some(before.word().to_owned()))
            }
            work => (work, None),
        };
        let (advised, opinion) = match work {
            Work::Advised { at, opinion, .. } => (Some(*at), Some(*opinion)),
            _ => (None, None),
        };
        let (passed_to, passed) = match &assignment.work {
            Work::PassedOn { to, at, .. } => (Some(*to), Some(*at)),
            _ => (None, None),
        };
        let lying = matches!(assignment.work, Work::Objecting { .. });
        let (awaited, by) = if at_rest { (Awaited::Nothing, None) } else { assignment.awaits() };
        Self {
            sign_by: assignment.sign_by,
            due: assignment.due,
            work: assignment.work.word().to_owned(),
            held,
            signed: assignment.signed(),
            advised,
            opinion,
            passed_to,
            passed,
            objections: count(assignment.settled.len()) + i64::from(lying),
            extensions: count(assignment.extensions.len()),
            awaits: awaited.word().to_owned(),
            awaits_by: by,
        }
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// What hangs on an assignment in tables of its own.
#[derive(Default)]
pub(super) struct Hanging {
    /// Its rounds, the present one last.
    pub(super) rounds: Vec<Round>,
    /// Its objections that were ruled on.
    pub(super) settled: Vec<Settled>,
    /// The one that lies.
    pub(super) objection: Option<Objection>,
    /// The extensions asked for.
    pub(super) extensions: Vec<Extension>,
}

impl AssignmentRow {
    /// Whether rows of `reply` belong to it.
    pub(super) fn has_rounds(&self) -> bool {
        self.progress.held.as_deref().unwrap_or(&self.progress.work) == "handling"
    }

    /// Whether rows of `objection` or `extension` do.
    pub(super) const fn has_asked(&self) -> bool {
        self.progress.objections > 0 || self.progress.extensions > 0
    }

    /// Reads the row with what hangs on it.
    pub(super) fn read(self, hanging: Hanging, at_rest: bool) -> Result<Assignment, Fault> {
        let Self { part, progress } = self;
        let at = At { table: "assignment", id: &part.id };
        let Hanging { mut rounds, settled, objection, extensions } = hanging;
        let work = progress.work(at, &mut rounds, objection)?;
        if !rounds.is_empty() {
            return Err(at.broken("work", "is not `handling` though there are rows in `reply`"));
        }
        let read = Assignment {
            role: at.word("role", &part.role, Role::read)?,
            id: part.id,
            unit: part.unit,
            assigned: part.assigned,
            sign_by: progress.sign_by,
            due: progress.due,
            after: part.after,
            settled,
            extensions,
            work,
        };
        if !fits(read.role, &read.work) {
            let held = progress.held.as_deref().unwrap_or(&progress.work);
            return Err(
                at.broken("work", format_args!("holds `{held}`, which a unit in the part `{}` never does", part.role))
            );
        }
        match progress.differs(&Progress::of(&read, at_rest)) {
            Some(column) => Err(at.broken(column, "does not fit the other columns")),
            None => Ok(read),
        }
    }
}

/// Whether a unit in that part can ever be at that work.
fn fits(role: Role, work: &Work) -> bool {
    match work {
        Work::Reading => role == Role::Reader,
        Work::Waiting => role != Role::Reader,
        Work::Advising { .. } | Work::Advised { .. } => role == Role::Co,
        Work::Handling { .. } => role.replies(),
        Work::Objecting { before, .. } | Work::PassedOn { before, .. } => fits(role, before),
    }
}

impl Progress {
    fn work(&self, at: At<'_>, rounds: &mut Vec<Round>, objection: Option<Objection>) -> Result<Work, Fault> {
        let before = |rounds: &mut Vec<Round>| {
            let held = at.need("held", self.held.as_deref())?;
            self.plain(at, "held", held, rounds).map(Box::new)
        };
        let work = match (self.work.as_str(), objection) {
            ("objecting", Some(objection)) => Work::Objecting { before: before(rounds)?, objection },
            ("passed-on", None) => Work::PassedOn {
                before: before(rounds)?,
                to: at.need("passed_to", self.passed_to)?,
                at: at.need("passed", self.passed)?,
            },
            ("objecting", None) => return Err(at.broken("work", "is `objecting` without an objection that lies")),
            (_, Some(_)) => return Err(at.broken("work", "is not `objecting` though an objection lies")),
            (plain, None) => self.plain(at, "work", plain, rounds)?,
        };
        Ok(work)
    }

    fn plain(&self, at: At<'_>, column: &str, word: &str, rounds: &mut Vec<Round>) -> Result<Work, Fault> {
        let signed = || at.need("signed", self.signed);
        Ok(match word {
            "reading" => Work::Reading,
            "waiting" => Work::Waiting,
            "advising" => Work::Advising { signed: signed()? },
            "advised" => Work::Advised {
                signed: signed()?,
                at: at.need("advised", self.advised)?,
                opinion: at.need("opinion", self.opinion)?,
            },
            "handling" => {
                let round = rounds.pop().ok_or_else(|| at.broken(column, "is `handling` without a row in `reply`"))?;
                Work::Handling { signed: signed()?, past: std::mem::take(rounds), round }
            }
            other => return Err(at.broken(column, format_args!("holds `{other}`, which is no stage of work"))),
        })
    }
}
