//! Meetings as documents name them.

/// `桃源县第十八届人民代表大会第五次会议`: the term, with which a meeting's own name begins, stands between the place and
/// the congress. A name that is written otherwise stays as it is.
#[must_use]
pub fn sitting(congress: &str, meeting: &str) -> String {
    let (Some(at), Some((term, rest))) = (congress.find("人民代表大会"), meeting.split_once('届')) else {
        return format!("{congress}{meeting}");
    };
    let (place, organ) = congress.split_at(at);
    format!("{place}{term}届{organ}{rest}")
}

#[cfg(test)]
mod tests {
    use super::sitting;

    #[test]
    fn the_term_stands_between_the_place_and_the_congress() {
        let said = sitting("桃源县人民代表大会", "第十八届第五次会议");
        assert_eq!(said, "桃源县第十八届人民代表大会第五次会议");
        assert_eq!(sitting("桃源县人民代表大会", "筹备会"), "桃源县人民代表大会筹备会");
    }
}
