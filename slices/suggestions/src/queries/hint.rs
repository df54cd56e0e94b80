//! 承办单位参考: like cases of the congress's own past, its units, what they answer for and what they replied to lately.

use std::collections::BTreeMap;

use kernel::{BodyId, Moment};
use kit::{
    Fault, Site,
    db::{Ask, Sql},
    row,
    search::Within,
};
use suggestions_rules::{Past, Suggestion, SuggestionId, UnitHint};

use crate::pages::units_of;

/// Like cases asked of the index.
const ASKED: usize = 20;
/// Matters of the category that are counted, the latest first.
const LATEST: i64 = 500;

/// A unit it might belong to, with names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hinted {
    /// The unit and the reasons.
    pub hint: UnitHint,
    /// The unit's name.
    pub name: String,
    /// The like cases it replied to: number as written and 标题.
    pub cases: Vec<LikeCase>,
}

row!(
    /// A like case.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct LikeCase {
        /// The suggestion.
        pub id: SuggestionId,
        /// Its number as written.
        pub number: Option<String>,
        /// 标题.
        pub title: String,
        /// The unit that replied to it.
        pub unit: BodyId,
    }
);

/// The units a suggestion most likely belongs to, for who hands it over; nothing where the congress has no past.
///
/// # Errors
/// When the database or the index cannot be read.
pub async fn hints(site: &Site, of: &Suggestion) -> Result<Vec<Hinted>, Fault> {
    let text = (of.sheet.title.as_str(), of.sheet.body.as_str());
    let within = [Within::Reader(of.congress.uuid())];
    let ids = site.search()?.similar(text, &within, Some(of.id.uuid()), ASKED)?;
    let mut ask = site.db();
    let mut cases: Vec<LikeCase> = ask.all(replied(Sql::new("s.id in ").list(ids.iter().copied()))).await?;
    cases.sort_by_key(|case| ids.iter().position(|id| *id == case.id.uuid()));
    let category = match of.stage.accepted() {
        Some(accepted) => category(&mut ask, of, &accepted.category).await?,
        None => vec![],
    };
    let units = units_of(&mut ask, of.congress).await?;
    let alike = cases.iter().map(|case| (case.id, case.unit)).collect();
    let names: BTreeMap<BodyId, String> = units.iter().map(|unit| (unit.id, unit.name.clone())).collect();
    let which = Sql::new("select unit, duties from v_unit_duty where unit in ").list(names.keys().copied());
    let duties = ask.all(which.add(" order by unit")).await?;
    let past = Past { alike, category, units: names.clone().into_iter().collect(), duties };
    let named = |hint: UnitHint| Hinted {
        name: names.get(&hint.unit).cloned().unwrap_or_default(),
        cases: cases.iter().filter(|case| case.unit == hint.unit).cloned().collect(),
        hint,
    };
    Ok(past.hints(&of.sheet.title).into_iter().map(named).collect())
}

/// The units that reply, or replied, to some suggestions.
fn replied(which: Sql) -> Sql {
    let sql = Sql::new(
        "select s.id, s.number, s.title, a.unit from suggestion s join assignment a on a.suggestion = s.id where ",
    );
    sql.join(which)
        .add(" and a.role in ('sole', 'lead', 'separate') and a.work <> 'passed-on' order by s.id, a.ordinal")
}

/// How many of the latest matters of the same category each unit replied to; this one is not counted.
async fn category(ask: &mut impl Ask, of: &Suggestion, code: &str) -> Result<Vec<(BodyId, u32)>, Fault> {
    let filed = of.stage.submission().map_or(Moment::from_millis(i64::MAX), |submission| submission.at);
    let sql = Sql::new(
        "select a.unit, count(*) from (select id from suggestion where congress = {} and stage in ('handling', 'closed') \
         and category = {} and id <> {} and filed <= {} order by filed desc, id limit {}) s join assignment a on a.suggestion = s.id \
         where a.role in ('sole', 'lead', 'separate') and a.work <> 'passed-on' group by a.unit order by a.unit",
    );
    let sql = sql.bind(of.congress).bind(code).bind(of.id).bind(filed).bind(LATEST);
    let rows: Vec<(BodyId, i64)> = ask.all(sql).await?;
    Ok(rows.into_iter().map(|(unit, n)| (unit, u32::try_from(n).unwrap_or(u32::MAX))).collect())
}
