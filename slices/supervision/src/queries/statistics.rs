//! Sums of the handling, each as it stands on a day: a word counts once its window is over, and what is owed is overdue once its day is.

use std::collections::BTreeMap;

use kernel::{AreaCode, BodyId, Day};
use kit::{
    Fault,
    db::{Ask, Sql},
};
use suggestions_rules::{Entry, Grade, Mapping, RuleBook, Tally};
use supervision_rules::SessionId;

use crate::{dated::read, mapped};

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

    /// Those whose reply is owed and overdue.
    #[must_use]
    pub fn overdue(&self) -> i64 {
        self.of("timely", "overdue")
    }

    /// Those replied to late or still owed after their day.
    #[must_use]
    pub fn late(&self) -> i64 {
        self.of("timely", "late") + self.overdue()
    }

    /// Those that are answered or should be: what is late is a share of them.
    #[must_use]
    pub fn answerable(&self) -> i64 {
        self.replied() + self.overdue()
    }

    /// Those replied to after the unit had spoken with a signer (沟通), in whatever way.
    #[must_use]
    pub fn contacted(&self) -> i64 {
        self.met() + self.of("contact", "apart")
    }

    /// Those of them where it did so face to face (见面).
    #[must_use]
    pub fn met(&self) -> i64 {
        self.of("contact", "face")
    }

    /// Those of which it is known: they have a reply. 沟通率 and 见面率 are shares of them.
    #[must_use]
    pub fn contactable(&self) -> i64 {
        self.contacted() + self.of("contact", "without")
    }

    /// The lead deputies' words on the result, as far as they count: the windows are over.
    #[must_use]
    pub fn tally(&self) -> Tally {
        self.said("outcome")
    }

    /// Their words on the process.
    #[must_use]
    pub fn process(&self) -> Tally {
        self.said("process")
    }

    fn said(&self, dimension: &str) -> Tally {
        let n = |word: &str| u64::try_from(self.of(dimension, word)).unwrap_or(0);
        Tally {
            satisfied: n("satisfied"),
            basically: n("basically"),
            dissatisfied: n("dissatisfied"),
            unanswered: n("silent"),
        }
    }

    fn and(&mut self, other: Self) {
        other.0.into_iter().for_each(|((dimension, word), n)| self.add(dimension, word, n));
    }
}

/// The numbered suggestions of a congress, by session.
pub async fn by_session(ask: &mut impl Ask, congress: BodyId, today: Day) -> Result<BTreeMap<SessionId, Sums>, Fault> {
    let sql = read("select h.session, ", today)
        .add("from handling_sum h where h.n <> 0 and h.congress = {} and h.about = {} group by 1, 2, 3");
    let rows: Vec<(SessionId, String, String, i64)> = ask.all(sql.bind(congress).bind(congress)).await?;
    let mut all: BTreeMap<SessionId, Sums> = BTreeMap::new();
    for (session, dimension, word, n) in rows {
        all.entry(session).or_default().add(dimension, word, n);
    }
    Ok(all)
}

/// The numbered suggestions of a congress, of one session or all.
pub async fn of_congress(
    ask: &mut impl Ask,
    congress: BodyId,
    session: Option<SessionId>,
    today: Day,
) -> Result<Sums, Fault> {
    let all = by_session(ask, congress, today).await?;
    let mut sums = Sums::default();
    let wanted = all.into_iter().filter(|(id, _)| session.is_none_or(|session| session == *id));
    wanted.for_each(|(_, one)| sums.and(one));
    Ok(sums)
}

/// The numbered suggestions of all congresses within an area, by the year in which their session opened; the level of the congress is a
/// dimension too.
pub async fn by_year(ask: &mut impl Ask, area: &AreaCode, today: Day) -> Result<BTreeMap<String, Sums>, Fault> {
    let sql =
        read("select h.year, ", today).add("from handling_year h where h.n <> 0 and h.area = {} group by 1, 2, 3");
    let rows: Vec<(String, String, String, i64)> = ask.all(sql.bind(area)).await?;
    let mut all: BTreeMap<String, Sums> = BTreeMap::new();
    for (year, dimension, word, n) in rows {
        all.entry(year).or_default().add(dimension, word, n);
    }
    Ok(all)
}

/// The same of one year, or of all.
pub async fn within(ask: &mut impl Ask, area: &AreaCode, year: Option<i16>, today: Day) -> Result<Sums, Fault> {
    let all = by_year(ask, area, today).await?;
    let mut sums = Sums::default();
    let wanted = all.into_iter().filter(|(one, _)| year.is_none_or(|year| one.parse() == Ok(year)));
    wanted.for_each(|(_, one)| sums.and(one));
    Ok(sums)
}

/// A unit with what it handled, or a congress with what is summed within its area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summed {
    /// The body.
    pub id: BodyId,
    /// Its name.
    pub name: String,
    /// The word of its level.
    pub level: String,
    /// What was counted.
    pub sums: Sums,
}

/// A body with its name and level, a dimension, a word and how many.
type BodyRow = (BodyId, String, String, String, String, i64);

/// Rows of one body after another, gathered.
fn gathered(rows: Vec<BodyRow>) -> Vec<Summed> {
    let mut all: Vec<Summed> = Vec::new();
    for (id, name, level, dimension, word, n) in rows {
        if all.last().is_none_or(|last| last.id != id) {
            all.push(Summed { id, name, level, sums: Sums::default() });
        }
        if let Some(last) = all.last_mut() {
            last.sums.add(dimension, word, n);
        }
    }
    all
}

/// What each unit handled of a congress's suggestions, the most first. Its dimension `role` holds `lead` and `co`.
pub async fn units(
    ask: &mut impl Ask,
    congress: BodyId,
    session: Option<SessionId>,
    today: Day,
) -> Result<Vec<Summed>, Fault> {
    let sql = read("select h.about, coalesce(b.name, ''), coalesce(b.level, ''), ", today)
        .add("from handling_sum h left join v_body b on b.id = h.about where h.n <> 0 and h.congress = {} and h.about <> {}")
        .bind(congress)
        .bind(congress);
    let sql = match session {
        Some(session) => sql.add(" and h.session = {}").bind(session),
        None => sql,
    };
    let mut all = gathered(ask.all(sql.add(" group by 1, 2, 3, 4, 5 order by 1, 4, 5")).await?);
    all.sort_by_key(|unit| std::cmp::Reverse(unit.sums.of("role", "lead")));
    Ok(all)
}

/// The congresses one rung below an area, each with the sums of its own area in a year or in all, in the order of their codes.
pub async fn rung_below(
    ask: &mut impl Ask,
    area: &AreaCode,
    year: Option<i16>,
    today: Day,
) -> Result<Vec<Summed>, Fault> {
    // A prefecture without counties and the like have townships next: the shortest codes inside are the rung.
    let sql = read("select b.id, b.name, b.level, ", today)
        .add("from v_body b join handling_year h on h.area = b.area ")
        .add("where b.kind = 'congress' and b.closed is null and b.area > {} and b.area < {} and h.n <> 0 ")
        .bind(area)
        .bind(area.past())
        .add("and length(b.area) = (select min(length(o.area)) from v_body o where o.kind = 'congress' ")
        .add("and o.closed is null and o.area > {} and o.area < {})")
        .bind(area)
        .bind(area.past());
    let sql = match year {
        Some(year) => sql.add(" and h.year = {}").bind(year.to_string()),
        None => sql,
    };
    Ok(gathered(ask.all(sql.add(" group by b.area, b.id, b.name, b.level, 4, 5 order by b.area, b.id, 4, 5")).await?))
}

/// The categories of a congress, by code: its own over the default.
pub async fn category_names(ask: &mut impl Ask, congress: BodyId) -> Result<Vec<(String, String)>, Fault> {
    let book = book(ask, congress).await?;
    Ok(book.every_category().map(|(code, name)| (code.to_string(), name.to_string())).collect())
}

/// The codes of the one list above under which anything is summed within the area of a congress, with their names, in order.
pub async fn above(ask: &mut impl Ask, congress: BodyId, area: &AreaCode) -> Result<Vec<(String, String)>, Fault> {
    let own = mappings(ask, congress).await?;
    mapped::names(ask, &own, area).await
}

/// To what of the list above each category of a congress is mapped.
pub async fn mappings(ask: &mut impl Ask, congress: BodyId) -> Result<Vec<Mapping>, Fault> {
    Ok(book(ask, congress).await?.mappings)
}

async fn book(ask: &mut impl Ask, congress: BodyId) -> Result<RuleBook, Fault> {
    let sql = Sql::new("select key, value, grade, document from v_suggestion_rule where congress = {}").bind(congress);
    let rows: Vec<(String, String, String, String)> = ask.all(sql.add(" order by term, key")).await?;
    let entry = |(key, value, grade, document): (String, String, String, String)| Entry {
        key,
        value,
        grade: Grade::read(&grade).unwrap_or(Grade::D),
        document,
    };
    let book = RuleBook::lay(rows.into_iter().map(entry).collect()).or_else(|_| RuleBook::hunan());
    book.map_err(|error| Fault::new(format_args!("the rule book: {}", error.problem)))
}
