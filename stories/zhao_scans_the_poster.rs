//! Zhao stands before a poster with a phone, scans the code, says what is wrong with the bridge, follows it, is dissatisfied once and
//! satisfied then. Deputy Yang answers in three taps. With script and without.

use std::time::Duration;

use crate::house::{Browser, House, Kind};

const WORDS: &str = "村口的桥面坏了一个洞，晚上骑车很危险，请派人来修。";

struct Story {
    house: House,
    kind: Kind,
    code: String,
    tracking: String,
}

impl Story {
    async fn phone(&self) -> Browser {
        Browser::open(&self.house, self.kind).await
    }

    /// The office makes a code and hangs the poster.
    async fn hangs_the_poster(&mut self) {
        let deputy = self.house.asks("deputy", "/api/account").await;
        let person = deputy.pointer("/person").and_then(serde_json::Value::as_str).expect("a person").to_owned();
        let chief = Browser::of(&self.house, Kind::Desk, "chief").await;
        chief.go(&format!("/people/{person}/codes")).await;
        chief.fill("place", "村部门口").await;
        chief.press("制作代表码").await;
        chief.sees("海报（A4）").await;
        chief.close().await;
        let codes = self.house.asks("chief", &format!("/api/people/{person}/codes")).await;
        self.code = codes.pointer("/0/code").and_then(serde_json::Value::as_str).expect("a code").to_owned();
    }

    async fn scans_and_says_it(&mut self) {
        let zhao = self.phone().await;
        zhao.go(&format!("/c/{}", self.code)).await;
        zhao.press("我有话说").await;
        zhao.choose("topic", "道路交通").await;
        zhao.fill("body", WORDS).await;
        zhao.fill("phone", "139 0000 0000").await;
        // Nobody types that in less; a browser does.
        tokio::time::sleep(Duration::from_secs(4)).await;
        zhao.press("提交").await;
        zhao.sees("已经收到").await;
        let page = zhao.text().await;
        let code = page.split_whitespace().find(|word| word.len() == 19 && word.matches('-').count() == 3);
        self.tracking = code.expect("a tracking code").to_owned();
        zhao.close().await;
    }

    /// From the first page: what waits, the matter, the answer. Three taps, and nothing else is pressed.
    async fn yang_answers(&self, words: &str) {
        let yang = Browser::of(&self.house, self.kind, "deputy").await;
        yang.go("/").await;
        let mut taps = 0;
        for (pressed, typed) in [("条群众意见待您回应", None), ("村口的桥面", Some(words)), ("答复", None)]
        {
            yang.press(pressed).await;
            taps += 1;
            if let Some(words) = typed {
                yang.fill("answer", words).await;
            }
        }
        yang.sees("已答复").await;
        assert_eq!(taps, 3, "a deputy answers from a phone in three taps");
        assert!(!yang.text().await.contains("13900000000"), "Zhao did not agree that the deputy sees the telephone");
        yang.close().await;
    }

    async fn zhao_judges(&self, answer: &str, score: &str) {
        let zhao = self.phone().await;
        zhao.go("/opinions/progress").await;
        zhao.fill("code", &self.tracking.to_lowercase()).await;
        zhao.press("查询").await;
        zhao.sees(answer).await;
        zhao.tick("score", score).await;
        zhao.press("提交评价").await;
        zhao.sees("已记下您的评价").await;
        zhao.close().await;
    }
}

fn told(kind: Kind) {
    kit::outbox::install_tls();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let mut story = Story { house: House::open(), kind, code: String::new(), tracking: String::new() };
        story.hangs_the_poster().await;
        story.scans_and_says_it().await;
        story.yang_answers("已请镇里安排。").await;
        story.zhao_judges("已请镇里安排。", "unsatisfied").await;
        story.yang_answers("洞已补好，欢迎再看。").await;
        story.zhao_judges("洞已补好，欢迎再看。", "satisfied").await;
        assert!(story.house.facts("opinion.judged").len() >= 2, "both judgements stand in the journal");
    });
}

#[test]
fn zhao_is_heard_on_a_phone() {
    told(Kind::Phone);
}

#[test]
fn zhao_is_heard_on_a_phone_without_script() {
    told(Kind::PhoneWithoutScript);
}
