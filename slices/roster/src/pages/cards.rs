//! 承办单位联系卡, on the page of the unit.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    web::{Form, done},
};

use super::{bodies, unfit};
use crate::desk::cards::{self, Card};

/// The form with what is kept.
pub fn form(view: &View, card: &Card, version: i64) -> Form {
    let text = |part: &Option<kernel::Text<40>>| part.as_ref().map(ToString::to_string).unwrap_or_default();
    Form::blank(view)
        .with("leader", text(&card.leader))
        .with("responsible", text(&card.responsible))
        .with("contact", text(&card.contact))
        .with("phone", text(&card.phone))
        .with("duties", card.duties.as_ref().map(ToString::to_string).unwrap_or_default())
        .with("version", version)
}

/// Keeps it.
///
/// # Errors
/// What is wrong is said beside the fields; both versions when somebody else was quicker.
pub async fn keep(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
    mut f: Form,
) -> Result<Response, Problem> {
    cards::card(&mut site.db(), &actor, id).await?;
    let (leader, responsible) = (f.maybe("leader"), f.maybe("responsible"));
    let (contact, phone, duties) = (f.maybe("contact"), f.maybe("phone"), f.maybe("duties"));
    let seen = f.take("version");
    let Some(seen) = seen.filter(|_| !f.has_errors()) else {
        return Ok(unfit(
            bodies::show_page(&site, &v, &actor, id, bodies::Back { card: Some(f), ..bodies::Back::default() }).await?,
        ));
    };
    cards::keep(&site, &actor, id, seen, &Card { leader, responsible, contact, phone, duties }).await?;
    Ok(done(&format!("/bodies/{id}"), "roster-done-saved"))
}
