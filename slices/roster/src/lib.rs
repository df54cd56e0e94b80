//! The roster: areas, bodies, people and their mandates on five levels.

mod api;
pub mod checks;
pub mod cli;
pub mod desk;
pub mod generate;
mod pages;
pub mod queries;
pub mod seed;
pub mod sheet;
mod sight;
pub mod store;
mod words;

pub use api::routes as api;
pub use pages::routes as pages;
