//! 答复、交办、转交、转为建议、告知渠道、办结.

use accounts_rules::{Actor, Right};
use kernel::{BodyId, PersonId, Refused, Text};
use kit::{
    Problem, Site,
    db::Sql,
    web::{Errors, Wrong},
};
use opinions_rules::{By, OpinionId, Stage, SuggestionId, Treatment};
use serde::Deserialize;
use utoipa::ToSchema;

use super::Work;
use crate::{
    follow,
    queries::place,
    sight,
    store::{self, StepKept},
};

/// An answer.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerWanted {
    /// What is answered, at most 2,000 characters. The person reads it.
    #[schema(value_type = String)]
    pub words: Text<2000>,
    /// Whether the office types it for the deputy, who said it.
    #[serde(default)]
    pub for_deputy: bool,
}

/// To whom it is given, and how.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignmentWanted {
    /// The body: a street, a town, a department.
    #[schema(value_type = uuid::Uuid)]
    pub unit: BodyId,
    /// `own`, `urge`, `suggest` or `remind`.
    #[schema(value_type = String)]
    pub treatment: Treatment,
    /// Whether it is a hard matter, with the longer time.
    #[serde(default)]
    pub hard: bool,
    /// What the body is told, at most 500 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub words: Option<Text<500>>,
}

/// Where it belongs, or goes, and why.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReasonWanted {
    /// The reason, at most 500 characters. The person reads it.
    #[schema(value_type = String)]
    pub words: Text<500>,
}

/// Answers it: the deputy, the office, or the body it was given to.
///
/// # Errors
/// As if there were none; refused where it is not the actor's to answer; when it is answered or over.
pub async fn answer(
    site: &Site,
    actor: &Actor,
    id: OpinionId,
    seen: i64,
    wanted: &AnswerWanted,
) -> Result<(), Problem> {
    let work = Work::begin(site, actor, id, seen).await?;
    let (by, body) = answers(&work, wanted.for_deputy)?;
    // Whoever acts for the deputy types for them as well.
    let typed = by == By::Deputy && (!work.sight.deputy || actor.acting_for.is_some());
    let in_name: Option<PersonId> = work.kept.opinion.deputy.filter(|_| typed);
    let step = match by {
        By::Deputy if in_name.is_some() => "answered-for-deputy",
        By::Deputy => "answered-deputy",
        By::Office => "answered-office",
        By::Unit => "answered-unit",
        By::Hotline => "answered-hotline",
        By::Suggestion => "answered-suggestion",
    };
    let done = match in_name {
        Some(_) => work.opinion().answer_for_deputy(site.now()),
        None => work.opinion().answer(by, site.now()),
    };
    let step = StepKept { at: site.now(), step, body, words: wanted.words.as_str(), open: true };
    work.finish(done, step, in_name).await
}

fn answers(work: &Work<'_>, for_deputy: bool) -> Result<(By, Option<BodyId>), Problem> {
    match work.sight.answers(&work.kept) {
        Some(By::Deputy) => return Ok((By::Deputy, None)),
        Some(By::Unit) => {
            // Under 建议办、提醒办 what a body says is for the office and the deputy, who answer the person.
            work.kept.opinion.answered_by_body().map_err(Refused::from)?;
            return Ok((By::Unit, work.sight.unit));
        }
        Some(By::Office | By::Hotline | By::Suggestion) | None => work.by_office()?,
    }
    if for_deputy && work.kept.opinion.deputy.is_none() {
        return Err(Errors::one("for_deputy", Wrong::new("opinions-wrong-no-deputy")).into());
    }
    let by = if for_deputy { By::Deputy } else { By::Office };
    Ok((by, Some(work.kept.opinion.holder)))
}

/// Gives it to a body of the congress, or takes it from one to another. What the rule book has approved first, and who gives it may not
/// approve, is proposed.
///
/// # Errors
/// As [`answer`]; beside `unit`, when there is no such body to give it to, or it is not for such a body how it is treated.
pub async fn assign(
    site: &Site,
    actor: &Actor,
    id: OpinionId,
    seen: i64,
    wanted: &AssignmentWanted,
) -> Result<(), Problem> {
    let mut work = Work::begin(site, actor, id, seen).await?;
    work.by_office()?;
    let units = place::units(&mut work.tx, work.kept.opinion.holder).await?;
    let wrong = match units.iter().find(|unit| unit.id == wanted.unit) {
        None => Some("opinions-wrong-unit"),
        Some(unit) if wanted.treatment.is_for(&unit.kind) => None,
        Some(_) if wanted.treatment == Treatment::Own => Some("opinions-wrong-own"),
        Some(_) => Some("opinions-wrong-not-own"),
    };
    if let Some(key) = wrong {
        return Err(Errors::one("unit", Wrong::new(key)).into());
    }
    let words = wanted.words.as_ref().map_or("", Text::as_str);
    let holder = work.kept.opinion.holder;
    let book = crate::queries::book::of_congress(&mut work.tx, holder).await?;
    let approves = actor.may(Right::OpinionApprove, holder).is_ok();
    let (step, done) = if wanted.treatment.needs_approval(&book.opinions) && !approves {
        ("proposed", work.opinion().propose(wanted.unit, wanted.treatment, wanted.hard))
    } else {
        ("assigned", work.opinion().assign(wanted.unit, wanted.treatment, wanted.hard, site.now()))
    };
    let step = StepKept { at: site.now(), step, body: Some(wanted.unit), words, open: false };
    work.finish(done, step, None).await
}

/// 签收: the body it was given to has it in hand, and its clock begins.
///
/// # Errors
/// As [`answer`]; when it was signed for, or lies with the body no more.
pub async fn sign_for(site: &Site, actor: &Actor, id: OpinionId, seen: i64) -> Result<(), Problem> {
    let work = Work::begin(site, actor, id, seen).await?;
    let unit = sight::of_body(&work.kept, &work.sight)?;
    let done = work.opinion().sign_for(site.now());
    let step = StepKept { at: site.now(), step: "signed-for", body: Some(unit), words: "", open: true };
    work.finish(done, step, None).await
}

/// 退回: the body it was given to says why it is not its matter; the office has it again, and the person reads that, not why.
///
/// # Errors
/// As [`answer`]; when it lies with the body no more.
pub async fn give_back(site: &Site, actor: &Actor, id: OpinionId, seen: i64, why: &Text<500>) -> Result<(), Problem> {
    let work = Work::begin(site, actor, id, seen).await?;
    let unit = sight::of_body(&work.kept, &work.sight)?;
    let done = work.opinion().give_back(site.now());
    let step = StepKept { at: site.now(), step: "given-back", body: Some(unit), words: why.as_str(), open: false };
    work.finish(done, step, None).await
}

/// 反馈: what the body thought of it, or that it took note; the office reads it, and says it to the person.
///
/// # Errors
/// As [`answer`]; when it lies with the body no more, or the body itself is to answer.
pub async fn feed_back(
    site: &Site,
    actor: &Actor,
    id: OpinionId,
    seen: i64,
    words: &Text<2000>,
) -> Result<(), Problem> {
    let work = Work::begin(site, actor, id, seen).await?;
    let unit = sight::of_body(&work.kept, &work.sight)?;
    let done = work.opinion().feed_back(site.now());
    let step = StepKept { at: site.now(), step: "fed-back", body: Some(unit), words: words.as_str(), open: false };
    work.finish(done, step, None).await
}

/// 审批: agrees to what is proposed, or sends it back with a word.
///
/// # Errors
/// As [`answer`]; when nothing is proposed.
pub async fn approve(
    site: &Site,
    actor: &Actor,
    id: OpinionId,
    seen: i64,
    (agreed, words): (bool, Option<&Text<500>>),
) -> Result<(), Problem> {
    let work = Work::begin(site, actor, id, seen).await?;
    actor.may(Right::OpinionApprove, work.kept.opinion.holder)?;
    let unit = match &work.kept.opinion.stage {
        Stage::Proposed { unit, .. } => Some(*unit),
        _ => None,
    };
    let (step, done) = if agreed {
        ("assigned", work.opinion().approve(site.now()))
    } else {
        ("sent-back", work.opinion().send_back())
    };
    let words = words.map_or("", Text::as_str);
    let step = StepKept { at: site.now(), step, body: unit, words, open: false };
    work.finish(done, step, None).await
}

/// 转 12345 办理: its desk fetches the table of what lies there, and its answers come back by the same table.
///
/// # Errors
/// As [`answer`]; when it lies there already.
pub async fn to_hotline(site: &Site, actor: &Actor, id: OpinionId, seen: i64, hard: bool) -> Result<(), Problem> {
    let work = Work::begin(site, actor, id, seen).await?;
    work.by_office()?;
    let done = work.opinion().to_hotline(hard, site.now());
    let step = StepKept { at: site.now(), step: "hotline", body: None, words: "", open: true };
    work.finish(done, step, None).await
}

/// Hands it to the office of another congress of the place, above or below.
///
/// # Errors
/// As [`answer`]; beside `congress`, when that congress does not have the place in it, or nobody there would take it up.
pub async fn hand_on(
    site: &Site,
    actor: &Actor,
    id: OpinionId,
    seen: i64,
    (to, wanted): (BodyId, &ReasonWanted),
) -> Result<(), Problem> {
    let mut work = Work::begin(site, actor, id, seen).await?;
    work.by_office()?;
    let serving = place::congresses_of(&mut work.tx, id).await?;
    if serving.iter().all(|congress| congress.id != to) {
        return Err(Errors::one("congress", Wrong::new("opinions-wrong-congress")).into());
    }
    let takers = place::takers(&mut work.tx, id, site.today()).await?;
    if takers.iter().all(|congress| congress.id != to) {
        return Err(Errors::one("congress", Wrong::new("opinions-wrong-nobody-there")).into());
    }
    store::lies_with(&mut work.tx, id, to).await?;
    let done = work.opinion().hand_on(to, site.now());
    let step = StepKept { at: site.now(), step: "handed-on", body: Some(to), words: wanted.words.as_str(), open: true };
    work.finish(done, step, None).await
}

/// Takes it up in a suggestion: by the deputy, or by the office for one; `suggestion` once there is one.
///
/// # Errors
/// As [`answer`]; beside `suggestion`, when it is none of that congress.
pub async fn suggest(
    site: &Site,
    actor: &Actor,
    id: OpinionId,
    seen: i64,
    suggestion: Option<SuggestionId>,
) -> Result<(), Problem> {
    let mut work = Work::begin(site, actor, id, seen).await?;
    if !work.sight.deputy {
        work.by_office()?;
    }
    if let Some(suggestion) = suggestion {
        let sql = Sql::new("select 1 from v_suggestion where id = {}").bind(suggestion);
        let sql = sql.add(" and stage <> 'draft' and (congress = {}").bind(work.kept.opinion.holder);
        let sql = sql.add(" or lead = {})").bind(work.kept.opinion.deputy);
        if work.tx.one::<(i64,)>(sql).await?.is_none() {
            return Err(Errors::one("suggestion", Wrong::new("opinions-wrong-suggestion")).into());
        }
    }
    let done = work.opinion().suggest(suggestion, site.now());
    let step = StepKept { at: site.now(), step: "suggested", body: None, words: "", open: true };
    let mut tx = work.keep(done, step, None).await?;
    if let Some(suggestion) = suggestion {
        store::raise(&mut tx, id, suggestion, site.now()).await?;
        // What came of it before the two were tied.
        follow::replied(site, &mut tx, suggestion).await?;
        follow::published(site, &mut tx, suggestion).await?;
    }
    tx.commit().await?;
    site.wrote();
    Ok(())
}

/// Tells the person where the matter belongs, with the reason; it stays as a word to the deputy.
///
/// # Errors
/// As [`answer`]; beside `channel`, when the congress knows none of that code.
pub async fn point_elsewhere(
    site: &Site,
    actor: &Actor,
    id: OpinionId,
    seen: i64,
    (channel, words): (&str, &Text<500>),
) -> Result<(), Problem> {
    let mut work = Work::begin(site, actor, id, seen).await?;
    work.by_office()?;
    let book = crate::queries::book::of_congress(&mut work.tx, work.kept.opinion.holder).await?;
    if book.channels.iter().all(|known| known.code != channel) {
        return Err(Errors::one("channel", Wrong::new("opinions-wrong-channel")).into());
    }
    let done = work.opinion().point_elsewhere(channel.to_owned(), site.now());
    let step = StepKept { at: site.now(), step: "elsewhere", body: None, words: words.as_str(), open: true };
    work.finish(done, step, None).await
}

/// Closes it.
///
/// # Errors
/// As [`answer`]; when it is neither answered nor told elsewhere.
pub async fn close(site: &Site, actor: &Actor, id: OpinionId, seen: i64, wanted: &ReasonWanted) -> Result<(), Problem> {
    let work = Work::begin(site, actor, id, seen).await?;
    work.by_office()?;
    let done = work.opinion().close(site.now());
    let step = StepKept { at: site.now(), step: "closed", body: None, words: wanted.words.as_str(), open: true };
    work.finish(done, step, None).await
}

/// Whether the actor may file suggestions, so that a draft is offered.
pub fn may_file(actor: &Actor, congress: BodyId) -> bool {
    actor.may(Right::SuggestionFile, congress).is_ok()
}
