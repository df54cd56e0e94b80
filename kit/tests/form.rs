//! What a form carries of the thing it changes, and what becomes of a refusal.

use axum::http::StatusCode;
use kernel::{Refusal, Refused};
use kit::{
    Problem, View,
    web::{Errors, Facing, Form, Wrong},
};

fn form() -> Form {
    Form::blank(&View::new(Facing::default())).with("title", "修路")
}

#[test]
fn a_form_that_lost_its_version_is_refused() {
    assert_eq!(form().with("version", 7).seen().unwrap(), 7);
    assert_eq!(form().with("version", 0).seen().unwrap(), 0, "nothing stood there yet");
    for lost in [form(), form().with("version", ""), form().with("version", "new")] {
        let refused = lost.seen().unwrap_err();
        assert!(
            matches!(&refused, Problem::Request(StatusCode::BAD_REQUEST, wrong) if wrong.key == "kit-form-version"),
            "{refused:?}"
        );
    }
}

#[test]
fn what_a_rule_refuses_stands_beside_the_field_and_nothing_typed_is_lost() {
    for kind in [Refusal::Unfit, Refusal::NotNow, Refusal::Stale] {
        let mut form = form();
        form.keep("title", Refused::new(kind, "kit-problem-stale").into()).unwrap();
        assert!(form.error("title").is_some(), "{kind:?}");
        assert_eq!(form.value("title"), "修路", "{kind:?}");
    }
    let mut form = form();
    form.keep("title", Errors::one("body", Wrong::new("kit-form-required")).into()).unwrap();
    assert_eq!((form.error("title"), form.error("body").is_some()), (None, true), "each beside its own");
}

#[test]
fn whose_it_is_not_is_told_so_and_shown_no_form() {
    for kind in [Refusal::NotYours, Refusal::Missing] {
        let mut form = form();
        let back = form.keep("title", Refused::new(kind, "kit-problem-missing").into());
        assert!(matches!(back, Err(Problem::Refused(refused)) if refused.kind == kind), "{kind:?}");
        assert!(!form.has_errors(), "{kind:?}");
    }
    assert!(matches!(form().keep("title", Problem::SignIn), Err(Problem::SignIn)));
}
