//! Ways (F24, F25), checks (F27, F34) and vacancies, by tables.

use appointments_rules::{
    Asked, Document, Exam, Fit, Held, Kind, Nominator, Office, Post, Rule, Settings, Vote, Way, checks, may_go_on,
    overview, proposal_route, verb_of,
};
use kernel::Day;
use law_rules::{Rung, Word as _};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

#[test]
fn what_the_congress_elects_the_committee_neither_appoints_nor_removes() {
    for (kind, office, level, way) in [
        ("任命", "县教育局长", "county", Some("government_head chairpersons decide")),
        ("免职", "庭长", "county", Some("court_president none appoint")),
        ("任命", "检察长", "county", None),
        ("代理", "检察长", "county", Some("chairpersons none decide")),
        ("代理", "常委会主任", "county", Some("chairpersons none elect")),
        ("代理", "局长", "county", None),
        ("辞职", "县长", "county", Some("chairpersons none decide")),
        ("批准", "检察长", "city", Some("procurator_general none decide")),
        ("批准", "检察长", "county", None),
        ("任命", "镇长", "township", None),
        ("免职", "法院院长", "county", Some("chairpersons none decide")),
        ("撤职", "局长", "county", Some("chairpersons none appoint")),
        ("撤职", "副县长", "county", Some("chairpersons none decide")),
        ("撤职", "县长", "county", None),
        ("撤职", "办公室主任", "county", None),
        ("撤职", "镇长", "township", None),
    ] {
        let (kind, office) = (Kind::read(kind).unwrap(), Office::read(office).unwrap());
        let route = proposal_route(kind, office, Rung::read(level).unwrap()).ok().map(|verdict| verdict.value);
        let told = route.map(|it| format!("{} {} {}", it.nominator.word(), it.oath_organiser.word(), it.verb.word()));
        assert_eq!(told.as_deref(), way, "{kind:?} {office:?} {level}");
    }
}

#[test]
fn an_acting_procurator_is_filed_above_and_a_resignation_with_the_congress() {
    let filing = |kind, office| {
        let route = proposal_route(kind, office, Rung::County).unwrap().value;
        route.filing.map(|with| with.to_string()).unwrap_or_default()
    };
    assert_eq!(filing(Kind::Acting, Office::ProcuratorGeneral), "city_standing_committee");
    assert_eq!(filing(Kind::Resign, Office::GovernmentHead), "county_congress");
    assert_eq!(filing(Kind::Appoint, Office::GovernmentMember), "city_government");
    assert_eq!(filing(Kind::Appoint, Office::Judge), "");
}

fn asked<'a>(settings: &'a Settings, documents: &'a [Document], exams: &'a [Exam]) -> Asked<'a> {
    Asked {
        kind: Kind::Appoint,
        office: Office::GovernmentMember,
        route: proposal_route(Kind::Appoint, Office::GovernmentMember, Rung::County).unwrap().value,
        proposer: Nominator::GovernmentHead,
        submitted: day("2026-05-10"),
        meets: Some(day("2026-05-27")),
        documents,
        filed: &[],
        posts: &[],
        history: &[],
        exams,
        quota: Some(1),
        held: 0,
        holds: false,
        vice: false,
        spoke: true,
        defended: false,
        level: Rung::County,
        members: 23,
        signers: None,
        deputy: None,
        member: None,
        settings,
    }
}

const WHOLE: [Document; 3] = [Document::Proposal, Document::Form, Document::Background];

fn worst(asked: &Asked<'_>) -> Vec<(Fit, &'static str)> {
    let all = checks(asked);
    all.into_iter().filter(|one| one.fit != Fit::Fits).map(|one| (one.fit, one.step.key)).collect()
}

#[test]
fn a_proposal_that_is_whole_goes_on() {
    let (settings, exams) = (Settings::default(), [Exam { day: day("2026-05-12"), score: 84 }]);
    let asked = asked(&settings, &WHOLE, &exams);
    assert_eq!(worst(&asked), []);
    assert!(may_go_on(&checks(&asked)));
}

#[test]
fn each_check_says_what_it_found() {
    let settings = Settings::default();
    let passed = [Exam { day: day("2026-05-12"), score: 60 }];
    let whole = || asked(&settings, &WHOLE, &passed);
    let posts = [Post::CommitteeMember];
    let failed = [Vote::Fail];
    for (asked, fit, key) in [
        (Asked { proposer: Nominator::CourtPresident, ..whole() }, Fit::Bars, "appointments-check-proposer-wrong"),
        (Asked { proposer: Nominator::Chairpersons, ..whole() }, Fit::Doubt, "appointments-check-proposer-instead"),
        (Asked { submitted: day("2026-05-18"), ..whole() }, Fit::Doubt, "appointments-check-late"),
        (Asked { meets: None, ..whole() }, Fit::Doubt, "appointments-check-no-meeting"),
        (Asked { documents: &WHOLE[..2], ..whole() }, Fit::Bars, "appointments-check-document-missing"),
        (Asked { holds: true, ..whole() }, Fit::Bars, "appointments-check-holds-already"),
        (Asked { held: 1, ..whole() }, Fit::Doubt, "appointments-check-full"),
        (Asked { posts: &posts, ..whole() }, Fit::Doubt, "appointments-step-committee-posts"),
        (Asked { history: &failed, ..whole() }, Fit::Doubt, "appointments-check-failed"),
        (Asked { exams: &[], ..whole() }, Fit::Bars, "appointments-check-no-exam"),
        (Asked { spoke: false, ..whole() }, Fit::Doubt, "appointments-check-not-spoken"),
    ] {
        assert_eq!(worst(&asked), [(fit, key)], "{key}");
    }
}

#[test]
fn one_resit_is_counted_and_no_third_sitting() {
    let settings = Settings::default();
    let sat = |scores: &[u32]| -> Vec<Exam> {
        (1..).zip(scores).map(|(n, score)| Exam { day: day("2026-04-01").plus_days(n), score: *score }).collect()
    };
    for (scores, passes) in [(&[59][..], false), (&[59, 60], true), (&[40, 50, 99], false), (&[80, 20], true)] {
        let exams = sat(scores);
        assert_eq!(may_go_on(&checks(&asked(&settings, &WHOLE, &exams))), passes, "{scores:?}");
    }
}

#[test]
fn after_two_failures_the_rule_of_the_place_decides() {
    // law.md F27
    let exams = [Exam { day: day("2026-05-12"), score: 84 }];
    let (fail, pass) = (Vote::Fail, Vote::Pass);
    for (history, rule, goes_on) in [
        (&[fail, fail][..], Rule::TwoTotal, false),
        (&[fail, fail], Rule::TwoInARow, false),
        (&[fail, fail], Rule::None, true),
        (&[fail, pass, fail], Rule::TwoTotal, false),
        (&[fail, pass, fail], Rule::TwoInARow, true),
    ] {
        let settings = Settings { failed: rule, ..Settings::default() };
        let asked = Asked { history, ..asked(&settings, &WHOLE, &exams) };
        assert_eq!(may_go_on(&checks(&asked)), goes_on, "{history:?} {rule:?}");
    }
}

#[test]
fn a_chair_is_acted_for_by_a_vice_chair_alone() {
    // law.md F25
    let settings = Settings::default();
    for (office, vice, goes_on) in [
        (Office::GovernmentHead, true, true),
        (Office::GovernmentHead, false, true),
        (Office::CommitteeMember, true, true),
        (Office::CommitteeMember, false, false),
    ] {
        let route = proposal_route(Kind::Acting, office, Rung::County).unwrap().value;
        let base = asked(&settings, &WHOLE[..1], &[]);
        let asked = Asked { kind: Kind::Acting, office, route, proposer: Nominator::Chairpersons, vice, ..base };
        assert_eq!(may_go_on(&checks(&asked)), goes_on, "{office:?} {vice}");
    }
}

#[test]
fn a_motion_to_dismiss_is_moved_by_a_fifth_and_the_person_is_heard() {
    // law.md F18: a fifth of the members of the committee (监督法 61).
    let settings = Settings::default();
    let documents = [Document::Dismissal];
    let route = proposal_route(Kind::Dismiss, Office::GovernmentMember, Rung::County).unwrap().value;
    let base = || Asked {
        kind: Kind::Dismiss,
        route,
        holds: true,
        proposer: Nominator::Members,
        signers: Some(5),
        defended: true,
        ..asked(&settings, &documents, &[])
    };
    assert_eq!(worst(&base()), []);
    for (asked, fit, key) in [
        (Asked { signers: Some(4), ..base() }, Fit::Bars, "appointments-check-signers-few"),
        (Asked { members: 0, ..base() }, Fit::Doubt, "appointments-check-signers-unknown"),
        (Asked { defended: false, ..base() }, Fit::Doubt, "appointments-check-not-defended"),
        (Asked { proposer: Nominator::GovernmentHead, ..base() }, Fit::Bars, "appointments-check-mover-wrong"),
        (Asked { holds: false, ..base() }, Fit::Bars, "appointments-check-does-not-hold"),
        (Asked { documents: &[], ..base() }, Fit::Bars, "appointments-check-document-missing"),
    ] {
        assert_eq!(worst(&asked), [(fit, key)], "{key}");
    }
    for proposer in [Nominator::Organ, Nominator::Chairpersons] {
        assert_eq!(worst(&Asked { proposer, signers: None, ..base() }), [], "{proposer:?}");
    }
}

#[test]
fn committees_of_the_congress_are_filled_from_deputies_and_from_the_committee() {
    // law.md F24
    let settings = Settings { examined: Vec::new(), speaking: Vec::new(), ..Settings::default() };
    for (office, deputy, member, found) in [
        (Office::SpecialCommitteeMember, Some(true), Some(false), None),
        (Office::SpecialCommitteeMember, Some(false), Some(false), Some((Fit::Bars, "appointments-check-no-deputy"))),
        (Office::SpecialCommitteeMember, None, None, Some((Fit::Doubt, "appointments-check-deputy-unknown"))),
        (Office::CredentialsMember, Some(true), Some(true), None),
        (Office::CredentialsMember, Some(true), Some(false), Some((Fit::Bars, "appointments-check-no-member"))),
        (Office::CredentialsMember, None, None, Some((Fit::Doubt, "appointments-check-member-unknown"))),
        (Office::Judge, Some(false), Some(false), None),
    ] {
        let route = proposal_route(Kind::Appoint, office, Rung::County).unwrap().value;
        let base = asked(&settings, &WHOLE, &[]);
        let asked = Asked { office, route, proposer: route.nominator, deputy, member, ..base };
        assert_eq!(worst(&asked), found.into_iter().collect::<Vec<_>>(), "{office:?}");
    }
}

#[test]
fn what_the_committee_above_approves_waits_for_it() {
    let route = |kind, office| proposal_route(kind, office, Rung::County).unwrap().value;
    let (none, approved) = ([Document::Proposal], [Document::Proposal, Document::Approval]);
    for (kind, office) in [(Kind::Remove, Office::CourtPresident), (Kind::Resign, Office::ProcuratorGeneral)] {
        let route = route(kind, office);
        assert!(route.awaits(&none) && !route.awaits(&approved), "{office:?}");
        assert_eq!(route.approval.map(|by| by.to_string()).as_deref(), Some("city_standing_committee"));
    }
    assert!(!route(Kind::Resign, Office::GovernmentHead).awaits(&none));
}

#[test]
fn an_office_is_vacant_from_the_day_after_the_last() {
    let held = |since: &str, until: Option<&str>, acting| Held { since: day(since), until: until.map(day), acting };
    let all = [held("2022-01-10", Some("2026-04-30"), false), held("2026-05-01", None, true)];
    let on = |today: &str| overview(Some(1), &all, day(today));
    assert_eq!((on("2026-04-30").vacant, on("2026-04-30").since), (Some(0), None));
    let after = on("2026-05-02");
    assert_eq!((after.held, after.acting, after.vacant, after.since), (0, 1, Some(1), Some(day("2026-05-01"))));
    assert_eq!(overview(None, &all, day("2026-05-02")).vacant, None);
}

#[test]
fn an_announcement_says_the_verb_of_the_law() {
    // 地方组织法 50: of the government decided, of court and procuratorate appointed; 55: an acting chair is chosen by the members.
    for (kind, office, verb) in [
        ("任命", "局长", Way::Decide),
        ("免职", "副县长", Way::Decide),
        ("任命", "审判员", Way::Appoint),
        ("免职", "监委委员", Way::Appoint),
        ("代理", "县长", Way::Decide),
        ("代理", "常委会主任", Way::Elect),
        ("辞职", "县长", Way::Decide),
        ("免职", "法院院长", Way::Decide),
        ("撤职", "审判员", Way::Appoint),
        ("撤职", "副县长", Way::Decide),
    ] {
        let (kind, office) = (Kind::read(kind).unwrap(), Office::read(office).unwrap());
        assert_eq!(verb_of(kind, office), verb, "{kind:?} {office:?}");
        let route = proposal_route(kind, office, Rung::County).unwrap().value;
        assert_eq!(route.verb, verb, "the way says the same: {kind:?} {office:?}");
    }
}
