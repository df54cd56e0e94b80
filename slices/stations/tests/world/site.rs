//! The pages of stations behind the layers every page has, for one actor at one address.

use std::net::IpAddr;

use accounts_rules::Actor;
use axum::{Extension, Router};
use kit::{
    Site,
    testing::{Visitor, before},
    web::guard::Caller,
};

/// The pages, shared by all who visit them.
pub fn house() -> Router<Site> {
    stations::pages().merge(stations::api().split_for_parts().0)
}

/// A visitor who is this actor, at the usual address.
pub fn visitor(site: &Site, actor: &Actor) -> Visitor {
    at(site, &house(), actor, 1)
}

/// A visitor at an address of their own.
pub fn at(site: &Site, house: &Router<Site>, actor: &Actor, address: u8) -> Visitor {
    let name = actor.signed_in().then(|| actor.name.clone());
    let house = house.clone().layer(Extension(Caller(IpAddr::from([10, 0, 0, address]))));
    before(site, house, actor.clone(), name)
}
