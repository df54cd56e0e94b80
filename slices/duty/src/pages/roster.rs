//! One roster: a draft that is looked over, or what was published.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use duty_rules::{RosterId, Setting, StationId};
use kernel::Day;
use kit::{
    Problem, Site, View,
    web::{Form, done, page, page_with},
};

use super::{small, station};
use crate::{
    desk::{
        roster::{self, RosterWanted},
        turn::{self, TurnWanted},
    },
    queries::turns::{self, Turn},
    sight::{self, Sight, StationRow},
    store::{self, RosterRow},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Who stays short, in words.
struct ShortLine {
    name: String,
    has: u32,
    why: String,
}

#[derive(Template)]
#[template(path = "duty/roster.html")]
struct Sheet<'a> {
    v: &'a View,
    f: &'a Form,
    roster: RosterRow,
    station: StationRow,
    sight: Sight,
    turns: Vec<Turn>,
    short: Vec<ShortLine>,
    setting: Setting,
    left: i64,
    publish_by: Day,
}

impl Sheet<'_> {
    fn weekday(&self, turn: &Turn) -> String {
        self.v.t(&format!("duty-weekday-{}", turn.line.day.weekday())).into_owned()
    }

    /// Why the clock could not publish it, and what to do.
    fn stuck(&self) -> Option<&'static str> {
        let word = self.roster.stuck.as_deref().filter(|_| self.roster.draft())?;
        duty_rules::Stuck::read(word).map(|why| why.told().1)
    }

    fn empty(&self) -> usize {
        self.turns.iter().map(Turn::missing).sum()
    }
}

async fn sheet(site: &Site, actor: &Actor, (v, f): (&View, &Form), id: RosterId) -> Answer {
    let mut look = site.db().look().await?;
    let (roster, station, sight) = roster::seen(&mut look, actor, id, site.today()).await?;
    let told = if sight.works { roster.told()? } else { vec![] };
    let names = turns::names(&mut look, told.iter().map(|it| it.person).collect()).await?;
    let short = told.into_iter().map(|it| ShortLine {
        name: names.get(&it.person).cloned().unwrap_or_default(),
        has: it.has,
        why: v.t(&format!("duty-why-{}", it.why)).into_owned(),
    });
    let (setting, _) = store::setting(&mut look, station.congress).await?;
    let publish_by = duty_rules::publish_by(setting, roster.since);
    let template = Sheet {
        v,
        f,
        sight,
        turns: turns::of_roster(&mut look, id).await?,
        short: short.collect(),
        setting,
        left: publish_by.days_since(site.today()).into(),
        publish_by,
        roster,
        station,
    };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

pub async fn show(State(site): State<Site>, Extension(actor): Who, Path(id): Path<RosterId>, v: View) -> Answer {
    sheet(&site, &actor, (&v, &Form::blank(&v)), id).await
}

pub async fn generate(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<StationId>,
    v: View,
    mut form: Form,
) -> Answer {
    sight::kept(&site, &mut site.db(), &actor, id).await?;
    let month = station::month("", site.today())?;
    let (since, until) = (form.take("since"), form.take("until"));
    let (Some(since), Some(until)) = (since, until) else {
        return station::sheet(&site, &actor, (&v, &form), id, month).await;
    };
    let once = form.once(&format!("/duty/stations/{id}/rosters"))?;
    match roster::generate(&site, &actor, id, RosterWanted { since, until }, &once).await {
        Ok(made) => Ok(done(&format!("/duty/rosters/{made}"), "duty-flash-generated")),
        Err(problem) => {
            form.keep("since", problem)?;
            station::sheet(&site, &actor, (&v, &form), id, month).await
        }
    }
}

pub async fn regenerate(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<RosterId>,
    form: Form,
) -> Answer {
    roster::kept(&site, &actor, id).await?;
    roster::regenerate(&site, &actor, id, form.seen()?).await?;
    Ok(done(&format!("/duty/rosters/{id}"), "duty-flash-generated"))
}

pub async fn publish(State(site): State<Site>, Extension(actor): Who, Path(id): Path<RosterId>, form: Form) -> Answer {
    roster::kept(&site, &actor, id).await?;
    roster::publish(&site, &actor, id, form.seen()?).await?;
    Ok(done(&format!("/duty/rosters/{id}"), "duty-flash-published"))
}

pub async fn discard(State(site): State<Site>, Extension(actor): Who, Path(id): Path<RosterId>, form: Form) -> Answer {
    roster::kept(&site, &actor, id).await?;
    let station = roster::discard(&site, &actor, id, form.seen()?).await?;
    Ok(done(&format!("/duty/stations/{station}"), "duty-flash-discarded"))
}

pub async fn add(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<RosterId>,
    v: View,
    mut form: Form,
) -> Answer {
    roster::kept(&site, &actor, id).await?;
    let (day, begins, ends) = (form.take("day"), form.take::<String>("begins"), form.take::<String>("ends"));
    let deputies = small(&mut form, "deputies");
    let (Some(day), Some(begins), Some(ends), Some(deputies)) = (day, begins, ends, deputies) else {
        return sheet(&site, &actor, (&v, &form), id).await;
    };
    let wanted = TurnWanted { day, begins, ends, deputies };
    match turn::add(&site, &actor, id, form.seen()?, &wanted).await {
        Ok(turn) => Ok(done(&format!("/duty/turns/{turn}"), "duty-flash-turn")),
        Err(problem) => {
            form.keep("day", problem)?;
            sheet(&site, &actor, (&v, &form), id).await
        }
    }
}
