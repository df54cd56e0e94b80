//! How a number of the law is told: the value, the sentence that decides, every step of the working with its article.
//!
//! Here stand the words all nouns share for that, and the few numbers of the law that belong to no other noun. Pure: no input or output, no
//! clock, no text for people; keys of sentences only.

#[macro_use]
mod words;

mod article;
mod days;
mod organ;
mod reanswer;
mod rung;
mod share;
mod signatures;
mod verdict;

pub use article::{Act, Article, DeputiesLaw};
pub use days::{
    Due, Reports, audit_rectification_due, before, last_day, quota_change_report_due, report_deadlines, rest_day,
    suggestion_due, two_month_due,
};
pub use organ::{Organ, OrganOf};
pub use reanswer::{Hearer, Reanswer, reanswer_right};
pub use rung::Rung;
pub use share::{Need, Share, counted, more_than_half, need, thresholds};
pub use signatures::{Deed, Signatures, joint_signatures};
pub use verdict::{Basis, Say, Step, Value, Verdict};
pub use words::Word;
