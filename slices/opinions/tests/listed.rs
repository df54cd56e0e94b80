//! The list of an office: every choice of stage and topic against a plain reading of the rows, page by page; words against a scan of
//! what was said; and that neither reads the year to show a page.

use crate::world::{site::visitor, *};
use accounts_rules::Actor;
use kit::{Site, db::Sql, search::Feed, testing::both};
use opinions::{
    SOURCE,
    desk::handle::{self, AnswerWanted, AssignmentWanted},
};
use opinions_rules::{OpinionId, Stage, Topic, Treatment};
use serde_json::Value;

const SOURCES: &[kit::search::Source] = &[SOURCE];

async fn indexed(site: &Site) {
    Feed::new(site.search().unwrap().clone(), SOURCES).catch_up(site.db()).await.unwrap();
}

/// Sixty said to the office of the county about bridges and wells: some given to the roads, some answered since.
async fn sixty(site: &Site) -> Vec<(OpinionId, String, Topic)> {
    let mut all = Vec::new();
    for n in 0..60u32 {
        later(site);
        let topic = if n % 3 == 0 { Topic::Roads } else { Topic::ALL[1] };
        let body =
            if n % 2 == 0 { format!("第{n}座桥，桥面破损") } else { format!("第{n}口井，水质发黄") };
        let one =
            handed_in(site, &opinions::desk::receive::Said { topic, body: text(&body), ..said(None, "430121") }).await;
        all.push((one.id, body, topic));
    }
    for (n, (id, ..)) in all.iter().enumerate().filter(|(n, _)| n % 4 == 0) {
        later(site);
        let wanted = AssignmentWanted { unit: roads(), treatment: Treatment::Urge, hard: false, words: None };
        handle::assign(site, &county_chief(), *id, version(site, *id).await, &wanted).await.unwrap();
        if n % 8 == 0 {
            let wanted = AnswerWanted { words: text("已修好。"), for_deputy: false };
            handle::answer(site, &head(), *id, version(site, *id).await, &wanted).await.unwrap();
        }
    }
    all
}

/// Every page of a list, by its keys: the ids in order, and the total every page told.
async fn pages(site: &Site, actor: &Actor, query: &str) -> (Vec<String>, u64) {
    let (mut ids, mut after, mut total) = (Vec::new(), String::new(), None);
    loop {
        let answer: Value = visitor(site, actor).get(&format!("/api/opinions?{query}&after={after}")).await.json();
        let told = answer["total"].as_u64().unwrap();
        assert_eq!(*total.get_or_insert(told), told, "{query}");
        ids.extend(answer["items"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap().to_owned()));
        match answer["next"].as_str() {
            Some(next) => next.clone_into(&mut after),
            None => return (ids, told),
        }
    }
}

#[test]
fn every_choice_of_stage_topic_and_words_is_what_the_rows_say() {
    both(|site| async move {
        found(&site).await;
        let all = sixty(&site).await;
        indexed(&site).await;
        let mut stages = Vec::new();
        for (id, ..) in &all {
            stages.push(stage(&site, *id).await);
        }
        let choices = ["", "open"].into_iter().chain(Stage::WORDS);
        for wanted in choices {
            for topic in ["", "roads", Topic::ALL[1].word()] {
                for (typed, words) in [("", ""), ("%E6%A1%A5%E9%9D%A2", "桥面"), ("%E6%B0%B4", "水")] {
                    let fits = |n: usize, body: &str, of: Topic| {
                        let stage = stages[n].as_str();
                        (wanted.is_empty() || stage == wanted || wanted == "open" && Stage::OPEN.contains(&stage))
                            && (topic.is_empty() || of.word() == topic)
                            && body.contains(words)
                    };
                    let chosen = all.iter().enumerate().filter(|(n, (_, body, of))| fits(*n, body, *of));
                    let mut expected: Vec<String> = chosen.map(|(_, (id, ..))| id.to_string()).collect();
                    expected.reverse();
                    let query = format!("stage={wanted}&topic={topic}&q={typed}");
                    let (ids, total) = pages(&site, &county_clerk(), &query).await;
                    assert_eq!((ids, total), (expected.clone(), expected.len() as u64), "{query}");
                }
            }
        }
        sound(&site).await;
    });
}

#[test]
fn words_find_nothing_for_whom_it_is_not_and_the_body_what_it_was_given() {
    both(|site| async move {
        found(&site).await;
        let all = sixty(&site).await;
        indexed(&site).await;
        let (given, _) = pages(&site, &head(), "q=%E6%A1%A5%E9%9D%A2").await;
        let own: Vec<String> = all.iter().step_by(4).rev().map(|(id, ..)| id.to_string()).collect();
        assert_eq!(given, own, "the body finds what it was given, newest first");
        assert_eq!(
            pages(&site, &town_chief(), "q=%E6%A1%A5").await,
            (Vec::new(), 0),
            "the town's office was told nothing"
        );
        assert_eq!(pages(&site, &county_deputy(), "q=%E6%A1%A5").await, (Vec::new(), 0), "nor the deputy");
        let page = visitor(&site, &county_clerk()).get("/opinions?q=%E6%A1%A5%E9%9D%A2&stage=open").await;
        assert!(page.text.contains("桥面破损") && !page.text.contains("水质发黄"));
    });
}

/// What SQLite says of the statements the list is read by: an index of the choice in the order of the list, no sorting, no scan.
#[test]
fn a_page_is_read_along_its_own_index() {
    both(|site| async move {
        found(&site).await;
        if site.db().engine() != kit::db::Engine::Sqlite {
            return;
        }
        for (narrowed, index) in [
            ("f.stage = 'hotline'", "opinion_office_stage (office=? AND stage=?)"),
            ("f.open = 1", "opinion_office_open (office=? AND open=?)"),
            ("f.topic = 'roads'", "opinion_office_topic (office=? AND topic=?)"),
            (
                "f.stage = 'hotline' and f.topic = 'roads'",
                "opinion_office_stage_topic (office=? AND stage=? AND topic=?)",
            ),
            ("f.open = 1 and f.topic = 'roads'", "opinion_office_open_topic (office=? AND open=? AND topic=?)"),
        ] {
            let plan = plan(&site, narrowed).await;
            assert!(plan.contains(index), "{narrowed}: {plan}");
            assert!(!plan.contains("TEMP B-TREE") && !plan.contains("SCAN"), "{narrowed}: {plan}");
        }
    });
}

async fn plan(site: &Site, narrowed: &'static str) -> String {
    let sql = Sql::new("explain query plan select o.id from opinion_office f join opinion o on o.id = f.opinion where f.office = {} and ")
        .bind(county())
        .add(narrowed)
        .add(" order by f.received desc, f.opinion desc limit 26");
    let steps: Vec<(i64, i64, i64, String)> = site.db().all(sql).await.unwrap();
    steps.into_iter().map(|(.., step)| step).collect::<Vec<_>>().join("\n")
}

#[test]
fn an_office_finds_what_is_overdue_what_a_body_has_and_what_is_of_a_place() {
    both(|site| async move {
        found(&site).await;
        let all = sixty(&site).await;
        on(&site, "2026-07-01");
        opinions::desk::remind::remind(&site).await.unwrap();
        // Of those that were overdue one is signed for by the body, which wipes nothing out; one is answered.
        let (signed, said_of) = (all[4].0, all[1].0);
        later(&site);
        handle::sign_for(&site, &head(), signed, version(&site, signed).await).await.unwrap();
        let wanted = AnswerWanted { words: text("已修好。"), for_deputy: false };
        handle::answer(&site, &county_clerk(), said_of, version(&site, said_of).await, &wanted).await.unwrap();
        let there = opinions::desk::receive::Said { body: text("村口的桥面"), ..said(Some(person(2)), VILLAGE) };
        let near = handed_in(&site, &there).await.id;
        indexed(&site).await;
        let ids = async |query: &str| pages(&site, &county_clerk(), query).await;
        let expected = |fits: &dyn Fn(usize) -> bool| {
            let chosen = all.iter().enumerate().filter(|(n, _)| fits(*n)).map(|(_, (id, ..))| id.to_string());
            let mut chosen: Vec<String> = chosen.collect();
            chosen.reverse();
            (chosen.clone(), chosen.len() as u64)
        };
        let late = expected(&|n| n % 8 != 0 && n != 1);
        assert_eq!(ids("late=yes").await, late);
        let of_roads = format!("unit={}", roads());
        assert_eq!(ids(&of_roads).await, expected(&|n| n % 4 == 0 && n % 8 != 0));
        assert_eq!(ids(&format!("{of_roads}&late=yes&topic=roads")).await, expected(&|n| n % 24 == 12));
        assert_eq!(ids(&format!("area={TOWN}")).await, (vec![near.to_string()], 1));
        // The same with words, from the index.
        assert_eq!(ids(&format!("{of_roads}&q=%E6%A1%A5%E9%9D%A2")).await, ids(&of_roads).await);
        assert_eq!(ids("late=yes&q=%E6%B0%B4%E8%B4%A8").await, expected(&|n| n % 2 == 1 && n != 1));
        assert_eq!(ids(&format!("area={TOWN}&q=%E6%A1%A5%E9%9D%A2")).await, (vec![near.to_string()], 1));
        let page = visitor(&site, &county_clerk()).get(&format!("/opinions?late=yes&{of_roads}")).await.text;
        assert!(page.contains("县交通运输局") && page.contains("桥头镇"), "{page}");
        for wrong in ["late=maybe", "unit=x", "area=43012"] {
            let told = visitor(&site, &county_clerk()).get(&format!("/api/opinions?{wrong}")).await;
            assert_eq!(told.status, axum::http::StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        }
        let line = visitor(&site, &county_clerk()).get(&format!("/api/opinions?{of_roads}")).await.json();
        assert_eq!(
            (&line["items"][0]["late"], &line["items"][0]["due"]),
            (&true.into(), &"2026-06-17".into()),
            "{line}"
        );
        let one = visitor(&site, &head()).get(&format!("/api/opinions/{signed}")).await.json();
        let unit = &one["unit"];
        assert_eq!(
            (&unit["treatment"], &unit["expected"], &unit["hard"]),
            (&"urge".into(), &"result".into(), &false.into())
        );
        assert!(unit["signed"].is_i64() && one["late"] == true, "signed late wipes nothing out: {one}");
        let home = opinions::queries::list::waiting_further(&mut site.db(), &county_chief()).await.unwrap();
        let counts: Vec<(i64, &str)> = home.iter().map(|(count, key, ..)| (*count, *key)).collect();
        let late = i64::try_from(late.1).unwrap();
        assert_eq!(counts, [(0, "app-waits-opinions-approve"), (late, "app-waits-opinions-late")]);
        sound(&site).await;
    });
}
