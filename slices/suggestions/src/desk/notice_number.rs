//! 交办通知的发文字号: the office enters it once the notice is registered; the documents bear it from then on.

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Day, Recorded, Refusal as Family, Refused, Text, Verb};
use kit::{
    Problem, Site,
    db::Ask,
    journal,
    web::{Errors, Wrong, api::edition},
};
use serde::{Deserialize, Serialize};
use suggestions_rules::SessionId;

use crate::{
    queries,
    store::{NoticeNumber, keep_notice_number, notice_numbers},
};

/// What happened to the numbers of notices. The subject of the record is the session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum NoticeFact {
    /// What was assigned up to a day goes out under a number.
    NoticeNumbered {
        /// The day.
        day: Day,
        /// 发文字号.
        number: String,
    },
}

impl Verb for NoticeFact {
    fn verb(&self) -> &'static str {
        match self {
            Self::NoticeNumbered { .. } => "suggestion-notice.numbered",
        }
    }
}

/// A number as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeWanted {
    /// The day: what was assigned up to it, and after the one before it, goes out under the number.
    pub day: Day,
    /// 发文字号.
    pub number: Text<60>,
    /// Whom the units ask, and how.
    pub contact: Option<Text<120>>,
}

/// Days after today that a notice may bear.
const FARTHEST: i32 = 31;

/// The version of the numbers of a session: who enters one has seen these.
#[must_use]
pub fn numbers_edition(all: &[NoticeNumber]) -> i64 {
    if all.is_empty() {
        return 0;
    }
    let said: Vec<String> = all.iter().map(|it| format!("{} {} {}", it.day, it.number, it.contact)).collect();
    edition(&said.iter().map(String::as_str).collect::<Vec<_>>())
}

/// The congress of a session, for who numbers its notices.
///
/// # Errors
/// When nobody is signed in, there is no such session, or it is not for this actor.
pub async fn keeps(ask: &mut impl Ask, actor: &Actor, session: SessionId) -> Result<BodyId, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let congress = queries::congress_of_session(ask, session).await?.ok_or_else(Problem::missing)?;
    actor.may(Right::SuggestionAssign, congress)?;
    Ok(congress)
}

/// Enters the number of a notice; that of the same day takes the place of the one before.
///
/// # Errors
/// As [`keeps`]; beside the day, when it lies too far off; when another was entered meanwhile.
pub async fn enter(
    site: &Site,
    actor: &Actor,
    session: SessionId,
    seen: i64,
    wanted: NoticeWanted,
) -> Result<Vec<NoticeNumber>, Problem> {
    let mut tx = site.db().begin().await?;
    let congress = keeps(&mut tx, actor, session).await?;
    if wanted.day > site.today().plus_days(FARTHEST) {
        return Err(Errors::one("day", Wrong::new("suggestions-wrong-notice-day").with("most", FARTHEST)).into());
    }
    if numbers_edition(&notice_numbers(&mut tx, session).await?) != seen {
        return Err(Refused::new(Family::Stale, "suggestions-refused-notice-stale").into());
    }
    let contact = wanted.contact.map(String::from).unwrap_or_default();
    let it = NoticeNumber { day: wanted.day, number: wanted.number.into(), contact };
    keep_notice_number(&mut tx, (congress, session), &it).await?;
    let fact = NoticeFact::NoticeNumbered { day: it.day, number: it.number };
    let (by, acting_for) = (actor.account, actor.acting_for);
    let subject = session.uuid();
    journal::append(&mut tx, Recorded { at: site.now(), by, acting_for, body: Some(congress), subject, fact }).await?;
    let all = notice_numbers(&mut tx, session).await?;
    tx.commit().await?;
    site.wrote();
    Ok(all)
}
