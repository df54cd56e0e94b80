//! The page of a deputy's own phone. What happens there is in the assets booth-*.js.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::{HeaderName, HeaderValue, header},
    response::Response,
};
use ballots_rules::paper::{Round, RoundId};
use kit::{Fault, Problem, Site, View, web::page};

use super::picture;
use crate::{
    pages::numbered,
    secret::{desk, show},
    store::Item,
};

#[derive(Template)]
#[template(path = "ballots/phone.html")]
struct Phone<'a> {
    v: &'a View,
    item: Item,
    round: Round,
    name: String,
    booth: String,
    /// The hash of the device's key and its picture, where one is on the roll.
    code: Option<(String, String)>,
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<RoundId>,
    v: View,
) -> Result<Response, Problem> {
    let (item, round, hall) = desk::of(&site, &actor, id).await?;
    desk::phone::deputy(&mut site.db(), &actor, &item).await?;
    let told = show::hall(&site, &actor, &hall).await?;
    let code = match &told.me {
        Some(me) => Some((me.key_hash.clone(), picture(&me.key_hash)?)),
        None => None,
    };
    let (name, booth) = (numbered(&v, &round), told.booth);
    let shown = page(&Phone { v: &v, item, round, name, booth: booth.clone(), code });
    reaching(shown, &booth)
}

/// The page may talk to the booth, and to nobody else.
fn reaching(mut shown: Response, booth: &str) -> Result<Response, Problem> {
    let policy = format!(
        "default-src 'self'; connect-src 'self' {booth}; img-src 'self' data:; object-src 'none'; base-uri 'none'; \
         form-action 'self'; frame-ancestors 'none'"
    );
    let policy = HeaderValue::from_str(&policy);
    let policy = policy.map_err(|error| Fault::caused("the setting `booth` is no address", error))?;
    shown.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    let none = HeaderValue::from_static("no-referrer");
    shown.headers_mut().insert(HeaderName::from_static("referrer-policy"), none);
    Ok(shown)
}
