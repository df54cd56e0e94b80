//! Sums of the levels below, asked of the congress above, of the county, of a town and of the county beside: levels are not subordinate, so
//! whoever may look down reads sums and no title, and whoever may not reads nothing.

use std::fmt::Write as _;

use axum::http::Method;
use kit::{
    Site,
    testing::{Answer, on_sqlite},
};

use super::{
    routes,
    world::{House, SECRETS, WHO, World},
};

/// The congresses that are asked about, by what the world calls them, and who of `WHO` sits at them or above them.
const OF: [(&str, &str, &[&str]); 4] = [
    ("above", "4307", &["above"]),
    ("congress", "430725", &["clerk", "chief", "leader", "above"]),
    ("below", "", &["clerk", "chief", "leader", "above", "below"]),
    ("elsewhere", "430726", &["above", "beside"]),
];

/// Pages and JSON of sums; `{}` stands for the congress.
const SUMS: [&str; 8] = [
    "/supervision/statistics?below=1&congress={}",
    "/supervision/statistics?below=1&year=2026&congress={}",
    "/supervision/statistics/report?below=1&congress={}",
    "/supervision/statistics/report/papers/report.docx?below=1&congress={}",
    "/api/congresses/{}/handling-statistics?below=true",
    "/api/congresses/{}/handling-statistics?below=true&year=2026",
    "/api/congresses/{}/handling-statistics/papers/report?below=true",
    "/api/congresses/{}/handling-statistics/run?below=true",
];

/// What the congress above may not take from below, though it reads the sums: the table to keep, words of the office, cases, people.
const OWN: [&str; 5] = [
    "/supervision/statistics/list?below=1&as=csv&congress={}",
    "/supervision/statistics/cases?below=1&congress={}",
    "/supervision/statistics/cases/list?below=1&as=csv&congress={}",
    "/supervision/statistics/deputies?below=1&congress={}",
    "/api/congresses/{}/handling-statistics/cases",
];

/// The county with its sums counted: a follower of the journal keeps them.
async fn opened(world: &World) -> House {
    let house = world.open();
    kit::follow::catch_up(&house.site, &[supervision::TALLY]).await.expect("sums");
    let path = format!("/api/congresses/{}/handling-statistics?below=true", world.named("congress"));
    let sums = asked(&house, world, "chief", &path).await.json();
    assert!(sums["sums"].as_array().is_some_and(|sums| !sums.is_empty()), "there is something to be told: {sums}");
    house
}

async fn asked(house: &House, world: &World, who: &str, path: &str) -> Answer {
    let accept = if path.starts_with("/api/") { "application/json" } else { "text/html" };
    house.visitor(world, who).send(Method::GET, path, &[("accept", accept)], Vec::new()).await
}

/// What is written in every suggestion of the county: no sum holds it.
async fn titles(site: &Site) -> Vec<String> {
    let all: Vec<(String,)> = site.db().all("select title from v_suggestion where title <> ''").await.expect("titles");
    assert!(all.len() > 50, "{}", all.len());
    all.into_iter().map(|(title,)| title).collect()
}

/// Whether a passer-by was sent to sign in, or told to.
fn signs_in(answer: &Answer) -> bool {
    [303, 401].contains(&answer.status.as_u16())
}

#[test]
fn whoever_may_look_down_reads_sums_and_no_title_and_nobody_else_reads_anything() {
    on_sqlite(async |site| {
        let world = World::lay(&site).await;
        let (house, titles) = (opened(&world).await, titles(&site).await);
        let mut wrong = String::new();
        for (name, area, sitting) in OF {
            for path in SUMS {
                let path = path.replace("{}", &world.named(name).to_string());
                for who in WHO {
                    let answer = asked(&house, &world, who, &path).await;
                    // A transfer office divides what its congress sends it: of that county, and of what lies in it.
                    let transfers = who == "transfer" && ["congress", "below"].contains(&name);
                    let may = sitting.contains(&who) || transfers;
                    let right = match who {
                        "nobody" => signs_in(&answer),
                        _ if may => answer.status.as_u16() == 200,
                        _ => answer.status.as_u16() == 403,
                    };
                    if !right {
                        let _ = writeln!(wrong, "{who}: {path} ({area}): {}", answer.status);
                    }
                    if let Some(said) =
                        titles.iter().map(String::as_str).chain(SECRETS).find(|one| answer.text.contains(one))
                    {
                        let _ = writeln!(wrong, "{who}: {path} ({area}) says {said}");
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong}");
    });
}

#[test]
fn a_congress_above_takes_no_table_no_case_and_no_deputy_of_one_below() {
    on_sqlite(async |site| {
        let world = World::lay(&site).await;
        let (house, titles) = (opened(&world).await, titles(&site).await);
        for (name, stranger) in
            [("congress", "above"), ("congress", "below"), ("congress", "beside"), ("above", "chief")]
        {
            for path in OWN {
                let path = path.replace("{}", &world.named(name).to_string());
                let answer = asked(&house, &world, stranger, &path).await;
                assert_eq!(answer.status.as_u16(), 403, "{stranger}: {path}");
                assert!(!titles.iter().any(|title| answer.text.contains(title.as_str())), "{stranger}: {path}");
            }
        }
    });
}

#[test]
fn sums_of_links_are_those_of_an_area_within_ones_own() {
    on_sqlite(async |site| {
        let world = World::lay(&site).await;
        let house = world.open();
        for (area, who, status) in [
            ("430725", "clerk", 200),
            ("4307", "clerk", 403),
            ("430726", "clerk", 403),
            ("43", "above", 403),
            ("430725", "above", 200),
            ("430725", "below", 403),
            ("430725", "beside", 403),
            ("430725", "deputy", 403),
            ("430725", "transfer", 403),
        ] {
            let path = format!("/coverage/deputies-linked/areas?area={area}");
            let answer = asked(&house, &world, who, &path).await;
            assert_eq!(answer.status.as_u16(), status, "{who}: {path}");
        }
    });
}

#[test]
fn every_route_of_sums_that_takes_below_is_asked_here() {
    let document = routes::document();
    let paths = document.get("paths").and_then(serde_json::Value::as_object).expect("paths");
    for (path, verbs) in paths {
        let fields =
            verbs.pointer("/get/parameters").and_then(serde_json::Value::as_array).cloned().unwrap_or_default();
        if fields.iter().any(|field| field.get("name") == Some(&serde_json::json!("below"))) {
            let bare = path.replace("{id}", "{}").replace("{paper}", "report");
            assert!(SUMS.iter().any(|sum| sum.split('?').next() == Some(bare.as_str())), "{path}");
        }
    }
}
