//! My links: whom I keep contact with, and who keeps contact with me. Two taps from here a contact is written down.

use accounts_rules::Actor;
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use kit::{Problem, Site, View, web::page};
use links_rules::End;

use super::kind::progress;
use crate::queries::lines::{self, LinkLine};

#[derive(Template)]
#[template(path = "links/mine.html")]
struct Mine<'a> {
    v: &'a View,
    own: Vec<LinkLine>,
    others: Vec<LinkLine>,
}

impl Mine<'_> {
    fn progress(&self, line: &LinkLine) -> String {
        progress(self.v, line)
    }

    fn tone(&self, line: &LinkLine) -> &'static str {
        if line.behind() { "act" } else { "good" }
    }
}

/// The links that stand with the actor at an end: those they keep, and those by which they are kept.
pub async fn of(site: &Site, actor: &Actor) -> Result<(Vec<LinkLine>, Vec<LinkLine>), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let person = actor.person.filter(|_| actor.acting_for.is_none()).ok_or_else(Problem::missing)?;
    let all = lines::of_person(&mut site.db(), person, site.today()).await?;
    Ok(all.into_iter().partition(|line| line.one == End::Person(person)))
}

pub async fn show(State(site): State<Site>, Extension(actor): Extension<Actor>, v: View) -> Result<Response, Problem> {
    let (own, others) = of(&site, &actor).await?;
    Ok(page(&Mine { v: &v, own, others }))
}
