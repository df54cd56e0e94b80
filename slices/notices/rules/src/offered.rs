//! The facts another system may ask to be told of.

/// What a congress's webhook can be told of.
///
/// Drafts and invitations to second are nobody's but their deputies', and scores go from the deputy to the congress and to no
/// machine: the end of a suggestion tells how it came out. The operator's command line is bound by none of this.
pub const OFFERED: &[&str] = &[
    "suggestion.submitted",
    "suggestion.withdrawn",
    "suggestion.returned",
    "suggestion.accepted",
    "suggestion.numbered",
    "suggestion.assigned",
    "suggestion.signed-for",
    "suggestion.reply-signed",
    "suggestion.reply-delivered",
    "suggestion.redo-ordered",
    "suggestion.closed",
    "disclosure.disclosed",
    "disclosure.corrected",
    "disclosure.taken-down",
];
