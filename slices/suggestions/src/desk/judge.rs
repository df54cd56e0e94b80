//! 评价: from the deputy straight to the congress.

use std::collections::BTreeMap;

use accounts_rules::{Actor, Right};
use kit::{
    Problem, Site,
    web::{Errors, Wrong},
};
use suggestions_rules::{AssignmentId, Score, SuggestionId};

use super::{Reason, Saw, Work, hand};
use crate::store::{CONFIDENTIAL, Kept};

/// What a signer says of a reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// 办理工作/态度.
    pub process: Score,
    /// 办理结果.
    pub result: Score,
    /// Why; needed when either is 不满意.
    pub reason: Option<Reason>,
    /// Whether the reason is for the congress alone: the unit never reads it (suggestions.md §10).
    pub confidential: bool,
}

/// What a signer answers beside the scores: the code of a question of the form, and one of its choices.
pub type Answers = BTreeMap<String, String>;

/// A signer judges the present reply of a unit, in person, with nothing but the scores.
///
/// # Errors
/// As [`judge_form`].
pub async fn judge(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    part: AssignmentId,
    verdict: Verdict,
) -> Result<Kept, Problem> {
    judge_form(site, actor, id, part, (verdict, Answers::new()), Saw::Unsaid).await
}

/// A signer judges the present reply of a unit, in person, and answers what the form asks beside.
///
/// # Errors
/// When the actor is no signer, has judged it, or is dissatisfied without a reason; when another letter came since the one that was read; beside the question, when it is none of the form or
/// has no such choice.
pub async fn judge_form(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    part: AssignmentId,
    (verdict, answers): (Verdict, Answers),
    saw: Saw,
) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::JudgementGive, work.congress())?;
    let hand = hand(actor)?;
    if let Some((code, _)) = answers.iter().find(|(code, answer)| !work.book().takes(code, answer)) {
        return Err(Errors::one(&field(code), Wrong::new("kit-form-unknown-choice")).into());
    }
    let kind = if verdict.confidential { CONFIDENTIAL } else { "judgement" };
    let reason = verdict.reason.map(|reason| work.words(kind, reason));
    let scores = (verdict.process, verdict.result);
    work.act(|suggestion, given| suggestion.judge(part, hand, scores, reason, given))?;
    work.has_letter(part, saw)?;
    if !answers.is_empty() {
        work.act(|suggestion, _| {
            let fact = suggestion.form_answered(part, hand.person, answers)?;
            Ok((suggestion, fact))
        })?;
    }
    work.finish().await
}

/// The field of a question in forms.
#[must_use]
pub fn field(code: &str) -> String {
    format!("form-{code}")
}
