//! The list of a congress's suggestions: by stage and category, newest first, with the exact total.

use kernel::{BodyId, Day, Moment};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};
use roster_rules::SessionId;
use suggestions_rules::SuggestionId;

use super::total;

/// What the list is narrowed to. Drafts are never in it: they are not yet the congress's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// The congress.
    pub congress: BodyId,
    /// A stage, by its word.
    pub stage: Option<String>,
    /// A category, by its code.
    pub category: Option<String>,
    /// A session.
    pub session: Option<SessionId>,
}

row!(
    /// One line of the list.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Line {
        /// The suggestion.
        pub id: SuggestionId,
        /// Its number as written, once it has one.
        pub number: Option<String>,
        /// 标题.
        pub title: String,
        /// The code of its category; empty until accepted.
        pub category: String,
        /// The word of its stage.
        pub stage: String,
        /// When it was handed in.
        pub filed: Moment,
        /// How it ended, once it did.
        pub outcome: Option<String>,
        /// 领衔代表.
        pub lead: Option<String>,
        /// 代表团.
        pub delegation: Option<String>,
        /// 主办单位, or the first of several.
        pub unit: Option<String>,
        /// The nearest day for what is awaited.
        pub due: Option<Day>,
    }
);

const LINES: &str = "select s.id, s.number, s.title, s.category, s.stage, s.filed, s.outcome, \
      (select p.name from v_person p where p.id = s.lead), \
      (select d.name from v_mandate m join v_delegation d on d.id = m.delegation \
       where m.person = s.lead and d.congress = s.congress \
       and d.term = (select v.term from v_session v where v.id = s.session) limit 1), \
      (select b.name from assignment a join v_body b on b.id = a.unit \
       where a.suggestion = s.id and a.role <> 'co' and a.work <> 'passed-on' order by a.ordinal limit 1), \
      (select min(a.awaits_by) from assignment a where a.suggestion = s.id) \
      from suggestion s where s.congress = {}";

/// A part of a list, with what is needed to go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T, K> {
    /// The lines.
    pub lines: Vec<T>,
    /// The key of the last line, when more follow.
    pub next: Option<K>,
    /// How many there are in all, exactly.
    pub total: i64,
}

/// Lines after `after`, newest first.
///
/// # Errors
/// When the database refuses.
pub async fn list(
    ask: &mut impl Ask,
    filter: &Filter,
    after: Option<(Moment, SuggestionId)>,
    limit: u16,
) -> Result<Page<Line, (Moment, SuggestionId)>, Fault> {
    let mut sql = Sql::new(LINES).bind(filter.congress);
    sql = match &filter.stage {
        Some(stage) => sql.add(" and s.stage = {} and s.filed is not null").bind(stage),
        None => sql.add(" and s.filed is not null"),
    };
    if let Some(category) = &filter.category {
        sql = sql.add(" and s.category = {}").bind(category);
    }
    if let Some(session) = filter.session {
        sql = sql.add(" and s.session = {}").bind(session);
    }
    if let Some((filed, id)) = after {
        sql = sql.add(" and (s.filed, s.id) < ({}, {})").bind(filed).bind(id);
    }
    sql = sql.add(" order by s.filed desc, s.id desc limit {}").bind(i64::from(limit) + 1);
    let lines = ask.all::<Line>(sql).await?;
    let total = total(ask, filter).await?;
    Ok(Page::cut(lines, limit, total, |line| (line.filed, line.id)))
}

impl<T, K> Page<T, K> {
    /// Cuts off the one line that was read beyond the limit, to know whether more follow.
    pub(super) fn cut(mut lines: Vec<T>, limit: u16, total: i64, key: impl Fn(&T) -> K) -> Self {
        let more = lines.len() > usize::from(limit);
        lines.truncate(usize::from(limit));
        let next = lines.last().filter(|_| more).map(key);
        Self { lines, next, total }
    }
}

/// The lines of some suggestions of a congress, in the order asked for; those that are not in the list are left out.
///
/// # Errors
/// When the database refuses.
pub async fn lines_of(ask: &mut impl Ask, congress: BodyId, ids: &[SuggestionId]) -> Result<Vec<Line>, Fault> {
    let sql = Sql::new(LINES).bind(congress).add(" and s.filed is not null and s.id in ").list(ids.iter().copied());
    let mut lines: Vec<Line> = ask.all(sql).await?;
    lines.sort_by_key(|line| ids.iter().position(|id| *id == line.id));
    Ok(lines)
}
