//! 12345 工单: what lies there as a table that goes out, and the pages of every noun's import for what comes in and back.

use std::sync::Arc;

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Path, Query, State},
    response::Response,
};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    db::Sql,
    sheets::{
        self, Cell, Export, ImportId, Kind,
        pages::{Door, Look},
    },
    web::Form,
    words::Lang,
};
use opinions_rules::{Topic, Waits};

use crate::{
    desk::hotline::Desk,
    hotline::{COLUMNS, HotlineSheet},
    queries::{
        book,
        list::{self, Filter, LATEST, OpinionLine, Whose},
    },
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Rows of the table that goes out.
const MOST: u16 = 5_000;

/// A desk with what its pages are called.
struct Home {
    desk: Desk,
    address: String,
    name: String,
}

async fn home(site: &Site, actor: &Actor, congress: BodyId) -> Result<Home, Problem> {
    let desk = Desk::of(site, actor, congress)?;
    let name: Option<(String,)> =
        site.db().one(Sql::new("select name from v_body where id = {}").bind(congress)).await?;
    let (name,) = name.ok_or_else(Problem::missing)?;
    Ok(Home { desk, address: format!("/opinions/hotline/{congress}/imports"), name })
}

async fn mine(site: &Site, actor: &Actor, id: ImportId) -> Result<Home, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let import = sheets::find(&mut site.db(), "hotline", id).await?.ok_or_else(Problem::missing)?;
    let congress = import.body.ok_or_else(Problem::missing)?;
    actor.may(Right::OpinionKeep, congress).map_err(|_| Problem::missing())?;
    home(site, actor, congress).await
}

/// What topics are called, in both languages.
fn topics() -> Vec<(String, &'static str)> {
    let named = |lang: Lang| {
        let name =
            move |topic: &Topic| (lang.t(&format!("opinions-topic-{}", topic.word())).into_owned(), topic.word());
        Topic::ALL.iter().map(name)
    };
    named(Lang::Chinese).chain(named(Lang::English)).collect()
}

fn door<'a>(site: &'a Site, view: &'a View, actor: &Actor, home: &'a Home) -> Door<'a, HotlineSheet> {
    Door {
        site,
        view,
        spec: Arc::new(HotlineSheet::new(home.desk.clone(), topics())),
        home: &home.address,
        base: "/imports/hotline",
        title: "opinions-hotline-import",
        name: &home.name,
        body: Some(home.desk.congress),
        by: actor.account,
    }
}

pub async fn list(State(site): State<Site>, v: View, Extension(actor): Who, Path(congress): Path<BodyId>) -> Answer {
    door(&site, &v, &actor, &home(&site, &actor, congress).await?).index().await
}

pub async fn upload(
    State(site): State<Site>,
    v: View,
    Extension(actor): Who,
    Path(congress): Path<BodyId>,
    f: Form,
) -> Answer {
    door(&site, &v, &actor, &home(&site, &actor, congress).await?).receive(f).await
}

/// The empty table, for who keeps opinions somewhere.
pub async fn template(State(site): State<Site>, v: View, Extension(actor): Who) -> Answer {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let congress = actor.bodies(Right::OpinionKeep).next();
    let congress = match congress {
        Some(congress) => congress,
        None => return Err(crate::pages::list::nobodys()),
    };
    door(&site, &v, &actor, &home(&site, &actor, congress).await?).template()
}

pub async fn show(
    State(site): State<Site>,
    v: View,
    Extension(actor): Who,
    Path(id): Path<ImportId>,
    Query(look): Query<Look>,
) -> Answer {
    door(&site, &v, &actor, &mine(&site, &actor, id).await?).show(id, &look).await
}

pub async fn commit(
    State(site): State<Site>,
    v: View,
    Extension(actor): Who,
    Path(id): Path<ImportId>,
    f: Form,
) -> Answer {
    door(&site, &v, &actor, &mine(&site, &actor, id).await?).commit(id, &f).await
}

pub async fn problems(State(site): State<Site>, v: View, Extension(actor): Who, Path(id): Path<ImportId>) -> Answer {
    door(&site, &v, &actor, &mine(&site, &actor, id).await?).problems(id).await
}

pub async fn drop(
    State(site): State<Site>,
    v: View,
    Extension(actor): Who,
    Path(id): Path<ImportId>,
    _form: Form,
) -> Answer {
    door(&site, &v, &actor, &mine(&site, &actor, id).await?).remove(id).await
}

/// What lies at 12345, of one congress.
///
/// # Errors
/// When the database refuses.
pub async fn lying(site: &Site, congress: BodyId) -> Result<Vec<OpinionLine>, Problem> {
    let filter = Filter { stage: Some("hotline".to_owned()), ..Filter::default() };
    let whose = Whose::Office(congress);
    let mut all = Vec::new();
    let mut after = None;
    while all.len() < usize::from(MOST) {
        let found = list::page(&mut site.db(), &whose, &filter, after, 500).await?;
        all.extend(found.items.into_iter().filter(|line| line.holder == congress));
        match found.next {
            Some(next) => after = kit::list::position(&next.to_string(), &LATEST)?,
            None => break,
        }
    }
    Ok(all)
}

/// The table for 12345: what lies there, to be filled in and sent back. No name and no telephone goes out.
pub async fn table(
    State(site): State<Site>,
    v: View,
    Extension(actor): Who,
    Path((congress, kind)): Path<(BodyId, String)>,
) -> Answer {
    Desk::of(&site, &actor, congress)?;
    let kind = Kind::parse(&kind).ok_or_else(Problem::missing)?;
    let rules = book::of_congress(&mut site.db(), congress).await?;
    let due = v.t("opinions-due").into_owned();
    let titles = COLUMNS.iter().take(6).map(|column| column.title(v.language).to_owned()).chain([due]);
    let mut sheet = Export::begin(kind, v.language, titles)?;
    for line in lying(&site, congress).await? {
        let due = super::list::due(&site, &rules, &line).map(|waits: Waits| waits.day().to_string());
        let topic = v.t(&format!("opinions-topic-{}", line.topic)).into_owned();
        let number = v.tf("opinions-number", [("year", line.year.to_string()), ("n", line.n.to_string())]).into_owned();
        let told = [
            Cell::from(line.hotline),
            Cell::from(number),
            Cell::from(line.area),
            Cell::from(topic),
            Cell::from(line.body),
            Cell::Empty,
            Cell::from(due),
        ];
        sheet.row(&told)?;
    }
    Ok(sheet.finish()?.response(&v.t("opinions-hotline-table"))?)
}
