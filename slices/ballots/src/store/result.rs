//! Results, edition by edition.

use ballots_rules::{
    Tally,
    paper::{Round, RoundId, standing},
    round::{Figures, Line, Outcome},
};
use kernel::{Moment, Text};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};
use law_rules::Word as _;

/// A result as it was reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// Which.
    pub edition: u32,
    /// The figures.
    pub figures: Figures,
    /// Votes for spellings of which nobody could be made out.
    pub unreadable: u32,
    /// Whom of the tied the presidium decided for; empty where it did not.
    pub presidium: Vec<String>,
    /// When it was reported.
    pub reported: Moment,
    /// When it was announced.
    pub announced: Option<Moment>,
    /// When and why it was taken up again.
    pub corrected: Option<(Moment, Text<500>)>,
}

row! {
    struct ResultRow {
        edition: u32,
        figures: String,
        unreadable: u32,
        reported: Moment,
        announced: Option<Moment>,
        corrected: Option<Moment>,
        reason: Option<Text<500>>,
        presidium: Option<String>,
    }
}

/// The results of a round, the first first.
pub(crate) async fn results(ask: &mut impl Ask, round: RoundId) -> Result<Vec<Published>, Fault> {
    let sql = Sql::new(
        "select edition, figures, unreadable, reported, announced, corrected, reason, presidium from ballot_result",
    );
    let rows: Vec<ResultRow> = ask.all(sql.add(" where round = {} order by edition").bind(round)).await?;
    let at = At { table: "ballot_result", id: &round };
    let read = |row: ResultRow| {
        let figures = serde_json::from_str(&row.figures).map_err(|error| at.broken("figures", error))?;
        let corrected = match (row.corrected, row.reason) {
            (None, None) => None,
            (Some(when), Some(reason)) => Some((when, reason)),
            _ => return Err(at.broken("reason", "is not whole")),
        };
        let presidium = row.presidium.as_deref().map(serde_json::from_str).transpose();
        let presidium = presidium.map_err(|error| at.broken("presidium", error))?.unwrap_or_default();
        let ResultRow { edition, unreadable, reported, announced, .. } = row;
        Ok(Published { edition, figures, unreadable, presidium, reported, announced, corrected })
    };
    rows.into_iter().map(read).collect()
}

/// Writes a new one.
pub(crate) async fn begin_result(
    tx: &mut Tx,
    round: &Round,
    figures: &Figures,
    unreadable: u32,
    now: Moment,
) -> Result<(), Fault> {
    let vals: [Val; 5] =
        [round.id.into(), round.edition.into(), serde_json::to_string(figures)?.into(), unreadable.into(), now.into()];
    let sql = Sql::new("insert into ballot_result (round, edition, figures, unreadable, reported) values ").list(vals);
    tx.run(sql).await.map(drop)
}

/// Writes down whom of the tied the presidium decided for.
pub(crate) async fn choose_result(tx: &mut Tx, round: &Round, names: &[String]) -> Result<(), Fault> {
    let sql = Sql::new("update ballot_result set presidium = {}").bind(serde_json::to_string(names)?);
    let sql = sql.add(" where round = {}").bind(round.id).add(" and edition = {}").bind(round.edition);
    tx.run(sql).await.map(drop)
}

/// Marks the edition announced and writes what it comes to for each name.
pub(crate) async fn announce_result(
    tx: &mut Tx,
    round: &Round,
    figures: &Figures,
    outcome: &Outcome,
    now: Moment,
) -> Result<(), Fault> {
    let sql = Sql::new("update ballot_result set announced = {}").bind(now);
    tx.run(sql.add(" where round = {}").bind(round.id).add(" and edition = {}").bind(round.edition)).await?;
    let told = round.told(figures);
    let written = figures.total.write_ins.iter().map(|Tally { name, votes }| Line {
        name: name.clone(),
        approve: *votes,
        ..Line::default()
    });
    let lines = told.total.lines.into_iter().map(|line| (line, false)).chain(written.map(|line| (line, true)));
    for (ordinal, (line, written_in)) in (1_u32..).zip(lines) {
        let listed = round.spec.names.iter().find(|name| name.name.as_str() == line.name);
        let vals: [Val; 12] = [
            round.id.into(),
            round.edition.into(),
            ordinal.into(),
            (&line.name).into(),
            listed.and_then(|name| name.note.clone()).into(),
            listed.and_then(|name| name.person).into(),
            written_in.into(),
            line.approve.into(),
            line.against.into(),
            line.abstain.into(),
            line.unclear.into(),
            standing(outcome, &line.name).map(|word| word.word()).into(),
        ];
        let sql = Sql::new(
            "insert into ballot_standing (round, edition, ordinal, name, note, person, written_in, approve, against, abstain, unclear, standing) values ",
        );
        tx.run(sql.list(vals)).await?;
    }
    Ok(())
}

/// Notes on the result that stands when and why it was taken up again.
pub(crate) async fn take_up_result(tx: &mut Tx, round: &Round, reason: &Text<500>, now: Moment) -> Result<(), Fault> {
    let sql = Sql::new("update ballot_result set corrected = {}").bind(now).add(", reason = {}").bind(reason);
    let sql = sql.add(" where round = {}").bind(round.id).add(" and edition = {}").bind(round.edition);
    tx.run(sql).await.map(drop)
}
