//! The booth (匿名端): what comes without a name. No session, no cookie, no log, no time; registered credentials are in memory alone, in the
//! order of their own digits, until the list is frozen at once.

mod append;
mod freeze;
mod get;
mod register;

pub use append::Receipt;

use std::{
    collections::BTreeMap,
    pin::Pin,
    sync::{Arc, PoisonError},
    time::Duration,
};

use axum::{
    Json, Router,
    extract::DefaultBodyLimit,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::map_response,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use ballots_rules::paper::RoundId;
use kit::{Fault, Site};
use serde_json::json;
use tokio::sync::{RwLock, Semaphore, mpsc};

use super::{crypto::hex, vote::Vote};

/// The greatest registration, and the greatest ballot.
const SMALL: usize = 256 << 10;
const GREAT: usize = 1 << 20;
/// How often the booth looks whether a list is to be frozen.
const LOOKS: Duration = Duration::from_millis(250);
/// How often it looks before it freezes: five seconds for phones that have not registered yet.
const GRACE: u32 = 20;
/// How many ballots may wait to be written.
const WAITING: usize = 4_096;

/// Why something without a name is refused: one word for programs, the same for everybody.
#[derive(Debug)]
pub enum No {
    /// It cannot be read.
    Unreadable,
    /// It is no credential.
    Credential,
    /// The token was not signed for it.
    Token,
    /// The ballot is not let in.
    Ballot,
    /// There is no such vote.
    Vote,
    /// Not at this stage.
    Stage,
    /// Another ballot of this credential is in.
    Second,
    /// It can be tried again.
    Later,
    /// Something that should not happen; told as `later`.
    Fault(Fault),
}

impl From<Fault> for No {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl IntoResponse for No {
    fn into_response(self) -> Response {
        let (status, word) = match self {
            Self::Unreadable => (StatusCode::BAD_REQUEST, "unreadable"),
            Self::Credential => (StatusCode::BAD_REQUEST, "credential"),
            Self::Token => (StatusCode::BAD_REQUEST, "token"),
            Self::Ballot => (StatusCode::BAD_REQUEST, "ballot"),
            Self::Vote => (StatusCode::NOT_FOUND, "vote"),
            Self::Stage => (StatusCode::CONFLICT, "stage"),
            Self::Second => (StatusCode::CONFLICT, "second"),
            Self::Later => (StatusCode::SERVICE_UNAVAILABLE, "later"),
            // What it says of the machine says nothing of who asked.
            Self::Fault(fault) => {
                tracing::error!(%fault, "the booth");
                (StatusCode::SERVICE_UNAVAILABLE, "later")
            }
        };
        (status, Json(json!({ "error": word }))).into_response()
    }
}

/// Registered credentials of each vote, each with its token.
type Registered = BTreeMap<String, BTreeMap<String, String>>;

struct Inner {
    site: Site,
    /// Drawn when the booth begins: phones see by it that what they registered is gone.
    run: String,
    /// Held to read while one registers, to write while the list is frozen: nobody registers in between and is lost.
    gate: RwLock<()>,
    registered: std::sync::Mutex<Registered>,
    votes: std::sync::Mutex<BTreeMap<String, Arc<Vote>>>,
    /// Ballots are looked at by as many at once as there are cores.
    looks: Semaphore,
    queue: mpsc::Sender<append::Given>,
}

/// One booth over one database.
#[derive(Clone)]
pub struct Booth(Arc<Inner>);

impl Booth {
    /// A booth that writes what it is given, and freezes what it is asked to, until it is dropped.
    #[must_use]
    pub fn begin(site: Site) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let (queue, given) = mpsc::channel(WAITING);
        let inner = Inner {
            run: hex(&site.chance::<8>()),
            gate: RwLock::new(()),
            registered: std::sync::Mutex::default(),
            votes: std::sync::Mutex::default(),
            looks: Semaphore::new(cores),
            queue,
            site: site.clone(),
        };
        let booth = Self(Arc::new(inner));
        tokio::spawn(append::write(site, given));
        tokio::spawn(watch(Arc::downgrade(&booth.0)));
        booth
    }

    /// Freezes every list that waits for it, at once.
    pub async fn look(&self) -> Result<(), Fault> {
        freeze::all(self).await
    }

    fn registered<T>(&self, act: impl FnOnce(&mut Registered) -> T) -> T {
        act(&mut self.0.registered.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// A vote whose list is frozen: read once, for it does not change.
    async fn vote(&self, vote: &str) -> Result<Arc<Vote>, No> {
        let known = |votes: &std::sync::Mutex<BTreeMap<String, Arc<Vote>>>| {
            votes.lock().unwrap_or_else(PoisonError::into_inner).get(vote).cloned()
        };
        if let Some(known) = known(&self.0.votes) {
            return Ok(known);
        }
        let mut look = self.0.site.db();
        let hall = super::store::hall_of_vote(&mut look, vote).await?.ok_or(No::Vote)?.hall;
        let found = super::vote::of(&mut look, &hall).await?.ok_or(No::Stage)?;
        let found = Arc::new(found);
        let mut votes = self.0.votes.lock().unwrap_or_else(PoisonError::into_inner);
        votes.insert(vote.to_owned(), Arc::clone(&found));
        Ok(found)
    }
}

/// One look, boxed: what is spawned must be seen to move between threads, and the compiler sees it so.
fn looking<'a>(
    booth: &'a Booth,
    seen: &'a mut BTreeMap<RoundId, u32>,
) -> Pin<Box<dyn Future<Output = Result<(), Fault>> + Send + 'a>> {
    Box::pin(freeze::due(booth, seen))
}

async fn watch(booth: std::sync::Weak<Inner>) {
    let mut seen = BTreeMap::new();
    loop {
        tokio::time::sleep(LOOKS).await;
        let Some(inner) = booth.upgrade() else { return };
        if let Err(fault) = looking(&Booth(inner), &mut seen).await {
            tracing::error!(%fault, "a list could not be frozen");
        }
    }
}

/// Every route of the booth. They are none of the named pages, and are not mounted as those are.
pub fn routes(booth: Booth) -> Router {
    let all = [
        ("/votes/{vote}", get(get::state)),
        ("/votes/{vote}/election", get(get::election)),
        ("/votes/{vote}/trustees", get(get::trustees)),
        ("/votes/{vote}/credentials", get(get::credentials)),
        ("/votes/{vote}/archive", get(get::archive)),
        ("/votes/{vote}/register", post(register::register).layer(DefaultBodyLimit::max(SMALL))),
        ("/votes/{vote}/ballots", post(append::cast).layer(DefaultBodyLimit::max(GREAT))),
    ];
    all.into_iter()
        .fold(Router::new(), |router, (path, methods)| Router::route(router, path, methods))
        .fallback(async || No::Vote)
        .layer(map_response(dressed))
        .with_state(booth)
}

/// The same headers for everybody.
async fn dressed(mut response: Response) -> Response {
    let all = [
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, "content-type"),
        (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::VARY, "origin"),
    ];
    let all = all.map(|(name, value)| (name, HeaderValue::from_static(value)));
    response.headers_mut().extend(HeaderMap::from_iter(all));
    response
}
