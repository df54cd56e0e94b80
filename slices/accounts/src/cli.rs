//! What an operator does from the shell of the machine: no sign-in, the right is that of the file or the database.

use accounts_rules::{Duty, Phone, SignInRefusal};
use kernel::{BodyId, Refusal, Refused, Text};
use kit::{Fault, Problem, Site, db::Sql, web::session, words::Lang};
use uuid::Uuid;

use crate::{
    activation::{self, Slip},
    answer::refused,
    authority::NO_BODY,
    device, issue,
    posts::PostOrder,
    queries::{self, Asked, Line},
    store::{self, Account, By},
    tokens::{self, Issued, Token},
    totp,
};

/// An account to open from the shell.
#[derive(Clone, Debug)]
pub struct New {
    /// The name to greet.
    pub name: Text<40>,
    /// The name to sign in with, if another than the name.
    pub sign_in: Option<Text<40>>,
    /// A mobile number.
    pub phone: Option<Phone>,
    /// What the person will be.
    pub duty: Duty,
    /// The body, by its name or identity; none for an operator.
    pub body: Option<String>,
}

/// Opens an account with one post; answers with the slip.
///
/// # Errors
/// When the body is unknown, or name or number are taken.
pub async fn add(site: &Site, new: New) -> Result<Slip, Problem> {
    let (body, congress) = match (&new.body, new.duty) {
        (_, Duty::Operator) => (NO_BODY, None),
        (Some(text), _) => body(site, text).await.map(|(body, congress)| (body, Some(congress)))?,
        (None, _) => return Err(refused(SignInRefusal::PostMisfit)),
    };
    let post = PostOrder { duty: new.duty, body, since: site.today(), until: None };
    let order = issue::Order {
        name: new.name,
        sign_in: new.sign_in,
        phone: new.phone,
        person: None,
        congress,
        posts: vec![post],
    };
    let mut tx = site.db().begin().await?;
    let slip = issue::opened(&mut tx, site, By::SHELL, order).await?;
    tx.commit().await?;
    Ok(slip)
}

/// The body of that identity or exact name, and the congress it serves.
async fn body(site: &Site, text: &str) -> Result<(BodyId, BodyId), Problem> {
    let found: Vec<(BodyId, BodyId)> = match text.parse::<BodyId>() {
        Ok(id) => site.db().all(Sql::new("select id, congress from v_body where id = {}").bind(id)).await?,
        Err(_) => site.db().all(Sql::new("select id, congress from v_body where name = {}").bind(text)).await?,
    };
    match found.as_slice() {
        [one] => Ok(*one),
        [] => Err(unknown(site, text).await?.into()),
        // Two bodies of one name: the identity must be given. From one to all is never a fallback.
        _ => Err(refused(SignInRefusal::PostMisfit)),
    }
}

/// Names that hold what was typed, in its order, so that 岳麓区人大常委会联工委 leads to the name in full.
async fn unknown(site: &Site, text: &str) -> Result<Refused, Fault> {
    let typed = text.chars().filter(|c| c.is_alphanumeric());
    let pattern = typed.fold("%".to_owned(), |pattern, c| format!("{pattern}{c}%"));
    let sql = Sql::new("select name from v_body where name like {} order by length(name), name limit 5").bind(pattern);
    let near: Vec<(String,)> = site.db().all(sql).await?;
    let near = near.into_iter().map(|(name,)| name).collect::<Vec<_>>().join("、");
    let key = if near.is_empty() { "accounts-cli-no-body" } else { "accounts-cli-body-near" };
    Ok(Refused::new(Refusal::Unfit, key).with("typed", text).with("near", near))
}

/// Opens accounts for all deputies of a congress who have none.
///
/// # Errors
/// When the congress is unknown.
pub async fn add_deputies(site: &Site, congress: &str) -> Result<issue::Opened, Problem> {
    let (congress, _) = body(site, congress).await?;
    issue::opened_for_deputies(site, By::SHELL, congress).await
}

/// The accounts whose sign-in name begins so, one page of them after another.
pub async fn list(site: &Site, name: &str, mut each: impl FnMut(Line)) -> Result<(), Fault> {
    let mut asked = Asked { name: name.to_owned(), ..Asked::default() };
    loop {
        let mut lines = queries::lines(&mut site.db(), None, &asked).await?;
        let more = lines.len() > queries::PAGE;
        lines.truncate(queries::PAGE);
        asked.after = lines.last().map(|line| line.sign_in.clone()).unwrap_or_default();
        lines.into_iter().for_each(&mut each);
        if !more {
            return Ok(());
        }
    }
}

/// The account of a sign-in name, a telephone number or an identity.
///
/// # Errors
/// When there is none.
pub async fn find(site: &Site, text: &str) -> Result<Account, Problem> {
    let account = match text.parse() {
        Ok(id) => store::by_id(&mut site.db(), id).await?,
        Err(_) => store::by_typed(&mut site.db(), text).await?,
    };
    account.ok_or_else(|| refused(SignInRefusal::Unknown))
}

/// A new activation code.
///
/// # Errors
/// When there is no such account or it is closed.
pub async fn activation_code(site: &Site, text: &str) -> Result<Slip, Problem> {
    let account = find(site, text).await?;
    let mut tx = site.db().begin().await?;
    let slip = activation::new_code(&mut tx, site, By::SHELL, &account).await?;
    tx.commit().await?;
    Ok(slip)
}

/// Resets an account whose owner has lost password and telephone: six digits gone, sessions ended, devices forgotten, a new code.
///
/// # Errors
/// As [`activation_code`].
pub async fn reset(site: &Site, text: &str) -> Result<Slip, Problem> {
    let account = find(site, text).await?;
    let mut tx = site.db().begin().await?;
    totp::removed(&mut tx, site.now(), By::SHELL, &account).await?;
    session::close_others(&mut tx, account.id, None).await?;
    device::forget_all(&mut tx, account.id).await?;
    let slip = activation::new_code(&mut tx, site, By::SHELL, &account).await?;
    tx.commit().await?;
    Ok(slip)
}

/// Closes an account.
///
/// # Errors
/// When there is none, or it is the last operator's.
pub async fn disable(site: &Site, text: &str) -> Result<(), Problem> {
    let account = find(site, text).await?;
    let mut tx = site.db().begin().await?;
    issue::closed(&mut tx, site, By::SHELL, &account).await?;
    Ok(tx.commit().await?)
}

/// Makes a token for an account.
///
/// # Errors
/// When there is no such account, or the token would be good for no day or for more than a year.
pub async fn issue_token(site: &Site, text: &str, name: &Text<40>, days: i32) -> Result<Issued, Problem> {
    if !(1..=tokens::LONGEST_DAYS).contains(&days) {
        return Err(Refused::new(Refusal::Unfit, "accounts-token-days").into());
    }
    let account = find(site, text).await?;
    let mut tx = site.db().begin().await?;
    let issued = tokens::issued(&mut tx, site, By::SHELL, (account.id, name), days).await?;
    tx.commit().await?;
    Ok(issued)
}

/// The tokens of an account in force.
///
/// # Errors
/// When there is no such account.
pub async fn list_tokens(site: &Site, text: &str) -> Result<Vec<Token>, Problem> {
    let account = find(site, text).await?;
    Ok(tokens::of_account(&mut site.db(), account.id, site.now()).await?)
}

/// Revokes a token of an account.
///
/// # Errors
/// When the account has no such token.
pub async fn revoke_token(site: &Site, text: &str, token: Uuid) -> Result<(), Problem> {
    let account = find(site, text).await?;
    let held = tokens::of_account(&mut site.db(), account.id, site.now()).await?;
    if !held.iter().any(|held| held.id == token) {
        return Err(refused(SignInRefusal::Unknown));
    }
    let mut tx = site.db().begin().await?;
    tokens::revoked(&mut tx, site, By::SHELL, account.id, token).await?;
    Ok(tx.commit().await?)
}

/// A problem as one line for the shell.
#[must_use]
pub fn words(problem: &Problem, lang: Lang) -> String {
    match problem {
        Problem::Refused(refused) => lang.refusal(refused).into_owned(),
        Problem::Invalid(errors) => {
            let one = |(_, wrong): &(String, kit::web::Wrong)| lang.tf(wrong.key, &wrong.values).into_owned();
            errors.0.iter().map(one).collect::<Vec<_>>().join(" ")
        }
        Problem::Fault(fault) => fault.to_string(),
        Problem::Wait { why, .. } => lang.refusal(why).into_owned(),
        Problem::Request(_, wrong) => lang.tf(wrong.key, &wrong.values).into_owned(),
        Problem::SignIn | Problem::Expired(_) | Problem::Stale(_) => lang.t("kit-problem-stale").into_owned(),
    }
}
