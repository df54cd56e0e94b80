//! Questions that lists and pages ask.
