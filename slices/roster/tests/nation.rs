//! The fifth level: deputies whom the province elects into the national congress.

use std::sync::Arc;

use accounts_rules::{Actor, Right};
use axum::http::StatusCode;
use kernel::BodyId;
use kit::{
    Site,
    sheets::{self, BadRows, Import, Kind, State, Upload},
    testing::both,
    web::api::Once,
    words::Lang,
};
use roster::{
    desk::people,
    queries::{chart, deputies::Filter, people as found},
    sheet,
};
use roster_rules::CongressLevel;

use crate::world::{self, changsha, chief, code, congress, count, liaison, named, national, site::visitor};

const SHEET: &str = "所属人大,姓名,身份证号,届次,任职日期,代表团
全国人大,张三,11010519491231002X,14,2023-03-05,湖南省代表团
,李四,,14,2023-03-05,湖南省代表团
";

async fn staged(site: &Site, body: Option<BodyId>, bytes: &[u8]) -> (Import, Vec<String>) {
    let spec = Arc::new(sheet::RosterSheet::new(site));
    let id = sheets::open(site, "roster", body, None, "名册.csv").await.unwrap();
    let import = sheets::stage(site, &spec, id, Upload::from_bytes(bytes).unwrap()).await.unwrap();
    let rows = sheets::rows(&mut site.db(), id, sheets::Show::All, 0, 1_000).await.unwrap();
    let said = rows.into_iter().flat_map(|row| row.said).filter(|said| !said.warning).map(|said| said.key).collect();
    (import, said)
}

async fn seated(site: &Site) -> BodyId {
    changsha(site).await;
    let nation = national(site, "congress").await;
    let (import, said) = staged(site, Some(nation), SHEET.as_bytes()).await;
    assert_eq!((import.state, import.rows, import.bad), (State::Staged, 2, 0), "{said:?}");
    let spec = sheet::RosterSheet::new(site);
    sheets::commit(site, &spec, import.id, None, BadRows::Stop).await.unwrap();
    nation
}

#[test]
fn a_roster_of_national_deputies_comes_in_goes_out_and_comes_in_again() {
    both(async |site| {
        let nation = seated(&site).await;
        assert_eq!(count(&site, "select count(*) from v_mandate where in_office = 1").await, 2);
        let kinds = "select count(*) from mandate m join body b on b.id = m.congress where b.level = 'nation' and m.area = '43'";
        assert_eq!(count(&site, kinds).await, 2);
        let filter = Filter { congress: nation, term: None, standing: None, delegation: None };
        let out = sheet::deputies(&site, Kind::Csv, Lang::Chinese, &filter).await.unwrap();
        let bytes = std::fs::read(out.path()).unwrap();
        assert!(String::from_utf8(bytes.clone()).unwrap().contains("全国人大"));
        for whose in [Some(nation), None] {
            let (import, said) = staged(&site, whose, &bytes).await;
            assert_eq!((import.rows, import.bad), (2, 0), "{said:?}");
        }
        assert_eq!(count(&site, "select count(*) from person").await, 2);
    });
}

#[test]
fn the_code_of_the_province_means_its_own_congress_and_one_person_may_sit_in_both() {
    both(async |site| {
        let nation = seated(&site).await;
        let provincial = "所属人大,姓名,身份证号,届次,任职日期\n43,张三,11010519491231002X,14,2023-01-14\n430121,张三,11010519491231002X,18,2022-01-05\n";
        let (import, said) = staged(&site, Some(nation), provincial.as_bytes()).await;
        assert_eq!((import.bad, said[0].as_str()), (2, "roster-sheet-other-congress"));
        let (import, said) = staged(&site, None, provincial.as_bytes()).await;
        assert_eq!(import.bad, 0, "{said:?}");
        let spec = sheet::RosterSheet::new(&site);
        sheets::commit(&site, &spec, import.id, None, BadRows::Stop).await.unwrap();
        let (import, said) = staged(&site, Some(congress(&site, "43").await), SHEET.as_bytes()).await;
        assert_eq!((import.bad, said[0].as_str()), (1, "roster-sheet-other-congress"), "{said:?}");
        // One person, three seats on one chain, the highest first.
        let seats = "select count(*) from mandate m join person p on p.id = m.person where p.name = '张三' and m.state = 'in_office'";
        assert_eq!(count(&site, seats).await, 3);
        let rungs = chart::rungs(&mut site.db(), &code("43")).await.unwrap();
        let rungs: Vec<(&str, i64)> = rungs.iter().map(|(word, n)| (word.as_str(), *n)).collect();
        assert_eq!(rungs, [("nation", 2), ("province", 1), ("county", 1)]);
        assert_eq!(roster::checks::audit(site.db()).await.unwrap(), Vec::new());
    });
}

#[test]
fn people_are_found_by_level_on_the_page_and_in_json() {
    both(async |site| {
        let nation = seated(&site).await;
        for (level, some) in [(CongressLevel::Nation, 2), (CongressLevel::Province, 0), (CongressLevel::Township, 0)] {
            let filter = found::Filter { level: Some(level), ..found::Filter::default() };
            let page = found::search(&mut site.db(), &filter, None, 50).await.unwrap();
            assert_eq!((page.items.len(), page.total), (some, i64::try_from(some).unwrap()), "{level}");
        }
        let mut nobody = visitor(&site, &Actor::nobody());
        let page = nobody.get("/deputies?level=nation&area=43").await;
        assert!(page.text.contains("张三") && page.text.contains("全国人民代表大会") && !page.text.contains('⟦'));
        assert!(!nobody.get("/deputies?level=county").await.text.contains("张三"));
        let json = nobody.get("/api/people?level=nation").await.json();
        assert_eq!(json["total"], 2, "{json}");
        let one = nobody.get(&format!("/api/people/{}", json["items"][0]["id"].as_str().unwrap())).await.json();
        assert_eq!((&one["seats"][0]["level"], &one["seats"][0]["area"]), (&"nation".into(), &"43".into()));
        for wrong in ["/deputies?level=moon", "/api/people?level=moon"] {
            assert_eq!(nobody.get(wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        }
        let body = nobody.get(&format!("/api/bodies/{nation}")).await.json();
        assert_eq!((&body["level"], &body["kind"]), (&"nation".into(), &"congress".into()));
        for language in ["zh-CN", "en"] {
            let page = nobody.get(&format!("/congresses/{nation}?lang={language}")).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(page.text.contains("class=\"note\"") && !page.text.contains('⟦'), "{}", page.text);
        }
    });
}

#[test]
fn the_office_of_the_province_keeps_them_and_nobody_of_another_level_does() {
    both(async |site| {
        let nation = seated(&site).await;
        let keeper = liaison(&site).await;
        people::enter(&site, &keeper, nation, &named("王五"), &Once::default()).await.unwrap();
        let committee = "select count(*) from body o join body p on p.id = o.parent where o.level = 'nation' and o.kind = 'office' \
                         and p.kind = 'standing_committee' and p.area = '43' and p.level = 'province'";
        assert_eq!(count(&site, committee).await, 1);
        for area in ["43", "4301", "430121"] {
            let other = chief(&site, area).await;
            assert!(people::enter(&site, &other, nation, &named("赵六"), &Once::default()).await.is_err(), "{area}");
            for right in [Right::RosterImport, Right::RosterExport, Right::ContactOpen, Right::MandateEdit] {
                assert!(other.may(right, nation).is_err(), "{area}");
                assert!(keeper.may(right, congress(&site, area).await).is_err(), "{area}");
                assert!(keeper.may(right, nation).is_ok());
            }
            let path = format!("/congresses/{nation}/imports");
            assert_eq!(visitor(&site, &other).get(&path).await.status, StatusCode::FORBIDDEN, "{area}");
        }
        let page = visitor(&site, &keeper).get(&format!("/congresses/{nation}")).await;
        assert!(page.text.contains("湖南省代表团") && page.text.contains("/imports"), "{}", page.text);
        let _ = world::day("2026-01-01");
    });
}
