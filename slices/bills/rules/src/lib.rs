//! What a bill (议案) is and what may happen to it (地方组织法 22, 25; 代表法 2025, 15).
//!
//! A bill has a title, grounds and a proposal (案由、案据、方案). Enough deputies sign it, or an organ puts it; it is handed in while the
//! congress sits; the office numbers it; a committee proposes what is to become of it; the presidium decides. Every verb consumes the bill
//! and gives back the new one with its [`Fact`], or a [`Refusal`]. Pure: the moment, the level and the session's terms are handed in.

mod bill;
mod disposal;
mod fact;
mod file;
mod ids;
mod organ;
mod refusal;
mod sheet;
mod terms;
mod threshold;
mod timeline;

pub use bill::{
    Asked, Bill, Closed, Consult, Consulted, Decided, Done, Ending, Filer, Held, Numbered, OnPaper, Review, Reviewed,
    Ruling, Stage, Submission, Voice, Vote,
};
pub use disposal::Disposal;
pub use fact::Fact;
pub use file::{File, FileKind, MOST_FILES};
pub use ids::{BillId, FileId, RemarkId, SessionId, mark};
pub use organ::Organ;
pub use refusal::{Act, Refusal};
pub use sheet::{Content, Defect, Sheet};
pub use suggestions_rules::{Answer, Cosigner, Hand, Number, NumberPattern, SuggestionId};
pub use terms::{Given, Late, MOST_CONSULT_DAYS, MOST_MONTHS, Sitting, Terms};
pub use threshold::needed;
pub use timeline::{Mark, Step, timeline};
