//! Yang does not write: she speaks into the phone, three questions, no stop anywhere. What is said is kept while it is said, the questions
//! are there again when she goes on, and nothing of it runs off the screen.

use serde_json::{Value, json};

use crate::house::{Browser, House, Kind};

const TITLE: &str = "关于修村口便桥的建议";
const BREATH: &str = "就是我们村口那座便桥嘛下了雨就过不去娃娃上学要绕十几里路去年还有个老人掉下去过";

/// Speaks without a pause as long as the timer of drafts; answers how much had been said when the phone first kept it.
const SPEAKS: &str = "const [name, said, done] = arguments; const field = document.querySelector('[name=' + name + ']');
    let at = 0, kept = 0;
    const holds = () => Object.keys(localStorage).some((key) => key.startsWith('draft:') && localStorage.getItem(key).includes(said.slice(0, 10)));
    const timer = setInterval(() => {
      at += 10; field.value = said.slice(0, at); field.dispatchEvent(new Event('input', { bubbles: true }));
      if (!kept && holds()) { kept = at; }
      if (at >= said.length) { clearInterval(timer); done(kept); }
    }, 50);";

async fn speaks(phone: &Browser, name: &str, said: &str) -> i64 {
    let words = vec![json!(name), json!(said)];
    let kept = phone.driver.execute_async(SPEAKS, words).await.expect("the field takes what is said");
    kept.convert().expect("a number of characters")
}

/// How much wider the page is than the screen.
async fn overflow(phone: &Browser) -> i64 {
    let wide = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
    phone.driver.execute(wide, Vec::new()).await.expect("a width").convert().expect("a number")
}

#[test]
fn what_is_spoken_without_a_stop_is_kept_asked_for_again_and_shown_whole() {
    kit::outbox::install_tls();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let house = House::open();
        let phone = Browser::of(&house, Kind::Phone, "deputy").await;
        phone.go("/suggestions/new").await;
        phone.press("不知道怎么写？分三段回答就行").await;
        phone.fill("title", TITLE).await;
        let long = BREATH.repeat(16);
        let kept = speaks(&phone, "situation", &long).await;
        let all = i64::try_from(long.chars().count()).expect("a number");
        assert!(kept > 0 && kept < all, "kept while she speaks: after {kept} of {all} characters");
        phone.press_only("存草稿").await;
        phone.sees("已保存。").await;
        assert_eq!(overflow(&phone).await, 0, "shown within the screen");
        phone.press("修改").await;
        assert_eq!(phone.value("situation").await, long);
        phone.fill("request", "请县交通局把桥修好").await;
        phone.tick("source", "visits").await;
        phone.tick("publish", "1").await;
        phone.press("提交").await;
        phone.sees("请县交通局把桥修好").await;
        assert_eq!(overflow(&phone).await, 0, "shown within the screen");
        let id = phone.path().await.rsplit('/').next().expect("an address").to_owned();
        let sheet = house.asks("deputy", &format!("/api/suggestions/{id}")).await;
        let said = format!("一、基本情况\n{long}\n\n二、具体建议\n请县交通局把桥修好");
        assert_eq!(sheet.pointer("/sheet/body").and_then(Value::as_str), Some(said.as_str()));
        phone.close().await;
    });
}
