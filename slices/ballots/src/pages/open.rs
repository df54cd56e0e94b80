//! A round is opened: who is present, who counts.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use ballots_rules::paper::{Assembly, BallotId, Why};
use kernel::{AccountId, BodyId};
use kit::{
    Problem, Site, View,
    web::{Form, Wrong, done, page, page_with},
};
use law_rules::Word as _;

use super::fields::{self, keep_at, number};
use crate::{
    desk::{
        self,
        round::{Due, RoundWanted},
    },
    queries::people,
    store::Item,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "ballots/open.html")]
struct Open<'a> {
    v: &'a View,
    f: &'a Form,
    item: &'a Item,
    due: &'a Due,
    why: String,
    settings: Vec<(String, String)>,
}

impl Open<'_> {
    fn reruns(&self) -> bool {
        self.due.why == Why::Rerun
    }
}

fn shown(v: &View, f: &Form, item: &Item, due: &Due) -> Response {
    let why = v.t(&due.why.key()).into_owned();
    let template = Open { v, f, item, due, why, settings: fields::told(v, &due.spec) };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) }
}

pub async fn new(State(site): State<Site>, Extension(actor): Who, Path(id): Path<BallotId>, v: View) -> Answer {
    let (item, _) = desk::prepare::may(&site, &actor, id, Right::BallotPrepare).await?;
    let due = desk::round::due(&mut site.db(), &item).await?;
    let mut form = Form::blank(&v).with("names", fields::typed(&due.spec.names));
    if due.spec.assembly == Assembly::Congress {
        form = form.with("members", people::deputies(&mut site.db(), item.congress).await?);
    }
    Ok(shown(&v, &form, &item, &due))
}

pub async fn create(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<BallotId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (item, _) = desk::prepare::may(&site, &actor, id, Right::BallotPrepare).await?;
    let due = desk::round::due(&mut site.db(), &item).await?;
    if let Some(wanted) = read(&site, item.congress, &mut form, &due).await? {
        let once = form.once(&format!("/ballots/{id}/rounds"))?;
        match desk::round::open(&site, &actor, id, wanted, &once).await {
            Ok(round) => return Ok(done(&format!("/ballots/rounds/{}", round.id), "ballots-flash-opened")),
            Err(problem) => keep_at(&mut form, "present", problem)?,
        }
    }
    Ok(shown(&v, &form, &item, &due))
}

async fn read(site: &Site, congress: BodyId, form: &mut Form, due: &Due) -> Result<Option<RoundWanted>, Problem> {
    let (members, present) = (number(form, "members"), number(form, "present"));
    let counters = accounts(site, congress, form, "counters").await?;
    let chief = accounts(site, congress, form, "chief").await?.into_iter().next();
    let names = if due.why == Why::Rerun { fields::names(form, &due.spec.names) } else { None };
    if form.has_errors() {
        return Ok(None);
    }
    let whole = || Some(RoundWanted { members: members?, present: present?, counters, chief: chief?, names });
    Ok(whole())
}

/// The accounts of names typed a line each. A name of nobody, or of two, is said beside the field.
pub async fn accounts(site: &Site, congress: BodyId, form: &mut Form, field: &str) -> Result<Vec<AccountId>, Problem> {
    let Some(typed) = form.take::<String>(field) else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for name in typed.split(['\n', '、', '，', ',']).map(str::trim).filter(|name| !name.is_empty()) {
        match people::staff_named(&mut site.db(), congress, name).await?.as_slice() {
            [one] => found.push(one.account),
            [] => form.refuse(field, Wrong::new("ballots-wrong-nobody").with("name", name)),
            _ => form.refuse(field, Wrong::new("ballots-wrong-namesakes").with("name", name)),
        }
    }
    Ok(found)
}
