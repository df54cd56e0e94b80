//! The papers of supervision, in Chinese whatever the page's language is (suggestions.md §11, §14).

mod annual;
mod ballot;
mod inquiry;
mod key;
mod letter;

use kit::words::Lang;

pub(crate) use annual::{Annual, Own, annual};
pub(crate) use ballot::{ballot, sheet, totals};
pub(crate) use inquiry::{items, questions};
pub(crate) use key::{plan, report};
pub(crate) use letter::{letter, title};

/// In which language documents are written.
const ZH: Lang = Lang::Chinese;
