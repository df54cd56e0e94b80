//! 征求联名代表意见: asked, answered, waited for; page and JSON; what a reader may not see.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use bills::desk::{self, terms};
use bills_rules::{Disposal, Fact, Late, Voice};
use kit::{journal, testing::both};
use serde_json::json;

#[test]
fn the_signers_are_asked_on_a_page_and_their_answers_are_read_by_the_presidium() {
    both(async |site| {
        on(&site, "2026-03-10");
        found(&site).await;
        let id = reviewed(&site, "关于水源地保护的议案", Disposal::Suggestion).await;
        let page = format!("/bills/{id}");
        let (ask, answer) = (format!("{page}/consultation"), format!("{page}/consultation/answer"));
        let mut office = visitor(&site, &clerk());
        assert!(office.get(&page).await.text.contains("征求联名代表意见"));
        assert!(office.get(&ask).await.text.contains("2026-03-13"), "three days");
        assert_eq!(visitor(&site, &deputy(2)).get(&answer).await.status, StatusCode::FORBIDDEN, "not yet asked");
        let wrong = office.post(&ask, &[("until", "2026-03-09")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", wrong.text);
        assert_eq!(visitor(&site, &deputy(1)).post(&ask, &[]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(office.post(&ask, &[("until", "2026-03-11")]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(office.get(&ask).await.status, StatusCode::FORBIDDEN, "once");
        let mut second = visitor(&site, &deputy(2));
        let own = second.get("/bills").await;
        assert!(own.text.contains("等您答复是否同意转为建议"), "{}", own.text);
        assert!(second.get(&page).await.text.contains(&answer), "the bill offers it first");
        assert!(second.get(&answer).await.text.contains("2026-03-11"));
        let none = second.post(&answer, &[("reason", "应由大会决定")]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        let objects = [("answer", "objects"), ("reason", "应由大会决定")];
        assert_eq!(second.post(&answer, &objects).await.status, StatusCode::SEE_OTHER);
        let again = second.post(&answer, &[("answer", "objects")]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", again.text);
        for actor in [clerk(), deputy(12)] {
            let refused = visitor(&site, &actor).post(&answer, &objects).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", actor.name);
        }
        assert!(!second.get("/bills").await.text.contains("等您答复是否同意转为建议"));
        let seen = office.get(&page).await.text;
        assert!(seen.contains("应由大会决定") && seen.contains("不同意 1 人，未答复 9 人"), "{seen}");
        let member = visitor(&site, &deputy(12)).get(&page).await.text;
        assert!(!member.contains("应由大会决定") && !member.contains("未答复"), "{member}");
        let mut chief = visitor(&site, &chief());
        let decision = chief.get(&format!("{page}/decision")).await.text;
        assert!(decision.contains("不能转为建议"), "{decision}");
        let version = decision.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let typed = [("disposal", "suggestion"), ("version", version)];
        let waits = chief.post(&format!("{page}/decision"), &typed).await;
        assert_eq!(waits.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", waits.text);
        on(&site, "2026-03-12");
        assert_eq!(second.post(&answer, &[("answer", "agrees")]).await.status, StatusCode::CONFLICT, "it is over");
        let done = chief.post(&format!("{page}/decision"), &typed).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        let kept = bills::queries::detail(&site, &deputy(1), id).await.unwrap().bill.consult.unwrap();
        assert_eq!(Voice::WORDS.map(|word| kept.count(word)), [0, 1, 9]);
        sound(&site).await;
    });
}

#[test]
fn a_program_asks_and_answers() {
    both(async |site| {
        on(&site, "2026-03-10");
        found(&site).await;
        let wanted = terms::Wanted {
            deadline: None,
            late: Late::AsSuggestion,
            delegations: false,
            report_months: 6,
            consult_first: true,
            consult_days: 0,
            pattern: name("第{n:03}号议案"),
            basis: "议事规则".to_owned().try_into().unwrap(),
        };
        let long = terms::Wanted { consult_days: 31, ..wanted.clone() };
        assert!(terms::lay(&site, &chief(), session(), 0, long).await.is_err());
        terms::lay(&site, &chief(), session(), 0, wanted).await.unwrap();
        let id = reviewed(&site, "关于水源地保护的议案", Disposal::Suggestion).await;
        let refused = desk::decide::decide(&site, &chief(), id, decision(Disposal::Suggestion)).await.map_err(why);
        assert_eq!(refused.unwrap_err(), "bills-refused-consult-first");
        let at = format!("/api/bills/{id}");
        let ask = format!("{at}/consultation");
        let mut office = visitor(&site, &clerk());
        for (body, status) in [
            (json!({ "until": "heute" }), StatusCode::UNPROCESSABLE_ENTITY),
            (json!({ "until": "2027-03-10" }), StatusCode::UNPROCESSABLE_ENTITY),
            (json!({}), StatusCode::OK),
            (json!({}), StatusCode::CONFLICT),
        ] {
            assert_eq!(office.json(Method::POST, &ask, &[], body.clone()).await.status, status, "{body}");
        }
        let answer = format!("{ask}/answer");
        for n in 1..=10 {
            let mut deputy = visitor(&site, &deputy(n));
            assert_eq!(deputy.get("/api/bills-to-answer").await.json().as_array().unwrap().len(), 1);
            let said = deputy.json(Method::POST, &answer, &[], json!({ "agrees": n != 4, "reason": "重大事项" })).await;
            assert_eq!(said.status, StatusCode::OK, "{}", said.text);
        }
        assert_eq!(
            office.json(Method::POST, &answer, &[], json!({ "agrees": true })).await.status,
            StatusCode::FORBIDDEN
        );
        let whole = office.get(&at).await.json();
        let said = &whole["consultation"]["people"][3];
        assert_eq!((said["answer"].as_str(), said["reason"].as_str()), (Some("objects"), Some("重大事项")), "{whole}");
        assert!(whole["consultation"]["people"][0]["reason"].is_null(), "a reason is kept with an objection");
        assert!(visitor(&site, &deputy(12)).get(&at).await.json()["consultation"].is_null());
        let last = journal::of_subject(&mut site.db(), id.uuid()).await.unwrap().pop().unwrap();
        assert!(matches!(serde_json::from_value(last.fact).unwrap(), Fact::SignerSpoke { last: true, .. }));
        let report = office.get(&format!("/bills/report?session={}", session())).await.text;
        assert!(report.contains("联名代表同意 9 人，不同意 1 人，未答复 0 人"), "{report}");
        let paper = office.get(&format!("/api/sessions/{}/bill-report/report", session())).await.text;
        assert!(paper.contains("（联名代表同意9人，不同意1人，未答复0人）"), "{paper}");
        desk::decide::decide(&site, &chief(), id, decision(Disposal::Suggestion)).await.unwrap();
        sound(&site).await;
    });
}
