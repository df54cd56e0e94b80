//! A reply answers each request, and what the unit ticks becomes a promise: desk, pages without script, JSON, paper, tables.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use kit::{
    Site,
    testing::{both, on_sqlite},
};
use serde_json::{Value, json};
use suggestions::{desk, queries};
use suggestions_rules::{AssignmentId, SuggestionId};

const ASKS: &str = "一、基本情况\n弯道没有护栏。\n\n二、具体建议\n1.装护栏。\n2.立警示牌。";

/// A suggestion with two requests, signed for by unit 1 on 12 March.
async fn asked(site: &Site) -> (SuggestionId, AssignmentId) {
    found(site).await;
    let sheet = suggestions_rules::Sheet { body: ASKS.to_owned(), ..sheet("关于增设护栏的建议") };
    let id = desk::draft::begin(site, &deputy(1), congress(), sheet, &Default::default()).await.unwrap();
    desk::submit::submit(site, &deputy(1), id, desk::Saw::Unsaid).await.unwrap();
    desk::check::accept(site, &clerk(), id, "agriculture", true, desk::Saw::Unsaid).await.unwrap();
    let plan = desk::assign::Plan::Sole(unit(1));
    let kept = desk::assign::assign(site, &clerk(), id, &plan).await.unwrap();
    let part = kept.suggestion.stage.handling().unwrap().handlers.all().next().unwrap().id;
    desk::handle::sign_for(site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
    on(site, "2026-03-12");
    (id, part)
}

const LETTER: [(&str, &str); 3] =
    [("body", "您提出的建议收悉，逐项答复如下。"), ("contact", "张某 0736-0000000"), ("publish", "1")];

const POINTS: [(&str, &str); 10] = [
    ("points", "2"),
    ("request1", "装护栏。"),
    ("measure1", "十月底前装好护栏"),
    ("owner1", "养护科李某"),
    ("due1", "2026-10-31"),
    ("money1", "12万元，列入养护经费"),
    ("promise1", "1"),
    ("request2", "立警示牌。"),
    ("reason2", "该处另有规划"),
    ("version", "0"),
];

fn typed(
    points: &[(&'static str, &'static str)],
    more: &[(&'static str, &'static str)],
) -> Vec<(&'static str, &'static str)> {
    [&LETTER, points, more].concat()
}

/// Drafted on the page with a ticked measure and a reason, then checked, signed and delivered.
async fn answered(site: &Site) -> (SuggestionId, AssignmentId) {
    let (id, part) = asked(site).await;
    let mut unit = visitor(site, &unit_clerk(1));
    let path = format!("/suggestions/{id}/assignments/{part}/reply");
    unit.get(&path).await;
    unit.fill(&path, &typed(&POINTS, &[("then", "check")])).await;
    desk::reply::pass(site, &transfer(), id, part, desk::Saw::Unsaid).await.unwrap();
    desk::reply::sign(site, &unit_head(1), id, part, "B", desk::Saw::Unsaid).await.unwrap();
    desk::reply::deliver(site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
    (id, part)
}

#[test]
fn where_no_answer_to_each_is_asked_for_the_form_has_no_rows() {
    on_sqlite(|site| async move {
        let (id, part) = asked(&site).await;
        let path = format!("/suggestions/{id}/assignments/{part}/reply");
        let mut tx = site.db().begin().await.unwrap();
        let sql =
            kit::db::Sql::new("insert into suggestion_rules (grade, version, congress, term, key, value, document)")
                .add(" values ('D', 1, {}, {}, 'reply.points', 'none', '某县办法')");
        tx.run(sql.bind(congress()).bind(uuid::Uuid::nil())).await.unwrap();
        tx.commit().await.unwrap();
        let mut unit = visitor(&site, &unit_clerk(1));
        let form = unit.get(&path).await.text;
        assert!(!form.contains("name=\"request1\"") && !form.contains("name=\"points\""), "{form}");
        let mut letter = LETTER.to_vec();
        letter.push(("version", "0"));
        unit.fill(&path, &letter).await;
        let kept = queries::detail(&site, &unit_clerk(1), id).await.unwrap();
        let part = kept.suggestion.stage.handling().unwrap().handlers.find(part).unwrap();
        assert!(part.round().unwrap().letter().unwrap().points.is_empty());
    });
}

#[test]
fn what_the_deputy_asks_stands_in_the_form_and_a_row_can_be_added_without_losing_a_word() {
    on_sqlite(|site| async move {
        let (id, part) = asked(&site).await;
        let path = format!("/suggestions/{id}/assignments/{part}/reply");
        let mut unit = visitor(&site, &unit_clerk(1));
        let form = unit.get(&path).await.text;
        assert!(form.contains("装护栏。</textarea>") && form.contains("立警示牌。</textarea>"), "{form}");
        assert!(!form.contains("name=\"request3\""));
        let more = unit.post(&path, &typed(&POINTS, &[("then", "more")])).await;
        assert_eq!(more.status, StatusCode::OK);
        for kept in
            ["name=\"request3\"", "十月底前装好护栏", "该处另有规划", "12万元，列入养护经费", "您提出的建议收悉"]
        {
            assert!(more.text.contains(kept), "{kept}");
        }
        assert!(!more.text.contains("role=\"alert\""), "nothing is wrong yet");
        let shown = unit.get(&format!("/api/suggestions/{id}")).await.json();
        assert_eq!(shown["parts"][0]["rounds"][0]["letter"], Value::Null, "adding a row keeps nothing");
    });
}

#[test]
fn what_is_wrong_is_said_beside_the_field_of_its_row() {
    on_sqlite(|site| async move {
        let (id, part) = asked(&site).await;
        let path = format!("/suggestions/{id}/assignments/{part}/reply");
        let mut unit = visitor(&site, &unit_clerk(1));
        unit.get(&path).await;
        for (points, beside) in [
            (&[("points", "1"), ("request1", "自己写的要求")][..], "f-measure1-error"),
            (&[("points", "2"), ("request2", "装灯"), ("measure2", "装好")], "f-owner2-error"),
            (
                &[("points", "1"), ("request1", "装灯"), ("measure1", "装"), ("owner1", "某科"), ("reason1", "不办")],
                "f-reason1-error",
            ),
            (
                &[("points", "1"), ("request1", "装灯"), ("measure1", "装"), ("owner1", "某科"), ("promise1", "1")],
                "f-due1-error",
            ),
            (
                &[
                    ("points", "2"),
                    ("request2", "装灯"),
                    ("measure2", "装"),
                    ("owner2", "某科"),
                    ("promise2", "1"),
                    ("due2", "2026-03-11"),
                ],
                "f-due2-error",
            ),
        ] {
            let answer = unit.post(&path, &typed(points, &[("version", "0")])).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{beside}");
            assert!(
                answer.text.contains(beside) && answer.text.contains("您提出的建议收悉"),
                "{beside}\n{}",
                answer.text
            );
        }
        let left = [("points", "2"), ("request1", "装护栏。"), ("request2", "立警示牌。")];
        unit.fill(&path, &typed(&left, &[("version", "0")])).await;
        let again = unit.get(&path).await.text;
        assert!(again.contains("装护栏。</textarea>") && again.contains("还有 2 项没有逐项答复"), "{again}");
        sound(&site).await;
    });
}

#[test]
fn an_answered_reply_shows_its_points_to_the_deputy_on_paper_and_in_the_table() {
    both(|site| async move {
        let (id, part) = answered(&site).await;
        for actor in [deputy(1), clerk(), unit_head(1)] {
            let page = visitor(&site, &actor).get(&format!("/suggestions/{id}")).await.text;
            assert!(page.contains("十月底前装好护栏") && page.contains("该处另有规划"), "{}", actor.name);
        }
        let mut deputy = visitor(&site, &deputy(1));
        for place in ["judgement", "letter"] {
            let page = deputy.get(&format!("/suggestions/{id}/assignments/{part}/{place}")).await.text;
            assert!(page.contains("养护科李某") && page.contains("2026-10-31"), "{place}");
        }
        let paper = deputy.get(&format!("/api/suggestions/{id}/papers/letter-1-1-1")).await.text;
        assert!(paper.contains("2026年10月31日") && paper.contains("不能办理：该处另有规划"), "{paper}");
        let table = format!("/suggestions/points/list?body={}&as=csv", congress());
        let csv = visitor(&site, &clerk()).get(&table).await.text;
        assert!(csv.contains("12万元，列入养护经费") && csv.contains("该处另有规划"), "{csv}");
        assert_eq!(visitor(&site, &stranger()).get(&table).await.status, StatusCode::FORBIDDEN);
        sound(&site).await;
    });
}

#[test]
fn a_ticked_point_becomes_a_promise_when_the_reply_is_signed_and_no_other_does() {
    both(|site| async move {
        let (id, part) = asked(&site).await;
        let mut unit = visitor(&site, &unit_clerk(1));
        let path = format!("/suggestions/{id}/assignments/{part}/reply");
        unit.get(&path).await;
        unit.fill(&path, &typed(&POINTS, &[("then", "check")])).await;
        assert!(
            queries::detail(&site, &unit_clerk(1), id).await.unwrap().promises.is_empty(),
            "a draft promises nothing"
        );
        desk::reply::pass(&site, &transfer(), id, part, desk::Saw::Unsaid).await.unwrap();
        desk::reply::sign(&site, &unit_head(1), id, part, "B", desk::Saw::Unsaid).await.unwrap();
        desk::reply::deliver(&site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
        let seen = queries::detail(&site, &deputy(1), id).await.unwrap();
        let promised: Vec<_> = seen.promises.iter().map(|one| (one.words.as_str(), one.due)).collect();
        assert_eq!(promised, [("十月底前装好护栏", day("2026-10-31"))]);
        sound(&site).await;
    });
}

#[test]
fn json_takes_and_gives_points_and_names_the_wrong_one_by_its_place() {
    on_sqlite(|site| async move {
        let (id, part) = asked(&site).await;
        let mut unit = visitor(&site, &unit_clerk(1));
        unit.get(&format!("/suggestions/{id}")).await;
        let api = format!("/api/suggestions/{id}/assignments/{part}/reply");
        let letter =
            |points: Value| json!({ "body": "逐项答复如下。", "contact": "张某", "publish": true, "points": points });
        let seen = [("if-match", "\"0\"")];
        let wrong =
            letter(json!([{ "request": "装护栏", "reason": "没有资金" }, { "request": "装灯", "measure": "装" }]));
        let answer = unit.json(Method::PUT, &api, &seen, wrong).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text.contains("points[1].owner"), "{}", answer.text);
        let many = letter(Value::Array(vec![json!({ "request": "装灯", "reason": "没有资金" }); 31]));
        assert_eq!(unit.json(Method::PUT, &api, &seen, many).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let point =
            json!({ "request": "装护栏", "measure": "装好", "owner": "养护科", "due": "2026-10-31", "promise": true });
        let kept = unit.json(Method::PUT, &api, &seen, letter(json!([point]))).await;
        assert_eq!(kept.status, StatusCode::OK, "{}", kept.text);
        let shown = unit.get(&format!("/api/suggestions/{id}")).await.json();
        let round = &shown["parts"][0]["rounds"][0];
        assert_eq!(
            (&round["letter"]["points"][0]["due"], &round["letter"]["points"][0]["reason"]),
            (&json!("2026-10-31"), &json!(""))
        );
        let tag = format!("\"{}\"", round["version"]);
        assert_eq!(kept.headers["etag"].to_str().unwrap(), tag);
        let stale = unit.json(Method::PUT, &api, &seen, letter(json!([]))).await;
        assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED, "the version covers the points");
        let bare = unit.json(Method::PUT, &api, &[("if-match", &tag)], letter(json!([]))).await;
        assert_eq!(bare.status, StatusCode::OK, "{}", bare.text);
        sound(&site).await;
    });
}
