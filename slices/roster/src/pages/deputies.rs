//! Finding a deputy: for everybody, public facts of deputies in office.

use std::collections::HashMap;

use accounts_rules::{Actor, NotAllowed, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, Query, State},
    response::Response,
};
use kernel::{AreaCode, BodyId, PersonId};
use kit::{
    Problem, Site, View,
    db::Ask,
    list::Cursor,
    sheets::Kind,
    web::{Errors, Wrong, chosen, page},
};
use roster_rules::{BodyKind, CongressLevel, RoleName, StandingName, seated, typed};
use serde::Deserialize;

use super::{address, options, signed_in};
use crate::{
    desk,
    queries::{PAGE, counted, directory, people, places, seats},
    sheet,
    store::body,
    words,
};

/// The filters, as they stand in the address.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Filters {
    /// Name, sound or initials.
    q: String,
    /// The code of an area.
    area: String,
    /// The word of a level.
    level: String,
    /// A congress, its standing committee or its presidium.
    body: String,
    /// The word of a role.
    role: String,
    /// Where the page begins.
    after: String,
}

#[derive(Template)]
#[template(path = "deputies.html")]
struct List<'a> {
    v: &'a View,
    asked: &'a Filters,
    levels: Vec<(String, String)>,
    bodies: Vec<(String, String)>,
    roles: Vec<(String, String)>,
    way: Vec<places::AreaLine>,
    inside: Vec<places::AreaLine>,
    lines: Vec<(people::Line, Vec<seats::SeatLine>)>,
    total: String,
    first: Option<String>,
    next: Option<String>,
    exports: Option<(String, String)>,
}

impl Filters {
    /// What is asked for: deputies in office.
    async fn filter(&self, ask: &mut impl Ask) -> Result<people::Filter, Problem> {
        let filter = people::Filter {
            typed: typed(&self.q),
            area: chosen("area", &self.area, |code| AreaCode::parse(code).ok())?,
            level: chosen("level", &self.level, |level| level.parse::<CongressLevel>().ok())?,
            role: chosen("role", &self.role, |role| role.parse::<RoleName>().ok())?,
            standing: Some(StandingName::InOffice),
            ..people::Filter::default()
        };
        filter.within(ask, chosen("body", &self.body, |id| id.parse().ok())?).await
    }

    fn address(&self, path: &str, after: &str) -> String {
        let fields = [("q", &*self.q), ("area", &*self.area), ("level", &*self.level), ("body", &*self.body)];
        address(path, &[&fields[..], &[("role", &*self.role), ("after", after)]].concat())
    }
}

/// The bodies deputies sit in that can be chosen: those of the area, and the one that is chosen.
async fn bodies(
    site: &Site,
    areas: impl Iterator<Item = AreaCode>,
    chosen: &str,
) -> Result<Vec<(String, String)>, Problem> {
    let mut found = Vec::new();
    for area in areas {
        let filter = directory::Filter { area: Some(area), exactly: true, ..directory::Filter::default() };
        let here = directory::list(&mut site.db(), &filter, None, PAGE).await?.items.into_iter();
        let sat_in = here.filter(|body| body.kind.parse().is_ok_and(|kind: BodyKind| seated(kind).is_some()));
        found.extend(sat_in.map(|body| (body.id.to_string(), body.name)));
    }
    if let Ok(id) = chosen.parse::<BodyId>()
        && found.iter().all(|(known, _)| known != chosen)
        && let Some(kept) = body::load(&mut site.db(), id).await?
    {
        found.push((id.to_string(), kept.body.name));
    }
    Ok(found)
}

/// The list.
///
/// # Errors
/// When the database refuses.
pub async fn list(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Query(asked): Query<Filters>,
) -> Result<Response, Problem> {
    let filter = asked.filter(&mut site.db()).await?;
    let area = filter.area.clone();
    let after = Some(asked.after.as_str()).filter(|after| !after.is_empty());
    let found = people::search(&mut site.db(), &filter, after, PAGE).await?;
    let ids: Vec<PersonId> = found.items.iter().map(|line| line.id).collect();
    let mut by_person: HashMap<PersonId, Vec<seats::SeatLine>> = HashMap::new();
    for seat in seats::of_people(&mut site.db(), ids).await? {
        if seat.state == "in_office" {
            by_person.entry(seat.person).or_default().push(seat);
        }
    }
    let at = |after: &str| asked.address("/deputies", after);
    let (next, first) = (found.next.as_ref().map(Cursor::as_str).map(at), (!asked.after.is_empty()).then(|| at("")));
    let way = match &area {
        Some(area) => places::way_to(&mut site.db(), area).await?,
        None => Vec::new(),
    };
    let inside = places::inside(&mut site.db(), area.as_ref()).await?;
    let lines = found.items.into_iter().map(|line| {
        let seats = by_person.remove(&line.id).unwrap_or_default();
        (line, seats)
    });
    let areas: Vec<AreaCode> = match area {
        Some(area) => vec![area],
        None => inside.iter().map(|area| area.code.clone()).collect(),
    };
    let bodies = bodies(&site, areas.into_iter(), &asked.body).await?;
    let exports = filter.congress.filter(|congress| desk::allowed(&actor, Right::RosterExport, *congress).is_ok());
    let exports = exports.map(|_| (asked.address("/deputies/xlsx", ""), asked.address("/deputies/csv", "")));
    let roles = options(&v, RoleName::ALL.iter().map(|role| role.as_str()), words::role);
    let levels = options(&v, CongressLevel::ALL.iter().map(|level| level.as_str()), words::level);
    let lines = lines.collect();
    Ok(page(&List {
        v: &v,
        asked: &asked,
        levels,
        bodies,
        roles,
        way,
        inside,
        lines,
        total: counted(found.total),
        first,
        next,
        exports,
    }))
}

/// What was found within one congress as a table; nothing sealed.
///
/// # Errors
/// Refused to those who may not take exports of that congress; beside `body`, when none is chosen.
pub async fn export(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(kind): Path<String>,
    Query(asked): Query<Filters>,
) -> Result<Response, Problem> {
    signed_in(&actor)?;
    if !actor.holds(Right::RosterExport) {
        return Err(NotAllowed::NoPost.refused(Right::RosterExport).into());
    }
    let kind = Kind::parse(&kind).ok_or_else(Problem::missing)?;
    let filter = asked.filter(&mut site.db()).await?;
    let congress = filter.congress.ok_or_else(|| Errors::one("body", Wrong::new("roster-wrong-export-body")))?;
    desk::allowed(&actor, Right::RosterExport, congress)?;
    let table = sheet::found(&site, kind, v.language, &filter).await?;
    Ok(table.response(&v.t("roster-deputies-title"))?)
}
