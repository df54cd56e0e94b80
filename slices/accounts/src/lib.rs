//! Slice.
