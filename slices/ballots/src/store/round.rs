//! A round with those who count in it.

use ballots_rules::paper::{BallotId, Boxes, Role, Round, RoundId, Spec, Stage, Teller, Tellers, Why};
use kernel::{AccountId, Moment, PersonId, Text};
use kit::{
    Fault, columns,
    db::{Ask, At, FromRow, Row, Sql, Tx, Val, bind_all},
    row,
};
use law_rules::Word as _;

use super::{spec_hash, spec_text};

columns!(
    /// The row, but for its identity and version.
    RoundHead {
        ballot: BallotId,
        n: u32,
        why: String,
        after: Option<RoundId>,
        spec: String,
        hash: String,
        members: u32,
        present: u32,
        opened: Moment,
        edition: u32,
        stage: String,
        boxes: Option<String>,
        at: Option<Moment>,
        reason: Option<Text<500>>,
    }
);

/// A round as it is kept.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The round.
    pub round: Round,
    /// Counts its changes.
    pub version: i64,
}

struct RoundRow {
    id: RoundId,
    version: i64,
    head: RoundHead,
}

impl FromRow for RoundRow {
    fn from_row(row: &mut Row<'_>) -> Result<Self, Fault> {
        Ok(Self { id: row.take()?, version: row.take()?, head: RoundHead::from_row(row)? })
    }
}

impl RoundHead {
    fn of(it: &Round) -> Result<Self, Fault> {
        let (at, reason) = match &it.stage {
            Stage::Open | Stage::Counting { .. } => (None, None),
            Stage::Reported { at, .. } | Stage::Announced { at, .. } => (Some(*at), None),
            Stage::CalledOff { at, reason } => (Some(*at), Some(reason.clone())),
        };
        Ok(Self {
            ballot: it.ballot,
            n: it.n,
            why: it.why.word().to_owned(),
            after: it.after,
            spec: spec_text(&it.spec)?,
            hash: it.hash.clone(),
            members: it.members,
            present: it.present,
            opened: it.opened,
            edition: it.edition,
            stage: it.stage.word().to_owned(),
            boxes: it.stage.boxes().map(serde_json::to_string).transpose()?,
            at,
            reason,
        })
    }

    fn stage(&self, at: At<'_>) -> Result<Stage, Fault> {
        let boxes = || -> Result<Boxes, Fault> {
            let text = at.need("boxes", self.boxes.as_deref())?;
            serde_json::from_str(text).map_err(|error| at.broken("boxes", error))
        };
        let when = || at.need("at", self.at);
        Ok(match self.stage.as_str() {
            "open" => Stage::Open,
            "counting" => Stage::Counting { boxes: boxes()? },
            "reported" => Stage::Reported { boxes: boxes()?, at: when()? },
            "announced" => Stage::Announced { boxes: boxes()?, at: when()? },
            "called-off" => Stage::CalledOff { at: when()?, reason: at.need("reason", self.reason.clone())? },
            other => return Err(at.broken("stage", format_args!("holds `{other}`, which is no stage"))),
        })
    }
}

fn list(sql: Sql) -> Sql {
    sql.add("id, version, ").add(RoundHead::LIST)
}

/// Reads one, to look at it.
pub(crate) async fn read_round(ask: &mut impl Ask, id: RoundId) -> Result<Option<Kept>, Fault> {
    let sql = list(Sql::new("select ")).add(" from ballot_round where id = {}").bind(id);
    match ask.one::<RoundRow>(sql).await? {
        Some(row) => whole(ask, row).await.map(Some),
        None => Ok(None),
    }
}

/// Takes one up, to change it: until the transaction ends nobody else can.
pub(crate) async fn take_round(tx: &mut Tx, id: RoundId) -> Result<Option<Kept>, Fault> {
    let sql = Sql::new("update ballot_round set version = version + 1 where id = {} returning ").bind(id);
    match tx.one::<RoundRow>(list(sql)).await? {
        Some(row) => whole(tx, row).await.map(Some),
        None => Ok(None),
    }
}

/// The rounds of a matter, the first first.
pub(crate) async fn rounds_of(ask: &mut impl Ask, ballot: BallotId) -> Result<Vec<Kept>, Fault> {
    let sql = list(Sql::new("select ")).add(" from ballot_round where ballot = {} order by n").bind(ballot);
    let rows: Vec<RoundRow> = ask.all(sql).await?;
    let mut rounds = Vec::with_capacity(rows.len());
    for row in rows {
        rounds.push(whole(ask, row).await?);
    }
    Ok(rounds)
}

async fn whole(ask: &mut impl Ask, row: RoundRow) -> Result<Kept, Fault> {
    let RoundRow { id, version, head } = row;
    let at = At { table: "ballot_round", id: &id };
    let spec: Spec = serde_json::from_str(&head.spec).map_err(|error| at.broken("spec", error))?;
    // Settings changed by hand after they were fixed are told here.
    if spec_hash(&spec)? != head.hash {
        return Err(at.broken("spec", format_args!("is not the one that was opened under {}", head.hash)));
    }
    let stage = head.stage(at)?;
    let why = at.word("why", &head.why, Why::read)?;
    let tellers = tellers(ask, id).await?;
    let RoundHead { ballot, n, after, hash, members, present, opened, edition, .. } = head.clone();
    let round = Round { id, ballot, n, why, after, spec, hash, members, present, tellers, opened, edition, stage };
    match head.differs(&RoundHead::of(&round)?) {
        Some(column) => Err(at.broken(column, "does not fit the stage")),
        None => Ok(Kept { round, version }),
    }
}

row! {
    struct TellerRow {
        account: AccountId,
        person: Option<PersonId>,
        name: Option<String>,
        role: String,
        declared: Option<Moment>,
        aside: Option<Moment>,
    }
}

async fn tellers(ask: &mut impl Ask, id: RoundId) -> Result<Tellers, Fault> {
    let sql = Sql::new("select t.account, t.person, (select a.name from v_account a where a.id = t.account), ")
        .add("t.role, t.declared, t.aside from ballot_teller t where t.round = {} order by t.ordinal");
    let rows: Vec<TellerRow> = ask.all(sql.bind(id)).await?;
    let at = At { table: "ballot_teller", id: &id };
    let read = |row: TellerRow| {
        let role = at.word("role", &row.role, Role::read)?;
        let TellerRow { account, person, name, declared, aside, .. } = row;
        Ok(Teller { account, person, name: name.unwrap_or_default(), role, declared, aside })
    };
    rows.into_iter().map(read).collect::<Result<_, Fault>>().map(Tellers)
}

async fn save_tellers(tx: &mut Tx, it: &Round) -> Result<(), Fault> {
    for (ordinal, teller) in (0_u32..).zip(&it.tellers.0) {
        let vals: [Val; 7] = [
            it.id.into(),
            ordinal.into(),
            teller.account.into(),
            teller.person.into(),
            teller.role.word().into(),
            teller.declared.into(),
            teller.aside.into(),
        ];
        let sql =
            Sql::new("insert into ballot_teller (round, ordinal, account, person, role, declared, aside) values ")
                .list(vals)
                .add(
                    " on conflict (round, account) do update set declared = excluded.declared, aside = excluded.aside",
                );
        tx.run(sql).await?;
    }
    Ok(())
}

/// Writes a new one.
pub(crate) async fn begin_round(tx: &mut Tx, it: &Round) -> Result<(), Fault> {
    let mut vals = vec![Val::from(it.id), 1i64.into()];
    vals.extend(RoundHead::of(it)?.vals());
    tx.run(list(Sql::new("insert into ballot_round (")).add(") values ").list(vals)).await?;
    save_tellers(tx, it).await
}

/// Writes what changed.
pub(crate) async fn save_round(tx: &mut Tx, was: &Round, now: &Round) -> Result<(), Fault> {
    let sql = Sql::new("update ballot_round set ").add(RoundHead::SET);
    tx.run(bind_all(sql, RoundHead::of(now)?.vals()).add(" where id = {}").bind(now.id)).await?;
    if was.tellers == now.tellers { Ok(()) } else { save_tellers(tx, now).await }
}
