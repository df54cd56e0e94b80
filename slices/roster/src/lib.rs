//! The roster: areas, bodies, people and their mandates on five levels.

pub mod desk;
pub mod generate;
pub mod queries;
pub mod seed;
pub mod sheet;
pub mod store;
