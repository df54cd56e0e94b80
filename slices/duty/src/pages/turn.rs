//! One turn: who is on it, who was there, what was changed by hand.

#![expect(clippy::cmp_owned, reason = "a comparison in the page, as askama writes it")]

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use duty_rules::{Mark, TurnId};
use kernel::Day;
use kit::{
    Problem, Site, View,
    web::{Form, done, page, page_with},
};

use crate::{
    desk::{
        attend::{self, MarkWanted},
        turn::{self, ChangeWanted},
    },
    queries::turns::{self, ChangeLine, Turn},
    sight::{Sight, StationRow},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "duty/turn.html")]
struct Sheet<'a> {
    v: &'a View,
    f: &'a Form,
    turn: Turn,
    station: StationRow,
    sight: Sight,
    today: Day,
    changes: Vec<ChangeLine>,
    there: Vec<(String, String)>,
    others: Vec<(String, String)>,
}

impl Sheet<'_> {
    fn weekday(&self) -> String {
        self.v.t(&format!("duty-weekday-{}", self.turn.line.day.weekday())).into_owned()
    }
}

async fn sheet(site: &Site, actor: &Actor, (v, f): (&View, &Form), id: TurnId) -> Answer {
    let mut look = site.db().look().await?;
    let (row, station, sight) = turn::seen(&mut look, actor, id, site.today()).await?;
    let turn = turns::one(&mut look, id).await?.ok_or_else(Problem::missing)?;
    let changes = if sight.works { turns::changes(&mut look, id).await? } else { vec![] };
    let people = turns::people(&mut look, row.station, row.day).await?;
    let there = turn.seats.iter().map(|seat| (seat.person.to_string(), seat.name.clone())).collect();
    let others = people.into_iter().filter(|it| turn.seats.iter().all(|seat| seat.person != it.id));
    let others = others.map(|it| (it.id.to_string(), it.name)).collect();
    let template = Sheet { v, f, turn, station, sight, today: site.today(), changes, there, others };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

pub async fn show(State(site): State<Site>, Extension(actor): Who, Path(id): Path<TurnId>, v: View) -> Answer {
    sheet(&site, &actor, (&v, &Form::blank(&v)), id).await
}

pub async fn mark(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<TurnId>,
    v: View,
    mut form: Form,
) -> Answer {
    turn::kept(&site, &actor, id).await?;
    let (person, mark) = (form.take("person"), form.choice("mark", Mark::read));
    let (Some(person), Some(mark)) = (person, mark) else {
        return sheet(&site, &actor, (&v, &form), id).await;
    };
    attend::by_hand(&site, &actor, id, form.seen()?, MarkWanted { person, mark }).await?;
    Ok(done(&format!("/duty/turns/{id}"), "duty-flash-marked"))
}

pub async fn change(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<TurnId>,
    v: View,
    mut form: Form,
) -> Answer {
    turn::kept(&site, &actor, id).await?;
    let (gone, came, reason) = (form.maybe("gone"), form.maybe("came"), form.take("reason"));
    let Some(reason) = reason.filter(|_| !form.has_errors()) else {
        return sheet(&site, &actor, (&v, &form), id).await;
    };
    match turn::change(&site, &actor, id, form.seen()?, &ChangeWanted { gone, came, reason }).await {
        Ok(()) => Ok(done(&format!("/duty/turns/{id}"), "duty-flash-changed")),
        Err(problem) => {
            form.keep("came", problem)?;
            sheet(&site, &actor, (&v, &form), id).await
        }
    }
}
