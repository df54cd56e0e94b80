//! One disclosed suggestion, for anybody; or the line of the log in its place.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use disclosure_rules::{DisclosureId, Extent};
use kit::{
    Problem, Site, View,
    web::{page, page_with},
};

use crate::queries::show::{self, Open, OpenReply, Removed, Shown};

#[derive(Template)]
#[template(path = "disclosure/show.html")]
struct Show<'a> {
    v: &'a View,
    d: Open,
    takes_down: bool,
    held: Vec<String>,
}

#[derive(Template)]
#[template(path = "disclosure/gone.html")]
struct Gone<'a> {
    v: &'a View,
    removed: Option<Removed>,
}

impl Show<'_> {
    fn role(&self, reply: &OpenReply) -> String {
        self.v.t(&format!("disclosure-role-{}", reply.role)).into_owned()
    }

    fn score(&self, word: &str) -> String {
        self.v.t(&format!("disclosure-score-{word}")).into_owned()
    }
}

impl Gone<'_> {
    /// It was taken down, or its years before the public are over.
    const fn title(&self) -> &'static str {
        if self.removed.is_some() { "disclosure-gone-title" } else { "disclosure-over-title" }
    }

    fn ground(&self, removed: &Removed) -> String {
        self.v.t(&format!("disclosure-ground-{}", removed.ground.word())).into_owned()
    }

    fn number(&self, removed: &Removed) -> String {
        self.v.tf("disclosure-removal-number", [("number", removed.number.to_string())]).into_owned()
    }
}

/// What is held back, and why, line by line.
fn held(v: &View, d: &Open) -> Vec<String> {
    let mut lines = Vec::new();
    for one in &d.hidden {
        let kind = v.t(&format!("disclosure-kind-{}", one.kind)).into_owned();
        lines.push(v.tf("disclosure-held-passages", [("kind", kind), ("count", one.count.to_string())]).into_owned());
    }
    let kept = d.replies.iter().filter(|reply| reply.kept);
    lines.extend(kept.map(|it| v.tf("disclosure-held-reply", [("unit", it.unit.clone())]).into_owned()));
    if d.extent == Extent::Summary {
        lines.push(v.t("disclosure-held-summary").into_owned());
    }
    if d.lead.is_none() {
        let key = if d.secret { "disclosure-held-deputy-asked" } else { "disclosure-held-deputy-rule" };
        lines.push(v.t(key).into_owned());
    }
    if d.replies.iter().all(|reply| reply.score.is_none()) {
        lines.push(v.t("disclosure-held-scores").into_owned());
    }
    lines.push(v.t("disclosure-held-contact").into_owned());
    lines
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<DisclosureId>,
    v: View,
) -> Result<Response, Problem> {
    Ok(match show::show(&site, id).await? {
        Shown::Open(d) => {
            let takes_down = actor.may(Right::DisclosureTakeDown, d.congress).is_ok();
            let held = held(&v, &d);
            page(&Show { v: &v, d: *d, takes_down, held })
        }
        Shown::TakenDown(removed) => page_with(StatusCode::GONE, &Gone { v: &v, removed: Some(removed) }),
        Shown::Over => page_with(StatusCode::GONE, &Gone { v: &v, removed: None }),
    })
}
