//! Before filing: advice beside the sheet, three questions instead of one page, one paper made two; on both engines.

use crate::world::{site::visitor, *};
use axum::http::StatusCode;
use kit::{Site, db::Sql, testing::both};

const BODY: &str = "某案判决后一直没有执行。另外建议在路口装一盏路灯。";

fn value(page: &str, name: &str) -> String {
    page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap().split('"').next().unwrap().to_owned()
}

async fn texts(site: &Site) -> Vec<(String, String)> {
    let mut texts: Vec<_> = site.db().all(Sql::new("select title, body from suggestion")).await.unwrap();
    texts.sort();
    texts
}

#[test]
fn a_text_is_answered_with_advice_and_handed_in_all_the_same() {
    both(|site| async move {
        found(&site).await;
        let mut me = visitor(&site, &deputy(1));
        me.get("/suggestions/new").await;
        let mut form = vec![("title", "关于执行判决的建议"), ("body", BODY), ("source", "visits"), ("publish", "1")];
        form.push(("then", "similar"));
        let page = me.post("/suggestions", &form).await.text;
        assert!(page.contains("写作提示") && page.contains("文中提到“判决”") && page.contains("不止一件事"), "{page}");
        assert!(page.contains(BODY), "nothing typed is lost");
        form.pop();
        form.push(("then", "save"));
        let at = me.post("/suggestions", &form).await.location().to_owned();
        assert!(me.get(&at).await.text.contains("文中提到“判决”"));
        assert!(me.get(&at).await.text.contains(&format!("{at}/split")));
        assert_eq!(me.post(&format!("{at}/submission"), &[]).await.status, StatusCode::SEE_OTHER);
        assert!(!me.get(&at).await.text.contains("写作提示"), "what lies with the congress is advised on no more");
        sound(&site).await;
    });
}

#[test]
fn programs_get_the_same_advice_and_strangers_none() {
    both(|site| async move {
        found(&site).await;
        let at = format!("/api/suggestion-advice?congress={}&title=x&body={}", congress(), "%E5%88%A4%E5%86%B3");
        let said = visitor(&site, &deputy(1)).get(&at).await.json();
        assert_eq!((said[0]["kind"].as_str(), said[0]["ground"].as_str()), (Some("ground"), Some("litigation")));
        assert_eq!(said[0]["word"], "判决");
        assert_eq!(visitor(&site, &unit_clerk(1)).get(&at).await.status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn three_answers_become_one_text_and_what_is_missing_is_said_beside_its_question() {
    both(|site| async move {
        found(&site).await;
        let mut me = visitor(&site, &deputy(1));
        let page = me.get("/suggestions/new?shape=parts").await.text;
        assert!(page.contains("name=\"situation\"") && !page.contains("name=\"body\""));
        let empty = [
            ("shape", "parts"),
            ("title", "关于修桥的建议"),
            ("source", "visits"),
            ("publish", "1"),
            ("then", "submit"),
        ];
        let refused = me.post("/suggestions", &empty).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("id=\"f-situation-error\"") && refused.text.contains("name=\"request\""));
        let told = [("situation", "桥坏了。"), ("analysis", ""), ("request", "请县交通局修好。")];
        let whole: Vec<_> = empty.into_iter().chain(told).collect();
        assert_eq!(me.post("/suggestions", &whole).await.status, StatusCode::SEE_OTHER);
        assert_eq!(texts(&site).await[0].1, "一、基本情况\n桥坏了。\n\n二、具体建议\n请县交通局修好。");
        sound(&site).await;
    });
}

#[test]
fn a_paper_on_two_matters_becomes_two_once_however_often_it_is_sent() {
    both(|site| async move {
        found(&site).await;
        let mut me = visitor(&site, &deputy(1));
        me.get("/suggestions/new").await;
        let form =
            [("title", "关于判决和路灯"), ("body", BODY), ("source", "survey"), ("publish", "1"), ("then", "save")];
        let at = me.post("/suggestions", &form).await.location().to_owned();
        let page = me.get(&format!("{at}/split")).await.text;
        let (version, once) = (value(&page, "version"), value(&page, "once"));
        let with = |second: &'static str| {
            let pieces = [
                ("title", "关于执行判决的建议"),
                ("body", "某案判决后一直没有执行。"),
                ("second_title", "关于装路灯的建议"),
            ];
            pieces
                .into_iter()
                .chain([("second_body", second), ("version", &version), ("once", &once)])
                .collect::<Vec<_>>()
        };
        let refused = me.post(&format!("{at}/split"), &with("某案判决后一直没有执行。")).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.text.contains("两件的内容一样"));
        let good = with("请在路口装一盏路灯。");
        let first = me.post(&format!("{at}/split"), &good).await;
        let again = me.post(&format!("{at}/split"), &good).await;
        assert_eq!((first.status, first.location()), (StatusCode::SEE_OTHER, again.location()));
        let kept = texts(&site).await;
        assert_eq!(kept.len(), 2);
        assert_eq!(kept[0], ("关于执行判决的建议".to_owned(), "某案判决后一直没有执行。".to_owned()));
        assert_eq!(kept[1], ("关于装路灯的建议".to_owned(), "请在路口装一盏路灯。".to_owned()));
        let other = visitor(&site, &deputy(2)).get(&format!("{at}/split")).await;
        assert_eq!(other.status, StatusCode::NOT_FOUND);
        sound(&site).await;
    });
}
