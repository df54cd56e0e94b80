//! Key suggestions: the list, and what stands around one.

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Day, Moment, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};
use roster_views::Named;
use supervision_rules::{KeyId, SessionId, SuggestionId};

row!(
    /// One line of the list.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct KeyLine {
        /// The key suggestion.
        pub id: KeyId,
        /// The suggestion.
        pub suggestion: SuggestionId,
        /// Its number as written.
        pub number: Option<String>,
        /// Its title.
        pub title: String,
        /// The word of its own stage.
        pub handled: String,
        /// 督办领导.
        pub leader: String,
        /// 督办委员会.
        pub committee: String,
        /// When it was set.
        pub marked: Moment,
        /// The word of the stage of its supervision.
        pub stage: String,
        /// Steps of the plan.
        pub steps: i64,
        /// Those done.
        pub done: i64,
        /// Those not done though their day has passed.
        pub overdue: i64,
        /// The unit that answers first.
        pub unit: Option<String>,
    }
);

/// The key suggestions of a congress that the actor may see, of one session or all, the latest first. They are few.
pub async fn keys(
    ask: &mut impl Ask,
    actor: &Actor,
    congress: Option<BodyId>,
    session: Option<SessionId>,
    today: Day,
) -> Result<Vec<KeyLine>, Fault> {
    let mut sql = Sql::new(
        "select k.id, k.suggestion, s.number, s.title, s.stage, k.leader, k.committee, k.marked, k.stage, \
         (select count(*) from key_step p where p.key = k.id), \
         (select count(*) from key_step p where p.key = k.id and p.done is not null), \
         (select count(*) from key_step p where p.key = k.id and p.done is null and k.stage = 'running' and p.day < {}), \
         (select b.name from v_assignment a join v_body b on b.id = a.unit where a.suggestion = k.suggestion \
          and a.work <> 'passed-on' and a.role <> 'co' order by a.assigned, a.id limit 1) \
         from key_suggestion k join v_suggestion s on s.id = k.suggestion where ",
    )
    .bind(today);
    sql = match congress {
        Some(congress) => sql.add("k.congress = {}").bind(congress),
        None => {
            let units: Vec<BodyId> = actor.bodies(Right::AssignmentSee).collect();
            sql.add(
                "k.suggestion in (select a.suggestion from v_assignment a where a.work <> 'passed-on' and a.unit in ",
            )
            .list(units)
            .add(")")
        }
    };
    if let Some(session) = session {
        sql = sql.add(" and k.session = {}").bind(session);
    }
    ask.all(sql.add(" order by k.marked desc, k.id desc")).await
}

row!(
    /// What stands around a key suggestion.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Matter {
        /// Its number as written.
        pub number: Option<String>,
        /// Its title.
        pub title: String,
        /// The word of its own stage.
        pub stage: String,
        /// 领衔代表.
        pub lead: PersonId,
    }
);

/// The suggestion and the units that have a part in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The suggestion.
    pub matter: Matter,
    /// The units, with the words of their parts.
    pub units: Vec<(Named, String)>,
}

/// What stands around a suggestion.
///
/// # Errors
/// When the database refuses, or there is no such suggestion.
pub async fn about(ask: &mut impl Ask, suggestion: SuggestionId) -> Result<About, Fault> {
    let sql = Sql::new("select number, title, stage, lead from v_suggestion where id = {}").bind(suggestion);
    let matter: Option<Matter> = ask.one(sql).await?;
    let matter = matter.ok_or_else(|| Fault::new(format_args!("the suggestion {suggestion} is not to be found")))?;
    let sql = Sql::new(
        "select b.id, b.name, a.role from v_assignment a join v_body b on b.id = a.unit where a.work <> 'passed-on'",
    )
    .add(" and a.suggestion = {} order by a.assigned, a.id")
    .bind(suggestion);
    let rows: Vec<(BodyId, String, String)> = ask.all(sql).await?;
    let units = rows.into_iter().map(|(id, name, role)| (Named { id, name }, role)).collect();
    Ok(About { matter, units })
}

/// The suggestion of a session with that number, as it is written or by its digits alone.
pub async fn numbered(ask: &mut impl Ask, session: SessionId, typed: &str) -> Result<Option<SuggestionId>, Fault> {
    let typed = kernel::plain(typed.trim());
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let wanted = digits(&typed);
    if wanted.is_empty() {
        return Ok(None);
    }
    let sql = Sql::new("select id, number from v_suggestion where session = {} and number like {} escape '!'");
    let rows: Vec<(SuggestionId, String)> =
        ask.all(sql.bind(session).bind(kit::list::containing(&wanted)).add(" order by id")).await?;
    let exact = rows.iter().find(|(_, number)| *number == typed);
    let last =
        |number: &str| number.split(|c: char| !c.is_ascii_digit()).rfind(|run| !run.is_empty()).map(str::to_owned);
    let bare = || rows.iter().find(|(_, number)| last(number).as_deref() == Some(wanted.as_str()));
    Ok(exact.or_else(bare).map(|(id, _)| *id))
}

/// The session and number of a suggestion that has a number; nothing of any other.
pub async fn numbered_as(
    ask: &mut impl Ask,
    suggestion: SuggestionId,
) -> Result<Option<(SessionId, Option<String>)>, Fault> {
    let sql = Sql::new("select session, number from v_suggestion where number is not null and id = {}");
    ask.one(sql.bind(suggestion)).await
}
