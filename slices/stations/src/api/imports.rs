//! The register in by spreadsheet: the file as the body, then the preview, then the commit. The handlers are those of every noun's import.

use accounts_rules::Actor;

use crate::{
    pages::imports::{mine, place},
    sheet::StationSheet,
};

kit::import_api! {
    Actor, StationSheet, place, mine, "stations";
    "/api/congresses/{id}/station-imports" "station_import" "station_imports",
    "/api/imports/stations/{id}" "station_import_show" "station_import_remove",
    "/api/imports/stations/{id}/commit" "station_import_commit"
}
