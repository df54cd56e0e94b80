//! The pages. Each reads a form or an address, calls one desk function, and shows or sends on.

mod areas;
mod contact;
mod coverage;
mod draft;
mod fields;
pub(crate) mod imports;
mod indicator;
mod kind;
mod link;
mod list;
mod mine;
mod place;
mod settings;

pub(crate) use mine::of as mine_of;

use axum::{
    Router,
    routing::{get, post},
};
use kit::{
    Site,
    sheets::{Limits, pages::body_limit},
};

/// Every page of the noun.
pub fn pages() -> Router<Site> {
    Router::new()
        .route("/links", get(list::show))
        .route("/links/mine", get(mine::show))
        .route("/links/kinds", post(settings::create))
        .route("/links/kinds/new", get(settings::new))
        .route("/links/kinds/{id}", get(kind::show))
        .route("/links/kinds/{id}/settings", get(settings::ask_revise).post(settings::revise))
        .route("/links/kinds/{id}/uncovered", get(kind::uncovered))
        .route("/links/kinds/{id}/drafts", get(draft::ask_make).post(draft::make))
        .route("/links/kinds/{id}/links", get(link::ask_make).post(link::make))
        .route("/links/kinds/{id}/list", get(kind::export))
        .route("/links/drafts/{id}", get(draft::show))
        .route("/links/drafts/{id}/lines", get(draft::ask_add).post(draft::add))
        .route("/links/drafts/{id}/lines/{n}", get(draft::ask_give).post(draft::give))
        .route("/links/drafts/{id}/lines/{n}/removal", post(draft::remove))
        .route("/links/drafts/{id}/adoption", post(draft::adopt))
        .route("/links/drafts/{id}/removal", post(draft::give_up))
        .route("/links/{id}", get(link::show))
        .route("/links/{id}/contacts", get(contact::ask).post(contact::record))
        .route("/links/{id}/end", get(link::ask_end).post(link::end))
        .route(
            "/congresses/{id}/links/imports",
            get(imports::list).post(imports::upload).layer(body_limit(&Limits::USUAL)),
        )
        .route("/imports/links/template.xlsx", get(imports::template))
        .route("/imports/links/{id}", get(imports::show))
        .route("/imports/links/{id}/commit", post(imports::commit))
        .route("/imports/links/{id}/problems.xlsx", get(imports::problems))
        .route("/imports/links/{id}/removal", post(imports::drop))
        .route("/coverage", get(coverage::show))
        .route("/coverage/indicators", get(indicator::new).post(indicator::create))
        .route("/coverage/indicators/{id}/removal", post(indicator::remove))
        .route("/coverage/{indicator}", get(coverage::one))
        .route("/coverage/{indicator}/list", get(coverage::export))
        .route("/coverage/{indicator}/areas", get(areas::show))
}

/// What the JSON face says in the same words.
pub(crate) mod shown {
    pub(crate) use super::{
        areas::common,
        coverage::{name, part, scope},
    };
}
