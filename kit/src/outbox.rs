//! Letters by mail and calls to other systems, written with the change that causes them and sent afterwards.
//!
//! Sending is a job: it is tried again with growing pauses, and given up in the open. After a crash at the wrong moment a letter may
//! go out twice; its Message-ID (a call's `webhook-id`) is then the same, so the receiver can tell.

mod calls;
mod courier;
mod headers;
mod hook;
mod letter;
mod reach;
mod send;
mod signature;

pub use calls::{Call, calls, ping, resend};
pub use courier::{Courier, install_tls};
pub use hook::{
    HOOKS, Hook, HookId, NotAllowed, Telling, add, find, hooks, remove, replace_secret, retire_old_secrets, set_active,
};
pub use letter::{Letter, is_address, post};
pub use reach::{Reach, is_public};
pub use send::{SEND, SWEEP, Unsent, unsent};
pub use signature::{new_secret, sign};

use kernel::Id;

/// Marks identities of what is sent.
pub enum Sending {}
/// Names one letter or call.
pub type SendingId = Id<Sending>;
