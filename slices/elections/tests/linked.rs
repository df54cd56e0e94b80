//! The vote of a congress that an election is linked with asks for its seats and its candidates.

use crate::world::{hall::polled, *};
use elections::{
    desk::{
        candidates::{FormalListWanted, NomineeWanted, fix},
        count::{BallotLinkWanted, link, take},
        prepare::open,
        settle::certify,
    },
    store::{Election, certificates, districts},
};
use elections_rules::election::{Kind, Stage, Way};
use kit::{Site, db::Sql, testing::both};

/// An election of a vice head with two on the formal list.
async fn listed(site: &Site) -> Election {
    let it = announced(site, wanted(Kind::Leaders, 1, site.today())).await;
    open(site, &clerk(), it.id).await.unwrap();
    let at = districts(&mut site.db(), it.id).await.unwrap()[0].id;
    let mut nominees = Vec::new();
    for name in ["甲", "乙"] {
        let candidate = nominated(site, at, name).await.id;
        nominees.push(NomineeWanted { candidate, formal: true, votes: None });
    }
    fix(site, &clerk(), it.id, FormalListWanted { way: Way::Whole, nominees }).await.unwrap()
}

fn ballot(id: uuid::Uuid) -> BallotLinkWanted {
    BallotLinkWanted { ballot: kernel::Id::from_uuid(id) }
}

#[test]
fn a_ballot_with_other_places_or_names_is_not_linked() {
    both(async |site| {
        found(&site).await;
        let it = listed(&site).await;
        for (n, places, names, key) in [
            (1, 2, &["甲", "乙"][..], "elections-refused-ballot-places"),
            (2, 1, &["甲", "丙"], "elections-refused-ballot-names"),
            (3, 1, &["甲", "乙", "丙"], "elections-refused-ballot-names"),
            (4, 1, &["甲"], "elections-refused-ballot-names"),
        ] {
            let other = polled(&site, (n, places), names, &[("甲", 3, "elected")]).await;
            assert_eq!(why(link(&site, &clerk(), it.id, ballot(other)).await.unwrap_err()), key, "{names:?}");
        }
        let right = polled(&site, (5, 1), &["乙", "甲"], &[("甲", 3, "elected"), ("丁", 1, "failed")]).await;
        link(&site, &clerk(), it.id, ballot(right)).await.unwrap();
        take(&site, &clerk(), it.id).await.unwrap();
        certify(&site, &head(), it.id).await.unwrap();
        assert_eq!(certificates(&mut site.db(), it.id).await.unwrap().len(), 1, "who was written in may be many");
        let told = elections::queries::of_subject(&mut site.db(), it.id.uuid()).await.unwrap();
        let last = elections::store::read_notice(&mut site.db(), told.last().unwrap().id).await.unwrap().unwrap();
        assert!(last.body.contains("下列 1 名同志当选：甲"), "leaders are no deputies: {}", last.body);
        sound(&site).await;
    });
}

#[test]
fn a_vote_of_the_committee_or_by_less_than_half_of_all_elects_no_leader() {
    both(async |site| {
        found(&site).await;
        let it = listed(&site).await;
        for (n, from, to, key) in [
            (1, "\"assembly\":\"congress\"", "\"assembly\":\"committee\"", "elections-refused-ballot-assembly"),
            (2, "\"base\":\"members\"", "\"base\":\"returned\"", "elections-refused-ballot-majority"),
            (3, "\"bar\":\"more_than_half\"", "\"bar\":\"most_votes\"", "elections-refused-ballot-majority"),
        ] {
            let other = polled(&site, (n, 1), &["甲", "乙"], &[("甲", 3, "elected")]).await;
            let sql = Sql::new("update ballot set spec = replace(spec, {}, {})").bind(from).bind(to);
            let mut tx = site.db().begin().await.unwrap();
            run(&mut tx, sql.add(" where id = {}").bind(other)).await;
            tx.commit().await.unwrap();
            assert_eq!(why(link(&site, &clerk(), it.id, ballot(other)).await.unwrap_err()), key, "{to}");
        }
        sound(&site).await;
    });
}

#[test]
fn a_ballot_linked_before_the_list_is_compared_when_the_result_is_taken() {
    both(async |site| {
        found(&site).await;
        let it = announced(&site, wanted(Kind::Leaders, 1, site.today())).await;
        open(&site, &clerk(), it.id).await.unwrap();
        let early = polled(&site, (1, 1), &["甲", "丙"], &[("甲", 3, "elected"), ("丙", 1, "failed")]).await;
        link(&site, &clerk(), it.id, ballot(early)).await.unwrap();
        let at = districts(&mut site.db(), it.id).await.unwrap()[0].id;
        let mut nominees = Vec::new();
        for name in ["甲", "乙"] {
            let candidate = nominated(&site, at, name).await.id;
            nominees.push(NomineeWanted { candidate, formal: true, votes: None });
        }
        fix(&site, &clerk(), it.id, FormalListWanted { way: Way::Whole, nominees }).await.unwrap();
        assert_eq!(why(take(&site, &clerk(), it.id).await.unwrap_err()), "elections-refused-ballot-names");
        let right = polled(&site, (2, 1), &["甲", "乙"], &[("甲", 3, "elected"), ("乙", 1, "failed")]).await;
        link(&site, &clerk(), it.id, ballot(right)).await.unwrap();
        assert_eq!(take(&site, &clerk(), it.id).await.unwrap().stage, Stage::Voted);
        sound(&site).await;
    });
}

#[test]
fn no_more_are_certified_than_there_are_seats() {
    both(async |site| {
        found(&site).await;
        let it = listed(&site).await;
        let many = polled(&site, (1, 1), &["甲", "乙"], &[("甲", 3, "elected"), ("乙", 3, "elected")]).await;
        link(&site, &clerk(), it.id, ballot(many)).await.unwrap();
        take(&site, &clerk(), it.id).await.unwrap();
        assert_eq!(why(certify(&site, &head(), it.id).await.unwrap_err()), "elections-refused-crowded");
        assert!(certificates(&mut site.db(), it.id).await.unwrap().is_empty());
        sound(&site).await;
    });
}
