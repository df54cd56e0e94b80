//! Recalls and resignations of leaders before the congress: the list, one of them, a new one.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use elections_rules::election::{DepartureStage, LeaderLeaving, LeaderLeavingId, leader_leaves};
use kit::{
    Problem, Site, View,
    list::position,
    web::{Form, Query, Wrong, done, page},
};
use law_rules::Word as _;
use roster_views::{Named, body_name, place};
use serde::Deserialize;

use super::{
    ask::{Ask, Field, Input, Options, keep_at, words},
    leave::tone,
};
use crate::{
    desk::leaders::{self as desk, LeaderLeaveWanted},
    queries::{self, Holder, LEADERS, LeaderLine, NoticeLine},
    store::LeaderLeave,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

const LINES: u16 = 25;

/// Of which congress.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
    after: String,
}

#[derive(Template)]
#[template(path = "elections/leaders.html")]
struct List<'a> {
    v: &'a View,
    name: String,
    congress: String,
    lines: Vec<LeaderLine>,
    total: i64,
    keeps: bool,
    first: Option<String>,
    next: Option<String>,
}

impl List<'_> {
    fn leaving(&self, line: &LeaderLine) -> String {
        self.v.t(&format!("elections-leader-{}", line.leaving)).into_owned()
    }
    fn stage(&self, line: &LeaderLine) -> String {
        self.v.t(&format!("elections-departure-{}", line.stage)).into_owned()
    }
    fn tone(&self, line: &LeaderLine) -> &'static str {
        tone(&line.stage)
    }
}

pub async fn list(State(site): State<Site>, Extension(actor): Who, Query(wanted): Query<Wanted>, v: View) -> Answer {
    let of = place(&site, &actor, Right::ElectionSee, &wanted.congress).await?;
    let found = queries::leaders(&mut site.db(), of.id, position(&wanted.after, &LEADERS)?, LINES).await?;
    let same = format!("/leader-departures?congress={}", of.id);
    let template = List {
        v: &v,
        total: found.total,
        first: (!wanted.after.is_empty()).then(|| same.clone()),
        next: found.next.map(|next| format!("{same}&after={next}")),
        lines: found.items,
        keeps: actor.may(Right::ElectionKeep, of.id).is_ok(),
        congress: of.id.to_string(),
        name: of.name,
    };
    Ok(page(&template))
}

async fn asked(site: &Site, v: &View, f: &Form, of: &Named) -> Answer {
    let mut db = site.db();
    let level = desk::rung(&mut db, of.id).await?;
    let option = |one: Holder| (one.id.to_string(), format!("{} {}", one.name, one.title));
    let held: Options = queries::may_be_gone(&mut db, of.id, level).await?.into_iter().map(option).collect();
    let page = Ask {
        v,
        f,
        title: "elections-leader-new",
        under: of.name.clone(),
        lead: if held.is_empty() { "elections-leader-nobody" } else { "elections-leader-lead" },
        action: "/leader-departures".to_owned(),
        button: "elections-departure-button",
        back: (format!("/leader-departures?congress={}", of.id), "elections-back-to-leaders"),
        hidden: vec![("congress", of.id.to_string())],
        fields: vec![
            Field::new(Input::Select, "holding", "elections-field-leader").from(held),
            Field::new(Input::Radios, "leaving", "elections-field-leaving").from(words::<LeaderLeaving>(v)),
            Field::new(Input::Day, "received", "elections-field-received"),
            Field::new(Input::Lines, "words", "elections-field-grounds")
                .most(500)
                .hint("elections-hint-recall-grounds")
                .optional(),
        ],
    };
    Ok(page.shown())
}

pub async fn new(State(site): State<Site>, Extension(actor): Who, Query(wanted): Query<Wanted>, v: View) -> Answer {
    let of = place(&site, &actor, Right::ElectionKeep, &wanted.congress).await?;
    let form = Form::blank(&v).with("received", site.today()).with("leaving", LeaderLeaving::Resigned.word());
    asked(&site, &v, &form, &of).await
}

pub async fn create(State(site): State<Site>, Extension(actor): Who, v: View, mut form: Form) -> Answer {
    let congress = form.value("congress").to_owned();
    let of = place(&site, &actor, Right::ElectionKeep, &congress).await?;
    let holding = form.choice("holding", |raw| raw.parse().ok());
    let (leaving, received) = (form.choice("leaving", LeaderLeaving::read), form.take("received"));
    let words = form.maybe("words");
    if leaving == Some(LeaderLeaving::Recalled) && form.value("words").trim().is_empty() {
        form.refuse("words", Wrong::new("kit-form-required"));
    }
    if let (Some(holding), Some(leaving), Some(received), false) = (holding, leaving, received, form.has_errors()) {
        let once = form.once("/leader-departures")?;
        let wanted = LeaderLeaveWanted { holding, leaving, received, words };
        match desk::receive(&site, &actor, of.id, wanted, &once).await {
            Ok(it) => return Ok(done(&format!("/leader-departures/{}", it.id), "elections-flash-received")),
            Err(problem) => keep_at(&mut form, "leaving", problem)?,
        }
    }
    asked(&site, &v, &form, &of).await
}

#[derive(Template)]
#[template(path = "elections/leader.html")]
struct Show<'a> {
    v: &'a View,
    it: LeaderLeave,
    held: Holder,
    congress: String,
    working: Vec<(String, String)>,
    notices: Vec<NoticeLine>,
    decides: bool,
    waits: bool,
    approves: bool,
    publishes: bool,
}

impl Show<'_> {
    fn title(&self) -> String {
        format!("{} {} {}", self.held.name, self.held.title, self.leaving())
    }
    fn leaving(&self) -> String {
        self.v.t(&self.it.leaving.key()).into_owned()
    }
    fn stage(&self) -> String {
        self.v.t(&self.it.stage.key()).into_owned()
    }
    fn tone(&self) -> &'static str {
        tone(self.it.stage.word())
    }
    fn mover(&self) -> Option<String> {
        Some(self.v.t(&self.it.vote?.mover?.key()).into_owned())
    }
    fn answer(&self) -> Option<String> {
        Some(self.v.t(&self.it.answer?.key()).into_owned())
    }
}

pub async fn show(State(site): State<Site>, Extension(actor): Who, Path(id): Path<LeaderLeavingId>, v: View) -> Answer {
    let (it, held) = desk::of(&site, &actor, id, None).await?;
    let mut db = site.db();
    let level = desk::rung(&mut db, it.congress).await?;
    let found = it.vote.and_then(|vote| leader_leaves(it.leaving, (&held.office, level), &vote).ok());
    let steps = found.map(|found| found.working.into_iter().chain([found.reason]).collect::<Vec<_>>());
    let certifies = actor.may(Right::ElectionCertify, it.congress).is_ok();
    let waits = desk::waits(&it, &held);
    let said =
        |step: &law_rules::Step| (step.said(&v.language.says(), v.language.close()), step.rests_on(&v.language.says()));
    let template = Show {
        v: &v,
        congress: body_name(&mut db, it.congress).await?,
        working: steps.unwrap_or_default().iter().map(said).collect(),
        notices: queries::of_subject(&mut db, id.uuid()).await?,
        decides: certifies && it.stage == DepartureStage::Received,
        waits,
        approves: certifies && waits,
        publishes: certifies && it.stage == DepartureStage::Accepted && !waits,
        held,
        it,
    };
    Ok(page(&template))
}
