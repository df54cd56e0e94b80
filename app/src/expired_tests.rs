//! A session that ended while somebody typed: nothing is lost, and it is sent once they have signed in again.

use axum::http::StatusCode;
use kit::{
    Site,
    testing::{Visitor, on_sqlite, start},
    web::session,
};

use crate::{demo, routes};

async fn sign_in(visitor: &mut Visitor, (name, password): (&str, &str)) {
    visitor.get("/session/new").await;
    let fields = [("name", name), ("password", password)];
    assert_eq!(visitor.post("/session", &fields).await.location(), "/");
}

/// A year later every session that stands now is over.
async fn end_sessions(site: &Site) {
    session::sweep(site.db(), site.now().plus_millis(365 * 86_400_000)).await.unwrap();
}

/// What a form of a page carries in a hidden field.
fn carried(page: &str, name: &str) -> String {
    let rest = page.split_once(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("no {name}: {page}")).1;
    rest.split_once('"').unwrap().0.to_owned()
}

#[test]
fn what_was_typed_when_the_session_ended_is_sent_after_signing_in_elsewhere() {
    on_sqlite(async |site| {
        let wanted =
            demo::Wanted { size: demo::Size::Town, suggestions: None, gathered: false, seed: Some(3), now: start() };
        let accounts = demo::fill(&site, wanted, |_| {}).await.unwrap();
        let deputy = accounts.accounts.iter().find(|account| account.sign_in == "deputy").unwrap();
        let mut browser = Visitor::new(routes::all(&site));
        sign_in(&mut browser, (&deputy.sign_in, &deputy.password)).await;
        let once = carried(&browser.get("/suggestions/new").await.text, "once");
        let typed = [
            ("title", "关于疏浚渠道的建议"),
            ("body", "渠道淤塞多年。\n请今年疏浚。"),
            ("then", "save"),
            ("once", &*once),
        ];
        end_sessions(&site).await;
        let kept = browser.post("/suggestions", &typed).await;
        assert_eq!(kept.status, StatusCode::FORBIDDEN);
        assert!(kept.text.contains("渠道淤塞多年。") && kept.text.contains("在新窗口登录"), "{}", kept.text);
        sign_in(&mut browser, (&deputy.sign_in, &deputy.password)).await;
        // The page that was left open carries the token of nobody, as does the one for signing in.
        let check = browser.post("/suggestions", &typed).await;
        assert!(check.text.contains("请核对后重新提交") && check.text.contains("渠道淤塞多年。"), "{}", check.text);
        let taken = browser.post("/suggestions", &typed).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text);
        let saved = browser.get(taken.location()).await.text;
        assert!(saved.contains("关于疏浚渠道的建议") && saved.contains("请今年疏浚。"), "{saved}");
    });
}
