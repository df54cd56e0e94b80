//! Approval, 12345, consent at each hand-over, asking again, forgetting.

use crate::world::{site::visitor, *};
use accounts_rules::Actor;
use axum::http::{Method, StatusCode};
use kit::{Site, db::Sql, testing::both};
use opinions::desk::{
    contact::{forget_old, open},
    handle::{AnswerWanted, answer, approve, to_hotline},
    hotline::{Desk, Known, TicketLine, judge as ticket},
    judge::{agree, forget, judge, survey},
    receive::{Received, Said},
    remind::remind,
};
use opinions_rules::{OpinionId, Score, Treatment};
use serde_json::{Value, json};

#[test]
fn what_goes_out_in_the_name_of_the_congress_waits_for_who_answers_for_it() {
    both(async |site| {
        found(&site).await;
        let id = said_here(&site).await.id;
        given(&site, &county_clerk(), id, Treatment::Suggest).await.unwrap();
        assert_eq!(stage(&site, id).await, "proposed");
        let path = format!("/opinions/{id}");
        assert_eq!(visitor(&site, &head()).get(&path).await.status, StatusCode::NOT_FOUND, "not before it goes out");
        let seen = version(&site, id).await;
        assert!(approve(&site, &county_clerk(), id, seen, (true, None)).await.is_err(), "not by who proposed it");
        approve(&site, &county_chief(), id, seen, (false, Some(&text("先问清楚。")))).await.unwrap();
        assert_eq!(stage(&site, id).await, "received");
        given(&site, &county_clerk(), id, Treatment::Suggest).await.unwrap();
        approve(&site, &county_chief(), id, version(&site, id).await, (true, None)).await.unwrap();
        assert_eq!(stage(&site, id).await, "assigned");
        let page = visitor(&site, &head()).get(&path).await;
        assert!(page.text.contains("建议办") && page.text.contains("研究意见"), "{}", page.text);
        let late = approve(&site, &county_chief(), id, version(&site, id).await, (true, None)).await;
        assert_eq!(why(late.unwrap_err()), "opinions-refused-nothing-proposed");
        sound(&site).await;
    });
}

#[test]
fn a_chief_gives_it_at_once_and_its_paper_names_nobody_who_said_it() {
    both(async |site| {
        found(&site).await;
        let id = said_here(&site).await.id;
        given(&site, &county_chief(), id, Treatment::Remind).await.unwrap();
        let path = format!("/opinions/{id}/papers/letter");
        let mut unit = visitor(&site, &head());
        let paper = unit.send(Method::GET, &path, &[("accept", "application/json")], Vec::new()).await;
        assert!(paper.text.contains("提醒函") && paper.text.contains("桥面破损"), "{}", paper.text);
        assert!(!paper.text.contains("赵小满") && !paper.text.contains("1387361"), "{}", paper.text);
        assert_eq!(visitor(&site, &county_deputy()).get(&path).await.status, StatusCode::NOT_FOUND);
        let docx = unit.get(&format!("{path}.docx")).await;
        assert_eq!(docx.status, StatusCode::OK);
    });
}

#[test]
fn the_person_is_asked_at_each_hand_over_and_takes_back_what_was_given() {
    both(async |site| {
        found(&site).await;
        let it = said_here(&site).await;
        given(&site, &county_clerk(), it.id, Treatment::Urge).await.unwrap();
        let code = it.tracking.shown();
        let mut zhao = visitor(&site, &Actor::nobody());
        zhao.get("/opinions/progress").await;
        let page = zhao.post("/opinions/progress", &[("code", &code)]).await;
        assert!(page.text.contains("同意告诉县交通运输局"), "{}", page.text);
        let sees =
            async || visitor(&site, &head()).get(&format!("/opinions/{}", it.id)).await.text.contains("13873612345");
        assert!(!sees().await);
        let fields = [("code", code.as_str()), ("body", &roads().to_string()), ("given", "yes")];
        assert_eq!(zhao.post("/opinions/progress/consent", &fields).await.status, StatusCode::OK);
        assert!(sees().await);
        agree(&site, &code, roads(), false).await.unwrap();
        assert!(!sees().await);
        let never = agree(&site, &code, id_of_town_government(), true).await.unwrap_err();
        assert_eq!(why(never), "body: opinions-wrong-consent");
        forget(&site, &code).await.unwrap();
        agree(&site, &code, roads(), true).await.unwrap();
        assert!(!sees().await, "what was erased is seen by nobody");
    });
}

fn id_of_town_government() -> kernel::BodyId {
    id(1, 12)
}

async fn closed(site: &Site) -> Received {
    let it = said_here(site).await;
    let wanted = AnswerWanted { words: text("已修好。"), for_deputy: false };
    answer(site, &county_deputy(), it.id, version(site, it.id).await, &wanted).await.unwrap();
    judge(site, &it.tracking.shown(), Score::Satisfied, None).await.unwrap();
    it
}

#[test]
fn some_weeks_later_the_person_is_asked_once_whether_it_held() {
    both(async |site| {
        found(&site).await;
        let it = closed(&site).await;
        let code = it.tracking.shown();
        let early = survey(&site, &code, Score::Satisfied, None).await;
        assert_eq!(why(early.unwrap_err()), "opinions-refused-too-soon");
        on(&site, "2026-07-10");
        let path = format!("/opinions/{}", it.id);
        let page = visitor(&site, &county_clerk()).get(&path).await;
        assert!(page.text.contains(&format!("{path}/survey")), "{}", page.text);
        survey(&site, &code, Score::Unsatisfied, Some(&text("又坏了。"))).await.unwrap();
        let twice = survey(&site, &code, Score::Satisfied, None).await;
        assert_eq!(why(twice.unwrap_err()), "opinions-refused-surveyed");
        let page = visitor(&site, &county_clerk()).get(&path).await;
        assert!(page.text.contains("回访：不满意") && page.text.contains("又坏了。"), "{}", page.text);
        assert_eq!(stage(&site, it.id).await, "closed", "what is over stays over");
    });
}

#[test]
fn contact_data_is_erased_when_it_was_over_long_enough_and_not_before() {
    both(async |site| {
        found(&site).await;
        let (over, open_) = (closed(&site).await.id, said_here(&site).await.id);
        on(&site, "2026-11-01");
        forget_old(&site).await.unwrap();
        assert!(open(&site, &county_clerk(), over, &text("回访核实")).await.unwrap().phone.is_some());
        on(&site, "2026-12-08");
        forget_old(&site).await.unwrap();
        assert!(open(&site, &county_clerk(), over, &text("回访核实")).await.unwrap().phone.is_none());
        assert!(open(&site, &county_clerk(), open_, &text("回访核实")).await.unwrap().phone.is_some());
        let sql = Sql::new("select count(*) from journal where verb = 'opinion.contact-forgotten'");
        assert_eq!(site.db().one::<(i64,)>(sql).await.unwrap().unwrap().0, 1);
    });
}

async fn taken(site: &Site, commit: bool, lines: Value) -> Value {
    let path = format!("/api/opinions/hotline/{}", county());
    let body = json!({ "commit": commit, "lines": lines });
    let told = visitor(site, &county_clerk()).json(Method::POST, &path, &[], body).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    told.json()
}

fn outcomes(told: &Value) -> Vec<&str> {
    told["lines"].as_array().unwrap().iter().map(|line| line["outcome"].as_str().unwrap()).collect()
}

#[test]
fn what_lies_at_12345_goes_out_without_contact_and_its_result_comes_back_once() {
    both(async |site| {
        found(&site).await;
        let it = said_here(&site).await;
        to_hotline(&site, &county_clerk(), it.id, version(&site, it.id).await, false).await.unwrap();
        let again = to_hotline(&site, &county_clerk(), it.id, version(&site, it.id).await, false).await;
        assert_eq!(why(again.unwrap_err()), "opinions-refused-at-hotline");
        let csv = visitor(&site, &county_clerk()).get(&format!("/opinions/hotline/{}/table/csv", county())).await;
        assert!(csv.text.contains("〔2026〕1号") && csv.text.contains("2026-06-17"), "{}", csv.text);
        assert!(!csv.text.contains("赵小满") && !csv.text.contains("1387361"), "{}", csv.text);
        let line = json!([{ "ticket": "gd-2026 001", "number": "〔2026〕1号", "answer": "已派养护队修复。" }]);
        assert_eq!(outcomes(&taken(&site, false, line.clone()).await), ["ours"]);
        assert_eq!(stage(&site, it.id).await, "hotline", "looked at alone");
        assert_eq!(taken(&site, true, line.clone()).await["done"], true);
        assert_eq!(stage(&site, it.id).await, "answered");
        let twice = taken(&site, true, line).await;
        assert_eq!(
            (outcomes(&twice), &twice["done"]),
            (vec!["known"], &Value::Bool(true)),
            "the second time it does nothing"
        );
        let sql = Sql::new("select hotline from opinion where id = {}").bind(it.id);
        assert_eq!(site.db().one::<(String,)>(sql).await.unwrap().unwrap().0, "GD-2026001");
        sound(&site).await;
    });
}

#[test]
fn tickets_12345_hands_over_are_taken_in_once_and_each_wrong_line_is_named() {
    both(async |site| {
        found(&site).await;
        let lines = json!([
            { "ticket": "GD-1", "area": "柳林村", "topic": "water", "body": "水压不够。", "phone": "13873612345" },
            { "ticket": "GD-1", "area": "柳林村", "body": "又一次。" },
            { "ticket": "../etc", "area": "柳林村", "body": "坏编号。" },
            { "ticket": "GD-2", "area": "无此村", "body": "没有这个地方。" },
            { "ticket": "GD-3", "number": "2026-99", "answer": "不是我们的。" },
        ]);
        let told = taken(&site, true, lines).await;
        assert_eq!(outcomes(&told), ["new", "wrong", "wrong", "wrong", "wrong"]);
        assert_eq!(told["done"], false, "not while a line is wrong");
        let good = json!([{ "ticket": "GD-1", "area": "柳林村", "topic": "water", "body": "水压不够。", "phone": "13873612345" }]);
        assert_eq!(outcomes(&taken(&site, true, good.clone()).await), ["new"]);
        assert_eq!(outcomes(&taken(&site, true, good).await), ["known"]);
        let (count,): (i64,) = site.db().one("select count(*) from opinion").await.unwrap().unwrap();
        assert_eq!(count, 1);
        let page = visitor(&site, &county_clerk()).get("/opinions").await;
        assert!(page.text.contains("水压不够。"), "{}", page.text);
        sound(&site).await;
    });
}

#[test]
fn whoever_lets_a_person_wait_is_told_once_for_each_clock_and_the_person_reads_it() {
    both(async |site| {
        found(&site).await;
        let it = said_here(&site).await;
        let told = async || {
            remind(&site).await.unwrap();
            let sql = "select count(*) from journal where verb = 'opinion.overdue'";
            site.db().one::<(i64,)>(sql).await.unwrap().unwrap().0
        };
        assert_eq!(told().await, 0, "24 hours have not gone by");
        site.set_now(site.now().plus_millis(24 * 3_600_000 + 1));
        assert_eq!((told().await, told().await), (1, 1));
        given(&site, &county_clerk(), it.id, Treatment::Urge).await.unwrap();
        // Five working days from Thursday.
        on(&site, "2026-06-18");
        assert_eq!(told().await, 1);
        on(&site, "2026-07-01");
        assert_eq!((told().await, told().await), (2, 2));
        let mut zhao = visitor(&site, &Actor::nobody());
        zhao.get("/opinions/progress").await;
        let page = zhao.post("/opinions/progress", &[("code", &it.tracking.shown())]).await;
        assert!(page.text.contains("超过期限，已提醒经办的人"), "{}", page.text);
        sound(&site).await;
    });
}

#[test]
fn a_month_adds_up_by_topic_for_the_office_alone_and_silence_is_no_satisfaction() {
    both(async |site| {
        found(&site).await;
        closed(&site).await;
        said_here(&site).await;
        handed_in(&site, &Said { topic: opinions_rules::Topic::Water, ..said(Some(person(2)), VILLAGE) }).await;
        site.set_now(site.now().plus_millis(30 * 3_600_000));
        remind(&site).await.unwrap();
        let mut clerk = visitor(&site, &county_clerk());
        let json = clerk.get("/api/opinions/report?month=2026-06").await.json();
        let of = |at: usize, what: &str| json[at][what].as_i64().unwrap();
        assert_eq!(json[0]["topic"], "roads");
        assert_eq!([of(0, "received"), of(0, "satisfied"), of(0, "open"), of(0, "late")], [2, 1, 1, 1]);
        assert_eq!((json[2]["topic"].clone(), of(2, "received"), of(2, "silent")), (Value::Null, 3, 0));
        let page = clerk.get("/opinions/report").await;
        assert!(page.text.contains("2026-06 群众意见月报") && page.text.contains("合计"), "{}", page.text);
        let csv = clerk.get("/opinions/report/csv?month=2026-06").await;
        assert!(csv.text.contains("道路交通,2,1"), "{}", csv.text);
        assert_eq!(clerk.get("/api/opinions/report?month=2026-05").await.json(), json!([]));
        for wrong in ["2026", "2026-13", "x", "9999-99", "-001-01"] {
            let told = clerk.get(&format!("/api/opinions/report?month={wrong}")).await;
            assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        }
        for other in [county_deputy(), head()] {
            assert_eq!(visitor(&site, &other).get("/opinions/report").await.status, StatusCode::FORBIDDEN);
        }
    });
}

#[test]
fn the_clocks_are_entries_of_the_rule_book_of_each_congress() {
    both(async |site| {
        found(&site).await;
        let it = said_here(&site).await;
        let mut tx = site.db().begin().await.unwrap();
        let nobody = uuid::Uuid::nil();
        let sql = Sql::new(
            "insert into suggestion_rules (key, value, grade, document, version, congress, term) \
             values ('opinion.first', '72', 'B', '县人大文件', 1, {}, {})",
        );
        run(&mut tx, sql.bind(county()).bind(nobody)).await;
        tx.commit().await.unwrap();
        let due = async |id: OpinionId| {
            visitor(&site, &county_clerk()).get(&format!("/api/opinions/{id}")).await.json()["due"].clone()
        };
        assert_eq!(due(it.id).await, "2026-06-13", "three days here");
        let town = handed_in(&site, &said(Some(person(1)), VILLAGE)).await.id;
        let json = visitor(&site, &town_chief()).get(&format!("/api/opinions/{town}")).await.json();
        assert_eq!(json["due"], "2026-06-11", "one day elsewhere");
    });
}

/// Two sheets of 12345 that come in at once, with the same ticket.
#[test]
fn a_ticket_that_two_sheets_bring_at_once_is_taken_in_once() {
    both(async |site| {
        found(&site).await;
        let line = TicketLine {
            ticket: "GD-7".into(),
            area: "柳林村".into(),
            body: "水压不够。".into(),
            ..TicketLine::default()
        };
        let desk = Desk::of(&site, &county_clerk(), county()).unwrap();
        let mut known = Known::load(&mut site.db(), county()).await.unwrap();
        let bare = ticket(&mut known, &line).unwrap();
        let mut known = Known::load(&mut site.db(), county()).await.unwrap();
        let answered = TicketLine { answer: "已修好。".into(), ..line };
        let answered = ticket(&mut known, &answered).unwrap();
        let mut first = site.db().begin().await.unwrap();
        desk.perform(&mut first, bare).await.unwrap();
        let second = async {
            let mut second = site.db().begin().await.unwrap();
            desk.perform(&mut second, answered).await.unwrap();
            second.commit().await.unwrap();
        };
        futures_util::future::join(second, async { first.commit().await.unwrap() }).await;
        let all: Vec<(String,)> = site.db().all("select stage from opinion").await.unwrap();
        assert_eq!(all, [("answered".to_owned(),)], "one, and what the second brought of it");
        sound(&site).await;
    });
}

#[test]
fn nobody_but_the_office_takes_in_or_gives_out_for_12345() {
    both(async |site| {
        found(&site).await;
        for who in [county_deputy(), head(), stranger(), town_chief()] {
            let path = format!("/opinions/hotline/{}/imports", county());
            assert_eq!(visitor(&site, &who).get(&path).await.status, StatusCode::FORBIDDEN);
            let path = format!("/api/opinions/hotline/{}", county());
            let told = visitor(&site, &who).json(Method::POST, &path, &[], json!({ "nonsense": 1 })).await;
            assert_eq!(told.status, StatusCode::FORBIDDEN, "{}", told.text);
        }
    });
}

#[test]
fn who_knows_that_it_belongs_elsewhere_may_leave_it_as_a_word_to_the_deputy() {
    both(async |site| {
        found(&site).await;
        let word = Said { channel: Some("litigation".into()), ..said(Some(person(2)), VILLAGE) };
        let it = handed_in(&site, &word).await;
        assert_eq!(stage(&site, it.id).await, "elsewhere");
        let page = visitor(&site, &county_deputy()).get(&format!("/opinions/{}", it.id)).await;
        assert!(page.text.contains("作为对代表说的话留存"), "{}", page.text);
        let ticket = opinions::Ticket::open(&site).await.unwrap();
        let wrong = Said { channel: Some("moon".into()), ..word };
        let told = opinions::desk::receive::receive(&site, &Actor::nobody(), &wrong, &[], &ticket).await;
        assert_eq!(why(told.unwrap_err()), "channel: opinions-wrong-channel");
        sound(&site).await;
    });
}

#[test]
fn the_deputy_sees_who_said_it_once_the_person_agrees_and_no_longer_than_that() {
    both(async |site| {
        found(&site).await;
        let said = said_here(&site).await;
        let code = said.tracking.shown();
        let (page, json) = (format!("/opinions/{}", said.id), format!("/api/opinions/{}", said.id));
        let sees = async || {
            let mut deputy = visitor(&site, &county_deputy());
            let page = deputy.get(&page).await.text.contains("赵小满");
            let json = deputy.get(&json).await.json();
            let told = json["contact"]["name"] == "赵小满" && json["contact"]["phone"] == "13873612345";
            assert_eq!(page, told, "page and JSON tell the same: {json}");
            page
        };
        assert!(!sees().await, "nothing was ticked");
        let mut zhao = visitor(&site, &Actor::nobody());
        zhao.get("/opinions/progress").await;
        let asked = zhao.post("/opinions/progress", &[("code", &code)]).await;
        assert!(asked.text.contains("李河代表还看不到您的姓名和电话"), "{}", asked.text);
        let fields = [("code", code.as_str()), ("deputy", "1"), ("given", "yes")];
        assert_eq!(zhao.post("/opinions/progress/consent", &fields).await.status, StatusCode::OK);
        assert!(sees().await);
        let clerk = visitor(&site, &county_clerk()).get(&json).await.json();
        assert!(clerk["contact"].is_null(), "who opens it gives a reason: {clerk}");
        let back = serde_json::json!({ "code": code, "given": false });
        let told = zhao.json(Method::POST, "/api/opinions/progress/consent", &[], back).await;
        assert_eq!(told.json()["consents"][0]["given"], false, "{}", told.text);
        assert!(!sees().await, "taken back");
        sound(&site).await;
    });
}
