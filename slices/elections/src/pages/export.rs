//! Candidates, and districts with voters and rounds, as tables.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use elections_rules::election::ElectionId;
use kit::{
    Problem, Site, View,
    sheets::{Cell, Export, Kind as As},
    web::{Query, chosen},
};
use law_rules::Word as _;
use serde::Deserialize;

use crate::{
    desk,
    queries::{self, Part, Whole},
    store::Candidate,
};

/// What, and as what.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct AsWhat {
    what: String,
    #[serde(rename = "as")]
    kind: String,
}

const CANDIDATES: [&str; 15] = [
    "elections-field-district",
    "elections-field-name",
    "elections-field-sex",
    "elections-field-ethnicity",
    "elections-field-birth",
    "elections-field-party",
    "elections-field-education",
    "elections-field-sector",
    "elections-field-note",
    "elections-field-origin",
    "elections-field-proposer",
    "elections-field-signers",
    "elections-field-formal",
    "elections-field-preliminary",
    "elections-field-result",
];

const DISTRICTS: [&str; 12] = [
    "elections-field-district",
    "elections-field-seats",
    "elections-field-voters",
    "elections-field-stations",
    "elections-posting-voter-list",
    "elections-posting-first-list",
    "elections-posting-formal-list",
    "elections-field-voted",
    "elections-field-ballots",
    "elections-field-invalid",
    "elections-field-proxied",
    "elections-field-mobile",
];

fn candidate(v: &View, part: &Part, one: &Candidate) -> Vec<Cell> {
    let marks = part.rounds.iter().flat_map(|(_, marks)| marks).filter(|mark| mark.candidate == one.id);
    let result: Vec<String> = marks.map(|mark| format!("{} {}", mark.votes, v.t(&mark.place.key()))).collect();
    let formal = if one.formal { v.t("kit-yes").into_owned() } else { String::new() };
    vec![
        part.district.name.as_str().into(),
        one.name.as_str().into(),
        one.basics.sex.map(|sex| v.t(&sex.key()).into_owned()).into(),
        one.basics.ethnicity.as_ref().map(ToString::to_string).into(),
        one.basics.born.map(|born| born.to_string()).into(),
        one.basics.party.as_ref().map(ToString::to_string).into(),
        one.basics.education.as_ref().map(ToString::to_string).into(),
        one.basics.sector.map(|sector| v.t(&sector.key()).into_owned()).into(),
        one.note.as_ref().map(ToString::to_string).into(),
        v.t(&one.origin.key()).into_owned().into(),
        one.proposer.as_ref().map(ToString::to_string).into(),
        one.signers.into(),
        formal.into(),
        one.preliminary.into(),
        result.join("；").into(),
    ]
}

fn district(part: &Part) -> Vec<Cell> {
    let it = &part.district;
    let figures = part.rounds.first().map(|(round, _)| round.figures).filter(|figures| figures.registered > 0);
    let mut cells: Vec<Cell> = vec![it.name.as_str().into(), it.seats.into(), it.voters.into(), it.stations.into()];
    cells.extend(it.posted().map(Cell::from));
    let told = |figure: fn(elections_rules::election::Figures) -> u32| Cell::from(figures.map(figure));
    cells.extend([told(|it| it.voted), told(|it| it.ballots), told(|it| it.invalid)]);
    cells.extend([told(|it| it.proxied), told(|it| it.mobile)]);
    cells
}

pub async fn export(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<ElectionId>,
    Query(wanted): Query<AsWhat>,
    v: View,
) -> Result<Response, Problem> {
    let it = desk::of(&site, &actor, id).await?;
    actor.may(Right::ExportTake, it.congress)?;
    let of_districts = chosen("what", &wanted.what, |word| match word {
        "candidates" => Some(false),
        "districts" => Some(true),
        _ => None,
    })?;
    let around: Whole = queries::whole(&mut site.db(), &it).await?;
    let kind = As::parse(&wanted.kind).unwrap_or(As::Xlsx);
    let titles: &[&str] = if of_districts == Some(true) { &DISTRICTS } else { &CANDIDATES };
    let mut table = Export::begin(kind, v.language, titles.iter().map(|key| v.t(key)))?;
    for part in &around.parts {
        if of_districts == Some(true) {
            table.row(&district(part))?;
        } else {
            for one in &part.candidates {
                table.row(&candidate(&v, part, one))?;
            }
        }
    }
    Ok(table.finish()?.response(it.title.as_str())?)
}
