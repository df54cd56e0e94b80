//! Asking deputies to sign: search, tick, send.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, Query, State},
    response::Response,
};
use bills_rules::BillId;
use kernel::PersonId;
use kit::{
    Problem, Site, View,
    web::{Errors, Form, Wrong, done, page},
};
use serde::Deserialize;

use super::show::{at, offered};
use crate::{
    desk,
    queries::{self, Deputy},
};

#[derive(Template)]
#[template(path = "bills/signers.html")]
struct Choose<'a> {
    v: &'a View,
    id: BillId,
    title: String,
    q: String,
    found: Vec<Deputy>,
    asked: Vec<String>,
    signed: usize,
    needed: u32,
}

/// What was searched for.
#[derive(Deserialize)]
pub struct Wanted {
    #[serde(default)]
    q: String,
}

pub async fn choose(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BillId>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let d = queries::detail(&site, &actor, id).await?;
    offered(&site, &actor, &d, &at(id, "signers"))?;
    let mut found = queries::deputies(&mut site.db(), d.bill.congress, &wanted.q).await?;
    let taken: Vec<PersonId> = d.bill.asked().iter().map(|asked| asked.person).collect();
    found.retain(|deputy| Some(deputy.id) != d.bill.lead() && !taken.contains(&deputy.id));
    let asked = taken.iter().map(|person| d.person(*person).to_owned()).collect();
    let (signed, needed) = (d.bill.signers().len(), d.needed);
    Ok(page(&Choose { v: &v, id, title: d.bill.sheet.title.clone(), q: wanted.q, found, asked, signed, needed }))
}

pub async fn ask(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BillId>,
    mut form: Form,
) -> Result<Response, Problem> {
    let wrong = |key| Problem::from(Errors::one("person", Wrong::new(key)));
    let people: Vec<PersonId> = form.ticked("person").ok_or_else(|| wrong("kit-form-unknown-choice"))?;
    queries::detail(&site, &actor, id).await?;
    if people.is_empty() {
        return Err(wrong("bills-wrong-nobody-ticked"));
    }
    desk::sign::ask(&site, &actor, id, &people).await?;
    Ok(done(&format!("/bills/{id}"), "bills-flash-asked"))
}
