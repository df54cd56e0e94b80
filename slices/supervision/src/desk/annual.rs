//! 办理情况报告: the words the office writes beside the numbers.

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Refused, Text};
use kit::{
    Fault, Problem, Site,
    db::{Sql, Tx},
    journal,
    web::{Filled, Stale},
};
use serde::{Deserialize, Serialize};
use supervision_rules::{AnnualWords, Example, Fact, Refusal, SessionId, SuggestionId};
use utoipa::ToSchema;

use crate::{
    queries::{self, Session},
    store::{AnnualKept, read_annual, save_annual},
};

/// A case told as an example.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExampleWanted {
    /// A numbered suggestion of the session.
    #[schema(value_type = Uuid)]
    pub suggestion: SuggestionId,
    /// What is told of it, at most 500 characters.
    #[schema(value_type = String)]
    pub words: Text<500>,
}

/// What the office writes of a session's handling.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnnualWanted {
    /// At most 20, each suggestion once.
    pub examples: Vec<ExampleWanted>,
    /// Problems, at most 4,000 characters.
    #[schema(value_type = Option<String>)]
    pub problems: Option<Text<4000>>,
    /// The plan of next year, at most 4,000 characters.
    #[schema(value_type = Option<String>)]
    pub plan: Option<Text<4000>>,
    /// The version these words take the place of; 0 where there are none.
    pub version: i64,
}

impl From<AnnualWanted> for AnnualWords {
    fn from(wanted: AnnualWanted) -> Self {
        let AnnualWanted { examples, problems, plan, .. } = wanted;
        let example = |ExampleWanted { suggestion, words }| Example { suggestion, words };
        Self { examples: examples.into_iter().map(example).collect(), problems, plan }
    }
}

/// The session, for who holds a right in its congress.
///
/// # Errors
/// When the actor does not, or the congress has no such session.
pub async fn session(
    site: &Site,
    actor: &Actor,
    (congress, session): (BodyId, SessionId),
    right: Right,
) -> Result<Session, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    actor.may(right, congress)?;
    let found = queries::session(&mut site.db(), session).await?;
    found.filter(|one| one.congress == congress).ok_or_else(Problem::missing)
}

/// The words as they stand, for who sees the sums they stand beside.
///
/// # Errors
/// As [`session`].
pub async fn of(site: &Site, actor: &Actor, at: (BodyId, SessionId)) -> Result<Option<AnnualKept>, Problem> {
    session(site, actor, at, Right::SuggestionSums).await?;
    Ok(read_annual(&mut site.db(), at.0, at.1).await?)
}

/// Writes them; those before are of the version that was seen.
///
/// # Errors
/// When it is not for this actor, or an example is no numbered suggestion of the session. With both words when somebody wrote meanwhile.
pub async fn write(
    site: &Site,
    actor: &Actor,
    (congress, of): (BodyId, SessionId),
    wanted: AnnualWanted,
) -> Result<AnnualKept, Problem> {
    session(site, actor, (congress, of), Right::AnnualWrite).await?;
    let seen = wanted.version;
    let words = AnnualWords::from(wanted);
    words.fit().map_err(Refused::from)?;
    let mut tx = site.db().begin().await?;
    for example in &words.examples {
        numbered(&mut tx, (congress, of), example.suggestion).await?;
    }
    let before = read_annual(&mut tx, congress, of).await?;
    if before.as_ref().map_or(0, |kept| kept.version) != seen {
        drop(tx);
        // Sent twice: it stands as it was to stand.
        if let Some(kept) = before.clone().filter(|kept| kept.words == words) {
            return Ok(kept);
        }
        return Err(Problem::Stale(Box::new(both(site, (congress, of), &words, before).await?)));
    }
    let id = before.map_or_else(|| site.new_id(), |kept| kept.id);
    if !save_annual(&mut tx, (id, congress, of), &words, (site.now(), seen)).await? {
        return Err(Refused::from(Refusal::AnnualChanged).into());
    }
    journal::append(&mut tx, actor.records(site.now(), congress, id.uuid(), Fact::AnnualWritten { session: of }))
        .await?;
    tx.commit().await?;
    site.wrote();
    Ok(AnnualKept { id, words, version: seen + 1 })
}

/// What was to be written beside what somebody else wrote meanwhile.
async fn both(
    site: &Site,
    at: (BodyId, SessionId),
    mine: &AnnualWords,
    before: Option<AnnualKept>,
) -> Result<Stale, Fault> {
    let (version, stands) = before.map_or_else(Default::default, |kept| (kept.version, kept.words));
    let (mine, stands) = (filled(site, at, mine).await?, filled(site, at, &stands).await?);
    let action = "/supervision/statistics/report/words";
    let back = format!("{action}?congress={}&session={}", at.0, at.1);
    Ok(Stale { back, ..Stale::between(action.to_owned(), version, mine, stands) })
}

/// The words as the form has them.
async fn filled(site: &Site, (congress, of): (BodyId, SessionId), words: &AnnualWords) -> Result<Vec<Filled>, Fault> {
    let told = |words: &Option<Text<4000>>| words.as_ref().map(ToString::to_string).unwrap_or_default();
    Ok(vec![
        ("congress", "supervision-field-congress", congress.to_string()),
        ("session", "supervision-field-session", of.to_string()),
        ("examples", "supervision-field-examples", typed(site, &words.examples).await?),
        ("problems", "supervision-field-problems", told(&words.problems)),
        ("plan", "supervision-field-next", told(&words.plan)),
    ])
}

/// Examples as they are typed: the number of each, and what is told of it.
pub async fn typed(site: &Site, examples: &[Example]) -> Result<String, Fault> {
    let mut typed = Vec::new();
    for Example { suggestion, words } in examples {
        let number = queries::about(&mut site.db(), *suggestion).await?.matter.number.unwrap_or_default();
        typed.push(format!("{number} {}", words.as_str().replace('\n', " ")));
    }
    Ok(typed.join("\n"))
}

async fn numbered(tx: &mut Tx, (congress, of): (BodyId, SessionId), example: SuggestionId) -> Result<(), Problem> {
    let sql =
        Sql::new("select 1 from v_suggestion where number is not null and stage in ('numbered', 'handling', 'closed')")
            .add(" and id = {} and congress = {} and session = {}");
    let found: Option<(i64,)> = tx.one(sql.bind(example).bind(congress).bind(of)).await?;
    found.map(drop).ok_or_else(|| Refused::from(Refusal::ExampleUnfit).into())
}
