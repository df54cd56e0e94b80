//! What a letter answers to each request: the rows of `reply_point` ⇄ [`Point`].

use kernel::{Day, Text};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};
use suggestions_rules::{AssignmentId, Measure, Point, PointAnswer, Round, SuggestionId};

row!(
    /// A row of the table.
    pub(super) struct PointRow {
        pub(super) assignment: AssignmentId,
        pub(super) round: u16,
        request: String,
        measure: Option<String>,
        owner: Option<String>,
        due: Option<Day>,
        money: Option<String>,
        promised: bool,
        reason: Option<String>,
    }
);

impl PointRow {
    pub(super) fn read(self) -> Result<Point, Fault> {
        let id = format!("{} round {}", self.assignment, self.round);
        let at = At { table: "reply_point", id: &id };
        let request = text(at, "request", self.request)?;
        let answer = match (self.measure, self.owner, self.reason) {
            (Some(words), Some(owner), None) => PointAnswer::Measure(Measure {
                words: text(at, "measure", words)?,
                owner: text(at, "owner", owner)?,
                due: self.due,
                money: self.money.map(|money| text(at, "money", money)).transpose()?,
                promised: self.promised,
            }),
            (None, None, Some(reason)) if self.due.is_none() && self.money.is_none() && !self.promised => {
                PointAnswer::Reason(text(at, "reason", reason)?)
            }
            _ => return Err(at.broken("measure", "is no whole answer with `owner` and `reason`")),
        };
        let point = Point { request, answer };
        if self.promised && point.vow().is_none() {
            return Err(at.broken("promised", "is set though there is no day"));
        }
        Ok(point)
    }
}

fn text<const MAX: usize>(at: At<'_>, column: &str, raw: String) -> Result<Text<MAX>, Fault> {
    raw.try_into().map_err(|error| at.broken(column, error))
}

/// The points of all letters of a suggestion, in their order.
pub(super) async fn points(ask: &mut impl Ask, of: SuggestionId) -> Result<Vec<PointRow>, Fault> {
    let sql =
        Sql::new("select assignment, round, request, measure, owner, due, money, promised, reason from reply_point");
    ask.all(sql.add(" where suggestion = {} order by assignment, round, ordinal").bind(of)).await
}

/// Writes the points of a letter where they changed.
pub(super) async fn save_points(
    tx: &mut Tx,
    of: SuggestionId,
    part: AssignmentId,
    (old, round): (Option<&Round>, &Round),
) -> Result<(), Fault> {
    let before = old.and_then(Round::letter).map_or(&[][..], |letter| letter.points.as_slice());
    let now = round.letter().map_or(&[][..], |letter| letter.points.as_slice());
    if before == now {
        return Ok(());
    }
    let sql = Sql::new("delete from reply_point where assignment = {} and round = {}");
    tx.run(sql.bind(part).bind(round.ordinal)).await?;
    for (ordinal, point) in (0i64..).zip(now) {
        let mut row: Vec<Val> = vec![part.into(), round.ordinal.into(), ordinal.into(), of.into()];
        row.extend([Val::from(&point.request)]);
        row.extend(match &point.answer {
            PointAnswer::Measure(measure) => [
                Val::from(&measure.words),
                (&measure.owner).into(),
                measure.due.into(),
                measure.money.as_ref().into(),
                measure.promised.into(),
                Val::Null,
            ],
            PointAnswer::Reason(reason) => {
                [Val::Null, Val::Null, Val::Null, Val::Null, false.into(), Val::from(reason)]
            }
        });
        let sql = Sql::new(
            "insert into reply_point (assignment, round, ordinal, suggestion, request, measure, owner, due, money, \
             promised, reason) values ",
        );
        tx.run(sql.list(row)).await?;
    }
    Ok(())
}
