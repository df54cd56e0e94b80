//! How many deputies sign a bill together (地方组织法 22 ¶2; law.md F18).

use kernel::Level;
use law_rules::{Deed, Rung, joint_signatures};

use crate::Refusal;

/// The least number of deputies, the lead one counted: ten, in a township five. One table for the whole house tells it (`law-rules`).
///
/// # Errors
/// A village has no congress.
pub fn needed(level: Level) -> Result<u32, Refusal> {
    let rung = match level {
        Level::Province => Rung::Province,
        Level::Prefecture => Rung::City,
        Level::County => Rung::County,
        Level::Township => Rung::Township,
        Level::Village => return Err(Refusal::NoCongress),
    };
    let verdict = joint_signatures(Deed::Bill, rung, None, None).map_err(|_| Refusal::NoCongress)?;
    Ok(verdict.value.need)
}
