//! The main line through the desk, on both engines.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod world;

use kit::{Problem, testing::both, web::api::Once};
use suggestions::{
    Sight,
    desk::{
        self,
        assign::{Plan, assign_all},
        judge::Verdict,
    },
    queries::{self, Filter, PartFilter, Whose},
};
use suggestions_rules::{Awaited, Mark, Outcome, Score, Sheet, Stage, Step};
use world::*;

fn happy() -> Verdict {
    Verdict { process: Score::Satisfied, result: Score::Satisfied, reason: None }
}

fn unhappy() -> Verdict {
    Verdict { process: Score::Satisfied, result: Score::Dissatisfied, reason: Some(words("桥还是不能走")) }
}

fn everything() -> Filter {
    Filter { congress: congress(), stage: None, category: None, session: None }
}

#[test]
fn a_suggestion_goes_the_whole_way_and_back_once() {
    both(|site| async move {
        found(&site).await;
        let id = drafted(&site, "关于修缮便桥的建议").await;
        desk::cosign::invite(&site, &deputy(1), id, &[person(2), person(3)]).await.unwrap();
        desk::cosign::confirm(&site, &deputy(2), id).await.unwrap();
        desk::cosign::decline(&site, &deputy(3), id).await.unwrap();
        desk::submit::submit(&site, &deputy(1), id).await.unwrap();
        desk::check::return_for_editing(&site, &clerk(), id, words("请写明桥名")).await.unwrap();
        let kept = desk::submit::submit(&site, &deputy(1), id).await.unwrap();
        assert_eq!(kept.suggestion.signers(), vec![person(1), person(2)]);
        desk::check::accept(&site, &clerk(), id, "agriculture", false).await.unwrap();
        let kept = desk::check::number(&site, &clerk(), id).await.unwrap();
        assert_eq!(kept.suggestion.stage.numbered().unwrap().number.text, "第1号");
        let plan = Plan::Joint { lead: unit(1), co: vec![unit(2)] };
        let kept = desk::assign::assign(&site, &clerk(), id, &plan).await.unwrap();
        let parts: Vec<_> = kept.suggestion.stage.handling().unwrap().handlers.all().cloned().collect();
        assert_eq!(parts[0].due, day("2026-06-10"));
        let (lead, co) = (parts[0].id, parts[1].id);
        desk::handle::sign_for(&site, &unit_clerk(1), id, lead).await.unwrap();
        desk::handle::sign_for(&site, &unit_clerk(2), id, co).await.unwrap();
        desk::handle::advise(&site, &unit_clerk(2), id, co, words("河道部分我局配合")).await.unwrap();
        desk::reply::draft(&site, &unit_clerk(1), id, lead, letter()).await.unwrap();
        desk::reply::send_to_check(&site, &unit_clerk(1), id, lead).await.unwrap();
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
        assert_eq!(seen.history.len(), 31);
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
            desk::submit::submit(&site, &deputy(1), id).await.unwrap();
            ids.push(id);
        }
        let writers = ids.iter().map(|id| {
            let (site, id) = (site.clone(), *id);
            tokio::spawn(async move { desk::check::accept(&site, &clerk(), id, "other", true).await })
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
        assert!(refused.contains(&(early, "suggestions-refused-not-now")));
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
        assert_eq!(stale.fields, vec![("suggestions-field-title", "丙".to_owned(), "乙".to_owned())]);
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
        let Problem::Invalid(errors) = desk::submit::submit(&site, &deputy(1), id).await.unwrap_err() else {
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
        let refused = desk::submit::submit(&site, &acting_for(1), id).await.unwrap_err();
        assert_eq!(why(refused), "suggestions-refused-entry-unconfirmed");
        let own = queries::own(&mut site.db(), person(1), None, 10).await.unwrap();
        assert!(own[0].to_confirm);
        desk::draft::confirm_entry(&site, &deputy(1), id).await.unwrap();
        desk::submit::submit(&site, &acting_for(1), id).await.unwrap();
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
            why(desk::cosign::confirm(&site, &deputy(4), id).await.unwrap_err()),
            "suggestions-refused-not-invited"
        );
    });
}

#[test]
fn nobody_acts_or_looks_beyond_the_own_post() {
    both(|site| async move {
        found(&site).await;
        let draft = drafted(&site, "草稿").await;
        for (who, actor) in [
            ("clerk", clerk()),
            ("another deputy", deputy(5)),
            ("a unit", unit_clerk(1)),
            ("a higher level", stranger()),
        ] {
            let seen = queries::detail(&site, &actor, draft).await;
            assert_eq!(why(seen.unwrap_err()), "kit-problem-missing", "{who} reads no draft");
        }
        let (id, lead, co) = assigned(&site, "甲").await;
        assert!(matches!(queries::detail(&site, &stranger(), id).await, Err(Problem::Refused(_))));
        assert_eq!(queries::detail(&site, &clerk(), id).await.unwrap().sight, Sight::Office);
        assert_eq!(queries::detail(&site, &transfer(), id).await.unwrap().sight, Sight::Transfer);
        assert_eq!(queries::detail(&site, &unit_clerk(2), id).await.unwrap().sight, Sight::Unit(vec![co]));
        assert_eq!(queries::detail(&site, &deputy(5), id).await.unwrap().sight, Sight::Public);
        for actor in [unit_clerk(2), clerk(), deputy(1), stranger()] {
            assert!(matches!(desk::handle::sign_for(&site, &actor, id, lead).await, Err(Problem::Refused(_))));
        }
        desk::handle::sign_for(&site, &unit_clerk(1), id, lead).await.unwrap();
        for actor in [unit_clerk(1), unit_head(1), deputy(1), stranger()] {
            assert!(matches!(desk::close::close(&site, &actor, id).await, Err(Problem::Refused(_))));
        }
        sound(&site).await;
    });
}

#[test]
fn a_unit_sees_no_score_before_the_window_closes() {
    both(|site| async move {
        found(&site).await;
        let id = drafted(&site, "甲").await;
        desk::cosign::invite(&site, &deputy(1), id, &[person(2)]).await.unwrap();
        desk::cosign::confirm(&site, &deputy(2), id).await.unwrap();
        desk::submit::submit(&site, &deputy(1), id).await.unwrap();
        desk::check::accept(&site, &clerk(), id, "other", true).await.unwrap();
        let kept = desk::assign::assign(&site, &clerk(), id, &Plan::Sole(unit(1))).await.unwrap();
        let part = kept.suggestion.stage.handling().unwrap().handlers.all().next().unwrap().id;
        desk::handle::sign_for(&site, &unit_clerk(1), id, part).await.unwrap();
        replied(&site, id, part, "A").await;
        assert_eq!(queries::to_judge(&mut site.db(), person(2)).await.unwrap().len(), 1);
        desk::judge::judge(&site, &deputy(1), id, part, unhappy()).await.unwrap();
        let word = |seen: queries::Detail| {
            let handling = seen.suggestion.stage.handling().unwrap().clone();
            let round = handling.handlers.find(part).unwrap().round().unwrap().clone();
            (round.word_of(person(1)).is_some(), seen.remarks.len(), seen.history.len())
        };
        let office = word(queries::detail(&site, &clerk(), id).await.unwrap());
        let unit_before = word(queries::detail(&site, &unit_head(1), id).await.unwrap());
        assert_eq!((office.0, office.1), (true, 1));
        assert_eq!((unit_before.0, unit_before.1, unit_before.2), (false, 0, office.2 - 1));
        on(&site, "2026-03-21");
        let after = word(queries::detail(&site, &unit_head(1), id).await.unwrap());
        assert_eq!(after, office);
    });
}

#[test]
fn the_list_pages_by_key_and_its_total_is_exact() {
    both(|site| async move {
        found(&site).await;
        for n in 0..13 {
            on(&site, if n % 3 == 0 { "2026-03-10" } else { "2026-03-11" });
            let id = drafted(&site, &format!("第{n}件")).await;
            desk::submit::submit(&site, &deputy(1), id).await.unwrap();
            if n % 2 == 0 {
                desk::check::accept(&site, &clerk(), id, if n % 4 == 0 { "other" } else { "social" }, true)
                    .await
                    .unwrap();
            }
        }
        drafted(&site, "草稿不在列").await;
        let mut seen = vec![];
        let mut after = None;
        loop {
            let page = queries::list(&mut site.db(), &everything(), after, 4).await.unwrap();
            assert_eq!(page.total, 13);
            seen.extend(page.lines);
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(seen.len(), 13);
        assert!(seen.windows(2).all(|pair| (pair[0].filed, pair[0].id) > (pair[1].filed, pair[1].id)));
        assert_eq!(seen[0].lead.as_deref(), Some("代表1"));
        assert_eq!(seen[0].delegation.as_deref(), Some("第一代表团"));
        let narrow = Filter { stage: Some("numbered".into()), category: Some("other".into()), ..everything() };
        let page = queries::list(&mut site.db(), &narrow, None, 25).await.unwrap();
        assert_eq!((page.lines.len(), page.total), (4, 4));
        let counts = queries::counts(&mut site.db(), congress(), Some(session())).await.unwrap();
        assert_eq!(counts.iter().map(|count| count.n).sum::<i64>(), 13);
        sound(&site).await;
    });
}

#[test]
fn work_lists_put_the_nearest_day_first_and_know_the_overdue() {
    both(|site| async move {
        found(&site).await;
        let (id, lead, _) = assigned(&site, "甲").await;
        assigned(&site, "乙").await;
        desk::handle::sign_for(&site, &unit_clerk(1), id, lead).await.unwrap();
        let all = PartFilter { whose: Whose::Unit(unit(1)), awaits: None, before: None };
        let page = queries::parts(&mut site.db(), all, None, 1).await.unwrap();
        assert_eq!((page.total, page.lines[0].awaits.as_str()), (2, "sign-for"));
        let rest = queries::parts(&mut site.db(), all, page.next, 1).await.unwrap();
        assert_eq!((rest.lines[0].id, rest.next), (lead, None));
        let late = PartFilter {
            whose: Whose::Congress(congress()),
            awaits: Some(Awaited::SignFor),
            before: Some(day("2026-03-14")),
        };
        assert_eq!(queries::parts(&mut site.db(), late, None, 25).await.unwrap().total, 3);
        let awaited = queries::awaited(&mut site.db(), congress(), day("2026-03-14")).await.unwrap();
        let awaited: Vec<_> = awaited.iter().map(|count| (count.awaits.as_str(), count.n, count.overdue)).collect();
        assert_eq!(awaited, [("reply", 1, 0), ("sign-for", 3, 3)]);
    });
}

#[test]
fn the_task_list_has_one_row_a_suggestion_in_the_order_of_numbers() {
    both(|site| async move {
        found(&site).await;
        assigned(&site, "甲").await;
        let id = numbered(&site, "乙").await;
        desk::assign::assign(&site, &clerk(), id, &Plan::Separate(vec![unit(3), unit(4)])).await.unwrap();
        let mut rows = vec![];
        let count = queries::tasks(site.db(), congress(), session(), |task| {
            rows.push(task);
            Ok(())
        });
        assert_eq!(count.await.unwrap(), 2);
        assert_eq!(
            (rows[0].number.as_str(), rows[0].leading.as_slice(), rows[0].co.as_slice()),
            ("第1号", &["县交通运输局".to_owned()][..], &["县水利局".to_owned()][..])
        );
        assert_eq!((rows[0].opinion_by, rows[0].reply_by), (Some(day("2026-04-09")), Some(day("2026-06-10"))));
        assert_eq!(rows[1].separate, ["县财政局", "县教育局"]);
        assert_eq!(rows[1].delegation, "第一代表团");
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
        let lay = |actor, entry| {
            let site = site.clone();
            async move { desk::rules::lay(&site, &actor, congress(), None, entry).await }
        };
        let refused = lay(clerk(), entry("limit.reply", "2 months", "办法")).await.unwrap_err();
        assert_eq!(why(refused), "accounts-refused-no-post");
        let refused = lay(chief(), entry("limit.reply", "2 months", " ")).await.unwrap_err();
        assert_eq!(why(refused), "suggestions-refused-rule-without-document");
        let refused = lay(chief(), entry("limit.reply", "soon", "办法")).await.unwrap_err();
        assert_eq!(why(refused), "suggestions-refused-rule-unreadable");
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

#[test]
fn a_reply_is_read_by_others_only_once_it_is_theirs_to_read() {
    both(|site| async move {
        found(&site).await;
        let (id, lead, _) = assigned(&site, "甲").await;
        desk::handle::sign_for(&site, &unit_clerk(1), id, lead).await.unwrap();
        desk::reply::draft(&site, &unit_clerk(1), id, lead, letter()).await.unwrap();
        let file = kit::blobs::Blob {
            id: world::id(20, 1),
            sha256: "ab".repeat(32),
            size: 3,
            media: "application/pdf".into(),
            name: "清单.pdf".into(),
        };
        desk::attach::to_reply(&site, &unit_clerk(1), id, lead, &file).await.unwrap();
        let refused = desk::attach::to_sheet(&site, &deputy(1), id, &file).await.unwrap_err();
        assert_eq!(why(refused), "suggestions-refused-not-now");
        let reads = |actor| {
            let site = site.clone();
            async move {
                let seen = queries::detail(&site, &actor, id).await.unwrap();
                let part = seen.suggestion.stage.handling().unwrap().handlers.find(lead).unwrap().clone();
                (part.round().unwrap().letter().is_some(), seen.attachments.len())
            }
        };
        for (actor, read) in [(unit_clerk(1), true), (unit_clerk(2), false), (clerk(), false), (deputy(1), false)] {
            assert_eq!(reads(actor).await, (read, usize::from(read)), "a draft is the unit's own");
        }
        desk::reply::send_to_check(&site, &unit_clerk(1), id, lead).await.unwrap();
        assert_eq!(reads(clerk()).await, (true, 1));
        assert_eq!(reads(deputy(1)).await, (false, 0));
        let late = desk::attach::remove(&site, &unit_clerk(1), id, world::id(20, 1)).await.unwrap_err();
        assert_eq!(why(late), "suggestions-refused-not-now");
        desk::reply::pass(&site, &clerk(), id, lead).await.unwrap();
        desk::reply::sign(&site, &unit_head(1), id, lead, "A").await.unwrap();
        desk::reply::deliver(&site, &unit_clerk(1), id, lead).await.unwrap();
        assert_eq!(reads(deputy(1)).await, (true, 1));
        let known = queries::attachment(&site, &deputy(1), id, world::id(20, 1)).await.unwrap();
        assert_eq!(known.name, "清单.pdf");
        assert!(queries::attachment(&site, &stranger(), id, world::id(20, 1)).await.is_err());
        sound(&site).await;
    });
}
