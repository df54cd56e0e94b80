//! Who sees an opinion, and as whom: the deputy it was said to, the offices that have or had it, the body it was given to.

use accounts_rules::{Actor, Right};
use kernel::{BodyId, PersonId, Refusal, Refused};
use kit::{
    Fault, Problem,
    db::{Ask, Sql},
};
use opinions_rules::{By, OpinionId, Stage};

use crate::store::{self, OpinionKept};

/// As whom somebody sees an opinion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sight {
    /// As the deputy.
    pub deputy: bool,
    /// As an office that has it or received it.
    pub office: bool,
    /// As an office that may do something about it now.
    pub keeps: bool,
    /// As the body it is or was given to.
    pub unit: Option<BodyId>,
}

impl Sight {
    /// In whose name an answer of theirs is given; nothing where it is not theirs to answer. A body answers while it has it, not after.
    #[must_use]
    pub fn answers(&self, kept: &OpinionKept) -> Option<By> {
        let has = |unit: &BodyId| matches!(&kept.opinion.stage, Stage::Assigned { unit: now, .. } if now == unit);
        match (self.deputy, self.keeps, self.unit.as_ref().is_some_and(has)) {
            (true, ..) => Some(By::Deputy),
            (_, true, _) => Some(By::Office),
            (.., true) => Some(By::Unit),
            _ => None,
        }
    }
}

/// The body that has it, for who answers for that body.
///
/// # Errors
/// Refused to those who answer for no body it was given to; when that body has it no more.
pub fn of_body(kept: &OpinionKept, sight: &Sight) -> Result<BodyId, Problem> {
    let now = match &kept.opinion.stage {
        Stage::Assigned { unit, .. } => Some(*unit),
        _ => None,
    };
    match sight.unit {
        Some(own) if now == Some(own) => Ok(own),
        Some(_) => Err(Refused::from(opinions_rules::Refusal::NotGiven).into()),
        None => Err(Refused::new(Refusal::NotYours, "opinions-refused-no-body").into()),
    }
}

/// Whether an office may open the sealed data: the one it came to; another that it was handed to where the person agreed.
///
/// # Errors
/// Refused to those who may not.
pub fn may_open(actor: &Actor, kept: &OpinionKept) -> Result<(), Problem> {
    let came = actor.may(Right::OpinionContactOpen, kept.congress);
    if came.is_ok() || !kept.agreed(kept.opinion.holder) {
        return Ok(came?);
    }
    Ok(actor.may(Right::OpinionContactOpen, kept.opinion.holder)?)
}

/// The opinion, for who may see it.
///
/// # Errors
/// As if there were none, for anybody else; who is not signed in is asked to.
pub async fn seen(ask: &mut impl Ask, actor: &Actor, id: OpinionId) -> Result<(OpinionKept, Sight), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let kept = store::read(ask, id).await?.ok_or_else(Problem::missing)?;
    let sight = of(ask, actor, &kept).await?.ok_or_else(Problem::missing)?;
    Ok((kept, sight))
}

/// As whom the actor sees it; nothing where they do not.
pub async fn of(ask: &mut impl Ask, actor: &Actor, kept: &OpinionKept) -> Result<Option<Sight>, Fault> {
    let holder = kept.opinion.holder;
    let office = [holder, kept.congress].into_iter().any(|body| actor.may(Right::OpinionSee, body).is_ok());
    let keeps = actor.may(Right::OpinionKeep, holder).is_ok();
    let deputy = match (kept.opinion.deputy, actor.stands_for()) {
        (Some(deputy), Some(person)) => same_person(ask, deputy, person).await?,
        _ => false,
    };
    let unit = given_to(ask, actor, kept.opinion.id).await?;
    let sight = Sight { deputy, office, keeps, unit };
    Ok((deputy || office || unit.is_some()).then_some(sight))
}

/// Whether two entries of the roster are one person, merged since.
async fn same_person(ask: &mut impl Ask, one: PersonId, other: PersonId) -> Result<bool, Fault> {
    if one == other {
        return Ok(true);
    }
    let sql = Sql::new("select 1 from v_person where id = {} and merged_into = {}").bind(one).bind(other);
    Ok(ask.one::<(i64,)>(sql).await?.is_some())
}

/// The actor's body that it is or was given to.
async fn given_to(ask: &mut impl Ask, actor: &Actor, id: OpinionId) -> Result<Option<BodyId>, Fault> {
    let own = bodies(actor);
    if own.is_empty() {
        return Ok(None);
    }
    let sql = Sql::new("select body from opinion_step where opinion = {} and step = 'assigned' and body in ").bind(id);
    let found: Option<(BodyId,)> = ask.one(sql.list(own).add(" order by n desc limit 1")).await?;
    Ok(found.map(|(body,)| body))
}

/// The bodies for which the actor answers.
pub fn bodies(actor: &Actor) -> Vec<BodyId> {
    let carries = actor.posts.iter().filter(|post| post.carries(Right::OpinionAnswer));
    let all = carries.map(|post| post.body).filter(|body| actor.may(Right::OpinionAnswer, *body).is_ok());
    all.collect()
}
