//! Key suggestions: one with an overdue step, one with everything done, one just set, one no longer set.

use kit::{Problem, Site, db::Sql, web::api::Once};
use supervision::desk::key::{
    self as desk, KeyReason, KeyResult, KeyTermsJson, PolicyWanted, ReportWanted, StepNote, StepWanted, VisitWanted,
};
use supervision_rules::{KeyId, ReportKind, SuggestionId};

use super::{Office, text};

impl Office {
    /// Four of those with a number, the latest first.
    pub(super) async fn keys(&self, site: &Site) -> Result<(), Problem> {
        let sql = Sql::new("select id from v_suggestion where stage in ('handling', 'closed') and congress = {}");
        let sql = sql.bind(self.congress).add(" order by filed desc, id desc limit 4");
        let found: Vec<(SuggestionId,)> = site.db().all(sql).await?;
        for (nth, (suggestion,)) in found.into_iter().enumerate() {
            site.set_now(self.day(-30).start().plus_millis(36_000_000));
            let id = self.mark(site, nth, suggestion).await?;
            match nth {
                0 => self.late(site, id).await?,
                1 => self.done(site, id).await?,
                2 => {}
                _ => {
                    let reason =
                        KeyReason { reason: text("主任会议研究，并入另一件重点建议督办。")? };
                    desk::lift(site, &self.chief(), id, reason, &Once::default()).await?;
                }
            }
        }
        Ok(())
    }

    async fn mark(&self, site: &Site, nth: usize, suggestion: SuggestionId) -> Result<KeyId, Problem> {
        let leaders = ["常委会王副主任", "常委会李副主任", "常委会张副主任"];
        let committees = ["城乡建设环境资源保护委员会", "农业与农村委员会", "教育科学文化卫生委员会"];
        let at = |words: [&'static str; 3]| words.get(nth % 3).copied().unwrap_or_default();
        let basis = format!("{}人大常委会主任会议纪要", self.name);
        let terms = KeyTermsJson { leader: text(at(leaders))?, committee: text(at(committees))?, basis: text(&basis)? };
        Ok(desk::mark(site, &self.chief(), suggestion, terms.into()).await?.key.id)
    }

    async fn step(&self, site: &Site, id: KeyId, what: &str, days: i32) -> Result<supervision_rules::EntryId, Problem> {
        let step = StepWanted { what: text(what)?, by: self.day(days) };
        let kept = desk::plan(site, &self.chief(), id, step, &Once::default()).await?;
        kept.key.steps.last().map(|step| step.id).ok_or_else(Problem::missing)
    }

    async fn late(&self, site: &Site, id: KeyId) -> Result<(), Problem> {
        let chief = self.chief();
        let first = self.step(site, id, "委员会到现场调研，听取代表和承办单位意见", -20).await?;
        self.step(site, id, "承办单位向主任会议报告办理进展", -5).await?;
        self.step(site, id, "主任会议听取督办情况，组织代表评议", 40).await?;
        site.set_now(self.day(-21).start().plus_millis(36_000_000));
        self.visited(site, id).await?;
        desk::finish(site, &chief, id, first, StepNote { note: text("已到现场调研，形成问题清单三条。")? }).await?;
        let words = text("承办单位已制定方案，资金正在落实。")?;
        desk::report(site, &chief, id, ReportWanted { kind: ReportKind::Interim, words }, &Once::default())
            .await
            .map(drop)
    }

    async fn visited(&self, site: &Site, id: KeyId) -> Result<(), Problem> {
        let visit = VisitWanted {
            day: site.today(),
            place: text("项目现场")?,
            people: text("督办领导、委员会成员、领衔代表、承办单位负责人")?,
            minutes: text(
                "现场查看后座谈。代表提出先解决群众反映最急的路段，承办单位同意先行实施，余下部分列入下一年计划。",
            )?,
        };
        desk::visit(site, &self.chief(), id, visit, &Once::default()).await.map(drop)
    }

    async fn done(&self, site: &Site, id: KeyId) -> Result<(), Problem> {
        let chief = self.chief();
        let step = self.step(site, id, "现场督办", -12).await?;
        site.set_now(self.day(-14).start().plus_millis(36_000_000));
        self.visited(site, id).await?;
        desk::finish(site, &chief, id, step, StepNote { note: text("现场督办一次，议定事项全部落实。")? }).await?;
        let policy = PolicyWanted { name: text("关于建立长效管护机制的通知")?, day: site.today() };
        desk::policy(site, &chief, id, policy, &Once::default()).await?;
        let words = text("三条意见全部落实，代表表示认可。")?;
        desk::report(site, &chief, id, ReportWanted { kind: ReportKind::Final, words }, &Once::default()).await?;
        let result = KeyResult { result: text("问题已经解决，并出台长效管护办法。")? };
        desk::conclude(site, &chief, id, result, &Once::default()).await.map(drop)
    }
}
