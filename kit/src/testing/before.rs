//! Pages and API behind the layers every answer has, for somebody who is signed in already.

use axum::{
    Extension, Router,
    extract::Request,
    middleware::{Next, from_fn, from_fn_with_state},
    response::Response,
};

use super::Visitor;
use crate::{
    Problem, Site, View,
    web::{self, Facing, facing, session},
};

/// A visitor of these routes: `who` stands where signing in would have put it, and pages greet `name`.
pub fn before<W: Clone + Send + Sync + 'static>(
    site: &Site,
    routes: Router<Site>,
    who: W,
    name: Option<String>,
) -> Visitor {
    let here = site.clone();
    let view = move |request: Request, next: Next| {
        let (name, once) = (name.clone(), here.new_id::<()>().to_string());
        async move { viewed(request, next, (name, once)).await }
    };
    let app = routes
        .fallback(async || Problem::missing())
        .layer(Extension(who))
        .layer(from_fn(web::dress))
        .layer(from_fn(view))
        .layer(from_fn_with_state(site.clone(), session::layer))
        .with_state(site.clone());
    Visitor::new(app)
}

async fn viewed(request: Request, next: Next, (name, once): (Option<String>, String)) -> Response {
    let (parts, body) = request.into_parts();
    let view = View::new(Facing { name, once, ..facing(&parts) });
    let mut request = Request::from_parts(parts, body);
    request.extensions_mut().insert(view);
    next.run(request).await
}
