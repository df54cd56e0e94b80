//! Offices, who holds them, and the sheet of present holders.

use std::sync::Arc;

use crate::world::*;
use appointments::{
    HoldersSheet,
    desk::{
        draft::AppointeeWanted,
        seats::{self, HolderWanted, LeavingWanted, SeatWanted},
    },
    queries,
};
use appointments_rules::{How, Office};
use kit::{
    sheets::{self, BadRows, Upload},
    testing::both,
    web::api::Once,
};

fn holder(name: &str, since: &str) -> HolderWanted {
    let new = AppointeeWanted { name: text(name), post: None, born: None, person: None };
    HolderWanted { appointee: None, new: Some(new), since: day(since), how: How::Elected, note: None }
}

#[test]
fn a_holder_comes_and_leaves_and_the_office_is_vacant() {
    both(async |site| {
        found(&site).await;
        let seat = an_office(&site, "县长", Office::GovernmentHead).await;
        let entered = seats::enter(&site, &clerk(), seat, holder("蒋洞庭", "2022-01-12"), &Once::default()).await;
        let id = entered.unwrap();
        let early = seats::leave(&site, &clerk(), id, LeavingWanted { until: day("2021-01-01") }).await;
        assert_eq!(why(early.unwrap_err()), "appointments-wrong-until");
        let last = site.today().plus_days(-5);
        seats::leave(&site, &clerk(), id, LeavingWanted { until: last }).await.unwrap();
        let again = seats::leave(&site, &clerk(), id, LeavingWanted { until: last }).await;
        assert_eq!(why(again.unwrap_err()), "appointments-refused-left");
        let lines = queries::overview(&mut site.db(), congress(), site.today()).await.unwrap();
        assert_eq!((lines[0].standing.vacant, lines[0].standing.since), (Some(1), Some(last.plus_days(1))));
        assert_eq!(lines[0].ends, Some(day("2027-01-09")), "five years from 2022-01-10");
        sound(&site).await;
    });
}

#[test]
fn an_office_is_changed_by_whoever_saw_it_last() {
    both(async |site| {
        found(&site).await;
        let seat = an_office(&site, "县教育局局长", Office::GovernmentMember).await;
        let changed = |office| SeatWanted {
            name: text("县教育和体育局局长"),
            office,
            quota: Some(1),
            by_term: true,
            ordinal: 3,
            closed: None,
        };
        let kept = seats::change(&site, &clerk(), (seat, 1), changed(Office::Judge)).await;
        assert_eq!(why(kept.unwrap_err()), "appointments-wrong-office-kept");
        seats::change(&site, &clerk(), (seat, 1), changed(Office::GovernmentMember)).await.unwrap();
        let stale = seats::change(&site, &clerk(), (seat, 1), changed(Office::GovernmentMember)).await;
        assert_eq!(why(stale.unwrap_err()), "appointments-refused-changed");
        assert!(seats::change(&site, &stranger(), (seat, 2), changed(Office::GovernmentMember)).await.is_err());
        let town = SeatWanted { name: text("镇长"), ..changed(Office::TownshipHead) };
        let none = seats::add(&site, &clerk(), congress(), town, &Once::default()).await;
        assert_eq!(why(none.unwrap_err()), "appointments-refused-level");
    });
}

#[test]
fn present_holders_come_in_by_sheet_in_two_steps() {
    both(async |site| {
        found(&site).await;
        an_office(&site, "县教育局局长", Office::GovernmentMember).await;
        let sheet = Arc::new(HoldersSheet::new(&site));
        let import = sheets::open(&site, "holders", Some(congress()), None, "现任.csv").await.unwrap();
        let rows = "职务,姓名,任职日期,任职方式\n县教育局局长,李春山,2022-03-01,任命\n没有的职务,王小川,2022-03-01,\n";
        let upload = Upload::from_bytes(rows.as_bytes()).unwrap();
        let staged = sheets::stage(&site, &sheet, import, upload).await.unwrap();
        assert_eq!((staged.rows, staged.bad), (2, 1));
        assert!(sheets::commit(&site, sheet.as_ref(), import, None, BadRows::Stop).await.is_err());
        let taking = sheets::commit(&site, sheet.as_ref(), import, None, BadRows::LeaveOut).await.unwrap();
        assert_eq!((taking.rows, taking.left_out), (1, 1));
        let lines = queries::overview(&mut site.db(), congress(), site.today()).await.unwrap();
        assert_eq!(lines[0].holders[0].name, "李春山");
        sound(&site).await;
    });
}
