//! 公示和异议: the office shows the stars it means to give, the station may object once, and who publishes rules on that.

use accounts_rules::{Actor, Right};
use kernel::{Due, Span, Text};
use kit::{Problem, Site};
use serde::{Deserialize, Serialize};
use stations_rules::{Fact, GradeId, GradeStage};
use utoipa::ToSchema;

use super::{
    grade::{take, weigh},
    refused,
};

/// What a station says against it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StationObjectionWanted {
    /// Which points, and why; at most 1,000 characters.
    #[schema(value_type = String)]
    pub words: Text<1000>,
}

/// How the objection is ruled.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StationRulingWanted {
    /// Whether the station is right.
    pub upheld: bool,
    /// The reason, at most 1,000 characters.
    #[schema(value_type = String)]
    pub words: Text<1000>,
    /// Where it is right: the points now, for each indicator of the sheet, in order. Without, those given stand, and what is counted is
    /// counted anew.
    #[serde(default)]
    pub points: Option<Vec<u16>>,
}

/// Shows the stars that are to be published.
///
/// # Errors
/// When the office has not looked at it.
pub async fn propose(site: &Site, actor: &Actor, id: GradeId) -> Result<(), Problem> {
    let (mut work, mut grade) = take(site, actor, id, Right::StationGradeDecide, &[GradeStage::Reviewed]).await?;
    let days = Span::WorkingDays(grade.scheme.sheet.objection.into());
    let until = Due::count(&site.calendar(), site.today(), days).day;
    (grade.stage, grade.until) = (GradeStage::Proposed, Some(until));
    crate::store::save_grade(&mut work.tx, &grade).await?;
    let stars = grade.stars.and_then(|stars| u8::try_from(stars).ok()).unwrap_or(0);
    work.fact(Fact::GradeProposed { grade: id, stars, until }).await?;
    work.finish().await.map(drop)
}

/// The station objects.
///
/// # Errors
/// When nothing is proposed, the days are over, or it did before.
pub async fn object(site: &Site, actor: &Actor, id: GradeId, wanted: &StationObjectionWanted) -> Result<(), Problem> {
    let (mut work, mut grade) = take(site, actor, id, Right::StationWork, &[GradeStage::Proposed]).await?;
    grade.stands().objects(site.today()).map_err(refused)?;
    grade.stage = GradeStage::Objected;
    grade.objection = wanted.words.to_string();
    crate::store::save_grade(&mut work.tx, &grade).await?;
    work.fact(Fact::GradeObjected { grade: id }).await?;
    work.finish().await.map(drop)
}

/// Rules on an objection; the stars can be published then.
///
/// # Errors
/// When none waits, or the points do not stand in the sheet.
pub async fn rule(site: &Site, actor: &Actor, id: GradeId, wanted: &StationRulingWanted) -> Result<(), Problem> {
    let (mut work, mut grade) = take(site, actor, id, Right::StationGradeDecide, &[GradeStage::Objected]).await?;
    if wanted.upheld {
        let given = grade.given.iter().map(|one| one.points.unwrap_or(0)).collect();
        let points: Vec<u16> = wanted.points.clone().unwrap_or(given);
        weigh(&mut work, &mut grade, &points).await?;
    }
    (grade.stage, grade.upheld) = (GradeStage::Ruled, Some(wanted.upheld));
    grade.ruling = wanted.words.to_string();
    crate::store::save_grade(&mut work.tx, &grade).await?;
    let (total, stars) =
        (grade.total.unwrap_or(0), grade.stars.and_then(|stars| u8::try_from(stars).ok()).unwrap_or(0));
    work.fact(Fact::GradeRuled { grade: id, upheld: wanted.upheld, total, stars }).await?;
    work.finish().await.map(drop)
}
