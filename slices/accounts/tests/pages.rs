//! The pages, filled in without script as a person would.

use crate::world;
use crate::world::{OTHER, PASSWORD, World, desk, site, story};
use accounts::{authority, tokens};
use accounts_rules::Duty;
use axum::http::StatusCode;
use kernel::Text;
use kit::testing::Visitor;

/// What stands between two marks of a page.
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("`{before}` is not on the page:\n{text}"));
    rest.split_once(after).map_or(rest, |(found, _)| found)
}

async fn signed_in(world: &World, name: &str) -> Visitor {
    let mut visitor = site::visitor(&world.site);
    visitor.get("/session/new").await;
    let home = visitor.fill("/session", &[("name", name), ("password", PASSWORD)]).await;
    assert_eq!(home.text, name);
    visitor
}

#[test]
fn from_the_slip_to_the_first_page_and_out_again() {
    story(|world| async move {
        let slip = world.slip("谭雪梅", Duty::Clerk, world.office).await;
        let mut visitor = site::visitor(&world.site);
        let page = visitor.get(&format!("/activation?code={}", slip.code.bare())).await;
        assert!(page.text.contains(slip.code.bare()));
        let page = visitor.post("/activation", &[("code", slip.code.bare())]).await;
        assert!(page.text.contains("谭雪梅"), "{}", page.text);
        let fields = [("code", slip.code.bare()), ("password", PASSWORD), ("again", OTHER)];
        let page = visitor.post("/activation/password", &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text.contains("两次输入的新密码不一样"));
        let fields = [("code", slip.code.bare()), ("password", "1234567890"), ("again", "1234567890")];
        let page = visitor.post("/activation/password", &fields).await;
        assert!(page.text.contains("太常见"));
        let fields = [("code", slip.code.bare()), ("password", PASSWORD), ("again", PASSWORD)];
        assert_eq!(visitor.fill("/activation/password", &fields).await.text, "谭雪梅");

        let own = visitor.get("/account").await;
        assert!(own.text.contains("岳麓区人大常委会联工委 工作人员"), "{}", own.text);
        assert_eq!(visitor.fill("/session/removal", &[]).await.text, "nobody");
        let away = visitor.get("/account").await;
        assert_eq!(away.location(), "/session/new?next=%2Faccount");
        let page = visitor.get(away.location()).await;
        assert!(page.text.contains("value=\"/account\""), "the way back is kept");
        let page = visitor.post("/session", &[("name", "谭雪梅"), ("password", OTHER), ("next", "/account")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text.contains("value=\"谭雪梅\"") && page.text.contains("登录名或密码不对"));
        assert!(!page.text.contains(OTHER), "a password is never sent back");
        let fields = [("name", "谭雪梅"), ("password", PASSWORD), ("next", "//evil.example")];
        assert_eq!(visitor.post("/session", &fields).await.location(), "/");
    });
}

#[test]
fn a_form_without_the_sites_token_changes_nothing() {
    story(|world| async move {
        world.staff("谭雪梅", Duty::Clerk, world.office).await;
        let mut visitor = site::visitor(&world.site);
        let answer = visitor.post("/session", &[("name", "谭雪梅"), ("password", PASSWORD)]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        assert_eq!(visitor.get("/").await.text, "nobody");
    });
}

#[test]
fn six_digits_are_set_up_asked_for_and_good_once_and_a_recovery_code_replaces_them() {
    story(|world| async move {
        world.staff("谭雪梅", Duty::Clerk, world.office).await;
        let mut visitor = signed_in(&world, "谭雪梅").await;
        let page = visitor.get("/account/totp").await;
        assert!(page.text.contains("<svg"));
        let secret = between(&page.text, "可手工输入密钥： <b>", "</b>").to_owned();
        let page = visitor.post("/account/totp", &[("digits", "000000")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = visitor.post("/account/totp", &[("digits", &digits(&world, &secret))]).await;
        let recovery = between(&page.text, "<ul class=\"codes\"><li><b>", "</b>").to_owned();

        world.later(60_000);
        for (typed, good) in [
            (digits(&world, &secret), true),
            (digits(&world, &secret), false),
            (recovery.clone(), true),
            (recovery, false),
        ] {
            let mut another = site::visitor(&world.site);
            another.get("/session/new").await;
            let page = another.post("/session", &[("name", "谭雪梅"), ("password", PASSWORD)]).await;
            assert_eq!(page.status, StatusCode::OK, "the second step is asked for");
            assert_eq!(another.get("/").await.text, "nobody", "the password alone opens nothing");
            let step = between(&page.text, "name=\"step\" value=\"", "\"").to_owned();
            let page = another.get("/session/new").await;
            assert_eq!(page.status, StatusCode::OK);
            let answer = another.post("/session/digits", &[("step", &step), ("digits", &typed)]).await;
            assert_eq!(answer.status == StatusCode::SEE_OTHER, good, "{typed}: {}", answer.text);
        }
        let chief = world.staff("邓建国", Duty::Chief, world.office).await;
        let clerk = world.sign_in("谭雪梅", PASSWORD, &desk()).await.unwrap();
        assert!(matches!(clerk, accounts::sign_in::Entry::SecondStep(_)));
        let id = accounts::cli::find(&world.site, "谭雪梅").await.unwrap().id;
        let slip = accounts::activation::issue_code(&world.site, &chief, id).await.unwrap();
        let mut clever = site::visitor(&world.site);
        clever.get("/activation").await;
        let fields = [("code", slip.code.bare()), ("password", PASSWORD), ("again", PASSWORD)];
        let page = clever.post("/activation/password", &fields).await;
        assert!(page.text.contains("name=\"step\""), "a code does not get past the digits: {}", page.text);
        assert_eq!(clever.get("/").await.text, "nobody");

        world.later(60_000);
        let step = between(&page.text, "name=\"step\" value=\"", "\"").to_owned();
        clever.get("/session/new").await;
        clever.fill("/session/digits", &[("step", &step), ("digits", &digits(&world, &secret))]).await;
        visitor = clever;
        visitor.get("/account/totp").await;
        let page = visitor.post("/account/totp/removal", &[("old", OTHER)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        visitor.fill("/account/totp/removal", &[("old", PASSWORD)]).await;
        signed_in(&world, "谭雪梅").await;
    });
}

fn digits(world: &World, secret: &str) -> String {
    let secret = totp_rs::Secret::try_from_base32(secret).unwrap();
    let totp = totp_rs::Builder::new().with_secret(secret).with_account_name("谭雪梅").build().unwrap();
    totp.generate(u64::try_from(world.site.now().millis() / 1000).unwrap()).to_string()
}

#[test]
fn devices_are_listed_and_ended_and_a_new_password_ends_the_others() {
    story(|world| async move {
        world.staff("谭雪梅", Duty::Clerk, world.office).await;
        let (mut desk, mut phone) = (signed_in(&world, "谭雪梅").await, signed_in(&world, "谭雪梅").await);
        let page = desk.get("/account/sessions").await;
        assert_eq!(page.text.matches(">本机</span>").count(), 1);
        desk.fill("/account/sessions/removal", &[]).await;
        assert_eq!(phone.get("/").await.text, "nobody");
        assert_eq!(desk.get("/").await.text, "谭雪梅");

        phone = signed_in(&world, "谭雪梅").await;
        desk.get("/account/password").await;
        let fields = [("old", PASSWORD), ("password", OTHER), ("again", OTHER)];
        desk.fill("/account/password", &fields).await;
        assert_eq!(phone.get("/").await.text, "nobody");
        assert_eq!(desk.get("/").await.text, "谭雪梅");
        let stranger = world.sign_in("谭雪梅", PASSWORD, &world::desk()).await;
        assert_eq!(stranger.unwrap_err(), "accounts-refused-wrong");
    });
}

#[test]
fn the_chief_opens_accounts_gives_posts_and_prints_slips() {
    story(|world| async move {
        world.staff("邓建国", Duty::Chief, world.office).await;
        world.deputy(31, "罗湘君", "luo xiang jun", &[world.yuelu]).await;
        let mut chief = signed_in(&world, "邓建国").await;
        chief.get("/accounts/new").await;
        let (unit, yuelu) = (world.unit.to_string(), world.yuelu.to_string());
        let fields =
            [("name", "刘芳"), ("duty", "unit_clerk"), ("body", &unit), ("since", "2026-03-10"), ("phone", "12")];
        let page = chief.post("/accounts", &fields).await;
        assert!(page.text.contains("这不像手机号") && page.text.contains("value=\"刘芳\""), "{}", page.text);
        let fields = [("name", "刘芳"), ("duty", "unit_clerk"), ("body", &unit), ("since", "2026-03-10")];
        let slip = chief.post("/accounts", &fields).await;
        assert!(slip.text.contains("刘芳") && slip.text.contains("<svg"), "{}", slip.text);
        let fields = [("name", "刘芳"), ("duty", "operator"), ("since", "2026-03-10")];
        assert_ne!(chief.post("/accounts", &fields).await.status, StatusCode::OK, "a chief makes no operators");

        let list = chief.get("/accounts?name=刘&state=waiting").await;
        assert!(list.text.contains("刘芳") && !list.text.contains("邓建国</a></th>"), "{}", list.text);
        let id = between(&list.text, "<th scope=\"row\"><a href=\"/accounts/", "\"").to_owned();
        let page = chief.get(&format!("/accounts/{id}")).await;
        assert!(page.text.contains("岳麓区交通运输局 承办单位经办人"), "{}", page.text);

        let correction = format!("/accounts/{id}/correction");
        let form = chief.get(&correction).await;
        let version = between(&form.text, "name=\"version\" value=\"", "\"").to_owned();
        let fields = [("name", "刘芳"), ("sign_in", "刘芳"), ("phone", "13800005678"), ("version", version.as_str())];
        chief.fill(&correction, &fields).await;
        let fields = [("name", "刘方"), ("sign_in", "刘芳"), ("phone", ""), ("version", version.as_str())];
        let stale = chief.post(&correction, &fields).await;
        assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED);
        assert!(stale.text.contains("13800005678") && stale.text.contains("刘方"), "both stand there: {}", stale.text);

        let form = chief.get("/accounts/deputies").await;
        assert!(form.text.contains("name=\"once\""), "{}", form.text);
        for time in ["first", "second"] {
            let slips = chief.post("/accounts/deputies", &[("congress", &yuelu), ("once", "mark")]).await;
            assert!(slips.text.contains("罗湘君") && slips.text.contains("共 1 张激活单"), "{time}: {}", slips.text);
        }

        let mut clerk = site::visitor(&world.site);
        let answer = clerk.get("/accounts").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "a passer-by is asked to sign in");
    });
}

#[test]
fn a_clerk_acts_for_a_deputy_who_asked_and_stops() {
    story(|world| async move {
        let chief = world.staff("邓建国", Duty::Chief, world.office).await;
        let clerk = world.staff("谭雪梅", Duty::Clerk, world.office).await;
        let deputy = world.deputy(31, "罗湘君", "luo xiang jun", &[world.yuelu]).await;
        let mut visitor = signed_in(&world, "谭雪梅").await;
        visitor.get("/account/acting").await;
        let person = deputy.to_string();
        let told = visitor.post("/account/acting", &[("deputy", &person)]).await;
        assert_eq!(told.status, StatusCode::FORBIDDEN);
        assert!(told.text.contains("没有委托您"), "{}", told.text);

        let grant = accounts::acting::Grant {
            deputy,
            account: clerk.account.unwrap(),
            congress: world.yuelu,
            since: world.site.today(),
            until: world.site.today().plus_days(30),
            basis: Text::parse("书面委托").unwrap(),
        };
        let order = accounts::acting::grant(&world.site, &chief, grant).await.unwrap();
        visitor.get("/account/acting").await;
        visitor.fill("/account/acting", &[("deputy", &person)]).await;
        let page = visitor.get("/account/acting").await;
        assert!(page.text.contains("罗湘君") && page.text.contains("结束代录"), "{}", page.text);
        let refused = visitor.get("/accounts").await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "the clerk's own posts rest meanwhile");
        accounts::acting::end(&world.site, &chief, order).await.unwrap();
        assert_eq!(visitor.get("/accounts").await.status, StatusCode::OK, "an order ended ends the acting at once");
    });
}

#[test]
fn a_token_acts_for_its_account_until_it_is_revoked_or_runs_out() {
    story(|world| async move {
        let clerk = world.staff("谭雪梅", Duty::Clerk, world.office).await;
        let mut visitor = signed_in(&world, "谭雪梅").await;
        visitor.get("/account/tokens").await;
        let page = visitor.post("/account/tokens", &[("name", "报表程序"), ("days", "30")]).await;
        let text = between(&page.text, "<code class=\"asis\">", "</code>").to_owned();
        assert!(text.starts_with(tokens::PREFIX));
        let mut program = Visitor::with_token(site::app(&world.site), &text);
        assert_eq!(program.get("/").await.text, "谭雪梅");
        assert!(!visitor.get("/account/tokens").await.text.contains(&text), "it is shown once");
        let mut forged = Visitor::with_token(site::app(&world.site), &format!("{text}x"));
        assert_eq!(forged.get("/").await.text, "nobody");
        let again = tokens::issue(&world.site, &clerk, &Text::parse("短期").unwrap(), 1).await.unwrap();
        world.later(3 * 24 * 3_600_000);
        let mut late = Visitor::with_token(site::app(&world.site), &again.text);
        assert_eq!(late.get("/").await.text, "nobody");
        let held = tokens::of_account(&mut world.site.db(), clerk.account.unwrap(), world.site.now()).await.unwrap();
        assert_eq!(held.len(), 1);
        tokens::revoke(&world.site, &clerk, held[0].id).await.unwrap();
        assert_eq!(program.get("/").await.text, "nobody");
    });
}

#[test]
fn nobody_sees_or_changes_an_account_of_another_congress_by_its_address() {
    story(|world| async move {
        let other = world.staff("何静", Duty::Clerk, world.yuhua_office).await;
        world.staff("邓建国", Duty::Chief, world.office).await;
        let operator = world.slip("系统管理员", Duty::Operator, authority::NO_BODY).await;
        let mut chief = signed_in(&world, "邓建国").await;
        for id in [other.account.unwrap(), operator.account] {
            assert_eq!(chief.get(&format!("/accounts/{id}")).await.status, StatusCode::NOT_FOUND);
            chief.get("/accounts/new").await;
            for verb in ["activation", "closure", "closure/removal"] {
                let answer = chief.post(&format!("/accounts/{id}/{verb}"), &[]).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{verb}");
            }
        }
        assert!(world.sign_in("何静", PASSWORD, &desk()).await.is_ok());
    });
}
