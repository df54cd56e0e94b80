//! The pages and their JSON twins, as their users see them.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use kit::testing::both;
use links::queries::lines;
use serde_json::json;

#[test]
fn a_clerk_lays_a_kind_down_drafts_links_and_adopts_them_on_pages() {
    both(async |site| {
        found(&site).await;
        let mut office = visitor(&site, &clerk());
        assert!(office.get("/links").await.text.contains("还没有联系类别"));
        assert_eq!(office.get("/links/kinds/new").await.status, StatusCode::OK);
        let mut fields = vec![
            ("name", "常委会组成人员联系代表"),
            ("one", "committee"),
            ("other", "deputies"),
            ("need", "9"),
            ("most", "5"),
            ("near", "prefer"),
            ("times", "2"),
            ("since", "2022-01-10"),
        ];
        let wrong = office.post("/links/kinds", &fields).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", wrong.text);
        fields[3].1 = "1";
        let made = office.post("/links/kinds", &fields).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
        let kind = made.location().to_owned();
        assert!(office.get(&kind).await.text.contains("没有符合条件的联系"));
        assert!(office.get(&format!("{kind}/uncovered")).await.text.contains("代表6"));
        office.get(&format!("{kind}/drafts")).await;
        let since = site.today().to_string();
        let drafted = office.post(&format!("{kind}/drafts"), &[("since", &since)]).await;
        assert_eq!(drafted.status, StatusCode::SEE_OTHER, "{}", drafted.text);
        let draft = drafted.location().to_owned();
        let page = office.get(&draft).await.text;
        assert!(page.contains("通过草案") && page.contains("代表4"), "{page}");
        assert_eq!(office.get(&format!("{draft}/lines/1")).await.status, StatusCode::OK);
        assert_eq!(office.get(&format!("{draft}/lines")).await.status, StatusCode::OK);
        let adopted = office.post(&format!("{draft}/adoption"), &[]).await;
        assert_eq!(adopted.status, StatusCode::SEE_OTHER, "{}", adopted.text);
        let page = office.get(&format!("{kind}?show=none")).await.text;
        assert!(page.contains("代表1 → "), "{page}");
        let table = office.get(&format!("{kind}/list?as=csv")).await.text;
        assert!(table.contains("代表6"), "{table}");
        let reader = visitor(&site, &leader()).get(&kind).await;
        assert!(reader.status == StatusCode::OK && !reader.text.contains("生成联系草案"));
        for who in [deputy(1), stranger()] {
            assert_eq!(visitor(&site, &who).get(&kind).await.status, StatusCode::NOT_FOUND, "{}", who.name);
        }
        sound(&site).await;
    });
}

#[test]
fn a_deputy_writes_a_contact_down_on_the_phone() {
    both(async |site| {
        found(&site).await;
        let kind = made(&site).await.id;
        adopted(&site, kind).await;
        let mut member = visitor(&site, &deputy(1));
        let page = member.get("/links/mine").await;
        assert!(page.text.contains("我联系的"), "{}", page.text);
        let all = lines::of_person(&mut site.db(), person(1), site.today()).await.unwrap();
        let link = all.iter().find(|line| line.one_name == "代表1").unwrap();
        let today = site.today().to_string();
        let place = format!("/links/{}/contacts", link.id);
        member.get(&place).await;
        let fields = [("way", "visit"), ("words", "看望代表，谈了修路。"), ("day", today.as_str())];
        let done = member.post(&place, &fields).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        assert!(member.get(&format!("/links/{}", link.id)).await.text.contains("谈了修路"));
        let other = link.other.person().unwrap();
        let n = (1..=6).find(|n| person(*n) == other).unwrap();
        let mut linked = visitor(&site, &deputy(n));
        assert_eq!(linked.get(&format!("/links/{}", link.id)).await.status, StatusCode::OK);
        assert_eq!(linked.get(&place).await.status, StatusCode::FORBIDDEN, "who is linked does not write");
        let third = (3..=6).find(|other| *other != n).unwrap();
        assert_eq!(visitor(&site, &deputy(third)).get(&place).await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn an_indicator_opens_to_its_two_lists_and_is_summed_up_by_town() {
    both(async |site| {
        found(&site).await;
        let kind = made(&site).await.id;
        let mut office = visitor(&site, &clerk());
        let page = office.get("/coverage/deputies-linked").await;
        assert!(page.text.contains("0.0%") && page.text.contains("代表6"), "{}", page.text);
        adopted(&site, kind).await;
        let page = office.get("/coverage/deputies-linked?show=covered").await.text;
        assert!(page.contains("100.0%") && page.contains("代表6"), "{page}");
        let page = office.get("/coverage/deputies-linked/areas").await.text;
        assert!(page.contains("江背镇") && page.contains("只计一次"), "{page}");
        for wrong in
            ["/coverage/deputies-linked?day=x", "/coverage/deputies-linked?show=x", "/coverage/deputies-linked?after=x"]
        {
            assert_eq!(office.get(wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        }
        assert_eq!(office.get("/coverage/nothing").await.status, StatusCode::NOT_FOUND);
        let beside = office.get("/coverage/deputies-linked/areas?area=430122").await;
        assert_eq!(beside.status, StatusCode::FORBIDDEN, "the county beside is not below");
        assert_eq!(visitor(&site, &deputy(1)).get("/coverage").await.status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn programs_do_the_same() {
    both(async |site| {
        found(&site).await;
        let kind = json!({ "name": "代表联系村", "one": "deputies", "other": "villages", "need": 1, "near": "only",
            "times": 1, "since": "2022-01-10" });
        let mut office = visitor(&site, &clerk());
        let made =
            office.json(Method::POST, &format!("/api/congresses/{}/link-kinds", congress()), &[], kind.clone()).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
        let at = format!("/api/link-kinds/{}", made.json()["id"].as_str().unwrap());
        let unseen = office.json(Method::PUT, &at, &[], kind.clone()).await;
        assert_eq!(unseen.status, StatusCode::PRECONDITION_REQUIRED, "{}", unseen.text);
        let changed = office.json(Method::PUT, &at, &[("if-match", "\"1\"")], kind).await;
        assert_eq!(changed.json()["version"], 2, "{}", changed.text);
        let body = json!({ "since": site.today() });
        let draft = office.json(Method::POST, &format!("{at}/drafts"), &[], body).await;
        assert_eq!(draft.status, StatusCode::CREATED, "{}", draft.text);
        let told = draft.json();
        assert_eq!(told["lines"].as_array().unwrap().len(), 2, "{told}");
        assert_eq!(told["uncovered"][0]["why"], "none-near", "nobody is of the park: {told}");
        let place = format!("/api/link-drafts/{}", told["id"].as_str().unwrap());
        let adopted = office.json(Method::POST, &format!("{place}/adoption"), &[], json!({})).await;
        assert_eq!(adopted.json()["stage"], "adopted", "{}", adopted.text);
        let all = office.get(&format!("{at}/links")).await.json();
        assert_eq!(all["total"], 2, "{all}");
        let link = all["items"][0]["id"].as_str().unwrap().to_owned();
        let contact = json!({ "day": site.today(), "way": "phone", "words": "通了电话。" });
        let written = office.json(Method::POST, &format!("/api/links/{link}/contacts"), &[], contact).await;
        assert_eq!((written.status, written.json()["typed"].as_bool()), (StatusCode::CREATED, Some(true)));
        let end = json!({ "day": site.today(), "reason": "changed" });
        let ended = office.json(Method::POST, &format!("/api/links/{link}/end"), &[], end).await;
        assert_eq!(ended.json()["reason"], "changed", "{}", ended.text);
        let told = office.get(&format!("/api/congresses/{}/coverage/villages-linked", congress())).await.json();
        assert_eq!((told["ratio"]["whole"].as_u64(), told["total"].as_u64()), (Some(3), Some(2)), "{told}");
        sound(&site).await;
    });
}
