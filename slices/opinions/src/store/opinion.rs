//! Where an opinion stands.

use kernel::{BodyId, Moment, PersonId};
use kit::{
    Fault, columns,
    db::{Ask, At, FromRow, Row, Sql, Tx, bind_all},
};
use opinions_rules::{Closing, Opinion, OpinionId, Stage, SuggestionId, Treatment};

use super::count;

columns!(
    /// The part of the row that verbs change.
    Standing {
        holder: BodyId,
        deputy: Option<PersonId>,
        round: u16,
        stage: String,
        at: Moment,
        unit: Option<BodyId>,
        treatment: Option<String>,
        hard: Option<bool>,
        suggestion: Option<SuggestionId>,
        channel: Option<String>,
        ending: Option<String>,
        insists: Option<bool>,
        signed_for: Option<Moment>,
    }
);

/// An opinion as it is kept.
#[derive(Clone, Debug)]
pub struct OpinionKept {
    /// The opinion.
    pub opinion: Opinion,
    /// The congress where it came in.
    pub congress: BodyId,
    /// Whether the deputy may see who said it.
    pub to_deputy: bool,
    /// Whether the body it is given to may.
    pub to_unit: bool,
    /// Counts its changes.
    pub version: i64,
    /// What the person said of single bodies' seeing name and telephone.
    pub consents: Vec<(BodyId, bool)>,
}

impl OpinionKept {
    /// Whether a body to which it was handed may see who said it: what the person said of that body, else the tick of the form.
    #[must_use]
    pub fn agreed(&self, body: BodyId) -> bool {
        let said = self.consents.iter().find(|(of, _)| *of == body);
        said.map_or(self.to_unit, |(_, given)| *given)
    }
}

/// What happened, as it is shown to whoever follows the opinion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepKept<'a> {
    /// When.
    pub at: Moment,
    /// The word: `received`, `assigned`, `answered`, `judged-unsatisfied`.
    pub step: &'a str,
    /// The body concerned.
    pub body: Option<BodyId>,
    /// What was said; may be empty.
    pub words: &'a str,
    /// Whether the person who said it reads the words.
    pub open: bool,
}

struct Line {
    id: OpinionId,
    congress: BodyId,
    to_deputy: bool,
    to_unit: bool,
    version: i64,
    standing: Standing,
}

impl FromRow for Line {
    fn from_row(row: &mut Row<'_>) -> Result<Self, Fault> {
        Ok(Self {
            id: row.take()?,
            congress: row.take()?,
            to_deputy: row.take()?,
            to_unit: row.take()?,
            version: row.take()?,
            standing: Standing::from_row(row)?,
        })
    }
}

impl Standing {
    fn of(opinion: &Opinion) -> Self {
        let blank = Self {
            holder: opinion.holder,
            deputy: opinion.deputy,
            round: opinion.round,
            stage: opinion.stage.word().to_owned(),
            at: opinion.stage.at(),
            unit: None,
            treatment: None,
            hard: None,
            suggestion: None,
            channel: None,
            ending: None,
            insists: None,
            signed_for: None,
        };
        match &opinion.stage {
            Stage::Received { .. } => blank,
            Stage::Hotline { hard, .. } => Self { hard: Some(*hard), ..blank },
            Stage::Proposed { unit, treatment, hard, .. } => blank.with(*unit, *treatment, *hard),
            Stage::Assigned { unit, treatment, hard, signed, .. } => {
                Self { signed_for: *signed, ..blank.with(*unit, *treatment, *hard) }
            }
            Stage::Suggested { suggestion, .. } => Self { suggestion: *suggestion, ..blank },
            Stage::Answered { insists, .. } => Self { insists: Some(*insists), ..blank },
            Stage::Elsewhere { channel, .. } => Self { channel: Some(channel.clone()), ..blank },
            Stage::Closed { how, .. } => Self { ending: Some(how.word().to_owned()), ..blank },
        }
    }

    fn with(self, unit: BodyId, treatment: Treatment, hard: bool) -> Self {
        Self { unit: Some(unit), treatment: Some(treatment.word().to_owned()), hard: Some(hard), ..self }
    }

    /// To whom it is given, or is proposed to be.
    fn given(&self, row: At<'_>) -> Result<(BodyId, Treatment, bool), Fault> {
        let word = row.need("treatment", self.treatment.clone())?;
        let treatment = row.word("treatment", &word, Treatment::read)?;
        Ok((row.need("unit", self.unit)?, treatment, row.need("hard", self.hard)?))
    }

    fn stage(&self, row: At<'_>) -> Result<Stage, Fault> {
        let at = self.at;
        Ok(match self.stage.as_str() {
            "received" => Stage::Received { at },
            "proposed" => {
                let (unit, treatment, hard) = self.given(row)?;
                Stage::Proposed { at, unit, treatment, hard }
            }
            "assigned" => {
                let (unit, treatment, hard) = self.given(row)?;
                Stage::Assigned { at, unit, treatment, hard, signed: self.signed_for }
            }
            "hotline" => Stage::Hotline { at, hard: row.need("hard", self.hard)? },
            "suggested" => Stage::Suggested { at, suggestion: self.suggestion },
            "answered" => Stage::Answered { at, insists: row.need("insists", self.insists)? },
            "elsewhere" => Stage::Elsewhere { at, channel: row.need("channel", self.channel.clone())? },
            "closed" => {
                let how = row.need("ending", self.ending.clone())?;
                Stage::Closed { at, how: row.word("ending", &how, Closing::read)? }
            }
            other => return Err(row.broken("stage", format_args!("holds `{other}`, which is no stage"))),
        })
    }
}

impl Line {
    fn kept(self) -> Result<OpinionKept, Fault> {
        let Self { id, congress, to_deputy, to_unit, version, standing } = self;
        let at = At { table: "opinion", id: &id };
        let stage = standing.stage(at)?;
        let opinion = Opinion { id, holder: standing.holder, deputy: standing.deputy, round: standing.round, stage };
        match standing.differs(&Standing::of(&opinion)) {
            Some(column) => Err(at.broken(column, "does not fit the stage")),
            None => Ok(OpinionKept { opinion, congress, to_deputy, to_unit, version, consents: Vec::new() }),
        }
    }
}

fn list(sql: Sql) -> Sql {
    sql.add("id, congress, to_deputy, to_unit, version, ").add(Standing::LIST)
}

/// The values of a new one, in the order of [`standing_columns`].
pub(super) fn standing(opinion: &Opinion) -> Vec<kit::db::Val> {
    Standing::of(opinion).vals()
}

/// `holder, deputy, …`.
pub(super) const fn standing_columns() -> &'static str {
    Standing::LIST
}

/// Reads one, to look at it.
pub async fn read(ask: &mut impl Ask, id: OpinionId) -> Result<Option<OpinionKept>, Fault> {
    let sql = list(Sql::new("select ")).add(" from opinion where id = {}").bind(id);
    let kept = ask.one::<Line>(sql).await?.map(Line::kept).transpose()?;
    with_consents(ask, kept).await
}

async fn with_consents(ask: &mut impl Ask, kept: Option<OpinionKept>) -> Result<Option<OpinionKept>, Fault> {
    let Some(kept) = kept else { return Ok(None) };
    let sql = Sql::new("select body, given from opinion_consent where opinion = {} order by at, body");
    let consents = ask.all(sql.bind(kept.opinion.id)).await?;
    Ok(Some(OpinionKept { consents, ..kept }))
}

/// Takes one up, to change it: until the transaction ends nobody else can. The version is that before the change.
pub async fn take(tx: &mut Tx, id: OpinionId) -> Result<Option<OpinionKept>, Fault> {
    let sql = Sql::new("update opinion set version = version + 1 where id = {} returning ").bind(id);
    let kept = tx.one::<Line>(list(sql)).await?.map(Line::kept).transpose()?;
    with_consents(tx, kept.map(|kept| OpinionKept { version: kept.version - 1, ..kept })).await
}

/// Writes where it stands now.
pub async fn save(tx: &mut Tx, now: &Opinion) -> Result<(), Fault> {
    count::moves(tx, now.id, now.stage.word()).await?;
    let sql = bind_all(Sql::new("update opinion set ").add(Standing::SET), Standing::of(now).vals());
    tx.run(sql.add(" where id = {}").bind(now.id)).await?;
    Ok(())
}

/// Ties it to the suggestion it was taken up in, for good.
pub async fn raise(tx: &mut Tx, id: OpinionId, suggestion: SuggestionId, now: Moment) -> Result<(), Fault> {
    let sql = Sql::new("insert into opinion_raised (opinion, suggestion, at) values ({}, {}, {}) ").bind(id);
    let sql = sql.bind(suggestion).bind(now).add("on conflict (opinion, suggestion) do update set at = excluded.at");
    tx.run(sql).await?;
    Ok(())
}

/// Notes what happened, for whoever follows it.
pub async fn step(tx: &mut Tx, id: OpinionId, it: &StepKept<'_>) -> Result<(), Fault> {
    let sql = Sql::new("insert into opinion_step (opinion, n, at, step, body, words, open) values ({}, ").bind(id);
    let sql = sql.add("(select coalesce(max(s.n), 0) + 1 from opinion_step s where s.opinion = {}), ").bind(id);
    let sql = sql.add("{}, {}, {}, {}, {})").bind(it.at).bind(it.step).bind(it.body).bind(it.words).bind(it.open);
    tx.run(sql).await?;
    Ok(())
}
