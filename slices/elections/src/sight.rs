//! Who may look at an election before its results are public.

use accounts_rules::{Actor, Right};
use kernel::BodyId;
use kit::Problem;

/// Lets those look who see the elections of the congress.
///
/// # Errors
/// As if there were none, for anybody else; who is not signed in is asked to sign in.
pub(crate) fn looks(actor: &Actor, congress: BodyId) -> Result<(), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    actor.may(Right::ElectionSee, congress).map_err(|_| Problem::missing())
}
