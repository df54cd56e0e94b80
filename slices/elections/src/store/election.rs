//! An election.

use ballots_rules::paper::BallotId;
use elections_rules::{
    Days, LeaderClass, Mode,
    election::{Contesting, ElectionId, Kind, Stage},
};
use kernel::{BodyId, Day, Moment, Text};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};
use law_rules::Word as _;
use roster_rules::TermId;

/// An election as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Election {
    /// Its identity.
    pub id: ElectionId,
    /// The congress whose office holds it.
    pub congress: BodyId,
    /// The congress in which the seats are.
    pub seated: BodyId,
    /// Of which term.
    pub term: TermId,
    /// What kind.
    pub kind: Kind,
    /// Who votes.
    pub mode: Mode,
    /// Which leaders, where it is leaders.
    pub class: Option<LeaderClass>,
    /// What it is called.
    pub title: Text<80>,
    /// How many are to be elected.
    pub seats: u32,
    /// Election day.
    pub day: Day,
    /// How many days before it the lists are posted.
    pub days: Days,
    /// The method it follows: 选举办法, a provincial rule.
    pub method: Text<200>,
    /// The vote of the congress, where it votes.
    pub ballot: Option<BallotId>,
    /// How far it is.
    pub stage: Stage,
    /// Why it was called off.
    pub reason: Option<Text<500>>,
    /// The day the result was certified.
    pub certified: Option<Day>,
    /// The day the elections of deputies were confirmed.
    pub confirmed: Option<Day>,
    /// When it was announced.
    pub made: Moment,
    /// Counts its changes.
    pub version: i64,
    /// The election whose open seats this one fills (另行选举).
    pub follows: Option<ElectionId>,
    /// How many stand by the method, where it fixes the number.
    pub candidates: Option<u32>,
}

row! {
    struct Line {
        id: ElectionId,
        congress: BodyId,
        seated: BodyId,
        term: TermId,
        kind: String,
        mode: String,
        class: Option<String>,
        title: Text<80>,
        seats: u32,
        day: Day,
        voter_days: u16,
        first_days: u16,
        formal_days: u16,
        method: Text<200>,
        ballot: Option<BallotId>,
        stage: String,
        reason: Option<Text<500>>,
        certified: Option<Day>,
        confirmed: Option<Day>,
        made: Moment,
        version: i64,
        follows: Option<ElectionId>,
        candidates: Option<u32>,
    }
}

const LIST: &str = "id, congress, seated, term, kind, mode, class, title, seats, day, voter_days, first_days, formal_days, \
                    method, ballot, stage, reason, certified, confirmed, made, version, follows, candidates";

impl Election {
    /// What is contested.
    #[must_use]
    pub const fn contesting(&self) -> Contesting {
        Contesting { kind: self.kind, mode: self.mode, class: self.class, fixed: self.candidates }
    }

    /// Whether deputies are elected, and mandates follow.
    #[must_use]
    pub const fn of_deputies(&self) -> bool {
        self.class.is_none()
    }
}

fn whole(row: Line) -> Result<Election, Fault> {
    let at = At { table: "election", id: &row.id };
    let class = row.class.as_deref().map(|word| at.word("class", word, LeaderClass::read)).transpose()?;
    Ok(Election {
        kind: at.word("kind", &row.kind, Kind::read)?,
        mode: at.word("mode", &row.mode, Mode::read)?,
        stage: at.word("stage", &row.stage, Stage::read)?,
        class,
        id: row.id,
        congress: row.congress,
        seated: row.seated,
        term: row.term,
        title: row.title,
        seats: row.seats,
        day: row.day,
        days: Days { voter_list: row.voter_days, first_list: row.first_days, formal_list: row.formal_days },
        method: row.method,
        ballot: row.ballot,
        reason: row.reason,
        certified: row.certified,
        confirmed: row.confirmed,
        made: row.made,
        version: row.version,
        follows: row.follows,
        candidates: row.candidates,
    })
}

/// Reads one, to look at it.
///
/// # Errors
/// When the database refuses or the row cannot be.
pub async fn read_election(ask: &mut impl Ask, id: ElectionId) -> Result<Option<Election>, Fault> {
    let sql = Sql::new("select ").add(LIST).add(" from election where id = {}").bind(id);
    ask.one::<Line>(sql).await?.map(whole).transpose()
}

/// The election that fills the seats this one left open, unless it was called off.
pub async fn following(ask: &mut impl Ask, id: ElectionId) -> Result<Option<ElectionId>, Fault> {
    let sql = Sql::new("select id from election where follows = {} and stage <> 'cancelled' order by made, id limit 1");
    Ok(ask.one::<(ElectionId,)>(sql.bind(id)).await?.map(|(id,)| id))
}

/// Takes one up, to change it: until the transaction ends nobody else can.
///
/// # Errors
/// As [`read_election`].
pub async fn take_election(tx: &mut Tx, id: ElectionId) -> Result<Option<Election>, Fault> {
    let sql = Sql::new("update election set version = version + 1 where id = {} returning ").bind(id).add(LIST);
    tx.one::<Line>(sql).await?.map(whole).transpose()
}

/// Writes a new one.
pub async fn begin_election(tx: &mut Tx, it: &Election) -> Result<(), Fault> {
    let vals: Vec<Val> = vec![
        it.id.into(),
        it.congress.into(),
        it.seated.into(),
        it.term.into(),
        it.kind.word().into(),
        it.mode.word().into(),
        it.class.map(LeaderClass::word).into(),
        (&it.title).into(),
        it.seats.into(),
        it.day.into(),
        it.days.voter_list.into(),
        it.days.first_list.into(),
        it.days.formal_list.into(),
        (&it.method).into(),
        it.ballot.into(),
        it.stage.word().into(),
        it.reason.as_ref().map(Text::as_str).into(),
        it.certified.into(),
        it.confirmed.into(),
        it.made.into(),
        it.version.into(),
        it.follows.into(),
        it.candidates.into(),
    ];
    tx.run(Sql::new("insert into election (").add(LIST).add(") values ").list(vals)).await.map(drop)
}

/// Writes how far it is.
pub async fn save_election(tx: &mut Tx, it: &Election) -> Result<(), Fault> {
    let sql = Sql::new("update election set stage = {}, ballot = {}").bind(it.stage.word()).bind(it.ballot);
    let sql = sql.add(", reason = {}").bind(it.reason.as_ref().map(Text::as_str));
    let sql = sql.add(", certified = {}, confirmed = {}").bind(it.certified).bind(it.confirmed);
    let sql = sql.add(", candidates = {}, day = {}").bind(it.candidates).bind(it.day);
    tx.run(sql.add(" where id = {}").bind(it.id)).await.map(drop)
}
