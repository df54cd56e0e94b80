//! Figures by source, by how often a matter was passed on, by year and by delegation; and what stands beside each rate.

use crate::world::{counted::*, site::visitor, *};
use kernel::AreaCode;
use kit::{
    db::Sql,
    testing::{both, on_sqlite},
};
use supervision::queries::{counted::CaseWords, statistics::within};

#[test]
fn sources_and_how_often_it_was_passed_on_are_dimensions_that_cross() {
    both(async |site| {
        on(&site, "2026-04-20");
        found(&site).await;
        let sql = Sql::new("update suggestion set source = 'station' where id = {}").bind(suggestion());
        changed(&site, suggestion(), sql).await;
        let mut tx = site.db().begin().await.unwrap();
        part(&mut tx, suggestion(), 9, schools(), "lead").await;
        run(&mut tx, Sql::new("update assignment set work = 'passed-on' where id = {}").bind(id::<()>(11, 9).uuid()))
            .await;
        tx.commit().await.unwrap();
        moved(&site, suggestion()).await;
        assert_eq!((words(&site, "source").await, words(&site, "hops").await), (once("station"), once("1")));
        let crossed = |source: &str, hops: &str| CaseWords {
            source: source.to_owned(),
            hops: hops.to_owned(),
            category: "construction".to_owned(),
            ..CaseWords::default()
        };
        assert_eq!(behind(&site, crossed("station", "1")).await, 1);
        assert_eq!((behind(&site, crossed("station", "0")).await, behind(&site, crossed("survey", "1")).await), (0, 0));
    });
}

#[test]
fn a_province_sees_each_year_by_itself_and_one_after_another() {
    both(async |site| {
        on(&site, "2026-04-20");
        found(&site).await;
        moved(&site, suggestion()).await;
        let (before, old) = (id::<()>(4, 7), id(10, 70));
        let mut tx = site.db().begin().await.unwrap();
        let sql = Sql::new(
            "insert into session (ordinal, name, opened, closed, version, id, term, congress) values (4, '第四次会议', '2025-01-08', '2025-01-12', 1, {}, {}, {})",
        );
        run(&mut tx, sql.bind(before).bind(id::<()>(5, 1)).bind(congress())).await;
        paper(&mut tx, old, "numbered", Some(3)).await;
        run(
            &mut tx,
            Sql::new("update suggestion set session = {}, series = 'old' where id = {}").bind(before).bind(old),
        )
        .await;
        tx.commit().await.unwrap();
        moved(&site, old).await;
        let area = AreaCode::parse("43").unwrap();
        for (year, n) in [(None, 2), (Some(2026), 1), (Some(2025), 1), (Some(2024), 0)] {
            let sums = within(&mut site.db(), &area, year, site.today()).await.unwrap();
            assert_eq!((sums.total(), sums.of("level", "county")), (n, n), "{year:?}");
        }
        let mut province = visitor(&site, &stranger());
        let at = format!("/supervision/statistics?congress={}&below=1", congress());
        let all = province.get(&at).await.text;
        assert!(all.contains("year=2025") && all.contains("year=2026"), "one after another: {all}");
        let json = format!("/api/congresses/{}/handling-statistics?below=true&year=2025", congress());
        let told = province.get(&json).await.json();
        let whole = told["sums"].as_array().unwrap().iter().find(|sum| sum["dimension"] == "all").unwrap();
        assert_eq!(whole["n"], 1);
        let report =
            province.get(&format!("/supervision/statistics/report?congress={}&below=1", congress())).await.text;
        assert!(report.contains("2026年") && report.contains("已编号建议 1 件"), "a report is of its year: {report}");
        let wrong = province.get(&format!("{at}&year=last")).await;
        assert_eq!(wrong.status.as_u16(), 422);
    });
}

#[test]
fn every_rate_of_a_unit_or_a_congress_stands_beside_its_response() {
    on_sqlite(async |site| {
        on(&site, "2026-04-15");
        found(&site).await;
        let reply = Reply {
            of: suggestion(),
            part: 1,
            round: 1,
            class: "solved",
            judge_by: "2026-04-16",
            said: Some("satisfied"),
        };
        reply.deliver(&site).await;
        on(&site, "2026-05-01");
        let province = id::<()>(1, 99);
        let mut tx = site.db().begin().await.unwrap();
        run(
            &mut tx,
            Sql::new(
                "insert into area (code, name, level, kind) values ('43', '湖南省', 'province', 'administrative')",
            ),
        )
        .await;
        let sql = Sql::new("insert into body (level, powers, transfer, version, kind, area, name, id, congress)")
            .add(" values ('province', '[]', 0, 1, 'congress', '43', '湖南省人民代表大会', {}, {})");
        run(&mut tx, sql.bind(province).bind(province)).await;
        tx.commit().await.unwrap();
        let mut office = visitor(&site, &clerk());
        for (actor, address) in [(clerk(), "/supervision/statistics"), (stranger(), "/supervision/statistics?below=1")]
        {
            let page = visitor(&site, &actor).get(address).await.text;
            let table = page.rsplit_once("<table").unwrap().1;
            let place = |words: &str| table.find(&format!("data-label=\"{words}\">100.0%"));
            assert!(place("满意率").unwrap() < place("反馈率").unwrap(), "{address}: {table}");
            assert!(page.contains("评价期未满的暂不计入"), "what is counted is said");
        }
        let sheet = office.get("/supervision/statistics/list?as=csv").await.text;
        assert!(sheet.contains("全部会议届次,县级,临江县人民代表大会,按类别"), "{sheet}");
        assert!(sheet.contains("全部会议届次,县级,县交通运输局,按评价（办理结果）,满意,1,100.0%"), "{sheet}");
        let cases = office.get("/supervision/statistics/cases").await.text;
        assert!(cases.contains("name=\"source\"") && cases.contains("name=\"hops\"") && cases.contains("县交通运输局"));
        let people = office.get("/supervision/statistics/deputies").await.text;
        assert!(
            people.contains("data-label=\"反馈率\">100.0%") && people.contains("data-label=\"反馈率\">0.0%"),
            "{people}"
        );
    });
}

#[test]
fn what_deputies_raised_and_answered_is_summed_by_delegation() {
    both(async |site| {
        on(&site, "2026-04-15");
        found(&site).await;
        let team = id::<()>(6, 1);
        let mut tx = site.db().begin().await.unwrap();
        let sql =
            Sql::new("insert into delegation (id, term, congress, name, version) values ({}, {}, {}, '第一代表团', 1)");
        run(&mut tx, sql.bind(team).bind(id::<()>(5, 1)).bind(congress())).await;
        run(&mut tx, Sql::new("update mandate set delegation = {} where person = {}").bind(team).bind(person(1))).await;
        tx.commit().await.unwrap();
        let reply = Reply {
            of: suggestion(),
            part: 1,
            round: 1,
            class: "solved",
            judge_by: "2026-04-16",
            said: Some("satisfied"),
        };
        reply.deliver(&site).await;
        let mut office = visitor(&site, &clerk());
        let told = office.get(&format!("/api/congresses/{}/handling-statistics/delegations", congress())).await.json();
        assert_eq!(
            (&told[0]["name"], &told[0]["raised"], &told[0]["judged"]),
            (&"第一代表团".into(), &1.into(), &1.into())
        );
        assert_eq!((&told[1]["id"], &told[1]["delivered"], &told[1]["asked"]), (&().into(), &1.into(), &0.into()));
        let page = office.get("/supervision/statistics/deputies").await.text;
        assert!(page.contains("第一代表团") && page.contains("没有编入代表团"), "{page}");
        let of = |delegation: String| CaseWords { delegation, ..CaseWords::default() };
        assert_eq!(
            (behind(&site, of(team.to_string())).await, behind(&site, of(id::<()>(6, 9).to_string())).await),
            (1, 0)
        );
        let sheet = office.get("/supervision/statistics/delegations/list?as=csv").await.text;
        assert!(sheet.contains("第一代表团,1,0,1,1,1,100.0%"), "{sheet}");
        let mut other = visitor(&site, &transfer());
        assert_eq!(other.get("/supervision/statistics/delegations/list").await.status.as_u16(), 403);
    });
}
