//! Who answers for an account: the office of its congress, as far as it could have given what the account holds.

use accounts_rules::{Actor, Duty, Right, SignInRefusal};
use kernel::{AccountId, BodyId, PersonId};
use kit::{
    Fault, Problem,
    db::{Ask, Sql},
};
use uuid::Uuid;

use crate::{
    answer::refused,
    queries,
    store::{self, Account},
};

/// The body of posts that are in none: an operator's.
pub const NO_BODY: BodyId = BodyId::from_uuid(Uuid::nil());

/// The account of whoever asks.
///
/// # Errors
/// When nobody is signed in.
pub fn own(actor: &Actor) -> Result<AccountId, Problem> {
    actor.account.ok_or(Problem::SignIn)
}

/// The account, if the actor answers for it and for every post it holds.
///
/// A clerk cannot reset the chief's account, nor a township's office that of a deputy who also sits in the county's
/// congress: whoever resets an account could sign in to it.
///
/// # Errors
/// Refused when there is no such account or it is not the actor's to answer for.
pub async fn over(ask: &mut impl Ask, actor: &Actor, id: AccountId) -> Result<Account, Problem> {
    over_by(ask, actor, Right::AccountIssue, id).await
}

/// The same for a verb with a right of its own: to close an account and to open it again.
///
/// # Errors
/// As [`over`].
pub async fn over_by(ask: &mut impl Ask, actor: &Actor, right: Right, id: AccountId) -> Result<Account, Problem> {
    own(actor)?;
    let account = store::by_id(ask, id).await?.ok_or(SignInRefusal::Unknown).map_err(refused)?;
    let answers = answers(ask, actor, right, &account).await;
    answers.map_err(|problem| unless_hidden(actor, &account, problem))?;
    Ok(account)
}

/// Whoever may see the account is told why not; to everybody else there is none.
pub(crate) fn unless_hidden(actor: &Actor, account: &Account, problem: Problem) -> Problem {
    let seen = queries::sees(queries::seen_by(actor).as_deref(), account);
    if matches!(problem, Problem::Refused(_)) && !seen { refused(SignInRefusal::Unknown) } else { problem }
}

async fn answers(ask: &mut impl Ask, actor: &Actor, right: Right, account: &Account) -> Result<(), Problem> {
    let congress = answering(ask, account).await?;
    over_congress(actor, right, congress)?;
    for (duty, at) in posts(ask, account.id).await? {
        over_congress(actor, duty.issuing_right(), (duty != Duty::Operator).then_some(at))?;
    }
    Ok(())
}

/// Whether the actor holds the right in that congress; without a congress, whether the actor is an operator.
///
/// # Errors
/// As [`Actor::may`].
pub fn over_congress(actor: &Actor, right: Right, congress: Option<BodyId>) -> Result<(), Problem> {
    match congress {
        Some(congress) => Ok(actor.may(right, congress)?),
        None => Ok(actor.may(Right::OperatorIssue, NO_BODY)?),
    }
}

/// The congress whose office answers for an account: the highest in which its person is a deputy, or the one that opened it.
pub async fn answering(ask: &mut impl Ask, account: &Account) -> Result<Option<BodyId>, Fault> {
    match account.person {
        Some(person) => Ok(highest_congress(ask, person).await?.or(account.congress)),
        None => Ok(account.congress),
    }
}

/// The highest congress in which a person is a deputy now.
pub async fn highest_congress(ask: &mut impl Ask, person: PersonId) -> Result<Option<BodyId>, Fault> {
    let sql = Sql::new(
        "select b.id from v_person p join v_mandate m on m.person = coalesce(p.merged_into, p.id) and m.in_office = 1 \
         join v_body b on b.id = m.congress where p.id = {} \
         order by case b.level when 'nation' then 0 else length(b.area) end, b.id limit 1",
    );
    let row: Option<(BodyId,)> = ask.one(sql.bind(person)).await?;
    Ok(row.map(|(congress,)| congress))
}

async fn posts(ask: &mut impl Ask, account: AccountId) -> Result<Vec<(Duty, BodyId)>, Fault> {
    let sql = Sql::new("select duty, congress from post where account = {} and withdrawn is null").bind(account);
    let rows: Vec<(String, BodyId)> = ask.all(sql).await?;
    rows.into_iter().map(|(duty, congress)| Ok((store::duty_of(&duty)?, congress))).collect()
}
