//! Finding a deputy: by place, by name, by a code on a poster.

use crate::world::{site::visitor, *};
use accounts_rules::Actor;
use axum::http::StatusCode;
use kit::{
    Site,
    db::Sql,
    testing::{Answer, both},
    web::api::Once,
};
use opinions::desk::codes::{Scanned, congress, issue, revoke, scan};

async fn passer_by(site: &Site, path: &str) -> Answer {
    visitor(site, &Actor::nobody()).get(path).await
}

#[test]
fn a_village_finds_the_deputies_of_every_rung_that_serves_it_and_no_others() {
    both(async |site| {
        found(&site).await;
        let page = passer_by(&site, &format!("/find?area={VILLAGE}")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains("张江") && page.text.contains("李河"), "{}", page.text);
        assert!(!page.text.contains("王湖"), "the street's deputy serves the street: {}", page.text);
        assert!(page.text.find("张江") < page.text.find("李河"), "the nearest first");
        assert!(page.text.contains(&format!("/opinions/new?to={}", person(1))), "{}", page.text);
        let json = passer_by(&site, &format!("/api/find?area={VILLAGE}")).await.json();
        let names: Vec<&str> =
            json["deputies"].as_array().unwrap().iter().map(|it| it["name"].as_str().unwrap()).collect();
        assert_eq!(names, ["张江", "李河"]);
        assert_eq!(json["way"][4]["name"], "柳林村");
    });
}

#[test]
fn a_street_and_a_park_have_no_congress_and_find_those_of_the_county() {
    both(async |site| {
        found(&site).await;
        let street = passer_by(&site, &format!("/find?area={STREET}")).await;
        assert!(street.text.contains("王湖") && !street.text.contains("李河"), "{}", street.text);
        // No delegation of its own: all of the county's.
        let park = passer_by(&site, &format!("/find?area={PARK}")).await;
        assert!(park.text.contains("王湖") && park.text.contains("李河"), "{}", park.text);
        assert!(!park.text.contains("张江"), "a town beside it does not serve it: {}", park.text);
    });
}

#[test]
fn a_name_is_found_as_it_is_written_sounds_or_begins_and_a_wrong_place_is_named() {
    both(async |site| {
        found(&site).await;
        for typed in ["李河", "lihe", "lh"] {
            let page = passer_by(&site, &format!("/api/find?q={}", encoded(typed))).await;
            assert_eq!(page.json()["deputies"][0]["name"], "李河", "{typed}: {}", page.text);
        }
        // People type where they live, and are led there.
        let place = passer_by(&site, &format!("/find?q={}", encoded("柳林"))).await;
        assert!(place.text.contains(&format!("/find?area={VILLAGE}")), "{}", place.text);
        let form = passer_by(&site, "/opinions/new").await;
        assert!(!form.text.contains("地方：") && form.text.contains("请先选择"), "{}", form.text);
        let none = passer_by(&site, &format!("/find?q={}", encoded("无名"))).await;
        assert!(none.text.contains("没有找到这位代表"), "{}", none.text);
        for wrong in ["/find?area=x", "/api/find?area=999999", "/find?area=430121101999"] {
            assert_eq!(passer_by(&site, wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        }
    });
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// The code that hangs at a place.
async fn code(site: &Site, actor: &Actor, n: u8, place: &str) -> String {
    issue(site, actor, (person(n), &text(place)), &Once::default()).await.unwrap();
    let path = format!("/api/people/{}/codes", person(n));
    let lines = visitor(site, actor).get(&path).await.json();
    lines[0]["code"].as_str().unwrap().to_owned()
}

#[test]
fn a_code_on_a_poster_leads_to_the_deputy_and_a_newer_one_stands_beside_it() {
    both(async |site| {
        found(&site).await;
        let first = code(&site, &town_chief(), 1, "镇政务中心").await;
        assert_eq!(first.len(), 22);
        // A year and a day later another key signs; the poster still hangs.
        on(&site, "2027-06-12");
        let second = code(&site, &town_chief(), 1, "柳林村").await;
        assert_ne!(first[..2], second[..2]);
        for code in [&first, &second, &first] {
            let card = passer_by(&site, &format!("/c/{code}")).await;
            assert_eq!(card.status, StatusCode::OK);
            assert!(card.text.contains("张江") && card.text.contains("我有话说"), "{}", card.text);
        }
        let lines = visitor(&site, &town_chief()).get(&format!("/api/people/{}/codes", person(1))).await.json();
        assert_eq!((&lines[0]["scans"], &lines[1]["scans"]), (&1.into(), &2.into()), "{lines}");
        sound(&site).await;
    });
}

#[test]
fn a_forged_foreign_or_revoked_code_gets_a_kind_word_and_the_way_by_place() {
    both(async |site| {
        found(&site).await;
        let good = code(&site, &town_chief(), 1, "镇政务中心").await;
        let forged = format!("{}{}", &good[..21], if good.ends_with('0') { '1' } else { '0' });
        for wrong in [forged.as_str(), "0000000000000000000000", "hello", "ZZZZZZZZZZZZZZZZZZZZZZ", "%E7%A0%81"] {
            let page = passer_by(&site, &format!("/c/{wrong}")).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{wrong}");
            assert!(page.text.contains("/find") && page.text.contains("这个码"), "{}", page.text);
        }
        let sql = Sql::new("select id from code");
        let (id,): (opinions_rules::CodeId,) = site.db().one(sql).await.unwrap().unwrap();
        assert!(why(revoke(&site, &stranger(), id).await.unwrap_err()).contains("missing"));
        revoke(&site, &town_chief(), id).await.unwrap();
        assert_eq!(scan(&site, &good).await.unwrap(), Scanned::Over);
        let page = passer_by(&site, &format!("/c/{good}")).await;
        assert_eq!(page.status, StatusCode::GONE);
        assert_eq!(why(revoke(&site, &town_chief(), id).await.unwrap_err()), "opinions-refused-revoked");
    });
}

#[test]
fn a_code_survives_the_merging_of_two_entries_and_ends_with_the_office_of_the_deputy() {
    both(async |site| {
        found(&site).await;
        let old = code(&site, &town_chief(), 1, "镇政务中心").await;
        let mut tx = site.db().begin().await.unwrap();
        run(&mut tx, Sql::new("update mandate set person = {} where person = {}").bind(person(3)).bind(person(1)))
            .await;
        run(&mut tx, Sql::new("update person set merged_into = {} where id = {}").bind(person(3)).bind(person(1)))
            .await;
        tx.commit().await.unwrap();
        assert_eq!(scan(&site, &old).await.unwrap(), Scanned::Deputy(person(3)));
        let mut tx = site.db().begin().await.unwrap();
        run(&mut tx, Sql::new("update mandate set state = 'terminated' where person = {}").bind(person(3))).await;
        tx.commit().await.unwrap();
        assert_eq!(scan(&site, &old).await.unwrap(), Scanned::Over);
    });
}

#[test]
fn codes_are_kept_by_the_office_of_the_deputys_own_congress_alone() {
    both(async |site| {
        found(&site).await;
        let path = format!("/people/{}/codes", person(1));
        assert_eq!(visitor(&site, &town_chief()).get(&path).await.status, StatusCode::OK);
        for other in [county_clerk(), stranger(), town_deputy()] {
            assert_eq!(visitor(&site, &other).get(&path).await.status, StatusCode::FORBIDDEN);
        }
        assert!(congress(&mut site.db(), &county_clerk(), person(2)).await.is_ok());
        assert_eq!(
            why(issue(&site, &county_clerk(), (id(3, 77), &text("某处")), &Once::default()).await.unwrap_err()),
            "kit-problem-missing"
        );
    });
}

/// Bytes of a page before they are packed: what a poster leads to comes whole in the first answers of an old phone's line.
const LIGHT: usize = 12_000;

#[test]
fn what_a_poster_leads_to_stays_light() {
    both(async |site| {
        found(&site).await;
        let poster = code(&site, &town_chief(), 1, "镇政务中心").await;
        let form = format!("/opinions/new?to={}", person(1));
        for path in [format!("/c/{poster}"), format!("/find?area={VILLAGE}"), "/opinions/progress".to_owned()] {
            let page = passer_by(&site, &path).await;
            assert!(page.text.len() < LIGHT, "{path}: {} bytes", page.text.len());
        }
        let page = passer_by(&site, &form).await;
        assert!(page.text.len() < 2 * LIGHT, "{form}: {} bytes", page.text.len());
    });
}

/// The congresses above the county, with deputies in the national one alone.
async fn above(site: &Site) {
    let mut tx = site.db().begin().await.unwrap();
    for (n, code, level, name) in [
        (40u8, "43", "nation", "全国人民代表大会"),
        (41, "43", "province", "湖南省人民代表大会"),
        (42, "4301", "prefecture", "长沙市人民代表大会"),
    ] {
        let body = id::<()>(1, n);
        let sql = Sql::new("insert into body (powers, transfer, version, kind, id, congress, area, level, name)");
        let sql = sql.add(" values ('[]', 0, 1, 'congress', {}, {}, {}, {}, {})").bind(body).bind(body);
        run(&mut tx, sql.bind(code).bind(level).bind(name)).await;
    }
    let sql = Sql::new("update body set level = 'township' where area = {} and kind = 'congress'");
    run(&mut tx, sql.bind(TOWN)).await;
    let (term, nation) = (id::<()>(5, 40), id::<()>(1, 40));
    let sql = Sql::new("insert into term (id, congress, ordinal, began, version) values ({}, {}, 14, '2023-03-05', 1)");
    run(&mut tx, sql.bind(term).bind(nation)).await;
    let sql = "insert into person (id, name, pinyin, initials, version) values ({}, '周洋', 'zhouyang', 'zy', 1)";
    run(&mut tx, Sql::new(sql).bind(person(9))).await;
    // 李河 of the county sits in the national congress too.
    for (n, who) in [(20u8, person(9)), (21, person(2))] {
        let sql = Sql::new("insert into mandate (state, elected, version, area, id, person, congress, term)");
        let sql = sql.add(" values ('in_office', '2023-01-18', 1, '43', {}, {}, {}, {})").bind(id::<()>(7, n));
        run(&mut tx, sql.bind(who).bind(nation).bind(term)).await;
    }
    tx.commit().await.unwrap();
}

#[test]
fn a_village_is_shown_five_levels_the_nation_last_and_where_nobody_is_entered_it_says_so() {
    both(async |site| {
        found(&site).await;
        above(&site).await;
        let page = passer_by(&site, &format!("/find?area={VILLAGE}")).await;
        let levels = ["乡镇人大代表", "县（市、区）人大代表", "市（州）人大代表", "省人大代表", "全国人大代表"];
        let at: Vec<Option<usize>> = levels.iter().map(|level| page.text.find(level)).collect();
        assert!(at.is_sorted() && at[0].is_some(), "{at:?}: {}", page.text);
        assert!(page.text.contains("周洋") && page.text.matches("没有登记这一级").count() == 2, "{}", page.text);
        let json = passer_by(&site, &format!("/api/find?area={VILLAGE}")).await.json();
        let rungs: Vec<(&str, bool)> = json["rungs"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| (it["level"].as_str().unwrap(), it["seated"].as_bool().unwrap()))
            .collect();
        let all = [("township", true), ("county", true), ("prefecture", false), ("province", false), ("nation", true)];
        assert_eq!(rungs, all);
        let english = passer_by(&site, &format!("/find?area={VILLAGE}&lang=en")).await;
        assert!(english.text.contains("Deputies of the nation") && !english.text.contains('⟦'), "{}", english.text);
    });
}

#[test]
fn a_national_deputy_is_told_things_and_nothing_is_handed_on_to_the_national_congress() {
    both(async |site| {
        found(&site).await;
        above(&site).await;
        let nation: kernel::BodyId = id(1, 40);
        let one = handed_in(&site, &said(Some(person(9)), VILLAGE)).await;
        let sql = Sql::new("select congress from opinion where id = {}").bind(one.id);
        assert_eq!(site.db().one::<(kernel::BodyId,)>(sql).await.unwrap().unwrap().0, nation);
        // Who also sits nearer hears it there.
        let other = said_here(&site).await;
        let sql = Sql::new("select congress from opinion where id = {}").bind(other.id);
        assert_eq!(site.db().one::<(kernel::BodyId,)>(sql).await.unwrap().unwrap().0, county());
        let to = opinions::queries::place::congresses_of(&mut site.db(), one.id).await.unwrap();
        let levels: Vec<&str> = to.iter().map(|congress| congress.level.as_str()).collect();
        assert_eq!(levels, ["province", "prefecture", "county", "township"]);
        let deputy = actor(9, Some(person(9)), accounts_rules::Duty::NationalDeputy, (nation, nation));
        let list = visitor(&site, &deputy).get("/opinions").await;
        assert!(list.status == StatusCode::OK && list.text.contains("桥"), "{}", list.text);
        sound(&site).await;
    });
}
