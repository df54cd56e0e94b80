//! Files lie with what they prove: who lays them where and until when, who fetches them, and what is refused.

use crate::world::{site::visitor, *};
use accounts_rules::Actor;
use axum::http::{Method, StatusCode};
use kit::{Site, db::Sql, testing::both, web::api::Once};
use serde_json::json;
use supervision::desk::{
    inquiry::{self as inquiries, InquiryWanted, ItemWanted, QuestionWanted, Sent},
    key::{self as keys, KeyReason, KeyTermsJson, VisitWanted},
    letter::{self as letters, LetterAnswerWanted, LetterEnd, LetterWanted},
};
use supervision_rules::{EntryId, InquiryKind, KeyId, LetterId, LetterKind};

const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";

/// A letter to roads.
async fn issued(site: &Site) -> LetterId {
    let wanted = LetterWanted {
        kind: LetterKind::Urge,
        series: text("督办"),
        problem: text("逾期未答复"),
        demand: text("五日内答复"),
        leader: text("李副主任"),
        due: day("2026-03-20"),
    };
    letters::issue(site, &clerk(), id(11, 1), wanted, &Once::default()).await.unwrap().letter.id
}

/// A key suggestion with a visit.
async fn visited(site: &Site) -> (KeyId, EntryId) {
    let terms =
        KeyTermsJson { leader: text("王副主任"), committee: text("城环委"), basis: text("主任会议纪要") };
    let id = keys::mark(site, &chief(), suggestion(), terms.into()).await.unwrap().key.id;
    let visit = VisitWanted {
        day: day("2026-03-10"),
        place: text("项目现场"),
        people: text("王副主任、代表"),
        minutes: text("先修最急的一段"),
    };
    let kept = keys::visit(site, &clerk(), id, visit, &Once::default()).await.unwrap();
    (id, kept.key.visits[0].id)
}

/// What water is to put right.
async fn listed(site: &Site) -> EntryId {
    let wanted = InquiryWanted {
        topic: text("农村饮水安全"),
        kind: InquiryKind::Report,
        day: day("2026-03-10"),
        place: text("会议室"),
        leader: text("王副主任"),
        basis: text("主任会议纪要"),
    };
    let id = inquiries::begin(site, &clerk(), congress(), wanted, &Once::default()).await.unwrap().inquiry.id;
    let question = QuestionWanted { unit: water(), asker: text("委员甲"), words: text("何时通水？") };
    inquiries::ask(site, &clerk(), id, question, &Sent::default()).await.unwrap();
    inquiries::tell(site, &clerk(), id, &Sent::default()).await.unwrap();
    inquiries::hold(site, &clerk(), id, &Sent::default()).await.unwrap();
    let item = ItemWanted { unit: water(), problem: text("水压不足"), due: day("2026-06-01") };
    inquiries::list(site, &clerk(), id, item, &Sent::default()).await.unwrap().inquiry.items[0].id
}

async fn uploads(site: &Site, actor: &Actor, about: impl ToString) -> (StatusCode, String) {
    let place = format!("/supervision/evidence/{}", about.to_string());
    let mut visitor = visitor(site, actor);
    visitor.get("/supervision").await;
    let answer = visitor.upload(&place, ("file", "反馈函.png", PICTURE)).await;
    (answer.status, answer.text)
}

async fn laid(site: &Site) -> i64 {
    let sql = Sql::new("select count(*) from journal where verb = {}").bind("supervision.evidence-laid");
    site.db().one::<(i64,)>(sql).await.unwrap().unwrap().0
}

#[test]
fn the_unit_lays_its_sealed_answer_to_the_letter_until_the_office_closes_it() {
    both(async |site| {
        on(&site, "2026-03-10");
        found(&site).await;
        let letter = issued(&site).await;
        let (page, place) = (format!("/supervision/letters/{letter}"), format!("/supervision/evidence/{letter}"));
        let mut unit = visitor(&site, &head(roads()));
        let shown = unit.get(&page).await.text;
        assert!(shown.contains(&place) && shown.contains("佐证材料（0）"), "{shown}");
        assert!(!visitor(&site, &clerk()).get(&page).await.text.contains(&place), "there is nothing to see yet");
        let empty = unit.post(&place, &[]).await;
        assert!(empty.status == StatusCode::UNPROCESSABLE_ENTITY && empty.text.contains("请选择"), "{}", empty.text);
        let (status, told) = uploads(&site, &head(roads()), letter).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{told}");
        let (file,): (kernel::Id<()>,) = site.db().one("select blob from supervision_evidence").await.unwrap().unwrap();
        for reader in [head(roads()), clerk(), deputy(1)] {
            let mut reader = visitor(&site, &reader);
            assert!(reader.get(&page).await.text.contains("佐证材料（1）"));
            assert!(reader.get(&place).await.text.contains("反馈函.png"));
            assert_eq!(reader.get(&format!("{place}/{file}")).await.status, StatusCode::OK);
        }
        for other in [head(schools()), deputy(3), stranger()] {
            assert_eq!(visitor(&site, &other).get(&place).await.status, StatusCode::NOT_FOUND, "{}", other.name);
            let fetched = visitor(&site, &other).get(&format!("{place}/{file}")).await;
            assert_eq!(fetched.status, StatusCode::NOT_FOUND, "{}", other.name);
        }
        assert_eq!(uploads(&site, &clerk(), letter).await.0, StatusCode::FORBIDDEN, "the office answers nothing");
        let strange = format!("{place}/{}", id::<()>(77, 1));
        assert_eq!(unit.get(&strange).await.status, StatusCode::NOT_FOUND);
        letters::answer(&site, &head(roads()), letter, LetterAnswerWanted { words: text("见附件") }).await.unwrap();
        letters::close(&site, &clerk(), letter, LetterEnd { words: text("属实") }).await.unwrap();
        let (status, told) = uploads(&site, &head(roads()), letter).await;
        assert_eq!((status, laid(&site).await), (StatusCode::UNPROCESSABLE_ENTITY, 1), "{told}");
        assert!(!unit.get(&place).await.text.contains("type=\"file\""), "it takes no more");
        sound(&site).await;
    });
}

#[test]
fn the_office_lays_minutes_to_a_visit_and_the_unit_photographs_to_what_it_puts_right() {
    both(async |site| {
        on(&site, "2026-03-10");
        found(&site).await;
        let ((key, visit), item) = (visited(&site).await, listed(&site).await);
        assert_eq!(uploads(&site, &clerk(), visit).await.0, StatusCode::SEE_OTHER);
        assert_eq!(uploads(&site, &deputy(2), visit).await.0, StatusCode::FORBIDDEN);
        let shown = visitor(&site, &deputy(2)).get(&format!("/supervision/keys/{key}")).await.text;
        assert!(shown.contains("第 1 次督办调研的佐证材料（1）"), "{shown}");
        let page = visitor(&site, &deputy(2)).get(&format!("/supervision/evidence/{visit}")).await.text;
        assert!(page.contains("关于修路的建议 · 2026-03-10 · 项目现场") && !page.contains("type=\"file\""), "{page}");
        assert_eq!(uploads(&site, &head(water()), item).await.0, StatusCode::SEE_OTHER);
        assert_eq!(uploads(&site, &clerk(), item).await.0, StatusCode::FORBIDDEN);
        assert_eq!(uploads(&site, &head(schools()), item).await.0, StatusCode::NOT_FOUND);
        let page = visitor(&site, &clerk()).get(&format!("/supervision/evidence/{item}")).await.text;
        assert!(page.contains("水压不足") && page.contains("反馈函.png"), "{page}");
        assert_eq!(uploads(&site, &clerk(), id::<()>(77, 1)).await.0, StatusCode::NOT_FOUND);
        keys::lift(&site, &chief(), key, KeyReason { reason: text("调整") }, &Once::default()).await.unwrap();
        assert_eq!(uploads(&site, &clerk(), visit).await.0, StatusCode::UNPROCESSABLE_ENTITY, "it is over");
        assert_eq!(laid(&site).await, 2);
        sound(&site).await;
        let mut tx = site.db().begin().await.unwrap();
        run(&mut tx, Sql::new("update supervision_evidence set about = {}").bind(id::<()>(77, 2).uuid())).await;
        tx.commit().await.unwrap();
        let breaches = supervision::checks::audit(site.db()).await.unwrap();
        assert!(breaches.iter().any(|breach| breach.ensure == "supervision-ensure-evidence"), "{breaches:?}");
    });
}

#[test]
fn programs_lay_a_file_once_and_only_one_that_is_what_it_says() {
    both(async |site| {
        on(&site, "2026-03-10");
        found(&site).await;
        let at = format!("/api/supervision-evidence/{}", issued(&site).await);
        let mut unit = visitor(&site, &head(roads()));
        let headers = [("content-type", "application/octet-stream"), ("idempotency-key", "scan-1")];
        let path = format!("{at}?file=a.png");
        let first = unit.send(Method::POST, &path, &headers, PICTURE.to_vec()).await;
        assert_eq!(first.status, StatusCode::CREATED, "{}", first.text);
        let again = unit.send(Method::POST, &path, &headers, PICTURE.to_vec()).await;
        assert_eq!((again.status, &again.json()["id"]), (StatusCode::CREATED, &first.json()["id"]));
        for (path, bytes) in [
            (format!("{at}?file=a.exe"), PICTURE.to_vec()),
            (format!("{at}?file=a.pdf"), PICTURE.to_vec()),
            (format!("{at}?file=a.png"), Vec::new()),
            (at.clone(), PICTURE.to_vec()),
        ] {
            let refused = unit.send(Method::POST, &path, &headers[..1], bytes).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}: {}", refused.text);
        }
        let all = unit.get(&at).await.json();
        assert_eq!((all[0]["name"].clone(), all[1].clone()), (json!("a.png"), json!(null)));
        assert_eq!(all[0]["sha256"], first.json()["sha256"]);
        let fetched = unit.get(&format!("{at}/{}", all[0]["id"].as_str().unwrap())).await;
        assert_eq!(fetched.status, StatusCode::OK);
        let refused = visitor(&site, &clerk()).send(Method::POST, &path, &headers[..1], PICTURE.to_vec()).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.text);
        for (who, status) in [(Actor::nobody(), StatusCode::UNAUTHORIZED), (stranger(), StatusCode::NOT_FOUND)] {
            assert_eq!(visitor(&site, &who).get(&at).await.status, status);
        }
        for n in 1..20 {
            let path = format!("{at}?file={n}.png");
            let more = unit.send(Method::POST, &path, &headers[..1], PICTURE.to_vec()).await;
            assert_eq!(more.status, StatusCode::CREATED, "{}", more.text);
        }
        let full = unit.send(Method::POST, &path, &headers[..1], PICTURE.to_vec()).await;
        assert_eq!(full.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", full.text);
        assert!(full.text.contains("20"), "{}", full.text);
        sound(&site).await;
    });
}
