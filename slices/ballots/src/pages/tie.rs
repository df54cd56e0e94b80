//! The presidium's decision on a tie, where the method leaves it to the presidium.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use ballots_rules::{
    paper::{Refusal, Round, RoundId},
    round::Decided,
};
use kernel::Refused;
use kit::{
    Problem, Site, View,
    web::{Form, Wrong, done, page, page_with},
};

use super::item::numbered;
use crate::{
    desk::{self, settle::BallotTieWanted},
    queries::{self, Around},
    store::Item,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "ballots/tie.html")]
struct Sheet<'a> {
    v: &'a View,
    f: &'a Form,
    item: &'a Item,
    round: &'a Round,
    name: String,
    left: u32,
    tied: Vec<(String, String)>,
}

fn sheet(v: &View, f: &Form, (item, round): (&Item, &Round), tie: &Decided) -> Response {
    let tied = tie.tied.iter().map(|tally| (tally.name.clone(), tally.name.clone())).collect();
    let template = Sheet { v, f, item, round, name: numbered(v, round), left: tie.seats_left, tied };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) }
}

/// The matter, the round and its tie, for who may write the decision down.
async fn tied(site: &Site, actor: &Actor, id: RoundId) -> Result<(Item, Round, Decided), Problem> {
    let (item, round) = desk::round::may(site, actor, id, Right::BallotAnnounce).await?;
    let around = queries::around(&mut site.db(), &item, &round).await?;
    let outcome = around.reported(&round).map(|result| Around::tie(&round, result));
    let tie = outcome.flatten().ok_or_else(|| Refused::from(Refusal::NoTie))?;
    Ok((item, round, tie))
}

/// Asks for it.
pub async fn ask(State(site): State<Site>, Extension(actor): Who, Path(id): Path<RoundId>, v: View) -> Answer {
    let (item, round, tie) = tied(&site, &actor, id).await?;
    Ok(sheet(&v, &Form::blank(&v), (&item, &round), &tie))
}

/// Writes it down.
pub async fn decide(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<RoundId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (item, round, tie) = tied(&site, &actor, id).await?;
    let names = form.values("names").map(kernel::Text::parse).collect::<Result<Vec<_>, _>>();
    match names {
        Err(_) => form.refuse("names", Wrong::new("ballots-refused-tie-names").with("left", tie.seats_left)),
        Ok(names) => match desk::settle::decide_tie(&site, &actor, id, BallotTieWanted { names }).await {
            Ok(_) => return Ok(done(&format!("/ballots/rounds/{id}"), "ballots-flash-tie")),
            Err(problem) => form.keep("names", problem)?,
        },
    }
    Ok(sheet(&v, &form, (&item, &round), &tie))
}
