//! 交办表: down, filled in, up again, looked at, taken, on both engines.

use crate::world::{site::visitor, *};
use axum::http::StatusCode;
use kit::{Site, testing::both};
use suggestions::{desk, queries};
use suggestions_rules::{Role, SuggestionId};

async fn number(site: &Site, id: SuggestionId) -> String {
    queries::standing(&mut site.db(), id).await.unwrap().unwrap().number.unwrap()
}

async fn roles(site: &Site, id: SuggestionId) -> Vec<(kernel::BodyId, Role)> {
    let seen = queries::detail(site, &clerk(), id).await.unwrap();
    let handling = seen.suggestion.stage.handling().into_iter();
    handling.flat_map(|handling| handling.handlers.all()).map(|part| (part.unit, part.role)).collect()
}

/// Sends a table and answers the page of its preview, once it was read.
async fn sent(site: &Site, text: &str) -> (String, String) {
    let home = format!("/suggestions/assigning/{}/imports", congress());
    let mut clerk = visitor(site, &clerk());
    clerk.get(&home).await;
    let answer = clerk.upload(&home, ("file", "table.csv", text.as_bytes())).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let page = answer.location().to_owned();
    // The file is read behind the page, which people see again until it is done.
    let mut shown = clerk.get(&page).await;
    while shown.text.contains("每两秒自动刷新") {
        tokio::task::yield_now().await;
        shown = clerk.get(&page).await;
    }
    (page, shown.text)
}

#[test]
fn a_filled_in_table_hands_over_its_rows_and_leaves_the_others() {
    both(|site| async move {
        found(&site).await;
        let (first, second, third) =
            (numbered(&site, "修桥").await, numbered(&site, "修路").await, numbered(&site, "修渠").await);
        let numbers = [number(&site, first).await, number(&site, second).await, number(&site, third).await];
        let text = format!(
            "编号,标题,主办单位,会办单位,分办单位,参阅单位\n{},修桥,县交通运输局,县水利局、县财政局,,县教育局\n{},修路,,,县交通运输局、县财政局,\n{},修渠,,,,\n",
            numbers[0], numbers[1], numbers[2]
        );
        let (page, shown) = sent(&site, &text).await;
        assert!(shown.contains("没有填写单位"), "{shown}");
        let mut clerk = visitor(&site, &clerk());
        clerk.get(&page).await;
        clerk.fill(&format!("{page}/commit"), &[]).await;
        assert_eq!(
            roles(&site, first).await,
            vec![(unit(1), Role::Lead), (unit(2), Role::Co), (unit(3), Role::Co), (unit(4), Role::Reader)]
        );
        assert_eq!(roles(&site, second).await, vec![(unit(1), Role::Separate), (unit(3), Role::Separate)]);
        assert_eq!(roles(&site, third).await, vec![]);
        sound(&site).await;
    });
}

#[test]
fn what_is_wrong_is_said_row_by_row_and_nothing_is_handed_over() {
    both(|site| async move {
        found(&site).await;
        let id = numbered(&site, "修桥").await;
        let n = number(&site, id).await;
        for (row, wanted) in [
            ("第999号,县交通运输局,,,".to_owned(), "没有这个编号"),
            (format!("{n},县公路局,,,"), "名录中没有"),
            (format!("{n},,县水利局,,"), "请填写主办单位"),
            (format!("{n},县交通运输局、县水利局,,,"), "主办单位只能填写一个"),
            (format!("{n},,,县水利局,"), "至少要有两个单位"),
            (format!("{n},县交通运输局,县交通运输局,,"), "填写了两次"),
            (format!("{n},,,,县水利局"), "只有参阅单位"),
            (format!("{n},县交通运输局,,县水利局、县财政局,"), "不能同时填写"),
        ] {
            let (_, shown) = sent(&site, &format!("编号,主办单位,会办单位,分办单位,参阅单位\n{row}\n")).await;
            assert!(shown.contains(wanted), "{row}: {shown}");
        }
        assert_eq!(roles(&site, id).await, vec![]);
    });
}

#[test]
fn the_table_holds_what_waits_there_and_only_those_who_hand_over_get_it() {
    both(|site| async move {
        found(&site).await;
        let id = numbered(&site, "修桥").await;
        let path = format!("/suggestions/assigning/{}/table", congress());
        assert_eq!(visitor(&site, &clerk()).get(&path).await.status, StatusCode::OK);
        for actor in [deputy(1), unit_head(1), transfer(), stranger()] {
            let answer = visitor(&site, &actor).get(&path).await;
            assert!(
                answer.status == StatusCode::FORBIDDEN || answer.status == StatusCode::NOT_FOUND,
                "{}",
                answer.status
            );
        }
        desk::assign::assign(&site, &clerk(), id, &desk::assign::Plan::Sole(unit(1))).await.unwrap();
        let lines = queries::to_assign(&mut site.db(), congress(), None, 50).await.unwrap();
        assert!(lines.is_empty());
    });
}
