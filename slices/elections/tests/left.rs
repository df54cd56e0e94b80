//! Resignations and recalls.

use crate::world::{site::visitor, *};
use axum::http::StatusCode;
use elections::desk::leave::{DepartureDecision, DepartureWanted, announce, decide, receive};
use elections_rules::election::{DepartureStage, Leaving, Petition};
use kit::{db::Sql, testing::both, web::api::Once};

fn resigns(site: &kit::Site) -> DepartureWanted {
    DepartureWanted { mandate: mandate(2), leaving: Leaving::Resigned, received: site.today(), words: None }
}

fn decision(site: &kit::Site, petition: Option<Petition>) -> DepartureDecision {
    DepartureDecision { accepted: true, meeting: text("常委会会议"), decided: site.today(), in_session: false, petition }
}

#[test]
fn a_resignation_is_accepted_once_and_made_public() {
    both(async |site| {
        found(&site).await;
        let it = receive(&site, &clerk(), congress(), resigns(&site), &Once::default()).await.unwrap();
        let twice = receive(&site, &clerk(), congress(), resigns(&site), &Once::default()).await.unwrap_err();
        assert_eq!(why(twice), "elections-refused-mandate");
        let early = announce(&site, &head(), it.id).await.unwrap_err();
        assert_eq!(why(early), "elections-refused-departure-stage");
        assert!(decide(&site, &clerk(), it.id, decision(&site, None)).await.is_err(), "the head decides");
        decide(&site, &head(), it.id, decision(&site, None)).await.unwrap();
        let done = announce(&site, &head(), it.id).await.unwrap();
        assert_eq!(done.stage, DepartureStage::Published);
        let told = elections::queries::of_subject(&mut site.db(), it.id.uuid()).await.unwrap();
        assert!(told[0].title.contains("代表2"), "{told:?}");
        sound(&site).await;
    });
}

#[test]
fn a_recall_needs_fifty_voters_and_more_than_half_of_the_district() {
    both(async |site| {
        found(&site).await;
        let wanted = DepartureWanted { leaving: Leaving::Recalled, ..resigns(&site) };
        let it = receive(&site, &clerk(), congress(), wanted, &Once::default()).await.unwrap();
        let asked = |petitioners, yes| Some(Petition { petitioners: Some(petitioners), electorate: 4_000, yes });
        for (petition, key) in [
            (None, "elections-refused-recall-figures"),
            (asked(49, 2_001), "elections-refused-recall-fails"),
            (asked(50, 2_000), "elections-refused-recall-fails"),
        ] {
            let refused = decide(&site, &head(), it.id, decision(&site, petition)).await.unwrap_err();
            assert_eq!(why(refused), key);
        }
        decide(&site, &head(), it.id, decision(&site, asked(50, 2_001))).await.unwrap();
        sound(&site).await;
    });
}

#[test]
fn a_recall_that_too_few_ask_for_is_declined_and_a_new_one_may_come() {
    both(async |site| {
        found(&site).await;
        let wanted = || DepartureWanted { leaving: Leaving::Recalled, ..resigns(&site) };
        let it = receive(&site, &clerk(), congress(), wanted(), &Once::default()).await.unwrap();
        let few = Petition { petitioners: Some(49), electorate: 4_000, yes: 0 };
        let no = DepartureDecision { accepted: false, ..decision(&site, Some(few)) };
        let done = decide(&site, &head(), it.id, no).await.unwrap();
        assert_eq!((done.stage, done.petition), (DepartureStage::Declined, Some(few)));
        receive(&site, &clerk(), congress(), wanted(), &Once::default()).await.unwrap();
        sound(&site).await;
    });
}

#[test]
fn two_departures_that_come_at_once_are_one_too_many() {
    both(async |site| {
        found(&site).await;
        let it = receive(&site, &clerk(), congress(), resigns(&site), &Once::default()).await.unwrap();
        let mut tx = site.db().begin().await.unwrap();
        let twin = elections::store::Departure { id: site.new_id(), ..it };
        assert!(!elections::store::begin_departure(&mut tx, &twin).await.unwrap(), "the index refuses it");
    });
}

#[test]
fn a_recall_in_session_needs_a_tenth_of_the_deputies() {
    both(async |site| {
        found(&site).await;
        let mut tx = site.db().begin().await.unwrap();
        run(&mut tx, Sql::new("update body set level = 'prefecture' where id = {}").bind(congress())).await;
        tx.commit().await.unwrap();
        let wanted = DepartureWanted { leaving: Leaving::Recalled, ..resigns(&site) };
        let it = receive(&site, &clerk(), congress(), wanted, &Once::default()).await.unwrap();
        let asked = Petition { petitioners: Some(32), electorate: 311, yes: 200 };
        let recess = decide(&site, &head(), it.id, decision(&site, Some(asked))).await.unwrap_err();
        assert_eq!(why(recess), "elections-refused-recall-fails", "a fifth of a standing committee");
        let mut office = visitor(&site, &head());
        let form = format!("/departures/{}/decision", it.id);
        assert!(office.get(&form).await.text.contains("name=\"session\""));
        let today = site.today().to_string();
        let typed = [("answer", "accepted"), ("meeting", "第三次会议"), ("decided", &today), ("session", "congress")];
        let typed = [typed.as_slice(), &[("petitioners", "32"), ("electorate", "311"), ("yes", "200")]].concat();
        let done = office.post(&form, &typed).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        let page = office.get(&format!("/departures/{}", it.id)).await.text;
        assert!(page.contains("会议期间"), "{page}");
        let json = office.get(&format!("/api/departures/{}", it.id)).await.json();
        assert_eq!((json["in_session"].as_bool(), json["stage"].as_str()), (Some(true), Some("accepted")), "{json}");
        sound(&site).await;
    });
}
