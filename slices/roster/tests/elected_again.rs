//! Somebody known is elected once more by page, and nobody becomes two entries unasked.

use crate::world::site::visitor;
use crate::world::{changsha, chief, congress, count, deputy, person, term};
use accounts_rules::{Actor, Duty};
use axum::http::StatusCode;
use kit::testing::both;

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
