//! Documents of a proposal as files: sent, replaced, fetched by whoever sees the proposal, by nobody else.

use crate::world::{site::visitor, *};
use accounts_rules::Actor;
use appointments::desk::{
    add::{self, DocumentWanted},
    draft, rule,
};
use appointments_rules::{AppointmentId, Document, Kind, Needs, Office, Settings};
use axum::http::{Method, StatusCode};
use kit::{
    Site,
    testing::{both, on_sqlite},
    web::api::Once,
};

const PDF: &[u8] = b"%PDF-1.4\n1 0 obj\n";
const SECOND: &[u8] = b"%PDF-1.4\n2 0 obj\n";

async fn drafted(site: &Site) -> AppointmentId {
    let seat = an_office(site, "县教育局局长", Office::GovernmentMember).await;
    let wanted = wanted(Kind::Appoint, seat, "李春山");
    draft::draft(site, &clerk(), congress(), wanted, &Once::default()).await.unwrap().it.id
}

#[test]
fn a_document_comes_with_its_file_and_keeps_the_version_before() {
    both(async |site| {
        found(&site).await;
        let id = drafted(&site).await;
        let mut office = visitor(&site, &clerk());
        let at = format!("/appointments/{id}");
        assert_eq!(office.get(&at).await.status, StatusCode::OK);
        let fields = [("version", "1"), ("documents-document", "background"), ("documents-title", "考察材料")];
        let wrong = office.upload_with(&format!("{at}/documents"), &fields, ("documents-file", "a.exe", b"MZ")).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", wrong.text);
        let file = ("documents-file", "考察材料.pdf", PDF);
        let kept = office.upload_with(&format!("{at}/documents"), &fields, file).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
        let page = office.get(&at).await.text;
        assert!(page.contains("考察材料.pdf") && page.contains("（有电子文件）"), "{page}");
        let none =
            office.upload_with(&format!("{at}/files"), &[("version", "2"), ("files-n", "1")], ("x", "", b"")).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", none.text);
        let next = [("version", "2"), ("files-n", "1")];
        let next =
            office.upload_with(&format!("{at}/files"), &next, ("files-file", "考察材料（修改）.pdf", SECOND)).await;
        assert_eq!(next.status, StatusCode::SEE_OTHER, "{}", next.text);
        let page = office.get(&at).await.text;
        assert!(page.contains("以前的版本") && page.contains("考察材料（修改）.pdf"), "{page}");
        assert!(office.get(&format!("{at}/documents/1")).await.text.contains("1 0 obj"));
        assert!(office.get(&format!("{at}/documents/2")).await.text.contains("2 0 obj"));
        for n in ["0", "3", "-1", "99999999999999999999", "x"] {
            assert_eq!(office.get(&format!("{at}/documents/{n}")).await.status, StatusCode::NOT_FOUND, "{n}");
        }
        for actor in [deputy(), stranger(), member(), leader()] {
            let answer = visitor(&site, &actor).get(&format!("{at}/documents/2")).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{}: a draft is the office's", actor.name);
        }
        let nobody = visitor(&site, &Actor::nobody()).get(&format!("/api{at}/documents/2")).await;
        assert_eq!(nobody.status, StatusCode::UNAUTHORIZED);
        let told = "select count(*) from journal where verb = 'appointment.file-added' and fact like '%sha256%'";
        let whole: Option<(i64,)> = site.db().one(told).await.unwrap();
        assert_eq!(whole, Some((2,)), "what was added is told, nothing of what it says");
        sound(&site).await;
    });
}

#[test]
fn programs_send_and_fetch_files_until_the_vote() {
    both(async |site| {
        found(&site).await;
        let seat = an_office(&site, "县教育局局长", Office::GovernmentMember).await;
        let id = listed(&site, wanted(Kind::Appoint, seat, "李春山")).await;
        let mut office = visitor(&site, &clerk());
        let path = format!("/api/appointments/{id}/documents/1/files?file=%E8%AE%AE%E6%A1%88.pdf");
        let blind = office.send(Method::POST, &path, &[], PDF.to_vec()).await;
        assert_eq!(blind.status, StatusCode::PRECONDITION_REQUIRED);
        let stale = office.send(Method::POST, &path, &[("if-match", "\"1\"")], PDF.to_vec()).await;
        assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED, "{}", stale.text);
        let seen = format!("\"{}\"", version(&site, id).await);
        let none = format!("/api/appointments/{id}/documents/9/files?file=a.pdf");
        let none = office.send(Method::POST, &none, &[("if-match", &seen)], PDF.to_vec()).await;
        assert_eq!(none.status, StatusCode::NOT_FOUND, "{}", none.text);
        let bare = format!("/api/appointments/{id}/documents/1/files");
        let bare = office.send(Method::POST, &bare, &[("if-match", &seen)], PDF.to_vec()).await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", bare.text);
        let sent = office.send(Method::POST, &path, &[("if-match", &seen)], PDF.to_vec()).await;
        assert_eq!(sent.status, StatusCode::OK, "{}", sent.text);
        assert_eq!(sent.json()["documents"][0]["file"], "议案.pdf");
        let file = format!("/api/appointments/{id}/documents/1");
        assert!(visitor(&site, &member()).get(&file).await.text.contains("1 0 obj"), "what is on the agenda");
        assert_eq!(visitor(&site, &deputy()).get(&file).await.status, StatusCode::NOT_FOUND);
        assert_eq!(
            visitor(&site, &member()).send(Method::POST, &path, &[], vec![]).await.status,
            StatusCode::FORBIDDEN
        );
        let at = (id, version(&site, id).await);
        appointments::desk::decide::vote(&site, &head(), at, figures(20, 12)).await.unwrap();
        let seen = format!("\"{}\"", version(&site, id).await);
        let late = office.send(Method::POST, &path, &[("if-match", &seen)], PDF.to_vec()).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.text);
        sound(&site).await;
    });
}

#[test]
fn a_place_names_the_documents_it_wants() {
    on_sqlite(async |site| {
        found(&site).await;
        let appoint = vec![Document::Proposal, Document::Resume, Document::Notice];
        let needs = Needs { appoint, ..Needs::default() };
        rule::keep(&site, &head(), congress(), 0, Settings { needs, ..Settings::default() }).await.unwrap();
        let id = drafted(&site).await;
        let wanted = DocumentWanted { document: Document::Proposal, title: text("议案"), mark: None, day: None };
        add::document(&site, &clerk(), (id, 1), wanted).await.unwrap();
        let page = visitor(&site, &clerk()).get(&format!("/appointments/{id}")).await.text;
        assert!(page.contains("缺少：简历") && page.contains("缺少：任前公示情况"), "{page}");
        assert!(!page.contains("缺少：考察材料") && page.contains("已有：提请任免议案。"), "{page}");
        let twice = Needs { remove: vec![Document::Reasons, Document::Reasons], ..Needs::default() };
        let twice = Settings { needs: twice, ..Settings::default() };
        let refused = rule::keep(&site, &head(), congress(), 1, twice).await.unwrap_err();
        assert_eq!(why(refused), "appointments-wrong-setting");
    });
}
