//! Yang files on a phone, a colleague co-signs, the office checks and assigns, the town government answers, Yang is not
//! satisfied, it answers again. The same story with a mouse, without script on a phone, and with the keyboard alone.

use crate::house::{Browser, House, Kind};

const TITLE: &str = "关于在桃花源镇中心小学门口增设减速带的建议";

struct Story {
    house: House,
    kind: Kind,
    page: String,
}

impl Story {
    async fn by(&self, who: &str) -> Browser {
        let kind = match (self.kind, who) {
            (Kind::Desk, "deputy" | "deputy2") => Kind::Phone,
            (kind, _) => kind,
        };
        let browser = Browser::of(&self.house, kind, who).await;
        if !self.page.is_empty() {
            browser.go(&self.page).await;
        }
        browser
    }

    async fn files(&mut self) {
        let yang = self.by("deputy").await;
        yang.go("/suggestions/new").await;
        yang.fill("title", TITLE).await;
        yang.press("提交").await;
        yang.sees("还有几处需要改一下").await;
        yang.fill("body", "一、学校门口车速快。二、没有减速设施。三、请增设减速带和警示牌。").await;
        yang.tick("source", "visits").await;
        yang.tick("publish", "1").await;
        yang.press("存草稿并邀请附议").await;
        let colleague = self.house.who("deputy2").name;
        yang.fill("q", &colleague).await;
        yang.press("查询").await;
        yang.tick_words(&colleague).await;
        yang.press("发出邀请").await;
        yang.sees("待确认").await;
        self.page = yang.path().await;
        yang.close().await;
    }

    async fn seconds(&self) {
        let colleague = self.by("deputy2").await;
        colleague.press("同意附议").await;
        colleague.sees("已附议").await;
        colleague.close().await;
        let yang = self.by("deputy").await;
        yang.press("提交").await;
        yang.sees("待审查").await;
        yang.close().await;
    }

    async fn assigns(&self) {
        let clerk = self.by("clerk").await;
        clerk.choose("category", "城建").await;
        clerk.press("受理并编号").await;
        clerk.sees("待交办").await;
        clerk.press("交办").await;
        clerk.choose("unit", "人民政府").await;
        clerk.press("交办").await;
        clerk.sees("办理中").await;
        clerk.sees("为什么是这一天").await;
        clerk.close().await;
    }

    async fn answers(&self, first: bool) {
        let unit = self.by("unit_clerk").await;
        if first {
            unit.press("签收").await;
        }
        unit.press("起草答复").await;
        unit.fill("body", "经现场查看，已在校门两侧增设减速带和警示牌。").await;
        unit.fill("contact", "张某 0736-0000000").await;
        unit.tick("publish", "1").await;
        unit.press("送审").await;
        unit.sees("待审核").await;
        unit.close().await;
        let clerk = self.by("clerk").await;
        clerk.press("审核通过").await;
        clerk.close().await;
        let head = self.by("unit_head").await;
        head.press("签发").await;
        head.tick("class", "A").await;
        head.press("签发").await;
        head.press("送达代表").await;
        head.sees("待评价").await;
        head.close().await;
    }

    async fn is_not_satisfied(&self) {
        let yang = self.by("deputy").await;
        yang.press("评价答复").await;
        yang.tick("process", "satisfied").await;
        yang.tick("result", "dissatisfied").await;
        yang.press("评价答复").await;
        yang.sees("不满意请写明理由").await;
        yang.fill("reason", "只装了一侧。").await;
        yang.press("评价答复").await;
        yang.sees("待重新办理").await;
        yang.close().await;
        let clerk = self.by("clerk").await;
        clerk.press("要求重新办理").await;
        clerk.fill("reason", "请补装另一侧。").await;
        clerk.press("重新办理").await;
        clerk.sees("第 2 次答复").await;
        clerk.close().await;
    }

    async fn is_satisfied_and_it_is_closed(&self) {
        for deputy in ["deputy", "deputy2"] {
            let signer = self.by(deputy).await;
            signer.press("评价答复").await;
            signer.tick("process", "satisfied").await;
            signer.tick("result", "satisfied").await;
            signer.press("评价答复").await;
            signer.close().await;
        }
        let clerk = self.by("clerk").await;
        clerk.press("办结").await;
        clerk.sees("已办结").await;
        clerk.close().await;
    }
}

fn told(kind: Kind) {
    kit::outbox::install_tls();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let mut story = Story { house: House::open(), kind, page: String::new() };
        story.files().await;
        story.seconds().await;
        story.assigns().await;
        story.answers(true).await;
        story.is_not_satisfied().await;
        story.answers(false).await;
        story.is_satisfied_and_it_is_closed().await;
    });
}

#[test]
fn yang_files_on_a_phone_and_the_office_works_at_a_desk() {
    told(Kind::Desk);
}

#[test]
fn everything_works_on_a_phone_without_script() {
    told(Kind::PhoneWithoutScript);
}

#[test]
fn everything_works_with_the_keyboard_alone() {
    told(Kind::Keyboard);
}
