//! What lists and pages show. Other nouns' tables are read through the views they publish.

mod deputy;
mod detail;
mod files;
mod list;
mod report;
mod sessions;
mod setting;

pub use deputy::{LATEST, Own, ToAnswer, ToSign, own, signed, to_answer, to_sign};
pub use detail::{Detail, Happened, Remark, Standing, detail, standing};
pub use files::Attached;
pub use list::{Filter, Line, NEWEST, list};
pub use report::{Report, Reported, report};
pub use sessions::Deputy;
pub(crate) use sessions::roll;
pub use sessions::{Session, deputies, level_of, national, session, sessions, sitting};
pub(crate) use sessions::{not_in_office, session_year};
pub use setting::Setting;
pub(crate) use setting::setting;
