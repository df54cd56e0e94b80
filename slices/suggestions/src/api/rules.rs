//! The rule book of a congress, and counting due days again.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use kernel::BodyId;
use kit::{
    Problem, Site,
    web::{
        Errors, ProblemJson, Query, Wrong,
        api::{Body, Seen},
    },
};
use roster_rules::TermId;
use serde::{Deserialize, Serialize};
use suggestions_rules::{AssignmentId, Entry, Grade};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    desk::{
        open_under::open_under,
        recount::{self, Touched},
        rules::{self, Change},
    },
    queries,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;
/// What was sent, read or not: whose rules they are is asked first.
type Laid = Result<Body<LayJson>, Problem>;

/// One entry of the book.
#[derive(Serialize, ToSchema)]
pub struct EntryJson {
    /// `limit.reply`, `class.A`, `number.pattern`.
    key: String,
    /// `3 months`, `solved 已经解决`, `第{n}号`.
    value: String,
    /// How surely the document was read: `A` to `D`.
    grade: &'static str,
    /// The document it rests on.
    document: String,
    /// Where that document can be read, where it is known.
    address: Option<&'static str>,
    /// Whether it is the congress's own; inherited otherwise.
    own: bool,
    /// The term it was laid for; absent where it is for every term, or inherited.
    term: Option<Uuid>,
    /// For `If-Match` when another is laid; an entry that is not there yet, or is retired, has 0.
    version: i64,
}

/// One version of an entry.
#[derive(Serialize, ToSchema)]
pub struct VersionJson {
    at: i64,
    by: Option<String>,
    key: String,
    value: String,
    document: String,
    /// The term it is for; absent where it is for every term.
    term: Option<Uuid>,
}

/// The book of a congress with its versions, the latest first.
#[derive(Serialize, ToSchema)]
pub struct BookJson {
    /// The term whose rules these are; absent where they are those of every term.
    term: Option<Uuid>,
    entries: Vec<EntryJson>,
    /// Classes, categories, grounds, disposals and ways of talking that are given to nothing new any more; matters that bear them stay readable.
    retired: Vec<EntryJson>,
    versions: Vec<VersionJson>,
}

/// An entry to be laid.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LayJson {
    /// The new value; empty retires a class, a category, a ground, a disposal or a way of talking.
    value: String,
    /// `A` to `D`.
    grade: String,
    /// The document it rests on.
    document: String,
    /// The term it is for; absent for every term. `If-Match` carries the version that stands in the same term's book.
    #[serde(default)]
    term: Option<Uuid>,
    /// Whether days already given are counted again.
    #[serde(default)]
    recount: bool,
}

/// For which term a book is asked.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct OfTerm {
    /// A term's identity, or `every` for what holds where no term has its own; absent: the present term.
    term: Option<String>,
}

/// A matter whose days would move.
#[derive(Serialize, ToSchema)]
pub struct TouchedJson {
    id: Uuid,
    number: Option<String>,
    title: String,
    clocks: Vec<MovedJson>,
}

/// One of its clocks.
#[derive(Serialize, ToSchema)]
pub struct MovedJson {
    /// The assignment; absent for the clock of the assigning body.
    assignment: Option<Uuid>,
    /// The key of the limit.
    limit: String,
    was: String,
    due: String,
}

/// How many matters moved.
#[derive(Serialize, ToSchema)]
pub struct MovedCount {
    moved: usize,
}

/// How many matters a change of an entry meets next.
#[derive(Serialize, ToSchema)]
pub struct MetJson {
    /// Which: `cosigning`, `checking`, `unnumbered`, `unsigned`, `answered`, `promised` or `published`; absent where it meets none by its nature, and
    /// for a limit whose matters `preview` names one by one.
    what: Option<&'static str>,
    count: i64,
    /// How many matters bear an entry of a list, and keep it when it is retired; absent for what is of no list.
    bearing: Option<i64>,
}

impl LayJson {
    fn term(&self) -> Option<TermId> {
        self.term.map(TermId::from_uuid)
    }

    fn entry(&self, key: &str) -> Result<Entry, Problem> {
        let grade = Grade::read(&self.grade);
        let grade = grade.ok_or_else(|| Errors::one("grade", Wrong::new("kit-form-unknown-choice")))?;
        Ok(Entry { key: key.to_owned(), value: self.value.clone(), grade, document: self.document.clone() })
    }
}

/// Whoever does not answer for the rules hears so, whatever was sent.
fn allowed(actor: &Actor, congress: BodyId, lay: Laid) -> Result<LayJson, Problem> {
    actor.may(Right::SuggestionRulesEdit, congress)?;
    lay.map(|Body(lay)| lay)
}

fn told(touched: Vec<Touched>) -> Response {
    let one = |it: Touched| TouchedJson {
        id: it.id.uuid(),
        number: it.number,
        title: it.title,
        clocks: it
            .moved
            .into_iter()
            .map(|moved| MovedJson {
                assignment: moved.assignment.map(AssignmentId::uuid),
                limit: moved.limit,
                was: moved.was.to_string(),
                due: moved.due.to_string(),
            })
            .collect(),
    };
    Json(touched.into_iter().map(one).collect::<Vec<_>>()).into_response()
}

/// The rule book of a congress in a term: every entry, inherited or its own, and who laid what when
#[utoipa::path(get, path = "/api/congresses/{id}/suggestion-rules", tag = "suggestions", params(("id" = Uuid, Path), OfTerm),
    responses((status = 200, body = BookJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn all(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<BodyId>,
    Query(of): Query<OfTerm>,
) -> Answer {
    actor.may(Right::SuggestionSums, id)?;
    let term = queries::Holding::read(of.term.as_deref().unwrap_or_default())?.term(&site, id).await?;
    let book = rules::book_in(&site, id, term).await?;
    let own = queries::own_entries(&mut site.db(), id, term).await?;
    let entry = |entry: &Entry| EntryJson {
        own: own.contains_key(&entry.key),
        term: own.get(&entry.key).copied().flatten().map(TermId::uuid),
        key: entry.key.clone(),
        value: entry.value.clone(),
        grade: entry.grade.letter(),
        document: entry.document.clone(),
        address: entry.source().map(|source| source.address),
        version: rules::version(&book.entry(&entry.key)),
    };
    let versions = rules::versions(&site, &actor, id).await?.into_iter();
    let version = |it: rules::Version| {
        let rules::Version { at, by, key, value, document, term } = it;
        VersionJson { at: at.millis(), by, key, value, document, term: term.map(TermId::uuid) }
    };
    let (entries, retired) = (book.entries().map(entry).collect(), book.retired().map(entry).collect());
    let versions = versions.map(version).collect();
    Ok(Json(BookJson { term: term.map(TermId::uuid), entries, retired, versions }).into_response())
}

/// Lay an entry of the congress's own over the default. Carries `If-Match` with the version of the entry seen, `"0"` where there was none
#[utoipa::path(put, path = "/api/congresses/{id}/suggestion-rules/{key}", tag = "suggestions", params(("id" = Uuid, Path), ("key" = String, Path), ("If-Match" = String, Header)), request_body = LayJson,
    responses((status = 200, body = MovedCount), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn lay(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, key)): Path<(BodyId, String)>,
    seen: Result<Seen, Problem>,
    lay: Laid,
) -> Answer {
    let lay = allowed(&actor, id, lay)?;
    let Seen(seen) = seen?;
    let change = Change { entry: lay.entry(&key)?, term: lay.term(), seen, recount: lay.recount };
    let moved = rules::change(&site, &actor, id, change).await?;
    Ok(Json(MovedCount { moved }).into_response())
}

/// See which open matters an entry would touch; nothing is kept
#[utoipa::path(post, path = "/api/congresses/{id}/suggestion-rules/{key}/preview", tag = "suggestions", params(("id" = Uuid, Path), ("key" = String, Path)), request_body = LayJson,
    responses((status = 200, body = Vec<TouchedJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn preview(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, key)): Path<(BodyId, String)>,
    lay: Laid,
) -> Answer {
    let lay = allowed(&actor, id, lay)?;
    Ok(told(rules::preview(&site, &actor, id, (lay.term(), &lay.entry(&key)?)).await?))
}

/// How many open matters an entry that gives no day meets next
#[utoipa::path(get, path = "/api/congresses/{id}/suggestion-rules/{key}/open", tag = "suggestions", params(("id" = Uuid, Path), ("key" = String, Path)),
    responses((status = 200, body = MetJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn met(State(site): State<Site>, Extension(actor): Who, Path((id, key)): Path<(BodyId, String)>) -> Answer {
    let (what, count) =
        open_under(&site, &actor, id, &key).await?.map_or((None, 0), |(open, n)| (Some(open.word()), n));
    let entry = queries::book_of(&site, id).await?.entry(&key);
    let bearing = match entry.listed() {
        Some(_) => Some(rules::bearing(&site, &actor, id, &entry).await?),
        None => None,
    };
    Ok(Json(MetJson { what, count, bearing }).into_response())
}

/// The open matters whose days differ from what the present rules and calendar come to
#[utoipa::path(get, path = "/api/congresses/{id}/suggestion-clocks", tag = "suggestions", params(("id" = Uuid, Path)),
    responses((status = 200, body = Vec<TouchedJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn differing(State(site): State<Site>, Extension(actor): Who, Path(id): Path<BodyId>) -> Answer {
    Ok(told(recount::differing(&site, &actor, id).await?))
}

/// Count those days again; each suggestion's journal says what moved
#[utoipa::path(post, path = "/api/congresses/{id}/suggestion-clocks", tag = "suggestions", params(("id" = Uuid, Path)),
    responses((status = 200, body = MovedCount), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn bring_in_line(State(site): State<Site>, Extension(actor): Who, Path(id): Path<BodyId>) -> Answer {
    Ok(Json(MovedCount { moved: recount::bring_in_line(&site, &actor, id).await? }).into_response())
}
