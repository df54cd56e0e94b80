//! What a deputy does: takes leave, asks for a swap, answers one, takes the turns into a calendar.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use duty_rules::{LeaveId, SeatId, SwapId, SwapStage};
use kernel::Text;
use kit::{
    Problem, Site, View,
    web::{Form, done, page, page_with},
};

use super::home;
use crate::{
    desk::{
        leave::{self, LeaveWanted},
        swap::{self, SwapWanted},
    },
    ics,
    queries::{
        mine::{self, OwnLine},
        turns,
    },
    sight, store,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

pub async fn leave(State(site): State<Site>, Extension(actor): Who, v: View, mut form: Form) -> Answer {
    sight::own(&actor)?;
    let (since, until, reason) = (form.take("since"), form.take("until"), form.take("reason"));
    let (Some(since), Some(until), Some(reason)) = (since, until, reason) else {
        return home::sheet(&site, &actor, &v, &form, "").await;
    };
    let once = form.once("/duty/leaves")?;
    match leave::take(&site, &actor, &LeaveWanted { since, until, reason }, &once).await {
        Ok(_) => Ok(done("/duty", "duty-flash-leave")),
        Err(problem) => {
            form.keep("since", problem)?;
            home::sheet(&site, &actor, &v, &form, "").await
        }
    }
}

pub async fn end_leave(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<LeaveId>,
    _form: Form,
) -> Answer {
    leave::end(&site, &actor, id).await?;
    Ok(done("/duty", "duty-flash-leave-ended"))
}

#[derive(Template)]
#[template(path = "duty/seat.html")]
struct Seat<'a> {
    v: &'a View,
    f: &'a Form,
    line: OwnLine,
    others: Vec<(String, String)>,
}

/// The form that asks another to take a turn.
async fn swap_sheet(site: &Site, actor: &Actor, v: &View, f: &Form, id: SeatId) -> Answer {
    let person = sight::own(actor)?;
    let mut look = site.db().look().await?;
    let seat =
        store::read_seat(&mut look, id).await?.filter(|seat| seat.person == person).ok_or_else(Problem::missing)?;
    let turn = store::read_turn(&mut look, seat.turn).await?.ok_or_else(Problem::missing)?;
    let line = mine::turns(&mut look, person, (turn.day, turn.day)).await?.into_iter().find(|line| line.seat == id);
    let people = turns::people(&mut look, turn.station, turn.day).await?;
    let others = people.into_iter().filter(|it| it.id != person).map(|it| (it.id.to_string(), it.name)).collect();
    let template = Seat { v, f, line: line.ok_or_else(Problem::missing)?, others };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

pub async fn seat(State(site): State<Site>, Extension(actor): Who, Path(id): Path<SeatId>, v: View) -> Answer {
    swap_sheet(&site, &actor, &v, &Form::blank(&v), id).await
}

pub async fn ask(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SeatId>,
    v: View,
    mut form: Form,
) -> Answer {
    let person = sight::own(&actor)?;
    let seat = store::read_seat(&mut site.db(), id).await?;
    seat.filter(|seat| seat.person == person).ok_or_else(Problem::missing)?;
    let (to, words) = (form.take("to"), form.maybe::<Text<200>>("words"));
    let Some(to) = to.filter(|_| !form.has_errors()) else {
        return swap_sheet(&site, &actor, &v, &form, id).await;
    };
    let once = form.once(&format!("/duty/seats/{id}/swaps"))?;
    match swap::ask(&site, &actor, id, &SwapWanted { to, words }, &once).await {
        Ok(_) => Ok(done("/duty", "duty-flash-swap-asked")),
        Err(problem) => {
            form.keep("to", problem)?;
            swap_sheet(&site, &actor, &v, &form, id).await
        }
    }
}

/// The answer an address names.
pub fn answered(word: &str) -> Option<(SwapStage, &'static str)> {
    match word {
        "acceptance" => Some((SwapStage::Accepted, "duty-flash-swap-accepted")),
        "refusal" => Some((SwapStage::Declined, "duty-flash-swap-declined")),
        "withdrawal" => Some((SwapStage::Withdrawn, "duty-flash-swap-withdrawn")),
        _ => None,
    }
}

pub async fn answer(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, word)): Path<(SwapId, String)>,
    form: Form,
) -> Answer {
    let (stage, flash) = answered(&word).ok_or_else(Problem::missing)?;
    swap::answer(&site, &actor, id, stage).await?;
    let back = form.value("station").parse::<duty_rules::StationId>().ok();
    Ok(done(&back.map_or_else(|| "/duty".to_owned(), |station| format!("/duty/stations/{station}")), flash))
}

pub async fn calendar(State(site): State<Site>, Extension(actor): Who, v: View) -> Answer {
    let person = sight::own(&actor)?;
    let (from, to) = (site.today().plus_days(-31), site.today().plus_days(366));
    let lines = mine::turns(&mut site.db(), person, (from, to)).await?;
    let entry = |line: OwnLine| ics::Entry {
        uid: format!("{}@lianluo", line.seat),
        day: line.day,
        begins: line.begins,
        ends: line.ends,
        title: v.tf("duty-calendar-title", [("station", line.name)]).into_owned(),
        place: line.place,
    };
    Ok(ics::response(&lines.into_iter().map(entry).collect::<Vec<_>>(), site.now()))
}
