//! Two people of a unit write one reply: nobody's words are laid over another's unseen.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use kit::{
    Problem,
    testing::{both, on_sqlite},
};
use serde_json::json;
use suggestions::{desk, queries};
use suggestions_rules::Letter;

fn saying(body: &str) -> Letter {
    Letter { body: kernel::Text::parse(body).unwrap(), ..letter() }
}

#[test]
fn a_letter_written_over_another_is_not_kept_until_both_were_seen() {
    both(|site| async move {
        found(&site).await;
        let (id, part, _) = assigned(&site, "关于修缮便桥的建议").await;
        desk::handle::sign_for(&site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
        desk::reply::draft(&site, &unit_clerk(1), id, part, 0, saying("经办人的稿")).await.unwrap();
        let late = desk::reply::draft(&site, &unit_head(1), id, part, 0, saying("局长的稿")).await.unwrap_err();
        let Problem::Stale(stale) = late else { panic!("{late:?}") };
        let [body] = &stale.fields[..] else { panic!("{stale:?}") };
        assert_eq!((body.yours.as_str(), body.stands.as_str()), ("局长的稿", "经办人的稿"));
        desk::handle::advise(&site, &unit_clerk(2), id, handlers(&site, id).await, words("同意")).await.ok();
        desk::reply::draft(&site, &unit_head(1), id, part, stale.version, saying("局长的稿")).await.unwrap();
        let seen = queries::detail(&site, &unit_head(1), id).await.unwrap();
        let round = seen.suggestion.stage.handling().unwrap().handlers.find(part).unwrap().round().unwrap().clone();
        assert_eq!(round.letter().unwrap().body.as_str(), "局长的稿");
        sound(&site).await;
    });
}

/// The co-unit's part: what it does meanwhile makes nobody's letter stale.
async fn handlers(site: &kit::Site, id: suggestions_rules::SuggestionId) -> suggestions_rules::AssignmentId {
    let seen = queries::detail(site, &clerk(), id).await.unwrap();
    seen.suggestion.stage.handling().unwrap().handlers.all().nth(1).unwrap().id
}

#[test]
fn a_letter_that_is_not_for_the_public_says_why_on_pages_and_in_json() {
    both(|site| async move {
        found(&site).await;
        let (id, part, _) = assigned(&site, "关于修缮便桥的建议").await;
        desk::handle::sign_for(&site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
        let path = format!("/suggestions/{id}/assignments/{part}/reply");
        let mut unit = visitor(&site, &unit_clerk(1));
        let kept = [("body", "已列入计划。"), ("contact", "张某 0736-0000000"), ("publish", "0"), ("version", "0")];
        unit.get(&path).await;
        let asked = unit.post(&path, &kept).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            asked.text.contains("f-not_public_because-error") && asked.text.contains("已列入计划。"),
            "{}",
            asked.text
        );
        let api = format!("/api{path}");
        let letter =
            |why| json!({ "body": "已列入计划。", "contact": "张某", "publish": false, "not_public_because": why });
        let first = [("if-match", "\"0\"")];
        let bare = unit.json(Method::PUT, &api, &first, letter(" ")).await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", bare.text);
        let said = unit.fill(&path, &[&kept[..], &[("not_public_because", "涉及企业商业秘密")]].concat()).await.text;
        assert!(said.contains("这份答复不予公开：涉及企业商业秘密"), "{said}");
        assert!(unit.get(&path).await.text.contains("value=\"涉及企业商业秘密\""), "it stands in the form again");
        let open = [
            ("body", "已列入计划。"),
            ("contact", "张某"),
            ("publish", "1"),
            ("not_public_because", "涉及企业商业秘密"),
        ];
        let seen = unit.get(&format!("/api/suggestions/{id}")).await.json()["parts"][0]["rounds"][0].clone();
        assert_eq!(seen["letter"]["not_public_because"], "涉及企业商业秘密");
        let version = seen["version"].to_string();
        unit.fill(&path, &[&open[..], &[("version", version.as_str())]].concat()).await;
        let now = unit.get(&format!("/api/suggestions/{id}")).await.json()["parts"][0]["rounds"][0]["letter"].clone();
        assert_eq!(
            (&now["publish"], &now["not_public_because"]),
            (&json!(true), &json!(null)),
            "a reason without need is none"
        );
        sound(&site).await;
    });
}

#[test]
fn pages_and_json_show_both_letters_and_keep_what_was_typed() {
    on_sqlite(|site| async move {
        found(&site).await;
        let (id, part, _) = assigned(&site, "关于修缮便桥的建议").await;
        desk::handle::sign_for(&site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
        let path = format!("/suggestions/{id}/assignments/{part}/reply");
        let (mut one, mut two) = (visitor(&site, &unit_clerk(1)), visitor(&site, &unit_clerk(1)));
        let typed = |body| [("body", body), ("contact", "张某 0736-0000000"), ("publish", "1"), ("version", "0")];
        one.get(&path).await;
        two.get(&path).await;
        assert_eq!(one.post(&path, &typed("先存的稿")).await.status, StatusCode::SEE_OTHER);
        let stale = two.post(&path, &typed("后存的稿")).await;
        assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED);
        assert!(stale.text.contains("先存的稿") && stale.text.contains("后存的稿"), "{}", stale.text);
        let (api, letter) = (format!("/api{path}"), json!({ "body": "程序的稿", "contact": "张某", "publish": true }));
        let blind = one.json(Method::PUT, &api, &[], letter.clone()).await;
        assert_eq!(blind.status, StatusCode::PRECONDITION_REQUIRED);
        let shown = one.get(&format!("/api/suggestions/{id}")).await.json();
        let version = format!("\"{}\"", shown["parts"][0]["rounds"][0]["version"]);
        let kept = one.json(Method::PUT, &api, &[("if-match", &version)], letter).await;
        assert_eq!(kept.status, StatusCode::OK, "{}", kept.text);
        assert_ne!(kept.headers["etag"].to_str().unwrap(), version);
    });
}
