//! Two clerks at one paper, through the desk, on both engines.

use crate::world::*;
use kit::{Site, testing::both};
use suggestions::{desk, queries};
use suggestions_rules::{Fact, SuggestionId};

async fn handed_in(site: &Site) -> SuggestionId {
    found(site).await;
    let id = drafted(site, "修桥").await;
    desk::submit::submit(site, &deputy(1), id, desk::Saw::Unsaid).await.unwrap();
    id
}

#[test]
fn who_opens_it_first_decides_and_the_other_is_told_who_has_it() {
    both(|site| async move {
        let id = handed_in(&site).await;
        assert_eq!(Some(desk::hold::take(&site, &clerk(), id).await.unwrap().by), clerk().account);
        assert_eq!(Some(desk::hold::take(&site, &chief(), id).await.unwrap().by), clerk().account);
        let returned = desk::check::return_for_editing(&site, &chief(), id, words("请补充")).await.unwrap_err();
        assert_eq!(why(returned), desk::hold::HELD);
        let accepted =
            desk::check::accept(&site, &chief(), id, "agriculture", true, desk::Saw::Unsaid).await.unwrap_err();
        assert_eq!(why(accepted), desk::hold::HELD);
        desk::check::accept(&site, &clerk(), id, "agriculture", true, desk::Saw::Unsaid).await.unwrap();
        let gone = desk::hold::take(&site, &clerk(), id).await.unwrap_err();
        assert_eq!(why(gone), "suggestions-refused-not-to-check");
        sound(&site).await;
    });
}

#[test]
fn it_lapses_by_itself_is_laid_down_or_is_taken_over_with_a_fact() {
    both(|site| async move {
        let id = handed_in(&site).await;
        desk::hold::take(&site, &clerk(), id).await.unwrap();
        site.set_now(site.now().plus_millis(600_000));
        assert_eq!(Some(desk::hold::take(&site, &chief(), id).await.unwrap().by), chief().account);
        desk::hold::lay_down(&site, &clerk(), id).await.unwrap();
        assert_eq!(Some(desk::hold::take(&site, &clerk(), id).await.unwrap().by), chief().account, "not the clerk's");
        desk::hold::lay_down(&site, &chief(), id).await.unwrap();
        desk::hold::take(&site, &clerk(), id).await.unwrap();
        desk::hold::take_over(&site, &chief(), id).await.unwrap();
        let seen = queries::detail(&site, &chief(), id).await.unwrap();
        let from = clerk().account.unwrap();
        assert_eq!(seen.history.last().map(|last| &last.fact), Some(&Fact::CheckTakenOver { from }));
        desk::hold::take_over(&site, &chief(), id).await.unwrap();
        let again = queries::detail(&site, &chief(), id).await.unwrap();
        assert_eq!(again.history.len(), seen.history.len(), "one's own is not taken over");
        let decided = desk::check::return_for_editing(&site, &clerk(), id, words("请补充")).await.unwrap_err();
        assert_eq!(why(decided), desk::hold::HELD);
        sound(&site).await;
    });
}

#[test]
fn nobody_but_those_who_check_takes_it_up() {
    both(|site| async move {
        let id = handed_in(&site).await;
        for actor in [deputy(1), deputy(2), unit_head(1), transfer(), stranger(), accounts_rules::Actor::nobody()] {
            assert!(desk::hold::take(&site, &actor, id).await.is_err());
            assert!(desk::hold::take_over(&site, &actor, id).await.is_err());
            assert!(desk::hold::lay_down(&site, &actor, id).await.is_err());
        }
        desk::check::accept(&site, &clerk(), id, "agriculture", false, desk::Saw::Unsaid).await.unwrap();
    });
}
