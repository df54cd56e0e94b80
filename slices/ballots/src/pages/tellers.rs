//! Tellers are named, and declare.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use ballots_rules::paper::{Role, Round, RoundId};
use kit::{
    Problem, Site, View,
    web::{Form, done, page, page_with},
};
use law_rules::Word as _;

use super::{
    fields::{Options, words},
    item::numbered,
    namesakes::{Namesakes, Typed},
};
use crate::{
    desk::{
        self,
        round::{DeclarationWanted, TellerWanted},
    },
    store::Item,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "ballots/tellers.html")]
struct Name<'a> {
    v: &'a View,
    f: &'a Form,
    item: &'a Item,
    round: &'a Round,
    name: String,
    roles: Options,
    namesakes: &'a [Namesakes],
}

fn names(v: &View, f: &Form, (item, round): (&Item, &Round), namesakes: &[Namesakes]) -> Response {
    let template = Name { v, f, item, round, name: numbered(v, round), roles: words::<Role>(v), namesakes };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) }
}

pub async fn ask_name(State(site): State<Site>, Extension(actor): Who, Path(id): Path<RoundId>, v: View) -> Answer {
    let (item, round) = desk::round::may(&site, &actor, id, Right::BallotPrepare).await?;
    Ok(names(&v, &Form::blank(&v).with("role", "counter"), (&item, &round), &[]))
}

pub async fn name(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<RoundId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (item, round) = desk::round::may(&site, &actor, id, Right::BallotPrepare).await?;
    let role = form.choice("role", Role::read);
    let mut typed = Typed::of(&site, item.congress);
    let account = typed.accounts(&mut form, "teller").await?.into_iter().next();
    if let (Some(account), Some(role), false) = (account, role, form.has_errors()) {
        match desk::round::name_teller(&site, &actor, id, TellerWanted { account, role }).await {
            Ok(_) => return Ok(done(&format!("/ballots/rounds/{id}"), "ballots-flash-teller")),
            Err(problem) => form.keep("teller", problem)?,
        }
    }
    Ok(names(&v, &form, (&item, &round), &typed.namesakes))
}

#[derive(Template)]
#[template(path = "ballots/declaration.html")]
struct Declare<'a> {
    v: &'a View,
    f: &'a Form,
    item: &'a Item,
    round: &'a Round,
    name: String,
    choices: Options,
}

fn declaration(v: &View, f: &Form, item: &Item, round: &Round) -> Response {
    let choices = ["far", "near"].map(|word| (word, v.t(&format!("ballots-declare-{word}")).into_owned())).into();
    let template = Declare { v, f, item, round, name: numbered(v, round), choices };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) }
}

pub async fn ask_declare(State(site): State<Site>, Extension(actor): Who, Path(id): Path<RoundId>, v: View) -> Answer {
    let (item, round) = desk::round::teller(&site, &actor, id, None).await?;
    Ok(declaration(&v, &Form::blank(&v), &item, &round))
}

pub async fn declare(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<RoundId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (item, round) = desk::round::teller(&site, &actor, id, None).await?;
    let near = form.choice("near", |word| match word {
        "near" => Some(true),
        "far" => Some(false),
        _ => None,
    });
    if let Some(near) = near {
        match desk::round::declare(&site, &actor, id, DeclarationWanted { near }).await {
            Ok(_) => return Ok(done(&format!("/ballots/rounds/{id}"), "ballots-flash-declared")),
            Err(problem) => form.keep("near", problem)?,
        }
    }
    Ok(declaration(&v, &form, &item, &round))
}
