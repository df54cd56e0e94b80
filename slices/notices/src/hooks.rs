//! Other systems that a congress lets be told of its facts (Standard Webhooks): added, paused, removed, tested, looked after.
//!
//! What may be called and how is kit's; here stands whose facts, which facts, and who decides.

use accounts_rules::{Actor, Duty, Right};
use kernel::{AccountId, BodyId};
use kit::{
    Problem, Site,
    db::{Ask, Sql, Tx},
    outbox::{self, Call, Hook, HookId, SendingId, Telling},
    web::{Errors, Wrong, api::Once},
};
use notices_rules::OFFERED;
use uuid::Uuid;

use crate::fact::{Fact, record};

/// Webhooks of one congress.
const MOST: usize = 10;
/// Calls shown of each.
const CALLS: i64 = 25;

/// What somebody wants told to whom.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Whose facts; nothing: every congress's, which only an operator may want.
    pub congress: Option<BodyId>,
    /// The address to call.
    pub url: String,
    /// Facts by name, of those offered.
    pub verbs: Vec<String>,
}

/// A webhook with the name of its congress; none: every congress's facts.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The webhook.
    pub hook: Hook,
    /// The congress's name.
    pub congress: Option<String>,
}

/// Whether the actor keeps the webhooks of that congress, or of all.
fn may(actor: &Actor, congress: Option<BodyId>) -> Result<AccountId, Problem> {
    let account = actor.account.ok_or(Problem::SignIn)?;
    actor.may(Right::HookKeep, congress.unwrap_or(BodyId::from_uuid(Uuid::nil())))?;
    Ok(account)
}

/// Whether the actor keeps the machine, and so the webhooks of all congresses.
#[must_use]
pub fn keeps_all(actor: &Actor) -> bool {
    actor.posts.iter().any(|post| post.duty == Duty::Operator)
}

/// The webhooks the actor keeps.
///
/// # Errors
/// Refused to whoever keeps none anywhere.
pub async fn all(site: &Site, actor: &Actor) -> Result<Vec<Kept>, Problem> {
    let mut db = site.db();
    let congresses: Vec<BodyId> = actor.bodies(Right::HookKeep).collect();
    if congresses.is_empty() {
        may(actor, None)?;
    }
    let mut hooks = Vec::new();
    if keeps_all(actor) {
        hooks = outbox::hooks(&mut db, None).await?;
    } else {
        for congress in congresses {
            hooks.extend(outbox::hooks(&mut db, Some(congress)).await?);
        }
    }
    let mut all = Vec::with_capacity(hooks.len());
    for hook in hooks {
        all.push(named(&mut db, hook).await?);
    }
    Ok(all)
}

async fn named(ask: &mut impl Ask, hook: Hook) -> Result<Kept, Problem> {
    let sql = Sql::new("select name from v_body where id = {}").bind(hook.body);
    let congress = ask.one::<(String,)>(sql).await?.map(|(name,)| name);
    Ok(Kept { hook, congress })
}

/// One webhook and its last calls.
///
/// # Errors
/// As if there were none, when it is not the actor's to keep.
pub async fn one(site: &Site, actor: &Actor, id: HookId) -> Result<(Kept, Vec<Call>), Problem> {
    let mut db = site.db();
    let (hook, _) = own(&mut db, actor, id).await?;
    let calls = outbox::calls(&mut db, id, CALLS).await?;
    Ok((named(&mut db, hook).await?, calls))
}

async fn own(ask: &mut impl Ask, actor: &Actor, id: HookId) -> Result<(Hook, AccountId), Problem> {
    let hook = outbox::find(ask, id).await?.ok_or_else(Problem::missing)?;
    let account = may(actor, hook.body).map_err(|problem| match problem {
        Problem::SignIn => Problem::SignIn,
        _ => Problem::missing(),
    })?;
    Ok((hook, account))
}

/// Adds one; its secret is answered once, and not again to a request repeated under its key.
///
/// # Errors
/// Beside the fields: an address that may not be called, a fact that is not offered, no congress of that identity.
pub async fn add(
    site: &Site,
    actor: &Actor,
    wanted: &Wanted,
    once: &Once,
) -> Result<(HookId, Option<String>), Problem> {
    let account = may(actor, wanted.congress)?;
    let mut errors = Errors::default();
    if wanted.verbs.is_empty() || wanted.verbs.iter().any(|verb| !OFFERED.contains(&verb.as_str())) {
        errors.note("verbs", Wrong::new("notices-wrong-verbs"));
    }
    if wanted.url.len() > 2_000 {
        errors.note("url", Wrong::new("hook-no-address"));
    }
    errors.check()?;
    let mut tx = site.db().begin().await?;
    if outbox::hooks(&mut tx, wanted.congress).await?.iter().filter(|hook| hook.body == wanted.congress).count() >= MOST
    {
        return Err(Errors::one("url", Wrong::new("notices-wrong-many").with("most", MOST)).into());
    }
    if let Some(congress) = wanted.congress {
        let sql = Sql::new("select 1 from v_body where kind = 'congress' and id = {}").bind(congress);
        tx.one::<(i64,)>(sql).await?.ok_or_else(Problem::missing)?;
    }
    let verbs = wanted.verbs.join(" ");
    let telling = Telling { body: wanted.congress, url: &wanted.url, verbs: &verbs };
    let (hook, secret) = outbox::add(&mut tx, site, telling)
        .await?
        .map_err(|reason| Problem::from(Errors::one("url", Wrong::new(reason.key()))))?;
    let asked = (wanted.congress, &wanted.url, &verbs);
    if let Some(before) = once.claim(&mut tx, site, account, &asked, hook).await? {
        return Ok((before, None)); // the transaction is dropped, and this second one with it
    }
    let fact = Fact::HookAdded { hook, verbs: verbs.clone() };
    record(&mut tx, site, Some(account), wanted.congress, hook.uuid(), fact).await?;
    tx.commit().await?;
    site.wrote();
    Ok((hook, Some(secret)))
}

/// The congress of an area, for an operator who types its code.
///
/// # Errors
/// When the database refuses.
pub async fn congress_of(site: &Site, area: &str) -> Result<Option<BodyId>, Problem> {
    let sql = Sql::new(
        "select id from v_body where kind = 'congress' and level <> 'nation' and closed is null and area = {}",
    );
    let sql = sql.bind(area);
    Ok(site.db().one::<(BodyId,)>(sql).await?.map(|(id,)| id))
}

/// A webhook taken up to be changed.
struct Taken<'a> {
    site: &'a Site,
    tx: Tx,
    hook: Hook,
    account: AccountId,
}

impl<'a> Taken<'a> {
    async fn up(site: &'a Site, actor: &Actor, id: HookId) -> Result<Self, Problem> {
        let mut tx = site.db().begin().await?;
        let (hook, account) = own(&mut tx, actor, id).await?;
        Ok(Self { site, tx, hook, account })
    }

    async fn down(mut self, fact: Option<Fact>) -> Result<(), Problem> {
        if let Some(fact) = fact {
            record(&mut self.tx, self.site, Some(self.account), self.hook.body, self.hook.id.uuid(), fact).await?;
        }
        self.tx.commit().await?;
        self.site.wrote();
        Ok(())
    }
}

/// Tells it no more for now, or again.
///
/// # Errors
/// As [`one`].
pub async fn set_active(site: &Site, actor: &Actor, hook: HookId, active: bool) -> Result<(), Problem> {
    let mut taken = Taken::up(site, actor, hook).await?;
    if taken.hook.active == active {
        return Ok(());
    }
    outbox::set_active(&mut taken.tx, hook, active).await?;
    let fact = if active { Fact::HookResumed { hook } } else { Fact::HookPaused { hook } };
    taken.down(Some(fact)).await
}

/// Removes it.
///
/// # Errors
/// As [`one`].
pub async fn remove(site: &Site, actor: &Actor, hook: HookId) -> Result<(), Problem> {
    let mut taken = Taken::up(site, actor, hook).await?;
    outbox::remove(&mut taken.tx, hook).await?;
    taken.down(Some(Fact::HookRemoved { hook })).await
}

/// Gives it a new secret, answered once; calls carry the old ones' signatures too until they are retired.
///
/// # Errors
/// As [`one`].
pub async fn replace_secret(site: &Site, actor: &Actor, hook: HookId) -> Result<String, Problem> {
    let mut taken = Taken::up(site, actor, hook).await?;
    let secret = outbox::replace_secret(&mut taken.tx, site, hook).await?.ok_or_else(Problem::missing)?;
    taken.down(Some(Fact::HookSecretReplaced { hook })).await?;
    Ok(secret)
}

/// Lets only its newest secret stand.
///
/// # Errors
/// As [`one`].
pub async fn retire_old_secrets(site: &Site, actor: &Actor, hook: HookId) -> Result<(), Problem> {
    let mut taken = Taken::up(site, actor, hook).await?;
    outbox::retire_old_secrets(&mut taken.tx, hook).await?;
    taken.down(Some(Fact::HookSecretsRetired { hook })).await
}

/// Sends a test call.
///
/// # Errors
/// As [`one`]; when it is paused.
pub async fn ping(site: &Site, actor: &Actor, hook: HookId) -> Result<SendingId, Problem> {
    let mut taken = Taken::up(site, actor, hook).await?;
    if !taken.hook.active {
        return Err(kernel::Refused::new(kernel::Refusal::NotNow, "notices-refused-paused").into());
    }
    let id = outbox::ping(&mut taken.tx, site, hook).await?;
    taken.down(None).await?;
    Ok(id)
}

/// Sends a call that was given up once more.
///
/// # Errors
/// As [`one`]; when there is no such call, or it was not given up.
pub async fn resend(site: &Site, actor: &Actor, hook: HookId, call: SendingId) -> Result<(), Problem> {
    let mut taken = Taken::up(site, actor, hook).await?;
    if !outbox::resend(&mut taken.tx, site, hook, call).await? {
        return Err(Problem::missing());
    }
    taken.down(None).await
}
