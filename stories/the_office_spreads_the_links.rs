//! The office drafts links of committee and deputies, looks at them and adopts them; deputy Yang writes a visit down on the phone; coverage changes.

use crate::house::{Browser, House, Kind};

const NAME: &str = "代表挂点联系村（社区）";

struct Story {
    house: House,
    kind: Kind,
    person: String,
}

impl Story {
    async fn the_office_drafts_and_adopts(&self) {
        // With script the button that adopts asks once more in a dialog, which stands outside the page's own words.
        let chief = Browser::of(&self.house, Kind::PhoneWithoutScript, "chief").await;
        chief.go("/links/kinds/new").await;
        chief.fill("name", NAME).await;
        chief.choose("one", "本级人大代表").await;
        chief.choose("other", "村（社区）").await;
        chief.fill("need", "3").await;
        chief.press("保存").await;
        chief.press("生成联系草案").await;
        chief.press("生成草案").await;
        chief.sees("新的联系").await;
        chief.press("通过草案").await;
        chief.sees("草案已通过").await;
        chief.close().await;
    }

    async fn yang_writes_a_visit_down(&self) {
        let yang = Browser::of(&self.house, self.kind, "deputy").await;
        yang.go("/links/mine").await;
        yang.press("登记联系情况").await;
        yang.fill("words", "到村部走访，看了新修的水渠。").await;
        yang.press("保存记录").await;
        yang.sees("联系情况已登记").await;
        yang.sees("看了新修的水渠").await;
        yang.close().await;
    }

    async fn coverage_knows(&self) {
        let deputy = self.house.asks("deputy", "/api/account").await;
        let person = deputy.pointer("/person").and_then(serde_json::Value::as_str).expect("a person").to_owned();
        assert_eq!(person, self.person);
        let chief = Browser::of(&self.house, Kind::Desk, "chief").await;
        chief.go("/coverage/deputies-visits?show=covered").await;
        chief.sees("已覆盖名单").await;
        chief.close().await;
        assert!(!self.house.facts("link.contacted").is_empty(), "the visit stands in the journal");
    }
}

fn told(kind: Kind) {
    kit::outbox::install_tls();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let house = House::open();
        let deputy = house.asks("deputy", "/api/account").await;
        let person = deputy.pointer("/person").and_then(serde_json::Value::as_str).expect("a person").to_owned();
        let story = Story { house, kind, person };
        let before = story.house.facts("link.contacted").len();
        story.the_office_drafts_and_adopts().await;
        story.yang_writes_a_visit_down().await;
        assert_eq!(story.house.facts("link.contacted").len(), before + 1);
        story.coverage_knows().await;
    });
}

#[test]
fn yang_keeps_contact_on_a_phone() {
    told(Kind::Phone);
}

#[test]
fn yang_keeps_contact_on_a_phone_without_script() {
    told(Kind::PhoneWithoutScript);
}
