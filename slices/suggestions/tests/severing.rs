//! 拆件 through the desk, the page and JSON, on both engines.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use kit::{Site, db::Sql, testing::both, web::api::Once};
use serde_json::json;
use suggestions::{
    desk::{self, sever::Cut},
    queries,
};
use suggestions_rules::{Answer, Piece, Sheet, Stage, SuggestionId};

const BRIDGE: &str = "便桥年久失修。\n请修桥。";
const LAMP: &str = "校门口没有路灯。\n请装路灯。";

/// Handed in by deputy 1, seconded by deputy 2.
async fn two_matters(site: &Site) -> SuggestionId {
    let sheet = Sheet { body: format!("{BRIDGE}\n{LAMP}"), ..sheet("修桥和路灯") };
    let id = desk::draft::begin(site, &deputy(1), congress(), sheet, &Once::default()).await.unwrap();
    desk::cosign::invite(site, &deputy(1), id, &[person(2)]).await.unwrap();
    desk::cosign::confirm(site, &deputy(2), id, desk::Saw::Unsaid).await.unwrap();
    desk::submit::submit(site, &deputy(1), id, desk::Saw::Unsaid).await.unwrap();
    id
}

fn cut(first: &str, second: &str) -> Cut {
    let piece = |title: &str, body: &str| Piece { title: title.to_owned(), body: body.to_owned() };
    Cut { pieces: [piece("修桥", first), piece("装路灯", second)], reason: words("一事一议") }
}

async fn version(site: &Site, id: SuggestionId) -> i64 {
    queries::detail(site, &clerk(), id).await.unwrap().version
}

#[test]
fn a_paper_with_two_matters_becomes_two_with_the_same_signers_and_each_goes_its_way() {
    both(|site| async move {
        found(&site).await;
        let id = two_matters(&site).await;
        let seen = version(&site, id).await;
        let second = desk::sever::sever(&site, &clerk(), id, seen, cut(BRIDGE, LAMP), &Once::default()).await.unwrap();
        for (paper, body, other) in [(id, BRIDGE, second), (second, LAMP, id)] {
            let d = queries::detail(&site, &deputy(2), paper).await.unwrap();
            assert_eq!((d.suggestion.sheet.body.as_str(), d.suggestion.lead.person), (body, person(1)));
            assert!(matches!(d.suggestion.stage, Stage::Submitted(_)));
            assert!(matches!(d.suggestion.cosigners[0].answer, Answer::Confirmed(_)));
            assert_eq!((d.severed[0].id, d.severed[0].made), (other, paper == id));
            assert!(d.severed[0].signed_body.contains("修桥") && d.severed[0].signed_body.contains("路灯"));
            desk::check::accept(&site, &clerk(), paper, "agriculture", true, desk::Saw::Unsaid).await.unwrap();
        }
        let heard =
            Sql::new("select count(*) from journal where verb in ('suggestion.severed', 'suggestion.severed-from')");
        assert_eq!(site.db().one::<(i64,)>(heard).await.unwrap(), Some((2,)));
        sound(&site).await;
    });
}

#[test]
fn only_who_checks_divides_and_only_what_was_seen() {
    both(|site| async move {
        found(&site).await;
        let id = two_matters(&site).await;
        let seen = version(&site, id).await;
        let once = Once::default();
        for who in [deputy(1), unit_clerk(1), stranger()] {
            assert!(desk::sever::sever(&site, &who, id, seen, cut(BRIDGE, LAMP), &once).await.is_err());
        }
        let stale = desk::sever::sever(&site, &clerk(), id, seen - 1, cut(BRIDGE, LAMP), &once).await.unwrap_err();
        assert_eq!(why(stale), "suggestions-refused-reworded");
        let lost = desk::sever::sever(&site, &clerk(), id, seen, cut(BRIDGE, "请装路灯。"), &once).await.unwrap_err();
        assert_eq!(why(lost), "suggestions-refused-words-left-out");
        desk::check::accept(&site, &clerk(), id, "agriculture", true, desk::Saw::Unsaid).await.unwrap();
        let seen = version(&site, id).await;
        let late = desk::sever::sever(&site, &clerk(), id, seen, cut(BRIDGE, LAMP), &once).await.unwrap_err();
        assert_eq!(why(late), "suggestions-refused-not-now");
        sound(&site).await;
    });
}

#[test]
fn the_page_keeps_what_was_typed_and_json_does_it_once() {
    both(|site| async move {
        found(&site).await;
        let id = two_matters(&site).await;
        let at = format!("/suggestions/{id}/severance");
        let mut office = visitor(&site, &clerk());
        let page = office.get(&at).await.text;
        assert!(page.contains("便桥年久失修") && page.contains("name=\"second_title\""), "{page}");
        assert_eq!(visitor(&site, &deputy(1)).get(&at).await.status, StatusCode::FORBIDDEN);
        let seen = version(&site, id).await.to_string();
        let form = [
            ("version", seen.as_str()),
            ("title", "修桥"),
            ("body", BRIDGE),
            ("second_title", "装路灯"),
            ("second_body", "请装上太阳能路灯。"),
            ("reason", "一事一议"),
        ];
        let told = office.post(&at, &form).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(told.text.contains("请装上太阳能路灯") && told.text.contains("原文里找不到"), "{}", told.text);
        let sent = json!({ "first": { "title": "修桥", "body": BRIDGE }, "second": { "title": "装路灯", "body": LAMP },
            "reason": "一事一议" });
        let (path, edition) = (format!("/api{at}"), format!("\"{}\"", version(&site, id).await));
        let key = site.new_id::<()>().to_string();
        let heads = [("if-match", edition.as_str()), ("idempotency-key", key.as_str())];
        let mut made = vec![];
        for _ in 0..2 {
            let answer = office.json(Method::POST, &path, &heads, sent.clone()).await;
            assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
            made.push(answer.json()["id"].clone());
        }
        assert_eq!(made[0], made[1]);
        let one = office.get(&format!("/api/suggestions/{id}")).await.json();
        assert_eq!((&one["severed"][0]["id"], &one["severed"][0]["made"]), (&made[0], &json!(true)));
        let seen = visitor(&site, &deputy(2)).get(&format!("/suggestions/{id}")).await.text;
        assert!(seen.contains("另拆出一件") && seen.contains("装路灯") && seen.contains("一事一议"), "{seen}");
        sound(&site).await;
    });
}
