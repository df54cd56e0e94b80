//! The pages and their JSON twins, as their users see them.

use crate::world::{site::visitor, *};
use accounts_rules::Actor;
use axum::http::{Method, StatusCode};
use elections::desk::{
    count::{CountWanted, enter},
    prepare::{draw, open},
    settle::{certify, confirm},
};
use elections_rules::election::Kind;
use kit::{
    testing::{Visitor, both, on_sqlite},
    web::api::Once,
};
use serde_json::json;

#[test]
fn an_election_is_announced_and_its_district_drawn_on_pages_without_script() {
    both(async |site| {
        found(&site).await;
        let mut office = visitor(&site, &clerk());
        let page = office.get("/elections/new").await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text);
        let term = term().to_string();
        let mut fields = vec![
            ("title", "补选第三选区代表"),
            ("kind", "direct"),
            ("term", term.as_str()),
            ("seats", "1"),
            ("day", "2026-12-20"),
            ("method", ""),
        ];
        let wrong = office.post("/elections", &fields).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("补选第三选区代表"), "what was typed is kept");
        fields[5].1 = "选举法";
        let made = office.post("/elections", &fields).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
        let it = made.location().to_owned();
        let drawn =
            office.post(&format!("{it}/districts"), &[("name", "第三选区"), ("seats", "1"), ("voters", "2001")]).await;
        assert_eq!(drawn.status, StatusCode::SEE_OTHER, "{}", drawn.text);
        let page = office.get(&it).await.text;
        assert!(page.contains("第三选区") && page.contains("2026-11-30") && page.contains("第28条"), "{page}");
        kept_by_two(&mut office, &it).await;
        let public = visitor(&site, &Actor::nobody()).get("/announcements").await.text;
        assert!(public.contains("补选第三选区代表"), "{public}");
        sound(&site).await;
    });
}

/// Two keep the district of an election at once: the slower one sees both, as a page and in JSON.
async fn kept_by_two(office: &mut Visitor, it: &str) {
    let told = office.get(&format!("/api{it}")).await.json()["districts"][0].clone();
    let (id, version) = (told["id"].as_str().unwrap(), told["version"].to_string());
    let at = format!("/elections/districts/{id}");
    assert!(office.get(&at).await.text.contains(&format!("name=\"version\" value=\"{version}\"")));
    let mut typed = vec![("name", "第三选区"), ("seats", "1"), ("voters", "2100"), ("version", &version)];
    assert_eq!(office.post(&at, &typed).await.status, StatusCode::SEE_OTHER);
    typed[2].1 = "2050";
    let both = office.post(&at, &typed).await;
    assert_eq!(both.status, StatusCode::PRECONDITION_FAILED, "{}", both.text);
    assert!(both.text.contains("2100") && both.text.contains("2050"), "{}", both.text);
    let late = json!({ "name": "第三选区", "seats": 1, "voters": 2050 });
    let path = format!("/api/election-districts/{id}");
    let blind = office.json(Method::PUT, &path, &[], late.clone()).await;
    assert_eq!(blind.status, StatusCode::PRECONDITION_REQUIRED, "{}", blind.text);
    let late = office.json(Method::PUT, &path, &[("if-match", &version)], late).await;
    assert_eq!(late.status, StatusCode::PRECONDITION_FAILED, "{}", late.text);
    assert_eq!(late.json()["errors"][0]["message"], "2100");
}

#[test]
fn an_election_is_missing_to_a_stranger_and_a_deputy_only_looks() {
    on_sqlite(async |site| {
        found(&site).await;
        let it = announced(&site, wanted(Kind::Direct, 1, day("2026-12-20"))).await;
        let at = format!("/elections/{}", it.id);
        assert_eq!(visitor(&site, &stranger()).get(&at).await.status, StatusCode::NOT_FOUND);
        let mut looks = visitor(&site, &deputy());
        assert_eq!(looks.get(&at).await.status, StatusCode::OK);
        assert_eq!(looks.get(&format!("{at}/cancellation")).await.status, StatusCode::FORBIDDEN);
        assert_eq!(looks.get("/elections/new").await.status, StatusCode::FORBIDDEN);
        for page in ["/vacancies", "/departures", "/elections/certificates", "/elections"] {
            assert_eq!(looks.get(page).await.status, StatusCode::OK, "{page}");
        }
        let mut head = visitor(&site, &head());
        assert_eq!(head.get("/elections/progress").await.status, StatusCode::OK);
        assert_eq!(head.get("/departures/new").await.status, StatusCode::OK);
    });
}

#[test]
fn anybody_checks_a_certificate_by_its_code_and_the_office_prints_it() {
    both(async |site| {
        found(&site).await;
        let (it, at) = fixed(&site, 1, &["甲", "乙"]).await;
        let count = CountWanted { figures: figures(), votes: votes(&[("甲", 1_500), ("乙", 400)]) };
        enter(&site, &clerk(), at, count).await.unwrap();
        certify(&site, &head(), it.id).await.unwrap();
        let one = elections::store::certificates(&mut site.db(), it.id).await.unwrap().remove(0);
        let mut public = visitor(&site, &Actor::nobody());
        let page = public.get(&format!("/certificates/{}", one.code.to_lowercase().replace('-', ""))).await;
        assert!(page.text.contains("甲") && page.text.contains("待确认"), "{}", page.text);
        assert_eq!(public.get("/certificates/0000-0000-0000-0000").await.status, StatusCode::NOT_FOUND);
        assert!(public.get("/certificates?code=x").await.text.contains("没有读懂"));
        let paper = format!("/elections/certificates/{}/papers/certificate.docx", one.id);
        assert!(visitor(&site, &clerk()).get(&paper).await.text.starts_with("PK"));
        assert_eq!(visitor(&site, &deputy()).get(&paper).await.status, StatusCode::FORBIDDEN);
        let report = format!("/elections/districts/{at}/rounds/1/papers/report");
        let mut office = visitor(&site, &clerk());
        assert!(office.get(&format!("/elections/{}", it.id)).await.text.contains(&format!("{report}.docx")));
        assert!(office.get(&format!("{report}.docx")).await.text.starts_with("PK"));
        let told = office.get(&format!("/api/election-districts/{at}/rounds/1/papers/report")).await;
        assert!(told.text.contains("监票人") && told.text.contains("1001"), "{}", told.text);
        for other in ["2/papers/report.docx", "1/papers/other.docx"] {
            let none = office.get(&format!("/elections/districts/{at}/rounds/{other}")).await;
            assert_eq!(none.status, StatusCode::NOT_FOUND, "{other}");
        }
        assert_eq!(visitor(&site, &deputy()).get(&format!("{report}.pdf")).await.status, StatusCode::FORBIDDEN);
        let table = visitor(&site, &clerk()).get(&format!("/elections/{}/list?what=candidates&as=csv", it.id)).await;
        assert!(table.text.contains("甲") && table.text.contains("当选"), "{}", table.text);
        let register = "/elections/certificates/list?as=csv";
        let table = visitor(&site, &head()).get(register).await;
        assert!(table.text.contains("甲") && table.text.contains(&one.code), "{}", table.text);
        assert_eq!(visitor(&site, &deputy()).get(register).await.status, StatusCode::FORBIDDEN);
        let page = visitor(&site, &deputy()).get(&format!("/elections/{}", it.id)).await.text;
        assert!(page.contains("1001") && page.contains("选举法第45条"), "the working is shown: {page}");
    });
}

#[test]
fn whom_the_roster_knows_by_that_name_is_chosen_when_nominating() {
    both(async |site| {
        found(&site).await;
        let it = announced(&site, wanted(Kind::Direct, 2, day("2026-12-20"))).await;
        let at = draw(&site, &clerk(), it.id, place("第一选区", 2), &Once::default()).await.unwrap().id;
        open(&site, &clerk(), it.id).await.unwrap();
        let form = format!("/elections/districts/{at}/candidates");
        let mut office = visitor(&site, &clerk());
        office.get(&form).await;
        let mut typed = vec![("name", "代表3"), ("origin", "joint"), ("proposer", "选民甲"), ("signers", "10")];
        let asked = office.post(&form, &typed).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", asked.text);
        assert!(asked.text.contains("临江县人民代表大会") && asked.text.contains("都不是"), "{}", asked.text);
        let who = person(3).to_string();
        typed.push(("person", &who));
        assert_eq!(office.post(&form, &typed).await.status, StatusCode::SEE_OTHER);
        let other =
            [("name", "代表4"), ("origin", "joint"), ("proposer", "选民甲"), ("signers", "10"), ("person", "none")];
        assert_eq!(office.post(&form, &other).await.status, StatusCode::SEE_OTHER);
        let all = elections::store::candidates(&mut site.db(), it.id).await.unwrap();
        assert_eq!(all.iter().map(|one| one.person).collect::<Vec<_>>(), [Some(person(3)), None]);
        sound(&site).await;
    });
}

#[test]
fn programs_do_the_same() {
    both(async |site| {
        found(&site).await;
        let mut office = visitor(&site, &clerk());
        let body = json!({ "title": "选举", "kind": "direct", "term": term().uuid(), "seats": 1, "day": "2026-12-20",
            "method": "选举法" });
        let path = format!("/api/congresses/{}/elections", congress());
        let made = office.json(Method::POST, &path, &[], body).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
        let id = made.json()["id"].as_str().unwrap().to_owned();
        let body = json!({ "name": "第一选区", "seats": 1, "voters": 2001 });
        let drawn = office.json(Method::POST, &format!("/api/elections/{id}/districts"), &[], body).await;
        assert_eq!(drawn.json()["districts"][0]["least"], 2, "{}", drawn.text);
        let opened = office.json(Method::POST, &format!("/api/elections/{id}/nominations"), &[], json!({})).await;
        assert_eq!(opened.json()["stage"], "nominating", "{}", opened.text);
        let list = office.get(&path).await.json();
        assert_eq!(list["total"], 1);
        let public = visitor(&site, &Actor::nobody()).get("/api/announcements").await.json();
        assert_eq!(public["items"][0]["kind"], "announced");
    });
}

#[test]
fn all_certificates_of_an_election_are_one_file() {
    both(async |site| {
        found(&site).await;
        let (it, at) = fixed(&site, 2, &["甲", "乙", "丙"]).await;
        let all = format!("/elections/{}/papers/certificates.docx", it.id);
        let mut office = visitor(&site, &clerk());
        assert_eq!(office.get(&all).await.status, StatusCode::NOT_FOUND, "none is issued");
        let count = CountWanted { figures: figures(), votes: votes(&[("甲", 1_500), ("乙", 1_400), ("丙", 9)]) };
        enter(&site, &clerk(), at, count).await.unwrap();
        certify(&site, &head(), it.id).await.unwrap();
        let page = office.get(&format!("/elections/{}", it.id)).await.text;
        assert!(page.contains(&all) && !page.contains("papers/cards.docx"), "{page}");
        assert!(office.get(&all).await.text.starts_with("PK"));
        let api = format!("/api/elections/{}/papers", it.id);
        let told = office.get(&format!("{api}/certificates")).await.json();
        assert_eq!(told.as_array().map(Vec::len), Some(2), "{told}");
        assert!(told[0]["blocks"].to_string().contains("甲") && told[1]["blocks"].to_string().contains("乙"), "{told}");
        for (name, status) in [("cards", StatusCode::NOT_FOUND), ("other", StatusCode::NOT_FOUND)] {
            assert_eq!(office.get(&format!("{api}/{name}")).await.status, status, "{name}");
        }
        confirm(&site, &head(), it.id).await.unwrap();
        assert!(office.get(&format!("/elections/{}/papers/cards.docx", it.id)).await.text.starts_with("PK"));
        assert_eq!(visitor(&site, &deputy()).get(&all).await.status, StatusCode::FORBIDDEN);
        assert_eq!(visitor(&site, &stranger()).get(&all).await.status, StatusCode::NOT_FOUND);
    });
}
