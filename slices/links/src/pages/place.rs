//! Which congress a list is about.

use kit::{Problem, Site, web::chosen};

/// The day asked for, or today.
///
/// # Errors
/// Names the filter when it holds no day.
pub fn day(site: &Site, asked: &str) -> Result<kernel::Day, Problem> {
    Ok(chosen("day", asked, |raw| raw.parse().ok())?.unwrap_or_else(|| site.today()))
}
