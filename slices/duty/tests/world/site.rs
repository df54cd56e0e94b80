//! The pages of duty behind the layers every page has, for one actor at one address.

use std::net::IpAddr;

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
    web::{self, Facing, facing, guard::Caller, session},
};

/// The pages, shared by all who visit them.
pub fn house() -> Router<Site> {
    let routes: Router<Site> = duty::pages();
    routes.merge(duty::api().split_for_parts().0)
}

/// A visitor who is this actor, at the usual address.
pub fn visitor(site: &Site, actor: &Actor) -> Visitor {
    at(site, &house(), actor, 1)
}

/// A visitor at an address of their own.
pub fn at(site: &Site, house: &Router<Site>, actor: &Actor, address: u8) -> Visitor {
    let name = actor.signed_in().then(|| actor.name.clone());
    let view = move |request: Request, next: Next| {
        let name = name.clone();
        async move { viewed(request, next, name).await }
    };
    let app = house
        .clone()
        .fallback(async || Problem::missing())
        .layer(Extension(actor.clone()))
        .layer(Extension(Caller(IpAddr::from([10, 0, 0, address]))))
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
