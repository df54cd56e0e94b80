//! One bill, whole: as it stands, with names, words and history, as the actor may see it.

use std::collections::BTreeMap;

use accounts_rules::Actor;
use bills_rules::{Bill, BillId, Fact, Mark, RemarkId, needed, timeline};
use kernel::{AccountId, Level, Moment, PersonId};
use kit::{
    Fault, Problem, Site,
    db::{Ask, Sql},
    journal, row,
};

use super::{
    files::{Attached, attached},
    level_of,
};
use crate::{Sight, store};

/// One bill, whole.
#[derive(Clone, Debug)]
pub struct Detail {
    /// The bill.
    pub bill: Bill,
    /// The version its next editor must have seen.
    pub version: i64,
    /// When its draft was begun.
    pub begun: Moment,
    /// As whom the actor looks at it.
    pub sight: Sight,
    /// How many deputies must sign it, the lead one counted.
    pub needed: u32,
    /// The level of the congress.
    pub level: Level,
    /// The name of the congress.
    pub congress: String,
    /// What was done and what is awaited, read off its state.
    pub timeline: Vec<Mark>,
    /// Every fact of it, oldest first.
    pub history: Vec<Happened>,
    /// The words people gave as reasons, by identity.
    pub remarks: BTreeMap<RemarkId, Remark>,
    /// Its files.
    pub files: Vec<Attached>,
    people: BTreeMap<PersonId, String>,
}

row!(
    /// Words somebody gave as a reason.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Remark {
        /// Its identity.
        pub id: RemarkId,
        /// What it is the reason of.
        pub kind: String,
        /// The words.
        pub words: String,
        /// When.
        pub at: Moment,
    }
);

row!(
    /// Where a bill stands, for whoever has just made it.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Standing {
        /// The version its next editor must have seen.
        pub version: i64,
        /// The word of its stage.
        pub stage: String,
        /// Whether deputies put it on paper.
        pub paper: bool,
    }
);

/// One fact of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// When.
    pub at: Moment,
    /// The account that did it.
    pub by: Option<AccountId>,
    /// `bill.submitted`.
    pub verb: String,
    /// What.
    pub fact: Fact,
}

impl Detail {
    /// The name of a person in it.
    #[must_use]
    pub fn person(&self, id: PersonId) -> &str {
        self.people.get(&id).map_or("", String::as_str)
    }

    /// The version an editor must name, while the deputies, or the office that typed it, can edit.
    #[must_use]
    pub const fn edition(&self) -> Option<i64> {
        if self.bill.is_free() || self.bill.is_retypable() { Some(self.version) } else { None }
    }

    /// The words of a reason; empty where they were erased.
    #[must_use]
    pub fn words(&self, id: RemarkId) -> &str {
        self.remarks.get(&id).map_or("", |remark| remark.words.as_str())
    }
}

/// One bill as the actor may see it.
///
/// # Errors
/// When there is none, or it is not for this actor to know of.
pub async fn detail(site: &Site, actor: &Actor, id: BillId) -> Result<Detail, Problem> {
    let mut db = site.db();
    let kept = store::read(&mut db, id).await?.ok_or_else(Problem::missing)?;
    let sight = Sight::of(actor, &kept.bill)?;
    let bill = kept.bill;
    let level = level_of(&mut db, bill.congress).await?;
    let needed = needed(level).map_err(kernel::Refused::from)?;
    let sql = Sql::new("select name from v_body where id = {}").bind(bill.congress);
    let congress = db.one::<(String,)>(sql).await?.map(|(name,)| name).unwrap_or_default();
    let remarks = remarks(&mut db, id).await?;
    let people = people(&mut db, &bill).await?;
    let files = attached(&mut db, id).await?;
    let (history, timeline) = (history(site, id).await?, timeline(&bill));
    let (version, begun) = (kept.version, kept.begun);
    Ok(Detail { bill, version, begun, sight, needed, level, congress, timeline, history, remarks, files, people })
}

/// Where it stands; nothing when there is none.
pub async fn standing(ask: &mut impl Ask, id: BillId) -> Result<Option<Standing>, Fault> {
    ask.one(Sql::new("select version, stage, paper from bill where id = {}").bind(id)).await
}

async fn history(site: &Site, id: BillId) -> Result<Vec<Happened>, Fault> {
    let mut history = Vec::new();
    for entry in journal::of_subject(&mut site.db(), id.uuid()).await? {
        let fact: Fact = serde_json::from_value(entry.fact)?;
        history.push(Happened { at: entry.at, by: entry.by, verb: entry.verb, fact });
    }
    Ok(history)
}

async fn remarks(ask: &mut impl Ask, id: BillId) -> Result<BTreeMap<RemarkId, Remark>, Fault> {
    let sql = Sql::new("select id, kind, words, at from bill_remark where bill = {} order by at, id");
    let all: Vec<Remark> = ask.all(sql.bind(id)).await?;
    Ok(all.into_iter().map(|remark| (remark.id, remark)).collect())
}

async fn people(ask: &mut impl Ask, bill: &Bill) -> Result<BTreeMap<PersonId, String>, Fault> {
    let all = bill.lead().into_iter().chain(bill.asked().iter().map(|asked| asked.person));
    let sql = Sql::new("select id, name from v_person where id in ").list(all);
    Ok(ask.all::<(PersonId, String)>(sql).await?.into_iter().collect())
}
