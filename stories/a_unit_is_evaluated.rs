//! The office judges the units: a scheme that does not add up is refused with all that was typed kept; once opened it is fixed. Yang
//! scores, votes are entered, the figures are counted, the unit is told and appeals, and nothing is final while it may. When the days to
//! appeal are over the office decides and publishes, and deputy and unit read the grade and how it was counted.

use crate::house::{Browser, House, Kind};

struct Evaluation {
    house: House,
    kind: Kind,
    page: String,
    unit: String,
}

impl Evaluation {
    async fn begun(kind: Kind) -> Self {
        let house = House::on("2026-11-16");
        house.assigned("关于修复通往渡口公路的建议").await;
        let account = house.asks("unit_head", "/api/account").await;
        let unit = account.pointer("/posts/0/body").and_then(serde_json::Value::as_str).expect("a unit").to_owned();
        let chief = Browser::of(&house, kind, "chief").await;
        chief.go("/supervision/evaluations").await;
        chief.press("新建评议").await;
        chief.fill("title", "渡口公路办理评议").await;
        chief.fill_day("since", "2020-01-01").await;
        chief.fill_day("until", "2099-12-31").await;
        chief.fill("basis", "建议办理工作评议办法").await;
        chief.fill("appeal_days", "7").await;
        chief.fill("weight-0", "5").await;
        chief.press("保存方案").await;
        chief.sees("合计应为 100 分").await;
        assert_eq!(chief.value("title").await, "渡口公路办理评议");
        chief.fill("weight-0", "10").await;
        chief.press("保存方案").await;
        chief.sees("评议已建立").await;
        let page = chief.path().await;
        chief.press("开始评议").await;
        chief.sees("方案已固定").await;
        chief.close().await;
        Self { house, kind, page, unit }
    }

    async fn before(&self, who: &str) -> Browser {
        let browser = Browser::of(&self.house, self.kind, who).await;
        browser.go(&self.page).await;
        browser
    }

    fn at(&self, end: &str) -> String {
        format!("{}/units/{}/{end}", self.page, self.unit)
    }

    async fn is_scored_by_yang(&self) {
        let yang = self.before("deputy").await;
        yang.go(&self.at("score")).await;
        yang.fill("score", "101").await;
        yang.press("提交评分").await;
        yang.sees("请填写 0 到 100 之间的整数").await;
        yang.fill("score", "85").await;
        yang.press("提交评分").await;
        yang.sees("评分已提交").await;
        yang.sees("您评了 85 分").await;
        yang.close().await;
    }

    async fn is_voted_on_and_counted(&self) {
        let chief = self.before("chief").await;
        chief.go(&self.at("votes")).await;
        for (field, votes) in
            [("ballots", "50"), ("satisfied", "45"), ("basically", "4"), ("dissatisfied", "1"), ("invalid", "0")]
        {
            chief.fill(field, votes).await;
        }
        chief.press_only("登记").await;
        chief.sees("现场测评已登记").await;
        chief.press_only("核算").await;
        chief.sees("数据已固定").await;
        chief.press_only("告知承办单位").await;
        chief.sees("已告知各承办单位").await;
        chief.close().await;
    }

    async fn is_appealed_against(&self) {
        let head = self.before("unit_head").await;
        head.go(self.at("").trim_end_matches('/')).await;
        head.sees("计算过程").await;
        head.sees("评分的代表不足 3 名，不计入").await;
        head.press("提出申诉").await;
        head.fill("words", "渡口公路一件已按时签收，请核对。").await;
        head.press("提出申诉").await;
        head.sees("申诉已提出").await;
        head.close().await;
        let chief = self.before("chief").await;
        chief.sees("申诉待答复").await;
        chief.go(&self.at("ruling")).await;
        chief.fill("words", "经核对属实。").await;
        chief.fill("corrections", "按时签收率 1/1").await;
        chief.press_only("答复").await;
        chief.sees("申诉已答复").await;
        chief.press_only("审定结果").await;
        chief.sees("申诉期限还没有到").await;
        chief.close().await;
    }

    /// Seven days to appeal, and the day after.
    async fn is_decided_and_published(&mut self) {
        self.house.dawns("2026-11-23");
        let chief = self.before("chief").await;
        chief.press_only("审定结果").await;
        chief.sees("申诉期限还没有到").await;
        chief.close().await;
        let yang = self.before("deputy").await;
        yang.go(self.at("").trim_end_matches('/')).await;
        assert!(!yang.text().await.contains("计算过程"), "nothing is told before it is published");
        yang.close().await;
        self.house.dawns("2026-11-24");
        let chief = self.before("chief").await;
        chief.press_only("审定结果").await;
        chief.sees("结果已审定").await;
        chief.press_only("公布结果").await;
        chief.sees("结果已公布").await;
        chief.close().await;
    }

    /// Nobody signs in; grade and points are there, what the unit appealed against is not.
    async fn is_read_by_anybody(&self) {
        let passer_by = Browser::open(&self.house, self.kind).await;
        passer_by.go("/evaluations").await;
        passer_by.press("渡口公路办理评议").await;
        passer_by.sees("方案").await;
        assert!(!passer_by.text().await.contains("渡口公路一件已按时签收"), "an appeal is the unit's and the office's");
        passer_by.close().await;
    }

    async fn is_read_by_deputy_and_unit(&self) {
        let yang = self.before("deputy").await;
        yang.sees("已公布").await;
        yang.go(self.at("").trim_end_matches('/')).await;
        yang.sees("计算过程").await;
        yang.close().await;
        let head = self.before("unit_head").await;
        head.go(self.at("").trim_end_matches('/')).await;
        head.sees("计算过程").await;
        head.sees("申诉成立").await;
        head.close().await;
        let head = Browser::of(&self.house, self.kind, "unit_head").await;
        head.go("/notices").await;
        head.sees("渡口公路办理评议").await;
        head.close().await;
    }
}

fn told(kind: Kind) {
    kit::outbox::install_tls();
    tokio::runtime::Runtime::new().expect("a runtime").block_on(async {
        let mut evaluation = Evaluation::begun(kind).await;
        evaluation.is_scored_by_yang().await;
        evaluation.is_voted_on_and_counted().await;
        evaluation.is_appealed_against().await;
        evaluation.is_decided_and_published().await;
        evaluation.is_read_by_deputy_and_unit().await;
        evaluation.is_read_by_anybody().await;
        let verbs = ["appealed", "appeal-ruled", "scored", "evaluation-decided", "evaluation-published"];
        for (verb, times) in verbs.map(|verb| (verb, 1)) {
            let facts = evaluation.house.facts(&format!("supervision.{verb}"));
            let id = evaluation.page.rsplit('/').next().expect("an id");
            let of_it = facts.iter().filter(|fact| fact.get("subject").and_then(serde_json::Value::as_str) == Some(id));
            assert_eq!(of_it.count(), times, "{verb}");
        }
    });
}

#[test]
fn a_unit_is_evaluated_on_a_desk() {
    told(Kind::Desk);
}

#[test]
fn a_unit_is_evaluated_on_a_phone_without_script() {
    told(Kind::PhoneWithoutScript);
}
