//! Who may look at what is voted on.

use accounts_rules::{Actor, Right};
use kit::Problem;

use crate::store::Item;

/// Lets those look who see the ballots of the congress: what is only prepared, the office alone.
///
/// # Errors
/// As if there were none, for anybody else; who is not signed in is asked to sign in.
pub(crate) fn looks(actor: &Actor, item: &Item, opened: bool) -> Result<(), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let right = if opened { Right::BallotSee } else { Right::BallotPrepare };
    actor.may(right, item.congress).map_err(|_| Problem::missing())
}
