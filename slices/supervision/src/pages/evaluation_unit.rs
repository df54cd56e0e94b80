//! A unit under evaluation: its result with the working, votes, a deputy's score, the unit's appeal and the answer to it.

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
    web::{Form, Wrong, done, page},
};
use roster_views::body_name;
use supervision_rules::{
    Appeal, Correction, Evaluation, EvaluationId, EvaluationStage, Level, Measure, Outcome, Ratio, Way,
};

use super::{
    ask::{Asked, Field, Kind, keep, sheet},
    evaluation::written,
};
use crate::{
    desk::{
        self,
        evaluation::{AppealWanted, RulingWanted, ScoreWanted},
    },
    sight::Judging,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;
type Place = (EvaluationId, BodyId);

#[derive(Template)]
#[template(path = "supervision/evaluation-unit.html")]
struct Show<'a> {
    v: &'a View,
    e: Evaluation,
    unit: BodyId,
    name: String,
    outcome: Outcome,
    appeal: Option<Appeal>,
    points: bool,
    appeals: bool,
    rules: bool,
}

impl Show<'_> {
    fn total(&self) -> String {
        written(self.outcome.points)
    }

    fn measure(&self, measure: &Measure) -> String {
        self.v.t(&format!("supervision-measure-{}", measure.word())).into_owned()
    }

    /// 30 × 18 ÷ 20 ＝ 27.00.
    fn working(&self, it: &supervision_rules::Worked) -> String {
        let Ratio { part, whole } = it.ratio;
        let mut values = vec![("part", part.to_string()), ("whole", whole.to_string())];
        let key = match (it.points, it.level) {
            (Some(points), _) => {
                values.extend([("weight", it.weight.to_string()), ("points", written(points))]);
                "supervision-worked-points"
            }
            (None, Some(level)) => {
                values.push(("level", self.level(level)));
                if whole == 0 { "supervision-worked-nothing" } else { "supervision-worked-counted" }
            }
            (None, None) if it.measure == Measure::Scores => {
                values.push(("fewest", self.e.scheme.fewest_scores.to_string()));
                "supervision-worked-few"
            }
            (None, None) => "supervision-worked-none",
        };
        self.v.tf(key, values).into_owned()
    }

    fn level(&self, level: Level) -> String {
        let word = match level {
            Level::Good => "good",
            Level::Pass => "pass",
            Level::Fail => "fail",
        };
        self.v.t(&format!("supervision-level-{word}")).into_owned()
    }
}

async fn found(site: &Site, actor: &Actor, (id, unit): Place) -> Result<(Evaluation, Judging, String), Problem> {
    let (e, sight) = desk::evaluation::of(site, actor, id).await?;
    if e.units.iter().all(|judged| judged.unit != unit) {
        return Err(Problem::missing());
    }
    let name = body_name(&mut site.db(), unit).await?;
    Ok((e, sight, name))
}

pub async fn show(State(site): State<Site>, Extension(actor): Who, Path(at): Path<Place>, v: View) -> Answer {
    let (e, sight, name) = found(&site, &actor, at).await?;
    let unit = at.1;
    let outcome = e.outcome(unit).filter(|_| sight.sees(&e.stage, unit)).ok_or_else(Problem::missing)?;
    let told = matches!(e.stage, EvaluationStage::Told { .. });
    let judged = e.units.iter().find(|judged| judged.unit == unit);
    let appeal = judged.and_then(|judged| judged.appeal.clone()).filter(|_| sight.reads_appeal(unit));
    let waits = appeal.as_ref().is_some_and(|appeal| appeal.ruling.is_none());
    let template = Show {
        v: &v,
        unit,
        name,
        outcome,
        points: e.scheme.way == Way::Points,
        appeals: told && appeal.is_none() && actor.may(Right::EvaluationAppeal, unit).is_ok(),
        rules: told && waits && actor.may(Right::EvaluationDecide, e.congress).is_ok(),
        appeal,
        e,
    };
    Ok(page(&template))
}

const SCORE: Asked = Asked {
    title: "supervision-score-title",
    lead: "supervision-score-lead",
    button: "supervision-score-button",
    flash: "supervision-flash-scored",
    fields: &[Field::new("score", "supervision-field-score", Kind::Number).hint("supervision-hint-score")],
};
const APPEAL: Asked = Asked {
    title: "supervision-appeal-title",
    lead: "supervision-appeal-lead",
    button: "supervision-appeal-button",
    flash: "supervision-flash-appealed",
    fields: &[Field::new("words", "supervision-field-appeal", Kind::Long(2000))],
};
const RULING: Asked = Asked {
    title: "supervision-ruling-title",
    lead: "supervision-ruling-lead",
    button: "supervision-ruling-button",
    flash: "supervision-flash-ruled",
    fields: &[
        Field::new("words", "supervision-field-ruling", Kind::Long(2000)),
        Field::new("corrections", "supervision-field-corrections", Kind::Long(500))
            .hint("supervision-hint-corrections")
            .maybe(),
    ],
};

/// A whole number from nought.
pub fn count(form: &mut Form, name: &str) -> Option<u32> {
    let number: i64 = form.take(name)?;
    let fits = u32::try_from(number).ok();
    if fits.is_none() {
        form.refuse(name, Wrong::new("kit-form-number"));
    }
    fits
}

/// One line for each figure put right: `满意率 9/10`, by the words of the measures or by their names on the form.
fn ruling(form: &mut Form, v: &View, e: &Evaluation) -> Option<RulingWanted> {
    let words = form.take("words");
    let typed = kernel::plain(form.value("corrections"));
    let mut corrections = Vec::new();
    for line in typed.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match corrected(line, v, e) {
            Some(correction) => corrections.push(correction),
            None => form.refuse("corrections", Wrong::new("supervision-wrong-correction").with("line", line)),
        }
    }
    if form.has_errors() {
        return None;
    }
    Some(RulingWanted { words: words?, corrections })
}

fn corrected(line: &str, v: &View, e: &Evaluation) -> Option<Correction> {
    let (name, ratio) = line.rsplit_once(char::is_whitespace)?;
    let (part, whole) = ratio.split_once('/')?;
    let name = name.trim();
    let named =
        |measure: &Measure| measure.word() == name || v.t(&format!("supervision-measure-{}", measure.word())) == name;
    let by_line = || e.scheme.lines.iter().find(|line| line.name.as_str() == name).map(|line| line.measure);
    let measure = Measure::ALL.into_iter().find(named).or_else(by_line)?;
    Some(Correction { measure, part: part.parse().ok()?, whole: whole.parse().ok()? })
}

/// The evaluation and the unit's name, for who may do this with it.
pub async fn may(site: &Site, actor: &Actor, at: Place, right: Right) -> Result<(Evaluation, String), Problem> {
    let e = desk::evaluation::may(site, actor, at, right).await?;
    Ok((e, body_name(&mut site.db(), at.1).await?))
}

/// One form: its page, and what is done with what was typed.
macro_rules! form {
    ($($ask:ident $give:ident $end:literal $asked:ident $right:ident $read:expr;)+) => {$(
        pub async fn $ask(State(site): State<Site>, Extension(actor): Who, Path(at): Path<Place>, v: View) -> Answer {
            let (_, name) = may(&site, &actor, at, Right::$right).await?;
            let back = format!("/supervision/evaluations/{}", at.0);
            Ok(sheet(&v, &Form::blank(&v), &$asked, &name, &format!("{back}/units/{}/{}", at.1, $end), &back))
        }

        pub async fn $give(
            State(site): State<Site>,
            Extension(actor): Who,
            Path(at): Path<Place>,
            v: View,
            mut form: Form,
        ) -> Answer {
            // Who may not is told so before anything is read.
            let (e, name) = may(&site, &actor, at, Right::$right).await?;
            let back = format!("/supervision/evaluations/{}", at.0);
            let read: fn(&mut Form, &View, &Evaluation) -> Option<_> = $read;
            if let Some(wanted) = read(&mut form, &v, &e) {
                match desk::evaluation::$give(&site, &actor, at.0, at.1, wanted).await {
                    Ok(_) => return Ok(done(&back, $asked.flash)),
                    Err(problem) => keep(&mut form, &$asked, problem)?,
                }
            }
            Ok(sheet(&v, &form, &$asked, &name, &format!("{back}/units/{}/{}", at.1, $end), &back))
        }
    )+};
}

form! {
    ask_score score "score" SCORE EvaluationScore |form, _, _| count(form, "score").map(|score| ScoreWanted { score });
    ask_appeal appeal "appeal" APPEAL EvaluationAppeal |form, _, _| form.take("words").map(|words| AppealWanted { words });
    ask_rule rule "ruling" RULING EvaluationDecide ruling;
}
