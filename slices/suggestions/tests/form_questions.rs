//! 征询意见表的选答项: what the form asks beside the scores stands on the page, in JSON and on paper, is the congress's own, and reaches the
//! unit with the scores.

use crate::world::{site::visitor, *};
use accounts_rules::Actor;
use axum::http::{Method, StatusCode};
use kit::{Site, testing::both};
use suggestions::{desk, queries};
use suggestions_rules::{AssignmentId, Entry, Grade, SuggestionId};

async fn answered(site: &Site) -> (SuggestionId, AssignmentId) {
    found(site).await;
    let id = numbered(site, "甲").await;
    let kept = desk::assign::assign(site, &clerk(), id, &desk::assign::Plan::Sole(unit(1))).await.unwrap();
    let part = kept.suggestion.stage.handling().unwrap().handlers.all().next().unwrap().id;
    desk::handle::sign_for(site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
    replied(site, id, part, "A").await;
    (id, part)
}

fn at(id: SuggestionId, part: AssignmentId) -> String {
    format!("/suggestions/{id}/assignments/{part}/judgement")
}

async fn paper(site: &Site, actor: &Actor, id: SuggestionId) -> String {
    visitor(site, actor).get(&format!("/api/suggestions/{id}/papers/judgement-1-1-1")).await.text
}

#[test]
fn a_deputy_answers_what_the_form_asks_or_leaves_it_open() {
    both(|site| async move {
        let (id, part) = answered(&site).await;
        let mut phone = visitor(&site, &deputy(1));
        let form = phone.get(&at(id, part)).await.text;
        for words in ["建议采纳情况", "部分采纳", "答复事项是否落实", "答复是否有针对性", "单位负责人是否答复"]
        {
            assert!(form.contains(words), "{words}: {form}");
        }
        let blank = paper(&site, &deputy(1), id).await;
        assert!(blank.contains("部分采纳（　）") && !blank.contains("√"), "{blank}");
        let scores = [("process", "satisfied"), ("result", "basically")];
        let wrong = [scores[0], scores[1], ("form-adoption", "也许")];
        assert_eq!(phone.post(&at(id, part), &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let answers = [scores[0], scores[1], ("form-adoption", "部分采纳"), ("form-head-answered", "否")];
        let shown = phone.fill(&at(id, part), &answers).await.text;
        assert!(shown.contains("建议采纳情况：部分采纳") && shown.contains("单位负责人是否答复：否"), "{shown}");
        assert!(!shown.contains("答复事项是否落实"), "what was left open is no answer: {shown}");
        let filled = paper(&site, &clerk(), id).await;
        assert!(filled.contains("部分采纳（√）") && filled.contains("已落实（　）"), "{filled}");
        sound(&site).await;
    });
}

#[test]
fn the_answers_reach_the_unit_with_the_scores_and_not_before() {
    both(|site| async move {
        let (id, part) = answered(&site).await;
        let body =
            serde_json::json!({ "process": "satisfied", "result": "satisfied", "answers": { "adoption": "未采纳" } });
        let told = visitor(&site, &deputy(1)).json(Method::POST, &format!("/api{}", at(id, part)), &[], body).await;
        assert_eq!(told.status, StatusCode::OK, "{}", told.text);
        let reads = async |actor: Actor| {
            let page = visitor(&site, &actor).get(&format!("/suggestions/{id}")).await.text;
            let json = visitor(&site, &actor).get(&format!("/api/suggestions/{id}")).await.text;
            assert_eq!(page.contains("未采纳"), json.contains("未采纳"), "{page} {json}");
            page.contains("未采纳")
        };
        for actor in [unit_head(1), transfer()] {
            assert!(!reads(actor).await, "the window is open");
        }
        assert!(reads(clerk()).await);
        on(&site, "2026-03-21");
        // A colleague who may read the suggestion reads its scores then, and these with them.
        for actor in [unit_head(1), transfer(), clerk(), deputy(1), deputy(5)] {
            assert!(reads(actor).await);
        }
    });
}

#[test]
fn a_congress_asks_questions_of_its_own_and_an_old_answer_stays_readable() {
    both(|site| async move {
        let (id, part) = answered(&site).await;
        let lay = async |key: &str, value: &str| {
            let document = "县代表评价办法".to_owned();
            let entry = Entry { key: key.to_owned(), value: value.to_owned(), grade: Grade::A, document };
            let seen = rule_version(&site, key).await;
            desk::rules::change(
                &site,
                &chief(),
                congress(),
                desk::rules::Change { entry, seen, term: None, recount: false },
            )
            .await
        };
        assert!(lay("form.visited", "是否上门走访").await.is_err(), "a question has answers");
        lay("form.visited", "是否上门走访 走访了 没有走访").await.unwrap();
        let mut phone = visitor(&site, &deputy(1));
        assert!(phone.get(&at(id, part)).await.text.contains("是否上门走访"));
        let answers = [("process", "satisfied"), ("result", "satisfied"), ("form-visited", "走访了")];
        phone.fill(&at(id, part), &answers).await;
        for key in ["form.visited", "form.adoption", "form.carried-out", "form.to-the-point", "form.head-answered"] {
            lay(key, "").await.unwrap();
        }
        let shown = visitor(&site, &clerk()).get(&format!("/suggestions/{id}")).await.text;
        assert!(shown.contains("是否上门走访：走访了"), "{shown}");
        let book = queries::book_of(&site, congress()).await.unwrap();
        assert!(book.questions.is_empty(), "a congress may ask nothing more");
    });
}
