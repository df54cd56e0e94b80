//! Boxes are emptied, and a teller enters what they counted of a bundle.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use ballots_rules::paper::{Bundle, Kind, Place, Refusal, Role, Round, RoundId};
use kernel::Refused;
use kit::{
    Problem, Site, View,
    web::{Form, Wrong, done, page, page_with},
};

use super::{
    fields::{count, number},
    item::numbered,
    round::{place, said},
};
use crate::{
    desk::{
        self,
        count::{SheetLine, SheetWanted, SheetWriteIn},
        round::BoxesWanted,
    },
    queries,
    result::{Marks, marks},
    store::Item,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Room for so many spellings on a sheet without script.
const ROOM: usize = 8;

#[derive(Template)]
#[template(path = "ballots/boxes.html")]
struct AskBoxes<'a> {
    v: &'a View,
    f: &'a Form,
    item: &'a Item,
    round: &'a Round,
    name: String,
}

fn boxes_sheet(v: &View, f: &Form, item: &Item, round: &Round) -> Response {
    let template = AskBoxes { v, f, item, round, name: numbered(v, round) };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) }
}

pub async fn ask_boxes(State(site): State<Site>, Extension(actor): Who, Path(id): Path<RoundId>, v: View) -> Answer {
    let (item, round) = desk::round::may(&site, &actor, id, Right::BallotPrepare).await?;
    let mut form = Form::blank(&v);
    if let Some(boxes) = round.stage.boxes() {
        let returned: Vec<String> = boxes.returned.iter().map(ToString::to_string).collect();
        form = form.with("handed-out", boxes.handed_out).with("spoiled", boxes.spoiled);
        form = form.with("returned", returned.join("\n"));
    }
    Ok(boxes_sheet(&v, &form, &item, &round))
}

pub async fn boxes(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<RoundId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (item, round) = desk::round::may(&site, &actor, id, Right::BallotPrepare).await?;
    let handed_out = number(&mut form, "handed-out");
    let spoiled = count(&mut form, "spoiled");
    let returned = returned(&mut form);
    if let (Some(handed_out), Some(returned), false) = (handed_out, returned, form.has_errors()) {
        let wanted = BoxesWanted { handed_out, spoiled, returned };
        match desk::round::empty_boxes(&site, &actor, id, wanted).await {
            Ok(_) => return Ok(done(&format!("/ballots/rounds/{id}"), "ballots-flash-boxes")),
            Err(problem) => form.keep("handed-out", problem)?,
        }
    }
    Ok(boxes_sheet(&v, &form, &item, &round))
}

/// The ballots of each box, a line each.
fn returned(form: &mut Form) -> Option<Vec<u32>> {
    let typed: String = form.take("returned")?;
    let parts =
        typed.split(|c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、')).filter(|part| !part.is_empty());
    let read: Result<Vec<u32>, _> = parts.map(|part| kernel::plain(part).parse()).collect();
    if read.is_err() {
        form.refuse("returned", Wrong::new("ballots-wrong-boxes"));
    }
    read.ok()
}

#[derive(Template)]
#[template(path = "ballots/sheet.html")]
struct Sheet<'a> {
    v: &'a View,
    f: &'a Form,
    item: &'a Item,
    round: &'a Round,
    bundle: &'a Bundle,
    name: String,
    place: String,
    differs: Vec<String>,
    room: Vec<usize>,
    picks: bool,
    ranked: bool,
    marks: Marks,
}

impl Sheet<'_> {
    fn value(&self, column: &str, line: &usize) -> String {
        self.f.value(&format!("{column}-{line}")).to_owned()
    }
}

fn sheet(v: &View, f: &Form, (item, round): (&Item, &Round), bundle: &Bundle) -> Response {
    let writes = round.spec.rule.write_in.is_some();
    let template = Sheet {
        v,
        f,
        item,
        round,
        bundle,
        name: numbered(v, round),
        place: place(v, bundle),
        differs: bundle.differs.iter().map(|spot| said(v, round, *spot)).collect(),
        room: if writes { (1..=ROOM).collect() } else { Vec::new() },
        picks: round.spec.kind == Kind::Pick,
        ranked: round.spec.rule.ranked,
        marks: marks(round.spec.kind, v.language),
    };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) }
}

/// The bundle of an address, for a teller of the round.
async fn bundle_of(site: &Site, actor: &Actor, id: RoundId, at: Place) -> Result<(Item, Round, Bundle), Problem> {
    let (item, round) = desk::round::teller(site, actor, id, Some(Role::Counter)).await?;
    round.counting().map_err(Refused::from)?;
    let around = queries::around(&mut site.db(), &item, &round).await?;
    let bundle = around.bundles.into_iter().find(|bundle| bundle.place == at);
    Ok((item, round, bundle.ok_or_else(|| Refused::from(Refusal::NoBundle))?))
}

pub async fn ask_enter(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, box_no, n)): Path<(RoundId, u32, u32)>,
    v: View,
) -> Answer {
    let (item, round, bundle) = bundle_of(&site, &actor, id, Place { box_no, n }).await?;
    Ok(sheet(&v, &Form::blank(&v).with("returned", bundle.sheets), (&item, &round), &bundle))
}

pub async fn enter(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, box_no, n)): Path<(RoundId, u32, u32)>,
    v: View,
    mut form: Form,
) -> Answer {
    let at = Place { box_no, n };
    let (item, round, bundle) = bundle_of(&site, &actor, id, at).await?;
    if let Some(wanted) = read(&mut form, &round) {
        match desk::count::enter(&site, &actor, id, at, wanted).await {
            Ok(now) => return Ok(done(&format!("/ballots/rounds/{id}"), flash(&now))),
            Err(problem) => form.keep("returned", problem)?,
        }
    }
    Ok(sheet(&v, &form, (&item, &round), &bundle))
}

/// What is said after an entry: saved, the same, or to be counted again.
fn flash(now: &Bundle) -> &'static str {
    match (now.agreed(), now.entries.len()) {
        (Some(_), _) => "ballots-flash-agreed",
        (None, 1) => "ballots-flash-entered",
        (None, _) => "ballots-flash-differs",
    }
}

/// How many ballots put a name first, second and so on, as they are typed in one field; nothing typed is none.
fn ranks(form: &mut Form, line: usize, places: u32) -> Vec<u32> {
    let field = format!("ranks-{line}");
    let typed = kernel::plain(form.value(&field));
    let parts =
        typed.split(|c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、')).filter(|part| !part.is_empty());
    let mut read: Vec<u32> = parts.map_while(|part| part.parse().ok()).collect();
    let most = usize::try_from(places).unwrap_or(usize::MAX);
    let whole = typed.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, ',' | '，' | '、'));
    if !whole || read.len() > most {
        form.refuse(&field, Wrong::new("ballots-wrong-ranks").with("places", places));
    }
    read.resize(most, 0);
    read
}

fn read(form: &mut Form, round: &Round) -> Option<SheetWanted> {
    let (lines, rule) = (round.spec.names.len(), &round.spec.rule);
    let returned = number(form, "returned");
    let (valid, invalid) = (number(form, "valid"), count(form, "invalid"));
    let line = |at: usize| {
        let ranks = if rule.ranked { ranks(form, at, rule.places) } else { Vec::new() };
        let mut column = |word: &str| count(form, &format!("{word}-{at}"));
        let (approve, against, abstain) = (column("approve"), column("against"), column("abstain"));
        SheetLine { approve, against, abstain, unclear: column("unclear"), ranks }
    };
    let lines: Vec<SheetLine> = (1..=lines).map(line).collect();
    let mut write_ins = Vec::new();
    for at in 1..=ROOM {
        if let Some(name) = form.maybe(&format!("name-{at}")) {
            let votes = number(form, &format!("votes-{at}")).unwrap_or(0);
            write_ins.push(SheetWriteIn { name, votes });
        }
    }
    if form.has_errors() {
        return None;
    }
    Some(SheetWanted { returned: returned?, valid: valid?, invalid, lines, write_ins })
}

pub async fn recount(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, box_no, n)): Path<(RoundId, u32, u32)>,
) -> Answer {
    desk::round::teller(&site, &actor, id, Some(Role::Chief)).await?;
    desk::count::recount(&site, &actor, id, Place { box_no, n }).await?;
    Ok(done(&format!("/ballots/rounds/{id}"), "ballots-flash-recount"))
}
