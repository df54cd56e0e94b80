//! Verbs that need words: one page with one field, kept as typed until it is taken.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use bills_rules::BillId;
use kit::{
    Problem, Site, View,
    web::{Form, done, page, page_with},
};

use super::show::{at, offered};
use crate::{desk, queries};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// The words of one such page, and where its form goes.
struct Asked {
    end: &'static str,
    title: &'static str,
    lead: &'static str,
    label: &'static str,
    button: &'static str,
    flash: &'static str,
}

#[derive(Template)]
#[template(path = "bills/reason.html")]
struct Reason<'a> {
    v: &'a View,
    f: &'a Form,
    asked: &'a Asked,
    matter: String,
    action: String,
    back: String,
}

const RETURN: Asked = Asked {
    end: "return",
    title: "bills-return-title",
    lead: "bills-return-lead",
    label: "bills-return-label",
    button: "bills-return-button",
    flash: "bills-flash-returned",
};
const WITHDRAWAL: Asked = Asked {
    end: "withdrawal",
    title: "bills-withdrawal-title",
    lead: "bills-withdrawal-lead",
    label: "bills-withdrawal-label",
    button: "bills-withdrawal-button",
    flash: "bills-flash-withdrawn",
};
const FINDINGS: Asked = Asked {
    end: "findings",
    title: "bills-findings-title",
    lead: "bills-findings-lead",
    label: "bills-findings-label",
    button: "bills-findings-button",
    flash: "bills-flash-reported",
};

async fn ask(site: &Site, actor: &Actor, v: &View, f: &Form, id: BillId, asked: &Asked) -> Answer {
    let d = queries::detail(site, actor, id).await?;
    let action = at(id, asked.end);
    if !f.has_errors() {
        offered(site, actor, &d, &action)?;
    }
    let (matter, back) = (d.bill.sheet.title, format!("/bills/{id}"));
    let template = Reason { v, f, asked, matter, action, back };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

/// One page and its form.
macro_rules! reason {
    ($($ask:ident $give:ident $asked:ident => $desk:path;)+) => {$(
        pub async fn $ask(State(site): State<Site>, Extension(actor): Who, Path(id): Path<BillId>, v: View) -> Answer {
            ask(&site, &actor, &v, &Form::blank(&v), id, &$asked).await
        }

        pub async fn $give(
            State(site): State<Site>,
            Extension(actor): Who,
            Path(id): Path<BillId>,
            v: View,
            mut form: Form,
        ) -> Answer {
            let Some(words) = form.take("reason") else { return ask(&site, &actor, &v, &form, id, &$asked).await };
            if let Err(problem) = $desk(&site, &actor, id, words).await {
                form.accept(problem)?;
                return ask(&site, &actor, &v, &form, id, &$asked).await;
            }
            Ok(done(&format!("/bills/{id}"), $asked.flash))
        }
    )+};
}

reason! {
    ask_return give_back RETURN => desk::check::give_back;
    ask_withdrawal withdraw WITHDRAWAL => desk::submit::withdraw;
    ask_findings find FINDINGS => desk::decide::report;
}
