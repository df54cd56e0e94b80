//! 登记机关提出的议案.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{Extension, extract::State, http::StatusCode, response::Response};
use bills_rules::Organ;
use kernel::{Refusal as Family, Refused};
use kit::{
    Problem, Site, View,
    web::{Form, api::Once, done, page, page_with},
};
use roster_views::congresses;

use super::{
    names,
    sheet::{answers, read},
};
use crate::desk::{
    receive::{FromOrgan, receive},
    submit::defects,
};

#[derive(Template)]
#[template(path = "bills/organ.html")]
struct Page<'a> {
    v: &'a View,
    f: &'a Form,
    congresses: Vec<(String, String)>,
    organs: Vec<(&'static str, String)>,
    answers: Vec<(&'static str, String)>,
}

pub async fn new(State(site): State<Site>, Extension(actor): Extension<Actor>, v: View) -> Result<Response, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let form = Form::blank(&v).with("once", site.new_id::<()>());
    render(&site, &actor, &v, &form).await
}

pub async fn create(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    v: View,
    mut form: Form,
) -> Result<Response, Problem> {
    let own = congresses(&mut site.db(), &actor, Right::BillReceive).await?;
    let congress = match own.as_slice() {
        [only] => Some(only.id),
        _ => form.choice("congress", |raw| raw.parse().ok()),
    };
    let (organ, name, sheet) = (form.choice("organ", Organ::read), form.take("name"), read(&form));
    for (field, wrong) in defects(&sheet).0 {
        form.refuse(&field, wrong);
    }
    let (Some(congress), Some(organ), Some(name), false) = (congress, organ, name, form.has_errors()) else {
        return render(&site, &actor, &v, &form).await;
    };
    let letter = FromOrgan { organ, name, sheet };
    let once = Once::form(form.value("once"), "/bills/organ", &(congress, &letter))?;
    match receive(&site, &actor, congress, letter, &once).await {
        Ok(id) => Ok(done(&format!("/bills/{id}"), "bills-flash-received")),
        Err(Problem::Refused(refused)) if refused.kind == Family::Unfit => {
            form.refuse("organ", refused.into());
            render(&site, &actor, &v, &form).await
        }
        Err(problem) => {
            form.accept(problem)?;
            render(&site, &actor, &v, &form).await
        }
    }
}

async fn render(site: &Site, actor: &Actor, v: &View, f: &Form) -> Result<Response, Problem> {
    let own = congresses(&mut site.db(), actor, Right::BillReceive).await?;
    if own.is_empty() {
        return Err(Refused::new(Family::NotYours, "bills-refused-not-the-office").into());
    }
    let several = own.len() > 1;
    let template = Page {
        v,
        f,
        congresses: own.into_iter().filter(|_| several).map(|one| (one.id.to_string(), one.name)).collect(),
        organs: Organ::ALL.into_iter().map(|organ| (organ.word(), names::organ(v, organ))).collect(),
        answers: answers(v),
    };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}
