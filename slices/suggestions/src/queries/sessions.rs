//! What the desk asks of other nouns' views before it acts.

use std::sync::Arc;

use kernel::{BodyId, Day, PersonId};
use kit::{
    Fault, Problem, Site,
    db::{Ask, Sql},
    row,
};
use roster_rules::{SessionId, TermId};
use suggestions_rules::{Entry, Grade, Occasion, RuleBook};

/// The session to which papers of a day belong, and whether the congress sits on that day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// The latest session opened by that day.
    pub session: SessionId,
    /// Whether it is still open on that day.
    pub occasion: Occasion,
}

/// The session to which a paper of that day belongs; nothing when the congress has held none yet.
pub async fn sitting(ask: &mut impl Ask, congress: BodyId, day: Day) -> Result<Option<Sitting>, Fault> {
    let sql = Sql::new("select id, closed from v_session where congress = {}").bind(congress);
    let sql = sql.add(" and opened <= {} order by opened desc, id desc limit 1").bind(day);
    let row: Option<(SessionId, Option<Day>)> = ask.one(sql).await?;
    Ok(row.map(|(session, closed)| {
        let sits = closed.is_none_or(|closed| closed >= day);
        Sitting { session, occasion: if sits { Occasion::InSession } else { Occasion::Between } }
    }))
}

row!(
    /// A session of a congress.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Session {
        /// The session.
        pub id: SessionId,
        /// 第十八届第五次会议.
        pub name: String,
        /// The day it opened.
        pub opened: Day,
    }
);

/// The sessions of a congress, the latest first.
pub async fn sessions(ask: &mut impl Ask, congress: BodyId) -> Result<Vec<Session>, Fault> {
    let sql = Sql::new("select s.id, s.name, s.opened from v_session s where s.congress = {}");
    ask.all(sql.bind(congress).add(" order by s.opened desc, s.id desc")).await
}

/// The congress of a session; nothing where there is no such session.
pub(crate) async fn congress_of_session(ask: &mut impl Ask, session: SessionId) -> Result<Option<BodyId>, Fault> {
    let sql = Sql::new("select congress from v_session where id = {}").bind(session);
    Ok(ask.one::<(BodyId,)>(sql).await?.map(|(congress,)| congress))
}

/// The year in which a session opened.
pub(crate) async fn session_year(ask: &mut impl Ask, session: SessionId) -> Result<Option<i16>, Fault> {
    let row: Option<(Day,)> = ask.one(Sql::new("select opened from v_session where id = {}").bind(session)).await?;
    Ok(row.map(|(opened,)| opened.parts().0))
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

/// Those of the bodies that do not exist or are closed.
pub(crate) async fn not_units(ask: &mut impl Ask, units: &[BodyId]) -> Result<Vec<BodyId>, Fault> {
    let sql =
        Sql::new("select id from v_body where kind = 'unit' and closed is null and id in ").list(units.iter().copied());
    let found: Vec<(BodyId,)> = ask.all(sql).await?;
    Ok(units.iter().copied().filter(|unit| !found.contains(&(*unit,))).collect())
}

/// A congress's own entries for every term and for one, in the order in which they are laid.
pub(crate) async fn entries(ask: &mut impl Ask, congress: BodyId, term: Option<TermId>) -> Result<Vec<Entry>, Fault> {
    let every = uuid::Uuid::nil();
    let sql = Sql::new("select key, value, grade, document from suggestion_rules where congress = {}").bind(congress);
    let sql = sql.add(" and term in ").list([every, term.map_or(every, TermId::uuid)]).add(" order by term, key");
    let rows: Vec<(String, String, String, String)> = ask.all(sql).await?;
    let entry = |(key, value, grade, document): (String, String, String, String)| Entry {
        key,
        value,
        grade: Grade::read(&grade).unwrap_or(Grade::D),
        document,
    };
    Ok(rows.into_iter().map(entry).collect())
}

/// The rule book in force today in a congress, for lists and forms; the default where it has held no session yet.
///
/// # Errors
/// When the database refuses, or an entry kept cannot be read.
pub async fn book_of(site: &Site, congress: BodyId) -> Result<Arc<RuleBook>, Problem> {
    match sitting(&mut site.db(), congress, site.today()).await? {
        Some(sitting) => crate::desk::rules::book(site, congress, sitting.session).await,
        None => Ok(crate::store::default_book()?),
    }
}
