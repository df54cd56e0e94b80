//! The papers of supervision, in Chinese whatever the page's language is (suggestions.md §11, §14).

mod key;
mod letter;

use kit::words::Lang;

pub(crate) use key::{plan, report};
pub(crate) use letter::{letter, title};

/// In which language documents are written.
const ZH: Lang = Lang::Chinese;
