//! 汇总分类: every category may say what it is counted as above; what cannot be read is not laid.

use suggestions_rules::{Entry, Grade, RuleBook};

fn entry(key: &str, value: &str) -> Entry {
    Entry { key: key.to_owned(), value: value.to_owned(), grade: Grade::A, document: "省人大办文".to_owned() }
}

#[test]
fn a_category_says_what_it_is_counted_as_above() {
    let book = RuleBook::hunan().unwrap();
    let known: Vec<(&str, &str)> = book.mappings.iter().map(|it| (it.category.as_str(), it.code.as_str())).collect();
    assert!(known.iter().all(|(category, _)| book.category(category).is_some()), "{known:?}");
    assert_eq!(
        book.mapping("urban-environment").map(|it| (it.code.as_str(), it.name.as_str())),
        Some(("04", "城建环资"))
    );
    assert_eq!(book.mapping("other"), None);
}

#[test]
fn a_congress_lays_its_own_and_nonsense_is_refused() {
    let cases = [
        ("03.2 乡村振兴", Some(("03.2", "乡村振兴"))),
        ("A-1  林业 水利", Some(("A-1", "林业 水利"))),
        ("乡村振兴", None),
        ("03", None),
        ("03 ", None),
        ("省03 农业", None),
        ("012345678901234567890 农业", None),
    ];
    for (value, read) in cases {
        let laid = RuleBook::lay(vec![entry("mapping.agriculture", value)]);
        let found = laid.as_ref().ok().and_then(|book| book.mapping("agriculture"));
        assert_eq!(found.map(|it| (it.code.as_str(), it.name.as_str())), read, "{value}");
        assert_eq!(laid.is_err(), read.is_none(), "{value}");
    }
}

#[test]
fn what_is_retired_maps_nothing() {
    let book = RuleBook::lay(vec![entry("mapping.social", "")]).unwrap();
    assert_eq!(book.mapping("social"), None);
}
