//! Correcting an account: the name to greet, the name and the number to sign in with.

use accounts_rules::{Actor, Phone, SignInRefusal};
use kernel::{AccountId, Text};
use kit::{
    Problem, Site,
    db::{Sql, Tx},
    web::Stale,
};

use crate::{
    answer::refused,
    authority,
    fact::Fact,
    issue,
    store::{self, Account, By},
};

/// What can be corrected.
#[derive(Clone, Debug)]
pub struct Corrected {
    /// The name to greet.
    pub name: Text<40>,
    /// The name to sign in with.
    pub sign_in: Text<40>,
    /// A mobile number to sign in with, or none.
    pub phone: Option<Phone>,
}

/// Corrects an account; answers with its new version.
///
/// # Errors
/// Refused to those who do not answer for it, and when name or number belong to another; both versions when somebody
/// else corrected it first.
pub async fn correct(
    site: &Site,
    actor: &Actor,
    (id, seen): (AccountId, i64),
    corrected: &Corrected,
) -> Result<i64, Problem> {
    let mut tx = site.db().begin().await?;
    let account = authority::over(&mut tx, actor, id).await?;
    if account.version != seen {
        return Err(Problem::Stale(Box::new(both(&account, corrected))));
    }
    let sign_in = match store::sign_in_name(corrected.sign_in.as_str()) {
        same if same == account.sign_in => same,
        _ => issue::wanted_name(&mut tx, corrected.sign_in.as_str()).await?,
    };
    let phone = corrected.phone.as_ref().map(|phone| phone.digits().to_owned());
    if phone != account.phone {
        free(&mut tx, phone.as_deref()).await?;
    }
    let sql = Sql::new("update account set name = {}, sign_in = {}, phone = {}, version = version + 1 where id = {}")
        .bind(corrected.name.as_str())
        .bind(sign_in)
        .bind(phone)
        .bind(id);
    tx.run(sql).await?;
    store::record(&mut tx, site.now(), By(actor.account), account.congress, id.uuid(), Fact::AccountCorrected).await?;
    tx.commit().await?;
    site.wrote();
    Ok(seen + 1)
}

async fn free(tx: &mut Tx, phone: Option<&str>) -> Result<(), Problem> {
    let Some(phone) = phone else { return Ok(()) };
    let taken: Option<(AccountId,)> = tx.one(Sql::new("select id from account where phone = {}").bind(phone)).await?;
    taken.map_or(Ok(()), |_| Err(refused(SignInRefusal::PhoneTaken)))
}

/// What somebody typed beside what stands there now.
fn both(account: &Account, corrected: &Corrected) -> Stale {
    let typed = corrected.phone.as_ref().map(|phone| phone.digits().to_owned()).unwrap_or_default();
    let (name, sign_in) = (corrected.name.to_string(), corrected.sign_in.to_string());
    let now = account.phone.clone().unwrap_or_default();
    let fields = |name, sign_in, phone| {
        vec![
            ("name", "accounts-field-name", name),
            ("sign_in", "accounts-field-sign-in-name", sign_in),
            ("phone", "accounts-field-phone", phone),
        ]
    };
    let stands = fields(account.name.clone(), account.sign_in.clone(), now);
    let action = format!("/accounts/{}/correction", account.id);
    let back = format!("/accounts/{}", account.id);
    Stale { back, ..Stale::between(action, account.version, fields(name, sign_in, typed), stands) }
}
