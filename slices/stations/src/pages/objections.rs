//! 公示和异议: proposing stars, objecting to them, ruling on that; all on the page of the grading.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kit::{
    Problem, Site, View,
    web::{Form, done},
};
use stations_rules::GradeId;

use super::grades::{by_count, points, shown};
use crate::desk::{
    grade,
    objection::{self, StationObjectionWanted, StationRulingWanted},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

pub async fn propose(State(site): State<Site>, Extension(actor): Who, Path(id): Path<GradeId>, _form: Form) -> Answer {
    objection::propose(&site, &actor, id).await?;
    Ok(done(&format!("/stations/grades/{id}"), "stations-flash-proposed"))
}

pub async fn object(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<GradeId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (g, s) = grade::may(&site, &actor, id, Right::StationWork).await?;
    if let Some(words) = form.take("objection") {
        match objection::object(&site, &actor, id, &StationObjectionWanted { words }).await {
            Ok(()) => return Ok(done(&format!("/stations/grades/{id}"), "stations-flash-objected")),
            Err(problem) => form.keep("objection", problem)?,
        }
    }
    shown(&site, &actor, (&v, &form), (&g, &s)).await
}

/// Whether the station is right is told by which button was pressed.
pub async fn rule(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<GradeId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (g, s) = grade::may(&site, &actor, id, Right::StationGradeDecide).await?;
    let upheld = form.value("ruling") == "upheld";
    let (words, points) = (form.take("ruling-words"), points(&mut form, &by_count(&g)));
    if let (Some(words), Some(points)) = (words, points) {
        let wanted = StationRulingWanted { upheld, words, points: Some(points) };
        match objection::rule(&site, &actor, id, &wanted).await {
            Ok(()) => return Ok(done(&format!("/stations/grades/{id}"), "stations-flash-ruled")),
            Err(problem) => form.keep("ruling-words", problem)?,
        }
    }
    shown(&site, &actor, (&v, &form), (&g, &s)).await
}
