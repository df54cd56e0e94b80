//! 签到册: who is here with which device.

use ballots_rules::paper::RoundId;
use kernel::{AccountId, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql, Tx, Val},
    row,
};

row! {
    /// A deputy with a device.
    #[derive(Clone, Debug)]
    pub(crate) struct OnRoll {
        pub n: u32,
        pub account: AccountId,
        pub person: PersonId,
        pub name: String,
        pub device: String,
        pub key_hash: String,
        pub present: bool,
        pub issued: bool,
        pub confirmed: bool,
    }
}

fn list(vote: &str) -> Sql {
    Sql::new("select r.n, r.account, r.person, r.name, r.device, r.key_hash, r.present, ")
        .add("(select count(*) from ballot_issue i where i.vote = {} and i.n = r.n), ")
        .add("(select count(*) from ballot_confirm c where c.vote = {} and c.n = r.n) from ballot_roll r where r.round = {}")
        .bind(vote)
        .bind(vote)
}

/// The roll, by number.
pub(crate) async fn roll(ask: &mut impl Ask, round: RoundId, vote: &str) -> Result<Vec<OnRoll>, Fault> {
    ask.all(list(vote).bind(round).add(" order by r.n")).await
}

/// Where an account stands on the roll.
pub(crate) async fn of_account(
    ask: &mut impl Ask,
    round: RoundId,
    vote: &str,
    account: AccountId,
) -> Result<Option<OnRoll>, Fault> {
    ask.one(list(vote).bind(round).add(" and r.account = {}").bind(account)).await
}

/// Who has this number.
pub(crate) async fn of_number(ask: &mut impl Ask, round: RoundId, vote: &str, n: u32) -> Result<Option<OnRoll>, Fault> {
    ask.one(list(vote).bind(round).add(" and r.n = {}").bind(n)).await
}

/// Writes down who brought which device; the same account keeps its number. False where the device is another's.
pub(crate) async fn bring(tx: &mut Tx, round: RoundId, it: &OnRoll) -> Result<bool, Fault> {
    let sql = Sql::new("select account from ballot_roll where round = {} and device = {}").bind(round).bind(&it.device);
    if tx.one::<(AccountId,)>(sql).await?.is_some_and(|(account,)| account != it.account) {
        return Ok(false);
    }
    let vals: [Val; 8] = [
        round.into(),
        it.n.into(),
        it.account.into(),
        it.person.into(),
        (&it.name).into(),
        (&it.device).into(),
        (&it.key_hash).into(),
        false.into(),
    ];
    let sql = Sql::new("insert into ballot_roll (round, n, account, person, name, device, key_hash, present) values ")
        .list(vals);
    let sql = sql.add(" on conflict (round, account) do update set device = excluded.device, key_hash = excluded.key_hash, present = 0");
    tx.run(sql).await.map(|_| true)
}

/// Writes down whether a number is present.
pub(crate) async fn tell(tx: &mut Tx, round: RoundId, n: u32, present: bool) -> Result<(), Fault> {
    let sql = Sql::new("update ballot_roll set present = {} where round = {} and n = {}");
    tx.run(sql.bind(present).bind(round).bind(n)).await.map(drop)
}
