//! A result of an election of leaders waits until somebody says which office it is: those who can are told, once.

use crate::world::*;
use elections_rules::election::Fact;
use kit::{db::Val, testing::both};

#[test]
fn whoever_keeps_the_register_is_told_that_leaders_wait_for_their_office() {
    both(async |site| {
        found(&site).await;
        let columns = [
            "id",
            "congress",
            "seated",
            "term",
            "kind",
            "mode",
            "class",
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
        for (n, class) in [(80, Some("chief")), (81, None)] {
            let number = || Val::from(1i64);
            let values = vec![
                uuid(n).into(),
                congress().into(),
                congress().into(),
                uuid(90).into(),
                "leaders".into(),
                "indirect".into(),
                class.into(),
                "选举县长".into(),
                number(),
                "2026-03-10".into(),
                number(),
                number(),
                number(),
                "选举办法".into(),
                "certified".into(),
                number(),
                number(),
            ];
            row(&site, "election", &columns, values).await;
            recorded(&site, None, uuid(n), Fact::Certified { elected: 1, open: 0 }).await;
        }
        recorded(&site, None, uuid(80), Fact::Certified { elected: 0, open: 1 }).await;
        for n in [CLERK, CHIEF] {
            assert_eq!(kinds(&site, n).await, ["office-to-name"], "{n}");
        }
        for n in [LEAD, UNIT_CLERK, STRANGER] {
            assert!(kinds(&site, n).await.is_empty(), "{n}");
        }
    });
}
