//! Sums of the handling.

use std::collections::BTreeMap;

use kernel::{AreaCode, BodyId};
use kit::{
    Fault,
    db::{Ask, Sql},
};
use suggestions_rules::{Entry, Grade, RuleBook};
use supervision_rules::SessionId;

/// How many things there are under each word of each dimension.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums(BTreeMap<(String, String), i64>);

impl Sums {
    fn add(&mut self, dimension: String, word: String, n: i64) {
        *self.0.entry((dimension, word)).or_default() += n;
    }

    /// How many under one word.
    #[must_use]
    pub fn of(&self, dimension: &str, word: &str) -> i64 {
        self.0.get(&(dimension.to_owned(), word.to_owned())).copied().unwrap_or_default()
    }

    /// How many of each word of a dimension, in the order of the words.
    pub fn each(&self, dimension: &str) -> impl Iterator<Item = (&str, i64)> {
        let of = dimension.to_owned();
        let named = self.0.iter().filter(move |((dimension, _), _)| *dimension == of);
        named.map(|((_, word), n)| (word.as_str(), *n)).filter(|(_, n)| *n != 0)
    }

    /// Every dimension and word with how many.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str, i64)> {
        let all = self.0.iter().map(|((dimension, word), n)| (dimension.as_str(), word.as_str(), *n));
        all.filter(|(_, _, n)| *n != 0)
    }

    /// Numbered suggestions.
    #[must_use]
    pub fn total(&self) -> i64 {
        self.of("all", "")
    }

    /// Those with a reply.
    #[must_use]
    pub fn replied(&self) -> i64 {
        self.of("timely", "in-time") + self.of("timely", "late")
    }

    /// Those on which the lead deputy has given a word.
    #[must_use]
    pub fn judged(&self) -> i64 {
        ["satisfied", "basically", "dissatisfied"].into_iter().map(|word| self.of("outcome", word)).sum()
    }

    /// Those with which the lead deputy is satisfied.
    #[must_use]
    pub fn satisfied(&self) -> i64 {
        self.of("outcome", "satisfied")
    }
}

/// The numbered suggestions of a congress, by session.
///
/// # Errors
/// When the database refuses.
pub async fn by_session(ask: &mut impl Ask, congress: BodyId) -> Result<BTreeMap<SessionId, Sums>, Fault> {
    let sql = Sql::new("select session, dimension, word, n from handling_sum where congress = {} and about = {}");
    let rows: Vec<(SessionId, String, String, i64)> = ask.all(sql.bind(congress).bind(congress)).await?;
    let mut all: BTreeMap<SessionId, Sums> = BTreeMap::new();
    for (session, dimension, word, n) in rows {
        all.entry(session).or_default().add(dimension, word, n);
    }
    Ok(all)
}

/// The numbered suggestions of a congress, of one session or all.
///
/// # Errors
/// When the database refuses.
pub async fn of_congress(ask: &mut impl Ask, congress: BodyId, session: Option<SessionId>) -> Result<Sums, Fault> {
    let all = by_session(ask, congress).await?;
    let mut sums = Sums::default();
    for (_, one) in all.into_iter().filter(|(id, _)| session.is_none_or(|session| session == *id)) {
        one.0.into_iter().for_each(|((dimension, word), n)| sums.add(dimension, word, n));
    }
    Ok(sums)
}

/// The numbered suggestions of all congresses within an area, of every session; the level of the congress is a dimension too.
///
/// # Errors
/// When the database refuses.
pub async fn within(ask: &mut impl Ask, area: &AreaCode) -> Result<Sums, Fault> {
    let sql = Sql::new("select dimension, word, n from handling_below where area = {}").bind(area);
    let rows: Vec<(String, String, i64)> = ask.all(sql).await?;
    let mut sums = Sums::default();
    rows.into_iter().for_each(|(dimension, word, n)| sums.add(dimension, word, n));
    Ok(sums)
}

/// A unit with what it handled, or a congress with what is summed within its area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summed {
    /// The body.
    pub id: BodyId,
    /// Its name.
    pub name: String,
    /// What was counted.
    pub sums: Sums,
}

/// Rows of one body after another, gathered.
fn gathered(rows: Vec<(BodyId, String, String, String, i64)>) -> Vec<Summed> {
    let mut all: Vec<Summed> = Vec::new();
    for (id, name, dimension, word, n) in rows {
        if all.last().is_none_or(|last| last.id != id) {
            all.push(Summed { id, name, sums: Sums::default() });
        }
        if let Some(last) = all.last_mut() {
            last.sums.add(dimension, word, n);
        }
    }
    all
}

/// What each unit handled of a congress's suggestions, the most first. Its dimension `role` holds `lead` and `co`.
///
/// # Errors
/// When the database refuses.
pub async fn units(ask: &mut impl Ask, congress: BodyId, session: Option<SessionId>) -> Result<Vec<Summed>, Fault> {
    let sql = Sql::new("select h.about, coalesce(b.name, ''), h.dimension, h.word, cast(sum(h.n) as bigint) ")
        .add("from handling_sum h left join v_body b on b.id = h.about where h.n <> 0 and h.congress = {} and h.about <> {}")
        .bind(congress)
        .bind(congress);
    let sql = match session {
        Some(session) => sql.add(" and h.session = {}").bind(session),
        None => sql,
    };
    let rows = ask.all(sql.add(" group by h.about, b.name, h.dimension, h.word order by h.about, h.dimension, h.word"));
    let mut all = gathered(rows.await?);
    all.sort_by_key(|unit| std::cmp::Reverse(unit.sums.of("role", "lead")));
    Ok(all)
}

/// The congresses one rung below an area, each with the sums of its own area, in the order of their codes.
///
/// # Errors
/// When the database refuses.
pub async fn rung_below(ask: &mut impl Ask, area: &AreaCode) -> Result<Vec<Summed>, Fault> {
    // A prefecture without counties and the like have townships next: the shortest codes inside are the rung.
    let sql = Sql::new(
        "select b.id, b.name, t.dimension, t.word, t.n from v_body b join handling_below t on t.area = b.area ",
    )
    .add("where b.kind = 'congress' and b.closed is null and b.area > {} and b.area < {} and t.n <> 0 ")
    .bind(area)
    .bind(area.past())
    .add("and length(b.area) = (select min(length(o.area)) from v_body o where o.kind = 'congress' ")
    .add("and o.closed is null and o.area > {} and o.area < {}) order by b.area, b.id, t.dimension, t.word")
    .bind(area)
    .bind(area.past());
    Ok(gathered(ask.all(sql).await?))
}

/// The categories of a congress, by code: its own over the default.
///
/// # Errors
/// When the database refuses.
pub async fn category_names(ask: &mut impl Ask, congress: BodyId) -> Result<Vec<(String, String)>, Fault> {
    let sql = Sql::new("select key, value, grade, document from v_suggestion_rule where congress = {}").bind(congress);
    let rows: Vec<(String, String, String, String)> = ask.all(sql.add(" order by term, key")).await?;
    let entry = |(key, value, grade, document): (String, String, String, String)| Entry {
        key,
        value,
        grade: Grade::read(&grade).unwrap_or(Grade::D),
        document,
    };
    let book = RuleBook::lay(rows.into_iter().map(entry).collect()).or_else(|_| RuleBook::hunan());
    let book = book.map_err(|error| Fault::new(format_args!("the rule book: {}", error.problem)))?;
    Ok(book.every_category().map(|(code, name)| (code.to_string(), name.to_string())).collect())
}
