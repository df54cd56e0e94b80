//! Verbs that need one button and no words.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use bills_rules::BillId;
use kit::{
    Problem, Site,
    web::{Form, done},
};

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
    sign => desk::sign::sign, "bills-flash-signed";
    submit => desk::submit::submit, "bills-flash-submitted";
    number => desk::check::number, "bills-flash-numbered";
}

/// Who has said no sees it no longer, and goes back to the own list.
pub async fn decline(State(site): State<Site>, Extension(actor): Who, Path(id): Path<BillId>, _form: Form) -> Answer {
    desk::sign::decline(&site, &actor, id).await?;
    Ok(done("/bills", "bills-flash-declined"))
}
