//! The list and the ballots in it: no names, no times.

use kit::{
    Fault,
    db::{Ask, Sql, Tx, Val},
    row,
};

row! {
    /// A frozen list.
    #[derive(Clone, Debug)]
    pub(crate) struct Frozen {
        /// The form of what is published: 1 where better proofs of decryption lie beside the archive, and its description says so.
        pub form: u32,
        pub opened: u64,
        pub listed: u32,
        pub credentials: String,
        pub tokens: String,
        pub setup: String,
        pub head: String,
        pub height: u64,
        pub totals: Option<String>,
        pub result: Option<String>,
    }
}

row! {
    /// A ballot in the archive.
    #[derive(Clone, Debug)]
    pub(crate) struct Sealed {
        pub height: u64,
        pub credential: String,
        pub tracker: String,
        pub event: String,
        pub ballot: String,
    }
}

fn number(count: u64) -> Val {
    Val::Int(i64::try_from(count).unwrap_or(i64::MAX))
}

/// Writes a list, at once and sorted.
pub(crate) async fn begin_list(tx: &mut Tx, vote: &str, it: &Frozen) -> Result<(), Fault> {
    let vals: [Val; 9] = [
        vote.into(),
        it.form.into(),
        number(it.opened),
        it.listed.into(),
        (&it.credentials).into(),
        (&it.tokens).into(),
        (&it.setup).into(),
        (&it.head).into(),
        number(it.height),
    ];
    let sql = Sql::new(
        "insert into ballot_frozen (vote, form, opened, listed, credentials, tokens, setup, head, height) values ",
    );
    let sql = sql.list(vals);
    tx.run(sql).await.map(drop)
}

/// The list of a vote.
pub(crate) async fn list(ask: &mut impl Ask, vote: &str) -> Result<Option<Frozen>, Fault> {
    let sql = Sql::new(
        "select form, opened, listed, credentials, tokens, setup, head, height, totals, result from ballot_frozen where vote = {}",
    );
    ask.one(sql.bind(vote)).await
}

/// Keeps the encrypted totals and the result, and where the archive ends now.
pub(crate) async fn keep_end(tx: &mut Tx, vote: &str, it: &Frozen) -> Result<(), Fault> {
    let sql = Sql::new("update ballot_frozen set totals = {}, result = {}, head = {}, height = {} where vote = {}");
    let sql = sql.bind(it.totals.clone()).bind(it.result.clone()).bind(&it.head).bind(number(it.height));
    tx.run(sql.bind(vote)).await.map(drop)
}

/// The ballots above a height, by height.
pub(crate) async fn sealed(ask: &mut impl Ask, vote: &str, above: u64) -> Result<Vec<Sealed>, Fault> {
    let sql = Sql::new(
        "select height, credential, tracker, event, ballot from ballot_sealed where vote = {} and height > {} order by height",
    );
    ask.all(sql.bind(vote).bind(number(above))).await
}

/// The ballot of a credential.
pub(crate) async fn sealed_of(ask: &mut impl Ask, vote: &str, credential: &str) -> Result<Option<Sealed>, Fault> {
    let sql = Sql::new(
        "select height, credential, tracker, event, ballot from ballot_sealed where vote = {} and credential = {}",
    );
    ask.one(sql.bind(vote).bind(credential)).await
}

/// The height and the hash of the last ballot.
pub(crate) async fn top(ask: &mut impl Ask, vote: &str) -> Result<Option<(u64, String)>, Fault> {
    let sql =
        Sql::new("select height, event from ballot_sealed where vote = {} order by height desc limit 1").bind(vote);
    ask.one(sql).await
}

/// Writes a ballot.
pub(crate) async fn append_sealed(tx: &mut Tx, vote: &str, it: &Sealed) -> Result<(), Fault> {
    let vals: [Val; 6] = [
        vote.into(),
        number(it.height),
        (&it.credential).into(),
        (&it.tracker).into(),
        (&it.event).into(),
        (&it.ballot).into(),
    ];
    let sql =
        Sql::new("insert into ballot_sealed (vote, height, credential, tracker, event, ballot) values ").list(vals);
    tx.run(sql).await.map(drop)
}
