//! Proposals of a congress, and the register.

use accounts_rules::{Actor, Right};
use appointments_rules::{Kind, STAGES};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use kit::{
    Problem, Site, View,
    list::position,
    sheets::{Cell, Export, Kind as As},
    web::{Query, chosen, page},
};
use law_rules::Word as _;
use roster_views::Named;
use serde::Deserialize;

use super::fields::{Options, words};
use crate::{
    queries::{self, LATEST, Line, Narrow},
    sight::{self, Sight},
};

type Answer = Result<Response, Problem>;

/// Lines on one page.
const LINES: u16 = 25;

/// What the list is narrowed to.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
    stage: String,
    kind: String,
    after: String,
    #[serde(rename = "as")]
    form: String,
}

#[derive(Template)]
#[template(path = "appointments/appointments.html")]
struct List<'a> {
    v: &'a View,
    name: String,
    congress: String,
    lines: Vec<Line>,
    total: i64,
    kinds: Options,
    stages: Options,
    asked: &'a Wanted,
    sight: Sight,
    exports: bool,
    sums: bool,
    first: Option<String>,
    next: Option<String>,
}

impl List<'_> {
    fn tone(&self, line: &Line) -> &'static str {
        tone(&line.stage)
    }

    fn word(&self, group: &str, word: &str) -> String {
        self.v.t(&format!("appointments-{group}-{word}")).into_owned()
    }

    fn filters(&self) -> String {
        format!("congress={}&stage={}&kind={}", self.congress, self.asked.stage, self.asked.kind)
    }
}

/// The colour of a stage.
pub fn tone(stage: &str) -> &'static str {
    match stage {
        "adopted" | "announced" | "lettered" | "sworn" | "filed" => "good",
        "submitted" | "examined" => "act",
        "listed" => "wait",
        "refused" => "bad",
        _ => "quiet",
    }
}

fn stages(v: &View) -> Options {
    let all = std::iter::once("open").chain(STAGES);
    all.map(|word| (word.to_owned(), v.t(&format!("appointments-stage-{word}")).into_owned())).collect()
}

async fn narrowed(site: &Site, actor: &Actor, wanted: &Wanted) -> Result<(Named, Narrow), Problem> {
    let place = super::place::seen(site, actor, &wanted.congress).await?;
    let sight = sight::of(&mut site.db(), actor, place.id).await?.ok_or_else(Problem::missing)?;
    let read = |text: &str| {
        if text == "open" { Some("open") } else { STAGES.into_iter().find(|word| *word == text) }
    };
    let stage = chosen("stage", &wanted.stage, read)?;
    let kind = chosen("kind", &wanted.kind, Kind::read)?.map(Kind::word);
    let narrow = Narrow { congress: place.id, sight, stage, kind };
    Ok((place, narrow))
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Answer {
    let (place, narrow) = narrowed(&site, &actor, &wanted).await?;
    let after = position(&wanted.after, &LATEST)?;
    let found = queries::lines(&mut site.db(), &narrow, after, LINES).await?;
    let same = format!("/appointments?congress={}&stage={}&kind={}", place.id, wanted.stage, wanted.kind);
    let template = List {
        v: &v,
        congress: place.id.to_string(),
        total: found.total,
        first: (!wanted.after.is_empty()).then(|| same.clone()),
        next: found.next.map(|next| format!("{same}&after={next}")),
        lines: found.items,
        kinds: words::<Kind>(&v),
        stages: stages(&v),
        asked: &wanted,
        sight: narrow.sight,
        exports: actor.may(Right::ExportTake, place.id).is_ok(),
        sums: actor.may(Right::AppointmentSums, place.id).is_ok(),
        name: place.name,
    };
    Ok(page(&template))
}

const COLUMNS: [&str; 9] = [
    "appointments-field-kind",
    "appointments-field-person",
    "appointments-field-seat",
    "appointments-field-proposer",
    "appointments-field-stage",
    "appointments-field-meets",
    "appointments-field-decided",
    "appointments-field-notice",
    "appointments-field-letter",
];

pub async fn export(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Answer {
    let place = super::place::seen(&site, &actor, &wanted.congress).await?;
    actor.may(Right::ExportTake, place.id)?;
    let (_, narrow) = narrowed(&site, &actor, &Wanted { congress: place.id.to_string(), ..wanted.like() }).await?;
    let kind = As::parse(&wanted.form).unwrap_or(As::Xlsx);
    let mut table = Export::begin(kind, v.language, COLUMNS.iter().map(|key| v.t(key)))?;
    for line in queries::register(&mut site.db(), &narrow).await? {
        let word = |group: &str, word: &str| v.t(&format!("appointments-{group}-{word}")).into_owned();
        let number = |year: Option<i64>, n: Option<i64>| match (year, n) {
            (Some(year), Some(n)) => crate::papers::numbered(appointments_rules::Number { year, n }, v.language),
            _ => String::new(),
        };
        let day = |day: Option<kernel::Day>| day.map(|day| day.to_string()).unwrap_or_default();
        let proposer = appointments_rules::Nominator::read(&line.proposer).map(|it| v.t(&it.key()).into_owned());
        let cells: [Cell; 9] = [
            word("kind", &line.kind).into(),
            line.person.into(),
            line.office.into(),
            proposer.unwrap_or_default().into(),
            word("stage", &line.stage).into(),
            day(line.meets).into(),
            day(line.decided).into(),
            number(line.notice_year, line.notice_n).into(),
            number(line.letter_year, line.letter_n).into(),
        ];
        table.row(&cells)?;
    }
    Ok(table.finish()?.response(&v.t("appointments-register"))?)
}

impl Wanted {
    fn like(&self) -> Self {
        Self { stage: self.stage.clone(), kind: self.kind.clone(), ..Self::default() }
    }
}
