//! 统计: counts by every dimension, each figure opening its cases; the same summed over the levels below; the annual report.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use kernel::{AreaCode, BodyId};
use kit::{
    Problem, Site, View,
    charts::{Chart, Shape, Table},
    db::Sql,
    sheets::{Cell, Export, Kind as As},
    web::{Query, chosen, page},
};
use serde::Deserialize;
use supervision_rules::SessionId;

use super::{
    place::{place, refused},
    tabs::{Tab, tabs},
};
use crate::queries::{
    self, Session,
    counted::{CLASSES, CaseWords, NONE, OUTCOMES, TIMELY},
    statistics::{Summed, Sums, by_session, of_congress, rung_below, units, within},
};

/// What is counted.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    pub congress: String,
    pub session: String,
    pub below: String,
    #[serde(flatten)]
    pub cases: CaseWords,
    pub after: String,
    #[serde(rename = "as")]
    pub kind: String,
}

/// A picture with its numbers.
pub struct Drawn {
    title: &'static str,
    svg: String,
    table: Table,
}

/// The congress that is asked about.
pub struct About {
    /// The congress.
    pub congress: BodyId,
    /// Its name.
    pub name: String,
    /// Its area.
    area: AreaCode,
    /// One of its sessions.
    pub session: Option<SessionId>,
    /// Whether the levels below are summed.
    pub below: bool,
    /// Whether the actor may see the cases behind a figure.
    opens: bool,
    /// Its sessions, the latest first.
    pub sessions: Vec<Session>,
    /// Its categories: code and name.
    categories: Vec<(String, String)>,
}

/// Reads what is asked about, for who may see its sums: of the own congress, or of all within an area that lies in the own.
pub async fn about(site: &Site, actor: &Actor, wanted: &Wanted) -> Result<About, Problem> {
    let below = chosen("below", &wanted.below, |raw| (raw == "1").then_some(()))?.is_some();
    let asked: Option<BodyId> = chosen("congress", &wanted.congress, |raw| raw.parse().ok())?;
    let congress = match asked {
        Some(congress) if below => congress,
        _ => {
            let place = place(site, actor, Right::SuggestionSums, &wanted.congress).await?;
            place.congress.ok_or_else(|| refused(actor, Right::SuggestionSums))?
        }
    };
    let mut db = site.db();
    let sql = Sql::new("select name, area from v_body where kind = 'congress' and id = {}").bind(congress);
    let (name, area): (String, AreaCode) = db.one(sql).await?.ok_or_else(Problem::missing)?;
    if below {
        actor.may_see_below(Right::SuggestionSums, &area)?;
    }
    let session = chosen("session", &wanted.session, |raw| raw.parse().ok())?;
    let sessions = queries::sessions(&mut db, congress).await?;
    let categories = queries::category_names(&mut db, congress).await?;
    // The cases of a level below are its own.
    let opens = !below && actor.may(Right::SuggestionSeeFiled, congress).is_ok();
    Ok(About { congress, name, area, session, below, opens, sessions, categories })
}

impl About {
    /// Its sums.
    pub async fn sums(&self, site: &Site) -> Result<Sums, Problem> {
        let mut db = site.db();
        if self.below {
            return Ok(within(&mut db, &self.area).await?);
        }
        Ok(of_congress(&mut db, self.congress, self.session).await?)
    }

    /// What a category is called; its code where nobody knows.
    pub fn category(&self, code: &str) -> String {
        let known = self.categories.iter().find(|(known, _)| known == code);
        known.map_or_else(|| code.to_owned(), |(_, name)| name.clone())
    }

    /// Where the cases of a figure are; nothing where the actor may not see them.
    fn cases(&self, key: &str, word: &str) -> String {
        if !self.opens {
            return String::new();
        }
        let session = self.session.map(|id| id.to_string()).unwrap_or_default();
        let word = if word.is_empty() { NONE } else { word };
        format!("/supervision/statistics/cases?congress={}&session={session}&{key}={word}", self.congress)
    }
}

/// 86.5 of a hundred, rounded down; a dash where there is nothing.
pub fn percent(part: i64, whole: i64) -> String {
    match (part * 1_000).checked_div(whole) {
        Some(share) => format!("{}.{}%", share / 10, share % 10),
        None => "—".to_owned(),
    }
}

/// What people call a word of a dimension.
pub fn words(v: &View, key: &str, word: &str) -> String {
    let word = if word.is_empty() { NONE } else { word };
    v.t(&format!("supervision-{key}-{word}")).into_owned()
}

/// One dimension: its words with what each counts.
fn drawn(
    v: &View,
    of: &About,
    (id, title, key): (&'static str, &'static str, &str),
    lines: Vec<(String, String, i64)>,
) -> Result<Drawn, Problem> {
    let chart = Chart::new(id, v.t(title), Shape::Bars, lines.iter().map(|(_, words, _)| words.clone()))
        .links(lines.iter().map(|(word, _, _)| of.cases(key, word)))
        .series(v.t("supervision-field-count"), lines.iter().map(|(_, _, n)| *n));
    Ok(Drawn { title, svg: chart.svg(v.language)?, table: chart.table() })
}

/// A dimension: the key of its title, and each word with what people call it and how many.
pub type Dimension = (&'static str, Vec<(String, String, i64)>);

/// The dimensions that a report tells.
pub fn lines(v: &View, of: &About, sums: &Sums) -> Vec<Dimension> {
    let fixed = |key: &'static str, all: &[&str]| -> Vec<(String, String, i64)> {
        all.iter().map(|word| ((*word).to_owned(), words(v, key, word), sums.of(key, word))).collect()
    };
    // In the order of the congress's own list; then what it no longer has.
    let listed = of.categories.iter().map(|(code, _)| code.as_str());
    let gone = sums.each("category").map(|(code, _)| code).filter(|code| listed.clone().all(|known| known != *code));
    let category = |code: &str| (code.to_owned(), of.category(code), sums.of("category", code));
    let round = |(round, n): (&str, i64)| {
        (round.to_owned(), v.tf("supervision-round", [("round", round.to_owned())]).into_owned(), n)
    };
    vec![
        ("supervision-by-category", listed.clone().chain(gone).map(category).filter(|(_, _, n)| *n != 0).collect()),
        ("supervision-by-class", fixed("class", &CLASSES)),
        ("supervision-by-outcome", fixed("outcome", &OUTCOMES)),
        ("supervision-by-timely", fixed("timely", &TIMELY)),
        ("supervision-by-round", sums.each("rounds").map(round).collect()),
    ]
}

/// The names of charts and of the filters that open their cases, in the order of [`lines`].
const CHARTS: [(&str, &str); 5] = [
    ("categories", "category"),
    ("classes", "class"),
    ("outcomes", "outcome"),
    ("timely", "timely"),
    ("rounds", "rounds"),
];

fn dimensions(v: &View, of: &About, sums: &Sums) -> Result<Vec<Drawn>, Problem> {
    let mut all = Vec::new();
    for ((title, lines), (id, key)) in lines(v, of, sums).into_iter().zip(CHARTS) {
        all.push(drawn(v, of, (id, title, key), lines)?);
    }
    if of.below {
        let level = |word: &str| (word.to_owned(), words(v, "level", word), sums.of("level", word));
        let levels = ["province", "prefecture", "county", "township"].map(level).into();
        all.insert(0, drawn(v, of, ("levels", "supervision-by-level", "level"), levels)?);
    }
    Ok(all)
}

/// Session after session, the oldest first: how many, and how many satisfied.
async fn years(site: &Site, v: &View, of: &About) -> Result<Drawn, Problem> {
    let sums = by_session(&mut site.db(), of.congress).await?;
    let sessions: Vec<&Session> = of.sessions.iter().rev().collect();
    let count =
        |wanted: fn(&Sums) -> i64| sessions.iter().map(|one| sums.get(&one.id).map_or(0, wanted)).collect::<Vec<i64>>();
    let link = |one: &&Session| format!("/supervision/statistics?congress={}&session={}", of.congress, one.id);
    let chart =
        Chart::new("sessions", v.t("supervision-by-session"), Shape::Bars, sessions.iter().map(|one| one.name.clone()))
            .links(sessions.iter().map(link))
            .series(v.t("supervision-field-count"), count(Sums::total))
            .series(v.t("supervision-outcome-satisfied"), count(Sums::satisfied));
    Ok(Drawn { title: "supervision-by-session", svg: chart.svg(v.language)?, table: chart.table() })
}

#[derive(Template)]
#[template(path = "supervision/statistics.html")]
struct Statistics<'a> {
    v: &'a View,
    tabs: Vec<Tab>,
    of: About,
    sums: Sums,
    charts: Vec<Drawn>,
    units: Vec<Summed>,
    congresses: Vec<Summed>,
    sessions: Vec<(String, String)>,
    session: String,
    looks_down: bool,
    /// Whether it is the actor's own congress: what is summed of another is all there is to see.
    own: bool,
    exports: bool,
}

impl Statistics<'_> {
    fn rate(&self, part: i64, whole: i64) -> String {
        percent(part, whole)
    }

    /// Where all of them are; nothing where the actor may not see them.
    fn all(&self) -> String {
        let (congress, session) = (self.of.congress, &self.session);
        if self.of.opens {
            format!("/supervision/statistics/cases?congress={congress}&session={session}")
        } else {
            String::new()
        }
    }

    /// The table of these figures.
    fn export(&self, kind: &str) -> String {
        let below = if self.of.below { "1" } else { "" };
        let (congress, session) = (self.of.congress, &self.session);
        format!("/supervision/statistics/list?congress={congress}&session={session}&below={below}&as={kind}")
    }
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let of = about(&site, &actor, &wanted).await?;
    let sums = of.sums(&site).await?;
    let mut charts = dimensions(&v, &of, &sums)?;
    let mut db = site.db();
    let (units, congresses) = if of.below {
        (vec![], rung_below(&mut db, &of.area).await?)
    } else {
        charts.push(years(&site, &v, &of).await?);
        (units(&mut db, of.congress, of.session).await?, vec![])
    };
    let template = Statistics {
        tabs: tabs(&v, &actor, "/supervision/statistics"),
        sums,
        charts,
        units,
        congresses,
        sessions: of.sessions.iter().map(|one| (one.id.to_string(), one.name.clone())).collect(),
        session: wanted.session.clone(),
        looks_down: actor.may_see_below(Right::SuggestionSums, &of.area).is_ok(),
        own: actor.may(Right::SuggestionSums, of.congress).is_ok(),
        exports: actor.may(Right::ExportTake, of.congress).is_ok(),
        v: &v,
        of,
    };
    Ok(page(&template))
}

/// The figures as a table: dimension, word, how many.
pub async fn export(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let of = about(&site, &actor, &wanted).await?;
    actor.may(Right::ExportTake, of.congress)?;
    let kind = As::parse(&wanted.kind).unwrap_or(As::Xlsx);
    let columns = ["supervision-field-dimension", "supervision-field-kind-of", "supervision-field-count"];
    let mut table = Export::begin(kind, v.language, columns.map(|key| v.t(key)))?;
    for (title, lines) in lines(&v, &of, &of.sums(&site).await?) {
        for (_, words, n) in lines {
            let cells: [Cell; 3] = [v.t(title).into_owned().into(), words.into(), n.into()];
            table.row(&cells)?;
        }
    }
    Ok(table.finish()?.response(&v.t("supervision-statistics-title"))?)
}
