//! Which deputies serve a place: those of every congress that has the place in it, on its own rung and above (选举法 48: one chain).

use kernel::AreaCode;

/// The area and all above it, the highest first.
#[must_use]
pub fn chain(place: &AreaCode) -> Vec<AreaCode> {
    let mut all = vec![place.clone()];
    while let Some(above) = all.last().and_then(AreaCode::parent) {
        all.push(above);
    }
    all.reverse();
    all
}

/// Whether a delegation or constituency is that of an area, by its name: 漆河镇代表团 speaks for 漆河镇.
#[must_use]
pub fn speaks_for(delegation: &str, area: &str) -> bool {
    !area.is_empty() && delegation.starts_with(area)
}
