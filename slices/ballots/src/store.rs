//! Rows ⇄ domain. A row that cannot be is a fault that names table, column and id.

mod bundle;
mod item;
mod method;
mod result;
mod round;
mod signed;

use ballots_rules::paper::Spec;
use kit::Fault;
use sha2::{Digest as _, Sha256};

pub(crate) use bundle::{begin_readings, bundles, enter, readings, save_bundle};
pub use item::Item;
pub(crate) use item::{begin_item, read_item, save_spec, take_item};
pub use method::Edition;
pub(crate) use method::{all_editions, begin_edition, editions, standing};
pub use result::Published;
pub(crate) use result::{announce_result, begin_result, choose_result, results, take_up_result};
pub use round::Kept;
pub(crate) use round::{begin_round, read_round, rounds_of, save_round, take_round};
pub use signed::Signed;
pub(crate) use signed::{begin_signed, signed_of};

/// The spec as it is kept and hashed.
pub(crate) fn spec_text(spec: &Spec) -> Result<String, Fault> {
    Ok(serde_json::to_string(spec)?)
}

/// SHA-256 of the spec as it is kept, in hexadecimal.
pub(crate) fn spec_hash(spec: &Spec) -> Result<String, Fault> {
    let digest = Sha256::digest(spec_text(spec)?);
    Ok(digest.iter().map(|byte| format!("{byte:02x}")).collect())
}
