//! The list of voters of a district: names, who is added, who is struck.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use elections_rules::election::{DistrictId, Struck, Verb, VoterId};
use kit::{
    Problem, Site, View,
    list::position,
    sheets::{Cell, Export, Kind as As},
    web::{Form, Query, done, page},
};
use law_rules::Word as _;
use serde::Deserialize;

use super::ask::{Ask, Field, Input, keep_at, words};
use crate::{
    desk::voters::{self as desk, StrikingWanted, VoterWanted},
    queries::{self, BY_PLACE},
    store::{District, Election, Voter},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

const LINES: u16 = 50;

/// Which of them, and as what.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    q: String,
    after: String,
    #[serde(rename = "as")]
    kind: String,
}

#[derive(Template)]
#[template(path = "elections/voters.html")]
struct List<'a> {
    v: &'a View,
    district: District,
    it: Election,
    asked: &'a str,
    lines: Vec<Voter>,
    total: i64,
    arranges: bool,
    exports: bool,
    first: Option<String>,
    next: Option<String>,
}

impl List<'_> {
    fn struck(&self, line: &Voter) -> String {
        line.struck
            .as_deref()
            .map(|word| self.v.t(&format!("elections-struck-{word}")).into_owned())
            .unwrap_or_default()
    }

    /// How many stand on it, and when it was or must be posted.
    fn told(&self) -> String {
        let due = law_rules::before(self.it.day, self.it.days.voter_list).to_string();
        let voters = ("voters", self.district.voters.to_string());
        match self.district.voter_list {
            Some(day) => self.v.tf("elections-voters-posted", [voters, ("day", day.to_string()), ("due", due)]),
            None => self.v.tf("elections-voters-post", [voters, ("due", due)]),
        }
        .into_owned()
    }
}

pub async fn list(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DistrictId>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Answer {
    let (district, it) = desk::list(&site, &actor, id).await?;
    let found = queries::voters(&mut site.db(), (id, &wanted.q), position(&wanted.after, &BY_PLACE)?, LINES).await?;
    let asked = form_urlencoded::Serializer::new(String::new()).append_pair("q", &wanted.q).finish();
    let same = format!("/elections/districts/{id}/voters?{asked}");
    let template = List {
        v: &v,
        asked: &wanted.q,
        total: found.total,
        first: (!wanted.after.is_empty()).then(|| same.clone()),
        next: found.next.map(|next| format!("{same}&after={next}")),
        lines: found.items,
        arranges: it.stage.allows(Verb::Arrange),
        exports: actor.may(Right::ExportTake, it.congress).is_ok(),
        district,
        it,
    };
    Ok(page(&template))
}

const COLUMNS: [&str; 5] = [
    "elections-field-n",
    "elections-field-name",
    "elections-field-card",
    "elections-field-born",
    "elections-field-address",
];

/// The list as it is posted: who was struck is left out.
pub async fn export(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DistrictId>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Answer {
    let (district, it) = desk::list(&site, &actor, id).await?;
    actor.may(Right::ExportTake, it.congress)?;
    let kind = As::parse(&wanted.kind).unwrap_or(As::Xlsx);
    let mut table = Export::begin(kind, v.language, COLUMNS.iter().map(|key| v.t(key)))?;
    for one in queries::posted(&mut site.db(), id).await? {
        let cells: [Cell; 5] = [
            one.n.into(),
            one.name.as_str().into(),
            one.card.map(String::from).into(),
            one.born.into(),
            one.note.map(String::from).into(),
        ];
        table.row(&cells)?;
    }
    Ok(table.finish()?.response(&format!("{}-{}", v.t("elections-voters-title"), district.name))?)
}

fn added(v: &View, f: &Form, (district, it): (&District, &Election)) -> Response {
    let at = format!("/elections/districts/{}/voters", district.id);
    let page = Ask {
        v,
        f,
        title: "elections-voter-add",
        under: format!("{} {}", it.title, district.name),
        lead: "elections-voter-lead",
        action: at.clone(),
        button: "elections-voter-button",
        back: (at, "elections-back-to-voters"),
        hidden: Vec::new(),
        fields: vec![
            Field::new(Input::Line, "name", "elections-field-name").most(40).hint("elections-hint-name"),
            Field::new(Input::Line, "card", "elections-field-card").most(40).optional(),
            Field::new(Input::Day, "born", "elections-field-born").hint("elections-hint-born").optional(),
            Field::new(Input::Line, "note", "elections-field-address").most(120).optional(),
        ],
    };
    page.shown()
}

async fn adds(site: &Site, actor: &Actor, id: DistrictId) -> Result<(District, Election), Problem> {
    let (district, it) = desk::list(site, actor, id).await?;
    it.stage.after(Verb::Arrange).map_err(kernel::Refused::from)?;
    Ok((district, it))
}

pub async fn ask_add(State(site): State<Site>, Extension(actor): Who, Path(id): Path<DistrictId>, v: View) -> Answer {
    let (district, it) = adds(&site, &actor, id).await?;
    Ok(added(&v, &Form::blank(&v), (&district, &it)))
}

pub async fn add(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DistrictId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (district, it) = adds(&site, &actor, id).await?;
    let (name, card, born, note) = (form.take("name"), form.maybe("card"), form.maybe("born"), form.maybe("note"));
    if let (Some(name), false) = (name, form.has_errors()) {
        let at = format!("/elections/districts/{id}/voters");
        let once = form.once(&at)?;
        match desk::add(&site, &actor, id, VoterWanted { name, card, born, note }, &once).await {
            Ok(_) => return Ok(done(&at, "elections-flash-voter")),
            Err(problem) => keep_at(&mut form, "name", problem)?,
        }
    }
    Ok(added(&v, &form, (&district, &it)))
}

fn struck(v: &View, f: &Form, it: &Voter) -> Response {
    let page = Ask {
        v,
        f,
        title: "elections-voter-strike",
        under: format!("{} {}", it.n, it.name),
        lead: "elections-voter-strike-lead",
        action: format!("/elections/voters/{}/striking", it.id),
        button: "elections-voter-strike-button",
        back: (format!("/elections/districts/{}/voters", it.district), "elections-back-to-voters"),
        hidden: Vec::new(),
        fields: vec![Field::new(Input::Select, "why", "elections-field-struck").from(words::<Struck>(v))],
    };
    page.shown()
}

async fn strikes(site: &Site, actor: &Actor, id: VoterId) -> Result<Voter, Problem> {
    let (found, it) = desk::voter(site, actor, id).await?;
    it.stage.after(Verb::Arrange).map_err(kernel::Refused::from)?;
    Ok(found)
}

pub async fn ask_strike(State(site): State<Site>, Extension(actor): Who, Path(id): Path<VoterId>, v: View) -> Answer {
    let found = strikes(&site, &actor, id).await?;
    Ok(struck(&v, &Form::blank(&v), &found))
}

pub async fn strike(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<VoterId>,
    v: View,
    mut form: Form,
) -> Answer {
    let found = strikes(&site, &actor, id).await?;
    if let Some(why) = form.choice("why", Struck::read) {
        match desk::strike(&site, &actor, id, StrikingWanted { why }).await {
            Ok(it) => {
                return Ok(done(&format!("/elections/districts/{}/voters", it.district), "elections-flash-struck"));
            }
            Err(problem) => keep_at(&mut form, "why", problem)?,
        }
    }
    Ok(struck(&v, &form, &found))
}
