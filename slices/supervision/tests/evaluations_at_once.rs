//! Two clerks at one evaluation: neither overwrites the other unseen.

use crate::world::{evaluation::*, site::visitor, *};
use axum::http::{Method, StatusCode};
use kit::testing::both;
use serde_json::json;
use supervision::desk::evaluation::{self as desk, VoteWanted};
use supervision_rules::Scheme;

const VOTE: VoteWanted = VoteWanted { ballots: 50, satisfied: 40, basically: 5, dissatisfied: 4, invalid: 1 };

/// The form of a scheme as this one is typed, under a version.
fn typed(scheme: &Scheme, version: &str) -> Vec<(String, String)> {
    let mut form = vec![("way".to_owned(), "points".to_owned()), ("version".to_owned(), version.to_owned())];
    let numbers = [("basically", scheme.basically), ("goods", scheme.goods), ("fewest_scores", scheme.fewest_scores)];
    form.extend(numbers.map(|(name, number)| (name.to_owned(), number.to_string())));
    form.push(("appeal_days".to_owned(), scheme.appeal_days.to_string()));
    for (at, line) in scheme.lines.iter().enumerate() {
        form.push((format!("name-{at}"), line.name.to_string()));
        form.push((format!("measure-{at}"), line.measure.word().to_owned()));
        form.push((format!("weight-{at}"), line.weight.to_string()));
    }
    for (at, grade) in scheme.grades.iter().enumerate() {
        form.push((format!("grade-{at}"), grade.name.to_string()));
        form.push((format!("least-{at}"), grade.at_least.to_string()));
    }
    form
}

#[test]
fn two_clerks_who_change_one_scheme_are_shown_both() {
    both(async |site| {
        on(&site, "2026-11-02");
        let id = drafted(&site).await;
        let (page, mut office) = (format!("/supervision/evaluations/{id}/scheme"), visitor(&site, &clerk()));
        let shown = office.get(&page).await.text;
        let version = shown.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let seen = office.get(&format!("/api/evaluations/{id}")).await.json()["scheme_version"].to_string();
        assert_eq!(seen, version, "pages and JSON carry one version");
        let (mut first, mut second) = (scheme(), scheme());
        (first.appeal_days, second.appeal_days) = (9, 12);
        let (one, two) = (typed(&first, version), typed(&second, version));
        let [one, two] = [&one, &two].map(|form| form.iter().map(|(n, v)| (&**n, &**v)).collect::<Vec<(&str, &str)>>());
        assert_eq!(office.post(&page, &one).await.status, StatusCode::SEE_OTHER);
        let late = office.post(&page, &two).await;
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED, "{}", late.text);
        assert!(late.text.contains(">12<") && late.text.contains(">9<"), "both numbers: {}", late.text);
        assert!(late.text.contains("name=\"name-0\" value=\"按时签收\""), "what was typed can be kept: {}", late.text);
        let (path, tag) = (format!("/api/evaluations/{id}/scheme"), format!("\"{version}\""));
        let body = serde_json::to_value(&second).unwrap();
        let unread = office.json(Method::PUT, &path, &[], body.clone()).await;
        assert_eq!(unread.status, StatusCode::PRECONDITION_REQUIRED, "{}", unread.text);
        let program = office.json(Method::PUT, &path, &[("if-match", &tag)], body).await;
        assert_eq!(program.status, StatusCode::PRECONDITION_FAILED, "{}", program.text);
    });
}

#[test]
fn two_clerks_who_enter_one_vote_are_shown_both_totals() {
    both(async |site| {
        on(&site, "2026-11-02");
        let id = drafted(&site).await;
        desk::open(&site, &chief(), id).await.unwrap();
        let (page, mut office) =
            (format!("/supervision/evaluations/{id}/units/{}/votes", roads()), visitor(&site, &clerk()));
        assert!(office.get(&page).await.text.contains("name=\"version\" value=\"0\""));
        desk::vote(&site, &chief(), (id, roads()), VOTE, Some(0)).await.unwrap();
        let other =
            [("ballots", "50"), ("satisfied", "30"), ("basically", "15"), ("dissatisfied", "4"), ("invalid", "1")];
        let late = office.post(&page, &[&other[..], &[("version", "0")]].concat()).await;
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED, "{}", late.text);
        assert!(late.text.contains(">40<") && late.text.contains(">30<"), "both totals: {}", late.text);
        assert!(office.get(&page).await.text.contains("value=\"40\""), "who corrects begins with what stands");
        let body = json!({ "ballots": 50, "satisfied": 30, "basically": 15, "dissatisfied": 4, "invalid": 1 });
        let path = format!("/api/evaluations/{id}/units/{}/votes", roads());
        let program = office.json(Method::POST, &path, &[("if-match", "\"0\"")], body.clone()).await;
        assert_eq!(program.status, StatusCode::PRECONDITION_FAILED, "{}", program.text);
        let tag = format!("\"{}\"", program.json()["version"]);
        assert_eq!(office.json(Method::POST, &path, &[("if-match", &tag)], body).await.status, StatusCode::NO_CONTENT);
    });
}
