//! 承办单位参考, counted by hand.

use crate::scene::{id, unit};
use kernel::BodyId;
use suggestions_rules::{Past, SuggestionId};

fn case(n: u8) -> SuggestionId {
    SuggestionId::from_uuid(id::<()>(n).uuid())
}

fn units() -> Vec<(BodyId, String)> {
    let names = ["临江县交通运输局", "临江县水利局", "临江县财政局", "临江县教育局", "临江县农业农村局"];
    (1u8..).zip(names).map(|(n, name)| (unit(n), name.to_owned())).collect()
}

#[test]
fn like_cases_the_category_and_the_name_add_up_and_each_is_told() {
    let past = Past {
        alike: vec![(case(1), unit(1)), (case(2), unit(2)), (case(3), unit(1))],
        category: vec![(unit(1), 6), (unit(2), 3), (unit(5), 1)],
        units: units(),
        duties: vec![],
    };
    let hints = past.hints("关于临江县渡口交通的建议");
    let told: Vec<_> = hints.iter().map(|hint| (hint.unit, hint.score, hint.word.as_str())).collect();
    // 10 + 8 for the cases, 6 of 10 for the category, 2 characters of the name; then 9 + 3; then 1.
    assert_eq!(told, vec![(unit(1), 10 + 8 + 6 + 8, "交通"), (unit(2), 9 + 3, ""), (unit(5), 1, "")]);
    assert_eq!(hints[0].alike, vec![case(1), case(3)]);
    assert_eq!(hints[0].category, (6, 10));
}

#[test]
fn the_name_of_the_place_tells_no_units_apart() {
    let past = Past { units: units(), ..Past::default() };
    assert!(past.hints("关于临江县的建议").is_empty());
}

#[test]
fn a_unit_that_is_gone_is_named_no_more() {
    let past = Past { alike: vec![(case(1), unit(99))], category: vec![(unit(99), 5)], units: units(), duties: vec![] };
    assert!(past.hints("关于某事的建议").is_empty());
}

#[test]
fn what_a_unit_answers_for_speaks_for_it_with_the_line_that_says_so() {
    let duties = vec![
        (unit(1), "农村公路建设和养护\n渡口渡船安全".to_owned()),
        (unit(2), "河道管理".to_owned()),
        (unit(3), "政府采购管理".to_owned()),
        (unit(4), "校园安全管理".to_owned()),
        (unit(5), "办理代表的建议，农田管理".to_owned()),
    ];
    let past = Past { units: units(), duties, ..Past::default() };
    let hints = past.hints("关于改善渡口渡船管理的建议");
    let told: Vec<_> = hints.iter().map(|hint| (hint.unit, hint.score, hint.duty.1.as_str())).collect();
    assert_eq!(told, vec![(unit(1), 16, "渡口渡船安全")], "管理 stands in four lists and tells nothing");
    assert_eq!(hints[0].duty.0, "渡口渡船");
}
