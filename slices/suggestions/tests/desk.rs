//! The main line through the desk, on both engines.

use crate::world::*;
use kit::{
    Problem,
    testing::both,
    web::{Compared, api::Once},
};
use suggestions::{
    desk::{self, assign::Plan, bulk::assign_all, judge::Verdict},
    queries,
};
use suggestions_rules::{Mark, Outcome, Score, Sheet, Stage, Step};

fn happy() -> Verdict {
    Verdict { process: Score::Satisfied, result: Score::Satisfied, reason: None, confidential: false }
}

fn unhappy() -> Verdict {
    Verdict {
        process: Score::Satisfied,
        result: Score::Dissatisfied,
        reason: Some(words("桥还是不能走")),
        confidential: false,
    }
}

#[test]
fn a_suggestion_goes_the_whole_way_and_back_once() {
    both(|site| async move {
        found(&site).await;
        let id = drafted(&site, "关于修缮便桥的建议").await;
        desk::cosign::invite(&site, &deputy(1), id, &[person(2), person(3)]).await.unwrap();
        desk::cosign::confirm(&site, &deputy(2), id, desk::Saw::Unsaid).await.unwrap();
        desk::cosign::decline(&site, &deputy(3), id).await.unwrap();
        desk::submit::submit(&site, &deputy(1), id, desk::Saw::Unsaid).await.unwrap();
        desk::check::return_for_editing(&site, &clerk(), id, words("请写明桥名")).await.unwrap();
        let kept = desk::submit::submit(&site, &deputy(1), id, desk::Saw::Unsaid).await.unwrap();
        assert_eq!(kept.suggestion.signers(), vec![person(1), person(2)]);
        desk::check::accept(&site, &clerk(), id, "agriculture", false, desk::Saw::Unsaid).await.unwrap();
        let kept = desk::check::number(&site, &clerk(), id).await.unwrap();
        assert_eq!(kept.suggestion.stage.numbered().unwrap().number.text, "第1号");
        let plan = Plan::Joint { lead: unit(1), co: vec![unit(2)] };
        let kept = desk::assign::assign(&site, &clerk(), id, &plan).await.unwrap();
        let parts: Vec<_> = kept.suggestion.stage.handling().unwrap().handlers.all().cloned().collect();
        assert_eq!(parts[0].due, day("2026-06-10"));
        let (lead, co) = (parts[0].id, parts[1].id);
        desk::handle::sign_for(&site, &unit_clerk(1), id, lead, desk::Saw::Unsaid).await.unwrap();
        desk::handle::sign_for(&site, &unit_clerk(2), id, co, desk::Saw::Unsaid).await.unwrap();
        desk::handle::advise(&site, &unit_clerk(2), id, co, words("河道部分我局配合")).await.unwrap();
        desk::reply::draft(&site, &unit_clerk(1), id, lead, 0, letter()).await.unwrap();
        desk::reply::send_to_check(&site, &unit_clerk(1), id, lead, desk::Saw::Unsaid).await.unwrap();
        desk::reply::send_back(&site, &clerk(), id, lead, words("请写明完工日期")).await.unwrap();
        on(&site, "2026-05-10");
        replied(&site, id, lead, "B").await;
        desk::judge::judge(&site, &deputy(1), id, lead, unhappy()).await.unwrap();
        desk::judge::judge(&site, &deputy(2), id, lead, happy()).await.unwrap();
        assert_eq!(
            why(desk::close::close(&site, &clerk(), id).await.unwrap_err()),
            "suggestions-refused-redo-outstanding"
        );
        desk::close::order_redo(&site, &clerk(), id, lead, words("一个月内重新办理")).await.unwrap();
        replied(&site, id, lead, "A").await;
        desk::judge::judge(&site, &deputy(1), id, lead, happy()).await.unwrap();
        on(&site, "2026-05-21");
        let kept = desk::close::close(&site, &clerk(), id).await.unwrap();
        let Stage::Closed { handling, .. } = &kept.suggestion.stage else { panic!("{:?}", kept.suggestion.stage) };
        assert_eq!(handling.outcome(person(1)), Outcome::Satisfied);
        let seen = queries::detail(&site, &deputy(1), id).await.unwrap();
        assert_eq!(seen.suggestion, kept.suggestion, "what was saved is what is read");
        assert_eq!(seen.version, kept.version);
        let office = queries::detail(&site, &clerk(), id).await.unwrap();
        assert_eq!(office.history.len(), 31);
        let trips = [
            "suggestion.reply-drafted",
            "suggestion.reply-sent-to-check",
            "suggestion.reply-sent-back",
            "suggestion.reply-passed",
        ];
        let between = office.history.iter().filter(|it| trips.contains(&it.verb.as_str())).count();
        assert_eq!(seen.history.len(), 31 - between, "how a draft came about is not the deputy's to read");
        assert!(between > 0 && seen.history.iter().all(|it| !trips.contains(&it.verb.as_str())));
        assert_eq!(seen.person(person(2)), "代表2");
        assert_eq!(seen.body(unit(1)), "县交通运输局");
        assert!(seen.timeline.iter().all(|mark| matches!(mark, Mark::Done { .. })), "nothing is awaited any more");
        assert!(seen.timeline.iter().any(|mark| matches!(mark, Mark::Done { step: Step::RedoOrdered { .. }, .. })));
        sound(&site).await;
    });
}

#[test]
fn numbers_are_dense_and_unique_under_32_writers() {
    both(|site| async move {
        found(&site).await;
        let mut ids = vec![];
        for n in 0..32 {
            let id = drafted(&site, &format!("第{n}件")).await;
            desk::submit::submit(&site, &deputy(1), id, desk::Saw::Unsaid).await.unwrap();
            ids.push(id);
        }
        let writers = ids.iter().map(|id| {
            let (site, id) = (site.clone(), *id);
            tokio::spawn(
                async move { desk::check::accept(&site, &clerk(), id, "other", true, desk::Saw::Unsaid).await },
            )
        });
        let writers: Vec<_> = writers.collect();
        let mut numbers = vec![];
        for writer in writers {
            let kept = writer.await.unwrap().unwrap();
            numbers.push(kept.suggestion.stage.numbered().unwrap().number.n);
        }
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=32).collect::<Vec<u32>>());
        sound(&site).await;
    });
}

#[test]
fn the_same_draft_of_a_reply_sent_twice_is_one_fact() {
    both(|site| async move {
        found(&site).await;
        let (id, part, _) = assigned(&site, "关于修缮便桥的建议").await;
        desk::handle::sign_for(&site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
        let first = desk::reply::draft(&site, &unit_clerk(1), id, part, 0, letter()).await.unwrap();
        let again = desk::reply::draft(&site, &unit_clerk(1), id, part, 0, letter()).await.unwrap();
        assert_eq!((again.version, &again.suggestion), (first.version, &first.suggestion));
        let seen = queries::detail(&site, &unit_clerk(1), id).await.unwrap();
        assert_eq!(seen.history.iter().filter(|fact| fact.verb == "suggestion.reply-drafted").count(), 1);
    });
}

#[test]
fn a_refused_numbering_loses_no_number() {
    both(|site| async move {
        found(&site).await;
        let one = numbered(&site, "甲").await;
        assert_eq!(why(desk::check::number(&site, &clerk(), one).await.unwrap_err()), "suggestions-refused-not-now");
        let two = numbered(&site, "乙").await;
        let seen = queries::detail(&site, &clerk(), two).await.unwrap();
        assert_eq!(seen.suggestion.stage.numbered().unwrap().number.text, "第2号");
        sound(&site).await;
    });
}

#[test]
fn many_are_handed_over_at_once_and_those_that_cannot_be_say_why() {
    both(|site| async move {
        found(&site).await;
        let mut plans = vec![];
        for n in 0..20 {
            plans.push((numbered(&site, &format!("第{n}件")).await, Plan::Sole(unit(n % 4 + 1))));
        }
        let early = drafted(&site, "草稿").await;
        plans.push((early, Plan::Sole(unit(1))));
        let strange = numbered(&site, "无此单位").await;
        plans.push((strange, Plan::Sole(id(2, 200))));
        let answers = assign_all(&site, &clerk(), plans).await.unwrap();
        let refused: Vec<_> =
            answers.iter().filter_map(|(id, answer)| Some((*id, answer.clone().err()?.key))).collect();
        assert_eq!(answers.len() - refused.len(), 20);
        assert!(refused.contains(&(early, "kit-problem-missing")), "a draft is not there for the office");
        assert!(refused.contains(&(strange, "suggestions-refused-not-units")));
        let loads = queries::loads(&mut site.db(), congress(), day("2026-03-20")).await.unwrap();
        assert_eq!(
            loads.iter().map(|load| (load.open, load.overdue)).collect::<Vec<_>>(),
            vec![(5, 5); 4],
            "not signed for in time"
        );
        sound(&site).await;
    });
}

#[test]
fn an_edit_on_a_stale_version_shows_both() {
    both(|site| async move {
        found(&site).await;
        let id = drafted(&site, "甲").await;
        desk::draft::edit(&site, &deputy(1), id, 1, sheet("乙")).await.unwrap();
        let Problem::Stale(stale) = desk::draft::edit(&site, &deputy(1), id, 1, sheet("丙")).await.unwrap_err() else {
            panic!("not stale");
        };
        let (yours, stands) = ("丙".to_owned(), "乙".to_owned());
        assert_eq!(stale.fields, [Compared { name: "title", label: "suggestions-field-title", yours, stands }]);
        assert_eq!(stale.version, 2);
        let kept = desk::draft::edit(&site, &deputy(1), id, stale.version, sheet("丙")).await.unwrap();
        assert_eq!((kept.version, kept.suggestion.sheet.title.as_str()), (3, "丙"));
    });
}

#[test]
fn a_draft_is_kept_as_typed_and_says_beside_each_field_what_is_missing() {
    both(|site| async move {
        found(&site).await;
        let raw = Sheet { title: "  半句".into(), publish: Some(false), ..Sheet::default() };
        let id = desk::draft::begin(&site, &deputy(1), congress(), raw.clone(), &Once::default()).await.unwrap();
        let seen = queries::detail(&site, &deputy(1), id).await.unwrap();
        assert_eq!(seen.suggestion.sheet, raw);
        let Problem::Invalid(errors) =
            desk::submit::submit(&site, &deputy(1), id, desk::Saw::Unsaid).await.unwrap_err()
        else {
            panic!("taken");
        };
        let fields: Vec<_> = errors.0.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["body", "source", "not_public_because"]);
    });
}

#[test]
fn what_a_clerk_types_for_a_deputy_keeps_both_names_and_waits() {
    both(|site| async move {
        found(&site).await;
        let id = desk::draft::begin(&site, &acting_for(1), congress(), sheet("代录"), &Once::default()).await.unwrap();
        let refused = desk::submit::submit(&site, &acting_for(1), id, desk::Saw::Unsaid).await.unwrap_err();
        assert_eq!(why(refused), "suggestions-refused-entry-unconfirmed");
        let own = queries::own(&mut site.db(), person(1), None, 10).await.unwrap().items;
        assert!(own[0].to_confirm);
        desk::draft::confirm_entry(&site, &deputy(1), id, desk::Saw::Unsaid).await.unwrap();
        desk::submit::submit(&site, &acting_for(1), id, desk::Saw::Unsaid).await.unwrap();
        let history = queries::detail(&site, &deputy(1), id).await.unwrap().history;
        assert_eq!(history[0].by, Some(account(50)));
        assert_eq!(history[0].acting_for, Some(person(1)));
        assert_eq!(history[1].by, Some(account(1)));
        sound(&site).await;
    });
}

#[test]
fn only_deputies_in_office_can_be_asked_and_only_units_be_given_work() {
    both(|site| async move {
        found(&site).await;
        let id = drafted(&site, "甲").await;
        let refused = desk::cosign::invite(&site, &deputy(1), id, &[person(2), person(200)]).await.unwrap_err();
        assert_eq!(why(refused), "suggestions-refused-not-deputies");
        desk::cosign::invite(&site, &deputy(1), id, &[person(2)]).await.unwrap();
        assert_eq!(queries::invitations(&mut site.db(), person(2)).await.unwrap().len(), 1);
        assert_eq!(
            why(desk::cosign::confirm(&site, &deputy(4), id, desk::Saw::Unsaid).await.unwrap_err()),
            "kit-problem-missing",
            "of a draft nobody hears who was not asked"
        );
    });
}

#[test]
fn a_congress_lays_its_own_rules_and_they_bind_the_next_clock() {
    both(|site| async move {
        found(&site).await;
        let entry = |key: &str, value: &str, document: &str| suggestions_rules::Entry {
            key: key.into(),
            value: value.into(),
            grade: suggestions_rules::Grade::A,
            document: document.into(),
        };
        let lay = |actor, entry: suggestions_rules::Entry| {
            let site = site.clone();
            async move {
                let seen = rule_version(&site, &entry.key).await;
                let change = desk::rules::Change { entry, term: None, seen, recount: false };
                desk::rules::change(&site, &actor, congress(), change).await
            }
        };
        let field = |problem| match problem {
            Problem::Invalid(errors) => errors.0[0].0.clone(),
            other => why(other),
        };
        let refused = lay(clerk(), entry("limit.reply", "2 months", "办法")).await.unwrap_err();
        assert_eq!(why(refused), "accounts-refused-no-post");
        let refused = lay(chief(), entry("limit.reply", "2 months", " ")).await.unwrap_err();
        assert_eq!(field(refused), "document");
        let refused = lay(chief(), entry("limit.reply", "soon", "办法")).await.unwrap_err();
        assert_eq!(field(refused), "value");
        lay(chief(), entry("limit.reply", "2 months", "临江县办理办法")).await.unwrap();
        lay(chief(), entry("number.pattern", "{year}{n:04}", "临江县办理办法")).await.unwrap();
        let (id, lead, _) = assigned(&site, "甲").await;
        let seen = queries::detail(&site, &clerk(), id).await.unwrap().suggestion;
        assert_eq!(seen.stage.numbered().unwrap().number.text, "20260001");
        assert_eq!(seen.stage.handling().unwrap().handlers.find(lead).unwrap().due, day("2026-05-10"));
    });
}

#[test]
fn an_impossible_row_names_table_column_and_id() {
    both(|site| async move {
        found(&site).await;
        let (id, lead, _) = assigned(&site, "甲").await;
        for (spoil, table, column) in [
            ("update suggestion set closed = 1 where id = {}", "suggestion", "closed"),
            ("update suggestion set closed = null, accepted = null where id = {}", "suggestion", "accepted"),
            ("update suggestion set stage = 'asleep' where id = {}", "suggestion", "stage"),
            ("update assignment set work = 'advised' where suggestion = {} and role = 'lead'", "assignment", "signed"),
        ] {
            let mut tx = site.db().begin().await.unwrap();
            tx.run(kit::db::Sql::new(spoil).bind(id)).await.unwrap();
            tx.commit().await.unwrap();
            let Err(Problem::Fault(fault)) = queries::detail(&site, &clerk(), id).await else { panic!("{spoil}") };
            let said = fault.to_string();
            let row = if table == "assignment" { lead.to_string() } else { id.to_string() };
            // The order of the columns decides which of two broken ones is named first; the stage is named in its own case.
            assert!(said.contains(table) && said.contains(&row) && said.contains(column), "{spoil}: {said}");
            let mut tx = site.db().begin().await.unwrap();
            let mend = "update suggestion set closed = null, accepted = numbered, stage = 'handling' where id = {}";
            tx.run(kit::db::Sql::new(mend).bind(id)).await.unwrap();
            tx.commit().await.unwrap();
        }
        assert!(!suggestions::checks::audit(site.db()).await.unwrap().is_empty());
    });
}
