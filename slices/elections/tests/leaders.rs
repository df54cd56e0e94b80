//! Who the congress elects to lead: a certificate, no mandate, and a fact by which other nouns begin what follows.

use crate::world::{hall::polled, site::visitor, *};
use elections::{
    desk::{
        candidates::{FormalListWanted, NominationWanted, NomineeWanted, fix, nominate},
        count::{BallotLinkWanted, link, take},
        prepare::open,
        settle::certify,
    },
    store::{certificates, districts},
};
use elections_rules::election::{Kind, Origin, Way};
use kit::{testing::both, web::api::Once};

#[test]
fn the_election_of_a_leader_is_told_once_and_makes_no_mandate() {
    both(async |site| {
        found(&site).await;
        let it = announced(&site, wanted(Kind::Leaders, 1, site.today())).await;
        open(&site, &clerk(), it.id).await.unwrap();
        let at = districts(&mut site.db(), it.id).await.unwrap()[0].id;
        let mut nominees = Vec::new();
        for name in ["甲", "乙"] {
            let candidate = nominated(&site, at, name).await.id;
            nominees.push(NomineeWanted { candidate, formal: true, votes: None });
        }
        fix(&site, &clerk(), it.id, FormalListWanted { way: Way::Whole, nominees }).await.unwrap();
        let ballot = polled(&site, (1, 1), &["甲", "乙"], &[("甲", 3, "elected"), ("乙", 1, "failed")]).await;
        link(&site, &clerk(), it.id, BallotLinkWanted { ballot: kernel::Id::from_uuid(ballot) }).await.unwrap();
        take(&site, &clerk(), it.id).await.unwrap();
        certify(&site, &head(), it.id).await.unwrap();
        let issued = certificates(&mut site.db(), it.id).await.unwrap();
        assert_eq!((issued.len(), issued[0].mandate), (1, None));
        let facts = "select count(*) from journal where verb = 'election.leader-elected'";
        assert_eq!(site.db().one::<(i64,)>(facts).await.unwrap(), Some((1,)));
        let shown =
            "select l.name, l.class, e.stage from v_elected_leader l join v_leader_election e on e.id = l.election";
        let told: Option<(String, String, String)> = site.db().one(shown).await.unwrap();
        assert_eq!(told, Some(("甲".to_owned(), "vice".to_owned(), "certified".to_owned())));
        sound(&site).await;
    });
}

#[test]
fn the_presidium_nominates_leaders_no_more_than_there_are_seats_and_parties_none() {
    both(async |site| {
        found(&site).await;
        let it = announced(&site, wanted(Kind::Leaders, 1, site.today())).await;
        open(&site, &clerk(), it.id).await.unwrap();
        let at = districts(&mut site.db(), it.id).await.unwrap()[0].id;
        let by =
            |origin, name| NominationWanted {
                origin, proposer: text("大会主席团"), signers: None, ..nominee(name)
            };
        let ask = async |wanted| nominate(&site, &clerk(), at, wanted, &Once::default()).await;
        assert_eq!(why(ask(by(Origin::Party, "甲")).await.unwrap_err()), "elections-refused-origin");
        ask(by(Origin::Presidium, "甲")).await.unwrap();
        assert_eq!(why(ask(by(Origin::Presidium, "乙")).await.unwrap_err()), "elections-refused-presidium-more");
        ask(nominee("乙")).await.unwrap();
        let form = visitor(&site, &clerk()).get(&format!("/elections/districts/{at}/candidates")).await.text;
        assert!(form.contains("value=\"presidium\"") && !form.contains("value=\"party\""), "{form}");
        sound(&site).await;
    });
}
