//! By when a committee reports, and what is overdue.

use crate::world::{site::visitor, *};
use axum::http::StatusCode;
use bills_rules::{BillId, Disposal};
use kit::{Site, db::Sql, testing::both};

async fn referred(site: &Site) -> BillId {
    decided(site, "关于水源地保护的议案", Disposal::Refer { to: name("法制委员会") }).await
}

#[test]
fn a_report_that_does_not_come_is_overdue_in_list_sheet_and_json() {
    both(async |site| {
        on(&site, "2026-03-10");
        found(&site).await;
        let id = referred(&site).await;
        on(&site, "2026-03-11");
        numbered(&site, "关于农村公路养护的议案").await;
        let due: Vec<(String,)> =
            site.db().all(Sql::new("select due from v_bill_clock where bill = {}").bind(id)).await.unwrap();
        assert_eq!(due, [("2026-09-10".to_owned(),)]);
        let mut office = visitor(&site, &clerk());
        let (list, overdue) =
            (format!("/bills?congress={}", congress()), format!("congress={}&due=overdue", congress()));
        for (today, count) in [("2026-09-10", 0), ("2026-09-11", 1)] {
            on(&site, today);
            let page = office.get(&list).await.text;
            assert!(page.contains("2026-09-10") && page.contains("何时提出审议结果"), "{page}");
            let found = office.get(&format!("/api/bills?{overdue}")).await.json();
            assert_eq!(found["total"], count, "{today}: {found}");
            let rows = office.get(&format!("/bills/list?{overdue}&as=csv")).await.text;
            assert_eq!(rows.contains("2026-09-10"), count == 1, "{rows}");
            assert_eq!(office.get(&format!("/bills/{id}")).await.text.contains("逾期未提出审议结果"), count == 1);
        }
        let all = office.get(&format!("/api/bills?congress={}", congress())).await.json();
        let one = |at: usize| (all["items"][at]["report_by"].clone(), all["items"][at]["overdue"].clone());
        assert_eq!((one(0), one(1)), ((None::<&str>.into(), false.into()), ("2026-09-10".into(), true.into())));
        let unknown = office.get(&format!("{list}&due=never")).await;
        assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
        bills::desk::decide::report(&site, &clerk(), id, words("建议列入明年立法计划。")).await.unwrap();
        let left = office.get(&format!("/api/bills?{overdue}")).await.json();
        assert_eq!(left["total"], 0, "it has reported");
    });
}
