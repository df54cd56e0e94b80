//! Pages: forms for people, each with its JSON twin in `api`.

mod bodies;
mod body_new;
mod cards;
mod congress;
mod contact;
mod correction;
mod deputies;
mod duplicates;
mod election;
pub(crate) mod imports;
mod mandate;
mod person;
mod place;
mod places;
mod roster;
mod term;

use accounts_rules::Actor;
use axum::{
    Router,
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use kernel::Refused;
use kit::{
    Problem, Site, View,
    sheets::{Limits, pages::body_limit},
    web::{Form, Stale},
};

/// All pages of the roster.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/deputies", get(deputies::list))
        .route("/deputies/{kind}", get(deputies::export))
        .route("/people/{id}", get(person::show))
        .route("/people/{id}/amendment", get(person::ask).post(person::amend))
        .route("/people/{id}/contact", get(contact::show))
        .route("/people/{id}/contact/opening", post(contact::open))
        .route("/people/{id}/contact/amendment", get(contact::ask).post(contact::amend))
        .route("/people/{id}/mandates", post(election::create))
        .route("/people/{id}/mandates/new", get(election::ask))
        .route("/people/{id}/merges", get(duplicates::choose).post(duplicates::merge))
        .route("/merges/{id}/removal", post(duplicates::undo))
        .route("/mandates/{id}", get(mandate::show))
        .route("/mandates/{id}/steps", post(mandate::step))
        .route("/mandates/{id}/place", post(mandate::place))
        .route("/mandates/{id}/corrections", get(correction::ask).post(correction::correct))
        .route("/mandates/{id}/roles", post(mandate::give))
        .route("/roles/{id}/end", post(mandate::lay_down))
        .route("/roles/{id}/removal", post(mandate::strike))
        .route("/roster", get(congress::choose))
        .route("/congresses/{id}", get(congress::show))
        .route("/congresses/{id}/deputies", get(roster::list))
        .route("/congresses/{id}/deputies/{kind}", get(roster::export))
        .route("/congresses/{id}/people/new", get(person::new))
        .route("/congresses/{id}/people", post(person::create))
        .route("/congresses/{id}/terms", post(term::enter))
        .route("/congresses/{id}/duplicates", get(duplicates::list))
        .route("/congresses/{id}/imports", get(imports::list).post(imports::upload).layer(body_limit(&Limits::USUAL)))
        .route("/congresses/{id}/bodies", post(body_new::create))
        .route("/congresses/{id}/bodies/new", get(body_new::ask))
        .route("/imports/roster/template.xlsx", get(imports::template))
        .route("/imports/roster/{id}", get(imports::show))
        .route("/imports/roster/{id}/commit", post(imports::commit))
        .route("/imports/roster/{id}/problems.xlsx", get(imports::problems))
        .route("/imports/roster/{id}/removal", post(imports::drop))
        .route("/terms/{id}", get(term::show))
        .route("/terms/{id}/sessions", post(term::session))
        .route("/terms/{id}/sessions/{session}/closure", post(term::close_session))
        .route("/terms/{id}/sessions/{session}", get(place::session).post(place::correct_session))
        .route("/terms/{id}/beginning", get(place::beginning).post(place::correct_beginning))
        .route("/terms/{id}/delegations/{delegation}", get(place::delegation).post(place::rename_delegation))
        .route("/terms/{id}/delegations/{delegation}/removal", post(place::remove_delegation))
        .route("/terms/{id}/constituencies/{constituency}", get(place::constituency).post(place::amend_constituency))
        .route("/terms/{id}/constituencies/{constituency}/removal", post(place::remove_constituency))
        .route("/terms/{id}/delegations", post(term::delegation))
        .route("/terms/{id}/constituencies", post(term::constituency))
        .route("/terms/{id}/confirmation", post(term::confirm))
        .route("/terms/{id}/reelection", get(term::ask_again).post(term::elect_again))
        .route("/terms/{id}/change", post(term::change))
        .route("/units", get(bodies::list))
        .route("/bodies/{id}", get(bodies::show))
        .route("/bodies/{id}/name", post(bodies::rename))
        .route("/bodies/{id}/card", post(cards::keep))
        .route("/bodies/{id}/powers", post(bodies::delegate))
        .route("/bodies/{id}/transfer", post(bodies::transfer))
        .route("/bodies/{id}/closure", post(bodies::close))
        .route("/bodies/{id}/reopening", post(bodies::reopen))
        .route("/areas", get(places::top))
        .route("/areas/{code}", get(places::show))
}

/// An address with the fields that hold something.
pub(crate) fn address(path: &str, fields: &[(&str, &str)]) -> String {
    let mut pairs = form_urlencoded::Serializer::new(String::new());
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        pairs.append_pair(name, value);
    }
    let query = pairs.finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// Options of a list of words: the word, and what it is called in the reader's language.
fn options<'a>(
    v: &View,
    words: impl IntoIterator<Item = &'a str>,
    key: impl Fn(&str) -> String,
) -> Vec<(String, String)> {
    words.into_iter().map(|word| (word.to_owned(), v.t(&key(word)).into_owned())).collect()
}

/// A page with the number of a form that could not be taken.
fn unfit(response: Response) -> Response {
    (axum::http::StatusCode::UNPROCESSABLE_ENTITY, response).into_response()
}

/// A stale edit learns how the form can be sent again: to `action`, with the present version in place of the old.
fn sent_again(problem: Problem, action: &str, form: &Form, names: &[&str]) -> Problem {
    match problem {
        Problem::Stale(stale) => {
            let all =
                |name: &&str| form.values(name).map(|value| ((*name).to_owned(), value.to_owned())).collect::<Vec<_>>();
            let kept = names.iter().flat_map(all);
            let hidden = kept.chain([("version".to_owned(), stale.version.to_string())]).collect();
            Problem::Stale(Box::new(Stale { action: action.to_owned(), hidden, ..*stale }))
        }
        other => other,
    }
}

/// What was refused is said above the form; what is wrong with fields beside them; all else goes on.
fn said(v: &View, f: &mut Form, problem: Problem) -> Result<Option<String>, Problem> {
    match problem {
        Problem::Refused(refused) if refused.kind != kernel::Refusal::NotYours => Ok(Some(words_of(v, &refused))),
        other => f.accept(other).map(|()| None),
    }
}

fn words_of(v: &View, refused: &Refused) -> String {
    v.language.refusal(refused).into_owned()
}

/// Whoever is not signed in is asked to.
fn signed_in(actor: &Actor) -> Result<(), Problem> {
    if actor.signed_in() { Ok(()) } else { Err(Problem::SignIn) }
}
