//! The deputies of one congress: for everybody those in office, for its office all.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, Query, State},
    response::Response,
};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    list::Cursor,
    sheets::Kind,
    web::{chosen, page},
};
use roster_rules::StandingName;
use serde::Deserialize;

use super::{address, options};
use crate::{
    desk,
    queries::{PAGE, deputies},
    sheet,
    store::{body, term},
    words,
};

/// The filters, as they stand in the address.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Filters {
    /// The word of a standing.
    state: String,
    /// A term; the running one when blank.
    term: String,
    /// A delegation.
    delegation: String,
    /// Where the page begins.
    after: String,
}

impl Filters {
    /// What is asked for, narrowed to what this reader may see.
    fn narrowed(&self, congress: BodyId, office: bool) -> Result<deputies::Filter, Problem> {
        let standing = chosen("state", &self.state, |state| state.parse().ok())?;
        let standing = if office { standing } else { Some(StandingName::InOffice) };
        let term = chosen("term", &self.term, |id| id.parse().ok())?;
        let delegation = chosen("delegation", &self.delegation, |id| id.parse().ok())?;
        Ok(deputies::Filter { congress, term, standing, delegation })
    }

    fn address(&self, path: &str, after: &str) -> String {
        let fields =
            [("state", self.state.as_str()), ("term", &self.term), ("delegation", &self.delegation), ("after", after)];
        address(path, &fields)
    }
}

#[derive(Template)]
#[template(path = "roster.html")]
struct List<'a> {
    v: &'a View,
    id: BodyId,
    name: String,
    asked: &'a Filters,
    office: bool,
    exports: bool,
    states: Vec<(String, String)>,
    delegations: Vec<(String, String)>,
    lines: Vec<deputies::Deputy>,
    total: i64,
    first: Option<String>,
    next: Option<String>,
    xlsx: String,
    csv: String,
}

/// The list.
///
/// # Errors
/// Missing when there is no such congress.
pub async fn list(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
    Query(asked): Query<Filters>,
) -> Result<Response, Problem> {
    let name = body::load(&mut site.db(), id).await?.ok_or_else(Problem::missing)?.body.name;
    let office = desk::allowed(&actor, Right::RosterRead, id).is_ok();
    let filter = asked.narrowed(id, office)?;
    let after = Some(asked.after.as_str()).filter(|after| !after.is_empty());
    let found = deputies::list(&mut site.db(), &filter, after, PAGE).await?;
    let path = format!("/congresses/{id}/deputies");
    let delegations = match term::current(&mut site.db(), id).await? {
        Some(running) => term::delegations(&mut site.db(), running.id).await?,
        None => Vec::new(),
    };
    Ok(page(&List {
        v: &v,
        id,
        name,
        office,
        exports: desk::allowed(&actor, Right::RosterExport, id).is_ok(),
        states: options(&v, StandingName::ALL.iter().map(|state| state.as_str()), |word| words::standing(word).1),
        delegations: delegations.into_iter().map(|place| (place.id.to_string(), place.name)).collect(),
        total: found.total,
        first: (!asked.after.is_empty()).then(|| asked.address(&path, "")),
        next: found.next.as_ref().map(Cursor::as_str).map(|after| asked.address(&path, after)),
        xlsx: asked.address(&format!("{path}/xlsx"), ""),
        csv: asked.address(&format!("{path}/csv"), ""),
        asked: &asked,
        lines: found.items,
    }))
}

/// The whole filtered list as a table; nothing sealed.
///
/// # Errors
/// Refused to those who may not take exports of this congress.
pub async fn export(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path((id, kind)): Path<(BodyId, String)>,
    Query(asked): Query<Filters>,
) -> Result<Response, Problem> {
    desk::allowed(&actor, Right::RosterExport, id)?;
    let kind = Kind::parse(&kind).ok_or_else(Problem::missing)?;
    let name = body::load(&mut site.db(), id).await?.ok_or_else(Problem::missing)?.body.name;
    let table = sheet::deputies(&site, kind, v.language, &asked.narrowed(id, true)?).await?;
    Ok(table.response(&format!("{name}{}", v.t("roster-list-title")))?)
}
