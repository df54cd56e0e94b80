//! Rows ⇄ domain. An impossible row is a fault that names table and id.
