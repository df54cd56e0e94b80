//! Yang wrote of a bridge and of a lamp in one paper. The clerk who checks divides it in her own words, may leave none out, and Yang finds both
//! papers with the text she signed beside them.

use crate::house::{Browser, House, Kind};

const BRIDGE: &str = "便桥年久失修。\n请修桥。";
const LAMP: &str = "校门口没有路灯。\n请装路灯。";

async fn told_by(phone: Kind) {
    let house = House::open();
    let page = house.filed_as("关于修桥和装路灯的建议", &format!("{BRIDGE}\n{LAMP}")).await;
    let clerk = Browser::of(&house, Kind::Desk, "clerk").await;
    clerk.go(&page).await;
    clerk.press("拆件").await;
    clerk.fill("title", "关于修桥的建议").await;
    clerk.fill("body", BRIDGE).await;
    clerk.fill("second_title", "关于装路灯的建议").await;
    clerk.fill("second_body", "请装路灯。").await;
    clerk.fill("reason", "一事一议，分别交办。").await;
    clerk.press_only("拆件").await;
    clerk.sees("两件里都没有").await;
    assert_eq!(clerk.value("second_title").await, "关于装路灯的建议", "what was typed is kept");
    clerk.fill("second_body", LAMP).await;
    clerk.press_only("拆件").await;
    clerk.sees("已拆成两件").await;
    let second = clerk.path().await;
    clerk.close().await;
    let yang = Browser::of(&house, phone, "deputy").await;
    for (paper, words) in [(&page, "关于装路灯的建议"), (&second, "关于修桥的建议")] {
        yang.go(paper).await;
        yang.sees(words).await;
        yang.sees("代表签名时的原文").await;
    }
    yang.close().await;
    assert_eq!(house.facts("suggestion.severed").len(), house.facts("suggestion.severed-from").len());
}

#[test]
fn a_paper_on_two_matters_is_divided_in_the_deputy_s_own_words() {
    kit::outbox::install_tls();
    tokio::runtime::Runtime::new().expect("a runtime").block_on(told_by(Kind::PhoneWithoutScript));
}
