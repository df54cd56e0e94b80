//! A roster in by spreadsheet: the file as the body, then the preview, then the commit. The handlers are those of every noun's import.

use accounts_rules::Actor;

use crate::{
    pages::imports::{mine, place},
    sheet::RosterSheet,
};

kit::import_api! {
    Actor, RosterSheet, place, mine, "roster";
    "/api/congresses/{id}/imports" "upload" "imports",
    "/api/imports/roster/{id}" "show" "remove",
    "/api/imports/roster/{id}/commit" "commit"
}
