//! Lists of voters in by spreadsheet: the file as the body, then the preview, then the commit. The handlers are those of every noun's import.

use accounts_rules::Actor;

use crate::{
    pages::imports::{mine, place},
    sheet::VotersSheet,
};

kit::import_api! {
    Actor, VotersSheet, place, mine, "elections";
    "/api/congresses/{id}/voter-imports" "voter_import" "voter_imports",
    "/api/imports/voters/{id}" "voter_import_preview" "voter_import_remove",
    "/api/imports/voters/{id}/commit" "voter_import_commit"
}
