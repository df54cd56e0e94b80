//! The office holds that a paper of Yang's is no suggestion: it returns it first, then says so with ground and words. Yang
//! insists, and it is checked again; or agrees, and it rests.

use crate::house::{Browser, House, Kind};

const WHY: &str = "退回修改后仍没有写明地点，请补充后再提。";

struct Paper {
    house: House,
    kind: Kind,
    page: String,
}

impl Paper {
    async fn filed(kind: Kind) -> Self {
        let house = House::open();
        let page = house.filed("关于有关问题的建议").await;
        Self { house, kind, page }
    }

    async fn before(&self, who: &str) -> Browser {
        let browser = Browser::of(&self.house, self.kind, who).await;
        browser.go(&self.page).await;
        browser
    }

    /// Refused at once it is not: the office is told to return it first.
    async fn is_returned_and_handed_in_again(&self) {
        let clerk = self.before("clerk").await;
        clerk.press("不作为建议处理").await;
        self.finds(&clerk).await;
        clerk.sees("请先退回修改").await;
        clerk.go(&self.page).await;
        clerk.press("退回修改").await;
        clerk.fill("reason", "请写明地点。").await;
        clerk.press("退回").await;
        clerk.close().await;
        let yang = self.before("deputy").await;
        yang.sees("请写明地点。").await;
        yang.press("提交").await;
        yang.sees("待审查").await;
        yang.close().await;
    }

    async fn finds(&self, clerk: &Browser) {
        clerk.tick("ground", "empty").await;
        clerk.tick("disposal", "reference").await;
        clerk.fill("reason", WHY).await;
        clerk.press("提出处理意见").await;
    }

    async fn is_said_to_be_none(&self) {
        let clerk = self.before("clerk").await;
        clerk.press("不作为建议处理").await;
        self.finds(&clerk).await;
        clerk.sees("处理意见已提出").await;
        clerk.sees("拟不作为建议：没有具体内容；供有关方面参考").await;
        clerk.close().await;
    }

    /// Yang reads what the office found above the words to be written, and does not get by without a reason.
    async fn is_insisted_upon(&self) {
        let yang = self.before("deputy").await;
        yang.sees(WHY).await;
        yang.press("坚持提出").await;
        yang.sees(WHY).await;
        yang.fill("reason", "地点在渡口，已当面说明。").await;
        yang.press("坚持提出").await;
        yang.sees("已转回审查").await;
        yang.close().await;
        let clerk = self.before("clerk").await;
        clerk.sees("地点在渡口，已当面说明。").await;
        assert!(!clerk.text().await.contains("不作为建议处理"), "what was insisted upon can be refused again");
        clerk.choose("category", "社会").await;
        clerk.press("受理并编号").await;
        clerk.sees("待交办").await;
        clerk.close().await;
    }

    async fn is_agreed_to_be_none(&self) {
        let yang = self.before("deputy").await;
        yang.press("同意，不作为建议").await;
        yang.sees("已确认。本件不作为建议").await;
        yang.sees("不作为建议：没有具体内容").await;
        yang.close().await;
        let clerk = self.before("clerk").await;
        clerk.sees("代表确认").await;
        clerk.close().await;
    }
}

fn told<Told: Future<Output = ()>>(kind: Kind, end: impl FnOnce(Paper) -> Told) {
    kit::outbox::install_tls();
    tokio::runtime::Runtime::new().expect("a runtime").block_on(async {
        let paper = Paper::filed(kind).await;
        paper.is_returned_and_handed_in_again().await;
        paper.is_said_to_be_none().await;
        end(paper).await;
    });
}

#[test]
fn yang_insists_on_a_phone_without_script_and_it_is_accepted() {
    told(Kind::PhoneWithoutScript, async |paper| paper.is_insisted_upon().await);
}

#[test]
fn yang_agrees_with_the_keyboard_on_a_phone_and_it_rests() {
    told(Kind::PhoneKeyboard, async |paper| paper.is_agreed_to_be_none().await);
}
