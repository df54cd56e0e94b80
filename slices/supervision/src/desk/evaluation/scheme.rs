//! 评议方案: changed while it is a draft.

use accounts_rules::{Actor, Right};
use kernel::Refused;
use kit::{
    Fault, Problem, Site,
    web::{Stale, api::edition},
};
use supervision_rules::{Evaluation, EvaluationId, EvaluationStage, Refusal, Scheme};

use super::Work;
use crate::store::scheme_text;

/// The version of a scheme, for who changes it.
///
/// # Errors
/// When it cannot be written down.
pub fn scheme_version(scheme: &Scheme) -> Result<i64, Fault> {
    Ok(edition(&[&scheme_text(scheme)?]))
}

/// Changes the scheme of a draft.
///
/// # Errors
/// When it is open already, or the scheme cannot be worked out. With both schemes when it was changed since the caller had `seen` it.
pub async fn revise(
    site: &Site,
    actor: &Actor,
    id: EvaluationId,
    scheme: Scheme,
    seen: Option<i64>,
) -> Result<Evaluation, Problem> {
    let work = Work::begin(site, actor, id).await?;
    actor.may(Right::EvaluationKeep, work.was.congress)?;
    scheme.fit().map_err(|unfit| Refused::from(Refusal::SchemeUnfit(unfit)))?;
    let stands = scheme_version(&work.was.scheme)?;
    if seen.is_some_and(|seen| seen != stands) && work.was.stage == EvaluationStage::Draft {
        let filled =
            |scheme: &Scheme| Ok::<_, Fault>(vec![("scheme", "supervision-scheme-title", scheme_text(scheme)?)]);
        let back = format!("/supervision/evaluations/{id}/scheme");
        return Err(Problem::Stale(Box::new(Stale::between(
            back,
            stands,
            filled(&scheme)?,
            filled(&work.was.scheme)?,
        ))));
    }
    let done = work.was.clone().revise(scheme);
    work.finish(done).await
}
