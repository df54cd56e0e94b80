//! Every route of the program, asked for by everybody: who may, who may not, who reads what they should not.
//!
//! The answers are a table people read: `table.txt`. A route that is added is missing there, and the test fails until
//! somebody has read what it answers to whom. `UPDATE_SNAPSHOTS=1 cargo test -p lianluo --bin lianluo rights` renews it.

mod asking;
mod below;
mod named;
mod routes;
mod world;

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
};

use axum::http::{Method, header};
use kit::testing::{Answer, on_sqlite};
use serde_json::Value;
use uuid::Uuid;

use named::placed;
use routes::Route;
use world::{House, SECRETS, WHO, World};

const LEGEND: &str = "\
# What every route answers to whom. Written by app/tests/rights; UPDATE_SNAPSHOTS=1 rewrites it. All rows are of one county.
# afar: a deputy of the county beside; above, below, beside: the chief of the city, of a town, of the county beside;
# unit_other: the clerk of another unit of the county. deputy leads the suggestions; unit_clerk and unit_head answer them; keeper keeps the station.
# 200 *  the answer holds what is not for everybody's eyes      303 !  something was done
";

/// What is put for a placeholder of an address.
enum Named<'a> {
    /// Rows of the county; the suggestion is this one.
    Own(&'a (&'static str, Uuid, Uuid, Uuid)),
    /// Something nobody has.
    Forged(&'a str),
}

fn address(route: &Route, world: &World, named: &Named<'_>) -> String {
    let mut before = "";
    let mut parts = Vec::new();
    for part in route.path.split('/') {
        parts.push(match (part.starts_with('{'), named) {
            (false, _) => part.to_owned(),
            (true, Named::Forged(text)) => (*text).to_owned(),
            (true, Named::Own(matter)) => placed(&route.path, before, part, world, matter),
        });
        before = part;
    }
    parts.join("/")
}

/// Asks for one thing in somebody's name, with all a right request has.
async fn ask(house: &House, world: &World, document: &Value, route: &Route, who: &str, path: &str) -> Answer {
    let mut visitor = house.visitor(world, who);
    let body = asking::body(document, route, world);
    let own = ["application/json", "text/html"];
    let accept = ("accept", if route.is_api() { own[0] } else { own[1] });
    if route.is_api() || route.method == "GET" {
        let (kind, body) = body.unwrap_or(("application/json", Vec::new()));
        let path = format!("{path}{}", asking::query(document, route, world));
        let mut headers = vec![accept, ("content-type", kind)];
        // What is honoured and not needed is left out: nobody has read anything here.
        headers.extend(asking::names_a_version(document, route).then_some(("if-match", "\"1\"")));
        return visitor.send(route.method(), &path, &headers, body).await;
    }
    visitor.get("/activation").await;
    if path.ends_with("attachments") || path.ends_with("imports") {
        return visitor.upload(path, ("file", "a.png", asking::PICTURE)).await;
    }
    let [unit, person, other, congress] =
        ["unit", "person", "other", "congress"].map(|name| world.named(name).to_string());
    let mut fields = asking::FIELDS.to_vec();
    fields.extend([("unit", unit.as_str()), ("person", &person), ("people", &person), ("deputy", &person)]);
    fields.extend([("other", other.as_str()), ("congress", &congress)]);
    visitor.post(path, &fields).await
}

async fn head(house: &House) -> i64 {
    kit::journal::head(house.site.db()).await.expect("a head").0
}

/// One line of the table, and the house as it is afterwards.
async fn line(world: &World, document: &Value, mut house: House, route: &Route, named: &Named<'_>) -> (String, House) {
    let path = address(route, world, named);
    let mut cells = String::new();
    for who in WHO {
        let before = head(&house).await;
        let answer = ask(&house, world, document, route, who, &path).await;
        let status = answer.status.as_u16();
        let done = head(&house).await != before;
        let refused = (400..500).contains(&status);
        assert!(!(refused && done), "{who}: {} {path} was refused and yet something was done", route.method);
        assert!(!(done && route.method == "GET"), "{who}: reading {path} did something");
        let read = SECRETS.iter().any(|secret| answer.text.contains(secret));
        let mark = match (read, done) {
            (false, false) => "",
            (true, false) => "*",
            (false, true) => "!",
            (true, true) => "*!",
        };
        let _ = write!(cells, " {:<10}", format!("{status}{mark}"));
        if done || (route.method != "GET" && !refused && !signs_in(&answer)) {
            house = world.open();
        }
    }
    let what = match named {
        Named::Own((stage, ..)) if route.path.contains("/suggestions/{") || route.path.contains("/bills/{") => {
            format!("{} {} ({stage})", route.method, route.path)
        }
        _ => format!("{} {}", route.method, route.path),
    };
    (format!("{what:<78}{}\n", cells.trim_end()), house)
}

/// The lines of these routes.
async fn lines(world: &World, document: &Value, routes: &[Route]) -> String {
    let (mut text, mut house) = (String::new(), world.open());
    for route in routes {
        let several = route.path.contains("/suggestions/{");
        let matters: Vec<_> = if route.path.contains("/bills/{") {
            world.bills.iter().collect()
        } else {
            world.suggestions.iter().filter(|(name, ..)| several || *name == "handling").collect()
        };
        for matter in matters {
            let (line, after) = line(world, document, house, route, &Named::Own(matter)).await;
            text.push_str(&line);
            house = after;
        }
    }
    text
}

/// So many routes are walked in one house, at most; the next part begins with an untouched one.
const PART: usize = 16;

/// The whole of it. As many threads as there are processors take one part after the other.
fn table(world: &World, document: &Value) -> String {
    let mut text = format!("{LEGEND}\n{:<78}", "");
    for who in WHO {
        let _ = write!(text, " {who:<10}");
    }
    text = format!("{}\n", text.trim_end());
    let (routes, runtime) = (routes::all(document), tokio::runtime::Handle::current());
    let (parts, next): (Vec<_>, _) = (routes.chunks(PART).collect(), AtomicUsize::new(0));
    let walk = || {
        let nth = || next.fetch_add(1, Ordering::Relaxed);
        let taken = std::iter::repeat_with(nth).map_while(|nth| Some((nth, *parts.get(nth)?)));
        taken.map(|(nth, part)| (nth, runtime.block_on(lines(world, document, part)))).collect::<Vec<_>>()
    };
    let mut walked: Vec<(usize, String)> = std::thread::scope(|scope| {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let walks: Vec<_> = (0..threads).map(|_| scope.spawn(walk)).collect();
        walks.into_iter().flat_map(|walk| walk.join().expect("a walk to its end")).collect()
    });
    walked.sort();
    walked.iter().for_each(|(_, lines)| text.push_str(lines));
    text
}

fn kept() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rights/table.txt")
}

#[test]
fn every_route_answers_everybody_as_the_table_says() {
    on_sqlite(async |site| {
        let document = routes::document();
        let world = World::lay(&site).await;
        let found = table(&world, &document);
        let faults: Vec<&str> = found.lines().filter(|line| line.contains(" 50")).collect();
        assert!(faults.is_empty(), "routes that fail:\n{}", faults.join("\n"));
        let file = kept();
        if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
            std::fs::write(&file, &found).expect("the table is written");
        }
        let kept = std::fs::read_to_string(&file).expect("the table");
        let other = kept.lines().zip(found.lines()).find(|(kept, found)| kept != found);
        assert!(
            kept == found,
            "what routes answer has changed; the first line that differs:\n{other:?}\nRead, then renew it: {}",
            file.display()
        );
    });
}

/// What the rows of one suggestion, or of one bill, tell to those who may not read it: only passers-by hear anything but that there is none.
fn told_of_hidden(table: &str, noun: &str) -> Vec<String> {
    let rows = || {
        table
            .lines()
            .filter_map(|line| line.split_at_checked(78))
            .filter(|(what, _)| what.contains(&format!("/{noun}/{{")))
    };
    let mut told = Vec::new();
    for (stage, reading) in
        rows().filter_map(|(what, cells)| Some((what.strip_prefix(&format!("GET /api/{noun}/{{id}} "))?, cells)))
    {
        for (what, answers) in rows().filter(|(what, _)| what.trim_end().ends_with(stage.trim_end())) {
            let each = WHO.iter().zip(reading.split_whitespace()).zip(answers.split_whitespace());
            let open = each.filter(|((who, reads), answer)| **who != "nobody" && *reads == "404" && *answer != "404");
            told.extend(open.map(|((who, _), answer)| format!("{who}: {} answers {answer}", what.trim_end())));
        }
    }
    told
}

#[test]
fn what_one_may_not_read_is_not_there_for_any_verb() {
    // The walk above holds the table to what the program answers.
    let table = std::fs::read_to_string(kept()).expect("the table");
    assert!(table.contains("GET /api/suggestions/{id} (draft)"), "the walk reads drafts");
    assert!(table.contains("GET /api/bills/{id} (draft)"), "and those of bills");
    for noun in ["suggestions", "bills"] {
        let told = told_of_hidden(&table, noun);
        assert!(told.is_empty(), "{}", told.join("\n"));
    }
}

#[test]
fn forged_names_and_other_methods_are_answered_and_do_nothing() {
    on_sqlite(async |site| {
        let document = routes::document();
        let world = World::lay(&site).await;
        let house = world.open();
        let before = head(&house).await;
        let random = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_dead_beef).to_string();
        let foreign = world.named("elsewhere").to_string();
        let all = routes::all(&document);
        let mut wrong = Vec::new();
        for route in all.iter().filter(|route| route.path.contains('{')) {
            for forged in [random.as_str(), foreign.as_str(), "garbage", "..%2f%00' or 1=1"] {
                // An operator may act on what is elsewhere; on what is nowhere nobody may.
                for who in
                    ["nobody", "clerk", "operator"].into_iter().filter(|who| forged != foreign || *who != "operator")
                {
                    let path = address(route, &world, &Named::Forged(&forged.replace(' ', "%20").replace('\'', "%27")));
                    let answer = ask(&house, &world, &document, route, who, &path).await;
                    let status = answer.status.as_u16();
                    let fits = (400..500).contains(&status) || (status == 303 && signs_in(&answer));
                    let right = forged == foreign || fits;
                    if status >= 500 || !right {
                        wrong.push(format!("{who}: {} {path}: {status}", route.method));
                    }
                    assert!(SECRETS.iter().all(|secret| !answer.text.contains(secret)), "{who}: {path}");
                }
            }
        }
        for route in &all {
            for method in [Method::PUT, Method::PATCH, Method::DELETE, Method::POST, Method::OPTIONS, Method::TRACE] {
                let taken = all.iter().any(|other| other.path == route.path && other.method == method.as_str());
                if !taken {
                    let path = address(route, &world, &Named::Forged(&random));
                    let answer = house.visitor(&world, "clerk").send(method.clone(), &path, &[], Vec::new()).await;
                    let status = answer.status.as_u16();
                    if !(400..500).contains(&status) {
                        wrong.push(format!("{method} {path}: {status}"));
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert_eq!(head(&house).await, before, "something was done");
    });
}

fn signs_in(answer: &Answer) -> bool {
    let place = answer.headers.get(header::LOCATION).and_then(|place| place.to_str().ok());
    place.is_some_and(|place| place.starts_with("/session/new"))
}
