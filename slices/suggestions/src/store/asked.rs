//! What units asked of the assigning body: the rows of `objection` and `extension` ⇄ [`Objection`], [`Settled`], [`Extension`].

use kernel::{BodyId, Day, Moment};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};
use suggestions_rules::{
    Assignment, AssignmentId, Consent, Extension, Objection, RemarkId, Settled, Suggestion, SuggestionId, Work,
};

use super::assignment::Hanging;

row!(
    struct ObjectionRow {
        assignment: AssignmentId,
        at: Moment,
        reason: RemarkId,
        basis: Option<RemarkId>,
        proposed: BodyId,
        rule_by: Day,
        ruled: Option<Moment>,
        ruling_reason: Option<RemarkId>,
        passed_to: Option<AssignmentId>,
    }
);

row!(
    struct ExtensionRow {
        assignment: AssignmentId,
        asked: Moment,
        reason: RemarkId,
        until: Day,
        answered: Option<Moment>,
        granted: Option<bool>,
        answer_reason: Option<RemarkId>,
    }
);

/// Everything that the units of one suggestion asked, by assignment.
pub(super) struct Asked {
    objections: Vec<ObjectionRow>,
    extensions: Vec<ExtensionRow>,
}

impl Asked {
    /// Nothing was asked.
    pub(super) const NONE: Self = Self { objections: vec![], extensions: vec![] };

    /// Reads both tables.
    pub(super) async fn read(ask: &mut impl Ask, id: SuggestionId) -> Result<Self, Fault> {
        let objections = Sql::new(
            "select assignment, at, reason, basis, proposed, rule_by, ruled, ruling_reason, passed_to from objection \
             where suggestion = {} order by assignment, ordinal",
        );
        let extensions = Sql::new(
            "select assignment, asked, reason, until, answered, granted, answer_reason from extension \
             where suggestion = {} order by assignment, ordinal",
        );
        Ok(Self { objections: ask.all(objections.bind(id)).await?, extensions: ask.all(extensions.bind(id)).await? })
    }

    /// Hangs on an assignment what its unit asked.
    pub(super) fn hang(&self, part: AssignmentId, hanging: &mut Hanging) -> Result<(), Fault> {
        let at = At { table: "objection", id: &part };
        for row in self.objections.iter().filter(|row| row.assignment == part) {
            let &ObjectionRow { at: when, reason, basis, proposed, rule_by, .. } = row;
            let objection = Objection { at: when, reason, basis, proposed, rule_by };
            match row.ruled {
                Some(_) if hanging.objection.is_some() => {
                    return Err(at.broken("ruled", "is filled after one that is empty"));
                }
                Some(ruled) => hanging.settled.push(Settled {
                    objection,
                    at: ruled,
                    reason: at.need("ruling_reason", row.ruling_reason)?,
                    to: row.passed_to,
                }),
                None => hanging.objection = Some(objection),
            }
        }
        let at = At { table: "extension", id: &part };
        for row in self.extensions.iter().filter(|row| row.assignment == part) {
            let answer = match row.answered {
                Some(answered) => {
                    Some(Consent { at: answered, granted: at.need("granted", row.granted)?, reason: row.answer_reason })
                }
                None => None,
            };
            hanging.extensions.push(Extension { asked: row.asked, reason: row.reason, until: row.until, answer });
        }
        Ok(())
    }
}

/// Writes what was asked or answered since.
pub(super) async fn save_asked(
    tx: &mut Tx,
    of: &Suggestion,
    was: Option<&Assignment>,
    part: &Assignment,
) -> Result<(), Fault> {
    let (before, now) = (was.map(objections).unwrap_or_default(), objections(part));
    for (ordinal, objection) in (1i64..).zip(&now) {
        if !before.contains(objection) {
            save_objection(tx, of, part.id, ordinal, objection).await?;
        }
    }
    let before = was.map_or(&[][..], |was| &was.extensions);
    for (ordinal, extension) in (1i64..).zip(&part.extensions) {
        if !before.contains(extension) {
            save_extension(tx, of, part.id, ordinal, extension).await?;
        }
    }
    Ok(())
}

/// An objection and, where it was ruled on, the ruling.
type Heard = (Objection, Option<Settled>);

fn objections(part: &Assignment) -> Vec<Heard> {
    let lying = match &part.work {
        Work::Objecting { objection, .. } => Some((*objection, None)),
        _ => None,
    };
    part.settled.iter().map(|settled| (settled.objection, Some(*settled))).chain(lying).collect()
}

async fn save_objection(
    tx: &mut Tx,
    of: &Suggestion,
    part: AssignmentId,
    ordinal: i64,
    (objection, ruling): &Heard,
) -> Result<(), Fault> {
    let sql = Sql::new(
        "insert into objection (assignment, ordinal, suggestion, at, reason, basis, proposed, rule_by, ruled, ruling_reason, \
         passed_to) values ",
    )
    .list([
        Val::from(part),
        ordinal.into(),
        of.id.into(),
        objection.at.into(),
        objection.reason.into(),
        objection.basis.into(),
        objection.proposed.into(),
        objection.rule_by.into(),
        ruling.map(|ruling| ruling.at).into(),
        ruling.map(|ruling| ruling.reason).into(),
        ruling.and_then(|ruling| ruling.to).into(),
    ])
    .add(
        " on conflict (assignment, ordinal) do update set rule_by = excluded.rule_by, ruled = excluded.ruled, \
         ruling_reason = excluded.ruling_reason, passed_to = excluded.passed_to",
    );
    tx.run(sql).await.map(|_rows| ())
}

async fn save_extension(
    tx: &mut Tx,
    of: &Suggestion,
    part: AssignmentId,
    ordinal: i64,
    extension: &Extension,
) -> Result<(), Fault> {
    let sql = Sql::new(
        "insert into extension (assignment, ordinal, suggestion, asked, reason, until, answered, granted, \
         answer_reason) values ",
    )
    .list([
        Val::from(part),
        ordinal.into(),
        of.id.into(),
        extension.asked.into(),
        extension.reason.into(),
        extension.until.into(),
        extension.answer.map(|answer| answer.at).into(),
        extension.answer.map(|answer| answer.granted).into(),
        extension.answer.and_then(|answer| answer.reason).into(),
    ])
    .add(
        " on conflict (assignment, ordinal) do update set answered = excluded.answered, granted = excluded.granted, \
         answer_reason = excluded.answer_reason",
    );
    tx.run(sql).await.map(|_rows| ())
}
