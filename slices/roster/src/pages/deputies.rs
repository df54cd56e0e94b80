//! Finding a deputy: for everybody, public facts of deputies in office.

use std::collections::HashMap;

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use kernel::{AreaCode, PersonId};
use kit::{
    Problem, Site, View,
    list::Cursor,
    web::{chosen, page},
};
use roster_rules::{RoleName, StandingName, typed};
use serde::Deserialize;

use super::{address, options};
use crate::{
    queries::{PAGE, counted, people, places, seats},
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
    roles: Vec<(String, String)>,
    way: Vec<places::AreaLine>,
    inside: Vec<places::AreaLine>,
    lines: Vec<(people::Line, Vec<seats::SeatLine>)>,
    total: String,
    first: Option<String>,
    next: Option<String>,
}

/// The list.
///
/// # Errors
/// When the database refuses.
pub async fn list(State(site): State<Site>, v: View, Query(asked): Query<Filters>) -> Result<Response, Problem> {
    let area = chosen("area", &asked.area, |code| AreaCode::parse(code).ok())?;
    let filter = people::Filter {
        typed: typed(&asked.q),
        area: area.clone(),
        role: chosen("role", &asked.role, |role| role.parse::<RoleName>().ok())?,
        standing: Some(StandingName::InOffice),
        congress: None,
    };
    let after = Some(asked.after.as_str()).filter(|after| !after.is_empty());
    let found = people::search(&mut site.db(), &filter, after, PAGE).await?;
    let ids: Vec<PersonId> = found.items.iter().map(|line| line.id).collect();
    let mut by_person: HashMap<PersonId, Vec<seats::SeatLine>> = HashMap::new();
    for seat in seats::of_people(&mut site.db(), ids).await? {
        if seat.state == "in_office" {
            by_person.entry(seat.person).or_default().push(seat);
        }
    }
    let at = |after: &str| {
        address("/deputies", &[("q", &asked.q), ("area", &asked.area), ("role", &asked.role), ("after", after)])
    };
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
    let roles = options(&v, RoleName::ALL.iter().map(|role| role.as_str()), words::role);
    let lines = lines.collect();
    Ok(page(&List { v: &v, asked: &asked, roles, way, inside, lines, total: counted(found.total), first, next }))
}
