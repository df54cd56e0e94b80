//! Resignations, recalls and other ways in which a deputy leaves or stops for a time.

use elections_rules::election::{DepartureId, DepartureStage, Leaving, Petition};
use kernel::{BodyId, Day, Moment, PersonId, Text};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};
use law_rules::Word as _;
use roster_rules::MandateId;

/// A departure as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Departure {
    /// Its identity.
    pub id: DepartureId,
    /// The congress of the seat.
    pub congress: BodyId,
    /// The congress whose office received it and that decides: the one that elected the deputy, or that of the seat.
    pub elector: BodyId,
    /// The mandate.
    pub mandate: MandateId,
    /// Whose.
    pub person: PersonId,
    /// How.
    pub leaving: Leaving,
    /// The day it came in.
    pub received: Day,
    /// The grounds.
    pub words: Option<Text<500>>,
    /// Who asks for a recall, and the vote.
    pub petition: Option<Petition>,
    /// Whether it was decided by a congress in session.
    pub in_session: bool,
    /// How far it is.
    pub stage: DepartureStage,
    /// Which meeting decided.
    pub meeting: Option<Text<80>>,
    /// When.
    pub decided: Option<Day>,
    /// When it was filed with the standing committee above.
    pub filed: Option<Day>,
    /// The number of the paper that went there.
    pub filing: Option<Text<40>>,
    /// When it was entered.
    pub made: Moment,
    /// Counts its changes.
    pub version: i64,
}

row! {
    struct Line {
        id: DepartureId,
        congress: BodyId,
        elector: Option<BodyId>,
        mandate: MandateId,
        person: PersonId,
        leaving: String,
        received: Day,
        words: Option<Text<500>>,
        petitioners: Option<u32>,
        electorate: Option<u32>,
        yes: Option<u32>,
        in_session: bool,
        stage: String,
        meeting: Option<Text<80>>,
        decided: Option<Day>,
        filed: Option<Day>,
        filing: Option<Text<40>>,
        made: Moment,
        version: i64,
    }
}

const LIST: &str = "id, congress, elector, mandate, person, leaving, received, words, petitioners, electorate, yes, in_session, stage, \
                    meeting, decided, filed, filing, made, version";

fn whole(row: Line) -> Result<Departure, Fault> {
    let at = At { table: "departure", id: &row.id };
    let leaving = at.word("leaving", &row.leaving, Leaving::read)?;
    let stage = at.word("stage", &row.stage, DepartureStage::read)?;
    let petition =
        row.electorate.zip(row.yes).map(|(electorate, yes)| Petition { petitioners: row.petitioners, electorate, yes });
    let Line { id, congress, mandate, person, received, words, in_session, meeting, decided, .. } = row;
    let Line { elector, filed, filing, made, version, .. } = row;
    Ok(Departure {
        id,
        congress,
        elector: elector.unwrap_or(congress),
        mandate,
        person,
        leaving,
        received,
        words,
        petition,
        in_session,
        stage,
        meeting,
        decided,
        filed,
        filing,
        made,
        version,
    })
}

/// Reads one, to look at it.
///
/// # Errors
/// When the database refuses or the row cannot be.
pub async fn read_departure(ask: &mut impl Ask, id: DepartureId) -> Result<Option<Departure>, Fault> {
    let sql = Sql::new("select ").add(LIST).add(" from departure where id = {}").bind(id);
    ask.one::<Line>(sql).await?.map(whole).transpose()
}

/// Takes one up, to change it.
///
/// # Errors
/// As [`read_departure`].
pub async fn take_departure(tx: &mut Tx, id: DepartureId) -> Result<Option<Departure>, Fault> {
    let sql = Sql::new("update departure set version = version + 1 where id = {} returning ").bind(id).add(LIST);
    tx.one::<Line>(sql).await?.map(whole).transpose()
}

/// Writes a new one; not where another of that mandate waits: two that come at once are one too many.
pub async fn begin_departure(tx: &mut Tx, it: &Departure) -> Result<bool, Fault> {
    let vals: Vec<Val> = vec![
        it.id.into(),
        it.congress.into(),
        it.elector.into(),
        it.mandate.into(),
        it.person.into(),
        it.leaving.word().into(),
        it.received.into(),
        it.words.as_ref().map(Text::as_str).into(),
        it.petition.and_then(|asked| asked.petitioners).into(),
        it.petition.map(|asked| asked.electorate).into(),
        it.petition.map(|asked| asked.yes).into(),
        it.in_session.into(),
        it.stage.word().into(),
        it.meeting.as_ref().map(Text::as_str).into(),
        it.decided.into(),
        it.filed.into(),
        it.filing.as_ref().map(Text::as_str).into(),
        it.made.into(),
        it.version.into(),
    ];
    let sql = Sql::new("insert into departure (").add(LIST).add(") values ").list(vals).add(" on conflict do nothing");
    Ok(tx.run(sql).await? == 1)
}

/// Writes how far it is.
pub async fn save_departure(tx: &mut Tx, it: &Departure) -> Result<(), Fault> {
    let sql = Sql::new("update departure set stage = {}, decided = {}").bind(it.stage.word()).bind(it.decided);
    let sql = sql.add(", meeting = {}").bind(it.meeting.as_ref().map(Text::as_str));
    let sql = sql.add(", petitioners = {}").bind(it.petition.and_then(|asked| asked.petitioners));
    let sql = sql.add(", electorate = {}").bind(it.petition.map(|asked| asked.electorate));
    let sql = sql.add(", yes = {}").bind(it.petition.map(|asked| asked.yes));
    let sql = sql.add(", in_session = {}").bind(it.in_session);
    let sql = sql.add(", filed = {}, filing = {}").bind(it.filed).bind(it.filing.as_ref().map(Text::as_str));
    tx.run(sql.add(" where id = {}").bind(it.id)).await.map(drop)
}
