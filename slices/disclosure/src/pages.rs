//! The pages. Anybody reads what is disclosed; the office prepares, decides and takes down.

pub mod data;
mod ground;
mod held;
mod list;
mod publish;
mod removals;
mod show;
pub mod work;

use axum::{Router, routing::get};
use kit::Site;

/// Every page of the noun.
pub fn pages() -> Router<Site> {
    Router::new()
        .route("/disclosures", get(list::show))
        .route("/disclosures/removals", get(removals::show))
        .route("/disclosures/removals/list", get(removals::export))
        .route("/disclosures/held", get(held::show))
        .route("/disclosures/data", get(data::show))
        .route("/disclosures/data/list", get(data::export))
        .route("/disclosures/matters", get(work::show))
        .route("/disclosures/matters/list", get(work::export))
        .route("/disclosures/matters/{suggestion}/publication", get(publish::ask).post(publish::publish))
        .route("/disclosures/matters/{suggestion}/withholding", get(ground::ask_withhold).post(ground::withhold))
        .route("/disclosures/{id}", get(show::show))
        .route("/disclosures/{id}/removal", get(ground::ask_take_down).post(ground::take_down))
}
