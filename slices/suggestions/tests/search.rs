//! Finding: words and filters together, page by page, exactly; what is like what is being written; on both engines.

use crate::world::{site::visitor, *};
use accounts_rules::Actor;
use axum::http::StatusCode;
use kit::{Site, db::Sql, search::Feed, testing::both, web::api::Once};
use serde_json::Value;
use suggestions::{SOURCE, desk, queries};
use suggestions_rules::SuggestionId;

const SOURCES: &[kit::search::Source] = &[SOURCE];

async fn indexed(site: &Site) {
    Feed::new(site.search().unwrap().clone(), SOURCES).catch_up(site.db()).await.unwrap();
}

/// Thirteen about lamps, every third accepted and numbered; one of those with unit 1; two about water.
async fn lamps(site: &Site) {
    for n in 0..15 {
        let title =
            if n < 13 { format!("关于增设路灯的建议之{n}") } else { format!("关于供水的建议之{n}") };
        let id = drafted(site, &title).await;
        desk::submit::submit(site, &deputy(1), id, desk::Saw::Unsaid).await.unwrap();
        if n % 3 == 0 {
            desk::check::accept(site, &clerk(), id, "urban-environment", true, desk::Saw::Unsaid).await.unwrap();
        }
        if n == 6 {
            desk::assign::assign(site, &clerk(), id, &desk::assign::Plan::Sole(unit(1))).await.unwrap();
        }
    }
    indexed(site).await;
}

async fn asked(site: &Site, actor: &Actor, query: &str) -> Value {
    let answer = visitor(site, actor).get(&format!("/api/suggestions?congress={}&{query}", congress())).await;
    assert_eq!(answer.status, StatusCode::OK, "{query}: {}", answer.text);
    answer.json()
}

#[test]
fn words_and_filters_narrow_together_and_pages_follow_by_key() {
    both(|site| async move {
        found(&site).await;
        lamps(&site).await;
        let lamp = "q=%E8%B7%AF%E7%81%AF";
        let (one, here) = (unit(1), session());
        for (query, total) in [
            (String::new(), 15),
            (lamp.to_owned(), 13),
            (format!("{lamp}&stage=numbered"), 4),
            (format!("{lamp}&category=urban-environment"), 5),
            (format!("{lamp}&unit={one}"), 1),
            (format!("unit={one}"), 1),
            (format!("{lamp}&year=2026&session={here}"), 13),
            (format!("year=2026&session={here}"), 15),
            ("year=2025".to_owned(), 0),
            (format!("{lamp}&year=2025"), 0),
        ] {
            assert_eq!(asked(&site, &clerk(), &query).await["total"], total, "{query}");
        }
        for query in [lamp, "stage=submitted"] {
            let (mut seen, mut next) = (vec![], String::new());
            loop {
                let page = asked(&site, &clerk(), &format!("{query}&limit=4&after={next}")).await;
                seen.extend(page["items"].as_array().unwrap().iter().map(|it| it["id"].to_string()));
                let Some(after) = page["next"].as_str() else { break };
                next = after.to_owned();
            }
            let all = seen.len();
            seen.sort();
            seen.dedup();
            assert_eq!((all, seen.len()), if query == lamp { (13, 13) } else { (10, 10) });
        }
    });
}

#[test]
fn what_means_nothing_in_an_address_is_refused_by_its_name() {
    both(|site| async move {
        found(&site).await;
        let mut office = visitor(&site, &clerk());
        for (query, field) in [
            ("stage=dreaming", "stage"),
            ("stage=draft", "stage"),
            ("category=none", "category"),
            ("session=7", "session"),
            ("unit=00000000-0000-7000-8000-000000000000", "unit"),
            ("year=last", "year"),
            ("after=MTIz", "after"),
            ("after=1741572000000.0", "after"),
            ("q=x&after=MTIz", "after"),
            ("limit=0", "limit"),
            ("limit=many", "limit"),
        ] {
            let answer = office.get(&format!("/api/suggestions?congress={}&{query}", congress())).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
            assert_eq!(answer.json()["errors"][0]["field"], field, "{query}");
        }
        let nowhere = office.get("/api/suggestions?congress=county").await;
        assert_eq!(nowhere.json()["errors"][0]["field"], "congress");
        let work = office.get(&format!("/api/work?body={}&awaits=sleep", congress())).await;
        assert_eq!((work.status.as_u16(), &work.json()["errors"][0]["field"]), (422, &Value::from("awaits")));
    });
}

#[test]
fn the_page_marks_what_was_asked_for_and_the_export_holds_all_of_it() {
    both(|site| async move {
        found(&site).await;
        lamps(&site).await;
        let mut office = visitor(&site, &clerk());
        let page = office.get("/suggestions?q=%E8%B7%AF%E7%81%AF&stage=submitted").await.text;
        assert!(page.contains("增设<mark>路灯</mark>的建议"), "{page}");
        assert!(page.contains("value=\"submitted\" selected"));
        let csv = office.get(&format!("/suggestions/list?congress={}&q=%E8%B7%AF%E7%81%AF&as=csv", congress())).await;
        assert!(csv.text.contains("汇总类别代码"), "{}", csv.text);
        assert_eq!(csv.text.lines().filter(|line| line.contains("路灯")).count(), 13);
        let mut lead = visitor(&site, &deputy(1));
        let refused = lead.get(&format!("/suggestions/list?congress={}&as=csv", congress())).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
    });
}

async fn filed(site: &Site, by: u8, title: &str, publish: bool) -> SuggestionId {
    let sheet =
        suggestions_rules::Sheet { publish: Some(publish), not_public_because: "涉及个人".into(), ..sheet(title) };
    let id = desk::draft::begin(site, &deputy(by), congress(), sheet, &Once::default()).await.unwrap();
    desk::submit::submit(site, &deputy(by), id, desk::Saw::Unsaid).await.unwrap();
    desk::check::accept(site, &clerk(), id, "other", true, desk::Saw::Unsaid).await.unwrap();
    id
}

async fn like(site: &Site, actor: &Actor) -> Vec<(SuggestionId, bool, Option<String>)> {
    let text = ("关于沿江公路路灯的建议", "");
    let found = queries::similar(site, actor, text, queries::About::writing(site, actor, None)).await.unwrap();
    found.into_iter().map(|it| (it.id, it.repeat, it.answer.map(|(class, _)| class))).collect()
}

#[test]
fn a_deputy_is_shown_what_is_like_it_as_far_as_it_is_open_and_the_own_of_years_before() {
    both(|site| async move {
        found(&site).await;
        let own = filed(&site, 1, "关于增设沿江公路路灯的建议", false).await;
        let open = filed(&site, 2, "关于维修沿江公路路灯的建议", true).await;
        let closed = filed(&site, 2, "关于沿江公路路灯的建议二", false).await;
        let kept = desk::assign::assign(&site, &clerk(), own, &desk::assign::Plan::Sole(unit(1))).await.unwrap();
        let part = kept.suggestion.stage.handling().unwrap().handlers.all().next().unwrap().id;
        desk::handle::sign_for(&site, &unit_clerk(1), own, part, desk::Saw::Unsaid).await.unwrap();
        replied(&site, own, part, "B").await;
        drafted(&site, "关于沿江公路路灯的草稿").await;
        indexed(&site).await;
        let mut mine = like(&site, &deputy(1)).await;
        mine.sort();
        let mut wanted = vec![(own, false, Some("B".to_owned())), (open, false, None)];
        wanted.sort();
        assert_eq!(mine, wanted);
        assert_eq!(like(&site, &clerk()).await.len(), 3, "the office sees all that was handed in");
        assert!(like(&site, &clerk()).await.iter().any(|(id, ..)| *id == closed));
        assert_eq!(like(&site, &stranger()).await, []);
        on(&site, "2027-02-01");
        assert!(like(&site, &deputy(1)).await.contains(&(own, true, Some("B".to_owned()))), "raised a year before");
    });
}

#[test]
fn the_sheet_shows_what_is_like_it_without_script_and_keeps_what_was_typed() {
    both(|site| async move {
        found(&site).await;
        filed(&site, 2, "关于维修沿江公路路灯的建议", true).await;
        indexed(&site).await;
        let mut lead = visitor(&site, &deputy(1));
        lead.get("/suggestions/new").await;
        let form = [("title", "关于沿江公路路灯的建议"), ("body", "晚上太黑"), ("then", "similar")];
        let page = lead.post("/suggestions", &form).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains("维修沿江公路路灯") && page.text.contains("晚上太黑"), "{}", page.text);
        let (n,): (i64,) = site.db().one(Sql::new("select count(*) from suggestion")).await.unwrap().unwrap();
        assert_eq!(n, 1, "looking keeps nothing");
        let title = "%E5%85%B3%E4%BA%8E%E6%B2%BF%E6%B1%9F%E5%85%AC%E8%B7%AF%E8%B7%AF%E7%81%AF";
        let json = lead.get(&format!("/api/similar-suggestions?title={title}")).await.json();
        assert_eq!(json[0]["lead"], "代表2");
        assert_eq!(visitor(&site, &Actor::nobody()).get("/api/similar-suggestions?title=x").await.status.as_u16(), 401);
    });
}

#[test]
fn a_deputys_own_list_goes_on_by_key() {
    both(|site| async move {
        found(&site).await;
        for n in 0..27 {
            drafted(&site, &format!("第{n}件")).await;
        }
        let mut lead = visitor(&site, &deputy(1));
        let page = lead.get("/api/own-suggestions").await.json();
        assert_eq!((page["items"].as_array().unwrap().len(), &page["total"]), (25, &Value::from(27)));
        let rest = lead.get(&format!("/api/own-suggestions?after={}", page["next"].as_str().unwrap())).await.json();
        assert_eq!((rest["items"].as_array().unwrap().len(), rest["next"].is_null()), (2, true));
        assert!(lead.get("/suggestions").await.text.contains("/suggestions?own="));
    });
}
