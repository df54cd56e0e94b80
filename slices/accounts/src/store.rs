//! Rows of accounts, read and written.

use accounts_rules::{Duty, Phone};
use kernel::{AccountId, BodyId, Moment, PersonId, Recorded};
use kit::{
    Fault,
    db::{Ask, Sql, Tx},
    journal, row,
};
use uuid::Uuid;

use crate::fact::Fact;

row! {
    /// An account as its row stands.
    #[derive(Clone, Debug)]
    pub struct Account {
        /// Which.
        pub id: AccountId,
        /// Whose, if it is a person of the roster.
        pub person: Option<PersonId>,
        /// The name to greet.
        pub name: String,
        /// The name typed to sign in.
        pub sign_in: String,
        /// The telephone number, unmasked.
        pub phone: Option<String>,
        /// Argon2id, once activated.
        pub password: Option<String>,
        /// Whose office opened it.
        pub congress: Option<BodyId>,
        /// When it was closed.
        pub closed: Option<Moment>,
        /// Rises with every change.
        pub version: i64,
    }
}

impl Account {
    /// The telephone number as pages show it.
    #[must_use]
    pub fn masked_phone(&self) -> Option<String> {
        self.phone.as_deref().and_then(|phone| Phone::parse(phone).ok()).map(|phone| phone.masked())
    }

    /// `waiting` for its activation, `active` or `closed`.
    #[must_use]
    pub const fn state(&self) -> &'static str {
        match (&self.closed, &self.password) {
            (Some(_), _) => "closed",
            (None, None) => "waiting",
            (None, Some(_)) => "active",
        }
    }

    /// What may not stand in this account's password.
    #[must_use]
    pub fn own_words(&self) -> Vec<&str> {
        [Some(self.name.as_str()), Some(self.sign_in.as_str()), self.phone.as_deref()].into_iter().flatten().collect()
    }
}

fn account() -> Sql {
    Sql::new("select id, person, name, sign_in, phone, password, congress, closed, version from account where ")
}

/// The account with that identity.
pub async fn by_id(ask: &mut impl Ask, id: AccountId) -> Result<Option<Account>, Fault> {
    ask.one(account().add("id = {}").bind(id)).await
}

/// The account of that person.
pub async fn by_person(ask: &mut impl Ask, person: PersonId) -> Result<Option<Account>, Fault> {
    ask.one(account().add("person = {}").bind(person)).await
}

/// The account that name or telephone number, as typed, belongs to.
pub async fn by_typed(ask: &mut impl Ask, typed: &str) -> Result<Option<Account>, Fault> {
    match Phone::parse(typed) {
        Ok(phone) => ask.one(account().add("phone = {}").bind(phone.digits())).await,
        Err(_) => ask.one(account().add("sign_in = {}").bind(sign_in_name(typed))).await,
    }
}

/// A sign-in name as it is stored: without blanks, in small letters, full-width letters and digits as plain ones.
#[must_use]
pub fn sign_in_name(typed: &str) -> String {
    kernel::plain(typed).chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// The duties of an account's posts not withdrawn, whatever their dates.
///
/// # Errors
/// When the database refuses, or a row names no duty.
pub async fn duties(ask: &mut impl Ask, account: AccountId) -> Result<Vec<Duty>, Fault> {
    let sql = Sql::new("select duty from post where account = {} and withdrawn is null").bind(account);
    let rows: Vec<(String,)> = ask.all(sql).await?;
    rows.into_iter().map(|(duty,)| duty_of(&duty)).collect()
}

/// A duty as a row holds it.
///
/// # Errors
/// When it is none.
pub fn duty_of(text: &str) -> Result<Duty, Fault> {
    text.parse().map_err(|error| Fault::caused("table `post`, column `duty`", error))
}

/// Appends a fact about a thing, in the transaction that changes it.
pub async fn record(
    tx: &mut Tx,
    at: Moment,
    by: By,
    body: Option<BodyId>,
    subject: Uuid,
    fact: Fact,
) -> Result<(), Fault> {
    let recorded = Recorded { at, by: by.0, acting_for: None, body, subject, fact };
    journal::append(tx, recorded).await.map(|_place| ())
}

/// Whose account does it; nothing when an operator does it from the shell.
#[derive(Clone, Copy, Debug)]
pub struct By(pub Option<AccountId>);

impl By {
    /// An operator at the shell of the machine.
    pub const SHELL: Self = Self(None);
}
