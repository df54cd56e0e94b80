//! The names of a ballot and of the formal list.

/// The first name that stands on the ballot alone, or on the formal list alone.
#[must_use]
pub fn unlike<'a>(ballot: &[&'a str], formal: &[&'a str]) -> Option<&'a str> {
    let missing = formal.iter().find(|name| !ballot.contains(name));
    missing.or_else(|| ballot.iter().find(|name| !formal.contains(name))).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_names_is_free_and_the_names_are_not() {
        for (ballot, formal, other) in [
            (&["甲", "乙"][..], &["乙", "甲"][..], None),
            (&["甲"], &["甲", "乙"], Some("乙")),
            (&["甲", "乙", "丙"], &["甲", "乙"], Some("丙")),
            (&[], &[], None),
        ] {
            assert_eq!(unlike(ballot, formal), other, "{ballot:?} {formal:?}");
        }
    }
}
