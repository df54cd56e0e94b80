//! 登记代表议案（纸质）: names are typed as they stand on the sheet.

mod named;

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{Extension, extract::State, http::StatusCode, response::Response};
use bills_rules::{BillId, FileKind, MOST_FILES, OnPaper};
use kernel::{BodyId, Refusal as Family, Refused};
use kit::{
    Problem, Site, View,
    blobs::Blob,
    web::{Form, Wrong, done, page, page_with},
};
use roster_views::{Named, congresses};

use self::named::{one, several};
use super::{
    attach::{lay, taken},
    sheet::{answers, read},
};
use crate::{
    desk::{paper::receive, submit::defects, terms::read_local},
    queries::{self},
};

const PATH: &str = "/bills/paper";

type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "bills/on-paper.html")]
struct Page<'a> {
    v: &'a View,
    f: &'a Form,
    congresses: Vec<(String, String)>,
    answers: Vec<(&'static str, String)>,
}

pub async fn new(State(site): State<Site>, Extension(actor): Extension<Actor>, v: View) -> Answer {
    let own = offices(&site, &actor).await?;
    Ok(page(&template(&v, &Form::blank(&v), own)))
}

pub async fn create(State(site): State<Site>, Extension(actor): Extension<Actor>, v: View, mut form: Form) -> Answer {
    let own = offices(&site, &actor).await?;
    let congress = match own.as_slice() {
        [only] => Some(only.id),
        _ => form.choice("congress", |raw| own.iter().find(|one| one.id.to_string() == raw).map(|one| one.id)),
    };
    if let Some((congress, sheet)) = typed(&site, congress, &mut form).await?
        && let Some(id) = received(&site, &actor, (congress, sheet), &mut form).await?
    {
        return Ok(done(&format!("/bills/{id}"), "bills-flash-received"));
    }
    Ok(page_with(StatusCode::UNPROCESSABLE_ENTITY, &template(&v, &form, own)))
}

/// What the form says, where nothing in it is wrong.
async fn typed(site: &Site, congress: Option<BodyId>, form: &mut Form) -> Result<Option<(BodyId, OnPaper)>, Problem> {
    let received = read_local(form.value("received"));
    if received.is_none() {
        form.refuse("received", Wrong::new("bills-wrong-moment"));
    }
    let sheet = read(form);
    for (field, wrong) in defects(&sheet).0 {
        form.refuse(&field, wrong);
    }
    let Some(congress) = congress else { return Ok(None) };
    let roll = queries::roll(&mut site.db(), congress).await?;
    let (lead, signers) = (one(&roll, form, "lead"), several(&roll, form, "signers"));
    if form.has_errors() {
        return Ok(None);
    }
    let whole = received.zip(lead).zip(signers);
    Ok(whole.map(|((received, lead), signers)| (congress, OnPaper { lead, signers, received, sheet })))
}

/// Enters it with its scan; nothing where something in the form is wrong.
async fn received(
    site: &Site,
    actor: &Actor,
    (congress, sheet): (BodyId, OnPaper),
    form: &mut Form,
) -> Result<Option<BillId>, Problem> {
    if form.files("file").count() > MOST_FILES {
        form.refuse("file", Wrong::new("bills-refused-too-many-files").with("most", MOST_FILES));
        return Ok(None);
    }
    let scan: Vec<Blob> = match taken(site, form).await {
        Ok(scan) => scan,
        Err(problem) => return form.accept(problem).map(|()| None),
    };
    match receive(site, actor, congress, sheet, &form.once(PATH)?).await {
        Ok(id) => {
            lay(site, actor, id, (&scan, FileKind::Scan), form).await?;
            Ok(Some(id))
        }
        Err(Problem::Refused(refused)) if matches!(refused.kind, Family::Unfit | Family::NotNow) => {
            let field = if refused.key == "bills-refused-too-few-signers" { "signers" } else { "received" };
            form.refuse(field, Wrong { key: refused.key, values: refused.values });
            Ok(None)
        }
        Err(problem) => form.accept(problem).map(|()| None),
    }
}

/// Where the actor enters what came in.
async fn offices(site: &Site, actor: &Actor) -> Result<Vec<Named>, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let own = congresses(&mut site.db(), actor, Right::BillReceive).await?;
    if own.is_empty() {
        return Err(Refused::new(Family::NotYours, "bills-refused-not-the-office").into());
    }
    Ok(own)
}

fn template<'a>(v: &'a View, f: &'a Form, own: Vec<Named>) -> Page<'a> {
    let several = own.len() > 1;
    let congresses = own.into_iter().filter(|_| several).map(|one| (one.id.to_string(), one.name)).collect();
    Page { v, f, congresses, answers: answers(v) }
}
