//! Saying something without an account, and following it.

use crate::world::{
    site::{at, house, visitor},
    *,
};
use accounts_rules::Actor;
use axum::http::{Method, StatusCode};
use kernel::Text;
use kit::{
    db::Sql,
    testing::{Visitor, both, on_sqlite},
};
use opinions::{
    Ticket,
    desk::{
        handle::{AnswerWanted, ReasonWanted, answer, hand_on},
        judge::{find, judge},
        receive::{Said, receive},
    },
};
use opinions_rules::{Score, Tracking, Way};
use serde_json::json;

/// The ticket of the form that stands on a page.
fn ticket(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"ticket\" value=\"").unwrap();
    rest.split_once('"').unwrap().0.to_owned()
}

/// The tracking code on the page that says it was received.
fn tracking(page: &str) -> String {
    let (_, rest) = page.split_once("class=\"code\">").unwrap_or_else(|| panic!("{page}"));
    rest.split_once('<').unwrap().0.to_owned()
}

async fn form(visitor: &mut Visitor, deputy: u8) -> String {
    let page = visitor.get(&format!("/opinions/new?to={}&area={VILLAGE}", person(deputy))).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    ticket(&page.text)
}

fn fields<'a>(ticket: &'a str, to: &'a str, body: &'a str) -> [(&'a str, &'a str); 6] {
    [("ticket", ticket), ("to", to), ("area", VILLAGE), ("topic", "roads"), ("body", body), ("phone", "138 7361 2345")]
}

#[test]
fn somebody_without_an_account_says_something_follows_it_and_judges_the_answer() {
    both(async |site| {
        found(&site).await;
        let mut person_ = visitor(&site, &Actor::nobody());
        let (ticket, to) = (form(&mut person_, 1).await, person(1).to_string());
        later(&site);
        let told = person_.post("/opinions", &fields(&ticket, &to, "桥面破损，请修。")).await;
        assert_eq!(told.status, StatusCode::OK, "{}", told.text);
        let code = tracking(&told.text);
        let mut deputy = visitor(&site, &town_deputy());
        let list = deputy.get("/opinions").await;
        let id = find(&site, &code).await.unwrap();
        assert!(list.text.contains(&format!("/opinions/{id}")), "{}", list.text);
        deputy.get(&format!("/opinions/{id}")).await;
        deputy.fill(&format!("/opinions/{id}/answer"), &[("version", "1"), ("answer", "已请镇里安排修桥。")]).await;
        person_.get("/opinions/progress").await;
        let seen = person_.post("/opinions/progress", &[("code", &code.to_lowercase())]).await;
        assert!(seen.text.contains("已请镇里安排修桥。") && seen.text.contains("代表答复"), "{}", seen.text);
        let judged = person_.post("/opinions/progress/judgement", &[("code", &code), ("score", "satisfied")]).await;
        assert_eq!(judged.status, StatusCode::OK, "{}", judged.text);
        assert_eq!(stage(&site, id).await, "closed");
        sound(&site).await;
    });
}

#[test]
fn a_form_sent_at_once_loses_nothing_and_is_taken_some_seconds_later_and_only_once() {
    both(async |site| {
        found(&site).await;
        let mut person_ = visitor(&site, &Actor::nobody());
        let (first, to) = (form(&mut person_, 1).await, person(1).to_string());
        let quick = person_.post("/opinions", &fields(&first, &to, "桥面破损，请修。")).await;
        assert_eq!(quick.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(quick.text.contains("过几秒钟") && quick.text.contains("桥面破损，请修。"), "{}", quick.text);
        assert_eq!(ticket(&quick.text), first);
        later(&site);
        let one = tracking(&person_.post("/opinions", &fields(&first, &to, "桥面破损，请修。")).await.text);
        let two = tracking(&person_.post("/opinions", &fields(&first, &to, "桥面破损，请修。")).await.text);
        assert_eq!(one, two, "pressed twice it is one");
        let other = person_.post("/opinions", &fields(&first, &to, "还有一件事。")).await;
        assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_ne!(ticket(&other.text), first);
        let (count,): (i64,) = site.db().one("select count(*) from opinion").await.unwrap().unwrap();
        assert_eq!(count, 1);
    });
}

#[test]
fn a_ticket_made_by_nobody_here_or_long_ago_is_not_taken() {
    both(async |site| {
        found(&site).await;
        let good = Ticket::open(&site).await.unwrap().text().to_owned();
        later(&site);
        for wrong in ["", "0", "0.0.0.0", "a.b.c", &good.replace("0.", "7."), &format!("{good}0"), &"9".repeat(500)] {
            let refused = why(Ticket::read(&site, wrong).await.unwrap_err());
            assert_eq!(refused, "ticket: opinions-wrong-ticket", "{wrong}");
        }
        on(&site, "2026-06-12");
        assert_eq!(why(Ticket::read(&site, &good).await.unwrap_err()), "ticket: opinions-refused-too-late");
    });
}

#[test]
fn what_is_wrong_stands_beside_its_field_and_nothing_is_taken() {
    both(async |site| {
        found(&site).await;
        let ticket = Ticket::open(&site).await.unwrap();
        let nobody = Actor::nobody();
        let usual = said(Some(person(1)), VILLAGE);
        for (wrong, field) in [
            (Said { phone: Some("12345".into()), ..usual.clone() }, "phone: opinions-wrong-phone"),
            (Said { area: area("430121101999"), ..usual.clone() }, "area: opinions-wrong-area"),
            (Said { deputy: Some(id(3, 77)), ..usual.clone() }, "deputy: opinions-wrong-deputy"),
        ] {
            assert_eq!(why(receive(&site, &nobody, &wrong, &[], &ticket).await.unwrap_err()), field);
        }
        let typed = Said { way: Way::Phone, ..usual.clone() };
        assert!(receive(&site, &nobody, &typed, &[], &ticket).await.is_err(), "nobody types for another");
        assert!(receive(&site, &stranger(), &typed, &[], &ticket).await.is_err(), "nor does another county");
        let (count,): (i64,) = site.db().one("select count(*) from opinion").await.unwrap().unwrap();
        assert_eq!(count, 0);
        receive(&site, &town_chief(), &typed, &[], &ticket).await.unwrap();
    });
}

#[test]
fn it_comes_to_the_congress_of_the_deputys_nearest_seat_or_to_the_lowest_of_the_place() {
    both(async |site| {
        found(&site).await;
        for (deputy, place, holder) in [
            (Some(person(1)), VILLAGE, town()),
            (Some(person(2)), VILLAGE, county()),
            (None, VILLAGE, town()),
            (None, STREET, county()),
            (None, PARK, county()),
            (Some(person(1)), STREET, town()),
        ] {
            let received = handed_in(&site, &said(deputy, place)).await;
            let sql = Sql::new("select holder from opinion where id = {}").bind(received.id);
            let (found,): (kernel::BodyId,) = site.db().one(sql).await.unwrap().unwrap();
            assert_eq!(found, holder, "{deputy:?} {place}");
        }
        sound(&site).await;
    });
}

#[test]
fn numbers_of_a_congress_are_dense_and_the_journal_holds_nothing_of_who_said_what() {
    both(async |site| {
        found(&site).await;
        for n in 1..=3 {
            assert_eq!(handed_in(&site, &said(Some(person(1)), VILLAGE)).await.n, n);
        }
        let mut all = String::new();
        kit::journal::export(site.db(), |line| {
            all.push_str(line);
            Ok(())
        })
        .await
        .unwrap();
        assert!(all.contains("opinion.received"), "{all}");
        for secret in ["赵小满", "13873612345", "桥面破损", "村口的桥"] {
            assert!(!all.contains(secret), "{secret} stands in the journal");
        }
    });
}

#[test]
fn enumerating_tracking_codes_is_told_alike_and_stopped_without_stopping_others() {
    on_sqlite(async |site| {
        found(&site).await;
        let real = handed_in(&site, &said(Some(person(1)), VILLAGE)).await;
        let house = house();
        let mut guesser = at(&site, &house, &Actor::nobody(), 66);
        let mut told = Vec::new();
        for n in 0..80u8 {
            let code = if n % 2 == 0 { Tracking::new([n; 10]).shown() } else { "nonsense".to_owned() };
            let answer = guesser.json(Method::POST, "/api/opinions/progress", &[], json!({ "code": code })).await;
            told.push(answer.status);
        }
        assert!(told[..50].iter().all(|status| *status == StatusCode::NOT_FOUND), "{told:?}");
        assert!(told.contains(&StatusCode::TOO_MANY_REQUESTS), "{told:?}");
        let mut other = at(&site, &house, &Actor::nobody(), 7);
        let code = json!({ "code": real.tracking.shown() });
        assert_eq!(other.json(Method::POST, "/api/opinions/progress", &[], code).await.status, StatusCode::OK);
    });
}

#[test]
fn one_sender_who_floods_is_told_to_wait_and_others_are_heard() {
    on_sqlite(async |site| {
        found(&site).await;
        let house = house();
        let mut flood = at(&site, &house, &Actor::nobody(), 66);
        let mut last = StatusCode::OK;
        for _ in 0..25 {
            flood.get("/opinions/progress").await;
            last = flood.post("/opinions", &[("body", "广告")]).await.status;
        }
        assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
        let mut other = at(&site, &house, &Actor::nobody(), 7);
        let (ticket, to) = (form(&mut other, 1).await, person(1).to_string());
        later(&site);
        let told = other.post("/opinions", &fields(&ticket, &to, "桥面破损，请修。")).await;
        assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    });
}

#[test]
fn programs_hand_in_and_follow_by_the_same_rules() {
    both(async |site| {
        found(&site).await;
        let mut program = visitor(&site, &Actor::nobody());
        let ticket = program.get("/api/opinions/ticket").await.json()["ticket"].as_str().unwrap().to_owned();
        let said = json!({ "area": VILLAGE, "topic": "water", "way": "page", "body": "水压不够。" });
        let wanted = json!({ "ticket": ticket, "said": said });
        let quick = program.json(Method::POST, "/api/opinions", &[], wanted.clone()).await;
        assert_eq!(quick.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", quick.text);
        later(&site);
        let told = program.json(Method::POST, "/api/opinions", &[], wanted).await;
        assert_eq!(told.status, StatusCode::CREATED, "{}", told.text);
        let code = json!({ "code": told.json()["tracking"] });
        let seen = program.json(Method::POST, "/api/opinions/progress", &[], code).await.json();
        assert_eq!((&seen["stage"], &seen["body"]), (&"received".into(), &"水压不够。".into()));
    });
}

#[test]
fn dissatisfied_twice_it_waits_for_a_person_of_the_office_and_cannot_be_judged_again() {
    both(async |site| {
        found(&site).await;
        let it = handed_in(&site, &said(Some(person(1)), VILLAGE)).await;
        let code = it.tracking.shown();
        assert_eq!(why(judge(&site, &code, Score::Satisfied, None).await.unwrap_err()), "opinions-refused-no-answer");
        for round in 1..=2 {
            let wanted = AnswerWanted { words: text("已答复"), for_deputy: false };
            answer(&site, &town_deputy(), it.id, version(&site, it.id).await, &wanted).await.unwrap();
            let words: Text<500> = text("还没有修。");
            judge(&site, &code, Score::Unsatisfied, Some(&words)).await.unwrap();
            assert_eq!(stage(&site, it.id).await, if round == 1 { "received" } else { "answered" });
        }
        assert_eq!(why(judge(&site, &code, Score::Satisfied, None).await.unwrap_err()), "opinions-refused-judged");
        sound(&site).await;
    });
}

/// An entry of a congress's own rule book.
async fn ruled(site: &kit::Site, congress: kernel::BodyId, key: &str, value: &str) {
    let mut tx = site.db().begin().await.unwrap();
    let sql = Sql::new(
        "insert into suggestion_rules (key, value, grade, document, version, congress, term) values ({}, {}, 'B', '文件', 1, {}, {})",
    );
    run(&mut tx, sql.bind(key).bind(value).bind(congress).bind(uuid::Uuid::nil())).await;
    tx.commit().await.unwrap();
}

#[test]
fn the_form_says_who_keeps_name_and_telephone_how_long_and_promises_nothing_else() {
    both(async |site| {
        found(&site).await;
        let mut passer = visitor(&site, &Actor::nobody());
        let mut page = async |deputy: u8| {
            let path = format!("/opinions/new?to={}&area={VILLAGE}", person(deputy));
            passer.get(&path).await.text
        };
        let usual = page(1).await;
        assert!(usual.contains("桥头镇人民代表大会的工作机构保存") && usual.contains("满 180 天"), "{usual}");
        assert!(!usual.contains("只有您同意的人才能看到"), "the office opens it with a reason: {usual}");
        assert!(page(2).await.contains("临江县人民代表大会的工作机构保存"), "to whom the deputy's office is");
        ruled(&site, town(), "opinion.forget", "90").await;
        assert!(page(1).await.contains("满 90 天"));
        ruled(&site, county(), "opinion.forget", "0").await;
        assert!(page(2).await.contains("不自动删除，您可以随时删除"));
    });
}

#[test]
fn an_opinion_lands_where_somebody_takes_it_up_and_is_handed_on_to_nobody_else() {
    both(async |site| {
        found(&site).await;
        let lands = async |deputy, place| {
            let id = handed_in(&site, &said(deputy, place)).await.id;
            let sql = Sql::new("select holder from opinion where id = {}").bind(id);
            site.db().one::<(kernel::BodyId,)>(sql).await.unwrap().unwrap().0
        };
        assert_eq!(lands(None, VILLAGE).await, town(), "nobody anywhere: the lowest, as ever");
        staffed(&site, 51, "clerk", (county_office(), county())).await;
        staffed(&site, 71, "leader", (town_office(), town())).await;
        assert_eq!(lands(None, VILLAGE).await, county(), "a leader sees it and keeps nothing");
        assert_eq!(lands(Some(person(1)), VILLAGE).await, county(), "the deputy of the town reads it all the same");
        let page = visitor(&site, &Actor::nobody()).get(&format!("/opinions/new?area={VILLAGE}")).await;
        assert!(page.text.contains("临江县人民代表大会的工作机构保存"), "{}", page.text);
        let id = handed_in(&site, &said(None, VILLAGE)).await.id;
        let reason = ReasonWanted { words: text("镇里的事。") };
        let told = hand_on(&site, &county_clerk(), id, version(&site, id).await, (town(), &reason)).await;
        assert_eq!(why(told.unwrap_err()), "congress: opinions-wrong-nobody-there");
        let page = visitor(&site, &county_clerk()).get(&format!("/opinions/{id}")).await;
        assert!(!page.text.contains("桥头镇人民代表大会"), "nor is it offered: {}", page.text);
        staffed(&site, 50, "chief", (town_office(), town())).await;
        assert_eq!(lands(None, VILLAGE).await, town());
        hand_on(&site, &county_clerk(), id, version(&site, id).await, (town(), &reason)).await.unwrap();
        sound(&site).await;
    });
}
