//! The chief teller says who is meant by each spelling.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use ballots_rules::{
    Tally,
    paper::{Reading, Refusal, Role, Round, RoundId, spellings},
};
use kernel::{Refused, Text};
use kit::{
    Problem, Site, View,
    web::{Form, done, page, page_with},
};

use super::item::numbered;
use crate::{
    desk::{self, count::ReadingsWanted},
    queries::{self, Around},
    store::Item,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "ballots/readings.html")]
struct Readings<'a> {
    v: &'a View,
    f: &'a Form,
    item: &'a Item,
    round: &'a Round,
    name: String,
    found: &'a [Tally],
}

impl Readings<'_> {
    fn meant(&self, at: &usize) -> String {
        self.f.value(&format!("meant-{at}")).to_owned()
    }

    fn nobody(&self, at: &usize) -> bool {
        self.f.checked(&format!("nobody-{at}"), "1")
    }
}

fn sheet(v: &View, f: &Form, (item, round): (&Item, &Round), found: &[Tally]) -> Response {
    let template = Readings { v, f, item, round, name: numbered(v, round), found };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) }
}

/// The spellings, once all bundles agree, for the chief teller.
async fn found(site: &Site, actor: &Actor, id: RoundId) -> Result<(Item, Round, Around, Vec<Tally>), Problem> {
    let (item, round) = desk::round::teller(site, actor, id, Some(Role::Chief)).await?;
    round.counting().map_err(Refused::from)?;
    let around = queries::around(&mut site.db(), &item, &round).await?;
    if !around.all_agree() {
        return Err(Refused::from(Refusal::BundlesOpen).into());
    }
    let found = spellings(&around.bundles);
    Ok((item, round, around, found))
}

pub async fn ask_read(State(site): State<Site>, Extension(actor): Who, Path(id): Path<RoundId>, v: View) -> Answer {
    let (item, round, around, found) = found(&site, &actor, id).await?;
    let mut form = Form::blank(&v);
    for (at, tally) in (1..).zip(&found) {
        let known = around.readings.iter().find(|reading| reading.written == tally.name);
        form = match known.map(|reading| reading.meant.clone()) {
            Some(None) => form.with(&format!("nobody-{at}"), 1),
            Some(Some(meant)) => form.with(&format!("meant-{at}"), meant),
            None => form.with(&format!("meant-{at}"), &tally.name),
        };
    }
    Ok(sheet(&v, &form, (&item, &round), &found))
}

pub async fn read(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<RoundId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (item, round, _, found) = found(&site, &actor, id).await?;
    let mut readings = Vec::new();
    for (at, Tally { name, .. }) in (1_usize..).zip(&found) {
        let nobody = form.yes(&format!("nobody-{at}"));
        let meant: Option<Text<60>> = if nobody { None } else { form.take(&format!("meant-{at}")) };
        readings.push(Reading { written: name.clone(), meant: meant.map(String::from) });
    }
    if !form.has_errors() {
        match desk::count::read(&site, &actor, id, ReadingsWanted { readings }).await {
            Ok(()) => return Ok(done(&format!("/ballots/rounds/{id}"), "ballots-flash-read")),
            Err(problem) => form.keep("meant-1", problem)?,
        }
    }
    Ok(sheet(&v, &form, (&item, &round), &found))
}
