//! Who floods, tries codes out, copies contact data or sends what is no picture and no recording is stopped, and nobody beside them.

use crate::world::{
    site::{at, house, visitor},
    *,
};
use accounts_rules::Actor;
use axum::http::{Method, StatusCode};
use kernel::{Day, Text};
use kit::{
    Site,
    db::Sql,
    testing::{Visitor, both, on_sqlite},
    web::api::Once,
};
use opinions::desk::{
    codes::{Scanned, printed, revoke, scan},
    contact::open,
    receive::Said,
    things::{ThingCode, make},
};
use opinions_rules::{Code, CodeKind};
use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::TestRunner,
};

fn fair() -> ThingCode {
    ThingCode {
        kind: CodeKind::Activity,
        target: None,
        name: Some(text("主题接待日")),
        day: Some("2026-06-20".parse::<Day>().unwrap()),
        area: Some(area(VILLAGE)),
        place: text("村部"),
    }
}

async fn hung(site: &Site) -> Code {
    let id = make(site, &town_chief(), town(), &fair(), &Once::default()).await.unwrap();
    let kept = opinions::desk::codes::of(site, &town_chief(), id).await.unwrap();
    printed(site, &kept).await.unwrap()
}

#[test]
fn an_activity_has_a_code_of_its_own_and_what_is_said_there_is_counted_for_it() {
    both(async |site| {
        found(&site).await;
        let code = hung(&site).await;
        let page = visitor(&site, &Actor::nobody()).get(&format!("/c/{code}")).await;
        assert!(page.text.contains("主题接待日") && page.text.contains(&format!("area={VILLAGE}")), "{}", page.text);
        let it = handed_in(&site, &Said { code: Some(code.to_string()), ..said(None, VILLAGE) }).await;
        let sql = Sql::new("select kind from v_opinion_code where id = {}").bind(it.id);
        assert_eq!(site.db().one::<(String,)>(sql).await.unwrap().unwrap().0, "activity");
        let ticket = opinions::Ticket::open(&site).await.unwrap();
        let forged = Said { code: Some("0".repeat(22)), ..said(None, VILLAGE) };
        let told = opinions::desk::receive::receive(&site, &Actor::nobody(), &forged, &[], &ticket).await;
        assert_eq!(why(told.unwrap_err()), "code: opinions-wrong-code");
        let Scanned::There(kept) = scan(&site, &code.to_string()).await.unwrap() else { panic!("it leads there") };
        revoke(&site, &town_chief(), kept.id).await.unwrap();
        assert_eq!(scan(&site, &code.to_string()).await.unwrap(), Scanned::Over);
    });
}

#[test]
fn an_activity_elsewhere_or_without_its_words_gets_no_code() {
    both(async |site| {
        found(&site).await;
        for (wrong, said) in [
            (ThingCode { area: Some(area(STREET)), ..fair() }, "area: opinions-wrong-area"),
            (ThingCode { name: None, ..fair() }, "name: kit-form-required"),
            (ThingCode { day: None, ..fair() }, "day: kit-form-required"),
            (ThingCode { kind: CodeKind::Deputy, ..fair() }, "kind: opinions-wrong-kind"),
        ] {
            let told = make(&site, &town_chief(), town(), &wrong, &Once::default()).await;
            assert_eq!(why(told.unwrap_err()), said);
        }
        assert!(make(&site, &stranger(), town(), &fair(), &Once::default()).await.is_err());
    });
}

/// Codes and what looks like them: nothing that somebody made up leads anywhere, and nothing breaks.
#[test]
fn no_code_that_was_made_up_leads_anywhere() {
    on_sqlite(async |site| {
        found(&site).await;
        let good = hung(&site).await;
        let mut runner = TestRunner::deterministic();
        let made_up = "[0-9A-HJKMNP-TV-Z]{22}|\\PC{0,80}|[0-9a-z%./-]{0,40}";
        for _ in 0..150 {
            let text = made_up.new_tree(&mut runner).unwrap().current();
            assert!(matches!(scan(&site, &text).await.unwrap(), Scanned::Foreign), "{text}");
        }
        // One bit of a good one is enough to make it none.
        for bit in 0..opinions_rules::SIGN_BITS {
            let forged = Code::new(good.key(), good.serial(), good.signature() ^ (1 << bit));
            assert!(matches!(scan(&site, &forged.to_string()).await.unwrap(), Scanned::Foreign), "{bit}");
        }
        let (scans,): (i64,) = site.db().one("select count(*) from code_scan").await.unwrap().unwrap();
        assert_eq!(scans, 0, "nothing made up is counted");
    });
}

#[test]
fn who_copies_contact_data_is_stopped_that_day_and_a_colleague_is_not() {
    both(async |site| {
        found(&site).await;
        let id = said_here(&site).await.id;
        let reason: Text<200> = text("回访核实");
        for nth in 1..=30 {
            assert!(open(&site, &county_clerk(), id, &reason).await.is_ok(), "{nth}");
        }
        let more = open(&site, &county_clerk(), id, &reason).await;
        assert_eq!(why(more.unwrap_err()), "opinions-refused-openings");
        let colleague = Actor { account: Some(super::world::id(9, 70)), ..county_clerk() };
        assert!(open(&site, &colleague, id, &reason).await.is_ok());
        on(&site, "2026-06-11");
        assert!(open(&site, &county_clerk(), id, &reason).await.is_ok(), "another day");
    });
}

#[test]
fn nothing_public_tells_a_telephone_or_who_said_what() {
    both(async |site| {
        found(&site).await;
        let it = handed_in(&site, &said(Some(person(1)), VILLAGE)).await;
        let mut passer = visitor(&site, &Actor::nobody());
        for path in
            [format!("/find?q={}", "lihe"), "/api/find?q=zj".to_owned(), format!("/opinions/new?to={}", person(1))]
        {
            let page = passer.get(&path).await;
            assert!(!page.text.contains("13873612345") && !page.text.contains("赵小满"), "{path}");
        }
        let code = serde_json::json!({ "code": it.tracking.shown() });
        let told = passer.json(Method::POST, "/api/opinions/progress", &[], code).await;
        assert!(!told.text.contains("13873612345") && !told.text.contains("赵小满"), "{}", told.text);
        for path in [format!("/opinions/{}", it.id), format!("/api/opinions/{}", it.id), "/api/codes".to_owned()] {
            assert_ne!(passer.get(&path).await.status, StatusCode::OK, "{path}");
        }
    });
}

#[test]
fn a_deputy_reads_nothing_sealed_anywhere_unless_the_person_agreed() {
    both(async |site| {
        found(&site).await;
        let silent = said_here(&site).await.id;
        let mut deputy = visitor(&site, &county_deputy());
        let everywhere = |id: opinions_rules::OpinionId| {
            [
                "/opinions".to_owned(),
                "/opinions/list/csv".to_owned(),
                "/api/opinions".to_owned(),
                format!("/opinions/{id}"),
                format!("/api/opinions/{id}"),
                format!("/find?area={VILLAGE}"),
            ]
        };
        for path in everywhere(silent) {
            let page = deputy.get(&path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            for sealed in ["13873612345", "138****2345", "赵小满", "赵**"] {
                assert!(!page.text.contains(sealed), "{path} tells {sealed}");
            }
        }
        let words = serde_json::json!({ "reason": "想打个电话" });
        let opening = format!("/api/opinions/{silent}/contact/opening");
        assert_eq!(deputy.json(Method::POST, &opening, &[], words).await.status, StatusCode::FORBIDDEN);
        let letter = deputy.get(&format!("/opinions/{silent}/papers/letter.docx")).await;
        assert_eq!(letter.status, StatusCode::NOT_FOUND);
        let agreed = Said { to_deputy: true, ..said(Some(person(2)), VILLAGE) };
        let agreed = handed_in(&site, &agreed).await.id;
        assert!(deputy.get(&format!("/opinions/{agreed}")).await.text.contains("13873612345"));
        let other = visitor(&site, &town_deputy()).get(&format!("/opinions/{agreed}")).await;
        assert_eq!(other.status, StatusCode::NOT_FOUND, "agreed to one deputy, not to all");
    });
}

/// A body of a form with one file, as a browser sends it.
fn parts(fields: &[(&str, &str)], (field, name, bytes): (&str, &str, &[u8])) -> Vec<u8> {
    let mut body = Vec::new();
    for (key, value) in fields {
        body.extend(format!("--x\r\ncontent-disposition: form-data; name=\"{key}\"\r\n\r\n{value}\r\n").into_bytes());
    }
    let head = format!("--x\r\ncontent-disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\r\n");
    body.extend(head.into_bytes());
    body.extend_from_slice(bytes);
    body.extend(b"\r\n--x--\r\n");
    body
}

async fn sends(visitor: &mut Visitor, site: &Site, file: (&str, &str, &[u8])) -> kit::testing::Answer {
    let page = visitor.get(&format!("/opinions/new?area={VILLAGE}")).await;
    let hidden = |name: &str| {
        let (_, rest) = page.text.split_once(&format!("name=\"{name}\" value=\"")).unwrap_or_default();
        rest.split_once('"').map(|(value, _)| value.to_owned()).unwrap_or_default()
    };
    let (ticket, csrf) = (hidden("ticket"), hidden("csrf"));
    later(site);
    let fields =
        [("csrf", csrf.as_str()), ("ticket", &ticket), ("area", VILLAGE), ("topic", "roads"), ("body", "请看附件。")];
    let kind = [("content-type", "multipart/form-data; boundary=x")];
    visitor.send(Method::POST, "/opinions", &kind, parts(&fields, file)).await
}

#[test]
fn files_that_are_something_else_are_told_beside_the_field_and_nothing_is_kept() {
    on_sqlite(async |site| {
        found(&site).await;
        let jpeg_with_page = [&b"\xFF\xD8\xFF\xE0"[..], b"<html><script>alert(1)</script>"].concat();
        let zip = [&b"PK\x03\x04"[..], &[0; 60]].concat();
        let tall =
            [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x08\x06\0\0\0"[..], &[0; 8]].concat();
        let cases: [(&str, &str, &[u8]); 8] = [
            ("photos", "桥.jpg", &jpeg_with_page),
            ("photos", "桥.jpg", &zip),
            ("photos", "page.html", b"<html></html>"),
            ("photos", "../../etc/passwd", b"\xFF\xD8\xFF\xD9"),
            ("photos", "bomb.png", &tall),
            ("voice", "话.mp3", b"ID3\x04\0\0\0\0\0\0<script>"),
            ("voice", "话.m4a", b"\0\0\0\x18ftypM4A \0\0\0\0M4A mp42<html>"),
            ("voice", "话.amr", b"#!AMR\nMZ\x90\0"),
        ];
        for (nth, file) in (1u8..).zip(cases) {
            let mut sender = at(&site, &house(), &Actor::nobody(), nth);
            let told = sends(&mut sender, &site, file).await;
            assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{}: {}", file.1, told.text);
        }
        for table in ["select count(*) from opinion", "select count(*) from opinion_file"] {
            assert_eq!(site.db().one::<(i64,)>(table).await.unwrap().unwrap().0, 0);
        }
    });
}

#[test]
fn a_file_is_kept_under_a_name_that_harms_nobody_and_goes_out_to_be_kept() {
    on_sqlite(async |site| {
        found(&site).await;
        let photo = include_bytes!("../../../kit/tests/pictures/photo.jpg");
        let names =
            ["../../etc/cron.d/x.jpg", "C:\\CON.jpg", "fdp.\u{202E}gpj.exe.jpg", "<script>.jpg", "%2e%2e%2f.jpg"];
        for (nth, name) in (1u8..).zip(names) {
            let mut sender = at(&site, &house(), &Actor::nobody(), nth);
            let told = sends(&mut sender, &site, ("photos", name, photo)).await;
            assert_eq!(told.status, StatusCode::OK, "{name}: {}", told.text);
        }
        let kept: Vec<(String, String)> =
            site.db().all("select name, media from blob order by made, id").await.unwrap();
        assert_eq!(kept.len(), names.len());
        for (name, media) in kept {
            let plain = |c: char| !matches!(c, '/' | '\\' | '<' | '>' | '\u{202E}') && !c.is_control();
            assert!(name.chars().all(plain) && !name.starts_with("CON") && name.ends_with(".jpg"), "{name}");
            assert_eq!(media, "image/jpeg");
        }
        let (id,): (opinions_rules::OpinionId,) =
            site.db().one("select id from opinion order by n limit 1").await.unwrap().unwrap();
        let (file,): (uuid::Uuid,) = site
            .db()
            .one(Sql::new("select blob from opinion_file where opinion = {}").bind(id))
            .await
            .unwrap()
            .unwrap();
        let out = visitor(&site, &town_chief()).get(&format!("/opinions/{id}/files/{file}")).await;
        assert!(out.headers["content-disposition"].to_str().unwrap().starts_with("attachment;"));
        assert!(!out.text.contains("secret"), "nothing the telephone said of it goes out");
        let none = visitor(&site, &Actor::nobody()).get(&format!("/opinions/{id}/files/{file}")).await;
        assert_ne!(none.status, StatusCode::OK);
    });
}

#[test]
fn who_only_reads_carries_nothing_of_ours_and_who_writes_does() {
    both(|site| async move {
        found(&site).await;
        let cookies = |answer: &kit::testing::Answer| answer.headers.get_all("set-cookie").iter().count();
        for path in ["/find", "/find?q=zj", "/c/0000000000000000000000", "/api/find?q=zj", "/o/nothing"] {
            let answer = visitor(&site, &Actor::nobody()).get(path).await;
            assert_eq!(cookies(&answer), 0, "{path}: {:?}", answer.headers);
            assert!(!answer.text.contains("name=\"csrf\""), "{path}");
        }
        let mut writer = visitor(&site, &Actor::nobody());
        let form = writer.get("/opinions/progress").await;
        assert_eq!(cookies(&form), 1, "the form is bound to it");
        let again = writer.get("/opinions/progress").await;
        assert_eq!(cookies(&again), 0, "once");
        let unknown = writer.post("/opinions/progress", &[("code", "AAAA-AAAA-AAAA")]).await;
        assert_ne!(unknown.status, StatusCode::FORBIDDEN, "{}", unknown.text);
    });
}
