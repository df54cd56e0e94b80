//! Elections with the whole site around them: a demonstration county, its followers, and a seat that is filled again.

use elections::desk::{
    candidates::{FormalListWanted, NominationWanted, NomineeWanted, fix, nominate},
    count::{CountWanted, VotesWanted, enter},
    leave::{DepartureDecision, DepartureWanted, announce as publish, decide, receive},
    prepare::{DistrictWanted, ElectionWanted, announce, draw, open},
    settle::{certify, confirm},
};
use elections_rules::{
    Mode,
    election::{Figures, Kind, Leaving, Origin, Way},
};
use kernel::{AreaCode, BodyId, Text};
use kit::{
    Site,
    db::Sql,
    follow::catch_up,
    testing::{Visitor, both, start},
    web::api::Once,
};
use roster_rules::{MandateId, TermId};

use crate::{behind::FOLLOWERS, demo, routes};

fn text<const MAX: usize>(words: &str) -> Text<MAX> {
    Text::parse(words).unwrap()
}

async fn town(site: &Site) {
    let wanted =
        demo::Wanted { size: demo::Size::Town, suggestions: None, gathered: false, seed: Some(3), now: start() };
    demo::fill(site, wanted, |_| {}).await.unwrap();
    catch_up(site, FOLLOWERS).await.unwrap();
}

/// The head of the office of the town's congress.
async fn chief(site: &Site) -> (accounts_rules::Actor, BodyId) {
    let sql = "select p.account, p.congress, b.area from v_post p join v_body b on b.id = p.congress where p.duty = 'chief' \
               and b.level = 'township' limit 1";
    let (account, congress, area): (kernel::AccountId, BodyId, AreaCode) = site.db().one(sql).await.unwrap().unwrap();
    let post = accounts_rules::Post { duty: accounts_rules::Duty::Chief, body: congress, congress, area };
    let actor = accounts_rules::Actor { account: Some(account), posts: vec![post], ..accounts_rules::Actor::nobody() };
    (actor, congress)
}

async fn state(site: &Site, mandate: MandateId) -> Option<String> {
    let sql = Sql::new("select state from v_mandate where id = {}").bind(mandate);
    site.db().one::<(String,)>(sql).await.unwrap().map(|(state,)| state)
}

#[test]
fn a_deputy_resigns_and_whoever_is_elected_in_the_by_election_holds_a_mandate() {
    both(async |site| {
        town(&site).await;
        let (head, congress) = chief(&site).await;
        let sql = Sql::new("select id, term from v_mandate where in_office = 1 and congress = {} order by id limit 1");
        let (mandate, term): (MandateId, TermId) = site.db().one(sql.bind(congress)).await.unwrap().unwrap();
        leaves(&site, &head, congress, mandate).await;
        catch_up(&site, FOLLOWERS).await.unwrap();
        assert_eq!(state(&site, mandate).await.as_deref(), Some("ended"));
        let made = elected(&site, &head, congress, (term, mandate)).await;
        catch_up(&site, FOLLOWERS).await.unwrap();
        let issued = elections::store::certificates(&mut site.db(), made).await.unwrap().remove(0);
        let (new, code, person) = (issued.mandate.unwrap(), issued.code, issued.person);
        assert_eq!(state(&site, new).await.as_deref(), Some("elected"));
        confirm(&site, &head, made).await.unwrap();
        catch_up(&site, FOLLOWERS).await.unwrap();
        assert_eq!(state(&site, new).await.as_deref(), Some("in_office"));
        let name = Sql::new("select name from v_person where id = {}").bind(person);
        assert_eq!(site.db().one::<(String,)>(name).await.unwrap().unwrap().0, "邬小禾");
        let page = Visitor::new(routes::all(&site)).get(&format!("/certificates/{code}")).await.text;
        assert!(page.contains("邬小禾") && page.contains("现任代表"), "{page}");
        let filled = Sql::new("select filled from v_vacancy where mandate = {}").bind(mandate);
        assert_eq!(site.db().one::<(bool,)>(filled).await.unwrap(), Some((true,)));
        let mut breaches = elections::checks::audit(site.db()).await.unwrap();
        breaches.extend(elections::checks::followed(site.db()).await.unwrap());
        breaches.extend(roster::checks::audit(site.db()).await.unwrap());
        assert!(breaches.is_empty(), "{breaches:#?}");
    });
}

async fn leaves(site: &Site, head: &accounts_rules::Actor, congress: BodyId, mandate: MandateId) {
    let received = site.today();
    let wanted = DepartureWanted { mandate, leaving: Leaving::Resigned, received, words: None };
    let it = receive(site, head, congress, wanted, &Once::default()).await.unwrap();
    let decision = DepartureDecision {
        accepted: true,
        meeting: text("第六次会议"),
        decided: received,
        in_session: true,
        petition: None,
    };
    decide(site, head, it.id, decision).await.unwrap();
    publish(site, head, it.id).await.unwrap();
}

async fn elected(
    site: &Site,
    head: &accounts_rules::Actor,
    congress: BodyId,
    (term, mandate): (TermId, MandateId),
) -> elections_rules::election::ElectionId {
    let wanted = ElectionWanted {
        title: text("补选第二选区代表"),
        kind: Kind::By,
        mode: Some(Mode::Direct),
        class: None,
        term,
        seats: 1,
        day: site.today(),
        method: text("选举法"),
        candidates: None,
        voter_days: Some(12),
        first_days: None,
        formal_days: None,
        vacancies: vec![mandate],
    };
    let it = announce(site, head, congress, wanted, &Once::default()).await.unwrap();
    let place = DistrictWanted {
        name: text("第二选区"),
        seats: 1,
        voters: 900,
        stations: 1,
        constituency: None,
        voter_list: None,
        first_list: None,
        formal_list: None,
    };
    let place = draw(site, head, it.id, place, &Once::default()).await.unwrap().id;
    open(site, head, it.id).await.unwrap();
    let wanted = NominationWanted {
        name: text("邬小禾"),
        note: None,
        person: None,
        origin: Origin::Joint,
        proposer: text("张三"),
        signers: Some(10),
        basics: elections_rules::election::Basics::default(),
    };
    let one = nominate(site, head, place, wanted, &Once::default()).await.unwrap();
    let nominees = vec![NomineeWanted { candidate: one.id, formal: true, votes: None }];
    fix(site, head, it.id, FormalListWanted { way: Way::Whole, nominees }).await.unwrap();
    let figures = Figures { registered: 900, voted: 600, ballots: 600, ..Figures::default() };
    let votes = vec![VotesWanted { name: text("邬小禾"), votes: 590 }];
    enter(site, head, place, CountWanted { figures, votes }).await.unwrap();
    certify(site, head, it.id).await.unwrap();
    it.id
}
