//! Recalls and resignations of leaders.

use elections_rules::election::{Answer, DepartureStage, HeldId, LeaderLeaving, LeaderLeavingId, LeaderVote, Mover};
use kernel::{BodyId, Day, Moment, Text};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};
use law_rules::Word as _;

/// One as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeaderLeave {
    /// Its identity.
    pub id: LeaderLeavingId,
    /// The congress.
    pub congress: BodyId,
    /// What the leader holds.
    pub holding: HeldId,
    /// How the leader is to leave.
    pub leaving: LeaderLeaving,
    /// The day it came in.
    pub received: Day,
    /// The grounds.
    pub words: Option<Text<500>>,
    /// How far it is.
    pub stage: DepartureStage,
    /// Which session decided.
    pub meeting: Option<Text<80>>,
    /// When.
    pub decided: Option<Day>,
    /// Who moved it, and the vote.
    pub vote: Option<LeaderVote>,
    /// How the leader answered a motion of recall.
    pub answer: Option<Answer>,
    /// When the committee above approved.
    pub approved: Option<Day>,
    /// The number of its document.
    pub approval: Option<Text<40>>,
    /// When it was entered.
    pub made: Moment,
    /// Counts its changes.
    pub version: i64,
}

row! {
    struct Line {
        id: LeaderLeavingId,
        congress: BodyId,
        holding: HeldId,
        leaving: String,
        received: Day,
        words: Option<Text<500>>,
        stage: String,
        meeting: Option<Text<80>>,
        decided: Option<Day>,
        mover: Option<String>,
        movers: Option<u32>,
        deputies: Option<u32>,
        yes: Option<u32>,
        answer: Option<String>,
        approved: Option<Day>,
        approval: Option<Text<40>>,
        made: Moment,
        version: i64,
    }
}

const LIST: &str = "id, congress, holding, leaving, received, words, stage, meeting, decided, mover, movers, deputies, yes, answer, \
                    approved, approval, made, version";

fn whole(row: Line) -> Result<LeaderLeave, Fault> {
    let at = At { table: "leader_leaving", id: &row.id };
    let leaving = at.word("leaving", &row.leaving, LeaderLeaving::read)?;
    let stage = at.word("stage", &row.stage, DepartureStage::read)?;
    let mover = row.mover.as_deref().map(|word| at.word("mover", word, Mover::read)).transpose()?;
    let answer = row.answer.as_deref().map(|word| at.word("answer", word, Answer::read)).transpose()?;
    let vote = row.deputies.zip(row.yes);
    let vote = vote.map(|(deputies, yes)| LeaderVote { mover, movers: row.movers, deputies, yes });
    let Line { id, congress, holding, received, words, meeting, decided, approved, approval, made, version, .. } = row;
    Ok(LeaderLeave {
        id,
        congress,
        holding,
        leaving,
        received,
        words,
        stage,
        meeting,
        decided,
        vote,
        answer,
        approved,
        approval,
        made,
        version,
    })
}

/// Reads one, to look at it.
///
/// # Errors
/// When the database refuses or the row cannot be.
pub async fn read_leader(ask: &mut impl Ask, id: LeaderLeavingId) -> Result<Option<LeaderLeave>, Fault> {
    let sql = Sql::new("select ").add(LIST).add(" from leader_leaving where id = {}").bind(id);
    ask.one::<Line>(sql).await?.map(whole).transpose()
}

/// Takes one up, to change it.
///
/// # Errors
/// As [`read_leader`].
pub async fn take_leader(tx: &mut Tx, id: LeaderLeavingId) -> Result<Option<LeaderLeave>, Fault> {
    let sql = Sql::new("update leader_leaving set version = version + 1 where id = {} returning ").bind(id).add(LIST);
    tx.one::<Line>(sql).await?.map(whole).transpose()
}

/// Writes a new one; not where another of that holding waits or was carried: two that come at once are one too many.
pub async fn begin_leader(tx: &mut Tx, it: &LeaderLeave) -> Result<bool, Fault> {
    let vals: Vec<Val> = vec![
        it.id.into(),
        it.congress.into(),
        it.holding.into(),
        it.leaving.word().into(),
        it.received.into(),
        it.words.as_ref().map(Text::as_str).into(),
        it.stage.word().into(),
        it.made.into(),
        it.version.into(),
    ];
    let sql =
        "insert into leader_leaving (id, congress, holding, leaving, received, words, stage, made, version) values ";
    Ok(tx.run(Sql::new(sql).list(vals).add(" on conflict do nothing")).await? == 1)
}

/// Writes how far it is.
pub async fn save_leader(tx: &mut Tx, it: &LeaderLeave) -> Result<(), Fault> {
    let sql = Sql::new("update leader_leaving set stage = {}, decided = {}").bind(it.stage.word()).bind(it.decided);
    let sql = sql.add(", meeting = {}").bind(it.meeting.as_ref().map(Text::as_str));
    let sql = sql.add(", mover = {}").bind(it.vote.and_then(|vote| vote.mover).map(Mover::word));
    let sql = sql.add(", movers = {}").bind(it.vote.and_then(|vote| vote.movers));
    let sql = sql.add(", deputies = {}").bind(it.vote.map(|vote| vote.deputies));
    let sql = sql.add(", yes = {}").bind(it.vote.map(|vote| vote.yes));
    let sql = sql.add(", answer = {}").bind(it.answer.map(Answer::word));
    let sql = sql.add(", approved = {}, approval = {}").bind(it.approved).bind(it.approval.as_ref().map(Text::as_str));
    tx.run(sql.add(" where id = {}").bind(it.id)).await.map(drop)
}
