//! An evaluation with its units.

use kernel::{BodyId, Day, Moment, Text};
use kit::{
    Fault, columns,
    db::{Ask, At, FromRow, Row, Sql, Tx, Val, bind_all},
    row,
};
use sha2::{Digest as _, Sha256};
use supervision_rules::{
    Appeal, AppealRuling, Evaluation, EvaluationId, EvaluationStage, Figures, Judged, Said, Scheme,
};

columns!(
    /// The row, but for its identity and version.
    EvaluationHead {
        congress: BodyId,
        title: Text<60>,
        since: Day,
        until: Day,
        basis: Text<200>,
        scheme: String,
        hash: Option<String>,
        stage: String,
        appeal_until: Option<Day>,
        published: Option<Moment>,
    }
);

/// An evaluation as it is kept.
#[derive(Clone, Debug)]
pub struct EvaluationKept {
    /// The evaluation.
    pub evaluation: Evaluation,
    /// Counts its changes.
    pub version: i64,
}

struct EvaluationRow {
    id: EvaluationId,
    version: i64,
    head: EvaluationHead,
}

impl FromRow for EvaluationRow {
    fn from_row(row: &mut Row<'_>) -> Result<Self, Fault> {
        Ok(Self { id: row.take()?, version: row.take()?, head: EvaluationHead::from_row(row)? })
    }
}

/// The scheme as it is kept and hashed.
pub(crate) fn scheme_text(scheme: &Scheme) -> Result<String, Fault> {
    Ok(serde_json::to_string(scheme)?)
}

/// SHA-256 of the scheme as it is kept, in hexadecimal.
pub(crate) fn scheme_hash(scheme: &Scheme) -> Result<String, Fault> {
    let digest = Sha256::digest(scheme_text(scheme)?);
    Ok(digest.iter().map(|byte| format!("{byte:02x}")).collect())
}

impl EvaluationHead {
    fn of(it: &Evaluation) -> Result<Self, Fault> {
        let (mut appeal_until, mut published) = (None, None);
        match &it.stage {
            EvaluationStage::Told { appeal_until: day, .. } => appeal_until = Some(*day),
            EvaluationStage::Published { at, .. } => published = Some(*at),
            _ => {}
        }
        Ok(Self {
            congress: it.congress,
            title: it.title.clone(),
            since: it.since,
            until: it.until,
            basis: it.basis.clone(),
            scheme: scheme_text(&it.scheme)?,
            hash: it.stage.hash().map(str::to_owned),
            stage: it.stage.word().to_owned(),
            appeal_until,
            published,
        })
    }

    fn stage(&self, at: At<'_>) -> Result<EvaluationStage, Fault> {
        let hash = || at.need("hash", self.hash.clone());
        Ok(match self.stage.as_str() {
            "draft" => EvaluationStage::Draft,
            "open" => EvaluationStage::Open { hash: hash()? },
            "computed" => EvaluationStage::Computed { hash: hash()? },
            "told" => {
                EvaluationStage::Told { hash: hash()?, appeal_until: at.need("appeal_until", self.appeal_until)? }
            }
            "decided" => EvaluationStage::Decided { hash: hash()? },
            "published" => EvaluationStage::Published { hash: hash()?, at: at.need("published", self.published)? },
            other => return Err(at.broken("stage", format_args!("holds `{other}`, which is no stage"))),
        })
    }
}

fn list(sql: Sql) -> Sql {
    sql.add("id, version, ").add(EvaluationHead::LIST)
}

/// Reads one, to look at it.
pub(crate) async fn read_evaluation(ask: &mut impl Ask, id: EvaluationId) -> Result<Option<EvaluationKept>, Fault> {
    let sql = list(Sql::new("select ")).add(" from evaluation where id = {}").bind(id);
    match ask.one::<EvaluationRow>(sql).await? {
        Some(row) => whole(ask, row).await.map(Some),
        None => Ok(None),
    }
}

/// Takes one up, to change it: until the transaction ends nobody else can.
pub(crate) async fn take_evaluation(tx: &mut Tx, id: EvaluationId) -> Result<Option<EvaluationKept>, Fault> {
    let sql = Sql::new("update evaluation set version = version + 1 where id = {} returning ").bind(id);
    match tx.one::<EvaluationRow>(list(sql)).await? {
        Some(row) => whole(tx, row).await.map(Some),
        None => Ok(None),
    }
}

async fn whole(ask: &mut impl Ask, row: EvaluationRow) -> Result<EvaluationKept, Fault> {
    let EvaluationRow { id, version, head } = row;
    let at = At { table: "evaluation", id: &id };
    let scheme: Scheme = serde_json::from_str(&head.scheme).map_err(|error| at.broken("scheme", error))?;
    let stage = head.stage(at)?;
    // A scheme changed by hand after it was fixed is told here.
    if let Some(hash) = stage.hash().filter(|hash| scheme_hash(&scheme).is_ok_and(|fresh| fresh != **hash)) {
        return Err(at.broken("scheme", format_args!("is not the one that was opened under {hash}")));
    }
    let EvaluationHead { congress, title, since, until, basis, .. } = head.clone();
    let units = units(ask, id).await?;
    let evaluation = Evaluation { id, congress, title, since, until, basis, scheme, units, stage };
    match head.differs(&EvaluationHead::of(&evaluation)?) {
        Some(column) => Err(at.broken(column, "does not fit the stage")),
        None => Ok(EvaluationKept { evaluation, version }),
    }
}

row! {
    struct UnitRow {
        unit: BodyId,
        figures: Option<String>,
        appealed: Option<Moment>,
        appeal: Option<Text<2000>>,
        ruled: Option<Moment>,
        upheld: Option<bool>,
        ruling: Option<Text<2000>>,
    }
}

async fn units(ask: &mut impl Ask, id: EvaluationId) -> Result<Vec<Judged>, Fault> {
    let sql = Sql::new("select unit, figures, appealed, appeal, ruled, upheld, ruling from evaluation_unit");
    let rows: Vec<UnitRow> = ask.all(sql.add(" where evaluation = {} order by unit").bind(id)).await?;
    let at = At { table: "evaluation_unit", id: &id };
    let read = |row: UnitRow| {
        let figures = |text: &String| serde_json::from_str::<Figures>(text).map_err(|e| at.broken("figures", e));
        let ruling = match (row.ruled, row.upheld, row.ruling) {
            (None, None, None) => None,
            (Some(ruled), Some(upheld), Some(words)) => Some(AppealRuling { at: ruled, upheld, words }),
            _ => return Err(at.broken("ruling", "is not whole")),
        };
        let appeal = match (row.appealed, row.appeal) {
            (None, None) if ruling.is_none() => None,
            (Some(appealed), Some(words)) => Some(Appeal { at: appealed, words, ruling }),
            _ => return Err(at.broken("appeal", "is not whole")),
        };
        Ok(Judged { unit: row.unit, figures: row.figures.as_ref().map(figures).transpose()?, appeal })
    };
    rows.into_iter().map(read).collect()
}

/// Writes a new one.
pub(crate) async fn begin_evaluation(tx: &mut Tx, it: &Evaluation, made: Moment) -> Result<(), Fault> {
    let mut vals = vec![Val::from(it.id), 1i64.into()];
    vals.extend(EvaluationHead::of(it)?.vals());
    vals.push(made.into());
    let sql = list(Sql::new("insert into evaluation (")).add(", made) values ").list(vals);
    tx.run(sql).await.map(drop)
}

/// Writes what changed.
pub(crate) async fn save_evaluation(tx: &mut Tx, was: &Evaluation, now: &Evaluation) -> Result<(), Fault> {
    let sql = Sql::new("update evaluation set ").add(EvaluationHead::SET);
    tx.run(bind_all(sql, EvaluationHead::of(now)?.vals()).add(" where id = {}").bind(now.id)).await?;
    for judged in now.units.iter().filter(|judged| !was.units.contains(judged)) {
        let figures = judged.figures.as_ref().map(serde_json::to_string).transpose()?;
        let appeal = judged.appeal.as_ref();
        let ruling = appeal.and_then(|appeal| appeal.ruling.as_ref());
        let vals = [
            Val::from(now.id),
            judged.unit.into(),
            figures.into(),
            appeal.map(|it| it.at).into(),
            appeal.map(|it| it.words.clone()).into(),
            ruling.map(|it| it.at).into(),
            ruling.map(|it| it.upheld).into(),
            ruling.map(|it| it.words.clone()).into(),
        ];
        let sql = Sql::new(
            "insert into evaluation_unit (evaluation, unit, figures, appealed, appeal, ruled, upheld, ruling) values ",
        )
        .list(vals)
        .add(" on conflict (evaluation, unit) do update set figures = excluded.figures, appealed = excluded.appealed,")
        .add(" appeal = excluded.appeal, ruled = excluded.ruled, upheld = excluded.upheld, ruling = excluded.ruling");
        tx.run(sql).await?;
    }
    Ok(())
}

row! {
    /// What was said of a unit.
    pub(crate) struct SaidRow {
        pub(crate) unit: BodyId,
        scores: u32,
        scorers: u32,
        satisfied: u32,
        basically: u32,
        dissatisfied: u32,
    }
}

impl SaidRow {
    pub(crate) const fn said(&self) -> Said {
        Said {
            scores: self.scores,
            scorers: self.scorers,
            satisfied: self.satisfied,
            basically: self.basically,
            dissatisfied: self.dissatisfied,
        }
    }
}

/// What deputies and voters said of each unit.
pub(crate) async fn said(ask: &mut impl Ask, id: EvaluationId) -> Result<Vec<SaidRow>, Fault> {
    let sql = Sql::new(
        "select u.unit, \
         (select cast(coalesce(sum(s.score), 0) as bigint) from evaluation_score s where s.evaluation = u.evaluation and s.unit = u.unit), \
         (select count(*) from evaluation_score s where s.evaluation = u.evaluation and s.unit = u.unit), \
         coalesce(v.satisfied, 0), coalesce(v.basically, 0), coalesce(v.dissatisfied, 0) from evaluation_unit u \
         left join evaluation_vote v on v.evaluation = u.evaluation and v.unit = u.unit where u.evaluation = {}",
    );
    ask.all(sql.bind(id)).await
}
