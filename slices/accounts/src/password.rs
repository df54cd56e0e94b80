//! Changing a password.

use accounts_rules::{Actor, Password, PasswordError, SignInRefusal};
use kit::{
    Problem, Site,
    db::{Sql, Tx},
    web::session::{self, VisitId},
};

use crate::answer::{field, refused};
use crate::{
    authority,
    device::{self, Client},
    fact::Fact,
    gate::Gate,
    secret,
    store::{self, Account, By},
    tokens,
};

/// Changes the owner's own password and ends every session but the present one.
///
/// # Errors
/// Refused when the old one is wrong; beside the field when the new one is too weak.
pub async fn change(
    site: &Site,
    actor: &Actor,
    (old, new): (&str, &str),
    client: &Client,
    present: Option<VisitId>,
) -> Result<(), Problem> {
    let account = confirmed(site, actor, old, client).await?;
    let (id, now) = (account.id, site.now());
    let new = Password::parse(new, &account.own_words()).map_err(invalid)?;
    let sealed = secret::seal(site, new).await?;
    let mut tx = site.db().begin().await?;
    save(&mut tx, &account, sealed).await?;
    session::close_others(&mut tx, id, present).await?;
    tokens::revoke_all(&mut tx, id, now).await?;
    store::record(&mut tx, now, By(Some(id)), account.congress, id.uuid(), Fact::PasswordChanged).await?;
    tx.commit().await?;
    site.wrote();
    Ok(())
}

/// The actor's own account, if the password typed once more is right. Whoever finds a desk unattended guesses no faster
/// here than at the door.
///
/// # Errors
/// Beside the field `old` when it is wrong; refused after too many failures.
pub async fn confirmed(site: &Site, actor: &Actor, typed: &str, client: &Client) -> Result<Account, Problem> {
    let id = authority::own(actor)?;
    let now = site.now();
    let mut tx = site.db().begin().await?;
    let account = store::by_id(&mut tx, id).await?.ok_or(SignInRefusal::Unknown).map_err(refused)?;
    let known = device::known(&mut tx, id, client, now).await?;
    let gate = Gate::of("password", Some(id), "", client, known);
    gate.charge(&mut tx, now).await?.map_err(refused)?;
    tx.commit().await?;
    if !secret::opens(account.password.clone(), typed.to_owned()).await? {
        return Err(field("old", "accounts-password-old-wrong"));
    }
    let mut tx = site.db().begin().await?;
    gate.pay_back(&mut tx).await?;
    tx.commit().await?;
    Ok(account)
}

/// Writes a sealed password, unless somebody changed the account meanwhile.
///
/// # Errors
/// When the account's version has moved on.
pub async fn save(tx: &mut Tx, account: &Account, sealed: String) -> Result<(), Problem> {
    let sql = Sql::new("update account set password = {}, version = version + 1 where id = {} and version = {}");
    match tx.run(sql.bind(sealed).bind(account.id).bind(account.version)).await? {
        1 => Ok(()),
        _ => Err(refused(SignInRefusal::Changed)),
    }
}

/// The problem shown beside the field of the new password.
#[must_use]
pub fn invalid(error: PasswordError) -> Problem {
    field("password", error.key())
}
