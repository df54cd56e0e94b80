//! Sheets that deputies signed by hand, and files of bills: through the desk, the router and JSON, on both engines.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use bills::desk::{self, attach, paper, terms::read_local};
use bills_rules::{BillId, Disposal, Fact, FileKind, OnPaper, Stage};
use kernel::PersonId;
use kit::{
    Problem, Site, journal,
    testing::both,
    web::api::{Once, Saw},
};
use serde_json::json;

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n";

fn on_paper(count: u8) -> OnPaper {
    let signers: Vec<PersonId> = (2..=count).map(person).collect();
    OnPaper {
        lead: person(1),
        signers,
        received: read_local("2026-03-09 16:30").unwrap(),
        sheet: sheet("关于水源地保护的议案"),
    }
}

async fn entered(site: &Site) -> BillId {
    paper::receive(site, &clerk(), congress(), on_paper(10), &Once::default()).await.unwrap()
}

#[test]
fn the_office_enters_a_signed_sheet_once_and_by_the_moment_it_came() {
    both(async |site| {
        on(&site, "2026-04-01");
        found(&site).await;
        let few = paper::receive(&site, &clerk(), congress(), on_paper(9), &Once::default()).await.map_err(why);
        assert_eq!(few.unwrap_err(), "bills-refused-too-few-signers");
        let mut stranger_named = on_paper(10);
        stranger_named.signers.push(person(77));
        let strange = paper::receive(&site, &clerk(), congress(), stranger_named, &Once::default()).await.map_err(why);
        assert_eq!(strange.unwrap_err(), "bills-refused-not-deputies");
        for other in [deputy(1), stranger()] {
            assert!(paper::receive(&site, &other, congress(), on_paper(10), &Once::default()).await.is_err());
        }
        let once = Once::form("token", "/bills/paper", &"a sheet").unwrap();
        let first = paper::receive(&site, &clerk(), congress(), on_paper(10), &once).await.unwrap();
        let second = paper::receive(&site, &clerk(), congress(), on_paper(10), &once).await.unwrap();
        assert_eq!(first, second);
        let d = bills::queries::detail(&site, &clerk(), first).await.unwrap();
        assert!(d.bill.on_paper() && d.bill.signers().len() == 10 && !d.bill.late());
        assert!(matches!(d.bill.stage, Stage::Submitted(it) if it.at.to_string().starts_with("2026-03-09")));
        let last = journal::of_subject(&mut site.db(), first.uuid()).await.unwrap().pop().unwrap();
        assert!(
            matches!(serde_json::from_value(last.fact).unwrap(), Fact::ReceivedOnPaper { signers, .. } if signers.len() == 10)
        );
        let mut early = on_paper(10);
        early.received = read_local("2026-03-20 09:00").unwrap();
        let closed = paper::receive(&site, &clerk(), congress(), early, &Once::default()).await.map_err(why);
        assert_eq!(closed.unwrap_err(), "bills-refused-not-sitting");
        sound(&site).await;
    });
}

#[test]
fn who_is_named_and_did_not_sign_says_so_and_the_office_enters_the_rest() {
    both(async |site| {
        on(&site, "2026-03-10");
        found(&site).await;
        let id = entered(&site).await;
        let page = format!("/bills/{id}");
        let seen = visitor(&site, &deputy(3)).get(&page).await.text;
        assert!(seen.contains("我没有联名"), "{seen}");
        desk::sign::decline(&site, &deputy(3), id).await.unwrap();
        assert!(visitor(&site, &deputy(3)).get(&page).await.status == StatusCode::NOT_FOUND, "it is not numbered");
        let seen = desk::draft::edit(&site, &deputy(1), id, 1, sheet("另一题")).await.map_err(why);
        assert!(seen.is_err(), "the sheet lies with the office");
        let version = bills::queries::detail(&site, &clerk(), id).await.unwrap().edition().unwrap();
        let mended = desk::draft::edit(&site, &clerk(), id, version, sheet("关于饮用水源地保护的议案")).await.unwrap();
        assert_eq!(mended.bill.sheet.title, "关于饮用水源地保护的议案");
        let stale = desk::draft::edit(&site, &clerk(), id, version, sheet("另一题")).await;
        assert!(matches!(stale, Err(Problem::Stale(_))), "{stale:?}");
        desk::check::number(&site, &clerk(), id).await.unwrap();
        let refused = desk::decide::decide(&site, &chief(), id, decision(Disposal::Agenda)).await.map_err(why);
        assert_eq!(refused.unwrap_err(), "bills-refused-signatures-denied");
        let other = entered(&site).await;
        assert!(desk::submit::withdraw(&site, &deputy(2), other, words("不提了")).await.is_err());
        let gone = desk::submit::withdraw(&site, &clerk(), other, words("代表来函撤回")).await.unwrap();
        assert_eq!(gone.bill.stage.word(), "withdrawn");
        sound(&site).await;
    });
}

#[test]
fn names_are_read_as_they_stand_on_the_sheet() {
    both(async |site| {
        on(&site, "2026-03-10");
        found(&site).await;
        let mut office = visitor(&site, &clerk());
        let form = office.get("/bills/paper").await;
        assert!(form.status == StatusCode::OK && form.text.contains("登记代表议案（纸质）"), "{}", form.text);
        let names = "代表2、代表3，代表 4\n代表5 代表6（第一代表团）、代表7、代表8、代表9、代表10";
        let typed = |lead: &'static str, signers: &'static str| {
            vec![
                ("received", "2026-03-09 16:30"),
                ("lead", lead),
                ("signers", signers),
                ("title", "关于水源地保护的议案"),
                ("grounds", "水质下降。"),
                ("proposal", "划定保护范围。"),
                ("publish", "1"),
            ]
        };
        for (lead, signers, said) in [
            ("代表1", "代表2、张三", "本级在任代表中没有：张三"),
            ("代表1、代表2", names, "领衔代表只填一位"),
            ("代表1", "代表2、代表3", "现有 3 人，至少要 10 人"),
            ("", "", "f-lead-error"),
        ] {
            let wrong = office.post("/bills/paper", &typed(lead, signers)).await;
            assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", wrong.text);
            assert!(wrong.text.contains(said) && wrong.text.contains("划定保护范围。"), "{said}: {}", wrong.text);
        }
        let typed = typed("代表1", names);
        let done = office.upload_with("/bills/paper", &typed, ("file", "原件.pdf", PDF)).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        let page = office.get(done.location()).await;
        assert!(page.text.contains("原件.pdf") && page.text.contains("已联名 10 人"), "{}", page.text);
        assert!(!page.text.contains("还没有上传签名原件"), "{}", page.text);
        let deputy = visitor(&site, &deputy(1)).get("/bills/paper").await;
        assert_eq!(deputy.status, StatusCode::FORBIDDEN);
        sound(&site).await;
    });
}

#[test]
fn a_program_enters_a_sheet_and_lays_its_scan_to_it() {
    both(async |site| {
        on(&site, "2026-03-10");
        found(&site).await;
        let signers: Vec<String> = (2..=10).map(|n| person(n).to_string()).collect();
        let sheet = json!({ "title": "关于水源地保护的议案", "grounds": "水质下降。", "proposal": "划定保护范围。", "publish": true });
        let body = json!({ "congress": congress().to_string(), "lead": person(1).to_string(), "signers": signers,
            "received": "2026-03-09 16:30", "sheet": sheet });
        let mut office = visitor(&site, &clerk());
        let made = office.json(Method::POST, "/api/paper-bills", &[], body.clone()).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
        let mut wrong = body;
        wrong["received"] = json!("gestern");
        let refused = office.json(Method::POST, "/api/paper-bills", &[], wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text);
        let at = format!("/api/bills/{}/attachments", made.json()["id"].as_str().unwrap());
        let kind = [("content-type", "application/octet-stream")];
        let laid = office.send(Method::POST, &format!("{at}?file=a.pdf&kind=scan"), &kind, PDF.to_vec()).await;
        assert_eq!(laid.status, StatusCode::CREATED, "{}", laid.text);
        for query in ["file=a.pdf&kind=photo", "file=a.exe&kind=scan", ""] {
            let refused = office.send(Method::POST, &format!("{at}?{query}"), &kind, PDF.to_vec()).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}: {}", refused.text);
        }
        let all = office.get(&at).await.json();
        assert_eq!((all[0]["kind"].as_str(), all[0]["name"].as_str()), (Some("scan"), Some("a.pdf")));
        let whole = office.get(at.trim_end_matches("/attachments")).await.json();
        assert!(whole["paper"] == json!(true) && whole["files"].as_array().unwrap().len() == 1, "{whole}");
        let file = format!("{at}/{}", laid.json()["id"].as_str().unwrap());
        assert!(office.get(&file).await.text.starts_with("%PDF"));
        let mut lead = visitor(&site, &deputy(1));
        assert_eq!(lead.json(Method::DELETE, &file, &[], json!({})).await.status, StatusCode::FORBIDDEN);
        assert_eq!(visitor(&site, &deputy(12)).get(&file).await.status, StatusCode::NOT_FOUND);
        assert_eq!(office.json(Method::DELETE, &file, &[], json!({})).await.status, StatusCode::OK);
        assert_eq!(office.get(&file).await.status, StatusCode::NOT_FOUND);
        sound(&site).await;
    });
}

#[test]
fn whoever_signs_signs_the_draft_text_too() {
    both(async |site| {
        on(&site, "2026-03-09");
        found(&site).await;
        let id = signed(&site, "关于水源地保护条例的议案", 3).await;
        let saw = Saw::Words(desk::words(&bills::queries::detail(&site, &deputy(1), id).await.unwrap().bill));
        let mut lead = visitor(&site, &deputy(1));
        let page = format!("/bills/{id}");
        assert!(lead.get(&page).await.text.contains("草案文本"));
        let fields = [("kind", "draft")];
        let added = lead.upload_with(&format!("{page}/attachments"), &fields, ("file", "条例草案.pdf", PDF)).await;
        assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text);
        let d = bills::queries::detail(&site, &deputy(2), id).await.unwrap();
        assert_eq!((d.bill.signers().len(), d.files.len()), (1, 1), "they are asked again");
        let unread = desk::sign::sign(&site, &deputy(2), id, saw).await.map_err(why).unwrap_err();
        assert_eq!(unread, "bills-refused-reworded");
        desk::sign::sign(&site, &deputy(2), id, Saw::Unsaid).await.unwrap();
        let none = lead.post(&format!("{page}/attachments"), &fields).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        let file = d.files[0].id;
        let taken = attach::take_in(&site, "b.pdf", PDF.into()).await.unwrap();
        let tried = attach::add(&site, &clerk(), id, (&taken, FileKind::Other), &Once::default()).await.map_err(why);
        assert_eq!(tried.unwrap_err(), "kit-problem-missing", "a draft is its deputies'");
        let paper = lead.get(&format!("/api{page}/papers/sheet")).await.json().to_string();
        assert!(paper.contains("条例草案.pdf"), "{paper}");
        assert_eq!(lead.post(&format!("{page}/attachments/{file}/removal"), &[]).await.status, StatusCode::SEE_OTHER);
        assert!(bills::queries::detail(&site, &deputy(1), id).await.unwrap().files.is_empty());
        sound(&site).await;
        lead.upload_with(&format!("{page}/attachments"), &fields, ("file", "条例草案.pdf", PDF)).await;
        desk::draft::discard(&site, &deputy(1), id, Saw::Unsaid).await.unwrap();
        let left: Option<(i64,)> =
            site.db().one("select (select count(*) from bill_file) + (select count(*) from blob)").await.unwrap();
        assert_eq!(left, Some((0,)), "a draft goes with its files");
    });
}
