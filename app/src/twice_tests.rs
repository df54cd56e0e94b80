//! Pressing a button twice: whatever a page makes, it makes once.

use kernel::BodyId;
use kit::{
    Site,
    db::Sql,
    testing::{Visitor, both, start},
};

use crate::{demo, routes};

async fn town(site: &Site) -> demo::Accounts {
    let wanted =
        demo::Wanted { size: demo::Size::Town, suggestions: None, gathered: false, seed: Some(3), now: start() };
    demo::fill(site, wanted, |_| {}).await.unwrap()
}

async fn visitor(site: &Site, accounts: &demo::Accounts, who: &str) -> Visitor {
    let account = accounts.accounts.iter().find(|account| account.sign_in == who).unwrap();
    let mut visitor = Visitor::new(routes::all(site));
    visitor.get("/session/new").await;
    let fields = [("name", account.sign_in.as_str()), ("password", account.password.as_str())];
    assert_eq!(visitor.post("/session", &fields).await.location(), "/");
    visitor
}

/// The key that the form of this action carries on a page.
fn key(page: &str, action: &str) -> String {
    let form =
        page.split_once(&format!("action=\"{action}\"")).unwrap_or_else(|| panic!("no form {action}:\n{page}")).1;
    let form = form.split_once("</form>").unwrap().0;
    let key = form.split_once("name=\"once\" value=\"").unwrap_or_else(|| panic!("{action} carries no key:\n{form}")).1;
    key.split_once('"').unwrap().0.to_owned()
}

async fn rows(site: &Site, table: &'static str) -> i64 {
    site.db().one::<(i64,)>(Sql::new("select count(*) from ").add(table)).await.unwrap().unwrap().0
}

/// One thing that a page makes.
struct Made<'a> {
    who: &'a str,
    page: String,
    action: String,
    fields: &'a [(&'a str, &'a str)],
    table: &'static str,
}

async fn pressed_twice(site: &Site, accounts: &demo::Accounts, made: &Made<'_>) {
    let mut visitor = visitor(site, accounts, made.who).await;
    let page = visitor.get(&made.page).await;
    let once = key(&page.text, &made.action);
    let fields: Vec<_> = made.fields.iter().copied().chain([("once", once.as_str())]).collect();
    let before = rows(site, made.table).await;
    for time in ["first", "second"] {
        let answer = visitor.post(&made.action, &fields).await;
        assert!(
            answer.status.is_success() || answer.status.is_redirection(),
            "{}, {time}: {}",
            made.action,
            answer.text
        );
        assert_eq!(rows(site, made.table).await, before + 1, "{}, {time}", made.action);
    }
    let fresh = visitor.get(&made.page).await;
    assert_ne!(key(&fresh.text, &made.action), once, "another visit of {} is another key", made.page);
}

async fn first(site: &Site, sql: Sql) -> BodyId {
    site.db().one::<(BodyId,)>(sql).await.unwrap().unwrap().0
}

#[test]
fn whatever_a_page_of_the_office_makes_is_made_once_however_often_the_button_is_pressed() {
    both(async |site| {
        let accounts = town(&site).await;
        let sql = Sql::new(
            "select b.congress, b.id, b.area from v_post p join v_body b on b.id = p.body where p.duty = 'chief'",
        );
        let (congress, office, area): (BodyId, BodyId, String) = site.db().one(sql).await.unwrap().unwrap();
        let term = first(&site, Sql::new("select id from v_term where congress = {}").bind(congress)).await;
        let sitting = "select id from v_mandate where in_office = 1 and congress = {} order by id";
        let mandate = first(&site, Sql::new(sitting).bind(congress)).await;
        let list = visitor(&site, &accounts, "chief").await.get("/accounts?name=clerk").await.text;
        let clerk = list.split_once("href=\"/accounts/0").unwrap().1.split_once('"').unwrap().0;
        let clerk = format!("0{clerk}");
        let body = office.to_string();
        let unit = [("area", area.as_str()), ("kind", "unit"), ("name", "气象工作站")];
        let term_at = format!("/terms/{term}");
        let account = [("name", "唐某"), ("duty", "clerk"), ("body", &body), ("since", "2026-03-01")];
        let whole = congress.to_string();
        let post = [("duty", "leader"), ("body", whole.as_str()), ("since", "2026-03-01")];
        let role = [("role", "group_head"), ("began", "2026-03-01")];
        let hook = [("url", "https://oa.example.cn/in"), ("verbs", "suggestion.closed")];
        let token = [("name", "报表"), ("days", "30")];
        let made = |page: String, action: String, fields, table| Made { who: "chief", page, action, fields, table };
        for one in [
            made(
                format!("/congresses/{congress}/bodies/new"),
                format!("/congresses/{congress}/bodies"),
                &unit[..],
                "body",
            ),
            made(
                term_at.clone(),
                format!("{term_at}/sessions"),
                &[("ordinal", "19"), ("opened", "2026-03-01")],
                "session",
            ),
            made(term_at.clone(), format!("{term_at}/delegations"), &[("delegation", "第九代表团")], "delegation"),
            made(
                term_at.clone(),
                format!("{term_at}/constituencies"),
                &[("constituency", "第九十九选区"), ("kind", "district")],
                "constituency",
            ),
            made(
                format!("/congresses/{congress}"),
                format!("/congresses/{congress}/terms"),
                &[("began", "2027-01-05")],
                "term",
            ),
            made(
                format!("/congresses/{congress}/people/new"),
                format!("/congresses/{congress}/people"),
                &[("name", "文某"), ("on", "2026-02-01")],
                "person",
            ),
            made(format!("/mandates/{mandate}"), format!("/mandates/{mandate}/roles"), &role, "mandate_role"),
            made("/accounts/new".to_owned(), "/accounts".to_owned(), &account, "account"),
            made(format!("/accounts/{clerk}"), format!("/accounts/{clerk}/posts"), &post, "post"),
            made("/webhooks".to_owned(), "/webhooks".to_owned(), &hook, "hook"),
        ] {
            pressed_twice(&site, &accounts, &one).await;
        }
        let mut chief = visitor(&site, &accounts, "chief").await;
        let once = key(&chief.get("/account/tokens").await.text, "/account/tokens");
        let fields: Vec<_> = token.into_iter().chain([("once", once.as_str())]).collect();
        for _ in 0..2 {
            let shown = chief.post("/account/tokens", &fields).await;
            assert!(
                shown.text.contains("请马上复制"),
                "whichever answer the browser shows holds a token: {}",
                shown.text
            );
            let list = chief.get("/api/account/tokens").await.text;
            assert_eq!(list.matches("报表").count(), 1, "{list}");
        }
    });
}

#[test]
fn every_form_that_makes_something_carries_a_key() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../slices");
    let mut found = 0;
    for template in walk(&root) {
        let text = std::fs::read_to_string(&template).unwrap();
        for form in text.split("<form ").skip(1).filter(|form| form.starts_with("method=\"post\"")) {
            let action = form.split_once("action=\"").unwrap().1.split_once('"').unwrap().0;
            let form = form.split_once("</form>").map_or(form, |(form, _)| form);
            if MAKES.iter().any(|made| action.ends_with(made)) {
                assert!(form.contains("once"), "{}: {action}", template.display());
                found += 1;
            }
        }
    }
    assert!(found >= MAKES.len(), "{found}");
}

/// Where things are made: the ends of the actions of forms, as templates write them.
const MAKES: &[&str] = &[
    "/bodies",
    "/terms",
    "/sessions",
    "/delegations",
    "/constituencies",
    "/roles",
    "/posts",
    "}/acting",
    "/attachments",
    "}/progress",
    "/account/tokens",
    "/accounts",
    "/webhooks",
    "/supervision/letters",
];

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| match path.is_dir() {
            true => walk(&path),
            false if path.extension().is_some_and(|ending| ending == "html") => vec![path],
            false => Vec::new(),
        })
        .collect()
}
