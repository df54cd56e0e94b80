//! 统计: counts by every dimension, each figure opening its cases; the same summed over the levels below, by year.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use kernel::{AreaCode, BodyId};
use kit::{
    Problem, Site, View,
    db::Sql,
    sheets::{Cell, Export, Kind as As},
    web::{Query, chosen, page},
    words::Lang,
};
use roster_views::nowhere;
use serde::Deserialize;
use supervision_rules::SessionId;

use super::{
    dimensions::{Dimension, Drawn, dimensions, lines, one_after_another, part_lines, words},
    place::place,
    tabs::{Tab, tabs},
};
use crate::{
    queries::{
        self, Session,
        counted::{CaseWords, NONE},
        statistics::{Summed, Sums, above, by_year, of_congress, rung_below, units, within},
    },
    shares::{percent, share},
};

/// What is counted.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    pub congress: String,
    pub session: String,
    pub below: String,
    pub year: String,
    #[serde(flatten)]
    pub cases: CaseWords,
    pub after: String,
    #[serde(rename = "as")]
    pub kind: String,
}

/// The congress that is asked about.
pub struct About {
    /// The congress.
    pub congress: BodyId,
    /// Its name.
    pub name: String,
    /// The word of its level.
    pub level: String,
    /// Its area.
    pub area: AreaCode,
    /// One of its sessions.
    pub session: Option<SessionId>,
    /// Whether the levels below are summed.
    pub below: bool,
    /// Of the levels below, one year.
    pub year: Option<i16>,
    /// Whether the actor may see the cases behind a figure.
    opens: bool,
    /// Its sessions, the latest first.
    pub sessions: Vec<Session>,
    /// Its categories: code and name.
    pub categories: Vec<(String, String)>,
    /// Of the levels below, the one list to which their categories are mapped: code and name.
    pub above: Vec<(String, String)>,
}

/// Reads what is asked about, for who may see its sums: of the own congress, or of all within an area that lies in the own.
pub async fn about(site: &Site, actor: &Actor, wanted: &Wanted) -> Result<About, Problem> {
    let below = chosen("below", &wanted.below, |raw| (raw == "1").then_some(()))?.is_some();
    let asked: Option<BodyId> = chosen("congress", &wanted.congress, |raw| raw.parse().ok())?;
    let congress = match asked {
        Some(_) if below && !actor.signed_in() => return Err(Problem::SignIn),
        Some(congress) if below => congress,
        _ => {
            let place = place(site, actor, Right::SuggestionSums, &wanted.congress).await?;
            place.congress.ok_or_else(|| nowhere(actor, Right::SuggestionSums))?
        }
    };
    let mut db = site.db();
    let sql = Sql::new("select name, level, area from v_body where kind = 'congress' and id = {}").bind(congress);
    let (name, level, area): (String, String, AreaCode) = db.one(sql).await?.ok_or_else(Problem::missing)?;
    if below {
        actor.may_see_below(Right::SuggestionSums, &area)?;
    }
    let session = chosen("session", &wanted.session, |raw| raw.parse().ok())?;
    let year = chosen("year", &wanted.year, |raw| raw.parse().ok().filter(|year| (1949..=2999).contains(year)))?;
    let sessions = queries::sessions(&mut db, congress).await?;
    let categories = queries::category_names(&mut db, congress).await?;
    let above = if below { above(&mut db, congress, &area).await? } else { vec![] };
    // The cases of a level below are its own.
    let opens = !below && actor.may(Right::SuggestionSeeFiled, congress).is_ok();
    let year = year.filter(|_| below);
    Ok(About { congress, name, level, area, session, below, year, opens, sessions, categories, above })
}

impl About {
    /// Its sums.
    pub async fn sums(&self, site: &Site) -> Result<Sums, Problem> {
        let (mut db, today) = (site.db(), site.today());
        if self.below {
            return Ok(within(&mut db, &self.area, self.year, today).await?);
        }
        Ok(of_congress(&mut db, self.congress, self.session, today).await?)
    }

    /// The units of the congress, or of the levels below the congresses one rung down, with their sums.
    pub async fn bodies(&self, site: &Site) -> Result<Vec<Summed>, Problem> {
        let (mut db, today) = (site.db(), site.today());
        if self.below {
            return Ok(rung_below(&mut db, &self.area, self.year, today).await?);
        }
        Ok(units(&mut db, self.congress, self.session, today).await?)
    }

    /// A report tells of one year: without one named, of the latest session that has opened, or the latest year that has any.
    pub async fn of_one_year(mut self, site: &Site) -> Result<Self, Problem> {
        let today = site.today();
        if self.below && self.year.is_none() {
            let this = today.parts().0;
            let years = by_year(&mut site.db(), &self.area, today).await?;
            let past = years.keys().filter_map(|year| year.parse().ok()).filter(|year| *year <= this);
            self.year = Some(past.max().unwrap_or(this));
        }
        if !self.below && self.session.is_none() {
            self.session = self.sessions.iter().find(|one| one.opened <= today).map(|one| one.id);
        }
        Ok(self)
    }

    /// What a report compares with: the session before, or the year before, with its sums; nothing where there was none.
    pub async fn before(&self, site: &Site) -> Result<Option<(String, Sums)>, Problem> {
        let (mut db, today) = (site.db(), site.today());
        if self.below {
            let Some(year) = self.year.map(|year| year - 1) else { return Ok(None) };
            let mut years = by_year(&mut db, &self.area, today).await?;
            let name = Lang::Chinese.tf("supervision-year", [("year", year.to_string())]).into_owned();
            return Ok(years.remove(&year.to_string()).map(|sums| (name, sums)));
        }
        let mut earlier = self.sessions.iter().skip_while(|one| Some(one.id) != self.session).skip(1);
        let Some(one) = earlier.next() else { return Ok(None) };
        let sums = of_congress(&mut db, self.congress, Some(one.id), today).await?;
        Ok((sums.total() > 0).then(|| (one.name.clone(), sums)))
    }

    /// Which sessions or years are counted, in words.
    pub fn scope(&self, lang: Lang) -> String {
        let session = self.session.and_then(|id| self.sessions.iter().find(|one| one.id == id));
        match (self.below, self.year, session) {
            (true, Some(year), _) => lang.tf("supervision-year", [("year", year.to_string())]).into_owned(),
            (true, None, _) => lang.t("supervision-all-years").into_owned(),
            (false, _, Some(session)) => session.name.clone(),
            (false, _, None) => lang.t("supervision-all-sessions").into_owned(),
        }
    }

    /// What a category is called; its code where nobody knows.
    pub fn category(&self, code: &str) -> String {
        let known = self.categories.iter().find(|(known, _)| known == code);
        known.map_or_else(|| code.to_owned(), |(_, name)| name.clone())
    }

    /// What a category of the list above is called; its code where nobody knows.
    pub fn mapped(&self, lang: Lang, code: &str) -> String {
        if code.is_empty() {
            return lang.t("supervision-mapping-none").into_owned();
        }
        let known = self.above.iter().find(|(known, _)| known == code);
        known.map_or_else(|| code.to_owned(), |(_, name)| name.clone())
    }

    /// Where the cases of a figure are; nothing where the actor may not see them.
    pub fn cases(&self, key: &str, word: &str) -> String {
        if !self.opens {
            return String::new();
        }
        let session = self.session.map(|id| id.to_string()).unwrap_or_default();
        let word = if word.is_empty() { NONE } else { word };
        format!("/supervision/statistics/cases?congress={}&session={session}&{key}={word}", self.congress)
    }
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
    years: Vec<(String, String)>,
    year: String,
    looks_down: bool,
    /// Whether it is the actor's own congress: what is summed of another is all there is to see.
    own: bool,
    exports: bool,
}

impl Statistics<'_> {
    fn rate(&self, part: i64, whole: i64) -> String {
        percent(part, whole)
    }

    /// 满意率.
    fn satisfied(&self, sums: &Sums) -> String {
        share(sums.tally().satisfaction())
    }

    /// 反馈率.
    fn response(&self, sums: &Sums) -> String {
        share(sums.tally().response())
    }

    /// 沟通率.
    fn contacted(&self, sums: &Sums) -> String {
        percent(sums.contacted(), sums.contactable())
    }

    /// 见面率.
    fn met(&self, sums: &Sums) -> String {
        percent(sums.met(), sums.contactable())
    }

    /// Which sums of the congress these are, in an address.
    fn same(&self) -> String {
        let below = if self.of.below { "1" } else { "" };
        format!("congress={}&session={}&below={below}&year={}", self.of.congress, self.session, self.year)
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
        format!("/supervision/statistics/list?{}&as={kind}", self.same())
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
    charts.push(one_after_another(&site, &v, &of).await?);
    let bodies = of.bodies(&site).await?;
    let (units, congresses) = if of.below { (vec![], bodies) } else { (bodies, vec![]) };
    let years = if of.below { by_year(&mut site.db(), &of.area, site.today()).await? } else { [].into() };
    let template = Statistics {
        tabs: tabs(&v, &actor, "/supervision/statistics"),
        sums,
        charts,
        units,
        congresses,
        sessions: of.sessions.iter().map(|one| (one.id.to_string(), one.name.clone())).collect(),
        session: wanted.session.clone(),
        years: years.into_keys().rev().map(|year| (year.clone(), year)).collect(),
        year: of.year.map(|year| year.to_string()).unwrap_or_default(),
        looks_down: actor.may_see_below(Right::SuggestionSums, &of.area).is_ok(),
        own: actor.may(Right::SuggestionSums, of.congress).is_ok(),
        exports: actor.may(Right::ExportTake, of.congress).is_ok(),
        v: &v,
        of,
    };
    Ok(page(&template))
}

const COLUMNS: [&str; 7] = [
    "supervision-field-scope",
    "supervision-field-level",
    "supervision-field-body",
    "supervision-field-dimension",
    "supervision-field-kind-of",
    "supervision-field-count",
    "supervision-field-share",
];

/// Every figure as a table: of which session or year, level and body, by which dimension and word, how many. The congress or the area comes
/// first, then each unit or each congress one rung below.
pub async fn export(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let of = about(&site, &actor, &wanted).await?;
    actor.may(Right::ExportTake, of.congress)?;
    let kind = As::parse(&wanted.kind).unwrap_or(As::Xlsx);
    let mut table = Export::begin(kind, v.language, COLUMNS.map(|key| v.t(key)))?;
    let scope = of.scope(v.language);
    let mut told = |level: &str, name: &str, all: Vec<Dimension>| -> Result<(), Problem> {
        let level = if level.is_empty() { String::new() } else { words(v.language, "level", level) };
        for (title, lines) in all {
            let whole = lines.iter().map(|(_, _, n)| n).sum();
            for (_, said, n) in lines {
                let title = v.t(title).into_owned();
                let cells: [Cell; 7] = [
                    (&scope).into(),
                    (&level).into(),
                    name.into(),
                    title.into(),
                    said.into(),
                    n.into(),
                    percent(n, whole).into(),
                ];
                table.row(&cells)?;
            }
        }
        Ok(())
    };
    let sums = of.sums(&site).await?;
    told(if of.below { "" } else { &of.level }, &of.name, lines(v.language, &of, &sums))?;
    for Summed { name, level, sums, .. } in of.bodies(&site).await? {
        told(&level, &name, if of.below { lines(v.language, &of, &sums) } else { part_lines(v.language, &sums) })?;
    }
    Ok(table.finish()?.response(&v.t("supervision-statistics-title"))?)
}
