//! Sealed contact data: shown masked, opened with a reason, amended.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::{PersonId, Text};
use kit::{
    Problem, Site, View,
    web::{Form, done, page},
};

use super::{said, sent_again, unfit};
use crate::{
    desk::{self, contacts::ContactEntry},
    sight,
    store::person::{self, Contact},
};

#[derive(Template)]
#[template(path = "contact.html")]
struct Show<'a> {
    v: &'a View,
    f: &'a Form,
    id: PersonId,
    name: String,
    lines: Vec<(&'static str, String)>,
    opened: bool,
    may_open: bool,
    may_amend: bool,
}

/// The lines of contact data with their labels; masked unless opened.
fn lines(contact: &Contact, opened: bool) -> Vec<(&'static str, String)> {
    let shown = if opened { contact.clone() } else { sight::masked(contact) };
    let born = contact.born.map(|day| if opened { day.to_string() } else { "***".to_owned() });
    let lines = [
        ("roster-field-phone", shown.phone),
        ("roster-field-id-number", shown.id_number),
        ("roster-field-born", born),
        ("roster-field-email", shown.email),
        ("roster-field-address", shown.address),
    ];
    lines.into_iter().filter_map(|(label, text)| Some((label, text?))).collect()
}

/// The masked data.
///
/// # Errors
/// Missing for those who may neither open nor amend it.
pub async fn show(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<PersonId>,
) -> Result<Response, Problem> {
    let f = Form::blank(&v);
    show_page(&site, &v, &actor, id, &f, None).await
}

async fn show_page(
    site: &Site,
    v: &View,
    actor: &Actor,
    id: PersonId,
    f: &Form,
    opened: Option<Contact>,
) -> Result<Response, Problem> {
    let may = sight::contact(site, actor, id).await?;
    let found = person::load(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let contact = match &opened {
        Some(contact) => contact.clone(),
        None => person::contact(&mut site.db(), id).await?,
    };
    let lines = lines(&contact, opened.is_some());
    let opened = opened.is_some();
    Ok(page(&Show { v, f, id, name: found.name, lines, opened, may_open: may.open, may_amend: may.amend }))
}

/// Opens the seal with a reason.
///
/// # Errors
/// Refused to those who may not; a missing reason is said beside the field.
pub async fn open(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<PersonId>,
    mut f: Form,
) -> Result<Response, Problem> {
    let Some(reason) = f.take::<Text<200>>("reason") else {
        return Ok(unfit(show_page(&site, &v, &actor, id, &f, None).await?));
    };
    let contact = desk::contacts::open(&site, &actor, id, &reason).await?;
    show_page(&site, &v, &actor, id, &f, Some(contact)).await
}

#[derive(Template)]
#[template(path = "contact_form.html")]
struct Fill<'a> {
    v: &'a View,
    f: &'a Form,
    id: PersonId,
    refusal: Option<String>,
}

/// The form to amend contact data. What is sealed is not filled in: who amends types it anew.
///
/// # Errors
/// Missing for those who may not.
pub async fn ask(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<PersonId>,
) -> Result<Response, Problem> {
    if !sight::contact(&site, &actor, id).await?.amend {
        return Err(Problem::missing());
    }
    let version = person::contact(&mut site.db(), id).await?.version;
    let f = Form::blank(&v).with("version", version);
    Ok(page(&Fill { v: &v, f: &f, id, refusal: None }))
}

/// Amends contact data: a field left blank stays as it is.
///
/// # Errors
/// What is wrong is said beside the fields; a stale edit says so.
pub async fn amend(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<PersonId>,
    mut f: Form,
) -> Result<Response, Problem> {
    if !sight::contact(&site, &actor, id).await?.amend {
        return Err(Problem::missing());
    }
    let seen: Option<i64> = f.take("version");
    let typed = ContactEntry {
        phone: f.maybe("phone"),
        id_number: f.maybe("id_number"),
        born: f.maybe("born"),
        email: f.maybe("email"),
        address: f.maybe("address"),
    };
    let Some(seen) = seen.filter(|_| !f.has_errors()) else {
        return Ok(unfit(page(&Fill { v: &v, f: &f, id, refusal: None })));
    };
    let entry = typed.laid_over(person::contact(&mut site.db(), id).await?);
    match desk::contacts::amend(&site, &actor, id, seen, &entry).await {
        Ok(()) => Ok(done(&format!("/people/{id}/contact"), "roster-done-saved")),
        Err(problem) => {
            let names = ["phone", "id_number", "born", "email", "address"];
            let problem = sent_again(problem, &format!("/people/{id}/contact/amendment"), &f, &names);
            let refusal = said(&v, &mut f, problem)?;
            Ok(unfit(page(&Fill { v: &v, f: &f, id, refusal })))
        }
    }
}
