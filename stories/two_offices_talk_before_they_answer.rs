//! Town and water office must mend one dyke. They settle in the case room who does what; then the town shows Yang the draft of its letter, she
//! says on her phone what is missing, and the letter that comes says it.

use reqwest::Method;
use serde_json::{Value, json};

use crate::house::{Browser, House, Kind};

const TITLE: &str = "关于加固村前堤防的建议";
const WATER: &str = "桃源县水利局";
const ASKED: &str = "堤脚护坡由我局出设计，请镇里报施工时间。";
const SETTLED: &str = "三月开工，护坡由镇里组织。";
const MISSING: &str = "请写明哪一天完工。";

struct Story {
    house: House,
    phone: Kind,
    page: String,
    office: Browser,
}

impl Story {
    async fn before(&self, who: &str, kind: Kind) -> Browser {
        let browser = Browser::of(&self.house, kind, who).await;
        browser.go(&self.page).await;
        browser
    }

    /// The office of the county opens its account with the code it was handed.
    async fn begun(phone: Kind) -> Self {
        let house = House::open();
        let page = house.filed(TITLE).await;
        let accepted = json!({ "category": "other", "number": true });
        house.tells("clerk", Method::POST, &format!("/api{page}/acceptance"), accepted).await;
        let clerk = Browser::of(&house, Kind::Desk, "clerk").await;
        clerk.go(&page).await;
        clerk.press("交办").await;
        clerk.tick("way", "joint").await;
        clerk.choose("unit", "人民政府").await;
        clerk.tick_words(WATER).await;
        clerk.press("交办").await;
        clerk.sees("办理中").await;
        clerk.close().await;
        let code = house.account("李水生", "unit_head", WATER);
        let office = Browser::open(&house, Kind::Desk).await;
        office.activate(&code).await;
        Self { house, phone, page, office }
    }

    async fn settle_it_in_the_case_room(&self) {
        self.office.go(&self.page).await;
        self.office.press("签收").await;
        self.office.press("办理协商").await;
        self.office.fill("words", ASKED).await;
        self.office.press("发出留言").await;
        let town = self.before("unit_head", Kind::Desk).await;
        town.press("签收").await;
        town.press("办理协商").await;
        town.sees(ASKED).await;
        town.fill("words", SETTLED).await;
        town.press("发出留言").await;
        town.sees(SETTLED).await;
        town.close().await;
        self.office.go(&format!("{}/room", self.page)).await;
        self.office.sees(SETTLED).await;
        self.office.go(&self.page).await;
        self.office.press("提出会办意见").await;
        self.office.fill("reason", "同意护坡方案，设计已出。").await;
        self.office.press("交主办单位").await;
    }

    async fn drafts_and_asks(&self) {
        let town = self.before("unit_head", Kind::Desk).await;
        town.press("起草答复").await;
        town.fill("body", "三月开工，护坡由我镇组织。").await;
        town.fill("contact", "张某 0736-0000000").await;
        town.tick("publish", "1").await;
        town.press("存草稿").await;
        town.press("征求代表意见").await;
        town.press("征求代表意见").await;
        town.sees("待反馈").await;
        town.close().await;
    }

    /// It stands on her own page, and says that nobody has signed it.
    async fn says_what_is_missing(&self) {
        let yang = Browser::of(&self.house, self.phone, "deputy").await;
        yang.sees("征求我意见的答复稿").await;
        yang.press(TITLE).await;
        yang.sees("征求意见稿，尚未签发").await;
        yang.sees("三月开工，护坡由我镇组织。").await;
        yang.fill("words", MISSING).await;
        yang.press("反馈意见").await;
        yang.sees("已反馈意见").await;
        for between in [ASKED, SETTLED, "同意护坡方案"] {
            assert!(!yang.text().await.contains(between), "what units settle between them is not written to her");
        }
        yang.close().await;
        assert!(
            !self.office_page().await.contains(MISSING),
            "nor is what she said to the town written to the other unit"
        );
    }

    async fn office_page(&self) -> String {
        self.office.go(&self.page).await;
        self.office.text().await
    }

    async fn answers(&self) {
        let town = self.before("unit_head", Kind::Desk).await;
        town.sees(MISSING).await;
        town.press("起草答复").await;
        town.fill("body", "三月开工，六月三十日完工，护坡由我镇组织。").await;
        town.press("送审").await;
        town.sees("反馈之后，答复稿又有修改").await;
        town.close().await;
        let clerk = self.before("clerk", Kind::Desk).await;
        clerk.press("审核通过").await;
        clerk.close().await;
        let head = self.before("unit_head", Kind::Desk).await;
        head.press("签发").await;
        head.tick("class", "B").await;
        head.press("签发").await;
        head.press("送达代表").await;
        head.sees("待评价").await;
        head.close().await;
    }
}

async fn told_by(phone: Kind) {
    let story = Story::begun(phone).await;
    story.settle_it_in_the_case_room().await;
    story.drafts_and_asks().await;
    story.says_what_is_missing().await;
    story.answers().await;
    let yang = story.before("deputy", phone).await;
    yang.sees("六月三十日完工").await;
    assert!(!yang.offers("查看答复稿并反馈").await, "the draft is the letter now");
    yang.close().await;
    let seen = story.house.asks("deputy", &format!("/api{}", story.page)).await;
    assert_eq!(seen.pointer("/shown_drafts/0/standing").and_then(Value::as_str), Some("answered"));
    assert_eq!(seen.pointer("/shown_drafts/0/letter"), Some(&Value::Null));
    story.office.close().await;
}

#[test]
fn units_settle_it_among_themselves_and_the_deputy_says_what_is_missing_before_it_is_signed() {
    kit::outbox::install_tls();
    tokio::runtime::Runtime::new().expect("a runtime").block_on(told_by(Kind::PhoneWithoutScript));
}
