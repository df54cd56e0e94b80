//! What is counted of units, read through the view that suggestions publish.

use kernel::{BodyId, Day, Moment, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};
use suggestions_rules::Score;
use supervision_rules::{Evaluation, Handled};

row! {
    struct PartRow {
        unit: BodyId,
        role: String,
        assigned: Moment,
        sign_by: Day,
        signed: Option<Moment>,
        due: Day,
        replied: Option<Moment>,
        letter_signed: Option<Moment>,
        talked: Option<Day>,
        result: Option<String>,
        judging_until: Option<Day>,
    }
}

/// ` where …`: the parts of the congress assigned in the days of the evaluation. Of a suggestion that was withdrawn nothing is owed any more,
/// and whose a part is that its unit objects to is not yet known.
fn within(sql: Sql, of: &Evaluation) -> Sql {
    sql.add(" where h.stage in ('handling', 'closed') and h.work <> 'objecting' and h.role <> 'reader' and h.congress = {} and h.assigned >= {} and h.assigned < {}")
        .bind(of.congress)
        .bind(of.since.start())
        .bind(of.until.plus_days(1).start())
}

/// The parts an evaluation counts, with their units. The word is that on the newest reply, and counts once its window is over, as in every
/// figure: told before, it would reach the unit.
pub async fn parts(ask: &mut impl Ask, of: &Evaluation, today: Day) -> Result<Vec<(BodyId, Handled)>, Fault> {
    let sql = Sql::new(
        "select h.unit, h.role, h.assigned, h.sign_by, h.signed, h.due, h.replied, h.letter_signed, h.talked, w.result, \
         case w.judge_by when '' then null else w.judge_by end from v_handling h join v_word w on w.assignment = h.assignment",
    );
    let rows: Vec<PartRow> = ask.all(within(sql, of)).await?;
    let part = |row: PartRow| {
        let day = |at: Option<Moment>| at.map(Moment::day);
        let said = row.result.as_deref().filter(|_| row.judging_until.is_none_or(|until| until < today));
        let handled = Handled {
            replies: row.role != "co",
            assigned: row.assigned.day(),
            sign_by: row.sign_by,
            signed: day(row.signed),
            due: row.due,
            replied: day(row.replied),
            letter_signed: day(row.letter_signed),
            talked: row.talked,
            result: said.and_then(Score::read),
        };
        (row.unit, handled)
    };
    Ok(rows.into_iter().map(part).collect())
}

/// The units an evaluation judges: those that have a part.
pub async fn units(ask: &mut impl Ask, of: &Evaluation) -> Result<Vec<BodyId>, Fault> {
    let sql = within(Sql::new("select distinct h.unit from v_handling h"), of).add(" order by h.unit");
    Ok(ask.all::<(BodyId,)>(sql).await?.into_iter().map(|(unit,)| unit).collect())
}

/// The units among those judged that answer a suggestion the person signed.
pub async fn answering(ask: &mut impl Ask, of: &Evaluation, person: PersonId) -> Result<Vec<BodyId>, Fault> {
    let sql = within(Sql::new("select distinct h.unit from v_handling h"), of);
    let sql = sql
        .add(" and (h.lead = {} or exists (select 1 from v_cosigner c where c.suggestion = h.suggestion")
        .bind(person);
    let sql = sql.add(" and c.answer = 'confirmed' and c.person = {})) order by h.unit").bind(person);
    Ok(ask.all::<(BodyId,)>(sql).await?.into_iter().map(|(unit,)| unit).collect())
}

/// Whether a unit answers a suggestion the person signed.
pub async fn answers(ask: &mut impl Ask, of: &Evaluation, unit: BodyId, person: PersonId) -> Result<bool, Fault> {
    Ok(answering(ask, of, person).await?.contains(&unit))
}
