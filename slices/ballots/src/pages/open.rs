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
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    web::{Form, done, page, page_with},
};
use law_rules::Word as _;
use roster_views::deputies;

use super::{
    fields::{self, number},
    namesakes::{Namesakes, Typed},
};
use crate::{
    desk::{
        self,
        round::{Due, RoundWanted},
    },
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
    namesakes: &'a [Namesakes],
}

impl Open<'_> {
    fn reruns(&self) -> bool {
        self.due.why == Why::Rerun
    }
}

fn shown(v: &View, f: &Form, (item, due): (&Item, &Due), namesakes: &[Namesakes]) -> Response {
    let why = v.t(&due.why.key()).into_owned();
    let template = Open { v, f, item, due, why, settings: fields::told(v, &due.spec), namesakes };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) }
}

pub async fn new(State(site): State<Site>, Extension(actor): Who, Path(id): Path<BallotId>, v: View) -> Answer {
    let (item, _) = desk::prepare::may(&site, &actor, id, Right::BallotPrepare).await?;
    let due = desk::round::due(&mut site.db(), &item).await?;
    let mut form = Form::blank(&v).with("names", fields::typed(&due.spec.names));
    if due.spec.assembly == Assembly::Congress {
        form = form.with("members", deputies(&mut site.db(), item.congress).await?);
    }
    Ok(shown(&v, &form, (&item, &due), &[]))
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
    let (wanted, namesakes) = read(&site, item.congress, &mut form, &due).await?;
    if let Some(wanted) = wanted {
        let once = form.once(&format!("/ballots/{id}/rounds"))?;
        match desk::round::open(&site, &actor, id, wanted, &once).await {
            Ok(round) => return Ok(done(&format!("/ballots/rounds/{}", round.id), "ballots-flash-opened")),
            Err(problem) => form.keep("present", problem)?,
        }
    }
    Ok(shown(&v, &form, (&item, &due), &namesakes))
}

type Read = (Option<RoundWanted>, Vec<Namesakes>);

async fn read(site: &Site, congress: BodyId, form: &mut Form, due: &Due) -> Result<Read, Problem> {
    let (members, present) = (number(form, "members"), number(form, "present"));
    let mut typed = Typed::of(site, congress);
    let counters = typed.accounts(form, "counters").await?;
    let chief = typed.accounts(form, "chief").await?.into_iter().next();
    let names = if due.why == Why::Rerun { fields::names(form, &due.spec.names) } else { None };
    if form.has_errors() {
        return Ok((None, typed.namesakes));
    }
    let whole = || Some(RoundWanted { members: members?, present: present?, counters, chief: chief?, names });
    Ok((whole(), typed.namesakes))
}
