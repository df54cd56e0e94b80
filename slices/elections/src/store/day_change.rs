//! 变更选举日, written once.

use elections_rules::election::ElectionId;
use kernel::{AccountId, Day, Moment, Text};
use kit::{
    Fault,
    db::{Ask, Sql, Tx, Val},
    row,
};

row! {
    /// One time an election was put off.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct DayChange {
        /// The day it was to be held.
        pub was: Day,
        /// The day it was put off to.
        pub day: Day,
        /// Why.
        pub reason: Text<500>,
        /// When that was entered.
        pub at: Moment,
    }
}

/// Every time an election was put off, the first first.
pub async fn day_changes(ask: &mut impl Ask, election: ElectionId) -> Result<Vec<DayChange>, Fault> {
    let sql = Sql::new("select was, day, reason, at from election_day_change where election = {} order by n");
    ask.all(sql.bind(election)).await
}

/// Enters one.
pub async fn begin_day_change(
    tx: &mut Tx,
    (election, n): (ElectionId, usize),
    it: &DayChange,
    account: AccountId,
) -> Result<(), Fault> {
    let vals: Vec<Val> = vec![
        election.into(),
        i64::try_from(n).unwrap_or(i64::MAX).into(),
        it.was.into(),
        it.day.into(),
        (&it.reason).into(),
        account.into(),
        it.at.into(),
    ];
    let sql = "insert into election_day_change (election, n, was, day, reason, account, at) values ";
    tx.run(Sql::new(sql).list(vals)).await.map(drop)
}
