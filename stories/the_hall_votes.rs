//! The town's congress votes on paper. Three of five projects are chosen: two tellers enter the same bundle apart, one slips, both are told
//! where and neither what. Then two are to be elected: one is, two are tied at eleven, a name stands written in; the tied are voted on again.

use crate::house::{Browser, House, Kind};

const PROJECTS: [&str; 5] = ["改造自来水管网", "新建村级养老食堂", "硬化通组公路", "安装太阳能路灯", "修建灌溉水渠"];

struct Hall {
    house: House,
    kind: Kind,
    round: String,
}

/// What a teller enters of a bundle: for each line of the ballot 赞成, 反对, 弃权.
type Lines<'a> = &'a [[u32; 3]];

impl Hall {
    async fn browser(&self, who: &str) -> Browser {
        Browser::of(&self.house, self.kind, who).await
    }

    /// The office writes down what is voted on; its page.
    async fn prepares(&self, kind: &str, title: &str, places: u32, names: &[&str]) -> String {
        let clerk = self.browser("clerk").await;
        clerk.go("/ballots/new").await;
        clerk.fill("title", title).await;
        clerk.fill("meeting", "第三次会议第二次全体会议").await;
        clerk.fill_day("day", "2026-11-16").await;
        clerk.tick("assembly", "congress").await;
        clerk.tick("kind", kind).await;
        clerk.fill("places", &places.to_string()).await;
        clerk.fill("names", &names.join("\n")).await;
        clerk.fill("method", "第三次会议选举和票决办法").await;
        clerk.press("建立").await;
        clerk.sees("第三次会议选举和票决办法").await;
        let page = clerk.path().await;
        clerk.close().await;
        page
    }

    /// Opens the round that is due with 21 of 21, and the tellers declare.
    async fn opens(&mut self, page: &str) {
        let clerk = self.browser("clerk").await;
        clerk.go(&format!("{page}/rounds/new")).await;
        clerk.fill("members", "21").await;
        clerk.fill("present", "21").await;
        let counters = [self.house.who("clerk").name, self.house.who("deputy2").name].join("\n");
        clerk.fill("counters", &counters).await;
        clerk.fill("chief", &self.house.who("leader").name).await;
        clerk.press_and_agree("开始投票").await;
        clerk.sees("现在要做的").await;
        self.round = clerk.path().await;
        clerk.close().await;
        for teller in ["clerk", "deputy2", "leader"] {
            let teller = self.browser(teller).await;
            teller.go(&format!("{}/declaration", self.round)).await;
            teller.tick("near", "far").await;
            teller.press("提交声明").await;
            teller.sees("声明已记录").await;
            teller.close().await;
        }
    }

    /// All 21 ballots lie in one box.
    async fn empties_the_box(&self) {
        let clerk = self.browser("clerk").await;
        clerk.go(&format!("{}/boxes", self.round)).await;
        clerk.fill("handed-out", "22").await;
        clerk.fill("spoiled", "1").await;
        clerk.fill("returned", "22").await;
        clerk.press("登记").await;
        clerk.sees("收回的票多于发出的票").await;
        clerk.go(&format!("{}/boxes", self.round)).await;
        clerk.fill("returned", "21").await;
        clerk.press("登记").await;
        clerk.sees("1 号箱第 1 捆").await;
        clerk.close().await;
    }

    async fn enters(&self, who: &str, lines: Lines<'_>, written: Option<&str>) -> Browser {
        let teller = self.browser(who).await;
        teller.go(&format!("{}/bundles/1/1", self.round)).await;
        teller.fill("returned", "21").await;
        teller.fill("valid", "21").await;
        for (n, [approve, against, abstain]) in (1..).zip(lines) {
            teller.fill(&format!("approve-{n}"), &approve.to_string()).await;
            if against + abstain > 0 {
                teller.fill(&format!("against-{n}"), &against.to_string()).await;
                teller.fill(&format!("abstain-{n}"), &abstain.to_string()).await;
            }
        }
        if let Some(name) = written {
            teller.fill("name-1", name).await;
            teller.fill("votes-1", "1").await;
        }
        teller.press("录入这一捆").await;
        teller
    }

    async fn counts(&self, lines: Lines<'_>, written: Option<&str>) {
        for who in ["clerk", "deputy2"] {
            self.enters(who, lines, written).await.close().await;
        }
    }

    /// The chief teller says who is meant by what was written in.
    async fn reads(&self, meant: &str) {
        let leader = self.browser("leader").await;
        leader.go(&format!("{}/write-ins", self.round)).await;
        leader.fill("meant-1", meant).await;
        leader.press("认定").await;
        leader.sees("请总监票人核对后报告结果").await;
        leader.close().await;
    }

    async fn reports_and_announces(&self) {
        for (who, button, seen) in [("leader", "报告结果", "结果已报告"), ("chief", "记录已宣布", "结果已宣布并锁定")]
        {
            let browser = self.browser(who).await;
            browser.go(&self.round).await;
            browser.press_and_agree(button).await;
            browser.sees(seen).await;
            browser.close().await;
        }
    }

    async fn chooses_three_of_five(&mut self) {
        let page = self.prepares("pick", "票决本年度民生实事项目", 3, &PROJECTS).await;
        self.opens(&page).await;
        self.empties_the_box().await;
        let right = [[15, 0, 0], [13, 0, 0], [9, 0, 0], [12, 0, 0], [8, 0, 0]];
        let slipped = [[15, 0, 0], [14, 0, 0], [9, 0, 0], [12, 0, 0], [8, 0, 0]];
        self.enters("clerk", &right, None).await.close().await;
        let second = self.enters("deputy2", &slipped, None).await;
        second.go(&self.round).await;
        second.sees("新建村级养老食堂").await;
        second.go(&format!("{}/bundles/1/1", self.round)).await;
        second.sees("新建村级养老食堂").await;
        assert!(!second.text().await.contains("13"), "nobody is told what the other entered");
        second.close().await;
        self.counts(&right, None).await;
        self.reports_and_announces().await;
        let hall = self.browser("deputy").await;
        hall.go(&format!("{}/screen", self.round)).await;
        for project in [PROJECTS[0], PROJECTS[1], PROJECTS[3], "入选"] {
            hall.sees(project).await;
        }
        hall.close().await;
    }

    async fn elects_with_a_tie_and_a_name_written_in(&mut self) {
        let page = self.prepares("election", "选举镇人民政府副职领导人员", 2, &["周望城", "吴澧水", "郑沅江"]).await;
        self.opens(&page).await;
        self.empties_the_box().await;
        self.counts(&[[15, 5, 1], [11, 9, 1], [11, 9, 1]], Some("冯小溪")).await;
        self.reads("冯晓溪").await;
        self.reports_and_announces().await;
        let deputy = self.browser("deputy").await;
        deputy.go(&self.round).await;
        for words in ["票数相等", "冯晓溪", "当选"] {
            deputy.sees(words).await;
        }
        deputy.close().await;
        self.opens(&page).await;
        self.empties_the_box().await;
        self.counts(&[[12, 0, 0], [9, 0, 0]], None).await;
        self.reports_and_announces().await;
        let deputy = self.browser("deputy").await;
        deputy.go(&page).await;
        for words in ["第 1 轮", "第 2 轮（票数相等再次投票）", "吴澧水"] {
            deputy.sees(words).await;
        }
        deputy.close().await;
    }
}

fn told(kind: Kind, election: bool) {
    kit::outbox::install_tls();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let mut hall = Hall { house: House::on("2026-11-16"), kind, round: String::new() };
        match election {
            true => hall.elects_with_a_tie_and_a_name_written_in().await,
            false => hall.chooses_three_of_five().await,
        }
    });
}

#[test]
fn a_town_chooses_three_of_five_projects() {
    told(Kind::Desk, false);
}

#[test]
fn an_election_has_a_tie_and_a_name_written_in() {
    told(Kind::PhoneWithoutScript, true);
}
