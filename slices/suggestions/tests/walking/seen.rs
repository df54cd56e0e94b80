//! A suggestion as its rows tell it, read without the program: what a verb is chosen by, and who may do it.

use kernel::{AccountId, BodyId, Moment, PersonId};
use kit::{
    Site,
    db::{Db, FromRow, Sql},
    row,
};
use suggestions_rules::{
    AssignmentId, AttachmentId, ContactId, DifferenceId, DoubtId, PromiseId, ShownId, SuggestionId,
};

row! {
    /// The row of a suggestion.
    #[derive(Clone, Debug)]
    pub struct Paper {
        pub id: SuggestionId,
        pub lead: PersonId,
        pub stage: String,
        pub publish: Option<i64>,
        pub number: Option<String>,
        pub merged: Option<SuggestionId>,
        pub routed: Option<BodyId>,
        pub version: i64,
        pub typed_by: Option<AccountId>,
        pub confirmed: Option<Moment>,
    }
}

row! {
    /// The row of a unit's part.
    #[derive(Clone, Debug)]
    pub struct Part {
        pub id: AssignmentId,
        pub unit: BodyId,
        pub role: String,
        pub work: String,
        pub awaits: String,
    }
}

row! {
    /// The row of a doubt.
    #[derive(Clone, Debug)]
    pub struct DoubtRow {
        pub id: DoubtId,
        pub part: AssignmentId,
        pub by: Option<PersonId>,
        pub standing: String,
    }
}

/// All of it.
#[derive(Clone, Debug)]
pub struct Seen {
    pub paper: Paper,
    pub asked: Vec<(PersonId, String)>,
    pub parts: Vec<Part>,
    pub talks: Vec<(ContactId, AssignmentId, PersonId, String)>,
    pub promises: Vec<(PromiseId, AssignmentId, String)>,
    pub doubts: Vec<DoubtRow>,
    pub shown: Vec<(ShownId, AssignmentId, PersonId, String)>,
    pub files: Vec<(AttachmentId, Option<AssignmentId>)>,
    /// What its units disagree on, and whether that was settled.
    pub differences: Vec<(DifferenceId, Option<Moment>)>,
}

async fn rows<T: FromRow + Send + 'static>(db: &Db, sql: &'static str, id: SuggestionId) -> Vec<T> {
    db.all(Sql::new(sql).bind(id)).await.unwrap()
}

impl Seen {
    /// Reads it; nothing when it was thrown away.
    pub async fn read(site: &Site, id: SuggestionId) -> Option<Self> {
        let db = site.db();
        let paper = "select id, lead, stage, publish, number, merged_into, routed_to, version, entered_by, entry_confirmed \
                     from suggestion where id = {}";
        let paper = rows(db, paper, id).await.pop()?;
        let parts = "select id, unit, role, work, awaits from assignment where suggestion = {} order by ordinal";
        let talks = "select id, assignment, person, word from talk where suggestion = {} order by recorded, id";
        let promises = "select id, assignment, standing from promise where suggestion = {} order by made, id";
        let doubts =
            "select id, assignment, signer, standing from class_doubt where suggestion = {} order by doubted, id";
        let shown = "select id, assignment, person, standing from shown_draft where suggestion = {} order by shown, id";
        let differences = "select id, settled from unit_difference where suggestion = {} order by at, id";
        let files = "select blob, assignment from attachment where suggestion = {} and removed is null and promise is null \
                     and note is null order by blob";
        Some(Self {
            paper,
            asked: rows(db, "select person, answer from cosigner where suggestion = {} order by ordinal", id).await,
            parts: rows(db, parts, id).await,
            talks: rows(db, talks, id).await,
            promises: rows(db, promises, id).await,
            doubts: rows(db, doubts, id).await,
            shown: rows(db, shown, id).await,
            files: rows(db, files, id).await,
            differences: rows(db, differences, id).await,
        })
    }

    /// Whether that is its stage.
    pub fn is(&self, stage: &str) -> bool {
        self.paper.stage == stage
    }

    /// The unit that has a part now; one whose part was passed on has none.
    pub fn unit_of(&self, part: AssignmentId) -> Option<BodyId> {
        self.parts.iter().find(|one| one.id == part && one.work != "passed-on").map(|one| one.unit)
    }

    /// Whether that deputy signs it.
    pub fn signed_by(&self, person: PersonId) -> bool {
        person == self.paper.lead || self.asked.contains(&(person, "confirmed".to_owned()))
    }
}
