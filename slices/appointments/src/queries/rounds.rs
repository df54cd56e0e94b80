//! Announced rounds of ballots, on paper or electronic, as the noun of ballots publishes them: which of them can be the vote on a proposal, what
//! they came to, and how they were taken.

use appointments_rules::{Appointment, Tally};
use kernel::Day;
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};
use serde::Deserialize;
use uuid::Uuid;

/// What of the settings of a round is told here.
#[derive(Deserialize)]
struct Adopted {
    assembly: String,
    method: String,
}

/// How a vote was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// `paper` or `hall`: electronically, without names.
    pub way: String,
    /// The method the committee adopted.
    pub method: String,
    /// Of an electronic one: the method that permits it, and its article.
    pub permitted: Option<(String, String)>,
}

row! {
    struct Line {
        way: String,
        spec: String,
        method: Option<String>,
        article: Option<String>,
    }
}

/// How a round was taken; nothing where there is none, or where it was no vote of a committee.
pub async fn taken(ask: &mut impl Ask, round: Uuid) -> Result<Option<Taken>, Fault> {
    let sql = Sql::new("select way, spec, method, article from v_ballot_way where round = {}").bind(round);
    let Some(line) = ask.one::<Line>(sql).await? else { return Ok(None) };
    let Adopted { assembly, method } = serde_json::from_str(&line.spec)?;
    let permitted = line.method.zip(line.article);
    Ok((assembly == "committee").then_some(Taken { way: line.way, method, permitted }))
}

/// A round that can be the vote on a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// The round.
    pub id: Uuid,
    /// What was voted on.
    pub title: String,
    /// Its day.
    pub day: Day,
    /// How it was taken.
    pub taken: Taken,
}

/// Names on announced ballots that mean the person: by the roster where both know it, else by the name.
const MEANT: &str = " from v_ballot_result s join appointee e on e.id = {} where s.kind = 'decision' and s.standing is not null \
     and (s.person = e.person or (s.name = e.name and (s.person is null or e.person is null))) and s.congress = {} and s.day >= {}";

fn meant(sql: Sql, it: &Appointment, meets: Day) -> Sql {
    sql.add(MEANT).bind(it.matter.person).bind(it.congress).bind(meets)
}

/// The announced rounds of the meeting or after it in which the committee decided on the person.
pub async fn rounds(ask: &mut impl Ask, it: &Appointment) -> Result<Vec<Offered>, Fault> {
    let Some(meeting) = it.stage.meeting() else { return Ok(Vec::new()) };
    let sql = meant(Sql::new("select distinct s.round, s.title, s.day"), it, meeting.day);
    let found: Vec<(Uuid, String, Day)> = ask.all(sql.add(" order by s.day desc, s.round limit 50")).await?;
    let mut offered = Vec::new();
    for (id, title, day) in found {
        offered.extend(taken(ask, id).await?.map(|taken| Offered { id, title, day, taken }));
    }
    Ok(offered)
}

row! {
    struct Marks {
        note: Option<String>,
        approve: u32,
        against: u32,
        abstain: u32,
    }
}

/// The figures of the person in an announced round: each name is decided by itself (逐人表决). Where the person stands on the ballot for more
/// than one post, those of the post count.
pub async fn tally(ask: &mut impl Ask, it: &Appointment, round: Uuid) -> Result<Option<Tally>, Fault> {
    let Some(meeting) = it.stage.meeting() else { return Ok(None) };
    if taken(ask, round).await?.is_none() {
        return Ok(None);
    }
    let sql = Sql::new("select name from appointment_seat where id = {}").bind(it.matter.seat);
    let office = ask.one::<(String,)>(sql).await?.map(|(name,)| name).unwrap_or_default();
    let sql = meant(Sql::new("select s.note, s.approve, s.against, s.abstain"), it, meeting.day);
    let mut lines: Vec<Marks> = ask.all(sql.add(" and s.round = {} order by s.ordinal").bind(round)).await?;
    lines.sort_by_key(|line| !line.note.as_deref().is_some_and(|note| note.contains(&office)));
    let sql = Sql::new("select members, present from v_ballot_round where round = {}").bind(round);
    let Some((members, present)) = ask.one::<(u32, u32)>(sql).await? else { return Ok(None) };
    let tally = |Marks { approve: yes, against: no, abstain, .. }| Tally { members, present, yes, no, abstain };
    Ok(lines.into_iter().next().map(tally))
}
