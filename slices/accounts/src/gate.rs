//! Lock-out: failures are charged before the password is looked at and paid back after a success.
//!
//! Charging first means that a hundred guesses sent at once count as a hundred.

use accounts_rules::{
    SignInRefusal,
    lockout::{Scope, Tally},
};
use kernel::{AccountId, Moment};
use kit::{
    Fault,
    db::{Sql, Tx},
};

use crate::{device::Client, secret};

/// The tallies one attempt counts towards.
#[derive(Clone, Debug)]
pub struct Gate(Vec<(Scope, String)>);

impl Gate {
    /// The tallies of an attempt at `account` (or at the name typed, when there is no such account).
    ///
    /// A device known to the account is counted alone: what goes on at its address does not touch it.
    #[must_use]
    pub fn of(purpose: &'static str, account: Option<AccountId>, typed: &str, client: &Client, known: bool) -> Self {
        let whom = account.map_or_else(|| format!("typed:{typed}"), |id| id.to_string());
        let key = |scope: Scope, what: &str| (scope, secret::hash(&format!("{purpose}:{}:{what}", scope.as_str())));
        match (&client.device, known) {
            (Some(device), true) => Self(vec![key(Scope::AccountAtDevice, &format!("{whom}:{device}"))]),
            _ => Self(vec![
                key(Scope::AccountAtAddress, &format!("{whom}:{}", client.network())),
                key(Scope::Address, &client.network()),
            ]),
        }
    }

    /// The tally of an address alone, for codes that belong to no account one could name.
    #[must_use]
    pub fn of_address(purpose: &'static str, client: &Client) -> Self {
        let scope = Scope::Address;
        Self(vec![(scope, secret::hash(&format!("{purpose}:{}:{}", scope.as_str(), client.network())))])
    }

    /// Charges one failure to each tally, or says how long to wait and charges nothing.
    pub async fn charge(&self, tx: &mut Tx, now: Moment) -> Result<Result<(), SignInRefusal>, Fault> {
        let mut charged = Vec::new();
        for (scope, key) in &self.0 {
            let before = held(tx, key, now).await?;
            if let Some(opens) = before.and_then(|tally| tally.closed_until(*scope, now)) {
                let seconds = (opens.millis() - now.millis() + 999) / 1000;
                return Ok(Err(SignInRefusal::Wait { seconds }));
            }
            charged.push((key, Tally::failed_again(before, now)));
        }
        for (key, tally) in charged {
            let sql = Sql::new("update login_failure set failures = {}, last = {} where key = {}");
            tx.run(sql.bind(i64::from(tally.failures)).bind(tally.last).bind(key.as_str())).await?;
        }
        Ok(Ok(()))
    }

    /// Pays back after a success: the account's own tally is cleared, the address gets its one failure back.
    pub async fn pay_back(&self, tx: &mut Tx) -> Result<(), Fault> {
        for (scope, key) in &self.0 {
            let sql = match scope {
                Scope::Address => {
                    Sql::new("update login_failure set failures = failures - 1 where failures > 0 and key = {}")
                }
                Scope::AccountAtAddress | Scope::AccountAtDevice => {
                    Sql::new("delete from login_failure where key = {}")
                }
            };
            tx.run(sql.bind(key.as_str())).await?;
        }
        Ok(())
    }
}

/// Takes hold of a tally's row, so that attempts made at once are counted one after another.
async fn held(tx: &mut Tx, key: &str, now: Moment) -> Result<Option<Tally>, Fault> {
    let sql = Sql::new("insert into login_failure (key, failures, last) values ({}, 0, {}) ")
        .bind(key)
        .bind(now)
        .add("on conflict (key) do update set failures = login_failure.failures returning failures, last");
    let row: Option<(i64, Moment)> = tx.one(sql).await?;
    let tally = |(failures, last)| Tally { failures: u32::try_from(failures).unwrap_or(u32::MAX), last };
    Ok(row.map(tally))
}
