//! The committee refuses an appointment by one vote: nobody can announce it, the public reads nothing of it, and the office proposes the person
//! again with what was written before.

use crate::house::{Browser, House, Kind};

/// The chief finds what is on the coming agenda: before the meeting there is no vote to enter.
async fn waits(chief: &Browser) -> String {
    chief.go("/appointments?stage=listed").await;
    chief.press("陈柳叶").await;
    chief.sees("常务委员会第三十一次会议").await;
    assert!(!chief.offers("登记表决结果").await, "the meeting is still to come");
    chief.path().await
}

/// On the day of the meeting the chief types the figures of the vote.
async fn refuses(chief: &Browser, page: &str) {
    chief.go(page).await;
    chief.fill("vote-members", "23").await;
    chief.fill("vote-present", "20").await;
    chief.fill("vote-yes", "11").await;
    chief.fill("vote-no", "12").await;
    chief.fill("vote-abstain", "0").await;
    chief.press("登记表决结果").await;
    chief.sees("多于出席").await;
    chief.fill("vote-no", "9").await;
    chief.press("登记表决结果").await;
    chief.sees("未通过").await;
    assert!(!chief.offers("发布公告").await, "what was refused is not announced");
}

async fn told_by(kind: Kind) {
    let mut house = House::county_on("2026-11-23");
    let chief = Browser::of(&house, kind, "chief").await;
    let page = waits(&chief).await;
    chief.close().await;
    house.dawns("2026-12-05");
    let chief = Browser::of(&house, kind, "chief").await;
    refuses(&chief, &page).await;
    chief.go("/appointments/announcements").await;
    chief.sees("李春山").await;
    assert!(!chief.text().await.contains("陈柳叶"), "the public reads nothing of it");
    chief.go(&page).await;
    chief.press("再次提名").await;
    assert_eq!(chief.value("reason").await, "根据工作需要提请。");
    chief.press("保存拟稿").await;
    chief.sees("已保存拟稿").await;
    chief.sees("本届内未获通过 2 次").await;
    chief.close().await;
    assert_eq!(house.facts("appointment.voted").len(), 6);
}

#[test]
fn an_appointment_is_refused_once_and_proposed_again() {
    kit::outbox::install_tls();
    tokio::runtime::Runtime::new().expect("a runtime").block_on(told_by(Kind::Desk));
}
