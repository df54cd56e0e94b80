//! Verbs that need one button and no words.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use bills_rules::BillId;
use kernel::{Refusal, Refused};
use kit::{
    Problem, Site, View,
    web::{Form, api::Saw, done},
};

use super::show;
use crate::desk;

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// A verb on the bill: the form carries nothing but its token.
macro_rules! act {
    ($($name:ident => $desk:path, $flash:literal;)+) => {$(
        pub async fn $name(
            State(site): State<Site>,
            Extension(actor): Who,
            Path(id): Path<BillId>,
            _form: Form,
        ) -> Answer {
            $desk(&site, &actor, id).await?;
            Ok(done(&format!("/bills/{id}"), $flash))
        }
    )+};
}

act! {
    submit => desk::submit::submit, "bills-flash-submitted";
    number => desk::check::number, "bills-flash-numbered";
}

/// Signs the words of the page. Words that were changed meanwhile are shown as they read now, with the same button below the
/// sentence that says so.
pub async fn sign(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<BillId>,
    v: View,
    form: Form,
) -> Answer {
    let why = match desk::sign::sign(&site, &actor, id, Saw::on_page(&form)).await {
        Ok(_) => return Ok(done(&format!("/bills/{id}"), "bills-flash-signed")),
        Err(Problem::Refused(why @ Refused { kind: Refusal::Stale, .. })) => why,
        Err(problem) => return Err(problem),
    };
    let mut page = show::show(State(site), Extension(actor), Path(id), v.warning_of(&why)).await?;
    *page.status_mut() = StatusCode::PRECONDITION_FAILED;
    Ok(page)
}

/// Who has said no sees it no longer, and goes back to the own list.
pub async fn decline(State(site): State<Site>, Extension(actor): Who, Path(id): Path<BillId>, _form: Form) -> Answer {
    desk::sign::decline(&site, &actor, id).await?;
    Ok(done("/bills", "bills-flash-declined"))
}
