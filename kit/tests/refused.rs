//! What is not taken: the log tells that it happened and nothing of what was typed; the person loses nothing.

use std::{
    io,
    sync::{Arc, Mutex},
};

use axum::{Router, http::StatusCode, routing::post};
use kernel::{Refusal, Refused};
use kit::{
    Fault, Problem, Site,
    testing::{Visitor, before, on_sqlite},
    web::{Errors, Form, Stale, Wrong},
};

/// Takes what says 好, and nothing else.
async fn take(form: Form) -> Result<String, Problem> {
    if form.value("words").ends_with('好') {
        return Ok(form.value("words").to_owned());
    }
    Err(Errors::one("words", Wrong::new("kit-form-too-long").with("most", 1).with("has", form.value("words"))).into())
}

/// What has moved on meanwhile: whatever is sent comes too late.
async fn too_late(_form: Form) -> Result<String, Problem> {
    Err(Refused::new(Refusal::NotNow, "kit-problem-busy").into())
}

/// What nobody foresaw.
async fn broken(_form: Form) -> Result<String, Problem> {
    Err(Fault::new("the disk is gone").into())
}

/// What somebody else saved meanwhile, with no field to set beside another.
async fn overtaken(_form: Form) -> Result<String, Problem> {
    let stale = Stale { fields: vec![], version: 2, action: "/late".into(), hidden: vec![], back: "/".into() };
    Err(Problem::Stale(Box::new(stale)))
}

fn visitor(site: &Site, name: Option<&str>) -> Visitor {
    let routes = Router::new()
        .route("/things/{id}", post(take))
        .route("/late", post(too_late))
        .route("/broken", post(broken))
        .route("/overtaken", post(overtaken));
    before(site, routes, (), name.map(str::to_owned))
}

/// Everything that is logged, whatever its level.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn what_is_turned_away_is_logged_without_anything_that_was_sent() {
    on_sqlite(async |site| {
        let log = Log::default();
        let sink = log.clone();
        let all = tracing_subscriber::fmt().with_ansi(false).with_max_level(tracing::Level::TRACE);
        let _here = tracing::subscriber::set_default(all.with_writer(move || sink.clone()).finish());
        let mut somebody = visitor(&site, None);
        let sent = [("words", "我叫张三，电话13987654321"), ("13700000000", "x")];
        assert_eq!(somebody.post("/things/13812345678?q=13611112222", &sent).await.status, StatusCode::FORBIDDEN);
        let wrong = somebody.post("/things/13812345678?q=13611112222", &sent).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", wrong.text);
        assert_eq!(somebody.get("/13812345678").await.status, StatusCode::NOT_FOUND);
        let told = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
        for (status, route, key) in [
            ("403", "/things/{id}", "kit-form-forged"),
            ("422", "/things/{id}", "kit-problem-invalid"),
            ("404", "-", "kit-problem-missing"),
        ] {
            let line = told.lines().find(|line| line.contains(&format!("status={status}")));
            assert!(line.is_some_and(|line| line.contains(route) && line.contains(key)), "{status}: {told}");
        }
        for typed in ["张三", "13987654321", "13812345678", "13611112222", "13700000000"] {
            assert!(!told.contains(typed), "{typed} stands in the log: {told}");
        }
    });
}

#[test]
fn what_was_typed_before_the_session_ended_can_be_read_and_sent_again() {
    on_sqlite(async |site| {
        let mut somebody = visitor(&site, None);
        let typed = [("words", "便桥年久失修，\n请尽快加固\"为好"), ("password", "gua-huo-tai"), ("once", "7")];
        let kept = somebody.post("/things/1", &typed).await;
        assert_eq!(kept.status, StatusCode::FORBIDDEN);
        for shown in ["readonly>便桥年久失修，\n请尽快加固", "href=\"/session/new\"", "name=\"once\" value=\"7\""]
        {
            assert!(kept.text.contains(shown), "{shown}: {}", kept.text);
        }
        assert!(!kept.text.contains("gua-huo-tai") && !kept.text.contains("附件不能保留"), "{}", kept.text);
        // The form of that page, as it stands there, is taken.
        assert_eq!(somebody.post("/things/1", &typed).await.text, typed[0].1);
        let signed_in = visitor(&site, Some("李秀兰")).post("/things/1", &typed).await;
        assert!(signed_in.text.contains("重新提交") && !signed_in.text.contains("/session/new"), "{}", signed_in.text);
    });
}

#[test]
fn a_file_that_cannot_be_kept_is_said_and_a_page_of_elsewhere_is_never_one_press_away() {
    on_sqlite(async |site| {
        let with_file = visitor(&site, None).upload("/things/1", ("file", "a.txt", b"abc")).await;
        assert_eq!(with_file.status, StatusCode::FORBIDDEN);
        assert!(with_file.text.contains("附件不能保留"), "{}", with_file.text);
        let unknown = visitor(&site, Some("李秀兰")).old().post("/things/1", &[("words", "请加固为好")]).await;
        assert!(unknown.text.contains("readonly>请加固为好"), "{}", unknown.text);
        assert!(!unknown.text.contains("<button class=\"button\">重新提交"), "{}", unknown.text);
        let secret = visitor(&site, None).post("/things/1", &[("password", "gua-huo-tai")]).await;
        assert!(secret.text.contains("页面已过期") && !secret.text.contains("gua-huo-tai"), "{}", secret.text);
    });
}

#[test]
fn whatever_a_handler_answers_what_was_typed_stands_on_its_page() {
    on_sqlite(async |site| {
        let mut somebody = visitor(&site, Some("李秀兰"));
        let reason = "答复没有说明资金从哪里来，\n请补充";
        let typed =
            [("reason", reason), ("verdict", "satisfied"), ("once", &"k".repeat(43)), ("password", "gua-huo-tai")];
        for (path, status) in [
            ("/late", StatusCode::CONFLICT),
            ("/broken", StatusCode::INTERNAL_SERVER_ERROR),
            ("/overtaken", StatusCode::PRECONDITION_FAILED),
        ] {
            let _token = somebody.post(path, &typed).await;
            let told = somebody.post(path, &typed).await;
            assert_eq!(told.status, status, "{path}: {}", told.text);
            assert!(told.text.contains(&format!("readonly>{reason}")), "{path}: {}", told.text);
            assert_eq!(told.text.matches("readonly>").count(), 1, "{path}: what is no prose stands there too");
            assert!(!told.text.contains("gua-huo-tai") && !told.text.contains("<tbody>"), "{path}: {}", told.text);
        }
    });
}
