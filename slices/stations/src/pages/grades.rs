//! 星级评定: the sheet, the application with evidence, the review, the publication.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kernel::{BodyId, Day};
use kit::{
    Problem, Site, View,
    web::{Form, Query, Wrong, chosen, done, page, page_with},
};
use law_rules::Word as _;
use roster_views::{Named, congresses};
use serde::Deserialize;
use stations_rules::{Band, Given, GradeId, GradeStage, Indicator, Measure, Scheme, Sheet, StationId};

use super::{
    ask::{Asked, Field, Kind, sheet},
    ledger, rows,
};
use crate::{
    desk::grade::{self, StationClaim, StationClaims, StationReviewWanted, StationSchemeWanted},
    queries::{
        figures,
        statistics::{self, YearLine},
    },
    sight,
    store::{GradeKept, Station, read, scheme_of},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Of which congress.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
}

async fn congress(site: &Site, actor: &Actor, asked: &str) -> Result<Named, Problem> {
    sight::held(actor, Right::StationGradeDecide)?;
    let asked: Option<BodyId> = chosen("congress", asked, |raw| raw.parse().ok())?;
    if let Some(congress) = asked {
        actor.may(Right::StationGradeDecide, congress)?;
    }
    let all = congresses(&mut site.db(), actor, Right::StationGradeDecide).await?;
    all.into_iter().find(|one| asked.is_none_or(|congress| congress == one.id)).ok_or_else(Problem::missing)
}

fn adopting(of: &Named) -> Asked {
    Asked {
        title: "stations-scheme-title",
        lead: "stations-scheme-lead",
        button: "stations-scheme-button",
        matter: of.name.clone(),
        action: "/stations/schemes".to_owned(),
        back: "/stations/ledgers/grades".to_owned(),
        fields: vec![
            Field::new("name", "stations-field-scheme", Kind::Line(60)),
            Field::new("indicators", "stations-field-indicators", Kind::Long(6000)).hint("stations-hint-indicators"),
            Field::new("bands", "stations-field-bands", Kind::Line(60)).hint("stations-hint-bands"),
            Field::new("years", "stations-field-years", Kind::Number),
            Field::new("objection", "stations-field-objection-days", Kind::Number).hint("stations-hint-objection-days"),
            Field::new("congress", "stations-field-congress", Kind::Hidden),
        ],
    }
}

pub async fn new_scheme(
    State(site): State<Site>,
    Extension(actor): Who,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Answer {
    let of = congress(&site, &actor, &wanted.congress).await?;
    let now = scheme_of(&mut site.db(), of.id).await?.map(|(_, scheme)| scheme);
    let (name, now) = match now {
        Some(Scheme { name, sheet }) => (name.to_string(), sheet),
        None => (String::new(), grade::usual()?),
    };
    let lines = now.indicators.iter().map(|it| line(&v, it));
    let bands = now.bands.iter().map(|band| format!("{}={}", band.stars, band.least));
    let form = Form::blank(&v)
        .with("name", name)
        .with("indicators", lines.collect::<Vec<_>>().join("\n"))
        .with("bands", bands.collect::<Vec<_>>().join(" "))
        .with("years", now.years)
        .with("objection", now.objection)
        .with("congress", of.id);
    Ok(sheet(&v, &form, &adopting(&of)))
}

/// An indicator as it is typed; what it is counted by in the reader's words where they can be typed back.
fn line(v: &View, it: &Indicator) -> String {
    let judged = format!("{}｜{}｜{}", it.group, it.name, it.points);
    let Some(by) = it.counted else { return judged };
    let told = v.t(&by.measure.key()).into_owned();
    let typed = if Measure::read(&told).is_some() { told.as_str() } else { by.measure.word() };
    format!("{judged}｜{typed}｜{}", by.full)
}

fn bands(typed: &str) -> Option<Vec<Band>> {
    let band = |part: &str| {
        let (stars, least) = part.split_once('=')?;
        Some(Band { stars: stars.parse().ok()?, least: least.parse().ok()? })
    };
    typed.split_whitespace().map(band).collect()
}

fn scheme(form: &mut Form) -> Option<StationSchemeWanted> {
    let (name, years, objection) = (form.take("name"), form.take::<i64>("years"), form.take::<i64>("objection"));
    let indicators = grade::indicators(form.value("indicators"));
    let bands = bands(form.value("bands"));
    if indicators.is_none() {
        form.refuse("indicators", Wrong::new("stations-wrong-indicators"));
    }
    if bands.is_none() {
        form.refuse("bands", Wrong::new("stations-refused-bands"));
    }
    let years = u8::try_from(years?).unwrap_or(0);
    let objection = u8::try_from(objection?).unwrap_or(u8::MAX);
    if form.has_errors() {
        return None;
    }
    Some(StationSchemeWanted { name: name?, sheet: Sheet { indicators: indicators?, bands: bands?, years, objection } })
}

pub async fn create_scheme(State(site): State<Site>, Extension(actor): Who, v: View, mut form: Form) -> Answer {
    let named = form.value("congress").to_owned();
    let of = congress(&site, &actor, &named).await?;
    if let Some(wanted) = scheme(&mut form) {
        let once = form.once("/stations/schemes")?;
        match grade::adopt(&site, &actor, of.id, &wanted, &once).await {
            Ok(_) => return Ok(done("/stations/ledgers/grades", "stations-flash-adopted")),
            Err(problem) => form.keep("indicators", problem)?,
        }
    }
    Ok(sheet(&v, &form, &adopting(&of)))
}

#[derive(Template)]
#[template(path = "stations/apply.html")]
struct Apply<'a> {
    v: &'a View,
    f: &'a Form,
    s: &'a Station,
    scheme: &'a Scheme,
    /// What each indicator would bring by what is counted; nothing where it is claimed.
    counted: Vec<Option<(u32, u16)>>,
    figures: Figures,
}

/// What the ledgers say of a station and year: the key of a label, and a number.
type Figures = Vec<(&'static str, i64)>;

/// The numbers of the year of a day, with those of stations that were merged in; none of one that was merged itself.
async fn figures(site: &Site, s: &Station, day: Day) -> Result<Figures, Problem> {
    let year = i64::from(day.parts().0);
    let (first, last) = ledger::days_of(year).ok_or_else(Problem::missing)?;
    let held = [stations_rules::body_of(s.id)];
    let found = statistics::of_year(&mut site.db(), &held, ((year, first, last), true), None, 1).await?;
    let line = |it: &YearLine| {
        vec![
            ("stations-field-homes", it.homes),
            ("stations-field-receptions", it.receptions),
            ("stations-field-came", it.deputies),
            ("stations-field-visitors", it.visitors),
            ("stations-field-on-the-spot", it.answered),
            ("stations-field-opinions", it.opinions),
            ("stations-field-activities", it.activities),
            ("stations-field-planned", it.planned),
            ("stations-field-plan-done", it.done),
        ]
    };
    Ok(found.items.first().map(line).unwrap_or_default())
}

async fn mine(site: &Site, actor: &Actor, id: StationId) -> Result<(Station, Scheme), Problem> {
    let station = read(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    sight::may(actor, Right::StationWork, &station)?;
    Ok((station, grade::sheet(site, actor, id).await?))
}

async fn counted(site: &Site, s: &Station, sheet: &Sheet) -> Result<Vec<Option<(u32, u16)>>, Problem> {
    let figures = figures::of(&mut site.db(), s.id, sheet, site.today()).await?;
    let brings = |(it, figure): (&Indicator, Option<u32>)| figure.and_then(|figure| Some((figure, it.brings(figure)?)));
    Ok(sheet.indicators.iter().zip(figures).map(brings).collect())
}

async fn applying(site: &Site, v: &View, f: &Form, (s, scheme): (&Station, &Scheme)) -> Answer {
    let counted = counted(site, s, &scheme.sheet).await?;
    let template = Apply { v, f, s, scheme, counted, figures: figures(site, s, site.today()).await? };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

pub async fn ask_apply(State(site): State<Site>, Extension(actor): Who, Path(id): Path<StationId>, v: View) -> Answer {
    let (s, scheme) = mine(&site, &actor, id).await?;
    applying(&site, &v, &Form::blank(&v), (&s, &scheme)).await
}

/// Points of a form, one field for each indicator that is not counted.
pub(super) fn points(form: &mut Form, counted: &[bool]) -> Option<Vec<u16>> {
    let mut all = Vec::new();
    for (n, counted) in (1..).zip(counted) {
        let name = format!("points-{n}");
        if *counted {
            all.push(0);
            continue;
        }
        let typed: Option<i64> = form.take(&name);
        let read = typed.and_then(|typed| u16::try_from(typed).ok());
        if read.is_none() && typed.is_some() {
            form.refuse(&name, Wrong::new("kit-form-number"));
        }
        all.extend(read);
    }
    (all.len() == counted.len() && !form.has_errors()).then_some(all)
}

pub async fn apply(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<StationId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (s, scheme) = mine(&site, &actor, id).await?;
    let count = scheme.sheet.indicators.len();
    let evidence: Vec<_> = (1..=count).map(|n| form.maybe(&format!("evidence-{n}"))).collect();
    let brings: Vec<bool> = counted(&site, &s, &scheme.sheet).await?.iter().map(Option::is_some).collect();
    if let Some(points) = points(&mut form, &brings) {
        let claim = |(points, evidence)| StationClaim { points, evidence };
        let lines = points.into_iter().zip(evidence).map(claim).collect();
        let once = form.once(&format!("/stations/{id}/grades"))?;
        match grade::apply(&site, &actor, id, &StationClaims { lines }, &once).await {
            Ok(grade) => return Ok(done(&format!("/stations/grades/{grade}"), "stations-flash-applied")),
            Err(problem) => form.keep("points-1", problem)?,
        }
    }
    applying(&site, &v, &form, (&s, &scheme)).await
}

#[derive(Template)]
#[template(path = "stations/grade.html")]
struct Show<'a> {
    v: &'a View,
    f: &'a Form,
    g: &'a GradeKept,
    s: &'a Station,
    figures: Figures,
    reviews: bool,
    proposes: bool,
    objects: bool,
    rules: bool,
    publishes: bool,
    withdraws: bool,
}

impl Show<'_> {
    fn stage(&self) -> String {
        rows::word(self.v.language, "grade", self.g.stage.word())
    }

    /// A counted indicator with its figure.
    fn counted(&self, it: &Indicator, given: &Given) -> String {
        let (Some(by), Some(figure)) = (it.counted, given.figure) else { return String::new() };
        let told = [("name", self.v.t(&by.measure.key()).into_owned()), ("figure", figure.to_string())];
        self.v.tf("stations-counted", told).into_owned()
    }

    /// How the objection was ruled.
    fn ruled(&self) -> Option<&'static str> {
        self.g.upheld.map(|upheld| if upheld { "stations-ruling-upheld" } else { "stations-ruling-dismissed" })
    }
}

pub(super) async fn shown(
    site: &Site,
    actor: &Actor,
    (v, f): (&View, &Form),
    (g, s): (&GradeKept, &Station),
) -> Answer {
    let office = sight::reaches(actor, Right::StationGrade, s);
    let decides = sight::reaches(actor, Right::StationGradeDecide, s);
    let template = Show {
        v,
        f,
        g,
        s,
        figures: figures(site, s, g.applied.day()).await?,
        reviews: office && matches!(g.stage, GradeStage::Applied | GradeStage::Reviewed),
        proposes: decides && g.stage == GradeStage::Reviewed,
        objects: g.stands().objects(site.today()).is_ok() && sight::reaches(actor, Right::StationWork, s),
        rules: decides && g.stage == GradeStage::Objected,
        publishes: decides && g.stands().publishes(site.today()).is_ok(),
        withdraws: decides && g.stage != GradeStage::Withdrawn,
    };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

pub async fn show(State(site): State<Site>, Extension(actor): Who, Path(id): Path<GradeId>, v: View) -> Answer {
    let (g, s) = grade::of(&site, &actor, id).await?;
    let mut form = Form::blank(&v).with("words", &g.words);
    for (n, given) in (1..).zip(&g.given) {
        let points = given.points.unwrap_or(given.claimed);
        form = form.with(&format!("points-{n}"), points);
    }
    shown(&site, &actor, (&v, &form), (&g, &s)).await
}

/// Which of its indicators were counted.
pub(super) fn by_count(g: &GradeKept) -> Vec<bool> {
    g.given.iter().map(|one| one.figure.is_some()).collect()
}

pub async fn review(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<GradeId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (g, s) = grade::may(&site, &actor, id, Right::StationGrade).await?;
    let words = form.maybe("words");
    if let Some(points) = points(&mut form, &by_count(&g)) {
        match grade::review(&site, &actor, id, &StationReviewWanted { points, words }).await {
            Ok(()) => return Ok(done(&format!("/stations/grades/{id}"), "stations-flash-reviewed")),
            Err(problem) => form.keep("points-1", problem)?,
        }
    }
    shown(&site, &actor, (&v, &form), (&g, &s)).await
}

pub async fn publish(State(site): State<Site>, Extension(actor): Who, Path(id): Path<GradeId>, _form: Form) -> Answer {
    grade::publish(&site, &actor, id).await?;
    Ok(done(&format!("/stations/grades/{id}"), "stations-flash-published"))
}

pub async fn withdraw(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<GradeId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (g, s) = grade::may(&site, &actor, id, Right::StationGradeDecide).await?;
    if let Some(reason) = form.take("reason") {
        match grade::withdraw(&site, &actor, id, &reason).await {
            Ok(()) => return Ok(done(&format!("/stations/grades/{id}"), "stations-flash-withdrawn")),
            Err(problem) => form.keep("reason", problem)?,
        }
    }
    shown(&site, &actor, (&v, &form), (&g, &s)).await
}
