//! The pages of accounts behind the layers they stand behind in the program.

use accounts::{attach, pages};
use accounts_rules::Actor;
use axum::{
    Router,
    extract::Request,
    middleware::{Next, from_fn, from_fn_with_state},
    response::Response,
    routing::get,
};
use kit::{
    Site, View,
    testing::Visitor,
    web::{self, Facing, csrf, facing, guard, session},
};

/// A visitor nobody has seen before.
pub fn visitor(site: &Site) -> Visitor {
    Visitor::new(app(site))
}

/// The router.
pub fn app(site: &Site) -> Router {
    Router::new()
        .route("/", get(async |v: View| v.name.clone().unwrap_or_else(|| "nobody".to_owned())))
        .merge(pages::routes())
        .merge(accounts::api::routes().split_for_parts().0)
        .layer(from_fn(csrf::layer))
        .layer(from_fn(web::dress))
        .layer(from_fn(views))
        .layer(from_fn_with_state(site.clone(), attach::layer))
        .layer(from_fn_with_state(site.clone(), session::layer))
        .layer(from_fn_with_state(site.clone(), guard::caller))
        .with_state(site.clone())
}

async fn views(request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let actor = parts.extensions.get::<Actor>().cloned().unwrap_or_default();
    let acting_for = parts.extensions.get::<attach::ActingFor>().map(|deputy| deputy.0.clone());
    let name = actor.signed_in().then_some(actor.name);
    let view = View::new(Facing { name, acting_for, ..facing(&parts) });
    let mut request = Request::from_parts(parts, body);
    request.extensions_mut().insert(view);
    next.run(request).await
}
