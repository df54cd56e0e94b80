//! Links in by spreadsheet: the file as the body, then the preview, then the commit. The handlers are those of every noun's import.

use accounts_rules::Actor;

use crate::{
    pages::imports::{mine, place},
    sheet::LinkSheet,
};

kit::import_api! {
    Actor, LinkSheet, place, mine, "links";
    "/api/congresses/{id}/links/imports" "link_import_upload" "link_imports",
    "/api/imports/links/{id}" "link_import_show" "link_import_remove",
    "/api/imports/links/{id}/commit" "link_import_commit"
}
