//! Sealed contact data: shown masked, opened with a reason, amended.

use accounts_rules::{Actor, Right};
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
use roster_rules::{masked_email, masked_id_number, masked_phone};

use super::{said, sent_again, signed_in, unfit};
use crate::{
    desk::{self, contacts::ContactEntry},
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
pub(crate) fn lines(contact: &Contact, opened: bool) -> Vec<(&'static str, String)> {
    let shown = |value: &Option<String>, mask: fn(&str) -> String| {
        value.as_deref().map(|text| if opened { text.to_owned() } else { mask(text) })
    };
    let hidden = |_: &str| "***".to_owned();
    let born = contact.born.map(|day| day.to_string());
    let lines = [
        ("roster-field-phone", shown(&contact.phone, masked_phone)),
        ("roster-field-id-number", shown(&contact.id_number, masked_id_number)),
        ("roster-field-born", shown(&born, hidden)),
        ("roster-field-email", shown(&contact.email, masked_email)),
        ("roster-field-address", shown(&contact.address, hidden)),
    ];
    lines.into_iter().filter_map(|(label, text)| Some((label, text?))).collect()
}

/// Whether the actor may open, and may amend.
async fn may(site: &Site, actor: &Actor, id: PersonId) -> (bool, bool) {
    let own = actor.person == Some(id) && actor.acting_for.is_none();
    let open = desk::in_whose_name(&mut site.db(), actor, Right::ContactOpen, id).await.is_ok();
    let edit = desk::in_whose_name(&mut site.db(), actor, Right::ContactEdit, id).await.is_ok();
    (open, edit || own)
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
    signed_in(actor)?;
    let (may_open, may_amend) = may(site, actor, id).await;
    if !may_open && !may_amend {
        return Err(Problem::missing());
    }
    let found = person::load(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let contact = match &opened {
        Some(contact) => contact.clone(),
        None => person::contact(&mut site.db(), id).await?,
    };
    let lines = lines(&contact, opened.is_some());
    let opened = opened.is_some();
    Ok(page(&Show { v, f, id, name: found.name, lines, opened, may_open, may_amend }))
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
    signed_in(&actor)?;
    if !may(&site, &actor, id).await.1 {
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
    signed_in(&actor)?;
    if !may(&site, &actor, id).await.1 {
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
