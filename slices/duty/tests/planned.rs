//! What who keeps a station does: patterns, drafts, publication, changes by hand, who was there.

use crate::world::{site::visitor, *};
use duty::desk::{
    attend::{self, MarkWanted},
    leave::{self, LeaveWanted},
    pattern, roster,
    setting::{self, SettingWanted},
    turn::{self, ChangeWanted, TurnWanted},
};
use duty_rules::Mark;
use kernel::PersonId;
use kit::{Site, db::Sql, testing::both, web::api::Once};

#[test]
fn a_roster_is_even_and_nobody_knows_of_it_before_it_is_published() {
    both(async |site| {
        found(&site).await;
        let id = drafted(&site).await;
        let all = seats(&site).await;
        assert_eq!(all.len(), 10, "five Wednesdays, two deputies: {all:?}");
        assert!(all.iter().all(|(_, _, stage)| stage == "planned"));
        let counts: Vec<usize> = (1..=4).map(|n| all.iter().filter(|(_, who, _)| *who == person(n)).count()).collect();
        assert_eq!(counts.iter().sum::<usize>(), 10);
        assert!(counts.iter().all(|n| (2..=3).contains(n)), "{counts:?}");
        let (_, turn, _) = seat_of(&site, person(1)).await;
        assert!(turn::seen(&mut site.db(), &deputy(1), turn, site.today()).await.is_err(), "a draft is the keeper's");
        roster::publish(&site, &keeper(), id, 1).await.unwrap();
        assert!(seats(&site).await.iter().all(|(_, _, stage)| stage == "published"));
        assert_eq!(facts(&site, "duty.published").await, 1);
        assert!(turn::seen(&mut site.db(), &deputy(1), turn, site.today()).await.is_ok());
        let again = roster::regenerate(&site, &keeper(), id, 2).await.unwrap_err();
        assert_eq!(why(again), "duty-refused-published");
        sound(&site).await;
    });
}

#[test]
fn a_range_that_cannot_be_is_refused() {
    both(async |site| {
        found(&site).await;
        let once = Once::default();
        let none = roster::generate(&site, &keeper(), station(), july(), &once).await.unwrap_err();
        assert_eq!(why(none), "duty-refused-no-days");
        drafted(&site).await;
        for (since, until, said) in [
            ("2026-06-09", "2026-06-30", "since: duty-wrong-past"),
            ("2026-08-01", "2026-07-31", "until: duty-wrong-range"),
            ("2026-12-01", "2027-01-31", "until: duty-wrong-year"),
            ("2026-07-31", "2026-08-31", "duty-refused-overlaps"),
        ] {
            let wanted = roster::RosterWanted { since: day(since), until: day(until) };
            let refused = roster::generate(&site, &keeper(), station(), wanted, &once).await.unwrap_err();
            assert_eq!(why(refused), said);
        }
        pattern::make(&site, &other_keeper(), other_station(), &wednesdays(), &once).await.unwrap();
        let nobody = roster::generate(&site, &other_keeper(), other_station(), july(), &once).await.unwrap_err();
        assert_eq!(why(nobody), "duty-refused-nobody");
    });
}

#[test]
fn a_keeper_keeps_their_own_station_and_the_office_all() {
    both(async |site| {
        found(&site).await;
        let make = async |actor: accounts_rules::Actor| {
            let made = pattern::make(&site, &actor, station(), &wednesdays(), &Once::default()).await;
            made.map(drop).map_err(why)
        };
        for actor in [stranger(), deputy(5), other_keeper()] {
            assert!(make(actor).await.is_err(), "to them there is no such station");
        }
        assert!(make(leader()).await.is_err(), "a leader sees and plans nothing");
        assert_eq!(make(clerk()).await, Ok(()));
        assert_eq!(make(keeper()).await, Ok(()));
    });
}

#[test]
fn a_draft_that_somebody_else_changed_is_not_overwritten() {
    both(async |site| {
        found(&site).await;
        let id = drafted(&site).await;
        roster::regenerate(&site, &clerk(), id, 1).await.unwrap();
        assert_eq!(why(roster::publish(&site, &keeper(), id, 1).await.unwrap_err()), "duty-refused-changed");
        let wanted = TurnWanted { day: day("2026-07-18"), begins: "8:30".into(), ends: "11:00".into(), deputies: 2 };
        turn::add(&site, &keeper(), id, 2, &wanted).await.unwrap();
        assert_eq!(why(turn::add(&site, &keeper(), id, 3, &wanted).await.unwrap_err()), "begins: duty-wrong-twice");
        roster::regenerate(&site, &keeper(), id, 3).await.unwrap();
        assert_eq!(seats(&site).await.len(), 12, "the turn that was added stays, and somebody is on it");
        roster::discard(&site, &keeper(), id, 4).await.unwrap();
        assert!(seats(&site).await.is_empty());
        sound(&site).await;
    });
}

async fn changed(site: &Site, turn: duty_rules::TurnId, gone: Option<PersonId>, came: Option<PersonId>) -> String {
    let wanted = ChangeWanted { gone, came, reason: text("临时调整") };
    let seen = version(site, turn).await;
    turn::change(site, &keeper(), turn, seen, &wanted).await.map_or_else(why, |()| String::new())
}

#[test]
fn a_change_by_hand_asks_for_somebody_who_can() {
    both(async |site| {
        found(&site).await;
        published(&site).await;
        let (_, turn, day) = seat_of(&site, person(1)).await;
        let there: Vec<_> = seats(&site).await.into_iter().filter(|(d, ..)| *d == day.to_string()).collect();
        let free = (1..=4).map(person).find(|who| there.iter().all(|(_, is, _)| is != who)).unwrap();
        assert_eq!(changed(&site, turn, None, None).await, "came: duty-wrong-nobody");
        assert_eq!(changed(&site, turn, Some(free), None).await, "gone: duty-wrong-not-there");
        assert_eq!(changed(&site, turn, None, Some(person(5))).await, "came: duty-wrong-not-of-station");
        assert_eq!(changed(&site, turn, None, Some(person(1))).await, "came: duty-refused-busy");
        assert_eq!(changed(&site, turn, Some(person(1)), Some(free)).await, "");
        assert_eq!(facts(&site, "duty.changed").await, 1);
        sound(&site).await;
    });
}

#[test]
fn who_was_there_is_noted_on_the_day_and_can_be_put_right() {
    both(async |site| {
        found(&site).await;
        published(&site).await;
        let (_, turn, day) = seat_of(&site, person(1)).await;
        let mark = async |mark, seen| {
            let wanted = MarkWanted { person: person(1), mark };
            attend::by_hand(&site, &keeper(), turn, seen, wanted).await.map_err(why)
        };
        assert_eq!(mark(Mark::Attended, 1).await, Err("duty-refused-not-yet".to_owned()));
        site.set_now(day.start().plus_millis(12 * 3_600_000));
        assert_eq!(mark(Mark::Missed, 1).await, Ok(()));
        assert_eq!(mark(Mark::Attended, 1).await, Err("duty-refused-changed".to_owned()));
        assert_eq!(mark(Mark::Attended, 2).await, Ok(()));
        assert_eq!(changed(&site, turn, Some(person(1)), None).await, "gone: duty-wrong-was-there");
        sound(&site).await;
    });
}

#[test]
fn the_head_of_the_office_sets_the_rules_of_the_congress() {
    both(async |site| {
        found(&site).await;
        let set = async |actor: accounts_rules::Actor, least, ahead, seen| {
            setting::set(&site, &actor, county(), seen, SettingWanted { least, ahead, by_clock: true })
                .await
                .map_err(why)
        };
        assert!(set(clerk(), 3, 5, 0).await.is_err());
        assert_eq!(set(chief(), 99, 99, 0).await, Err("least: duty-wrong-numberahead: duty-wrong-number".to_owned()));
        assert_eq!(set(chief(), 3, 5, 0).await, Ok(()));
        assert_eq!(set(chief(), 4, 5, 0).await, Err("duty-refused-changed".to_owned()));
        assert_eq!(set(chief(), 4, 5, 1).await, Ok(()));
        let before: duty_rules::Setting = serde_json::from_str(r#"{"least":1,"ahead":2}"#).unwrap();
        assert!(before.by_clock, "facts from before there was a choice are read");
    });
}

#[test]
fn the_clock_publishes_a_draft_on_its_day_and_leaves_one_that_cannot_be() {
    both(async |site| {
        found(&site).await;
        drafted(&site).await;
        let told = async |when: &str| {
            on(&site, when);
            roster::publish_due(&site).await.unwrap();
            facts(&site, "duty.published").await
        };
        assert_eq!(told("2026-06-27").await, 0, "four days ahead");
        setting::set(&site, &chief(), county(), 0, SettingWanted { least: 2, ahead: 3, by_clock: false })
            .await
            .unwrap();
        assert_eq!(told("2026-06-28").await, 0, "the congress has it by hand");
        setting::set(&site, &chief(), county(), 1, SettingWanted { least: 2, ahead: 3, by_clock: true }).await.unwrap();
        let (_, _, day) = seat_of(&site, person(1)).await;
        let away = LeaveWanted { since: day, until: day, reason: text("外出学习") };
        let leave = leave::take(&site, &deputy(1), &away, &Once::default()).await.unwrap();
        assert_eq!(told("2026-06-28").await, 0, "somebody on it is on leave");
        assert_eq!(facts(&site, "duty.stuck").await, 1);
        roster::publish_due(&site).await.unwrap();
        assert_eq!(facts(&site, "duty.stuck").await, 1, "told once");
        let sql = "select id from duty_roster";
        let (draft,): (duty_rules::RosterId,) = site.db().one(sql).await.unwrap().unwrap();
        let page = visitor(&site, &keeper()).get(&format!("/duty/rosters/{draft}")).await.text;
        assert!(page.contains("到期未能自动公布：表上有代表已请假"), "{page}");
        let told_json = visitor(&site, &keeper()).get(&format!("/api/duty/rosters/{draft}")).await.json();
        assert_eq!(told_json["roster"]["stuck"], "on-leave", "{told_json}");
        leave::end(&site, &deputy(1), leave).await.unwrap();
        assert_eq!(told("2026-06-29").await, 1);
        assert_eq!(told("2026-06-30").await, 1, "once");
        assert!(seats(&site).await.iter().all(|(_, _, stage)| stage == "published"));
        sound(&site).await;
    });
}

#[test]
fn a_deputy_who_serves_at_a_further_station_is_planned_there_too_and_never_twice_on_one_day() {
    both(async |site| {
        found(&site).await;
        published(&site).await;
        let sql =
            Sql::new("insert into station_further (id, station, person, since) values ({}, {}, {}, '2026-06-01')");
        let mut tx = site.db().begin().await.unwrap();
        tx.run(sql.bind(id::<()>(11, 1)).bind(other_station()).bind(person(1))).await.unwrap();
        tx.commit().await.unwrap();
        let mut daily = wednesdays();
        (daily.numbers, daily.deputies) = (vec![2, 3], 1);
        let once = Once::default();
        pattern::make(&site, &other_keeper(), other_station(), &daily, &once).await.unwrap();
        roster::generate(&site, &other_keeper(), other_station(), july(), &once).await.unwrap();
        let all = seats(&site).await;
        let own: Vec<&String> = all.iter().filter(|(_, who, _)| *who == person(1)).map(|(day, ..)| day).collect();
        assert_eq!(own.iter().collect::<std::collections::HashSet<_>>().len(), own.len(), "{own:?}");
        assert!(own.len() >= 9, "four Tuesdays, and every Wednesday here or there: {own:?}");
        sound(&site).await;
    });
}
