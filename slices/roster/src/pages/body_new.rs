//! A body is entered by hand: a unit, a station, a group, the committee of a street or zone.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::{AreaCode, BodyId, Text};
use kit::{
    Problem, Site, View,
    web::{Form, done, page},
};
use roster_rules::BodyKind;

use super::{options, said, unfit};
use crate::{
    desk::{self, bodies::NewBody},
    store::body,
    words,
};

#[derive(Template)]
#[template(path = "body_form.html")]
struct Fill<'a> {
    v: &'a View,
    f: &'a Form,
    refusal: Option<String>,
    congress: BodyId,
    /// Its name.
    under: String,
    kinds: Vec<(String, String)>,
}

/// Where the actor may enter bodies: the address of the form, and what the way there is called.
pub(super) async fn ways(site: &Site, v: &View, actor: &Actor) -> Result<Vec<(String, String)>, Problem> {
    let mut congresses: Vec<BodyId> = actor.bodies(Right::UnitEdit).collect();
    congresses.sort();
    congresses.dedup();
    let mut ways = Vec::new();
    for id in congresses {
        if let Some(kept) = body::congress(&mut site.db(), id).await? {
            let words = v.tf("roster-body-enter-at", [("congress", kept.body.name)]).into_owned();
            ways.push((format!("/congresses/{id}/bodies/new"), words));
        }
    }
    if let [(_, words)] = ways.as_mut_slice() {
        *words = v.t("roster-body-enter").into_owned();
    }
    Ok(ways)
}

/// The form.
///
/// # Errors
/// Refused to those who may not; missing where there is no such congress.
pub async fn ask(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(congress): Path<BodyId>,
) -> Result<Response, Problem> {
    desk::allowed(&actor, Right::UnitEdit, congress)?;
    let area = body::congress(&mut site.db(), congress).await?.ok_or_else(Problem::missing)?.body.area;
    let f = Form::blank(&v).with("kind", BodyKind::Unit).with("area", area);
    show_page(&site, &v, congress, &f, None).await
}

async fn show_page(
    site: &Site,
    v: &View,
    congress: BodyId,
    f: &Form,
    refusal: Option<String>,
) -> Result<Response, Problem> {
    let kept = body::congress(&mut site.db(), congress).await?.ok_or_else(Problem::missing)?;
    let by_hand = [BodyKind::Unit, BodyKind::Station, BodyKind::Group, BodyKind::WorkCommittee];
    let kinds = options(v, by_hand.iter().map(|kind| kind.as_str()), words::kind);
    Ok(page(&Fill { v, f, refusal, congress, under: kept.body.name, kinds }))
}

/// Enters a body that serves a congress.
///
/// # Errors
/// What is wrong is said beside the fields, a refusal above them; refused to those who may not.
pub async fn create(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(congress): Path<BodyId>,
    mut f: Form,
) -> Result<Response, Problem> {
    desk::allowed(&actor, Right::UnitEdit, congress)?;
    let (area, name): (Option<AreaCode>, Option<Text<80>>) = (f.take("area"), f.take("name"));
    let kind: Option<BodyKind> = f.choice("kind", |word| word.parse().ok());
    let (Some(area), Some(name), Some(kind)) = (area, name, kind) else {
        return Ok(unfit(show_page(&site, &v, congress, &f, None).await?));
    };
    let new = NewBody { area, kind, name, powers: Vec::new(), transfer: f.yes("transfer") };
    match desk::bodies::enter(&site, &actor, congress, &new, &f.once("/bodies")?).await {
        Ok(id) => Ok(done(&format!("/bodies/{id}"), "roster-done-saved")),
        Err(problem) => {
            let refusal = said(&v, &mut f, problem)?;
            Ok(unfit(show_page(&site, &v, congress, &f, refusal).await?))
        }
    }
}
