//! Rows of halls ⇄ domain. `hall` and `roll` are named; `list` is not, and never joins them.

mod hall;
mod issue;
mod list;
mod roll;

pub(crate) use hall::{Counts, KeptHall, begin_hall, counts, hall_of_vote, read_hall, save_hall, take_hall, waiting};
pub(crate) use issue::{
    Confirmation, Issue, begin_signer, confirm, confirmations, issue, issued_to, issues, signer, wipe_signer,
};
pub(crate) use list::{Frozen, Sealed, append_sealed, begin_list, keep_end, list, sealed, sealed_of, top};
pub(crate) use roll::{OnRoll, bring, of_account, of_number, roll, tell};
