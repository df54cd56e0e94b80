//! What the highest congress has disclosed: suggestions closed a while ago, every passage found in them hidden; one corrected, one
//! taken down, one withheld, the others still waiting.

use disclosure::desk::{
    Decision, DisclosureWanted,
    disclose::disclose,
    prepare::prepare,
    take_down::take_down,
    withhold::{GroundWanted, withhold},
};
use disclosure_rules::{DisclosureId, Extent, Ground, SuggestionId};
use kit::{Problem, Site, db::Sql};

use super::{Office, text};

/// So many of those that could be disclosed are.
const DISCLOSED: i64 = 6;

impl Office {
    /// Discloses.
    pub(super) async fn disclosures(&self, site: &Site) -> Result<(), Problem> {
        let sql = Sql::new("select s.suggestion from v_disclosable s where s.congress = {} and s.stage = 'closed'")
            .bind(self.congress)
            .add(" and s.publish = 1 and s.closed < {}")
            .bind(self.day(-12).start())
            .add(" and exists (select 1 from v_letter l where l.suggestion = s.suggestion and l.publish = 1)")
            .add(" order by s.closed, s.suggestion limit {}")
            .bind(DISCLOSED + 1);
        let found: Vec<(SuggestionId,)> = site.db().all(sql).await?;
        for (nth, (id,)) in (0..).zip(found) {
            self.at(site, -10);
            match nth {
                0 => self.withheld(site, id).await?,
                1 => {
                    let shown = self.disclosed(site, id, None).await?;
                    self.taken_down(site, shown).await?;
                }
                2 => {
                    self.disclosed(site, id, None).await?;
                    self.at(site, -6);
                    self.disclosed(site, id, Some("答复中一处数字有误，已按承办单位更正的重新公开。")).await?;
                }
                _ => {
                    self.disclosed(site, id, None).await?;
                }
            }
        }
        Ok(())
    }

    /// Ten in the morning, so many days from today.
    fn at(&self, site: &Site, days: i32) {
        site.set_now(self.day(days).start().plus_millis(36_000_000));
    }

    async fn disclosed(&self, site: &Site, id: SuggestionId, why: Option<&str>) -> Result<DisclosureId, Problem> {
        let prepared = prepare(site, &mut site.db(), &self.chief(), id).await?;
        let hidden = |source: &disclosure::desk::prepare::Source| {
            let part = source.part.to_string();
            let passage =
                |it: &disclosure_rules::Passage| Decision { part: part.clone(), from: it.from, to: it.to, hide: true };
            source.passages.iter().map(passage).collect::<Vec<_>>()
        };
        let wanted = DisclosureWanted {
            extent: Extent::Whole,
            summary: None,
            decisions: prepared.sources.iter().flat_map(hidden).collect(),
            words: Vec::new(),
            why: why.map(text).transpose()?,
        };
        disclose(site, &self.chief(), id, &wanted, prepared.version()).await
    }

    async fn taken_down(&self, site: &Site, id: DisclosureId) -> Result<(), Problem> {
        self.at(site, -4);
        let words = text("村民来电反映，文中能认出其家庭情况。")?;
        take_down(site, &self.chief(), id, GroundWanted { ground: Ground::Privacy, words }, None).await.map(drop)
    }

    async fn withheld(&self, site: &Site, id: SuggestionId) -> Result<(), Problem> {
        let words = text("答复中有企业未公开的投资数据。")?;
        withhold(site, &self.chief(), id, GroundWanted { ground: Ground::Commercial, words }).await.map(drop)
    }
}
