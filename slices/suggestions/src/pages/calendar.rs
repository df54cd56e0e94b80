//! 放假安排: the days of a year, and new ones laid after a look at the due days they would move.

use accounts_rules::Actor;
use askama::Template;
use axum::{Extension, extract::State, http::StatusCode, response::Response};
use kernel::Day;
use kit::{
    Problem, Site, View,
    web::{Form, Query, Wrong, chosen, done, page, page_with},
};
use serde::Deserialize;
use suggestions_rules::{Published, Unfit};

use super::rules::title;
use crate::desk::holidays::{self, Move, Moves};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Which year.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    year: String,
}

/// A day that a notice moved, as shown.
struct Kept {
    day: Day,
    working: bool,
    occasion: String,
    source: String,
}

#[derive(Template)]
#[template(path = "suggestions/calendar.html")]
struct Calendar<'a> {
    v: &'a View,
    f: &'a Form,
    year: i16,
    published: bool,
    days: Vec<Kept>,
    looked: Option<Moves>,
    moves: Vec<(String, Move)>,
}

/// The year an address names.
pub(crate) fn year(site: &Site, text: &str) -> Result<i16, Problem> {
    let year = chosen("year", text, |raw| raw.parse().ok().filter(|year| (1990..=2100).contains(year)))?;
    Ok(year.unwrap_or_else(|| site.today().parts().0))
}

fn render(site: &Site, v: &View, f: &Form, year: i16, looked: Option<Moves>) -> Response {
    let calendar = site.calendar();
    let of_year = calendar.exceptions().filter(|(day, _)| day.parts().0 == year);
    let kept = of_year.map(|(day, it)| Kept {
        day,
        working: it.working,
        occasion: it.occasion.clone(),
        source: it.source.clone(),
    });
    let moves = looked.iter().flat_map(|looked| &looked.moves);
    let template = Calendar {
        v,
        f,
        year,
        published: calendar.knows_year(year),
        days: kept.collect(),
        moves: moves.map(|it| (title(v, &it.limit), it.clone())).collect(),
        looked,
    };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) }
}

pub async fn show(State(site): State<Site>, Extension(actor): Who, Query(wanted): Query<Wanted>, v: View) -> Answer {
    holidays::keeps(&actor)?;
    let year = year(&site, &wanted.year)?;
    Ok(render(&site, &v, &Form::blank(&v), year, None))
}

/// Looked at first; laid with the button on the page that shows what would move.
pub async fn lay(State(site): State<Site>, Extension(actor): Who, v: View, mut form: Form) -> Answer {
    holidays::keeps(&actor)?;
    let Some(days) = days(&mut form) else {
        return Ok(render(&site, &v, &form, site.today().parts().0, None));
    };
    let year = days.last().map_or_else(|| site.today().parts().0, |it| it.day.parts().0);
    if form.value("then") == "lay" {
        holidays::lay(&site, &actor, &days).await?;
        return Ok(done(&format!("/calendar?year={year}"), "suggestions-flash-calendar-laid"));
    }
    let looked = holidays::preview(&site, &actor, &days).await?;
    // What came as a file is carried on as text.
    let form = Form::blank(&v).with("days", Published::file(&days));
    Ok(render(&site, &v, &form, year, Some(looked)))
}

/// The days of the file, where one was sent, or of the field.
fn days(form: &mut Form) -> Option<Vec<Published>> {
    let sent = form.files("file").next().map(|file| String::from_utf8(file.bytes.to_vec()));
    let read = match sent {
        Some(Err(_)) => {
            form.refuse("file", Wrong::new("suggestions-wrong-calendar-file"));
            return None;
        }
        Some(Ok(text)) => Published::lines(text.trim_start_matches('\u{feff}')),
        None => Published::lines(form.value("days")),
    };
    match read {
        Ok(days) => return Some(days),
        Err(Unfit::Line(line)) => form.refuse("days", Wrong::new("suggestions-wrong-calendar-line").with("line", line)),
        Err(Unfit::Count) => form.refuse("days", Wrong::new("suggestions-wrong-calendar-count")),
    }
    None
}
