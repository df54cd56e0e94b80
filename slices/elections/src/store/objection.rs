//! Objections to lists of voters.

use elections_rules::election::{Against, DistrictId, Heard, ObjectionId, Ruling, VoterId};
use kernel::{Day, Moment, Text};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};
use law_rules::Word as _;

/// An objection as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// Its identity.
    pub id: ObjectionId,
    /// To the list of which district.
    pub district: DistrictId,
    /// What is wrong with it.
    pub against: Against,
    /// Who objects.
    pub objector: Text<40>,
    /// Whom it is about.
    pub about: Text<40>,
    /// Their line of the list, where one is kept.
    pub voter: Option<VoterId>,
    /// What is said.
    pub words: Text<500>,
    /// The day the list was posted.
    pub posted: Day,
    /// The day it came in.
    pub received: Day,
    /// The decision of the election committee.
    pub decided: Option<(Day, Ruling)>,
    /// Its reason.
    pub reason: Option<Text<500>>,
    /// The day the court was asked.
    pub sued: Option<Day>,
    /// Which.
    pub court: Option<Text<60>>,
    /// The judgement.
    pub judged: Option<(Day, Ruling)>,
    /// Its words.
    pub judgment_words: Option<Text<500>>,
    /// Whether the list was changed by it.
    pub applied: bool,
    /// When it was entered.
    pub made: Moment,
}

row! {
    /// A row of the table.
    pub(crate) struct ObjectionRow {
        pub(crate) id: ObjectionId,
        district: DistrictId,
        against: String,
        objector: Text<40>,
        about: Text<40>,
        voter: Option<VoterId>,
        words: Text<500>,
        posted: Day,
        pub(crate) received: Day,
        decided: Option<Day>,
        ruling: Option<String>,
        reason: Option<Text<500>>,
        sued: Option<Day>,
        court: Option<Text<60>>,
        judged: Option<Day>,
        judgment: Option<String>,
        judgment_words: Option<Text<500>>,
        applied: bool,
        made: Moment,
    }
}

/// The columns of an objection.
pub(crate) const LIST: &str = "id, district, against, objector, about, voter, words, posted, received, decided, ruling, reason, sued, \
                    court, judged, judgment, judgment_words, applied, made";

impl Objection {
    /// Its days and what was said to it, for an election of that day.
    #[must_use]
    pub const fn heard(&self, election: Day) -> Heard {
        let Self { posted, received, decided, sued, judged, .. } = *self;
        Heard { posted, received, election, decided, sued, judged }
    }
}

impl ObjectionRow {
    /// What the row says.
    pub(crate) fn whole(self) -> Result<Objection, Fault> {
        let at = At { table: "election_objection", id: &self.id };
        let against = at.word("against", &self.against, Against::read)?;
        let ruling = self.ruling.as_deref().map(|word| at.word("ruling", word, Ruling::read)).transpose()?;
        let judgment = self.judgment.as_deref().map(|word| at.word("judgment", word, Ruling::read)).transpose()?;
        let (decided, judged) = (self.decided.zip(ruling), self.judged.zip(judgment));
        let Self { id, district, objector, about, voter, words, posted, received, reason, sued, court, .. } = self;
        let Self { judgment_words, applied, made, .. } = self;
        Ok(Objection {
            id,
            district,
            against,
            objector,
            about,
            voter,
            words,
            posted,
            received,
            decided,
            reason,
            sued,
            court,
            judged,
            judgment_words,
            applied,
            made,
        })
    }
}

/// One objection.
///
/// # Errors
/// When the database refuses or the row cannot be.
pub async fn read_objection(ask: &mut impl Ask, id: ObjectionId) -> Result<Option<Objection>, Fault> {
    let sql = Sql::new("select ").add(LIST).add(" from election_objection where id = {}").bind(id);
    ask.one::<ObjectionRow>(sql).await?.map(ObjectionRow::whole).transpose()
}

/// Writes a new one.
pub async fn begin_objection(tx: &mut Tx, it: &Objection) -> Result<(), Fault> {
    let vals: Vec<Val> = vec![
        it.id.into(),
        it.district.into(),
        it.against.word().into(),
        (&it.objector).into(),
        (&it.about).into(),
        it.voter.into(),
        (&it.words).into(),
        it.posted.into(),
        it.received.into(),
        it.made.into(),
        it.applied.into(),
    ];
    let sql = Sql::new(
        "insert into election_objection (id, district, against, objector, about, voter, words, posted, received, made, applied)",
    );
    tx.run(sql.add(" values ").list(vals)).await.map(drop)
}

/// Writes how far it is.
pub async fn save_objection(tx: &mut Tx, it: &Objection) -> Result<(), Fault> {
    let sql = Sql::new("update election_objection set voter = {}, applied = {}").bind(it.voter).bind(it.applied);
    let sql = sql.add(", decided = {}, ruling = {}").bind(it.decided.map(|(on, _)| on));
    let sql = sql.bind(it.decided.map(|(_, ruling)| ruling.word()));
    let sql = sql.add(", reason = {}, sued = {}").bind(it.reason.as_ref().map(Text::as_str)).bind(it.sued);
    let sql = sql.add(", court = {}, judged = {}").bind(it.court.as_ref().map(Text::as_str));
    let sql = sql.bind(it.judged.map(|(on, _)| on));
    let sql = sql.add(", judgment = {}").bind(it.judged.map(|(_, ruling)| ruling.word()));
    let sql = sql.add(", judgment_words = {}").bind(it.judgment_words.as_ref().map(Text::as_str));
    tx.run(sql.add(" where id = {}").bind(it.id)).await.map(drop)
}
