//! 作废草稿: asked once more, then gone.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use bills_rules::BillId;
use kit::{
    Problem, Site, View,
    web::{Form, api::Saw, done, page},
};

use super::show::{at, offered};
use crate::{desk, queries};

#[derive(Template)]
#[template(path = "bills/discard.html")]
struct Ask<'a> {
    v: &'a View,
    title: String,
    /// The version of the words that are thrown away.
    words: i64,
    action: String,
    back: String,
}

pub async fn ask(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BillId>,
    v: View,
) -> Result<Response, Problem> {
    let d = queries::detail(&site, &actor, id).await?;
    let action = at(id, "removal");
    offered(&site, &actor, &d, &action)?;
    let words = desk::words(&d.bill);
    Ok(page(&Ask { v: &v, title: d.bill.sheet.title, words, action, back: format!("/bills/{id}") }))
}

pub async fn discard(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BillId>,
    form: Form,
) -> Result<Response, Problem> {
    desk::draft::discard(&site, &actor, id, Saw::on_page(&form)).await?;
    Ok(done("/bills", "bills-flash-discarded"))
}
