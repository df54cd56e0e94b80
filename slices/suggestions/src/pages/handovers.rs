//! 交办表 out and in: the table to fill, and the pages of every noun's import for what comes back.

use roster_views::body_name;
use std::sync::Arc;

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, Query, State},
    response::Response,
};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    sheets::{
        self, Cell, Export, Import, ImportId, Kind,
        pages::{Door, Look},
    },
    web::Form,
};

use super::assigning::Place;
use crate::{
    assigning::{AssigningSheet, COLUMNS, MOST},
    queries,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// A place with what its pages are called.
struct Home {
    place: Place,
    address: String,
    name: String,
}

async fn home(site: &Site, actor: &Actor, body: BodyId) -> Result<Home, Problem> {
    let place = Place::of_body(site, actor, body).await?;
    let name = body_name(&mut site.db(), body).await?;
    Ok(Home { place, address: place.imports(), name })
}

/// An import with its place, for who hands over there; before others it is as if there were none.
pub async fn import_of(site: &Site, actor: &Actor, id: ImportId) -> Result<(Import, Place), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let import = sheets::find(&mut site.db(), "assigning", id).await?.ok_or_else(Problem::missing)?;
    let body = import.body.ok_or_else(Problem::missing)?;
    match Place::of_body(site, actor, body).await {
        Err(Problem::Refused(_)) => Err(Problem::missing()),
        found => found.map(|place| (import, place)),
    }
}

async fn mine(site: &Site, actor: &Actor, id: ImportId) -> Result<Home, Problem> {
    let (_, place) = import_of(site, actor, id).await?;
    home(site, actor, place.body()).await
}

fn door<'a>(site: &'a Site, view: &'a View, actor: &Actor, home: &'a Home) -> Door<'a, AssigningSheet> {
    Door {
        site,
        view,
        spec: Arc::new(AssigningSheet::new(site, actor, home.place)),
        home: &home.address,
        base: "/imports/assigning",
        title: "suggestions-assigning-import",
        name: &home.name,
        body: Some(home.place.body()),
        by: actor.account,
    }
}

/// Everything that lies to be assigned there, with empty columns for the units.
pub async fn table(State(site): State<Site>, v: View, Extension(actor): Who, Path(body): Path<BodyId>) -> Answer {
    let home = home(&site, &actor, body).await?;
    let lines = queries::to_assign(&mut site.db(), home.place.congress, home.place.office, MOST).await?;
    let book = queries::book_of(&site, home.place.congress).await?;
    let mut sheet = Export::begin(Kind::Xlsx, v.language, COLUMNS.iter().map(|column| column.title(v.language)))?;
    for line in lines {
        let category = book.name_of("category", &line.category).to_owned();
        let told = [line.number.unwrap_or_default(), line.title, line.lead.unwrap_or_default(), category];
        let mut row: Vec<Cell> = told.into_iter().map(Cell::from).collect();
        row.resize(COLUMNS.len(), Cell::Empty);
        sheet.row(&row)?;
    }
    Ok(sheet.finish()?.response(&v.t("suggestions-assigning-table"))?)
}

pub async fn list(State(site): State<Site>, v: View, Extension(actor): Who, Path(body): Path<BodyId>) -> Answer {
    door(&site, &v, &actor, &home(&site, &actor, body).await?).index().await
}

pub async fn upload(
    State(site): State<Site>,
    v: View,
    Extension(actor): Who,
    Path(body): Path<BodyId>,
    f: Form,
) -> Answer {
    door(&site, &v, &actor, &home(&site, &actor, body).await?).receive(f).await
}

/// The empty table, for who has the right somewhere.
pub async fn template(State(site): State<Site>, v: View, Extension(actor): Who) -> Answer {
    let place = Place::of(&site, &actor, super::assigning::Wanted::ANY).await?;
    let home = Home { place, address: place.imports(), name: String::new() };
    door(&site, &v, &actor, &home).template()
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
