//! The sheet a deputy fills in: new, edit, save, go on to ask for signatures.

use accounts_rules::{Actor, Duty, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use bills_rules::{BillId, Sheet};
use kernel::{Refusal, Refused};
use kit::{
    Problem, Site, View,
    web::{Form, api::Once, done, page, page_with},
};
use roster_views::congresses;

use super::show::{at, offered};
use crate::{desk, queries};

#[derive(Template)]
#[template(path = "bills/sheet.html")]
struct Page<'a> {
    v: &'a View,
    f: &'a Form,
    action: String,
    is_new: bool,
    congresses: Vec<(String, String)>,
    answers: Vec<(&'static str, String)>,
}

pub async fn new(State(site): State<Site>, Extension(actor): Extension<Actor>, v: View) -> Result<Response, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let form = Form::blank(&v).with("once", site.new_id::<()>());
    render(&site, &actor, &v, &form, None).await
}

pub async fn create(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    v: View,
    mut form: Form,
) -> Result<Response, Problem> {
    let own = congresses(&mut site.db(), &actor, Right::BillFile).await?;
    let congress = match own.as_slice() {
        [only] => Some(only.id),
        _ => form.choice("congress", |raw| raw.parse().ok()),
    };
    let sheet = read(&form);
    let (Some(congress), false) = (congress, form.has_errors()) else {
        return render(&site, &actor, &v, &form, None).await;
    };
    let once = Once::form(form.value("once"), "/bills", &(congress, &sheet))?;
    match desk::draft::begin(&site, &actor, congress, sheet, &once).await {
        Ok(id) => Ok(saved(id, &form)),
        Err(problem) => {
            form.accept(problem)?;
            render(&site, &actor, &v, &form, None).await
        }
    }
}

pub async fn edit(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BillId>,
    v: View,
) -> Result<Response, Problem> {
    let detail = queries::detail(&site, &actor, id).await?;
    offered(&site, &actor, &detail, &at(id, "edit"))?;
    let form = fill(Form::blank(&v), &detail.bill.sheet).with("version", detail.version);
    render(&site, &actor, &v, &form, Some(id)).await
}

pub async fn update(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BillId>,
    v: View,
    mut form: Form,
) -> Result<Response, Problem> {
    let sheet = read(&form);
    let seen: Option<i64> = form.take("version");
    let (Some(seen), false) = (seen, form.has_errors()) else {
        queries::detail(&site, &actor, id).await?;
        return render(&site, &actor, &v, &form, Some(id)).await;
    };
    match desk::draft::edit(&site, &actor, id, seen, sheet).await {
        Ok(_) => Ok(saved(id, &form)),
        Err(problem) => {
            form.accept(problem)?;
            render(&site, &actor, &v, &form, Some(id)).await
        }
    }
}

fn saved(id: BillId, form: &Form) -> Response {
    let next = if form.value("then") == "ask" { format!("/bills/{id}/signers") } else { format!("/bills/{id}") };
    done(&next, "bills-flash-saved")
}

/// The three parts and the consent, as any form of a bill carries them.
pub fn read(form: &Form) -> Sheet {
    let text = |name: &str| form.value(name).trim().replace("\r\n", "\n");
    Sheet {
        title: text("title"),
        grounds: text("grounds"),
        proposal: text("proposal"),
        publish: match form.value("publish") {
            "1" => Some(true),
            "0" => Some(false),
            _ => None,
        },
        not_public_because: text("not_public_because"),
    }
}

fn fill(form: Form, sheet: &Sheet) -> Form {
    let yes = |answer: bool| if answer { "1" } else { "0" };
    form.with("title", &sheet.title)
        .with("grounds", &sheet.grounds)
        .with("proposal", &sheet.proposal)
        .with("publish", sheet.publish.map_or("", yes))
        .with("not_public_because", &sheet.not_public_because)
}

/// Consent to publish, to choose from.
pub fn answers(v: &View) -> Vec<(&'static str, String)> {
    vec![("1", v.t("bills-publish-yes").into_owned()), ("0", v.t("bills-publish-no").into_owned())]
}

async fn render(site: &Site, actor: &Actor, v: &View, f: &Form, about: Option<BillId>) -> Result<Response, Problem> {
    let own = congresses(&mut site.db(), actor, Right::BillFile).await?;
    // What stands already is changed by who was offered that, which may be the office.
    if own.is_empty() && about.is_none() {
        let national = actor.posts.iter().any(|post| post.duty == Duty::NationalDeputy);
        let key = if national { "bills-refused-national" } else { "bills-refused-not-a-deputy" };
        return Err(Refused::new(Refusal::NotYours, key).into());
    }
    let several = about.is_none() && own.len() > 1;
    let congresses = own.into_iter().filter(|_| several).map(|one| (one.id.to_string(), one.name)).collect();
    let action = about.map_or_else(|| "/bills".to_owned(), |id| format!("/bills/{id}"));
    let template = Page { v, f, action, is_new: about.is_none(), congresses, answers: answers(v) };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}
