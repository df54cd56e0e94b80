//! 接待日 of a station.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use duty_rules::{Meets, PatternId, Shift, StationId};
use kit::{
    Problem, Site, View,
    web::{Form, done, page, page_with},
};

use super::{numbers, small};
use crate::{
    desk::pattern::{self, PatternWanted},
    sight::{self, StationRow},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "duty/pattern.html")]
struct Sheet<'a> {
    v: &'a View,
    f: &'a Form,
    station: StationRow,
    kinds: Vec<(&'static str, String)>,
    shifts: Vec<(&'static str, String)>,
}

fn sheet(v: &View, f: &Form, station: StationRow) -> Response {
    let word = |family: &str, word: &'static str| (word, v.t(&format!("duty-{family}-{word}")).into_owned());
    let kinds = Meets::KINDS.map(|it| word("kind", it)).into();
    let shifts = Shift::ALL.map(|it| word("shift", it.word())).into();
    let template = Sheet { v, f, station, kinds, shifts };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) }
}

pub async fn show(State(site): State<Site>, Extension(actor): Who, Path(id): Path<StationId>, v: View) -> Answer {
    let station = sight::kept(&site, &mut site.db(), &actor, id).await?;
    let f = Form::blank(&v).with("since", site.today()).with("begins", "09:00").with("ends", "11:00");
    Ok(sheet(&v, &f.with("deputies", 2).with("shift", "next").with("meets", "monthday"), station))
}

pub async fn make(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<StationId>,
    v: View,
    mut form: Form,
) -> Answer {
    let station = sight::kept(&site, &mut site.db(), &actor, id).await?;
    let Some(wanted) = typed(&mut form) else { return Ok(sheet(&v, &form, station)) };
    let once = form.once(&format!("/duty/stations/{id}/patterns"))?;
    match pattern::make(&site, &actor, id, &wanted, &once).await {
        Ok(_) => Ok(done(&format!("/duty/stations/{id}"), "duty-flash-pattern")),
        Err(problem) => {
            form.keep("meets", problem)?;
            Ok(sheet(&v, &form, station))
        }
    }
}

fn typed(form: &mut Form) -> Option<PatternWanted> {
    let meets = form.choice("meets", |raw| Meets::KINDS.contains(&raw).then(|| raw.to_owned()));
    let (numbers, weeks, months) = (numbers(form, "numbers"), numbers(form, "weeks"), numbers(form, "months"));
    let (begins, ends) = (form.take::<String>("begins"), form.take::<String>("ends"));
    let deputies = small(form, "deputies");
    let shift = form.choice("shift", Shift::read);
    let since = form.take("since");
    if form.has_errors() {
        return None;
    }
    Some(PatternWanted {
        meets: meets?,
        numbers,
        weeks,
        months,
        begins: begins?,
        ends: ends?,
        deputies: deputies?,
        shift: shift?,
        since: since?,
    })
}

/// Ends a pattern: today is its last day.
pub async fn end(State(site): State<Site>, Extension(actor): Who, Path(id): Path<PatternId>, _form: Form) -> Answer {
    let station = pattern::end(&site, &actor, id, site.today()).await?;
    Ok(done(&format!("/duty/stations/{station}"), "duty-flash-pattern-ended"))
}
