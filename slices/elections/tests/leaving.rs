//! Leaders leave before the congress in session.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use elections::desk::leaders::{
    LeaderApproval, LeaderLeaveDecision, LeaderLeaveWanted, announce, approve, decide, receive,
};
use elections_rules::election::{Answer, DepartureStage, HeldId, LeaderLeaving, LeaderVote, Mover};
use kit::{Problem, Site, db::Sql, testing::both, web::api::Once};
use serde_json::json;
use uuid::Uuid;

/// Somebody who holds an office, as the register of appointments has it.
async fn holds(site: &Site, n: u8, name: &str, (title, office, how): (&str, &str, &str)) -> HeldId {
    let (seat, who, held): (Uuid, Uuid, HeldId) = (id::<()>(40, n).uuid(), id::<()>(41, n).uuid(), id(42, n));
    let mut tx = site.db().begin().await.unwrap();
    let sql = Sql::new("insert into appointment_seat (id, congress, name, office, ordinal, by_term, version)");
    run(&mut tx, sql.add(" values ({}, {}, {}, {}, 1, 1, 1)").bind(seat).bind(congress()).bind(title).bind(office))
        .await;
    let sql = Sql::new("insert into appointee (id, congress, name, post, version) values ({}, {}, {}, '', 1)");
    run(&mut tx, sql.bind(who).bind(congress()).bind(name)).await;
    let sql = Sql::new("insert into appointment_holding (id, seat, person, since, how, note, version)")
        .add(" values ({}, {}, {}, '2022-01-12', {}, '', 1)");
    run(&mut tx, sql.bind(held).bind(seat).bind(who).bind(how)).await;
    tx.commit().await.unwrap();
    held
}

fn wanted(site: &Site, holding: HeldId, leaving: LeaderLeaving) -> LeaderLeaveWanted {
    LeaderLeaveWanted { holding, leaving, received: site.today(), words: Some(text("理由")) }
}

fn decision(site: &Site, accepted: bool, vote: LeaderVote) -> LeaderLeaveDecision {
    let answer = vote.mover.map(|_| Answer::Written);
    LeaderLeaveDecision { accepted, meeting: text("第六次会议"), decided: site.today(), vote, answer }
}

fn vote(mover: Option<Mover>, movers: Option<u32>, yes: u32) -> LeaderVote {
    LeaderVote { mover, movers, deputies: 311, yes }
}

async fn asks(site: &Site, wanted: LeaderLeaveWanted) -> Result<elections::store::LeaderLeave, Problem> {
    receive(site, &clerk(), congress(), wanted, &Once::default()).await
}

async fn facts(site: &Site, verb: &str) -> i64 {
    let sql = Sql::new("select count(*) from journal where verb = {}").bind(verb);
    site.db().one::<(i64,)>(sql).await.unwrap().map_or(0, |(count,)| count)
}

#[test]
fn a_recall_is_moved_by_a_tenth_and_carried_by_more_than_half_of_all() {
    both(async |site| {
        found(&site).await;
        let held = holds(&site, 1, "甲", ("县长", "government_head", "elected")).await;
        let mute = LeaderLeaveWanted { words: None, ..wanted(&site, held, LeaderLeaving::Recalled) };
        assert_eq!(why(asks(&site, mute).await.unwrap_err()), "kit-form-required");
        let it = asks(&site, wanted(&site, held, LeaderLeaving::Recalled)).await.unwrap();
        let twice = asks(&site, wanted(&site, held, LeaderLeaving::Resigned)).await.unwrap_err();
        assert_eq!(why(twice), "elections-refused-leader-gone");
        let by = Some(Mover::Deputies);
        for (accepted, vote, key) in [
            (true, vote(by, Some(31), 200), "elections-refused-recall-fails"),
            (true, vote(by, Some(32), 155), "elections-refused-vote-fails"),
            (false, vote(by, Some(32), 156), "elections-refused-vote-fails"),
            (true, vote(None, None, 200), "elections-refused-not-mover"),
        ] {
            let decision = LeaderLeaveDecision { answer: Some(Answer::None), ..decision(&site, accepted, vote) };
            assert_eq!(why(decide(&site, &head(), it.id, decision).await.unwrap_err()), key, "{vote:?}");
        }
        let carried = decision(&site, true, vote(by, Some(32), 156));
        assert!(decide(&site, &clerk(), it.id, carried.clone()).await.is_err(), "the head decides");
        decide(&site, &head(), it.id, carried.clone()).await.unwrap();
        assert_eq!(facts(&site, "departure.leader-left").await, 1);
        let again = decide(&site, &head(), it.id, carried).await.unwrap_err();
        assert_eq!(why(again), "elections-refused-departure-stage");
        assert_eq!(announce(&site, &head(), it.id).await.unwrap().stage, DepartureStage::Published);
        let told = elections::queries::of_subject(&mut site.db(), it.id.uuid()).await.unwrap();
        let notice = elections::store::read_notice(&mut site.db(), told[0].id).await.unwrap().unwrap();
        assert_eq!(notice.title, "关于罢免甲县长职务的公告");
        assert!(notice.body.contains("表决通过，罢免甲的县长职务"), "{}", notice.body);
        sound(&site).await;
    });
}

#[test]
fn a_procurator_general_goes_once_the_committee_above_has_approved() {
    both(async |site| {
        found(&site).await;
        let held = holds(&site, 1, "乙", ("县人民检察院检察长", "procurator_general", "elected")).await;
        let it = asks(&site, wanted(&site, held, LeaderLeaving::Resigned)).await.unwrap();
        let none = approve(&site, &head(), it.id, LeaderApproval { on: site.today(), number: None }).await;
        assert_eq!(why(none.unwrap_err()), "elections-refused-departure-stage");
        decide(&site, &head(), it.id, decision(&site, true, vote(None, None, 300))).await.unwrap();
        assert_eq!(facts(&site, "departure.leader-left").await, 0, "it waits");
        assert_eq!(why(announce(&site, &head(), it.id).await.unwrap_err()), "elections-refused-approval-waits");
        let at = format!("/leader-departures/{}/approval", it.id);
        let mut office = visitor(&site, &head());
        assert!(office.get(&at).await.text.contains("自批准之日起离任"));
        let early = office.post(&at, &[("on", "2022-01-01")]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", early.text);
        let number = Some(text("市人常〔2026〕5号"));
        approve(&site, &head(), it.id, LeaderApproval { on: site.today(), number }).await.unwrap();
        assert_eq!(office.get(&at).await.status, StatusCode::CONFLICT, "it came");
        assert_eq!(facts(&site, "departure.leader-left").await, 1);
        announce(&site, &head(), it.id).await.unwrap();
        sound(&site).await;
    });
}

#[test]
fn who_is_appointed_or_only_acts_is_nobody_the_congress_lets_go() {
    both(async |site| {
        found(&site).await;
        let judge = holds(&site, 1, "甲", ("审判员", "judge", "appointed")).await;
        let acting = holds(&site, 2, "乙", ("代县长", "government_head", "acting")).await;
        let bureau = holds(&site, 3, "丙", ("教育局局长", "government_member", "appointed")).await;
        let refused = async |held, leaving| why(asks(&site, wanted(&site, held, leaving)).await.unwrap_err());
        assert_eq!(refused(judge, LeaderLeaving::Recalled).await, "elections-refused-not-leader");
        assert_eq!(refused(acting, LeaderLeaving::Resigned).await, "elections-refused-leader-gone");
        assert_eq!(refused(bureau, LeaderLeaving::Resigned).await, "elections-refused-not-leader");
        assert_eq!(refused(id(42, 9), LeaderLeaving::Resigned).await, "elections-wrong-holding");
        let it = asks(&site, wanted(&site, bureau, LeaderLeaving::Recalled)).await.unwrap();
        let lost = decision(&site, false, vote(Some(Mover::Committee), None, 0));
        assert_eq!(decide(&site, &head(), it.id, lost).await.unwrap().stage, DepartureStage::Declined);
        asks(&site, wanted(&site, bureau, LeaderLeaving::Recalled)).await.unwrap();
        sound(&site).await;
    });
}

#[test]
fn pages_and_programs_let_a_leader_go() {
    both(async |site| {
        found(&site).await;
        let held = holds(&site, 1, "甲", ("县长", "government_head", "elected")).await.to_string();
        let mut office = visitor(&site, &clerk());
        assert!(office.get("/elections").await.text.contains("/leader-departures?congress="));
        let asked = office.get("/leader-departures/new").await;
        assert!(asked.text.contains("甲 县长"), "{}", asked.text);
        let today = site.today().to_string();
        let mut typed = vec![("congress", ""), ("holding", &held), ("leaving", "recalled"), ("received", &today)];
        let place = congress().to_string();
        typed[0].1 = &place;
        assert_eq!(office.post("/leader-departures", &typed).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        typed.push(("words", "失职"));
        let made = office.post("/leader-departures", &typed).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
        let at = made.location().to_owned();
        assert!(office.get("/leader-departures").await.text.contains("待决定"));
        assert_eq!(office.get(&format!("{at}/decision")).await.status, StatusCode::FORBIDDEN);
        assert_eq!(visitor(&site, &stranger()).get(&at).await.status, StatusCode::NOT_FOUND);
        let mut head = visitor(&site, &head());
        assert!(head.get(&format!("{at}/decision")).await.text.contains("value=\"4\""), "the roster counts");
        let votes = [
            ("outcome", "accepted"),
            ("meeting", "第六次会议"),
            ("decided", &today),
            ("mover", "deputies"),
            ("movers", "1"),
            ("answer", "spoken"),
            ("deputies", "4"),
            ("yes", "2"),
        ];
        let short = head.post(&format!("{at}/decision"), &votes).await;
        assert!(short.text.contains("须达到 3 票"), "{}", short.text);
        let api = format!("/api{at}");
        let body = json!({ "accepted": true, "meeting": "第六次会议", "decided": today, "answer": "spoken",
            "vote": { "mover": "deputies", "movers": 1, "deputies": 4, "yes": 3 } });
        let done = head.json(Method::POST, &format!("{api}/decision"), &[], body).await;
        assert_eq!(done.json()["stage"], "accepted", "{}", done.text);
        let page = head.get(&at).await.text;
        assert!(page.contains("/publication") && page.contains("第31条") && page.contains("口头申辩"), "{page}");
        assert_eq!(head.post(&format!("{at}/publication"), &[]).await.status, StatusCode::SEE_OTHER);
        let list = office.get(&format!("/api/congresses/{}/leader-departures", congress())).await.json();
        assert_eq!((&list["total"], &list["items"][0]["stage"]), (&json!(1), &json!("published")));
        sound(&site).await;
    });
}
