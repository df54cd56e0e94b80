//! What a page does a program can do too; what a program wrote a page does not lose.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use kit::{Site, testing::both, web::api::Once};
use serde_json::json;
use suggestions::{desk, queries};
use suggestions_rules::{Role, Sheet, SuggestionId};

async fn roles(site: &Site, id: SuggestionId) -> Vec<(kernel::BodyId, Role)> {
    let seen = queries::detail(site, &clerk(), id).await.unwrap();
    let handling = seen.suggestion.stage.handling().into_iter();
    handling.flat_map(|handling| handling.handlers.all()).map(|part| (part.unit, part.role)).collect()
}

async fn wishes(site: &Site, id: SuggestionId) -> Vec<kernel::BodyId> {
    queries::detail(site, &deputy(1), id).await.unwrap().suggestion.sheet.wishes
}

#[test]
fn wishes_written_by_a_program_are_all_there_when_the_sheet_is_edited_on_the_page() {
    both(|site| async move {
        found(&site).await;
        let sheet = Sheet { wishes: vec![unit(1), unit(2), unit(3), unit(4)], ..sheet("关于修桥的建议") };
        let id = desk::draft::begin(&site, &deputy(1), congress(), sheet, &Once::default()).await.unwrap();
        let mut lead = visitor(&site, &deputy(1));
        let page = lead.get(&format!("/suggestions/{id}/edit")).await.text;
        assert_eq!(page.matches("name=\"wish\"").count(), 5, "{page}");
        for n in 1..=4 {
            assert!(page.contains(&format!("value=\"{}\" selected", unit(n))), "{n}: {page}");
        }
        let chosen = [unit(4), unit(2)].map(|unit| unit.to_string());
        let version = queries::detail(&site, &deputy(1), id).await.unwrap().version.to_string();
        let form = [("title", "关于修桥的建议"), ("body", "请修"), ("version", &*version), ("wish", &*chosen[0])];
        let form: Vec<_> = form.into_iter().chain([("wish", ""), ("wish", &*chosen[1]), ("then", "save")]).collect();
        assert_eq!(lead.post(&format!("/suggestions/{id}"), &form).await.status, StatusCode::SEE_OTHER);
        assert_eq!(wishes(&site, id).await, [unit(4), unit(2)], "an empty field wishes for nothing");
        assert_eq!(lead.get("/suggestions/new").await.text.matches("name=\"wish\"").count(), 3, "room for a few");
    });
}

#[test]
fn a_program_splits_a_paper_once_and_only_its_deputy_may() {
    both(|site| async move {
        found(&site).await;
        let id = drafted(&site, "关于判决和路灯").await;
        let at = format!("/api/suggestions/{id}/split");
        let version = format!("\"{}\"", queries::detail(&site, &deputy(1), id).await.unwrap().version);
        let key = site.new_id::<()>().to_string();
        let seen = [("if-match", version.as_str()), ("idempotency-key", key.as_str())];
        let piece = |title: &str, body: &str| json!({ "title": title, "body": body });
        let same = json!({ "first": piece("甲", "一样"), "second": piece("乙", "一样") });
        let mut lead = visitor(&site, &deputy(1));
        let refused = lead.json(Method::POST, &at, &seen, same).await;
        assert_eq!((refused.status.as_u16(), &refused.json()["errors"][0]["field"]), (422, &json!("second.body")));
        let two = json!({ "first": piece("关于执行判决的建议", "某案没有执行。"), "second": piece("关于装路灯的建议", "请装灯。") });
        let made = lead.json(Method::POST, &at, &seen, two.clone()).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
        assert_eq!(lead.json(Method::POST, &at, &seen, two.clone()).await.text, made.text, "sent twice it splits once");
        let second = lead.get(&format!("/api/suggestions/{}", made.json()["id"].as_str().unwrap())).await.json();
        assert_eq!(second["sheet"]["title"], "关于装路灯的建议");
        assert_eq!(visitor(&site, &deputy(2)).json(Method::POST, &at, &seen, two).await.status, StatusCode::NOT_FOUND);
        sound(&site).await;
    });
}

#[test]
fn a_program_hands_over_by_table_and_reads_how_much_lies_with_each_unit() {
    both(|site| async move {
        found(&site).await;
        let id = numbered(&site, "修桥").await;
        let number = queries::standing(&mut site.db(), id).await.unwrap().unwrap().number.unwrap();
        let table = format!("编号,主办单位,会办单位\n{number},县交通运输局,县水利局、县财政局\n");
        let at = format!("/api/assigning/{}/imports?file=table.csv", congress());
        let kind = [("content-type", "application/octet-stream")];
        let mut office = visitor(&site, &clerk());
        let made = office.send(Method::POST, &at, &kind, table.clone().into_bytes()).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
        let place = format!("/api/imports/assigning/{}", made.json()["id"].as_str().unwrap());
        let mut shown = office.get(&place).await.json();
        while shown["state"] == "reading" {
            tokio::task::yield_now().await;
            shown = office.get(&place).await.json();
        }
        assert_eq!(
            (&shown["state"], &shown["rows"], &shown["bad"]),
            (&json!("staged"), &json!(1), &json!(0)),
            "{shown}"
        );
        for actor in [deputy(1), unit_head(1), stranger()] {
            let mut other = visitor(&site, &actor);
            assert_ne!(
                other.send(Method::POST, &at, &kind, table.clone().into_bytes()).await.status,
                StatusCode::CREATED
            );
            assert_eq!(other.get(&place).await.status, StatusCode::NOT_FOUND, "{}", actor.name);
        }
        let taken = office.json(Method::POST, &format!("{place}/commit"), &[], json!({})).await;
        assert_eq!(taken.json(), json!({ "rows": 1, "left_out": 0 }));
        assert_eq!(roles(&site, id).await, [(unit(1), Role::Lead), (unit(2), Role::Co), (unit(3), Role::Co)]);
        let loads = office.get(&format!("/api/congresses/{}/unit-loads", congress())).await.json();
        assert_eq!(
            (loads.as_array().unwrap().len(), &loads[0]["open"], &loads[0]["overdue"]),
            (3, &json!(1), &json!(0))
        );
        assert_eq!(
            visitor(&site, &deputy(1)).get(&format!("/api/congresses/{}/unit-loads", congress())).await.status,
            403
        );
    });
}

#[test]
fn many_are_handed_over_on_screen_to_several_units_each_in_its_way() {
    both(|site| async move {
        found(&site).await;
        let (joint, apart, alone) =
            (numbered(&site, "修桥").await, numbered(&site, "修路").await, numbered(&site, "修渠").await);
        let [one, two, three] = [1, 2, 3].map(|n| unit(n).to_string());
        let names = |id: SuggestionId| [format!("lead-{id}"), format!("co-{id}"), format!("way-{id}")];
        let (joint_names, apart_names, alone_names) = (names(joint), names(apart), names(alone));
        let here = congress().to_string();
        let ids = [joint, apart, alone].map(|id| id.to_string());
        let mut form: Vec<(&str, &str)> = vec![("congress", &here), ("then", "assign")];
        form.extend(ids.iter().map(|id| ("id", id.as_str())));
        form.extend([(joint_names[0].as_str(), one.as_str()), (&joint_names[1], &two), (&joint_names[1], &three)]);
        form.extend([(apart_names[0].as_str(), one.as_str()), (&apart_names[1], &two), (&apart_names[2], "separate")]);
        form.extend([(alone_names[0].as_str(), one.as_str()), (alone_names[2].as_str(), "separate")]);
        let mut office = visitor(&site, &clerk());
        office.get("/suggestions/assigning").await;
        let answer = office.post("/suggestions/assigning", &form).await;
        assert_eq!(roles(&site, joint).await, [(unit(1), Role::Lead), (unit(2), Role::Co), (unit(3), Role::Co)]);
        assert_eq!(roles(&site, apart).await, [(unit(1), Role::Separate), (unit(2), Role::Separate)]);
        assert_eq!(roles(&site, alone).await, [], "separate handling needs two");
        assert!(answer.text.contains("修渠") && answer.text.contains("没有交办"), "{}", answer.text);
        sound(&site).await;
    });
}

#[test]
fn a_row_without_a_lead_unit_is_told_and_what_cannot_be_read_does_not_drop_out() {
    both(|site| async move {
        found(&site).await;
        let (whole, half, strange) =
            (numbered(&site, "修桥").await, numbered(&site, "修路").await, numbered(&site, "修渠").await);
        let [one, two] = [1, 2].map(|n| unit(n).to_string());
        let (here, ids) = (congress().to_string(), [whole, half, strange].map(|id| id.to_string()));
        let lead = [whole, strange].map(|id| format!("lead-{id}"));
        let co = [half, strange].map(|id| format!("co-{id}"));
        let mut form: Vec<(&str, &str)> = vec![("congress", &here), ("then", "assign")];
        form.extend(ids.iter().map(|id| ("id", id.as_str())));
        form.extend([(lead[0].as_str(), one.as_str()), (&co[0], &two), (&lead[1], &one), (&co[1], "nobody")]);
        let mut office = visitor(&site, &clerk());
        office.get("/suggestions/assigning").await;
        let answer = office.post("/suggestions/assigning", &form).await.text;
        assert_eq!(roles(&site, whole).await, [(unit(1), Role::Sole)]);
        assert_eq!((roles(&site, half).await, roles(&site, strange).await), (vec![], vec![]));
        assert!(answer.contains("修路: 选了会办单位，还没有选主办单位"), "{answer}");
        assert!(answer.contains("修渠: 有 1 个单位不存在"), "{answer}");
        let bad = [("congress", here.as_str()), ("then", "assign"), ("id", "nothing"), ("lead-nothing", one.as_str())];
        let answer = office.post("/suggestions/assigning", &bad).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let reading = [("unit", two.as_str()), ("unit", "nothing")];
        let answer = office.post(&format!("/suggestions/{whole}/readers"), &reading).await;
        assert_eq!((answer.status, roles(&site, whole).await.len()), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    });
}

#[test]
fn who_accepts_without_a_category_is_told_beside_the_field() {
    both(|site| async move {
        found(&site).await;
        let id = drafted(&site, "修桥").await;
        desk::submit::submit(&site, &deputy(1), id, desk::Saw::Unsaid).await.unwrap();
        let mut office = visitor(&site, &clerk());
        office.get(&format!("/suggestions/{id}/check")).await;
        for wrong in ["", "nothing"] {
            let answer = office.post(&format!("/suggestions/{id}/acceptance"), &[("category", wrong)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
            assert!(answer.text.contains("id=\"f-category\"") && answer.text.contains("<h1>"), "{}", answer.text);
        }
        let mut lead = visitor(&site, &deputy(1));
        lead.get("/suggestions").await;
        let answer = lead.post(&format!("/suggestions/{id}/acceptance"), &[]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "who must not is told that first");
    });
}

#[test]
fn the_list_to_assign_names_the_likeliest_units_beside_each_row() {
    both(|site| async move {
        found(&site).await;
        let id = numbered(&site, "关于加强水利设施管护的建议").await;
        let page = visitor(&site, &clerk()).get("/suggestions/assigning").await.text;
        assert!(page.contains("参考：县水利局") && page.contains(&format!("/suggestions/{id}/assignments")), "{page}");
    });
}
