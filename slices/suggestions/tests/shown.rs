//! Drafts shown to deputies before they are signed: who reads the letter and who only knows of it; on both engines.

use crate::world::{site::visitor, *};
use accounts_rules::Actor;
use kit::{Site, testing::both, web::api::Once};
use suggestions::{
    desk::{self, show::Said},
    queries,
};
use suggestions_rules::{AssignmentId, Fact, Letter, ShownId, SuggestionId};

/// What stands in the draft and nowhere else.
const SECRET: &str = "拟于八月底前完工，所需资金还在争取。";

fn draft(body: &str) -> Letter {
    Letter { body: body.to_owned().try_into().unwrap(), ..letter() }
}

/// Led by deputy 1, seconded by deputies 2 and 3, drafted by unit 1 with unit 2 beside it.
async fn drafted_by_unit(site: &Site) -> (SuggestionId, AssignmentId) {
    found(site).await;
    let id = drafted(site, "关于修缮便桥的建议").await;
    desk::cosign::invite(site, &deputy(1), id, &[person(2), person(3)]).await.unwrap();
    for n in [2, 3] {
        desk::cosign::confirm(site, &deputy(n), id, desk::Saw::Unsaid).await.unwrap();
    }
    desk::submit::submit(site, &deputy(1), id, desk::Saw::Unsaid).await.unwrap();
    desk::check::accept(site, &clerk(), id, "agriculture", true, desk::Saw::Unsaid).await.unwrap();
    let plan = desk::assign::Plan::Joint { lead: unit(1), co: vec![unit(2)] };
    let kept = desk::assign::assign(site, &clerk(), id, &plan).await.unwrap();
    let part = kept.suggestion.stage.handling().unwrap().handlers.all().next().unwrap().id;
    desk::handle::sign_for(site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
    desk::reply::draft(site, &unit_clerk(1), id, part, 0, draft(SECRET)).await.unwrap();
    (id, part)
}

async fn shown_to(site: &Site, id: SuggestionId, part: AssignmentId, n: u8) -> ShownId {
    desk::show::show(site, &unit_clerk(1), id, part, &[person(n)], &Once::default()).await.unwrap();
    let seen = queries::detail(site, &unit_clerk(1), id).await.unwrap();
    seen.shown.iter().rfind(|one| one.draft.to == person(n)).unwrap().draft.id
}

fn said(text: &str) -> Said {
    Said { of: None, words: Some(words(text)) }
}

/// What that visitor reads of the suggestion, on its page and in JSON, history too.
async fn reads(site: &Site, actor: &Actor, id: SuggestionId) -> String {
    let page = visitor(site, actor).get(&format!("/suggestions/{id}")).await.text;
    page + &visitor(site, actor).get(&format!("/api/suggestions/{id}")).await.text
}

#[test]
fn the_draft_is_read_by_the_deputy_it_is_shown_to_and_by_nobody_else_who_could_not_before() {
    both(|site| async move {
        let (id, part) = drafted_by_unit(&site).await;
        assert!(!reads(&site, &deputy(2), id).await.contains(SECRET), "before it is shown");
        let which = shown_to(&site, id, part, 2).await;
        let at = format!("/suggestions/{id}/shown/{which}/answer");
        assert!(visitor(&site, &deputy(2)).get(&at).await.text.contains(SECRET));
        assert!(reads(&site, &deputy(2), id).await.contains(SECRET), "in JSON it stands beside what was shown");
        let table: [(Actor, u16, bool); 9] = [
            (deputy(1), 404, false),
            (deputy(3), 404, false),
            (deputy(4), 404, false),
            (clerk(), 403, true),
            (chief(), 403, true),
            (transfer(), 403, true),
            (unit_clerk(2), 404, false),
            (unit_clerk(4), 404, false),
            (stranger(), 404, false),
        ];
        for (actor, status, knows) in table {
            assert_eq!(visitor(&site, &actor).get(&at).await.status.as_u16(), status, "{}", actor.name);
            let text = reads(&site, &actor, id).await;
            assert!(!text.contains(SECRET), "{}", actor.name);
            assert_eq!(text.contains("draft-shown"), knows, "{}", actor.name);
        }
        sound(&site).await;
    });
}

#[test]
fn what_the_deputy_says_of_it_is_read_by_unit_office_and_that_deputy_alone() {
    both(|site| async move {
        let (id, part) = drafted_by_unit(&site).await;
        let which = shown_to(&site, id, part, 2).await;
        for actor in [clerk(), unit_clerk(1), transfer()] {
            let refused = desk::show::answer(&site, &actor, id, which, said("甲")).await.unwrap_err();
            assert!(matches!(refused, kit::Problem::Refused(_)), "{}", actor.name);
        }
        let other = desk::show::answer(&site, &deputy(1), id, which, said("甲")).await.unwrap_err();
        assert_eq!(why(other), "kit-problem-missing", "the lead deputy was not asked and does not learn of it");
        desk::show::answer(&site, &deputy(2), id, which, said("请写明护栏哪天装")).await.unwrap();
        let table = [
            (unit_clerk(1), true),
            (unit_head(1), true),
            (clerk(), true),
            (transfer(), true),
            (deputy(2), true),
            (deputy(1), false),
            (deputy(3), false),
            (deputy(4), false),
            (unit_clerk(2), false),
        ];
        for (actor, sees) in table {
            let text = reads(&site, &actor, id).await;
            assert_eq!(text.contains("请写明护栏哪天装"), sees, "{}", actor.name);
            assert_eq!(text.contains("draft-answered"), sees, "{}", actor.name);
        }
        let again = desk::show::answer(&site, &deputy(2), id, which, said("乙")).await.unwrap_err();
        assert_eq!(why(again), "suggestions-refused-shown-answered");
        sound(&site).await;
    });
}

#[test]
fn an_answer_is_about_the_letter_that_was_read_and_a_later_change_is_told() {
    both(|site| async move {
        let (id, part) = drafted_by_unit(&site).await;
        let which = shown_to(&site, id, part, 1).await;
        let first = desk::reply::edition(Some(&draft(SECRET)));
        desk::reply::draft(&site, &unit_clerk(1), id, part, first, draft("拟于九月底前完工。")).await.unwrap();
        let of = |of| Said { of: Some(of), words: None };
        let stale = desk::show::answer(&site, &deputy(1), id, which, of(first)).await.unwrap_err();
        assert_eq!(why(stale), "suggestions-refused-draft-changed");
        let second = desk::reply::edition(Some(&draft("拟于九月底前完工。")));
        desk::show::answer(&site, &deputy(1), id, which, of(second)).await.unwrap();
        let changed = async || {
            let seen = queries::detail(&site, &unit_head(1), id).await.unwrap();
            seen.shown[0].changed
        };
        assert!(!changed().await);
        desk::reply::draft(&site, &unit_clerk(1), id, part, second, draft("拟于十月底前完工。")).await.unwrap();
        assert!(changed().await, "the unit went on writing");
        assert!(reads(&site, &unit_head(1), id).await.contains("反馈之后，答复稿又有修改"));
        let read = visitor(&site, &deputy(1)).get(&format!("/suggestions/{id}/shown/{which}/answer")).await;
        assert!(read.text.contains("拟于十月底前完工"), "who answered reads on until it is signed");
    });
}

#[test]
fn nobody_reads_a_draft_once_it_is_signed_taken_back_or_withdrawn() {
    both(|site| async move {
        let (id, part) = drafted_by_unit(&site).await;
        let back = shown_to(&site, id, part, 2).await;
        let others = desk::show::take_back(&site, &unit_clerk(2), id, back).await.unwrap_err();
        assert_eq!(why(others), "kit-problem-missing", "a co-unit does not learn of it");
        desk::show::take_back(&site, &unit_head(1), id, back).await.unwrap();
        let stays = shown_to(&site, id, part, 1).await;
        for (to, one, status) in [(2, back, 409), (1, stays, 200)] {
            let at = format!("/suggestions/{id}/shown/{one}/answer");
            assert_eq!(visitor(&site, &deputy(to)).get(&at).await.status.as_u16(), status);
        }
        assert!(!reads(&site, &deputy(2), id).await.contains(SECRET));
        desk::reply::send_to_check(&site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
        desk::reply::pass(&site, &transfer(), id, part, desk::Saw::Unsaid).await.unwrap();
        let sign = format!("/suggestions/{id}/assignments/{part}/signature");
        let asked = visitor(&site, &unit_head(1)).get(&sign).await.text;
        assert!(asked.contains("代表1还没有反馈"), "who signs is told that silence is no consent");
        desk::reply::sign(&site, &unit_head(1), id, part, "A", desk::Saw::Unsaid).await.unwrap();
        let at = format!("/suggestions/{id}/shown/{stays}/answer");
        assert_eq!(visitor(&site, &deputy(1)).get(&at).await.status.as_u16(), 409);
        assert!(!reads(&site, &deputy(1), id).await.contains(SECRET), "signed is not delivered");
        assert!(reads(&site, &unit_head(1), id).await.contains("未反馈，答复已经签发"));
        assert!(
            desk::show::take_back(&site, &unit_head(1), id, stays).await.is_err(),
            "what was not answered stays so"
        );
        sound(&site).await;
    });
}

#[test]
fn a_withdrawn_suggestion_shows_no_draft_and_waits_for_nobody() {
    both(|site| async move {
        let (id, part) = drafted_by_unit(&site).await;
        shown_to(&site, id, part, 1).await;
        assert_eq!(queries::to_read(&mut site.db(), person(1)).await.unwrap().len(), 1);
        desk::submit::withdraw(&site, &deputy(1), id, words("另行提出")).await.unwrap();
        let seen = queries::detail(&site, &deputy(1), id).await.unwrap();
        assert!(seen.shown[0].letter.is_none() && !seen.shown[0].waits);
        assert!(queries::to_read(&mut site.db(), person(1)).await.unwrap().is_empty());
        sound(&site).await;
    });
}

#[test]
fn several_are_asked_all_or_none_and_once_with_one_key() {
    both(|site| async move {
        let (id, part) = drafted_by_unit(&site).await;
        let (one, all) = (Once::default(), [person(1), person(2)]);
        let with_stranger = [person(1), person(5)];
        let refused = desk::show::show(&site, &unit_clerk(1), id, part, &with_stranger, &one).await.unwrap_err();
        assert_eq!(why(refused), "suggestions-refused-shown-to-unfit");
        for actor in [unit_clerk(2), deputy(1), clerk(), transfer()] {
            assert!(desk::show::show(&site, &actor, id, part, &all, &one).await.is_err(), "{}", actor.name);
        }
        assert!(queries::detail(&site, &unit_clerk(1), id).await.unwrap().shown.is_empty(), "nobody was asked");
        let key = Once::form("k", "/x", &"x").unwrap();
        for _ in 0..2 {
            desk::show::show(&site, &unit_clerk(1), id, part, &all, &key).await.unwrap();
        }
        let seen = queries::detail(&site, &unit_clerk(1), id).await.unwrap();
        let told = seen.history.iter().filter(|it| matches!(it.fact, Fact::DraftShown { .. })).count();
        assert_eq!((seen.shown.len(), told), (2, 2));
        let again = desk::show::show(&site, &unit_clerk(1), id, part, &[person(2)], &one).await.unwrap_err();
        assert_eq!(why(again), "suggestions-refused-shown-already");
        sound(&site).await;
    });
}
