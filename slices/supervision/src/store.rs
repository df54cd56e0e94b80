//! Rows ⇄ domain. A row that cannot be is a fault that names table, column and id.

mod annual;
mod evaluation;
mod evidence;
mod inquiry;
mod key;
mod letter;
mod numbering;

pub use annual::AnnualKept;
pub(crate) use annual::{read_annual, save_annual};
pub use evaluation::EvaluationKept;
pub(crate) use evaluation::{
    begin_evaluation, read_evaluation, said, save_evaluation, scheme_hash, scheme_text, take_evaluation,
};
pub use evidence::Evidence;
pub(crate) use evidence::{begin_evidence, evidence_counts, evidence_of};
pub use inquiry::InquiryKept;
pub(crate) use inquiry::{begin_inquiry, read_inquiry, save_inquiry, take_inquiry};
pub use key::KeyKept;
pub(crate) use key::{begin_key, read_key, save_key, take_key};
pub use letter::LetterKept;
pub(crate) use letter::{begin_letter, read_letter, save_letter, take_letter};
pub(crate) use numbering::next_number;
