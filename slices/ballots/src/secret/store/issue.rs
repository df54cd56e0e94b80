//! What was issued and confirmed by name, and the key that signs blindly.

use kit::{
    Fault,
    db::{Ask, Sql, Tx, Val},
    row,
};

row! {
    /// A ballot issued.
    #[derive(Clone, Debug, serde::Serialize)]
    pub(crate) struct Issue {
        pub number: u32,
        pub key: String,
        pub blinded: String,
        pub signature: String,
        pub signed: String,
    }
}

row! {
    /// The list confirmed.
    #[derive(Clone, Debug, serde::Serialize)]
    pub(crate) struct Confirmation {
        pub number: u32,
        pub key: String,
        pub setup: String,
        pub signature: String,
    }
}

row! {
    /// The key of an attempt.
    pub(crate) struct Signing {
        pub public: String,
        pub hash: String,
        pub secret: Option<Vec<u8>>,
    }
}

/// Writes the key of an attempt.
pub(crate) async fn begin_signer(
    tx: &mut Tx,
    vote: &str,
    (public, hash): (&str, &str),
    secret: Vec<u8>,
) -> Result<(), Fault> {
    let vals: [Val; 4] = [vote.into(), public.into(), hash.into(), secret.into()];
    tx.run(Sql::new("insert into ballot_signer (vote, public, hash, secret) values ").list(vals)).await.map(drop)
}

/// The key of an attempt.
pub(crate) async fn signer(ask: &mut impl Ask, vote: &str) -> Result<Option<Signing>, Fault> {
    ask.one(Sql::new("select public, hash, secret from ballot_signer where vote = {}").bind(vote)).await
}

/// Takes the secret half of the key away.
pub(crate) async fn wipe_signer(tx: &mut Tx, vote: &str) -> Result<(), Fault> {
    tx.run(Sql::new("update ballot_signer set secret = null where vote = {}").bind(vote)).await.map(drop)
}

/// What was issued, by number.
pub(crate) async fn issues(ask: &mut impl Ask, vote: &str) -> Result<Vec<Issue>, Fault> {
    let sql = Sql::new("select n, device, blinded, signature, signed from ballot_issue where vote = {} order by n");
    ask.all(sql.bind(vote)).await
}

/// What was issued to a number.
pub(crate) async fn issued_to(ask: &mut impl Ask, vote: &str, n: u32) -> Result<Option<Issue>, Fault> {
    let sql = Sql::new("select n, device, blinded, signature, signed from ballot_issue where vote = {} and n = {}");
    ask.one(sql.bind(vote).bind(n)).await
}

/// Writes down what was issued.
pub(crate) async fn issue(tx: &mut Tx, vote: &str, it: &Issue) -> Result<(), Fault> {
    let vals: [Val; 6] = [
        vote.into(),
        it.number.into(),
        (&it.key).into(),
        (&it.blinded).into(),
        (&it.signature).into(),
        (&it.signed).into(),
    ];
    let sql = Sql::new("insert into ballot_issue (vote, n, device, blinded, signature, signed) values ").list(vals);
    tx.run(sql).await.map(drop)
}

/// Who confirmed, by number.
pub(crate) async fn confirmations(ask: &mut impl Ask, vote: &str) -> Result<Vec<Confirmation>, Fault> {
    let sql = Sql::new("select n, device, setup, signature from ballot_confirm where vote = {} order by n");
    ask.all(sql.bind(vote)).await
}

/// Writes down who confirmed; a second time is the first.
pub(crate) async fn confirm(tx: &mut Tx, vote: &str, it: &Confirmation) -> Result<bool, Fault> {
    let vals: [Val; 5] = [vote.into(), it.number.into(), (&it.key).into(), (&it.setup).into(), (&it.signature).into()];
    let sql = Sql::new("insert into ballot_confirm (vote, n, device, setup, signature) values ").list(vals);
    Ok(tx.run(sql.add(" on conflict (vote, n) do nothing")).await? > 0)
}
