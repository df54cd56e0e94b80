//! While deputies may still judge, neither a unit nor a transfer office learns what one of them said: not on the page, not from a list, not
//! from a figure (suggestions.md §10).

use crate::world::{site::visitor, *};
use accounts_rules::Actor;
use kernel::Day;
use kit::{Site, testing::both};
use suggestions::{
    desk::{self, judge::Verdict},
    queries::{self, By, Counted, Measure, PartFilter, Which, Whose},
};
use suggestions_rules::{AssignmentId, Awaited, Score, SuggestionId};

/// Answered by unit 1 on 10 March: judged until the 20th.
async fn answered(site: &Site, title: &str) -> (SuggestionId, AssignmentId) {
    let id = numbered(site, title).await;
    let kept = desk::assign::assign(site, &clerk(), id, &desk::assign::Plan::Sole(unit(1))).await.unwrap();
    let part = kept.suggestion.stage.handling().unwrap().handlers.all().next().unwrap().id;
    desk::handle::sign_for(site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
    replied(site, id, part, "A").await;
    (id, part)
}

/// Answered and judged by its only signer, with nobody left who could still speak.
async fn judged(site: &Site, result: Score) -> (SuggestionId, AssignmentId) {
    let (id, part) = answered(site, result.word()).await;
    let reason = (result == Score::Dissatisfied).then(|| words("没有动工"));
    let verdict = Verdict { process: Score::Satisfied, result, reason, confidential: false };
    desk::judge::judge(site, &deputy(1), id, part, verdict).await.unwrap();
    (id, part)
}

/// What a work list says: what is awaited, and by when.
async fn listed(site: &Site, whose: Whose, awaits: Option<Awaited>) -> Vec<(String, Option<Day>)> {
    let filter = PartFilter { whose, awaits, before: None, today: site.today() };
    let found = queries::parts(&mut site.db(), filter, None, 25).await.unwrap();
    assert_eq!(found.items.len(), usize::try_from(found.total).unwrap());
    found.items.into_iter().map(|line| (line.awaits, line.by)).collect()
}

#[test]
fn a_unit_with_one_signer_waits_for_the_end_of_the_window_like_any_other() {
    both(|site| async move {
        found(&site).await;
        let (id, part) = judged(&site, Score::Dissatisfied).await;
        let reads = async |actor: Actor| {
            let seen = queries::detail(&site, &actor, id).await.unwrap();
            let round = seen.suggestion.stage.handling().unwrap().handlers.find(part).unwrap().round().unwrap().clone();
            (round.word_of(person(1)).is_some(), seen.remarks.values().any(|one| one.words == "没有动工"))
        };
        for day in ["2026-03-10", "2026-03-20"] {
            on(&site, day);
            for actor in [unit_clerk(1), unit_head(1), transfer()] {
                assert_eq!(reads(actor.clone()).await, (false, false), "{} on {day}", actor.name);
                let page = visitor(&site, &actor).get(&format!("/suggestions/{id}")).await.text;
                assert!(!page.contains("待重新办理") && !page.contains("没有动工"), "{page}");
            }
            assert_eq!(reads(clerk()).await, (true, true));
        }
        on(&site, "2026-03-21");
        for actor in [unit_clerk(1), unit_head(1), transfer()] {
            assert_eq!(reads(actor).await, (true, true));
        }
    });
}

#[test]
fn in_a_work_list_a_reply_waits_for_words_until_the_window_s_last_day_whatever_was_said() {
    both(|site| async move {
        found(&site).await;
        for score in Score::ALL {
            judged(&site, score).await;
        }
        answered(&site, "silent").await;
        let waiting = vec![("judgement".to_owned(), Some(day("2026-03-20"))); 4];
        for whose in [Whose::Unit(unit(1)), Whose::Government(congress())] {
            assert_eq!(listed(&site, whose, None).await, waiting, "each with its day");
            assert_eq!(listed(&site, whose, Some(Awaited::Judgement)).await, waiting);
            assert!(listed(&site, whose, Some(Awaited::Redo)).await.is_empty());
            assert!(listed(&site, whose, Some(Awaited::Nothing)).await.is_empty());
            on(&site, "2026-03-21");
            assert_eq!(listed(&site, whose, Some(Awaited::Redo)).await.len(), 1, "then it is known");
            assert_eq!(listed(&site, whose, Some(Awaited::Nothing)).await.len(), 2);
            on(&site, "2026-03-10");
        }
        let office = Whose::Congress(congress());
        let (due, overdue) = (Some(day("2026-03-17")), |today| PartFilter {
            whose: office,
            awaits: None,
            before: Some(day(today)),
            today: day(today),
        });
        assert_eq!(listed(&site, office, Some(Awaited::Redo)).await, [("redo".to_owned(), due)]);
        for (today, late) in [("2026-03-17", 0), ("2026-03-18", 1)] {
            assert_eq!(queries::parts(&mut site.db(), overdue(today), None, 25).await.unwrap().total, late);
        }
        assert_eq!(listed(&site, office, Some(Awaited::Judgement)).await.len(), 1);
        sound(&site).await;
    });
}

#[test]
fn what_was_closed_or_withdrawn_waits_for_nothing_in_the_unit_s_list() {
    both(|site| async move {
        found(&site).await;
        let (closed, _) = judged(&site, Score::Satisfied).await;
        desk::close::close(&site, &clerk(), closed).await.unwrap();
        let (withdrawn, _) = judged(&site, Score::Basically).await;
        desk::submit::withdraw(&site, &deputy(1), withdrawn, words("已经解决")).await.unwrap();
        assert!(listed(&site, Whose::Unit(unit(1)), Some(Awaited::Judgement)).await.is_empty());
        assert_eq!(listed(&site, Whose::Unit(unit(1)), Some(Awaited::Nothing)).await.len(), 2);
    });
}

#[test]
fn no_figure_tells_a_word_before_the_window_closes() {
    both(|site| async move {
        found(&site).await;
        let (closed, _) = judged(&site, Score::Basically).await;
        desk::close::close(&site, &clerk(), closed).await.unwrap();
        judged(&site, Score::Dissatisfied).await;
        let rates = async |whose, today| {
            let counted =
                Counted { whose, measure: Measure::Result, which: Which::Last, session: None, today: day(today) };
            queries::rates(&mut site.db(), &counted, By::Unit).await.unwrap().len()
        };
        for whose in [Whose::Unit(unit(1)), Whose::Government(congress()), Whose::Congress(congress())] {
            assert_eq!((rates(whose, "2026-03-20").await, rates(whose, "2026-03-21").await), (0, 1));
        }
        let awaited = async |whose| {
            let found = queries::awaited(&mut site.db(), whose, site.today()).await.unwrap();
            found.into_iter().map(|one| one.awaits).collect::<Vec<_>>()
        };
        assert_eq!(awaited(Whose::Government(congress())).await, ["judgement"]);
        assert_eq!(awaited(Whose::Congress(congress())).await, ["redo"]);
        let overview = format!("/suggestions/overview?congress={}", congress());
        for (actor, reads) in [(transfer(), false), (clerk(), true)] {
            let page = visitor(&site, &actor).get(&overview).await.text;
            assert_eq!(page.contains("按评价"), reads, "{page}");
            let told = visitor(&site, &actor).get(&format!("/api/counts?congress={}", congress())).await.text;
            assert_eq!(told.contains("\"outcome\":\"basically\""), reads, "{told}");
        }
    });
}

#[test]
fn in_the_room_of_a_matter_units_see_of_each_other_that_words_are_awaited() {
    both(|site| async move {
        found(&site).await;
        let (id, part, _) = assigned(&site, "甲").await;
        desk::handle::sign_for(&site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
        replied(&site, id, part, "A").await;
        let reason = Some(words("没有动工"));
        let verdict = Verdict { process: Score::Satisfied, result: Score::Dissatisfied, reason, confidential: false };
        desk::judge::judge(&site, &deputy(1), id, part, verdict).await.unwrap();
        let lead = async |actor: Actor| {
            let room = queries::room(&site, &actor, id).await.unwrap();
            room.units.into_iter().find(|one| one.role == "lead").map(|one| one.awaits).unwrap()
        };
        for actor in [unit_head(1), unit_clerk(2), transfer()] {
            assert_eq!(lead(actor).await, "judgement");
        }
        assert_eq!(lead(clerk()).await, "redo");
    });
}
