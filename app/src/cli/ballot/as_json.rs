//! The verdict on an archive for a program to read.

use std::path::Path;

use ballots_verify::{Report, Shown};
use serde_json::json;

/// What an archive came to, for a program: the verdict, what it is of, and the totals where there are any.
pub fn told(archive: &Path, report: &Report, good: bool) -> serde_json::Value {
    let of = |shown: &Shown| json!({ "question": shown.question, "answers": shown.answers, "totals": shown.totals });
    json!({
        "archive": archive.display().to_string(), "good": good, "uuid": report.uuid, "name": report.name, "group": report.group,
        "election": report.election, "setup": report.setup, "head": report.head, "credentials": report.credentials.len(),
        "voted": report.voted, "decrypted": report.decrypted, "questions": report.questions.iter().map(of).collect::<Vec<_>>(),
    })
}
