//! A proposal.

use appointments_rules::{
    AppointeeId, Appointment, AppointmentId, Kind, Matter, Nominator, Number, Office, SeatId, Stage,
};
use kernel::{AccountId, BodyId, Moment, Text};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};
use law_rules::Word as _;
use uuid::Uuid;

/// A proposal as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The proposal.
    pub it: Appointment,
    /// Who proposes.
    pub proposer: Nominator,
    /// Why.
    pub reason: Text<500>,
    /// How many members of the committee moved it together, where they did.
    pub signers: Option<u32>,
    /// The round of ballots it was voted in.
    pub ballot: Option<Uuid>,
    /// When it was begun.
    pub made: Moment,
    /// By whom.
    pub made_by: Option<AccountId>,
    /// Counts its changes.
    pub version: i64,
}

row! {
    struct Line {
        id: AppointmentId,
        congress: BodyId,
        kind: String,
        seat: SeatId,
        office: String,
        person: AppointeeId,
        proposer: String,
        reason: Text<500>,
        signers: Option<u32>,
        ballot: Option<Uuid>,
        stage: String,
        state: String,
        made: Moment,
        made_by: Option<AccountId>,
        version: i64,
    }
}

const LIST: &str =
    "id, congress, kind, seat, office, person, proposer, reason, signers, ballot, stage, state, made, made_by, version";

fn whole(line: Line) -> Result<Kept, Fault> {
    let at = At { table: "appointment", id: &line.id };
    let stage: Stage = serde_json::from_str(&line.state).map_err(|error| at.broken("state", error))?;
    if stage.word() != line.stage {
        return Err(at.broken("stage", "is not that of its state"));
    }
    let matter = Matter {
        kind: at.word("kind", &line.kind, Kind::read)?,
        seat: line.seat,
        office: at.word("office", &line.office, Office::read)?,
        person: line.person,
    };
    let proposer = at.word("proposer", &line.proposer, Nominator::read)?;
    let it = Appointment { id: line.id, congress: line.congress, matter, stage };
    let Line { reason, signers, ballot, made, made_by, version, .. } = line;
    Ok(Kept { it, proposer, reason, signers, ballot, made, made_by, version })
}

/// Reads one, to look at it.
pub(crate) async fn read(ask: &mut impl Ask, id: AppointmentId) -> Result<Option<Kept>, Fault> {
    let sql = Sql::new("select ").add(LIST).add(" from appointment where id = {}").bind(id);
    ask.one::<Line>(sql).await?.map(whole).transpose()
}

/// Takes one up, to change it: until the transaction ends nobody else can. The version is that before the change.
pub(crate) async fn take(tx: &mut Tx, id: AppointmentId) -> Result<Option<Kept>, Fault> {
    let sql = Sql::new("update appointment set version = version + 1 where id = {} returning ").bind(id).add(LIST);
    let kept = tx.one::<Line>(sql).await?.map(whole).transpose()?;
    Ok(kept.map(|kept| Kept { version: kept.version - 1, ..kept }))
}

/// Writes a new one.
pub(crate) async fn begin(tx: &mut Tx, kept: &Kept) -> Result<(), Fault> {
    let it = &kept.it;
    let vals: [Val; 15] = [
        it.id.into(),
        it.congress.into(),
        it.matter.kind.word().into(),
        it.matter.seat.into(),
        it.matter.office.word().into(),
        it.matter.person.into(),
        kept.proposer.word().into(),
        (&kept.reason).into(),
        kept.signers.into(),
        kept.ballot.into(),
        it.stage.word().into(),
        serde_json::to_string(&it.stage)?.into(),
        kept.made.into(),
        kept.made_by.into(),
        kept.version.into(),
    ];
    tx.run(Sql::new("insert into appointment (").add(LIST).add(") values ").list(vals)).await.map(drop)
}

/// Writes where it stands now.
pub(crate) async fn save(tx: &mut Tx, it: &Appointment) -> Result<(), Fault> {
    let stage = &it.stage;
    let notice = stage.after().map(|after| after.number);
    let letter = stage.after().and_then(|after| after.letter.as_ref()).map(|letter| letter.number);
    let sql = Sql::new("update appointment set stage = {}, state = {}, meets = {}, decided = {}")
        .bind(stage.word())
        .bind(serde_json::to_string(stage)?)
        .bind(stage.meeting().map(|meeting| meeting.day))
        .bind(stage.decided());
    let sql = sql.add(", notice_year = {}, notice_n = {}").bind(notice.map(|it| it.year)).bind(notice.map(|it| it.n));
    let sql = sql.add(", letter_year = {}, letter_n = {}").bind(letter.map(|it| it.year)).bind(letter.map(|it| it.n));
    tx.run(sql.add(" where id = {}").bind(it.id)).await.map(drop)
}

/// Writes who proposes and why.
pub(crate) async fn save_words(
    tx: &mut Tx,
    id: AppointmentId,
    (proposer, signers): (Nominator, Option<u32>),
    reason: &Text<500>,
) -> Result<(), Fault> {
    let sql = Sql::new("update appointment set proposer = {}, signers = {}, reason = {}").bind(proposer.word());
    tx.run(sql.bind(signers).bind(reason).add(" where id = {}").bind(id)).await.map(drop)
}

/// Writes in which round of ballots it was voted on.
pub(crate) async fn link_ballot(tx: &mut Tx, id: AppointmentId, round: Option<Uuid>) -> Result<(), Fault> {
    let sql = Sql::new("update appointment set ballot = {} where id = {}").bind(round).bind(id);
    tx.run(sql).await.map(drop)
}

/// The next number of a register in a year.
pub(crate) async fn number(tx: &mut Tx, congress: BodyId, register: &str, year: i64) -> Result<Number, Fault> {
    let sql = Sql::new("insert into appointment_numbering (congress, register, year, last) values ({}, {}, {}, 1)")
        .bind(congress)
        .bind(register)
        .bind(year);
    let sql = sql.add(
        " on conflict (congress, register, year) do update set last = appointment_numbering.last + 1 returning last",
    );
    let last = tx.one::<(i64,)>(sql).await?;
    let (n,) = last.ok_or_else(|| Fault::new("table `appointment_numbering` gave no number"))?;
    Ok(Number { year, n })
}
