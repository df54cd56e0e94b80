//! Halls with their trustees.

use ballots_rules::{
    paper::RoundId,
    secret::{Hall, HallStage, Trustee},
};
use kernel::{AccountId, Text};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};
use law_rules::Word as _;

/// A hall as it is kept.
pub(crate) struct KeptHall {
    pub hall: Hall,
    /// What the board signs with.
    pub board: Vec<u8>,
}

row! {
    struct HallRow {
        round: RoundId,
        stage: String,
        attempt: u32,
        vote: String,
        method: Text<200>,
        article: Text<80>,
        least: u32,
        board: Vec<u8>,
        reason: Option<Text<500>>,
    }
}

row! {
    struct TrusteeRow {
        n: u32,
        name: Text<60>,
        account: Option<AccountId>,
        commitment: Option<String>,
        key: Option<String>,
        decryption: Option<String>,
        turn: Option<u32>,
    }
}

const LIST: &str = "round, stage, attempt, vote, method, article, least, board, reason";

async fn whole(ask: &mut impl Ask, row: HallRow) -> Result<KeptHall, Fault> {
    let at = At { table: "ballot_hall", id: &row.round };
    let stage = at.word("stage", &row.stage, HallStage::read)?;
    let sql = Sql::new(
        "select n, name, account, commitment, key, decryption, turn from ballot_trustee where round = {} order by n",
    );
    let trustees: Vec<TrusteeRow> = ask.all(sql.bind(row.round)).await?;
    let trustee = |row: TrusteeRow| {
        let TrusteeRow { n, name, account, commitment, key, decryption, turn } = row;
        Trustee { n, name, account, commitment, key, decryption, turn }
    };
    let trustees = trustees.into_iter().map(trustee).collect();
    let HallRow { round, attempt, vote, method, article, least, board, reason, .. } = row;
    Ok(KeptHall { hall: Hall { round, stage, attempt, vote, method, article, least, reason, trustees }, board })
}

/// Reads one, to look at it.
pub(crate) async fn read_hall(ask: &mut impl Ask, round: RoundId) -> Result<Option<KeptHall>, Fault> {
    let sql = Sql::new("select ").add(LIST).add(" from ballot_hall where round = {}").bind(round);
    match ask.one::<HallRow>(sql).await? {
        Some(row) => whole(ask, row).await.map(Some),
        None => Ok(None),
    }
}

/// The hall whose present attempt is this vote.
pub(crate) async fn hall_of_vote(ask: &mut impl Ask, vote: &str) -> Result<Option<KeptHall>, Fault> {
    // It comes from an address: a text that no vote has must not reach the database.
    if vote.len() != 22 || !vote.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Ok(None);
    }
    let sql = Sql::new("select ").add(LIST).add(" from ballot_hall where vote = {}").bind(vote);
    match ask.one::<HallRow>(sql).await? {
        Some(row) => whole(ask, row).await.map(Some),
        None => Ok(None),
    }
}

/// Takes one up, to change it or what belongs to it: until the transaction ends nobody else can.
pub(crate) async fn take_hall(tx: &mut Tx, round: RoundId) -> Result<Option<KeptHall>, Fault> {
    let sql = Sql::new("update ballot_hall set version = version + 1 where round = {} returning ").bind(round);
    match tx.one::<HallRow>(sql.add(LIST)).await? {
        Some(row) => whole(tx, row).await.map(Some),
        None => Ok(None),
    }
}

/// The rounds whose list the booth is asked to write.
pub(crate) async fn waiting(ask: &mut impl Ask) -> Result<Vec<RoundId>, Fault> {
    let rows: Vec<(RoundId,)> = ask.all(Sql::new("select round from ballot_hall where stage = 'freezing'")).await?;
    Ok(rows.into_iter().map(|(round,)| round).collect())
}

/// Writes a new one.
pub(crate) async fn begin_hall(tx: &mut Tx, it: &Hall, board: Vec<u8>) -> Result<(), Fault> {
    let vals: [Val; 10] = [
        it.round.into(),
        it.stage.word().into(),
        it.attempt.into(),
        (&it.vote).into(),
        (&it.method).into(),
        (&it.article).into(),
        it.least.into(),
        board.into(),
        it.reason.clone().into(),
        1i64.into(),
    ];
    tx.run(Sql::new("insert into ballot_hall (").add(LIST).add(", version) values ").list(vals)).await?;
    for one in &it.trustees {
        let vals: [Val; 4] = [it.round.into(), one.n.into(), (&one.name).into(), one.account.into()];
        tx.run(Sql::new("insert into ballot_trustee (round, n, name, account) values ").list(vals)).await?;
    }
    Ok(())
}

/// Writes what changed.
pub(crate) async fn save_hall(tx: &mut Tx, was: &Hall, now: &Hall) -> Result<(), Fault> {
    let sql = Sql::new("update ballot_hall set stage = {}, attempt = {}, vote = {}, reason = {} where round = {}");
    let sql = sql.bind(now.stage.word()).bind(now.attempt).bind(&now.vote);
    tx.run(sql.bind(now.reason.clone()).bind(now.round)).await?;
    for (before, one) in was.trustees.iter().zip(&now.trustees).filter(|(before, one)| before != one) {
        let sql = Sql::new("update ballot_trustee set commitment = {}, key = {}, decryption = {}, turn = {}");
        let sql = sql.bind(one.commitment.clone()).bind(one.key.clone()).bind(one.decryption.clone());
        tx.run(sql.bind(one.turn).add(" where round = {} and n = {}").bind(now.round).bind(before.n)).await?;
    }
    Ok(())
}

row! {
    /// How many there are of each.
    #[derive(Clone, Copy, Debug, Default)]
    pub(crate) struct Counts {
        pub brought: u32,
        pub present: u32,
        pub issued: u32,
        pub confirmed: u32,
        pub listed: u32,
        pub cast: u32,
    }
}

/// The counts of a hall.
pub(crate) async fn counts(ask: &mut impl Ask, it: &Hall) -> Result<Counts, Fault> {
    let sql = Sql::new("select (select count(*) from ballot_roll where round = {}), ")
        .add("(select count(*) from ballot_roll where round = {} and present = 1), ")
        .add("(select count(*) from ballot_issue where vote = {}), (select count(*) from ballot_confirm where vote = {}), ")
        .add("coalesce((select listed from ballot_frozen where vote = {}), 0), (select count(*) from ballot_sealed where vote = {})");
    let vote = &it.vote;
    let sql = sql.bind(it.round).bind(it.round).bind(vote).bind(vote).bind(vote).bind(vote);
    Ok(ask.one(sql).await?.unwrap_or_default())
}
