//! A small world: Changsha and one of its counties set up, a clerk in each, somebody to be elected.
#![allow(dead_code, reason = "a test may fail loudly, and not every test needs all of it")]

pub mod site;

use accounts_rules::{Actor, Duty, Post};
use kernel::{AreaCode, BodyId, Day, PersonId, Text};
use kit::{Site, db::Sql, web::api::Once};
use roster::desk::{
    mandates::{self, Election, Step},
    people::{self, Entry},
    set_up::set_up,
    terms,
};
use roster_rules::{MandateId, TermId};

pub fn code(text: &str) -> AreaCode {
    AreaCode::parse(text).unwrap()
}

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn text<const MAX: usize>(raw: &str) -> Text<MAX> {
    Text::parse(raw).unwrap()
}

/// Changsha and everything inside it.
pub async fn changsha(site: &Site) {
    set_up(site, Some(&code("4301"))).await.unwrap();
}

pub async fn body(site: &Site, area: &str, kind: &str) -> BodyId {
    let sql = Sql::new("select id from body where area = {} and kind = {} and level <> 'nation' order by name")
        .bind(area)
        .bind(kind);
    site.db().one::<(BodyId,)>(sql).await.unwrap().unwrap().0
}

/// The congress or the office that looks after those whom the province elects into the national congress.
pub async fn national(site: &Site, kind: &str) -> BodyId {
    let sql = Sql::new("select id from v_body where level = 'nation' and kind = {}").bind(kind);
    site.db().one::<(BodyId,)>(sql).await.unwrap().unwrap().0
}

/// Somebody of the office of the province's standing committee that keeps in touch with its national deputies.
pub async fn liaison(site: &Site) -> Actor {
    let (body, congress) = (national(site, "office").await, national(site, "congress").await);
    let posts = vec![Post { duty: Duty::Chief, body, congress, area: code("43") }];
    Actor { account: Some(site.new_id()), person: None, name: "联络处".to_owned(), posts, acting_for: None }
}

pub async fn congress(site: &Site, area: &str) -> BodyId {
    body(site, area, "congress").await
}

/// Somebody with one post in the office of an area's congress.
pub async fn with_duty(site: &Site, area: &str, duty: Duty) -> Actor {
    let post =
        Post { duty, body: body(site, area, "office").await, congress: congress(site, area).await, area: code(area) };
    Actor {
        account: Some(site.new_id()), person: None, name: "经办人".to_owned(), posts: vec![post], acting_for: None
    }
}

pub async fn chief(site: &Site, area: &str) -> Actor {
    with_duty(site, area, Duty::Chief).await
}

pub fn named(name: &str) -> Entry {
    Entry { name: text(name), gender: None, ethnicity: None, party: None, education: None, occupation: None }
}

pub async fn person(site: &Site, actor: &Actor, area: &str, name: &str) -> PersonId {
    people::enter(site, actor, congress(site, area).await, &named(name), &Once::default()).await.unwrap()
}

pub async fn term(site: &Site, actor: &Actor, area: &str) -> TermId {
    terms::enter(site, actor, congress(site, area).await, 18, day("2022-01-05"), Some(300), &Once::default())
        .await
        .unwrap()
}

pub async fn elect(site: &Site, actor: &Actor, person: PersonId, term: TermId) -> MandateId {
    let election = Election { person, term, on: day("2021-12-10"), constituency: None, delegation: None };
    mandates::elect(site, actor, &election, &Once::default()).await.unwrap()
}

/// A deputy in office.
pub async fn deputy(site: &Site, actor: &Actor, person: PersonId, term: TermId) -> MandateId {
    let id = elect(site, actor, person, term).await;
    mandates::step(site, actor, id, 1, day("2021-12-20"), Step::Confirm).await.unwrap();
    mandates::step(site, actor, id, 2, day("2022-01-05"), Step::TakeUp).await.unwrap();
    id
}

pub async fn count(site: &Site, sql: impl Into<Sql>) -> i64 {
    site.db().one::<(i64,)>(sql).await.unwrap().unwrap().0
}

/// The verbs of the journal since the world was set up, in order.
pub async fn verbs(site: &Site) -> Vec<String> {
    let rows: Vec<(String,)> =
        site.db().all("select verb from journal where verb not like 'roster.%' order by seq").await.unwrap();
    rows.into_iter().map(|(verb,)| verb).collect()
}
