//! Every page of the roster, as those who may see it and as those who may not.

use crate::world;
use crate::world::site::visitor;
use crate::world::{changsha, chief, congress, count, deputy, elect, person, term};
use accounts_rules::Actor;
use axum::http::StatusCode;
use kit::{Site, testing::both};
use roster_rules::{MandateId, TermId};

async fn seated(site: &Site) -> (Actor, TermId, MandateId, kernel::PersonId) {
    changsha(site).await;
    let clerk = chief(site, "430121").await;
    let term = term(site, &clerk, "430121").await;
    let who = person(site, &clerk, "430121", "周一鸣").await;
    let mandate = deputy(site, &clerk, who, term).await;
    (clerk, term, mandate, who)
}

#[test]
fn anybody_finds_deputies_in_office_and_nobody_else() {
    both(async |site| {
        let (clerk, term, _, who) = seated(&site).await;
        let waiting = person(&site, &clerk, "430121", "周二鸣").await;
        elect(&site, &clerk, waiting, term).await;
        let mut nobody = visitor(&site, &Actor::nobody());
        let found = nobody.get("/deputies?q=zym").await;
        assert!(found.text.contains("周一鸣") && !found.text.contains("⟦"), "{}", found.text);
        assert!(!nobody.get("/deputies?q=zhou").await.text.contains("周二鸣"));
        assert_eq!(nobody.get(&format!("/people/{who}")).await.status, StatusCode::OK);
        assert_eq!(nobody.get(&format!("/people/{waiting}")).await.status, StatusCode::NOT_FOUND);
        let here = congress(&site, "430121").await;
        let list = nobody.get(&format!("/congresses/{here}/deputies?state=elected")).await;
        assert!(list.text.contains("周一鸣") && !list.text.contains("周二鸣"));
        for path in [
            format!("/people/{who}/contact"),
            format!("/people/{who}/amendment"),
            format!("/congresses/{here}/people/new"),
            format!("/congresses/{here}/imports"),
            format!("/congresses/{here}/duplicates"),
            format!("/terms/{term}"),
        ] {
            let answer = nobody.get(&path).await;
            assert_eq!(
                (answer.status, answer.location().starts_with("/session")),
                (StatusCode::SEE_OTHER, true),
                "{path}"
            );
        }
    });
}

#[test]
fn every_page_opens_for_its_office_in_both_languages_with_all_its_words() {
    both(async |site| {
        let (clerk, term, mandate, who) = seated(&site).await;
        let here = congress(&site, "430121").await;
        let committee = world::body(&site, "430121001", "work_committee").await;
        let mut office = visitor(&site, &clerk);
        for path in [
            "/deputies?area=430121&role=chair".to_owned(),
            "/roster".to_owned(),
            format!("/people/{who}"),
            format!("/people/{who}/amendment"),
            format!("/people/{who}/contact"),
            format!("/people/{who}/contact/amendment"),
            format!("/mandates/{mandate}"),
            format!("/congresses/{here}"),
            format!("/congresses/{here}/deputies"),
            format!("/congresses/{here}/people/new"),
            format!("/congresses/{here}/duplicates"),
            format!("/congresses/{here}/imports"),
            format!("/terms/{term}"),
            "/units?area=430121&kind=unit".to_owned(),
            format!("/bodies/{committee}"),
            "/areas".to_owned(),
            "/areas/430121102".to_owned(),
        ] {
            for language in ["zh-CN", "en"] {
                let sign = if path.contains('?') { '&' } else { '?' };
                let answer = office.get(&format!("{path}{sign}lang={language}")).await;
                let opened = answer.status == StatusCode::OK || path == "/roster";
                assert!(opened && !answer.text.contains("⟦"), "{path} {}\n{}", answer.status, answer.text);
            }
        }
        assert_eq!(office.get("/imports/roster/template.xlsx").await.status, StatusCode::OK);
        let table = office.get(&format!("/congresses/{here}/deputies/csv")).await;
        assert!(table.text.contains("周一鸣"), "{}", table.text);
    });
}

#[test]
fn the_office_enters_and_amends_and_nothing_typed_is_lost() {
    both(async |site| {
        let (clerk, ..) = seated(&site).await;
        let here = congress(&site, "430121").await;
        let mut office = visitor(&site, &clerk);
        office.get(&format!("/congresses/{here}/people/new")).await;
        let path = format!("/congresses/{here}/people");
        let blank = office.post(&path, &[("name", ""), ("occupation", "某村书记"), ("on", "2026-03-01")]).await;
        assert_eq!(blank.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(blank.text.contains("某村书记"));
        let entered = office.fill(&path, &[("name", "吴二妹"), ("gender", "female"), ("on", "2026-03-01")]).await;
        assert!(entered.text.contains("吴二妹"), "{}", entered.text);
        let (mandate,) =
            site.db().one::<(MandateId,)>("select id from mandate where state = 'elected'").await.unwrap().unwrap();
        let steps = format!("/mandates/{mandate}/steps");
        let early = office.post(&steps, &[("version", "1"), ("step", "confirm"), ("on", "2026-02-01")]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(early.text.contains("2026-03-01"), "{}", early.text);
        office.fill(&steps, &[("version", "1"), ("step", "confirm"), ("on", "2026-03-05")]).await;
        let stale = office.post(&steps, &[("version", "1"), ("step", "take_up"), ("on", "2026-03-06")]).await;
        assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED);
        assert!(stale.text.contains("name=\"version\" value=\"2\"") && stale.text.contains(&steps), "{}", stale.text);
        assert_eq!(count(&site, "select count(*) from mandate where state = 'confirmed'").await, 1);
    });
}

#[test]
fn sealed_data_is_masked_until_it_is_opened_with_a_reason() {
    both(async |site| {
        let (clerk, _, _, who) = seated(&site).await;
        let mut office = visitor(&site, &clerk);
        let (contact, amendment) = (format!("/people/{who}/contact"), format!("/people/{who}/contact/amendment"));
        office.get(&amendment).await;
        let fields = [("version", "0"), ("phone", "138 0013 8000"), ("id_number", "11010519491231002X")];
        let masked = office.fill(&amendment, &fields).await;
        assert!(masked.text.contains("138****8000") && !masked.text.contains("13800138000"), "{}", masked.text);
        let opening = format!("{contact}/opening");
        let without = office.post(&opening, &[("reason", " ")]).await;
        assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!without.text.contains("13800138000"));
        let opened = office.post(&opening, &[("reason", "通知开会")]).await;
        assert!(opened.text.contains("13800138000"));
        let mut above = visitor(&site, &chief(&site, "4301").await);
        assert_eq!(above.get(&contact).await.status, StatusCode::NOT_FOUND);
        assert_eq!(count(&site, "select count(*) from journal where verb = 'contact.opened'").await, 1);
    });
}

#[test]
fn a_roster_is_uploaded_previewed_and_committed_by_hand() {
    both(async |site| {
        let (clerk, ..) = seated(&site).await;
        let here = congress(&site, "430121").await;
        let mut office = visitor(&site, &clerk);
        let page = office.get(&format!("/congresses/{here}/imports")).await;
        let csrf = page.text.split_once("name=\"csrf\" value=\"").unwrap().1.split_once('"').unwrap().0.to_owned();
        let body = format!(
            "--b\r\ncontent-disposition: form-data; name=\"csrf\"\r\n\r\n{csrf}\r\n--b\r\ncontent-disposition: form-data; \
             name=\"file\"; filename=\"名册.csv\"\r\n\r\n姓名,性别\n李四,男\n王五,无\n\r\n--b--\r\n"
        );
        let kind = [("content-type", "multipart/form-data; boundary=b")];
        let path = format!("/congresses/{here}/imports");
        let sent = office.send(axum::http::Method::POST, &path, &kind, body.into_bytes()).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
        let preview = sent.location().to_owned();
        // The file is read behind the page, which people see again until it is done.
        let mut shown = office.get(&preview).await;
        while shown.text.contains("badge wait") || shown.text.contains("正在读取") {
            tokio::task::yield_now().await;
            shown = office.get(&preview).await;
        }
        assert!(shown.text.contains("王五") && shown.text.contains("请填“男”或“女”"), "{}", shown.text);
        let stopped = office.post(&format!("{preview}/commit"), &[]).await;
        assert_eq!(stopped.status, StatusCode::UNPROCESSABLE_ENTITY);
        office.fill(&format!("{preview}/commit"), &[("leave-out", "1")]).await;
        let done = office.get(&format!("/congresses/{here}/deputies")).await;
        assert!(done.text.contains("李四") && !done.text.contains("王五"), "{}", done.text);
    });
}

#[test]
fn json_does_what_pages_do() {
    use axum::http::Method;
    both(async |site| {
        let (clerk, _, mandate, who) = seated(&site).await;
        let here = congress(&site, "430121").await;
        let mut program = visitor(&site, &clerk);
        let found = program.get("/api/people?q=周一").await.json();
        assert_eq!(found["items"][0]["name"], "周一鸣");
        let entry = serde_json::json!({"name": "吴二妹", "gender": "female"});
        let key = [("idempotency-key", "once")];
        let path = format!("/api/congresses/{here}/people");
        let first = program.json(Method::POST, &path, &key, entry.clone()).await;
        let again = program.json(Method::POST, &path, &key, entry).await;
        assert_eq!((first.status, first.json()["id"].clone()), (StatusCode::CREATED, again.json()["id"].clone()));
        assert_eq!(count(&site, "select count(*) from person").await, 2);
        let unit = serde_json::json!({"area": "430121", "kind": "unit", "name": "长沙县气象局"});
        let delegation = serde_json::json!({"name": "星沙代表团"});
        let term: String =
            program.get(&format!("/api/congresses/{here}/terms")).await.json()[0]["id"].as_str().unwrap().into();
        let places =
            [(format!("/api/congresses/{here}/bodies"), unit), (format!("/api/terms/{term}/delegations"), delegation)];
        for (path, asked) in places {
            let key = [("idempotency-key", path.as_str())];
            let first = program.json(Method::POST, &path, &key, asked.clone()).await;
            let again = program.json(Method::POST, &path, &key, asked).await;
            assert_eq!(first.status, StatusCode::CREATED, "{}", first.text);
            assert_eq!(
                (again.status, again.text),
                (first.status, first.text),
                "{path}: the same again, not a second one"
            );
        }
        let person = format!("/api/people/{who}");
        let changed = serde_json::json!({"name": "周三鸣"});
        let stale = program.json(Method::PUT, &person, &[("if-match", "\"7\"")], changed.clone()).await;
        assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED);
        let saved = program.json(Method::PUT, &person, &[("if-match", "\"1\"")], changed).await;
        assert_eq!(saved.status, StatusCode::NO_CONTENT, "{}", saved.text);
        let step = serde_json::json!({"on": "2026-03-01", "step": "suspend", "ground": "custody"});
        let path = format!("/api/mandates/{mandate}/steps");
        let suspended = program.json(Method::POST, &path, &[("if-match", "3")], step.clone()).await;
        assert_eq!(suspended.json()["state"], "suspended", "{}", suspended.text);
        let twice = program.json(Method::POST, &path, &[("if-match", "4")], step).await;
        assert_eq!(twice.status, StatusCode::CONFLICT);
        let mut above = visitor(&site, &chief(&site, "4301").await);
        assert_eq!(above.get(&format!("/api/mandates/{mandate}")).await.status, StatusCode::NOT_FOUND);
        let listed = above.get(&format!("/api/congresses/{here}/deputies")).await.json();
        assert_eq!(listed["total"], 0);
        assert_eq!(program.get("/api/areas/430121").await.json()["name"], "长沙县");
        assert_eq!(program.get("/api/bodies?kind=congress&area=4301").await.status, StatusCode::OK);
    });
}

#[test]
fn deputies_are_found_by_the_body_they_sit_in_and_taken_along_as_found() {
    both(async |site| {
        let (clerk, term, mandate, _) = seated(&site).await;
        let other = person(&site, &clerk, "430121", "周二鸣").await;
        deputy(&site, &clerk, other, term).await;
        let member = roster_rules::RoleName::StandingMember;
        let (began, once) = (world::day("2022-01-06"), kit::web::api::Once::default());
        roster::desk::roles::give(&site, &clerk, mandate, member, began, None, &once).await.unwrap();
        let (here, above) = (congress(&site, "430121").await, congress(&site, "4301").await);
        let committee = world::body(&site, "430121", "standing_committee").await;
        let office = world::body(&site, "430121", "office").await;
        let (mut nobody, mut chief) = (visitor(&site, &Actor::nobody()), visitor(&site, &clerk));
        for (body, sit) in [(here, [true, true]), (committee, [true, false]), (above, [false, false])] {
            let page = nobody.get(&format!("/deputies?q=zhou&body={body}")).await;
            let found = nobody.get(&format!("/api/people?q=zhou&body={body}")).await;
            for text in [&page.text, &found.text] {
                assert_eq!(["周一鸣", "周二鸣"].map(|name| text.contains(name)), sit, "{text}");
            }
        }
        let page = nobody.get("/deputies?area=430121").await.text;
        assert!(page.contains(&format!("<option value=\"{committee}\"")) && !page.contains("/deputies/xlsx"), "{page}");
        for path in ["/deputies", "/api/people"] {
            let wrong = nobody.get(&format!("{path}?body={office}")).await;
            assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(wrong.text.contains("请从中选一个机构"), "{}", wrong.text);
        }
        assert!(chief.get(&format!("/deputies?body={committee}")).await.text.contains("/deputies/xlsx?body="));
        let table = chief.get(&format!("/deputies/csv?body={committee}")).await;
        assert!(table.text.contains("周一鸣") && !table.text.contains("周二鸣"), "{}", table.text);
        assert_eq!(chief.get(&format!("/deputies/csv?body={above}")).await.status, StatusCode::FORBIDDEN);
        assert_eq!(chief.get("/deputies/csv").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(nobody.get(&format!("/deputies/csv?body={here}")).await.status, StatusCode::SEE_OTHER);
    });
}

#[test]
fn a_file_sent_twice_because_its_answer_was_lost_makes_one_import() {
    use axum::http::Method;
    both(async |site| {
        let (clerk, ..) = seated(&site).await;
        let here = congress(&site, "430121").await;
        let mut office = visitor(&site, &clerk);
        let (path, key) = (format!("/api/congresses/{here}/imports?file=roster.csv"), [("idempotency-key", "k-1")]);
        let sheet = "姓名,性别\n李四,男\n".as_bytes().to_vec();
        let first = office.send(Method::POST, &path, &key, sheet.clone()).await;
        assert_eq!(first.status, StatusCode::CREATED, "{}", first.text);
        let again = office.send(Method::POST, &path, &key, sheet.clone()).await;
        assert_eq!((again.status, &again.text), (StatusCode::CREATED, &first.text));
        let other = office.send(Method::POST, &path, &key, "姓名\n王五\n".as_bytes().to_vec()).await;
        assert_eq!(other.json()["type"], "kit-api-key-reused");
        assert_eq!(count(&site, "select count(*) from import").await, 1);
        let page = format!("/congresses/{here}/imports");
        let form = office.get(&page).await.text;
        let hidden = |name: &str| {
            let rest = form.split_once(&format!("name=\"{name}\" value=\"")).unwrap().1;
            rest.split_once('"').unwrap().0.to_owned()
        };
        let part =
            |name: &str| format!("--b\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{}\r\n", hidden(name));
        let file =
            "--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n姓名\n赵六\n\r\n--b--\r\n";
        let body = format!("{}{}{file}", part("csrf"), part("once")).into_bytes();
        let kind = [("content-type", "multipart/form-data; boundary=b")];
        let first = office.send(Method::POST, &page, &kind, body.clone()).await.location().to_owned();
        assert_eq!(office.send(Method::POST, &page, &kind, body).await.location(), first);
        assert_eq!(count(&site, "select count(*) from import").await, 2);
    });
}
