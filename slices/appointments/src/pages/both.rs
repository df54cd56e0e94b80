//! A form that came too late: what was typed beside what stands now.

use appointments_rules::{Document, Nominator, Office, Rule};
use kit::{
    Problem, View,
    web::{Form, Stale},
};
use law_rules::Word as _;

/// Both, in the words of the page.
pub fn both(
    v: &View,
    action: String,
    version: i64,
    fields: &[(&'static str, &'static str)],
    forms: (&Form, &Form),
) -> Problem {
    let said = |name: &str, value: &str| match name {
        "examined" | "speaking" => Office::read(value).map(|office| v.t(&office.key()).into_owned()),
        "appoint" | "remove" | "acting" | "dismiss" | "resign" | "approve" => {
            Document::read(value).map(|document| v.t(&document.key()).into_owned())
        }
        "revision-proposer" => Nominator::read(value).map(|proposer| v.t(&proposer.key()).into_owned()),
        "failed" => Rule::read(value).map(|rule| v.t(&rule.key()).into_owned()),
        "by_term" | "oath_first" => Some("✓".to_owned()),
        _ => None,
    };
    let said = |name: &str, value: &str| said(name, value).unwrap_or_else(|| value.to_owned());
    Problem::Stale(Box::new(Stale::of_forms(action, version, fields.iter().copied(), forms, said)))
}
