//! The papers of a round, in Chinese whatever the page's language is: the empty ballot, 计票结果报告单 for signature, and the announcement.

mod announcement;
mod report;
mod sheet;

use kit::words::Lang;

pub(crate) use announcement::announcement;
pub(crate) use report::report;
pub(crate) use sheet::sheet;

/// In which language documents are written.
const ZH: Lang = Lang::Chinese;
