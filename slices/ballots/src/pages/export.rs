//! A result as a table.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use ballots_rules::paper::RoundId;
use kit::{
    Problem, Site, View,
    sheets::{Cell, Export, Kind as As},
    web::Query,
};
use serde::Deserialize;

use crate::{
    desk, queries,
    result::{mark_keys, tell},
};

/// As what.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct AsWhat {
    #[serde(rename = "as")]
    kind: String,
}

/// The columns before the figures.
const COLUMNS: [&str; 3] = ["ballots-field-name", "ballots-field-note", "ballots-mark-written-in"];

pub async fn export(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<RoundId>,
    Query(wanted): Query<AsWhat>,
    v: View,
) -> Result<Response, Problem> {
    let (item, round, _) = desk::round::of(&site, &actor, id).await?;
    actor.may(Right::ExportTake, item.congress)?;
    let around = queries::around(&mut site.db(), &item, &round).await?;
    let result = around.announced().ok_or_else(Problem::missing)?;
    let kind = As::parse(&wanted.kind).unwrap_or(As::Xlsx);
    let keys = COLUMNS.into_iter().chain(mark_keys(round.spec.kind)).chain(["ballots-field-standing"]);
    let mut table = Export::begin(kind, v.language, keys.map(|key| v.t(key)))?;
    for line in tell(&round, result, v.language).lines {
        let written = if line.written_in { v.t("kit-yes").into_owned() } else { String::new() };
        let marks = [line.line.approve, line.line.against, line.line.abstain, line.line.unclear].map(Cell::from);
        let mut cells: Vec<Cell> = vec![line.name.into(), line.note.into(), written.into()];
        cells.extend(marks);
        cells.push(line.said.into());
        table.row(&cells)?;
    }
    Ok(table.finish()?.response(item.title.as_str())?)
}
