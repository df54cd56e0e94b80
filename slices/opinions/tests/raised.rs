//! What came of a suggestion returns to whoever said what it was made of: that there is a reply, what the deputy says of it, and once the public
//! reads it what stands there.

use crate::world::{site::visitor, *};
use accounts_rules::Actor;
use axum::http::Method;
use kernel::{Recorded, Verb};
use kit::{Site, db::Sql, journal, testing::both};
use opinions::{
    FROM_SUGGESTIONS,
    desk::{
        handle::{AnswerWanted, answer, suggest},
        judge::judge,
        receive::Received,
        remind::remind,
    },
};
use opinions_rules::{Score, SuggestionId};
use serde::Serialize;
use serde_json::{Value, json};

const LETTER: &str = "桥已列入今年危桥改造，九月底完工。";

fn filed() -> SuggestionId {
    id(10, 5)
}

/// A suggestion of the deputy's that was handed in.
async fn files(site: &Site) {
    let mut tx = site.db().begin().await.unwrap();
    let sql = Sql::new(
        "insert into suggestion (title, body, not_public_because, wants_meeting, keep_identity, stage, category, begun, \
         filed, version, id, congress, session, lead) values ('关于修桥的建议', '请修桥。', '', 0, 0, 'submitted', '', 1, 1, 1, \
         {}, {}, {}, {})",
    );
    run(&mut tx, sql.bind(filed()).bind(county()).bind(id::<()>(4, 1)).bind(person(2))).await;
    tx.commit().await.unwrap();
}

/// The unit's letter reaches the deputies.
async fn delivers(site: &Site) {
    let mut tx = site.db().begin().await.unwrap();
    let sql = Sql::new(
        "insert into assignment (role, ordinal, assigned, sign_by, due, work, awaits, id, suggestion, congress, unit) \
         values ('sole', 1, 1, '2026-06-01', '2026-09-01', 'handling', 'judgement', {}, {}, {}, {})",
    );
    run(&mut tx, sql.bind(id::<()>(11, 1)).bind(filed()).bind(county()).bind(roads())).await;
    let sql = Sql::new(
        "insert into reply (round, opened, due, stage, number, body, publish, class, counted_as, delivered, assignment, suggestion) \
         values (1, 1, '2026-09-01', 'delivered', '1', '给代表的复函', 1, 'A', 'solved', 1, {}, {})",
    );
    run(&mut tx, sql.bind(id::<()>(11, 1)).bind(filed())).await;
    let (assignment, judge_by) = (id(11, 1), "2026-07-01".parse().unwrap());
    let fact = suggestions_rules::Fact::ReplyDelivered { assignment, round: 1, to: vec![person(2)], judge_by };
    told(&mut tx, site, fact).await;
    tx.commit().await.unwrap();
}

async fn told<F: Verb + Serialize>(tx: &mut kit::db::Tx, site: &Site, fact: F) {
    let body = Some(county());
    let fact = Recorded { at: site.now(), by: None, acting_for: None, body, subject: filed().uuid(), fact };
    journal::append(tx, fact).await.unwrap();
}

/// The office puts it before the public; as the noun of disclosures tells it.
#[derive(Serialize)]
struct Disclosed {
    suggestion: SuggestionId,
}

impl Verb for Disclosed {
    fn verb(&self) -> &'static str {
        "disclosure.disclosed"
    }
}

async fn discloses(site: &Site) {
    let mut tx = site.db().begin().await.unwrap();
    let sql = Sql::new(
        "insert into disclosure (year, category, stage, editions, since, at, until, version, id, congress, suggestion, session) \
         values (2026, '', 'disclosed', 1, 1, 1, '9999-12-31', 1, {}, {}, {}, {})",
    );
    run(&mut tx, sql.bind(id::<()>(13, 1)).bind(county()).bind(filed()).bind(id::<()>(4, 1))).await;
    let sql = Sql::new(
        "insert into disclosure_edition (edition, at, extent, title, body, number, category_name, named, secret, words_hidden, \
         disclosure) values (1, 1, 'whole', '关于修桥的建议', '请修桥。', '1', '', 1, 0, 0, {})",
    );
    run(&mut tx, sql.bind(id::<()>(13, 1))).await;
    let sql = Sql::new(
        "insert into disclosure_reply (edition, ordinal, round, role, number, class, class_name, delivered, kept, disclosure, \
         assignment, unit, body) values (1, 1, 1, 'sole', '1', 'A', '', 1, 0, {}, {}, {}, {})",
    );
    run(&mut tx, sql.bind(id::<()>(13, 1)).bind(id::<()>(11, 1)).bind(roads()).bind(LETTER)).await;
    told(&mut tx, site, Disclosed { suggestion: filed() }).await;
    tx.commit().await.unwrap();
}

async fn taken_down(site: &Site) {
    let mut tx = site.db().begin().await.unwrap();
    run(&mut tx, Sql::new("update disclosure set stage = 'taken-down'")).await;
    tx.commit().await.unwrap();
}

async fn said_and_raised(site: &Site) -> Received {
    let it = said_here(site).await;
    files(site).await;
    suggest(site, &county_deputy(), it.id, version(site, it.id).await, Some(filed())).await.unwrap();
    it
}

/// What whoever said it reads.
async fn reads(site: &Site, it: &Received) -> (String, Value) {
    let mut zhao = visitor(site, &Actor::nobody());
    zhao.get("/opinions/progress").await;
    let page = zhao.post("/opinions/progress", &[("code", &it.tracking.shown())]).await.text;
    let code = json!({ "code": it.tracking.shown() });
    (page, zhao.json(Method::POST, "/api/opinions/progress", &[], code).await.json())
}

#[test]
fn a_letter_to_the_deputies_is_announced_and_the_deputy_tells_what_it_says() {
    both(async |site| {
        found(&site).await;
        let it = said_and_raised(&site).await;
        delivers(&site).await;
        for _ in 0..2 {
            FROM_SUGGESTIONS.catch_up(&site).await.unwrap();
        }
        assert_eq!(stage(&site, it.id).await, "suggested", "a letter to the deputies is not theirs to read");
        let (page, json) = reads(&site, &it).await;
        assert!(page.contains("建议已经答复代表") && !page.contains("给代表的复函"), "{page}");
        assert_eq!(json["steps"].as_array().unwrap().len(), 3, "told once: {json}");
        let path = format!("/opinions/{}", it.id);
        let deputy = visitor(&site, &county_deputy()).get(&path).await.text;
        assert!(deputy.contains("请用自己的话把结果告诉反映人"), "{deputy}");
        let wanted = AnswerWanted { words: text("交通局答复：九月底修好。"), for_deputy: false };
        answer(&site, &county_deputy(), it.id, version(&site, it.id).await, &wanted).await.unwrap();
        let (page, _) = reads(&site, &it).await;
        assert!(page.contains("九月底修好") && page.contains("judgement"), "{page}");
        discloses(&site).await;
        FROM_SUGGESTIONS.catch_up(&site).await.unwrap();
        assert_eq!(stage(&site, it.id).await, "answered", "who was quicker is not written over");
        let (page, _) = reads(&site, &it).await;
        assert!(page.contains(LETTER), "{page}");
        sound(&site).await;
    });
}

#[test]
fn what_the_public_reads_is_the_answer_until_it_is_taken_down_and_is_judged_as_any() {
    both(async |site| {
        found(&site).await;
        let it = said_and_raised(&site).await;
        delivers(&site).await;
        discloses(&site).await;
        FROM_SUGGESTIONS.catch_up(&site).await.unwrap();
        assert_eq!(stage(&site, it.id).await, "answered");
        let (page, json) = reads(&site, &it).await;
        assert!(page.contains(LETTER) && page.contains("县交通运输局"), "{page}");
        assert_eq!(json["published"][0]["body"], LETTER);
        taken_down(&site).await;
        let (page, json) = reads(&site, &it).await;
        assert!(!page.contains(LETTER), "{page}");
        assert_eq!(json["published"], json!([]));
        judge(&site, &it.tracking.shown(), Score::Unsatisfied, None).await.unwrap();
        assert_eq!(stage(&site, it.id).await, "received", "handled once more");
        sound(&site).await;
    });
}

#[test]
fn tied_to_a_suggestion_that_was_replied_to_before_the_person_hears_at_once() {
    both(async |site| {
        found(&site).await;
        let it = said_here(&site).await;
        files(&site).await;
        delivers(&site).await;
        discloses(&site).await;
        FROM_SUGGESTIONS.catch_up(&site).await.unwrap();
        suggest(&site, &county_deputy(), it.id, version(&site, it.id).await, Some(filed())).await.unwrap();
        assert_eq!(stage(&site, it.id).await, "answered");
        let sql = Sql::new("select count(*) from journal where verb = 'opinion.raised-replied'");
        assert_eq!(site.db().one::<(i64,)>(sql).await.unwrap().unwrap().0, 1);
        sound(&site).await;
    });
}

#[test]
fn a_suggestion_that_goes_with_another_or_is_withdrawn_leaves_nobody_waiting() {
    both(async |site| {
        found(&site).await;
        let it = said_and_raised(&site).await;
        let (into, reason) = (id(10, 6), id(14, 1));
        let mut tx = site.db().begin().await.unwrap();
        told(&mut tx, &site, suggestions_rules::Fact::Merged { into, reason }).await;
        tx.commit().await.unwrap();
        FROM_SUGGESTIONS.catch_up(&site).await.unwrap();
        let sql = Sql::new("select suggestion from opinion where id = {}").bind(it.id);
        assert_eq!(site.db().one::<(SuggestionId,)>(sql).await.unwrap().unwrap().0, into);
        let mut tx = site.db().begin().await.unwrap();
        let fact = suggestions_rules::Fact::Withdrawn { reason };
        let (at, body, subject) = (site.now(), Some(county()), into.uuid());
        journal::append(&mut tx, Recorded { at, by: None, acting_for: None, body, subject, fact }).await.unwrap();
        tx.commit().await.unwrap();
        FROM_SUGGESTIONS.catch_up(&site).await.unwrap();
        assert_eq!(stage(&site, it.id).await, "received");
        let (page, _) = reads(&site, &it).await;
        assert!(page.contains("建议已撤回，重新办理") && page.contains("与同类建议合并办理"), "{page}");
        sound(&site).await;
    });
}

#[test]
fn a_suggestion_nobody_wrote_lets_nobody_wait_for_ever() {
    both(async |site| {
        found(&site).await;
        let it = said_here(&site).await;
        suggest(&site, &county_deputy(), it.id, version(&site, it.id).await, None).await.unwrap();
        let (page, json) = reads(&site, &it).await;
        assert_eq!(json["due"], "2026-06-25", "ten working days, the feast left out");
        assert!(page.contains("最迟 2026-06-25 提出或者另作安排"), "{page}");
        let list = visitor(&site, &county_deputy()).get("/opinions").await.text;
        assert!(list.contains("2026-06-25"), "{list}");
        let overdue = async || {
            remind(&site).await.unwrap();
            let sql = "select count(*) from journal where verb = 'opinion.overdue'";
            site.db().one::<(i64,)>(sql).await.unwrap().unwrap().0
        };
        assert_eq!(overdue().await, 0);
        on(&site, "2026-06-26");
        assert_eq!((overdue().await, overdue().await), (1, 1), "deputy and office are told once");
        files(&site).await;
        suggest(&site, &county_deputy(), it.id, version(&site, it.id).await, Some(filed())).await.unwrap();
        assert!(reads(&site, &it).await.1["due"].is_null(), "a suggestion has its own clock");
        sound(&site).await;
    });
}

#[test]
fn what_was_said_to_the_office_is_raised_on_its_page_too() {
    both(async |site| {
        found(&site).await;
        let id = handed_in(&site, &said(None, STREET)).await.id;
        files(&site).await;
        let page = visitor(&site, &county_clerk()).get(&format!("/opinions/{id}")).await.text;
        assert!(page.contains(&format!("/opinions/{id}/suggestion")) && page.contains("关于修桥的建议"), "{page}");
        suggest(&site, &county_clerk(), id, version(&site, id).await, Some(filed())).await.unwrap();
        assert_eq!(stage(&site, id).await, "suggested");
        sound(&site).await;
    });
}

#[test]
fn a_draft_names_the_opinion_and_is_tied_to_it_once_it_has_its_number() {
    both(async |site| {
        found(&site).await;
        let (it, other) = (said_here(&site).await, said(Some(person(2)), VILLAGE));
        let other = handed_in(&site, &other).await;
        let page = visitor(&site, &county_deputy()).get(&format!("/opinions/{}", it.id)).await.text;
        let (_, draft) = page.split_once("/suggestions/new?").unwrap_or_else(|| panic!("{page}"));
        let draft = draft.split_once('"').unwrap().0.replace("&#38;", "&").replace("&amp;", "&");
        let mut all = form_urlencoded::parse(draft.as_bytes());
        let body = all.find(|(name, _)| name == "body").unwrap().1.into_owned();
        assert!(body.contains("群众意见〔2026〕1号"), "{body}");
        files(&site).await;
        let mut tx = site.db().begin().await.unwrap();
        let sql = Sql::new("update suggestion set number = '7', body = {} where id = {}").bind(body).bind(filed());
        run(&mut tx, sql).await;
        told(&mut tx, &site, suggestions_rules::Fact::Numbered { series: String::new(), n: 7 }).await;
        tx.commit().await.unwrap();
        FROM_SUGGESTIONS.catch_up(&site).await.unwrap();
        let sql = Sql::new("select opinion from opinion_raised where suggestion = {}").bind(filed());
        let tied: Vec<(opinions_rules::OpinionId,)> = site.db().all(sql).await.unwrap();
        assert_eq!(tied, [(it.id,)]);
        assert_eq!(
            (stage(&site, it.id).await.as_str(), stage(&site, other.id).await.as_str()),
            ("suggested", "received")
        );
        sound(&site).await;
    });
}
