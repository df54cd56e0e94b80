//! A vice head of government asks the congress to let him go: it waits for the session.

use elections::{
    desk::leaders::{LeaderLeaveWanted, receive, rung},
    queries::may_be_gone,
};
use elections_rules::election::LeaderLeaving;
use kit::{Problem, Site, web::api::Once};

use super::{Around, Polls, text};

impl Polls {
    /// The resignation of the last vice head, where the register knows one.
    pub(super) async fn let_go(&self, site: &Site, around: &Around) -> Result<(), Problem> {
        let level = rung(&mut site.db(), self.congress).await?;
        let all = may_be_gone(&mut site.db(), self.congress, level).await?;
        let Some(held) = all.into_iter().rev().find(|one| one.office == "government_vice_head") else { return Ok(()) };
        let wanted = LeaderLeaveWanted {
            holding: held.id,
            leaving: LeaderLeaving::Resigned,
            received: self.day(-3),
            words: Some(text("因工作变动，请求辞去所任职务，请人民代表大会会议审议。")?),
        };
        receive(site, &around.clerk, self.congress, wanted, &Once::default()).await.map(drop)
    }
}
