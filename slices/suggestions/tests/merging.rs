//! 并案 through the desk, on both engines.

use crate::world::{site::visitor, *};
use kit::{
    Site,
    testing::{both, on_sqlite},
};
use suggestions::{
    desk::{self, assign::Plan},
    queries,
};
use suggestions_rules::{AssignmentId, Letter, Measure, Point, PointAnswer, Stage, SuggestionId};

async fn merged(site: &Site, id: SuggestionId, into: SuggestionId) {
    desk::merge::merge(site, &clerk(), id, into, words("同一座桥，合并办理")).await.unwrap();
}

async fn parts(site: &Site, id: SuggestionId) -> Vec<(kernel::BodyId, AssignmentId)> {
    let seen = queries::detail(site, &clerk(), id).await.unwrap();
    let Some(handling) = seen.suggestion.stage.handling() else { return vec![] };
    handling.handlers.all().map(|part| (part.unit, part.id)).collect()
}

fn joint() -> Plan {
    Plan::Joint { lead: unit(1), co: vec![unit(2)] }
}

#[test]
fn two_papers_on_one_bridge_go_to_the_same_units_and_are_answered_one_by_one() {
    both(|site| async move {
        found(&site).await;
        let (master, other) = (numbered(&site, "修桥").await, numbered(&site, "再修桥").await);
        merged(&site, other, master).await;
        let alone = desk::assign::assign(&site, &clerk(), other, &joint()).await.unwrap_err();
        assert_eq!(why(alone), "suggestions-refused-goes-with-master");
        desk::assign::assign(&site, &clerk(), master, &joint()).await.unwrap();
        let (first, second) = (parts(&site, master).await, parts(&site, other).await);
        let units = |parts: &[(kernel::BodyId, AssignmentId)]| parts.iter().map(|part| part.0).collect::<Vec<_>>();
        assert_eq!(units(&first), units(&second));
        assert_ne!(first[0].1, second[0].1);
        desk::handle::sign_for(&site, &unit_clerk(1), master, first[0].1, desk::Saw::Unsaid).await.unwrap();
        desk::handle::sign_for(&site, &unit_clerk(1), other, second[0].1, desk::Saw::Unsaid).await.unwrap();
        replied(&site, master, first[0].1, "A").await;
        let seen = queries::detail(&site, &unit_clerk(1), other).await.unwrap();
        assert_eq!(seen.goes_with.as_ref().map(|one| one.id), Some(master));
        let letters = queries::letters_beside(&site, &unit_clerk(1), &seen, unit(1)).await.unwrap();
        assert_eq!(letters.iter().map(|one| one.of).collect::<Vec<_>>(), vec![master]);
        let strange = queries::letters_beside(&site, &unit_clerk(2), &seen, unit(2)).await.unwrap();
        assert!(strange.is_empty(), "the co-unit has written no letter");
        let Stage::Handling(handling) = &seen.suggestion.stage else { panic!("{:?}", seen.suggestion.stage) };
        let round = handling.handlers.find(second[0].1).unwrap().round().unwrap();
        assert!(round.deliveries().is_empty(), "the answer to one is not the answer to the other");
        sound(&site).await;
    });
}

#[test]
fn a_letter_taken_over_brings_its_words_and_none_of_its_promises() {
    on_sqlite(|site| async move {
        found(&site).await;
        let (master, other) = (numbered(&site, "修桥").await, numbered(&site, "再修桥").await);
        merged(&site, other, master).await;
        desk::assign::assign(&site, &clerk(), master, &joint()).await.unwrap();
        let (first, second) = (parts(&site, master).await, parts(&site, other).await);
        for (of, part) in [(master, first[0].1), (other, second[0].1)] {
            desk::handle::sign_for(&site, &unit_clerk(1), of, part, desk::Saw::Unsaid).await.unwrap();
        }
        let measure = Measure {
            words: "十月底前装好护栏".to_owned().try_into().unwrap(),
            owner: "养护科".to_owned().try_into().unwrap(),
            due: Some(day("2026-10-31")),
            money: None,
            promised: true,
        };
        let request = "装护栏。".to_owned().try_into().unwrap();
        let points = vec![Point { request, answer: PointAnswer::Measure(measure) }];
        desk::reply::draft(&site, &unit_clerk(1), master, first[0].1, 0, Letter { points, ..letter() }).await.unwrap();
        let form = format!("/suggestions/{other}/assignments/{}/reply?from={master}", second[0].1);
        let text = visitor(&site, &unit_clerk(1)).get(&form).await.text;
        assert!(text.contains("十月底前装好护栏</textarea>"), "{text}");
        assert!(
            text.contains("name=\"promise1\"") && !text.contains("checked"),
            "what is promised there is ticked anew here"
        );
        let own = format!("/suggestions/{master}/assignments/{}/reply", first[0].1);
        assert!(visitor(&site, &unit_clerk(1)).get(&own).await.text.contains("name=\"promise1\" value=\"1\" checked"));
    });
}

#[test]
fn one_that_comes_late_goes_at_once_to_the_units_that_have_the_other() {
    both(|site| async move {
        found(&site).await;
        let (master, _, _) = assigned(&site, "修桥").await;
        let late = numbered(&site, "修桥又一件").await;
        merged(&site, late, master).await;
        assert_eq!(parts(&site, late).await.len(), 2);
        let seen = queries::detail(&site, &deputy(1), master).await.unwrap();
        assert_eq!(seen.along.iter().map(|one| one.id).collect::<Vec<_>>(), vec![late]);
        desk::merge::separate(&site, &clerk(), late, words("内容不同")).await.unwrap();
        assert_eq!(parts(&site, late).await.len(), 2, "the units keep it");
        sound(&site).await;
    });
}

#[test]
fn many_handed_over_at_once_take_those_that_go_with_them_along() {
    both(|site| async move {
        found(&site).await;
        let (master, other) = (numbered(&site, "修桥").await, numbered(&site, "再修桥").await);
        merged(&site, other, master).await;
        let answers = desk::bulk::assign_all(&site, &clerk(), vec![(master, Plan::Sole(unit(3)))]).await.unwrap();
        assert!(answers.iter().all(|(_, answer)| answer.is_ok()));
        assert_eq!(parts(&site, other).await.iter().map(|part| part.0).collect::<Vec<_>>(), vec![unit(3)]);
        sound(&site).await;
    });
}

#[test]
fn when_the_other_is_withdrawn_it_goes_on_by_itself() {
    both(|site| async move {
        found(&site).await;
        let (master, other) = (numbered(&site, "修桥").await, numbered(&site, "再修桥").await);
        merged(&site, other, master).await;
        desk::submit::withdraw(&site, &deputy(1), master, words("已经修好")).await.unwrap();
        let seen = queries::detail(&site, &clerk(), other).await.unwrap();
        assert!(seen.suggestion.merged.is_none() && seen.goes_with.is_none());
        desk::assign::assign(&site, &clerk(), other, &joint()).await.unwrap();
        sound(&site).await;
    });
}

#[test]
fn only_the_office_merges_and_parts_and_only_within_its_congress() {
    both(|site| async move {
        found(&site).await;
        let (master, other) = (numbered(&site, "修桥").await, numbered(&site, "再修桥").await);
        for actor in [deputy(1), unit_head(1), transfer(), stranger()] {
            assert!(desk::merge::merge(&site, &actor, other, master, words("并")).await.is_err());
        }
        let nothing = desk::merge::merge(&site, &clerk(), other, id(8, 200), words("并")).await.unwrap_err();
        assert_eq!(why(nothing), "suggestions-refused-master-unfit");
        let itself = desk::merge::merge(&site, &clerk(), other, other, words("并")).await.unwrap_err();
        assert_eq!(why(itself), "suggestions-refused-master-unfit");
        merged(&site, other, master).await;
        for actor in [deputy(1), unit_head(1), transfer(), stranger()] {
            assert!(desk::merge::separate(&site, &actor, other, words("拆")).await.is_err());
        }
        let round = desk::merge::merge(&site, &clerk(), master, other, words("并")).await.unwrap_err();
        assert_eq!(why(round), "suggestions-refused-others-merged");
        sound(&site).await;
    });
}
