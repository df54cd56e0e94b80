//! Posts: given and taken back, with dates.

use accounts_rules::{Actor, Duty, SignInRefusal};
use kernel::{AccountId, AreaCode, BodyId, Day, Id};
use kit::{
    Fault, Problem, Site,
    db::{Ask, Sql, Tx, Val},
    row,
    web::api::Once,
};
use serde::Serialize;
use uuid::Uuid;

use crate::answer::refused;
use crate::{
    authority::{self, NO_BODY},
    fact::Fact,
    issue::row_id,
    store::{self, By},
};

/// The area an operator's post is written with: no province has this code.
const NO_AREA: &str = "00";

/// A post to give.
#[derive(Clone, Debug, Serialize)]
pub struct PostOrder {
    /// What the person will be.
    pub duty: Duty,
    /// In which body; ignored for an operator.
    pub body: BodyId,
    /// From which day.
    pub since: Day,
    /// The last day, if it is known.
    pub until: Option<Day>,
}

row! {
    /// A post as lists show it.
    #[derive(Clone, Debug)]
    pub struct HeldPost {
        /// Which.
        pub id: Uuid,
        /// Its duty, as text.
        pub duty: String,
        /// The body.
        pub body: BodyId,
        /// The body's name; none for an operator.
        pub body_name: Option<String>,
        /// The congress it serves.
        pub congress: BodyId,
        /// From which day.
        pub since: Day,
        /// The last day.
        pub until: Option<Day>,
    }
}

/// The posts of an account that were not taken back, those to come and those past included.
pub async fn held(ask: &mut impl Ask, account: AccountId) -> Result<Vec<HeldPost>, Fault> {
    let sql = Sql::new(
        "select p.id, p.duty, p.body, b.name, p.congress, p.since, p.until from post p \
         left join v_body b on b.id = p.body where p.withdrawn is null and p.account = {} order by p.since, p.id",
    );
    ask.all(sql.bind(account)).await
}

/// Gives a post.
///
/// # Errors
/// Refused to those who may not give it, and where such a post cannot stand.
pub async fn issue(site: &Site, actor: &Actor, account: AccountId, order: PostOrder) -> Result<Uuid, Problem> {
    issue_once(site, actor, account, order, &Once::default()).await
}

/// The same, once for one key.
///
/// # Errors
/// As [`issue`]; and when the key came before with other words.
pub async fn issue_once(
    site: &Site,
    actor: &Actor,
    account: AccountId,
    order: PostOrder,
    once: &Once,
) -> Result<Uuid, Problem> {
    let me = authority::own(actor)?;
    let mut tx = site.db().begin().await?;
    authority::over(&mut tx, actor, account).await?;
    if actor.account == Some(account) {
        return Err(refused(SignInRefusal::OwnPost));
    }
    may_issue(&mut tx, actor, &order).await?;
    let id: Id<Duty> = site.new_id();
    if let Some(before) = once.claim(&mut tx, site, me, &order, id).await? {
        return Ok(before.uuid());
    }
    let post = issued_as(&mut tx, site, By(actor.account), (account, id.uuid()), order).await?;
    tx.commit().await?;
    site.wrote();
    Ok(post)
}

/// Whether the actor may give that post in that body.
///
/// # Errors
/// Refused when not.
pub async fn may_issue(ask: &mut impl Ask, actor: &Actor, order: &PostOrder) -> Result<(), Problem> {
    let (congress, _) = place(ask, order).await?;
    authority::over_congress(actor, order.duty.issuing_right(), (congress != NO_BODY).then_some(congress))
}

/// Gives the post inside a transaction; whoever calls has made sure that `by` may.
///
/// # Errors
/// When such a post cannot stand there.
pub async fn issued(tx: &mut Tx, site: &Site, by: By, account: AccountId, order: PostOrder) -> Result<Uuid, Problem> {
    let id = row_id(site);
    issued_as(tx, site, by, (account, id), order).await
}

async fn issued_as(
    tx: &mut Tx,
    site: &Site,
    by: By,
    (account, id): (AccountId, Uuid),
    order: PostOrder,
) -> Result<Uuid, Problem> {
    let (congress, area) = place(tx, &order).await?;
    let body = if order.duty == Duty::Operator { NO_BODY } else { order.body };
    let columns = ["id", "account", "duty", "body", "congress", "area", "since", "until", "issued_by", "version"];
    let values: Vec<Val> = vec![
        id.into(),
        account.into(),
        order.duty.as_str().into(),
        body.into(),
        congress.into(),
        area.into(),
        order.since.into(),
        order.until.into(),
        by.0.into(),
        1_i64.into(),
    ];
    tx.bulk("post", &columns, [values]).await?;
    let fact = Fact::PostIssued { post: id, duty: order.duty, body, since: order.since, until: order.until };
    store::record(tx, site.now(), by, Some(congress), account.uuid(), fact).await?;
    Ok(id)
}

/// The congress and area of the body, if a post of that duty can stand in it.
async fn place(ask: &mut impl Ask, order: &PostOrder) -> Result<(BodyId, AreaCode), Problem> {
    if !order.duty.issued() {
        return Err(refused(SignInRefusal::DeputyByMandate));
    }
    if order.duty == Duty::Operator {
        let area = AreaCode::parse(NO_AREA).map_err(|error| Fault::caused("the area of operators", error))?;
        return Ok((NO_BODY, area));
    }
    let sql = Sql::new("select congress, area, kind from v_body where id = {}").bind(order.body);
    let found: Option<(BodyId, AreaCode, String)> = ask.one(sql).await?;
    let fitting = found.filter(|(_, _, kind)| order.duty.fits(kind));
    let (congress, area, _) = fitting.ok_or(SignInRefusal::PostMisfit).map_err(refused)?;
    Ok((congress, area))
}

/// Takes a post back from this moment on; that it was held stays in the history.
///
/// # Errors
/// Refused to those who could not have given it, and for the last operator.
pub async fn withdraw(site: &Site, actor: &Actor, account: AccountId, post: Uuid) -> Result<(), Problem> {
    authority::own(actor)?;
    let mut tx = site.db().begin().await?;
    let sql = Sql::new("select duty, body, congress from post where withdrawn is null and id = {} and account = {}");
    let found: Option<(String, BodyId, BodyId)> = tx.one(sql.bind(post).bind(account)).await?;
    let (duty, body, congress) = found.ok_or(SignInRefusal::Unknown).map_err(refused)?;
    let duty = store::duty_of(&duty)?;
    let whose = store::by_id(&mut tx, account).await?.ok_or(SignInRefusal::Unknown).map_err(refused)?;
    authority::over_congress(actor, duty.issuing_right(), (congress != NO_BODY).then_some(congress))
        .map_err(|problem| authority::unless_hidden(actor, &whose, problem))?;
    if duty == Duty::Operator {
        keep_an_operator(&mut tx, account, Some(post)).await?;
    }
    let now = site.now();
    tx.run(Sql::new("update post set withdrawn = {}, version = version + 1 where id = {}").bind(now).bind(post))
        .await?;
    let fact = Fact::PostWithdrawn { post, duty, body };
    store::record(&mut tx, now, By(actor.account), Some(congress), account.uuid(), fact).await?;
    tx.commit().await?;
    site.wrote();
    Ok(())
}

/// Refuses to take away the last operator: an operator's account, or one post of it.
///
/// # Errors
/// Refused when no other operator's account would be left.
pub async fn keep_an_operator(ask: &mut impl Ask, account: AccountId, post: Option<Uuid>) -> Result<(), Problem> {
    let sql = Sql::new(
        "select p.id, p.account from post p join account a on a.id = p.account \
         where p.duty = 'operator' and p.withdrawn is null and p.until is null and a.closed is null",
    );
    let operators: Vec<(Uuid, AccountId)> = ask.all(sql).await?;
    let goes = |(id, whose): &(Uuid, AccountId)| post.map_or(*whose == account, |post| *id == post);
    let left = operators.iter().filter(|row| !goes(row)).count();
    if left == 0 && operators.iter().any(goes) { Err(refused(SignInRefusal::LastOperator)) } else { Ok(()) }
}
