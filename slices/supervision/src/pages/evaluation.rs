//! One evaluation: its stage, its units, and what can be done with it.

use std::cmp::Reverse;

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    sheets::{Cell, Export, Kind as As},
    web::{Form, Query, done, page},
};
use serde::Deserialize;
use supervision_rules::{Evaluation, EvaluationId, EvaluationStage, Judged, Measure, Outcome, Scheme, Way};

use crate::{desk, queries, sight::Judging};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// A unit as the page tells of it.
pub struct UnitLine {
    /// The unit.
    pub unit: BodyId,
    /// Its name.
    pub name: String,
    /// Its place among all, where points are given and the visitor sees them all.
    pub rank: Option<usize>,
    /// Its result, as far as the visitor may see it.
    pub outcome: Option<Outcome>,
    /// The word of its appeal: waits, upheld, refused; nothing without one.
    pub appeal: Option<&'static str>,
    /// Whether votes are in, for the office.
    pub voted: bool,
    /// How many deputies scored it, for the office.
    pub scorers: i64,
    /// Whether the visitor may score it.
    pub scores: bool,
    /// The visitor's own score.
    pub own: Option<i64>,
}

impl UnitLine {
    /// 86.50.
    pub fn points(&self) -> String {
        self.outcome.as_ref().map(|outcome| written(outcome.points)).unwrap_or_default()
    }

    /// 优秀.
    pub fn grade(&self) -> String {
        self.outcome.as_ref().and_then(|outcome| outcome.grade.clone()).unwrap_or_default()
    }
}

/// Hundredths as people write them.
pub fn written(hundredths: u32) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// What the office can do next: where the button leads, and its key.
fn next(evaluation: &Evaluation) -> Option<(&'static str, &'static str, Right)> {
    Some(match &evaluation.stage {
        EvaluationStage::Draft => ("opening", "supervision-do-open", Right::EvaluationDecide),
        EvaluationStage::Open { .. } => ("computation", "supervision-do-compute", Right::EvaluationKeep),
        EvaluationStage::Computed { .. } => ("telling", "supervision-do-tell", Right::EvaluationDecide),
        EvaluationStage::Told { .. } => ("decision", "supervision-do-decide", Right::EvaluationDecide),
        EvaluationStage::Decided { .. } => ("publication", "supervision-do-publish", Right::EvaluationDecide),
        EvaluationStage::Published { .. } => return None,
    })
}

#[derive(Template)]
#[template(path = "supervision/evaluation.html")]
struct Show<'a> {
    v: &'a View,
    e: Evaluation,
    stage: String,
    hash: String,
    appeal_until: Option<kernel::Day>,
    lines: Vec<UnitLine>,
    revises: bool,
    votes: bool,
    scored: bool,
    unvoted: usize,
    points: bool,
    next: Option<(&'static str, &'static str)>,
    export: bool,
    forms: bool,
}

impl Show<'_> {
    fn lead(&self, key: &str) -> String {
        self.v.t(&format!("{key}-lead")).into_owned()
    }

    /// Published is good; what the visitor can move on is theirs to do.
    const fn tone(&self) -> &'static str {
        match (&self.e.stage, self.next.is_some()) {
            (EvaluationStage::Published { .. }, _) => "good",
            (_, true) => "act",
            (_, false) => "wait",
        }
    }

    /// An appeal without its answer is somebody's to do.
    fn urgent(&self, appeal: &str) -> &'static str {
        if appeal == "waits" { "act" } else { "quiet" }
    }

    fn results(&self) -> bool {
        self.lines.iter().any(|line| line.outcome.is_some())
    }

    fn ranked(&self) -> bool {
        self.lines.iter().any(|line| line.rank.is_some())
    }

    fn scores(&self) -> bool {
        self.lines.iter().any(|line| line.scores)
    }

    fn appealed(&self, word: &str) -> String {
        self.v.t(&format!("supervision-appeal-{word}")).into_owned()
    }

    fn measure(&self, line: &supervision_rules::Line) -> String {
        self.v.t(&format!("supervision-measure-{}", line.measure.word())).into_owned()
    }

    fn asks(&self, line: &supervision_rules::Line) -> String {
        let share = |share: Option<u16>| share.map_or_else(|| "—".to_owned(), |share| format!("{share}%"));
        if self.points {
            self.v.tf("supervision-line-weight", [("weight", line.weight.to_string())]).into_owned()
        } else {
            let values = [("good", share(line.good)), ("pass", share(line.pass))];
            self.v.tf("supervision-line-shares", values).into_owned()
        }
    }
}

fn appeal(judged: &Judged) -> Option<&'static str> {
    judged.appeal.as_ref().map(|appeal| match &appeal.ruling {
        None => "waits",
        Some(ruling) if ruling.upheld => "upheld",
        Some(_) => "refused",
    })
}

/// The units as the visitor may see them, the best first once results are to be seen.
async fn lines(site: &Site, actor: &Actor, e: &Evaluation, sight: &Judging) -> Result<Vec<UnitLine>, Problem> {
    let mut db = site.db();
    let office = *sight == Judging::Office;
    let open = matches!(e.stage, EvaluationStage::Open { .. });
    let mine = match (actor.person, open) {
        (Some(person), true) if e.scheme.asks(Measure::Scores) => {
            queries::handled::answering(&mut db, e, person).await?
        }
        _ => vec![],
    };
    let standing = queries::unit_standings(&mut db, e.id, actor.person).await?;
    let mut lines = Vec::with_capacity(e.units.len());
    for judged in &e.units {
        let Some(of) = standing.iter().find(|row| row.unit == judged.unit) else { continue };
        let sees = sight.sees(&e.stage, judged.unit);
        lines.push(UnitLine {
            unit: judged.unit,
            name: of.name.clone().unwrap_or_default(),
            rank: None,
            outcome: e.outcome(judged.unit).filter(|_| sees),
            appeal: appeal(judged).filter(|_| sight.reads_appeal(judged.unit)),
            voted: office && of.ballots > 0,
            scorers: if office { of.scorers } else { 0 },
            scores: open && mine.contains(&judged.unit) && actor.may(Right::EvaluationScore, e.congress).is_ok(),
            own: of.own,
        });
    }
    lines.retain(|line| {
        office
            || line.outcome.is_some()
            || line.scores
            || matches!(sight, Judging::Units(units) if units.contains(&line.unit))
    });
    let all = office || matches!(e.stage, EvaluationStage::Published { .. });
    order(&mut lines, &e.scheme, all);
    Ok(lines)
}

/// The best first; with their places where points are given and all of them are to be seen.
pub(super) fn order(lines: &mut [UnitLine], scheme: &Scheme, all: bool) {
    let points = |line: &UnitLine| line.outcome.as_ref().filter(|it| it.grade.is_some()).map(|it| it.points);
    let place = |line: &UnitLine| {
        let grade = line.grade();
        let at = scheme.grades.iter().position(|step| step.name.as_str() == grade).unwrap_or(usize::MAX);
        (at, Reverse(points(line)))
    };
    lines.sort_by(|one, other| place(one).cmp(&place(other)).then_with(|| one.name.cmp(&other.name)));
    if all && scheme.way == Way::Points {
        let given: Vec<u32> = lines.iter().filter_map(points).collect();
        for line in lines {
            line.rank = points(line).map(|own| 1 + given.iter().filter(|other| **other > own).count());
        }
    }
}

pub async fn show(State(site): State<Site>, Extension(actor): Who, Path(id): Path<EvaluationId>, v: View) -> Answer {
    let (e, sight) = desk::evaluation::of(&site, &actor, id).await?;
    let lines = lines(&site, &actor, &e, &sight).await?;
    let may = |right| actor.may(right, e.congress).is_ok();
    let open = matches!(e.stage, EvaluationStage::Open { .. });
    let votes = open && may(Right::EvaluationKeep) && e.scheme.asks(Measure::Vote);
    let template = Show {
        v: &v,
        stage: v.t(&format!("supervision-evaluation-{}", e.stage.word())).into_owned(),
        hash: e.stage.hash().unwrap_or_default().to_owned(),
        appeal_until: match &e.stage {
            EvaluationStage::Told { appeal_until, .. } => Some(*appeal_until),
            _ => None,
        },
        revises: e.stage == EvaluationStage::Draft && may(Right::EvaluationKeep),
        votes,
        scored: open && sight == Judging::Office && e.scheme.asks(Measure::Scores),
        unvoted: lines.iter().filter(|line| votes && !line.voted).count(),
        lines,
        points: e.scheme.way == Way::Points,
        next: next(&e).filter(|(_, _, right)| may(*right)).map(|(end, key, _)| (end, key)),
        export: may(Right::ExportTake) && sight == Judging::Office,
        forms: sight == Judging::Office,
        e,
    };
    Ok(page(&template))
}

macro_rules! step {
    ($($name:ident $flash:literal;)+) => {$(
        pub async fn $name(
            State(site): State<Site>,
            Extension(actor): Who,
            Path(id): Path<EvaluationId>,
            _form: Form,
        ) -> Answer {
            desk::evaluation::$name(&site, &actor, id).await?;
            Ok(done(&format!("/supervision/evaluations/{id}"), $flash))
        }
    )+};
}

step! {
    open "supervision-flash-opened";
    compute "supervision-flash-computed";
    tell "supervision-flash-told";
    decide "supervision-flash-decided";
    publish "supervision-flash-published";
}

/// As what.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct AsWhat {
    #[serde(rename = "as")]
    kind: String,
}

pub async fn export(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<EvaluationId>,
    Query(wanted): Query<AsWhat>,
    v: View,
) -> Answer {
    let (e, sight) = desk::evaluation::of(&site, &actor, id).await?;
    actor.may(Right::ExportTake, e.congress)?;
    actor.may(Right::EvaluationSee, e.congress)?;
    let mut titles = vec![v.t("supervision-field-rank").into_owned(), v.t("supervision-field-unit").into_owned()];
    titles.extend(e.scheme.lines.iter().map(|line| line.name.to_string()));
    titles.extend([v.t("supervision-field-points").into_owned(), v.t("supervision-field-grade").into_owned()]);
    let mut table = Export::begin(As::parse(&wanted.kind).unwrap_or(As::Xlsx), v.language, titles)?;
    for line in lines(&site, &actor, &e, &sight).await? {
        let rank = line.rank.map_or(Cell::Empty, |rank| Cell::from(rank.to_string()));
        let mut cells: Vec<Cell> = vec![rank, line.name.clone().into()];
        let working = line.outcome.iter().flat_map(|outcome| &outcome.working);
        cells.extend(working.map(|it| Cell::from(format!("{}/{}", it.ratio.part, it.ratio.whole))));
        cells.resize(e.scheme.lines.len() + 2, Cell::Empty);
        cells.extend([Cell::from(line.points()), Cell::from(line.grade())]);
        table.row(&cells)?;
    }
    Ok(table.finish()?.response(e.title.as_str())?)
}
