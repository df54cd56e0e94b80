//! The cases behind a figure of the statistics.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use kit::{
    Problem, Site, View,
    list::position,
    sheets::{Cell, Export, Kind as As},
    web::{Query, page},
};

use super::{
    dimensions::words,
    statistics::{About, Wanted, about},
};
use crate::queries::{
    counted::{BEGUN, CLASSES, CONTACTS, CaseWords, CasesOf, Counted, NONE, OUTCOMES, SOURCES, TIMELY, counted},
    delegations, handlers, mappings,
};

const LINES: u16 = 25;
const ROWS: u16 = 500;

/// A word in addresses, and what people call it.
type Choice = (String, String);

/// A filter: its name, the word now in force, the key of its label, what can be chosen.
struct Pick {
    name: &'static str,
    chosen: String,
    label: &'static str,
    options: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "supervision/counted.html")]
struct Cases<'a> {
    v: &'a View,
    of: About,
    session: String,
    sessions: Vec<Choice>,
    picks: Vec<Pick>,
    lines: Vec<Counted>,
    total: i64,
    first: Option<String>,
    next: Option<String>,
    export: Option<String>,
}

impl Cases<'_> {
    fn word(&self, key: &str, word: &str) -> String {
        words(self.v.language, key, word)
    }
}

/// The same cases in an address.
fn same(of: &About, wanted: &Wanted) -> String {
    let CaseWords { category, source, class, outcome, process, timely, contact, rounds, hops, unit, delegation } =
        &wanted.cases;
    let words = format!(
        "category={category}&source={source}&class={class}&outcome={outcome}&process={process}&timely={timely}"
    );
    format!(
        "congress={}&session={}&{words}&contact={contact}&rounds={rounds}&hops={hops}&unit={unit}&delegation={delegation}",
        of.congress, wanted.session
    )
}

/// How many replies, or how often passed on, can be chosen.
const TIMES: [&str; 6] = ["0", "1", "2", "3", "4", "5"];

/// Every filter: dimensions are crossed by choosing in several.
async fn picks(site: &Site, v: &View, of: &About, now: &CaseWords) -> Result<Vec<Pick>, Problem> {
    let pick = |name, chosen: &str, label, options| Pick { name, chosen: chosen.to_owned(), label, options };
    let fixed = |key: &str, all: &[&str]| -> Vec<Choice> {
        let choice = |word: &&str| (if word.is_empty() { NONE } else { word }.to_owned(), words(v.language, key, word));
        all.iter().map(choice).collect()
    };
    let times = |key: &'static str| -> Vec<Choice> {
        TIMES.map(|n| (n.to_owned(), v.tf(key, [("round", n.to_owned())]).into_owned())).into()
    };
    let mut db = site.db();
    let units = handlers(&mut db, of.congress).await?;
    let latest = of.session.or_else(|| of.sessions.first().map(|one| one.id));
    let delegations = match latest {
        Some(session) => delegations(&mut db, session).await?,
        None => vec![],
    };
    Ok(vec![
        pick("category", &now.category, "supervision-field-category", of.categories.clone()),
        pick("source", &now.source, "supervision-field-source", fixed("source", &SOURCES)),
        pick("unit", &now.unit, "supervision-field-unit-to", units),
        pick("delegation", &now.delegation, "supervision-field-delegation", delegations),
        pick("class", &now.class, "supervision-field-class", fixed("class", &CLASSES)),
        pick("outcome", &now.outcome, "supervision-field-outcome", fixed("outcome", &OUTCOMES)),
        pick("process", &now.process, "supervision-field-process", fixed("process", &OUTCOMES)),
        pick("timely", &now.timely, "supervision-field-timely", fixed("timely", &TIMELY)),
        pick("contact", &now.contact, "supervision-field-contact", fixed("contact", &CONTACTS)),
        pick("rounds", &now.rounds, "supervision-field-rounds", times("supervision-round")),
        pick("hops", &now.hops, "supervision-field-hops", times("supervision-hop")),
    ])
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let of = about(&site, &actor, &wanted).await?;
    actor.may(Right::SuggestionSeeFiled, of.congress)?;
    let narrow = CasesOf::read(of.congress, of.session, &wanted.cases, site.today())?;
    let found = counted(&mut site.db(), &narrow, position(&wanted.after, &BEGUN)?, LINES).await?;
    let same = same(&of, &wanted);
    let here = format!("/supervision/statistics/cases?{same}");
    let template = Cases {
        v: &v,
        session: wanted.session.clone(),
        sessions: of.sessions.iter().map(|one| (one.id.to_string(), one.name.clone())).collect(),
        picks: picks(&site, &v, &of, &wanted.cases).await?,
        lines: found.items,
        total: found.total,
        first: (!wanted.after.is_empty()).then(|| here.clone()),
        next: found.next.map(|next| format!("{here}&after={next}")),
        export: actor
            .may(Right::ExportTake, of.congress)
            .is_ok()
            .then(|| format!("/supervision/statistics/cases/list?{same}")),
        of,
    };
    Ok(page(&template))
}

const CASE_COLUMNS: [&str; 14] = [
    "supervision-field-number",
    "supervision-field-title",
    "supervision-field-unit",
    "supervision-field-category",
    "supervision-field-mapping-code",
    "supervision-field-mapping",
    "supervision-field-source",
    "supervision-field-class",
    "supervision-field-outcome",
    "supervision-field-process",
    "supervision-field-timely",
    "supervision-field-contact",
    "supervision-field-rounds",
    "supervision-field-hops",
];

pub async fn export(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let of = about(&site, &actor, &wanted).await?;
    actor.may(Right::SuggestionSeeFiled, of.congress)?;
    actor.may(Right::ExportTake, of.congress)?;
    let narrow = CasesOf::read(of.congress, of.session, &wanted.cases, site.today())?;
    let kind = As::parse(&wanted.kind).unwrap_or(As::Xlsx);
    let mut table = Export::begin(kind, v.language, CASE_COLUMNS.iter().map(|key| v.t(key)))?;
    let above = mappings(&mut site.db(), of.congress).await?;
    let mut after = String::new();
    loop {
        let found = counted(&mut site.db(), &narrow, position(&after, &BEGUN)?, ROWS).await?;
        for line in found.items {
            let above = above.iter().find(|it| it.category == line.category);
            let cells: [Cell; 14] = [
                line.number.into(),
                line.title.into(),
                line.unit.into(),
                of.category(&line.category).into(),
                above.map(|it| it.code.clone()).into(),
                above.map(|it| it.name.clone()).into(),
                words(v.language, "source", &line.source).into(),
                words(v.language, "class", &line.class).into(),
                words(v.language, "outcome", &line.outcome).into(),
                words(v.language, "process", &line.process).into(),
                words(v.language, "timely", &line.timely).into(),
                words(v.language, "contact", &line.contact).into(),
                line.rounds.into(),
                line.hops.into(),
            ];
            table.row(&cells)?;
        }
        match found.next {
            Some(next) => after = next.to_string(),
            None => return Ok(table.finish()?.response(&v.t("supervision-counted-title"))?),
        }
    }
}
