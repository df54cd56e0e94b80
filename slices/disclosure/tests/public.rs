//! What anybody reads without signing in: the list, one, what is held back, the log of what was taken down, open data.

use crate::world::{site::visitor, *};
use accounts_rules::Actor;
use axum::http::StatusCode;
use disclosure::desk::{
    disclose::disclose,
    take_down::take_down,
    withhold::{GroundWanted, withhold},
};
use disclosure_rules::{DisclosureId, Ground};
use kit::{
    Site,
    db::Sql,
    search::Feed,
    testing::{Answer, both, on_sqlite},
};

const SOURCES: &[kit::search::Source] = &[disclosure::SOURCE];

async fn passer_by(site: &Site, path: &str) -> Answer {
    visitor(site, &Actor::nobody()).get(path).await
}

/// What nobody outside may read of the world.
const SECRETS: [&str; 6] = ["13873612345", "张三", "李建国", "84123456", "王五", "办公室的说明"];

fn clean(answer: &Answer) {
    for secret in SECRETS {
        assert!(!answer.text.contains(secret), "{secret} stands in {}", answer.text);
    }
}

#[test]
fn anybody_reads_the_redacted_texts_with_deputy_unit_and_class_and_what_is_held_back() {
    both(async |site| {
        found(&site).await;
        let shown = disclosed(&site, suggestion()).await;
        let page = passer_by(&site, &format!("/disclosures/{shown}")).await;
        assert_eq!(page.status, StatusCode::OK);
        clean(&page);
        for said in ["第12号", "杨柳", "城关代表团", "县交通运输局", "已经解决或基本解决", "张××", "李××"]
        {
            assert!(page.text.contains(said), "{said}: {}", page.text);
        }
        for held in ["隐去电话号码 2 处", "县水利局的答复：承办单位注明不予公开", "代表评价：按本级规定不公开"]
        {
            assert!(page.text.contains(held), "{held}: {}", page.text);
        }
        assert_eq!(page.headers["cache-control"], "no-store");
        let json = passer_by(&site, &format!("/api/disclosures/{shown}")).await;
        clean(&json);
        assert_eq!(json.json()["replies"][1]["kept_back"], true);
        assert_eq!(json.json()["replies"][1]["text"], "");
        let list = passer_by(&site, &format!("/disclosures?deputy={}", person(1))).await;
        clean(&list);
        assert!(list.text.contains(&format!("/disclosures/{shown}")), "{}", list.text);
    });
}

#[test]
fn who_keeps_the_identity_is_named_in_no_answer() {
    both(async |site| {
        found(&site).await;
        let mut tx = site.db().begin().await.unwrap();
        paper(&mut tx, 30, Paper { secret: true, ..Paper::default() }).await;
        tx.commit().await.unwrap();
        let shown = disclosed(&site, id(10, 30)).await;
        let page = passer_by(&site, &format!("/disclosures/{shown}")).await;
        assert!(
            !page.text.contains("杨柳") && !page.text.contains("杨××") && page.text.contains("×××代表"),
            "{}",
            page.text
        );
        assert!(page.text.contains("代表要求保密身份"), "{}", page.text);
        let list = passer_by(&site, &format!("/api/disclosures?deputy={}", person(1))).await;
        assert_eq!(list.json()["total"], 0);
        let data = passer_by(&site, &format!("/api/disclosures/data?congress={}", congress())).await;
        assert!(!data.text.contains("杨柳"), "{}", data.text);
        sound(&site).await;
    });
}

#[test]
fn what_is_taken_down_is_gone_from_every_answer_at_once_and_stands_in_the_log() {
    both(async |site| {
        found(&site).await;
        let shown = disclosed(&site, suggestion()).await;
        indexed(&site).await;
        on(&site, "2026-06-12");
        let why = GroundWanted { ground: Ground::Privacy, words: text("办公室的说明") };
        take_down(&site, &clerk(), shown, why, None).await.unwrap();
        let page = passer_by(&site, &format!("/disclosures/{shown}")).await;
        assert_eq!(page.status, StatusCode::GONE);
        let said = ["撤下〔2026〕1号", "2026-06-12", "涉及个人隐私"];
        assert!(said.iter().all(|one| page.text.contains(one)), "{}", page.text);
        let gone = passer_by(&site, &format!("/api/disclosures/{shown}")).await;
        assert_eq!(gone.status, StatusCode::GONE);
        let q = "q=%E4%BF%AE%E8%B7%AF";
        for path in everywhere(shown).into_iter().chain([format!("/disclosures?{q}"), format!("/api/disclosures?{q}")])
        {
            let answer = passer_by(&site, &path).await;
            clean(&answer);
            assert!(!answer.text.contains("关于修路的建议"), "{path}: {}", answer.text);
        }
        let log = passer_by(&site, "/disclosures/removals").await;
        assert!(said.iter().all(|one| log.text.contains(one)) && log.text.contains("第12号"), "{}", log.text);
        sound(&site).await;
    });
}

async fn indexed(site: &Site) {
    Feed::new(site.search().unwrap().clone(), SOURCES).catch_up(site.db()).await.unwrap();
}

#[test]
fn what_a_letter_answers_point_by_point_is_read_too_and_who_sees_to_it_is_found() {
    both(async |site| {
        found(&site).await;
        let mut tx = site.db().begin().await.unwrap();
        let sql = Sql::new(
            "insert into reply_point (round, ordinal, request, measure, owner, due, money, assignment, suggestion)",
        )
        .add(" values (1, 0, '请修路', '年内硬化三公里', '郗科长', '2026-12-31', '三十万元', {}, {})");
        run(&mut tx, sql.bind(part(112, 1)).bind(suggestion())).await;
        tx.commit().await.unwrap();
        let shown = disclosed(&site, suggestion()).await;
        let page = passer_by(&site, &format!("/disclosures/{shown}")).await;
        assert!(page.text.contains("1. 请修路") && !page.text.contains("郗科长"), "{}", page.text);
        assert!(page.text.contains("年内硬化三公里 · 郗×× · 2026-12-31 · 三十万元"), "{}", page.text);
    });
}

/// Every public answer in which it could stand.
fn everywhere(shown: DisclosureId) -> Vec<String> {
    let of = format!("congress={}", congress());
    vec![
        format!("/disclosures/{shown}"),
        "/disclosures".to_owned(),
        format!("/disclosures?{of}"),
        format!("/disclosures/held?{of}"),
        format!("/disclosures/removals?{of}"),
        format!("/disclosures/data/list?{of}&as=csv"),
        format!("/api/disclosures?{of}"),
        "/api/disclosures/removals".to_owned(),
        format!("/api/disclosures/data?{of}"),
    ]
}

#[test]
fn that_a_matter_was_taken_up_again_is_said_beside_the_reply_before() {
    on_sqlite(async |site| {
        found(&site).await;
        let shown = disclosed(&site, suggestion()).await;
        let path = format!("/disclosures/{shown}");
        assert!(!passer_by(&site, &path).await.text.contains("又恢复办理"));
        let mut tx = site.db().begin().await.unwrap();
        run(&mut tx, Sql::new("update suggestion set stage = 'handling', closed = null, outcome = null")).await;
        tx.commit().await.unwrap();
        assert!(passer_by(&site, &path).await.text.contains("又恢复办理"));
    });
}

#[test]
fn it_can_come_back_as_a_new_edition_and_the_log_keeps_its_line() {
    both(async |site| {
        found(&site).await;
        let shown = disclosed(&site, suggestion()).await;
        let why = || GroundWanted { ground: Ground::Error, words: text("数字有误") };
        take_down(&site, &clerk(), shown, why(), None).await.unwrap();
        let given = wanted(&site, suggestion(), true).await;
        disclose(&site, &clerk(), suggestion(), &given, seen(&site, suggestion()).await).await.unwrap();
        assert_eq!(passer_by(&site, &format!("/disclosures/{shown}")).await.status, StatusCode::OK);
        let log = passer_by(&site, "/api/disclosures/removals").await.json();
        assert_eq!((log["total"].as_i64(), log["items"][0]["disclosed_again"].as_bool()), (Some(1), Some(true)));
        take_down(&site, &clerk(), shown, why(), None).await.unwrap();
        let log = passer_by(&site, "/api/disclosures/removals").await.json();
        assert_eq!((log["items"][0]["n"].as_i64(), log["items"][1]["n"].as_i64()), (Some(2), Some(1)));
        sound(&site).await;
    });
}

#[test]
fn words_years_units_and_categories_find_it_page_by_page() {
    both(async |site| {
        found(&site).await;
        let mut tx = site.db().begin().await.unwrap();
        for n in 40..66 {
            paper(&mut tx, n, Paper::default()).await;
        }
        tx.commit().await.unwrap();
        for n in 40..66 {
            disclosed(&site, id(10, n)).await;
        }
        indexed(&site).await;
        let road = "q=%E4%BF%AE%E8%B7%AF";
        let (one, here) = (congress(), session());
        for (query, total) in [
            (String::new(), 26),
            (road.to_owned(), 26),
            ("q=%E9%A3%9E%E8%88%B9".to_owned(), 0),
            (format!("{road}&congress={one}&year=2026&session={here}&unit={}&category=construction", roads()), 26),
            (format!("congress={one}&year=2026&session={here}&unit={}&category=construction", roads()), 26),
            ("year=2025".to_owned(), 0),
            ("category=health".to_owned(), 0),
            ("q=13873612345".to_owned(), 0),
        ] {
            let page = passer_by(&site, &format!("/api/disclosures?{query}")).await.json();
            assert_eq!(page["total"], total, "{query}: {page}");
        }
        for query in ["", road] {
            let first = passer_by(&site, &format!("/api/disclosures?{query}")).await.json();
            let next = first["next"].as_str().unwrap();
            let last = passer_by(&site, &format!("/api/disclosures?{query}&after={next}")).await.json();
            assert_eq!((first["items"].as_array().unwrap().len(), last["items"].as_array().unwrap().len()), (25, 1));
        }
        let wrong = passer_by(&site, "/disclosures?congress=x").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    });
}

#[test]
fn open_data_of_a_congress_goes_out_whole_with_its_count_and_terms() {
    both(async |site| {
        found(&site).await;
        let mut tx = site.db().begin().await.unwrap();
        paper(&mut tx, 41, Paper::default()).await;
        tx.commit().await.unwrap();
        for of in [suggestion(), id(10, 41)] {
            disclosed(&site, of).await;
        }
        let of = format!("congress={}&year=2026", congress());
        let csv = passer_by(&site, &format!("/disclosures/data/list?{of}&as=csv")).await;
        clean(&csv);
        assert_eq!(csv.headers["x-row-count"], "2");
        assert!(csv.text.contains("编号,标题,人大") && csv.text.contains("第41号"), "{}", csv.text);
        let xlsx = passer_by(&site, &format!("/disclosures/data/list?{of}&as=xlsx")).await;
        assert_eq!((xlsx.status, xlsx.headers["x-row-count"].to_str().unwrap()), (StatusCode::OK, "2"));
        let data = passer_by(&site, &format!("/api/disclosures/data?{of}")).await;
        let json = data.json();
        assert_eq!((json["count"].as_i64(), json["items"].as_array().unwrap().len()), (Some(2), 2));
        assert!(json["licence"].as_str().unwrap().contains("注明来源"), "{json}");
        assert_eq!(data.headers["x-row-count"], "2");
        let page = passer_by(&site, &format!("/disclosures/data?{of}")).await;
        assert!(page.text.contains("注明来源") && page.text.contains("<code>reply-numbers</code>"), "{}", page.text);
        let whole = passer_by(&site, "/api/disclosures/data").await;
        assert_eq!(whole.status, StatusCode::UNPROCESSABLE_ENTITY, "a congress must be named");
    });
}

#[test]
fn the_numbers_say_how_much_is_not_disclosed_and_why_without_naming_anything() {
    both(async |site| {
        found(&site).await;
        let mut tx = site.db().begin().await.unwrap();
        paper(&mut tx, 51, Paper { consents: false, ..Paper::default() }).await;
        paper(&mut tx, 52, Paper { roads_publish: false, ..Paper::default() }).await;
        paper(&mut tx, 53, Paper::default()).await;
        paper(&mut tx, 54, Paper::default()).await;
        tx.commit().await.unwrap();
        disclosed(&site, suggestion()).await;
        let why = GroundWanted { ground: Ground::Secret, words: text("办公室的说明") };
        let hidden = withhold(&site, &clerk(), id(10, 53), why).await.unwrap();
        let held = passer_by(&site, &format!("/api/disclosures/held?congress={}", congress())).await.json();
        let said: Vec<(String, i64)> = held.as_array().unwrap().iter().map(line).collect();
        let line = |how: &str| (how.to_owned(), 1);
        assert_eq!(said, ["disclosed", "waiting", "no-consent", "replies-kept", "withheld secret"].map(line));
        let page = passer_by(&site, &format!("/disclosures/held?congress={}", congress())).await;
        clean(&page);
        assert!(page.text.contains("不予公开：涉及国家秘密"), "{}", page.text);
        // That it exists is told nobody.
        assert_eq!(passer_by(&site, &format!("/disclosures/{hidden}")).await.status, StatusCode::NOT_FOUND);
    });
}

fn line(it: &serde_json::Value) -> (String, i64) {
    let how = [it["how"].as_str(), it["ground"].as_str()];
    (how.into_iter().flatten().collect::<Vec<_>>().join(" "), it["count"].as_i64().unwrap())
}

#[test]
fn what_the_rule_book_says_of_names_scores_and_years_is_kept_to() {
    on_sqlite(async |site| {
        found(&site).await;
        let mut tx = site.db().begin().await.unwrap();
        for (key, value) in
            [("disclosure.deputy", "unnamed"), ("disclosure.scores", "shown"), ("disclosure.years", "1")]
        {
            let sql = Sql::new("insert into suggestion_rules (grade, document, version, congress, term, key, value)")
                .add(" values ('D', '试验', 1, {}, {}, {}, {})");
            run(&mut tx, sql.bind(congress()).bind(uuid::Uuid::nil()).bind(key).bind(value)).await;
        }
        let of = part(112, 1);
        let sql =
            Sql::new("insert into delivery (assignment, round, signer, ordinal, suggestion) values ({}, 1, {}, 0, {})");
        run(&mut tx, sql.bind(of).bind(person(1)).bind(suggestion())).await;
        let sql = Sql::new("insert into judgement (process, result, at, assignment, round, signer)")
            .add(" values ('satisfied', 'basically', 1, {}, 1, {})");
        run(&mut tx, sql.bind(of).bind(person(1))).await;
        tx.commit().await.unwrap();
        let shown = disclosed(&site, suggestion()).await;
        let page = passer_by(&site, &format!("/disclosures/{shown}")).await;
        assert!(page.text.contains("基本满意") && page.text.contains("按本级规定不载明"), "{}", page.text);
        assert!(!page.text.contains("杨柳"), "{}", page.text);
        on(&site, "2027-06-10");
        assert_eq!(passer_by(&site, &format!("/disclosures/{shown}")).await.status, StatusCode::OK);
        on(&site, "2027-06-11");
        assert_eq!(passer_by(&site, &format!("/disclosures/{shown}")).await.status, StatusCode::GONE);
        assert_eq!(passer_by(&site, "/api/disclosures").await.json()["total"], 0);
    });
}

#[test]
fn what_is_over_is_not_even_counted_by_a_search_and_its_page_does_not_say_that_it_was_taken_down() {
    on_sqlite(async |site| {
        found(&site).await;
        let mut tx = site.db().begin().await.unwrap();
        paper(&mut tx, 41, Paper::default()).await;
        tx.commit().await.unwrap();
        disclosed(&site, id(10, 41)).await;
        let mut tx = site.db().begin().await.unwrap();
        let sql = Sql::new("insert into suggestion_rules (grade, document, version, congress, term, key, value)")
            .add(" values ('D', '试验', 1, {}, {}, 'disclosure.years', '1')");
        run(&mut tx, sql.bind(congress()).bind(uuid::Uuid::nil())).await;
        tx.commit().await.unwrap();
        let shown = disclosed(&site, suggestion()).await;
        indexed(&site).await;
        // One stays without end, the other to 10 June 2027.
        for (day, found) in [
            ("2026-06-11", 2),
            ("2026-12-31", 2),
            ("2027-01-01", 2),
            ("2027-05-31", 2),
            ("2027-06-10", 2),
            ("2027-06-11", 1),
            ("2027-07-01", 1),
            ("2028-01-01", 1),
            ("2090-12-31", 1),
        ] {
            on(&site, day);
            let seen = passer_by(&site, "/api/disclosures?q=%E4%BF%AE%E8%B7%AF").await.json();
            assert_eq!((&seen["total"], seen["items"].as_array().unwrap().len()), (&found.into(), found), "{day}");
        }
        let page = passer_by(&site, &format!("/disclosures/{shown}")).await;
        assert!(page.status == StatusCode::GONE && page.text.contains("公开年限已满"), "{}", page.text);
        assert!(!page.text.contains("已撤下"), "{}", page.text);
    });
}
