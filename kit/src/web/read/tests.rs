use kernel::{AreaCode, Day, PersonId, Text};
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::json;

use super::*;
use crate::words::Lang;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Duty {
    Clerk,
    UnitHead,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only whether they can be read matters")]
struct Post {
    duty: Duty,
    since: Day,
    area: Option<AreaCode>,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "only whether they can be read matters")]
struct Asked {
    name: Text<4>,
    person: Option<PersonId>,
    days: Option<i32>,
    again: Option<bool>,
    posts: Option<Vec<Post>>,
}

fn told(value: Value) -> (String, &'static str) {
    let errors = read::<Asked>(value).unwrap_err().0;
    (errors[0].0.clone(), errors[0].1.key)
}

#[test]
fn what_is_wrong_in_json_is_said_beside_the_field_it_is_wrong_in() {
    let post = |duty: &str, since: &str| json!({"name": "刘芳", "posts": [{"duty": duty, "since": since}]});
    for (value, field, key) in [
        (json!({}), "name", "kit-form-required"),
        (json!({"name": null}), "name", "kit-form-required"),
        (json!({"name": "  "}), "name", "kit-form-required"),
        (json!({"name": 7}), "name", "kit-json-text"),
        (json!({"name": "甲乙丙丁戊"}), "name", "kit-form-too-long"),
        (json!({"name": "甲\u{0}"}), "name", "kit-form-control"),
        (json!({"name": "甲", "person": "甲"}), "person", "kit-json-id"),
        (json!({"name": "甲", "days": "7"}), "days", "kit-form-number"),
        (json!({"name": "甲", "days": 1.5}), "days", "kit-form-number"),
        (json!({"name": "甲", "days": 9_999_999_999_i64}), "days", "kit-form-number"),
        (json!({"name": "甲", "again": "yes"}), "again", "kit-json-truth"),
        (json!({"name": "甲", "posts": {}}), "posts", "kit-json-list"),
        (json!({"name": "甲", "posts": [7]}), "posts.0", "kit-json-object"),
        (post("chief", "2026-03-10"), "posts.0.duty", "kit-json-word"),
        (post("clerk", "2026-02-30"), "posts.0.since", "kit-form-day"),
        (post("clerk", "tomorrow"), "posts.0.since", "kit-form-day"),
        (json!({"name": "甲", "posts": [{"duty": "clerk"}]}), "posts.0.since", "kit-form-required"),
        (
            json!({"name": "甲", "posts": [{"duty": "clerk", "since": "2026-03-10", "area": "4"}]}),
            "posts.0.area",
            "kit-form-area",
        ),
        (
            json!({"name": "甲", "posts": [{"duty": "clerk", "since": "2026-03-10", "x": 1}]}),
            "posts.0.x",
            "kit-json-unknown",
        ),
    ] {
        assert_eq!(told(value.clone()), (field.to_owned(), key), "{value}");
    }
    assert!(read::<Asked>(post("unit_head", "2026-03-10")).is_ok());
}

#[test]
fn numbers_and_truths_of_an_address_are_read_from_their_text() {
    let pairs = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
        pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    };
    let good = pairs(&[("name", "7"), ("days", "30"), ("again", "true"), ("person", "")]);
    let asked: Asked = read_pairs(good.into_iter()).unwrap();
    assert_eq!((asked.name.as_str(), asked.days, asked.again), ("7", Some(30), Some(true)));
    let bad = pairs(&[("name", "7"), ("days", "many")]);
    assert_eq!(read_pairs::<Asked>(bad.into_iter()).unwrap_err().0[0].0, "days");
}

proptest! {
    #[test]
    fn whatever_stands_in_a_text_field_no_control_or_hidden_character_comes_through(text in any::<String>()) {
        for value in [text.clone(), format!("甲{text}\u{0}"), format!("\u{202E}{text}\u{200B}")] {
            match read::<Asked>(json!({ "name": value })) {
                Ok(asked) => {
                    let name = asked.name.as_str();
                    let hidden = name.contains('\u{202E}') || name.contains('\u{200B}');
                    prop_assert!(!hidden && !has_control(name), "{name:?}");
                }
                Err(errors) => for (field, wrong) in errors.0 {
                    prop_assert_eq!(field, "name");
                    for language in Lang::ALL {
                        prop_assert!(!language.tf(wrong.key, &wrong.values).contains('⟦'));
                    }
                }
            }
            for text in [read::<String>(json!(value)), read::<Option<String>>(json!(value)).map(Option::unwrap_or_default)] {
                let kept = text.unwrap_or_default();
                prop_assert!(!has_control(&kept), "{kept:?}");
            }
        }
    }
}
