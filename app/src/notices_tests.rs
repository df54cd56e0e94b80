//! From filing to a notice read: the whole site, by people with browsers without script.

use kernel::BodyId;
use kit::{
    Site,
    db::Sql,
    follow::catch_up,
    testing::{Visitor, both, start},
};

use crate::{behind::FOLLOWERS, demo, routes};

/// The people of a demonstration town.
struct Town {
    site: Site,
    accounts: demo::Accounts,
}

impl Town {
    async fn open(site: Site) -> Self {
        let wanted =
            demo::Wanted { size: demo::Size::Town, suggestions: None, gathered: false, seed: Some(3), now: start() };
        let accounts = demo::fill(&site, wanted, |_| {}).await.unwrap();
        Self { site, accounts }
    }

    async fn visitor(&self, who: &str) -> Visitor {
        let account = self.accounts.accounts.iter().find(|account| account.sign_in == who).unwrap();
        let mut visitor = Visitor::new(routes::all(&self.site));
        visitor.get("/session/new").await;
        let fields = [("name", account.sign_in.as_str()), ("password", account.password.as_str())];
        let answer = visitor.post("/session", &fields).await;
        assert_eq!(answer.location(), "/");
        visitor
    }
}

/// What stands between two marks of a page.
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("`{before}` is not on the page:\n{text}"));
    rest.split_once(after).map_or(rest, |(found, _)| found)
}

#[test]
fn a_deputy_files_the_clerk_reads_of_it_and_the_deputy_of_the_answer() {
    both(async |site| {
        let town = Town::open(site).await;
        let (mut yang, mut clerk) = (town.visitor("deputy").await, town.visitor("clerk").await);
        yang.get("/suggestions/new").await;
        let title = "关于在文化站门口增设无障碍坡道的建议";
        let fields = [
            ("title", title),
            ("body", "一、台阶高。二、轮椅上不去。三、请增设坡道。"),
            ("source", "visits"),
            ("publish", "1"),
            ("then", "submit"),
        ];
        let created = yang.post("/suggestions", &fields).await;
        let id = created.location().rsplit('/').next().unwrap().to_owned();
        if yang.get(&format!("/suggestions/{id}")).await.text.contains("/submission") {
            yang.fill(&format!("/suggestions/{id}/submission"), &[]).await;
        }
        catch_up(&town.site, FOLLOWERS).await.unwrap();

        let inbox = clerk.get("/notices?unread=1").await;
        assert!(inbox.text.contains(&format!("收到《{title}》，请审查。")), "{}", inbox.text);
        let before: i64 = between(&inbox.text, "class=\"waiting\">", "<").parse().unwrap();
        let (list, _) = inbox.text.split_once(&format!("收到《{title}》")).unwrap();
        let notice = list.rsplit_once("/notices/").unwrap().1.split_once('"').unwrap().0.to_owned();
        let opened = clerk.get(&format!("/notices/{notice}")).await;
        assert_eq!(opened.location(), format!("/suggestions/{id}"));
        let inbox = clerk.get("/notices").await;
        assert!(
            !inbox.text.contains("class=\"waiting\">")
                || before - 1 == between(&inbox.text, "class=\"waiting\">", "<").parse::<i64>().unwrap()
        );
        assert!(!yang.get(&format!("/notices/{notice}")).await.status.is_redirection(), "it is the clerk's");

        clerk.get(&format!("/suggestions/{id}")).await;
        clerk.fill(&format!("/suggestions/{id}/acceptance"), &[("category", "social"), ("number", "1")]).await;
        catch_up(&town.site, FOLLOWERS).await.unwrap();
        let inbox = yang.get("/notices").await;
        assert!(inbox.text.contains(&format!("《{title}》已受理")), "{}", inbox.text);
        yang.fill("/notices/reading", &[("until", &town.site.now().millis().to_string())]).await;
        assert!(!yang.get("/").await.text.contains("class=\"waiting\">"));
    });
}

#[test]
fn settings_and_webhooks_are_pages_for_those_who_may() {
    both(async |site| {
        let town = Town::open(site).await;
        let (mut clerk, mut chief) = (town.visitor("clerk").await, town.visitor("chief").await);
        assert!(clerk.get("/notices/settings").await.text.contains("没有设置发信服务器"));
        assert!(!clerk.get("/account").await.text.contains("/webhooks"));
        assert_eq!(clerk.get("/webhooks").await.status.as_u16(), 403);
        assert!(chief.get("/account").await.text.contains("/webhooks"));
        chief.get("/webhooks").await;
        let wrong =
            chief.post("/webhooks", &[("url", "http://oa.example.cn/in"), ("verbs", "suggestion.closed")]).await;
        assert!(
            wrong.text.contains("地址须以 https:// 开头") && wrong.text.contains("value=\"http://oa.example.cn/in\"")
        );
        let fields =
            [("url", "https://oa.example.cn/in"), ("verbs", "suggestion.closed"), ("verbs", "suggestion.assigned")];
        let made = chief.post("/webhooks", &fields).await;
        assert!(between(&made.text, "<code class=\"asis\">", "</code>").starts_with("whsec_"), "{}", made.text);
        let at = format!("/webhooks/{}", between(&made.text, "action=\"/webhooks/", "/ping"));
        let page = chief.fill(&format!("{at}/ping"), &[]).await;
        assert!(page.text.contains("待推送") && !page.text.contains("whsec_"), "{}", page.text);
        chief.fill(&format!("{at}/pause"), &[]).await;
        assert!(chief.fill(&format!("{at}/removal"), &[]).await.text.contains("还没有推送地址"));

        let mut passer_by = Visitor::new(routes::all(&town.site));
        assert!(passer_by.get("/notices").await.location().starts_with("/session/new"));
        assert!(passer_by.get("/notices/leaving?key=x").await.text.contains("停收"));
        let one_click = passer_by.send(axum::http::Method::POST, "/notices/leaving?key=x", &[], vec![]).await;
        assert_eq!(one_click.status.as_u16(), 404);
    });
}

#[test]
fn an_account_the_operator_opens_with_a_chiefs_post_is_told_to_the_office() {
    both(async |site| {
        let town = Town::open(site).await;
        let (mut operator, mut clerk) = (town.visitor("operator").await, town.visitor("clerk").await);
        let sql = Sql::new("select body, area from v_post where duty = 'chief'");
        let (office, area): (BodyId, String) = town.site.db().one(sql).await.unwrap().unwrap();
        operator.get(&format!("/accounts/new?area={area}")).await;
        let office = office.to_string();
        let fields =
            [("area", area.as_str()), ("name", "唐某"), ("duty", "chief"), ("body", &office), ("since", "2026-03-01")];
        let made = operator.post("/accounts", &fields).await;
        assert!(made.status.is_success(), "{}", made.text);
        catch_up(&town.site, FOLLOWERS).await.unwrap();
        let inbox = clerk.get("/notices?unread=1").await;
        assert!(inbox.text.contains("授予唐某“"), "{}", inbox.text);
    });
}
