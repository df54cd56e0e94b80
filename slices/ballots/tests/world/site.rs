//! The pages of ballots behind the layers every page has, for one actor.

use accounts_rules::Actor;
use kit::{
    Site,
    testing::{Visitor, before},
};

/// A visitor who is this actor.
pub fn visitor(site: &Site, actor: &Actor) -> Visitor {
    let name = actor.signed_in().then(|| actor.name.clone());
    before(site, ballots::pages().merge(ballots::api().split_for_parts().0), actor.clone(), name)
}
