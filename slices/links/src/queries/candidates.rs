//! Who stands on a side of a kind of links on a day.

use std::collections::HashMap;

use kernel::{AreaCode, BodyId, Day, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};
use links_rules::{End, Side};
use uuid::Uuid;

use super::{held_on, with_role};

/// Somebody or something that can stand at an end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub end: End,
    /// The name.
    pub name: String,
    /// What tells namesakes apart: the delegation, the congress, the town.
    pub note: String,
    /// The place they are of, where it is known.
    pub area: Option<AreaCode>,
    /// The delegation.
    pub group: Option<Uuid>,
}

impl Candidate {
    /// Name and note, as a list or a sheet has it.
    #[must_use]
    pub fn called(&self) -> String {
        if self.note.is_empty() { self.name.clone() } else { format!("{}（{}）", self.name, self.note) }
    }
}

/// The roles of 常委会组成人员.
pub(crate) const COMMITTEE: &[&str] = &["chair", "vice_chair", "secretary_general", "standing_member"];
const LEADERS: &[&str] = &["chair", "vice_chair", "secretary_general"];
const PRESIDIUM: &[&str] = &["town_chair", "town_vice_chair", "presidium_member"];

/// Everybody on a side, by note and name.
pub async fn of(ask: &mut impl Ask, congress: BodyId, side: Side, day: Day) -> Result<Vec<Candidate>, Fault> {
    let sql = Sql::new("select area from v_body where id = {}").bind(congress);
    let Some((area,)) = ask.one::<(AreaCode,)>(sql).await? else { return Ok(Vec::new()) };
    let keeps = keeper(ask, congress).await?;
    let mut found = match side {
        Side::Committee => seats(ask, (keeps, &area), COMMITTEE, day).await?,
        Side::Leaders => seats(ask, (keeps, &area), LEADERS, day).await?,
        Side::Presidium => seats(ask, (congress, &area), PRESIDIUM, day).await?,
        Side::Deputies => seats(ask, (congress, &area), &[], day).await?,
        // The national congress has the province's places around it, and none of its congresses under it.
        Side::Below if keeps != congress => Vec::new(),
        Side::Below => below(ask, &area, day).await?,
        Side::Office => office(ask, congress, day).await?,
        Side::Organs => bodies(ask, congress, &["office", "work_committee"]).await?,
        Side::Units => bodies(ask, congress, &["unit"]).await?,
        Side::Towns => towns(ask, &area).await?,
        Side::Villages => villages(ask, &area).await?,
    };
    found.sort_by(|a, b| (&a.note, &a.name, &a.end).cmp(&(&b.note, &b.name, &b.end)));
    found.dedup_by(|a, b| a.end == b.end);
    Ok(found)
}

/// Whose standing committee keeps in touch with the deputies of a congress: its own; with those of the national one, that of the province.
async fn keeper(ask: &mut impl Ask, congress: BodyId) -> Result<BodyId, Fault> {
    let sql = Sql::new(
        "select p.congress from v_body o join v_body p on p.id = o.parent join v_body c on c.id = o.congress",
    )
    .add(" where o.kind = 'office' and o.closed is null and c.level = 'nation' and c.id = {} order by o.id limit 1");
    Ok(ask.one::<(BodyId,)>(sql.bind(congress)).await?.map_or(congress, |(keeps,)| keeps))
}

row! {
    struct SeatRow {
        person: PersonId,
        name: String,
        group: Option<Uuid>,
        delegation: Option<String>,
    }
}

async fn seats(
    ask: &mut impl Ask,
    (congress, area): (BodyId, &AreaCode),
    roles: &[&'static str],
    day: Day,
) -> Result<Vec<Candidate>, Fault> {
    let sql =
        Sql::new("select distinct s.person, p.name, d.id, d.name from v_seat s join v_person p on p.id = s.person")
            .add(" left join v_delegation d on d.id = s.delegation where s.congress = {}")
            .bind(congress);
    let sql = held_on(sql, day);
    let sql = if roles.is_empty() { sql } else { with_role(sql, roles, day) };
    let rows: Vec<SeatRow> = ask.all(sql).await?;
    let places = children(ask, area).await?;
    let read = |row: SeatRow| Candidate {
        end: End::Person(row.person),
        name: row.name,
        area: row.delegation.as_deref().and_then(|name| places.get(place_of(name)).cloned()),
        note: row.delegation.unwrap_or_default(),
        group: row.group,
    };
    Ok(rows.into_iter().map(read).collect())
}

/// The place a delegation is of, by its name: 黄兴镇代表团.
pub(crate) fn place_of(delegation: &str) -> &str {
    delegation.trim_end_matches("代表团")
}

async fn children(ask: &mut impl Ask, area: &AreaCode) -> Result<HashMap<String, AreaCode>, Fault> {
    let sql = Sql::new("select name, code from v_area where parent = {}").bind(area);
    Ok(ask.all::<(String, AreaCode)>(sql).await?.into_iter().collect())
}

async fn below(ask: &mut impl Ask, area: &AreaCode, day: Day) -> Result<Vec<Candidate>, Fault> {
    let sql = Sql::new(
        "select distinct s.person, p.name, b.name, b.area from v_seat s join v_person p on p.id = s.person",
    )
    .add(
        " join v_body b on b.id = s.congress join v_area a on a.code = b.area where b.closed is null and a.parent = {}",
    )
    .bind(area);
    let rows: Vec<(PersonId, String, String, AreaCode)> = ask.all(held_on(sql, day)).await?;
    let read =
        |(person, name, note, area)| Candidate { end: End::Person(person), name, note, area: Some(area), group: None };
    Ok(rows.into_iter().map(read).collect())
}

async fn office(ask: &mut impl Ask, congress: BodyId, day: Day) -> Result<Vec<Candidate>, Fault> {
    let sql = Sql::new("select distinct p.id, p.name from v_post o join v_account a on a.id = o.account")
        .add(" join v_person p on p.id = a.person where a.closed is null and o.duty in ('clerk', 'chief')")
        .add(" and o.congress = {} and o.since <= {} and (o.until is null or o.until >= {})")
        .bind(congress)
        .bind(day)
        .bind(day);
    let rows: Vec<(PersonId, String)> = ask.all(sql).await?;
    let read =
        |(person, name)| Candidate { end: End::Person(person), name, note: String::new(), area: None, group: None };
    Ok(rows.into_iter().map(read).collect())
}

async fn bodies(ask: &mut impl Ask, congress: BodyId, kinds: &[&'static str]) -> Result<Vec<Candidate>, Fault> {
    let sql = Sql::new("select id, name, area from v_body where closed is null and congress = {} and kind in ");
    let rows: Vec<(BodyId, String, AreaCode)> = ask.all(sql.bind(congress).list(kinds.iter().copied())).await?;
    let read = |(body, name, area)| Candidate {
        end: End::Body(body),
        name,
        note: String::new(),
        area: Some(area),
        group: None,
    };
    Ok(rows.into_iter().map(read).collect())
}

async fn towns(ask: &mut impl Ask, area: &AreaCode) -> Result<Vec<Candidate>, Fault> {
    let sql = Sql::new("select code, name from v_area where parent = {}").bind(area);
    let rows: Vec<(AreaCode, String)> = ask.all(sql).await?;
    let read = |(code, name): (AreaCode, String)| Candidate {
        end: End::Place(code.clone()),
        name,
        note: String::new(),
        area: Some(code),
        group: None,
    };
    Ok(rows.into_iter().map(read).collect())
}

async fn villages(ask: &mut impl Ask, area: &AreaCode) -> Result<Vec<Candidate>, Fault> {
    let sql = Sql::new("select w.code, w.name, a.name from v_village w join v_area a on a.code = w.parent")
        .add(" where w.code >= {} and w.code < {}")
        .bind(area)
        .bind(area.past());
    let rows: Vec<(AreaCode, String, String)> = ask.all(sql).await?;
    let read = |(code, name, note): (AreaCode, String, String)| Candidate {
        end: End::Place(code.clone()),
        name,
        note,
        area: Some(code),
        group: None,
    };
    Ok(rows.into_iter().map(read).collect())
}
