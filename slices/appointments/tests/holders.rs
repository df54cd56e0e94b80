//! Offices, who holds them, and the sheet of present holders.

use std::sync::Arc;

use crate::world::{site::visitor, *};
use appointments::{
    HoldersSheet,
    desk::{
        draft::{self, AppointeeWanted},
        seats::{self, HolderWanted, LeavingWanted, SeatWanted},
    },
    queries,
};
use appointments_rules::{How, Kind, Nominator, Office};
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
            vice: false,
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

#[test]
fn a_court_is_acted_for_by_its_vice_presidents_and_not_by_any_judge() {
    both(async |site| {
        found(&site).await;
        let court = an_office(&site, "县人民法院院长", Office::CourtPresident).await;
        let mut seats = Vec::new();
        for (name, vice) in [("县人民法院审判员", false), ("县人民法院副院长", true)] {
            let wanted = SeatWanted {
                name: text(name),
                office: Office::Judge,
                quota: None,
                by_term: false,
                vice,
                ordinal: 0,
                closed: None,
            };
            seats.push(seats::add(&site, &clerk(), congress(), wanted, &Once::default()).await.unwrap().id);
        }
        let mayor = SeatWanted { vice: true, office: Office::GovernmentHead, ..seat_like("县长") };
        let none = seats::add(&site, &clerk(), congress(), mayor, &Once::default()).await;
        assert_eq!(why(none.unwrap_err()), "appointments-wrong-vice");
        let mut said = Vec::new();
        for (seat, name) in seats.into_iter().zip(["李春山", "王小川"]) {
            seats::enter(&site, &clerk(), seat, holder(name, "2022-01-12"), &Once::default()).await.unwrap();
            let known = queries::known(&mut site.db(), congress()).await.unwrap();
            let id = known.iter().find(|(_, known, _)| known == name).unwrap().0;
            let base = wanted(Kind::Acting, court, name);
            let acting = appointments::desk::draft::AppointmentWanted {
                appointee: Some(id),
                new: None,
                proposer: Nominator::Chairpersons,
                ..base
            };
            let it = draft::draft(&site, &clerk(), congress(), acting, &Once::default()).await.unwrap().it.id;
            said.push(visitor(&site, &clerk()).get(&format!("/appointments/{it}")).await.text);
        }
        assert!(said[0].contains("人选还不是副职"), "a judge: {}", said[0]);
        assert!(!said[1].contains("人选还不是副职"), "a vice president: {}", said[1]);
    });
}

fn seat_like(name: &str) -> SeatWanted {
    SeatWanted {
        name: text(name),
        office: Office::Judge,
        quota: None,
        by_term: false,
        vice: false,
        ordinal: 0,
        closed: None,
    }
}

#[test]
fn somebody_entered_twice_has_one_record() {
    both(async |site| {
        found(&site).await;
        for (office, since) in [("县教育局局长", "2018-03-01"), ("县水利局局长", "2022-03-01")] {
            let seat = an_office(&site, office, Office::GovernmentMember).await;
            let new = AppointeeWanted { name: text("代表2"), post: None, born: None, person: Some(person(2)) };
            let wanted = HolderWanted { new: Some(new), ..holder("代表2", since) };
            seats::enter(&site, &clerk(), seat, wanted, &Once::default()).await.unwrap();
        }
        let known = queries::known(&mut site.db(), congress()).await.unwrap();
        assert_eq!(known.len(), 2);
        for (id, ..) in known {
            let record = queries::record(&mut site.db(), id).await.unwrap().unwrap();
            let posts: Vec<_> = record.posts.iter().map(|post| post.office.as_str()).collect();
            assert_eq!(posts, ["县教育局局长", "县水利局局长"]);
        }
    });
}
