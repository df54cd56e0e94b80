//! Where a disclosure stands.

use disclosure_rules::{Disclosure, DisclosureId, Ground, RemovalNumber, SessionId, Stage, SuggestionId};
use kernel::{BodyId, Day, Moment, PersonId, Text};
use kit::{
    Fault, columns,
    db::{Ask, At, FromRow, Row, Sql, Tx, Val, bind_all},
};

columns!(
    /// The row, but for its identity, version and facets.
    Head {
        congress: BodyId,
        suggestion: SuggestionId,
        stage: String,
        editions: u32,
        since: Option<Moment>,
        at: Moment,
        until: Option<Day>,
        ground: Option<String>,
        words: Option<Text<500>>,
        removal_year: Option<i64>,
        removal_n: Option<u32>,
    }
);

/// By what the public's lists are narrowed; kept beside the disclosure when an edition is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Facets {
    /// The session.
    pub session: SessionId,
    /// The year in which the suggestion was handed in.
    pub year: i16,
    /// The code of its category.
    pub category: String,
    /// The deputy, where the public may know the name.
    pub lead: Option<PersonId>,
}

/// A disclosure as it is kept.
#[derive(Clone, Debug)]
pub struct DisclosureKept {
    /// The disclosure.
    pub disclosure: Disclosure,
    /// Counts its changes.
    pub version: i64,
}

struct Line {
    id: DisclosureId,
    version: i64,
    head: Head,
}

impl FromRow for Line {
    fn from_row(row: &mut Row<'_>) -> Result<Self, Fault> {
        Ok(Self { id: row.take()?, version: row.take()?, head: Head::from_row(row)? })
    }
}

impl Head {
    fn of(disclosure: &Disclosure) -> Self {
        let blank = Self {
            congress: disclosure.congress,
            suggestion: disclosure.suggestion,
            stage: disclosure.stage.word().to_owned(),
            editions: disclosure.editions,
            since: None,
            at: Moment::from_millis(0),
            until: None,
            ground: None,
            words: None,
            removal_year: None,
            removal_n: None,
        };
        let said = |ground: Ground, words: &Text<500>| (Some(ground.word().to_owned()), Some(words.clone()));
        match &disclosure.stage {
            Stage::Waiting => blank,
            Stage::Disclosed { since, at, until } => Self { since: Some(*since), at: *at, until: *until, ..blank },
            Stage::Withheld { at, ground, words } => {
                let (ground, words) = said(*ground, words);
                Self { at: *at, ground, words, ..blank }
            }
            Stage::TakenDown { at, number, ground, words } => {
                let (ground, words) = said(*ground, words);
                let (removal_year, removal_n) = (Some(number.year.into()), Some(number.n));
                Self { at: *at, ground, words, removal_year, removal_n, ..blank }
            }
        }
    }

    fn stage(&self, at: At<'_>) -> Result<Stage, Fault> {
        let ground = || at.word("ground", &at.need("ground", self.ground.clone())?, Ground::read);
        let words = || at.need("words", self.words.clone());
        Ok(match self.stage.as_str() {
            "disclosed" => Stage::Disclosed { since: at.need("since", self.since)?, at: self.at, until: self.until },
            "withheld" => Stage::Withheld { at: self.at, ground: ground()?, words: words()? },
            "taken-down" => {
                let year = at.need("removal_year", self.removal_year)?;
                let year = i16::try_from(year).map_err(|error| at.broken("removal_year", error))?;
                let number = RemovalNumber { year, n: at.need("removal_n", self.removal_n)? };
                Stage::TakenDown { at: self.at, number, ground: ground()?, words: words()? }
            }
            other => return Err(at.broken("stage", format_args!("holds `{other}`, which is no stage"))),
        })
    }
}

impl Line {
    fn kept(self) -> Result<DisclosureKept, Fault> {
        let Self { id, version, head } = self;
        let at = At { table: "disclosure", id: &id };
        let stage = head.stage(at)?;
        let Head { congress, suggestion, editions, .. } = head;
        let disclosure = Disclosure { id, congress, suggestion, editions, stage };
        match head.differs(&Head::of(&disclosure)) {
            Some(column) => Err(at.broken(column, "does not fit the stage")),
            None => Ok(DisclosureKept { disclosure, version }),
        }
    }
}

fn list(sql: Sql) -> Sql {
    sql.add("id, version, ").add(Head::LIST)
}

async fn found(ask: &mut impl Ask, sql: Sql) -> Result<Option<DisclosureKept>, Fault> {
    ask.one::<Line>(sql).await?.map(Line::kept).transpose()
}

/// Reads one, to look at it.
pub(crate) async fn read(ask: &mut impl Ask, id: DisclosureId) -> Result<Option<DisclosureKept>, Fault> {
    found(ask, list(Sql::new("select ")).add(" from disclosure where id = {}").bind(id)).await
}

/// Reads that of a suggestion; nothing while nobody has decided.
pub(crate) async fn of_suggestion(ask: &mut impl Ask, id: SuggestionId) -> Result<Option<DisclosureKept>, Fault> {
    found(ask, list(Sql::new("select ")).add(" from disclosure where suggestion = {}").bind(id)).await
}

/// Takes one up, to change it: until the transaction ends nobody else can. The version is that before the change.
pub(crate) async fn take(tx: &mut Tx, id: DisclosureId) -> Result<Option<DisclosureKept>, Fault> {
    let sql = Sql::new("update disclosure set version = version + 1 where id = {} returning ").bind(id);
    let kept = found(tx, list(sql)).await?;
    Ok(kept.map(|kept| DisclosureKept { version: kept.version - 1, ..kept }))
}

/// Writes a new one; says no when somebody was quicker.
pub(crate) async fn begin(tx: &mut Tx, disclosure: &Disclosure, facets: &Facets) -> Result<bool, Fault> {
    let mut vals = vec![Val::from(disclosure.id), 1i64.into()];
    vals.extend(Head::of(disclosure).vals());
    vals.extend([facets.session.into(), i64::from(facets.year).into(), (&facets.category).into(), facets.lead.into()]);
    let sql = list(Sql::new("insert into disclosure (")).add(", session, year, category, lead) values ").list(vals);
    Ok(tx.run(sql.add(" on conflict (suggestion) do nothing")).await? == 1)
}

/// Writes what changed.
pub(crate) async fn save(tx: &mut Tx, now: &Disclosure, facets: Option<&Facets>) -> Result<(), Fault> {
    let sql = bind_all(Sql::new("update disclosure set ").add(Head::SET), Head::of(now).vals());
    let sql = match facets {
        Some(Facets { category, lead, .. }) => {
            sql.add(", category = {}, lead = {}").bind(category.as_str()).bind(*lead)
        }
        None => sql,
    };
    tx.run(sql.add(" where id = {}").bind(now.id)).await?;
    Ok(())
}
