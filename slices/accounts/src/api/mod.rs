//! The JSON face of accounts: every page has its twin here, over the same desk functions.

mod acting;
mod identity;
mod office;
mod opening;
mod own;
mod posts;
mod session;

use kit::Site;
use utoipa_axum::{router::OpenApiRouter, routes};

/// All JSON resources of accounts, with their document.
pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(session::create, session::remove))
        .routes(routes!(session::create_with_digits))
        .routes(routes!(session::activate))
        .routes(routes!(own::show))
        .routes(routes!(own::change_password))
        .routes(routes!(own::sessions, own::end_other_sessions))
        .routes(routes!(own::end_session))
        .routes(routes!(own::enrol_totp, own::remove_totp))
        .routes(routes!(own::verify_totp))
        .routes(routes!(identity::show, identity::unlink))
        .routes(routes!(own::tokens, own::issue_token))
        .routes(routes!(own::revoke_token))
        .routes(routes!(acting::acting_for_me))
        .routes(routes!(acting::accept_acting))
        .routes(routes!(acting::acting, acting::begin_acting, acting::stop_acting))
        .routes(routes!(office::list, opening::create))
        .routes(routes!(opening::create_for_deputies))
        .routes(routes!(office::show, office::correct))
        .routes(routes!(opening::issue_code))
        .routes(routes!(office::close, office::reopen))
        .routes(routes!(posts::issue_post))
        .routes(routes!(posts::withdraw_post))
        .routes(routes!(posts::grant_acting))
        .routes(routes!(posts::end_acting))
}
