//! Who may look: the office of the congress at everything, who stands at an end of a link at that link.

use accounts_rules::{Actor, Right};
use kernel::BodyId;
use kit::Problem;
use links_rules::End;

use crate::store::Link;

/// Lets the office look at what is of its congress.
///
/// # Errors
/// As if there were none, for anybody else; who is not signed in is asked to sign in.
pub(crate) fn office(actor: &Actor, congress: BodyId) -> Result<(), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    actor.may(Right::LinkSee, congress).map_err(|_| Problem::missing())
}

/// What somebody may do with a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    /// Whether they belong to the office that looks at all of them.
    pub office: bool,
    /// Whether they keep links: end them, write contacts for others.
    pub keeps: bool,
    /// Whether they are the one who links, in person.
    pub own: bool,
}

/// Who looks at a link.
///
/// # Errors
/// As if there were none, for anybody but the office and the two ends.
pub(crate) fn link(actor: &Actor, link: &Link) -> Result<Seen, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let office = actor.may(Right::LinkSee, link.congress).is_ok();
    let me = actor.person.filter(|_| actor.acting_for.is_none()).map(End::Person);
    let is = |end: &End| me.as_ref() == Some(end);
    if office || is(&link.one) || is(&link.other) {
        Ok(Seen { office, keeps: actor.may(Right::LinkKeep, link.congress).is_ok(), own: is(&link.one) })
    } else {
        Err(Problem::missing())
    }
}
