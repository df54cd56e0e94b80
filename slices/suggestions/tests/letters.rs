//! Two people of a unit write one reply: nobody's words are laid over another's unseen.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod world;

use axum::http::{Method, StatusCode};
use kit::{
    Problem,
    testing::{both, on_sqlite},
};
use serde_json::json;
use suggestions::{desk, queries};
use suggestions_rules::Letter;
use world::{site::visitor, *};

fn saying(body: &str) -> Letter {
    Letter { body: kernel::Text::parse(body).unwrap(), ..letter() }
}

#[test]
fn a_letter_written_over_another_is_not_kept_until_both_were_seen() {
    both(|site| async move {
        found(&site).await;
        let (id, part, _) = assigned(&site, "关于修缮便桥的建议").await;
        desk::handle::sign_for(&site, &unit_clerk(1), id, part).await.unwrap();
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
fn pages_and_json_show_both_letters_and_keep_what_was_typed() {
    on_sqlite(|site| async move {
        found(&site).await;
        let (id, part, _) = assigned(&site, "关于修缮便桥的建议").await;
        desk::handle::sign_for(&site, &unit_clerk(1), id, part).await.unwrap();
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
