//! Evaluations of units: last year's published after an appeal was upheld, one against which units may still appeal, this year's open,
//! next year's still a draft.

use std::collections::BTreeMap;

use accounts_rules::{Actor, Duty, Post};
use kernel::{AccountId, BodyId, Day, PersonId};
use kit::{Problem, Site, db::Sql, web::api::Once};
use supervision::desk::evaluation::{
    self as desk, AppealWanted, EvaluationWanted, RulingWanted, ScoreWanted, VoteWanted,
};
use supervision_rules::{Correction, EvaluationId, Grade, Judged, Line, Measure, Scheme, Way};

use super::{Office, text};

/// Deputies who score one unit.
const SCORERS: usize = 4;

fn scheme() -> Result<Scheme, Problem> {
    let line =
        |name, measure, weight| Ok::<_, Problem>(Line { name: text(name)?, measure, weight, good: None, pass: None });
    let grade = |name, at_least| Ok::<_, Problem>(Grade { name: text(name)?, at_least });
    Ok(Scheme {
        way: Way::Points,
        lines: vec![
            line("按时签收", Measure::Signed, 10)?,
            line("按期答复", Measure::Replied, 30)?,
            line("代表满意度", Measure::Satisfied, 20)?,
            line("代表评分", Measure::Scores, 10)?,
            line("现场测评", Measure::Vote, 30)?,
        ],
        grades: vec![grade("优秀", 90)?, grade("良好", 80)?, grade("合格", 60)?, grade("不合格", 0)?],
        basically: 60,
        goods: 2,
        fewest_scores: 3,
        appeal_days: 10,
    })
}

impl Office {
    /// Four evaluations, as far as anything was assigned in their days.
    pub(super) async fn evaluations(&self, site: &Site) -> Result<(), Problem> {
        if self.assigned_before(site, self.day(-45)).await? {
            self.on(site, -40);
            let past = self.drafted(site, "上一年度建议办理工作评议", self.day(-720), self.day(-46)).await?;
            self.published(site, past).await?;
            self.on(site, -6);
            let told = self.drafted(site, "上半年建议办理专项评议", self.day(-720), self.day(-46)).await?;
            self.told(site, told).await?;
        }
        self.on(site, -3);
        if self.assigned_before(site, self.today).await? {
            let now = self.drafted(site, "本年度建议办理工作评议", self.day(-720), self.day(-1)).await?;
            desk::open(site, &self.chief(), now).await?;
        }
        self.drafted(site, "下一年度建议办理工作评议", self.today, self.day(365)).await.map(drop)
    }

    async fn assigned_before(&self, site: &Site, day: Day) -> Result<bool, Problem> {
        let sql = Sql::new("select unit from v_handling where stage in ('handling', 'closed') and work <> 'objecting'")
            .add(" and role <> 'reader' and congress = {} and assigned >= {} and assigned < {} limit 1")
            .bind(self.congress)
            .bind(self.day(-720).start())
            .bind(day.start());
        Ok(site.db().one::<(BodyId,)>(sql).await?.is_some())
    }

    fn on(&self, site: &Site, days: i32) {
        site.set_now(self.day(days).start().plus_millis(36_000_000));
    }

    async fn drafted(&self, site: &Site, title: &str, since: Day, until: Day) -> Result<EvaluationId, Problem> {
        let basis = text("建议办理工作评议办法")?;
        let wanted = EvaluationWanted { title: text(title)?, since, until, basis, scheme: scheme()? };
        Ok(desk::draft(site, &self.chief(), self.congress, wanted, &Once::default()).await?.evaluation.id)
    }

    /// Opened, voted on and scored.
    async fn judged(&self, site: &Site, id: EvaluationId) -> Result<Vec<Judged>, Problem> {
        let chief = self.chief();
        let units = desk::open(site, &chief, id).await?.units;
        let deputies = self.deputies(site).await?;
        for (nth, judged) in units.iter().enumerate() {
            let fewer = u32::try_from(nth % 4).unwrap_or(0) * 5;
            let vote =
                VoteWanted { ballots: 40, satisfied: 36 - fewer, basically: 3 + fewer, dissatisfied: 1, invalid: 0 };
            desk::vote(site, &chief, (id, judged.unit), vote, None).await?;
            for deputy in deputies.get(&judged.unit).into_iter().flatten() {
                desk::score(site, deputy, id, judged.unit, ScoreWanted { score: 92 - fewer }).await?;
            }
        }
        desk::compute(site, &chief, id).await?;
        Ok(desk::tell(site, &chief, id).await?.units)
    }

    /// Some of those whose suggestions each unit answers.
    async fn deputies(&self, site: &Site) -> Result<BTreeMap<BodyId, Vec<Actor>>, Problem> {
        let sql =
            Sql::new("select distinct h.unit, h.lead, a.id from v_handling h join v_account a on a.person = h.lead")
                .add(" where h.congress = {} and h.stage in ('handling', 'closed') and h.work <> 'objecting' and h.role <> 'reader'")
                .bind(self.congress)
                .add(" and h.assigned >= {} and h.assigned < {} order by h.unit, h.lead")
                .bind(self.day(-720).start())
                .bind(self.day(-45).start());
        let mut found: BTreeMap<BodyId, Vec<Actor>> = BTreeMap::new();
        for (unit, person, account) in site.db().all::<(BodyId, PersonId, AccountId)>(sql).await? {
            let known = found.entry(unit).or_default();
            if known.len() < SCORERS {
                let (body, congress, area) = (self.congress, self.congress, self.area.clone());
                let posts = vec![Post { duty: Duty::Deputy, body, congress, area }];
                known.push(Actor { account: Some(account), person: Some(person), posts, ..Actor::nobody() });
            }
        }
        Ok(found)
    }

    async fn published(&self, site: &Site, id: EvaluationId) -> Result<(), Problem> {
        let chief = self.chief();
        let units = self.judged(site, id).await?;
        let missed = |judged: &Judged| {
            let signed = judged.figures.as_ref()?.of(Measure::Signed);
            let fewer = signed.part < signed.whole;
            fewer.then_some(Correction { measure: Measure::Signed, part: signed.part + 1, whole: signed.whole })
        };
        let found = units.iter().find_map(|judged| Some((judged.unit, self.head(judged.unit)?, missed(judged)?)));
        if let Some((unit, head, correction)) = found {
            self.on(site, -36);
            let words = text("有一件建议已按期签收，系统外登记，请核对。")?;
            desk::appeal(site, &head, id, unit, AppealWanted { words }).await?;
            self.on(site, -34);
            let words = text("经核对属实，更正签收数据。")?;
            desk::rule(site, &chief, id, unit, RulingWanted { words, corrections: vec![correction] }).await?;
        }
        self.on(site, -20);
        desk::decide(site, &chief, id).await?;
        desk::publish(site, &chief, id).await.map(drop)
    }

    /// Told, and a unit other than the one whose people the demonstration shows has appealed.
    async fn told(&self, site: &Site, id: EvaluationId) -> Result<(), Problem> {
        let units = self.judged(site, id).await?;
        let others = units.iter().filter(|judged| Some(judged.unit) != self.shown);
        self.on(site, -4);
        for (unit, head) in others.filter_map(|judged| Some((judged.unit, self.head(judged.unit)?))).take(1) {
            let words = text("有一件建议的答复已按期送达代表，系统外办理，请核对“按期答复”一项。")?;
            desk::appeal(site, &head, id, unit, AppealWanted { words }).await?;
        }
        Ok(())
    }
}
