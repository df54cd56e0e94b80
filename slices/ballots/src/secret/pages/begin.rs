//! A round is held electronically: the method that permits it, and who holds the key.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use ballots_rules::{
    paper::{Round, RoundId},
    secret::{LEAST, Refusal},
};
use kernel::{BodyId, Refused, Text};
use kit::{
    Problem, Site, View,
    web::{Form, Wrong, done, page, page_with},
};

use crate::{
    desk::round::may,
    pages::{number, numbered},
    queries::people,
    secret::desk::begin::{HallWanted, TrusteeWanted, begin, permit, suits},
    store::Item,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "ballots/hall-new.html")]
struct New<'a> {
    v: &'a View,
    f: &'a Form,
    item: &'a Item,
    round: &'a Round,
    name: String,
    /// The document and the article that permit it.
    permit: (Text<200>, Text<80>),
}

async fn shown(site: &Site, v: &View, f: &Form, (item, round): (&Item, &Round)) -> Answer {
    suits(item, round).map_err(Refused::from)?;
    let permit = permit(&mut site.db(), item, round).await?;
    let permit = permit.ok_or_else(|| Refused::from(Refusal::NotPermitted))?;
    let template = New { v, f, item, round, name: numbered(v, round), permit };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

pub async fn new(State(site): State<Site>, Extension(actor): Who, Path(id): Path<RoundId>, v: View) -> Answer {
    let (item, round) = may(&site, &actor, id, Right::BallotPrepare).await?;
    let form = Form::blank(&v).with("least", LEAST);
    shown(&site, &v, &form, (&item, &round)).await
}

pub async fn create(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<RoundId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (item, round) = may(&site, &actor, id, Right::BallotPrepare).await?;
    if let Some(wanted) = read(&site, item.congress, &mut form).await? {
        match begin(&site, &actor, id, wanted).await {
            Ok(_) => return Ok(done(&format!("/ballots/rounds/{id}/hall"), "ballots-hall-flash-begun")),
            Err(problem) => form.keep("trustees", problem)?,
        }
    }
    shown(&site, &v, &form, (&item, &round)).await
}

async fn read(site: &Site, congress: BodyId, form: &mut Form) -> Result<Option<HallWanted>, Problem> {
    let least = number(form, "least");
    let mut trustees = Vec::new();
    let typed: String = form.take("trustees").unwrap_or_default();
    for line in typed.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let Ok(name) = Text::parse(line) else {
            form.refuse("trustees", Wrong::new("ballots-hall-wrong-trustee"));
            continue;
        };
        // Who has an account here hands in alone; for anybody else the office does.
        let found = people::staff_named(&mut site.db(), congress, line).await?;
        let account = match found.as_slice() {
            [one] => Some(one.account),
            _ => None,
        };
        trustees.push(TrusteeWanted { name, account });
    }
    if form.has_errors() {
        return Ok(None);
    }
    Ok(Some(HallWanted { least, trustees }))
}
