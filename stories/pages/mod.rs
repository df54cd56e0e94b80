//! Every page that the demonstration's people can reach, looked over: links, markup, accessibility, what the browser says.
//! The stage `pages` of `cargo xtask test` installs what looks and runs this.

mod crawl;
mod eyes;
mod markup;
mod prepared;
mod routes;
mod sizes;

use std::collections::BTreeSet;

use crate::house::House;

/// Everybody who looks; the first is a passer-by.
pub const WHO: [&str; 10] =
    ["nobody", "deputy", "clerk", "chief", "leader", "transfer", "unit_clerk", "unit_head", "keeper", "operator"];

/// Pages the crawl need not reach, and why.
const APART: &[(&str, &str)] = &[
    (
        "/ballots/rounds/{id}/signed/{file}",
        "a file, no page; the demonstration has no picture to lay; the tests of ballots fetch it",
    ),
    (
        "/supervision/evidence/{of}/{file}",
        "a file, no page; the demonstration has no papers to lay; the tests of supervision fetch it",
    ),
    (
        "/stations/events/{id}/photos/{file}",
        "a file, no page; the demonstration has no picture to keep; the tests of stations fetch it",
    ),
    (
        "/suggestions/{id}/room/differences/{difference}/settlement",
        "offered in the room of a matter whose units disagree; the tests of suggestions draw it",
    ),
    ("/opinions/{id}/files/{file}", "a photograph, offered once somebody has sent one with an opinion"),
    ("/account/identity/new", "leads to an identity provider, which a demonstration has not"),
    ("/session/provider", "leads to an identity provider, which a demonstration has not"),
    ("/session/provider/return", "an identity provider leads there"),
    ("/session/digits", "asked between password and entry, for those who set digits up"),
    ("/health", "for machines"),
    ("/imports/assigning/{id}", "a table that was sent leads there; the roster's import shows the same page"),
    ("/bills/{id}/findings", "a committee's report; the demonstration of a county refers none to a committee"),
    (
        "/bills/{id}/attachments/{file}",
        "a file, no page; the demonstration has none to lay; the tests of bills fetch it",
    ),
    (
        "/bills/{id}/consultation/answer",
        "for who signed a bill while they are asked; the session of the demonstration is over; the tests of bills draw it",
    ),
    ("/imports/stations/{id}", "a table that was sent leads there; the roster's import shows the same page"),
    ("/imports/stations/{id}/problems.xlsx", "offered once a table of stations with a wrong row was sent"),
    ("/imports/assigning/{id}/problems.xlsx", "offered once a table of assignments with a wrong row was sent"),
    ("/imports/holders/{id}", "a table that was sent leads there; the roster's import shows the same page"),
    ("/imports/holders/{id}/problems.xlsx", "offered once a table of holders with a wrong row was sent"),
    ("/imports/hotline/{id}", "a table that was sent leads there; the roster's import shows the same page"),
    ("/imports/hotline/{id}/problems.xlsx", "offered once a table of the hotline with a wrong row was sent"),
    ("/imports/links/{id}", "a table that was sent leads there; the roster's import shows the same page"),
    ("/imports/links/{id}/problems.xlsx", "offered once a table of links with a wrong row was sent"),
    ("/imports/voters/{id}", "a table that was sent leads there; the roster's import shows the same page"),
    ("/imports/voters/{id}/problems.xlsx", "offered once a table of voters with a wrong row was sent"),
    ("/stations/{id}/code.svg", "a picture on the station's page and its board, not a page"),
    ("/ballots/rounds/{id}/tie", "offered where a reported tie is the presidium's; the tests of ballots draw it"),
    ("/departures/{id}/decision", "offered while a resignation waits; the story of the by-election draws it"),
    (
        "/departures/{id}/filing",
        "offered to the congress that elected a deputy of the one above; the tests of elections draw it",
    ),
    (
        "/leader-departures/{id}/approval",
        "offered where a procurator-general waits for the committee above; the tests of elections draw it",
    ),
    ("/duty/here/{token}", "a code that a keeper shows on the day leads there"),
    ("/duty/mine.ics", "offered to a deputy with a turn ahead"),
    ("/duty/seats/{id}", "offered to a deputy with a turn ahead; the tests of duty draw it"),
    (
        "/elections/districts/{id}/recount",
        "offered between the count and the certificate; the tests of elections draw it",
    ),
    ("/elections/districts/{id}/rounds", "offered on election day; the story of the by-election draws it"),
    (
        "/elections/{id}/follow-up",
        "offered where a certified election of a congress left seats open; the tests of elections draw it",
    ),
    ("/elections/{id}/districts/new", "offered before nominations in an election of the voters; the story draws it"),
];

/// One page as one of its readers has it.
pub struct Page {
    /// The route it came from: `/suggestions/{id}`.
    pub route: String,
    /// Its address.
    pub path: String,
    /// Who reads it.
    pub who: &'static str,
    /// The text.
    pub html: String,
}

fn told(problems: &[String]) {
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}

#[test]
#[ignore = "the stage `pages` of `cargo xtask test` runs it, with what it needs"]
fn every_page_is_whole_in_both_languages_on_phone_and_desk() {
    kit::outbox::install_tls();
    let county = std::thread::spawn(House::county);
    let (house, county) = (House::open(), county.join().expect("a county"));
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let routes = routes::pages();
        let doors = prepared::doors(&house).await;
        // A town has no standing committee that appoints anybody, nor congresses below it.
        let (town, county_too) = (crawl::everywhere(&house, &routes, &doors), crawl::everywhere(&county, &routes, &[]));
        let (mut walk, mut more) = tokio::join!(town, county_too);
        let reached: BTreeSet<String> = walk.pages.iter().map(|page| page.route.clone()).collect();
        more.pages.retain(|page| !reached.contains(&page.route));
        let mut problems = std::mem::take(&mut walk.problems);
        problems.append(&mut more.problems);
        let reached: BTreeSet<&str> = walk.pages.iter().chain(&more.pages).map(|page| page.route.as_str()).collect();
        let apart = |route: &&String| route.starts_with("/api/") || APART.iter().any(|(known, _)| known == route);
        let unseen = routes.iter().filter(|route| !reached.contains(route.as_str()) && !apart(route));
        let way = "no link and no door of prepared.rs leads there";
        problems.extend(unseen.map(|route| format!("{route} was not seen: {way}")));
        let unsaid = walk.pages.iter().chain(&more.pages).filter(|page| page.html.contains('⟦'));
        problems.extend(unsaid.map(|page| format!("{}: {} shows the key of a missing sentence", page.who, page.path)));
        problems.extend(markup::look(&walk.pages));
        problems.extend(markup::look(&more.pages));
        told(&problems);
        problems.extend(eyes::look(&house, &walk.pages).await);
        problems.extend(eyes::look(&county, &more.pages).await);
        println!("{} pages of {} routes", walk.pages.len() + more.pages.len(), reached.len());
        told(&problems);
    });
}
