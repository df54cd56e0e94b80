//! What the desk and the pages ask of the roster's views.

use bills_rules::{SessionId, Sitting};
use kernel::{AreaCode, BodyId, Day, Level, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};

/// Whether it is the national congress: its bills are put, examined and decided elsewhere (代表法 2025, 15), and none is taken in here.
pub async fn national(ask: &mut impl Ask, congress: BodyId) -> Result<bool, Fault> {
    let sql = Sql::new("select 1 from v_body where level = 'nation' and id = {}").bind(congress);
    Ok(ask.one::<(i64,)>(sql).await?.is_some())
}

/// The level of a congress.
///
/// # Errors
/// When the database refuses, or there is no such body.
pub async fn level_of(ask: &mut impl Ask, congress: BodyId) -> Result<Level, Fault> {
    let area: Option<(AreaCode,)> = ask.one(Sql::new("select area from v_body where id = {}").bind(congress)).await?;
    let found = area.ok_or_else(|| Fault::new(format_args!("the congress {congress} is not to be found")))?;
    Ok(found.0.level())
}

/// The latest session of the congress opened by that day, and whether it sits on it.
pub async fn sitting(ask: &mut impl Ask, congress: BodyId, day: Day) -> Result<Option<Sitting>, Fault> {
    let sql = Sql::new("select id, closed from v_session where congress = {}").bind(congress);
    let sql = sql.add(" and opened <= {} order by opened desc, id desc limit 1").bind(day);
    let row: Option<(SessionId, Option<Day>)> = ask.one(sql).await?;
    Ok(row.map(|(session, closed)| Sitting { session, sits: closed.is_none_or(|closed| closed >= day) }))
}

row!(
    /// A session of a congress.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Session {
        /// The session.
        pub id: SessionId,
        /// The congress.
        pub congress: BodyId,
        /// 第十八届第五次会议.
        pub name: String,
        /// The day it opened.
        pub opened: Day,
    }
);

const SESSIONS: &str = "select s.id, s.congress, s.name, s.opened from v_session s where ";

/// The sessions of a congress, the latest first.
pub async fn sessions(ask: &mut impl Ask, congress: BodyId) -> Result<Vec<Session>, Fault> {
    let sql = Sql::new(SESSIONS).add("s.congress = {} order by s.opened desc, s.id desc");
    ask.all(sql.bind(congress)).await
}

/// One session; nothing when there is none.
pub async fn session(ask: &mut impl Ask, id: SessionId) -> Result<Option<Session>, Fault> {
    ask.one(Sql::new(SESSIONS).add("s.id = {}").bind(id)).await
}

/// The year in which a session opened.
pub(crate) async fn session_year(ask: &mut impl Ask, id: SessionId) -> Result<Option<i16>, Fault> {
    Ok(session(ask, id).await?.map(|session| session.opened.parts().0))
}

/// Those of the people who hold no mandate in force in that congress.
pub(crate) async fn not_in_office(
    ask: &mut impl Ask,
    congress: BodyId,
    people: &[PersonId],
) -> Result<Vec<PersonId>, Fault> {
    let sql =
        Sql::new("select person from v_mandate where congress = {} and in_office = 1 and person in ").bind(congress);
    let found: Vec<(PersonId,)> = ask.all(sql.list(people.iter().copied())).await?;
    Ok(people.iter().copied().filter(|person| !found.contains(&(*person,))).collect())
}

row! {
    /// A deputy to ask.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Deputy {
        /// Who.
        pub id: PersonId,
        /// The name.
        pub name: String,
        /// 代表团.
        pub delegation: Option<String>,
    }
}

/// Most deputies shown for one search: more and the search is to be narrowed.
const MOST: i64 = 50;

/// Deputies in office of a congress whose name, pinyin or initials begin with what was typed.
pub async fn deputies(ask: &mut impl Ask, congress: BodyId, typed: &str) -> Result<Vec<Deputy>, Fault> {
    let begins = format!("{}%", typed.trim().to_lowercase().replace(['%', '_', '\\'], ""));
    let sql = Sql::new(
        "select p.id, p.name, (select d.name from v_delegation d where d.id = m.delegation) \
         from v_mandate m join v_person p on p.id = m.person where m.in_office = 1 and m.congress = {}",
    )
    .bind(congress)
    .add(" and (p.name like {} or p.pinyin like {} or p.initials like {})")
    .bind(&begins)
    .bind(&begins)
    .bind(&begins);
    ask.all(sql.add(" order by p.pinyin, p.id limit {}").bind(MOST)).await
}

/// Every deputy in office of a congress: who names them as they stand on a sheet is understood by this.
pub(crate) async fn roll(ask: &mut impl Ask, congress: BodyId) -> Result<Vec<Deputy>, Fault> {
    let sql = Sql::new(
        "select p.id, p.name, (select d.name from v_delegation d where d.id = m.delegation) \
         from v_mandate m join v_person p on p.id = m.person where m.in_office = 1 and m.congress = {}",
    );
    ask.all(sql.bind(congress).add(" order by p.id")).await
}
