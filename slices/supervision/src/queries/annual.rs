//! What a session's report lists: each numbered suggestion with its class and its word.

use kernel::{BodyId, Day};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};
use roster_views::body_name;
use supervision_rules::{SessionId, SuggestionId};

row!(
    /// A numbered suggestion as a report lists it; whose it is stays out, because reports are published.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct AnnualLine {
        /// The suggestion.
        pub id: SuggestionId,
        /// Its number.
        pub number: String,
        /// Its title.
        pub title: String,
        /// The unit that replies first.
        pub unit: Option<String>,
        /// The code of its category.
        pub category: String,
        /// The canonical class.
        pub class: String,
        /// The lead deputy's word as it counts on the day.
        pub outcome: String,
        /// in-time, late, overdue.
        pub timely: String,
    }
);

/// The numbered suggestions of a session as they stand on a day, in the order of their numbers.
pub async fn annual_lines(
    ask: &mut impl Ask,
    congress: BodyId,
    session: SessionId,
    today: Day,
) -> Result<Vec<AnnualLine>, Fault> {
    let sql = Sql::new(
        "select s.id, s.number, s.title, case when c.role = 'none' then null else b.name end, c.category, c.class, ",
    )
    .add("case when c.judge_by < {} then c.outcome else 'waiting' end, ")
    .add("case when c.due <> '' and c.due < {} then 'overdue' else c.timely end ")
    .bind(today)
    .bind(today)
    .add("from handling_cell c join v_suggestion s on s.id = c.suggestion left join v_body b on b.id = c.unit ")
    .add("where c.main = 1 and s.number is not null and c.congress = {} and c.session = {} order by c.id")
    .bind(congress)
    .bind(session);
    let mut lines: Vec<AnnualLine> = ask.all(sql).await?;
    let digits = |text: &str| {
        let run = text.split(|c: char| !c.is_ascii_digit()).rfind(|run| !run.is_empty());
        run.and_then(|run| run.parse::<u64>().ok()).unwrap_or(u64::MAX)
    };
    lines.sort_by_cached_key(|line| (digits(&line.number), line.number.clone()));
    Ok(lines)
}

/// Whose letters those of a congress are between sessions: its standing committee, a township's presidium, else the congress itself.
pub async fn issuer(ask: &mut impl Ask, congress: BodyId) -> Result<String, Fault> {
    let sql = Sql::new("select name from v_body where kind in ('standing_committee', 'presidium') and closed is null ")
        .add("and congress = {} order by kind desc, name limit 1")
        .bind(congress);
    match ask.one::<(String,)>(sql).await? {
        Some((name,)) => Ok(name),
        None => body_name(ask, congress).await,
    }
}
