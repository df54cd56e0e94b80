//! The first page, and what an operator's watch asks.

use std::any::Any;

use accounts_rules::{Actor, Post, Right};
use askama::Template;
use axum::{
    Extension,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kernel::{BodyId, Day};
use kit::{Fault, Problem, Site, View, web::page};
use suggestions::queries::{self, Filter, PartFilter, Whose};
use suggestions_rules::Awaited;

#[derive(Template)]
#[template(path = "home.html")]
struct Home<'a> {
    v: &'a View,
    signed_in: bool,
    waits: Vec<Waiting>,
}

/// Something that waits for the visitor: how many, of what, and where they are.
struct Waiting {
    count: i64,
    key: &'static str,
    href: String,
    tone: &'static str,
}

#[derive(Template)]
#[template(path = "about.html")]
struct About<'a> {
    v: &'a View,
    version: &'static str,
}

/// The first page: what waits for the visitor, and what one can do here, by who one is.
pub async fn show(State(site): State<Site>, Extension(actor): Extension<Actor>, v: View) -> Result<Response, Problem> {
    let waits = waiting(&site, &actor).await?;
    Ok(page(&Home { v: &v, signed_in: actor.signed_in(), waits }))
}

/// What was found to wait, in the order in which it is shown.
struct Waits<'a> {
    site: &'a Site,
    actor: &'a Actor,
    today: Day,
    all: Vec<Waiting>,
}

async fn waiting(site: &Site, actor: &Actor) -> Result<Vec<Waiting>, Problem> {
    let mut waits = Waits { site, actor, today: site.today(), all: Vec::new() };
    waits.of_deputy().await?;
    if let Some(whose) = opinions::queries::list::whose(actor) {
        let (stage, count) = opinions::queries::list::waiting(&mut site.db(), &whose).await?;
        waits.note(count, "app-waits-opinions", format!("/opinions?stage={stage}"), "warn");
    }
    for (count, key, href, tone) in opinions::queries::list::waiting_further(&mut site.db(), actor).await? {
        waits.note(count, key, href.to_owned(), tone);
    }
    let offices: Vec<BodyId> = actor.bodies(Right::SuggestionCheck).take(1).collect();
    for congress in &offices {
        for (stage, key) in [("submitted", "app-waits-check"), ("numbered", "app-waits-assign")] {
            let filter = Filter { stage: Some(stage.to_owned()), ..Filter::of(*congress) };
            let count = queries::total(&mut site.db(), &filter).await?;
            waits.note(count, key, format!("/suggestions?congress={congress}&stage={stage}"), "warn");
        }
    }
    waits.of_transfer().await?;
    // A post that looks over a congress without being its office: the transfer office, a chair.
    let over = offices.into_iter().chain(actor.bodies(Right::SuggestionSeeAssigned)).take(1);
    for congress in over.collect::<Vec<_>>() {
        waits.of_congress(congress).await?;
    }
    for unit in actor.bodies(Right::AssignmentSee).take(1).collect::<Vec<_>>() {
        waits.of_unit(unit).await?;
    }
    Ok(waits.all)
}

impl Waits<'_> {
    fn note(&mut self, count: i64, key: &'static str, href: String, tone: &'static str) {
        if count > 0 {
            self.all.push(Waiting { count, key, href, tone });
        }
    }

    /// What a deputy is asked for; what a person is asked to agree to.
    async fn of_deputy(&mut self) -> Result<(), Problem> {
        let (mut db, actor) = (self.site.db(), self.actor);
        if let Some(person) = actor.stands_for()
            && actor.holds(Right::SuggestionFile)
        {
            for (count, key) in [
                (queries::to_judge(&mut db, person).await?.len(), "app-waits-judge"),
                (queries::second_replies(&mut db, person).await?.len(), "app-waits-second"),
                (queries::to_read(&mut db, person).await?.len(), "app-waits-draft"),
                (queries::to_confirm(&mut db, person).await?.len(), "app-waits-contact"),
                (queries::invitations(&mut db, person).await?.len(), "app-waits-cosign"),
            ] {
                self.note(i64::try_from(count).unwrap_or(0), key, "/suggestions".to_owned(), "warn");
            }
            for (count, key) in [
                (bills::queries::to_sign(&mut db, person).await?.len(), "app-waits-bill-sign"),
                (bills::queries::to_answer(&mut db, person, self.today).await?.len(), "app-waits-bill-answer"),
            ] {
                self.note(i64::try_from(count).unwrap_or(0), key, "/bills".to_owned(), "warn");
            }
        }
        if let (Some(person), None) = (actor.person, actor.acting_for) {
            let count = accounts::acting::waiting_for(&mut db, person, self.today).await?;
            self.note(count, "app-waits-acting", "/account/acting".to_owned(), "warn");
        }
        Ok(())
    }

    /// What a transfer office was handed to divide among its units.
    async fn of_transfer(&mut self) -> Result<(), Problem> {
        let divides = |post: &&Post| {
            post.carries(Right::SuggestionDivide) && self.actor.may(Right::SuggestionDivide, post.body).is_ok()
        };
        let Some(post) = self.actor.posts.iter().find(divides) else { return Ok(()) };
        let (congress, office) = (post.congress, post.body);
        let lines = queries::to_assign(&mut self.site.db(), congress, Some(office), MOST).await?;
        let count = i64::try_from(lines.len()).unwrap_or(0);
        self.note(count, "app-waits-divide", format!("/suggestions/assigning?office={office}"), "warn");
        Ok(())
    }

    /// What waits in a congress: its office's word for those who give it, and what is overdue for whoever looks it over.
    async fn of_congress(&mut self, congress: BodyId) -> Result<(), Problem> {
        let (mut db, today, whose) = (self.site.db(), self.today, Whose::of_congress(self.actor, congress));
        let awaited = queries::awaited(&mut db, whose, today).await?;
        for (right, awaits, key) in [
            (Right::ObjectionRule, Awaited::Ruling, "app-waits-ruling"),
            (Right::ExtensionAnswer, Awaited::Consent, "app-waits-consent"),
            (Right::ReplyCheck, Awaited::Check, "app-waits-approval"),
        ] {
            if self.actor.may(right, congress).is_ok() {
                let word = awaits.word();
                let count = awaited.iter().find(|one| one.awaits == word).map_or(0, |one| one.n);
                self.note(count, key, format!("/suggestions/work?body={congress}&awaits={word}"), "warn");
            }
        }
        let overdue = awaited.iter().map(|one| one.overdue).sum();
        self.note(overdue, "app-waits-overdue", format!("/suggestions/work?body={congress}&overdue=1"), "bad");
        let promises = queries::overdue_promises(&mut db, whose, today).await?;
        self.note(promises, "app-waits-promises", format!("/suggestions/promises?body={congress}&overdue=1"), "bad");
        Ok(())
    }

    /// What lies with a unit.
    async fn of_unit(&mut self, unit: BodyId) -> Result<(), Problem> {
        let (mut db, today) = (self.site.db(), self.today);
        for (before, key, tone) in [(None, "app-waits-work", "warn"), (Some(today), "app-waits-overdue", "bad")] {
            let filter = PartFilter { whose: Whose::Unit(unit), awaits: None, before, today };
            let overdue = u8::from(before.is_some());
            let found = queries::parts(&mut db, filter, None, 1).await?;
            self.note(found.total, key, format!("/suggestions/work?body={unit}&overdue={overdue}"), tone);
        }
        let promises = queries::overdue_promises(&mut db, Whose::Unit(unit), today).await?;
        self.note(promises, "app-waits-promises", format!("/suggestions/promises?body={unit}&overdue=1"), "bad");
        Ok(())
    }
}

/// The most that a transfer office's list holds.
const MOST: u16 = 500;

/// What this program is, and where its API is described.
pub async fn about(v: View) -> Response {
    page(&About { v: &v, version: env!("CARGO_PKG_VERSION") })
}

/// Says `ok` when the database answers.
pub async fn health(State(site): State<Site>) -> Result<Response, Problem> {
    let answer: Option<(i64,)> = site.db().one("select 1").await?;
    match answer {
        Some(_) => Ok((StatusCode::OK, [("content-type", "text/plain")], "ok\n").into_response()),
        None => Err(Fault::new("the database answered nothing").into()),
    }
}

/// A panic is a fault like any other: logged once, with a number.
pub fn panicked(what: Box<dyn Any + Send>) -> Response {
    let words = what.downcast_ref::<&str>().map(|s| (*s).to_owned()).or_else(|| what.downcast_ref::<String>().cloned());
    Problem::Fault(Fault::new(format_args!("panic: {}", words.unwrap_or_default()))).into_response()
}

#[cfg(test)]
mod tests {
    use kit::testing::{Visitor, on_sqlite, start};

    use crate::{demo, routes};

    #[test]
    fn offices_are_told_what_waits_for_them_and_no_door_of_a_first_page_is_shut() {
        on_sqlite(async |site| {
            let wanted = demo::Wanted {
                size: demo::Size::Town,
                suggestions: None,
                gathered: false,
                seed: Some(1),
                now: start(),
            };
            let accounts = demo::fill(&site, wanted, |_| {}).await.unwrap();
            let told: [(&str, &[&str]); 3] =
                [("transfer", &["待裁定", "awaits=ruling"]), ("clerk", &["待裁定", "待批复"]), ("leader", &[])];
            for (who, told) in told {
                let account = accounts.accounts.iter().find(|account| account.sign_in == who).unwrap();
                let mut visitor = Visitor::new(routes::all(&site));
                visitor.get("/session/new").await;
                let fields = [("name", account.sign_in.as_str()), ("password", account.password.as_str())];
                visitor.post("/session", &fields).await;
                let home = visitor.get("/").await.text;
                assert!(told.iter().all(|words| home.contains(words)), "{who}: {home}");
                for href in home.split("href=\"/suggestions/").skip(1).filter_map(|rest| rest.split('"').next()) {
                    let page = visitor.get(&format!("/suggestions/{}", href.replace("&amp;", "&"))).await;
                    assert!(page.status.is_success() || page.status.is_redirection(), "{who}: {href} {}", page.status);
                }
                assert!(who == "clerk" || !home.contains("stage=submitted"), "{who} checks nothing");
            }
        });
    }
}
