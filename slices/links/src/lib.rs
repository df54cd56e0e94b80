//! Links 双联, 四联, 机关联系: who keeps contact with whom, and coverage 全覆盖.
//!
//! `desk` has one function per verb, `queries` what lists and pages show, `checks` the audits of live data.

mod api;
pub mod checks;
pub mod desk;
mod follow;
mod pages;
pub mod queries;
mod remind;
mod sheet;
mod sight;
mod store;

pub use api::api;
pub use follow::CLOSING;
pub use pages::pages;
pub use remind::{REMIND, remind};
pub use sheet::LinkSheet;
pub use store::{Contact, Draft, Indicator, Kind, Link};
