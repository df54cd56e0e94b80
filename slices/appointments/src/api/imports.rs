//! Present holders in by spreadsheet: the file as the body, then the preview, then the commit. The handlers are those of every noun's import.

use accounts_rules::Actor;

use crate::{
    pages::imports::{mine, place},
    sheet::HoldersSheet,
};

kit::import_api! {
    Actor, HoldersSheet, place, mine, "appointments";
    "/api/congresses/{id}/holder-imports" "holder_import" "holder_imports",
    "/api/imports/holders/{id}" "holder_import_preview" "holder_import_remove",
    "/api/imports/holders/{id}/commit" "holder_import_commit"
}
