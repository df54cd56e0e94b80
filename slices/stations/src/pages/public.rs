//! 联络站 for everybody: those that are open, and each with deputies and hours.

#![expect(clippy::cmp_owned, reason = "a comparison in the page, as askama writes it")]

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use fast_qr::{
    QRBuilder,
    convert::{Builder as _, Shape, svg::SvgBuilder},
};
use kernel::Day;
use kit::{
    Fault, Problem, Site, View,
    list::position,
    web::{Query, go, page},
};
use law_rules::Word as _;
use roster_views::body_name;
use serde::Deserialize;
use stations_rules::{Stage, StationId};

use super::{ledger, rows};
use crate::{
    queries::{
        people::{self, HomeLine, KeeperLine},
        place, plans,
        schedule::{self, Coming},
        stations::{self, BY_AREA, HistoryLine, StationFilter, StationLine},
    },
    sight,
    store::{Station, read},
};

const LINES: u16 = 25;
/// Published receptions of so many days are told.
const COMING: i32 = 45;
/// So often a station can have gone into another.
const HOPS: u8 = 20;

/// Words of a name or an address.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    q: String,
    after: String,
}

#[derive(Template)]
#[template(path = "stations/stations.html")]
struct List<'a> {
    v: &'a View,
    q: &'a str,
    lines: Vec<StationLine>,
    total: i64,
    first: Option<String>,
    next: Option<String>,
    inside: bool,
}

/// Words of a search as they are looked for.
pub fn words(typed: &str) -> String {
    typed.trim().chars().filter(|c| !c.is_control()).take(40).collect()
}

pub async fn list(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let filter = StationFilter { q: words(&wanted.q), ..StationFilter::default() };
    let found = stations::stations(&mut site.db(), &filter, position(&wanted.after, &BY_AREA)?, LINES).await?;
    let next = found.next.map(|next| format!("/stations?q={}&after={next}", super::lists::form_word(&wanted.q)));
    let template = List {
        v: &v,
        q: &wanted.q,
        lines: found.items,
        total: found.total,
        first: (!wanted.after.is_empty()).then(|| "/stations".to_owned()),
        next,
        inside: actor.holds(Right::StationSee),
    };
    Ok(page(&template))
}

/// What those inside see beside.
struct Inside {
    keepers: Vec<KeeperLine>,
    history: Vec<HistoryLine>,
    plan: Vec<(String, Option<String>, String)>,
    year: i64,
    year_stage: String,
    works: bool,
    keeps: bool,
    grades: bool,
}

#[derive(Template)]
#[template(path = "stations/show.html")]
struct Show<'a> {
    v: &'a View,
    s: &'a Station,
    area: String,
    congress: String,
    homes: Vec<HomeLine>,
    further: Vec<HomeLine>,
    coming: Vec<Coming>,
    good: Option<u8>,
    inside: Option<Inside>,
}

impl Show<'_> {
    fn word(&self, group: &str, word: &str) -> String {
        rows::word(self.v.language, group, word)
    }

    fn functions(&self) -> String {
        let all: Vec<&str> = self.s.card.functions.iter().map(|one| one.word()).collect();
        rows::functions(self.v.language, &all.join(","))
    }

    fn stars(&self) -> String {
        rows::stars(self.good.map(u32::from))
    }

    /// Of stars that ran out: the day on which they did, for those inside.
    fn over(&self) -> Option<Day> {
        self.s.stars_till.filter(|_| self.good.is_none() && self.inside.is_some())
    }

    fn names(&self, it: &Coming) -> String {
        rows::names(self.v.language, &it.names)
    }
}

/// A station as the visitor may see it; one that went into another leads there.
pub async fn seen(site: &Site, actor: &Actor, id: StationId) -> Result<Result<Station, StationId>, Problem> {
    let station = read(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    if station.stage == Stage::Open || sight::reaches(actor, Right::StationSee, &station) {
        return Ok(Ok(station));
    }
    let mut at = station;
    for _ in 0..HOPS {
        match at.stage {
            Stage::Merged(into) => at = read(&mut site.db(), into).await?.ok_or_else(Problem::missing)?,
            Stage::Open => return Ok(Err(at.id)),
            _ => break,
        }
    }
    Err(Problem::missing())
}

async fn inside(site: &Site, v: &View, actor: &Actor, s: &Station) -> Result<Option<Inside>, Problem> {
    if sight::sees(actor, s).is_err() {
        return Ok(None);
    }
    let mut db = site.db();
    let held = [stations_rules::body_of(s.id)];
    let year = i64::from(site.today().parts().0);
    let found = plans::plans(&mut db, &held, (Some(s.id), year), None, 100).await?;
    let works = s.stage.lives() && sight::reaches(actor, Right::StationWork, s);
    let plan = found.items.iter().map(|line| {
        let progress = rows::progress(line, site.today());
        let open = works && matches!(progress.word(), "ahead" | "late");
        let title = format!("{}-{:02} {}", line.year, line.month, line.title);
        let drop = open.then(|| format!("/stations/plans/{}/removal", line.id));
        (title, drop, rows::word(v.language, "progress", progress.word()))
    });
    let stage = crate::store::read_year(&mut db, s.id, year).await?.stage;
    Ok(Some(Inside {
        year,
        year_stage: v.t(&stage.key()).into_owned(),
        plan: plan.collect(),
        keepers: people::keepers(&mut db, s.id).await?,
        history: stations::history(&mut db, s.id).await?,
        works,
        keeps: sight::reaches(actor, Right::StationKeep, s),
        grades: works && crate::store::scheme_of(&mut db, s.congress).await?.is_some(),
    }))
}

async fn names(site: &Site, s: &Station) -> Result<(String, String), Fault> {
    let area = place::name(&mut site.db(), &s.card.area).await?.unwrap_or_default();
    let congress = body_name(&mut site.db(), s.congress).await?;
    Ok((area, congress))
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<StationId>,
    v: View,
) -> Result<Response, Problem> {
    let s = match seen(&site, &actor, id).await? {
        Ok(station) => station,
        Err(into) => return Ok(go(&format!("/stations/{into}"))),
    };
    let (_, days) = ledger::year(&site, "")?;
    let (area, congress) = names(&site, &s).await?;
    let mut homes = people::homes(&mut site.db(), s.id, days).await?;
    let mut further = people::further(&mut site.db(), s.id, days).await?;
    let inside = inside(&site, &v, &actor, &s).await?;
    if inside.is_none() {
        // Who holds no mandate any more is nobody the public is told of.
        homes.retain(|it| it.congress.is_some());
        further.retain(|it| it.congress.is_some());
    }
    let coming = coming(&site, &s).await?;
    let good = s.stars_on(site.today());
    Ok(page(&Show { v: &v, s: &s, area, congress, homes, further, coming, good, inside }))
}

/// What the published rosters promise of an open station.
async fn coming(site: &Site, s: &Station) -> Result<Vec<Coming>, Fault> {
    let today = site.today();
    match s.stage {
        Stage::Open => schedule::coming(&mut site.db(), s.id, (today, today.plus_days(COMING))).await,
        _ => Ok(Vec::new()),
    }
}

#[derive(Template)]
#[template(path = "stations/wall.html")]
struct Wall<'a> {
    v: &'a View,
    s: &'a Station,
    congress: String,
    homes: Vec<HomeLine>,
    coming: Vec<Coming>,
    /// The signed code of the station is in force.
    signed: bool,
    code: String,
    address: String,
}

impl Wall<'_> {
    fn names(&self, it: &Coming) -> String {
        rows::names(self.v.language, &it.names)
    }
}

/// 上墙公示: the station's board, to be printed.
pub async fn wall(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<StationId>,
    v: View,
) -> Result<Response, Problem> {
    let s = read(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    sight::sees(&actor, &s)?;
    let (_, days) = ledger::year(&site, "")?;
    let (_, congress) = names(&site, &s).await?;
    let mut homes = people::homes(&mut site.db(), s.id, days).await?;
    homes.extend(people::further(&mut site.db(), s.id, days).await?);
    homes.retain(|it| it.congress.is_some());
    let config = site.config();
    let set = config.public_url.trim_end_matches('/');
    let base = if set.is_empty() { format!("http://{}", config.listen) } else { set.to_owned() };
    let address = format!("{base}/stations/{id}");
    let signed = schedule::has_code(&mut site.db(), id).await?;
    let (coming, code) = (coming(&site, &s).await?, picture(&address)?);
    Ok(page(&Wall { v: &v, s: &s, congress, homes, coming, signed, code, address }))
}

/// The code of an address as a picture.
fn picture(address: &str) -> Result<String, Fault> {
    let code = QRBuilder::new(address).build();
    let code = code.map_err(|error| Fault::new(format_args!("a code is too long: {error:?}")))?;
    Ok(SvgBuilder::default().shape(Shape::Square).margin(2).to_str(&code))
}
