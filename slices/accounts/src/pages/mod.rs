//! Pages: forms for people, each with its JSON twin in `api.rs`.

mod account;
mod acting;
mod activation;
mod edit;
mod identity;
mod list;
mod own;
mod session;
mod slips;
mod tokens;
mod totp;
mod visits;

pub(crate) use list::overseen;

use accounts_rules::Actor;
use axum::{
    Router,
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use kernel::AccountId;
use kit::{
    Problem, Site, View,
    web::{go, later},
};

use crate::{provider::RETURN_PATH, sign_in::SignedIn};

/// All pages of accounts.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/session/new", get(session::new))
        .route("/session", post(session::create))
        .route("/session/digits", get(session::digits).post(session::create_with_digits))
        .route("/session/removal", post(session::remove))
        .route("/session/provider", get(identity::begin))
        .route(RETURN_PATH, get(identity::end))
        .route("/activation", get(activation::ask).post(activation::look))
        .route("/activation/password", post(activation::create))
        .route("/account", get(own::show))
        .route("/account/password", get(own::password).post(own::change))
        .route("/account/totp", get(totp::show).post(totp::verify))
        .route("/account/totp/removal", post(totp::remove))
        .route("/account/sessions", get(visits::list))
        .route("/account/sessions/removal", post(visits::remove_others))
        .route("/account/sessions/{id}/removal", post(visits::remove))
        .route("/account/tokens", get(tokens::list).post(tokens::create))
        .route("/account/tokens/{id}/removal", post(tokens::remove))
        .route("/account/identity/new", get(identity::link))
        .route("/account/identity/removal", post(identity::unlink))
        .route("/account/acting", get(acting::list).post(acting::begin))
        .route("/account/acting/removal", post(acting::stop))
        .route("/account/acting/{id}/acceptance", post(acting::accept))
        .route("/account/acting/{id}/removal", post(acting::end))
        .route("/accounts", get(list::list).post(list::create))
        .route("/accounts/new", get(list::new))
        .route("/accounts/deputies", get(slips::ask).post(slips::create))
        .route("/accounts/{id}", get(account::show))
        .route("/accounts/{id}/correction", get(edit::ask).post(edit::correct))
        .route("/accounts/{id}/activation", post(account::issue_code))
        .route("/accounts/{id}/closure", post(account::close))
        .route("/accounts/{id}/closure/removal", post(account::reopen))
        .route("/accounts/{id}/posts", post(account::issue_post))
        .route("/accounts/{id}/posts/{post}/removal", post(account::withdraw_post))
        .route("/accounts/{id}/acting", post(account::grant_acting))
        .route("/accounts/{id}/acting/{order}/removal", post(account::end_acting))
}

/// The account of whoever asks, or the sign-in page.
fn own_account(actor: &Actor) -> Result<AccountId, Problem> {
    actor.account.ok_or(Problem::SignIn)
}

/// Sends somebody who has just signed in on, with the cookies set.
fn welcome(entered: &SignedIn, to: &str) -> Response {
    let mut response = go(to);
    for cookie in &entered.cookies {
        response.headers_mut().append(axum::http::header::SET_COOKIE, cookie.clone());
    }
    response
}

/// A path on this site to go on to; anything else is the first page.
///
/// Browsers read `\` as `/`, so that `/\elsewhere` would leave the site.
fn on_this_site(next: &str) -> &str {
    let inside = next.starts_with('/') && !next.starts_with("//") && !next.contains(['\\', '\r', '\n', '\t']);
    if inside { next } else { "/" }
}

/// A refusal said at the top of a form that keeps what was typed; anything else is handed on.
fn said(v: &View, problem: Problem) -> Result<String, Problem> {
    match problem {
        Problem::Refused(refused) => Ok(v.language.refusal(&refused).into_owned()),
        other => Err(other),
    }
}

/// A form shown again with the refusal at its top; one that says to wait tells browsers and programs for how long.
fn again(v: &View, problem: Problem, form: impl FnOnce(Option<String>) -> Response) -> Result<Response, Problem> {
    if let Problem::Wait { why, seconds } = problem {
        return Ok(later(seconds, form(Some(v.language.refusal(&why).into_owned()))));
    }
    Ok(unfit(form(Some(said(v, problem)?))))
}

/// A page with the number of a refusal.
fn unfit(response: Response) -> Response {
    (axum::http::StatusCode::UNPROCESSABLE_ENTITY, response).into_response()
}

#[cfg(test)]
mod tests {
    use super::on_this_site;

    #[test]
    fn nobody_is_sent_off_the_site_after_signing_in() {
        for (next, goes) in [
            ("/suggestions?stage=filed", "/suggestions?stage=filed"),
            ("//evil.example", "/"),
            ("/\\evil.example", "/"),
            ("https://evil.example", "/"),
            ("javascript:alert(1)", "/"),
            ("/\t/evil.example", "/"),
            ("", "/"),
        ] {
            assert_eq!(on_this_site(next), goes, "{next}");
        }
    }
}
