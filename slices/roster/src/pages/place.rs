//! What was entered into a term is put right, a page for each: a delegation, a constituency, a session, the first day.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::{Day, Text};
use kit::{
    Problem, Site, View,
    web::{Form, done, page},
};
use roster_rules::{ConstituencyId, DelegationId, SessionId, TermId};

use super::{said, signed_in, unfit};
use crate::{
    desk::{self, places},
    store::term,
};

#[derive(Template)]
#[template(path = "place.html")]
struct Fill<'a> {
    v: &'a View,
    f: &'a Form,
    refusal: Option<String>,
    term: TermId,
    /// The key of what it is.
    what: &'static str,
    name: String,
    action: String,
    /// The fields it has.
    fields: &'static [&'static str],
    /// Whether it can be taken out where nothing hangs on it.
    leaves: bool,
}

impl Fill<'_> {
    fn has(&self, field: &str) -> bool {
        self.fields.contains(&field)
    }
}

/// One thing of a term as its page shows it.
struct Thing {
    right: Right,
    what: &'static str,
    /// Its address within the term.
    at: String,
    name: String,
    fields: &'static [&'static str],
    leaves: bool,
    /// As it stands.
    stands: Vec<(&'static str, String)>,
}

impl Thing {
    async fn delegation(site: &Site, of: TermId, id: DelegationId) -> Result<Self, Problem> {
        let it = places::delegation(&mut site.db(), of, id).await?;
        Ok(Self {
            right: Right::RosterEdit,
            what: "roster-field-delegation",
            at: format!("delegations/{id}"),
            stands: vec![("name", it.name.clone()), ("version", it.version.to_string())],
            name: it.name,
            fields: &["name"],
            leaves: true,
        })
    }

    async fn constituency(site: &Site, of: TermId, id: ConstituencyId) -> Result<Self, Problem> {
        let it = places::constituency(&mut site.db(), of, id).await?;
        let seats = it.seats.map(|seats| seats.to_string()).unwrap_or_default();
        Ok(Self {
            right: Right::RosterEdit,
            what: "roster-field-constituency",
            at: format!("constituencies/{id}"),
            stands: vec![("name", it.name.clone()), ("seats", seats), ("version", it.version.to_string())],
            name: it.name,
            fields: &["name", "seats"],
            leaves: true,
        })
    }

    async fn session(site: &Site, of: TermId, id: SessionId) -> Result<Self, Problem> {
        let it = places::session(&mut site.db(), of, id).await?;
        let closed = it.closed.map(|day| day.to_string()).unwrap_or_default();
        let days = vec![("opened", it.opened.to_string()), ("closed", closed), ("version", it.version.to_string())];
        Ok(Self {
            right: Right::SessionEdit,
            what: "roster-session-correct",
            at: format!("sessions/{id}"),
            stands: days,
            name: it.name,
            fields: &["opened", "closed"],
            leaves: false,
        })
    }

    async fn beginning(site: &Site, v: &View, of: TermId) -> Result<Self, Problem> {
        let it = term::load(&mut site.db(), of).await?.ok_or_else(Problem::missing)?;
        Ok(Self {
            right: Right::TermChange,
            what: "roster-beginning-correct",
            at: "beginning".to_owned(),
            stands: vec![("began", it.began.to_string()), ("version", it.version.to_string())],
            name: v.tf("roster-term-name", [("number", it.ordinal.to_string())]).into_owned(),
            fields: &["began"],
            leaves: false,
        })
    }

    /// Whoever may not is refused before anything of the form is read.
    async fn allowed(&self, site: &Site, actor: &Actor, of: TermId) -> Result<(), Problem> {
        let term = term::load(&mut site.db(), of).await?.ok_or_else(Problem::missing)?;
        desk::allowed(actor, self.right, term.congress)
    }

    fn blank(&self, v: &View) -> Form {
        self.stands.iter().fold(Form::blank(v), |f, (name, value)| f.with(name, value))
    }

    fn page(self, v: &View, of: TermId, f: &Form, refusal: Option<String>) -> Response {
        let action = format!("/terms/{of}/{}", self.at);
        let Self { what, name, fields, leaves, .. } = self;
        page(&Fill { v, f, refusal, term: of, what, name, action, fields, leaves })
    }

    /// Answers the form: done, or the page again with what was wrong. Nothing was tried where a field is wrong.
    fn settled(
        self,
        v: &View,
        of: TermId,
        mut f: Form,
        outcome: Option<Result<(), Problem>>,
    ) -> Result<Response, Problem> {
        let refusal = match outcome {
            Some(Ok(())) => return Ok(done(&format!("/terms/{of}"), "roster-done-saved")),
            Some(Err(problem)) => said(v, &mut f, problem)?,
            None => None,
        };
        // A removal carries nothing but its press.
        let f = if f.value("version").is_empty() { self.blank(v) } else { f };
        Ok(unfit(self.page(v, of, &f, refusal)))
    }
}

/// The page of a delegation.
///
/// # Errors
/// Refused to every other office; missing when the term has no such delegation.
pub async fn delegation(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path((of, id)): Path<(TermId, DelegationId)>,
) -> Result<Response, Problem> {
    signed_in(&actor)?;
    let it = Thing::delegation(&site, of, id).await?;
    it.allowed(&site, &actor, of).await?;
    let f = it.blank(&v);
    Ok(it.page(&v, of, &f, None))
}

/// Gives a delegation another name.
///
/// # Errors
/// What is wrong is said beside the fields; both versions when somebody else was quicker.
pub async fn rename_delegation(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path((of, id)): Path<(TermId, DelegationId)>,
    mut f: Form,
) -> Result<Response, Problem> {
    signed_in(&actor)?;
    let it = Thing::delegation(&site, of, id).await?;
    it.allowed(&site, &actor, of).await?;
    let (seen, name): (Option<i64>, Option<Text<40>>) = (f.take("version"), f.take("name"));
    let outcome = match (seen, name) {
        (Some(seen), Some(name)) => Some(places::rename_delegation(&site, &actor, (of, id), seen, &name).await),
        _ => None,
    };
    it.settled(&v, of, f, outcome)
}

/// Takes out a delegation in which nobody is.
///
/// # Errors
/// Why it stays is said on its page.
pub async fn remove_delegation(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path((of, id)): Path<(TermId, DelegationId)>,
    f: Form,
) -> Result<Response, Problem> {
    signed_in(&actor)?;
    let it = Thing::delegation(&site, of, id).await?;
    let outcome = places::remove_delegation(&site, &actor, (of, id)).await;
    it.settled(&v, of, f, Some(outcome))
}

/// The page of a constituency.
///
/// # Errors
/// As [`delegation`].
pub async fn constituency(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path((of, id)): Path<(TermId, ConstituencyId)>,
) -> Result<Response, Problem> {
    signed_in(&actor)?;
    let it = Thing::constituency(&site, of, id).await?;
    it.allowed(&site, &actor, of).await?;
    let f = it.blank(&v);
    Ok(it.page(&v, of, &f, None))
}

/// Gives a constituency another name or number of seats.
///
/// # Errors
/// As [`rename_delegation`].
pub async fn amend_constituency(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path((of, id)): Path<(TermId, ConstituencyId)>,
    mut f: Form,
) -> Result<Response, Problem> {
    signed_in(&actor)?;
    let it = Thing::constituency(&site, of, id).await?;
    it.allowed(&site, &actor, of).await?;
    let (seen, name): (Option<i64>, Option<Text<40>>) = (f.take("version"), f.take("name"));
    let seats: Option<i64> = f.maybe("seats");
    let outcome = match (seen, name, f.has_errors()) {
        (Some(seen), Some(name), false) => {
            Some(places::amend_constituency(&site, &actor, (of, id), seen, (&name, seats)).await)
        }
        _ => None,
    };
    it.settled(&v, of, f, outcome)
}

/// Takes out a constituency in which nobody was elected.
///
/// # Errors
/// As [`remove_delegation`].
pub async fn remove_constituency(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path((of, id)): Path<(TermId, ConstituencyId)>,
    f: Form,
) -> Result<Response, Problem> {
    signed_in(&actor)?;
    let it = Thing::constituency(&site, of, id).await?;
    let outcome = places::remove_constituency(&site, &actor, (of, id)).await;
    it.settled(&v, of, f, Some(outcome))
}

/// The page of a session's days.
///
/// # Errors
/// As [`delegation`].
pub async fn session(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path((of, id)): Path<(TermId, SessionId)>,
) -> Result<Response, Problem> {
    signed_in(&actor)?;
    let it = Thing::session(&site, of, id).await?;
    it.allowed(&site, &actor, of).await?;
    let f = it.blank(&v);
    Ok(it.page(&v, of, &f, None))
}

/// Corrects the days of a session.
///
/// # Errors
/// As [`rename_delegation`].
pub async fn correct_session(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path((of, id)): Path<(TermId, SessionId)>,
    mut f: Form,
) -> Result<Response, Problem> {
    signed_in(&actor)?;
    let it = Thing::session(&site, of, id).await?;
    it.allowed(&site, &actor, of).await?;
    let (seen, opened): (Option<i64>, Option<Day>) = (f.take("version"), f.take("opened"));
    let closed: Option<Day> = f.maybe("closed");
    let outcome = match (seen, opened, f.has_errors()) {
        (Some(seen), Some(opened), false) => {
            Some(places::correct_session(&site, &actor, (of, id), seen, (opened, closed)).await)
        }
        _ => None,
    };
    it.settled(&v, of, f, outcome)
}

/// The page of the first day.
///
/// # Errors
/// As [`delegation`].
pub async fn beginning(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(of): Path<TermId>,
) -> Result<Response, Problem> {
    signed_in(&actor)?;
    let it = Thing::beginning(&site, &v, of).await?;
    it.allowed(&site, &actor, of).await?;
    let f = it.blank(&v);
    Ok(it.page(&v, of, &f, None))
}

/// Corrects the first day.
///
/// # Errors
/// As [`rename_delegation`].
pub async fn correct_beginning(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(of): Path<TermId>,
    mut f: Form,
) -> Result<Response, Problem> {
    signed_in(&actor)?;
    let it = Thing::beginning(&site, &v, of).await?;
    it.allowed(&site, &actor, of).await?;
    let outcome = match (f.take("version"), f.take("began")) {
        (Some(seen), Some(on)) => Some(places::correct_beginning(&site, &actor, of, seen, on).await),
        _ => None,
    };
    it.settled(&v, of, f, outcome)
}
