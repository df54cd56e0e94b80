//! Elections from the announcement to the certificate, on both engines.

use crate::world::{hall::polled, *};
use elections::{
    desk::{
        candidates::{FormalListWanted, NominationWanted, fix, nominate},
        count::{BallotLinkWanted, CountWanted, enter, link, take},
        prepare::{self, ElectionWanted, announce, draw, open},
        settle::{ElectionReason, cancel, certify, confirm},
    },
    queries,
    store::{certificates, districts},
};
use elections_rules::{
    Mode,
    election::{Kind, Origin, Stage, Way, Why},
};
use kit::{db::Sql, testing::both, web::api::Once};
use law_rules::Word as _;

#[test]
fn two_seats_a_tie_and_a_vote_again_among_the_tied() {
    both(async |site| {
        found(&site).await;
        let (it, at) = fixed(&site, 2, &["甲", "乙", "丙"]).await;
        let first = CountWanted { figures: figures(), votes: votes(&[("甲", 1_500), ("乙", 1_200), ("丙", 1_200)]) };
        let found = enter(&site, &clerk(), at, first).await.unwrap().value;
        assert_eq!(found.outcome.unwrap().elected, ["甲"]);
        let early = certify(&site, &head(), it.id).await.unwrap_err();
        assert_eq!(why(early), "elections-refused-not-decided");
        let again = CountWanted { figures: figures(), votes: votes(&[("乙", 1_100), ("丙", 900)]) };
        let found = enter(&site, &clerk(), at, again).await.unwrap().value;
        assert_eq!((found.why, found.outcome.unwrap().elected), (Why::Tie, vec!["乙".to_owned()]));
        let done = certify(&site, &head(), it.id).await.unwrap();
        assert_eq!(done.stage, Stage::Certified);
        let issued = certificates(&mut site.db(), it.id).await.unwrap();
        assert_eq!(issued.len(), 2);
        let checked = queries::checked(&mut site.db(), &issued[0].code).await.unwrap().unwrap();
        assert_eq!((checked.state, checked.line.n), (None, 1));
        confirm(&site, &head(), it.id).await.unwrap();
        sound(&site).await;
    });
}

#[test]
fn too_few_voters_make_a_round_void_and_a_third_suffices_in_the_other_election() {
    both(async |site| {
        found(&site).await;
        let (it, at) = fixed(&site, 1, &["甲", "乙"]).await;
        let few = elections_rules::election::Figures { voted: 2_000, ballots: 2_000, ..figures() };
        let void =
            enter(&site, &clerk(), at, CountWanted { figures: few, votes: votes(&[("甲", 1_500)]) }).await.unwrap();
        assert!(!void.value.valid);
        let again = CountWanted { figures: figures(), votes: votes(&[("甲", 900), ("乙", 800)]) };
        let found = enter(&site, &clerk(), at, again).await.unwrap().value;
        assert_eq!((found.why, found.outcome.unwrap().missing), (Why::Again, 1));
        let rerun = CountWanted { figures: figures(), votes: votes(&[("甲", 667), ("丁", 600)]) };
        let found = enter(&site, &clerk(), at, rerun).await.unwrap().value;
        assert_eq!((found.why, found.outcome.unwrap().elected), (Why::Rerun, vec!["甲".to_owned()]));
        let nothing = CountWanted { figures: figures(), votes: votes(&[("甲", 1)]) };
        assert_eq!(why(enter(&site, &clerk(), at, nothing).await.unwrap_err()), "elections-refused-nothing-due");
        certify(&site, &head(), it.id).await.unwrap();
        sound(&site).await;
    });
}

#[test]
fn who_is_nominated_by_too_few_or_by_a_party_too_often_is_refused() {
    both(async |site| {
        found(&site).await;
        let it = announced(&site, wanted(Kind::Direct, 1, day("2026-12-20"))).await;
        let early = open(&site, &clerk(), it.id).await.unwrap_err();
        assert_eq!(why(early), "elections-refused-no-district");
        let at = draw(&site, &clerk(), it.id, place("第一选区", 1), &Once::default()).await.unwrap().id;
        open(&site, &clerk(), it.id).await.unwrap();
        let ask = async |wanted| nominate(&site, &clerk(), at, wanted, &Once::default()).await;
        let few = NominationWanted { signers: Some(9), ..nominee("甲") };
        assert_eq!(why(ask(few).await.unwrap_err()), "elections-refused-signers-few");
        let party = |name| NominationWanted { origin: Origin::Party, proposer: text("工会"), ..nominee(name) };
        ask(party("乙")).await.unwrap();
        assert_eq!(why(ask(party("丙")).await.unwrap_err()), "elections-refused-party-more");
        assert_eq!(why(ask(nominee("乙")).await.unwrap_err()), "elections-refused-name-twice");
        let list = FormalListWanted { way: Way::Whole, nominees: Vec::new() };
        assert_eq!(why(fix(&site, &clerk(), it.id, list).await.unwrap_err()), "elections-refused-range");
        sound(&site).await;
    });
}

#[test]
fn fewer_days_are_for_by_elections_alone_and_terms_must_fit() {
    both(async |site| {
        found(&site).await;
        let short = ElectionWanted { voter_days: Some(12), ..wanted(Kind::Direct, 1, day("2026-12-20")) };
        let refused = announce(&site, &clerk(), congress(), short.clone(), &Once::default()).await.unwrap_err();
        assert_eq!(why(refused), "elections-refused-fewer-days");
        let by = ElectionWanted { kind: Kind::By, mode: Some(Mode::Direct), ..short };
        ended(&site, 4).await;
        let filled = ElectionWanted { vacancies: vec![mandate(4)], ..by.clone() };
        let it = announced(&site, filled.clone()).await;
        let twice = announce(&site, &clerk(), congress(), filled, &Once::default()).await.unwrap_err();
        assert_eq!(why(twice), "elections-wrong-vacancy");
        let reason = ElectionReason { reason: text("推迟") };
        cancel(&site, &head(), it.id, reason).await.unwrap();
        assert_eq!(queries::vacancies(&mut site.db(), congress()).await.unwrap()[0].election, None);
        let above = ElectionWanted { term: city_term(), ..by };
        let refused = announce(&site, &clerk(), congress(), above, &Once::default()).await.unwrap_err();
        assert_eq!(why(refused), "elections-refused-wrong-term");
        sound(&site).await;
    });
}

#[test]
fn a_congress_elects_deputies_of_the_one_above_by_its_ballot() {
    both(async |site| {
        found(&site).await;
        let it = announced(&site, wanted(Kind::Indirect, 1, site.today())).await;
        assert_eq!((it.seated, it.mode), (city(), Mode::Indirect));
        open(&site, &clerk(), it.id).await.unwrap();
        let at = districts(&mut site.db(), it.id).await.unwrap()[0].id;
        let mut nominees = Vec::new();
        for name in ["甲", "乙"] {
            let candidate = nominated(&site, at, name).await.id;
            nominees.push(elections::desk::candidates::NomineeWanted { candidate, formal: true, votes: None });
        }
        fix(&site, &clerk(), it.id, FormalListWanted { way: Way::Whole, nominees }).await.unwrap();
        let ballot = polled(&site, (1, 1), &["甲", "乙"], &[("甲", 3, "elected"), ("乙", 1, "failed")]).await;
        assert_eq!(why(take(&site, &clerk(), it.id).await.unwrap_err()), "elections-refused-no-ballot");
        link(&site, &clerk(), it.id, BallotLinkWanted { ballot: kernel::Id::from_uuid(ballot) }).await.unwrap();
        take(&site, &clerk(), it.id).await.unwrap();
        take(&site, &clerk(), it.id).await.unwrap();
        certify(&site, &head(), it.id).await.unwrap();
        let issued = certificates(&mut site.db(), it.id).await.unwrap();
        assert_eq!((issued.len(), issued[0].congress), (1, city()));
        let facts = "select count(*) from journal where verb = 'election.elected'";
        assert_eq!(site.db().one::<(i64,)>(facts).await.unwrap(), Some((1,)));
        sound(&site).await;
    });
}

#[test]
fn a_late_posting_is_told_and_a_count_waits_for_the_day() {
    both(async |site| {
        found(&site).await;
        let (it, at) = fixed(&site, 1, &["甲", "乙"]).await;
        let whole = queries::whole(&mut site.db(), &it).await.unwrap();
        let told = elections_rules::election::postings(
            it.mode,
            it.day,
            it.days,
            whole.parts[0].district.posted(),
            site.today(),
        );
        assert_eq!(told.iter().map(|one| one.standing.word()).collect::<Vec<_>>(), ["missed", "missed", "late"]);
        let (none, _) = prepare::district(&site, &deputy(), at, None).await.unwrap();
        assert_eq!(none.voters, 2_001);
        let three = elections_rules::election::Figures { proxied: 9, most_for_one: 4, ..figures() };
        let many = CountWanted { figures: three, votes: votes(&[("甲", 1_500)]) };
        assert_eq!(why(enter(&site, &clerk(), at, many).await.unwrap_err()), "elections-refused-proxies");
    });
}

#[test]
fn seats_that_nobody_reached_are_voted_on_once_more_before_anything_is_certified() {
    both(async |site| {
        found(&site).await;
        let (it, at) = fixed(&site, 2, &["甲", "乙", "丙"]).await;
        let first = CountWanted { figures: figures(), votes: votes(&[("甲", 1_500), ("乙", 800), ("丙", 700)]) };
        enter(&site, &clerk(), at, first).await.unwrap();
        let early = certify(&site, &head(), it.id).await.unwrap_err();
        assert_eq!(why(early), "elections-refused-not-decided", "选举法 45: there is another election");
        let other = CountWanted { figures: figures(), votes: votes(&[("乙", 600), ("丙", 500)]) };
        enter(&site, &clerk(), at, other).await.unwrap();
        certify(&site, &head(), it.id).await.unwrap();
        let issued = certificates(&mut site.db(), it.id).await.unwrap();
        assert_eq!(issued.len(), 1, "less than a third: the seat stays empty");
        sound(&site).await;
    });
}

#[test]
fn nobody_gets_two_certificates_for_one_term() {
    both(async |site| {
        found(&site).await;
        let mut done = Vec::new();
        for _ in 0..2 {
            let by =
                ElectionWanted { mode: Some(Mode::Direct), title: text("补选"), ..wanted(Kind::By, 1, site.today()) };
            let it = announced(&site, by).await;
            let at = draw(&site, &clerk(), it.id, place("第一选区", 1), &Once::default()).await.unwrap().id;
            open(&site, &clerk(), it.id).await.unwrap();
            let named = NominationWanted { person: Some(person(4)), ..nominee("代表4") };
            let candidate = nominate(&site, &clerk(), at, named, &Once::default()).await.unwrap().id;
            let nominees = vec![elections::desk::candidates::NomineeWanted { candidate, formal: true, votes: None }];
            fix(&site, &clerk(), it.id, FormalListWanted { way: Way::Whole, nominees }).await.unwrap();
            let count = CountWanted { figures: figures(), votes: votes(&[("代表4", 1_500)]) };
            enter(&site, &clerk(), at, count).await.unwrap();
            done.push(it.id);
        }
        ended(&site, 4).await;
        certify(&site, &head(), done[0]).await.unwrap();
        let twice = certify(&site, &head(), done[1]).await.unwrap_err();
        assert_eq!(why(twice), "elections-refused-seated", "though the roster has no mandate of it yet");
        sound(&site).await;
    });
}

#[test]
fn a_district_may_change_its_seats_while_names_are_put_forward() {
    both(async |site| {
        found(&site).await;
        let it = announced(&site, wanted(Kind::Direct, 2, day("2026-12-20"))).await;
        let at = draw(&site, &clerk(), it.id, place("第一选区", 2), &Once::default()).await.unwrap().id;
        open(&site, &clerk(), it.id).await.unwrap();
        prepare::keep(&site, &clerk(), at, place("第一选区", 1), None).await.unwrap();
        sound(&site).await;
    });
}

#[test]
fn in_a_town_the_presidium_confirms() {
    both(async |site| {
        found(&site).await;
        let mut tx = site.db().begin().await.unwrap();
        run(&mut tx, Sql::new("update body set level = 'township' where id = {}").bind(congress())).await;
        tx.commit().await.unwrap();
        let (it, at) = fixed(&site, 1, &["甲", "乙"]).await;
        let count = CountWanted { figures: figures(), votes: votes(&[("甲", 1_500)]) };
        enter(&site, &clerk(), at, count).await.unwrap();
        certify(&site, &head(), it.id).await.unwrap();
        confirm(&site, &head(), it.id).await.unwrap();
        let told = queries::of_subject(&mut site.db(), it.id.uuid()).await.unwrap();
        let last = elections::store::read_notice(&mut site.db(), told.last().unwrap().id).await.unwrap().unwrap();
        assert!(last.body.contains("主席团确认"), "{}", last.body);
        sound(&site).await;
    });
}

#[test]
fn progress_counts_each_election_once_and_the_latest_change_of_term_alone() {
    both(async |site| {
        found(&site).await;
        let all = queries::ProgressOf { area: kernel::AreaCode::parse("4301").unwrap(), level: None };
        let lines = async || queries::progress(&mut site.db(), &all, None, 10).await.unwrap().items;
        let none = lines().await;
        assert_eq!((none.len(), none[0].term, none[0].seats), (2, None, 0));
        let (it, at) = fixed(&site, 2, &["甲", "乙", "丙"]).await;
        let count = CountWanted { figures: figures(), votes: votes(&[("甲", 1_500), ("乙", 1_200)]) };
        enter(&site, &clerk(), at, count).await.unwrap();
        certify(&site, &head(), it.id).await.unwrap();
        let off = announced(&site, wanted(Kind::Direct, 5, day("2026-12-20"))).await;
        cancel(&site, &head(), off.id, ElectionReason { reason: text("推迟") }).await.unwrap();
        // The city's deputies are elected by the county: they count where they will sit.
        announced(&site, wanted(Kind::Indirect, 3, day("2026-12-20"))).await;
        let told = lines().await;
        let told: Vec<_> = told.iter().map(|one| (one.announced, one.certified, one.seats, one.elected)).collect();
        assert_eq!(told, [(1, 0, 3, 0), (1, 1, 2, 2)]);
        let sum = queries::progress_sum(&mut site.db(), &all).await.unwrap();
        assert_eq!((sum.congresses, sum.begun, sum.certified, sum.closed), (2, 2, 1, 0));
        assert_eq!((sum.seats, sum.elected), (5, 2));
        assert_eq!((sum.registered, sum.took_part), (4_001, 2_001));
        // A later term begins to be elected: what was elected for the one before is no longer counted with it.
        let mut tx = site.db().begin().await.unwrap();
        let sql =
            Sql::new("insert into term (id, congress, ordinal, began, version) values ({}, {}, 19, '2027-01-10', 1)");
        let next: roster_rules::TermId = id(5, 3);
        run(&mut tx, sql.bind(next).bind(congress())).await;
        tx.commit().await.unwrap();
        announced(&site, ElectionWanted { term: next, ..wanted(Kind::Direct, 4, day("2026-12-20")) }).await;
        let own = lines().await.remove(1);
        assert_eq!((own.term, own.announced, own.seats, own.elected), (Some(19), 1, 4, 0));
    });
}
