//! Areas: what lies where, which bodies it has, its villages.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use kernel::{AreaCode, Level};
use kit::{Problem, Site, View, web::page};

use crate::queries::{
    directory::{self, BodyLine},
    places::{self, AreaLine},
};

#[derive(Template)]
#[template(path = "area.html")]
struct Show<'a> {
    v: &'a View,
    way: Vec<AreaLine>,
    inside: Vec<AreaLine>,
    organs: Vec<BodyLine>,
    villages: Vec<(AreaCode, String)>,
}

/// The top of the tree.
///
/// # Errors
/// When the database refuses.
pub async fn top(State(site): State<Site>, v: View) -> Result<Response, Problem> {
    let inside = places::inside(&mut site.db(), None).await?;
    Ok(page(&Show { v: &v, way: Vec::new(), inside, organs: Vec::new(), villages: Vec::new() }))
}

/// One area.
///
/// # Errors
/// Missing when there is no such area.
pub async fn show(State(site): State<Site>, v: View, Path(code): Path<String>) -> Result<Response, Problem> {
    let code = AreaCode::parse(&code).map_err(|_| Problem::missing())?;
    let way = places::way_to(&mut site.db(), &code).await?;
    if way.last().is_none_or(|last| last.code != code) {
        return Err(Problem::missing());
    }
    let filter = directory::Filter { area: Some(code.clone()), exactly: true, ..directory::Filter::default() };
    let organs = directory::list(&mut site.db(), &filter, None, 100).await?.items;
    let villages =
        if code.level() == Level::Township { places::villages(&mut site.db(), &code).await? } else { Vec::new() };
    let inside = places::inside(&mut site.db(), Some(&code)).await?;
    Ok(page(&Show { v: &v, way, inside, organs, villages }))
}
