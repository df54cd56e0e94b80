//! What the check of the sentences finds.

use super::*;

fn told(english: &str, chinese: &str, program: &str, page: &str) -> Vec<String> {
    let file = |path: &str, text: &str| File { path: path.into(), text: text.into() };
    let files = vec![
        file("locales/en/roster.ftl", english),
        file("locales/zh-CN/roster.ftl", chinese),
        file("slices/roster/src/lib.rs", program),
        file("slices/roster/templates/a.html", page),
    ];
    check(&House { root: "/".into(), files }).0.iter().map(Breach::to_string).collect()
}

fn same(words: &str, program: &str, page: &str) -> Vec<String> {
    told(words, words, program, page)
}

#[test]
fn a_sentence_in_both_languages_that_a_page_says_is_right() {
    assert_eq!(same("roster-a = A\n", "", "<p class=\"roster-b\">{{ v.t(\"roster-a\") }}</p>"), [""; 0]);
}

#[test]
fn a_key_that_stands_nowhere_is_named_with_its_line() {
    let told = same("roster-a = A\n", "fn f() {\n  v.t(\"roster-a\"); v.t(\"roster-b\"); }", "");
    assert!(told.len() == 1 && told[0].starts_with("slices/roster/src/lib.rs:2: `roster-b`"), "{told:?}");
    let told = same("roster-a = A\n", "", "{# roster #}\n\n{{ v.t(\"roster-a\") }}{% call x(\"roster-b\") %}");
    assert!(told.len() == 1 && told[0].starts_with("slices/roster/templates/a.html:3: `roster-b`"), "{told:?}");
}

#[test]
fn an_unused_key_is_named() {
    assert_eq!(same("roster-a = A\n", "", "").len(), 1);
}

#[test]
fn a_key_used_by_tests_alone_is_unused() {
    assert_eq!(same("roster-a = A\n", "#[cfg(test)] mod tests { fn f() { v.t(\"roster-a\") } }", "").len(), 1);
}

#[test]
fn a_name_put_together_uses_all_that_fit() {
    let words = "roster-stage-a = A\nroster-stage-b = B\n";
    assert_eq!(same(words, "fn f() { v.t(&format!(\"roster-stage-{}\", x)) }", ""), [""; 0]);
    assert_eq!(same(words, "", "{{ v.t(\"roster-stage-\" ~ x) }}"), [""; 0]);
    assert_eq!(same(&format!("# used: roster-stage-*\n{words}"), "", ""), [""; 0]);
    assert_eq!(same("roster-a = A\n", "fn f() { (\"roster-a\", format!(\"roster-stage-{x}\")) }", "").len(), 1);
}

#[test]
fn a_directive_that_fits_nothing_is_named() {
    let told = same("# used: roster-b-*\nroster-a = A\n", "const A: &str = \"roster-a\";", "");
    assert!(told.len() == 1 && told[0].contains("roster-b-*"), "{told:?}");
}

#[test]
fn what_is_no_key_can_be_said_to_be_none() {
    assert_eq!(same("# no key: roster-cookie\n", "const A: &str = \"roster-cookie\";", ""), [""; 0]);
}

#[test]
fn both_languages_have_the_same_keys_and_places() {
    let program = "fn f() { v.t(\"roster-a\") }";
    assert_eq!(told("roster-a = A\nroster-b = B\n", "roster-a = A\n", program, "{{ v.t(\"roster-b\") }}").len(), 2);
    let page = "{{ v.tf(\"roster-a\", [(\"n\", n), (\"m\", m)]) }}";
    let told = told("roster-a = { $n ->\n  [one] { $m }\n *[other] B\n }\n", "roster-a = { $n }\n", "", page);
    assert!(told.len() == 1 && told[0].contains("{ $m }"), "{told:?}");
}

#[test]
fn a_sentence_gets_the_values_it_says() {
    let words = "roster-a = { $n } A\n";
    assert_eq!(same(words, "fn f() { v.tf(\"roster-a\", &[(\"n\", n)]) }", ""), [""; 0]);
    assert_eq!(same(words, "fn f() { v.tf(\"roster-a\", &values) }", ""), [""; 0]);
    assert_eq!(same(words, "fn f() { Refused::new(K, \"roster-a\").with(\"n\", n) }", ""), [""; 0]);
    assert_eq!(same(words, "fn f() { let no = Refused::new(K, \"roster-a\"); no.with(\"n\", n) }", ""), [""; 0]);
    assert_eq!(same(words, "fn f() { v.tf(\"roster-a\", &[(\"m\", n)]) }", "").len(), 1);
    assert_eq!(same(words, "fn f() { v.t(\"roster-a\") }", "").len(), 1);
    assert_eq!(same(words, "fn f() { Wrong::new(\"roster-a\") }", "").len(), 1);
}

#[test]
fn a_key_bears_the_name_of_its_file_and_stands_once() {
    assert_eq!(same("kit-a = A\n", "", "").iter().filter(|told| told.contains("begins with")).count(), 2);
    let told = same("roster-a = A\nroster-a = B\n", "const A: &str = \"roster-a\";", "");
    assert!(told.len() == 2 && told[0].contains("keep one"), "{told:?}");
}

#[test]
fn a_sentence_in_the_page_itself_is_named() {
    let page = "{# 说明\n #}<a lang=\"zh-CN\">中文</a>\n<p>{{ v.t(\"roster-a\") }}</p>\n<p>名册</p>{% if x == \"名册\" %}{% endif %}";
    let told = same("roster-a = A\n", "", page);
    assert!(told.len() == 1 && told[0].starts_with("slices/roster/templates/a.html:4:"), "{told:?}");
}
