//! How mandates end: a resignation that was accepted and made public, and a recall for which too few asked.

use accounts_rules::{Actor, Post};
use elections::{
    desk::{
        filing::{DepartureFilingWanted, file},
        leave::{DepartureDecision, DepartureWanted, announce as publish, decide, receive},
    },
    queries::electors,
};
use elections_rules::election::{Leaving, Petition};
use kernel::{BodyId, Level};
use kit::{Problem, Site, db::Sql, web::api::Once};
use roster_rules::MandateId;

use super::{Around, Polls, text};

impl Polls {
    /// Somebody resigns, and a seat is empty.
    pub(super) async fn resigned(&self, site: &Site, around: &Around) -> Result<(), Problem> {
        let wanted = DepartureWanted {
            mandate: around.mandate,
            leaving: Leaving::Resigned,
            received: self.day(-40),
            words: Some(text("因工作变动，本人申请辞去代表职务。")?),
        };
        // Above the county it is for the congress that elected the deputy.
        let elected = !matches!(self.area.level(), Level::County | Level::Township);
        let by = self.elector(site, around.mandate).await?;
        let (clerk, head) = (seconded(&around.clerk, by), seconded(&around.head, by));
        let it = receive(site, &clerk, by, wanted, &Once::default()).await?;
        self.at(site, -38);
        let town = self.area.level() == Level::Township;
        let decision = DepartureDecision {
            accepted: true,
            meeting: text(if town { "第六次会议" } else { "常务委员会第三十次会议" })?,
            decided: self.day(-38),
            in_session: town,
            petition: None,
        };
        decide(site, &head, it.id, decision).await?;
        if elected {
            self.at(site, -37);
            let wanted = DepartureFilingWanted { on: self.day(-37), number: Some(text("人常发〔2026〕17号")?) };
            file(site, &clerk, it.id, wanted).await?;
        }
        publish(site, &head, it.id).await.map(drop)
    }

    /// A recall that is not taken up: one voter too few asks for it; of a standing committee of forty-one, five members and not nine.
    pub(super) async fn declined(&self, site: &Site, around: &Around) -> Result<(), Problem> {
        let sql = Sql::new(
            "select id from v_mandate where in_office = 1 and congress = {} and id <> {} order by id desc limit 1",
        );
        let found: Option<(MandateId,)> = site.db().one(sql.bind(self.congress).bind(around.mandate)).await?;
        let Some((mandate,)) = found else { return Ok(()) };
        self.at(site, -37);
        let by = self.elector(site, mandate).await?;
        let (clerk, head) = (seconded(&around.clerk, by), seconded(&around.head, by));
        let wanted = DepartureWanted {
            mandate,
            leaving: Leaving::Recalled,
            received: self.day(-37),
            words: Some(text("部分选民认为联系群众不够，提出罢免要求。")?),
        };
        let it = receive(site, &clerk, by, wanted, &Once::default()).await?;
        let (asked, electorate, meeting) = match self.area.level() {
            Level::Township => (29, 1_864, "县人大常委会主任会议"),
            Level::County => (49, 3_120, "主任会议"),
            _ => (5, 41, "主任会议"),
        };
        self.at(site, -36);
        let decision = DepartureDecision {
            accepted: false,
            meeting: text(meeting)?,
            decided: self.day(-36),
            in_session: false,
            petition: Some(Petition { petitioners: Some(asked), electorate, yes: 0 }),
        };
        decide(site, &head, it.id, decision).await.map(drop)
    }

    /// The congress that elected whoever holds a mandate here.
    async fn elector(&self, site: &Site, mandate: MandateId) -> Result<BodyId, Problem> {
        if matches!(self.area.level(), Level::County | Level::Township) {
            return Ok(self.congress);
        }
        let all = electors(&mut site.db(), mandate).await?;
        Ok(all.first().map_or(self.congress, |one| one.id))
    }
}

/// Somebody of the office as if of another congress's.
pub(super) fn seconded(actor: &Actor, congress: BodyId) -> Actor {
    let at = |post: &Post| Post { congress, ..post.clone() };
    Actor { posts: actor.posts.iter().map(at).collect(), ..actor.clone() }
}
