//! Who asks, and from where.

use std::net::SocketAddr;

use axum::{Extension, Router, extract::ConnectInfo};
use kit::testing::Visitor;

use super::{House, World};

impl World {
    /// The token of somebody; none of a passer-by's.
    pub fn token(&self, who: &str) -> Option<&str> {
        self.tokens.get(who).map(String::as_str)
    }

    /// Everybody asks from an address of their own: nobody's questions count as another's.
    pub(super) fn visitor(&self, app: &Router, who: &str) -> Visitor {
        let place = self.tokens.keys().position(|name| *name == who).map_or(0, |place| place + 1);
        let host = u8::try_from(place).expect("fewer people than hosts of a network");
        let app = app.clone().layer(Extension(ConnectInfo(SocketAddr::from(([127, 0, 1, host], 8080)))));
        self.token(who).map_or_else(|| Visitor::new(app.clone()), |token| Visitor::with_token(app.clone(), token))
    }
}

impl House {
    /// A visitor in somebody's name.
    pub fn visitor(&self, world: &World, who: &str) -> Visitor {
        world.visitor(&self.app, who)
    }
}
