//! The pages of links behind the layers every page has, for one actor.

use accounts_rules::Actor;
use axum::{
    Extension, Router,
    extract::Request,
    middleware::{Next, from_fn, from_fn_with_state},
    response::Response,
};
use kit::{
    Problem, Site, View,
    testing::Visitor,
    web::{self, Facing, facing, session},
};

/// A visitor who is this actor.
pub fn visitor(site: &Site, actor: &Actor) -> Visitor {
    let name = actor.signed_in().then(|| actor.name.clone());
    let view = move |request: Request, next: Next| {
        let name = name.clone();
        async move { viewed(request, next, name).await }
    };
    let routes: Router<Site> = links::pages();
    let app = routes
        .merge(links::api().split_for_parts().0)
        .fallback(async || Problem::missing())
        .layer(Extension(actor.clone()))
        .layer(from_fn(web::dress))
        .layer(from_fn(view))
        .layer(from_fn_with_state(site.clone(), session::layer))
        .with_state(site.clone());
    Visitor::new(app)
}

async fn viewed(request: Request, next: Next, name: Option<String>) -> Response {
    let (parts, body) = request.into_parts();
    let view = View::new(Facing { name, ..facing(&parts) });
    let mut request = Request::from_parts(parts, body);
    request.extensions_mut().insert(view);
    next.run(request).await
}
