//! Clocks beside those of parts and promises: letters that wait for an answer, steps of plans, what is to be put right, bills with a committee, closed matters to look back on.

use kernel::{BodyId, Day, Moment, PersonId};
use kit::{
    Fault,
    db::{Ask, Db, Sql},
    row,
};
use notices_rules::{Clock, Running};
use roster_rules::TermId;
use suggestions_rules::SuggestionId;
use uuid::Uuid;

use super::Due;

row! {
    struct Supervised {
        kind: String,
        item: Uuid,
        suggestion: Option<SuggestionId>,
        congress: BodyId,
        unit: Option<BodyId>,
        since: Moment,
        due: Day,
        term: Option<TermId>,
    }
}

row! {
    struct Referred { bill: Uuid, congress: BodyId, since: Moment, due: Day, term: Option<TermId> }
}

row! {
    struct Waiting { suggestion: SuggestionId, congress: BodyId, since: Moment, term: Option<TermId> }
}

/// Letters that were not answered and steps that were not done, with one of these days.
pub(super) async fn supervised(db: &Db, days: &[Day]) -> Result<Vec<Due>, Fault> {
    let sql = Sql::new("select c.kind, c.item, c.suggestion, c.congress, c.unit, c.since, c.due, x.term")
        .add(" from v_supervision_clock c left join v_suggestion s on s.id = c.suggestion")
        .add(" left join v_session x on x.id = s.session where c.due in ")
        .list(days.iter().copied())
        .add(" order by c.item, c.due");
    let rows: Vec<Supervised> = db.all(sql).await?;
    let one = |row: Supervised| {
        let Supervised { kind, item, suggestion, congress, unit, since, due, term } = row;
        let clock = match kind.as_str() {
            "letter" => Clock::Letter,
            "item" => Clock::Item,
            _ => Clock::KeyStep,
        };
        let running = Running { clock, from: since.day(), due };
        // An inquiry is of no suggestion: it is itself what is told of.
        let subject = suggestion.map_or(item, SuggestionId::uuid);
        Due { subject, part: None, item: Some(item), congress, unit, term, running }
    };
    Ok(rows.into_iter().map(one).collect())
}

/// Who signed a bill and has not said whether it may be treated as a suggestion.
pub(super) async fn silent_on(ask: &mut impl Ask, bill: Uuid) -> Result<Vec<PersonId>, Fault> {
    let sql = Sql::new("select person from v_bill_silent where bill = {} order by person").bind(bill);
    Ok(ask.all::<(PersonId,)>(sql).await?.into_iter().map(|(person,)| person).collect())
}

/// Bills with a committee that is to report on one of these days, or whose signers are to answer by then.
pub(super) async fn bills(db: &Db, days: &[Day]) -> Result<Vec<Due>, Fault> {
    let mut all = of_bills(db, "v_bill_clock", &[Clock::BillReport], days).await?;
    all.extend(of_bills(db, "v_bill_consult", &[Clock::BillVoice, Clock::BillConsult], days).await?);
    Ok(all)
}

async fn of_bills(db: &Db, view: &'static str, clocks: &[Clock], days: &[Day]) -> Result<Vec<Due>, Fault> {
    let sql = Sql::new("select c.bill, c.congress, c.since, c.due, x.term from ")
        .add(view)
        .add(" c left join v_session x on x.id = c.session where c.due in ")
        .list(days.iter().copied())
        .add(" order by c.bill");
    let rows: Vec<Referred> = db.all(sql).await?;
    let one = |row: &Referred, clock: Clock| {
        let &Referred { bill, congress, since, due, term } = row;
        let running = Running { clock, from: since.day(), due };
        Due { subject: bill, part: None, item: None, congress, unit: None, term, running }
    };
    Ok(rows.iter().flat_map(|row| clocks.iter().map(|clock| one(row, *clock))).collect())
}

/// Closed matters that wait since one of these days; on which day they come up, the rule book of each says.
pub(super) async fn look_backs(db: &Db, days: &[Day]) -> Result<Vec<Due>, Fault> {
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return Ok(vec![]) };
    let sql = Sql::new("select w.suggestion, w.congress, w.since, x.term from v_look_back w")
        .add(" left join v_session x on x.id = w.session where w.since >= {} and w.since < {}")
        .bind(first.start())
        .bind(last.plus_days(1).start())
        .add(" order by w.suggestion");
    let rows: Vec<Waiting> = db.all(sql).await?;
    let one = |row: Waiting| {
        let Waiting { suggestion, congress, since, term } = row;
        let running = Running { clock: Clock::LookBack, from: since.day(), due: since.day() };
        Due { subject: suggestion.uuid(), part: None, item: None, congress, unit: None, term, running }
    };
    Ok(rows.into_iter().filter(|row| days.contains(&row.since.day())).map(one).collect())
}
