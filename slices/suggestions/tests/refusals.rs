//! What is not taken as a suggestion, through the desk, on both engines.

use crate::world::*;
use kit::{Site, testing::both};
use suggestions::{
    desk::{self, refuse::Finding},
    queries,
};
use suggestions_rules::{Stage, SuggestionId};

fn finding() -> Finding {
    Finding { ground: "litigation".into(), disposal: "petition".into(), reason: words("案件正在审理") }
}

/// Handed in, returned for editing and handed in again.
async fn handed_in_again(site: &Site) -> SuggestionId {
    found(site).await;
    let id = drafted(site, "关于某案的建议").await;
    desk::submit::submit(site, &deputy(1), id, desk::Saw::Unsaid).await.unwrap();
    let early = desk::refuse::refuse(site, &clerk(), id, finding()).await.unwrap_err();
    assert_eq!(why(early), "suggestions-refused-return-first");
    desk::check::return_for_editing(site, &clerk(), id, words("请说明与司法案件的关系")).await.unwrap();
    desk::submit::submit(site, &deputy(1), id, desk::Saw::Unsaid).await.unwrap();
    id
}

#[test]
fn a_refusal_waits_for_the_lead_deputys_word_and_then_stands() {
    both(|site| async move {
        let id = handed_in_again(&site).await;
        for actor in [deputy(1), unit_head(1), transfer(), stranger()] {
            assert!(desk::refuse::refuse(&site, &actor, id, finding()).await.is_err());
        }
        desk::refuse::refuse(&site, &clerk(), id, finding()).await.unwrap();
        for actor in [clerk(), deputy(2), acting_for(1)] {
            assert!(desk::refuse::acknowledge(&site, &actor, id).await.is_err());
        }
        let kept = desk::refuse::acknowledge(&site, &deputy(1), id).await.unwrap();
        let seen = queries::detail(&site, &deputy(1), id).await.unwrap();
        assert_eq!(seen.suggestion, kept.suggestion, "what was saved is what is read");
        let Stage::Refused { refusing, .. } = &seen.suggestion.stage else { panic!("{:?}", seen.suggestion.stage) };
        assert_eq!(seen.words(refusing.reason), "案件正在审理");
        sound(&site).await;
    });
}

#[test]
fn what_the_deputy_insists_upon_is_accepted_like_any_other() {
    both(|site| async move {
        let id = handed_in_again(&site).await;
        desk::refuse::refuse(&site, &clerk(), id, finding()).await.unwrap();
        desk::refuse::insist(&site, &deputy(1), id, words("所提为制度问题，不涉个案")).await.unwrap();
        let again = desk::refuse::refuse(&site, &clerk(), id, finding()).await.unwrap_err();
        assert_eq!(why(again), "suggestions-refused-insisted-upon");
        let kept = desk::check::accept(&site, &clerk(), id, "politics-law", true, desk::Saw::Unsaid).await.unwrap();
        assert!(kept.suggestion.stage.numbered().is_some());
        sound(&site).await;
    });
}
