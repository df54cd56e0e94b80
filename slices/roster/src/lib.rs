//! The roster: areas, bodies, people and their mandates on five levels.

mod api;
pub mod checks;
pub mod cli;
pub mod desk;
mod from_elections;
pub mod generate;
mod pages;
pub mod queries;
pub mod seed;
pub mod sheet;
mod sight;
mod stations;
pub mod store;
mod words;

pub use api::routes as api;
pub use from_elections::FROM_ELECTIONS;
pub use pages::routes as pages;
pub use stations::STATIONS;
