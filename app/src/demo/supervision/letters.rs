//! Urging letters about what is overdue: one not answered in time, one answered, one closed; and the register of dissatisfied cases.

use kernel::BodyId;
use kit::{Problem, Site, db::Sql, journal, web::api::Once};
use supervision::desk::{
    case::{self, CaseOwner},
    letter::{self as desk, LetterAnswerWanted, LetterEnd, LetterWanted},
};
use supervision_rules::{AssignmentId, CaseId, LetterKind};
use uuid::Uuid;

use super::{Office, follow_from, text};

impl Office {
    /// Lists whom the journal tells of, and names somebody for the first case. Only the facts of suggestions somebody is or was dissatisfied
    /// with are read: the others list nobody, and a great world has millions.
    pub(super) async fn cases(&self, site: &Site) -> Result<(), Problem> {
        let (head, _) = journal::head(site.db()).await?;
        let sql =
            Sql::new("select distinct a.suggestion from v_judgement j join v_assignment a on a.id = j.assignment")
                .add(" where 'dissatisfied' in (j.process, j.result)");
        let mut facts = Vec::new();
        for (suggestion,) in site.db().all::<(Uuid,)>(sql).await? {
            facts.extend(journal::of_subject(&mut site.db(), suggestion).await?);
        }
        facts.sort_unstable_by_key(|fact| fact.seq);
        let mut tx = site.db().begin().await?;
        for fact in &facts {
            (supervision::CASES.effect)(site, &mut tx, fact).await?;
        }
        tx.commit().await?;
        follow_from(site, supervision::CASES.name, head).await?;
        let sql = Sql::new("select id from dissatisfied_case where congress = {} order by opened, n limit 1");
        if let Some((id,)) = site.db().one::<(CaseId,)>(sql.bind(self.congress)).await? {
            case::own(site, &self.chief(), id, CaseOwner { owner: text("常委会李副主任")? }, None).await?;
        }
        Ok(())
    }

    /// Three letters.
    pub(super) async fn letters(&self, site: &Site) -> Result<(), Problem> {
        let sql = Sql::new("select id, unit from v_assignment where congress = {}").bind(self.congress);
        let sql = sql.add(" and awaits = 'reply' and work <> 'passed-on' order by awaits_by, id limit 3");
        let found: Vec<(AssignmentId, BodyId)> = site.db().all(sql).await?;
        for (nth, (part, unit)) in found.into_iter().enumerate() {
            site.set_now(self.day(-20).start().plus_millis(36_000_000));
            let wanted = LetterWanted {
                kind: LetterKind::Urge,
                series: text("督办")?,
                problem: text("这件建议的答复期限将到，尚未与代表沟通，也没有提出办理方案。")?,
                demand: text("请由主要负责人牵头，与领衔代表当面沟通，提出办理方案和完成期限，按期答复。")?,
                leader: text("常委会李副主任")?,
                due: self.day(-5),
            };
            let id = desk::issue(site, &self.chief(), part, wanted, &Once::default()).await?.letter.id;
            let Some(head) = self.head(unit).filter(|_| nth > 0) else { continue };
            site.set_now(self.day(-10).start().plus_millis(36_000_000));
            let words = text("已于昨日与代表当面沟通，商定了办理方案，答复正在会签，本月底前送达。")?;
            desk::answer(site, &head, id, LetterAnswerWanted { words }).await?;
            if nth > 1 {
                let words = text("沟通属实，方案可行，同意销号。")?;
                desk::close(site, &self.chief(), id, LetterEnd { words }).await?;
            }
        }
        Ok(())
    }
}
