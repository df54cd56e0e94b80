//! What the figures of the handling mean: when a word counts, whose it is, what is overdue.

use crate::world::{counted::*, *};
use kernel::AreaCode;
use kit::{db::Sql, testing::both};
use supervision::queries::{
    counted::CaseWords,
    statistics::{units, within},
};

#[test]
fn a_word_counts_once_its_window_is_over_and_until_then_it_waits() {
    both(async |site| {
        on(&site, "2026-04-15");
        found(&site).await;
        let reply = Reply {
            of: suggestion(),
            part: 1,
            round: 1,
            class: "solved",
            judge_by: "2026-04-25",
            said: Some("satisfied"),
        };
        reply.deliver(&site).await;
        let waiting =
            || CaseWords { outcome: "waiting".to_owned(), process: "waiting".to_owned(), ..CaseWords::default() };
        let said = || CaseWords { outcome: "satisfied".to_owned(), ..CaseWords::default() };
        on(&site, "2026-04-25");
        assert_eq!(words(&site, "outcome").await, once("waiting"));
        assert_eq!(sums(&site).await.tally().all(), 0, "no rate is made of it");
        assert_eq!((behind(&site, waiting()).await, behind(&site, said()).await), (1, 0));
        on(&site, "2026-04-26");
        assert_eq!(words(&site, "outcome").await, once("satisfied"), "nothing happened but the day");
        assert_eq!(words(&site, "process").await, once("basically"), "the two scores are counted apart");
        assert_eq!(sums(&site).await.tally().response(), Some(1000));
        assert_eq!((behind(&site, waiting()).await, behind(&site, said()).await), (0, 1));
        let province = within(&mut site.db(), &AreaCode::parse("43").unwrap(), None, site.today()).await.unwrap();
        assert_eq!(province.tally().satisfied, 1);
    });
}

#[test]
fn what_is_past_is_summed_under_what_it_reads_as_and_still_follows_what_changes() {
    both(async |site| {
        on(&site, "2026-04-15");
        found(&site).await;
        let reply = Reply {
            of: suggestion(),
            part: 1,
            round: 1,
            class: "solved",
            judge_by: "2026-04-25",
            said: Some("satisfied"),
        };
        reply.deliver(&site).await;
        let dated = async || {
            let one = async |sql| site.db().one::<(i64,)>(Sql::new(sql)).await.unwrap().unwrap().0;
            let sums = one("select count(*) from handling_sum where n <> 0 and dimension like '%window'").await;
            (sums, one("select count(*) from handling_year where n <> 0 and dimension like '%window'").await)
        };
        let drifted = async || {
            let mut found = supervision::checks::followed(site.db()).await.unwrap();
            found.retain(|one| one.ensure == "supervision-ensure-tally");
            found
        };
        assert_ne!(dated().await, (0, 0), "while the window is open");
        on(&site, "2026-04-27");
        moved(&site, suggestion()).await;
        assert_eq!(dated().await, (0, 0), "none is left");
        assert_eq!(words(&site, "outcome").await, once("satisfied"));
        let sql = Sql::new("update judgement set result = 'dissatisfied'");
        changed(&site, suggestion(), sql).await;
        assert_eq!(words(&site, "outcome").await, once("dissatisfied"));
        assert_eq!(words(&site, "process").await, once("basically"));
        assert!(drifted().await.is_empty());
        on(&site, "2026-04-28");
        moved(&site, suggestion()).await;
        assert_eq!(dated().await, (0, 0), "nor of what changed afterwards");
        assert_eq!(words(&site, "outcome").await, once("dissatisfied"));
        let province = within(&mut site.db(), &AreaCode::parse("43").unwrap(), None, site.today()).await.unwrap();
        assert_eq!((province.tally().satisfied, province.tally().dissatisfied), (0, 1));
        assert!(drifted().await.is_empty());
    });
}

#[test]
fn a_word_waits_for_the_end_of_its_window_though_everybody_has_spoken() {
    both(async |site| {
        on(&site, "2026-04-15");
        found(&site).await;
        let reply = Reply {
            of: suggestion(),
            part: 1,
            round: 1,
            class: "solved",
            judge_by: "2026-04-25",
            said: Some("satisfied"),
        };
        reply.deliver(&site).await;
        assert_eq!(words(&site, "outcome").await, once("waiting"));
        let second = Sql::new(
            "insert into judgement (assignment, round, signer, process, result, at) values ({}, 1, {}, 'satisfied', 'basically', 1)",
        );
        changed(&site, suggestion(), second.bind(id::<()>(11, 1).uuid()).bind(person(2))).await;
        on(&site, "2026-04-25");
        assert_eq!(words(&site, "outcome").await, once("waiting"), "the unit would read it in the figure");
        on(&site, "2026-04-26");
        assert_eq!(words(&site, "outcome").await, once("satisfied"), "the lead deputy's word counts");
    });
}

#[test]
fn who_says_nothing_is_silent_only_when_the_window_is_over() {
    both(async |site| {
        on(&site, "2026-04-15");
        found(&site).await;
        let reply = Reply { of: suggestion(), part: 1, round: 1, class: "solved", judge_by: "2026-04-25", said: None };
        reply.deliver(&site).await;
        assert_eq!(words(&site, "outcome").await, once("waiting"));
        on(&site, "2026-04-26");
        assert_eq!(words(&site, "outcome").await, once("silent"));
        let tally = sums(&site).await.tally();
        assert_eq!((tally.satisfaction(), tally.response()), (None, Some(0)));
    });
}

#[test]
fn a_suggestion_that_two_units_answer_counts_by_the_worse_and_each_unit_by_its_own() {
    both(async |site| {
        on(&site, "2026-04-15");
        found(&site).await;
        let other = id(10, 20);
        let mut tx = site.db().begin().await.unwrap();
        run(&mut tx, Sql::new("update suggestion set stage = 'withdrawn' where id = {}").bind(suggestion())).await;
        paper(&mut tx, other, "handling", Some(20)).await;
        part(&mut tx, other, 21, roads(), "separate").await;
        part(&mut tx, other, 22, schools(), "separate").await;
        tx.commit().await.unwrap();
        moved(&site, other).await;
        let reply =
            Reply { of: other, part: 21, round: 1, class: "solved", judge_by: "2026-04-16", said: Some("satisfied") };
        reply.deliver(&site).await;
        on(&site, "2026-04-18");
        assert_eq!(words(&site, "outcome").await, once(""), "one has not answered");
        assert_eq!((words(&site, "class").await, words(&site, "rounds").await), (once(""), once("0")));
        let reply = Reply { part: 22, class: "not-now", judge_by: "2026-04-20", said: Some("dissatisfied"), ..reply };
        reply.deliver(&site).await;
        assert_eq!(words(&site, "outcome").await, once("waiting"), "until every window is over");
        on(&site, "2026-04-21");
        assert_eq!(words(&site, "outcome").await, once("dissatisfied"));
        assert_eq!((words(&site, "class").await, words(&site, "rounds").await), (once("not-now"), once("1")));
        assert_eq!(sums(&site).await.total(), 1);
        let units = units(&mut site.db(), congress(), None, site.today()).await.unwrap();
        let of = |unit| units.iter().find(|one| one.id == unit).unwrap().sums.clone();
        assert_eq!((of(roads()).tally().satisfied, of(roads()).of("class", "solved")), (1, 1));
        assert_eq!((of(schools()).tally().dissatisfied, of(schools()).of("class", "not-now")), (1, 1));
        let unit = CaseWords { unit: roads().to_string(), outcome: "satisfied".to_owned(), ..CaseWords::default() };
        assert_eq!(behind(&site, unit).await, 1, "a unit's figure opens its own part");
        let matter =
            CaseWords { outcome: "dissatisfied".to_owned(), class: "not-now".to_owned(), ..CaseWords::default() };
        assert_eq!(behind(&site, matter).await, 1);
    });
}

#[test]
fn what_is_owed_after_its_day_is_overdue_whoever_looks_and_not_while_the_unit_objects() {
    both(async |site| {
        on(&site, "2026-04-20");
        found(&site).await;
        moved(&site, suggestion()).await;
        let overdue = || CaseWords { timely: "overdue".to_owned(), ..CaseWords::default() };
        let waits = || CaseWords { timely: "none".to_owned(), ..CaseWords::default() };
        assert_eq!((sums(&site).await.overdue(), behind(&site, overdue()).await), (0, 0), "its last day");
        assert_eq!(behind(&site, waits()).await, 1);
        on(&site, "2026-04-21");
        let now = sums(&site).await;
        assert_eq!((now.overdue(), now.late(), now.answerable()), (1, 1, 1));
        assert_eq!((behind(&site, overdue()).await, behind(&site, waits()).await), (1, 0));
        let all = units(&mut site.db(), congress(), None, site.today()).await.unwrap();
        let late = |unit| all.iter().find(|one| one.id == unit).unwrap().sums.overdue();
        assert_eq!((late(roads()), late(water())), (1, 0), "a co-unit owes no reply");
        let sql = Sql::new("update assignment set work = 'objecting' where id = {}").bind(id::<()>(11, 1).uuid());
        changed(&site, suggestion(), sql).await;
        assert_eq!(sums(&site).await.overdue(), 0);
    });
}

#[test]
fn after_a_redo_the_newest_reply_counts_as_soon_as_it_is_delivered() {
    both(async |site| {
        on(&site, "2026-03-01");
        found(&site).await;
        let first = Reply {
            of: suggestion(),
            part: 1,
            round: 1,
            class: "planned",
            judge_by: "2026-03-11",
            said: Some("dissatisfied"),
        };
        first.deliver(&site).await;
        on(&site, "2026-03-20");
        let again = Sql::new(
            "insert into reply (assignment, round, suggestion, opened, due, stage) values ({}, 2, {}, 1, '2026-04-20', 'awaited')",
        );
        changed(&site, suggestion(), again.bind(id::<()>(11, 1).uuid()).bind(suggestion())).await;
        assert_eq!(words(&site, "outcome").await, once("dissatisfied"), "nothing has taken its place yet");
        let away = Sql::new("delete from reply where round = 2");
        changed(&site, suggestion(), away).await;
        let second = Reply { round: 2, class: "solved", judge_by: "2026-03-30", said: None, ..first };
        second.deliver(&site).await;
        assert_eq!((words(&site, "outcome").await, words(&site, "class").await), (once("waiting"), once("solved")));
        on(&site, "2026-03-31");
        assert_eq!(
            words(&site, "outcome").await,
            once("silent"),
            "the word on the first reply is no word on the second"
        );
        let mut tx = site.db().begin().await.unwrap();
        says(&mut tx, 1, 2, "satisfied").await;
        tx.commit().await.unwrap();
        moved(&site, suggestion()).await;
        assert_eq!(words(&site, "outcome").await, once("satisfied"));
    });
}
