//! A draft of links: made, looked at, changed, adopted or given up.

use std::collections::HashMap;

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kit::{
    Problem, Site, View,
    list::position,
    web::{Form, Query, done, page, page_with},
};
use links_rules::{DraftId, DraftStage, End, KindId};
use serde::Deserialize;

use super::{
    fields::{self, Options},
    kind::why,
};
use crate::{
    desk::draft::{self as desk, LinkDraftWanted, LinkLineWanted, Looked},
    queries::{BY_PLACE, candidates::Candidate, paged, plan::Uncovered},
    store::Kind,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Lines on one page.
const LINES: u16 = 50;
/// Lines of those who stay uncovered; the whole list stands on a page of its own.
const FEW: usize = 20;

#[derive(Template)]
#[template(path = "links/make_draft.html")]
struct Ask<'a> {
    v: &'a View,
    f: &'a Form,
    kind: &'a Kind,
}

fn asked(v: &View, f: &Form, kind: &Kind) -> Response {
    let template = Ask { v, f, kind };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) }
}

pub async fn ask_make(State(site): State<Site>, Extension(actor): Who, Path(id): Path<KindId>, v: View) -> Answer {
    let kind = crate::desk::kind::may(&site, &actor, id, Right::LinkKeep).await?;
    let form = Form::blank(&v).with("since", site.today().max(kind.spec.since));
    Ok(asked(&v, &form, &kind))
}

pub async fn make(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<KindId>,
    v: View,
    mut form: Form,
) -> Answer {
    let kind = crate::desk::kind::may(&site, &actor, id, Right::LinkKeep).await?;
    if let Some(since) = form.take("since").filter(|_| !form.has_errors()) {
        let once = form.once(&format!("/links/kinds/{id}/drafts"))?;
        match desk::make(&site, &actor, id, LinkDraftWanted { since }, &once).await {
            Ok(draft) => return Ok(done(&format!("/links/drafts/{}", draft.id), "links-flash-drafted")),
            Err(problem) => form.keep("since", problem)?,
        }
    }
    Ok(asked(&v, &form, &kind))
}

/// A line with its names.
struct Line {
    n: u32,
    one: String,
    other: String,
}

/// Where the page begins.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    after: String,
}

#[derive(Template)]
#[template(path = "links/draft.html")]
struct Show<'a> {
    v: &'a View,
    it: &'a Looked,
    stage: String,
    lines: Vec<Line>,
    total: i64,
    counts: Vec<(String, usize)>,
    gone: Vec<(String, String)>,
    few: Vec<&'a Uncovered>,
    changes: bool,
    first: Option<String>,
    next: Option<String>,
}

impl Show<'_> {
    fn open(&self) -> bool {
        self.it.draft.stage == DraftStage::Open
    }

    fn why(&self, line: &&Uncovered) -> String {
        why(self.v, line)
    }
}

fn lines(it: &Looked) -> Vec<Line> {
    let known: HashMap<&End, &Candidate> =
        it.plan.ones.iter().chain(&it.plan.others).map(|known| (&known.end, known)).collect();
    let name = |end: &End| known.get(end).map_or_else(|| end.to_string(), |known| known.called());
    let line = |(n, one, other): &(u32, End, End)| Line { n: *n, one: name(one), other: name(other) };
    let mut lines: Vec<Line> = it.lines.iter().map(line).collect();
    lines.sort_by(|a, b| (&a.one, &a.other, a.n).cmp(&(&b.one, &b.other, b.n)));
    lines
}

/// How many each would link.
fn counts(it: &Looked) -> Vec<(String, usize)> {
    let mut counts: HashMap<End, usize> = HashMap::new();
    for (one, _) in it.pairs() {
        *counts.entry(one).or_default() += 1;
    }
    it.plan.ones.iter().map(|one| (one.called(), counts.get(&one.end).copied().unwrap_or(0))).collect()
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DraftId>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Answer {
    let it = desk::look(&site, &actor, id).await?;
    let after = position(&wanted.after, &BY_PLACE)?;
    let found = paged(lines(&it), after.as_ref(), LINES)?;
    let here = format!("/links/drafts/{id}");
    let keeps = actor.may(Right::LinkKeep, it.draft.congress).is_ok();
    let mut gone = Vec::new();
    for link in &it.plan.gone {
        let line = crate::queries::lines::one(&mut site.db(), link.id, site.today()).await?;
        gone.extend(line.map(|line| (line.one_name, line.other_name)));
    }
    let template = Show {
        v: &v,
        stage: v.t(&format!("links-stage-{}", it.draft.stage.word())).into_owned(),
        lines: found.items,
        total: found.total,
        counts: counts(&it),
        gone,
        few: it.uncovered.iter().take(FEW).collect(),
        changes: keeps && it.draft.stage == DraftStage::Open,
        it: &it,
        next: found.next.map(|next| format!("{here}?after={next}")),
        first: (!wanted.after.is_empty()).then_some(here),
    };
    Ok(page(&template))
}

#[derive(Template)]
#[template(path = "links/draft_line.html")]
struct LinePage<'a> {
    v: &'a View,
    f: &'a Form,
    it: &'a Looked,
    /// The line that is given to somebody else; nothing where one is added.
    line: Option<Line>,
    ones: Options,
    others: Options,
}

fn sheet(v: &View, f: &Form, it: &Looked, line: Option<Line>) -> Response {
    let (ones, others) = (fields::choices(&it.plan.ones), fields::choices(&it.plan.others));
    let template = LinePage { v, f, it, line, ones, others };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) }
}

/// The draft, for who may change it.
async fn changed(site: &Site, actor: &Actor, id: DraftId) -> Result<Looked, Problem> {
    desk::may(site, actor, id).await?;
    desk::look(site, actor, id).await
}

pub async fn ask_add(State(site): State<Site>, Extension(actor): Who, Path(id): Path<DraftId>, v: View) -> Answer {
    let it = changed(&site, &actor, id).await?;
    Ok(sheet(&v, &Form::blank(&v), &it, None))
}

pub async fn add(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DraftId>,
    v: View,
    mut form: Form,
) -> Answer {
    let it = changed(&site, &actor, id).await?;
    let one = fields::end(&mut form, "one", &it.plan.ones);
    let other = fields::end(&mut form, "other", &it.plan.others);
    if let (Some(one), Some(other)) = (one, other) {
        let wanted = LinkLineWanted { one: one.to_string(), other: other.to_string() };
        match desk::add(&site, &actor, id, wanted).await {
            Ok(()) => return Ok(done(&format!("/links/drafts/{id}"), "links-flash-changed")),
            Err(problem) => form.keep("one", problem)?,
        }
    }
    Ok(sheet(&v, &form, &it, None))
}

fn line_of(it: &Looked, n: u32) -> Result<Line, Problem> {
    lines(it).into_iter().find(|line| line.n == n).ok_or_else(Problem::missing)
}

pub async fn ask_give(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, n)): Path<(DraftId, u32)>,
    v: View,
) -> Answer {
    let it = changed(&site, &actor, id).await?;
    let line = line_of(&it, n)?;
    let one = it.lines.iter().find(|(own, _, _)| *own == n).map(|(_, one, _)| one.to_string()).unwrap_or_default();
    Ok(sheet(&v, &Form::blank(&v).with("one", one), &it, Some(line)))
}

pub async fn give(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, n)): Path<(DraftId, u32)>,
    v: View,
    mut form: Form,
) -> Answer {
    let it = changed(&site, &actor, id).await?;
    let line = line_of(&it, n)?;
    if let Some(one) = fields::end(&mut form, "one", &it.plan.ones) {
        match desk::give(&site, &actor, id, n, &one.to_string()).await {
            Ok(()) => return Ok(done(&format!("/links/drafts/{id}"), "links-flash-changed")),
            Err(problem) => form.keep("one", problem)?,
        }
    }
    Ok(sheet(&v, &form, &it, Some(line)))
}

pub async fn remove(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, n)): Path<(DraftId, u32)>,
    _csrf: Form,
) -> Answer {
    desk::remove(&site, &actor, id, n).await?;
    Ok(done(&format!("/links/drafts/{id}"), "links-flash-changed"))
}

pub async fn adopt(State(site): State<Site>, Extension(actor): Who, Path(id): Path<DraftId>, _csrf: Form) -> Answer {
    let draft = desk::may(&site, &actor, id).await?;
    desk::adopt(&site, &actor, id).await?;
    Ok(done(&format!("/links/kinds/{}", draft.kind), "links-flash-adopted"))
}

pub async fn give_up(State(site): State<Site>, Extension(actor): Who, Path(id): Path<DraftId>, _csrf: Form) -> Answer {
    let draft = desk::may(&site, &actor, id).await?;
    desk::give_up(&site, &actor, id).await?;
    Ok(done(&format!("/links/kinds/{}", draft.kind), "links-flash-dropped"))
}
