//! Who may do what: duties, posts, rights and the actor who holds them; passwords, codes and lock-out.
//!
//! Pure rules: no clock, no chance, no storage. Start reading at `rights.rs`, the one table from which the rest follows.

mod actor;
mod code;
mod duty;
pub mod lockout;
pub mod password;
mod phone;
mod refusal;
mod rights;

pub use actor::{Actor, Post};
pub use code::{Code, NoCode};
pub use duty::{Duty, Reach, UnknownDuty};
pub use password::{Password, PasswordError};
pub use phone::{NoPhone, Phone};
pub use refusal::{NotAllowed, SignInRefusal};
pub use rights::Right;
