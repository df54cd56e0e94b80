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
    web::{Form, done, page},
};

use super::show::{at, offered};
use crate::{desk, queries};

#[derive(Template)]
#[template(path = "bills/discard.html")]
struct Ask<'a> {
    v: &'a View,
    title: String,
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
    offered(&actor, &d, &action)?;
    Ok(page(&Ask { v: &v, title: d.bill.sheet.title, action, back: format!("/bills/{id}") }))
}

pub async fn discard(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BillId>,
    _form: Form,
) -> Result<Response, Problem> {
    desk::draft::discard(&site, &actor, id).await?;
    Ok(done("/bills", "bills-flash-discarded"))
}
