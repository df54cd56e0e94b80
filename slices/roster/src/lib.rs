//! The roster: areas, bodies, people and their mandates on five levels.

pub mod desk;
pub mod generate;
mod pages;
pub mod queries;
pub mod seed;
pub mod sheet;
pub mod store;
mod words;

pub use pages::routes as pages;
