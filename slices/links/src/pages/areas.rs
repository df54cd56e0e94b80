//! An indicator summed up over the areas below: the administrative ones, or the functional ones.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::{AreaCode, Day, Level};
use kit::{
    Problem, Site, View,
    web::{Query, chosen, page},
};
use links_rules::{Ratio, Rolled};
use roster_views::place;
use serde::Deserialize;

use super::{
    coverage::{name, scope, share, tone},
    place::day,
};
use crate::{
    desk::indicator::{self as desk, Shown},
    queries::coverage::{self, AreaLine, Scope, Tree},
};

/// Where, when and along which tree.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
    area: String,
    day: String,
    tree: String,
}

#[derive(Template)]
#[template(path = "links/areas.html")]
struct Areas<'a> {
    v: &'a View,
    congress: String,
    key: &'a str,
    name: String,
    area: AreaCode,
    day: Day,
    tree: Tree,
    rolled: Rolled,
    lines: Vec<AreaLine>,
}

impl Areas<'_> {
    fn share(&self, ratio: &Ratio) -> String {
        share(*ratio)
    }

    fn tone(&self, ratio: &Ratio) -> &'static str {
        tone(*ratio)
    }

    fn opens(&self, line: &AreaLine) -> bool {
        self.tree == Tree::Administrative && line.code.level() < Level::Township
    }

    fn again(&self) -> String {
        self.v.tf("links-areas-again", [("count", self.rolled.again.whole.to_string())]).into_owned()
    }

    fn functional(&self) -> bool {
        self.tree == Tree::Functional
    }

    fn share_all(&self) -> String {
        share(self.rolled.total)
    }
}

/// An indicator every congress has: those of one congress's own are not summed up.
///
/// # Errors
/// Missing for any other.
pub fn common(shown: Shown) -> Result<Shown, Problem> {
    if shown.name.is_none() { Ok(shown) } else { Err(Problem::missing()) }
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(key): Path<String>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let place = place(&site, &actor, Right::CoverageSee, &wanted.congress).await?;
    let (Scope::Body(_, own) | Scope::Tree(own)) = scope(&site, place.id).await?;
    let area = chosen("area", &wanted.area, |raw| AreaCode::parse(raw).ok())?.unwrap_or(own);
    actor.may_see_below(Right::CoverageSums, &area)?;
    let shown = common(desk::find(&site, place.id, &key).await?)?;
    let day = day(&site, &wanted.day)?;
    let tree = chosen("tree", &wanted.tree, Tree::read)?.unwrap_or(Tree::Administrative);
    let mut look = site.db().look().await?;
    let (rolled, lines) = coverage::rolled_up(&mut look, shown.asked, &area, (tree, day)).await?;
    let template = Areas {
        v: &v,
        congress: place.id.to_string(),
        key: &key,
        name: name(&v, &shown),
        area,
        day,
        tree,
        rolled,
        lines,
    };
    Ok(page(&template))
}
