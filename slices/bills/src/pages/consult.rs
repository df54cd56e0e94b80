//! 征求联名代表意见: the office asks; each of those who signed answers.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use bills_rules::{BillId, Refusal, Voice};
use kernel::{Refusal as Family, Refused};
use kit::{
    Problem, Site, View,
    web::{Form, Wrong, done, page, page_with},
};

use super::show::{at, offered};
use crate::{desk, queries, store};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "bills/consult.html")]
struct Ask<'a> {
    v: &'a View,
    f: &'a Form,
    id: BillId,
    matter: String,
    signed: usize,
}

#[derive(Template)]
#[template(path = "bills/voice.html")]
struct Speak<'a> {
    v: &'a View,
    f: &'a Form,
    id: BillId,
    matter: String,
    until: String,
    review: Option<(String, String)>,
    answers: Vec<(&'static str, String)>,
}

async fn show(site: &Site, actor: &Actor, v: &View, f: &Form, id: BillId) -> Answer {
    let d = queries::detail(site, actor, id).await?;
    if !f.has_errors() {
        offered(site, actor, &d, &at(id, "consultation"))?;
    }
    let signed = d.bill.signers().len();
    let template = Ask { v, f, id, matter: d.bill.sheet.title, signed };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

/// The form begins with the day that the terms of the session make.
pub async fn ask(State(site): State<Site>, Extension(actor): Who, Path(id): Path<BillId>, v: View) -> Answer {
    let d = queries::detail(&site, &actor, id).await?;
    let terms = store::terms(&mut site.db(), d.bill.session).await?.terms;
    let until = site.today().plus_days(i32::from(terms.consult_days));
    show(&site, &actor, &v, &Form::blank(&v).with("until", until), id).await
}

/// A day that does not fit is said beside its field.
pub async fn consult(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<BillId>,
    v: View,
    mut form: Form,
) -> Answer {
    let d = queries::detail(&site, &actor, id).await?;
    actor.may(Right::BillReview, d.bill.congress)?;
    let until = form.maybe("until");
    if form.has_errors() {
        return show(&site, &actor, &v, &form, id).await;
    }
    match desk::consult::consult(&site, &actor, id, until).await {
        Ok(_) => Ok(done(&format!("/bills/{id}"), "bills-flash-consulted")),
        Err(Problem::Refused(why)) if why.key == Refusal::ConsultDayUnfit.key() => {
            form.refuse("until", Wrong::from(why).with("most", bills_rules::MOST_CONSULT_DAYS));
            show(&site, &actor, &v, &form, id).await
        }
        Err(problem) => Err(problem),
    }
}

async fn show_voice(site: &Site, actor: &Actor, v: &View, f: &Form, id: BillId) -> Answer {
    let d = queries::detail(site, actor, id).await?;
    if !f.has_errors() {
        offered(site, actor, &d, &at(id, "consultation/answer"))?;
    }
    let review = d.bill.stage.review();
    let review = review.map(|review| {
        let places = [("by", review.by.to_string()), ("disposal", super::names::disposed(v, &review.proposal))];
        (v.tf("bills-said-review", places).into_owned(), d.words(review.reason).to_owned())
    });
    let word = |word: &'static str| (word, v.t(&format!("bills-voice-{word}")).into_owned());
    let template = Speak {
        v,
        f,
        id,
        until: d.bill.consult.as_ref().map(|consult| consult.until.to_string()).unwrap_or_default(),
        matter: d.bill.sheet.title,
        review,
        answers: Voice::WORDS.into_iter().filter(|said| *said != Voice::Silent.word()).map(word).collect(),
    };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

pub async fn ask_voice(State(site): State<Site>, Extension(actor): Who, Path(id): Path<BillId>, v: View) -> Answer {
    show_voice(&site, &actor, &v, &Form::blank(&v), id).await
}

pub async fn speak(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<BillId>,
    v: View,
    mut form: Form,
) -> Answer {
    let d = queries::detail(&site, &actor, id).await?;
    actor.may(Right::BillSign, d.bill.congress)?;
    let agrees = form.choice("answer", |raw| match raw {
        "agrees" => Some(true),
        "objects" => Some(false),
        _ => None,
    });
    let reason = form.maybe("reason");
    let (Some(agrees), false) = (agrees, form.has_errors()) else {
        return show_voice(&site, &actor, &v, &form, id).await;
    };
    match desk::consult::speak(&site, &actor, id, agrees, reason).await {
        Ok(_) => Ok(done(&format!("/bills/{id}"), "bills-flash-spoken")),
        // What was said before is said beside the field; the page stays.
        Err(Problem::Refused(Refused { kind: Family::NotNow, key, .. })) if key == Refusal::SaidAlready.key() => {
            form.refuse("answer", Wrong::new(key));
            show_voice(&site, &actor, &v, &form, id).await
        }
        Err(problem) => Err(problem),
    }
}
