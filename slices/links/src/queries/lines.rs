//! Links with names, and how contact goes.

use kernel::{Day, PersonId};
use kit::{
    Fault,
    db::{Ask, At, Sql},
    row,
};
use links_rules::{End, EndReason, KindId, LinkId, Side, owed, year_of};
use uuid::Uuid;

use crate::store;

row! {
    struct LineRow {
        id: LinkId,
        kind: KindId,
        one: Uuid,
        target: String,
        since: Day,
        until: Option<Day>,
        reason: Option<String>,
        one_name: String,
        other_name: String,
        done: u32,
        last: Option<Day>,
        side: String,
        other_side: String,
        kind_name: String,
        times: u16,
    }
}

/// One link of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkLine {
    /// The link.
    pub id: LinkId,
    /// Its kind.
    pub kind: KindId,
    /// What the kind is called.
    pub kind_name: String,
    /// Who links.
    pub one: End,
    /// Their name.
    pub one_name: String,
    /// Who is linked.
    pub other: End,
    /// Their name.
    pub other_name: String,
    /// The first day.
    pub since: Day,
    /// The day it ended.
    pub until: Option<Day>,
    /// Why.
    pub reason: Option<EndReason>,
    /// Contacts of the year, up to the day asked for.
    pub done: u32,
    /// Contacts of the year that are owed by that day.
    pub owed: u32,
    /// Contacts a year.
    pub times: u16,
    /// The day of the last contact.
    pub last: Option<Day>,
}

impl LinkLine {
    /// Whether fewer contacts were made than are owed by the day asked for.
    #[must_use]
    pub const fn behind(&self) -> bool {
        self.done < self.owed
    }

    /// Whether contacts are asked for and none was made in the year.
    #[must_use]
    pub const fn none(&self) -> bool {
        self.times > 0 && self.done == 0
    }
}

/// Which links of a kind are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// Those that stand.
    #[default]
    Standing,
    /// Those with fewer contacts than owed.
    Behind,
    /// Those without a contact in the year.
    None,
    /// Those that ended.
    Ended,
}

impl Show {
    /// Reads the word of an address.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Some(match word {
            "standing" => Self::Standing,
            "behind" => Self::Behind,
            "none" => Self::None,
            "ended" => Self::Ended,
            _ => return None,
        })
    }
}

const SELECT: &str = "select l.id, l.kind, l.one, l.target, l.since, l.until, l.reason, coalesce(p.name, b.name, ''), \
     coalesce(q.name, c.name, a.name, w.name, l.target), \
     (select count(*) from link_contact t where t.link = l.id and t.day >= {} and t.day <= {}), \
     (select max(t.day) from link_contact t where t.link = l.id and t.day <= {}), k.one, k.other, k.name, k.times \
     from link l join link_kind k on k.id = l.kind \
     left join v_person p on p.id = l.one left join v_body b on b.id = l.one \
     left join v_person q on q.id = l.other left join v_body c on c.id = l.other \
     left join v_area a on a.code = l.place left join v_village w on w.code = l.place where ";

fn select(day: Day) -> Sql {
    let (first, _) = year_of(day);
    Sql::new(SELECT).bind(first).bind(day).bind(day)
}

fn whole(row: LineRow, day: Day) -> Result<LinkLine, Fault> {
    let at = At { table: "link", id: &row.id };
    let sides = (at.word("one", &row.side, Side::read)?, at.word("other", &row.other_side, Side::read)?);
    let (one, other) = store::ends(at, (row.one, sides.0), (&row.target, sides.1))?;
    let reason = row.reason.as_deref().map(|word| at.word("reason", word, EndReason::read)).transpose()?;
    let LineRow { id, kind, since, until, one_name, other_name, done, last, kind_name, times, .. } = row;
    let owed = owed(times, since, day);
    Ok(LinkLine {
        id,
        kind,
        kind_name,
        one,
        one_name,
        other,
        other_name,
        since,
        until,
        reason,
        done,
        owed,
        times,
        last,
    })
}

async fn read(ask: &mut impl Ask, sql: Sql, day: Day) -> Result<Vec<LinkLine>, Fault> {
    let rows: Vec<LineRow> = ask.all(sql).await?;
    let mut lines = rows.into_iter().map(|row| whole(row, day)).collect::<Result<Vec<_>, _>>()?;
    lines.sort_by(|a, b| {
        (&a.kind_name, &a.one_name, &a.other_name, a.id).cmp(&(&b.kind_name, &b.one_name, &b.other_name, b.id))
    });
    Ok(lines)
}

/// The links of a kind as of a day, by name.
pub async fn of_kind(ask: &mut impl Ask, kind: KindId, show: Show, day: Day) -> Result<Vec<LinkLine>, Fault> {
    let sql = select(day).add("l.kind = {}").bind(kind);
    let sql = if show == Show::Ended {
        sql.add(" and l.until <= {}").bind(day)
    } else {
        sql.add(" and l.since <= {} and (l.until is null or l.until > {})").bind(day).bind(day)
    };
    let mut lines = read(ask, sql, day).await?;
    match show {
        Show::Behind => lines.retain(LinkLine::behind),
        Show::None => lines.retain(LinkLine::none),
        Show::Standing | Show::Ended => {}
    }
    Ok(lines)
}

/// The links that stand with a person at an end.
pub async fn of_person(ask: &mut impl Ask, person: PersonId, today: Day) -> Result<Vec<LinkLine>, Fault> {
    let sql = select(today).add("l.until is null and (l.one = {} or l.other = {})").bind(person).bind(person);
    read(ask, sql, today).await
}

/// One link.
pub async fn one(ask: &mut impl Ask, id: LinkId, today: Day) -> Result<Option<LinkLine>, Fault> {
    Ok(read(ask, select(today).add("l.id = {}").bind(id), today).await?.into_iter().next())
}
