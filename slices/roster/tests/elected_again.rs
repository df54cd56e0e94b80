//! Somebody known is elected once more by page, and nobody becomes two entries unasked.

use crate::world::site::visitor;
use crate::world::{changsha, chief, congress, count, deputy, person, term};
use accounts_rules::{Actor, Duty};
use axum::http::StatusCode;
use kit::{testing::both, web::api::Once};
use roster::desk::terms;

#[test]
fn a_further_mandate_is_entered_on_the_page_of_who_is_known() {
    both(async |site| {
        changsha(&site).await;
        let (town, county) = (chief(&site, "430121102").await, chief(&site, "430121").await);
        let below = term(&site, &town, "430121102").await;
        let who = person(&site, &town, "430121102", "周一鸣").await;
        deputy(&site, &town, who, below).await;
        let here = term(&site, &county, "430121").await;
        let (ask, made) = (format!("/people/{who}/mandates/new"), format!("/people/{who}/mandates"));
        let mut office = visitor(&site, &county);
        assert!(office.get(&format!("/people/{who}")).await.text.contains(&ask));
        let form = office.get(&ask).await;
        assert!(form.text.contains(&here.to_string()) && !form.text.contains(&below.to_string()), "{}", form.text);
        let blank = office.post(&made, &[("term", &here.to_string()), ("on", "2026-02-30")]).await;
        assert_eq!(blank.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(blank.text.contains("id=\"f-on-error\""), "{}", blank.text);
        let term = here.to_string();
        let entered = office.fill(&made, &[("term", &term), ("on", "2026-02-01")]).await;
        assert!(entered.text.contains("周一鸣"), "{}", entered.text);
        let twice = office.post(&made, &[("term", &term), ("on", "2026-02-01")]).await;
        assert!(twice.text.contains("已有代表资格"), "{}", twice.text);
        assert_eq!(count(&site, "select count(*) from person").await, 1);
        assert_eq!(count(&site, "select count(*) from mandate").await, 2);
        let mut nobody = visitor(&site, &Actor::nobody());
        assert!(nobody.get(&ask).await.location().starts_with("/session"));
        let mut leader = visitor(&site, &crate::world::with_duty(&site, "430121", Duty::Leader).await);
        assert_eq!(leader.get(&ask).await.status, StatusCode::FORBIDDEN);
        assert!(!leader.get(&format!("/people/{who}")).await.text.contains(&ask));
    });
}

#[test]
fn people_of_one_name_are_shown_before_somebody_new_is_made() {
    both(async |site| {
        changsha(&site).await;
        let (town, county) = (chief(&site, "430121102").await, chief(&site, "430121").await);
        let below = term(&site, &town, "430121102").await;
        let known = person(&site, &town, "430121102", "周一鸣").await;
        deputy(&site, &town, known, below).await;
        let beside = chief(&site, "430181").await;
        let off = term(&site, &beside, "430181").await;
        let elsewhere = person(&site, &beside, "430181", "周一鸣").await;
        deputy(&site, &beside, elsewhere, off).await;
        term(&site, &county, "430121").await;
        let path = format!("/congresses/{}/people", congress(&site, "430121").await);
        let mut office = visitor(&site, &county);
        office.get(&format!("{path}/new")).await;
        let fields = [("name", "周 一鸣"), ("occupation", "某村书记"), ("on", "2026-02-01")];
        let asked = office.post(&path, &fields).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(asked.text.contains(&format!("/people/{known}/mandates/new")), "{}", asked.text);
        assert!(!asked.text.contains(&elsewhere.to_string()), "who cannot sit here is not meant");
        assert!(asked.text.contains("某村书记") && asked.text.contains("name=\"another\""), "{}", asked.text);
        assert_eq!(count(&site, "select count(*) from person").await, 2);
        let another = [fields.as_slice(), &[("another", "1")]].concat();
        office.fill(&path, &another).await;
        assert_eq!(count(&site, "select count(*) from person where name = '周一鸣'").await, 3);
    });
}

#[test]
fn who_was_elected_again_is_ticked_once_and_no_tick_is_lost_over_a_wrong_day() {
    both(async |site| {
        changsha(&site).await;
        let office = chief(&site, "430121").await;
        let old = term(&site, &office, "430121").await;
        let mut seats = Vec::new();
        for name in ["周一鸣", "周二鸣", "周三鸣"] {
            let who = person(&site, &office, "430121", name).await;
            seats.push(deputy(&site, &office, who, old).await.to_string());
        }
        let here = crate::world::congress(&site, "430121").await;
        let began = "2027-01-01".parse().unwrap();
        terms::enter(&site, &office, here, 0, began, Some(310), &Once::default()).await.unwrap();
        let path = format!("/terms/{old}/reelection");
        let mut clerk = visitor(&site, &office);
        clerk.get(&path).await;
        let ticked = [("mandates", seats[0].as_str()), ("mandates", seats[2].as_str())];
        for (on, told) in [("2099-01-01", "日期"), ("", "f-on-error"), ("很久以前", "f-on-error")] {
            let refused = clerk.post(&path, &[ticked[0], ticked[1], ("on", on)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{on}: {}", refused.text);
            assert_eq!(refused.text.matches(" checked").count(), 2, "{on}: {}", refused.text);
            assert!(refused.text.contains(told), "{on}: {}", refused.text);
        }
        let (nobody, unknown) = ([("on", "2026-02-01")], [ticked[0], ("mandates", "x"), ("on", "2026-02-01")]);
        for (fields, told) in [(nobody.as_slice(), "还没有选代表"), (&unknown, "id=\"f-mandates\"")] {
            let refused = clerk.post(&path, fields).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text);
            assert!(refused.text.contains(told), "{told}: {}", refused.text);
        }
        assert_eq!(count(&site, "select count(*) from mandate").await, 3, "nothing of all that was kept");
        clerk.fill(&path, &[ticked[0], ticked[1], ("on", "2026-02-01")]).await;
        assert_eq!(count(&site, "select count(*) from mandate").await, 5);
    });
}

#[test]
fn any_other_entry_is_looked_for_by_name_and_merged() {
    both(async |site| {
        changsha(&site).await;
        let office = chief(&site, "430121").await;
        let running = term(&site, &office, "430121").await;
        let kept = person(&site, &office, "430121", "周一鸣").await;
        let other = person(&site, &office, "430121", "周壹明").await;
        deputy(&site, &office, other, running).await;
        let operator = crate::world::with_duty(&site, "430121", Duty::Operator).await;
        let path = format!("/people/{kept}/merges");
        let mut page = visitor(&site, &operator);
        let found = page.get(&format!("{path}?q=zhou")).await.text;
        assert!(found.contains("周壹明") && !found.contains(&format!("value=\"{kept}\"")), "{found}");
        assert!(page.get(&format!("{path}?q=%E7%8E%8B")).await.text.contains("没有找到"));
        page.get(&format!("{path}?q=zhou")).await;
        let without = page.post(&path, &[("q", "zhou"), ("other", &other.to_string())]).await;
        assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", without.text);
        assert!(without.text.contains("f-reason-error") && without.text.contains(" checked"), "{}", without.text);
        page.fill(&path, &[("q", "zhou"), ("other", &other.to_string()), ("reason", "姓名写法不同")]).await;
        let merged = kit::db::Sql::new("select count(*) from v_person where merged_into = {}").bind(kept);
        assert_eq!(count(&site, merged).await, 1);
        let mut leader = visitor(&site, &crate::world::with_duty(&site, "430121", Duty::Leader).await);
        assert_eq!(leader.get(&path).await.status, StatusCode::FORBIDDEN);
    });
}
