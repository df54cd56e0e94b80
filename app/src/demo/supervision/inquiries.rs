//! Special inquiries: one being put right, with an item in each state; one whose questions the units have; one being prepared; one concluded.

use kernel::BodyId;
use kit::{Problem, Site, web::api::Once};
use supervision::desk::inquiry::{
    self as desk, InquiryResult, InquiryWanted, ItemEnd, ItemPlanWanted, ItemReportWanted, ItemWanted, PollWanted,
    QuestionAnswerWanted, QuestionWanted, Sent,
};
use supervision_rules::{EntryId, InquiryId, InquiryKind, Turn};

use super::{Office, text};

const ASKERS: [&str; 3] = ["常委会委员甲", "常委会委员乙", "列席代表丙"];

impl Office {
    /// Four, as far as there are units to ask.
    pub(super) async fn inquiries(&self, site: &Site) -> Result<(), Problem> {
        let Some(shown) = self.shown else { return Ok(()) };
        let other = self.heads.iter().find(|(unit, _, area)| *unit != shown && *area == self.area);
        let units: Vec<BodyId> = std::iter::once(shown).chain(other.map(|(unit, ..)| *unit)).collect();
        self.concluded(site, shown).await?;
        self.held(site, &units).await?;
        self.clock(site, -4);
        let told = self.begun(site, "农村饮水安全", InquiryKind::Report, 12).await?;
        self.asked(site, told, shown, "管网末端水压不足的村还有多少，何时解决？", 0).await?;
        desk::tell(site, &self.chief(), told, &Sent::default()).await?;
        self.clock(site, -2);
        let new = self.begun(site, "养老服务条例实施", InquiryKind::Enforcement, 40).await?;
        self.asked(site, new, shown, "敬老院护理人员缺口怎样补上？", 1).await.map(drop)
    }

    fn clock(&self, site: &Site, days: i32) {
        site.set_now(self.day(days).start().plus_millis(36_000_000));
    }

    async fn begun(&self, site: &Site, topic: &str, kind: InquiryKind, days: i32) -> Result<InquiryId, Problem> {
        let wanted = InquiryWanted {
            topic: text(topic)?,
            kind,
            day: self.day(days),
            place: text("人大机关会议室")?,
            leader: text("常委会王副主任")?,
            basis: text(&format!("{}人大常委会主任会议纪要", self.name))?,
        };
        Ok(desk::begin(site, &self.chief(), self.congress, wanted, &Once::default()).await?.inquiry.id)
    }

    async fn asked(
        &self,
        site: &Site,
        id: InquiryId,
        unit: BodyId,
        words: &str,
        nth: usize,
    ) -> Result<EntryId, Problem> {
        let asker = text(ASKERS.get(nth % 3).copied().unwrap_or_default())?;
        let wanted = QuestionWanted { unit, asker, words: text(words)? };
        let kept = desk::ask(site, &self.chief(), id, wanted, &Sent::default()).await?;
        kept.inquiry.questions.last().map(|one| one.id).ok_or_else(Problem::missing)
    }

    async fn answered(&self, site: &Site, id: InquiryId, entry: EntryId, words: &str) -> Result<(), Problem> {
        let wanted = QuestionAnswerWanted { words: text(words)?, remark: None };
        desk::answer(site, &self.chief(), (id, entry), wanted, &Sent::default()).await.map(drop)
    }

    async fn voted(&self, site: &Site, id: InquiryId, unit: BodyId, turn: Turn) -> Result<(), Problem> {
        let more = if turn == Turn::Second { 4 } else { 0 };
        let (satisfied, basically) = (18 + more, 8 - more);
        let wanted = PollWanted { unit, turn, ballots: 28, satisfied, basically, dissatisfied: 1, invalid: 1 };
        desk::vote(site, &self.chief(), id, wanted, &Sent::default()).await.map(drop)
    }

    async fn listed(
        &self,
        site: &Site,
        id: InquiryId,
        unit: BodyId,
        problem: &str,
        days: i32,
    ) -> Result<EntryId, Problem> {
        let wanted = ItemWanted { unit, problem: text(problem)?, due: self.day(days) };
        let kept = desk::list(site, &self.chief(), id, wanted, &Sent::default()).await?;
        kept.inquiry.items.last().map(|one| one.id).ok_or_else(Problem::missing)
    }

    /// The unit says how, and where it did, what came of it.
    async fn righted(&self, site: &Site, id: InquiryId, (unit, entry): (BodyId, EntryId)) -> Result<(), Problem> {
        let Some(head) = self.head(unit) else { return Ok(()) };
        let wanted = ItemPlanWanted {
            measure: text("逐项排查，落实经费，按月调度。")?, owner: text("分管副职")?
        };
        desk::plan(site, &head, (id, entry), wanted, &Sent::default()).await.map(drop)
    }

    async fn reported(&self, site: &Site, id: InquiryId, (unit, entry): (BodyId, EntryId)) -> Result<(), Problem> {
        let Some(head) = self.head(unit) else { return Ok(()) };
        let wanted =
            ItemReportWanted { words: text("排查已经完成，经费已经拨付，现场已经整改到位。")? };
        desk::report(site, &head, (id, entry), wanted, &Sent::default()).await.map(drop)
    }

    async fn settled(&self, site: &Site, id: InquiryId, entry: EntryId) -> Result<(), Problem> {
        let wanted = ItemEnd { words: text("经现场核实，已整改到位。")? };
        desk::settle(site, &self.chief(), (id, entry), wanted, &Sent::default()).await.map(drop)
    }

    async fn held(&self, site: &Site, units: &[BodyId]) -> Result<(), Problem> {
        self.clock(site, -40);
        let id = self.begun(site, "建议办理落实情况", InquiryKind::Handling, -30).await?;
        let mut questions = vec![];
        for (nth, unit) in units.iter().enumerate() {
            questions.push(self.asked(site, id, *unit, "列入计划的建议，为什么有的到期没有办成？", nth).await?);
        }
        desk::tell(site, &self.chief(), id, &Sent::default()).await?;
        self.clock(site, -30);
        for entry in questions {
            self.answered(site, id, entry, "有三件受资金影响推迟，年底前办成，按季度向代表报告。").await?;
        }
        desk::hold(site, &self.chief(), id, &Sent::default()).await?;
        let Some(first) = units.first().copied() else { return Ok(()) };
        let last = units.last().copied().unwrap_or(first);
        self.voted(site, id, first, Turn::First).await?;
        self.clock(site, -29);
        self.listed(site, id, first, "承诺事项没有逐件落实到责任人。", -3).await?;
        let working = self.listed(site, id, first, "跟踪办理没有台账。", 30).await?;
        let done = self.listed(site, id, last, "答复后没有再与代表联系。", 20).await?;
        let seen = self.listed(site, id, last, "会办意见超期。", 20).await?;
        self.clock(site, -20);
        self.righted(site, id, (first, working)).await?;
        for entry in [done, seen] {
            self.righted(site, id, (last, entry)).await?;
            self.reported(site, id, (last, entry)).await?;
        }
        self.clock(site, -10);
        self.settled(site, id, seen).await
    }

    async fn concluded(&self, site: &Site, unit: BodyId) -> Result<(), Problem> {
        self.clock(site, -200);
        let id = self.begun(site, "城乡环境整治", InquiryKind::Report, -190).await?;
        let question = self.asked(site, id, unit, "垃圾转运为什么还有积压？", 2).await?;
        desk::tell(site, &self.chief(), id, &Sent::default()).await?;
        self.clock(site, -190);
        self.answered(site, id, question, "转运车辆不足，两个月内补齐。").await?;
        desk::hold(site, &self.chief(), id, &Sent::default()).await?;
        self.voted(site, id, unit, Turn::First).await?;
        let item = self.listed(site, id, unit, "转运车辆不足。", -130).await?;
        self.clock(site, -140);
        self.righted(site, id, (unit, item)).await?;
        self.reported(site, id, (unit, item)).await?;
        self.clock(site, -120);
        self.settled(site, id, item).await?;
        self.voted(site, id, unit, Turn::Second).await?;
        let result = InquiryResult { result: text("问题已经整改，整改后测评满意率提高。")? };
        desk::conclude(site, &self.chief(), id, result, &Sent::default()).await.map(drop)
    }
}
