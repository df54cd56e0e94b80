//! A deputy resigns, the head of the office enters what the congress decided and makes it public; the seat is filled in a by-election, and a
//! stranger checks the certificate of whoever was elected.

use serde_json::{Value, json};

use crate::house::{Browser, House, Kind};

const DAY: &str = "2026-11-16";
const NAME: &str = "邬小禾";

struct Story {
    house: House,
    kind: Kind,
    congress: String,
    page: String,
}

impl Story {
    async fn begun(kind: Kind) -> Self {
        let house = House::on(DAY);
        let account = house.asks("chief", "/api/account").await;
        let congress = account.pointer("/posts/0/congress").and_then(Value::as_str).expect("a congress").to_owned();
        Self { house, kind, congress, page: String::new() }
    }

    async fn chief(&self, path: &str) -> Browser {
        let chief = Browser::of(&self.house, self.kind, "chief").await;
        chief.go(path).await;
        chief
    }

    async fn yang_resigns(&self) {
        let yang = self.house.asks("deputy", "/api/account").await;
        let name = yang.pointer("/name").and_then(Value::as_str).expect("a name").to_owned();
        let chief = self.chief("/departures").await;
        chief.press("登记辞职、罢免").await;
        chief.fill("name", "没有这个人").await;
        chief.choose("leaving", "辞职").await;
        chief.press("登记").await;
        chief.sees("没有找到现任代表").await;
        chief.fill("name", &name).await;
        chief.press("登记").await;
        chief.sees("已登记，待决定").await;
        chief.press("登记决定").await;
        chief.fill("meeting", "第六次会议").await;
        chief.press("登记决定").await;
        chief.sees("决定已登记").await;
        chief.press("发布公告").await;
        chief.sees("公告已发布").await;
        chief.close().await;
    }

    /// The roster takes the fact in within a second or so.
    async fn vacancy(&self) -> String {
        for _ in 0..50 {
            let path = format!("/api/congresses/{}/vacancies", self.congress);
            let open = self.house.asks("chief", &path).await;
            let found = open
                .as_array()
                .and_then(|all| all.iter().find(|one| one.get("election") == Some(&Value::Null)).cloned());
            if let Some(found) = found {
                return found.get("mandate").and_then(Value::as_str).expect("a mandate").to_owned();
            }
            tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        }
        panic!("the seat is not vacant");
    }

    async fn told(&self, path: &str, body: Value) -> Value {
        self.house.tells("chief", reqwest::Method::POST, path, body).await
    }

    /// The office announces, draws the district and enters the one nomination; the candidates stand.
    async fn is_prepared(&mut self) {
        let terms = self.house.asks("chief", &format!("/api/congresses/{}/terms", self.congress)).await;
        let all = terms.as_array().cloned().or_else(|| terms.pointer("/items").and_then(Value::as_array).cloned());
        let term = all.and_then(|all| all.into_iter().find(|term| term.get("ended").is_none_or(Value::is_null)));
        let term = term.and_then(|term| term.get("id").cloned()).expect("a term");
        let vacancy = self.vacancy().await;
        let body = json!({ "title": "补选第一选区代表", "kind": "by_election", "mode": "direct", "term": term, "seats": 1,
            "day": DAY, "method": "选举法", "vacancies": [vacancy] });
        let made = self.told(&format!("/api/congresses/{}/elections", self.congress), body).await;
        let id = made.get("id").and_then(Value::as_str).expect("an election").to_owned();
        let body = json!({ "name": "第一选区", "seats": 1, "voters": 900 });
        let drawn = self.told(&format!("/api/elections/{id}/districts"), body).await;
        let at = drawn.pointer("/districts/0/id").and_then(Value::as_str).expect("a district").to_owned();
        self.told(&format!("/api/elections/{id}/nominations"), json!({})).await;
        let body = json!({ "name": NAME, "origin": "joint", "proposer": "张三", "signers": 10 });
        let one = self.told(&format!("/api/election-districts/{at}/candidates"), body).await;
        let body = json!({ "way": "whole", "nominees": [{ "candidate": one.get("id"), "formal": true }] });
        self.told(&format!("/api/elections/{id}/formal-list"), body).await;
        self.page = format!("/elections/{id}");
    }

    /// A mobile box goes to those who cannot come, with two who do not stand, and comes back.
    async fn a_box_goes_out(&self, chief: &Browser) {
        chief.press("流动票箱").await;
        chief.press("安排流动票箱").await;
        chief.fill("place", "敬老院").await;
        chief.fill("hours", "8:00—10:00").await;
        chief.fill("scrutineers", &format!("{NAME}\n路明川")).await;
        chief.press_only("安排").await;
        chief.sees("是候选人").await;
        chief.fill("scrutineers", "岑雨田\n路明川").await;
        chief.press_only("安排").await;
        chief.sees("流动票箱已安排").await;
        chief.press("修改或者登记收回").await;
        chief.fill("handed", "12").await;
        chief.fill("returned", "12").await;
        chief.press("保存").await;
        chief.sees("已保存").await;
        chief.go(&self.page).await;
    }

    async fn is_counted_and_certified(&self) -> String {
        let chief = self.chief(&self.page).await;
        self.a_box_goes_out(&chief).await;
        chief.press("登记投票结果").await;
        chief.fill("voted", "600").await;
        chief.fill("ballots", "601").await;
        chief.fill("votes", &format!("{NAME}｜590")).await;
        chief.fill("proxied", "4").await;
        chief.fill("most_for_one", "4").await;
        chief.press("登记并计算").await;
        chief.sees("不得超过 3 人").await;
        chief.fill("most_for_one", "3").await;
        chief.fill("ballots", "600").await;
        chief.press("登记并计算").await;
        chief.sees("投票结果已登记").await;
        chief.press("确定选举结果").await;
        chief.sees("证书已生成").await;
        chief.press("确认代表资格").await;
        chief.sees("已确认并公布").await;
        chief.close().await;
        let it = self.house.asks("chief", &format!("/api{}", self.page)).await;
        it.pointer("/certificates/0/code").and_then(Value::as_str).expect("a code").to_owned()
    }

    async fn a_stranger_checks(&self, code: &str) {
        let stranger = Browser::open(&self.house, self.kind).await;
        stranger.go("/certificates").await;
        stranger.fill("code", &code.to_lowercase()).await;
        stranger.press("核验").await;
        stranger.sees(NAME).await;
        stranger.sees("证书真实").await;
        stranger.go("/announcements").await;
        stranger.sees("补选第一选区代表").await;
        stranger.close().await;
    }
}

#[test]
fn a_seat_is_filled_again_without_script() {
    kit::outbox::install_tls();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let mut story = Story::begun(Kind::PhoneWithoutScript).await;
        story.yang_resigns().await;
        story.is_prepared().await;
        let code = story.is_counted_and_certified().await;
        story.a_stranger_checks(&code).await;
        assert!(!story.house.facts("election.elected").is_empty(), "the fact stands in the journal");
    });
}
