//! What deputies say: reasons for the congress alone, a meeting before closing as dissatisfied, and the figures.

use crate::world::{site::visitor, *};
use accounts_rules::Actor;
use axum::http::StatusCode;
use kit::{Site, testing::both, web::api::Once};
use suggestions::{
    desk::{self, contact::Told, judge::Verdict},
    queries::{self, Behind, By, Counted, Measure, Which, Whose},
};
use suggestions_rules::{AssignmentId, Outcome, Score, SuggestionId, Tally};

fn said(result: Score, reason: Option<&str>) -> Verdict {
    Verdict { process: Score::Satisfied, result, reason: reason.map(words), confidential: false }
}

/// Answered by unit 1 on 10 March.
async fn answered(site: &Site, title: &str) -> (SuggestionId, AssignmentId) {
    let id = numbered(site, title).await;
    let kept = desk::assign::assign(site, &clerk(), id, &desk::assign::Plan::Sole(unit(1))).await.unwrap();
    let part = kept.suggestion.stage.handling().unwrap().handlers.all().next().unwrap().id;
    desk::handle::sign_for(site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
    replied(site, id, part, "A").await;
    (id, part)
}

/// Rejected, done again, and rejected again on 20 March.
async fn twice(site: &Site) -> (SuggestionId, AssignmentId) {
    found(site).await;
    let (id, part) = answered(site, "关于修缮便桥的建议").await;
    desk::judge::judge(site, &deputy(1), id, part, said(Score::Dissatisfied, Some("没有动工"))).await.unwrap();
    desk::close::order_redo(site, &clerk(), id, part, words("请重新办理")).await.unwrap();
    on(site, "2026-03-20");
    replied(site, id, part, "B").await;
    desk::judge::judge(site, &deputy(1), id, part, said(Score::Dissatisfied, Some("仍未动工"))).await.unwrap();
    (id, part)
}

fn talk(way: &str, on: &str) -> Told {
    Told {
        day: day(on),
        way: way.to_owned(),
        with: person(1),
        by: "局长".to_owned().try_into().unwrap(),
        place: None,
        said: words("商定五月开工，每月通报进度"),
        draft_shown: false,
    }
}

async fn reads(site: &Site, actor: &Actor, id: SuggestionId) -> Option<String> {
    let seen = queries::detail(site, actor, id).await.unwrap();
    seen.remarks.values().find(|one| one.kind.starts_with("judgement")).map(|one| one.words.clone())
}

#[test]
fn a_reason_for_the_congress_alone_is_never_read_by_the_unit_nor_by_other_deputies() {
    both(|site| async move {
        found(&site).await;
        let (id, part) = answered(&site, "关于修缮便桥的建议").await;
        let verdict = Verdict { confidential: true, ..said(Score::Dissatisfied, Some("局里有人打电话劝我")) };
        desk::judge::judge(&site, &deputy(1), id, part, verdict).await.unwrap();
        on(&site, "2026-04-20");
        for actor in [unit_clerk(1), unit_head(1), transfer()] {
            assert_eq!(reads(&site, &actor, id).await, None, "{}", actor.name);
            let seen = queries::detail(&site, &actor, id).await.unwrap();
            let round = seen.suggestion.stage.handling().unwrap().handlers.find(part).unwrap().round().unwrap().clone();
            assert!(round.word_of(person(1)).is_some(), "the score itself is open");
            let page = visitor(&site, &actor).get(&format!("/suggestions/{id}")).await.text;
            assert!(!page.contains("打电话劝我"));
        }
        for actor in [clerk(), chief(), deputy(1)] {
            assert_eq!(reads(&site, &actor, id).await.as_deref(), Some("局里有人打电话劝我"), "{}", actor.name);
        }
        let office = visitor(&site, &clerk()).get(&format!("/suggestions/{id}")).await.text;
        assert!(office.contains("只供人大机关查看"));
        sound(&site).await;
    });
}

#[test]
fn dissatisfied_twice_it_is_closed_only_after_a_meeting_or_a_special_explanation() {
    for way in ["talk", "explanation"] {
        both(async |site| {
            let (id, part) = twice(&site).await;
            let refused = desk::close::close(&site, &clerk(), id).await.unwrap_err();
            assert_eq!(why(refused), "suggestions-refused-face-to-face-first");
            let page = visitor(&site, &clerk()).get(&format!("/suggestions/{id}")).await.text;
            assert!(page.contains("还没有当面协商或者专门说明的记录"));
            let head = unit_head(1);
            let record =
                async |told: Told| desk::contact::record(&site, &head, id, part, told, &Once::default()).await.unwrap();
            record(talk("phone", "2026-03-20")).await;
            assert!(desk::close::close(&site, &clerk(), id).await.is_err(), "a call is no meeting");
            on(&site, "2026-03-25");
            let met = record(talk(way, "2026-03-24")).await;
            desk::contact::dispute(&site, &deputy(1), id, met, words("没有见面")).await.unwrap();
            assert!(desk::close::close(&site, &clerk(), id).await.is_err(), "what is disputed does not count");
            record(talk(way, "2026-03-25")).await;
            let kept = desk::close::close(&site, &clerk(), id).await.unwrap();
            let outcome = kept.suggestion.stage.handling().unwrap().outcome(person(1));
            assert_eq!(outcome, Outcome::Dissatisfied);
            sound(&site).await;
        });
    }
}

fn counted(whose: Whose, measure: Measure, which: Which, today: &str) -> Counted {
    Counted { whose, measure, which, session: None, today: day(today) }
}

async fn all(site: &Site, counted: Counted, by: By) -> Tally {
    let lines = queries::rates(&mut site.db(), &counted, by).await.unwrap();
    lines.into_iter().fold(Tally::default(), |all, line| all.and(line.tally))
}

#[test]
fn who_never_answers_is_counted_beside_and_lowers_the_response_alone() {
    both(|site| async move {
        found(&site).await;
        let (happy, part) = answered(&site, "甲").await;
        desk::judge::judge(&site, &deputy(1), happy, part, said(Score::Satisfied, None)).await.unwrap();
        let (silent, _) = answered(&site, "乙").await;
        let whose = Whose::Congress(congress());
        let last = |today: &str| counted(whose, Measure::Result, Which::Last, today);
        for by in By::ALL {
            assert_eq!(all(&site, last("2026-03-20"), by).await, Tally::default(), "the window is open");
            let over = all(&site, last("2026-03-21"), by).await;
            assert_eq!((over.satisfaction(), over.response()), (Some(1000), Some(500)), "{}", by.word());
        }
        on(&site, "2026-03-21");
        let kept = desk::close::close(&site, &clerk(), silent).await.unwrap();
        assert_eq!(kept.suggestion.stage.handling().unwrap().outcome(person(1)), Outcome::Unanswered);
        let behind = Behind {
            counted: last("2026-03-21"),
            outcome: Some(Outcome::Unanswered),
            unit: Some(unit(1)),
            category: Some("agriculture".to_owned()),
        };
        let cases = queries::cases(&mut site.db(), &behind, None, 50).await.unwrap();
        assert_eq!(cases.items.iter().map(|case| case.suggestion).collect::<Vec<_>>(), [silent]);
    });
}

#[test]
fn the_first_reply_and_the_last_and_the_two_scores_are_counted_apart() {
    both(|site| async move {
        let (_, _) = twice(&site).await;
        let whose = Whose::Unit(unit(1));
        let bad = Tally { dissatisfied: 1, ..Tally::default() };
        let good = Tally { satisfied: 1, ..Tally::default() };
        for (measure, which, expected) in [
            (Measure::Result, Which::First, bad),
            (Measure::Result, Which::Last, bad),
            (Measure::Process, Which::Last, good),
        ] {
            assert_eq!(all(&site, counted(whose, measure, which, "2026-03-31"), By::Unit).await, expected);
        }
        let first = counted(whose, Measure::Result, Which::First, "2026-03-21");
        assert_eq!(all(&site, first, By::Unit).await, bad, "the window of the second reply is open");
        let other = counted(Whose::Unit(unit(2)), Measure::Result, Which::Last, "2026-03-31");
        assert_eq!(all(&site, other, By::Unit).await, Tally::default());
    });
}

#[test]
fn every_figure_opens_its_cases_for_those_who_may_see_them() {
    both(|site| async move {
        let (id, _) = twice(&site).await;
        on(&site, "2026-03-31");
        for (actor, body) in [(clerk(), congress()), (transfer(), congress()), (unit_head(1), unit(1))] {
            let page = visitor(&site, &actor).get(&format!("/suggestions/rates?body={body}")).await.text;
            assert!(page.contains("0.0%") && page.contains("100.0%"), "{}", actor.name);
            let link = page.split("href=\"").find_map(|rest| {
                let address = rest.split('"').next()?;
                (address.contains("cases") && address.contains("outcome=dissatisfied")).then(|| address.to_owned())
            });
            let cases = visitor(&site, &actor).get(&link.unwrap().replace("&amp;", "&").replace("&#38;", "&")).await;
            assert!(cases.text.contains(&format!("/suggestions/{id}")), "{}", actor.name);
        }
        let csv =
            visitor(&site, &clerk()).get(&format!("/suggestions/rates/list?body={}&as=csv", congress())).await.text;
        assert!(csv.contains("县交通运输局") && csv.contains("0.0%"));
        let base = format!("/suggestions/rates?body={}", congress());
        for unknown in ["&by=colour", "&measure=weight", "&which=third", "&session=x"] {
            let answer = visitor(&site, &clerk()).get(&format!("{base}{unknown}")).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{unknown}");
        }
        for actor in [deputy(1), stranger(), unit_head(2)] {
            let status = visitor(&site, &actor).get(&base).await.status.as_u16();
            assert!((400..500).contains(&status), "{}", actor.name);
        }
        let json = visitor(&site, &clerk()).get(&format!("/api/rates?body={}&by=category", congress())).await.json();
        assert_eq!((json["all"]["dissatisfied"].as_u64(), json["all"]["satisfaction"].as_u64()), (Some(1), Some(0)));
    });
}

#[test]
fn what_could_not_be_done_is_taken_up_again_with_a_clock_of_its_own() {
    both(|site| async move {
        found(&site).await;
        let (id, part) = answered(&site, "甲").await;
        desk::judge::judge(&site, &deputy(1), id, part, said(Score::Basically, None)).await.unwrap();
        let early = desk::reopen::reopen(&site, &clerk(), id, part, words("资金到位")).await.unwrap_err();
        assert_eq!(why(early), "suggestions-refused-not-now");
        desk::close::close(&site, &clerk(), id).await.unwrap();
        let solved = desk::reopen::reopen(&site, &clerk(), id, part, words("资金到位")).await.unwrap_err();
        assert_eq!(why(solved), "suggestions-refused-not-to-reopen");
        let (id, part) = {
            let id = numbered(&site, "乙").await;
            let plan = desk::assign::Plan::Sole(unit(1));
            let kept = desk::assign::assign(&site, &clerk(), id, &plan).await.unwrap();
            let part = kept.suggestion.stage.handling().unwrap().handlers.all().next().unwrap().id;
            desk::handle::sign_for(&site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
            replied(&site, id, part, "D").await;
            (id, part)
        };
        on(&site, "2026-03-25");
        desk::close::close(&site, &clerk(), id).await.unwrap();
        for actor in [unit_head(1), transfer(), deputy(1), stranger()] {
            assert!(desk::reopen::reopen(&site, &actor, id, part, words("资金到位")).await.is_err());
        }
        let form = format!("/suggestions/{id}/assignments/{part}/reopening");
        let mut office = visitor(&site, &clerk());
        assert!(office.get(&format!("/suggestions/{id}")).await.text.contains(&form));
        office.get(&form).await;
        let shown = office.fill(&form, &[("reason", "专项资金已经到位")]).await.text;
        assert!(shown.contains("恢复办理，第 2 次答复") && shown.contains("2026-06-25"));
        let kept = queries::detail(&site, &deputy(1), id).await.unwrap();
        let own = kept.suggestion.stage.handling().unwrap().handlers.find(part).unwrap().clone();
        assert_eq!(
            own.rounds().map(|round| (round.ordinal, round.reopened)).collect::<Vec<_>>(),
            [(1, false), (2, true)]
        );
        replied(&site, id, part, "A").await;
        desk::judge::judge(&site, &deputy(1), id, part, said(Score::Satisfied, None)).await.unwrap();
        let kept = desk::close::close(&site, &clerk(), id).await.unwrap();
        assert_eq!(kept.suggestion.stage.handling().unwrap().outcome(person(1)), Outcome::Satisfied);
        sound(&site).await;
    });
}
