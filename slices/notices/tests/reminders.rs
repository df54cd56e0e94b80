//! The daily round: each reminder once, to those who can act, as much work as is due.

use crate::world::*;
use kit::{Site, db::Sql, testing::both};
use notices::remind::remind;

/// The rounds of these days, one after the other; how many notices of reminders there are then.
async fn rounds(site: &Site, days: &[&str]) -> i64 {
    for day in days {
        on(site, day);
        remind(site).await.unwrap();
    }
    count(site, Sql::new("select count(*) from notice")).await
}

#[test]
fn a_unit_is_reminded_ten_five_and_one_day_before_and_when_it_is_late() {
    both(async |site| {
        found(&site).await;
        assigned(&site, "reply", "2026-03-10", "2026-06-10", true).await;
        // Its clerk and its head are told; the round goes daily, and twice on one day.
        assert_eq!(rounds(&site, &["2026-05-28"]).await, 0);
        assert_eq!(rounds(&site, &["2026-05-29", "2026-05-29", "2026-06-01"]).await, 2);
        assert_eq!(rounds(&site, &["2026-06-04", "2026-06-05", "2026-06-08"]).await, 4);
        assert_eq!(rounds(&site, &["2026-06-09", "2026-06-10"]).await, 6);
        assert_eq!(rounds(&site, &["2026-06-11", "2026-06-12", "2026-07-30"]).await, 8);
        assert_eq!(kinds(&site, UNIT_CLERK).await, ["remind-reply"; 4]);
        for n in [LEAD, CLERK, STRANGER] {
            assert!(kinds(&site, n).await.is_empty(), "{n} cannot answer it");
        }
    });
}

#[test]
fn after_a_long_rest_one_reminder_comes_instead_of_many() {
    both(async |site| {
        found(&site).await;
        assigned(&site, "reply", "2026-03-10", "2026-06-10", true).await;
        rounds(&site, &["2026-05-20"]).await;
        assert_eq!(rounds(&site, &["2026-06-09"]).await, 2, "ten and five days were slept through");
        assert_eq!(rounds(&site, &["2026-06-20"]).await, 4);
        assert_eq!(rounds(&site, &["2026-06-21", "2026-06-22"]).await, 4);
    });
}

#[test]
fn the_head_is_reminded_to_sign_and_the_office_to_check() {
    both(async |site| {
        found(&site).await;
        assigned(&site, "signature", "2026-03-10", "2026-06-10", true).await;
        part_of(&site, suggestion(), id(62), ("check", "2026-03-10", "2026-06-10")).await;
        rounds(&site, &["2026-06-08", "2026-06-09"]).await;
        assert_eq!(kinds(&site, UNIT_HEAD).await, ["remind-signature"]);
        assert!(kinds(&site, UNIT_CLERK).await.is_empty());
        for n in [CLERK, CHIEF] {
            assert_eq!(kinds(&site, n).await, ["remind-check"]);
        }
        assert!(kinds(&site, STRANGER).await.is_empty());
    });
}

#[test]
fn the_office_alone_is_reminded_to_send_back_what_a_deputy_does_not_accept() {
    both(async |site| {
        found(&site).await;
        assigned(&site, "redo", "2026-03-01", "2026-03-19", true).await;
        rounds(&site, &["2026-03-11", "2026-03-12", "2026-03-18", "2026-03-19", "2026-03-20"]).await;
        for n in [CLERK, CHIEF] {
            assert_eq!(kinds(&site, n).await, ["remind-redo"; 3], "five working days and one before, and late");
        }
        for n in [UNIT_CLERK, UNIT_HEAD, LEAD, STRANGER] {
            assert!(kinds(&site, n).await.is_empty(), "{n}");
        }
    });
}

#[test]
fn only_signers_who_have_not_spoken_are_reminded_to_judge() {
    both(async |site| {
        found(&site).await;
        assigned(&site, "judgement", "2026-03-01", "2026-03-20", true).await;
        delivered(&site, "2026-03-10", "2026-03-20").await;
        rounds(&site, &["2026-03-12", "2026-03-13"]).await;
        assert_eq!((kinds(&site, LEAD).await.len(), kinds(&site, SECOND).await.len()), (1, 1));
        judged(&site, LEAD).await;
        rounds(&site, &["2026-03-17", "2026-03-20", "2026-03-23"]).await;
        assert_eq!((kinds(&site, LEAD).await.len(), kinds(&site, SECOND).await.len()), (1, 3));
        assert_eq!(kinds(&site, UNIT_HEAD).await.len(), 0);
    });
}

#[test]
fn a_congress_may_lay_steps_of_its_own_and_its_own_time_to_judge() {
    both(async |site| {
        found(&site).await;
        assigned(&site, "judgement", "2026-03-01", "2026-04-08", true).await;
        delivered(&site, "2026-03-10", "2026-04-08").await;
        let mut tx = site.db().begin().await.unwrap();
        for (key, value) in [("remind.feedback", "15"), ("limit.judge", "20 working days")] {
            let sql = Sql::new("insert into suggestion_rules (congress, term, key, value, grade, document, version)");
            let sql = sql.add(" values ({}, {}, {}, {}, 'A', '临江县人大办文', 1)");
            tx.run(sql.bind(congress()).bind(uuid::Uuid::nil()).bind(key).bind(value)).await.unwrap();
        }
        tx.commit().await.unwrap();
        // Fifteen working days after Tuesday 10 March.
        assert_eq!(rounds(&site, &["2026-03-13", "2026-03-17", "2026-03-20", "2026-03-30"]).await, 0);
        assert_eq!(rounds(&site, &["2026-03-31", "2026-04-01"]).await, 2);
    });
}

#[test]
fn what_waits_to_be_assigned_is_the_offices() {
    both(async |site| {
        found(&site).await;
        assigned(&site, "nothing", "2026-03-01", "2026-03-10", true).await;
        let mut tx = site.db().begin().await.unwrap();
        let sql = Sql::new("update suggestion set stage = 'numbered', assign_by = '2026-03-18', filed = {}");
        tx.run(sql.bind(day("2026-03-11").start())).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(rounds(&site, &["2026-03-16", "2026-03-17"]).await, 2);
        assert_eq!(rounds(&site, &["2026-03-18", "2026-03-19"]).await, 4, "and the day after, when it is late");
        assert_eq!(kinds(&site, CLERK).await, ["remind-assign"; 2]);
    });
}

#[test]
fn a_unit_is_reminded_to_report_on_what_it_promised_and_to_keep_it() {
    both(async |site| {
        found(&site).await;
        assigned(&site, "nothing", "2026-03-01", "2026-06-01", true).await;
        promised(&site, "2026-12-10", "2026-06-10").await;
        rounds(&site, &["2026-06-08", "2026-06-09"]).await;
        assert!(kinds(&site, UNIT_CLERK).await.is_empty(), "what is on a draft binds nobody");
        delivered(&site, "2026-03-10", "2026-03-20").await;
        rounds(&site, &["2026-06-10", "2026-06-11", "2026-06-12"]).await;
        assert_eq!(kinds(&site, UNIT_CLERK).await, ["remind-progress"]);
        rounds(&site, &["2026-12-08", "2026-12-09", "2026-12-10", "2026-12-11"]).await;
        let head = kinds(&site, UNIT_HEAD).await;
        assert_eq!(
            head.iter().filter(|kind| kind.ends_with("-promise")).count(),
            3,
            "five days before, one, and late: {head:?}"
        );
        assert_eq!(head.iter().filter(|kind| kind.ends_with("-progress")).count(), 1);
        assert!(kinds(&site, LEAD).await.is_empty());
    });
}

#[test]
fn a_unit_is_reminded_of_what_it_is_to_put_right_after_an_inquiry_by_its_topic() {
    both(async |site| {
        found(&site).await;
        to_put_right(&site, "2026-05-08", "2026-05-20").await;
        rounds(&site, &["2026-05-14", "2026-05-15", "2026-05-19", "2026-05-21"]).await;
        assert_eq!(kinds(&site, UNIT_CLERK).await, ["remind-item"; 3], "five days before, one, and late");
        let mut tx = site.db().begin().await.unwrap();
        tx.run("update inquiry_item set reported = 1, due = '2026-06-10'").await.unwrap();
        tx.commit().await.unwrap();
        rounds(&site, &["2026-06-09", "2026-06-11"]).await;
        assert_eq!(kinds(&site, UNIT_CLERK).await.len(), 3, "what was reported waits for the office");
        assert!(kinds(&site, LEAD).await.is_empty() && kinds(&site, CLERK).await.is_empty());
    });
}

#[test]
fn letters_steps_and_closed_matters_are_reminded_of_too() {
    both(async |site| {
        found(&site).await;
        assigned(&site, "nothing", "2026-01-10", "2026-04-10", true).await;
        supervised(&site, "2026-05-08", "2026-05-20").await;
        rounds(&site, &["2026-05-14", "2026-05-15", "2026-05-19", "2026-05-21"]).await;
        assert_eq!(kinds(&site, UNIT_CLERK).await, ["remind-letter"; 3], "five days before, one, and late");
        assert_eq!(kinds(&site, CLERK).await, ["remind-step"; 3]);
        assert!(kinds(&site, LEAD).await.is_empty());
        delivered(&site, "2026-03-10", "2026-03-20").await;
        let mut tx = site.db().begin().await.unwrap();
        tx.run("update reply set class = 'B', counted_as = 'in-progress'").await.unwrap();
        let sql = Sql::new("update suggestion set stage = 'closed', closed = {}");
        tx.run(sql.bind(day("2026-05-25").start())).await.unwrap();
        tx.run("update key_suggestion set stage = 'concluded'").await.unwrap();
        tx.run("update urging_letter set stage = 'answered'").await.unwrap();
        tx.commit().await.unwrap();
        rounds(&site, &["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"]).await;
        let office = kinds(&site, CLERK).await;
        assert_eq!(office.iter().filter(|kind| **kind == "remind-look-back").count(), 1, "{office:?}");
        assert_eq!(kinds(&site, UNIT_CLERK).await.len(), 3);
    });
}

#[test]
fn who_keeps_elections_is_reminded_of_lists_that_are_to_be_posted() {
    both(async |site| {
        found(&site).await;
        let election = id::<()>(85).uuid();
        let columns = [
            "id",
            "congress",
            "seated",
            "term",
            "kind",
            "mode",
            "title",
            "seats",
            "day",
            "voter_days",
            "first_days",
            "formal_days",
            "method",
            "stage",
            "made",
            "version",
        ];
        let mut values: Vec<kit::db::Val> =
            vec![election.into(), congress().into(), congress().into(), election.into()];
        values.extend(["direct", "direct", "换届选举"].map(Into::into));
        values.extend([1i64.into(), "2026-11-20".into(), 20i64.into(), 15i64.into(), 7i64.into(), "选举法".into()]);
        values.extend(["announced".into(), 1i64.into(), 1i64.into()]);
        row(&site, "election", &columns, values).await;
        for n in [1i64, 2] {
            let columns = ["id", "election", "n", "name", "seats", "voters", "stations", "first_list"];
            let mut values = vec![id::<()>(85 + u8::try_from(n).unwrap()).into(), election.into(), n.into()];
            values.extend([format!("第{n}选区").into(), 1i64.into(), 0i64.into(), 0i64.into(), "2026-11-01".into()]);
            row(&site, "election_district", &columns, values).await;
        }
        assert_eq!(rounds(&site, &["2026-10-27"]).await, 0);
        assert_eq!(rounds(&site, &["2026-10-28", "2026-10-28"]).await, 2, "clerk and head, once for all districts");
        assert_eq!(rounds(&site, &["2026-10-31", "2026-11-01"]).await, 4, "the day has passed");
        assert_eq!(rounds(&site, &["2026-11-02", "2026-11-06"]).await, 4, "the first list is posted");
        assert_eq!(kinds(&site, CLERK).await, ["remind-posting"; 2]);
        let page = notices::inbox::page(&site, &actor(CLERK), notices::inbox::Asked::default(), None, 9).await.unwrap();
        assert_eq!(page.items[0].href(), format!("/elections/{election}"));
        // An objection that came in on the 5th is decided by the 8th.
        let columns =
            ["id", "district", "against", "objector", "about", "words", "posted", "received", "applied", "made"];
        let mut values: Vec<kit::db::Val> = vec![id::<()>(89).into(), id::<()>(86).into()];
        values.extend(["left_out", "甲", "乙", "漏登", "2026-10-31", "2026-11-05"].map(Into::into));
        values.extend([0i64.into(), 1i64.into()]);
        row(&site, "election_objection", &columns, values).await;
        assert_eq!(rounds(&site, &["2026-11-07", "2026-11-08"]).await, 6, "on the day before");
        assert_eq!(rounds(&site, &["2026-11-09"]).await, 8, "the day has passed");
        assert!(kinds(&site, CLERK).await.contains(&"remind-objection"));
    });
}

#[test]
fn the_office_is_reminded_of_a_committee_that_is_to_report_on_a_bill() {
    both(async |site| {
        found(&site).await;
        let bill: uuid::Uuid = id::<()>(90).uuid();
        let columns = [
            "title",
            "grounds",
            "proposal",
            "not_public_because",
            "stage",
            "report_by",
            "begun",
            "version",
            "publish",
            "decided",
            "id",
            "congress",
            "session",
        ];
        let texts = ["关于水源地保护的议案", "x", "x", "", "referred", "2026-09-10"].map(kit::db::Val::from);
        let numbers = [1i64, 1, 1, day("2026-03-10").start().millis()].map(kit::db::Val::from);
        let ids = [bill.into(), congress().into(), id::<()>(91).into()];
        row(&site, "bill", &columns, texts.into_iter().chain(numbers).chain(ids).collect()).await;
        assert_eq!(rounds(&site, &["2026-08-28", "2026-08-31", "2026-09-01"]).await, 2);
        rounds(&site, &["2026-09-04", "2026-09-07", "2026-09-09", "2026-09-10", "2026-09-11", "2026-09-14"]).await;
        for n in [CLERK, CHIEF] {
            assert_eq!(kinds(&site, n).await, ["remind-bill-report"; 4], "ten, five and one day before, and late");
        }
        for n in [LEAD, UNIT_HEAD, STRANGER] {
            assert!(kinds(&site, n).await.is_empty(), "{n}");
        }
        let asked = notices::inbox::Asked::default();
        let page = notices::inbox::page(&site, &actor(CLERK), asked, None, 10).await.unwrap();
        assert!(page.items.iter().all(|item| item.href() == format!("/bills/{bill}")), "the notice leads to the bill");
    });
}

#[test]
fn who_signed_and_is_silent_is_reminded_and_the_office_once_the_day_is_over() {
    both(async |site| {
        found(&site).await;
        let bill: uuid::Uuid = id::<()>(90).uuid();
        let columns = [
            "title",
            "grounds",
            "proposal",
            "not_public_because",
            "stage",
            "consult_until",
            "begun",
            "version",
            "consulted",
            "id",
            "congress",
            "session",
            "lead",
        ];
        let texts = ["关于水源地保护的议案", "x", "x", "", "numbered", "2026-09-10"].map(kit::db::Val::from);
        let numbers = [1i64, 1, day("2026-09-07").start().millis()].map(kit::db::Val::from);
        let ids = [bill.into(), congress().into(), id::<()>(91).into(), person(LEAD).into()];
        row(&site, "bill", &columns, texts.into_iter().chain(numbers).chain(ids).collect()).await;
        let asked = ["bill", "person", "ordinal", "answer"];
        row(&site, "bill_consult", &asked, vec![bill.into(), person(LEAD).into(), 0i64.into(), "silent".into()]).await;
        rounds(&site, &["2026-09-08", "2026-09-09", "2026-09-10", "2026-09-11", "2026-09-14"]).await;
        assert_eq!(kinds(&site, LEAD).await, ["bill-consulted"], "one day before");
        assert_eq!(kinds(&site, CHIEF).await, ["bill-to-decide"], "the day is over");
        assert!(kinds(&site, CLERK).await.is_empty(), "who decides is told");
    });
}
