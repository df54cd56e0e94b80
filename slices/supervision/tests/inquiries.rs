//! Special inquiries through the desk and the pages, on both engines.

use crate::world::{site::visitor, *};
use axum::http::StatusCode;
use kit::{
    Site,
    db::Sql,
    testing::{both, on_sqlite},
    web::api::Once,
};
use serde_json::json;
use supervision::desk::inquiry::{
    self as desk, InquiryReason, InquiryResult, InquiryWanted, ItemBack, ItemEnd, ItemPlanWanted, ItemReportWanted,
    ItemWanted, PollWanted, QuestionAnswerWanted, QuestionWanted, Sent,
};
use supervision_rules::{EntryId, InquiryId, InquiryKind, Turn};

fn once() -> Sent {
    Sent::default()
}

fn wanted() -> InquiryWanted {
    InquiryWanted {
        topic: text("农村饮水安全"),
        kind: InquiryKind::Report,
        day: day("2026-03-10"),
        place: text("会议室"),
        leader: text("王副主任"),
        basis: text("主任会议纪要"),
    }
}

async fn begun(site: &Site) -> InquiryId {
    desk::begin(site, &clerk(), congress(), wanted(), &Once::default()).await.unwrap().inquiry.id
}

async fn asked(site: &Site, id: InquiryId, words: &str) -> EntryId {
    let wanted = QuestionWanted { unit: water(), asker: text("委员甲"), words: text(words) };
    desk::ask(site, &clerk(), id, wanted, &once()).await.unwrap().inquiry.questions.last().unwrap().id
}

/// Held on the tenth of March, one question of it answered.
async fn held(site: &Site) -> (InquiryId, EntryId) {
    on(site, "2026-03-02");
    let id = begun(site).await;
    let question = asked(site, id, "何时通水？").await;
    desk::tell(site, &clerk(), id, &once()).await.unwrap();
    on(site, "2026-03-10");
    desk::hold(site, &clerk(), id, &once()).await.unwrap();
    (id, question)
}

async fn listed(site: &Site, id: InquiryId) -> EntryId {
    let wanted = ItemWanted { unit: water(), problem: text("管网末端水压不足"), due: day("2026-06-01") };
    desk::list(site, &clerk(), id, wanted, &once()).await.unwrap().inquiry.items[0].id
}

#[test]
fn an_inquiry_is_prepared_held_put_right_voted_on_again_and_concluded_and_reads_back() {
    both(async |site| {
        found(&site).await;
        let (id, question) = held(&site).await;
        let answer = QuestionAnswerWanted { words: text("年底通水"), remark: Some(text("书面报方案")) };
        desk::answer(&site, &clerk(), (id, question), answer, &once()).await.unwrap();
        let poll = |turn| PollWanted {
            unit: water(),
            turn,
            ballots: 30,
            satisfied: 20,
            basically: 8,
            dissatisfied: 1,
            invalid: 1,
        };
        desk::vote(&site, &clerk(), id, poll(Turn::First), &once()).await.unwrap();
        let item = listed(&site, id).await;
        let unit = head(water());
        let plan = ItemPlanWanted { measure: text("更换主管"), owner: text("副局长") };
        desk::plan(&site, &unit, (id, item), plan, &once()).await.unwrap();
        desk::report(&site, &unit, (id, item), ItemReportWanted { words: text("已换一半") }, &once()).await.unwrap();
        let back = ItemBack { reason: text("全部换完再报"), due: day("2026-07-01") };
        desk::send_back(&site, &clerk(), (id, item), back, &once()).await.unwrap();
        desk::report(&site, &unit, (id, item), ItemReportWanted { words: text("全部换完") }, &once()).await.unwrap();
        desk::settle(&site, &clerk(), (id, item), ItemEnd { words: text("属实") }, &once()).await.unwrap();
        desk::vote(&site, &clerk(), id, poll(Turn::Second), &once()).await.unwrap();
        let result = InquiryResult { result: text("已通水") };
        let kept = desk::conclude(&site, &clerk(), id, result, &once()).await.unwrap();
        assert_eq!(desk::of(&site, &deputy(3), id).await.unwrap().inquiry, kept.inquiry);
        assert_eq!(kept.inquiry.items[0].reports.len(), 2);
        sound(&site).await;
    });
}

#[test]
fn a_question_struck_off_makes_room_and_the_others_keep_their_order() {
    both(async |site| {
        on(&site, "2026-03-02");
        found(&site).await;
        let id = begun(&site).await;
        let first = asked(&site, id, "一").await;
        asked(&site, id, "二").await;
        asked(&site, id, "三").await;
        desk::strike(&site, &clerk(), (id, first), &once()).await.unwrap();
        asked(&site, id, "四").await;
        let kept = desk::of(&site, &clerk(), id).await.unwrap().inquiry;
        let words: Vec<&str> = kept.questions.iter().map(|one| one.words.as_str()).collect();
        assert_eq!(words, ["二", "三", "四"]);
        sound(&site).await;
    });
}

#[test]
fn units_learn_of_it_when_they_are_told_and_only_the_unit_answers_for_its_item() {
    on_sqlite(async |site| {
        on(&site, "2026-03-02");
        found(&site).await;
        let id = begun(&site).await;
        asked(&site, id, "何时通水？").await;
        let page = format!("/supervision/inquiries/{id}");
        let (ok, gone) = (StatusCode::OK, StatusCode::NOT_FOUND);
        for (actor, before) in
            [(clerk(), ok), (deputy(2), ok), (head(water()), gone), (transfer(), gone), (stranger(), gone)]
        {
            assert_eq!(visitor(&site, &actor).get(&page).await.status, before, "{}", actor.name);
        }
        desk::tell(&site, &clerk(), id, &once()).await.unwrap();
        for (actor, after) in
            [(head(water()), ok), (transfer(), ok), (head(roads()), gone), (stranger(), gone), (deputy(2), ok)]
        {
            assert_eq!(visitor(&site, &actor).get(&page).await.status, after, "{}", actor.name);
        }
        on(&site, "2026-03-10");
        desk::hold(&site, &clerk(), id, &once()).await.unwrap();
        let item = listed(&site, id).await;
        let plan = format!("{page}/items/{item}/plan");
        for (actor, status) in [
            (head(water()), StatusCode::SEE_OTHER),
            (clerk(), StatusCode::FORBIDDEN),
            (deputy(2), StatusCode::FORBIDDEN),
            (head(roads()), StatusCode::NOT_FOUND),
        ] {
            let mut visitor = visitor(&site, &actor);
            visitor.get("/supervision").await;
            let answer = visitor.post(&plan, &[("measure", "更换主管"), ("owner", "副局长")]).await;
            assert_eq!(answer.status, status, "{} {}", actor.name, answer.text);
        }
    });
}

#[test]
fn what_a_clerk_typed_stays_where_something_is_wrong() {
    on_sqlite(async |site| {
        found(&site).await;
        let (id, _) = held(&site).await;
        let mut office = visitor(&site, &clerk());
        office.get("/supervision/inquiries").await;
        let votes = format!("/supervision/inquiries/{id}/votes");
        let unit = water().to_string();
        let typed = [("unit", unit.as_str()), ("turn", "first"), ("ballots", "30"), ("satisfied", "20")];
        let rest = [("basically", "8"), ("dissatisfied", "1"), ("invalid", "0"), ("version", "1")];
        let answer = office.post(&votes, &[typed.as_slice(), rest.as_slice()].concat()).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text);
        assert!(answer.text.contains("相加应等于收回票数") && answer.text.contains("value=\"20\""), "{}", answer.text);
        let items = format!("/supervision/inquiries/{id}/items");
        let forged = [("unit", "019b0000-0000-7000-8000-000000000000"), ("problem", "水压"), ("due", "2026-06-01")];
        let answer = office.post(&items, &forged).await;
        assert!(answer.text.contains("请在本级承办单位中选择"), "{}", answer.text);
    });
}

#[test]
fn its_lists_are_documents_and_tables_with_the_fields_of_the_practice() {
    both(async |site| {
        found(&site).await;
        let (id, question) = held(&site).await;
        let answer = QuestionAnswerWanted { words: text("年底通水"), remark: Some(text("书面报方案")) };
        desk::answer(&site, &clerk(), (id, question), answer, &once()).await.unwrap();
        let item = listed(&site, id).await;
        let plan = ItemPlanWanted { measure: text("更换主管"), owner: text("副局长") };
        desk::plan(&site, &head(water()), (id, item), plan, &once()).await.unwrap();
        let mut office = visitor(&site, &clerk());
        let place = format!("/api/inquiries/{id}/papers");
        let questions = office.get(&format!("{place}/questions")).await.json();
        assert_eq!(questions["layout"], json!("ledger"));
        let row = &questions["blocks"][1]["rows"][0];
        assert_eq!(*row, json!(["1", "何时通水？", "委员甲", "县水利局", "年底通水", "书面报方案"]));
        let items = office.get(&format!("{place}/items")).await.json();
        let row = &items["blocks"][1]["rows"][0];
        let right = ["1", "管网末端水压不足", "更换主管", "县水利局", "副局长", "2026-06-01", "整改中"];
        assert_eq!(*row, json!(right));
        let table = office.get(&format!("/supervision/inquiries/{id}/items/list?as=csv")).await.text;
        assert!(table.contains("管网末端水压不足,更换主管,县水利局,副局长,2026-06-01,整改中"), "{table}");
        let none = visitor(&site, &head(roads())).get(&format!("{place}/items")).await;
        assert_eq!(none.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn json_asked_twice_under_one_key_is_done_once_and_what_is_strange_is_said() {
    both(async |site| {
        on(&site, "2026-03-02");
        found(&site).await;
        let key = Once::form("key", "/inquiries", &()).unwrap();
        let first = desk::begin(&site, &clerk(), congress(), wanted(), &key).await.unwrap();
        let again = desk::begin(&site, &clerk(), congress(), wanted(), &key).await.unwrap();
        assert_eq!(again.inquiry, first.inquiry);
        let id = first.inquiry.id;
        let question = || QuestionWanted { unit: water(), asker: text("委员甲"), words: text("何时？") };
        let key = Once::form("question", "/inquiries", &()).unwrap();
        desk::ask(&site, &clerk(), id, question(), &key.clone().into()).await.unwrap();
        let twice = desk::ask(&site, &clerk(), id, question(), &key.clone().into()).await.unwrap();
        assert_eq!(twice.inquiry.questions.len(), 1);
        let mut office = visitor(&site, &clerk());
        let lists = office.get(&format!("/api/inquiries?congress={}", congress())).await.json();
        assert_eq!((&lists[0]["stage"], &lists[0]["questions"]), (&json!("preparing"), &json!(1)));
        let strange = office.get("/api/inquiries?congress=x").await;
        assert_eq!(strange.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", strange.text);
        let off = InquiryReason { reason: text("改期") };
        desk::call_off(&site, &clerk(), id, off, &once()).await.unwrap();
        assert_eq!(
            why(desk::tell(&site, &clerk(), id, &once()).await.unwrap_err()),
            "supervision-refused-inquiry-over"
        );
        sound(&site).await;
    });
}

#[test]
fn the_doctor_names_an_inquiry_that_ended_with_something_open() {
    both(async |site| {
        found(&site).await;
        let (id, _) = held(&site).await;
        let mut tx = site.db().begin().await.unwrap();
        let sql = Sql::new("update inquiry set stage = 'concluded', ended = 1, words = '好' where id = {}").bind(id);
        run(&mut tx, sql).await;
        tx.commit().await.unwrap();
        let breaches = supervision::checks::audit(site.db()).await.unwrap();
        assert!(breaches.iter().any(|breach| breach.ensure == "supervision-ensure-inquiries"), "{breaches:#?}");
    });
}

#[test]
fn the_list_is_taken_away_as_a_table_by_whoever_sees_it_and_may() {
    both(async |site| {
        found(&site).await;
        held(&site).await;
        let list = format!("/supervision/inquiries/list?congress={}&as=csv", congress());
        let mut office = visitor(&site, &clerk());
        let page = office.get("/supervision/inquiries").await.text;
        assert!(page.contains("/supervision/inquiries/list?congress="), "{page}");
        let table = office.get(&list).await;
        assert!(table.status == StatusCode::OK && table.text.contains("农村饮水安全"), "{}", table.text);
        for other in [deputy(1), head(water()), stranger()] {
            let answer = visitor(&site, &other).get(&list).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{}", other.name);
        }
    });
}
