//! What was ticked or chosen several times in one field: read whole, or told beside the field. Nothing drops out unsaid.

use std::str::FromStr;

use kit::web::{Form, Wrong};

/// Everything that stands in the field; nothing where one of it cannot be read.
pub fn ticked<T: FromStr>(form: &mut Form, field: &str) -> Option<Vec<T>> {
    let read: Option<Vec<T>> = form.values(field).filter(|raw| !raw.is_empty()).map(|raw| raw.parse().ok()).collect();
    if read.is_none() {
        form.refuse(field, Wrong::new("kit-form-unknown-choice"));
    }
    read
}
