//! What comes with a proposal, way by way; how long somebody acts and when terms end, by tables.

use appointments_rules::{Document, Kind, MOST_MONTHS, Needs, Settings, acting_days, ends_within, term_ends};
use kernel::Day;
use law_rules::{Step, Word as _};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

#[test]
fn each_way_needs_its_documents() {
    for (kind, words) in [
        ("任命", "proposal form background"),
        ("免职", "proposal reasons"),
        ("代理", "proposal"),
        ("辞职", "resignation"),
        ("批准", "proposal"),
        ("撤职", "dismissal"),
    ] {
        let settings = Settings::default();
        let needs: Vec<&str> = settings.documents(Kind::read(kind).unwrap()).iter().map(|it| it.word()).collect();
        assert_eq!(needs.join(" "), words, "{kind}");
    }
}

#[test]
fn a_document_rests_on_its_article_or_on_the_local_rule() {
    for (document, basis) in [
        (Document::Proposal, Step::new("x").by(law_rules::Act::Organic, 52)),
        (Document::Resignation, Step::new("x").by(law_rules::Act::Organic, 32)),
        (Document::Dismissal, Step::new("x").by(law_rules::Act::Supervision, 62)),
        (Document::Resume, Step::new("x").local()),
        (Document::Notice, Step::new("x").local()),
    ] {
        assert_eq!(document.cited(Step::new("x")), basis, "{document:?}");
    }
}

#[test]
fn a_rule_kept_before_there_were_needs_has_the_usual_ones() {
    let mut old = serde_json::to_value(Settings::default()).unwrap();
    old.as_object_mut().unwrap().remove("needs");
    assert_eq!(serde_json::from_value::<Settings>(old).unwrap(), Settings::default());
    let twice = Needs { acting: vec![Document::Proposal, Document::Proposal], ..Needs::default() };
    assert_eq!(Settings { needs: twice, ..Settings::default() }.unfit(), Some("acting"));
}

#[test]
fn a_term_is_five_years_unless_the_next_one_began() {
    for (began, ended, ends) in [
        ("2022-01-10", None, "2027-01-09"),
        ("2022-02-28", None, "2027-02-27"),
        ("2022-01-10", Some("2026-12-20"), "2026-12-19"),
    ] {
        assert_eq!(term_ends(day(began), ended.map(day)), day(ends));
    }
    for (today, months, soon) in [
        ("2026-07-08", 6, false),
        ("2026-07-09", 6, true),
        ("2027-02-01", 1, true),
        ("2022-01-10", MOST_MONTHS, true),
        ("2021-12-01", u32::MAX, false),
    ] {
        assert_eq!(ends_within(day("2027-01-09"), day(today), months), soon, "{today} {months}");
    }
}

#[test]
fn the_first_day_of_acting_and_today_count() {
    for (since, today, days) in
        [("2026-03-01", "2026-03-01", 1), ("2026-03-01", "2026-03-31", 31), ("2026-03-02", "2026-03-01", 0)]
    {
        assert_eq!(acting_days(day(since), day(today)), days, "{since} {today}");
    }
}
