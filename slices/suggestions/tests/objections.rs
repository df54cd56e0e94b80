//! Objection, ruling, passing on and extension through the desk, on both engines.

use crate::world::{site::visitor, *};
use kit::{
    Site,
    testing::{both, on_sqlite},
};
use suggestions::{
    checks, desk,
    queries::{self, PartFilter, Whose},
};
use suggestions_rules::Awaited;

async fn awaiting(site: &Site, whose: Whose, awaits: Awaited) -> i64 {
    let filter = PartFilter { whose, awaits: Some(awaits), before: None, today: site.today() };
    queries::parts(&mut site.db(), filter, None, 9).await.unwrap().total
}

#[test]
fn a_part_is_passed_on_once_and_the_second_ruling_ends_it() {
    both(|site| async move {
        found(&site).await;
        let (id, first, _) = assigned(&site, "关于修缮便桥的建议").await;
        on(&site, "2026-03-12");
        let why_not = desk::object::Why {
            reason: words("道路归交通部门"),
            basis: Some(words("县交通局“三定”规定第三条")),
        };
        desk::object::object(&site, &unit_head(1), id, first, unit(3), why_not).await.unwrap();
        assert_eq!(awaiting(&site, Whose::Congress(congress()), Awaited::Ruling).await, 1);
        let refused = desk::handle::sign_for(&site, &unit_head(1), id, first, desk::Saw::Unsaid).await.unwrap_err();
        assert_eq!(why(refused), "suggestions-refused-not-now");
        let kept = desk::object::rule(&site, &transfer(), id, first, Some(unit(3)), words("按职责改办")).await.unwrap();
        let paper = visitor(&site, &clerk()).get(&format!("/api/suggestions/{id}/papers/objection-1-1")).await.text;
        assert!(paper.contains("“三定”规定第三条"), "{paper}");
        let handlers = &kept.suggestion.stage.handling().unwrap().handlers;
        let second = handlers.replying().next().unwrap();
        assert_eq!((second.unit, second.due, handlers.hops(second.id)), (unit(3), day("2026-06-12"), 1));
        let gone = queries::detail(&site, &unit_head(1), id).await.unwrap_err();
        assert_eq!(why(gone), "suggestions-refused-passed-on", "what was passed on is no longer that unit's matter");
        let unknown = queries::detail(&site, &stranger(), id).await.unwrap_err();
        assert_eq!(why(unknown), "kit-problem-missing", "whose it never was knows nothing of it");
        desk::object::object(&site, &unit_head(3), id, second.id, unit(1), words("仍属住建")).await.unwrap();
        desk::object::rule(&site, &clerk(), id, second.id, None, words("请继续办理")).await.unwrap();
        let again = desk::object::object(&site, &unit_head(3), id, second.id, unit(2), words("再议")).await;
        assert_eq!(why(again.unwrap_err()), "suggestions-refused-objections-used-up");
        let kept = desk::handle::sign_for(&site, &unit_head(3), id, second.id, desk::Saw::Unsaid).await.unwrap();
        let seen = queries::detail(&site, &deputy(1), id).await.unwrap();
        assert_eq!(seen.suggestion, kept.suggestion, "what was saved is what is read");
        assert!(
            seen.remarks
                .values()
                .all(|remark| !matches!(remark.kind.as_str(), "objection" | "objection-basis" | "ruling"))
        );
        assert_eq!(checks::audit(site.db()).await.unwrap(), vec![]);
    });
}

#[test]
fn what_may_be_asked_no_longer_has_no_button_and_its_old_address_says_why() {
    on_sqlite(|site| async move {
        found(&site).await;
        let (id, part, _) = assigned(&site, "关于修缮便桥的建议").await;
        let (page, form) =
            (format!("/suggestions/{id}"), |asks| format!("/suggestions/{id}/assignments/{part}/{asks}"));
        let mut head = visitor(&site, &unit_head(1));
        assert!(head.get(&page).await.text.contains(&form("objection")));
        for round in ["12", "13"] {
            on(&site, &format!("2026-03-{round}"));
            desk::object::object(&site, &unit_head(1), id, part, unit(3), words("道路归交通部门")).await.unwrap();
            desk::object::rule(&site, &clerk(), id, part, None, words("请继续办理")).await.unwrap();
        }
        assert!(!head.get(&page).await.text.contains(&form("objection")));
        let told = head.get(&form("objection")).await;
        assert!(told.text.contains("已按规定次数裁定"), "{}", told.text);
        desk::handle::sign_for(&site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
        let mut clerk = visitor(&site, &unit_clerk(1));
        assert!(clerk.get(&page).await.text.contains(&form("extension")));
        on(&site, "2026-06-11");
        assert!(!clerk.get(&page).await.text.contains(&form("extension")), "its day is over");
        let told = clerk.get(&form("extension")).await;
        assert_eq!(told.status, axum::http::StatusCode::CONFLICT, "{}", told.text);
    });
}

#[test]
fn an_extension_moves_the_day_only_when_it_is_granted() {
    both(|site| async move {
        found(&site).await;
        let (id, part, _) = assigned(&site, "关于修缮便桥的建议").await;
        desk::handle::sign_for(&site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
        on(&site, "2026-06-01");
        let (head, until) = (unit_clerk(1), day("2026-08-31"));
        desk::object::ask_extension(&site, &head, id, part, until, words("需跨部门会商")).await.unwrap();
        assert_eq!(awaiting(&site, Whose::Congress(congress()), Awaited::Consent).await, 1);
        desk::reply::draft(&site, &head, id, part, 0, letter()).await.unwrap();
        let kept = desk::object::answer_extension(&site, &transfer(), id, part, true, None).await.unwrap();
        assert_eq!(kept.suggestion.stage.handling().unwrap().handlers.find(part).unwrap().due, until);
        let own = queries::detail(&site, &head, id).await.unwrap();
        assert_eq!(own.suggestion, kept.suggestion, "what was saved is what is read");
        let seen = queries::detail(&site, &deputy(1), id).await.unwrap();
        assert!(seen.remarks.values().any(|remark| remark.kind == "extension"));
        assert_eq!(checks::audit(site.db()).await.unwrap(), vec![]);
    });
}

#[test]
fn only_the_unit_asks_and_only_who_assigns_answers() {
    both(|site| async move {
        found(&site).await;
        let (id, part, _) = assigned(&site, "关于修缮便桥的建议").await;
        for actor in [unit_head(2), unit_clerk(1), clerk(), deputy(1), transfer()] {
            assert!(desk::object::object(&site, &actor, id, part, unit(3), words("代办")).await.is_err());
        }
        desk::object::object(&site, &unit_head(1), id, part, unit(3), words("职责不符")).await.unwrap();
        for actor in [unit_head(1), unit_head(3), deputy(1), stranger()] {
            assert!(desk::object::rule(&site, &actor, id, part, None, words("驳回")).await.is_err());
        }
        let refused = desk::object::rule(&site, &clerk(), id, part, Some(unit(2)), words("改办")).await.unwrap_err();
        assert_eq!(why(refused), "suggestions-refused-unit-had-it", "the co-unit has a part already");
        let before = queries::detail(&site, &clerk(), id).await.unwrap();
        assert_eq!(before.history.iter().filter(|fact| fact.verb == "suggestion.objected").count(), 1);
    });
}
