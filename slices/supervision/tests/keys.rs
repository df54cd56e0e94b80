//! Key suggestions through the desk and through the pages, and who may look at them.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use kit::{
    Site,
    db::Sql,
    testing::{both, on_sqlite},
    web::api::Once,
};
use serde_json::json;
use supervision::desk::key::{self as desk, KeyReason, KeyResult, KeyTermsJson, ReportWanted, StepNote, StepWanted};
use supervision_rules::{KeyId, KeyStage, ReportKind};

fn terms() -> KeyTermsJson {
    KeyTermsJson { leader: text("王副主任"), committee: text("城环委"), basis: text("主任会议纪要") }
}

async fn marked(site: &Site) -> KeyId {
    found(site).await;
    desk::mark(site, &chief(), suggestion(), terms().into()).await.unwrap().key.id
}

#[test]
fn it_is_set_planned_reported_and_concluded_and_every_row_reads_back() {
    both(async |site| {
        on(&site, "2026-03-10");
        let id = marked(&site).await;
        let step = StepWanted { what: text("现场调研"), by: day("2026-04-10") };
        let kept = desk::plan(&site, &clerk(), id, step, &Once::default()).await.unwrap();
        let entry = kept.key.steps[0].id;
        sound(&site).await;
        desk::finish(&site, &clerk(), id, entry, StepNote { note: text("已调研") }).await.unwrap();
        let words = text("已全部落实");
        desk::report(&site, &clerk(), id, ReportWanted { kind: ReportKind::Final, words }, &Once::default())
            .await
            .unwrap();
        let not =
            desk::conclude(&site, &clerk(), id, KeyResult { result: text("好") }, &Once::default()).await.unwrap_err();
        assert_eq!(why(not), "accounts-refused-no-post");
        desk::conclude(&site, &chief(), id, KeyResult { result: text("管网已通") }, &Once::default()).await.unwrap();
        let kept = desk::of(&site, &deputy(2), id).await.unwrap();
        assert!(matches!(kept.key.stage, KeyStage::Concluded { .. }));
        assert_eq!(kept.version, 5);
        sound(&site).await;
    });
}

#[test]
fn it_is_set_once_and_again_only_after_it_was_lifted() {
    both(async |site| {
        on(&site, "2026-03-10");
        let id = marked(&site).await;
        let again = desk::mark(&site, &chief(), suggestion(), terms().into()).await.unwrap_err();
        assert_eq!(why(again), "supervision-refused-key-already");
        desk::lift(&site, &chief(), id, KeyReason { reason: text("主任会议调整") }, &Once::default()).await.unwrap();
        assert!(desk::mark(&site, &chief(), suggestion(), terms().into()).await.is_ok());
        sound(&site).await;
    });
}

#[test]
fn a_draft_is_known_to_nobody_and_what_has_no_number_is_not_set() {
    on_sqlite(async |site| {
        found(&site).await;
        for other in [chief(), clerk(), deputy(2), stranger(), head(roads())] {
            let answer = desk::mark(&site, &other, draft(), terms().into()).await.unwrap_err();
            assert_eq!(why(answer), "kit-problem-missing");
        }
        let mut tx = site.db().begin().await.unwrap();
        run(&mut tx, Sql::new("update suggestion set stage = 'submitted' where id = {}").bind(draft())).await;
        tx.commit().await.unwrap();
        let set = desk::mark(&site, &chief(), draft(), terms().into()).await.unwrap_err();
        assert_eq!(why(set), "supervision-refused-not-numbered");
    });
}

#[test]
fn it_is_seen_by_the_congress_and_the_units_that_have_a_part_alone() {
    on_sqlite(async |site| {
        on(&site, "2026-03-10");
        let id = marked(&site).await;
        for (actor, status) in [
            (deputy(3), StatusCode::OK),
            (clerk(), StatusCode::OK),
            (transfer(), StatusCode::OK),
            (head(roads()), StatusCode::OK),
            (head(water()), StatusCode::OK),
            (head(schools()), StatusCode::NOT_FOUND),
            (stranger(), StatusCode::NOT_FOUND),
        ] {
            let mut visitor = visitor(&site, &actor);
            assert_eq!(visitor.get(&format!("/supervision/keys/{id}")).await.status, status, "{}", actor.name);
            assert_eq!(visitor.get(&format!("/api/key-suggestions/{id}")).await.status, status, "{}", actor.name);
        }
        let mut unit = visitor(&site, &head(roads()));
        assert!(unit.get("/supervision").await.text.contains("关于修路的建议"));
        let mut other = visitor(&site, &head(schools()));
        assert!(!other.get("/supervision").await.text.contains("关于修路的建议"));
    });
}

#[test]
fn the_office_sets_one_by_its_number_and_what_was_typed_is_kept_when_it_is_wrong() {
    both(async |site| {
        on(&site, "2026-03-10");
        found(&site).await;
        let mut head = visitor(&site, &chief());
        let form = head.get("/supervision/keys/new").await;
        assert_eq!(form.status, StatusCode::OK, "{}", form.text);
        let session = session().to_string();
        let fields = |number| {
            [
                ("session", session.as_str()),
                ("number", number),
                ("leader", "王副主任"),
                ("committee", "城环委"),
                ("basis", "纪要"),
            ]
        };
        let wrong = head.post("/supervision/keys", &fields("77")).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("本次会议没有这个编号的建议") && wrong.text.contains("王副主任"));
        let set = head.post("/supervision/keys", &fields("12")).await;
        assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.text);
        let page = set.location().to_owned();
        let past = head.post(&format!("{page}/steps"), &[("what", "现场调研"), ("by", "2026-03-01")]).await;
        assert_eq!(past.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(past.text.contains("请填写今天或者以后的日期") && past.text.contains("现场调研"), "{}", past.text);
        let step = head.post(&format!("{page}/steps"), &[("what", "现场调研"), ("by", "2026-03-20")]).await;
        assert_eq!(step.status, StatusCode::SEE_OTHER);
        on(&site, "2026-03-21");
        let list = head.get("/supervision").await.text;
        assert!(list.contains("1 步超期"), "{list}");
        assert!(head.get(&page).await.text.contains("现场调研"));
        sound(&site).await;
    });
}

#[test]
fn a_program_that_read_an_older_file_of_it_is_refused_and_the_file_stays_as_it_is() {
    both(async |site| {
        on(&site, "2026-03-10");
        let id = marked(&site).await;
        let mut office = visitor(&site, &clerk());
        let path = format!("/api/key-suggestions/{id}");
        let seen = office.get(&path).await;
        let tag = seen.headers.get("etag").unwrap().to_str().unwrap().to_owned();
        assert_eq!(tag, format!("\"{}\"", seen.json()["version"]));
        let step = json!({ "what": "现场调研", "by": "2026-04-10" });
        let over = [("if-match", tag.as_str())];
        let done = office.json(Method::POST, &format!("{path}/steps"), &over, step.clone()).await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.text);
        let late = office.json(Method::POST, &format!("{path}/steps"), &over, step).await;
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED, "{}", late.text);
        let entry = done.json()["steps"][0]["id"].as_str().unwrap().to_owned();
        let note = json!({ "note": "已调研" });
        let late = office.json(Method::POST, &format!("{path}/steps/{entry}"), &over, note).await;
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED, "{}", late.text);
        assert_eq!(office.get(&path).await.json(), done.json());
        sound(&site).await;
    });
}
