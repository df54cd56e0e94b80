//! One opinion as those who handle it see it, and as whoever said it follows it.

use kernel::{AccountId, AreaCode, BodyId, Day, Moment, PersonId};
use kit::{
    Fault, Problem,
    blobs::{self, Blob, BlobId},
    db::{Ask, Sql},
    row,
    words::Lang,
};
use opinions_rules::{OpinionId, Stage, SuggestionId, survey_due};
use suggestions_rules::RuleBook;
use uuid::Uuid;

use super::book;
use crate::{
    sight::Sight,
    store::{self, OpinionKept, Sealed},
};

row! {
    /// What stands in the row beside the stage.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Written {
        /// The year of its number.
        pub year: i64,
        /// Its number.
        pub n: i64,
        /// The place.
        pub area: AreaCode,
        /// The name of the place.
        pub area_name: Option<String>,
        /// The place in words.
        pub place: String,
        /// The word of what it is about.
        pub topic: String,
        /// The word of how it came in.
        pub way: String,
        /// Who typed it for another.
        pub typed_by: Option<AccountId>,
        /// What was said.
        pub body: String,
        /// When it came in.
        pub received: Moment,
        /// The number of 12345.
        pub hotline: Option<String>,
        /// The deputy.
        pub deputy: Option<String>,
        /// The congress that has it.
        pub holder: Option<String>,
        /// The body it is with, or is proposed to be given to.
        pub unit: Option<String>,
    }
}

row! {
    /// One thing that happened.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct StepLine {
        /// When.
        pub at: Moment,
        /// The word.
        pub step: String,
        /// The body concerned.
        pub body: Option<String>,
        /// What was said.
        pub words: String,
        /// Whether the person reads the words.
        pub open: bool,
    }
}

row! {
    /// A suggestion it was raised to.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct RaisedTo {
        /// The suggestion.
        pub id: SuggestionId,
        /// Its title.
        pub title: String,
        /// Its number as written.
        pub number: Option<String>,
    }
}

/// One opinion with all that is shown of it.
pub struct Detail {
    /// Where it stands.
    pub kept: OpinionKept,
    /// What was written.
    pub written: Written,
    /// What happened, the first first.
    pub steps: Vec<StepLine>,
    /// Photographs and recording.
    pub files: Vec<Blob>,
    /// Sealed data; shown masked, or to whom the person agreed.
    pub sealed: Sealed,
    /// The rules of the congress that has it.
    pub book: RuleBook,
    /// The suggestion it was raised to, once there is one.
    pub raised: Option<RaisedTo>,
    /// What was said when the person was asked again, by its word.
    pub surveyed: Option<String>,
    /// The bodies it was handed to, by name.
    pub handed: Vec<(BodyId, String)>,
}

/// An opinion as a suggestion that is made of it names it.
#[must_use]
pub fn names_it(lang: Lang, (year, n): (i64, i64)) -> String {
    let number = lang.tf("opinions-number", [("year", year.to_string()), ("n", n.to_string())]);
    lang.tf("opinions-draft-names", [("number", number.into_owned())]).into_owned()
}

impl Detail {
    /// As a suggestion that is made of it names it.
    #[must_use]
    pub fn names_it(&self, lang: Lang) -> String {
        names_it(lang, (self.written.year, self.written.n))
    }

    /// Whether the person can be asked now whether it held.
    #[must_use]
    pub fn asks_again(&self, now: Moment) -> bool {
        let due = survey_due(&self.kept.opinion.stage, &self.book.opinions, now);
        self.surveyed.is_none() && due.is_ok()
    }

    /// The deputy to whom it was said, and whether the person agreed that they see who said it; nobody where there is nothing to see.
    #[must_use]
    pub fn to_ask_deputy(&self) -> Option<(&str, bool)> {
        let known = self.sealed != Sealed::default();
        self.written.deputy.as_deref().filter(|_| known).map(|name| (name, self.kept.to_deputy))
    }

    /// Whether the person agreed that this reader sees who said it: the deputy to whom it was said, the body that has it in hand. Whose
    /// turn it was does not go on reading name and telephone.
    #[must_use]
    pub fn agreed(&self, sight: &Sight) -> bool {
        let has = |unit: &BodyId| matches!(&self.kept.opinion.stage, Stage::Assigned { unit: now, .. } if now == unit);
        (sight.deputy && self.kept.to_deputy) || sight.unit.is_some_and(|unit| has(&unit) && self.kept.agreed(unit))
    }

    /// Who has it in hand beside the congress where it came in: of those the person is asked whether they may see who said it.
    #[must_use]
    pub fn to_ask(&self) -> Vec<(BodyId, &str, bool)> {
        let now = match &self.kept.opinion.stage {
            Stage::Assigned { unit, .. } => vec![*unit, self.kept.opinion.holder],
            _ => vec![self.kept.opinion.holder],
        };
        let known = self.sealed != Sealed::default();
        let asked = self.handed.iter().filter(|(body, _)| known && now.contains(body));
        asked.map(|(body, name)| (*body, name.as_str(), self.kept.agreed(*body))).collect()
    }
}

/// Reads all of one.
///
/// # Errors
/// Missing where there is none; when the database refuses.
pub async fn read(ask: &mut impl Ask, id: OpinionId) -> Result<Detail, Problem> {
    let kept = store::read(ask, id).await?.ok_or_else(Problem::missing)?;
    let sql = Sql::new(
        "select o.year, o.n, o.area, coalesce((select v.name from v_village v where v.code = o.area), \
         (select a.name from v_area a where a.code = o.area)), o.place, o.topic, o.way, o.typed_by, o.body, o.received, \
         o.hotline, (select p.name from v_person p where p.id = o.deputy), (select b.name from v_body b where b.id = o.holder), \
         (select b.name from v_body b where b.id = o.unit) \
         from opinion o where o.id = {}",
    );
    let written: Option<Written> = ask.one(sql.bind(id)).await?;
    let sql = Sql::new("select s.at, s.step, (select b.name from v_body b where b.id = s.body), s.words, s.open");
    let steps = ask.all(sql.add(" from opinion_step s where s.opinion = {} order by s.n").bind(id)).await?;
    let sql =
        Sql::new("select s.id, s.title, s.number from opinion_raised r join v_suggestion s on s.id = r.suggestion");
    let raised = ask.one(sql.add(" where r.opinion = {} order by r.at desc, s.id limit 1").bind(id)).await?;
    Ok(Detail {
        written: written.ok_or_else(Problem::missing)?,
        steps,
        files: files(ask, id).await?,
        surveyed: store::surveyed(ask, id).await?,
        handed: handed(ask, id).await?,
        sealed: store::sealed(ask, id).await?,
        book: book::of_congress(ask, kept.opinion.holder).await?,
        raised,
        kept,
    })
}

row! {
    /// What the public reads of the suggestion it was taken up in: a unit's letter, or the office's summary.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct PublishedLine {
        /// Where it stands before the public.
        pub disclosure: Uuid,
        /// The unit; nobody for a summary.
        pub unit: Option<String>,
        /// The words.
        pub body: String,
    }
}

/// What the public reads today of the suggestion an opinion was taken up in.
pub async fn published(ask: &mut impl Ask, d: &Detail, today: Day) -> Result<Vec<PublishedLine>, Fault> {
    let Some(raised) = &d.raised else { return Ok(Vec::new()) };
    let sql =
        Sql::new("select t.id, (select b.name from v_body b where b.id = t.unit), t.body from v_disclosed_text t");
    let sql = sql.add(" where t.suggestion = {} and (t.until is null or t.until >= {}) order by t.ordinal, t.id");
    ask.all(sql.bind(raised.id).bind(today)).await
}

/// The bodies an opinion was handed to.
async fn handed(ask: &mut impl Ask, id: OpinionId) -> Result<Vec<(BodyId, String)>, Fault> {
    let sql = Sql::new(
        "select distinct s.body, b.name from opinion_step s join v_body b on b.id = s.body where s.opinion = {}",
    );
    ask.all(sql.bind(id).add(" and s.step in ('assigned', 'handed-on') order by 2, 1")).await
}

async fn files(ask: &mut impl Ask, id: OpinionId) -> Result<Vec<Blob>, Fault> {
    let ids: Vec<(BlobId,)> =
        ask.all(Sql::new("select blob from opinion_file where opinion = {} order by n").bind(id)).await?;
    let mut all = Vec::with_capacity(ids.len());
    for (id,) in ids {
        all.extend(blobs::load(ask, id).await?);
    }
    Ok(all)
}

/// Suggestions that an opinion can be tied to, the newest first: handed in, in the congress that has it, by the deputy it was said to; said
/// to the office, by any.
pub async fn own_suggestions(
    ask: &mut impl Ask,
    deputy: Option<PersonId>,
    congress: BodyId,
) -> Result<Vec<RaisedTo>, Fault> {
    let mut sql = Sql::new("select id, title, number from v_suggestion where congress = {}").bind(congress);
    let most = if deputy.is_some() { 10 } else { 50 };
    if let Some(deputy) = deputy {
        sql = sql.add(" and lead = {}").bind(deputy);
    }
    ask.all(sql.add(" and filed is not null order by filed desc, id limit {}").bind(most)).await
}
