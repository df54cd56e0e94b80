//! Rounds on paper: what can be voted on, who counts, bundles entered twice, reports, what follows.

use ballots_rules::{
    Tally,
    paper::{
        Assembly, BallotId, Boxes, Bundle, Entry, Fact, Kind, Name, Opening, Place, Reading, Refusal, Role, Round,
        Spec, Spot, Stage, Standing, Teller, Why, cleaned, follow, laid_out, spellings, standing, unreadable,
    },
    round::{Bar, Broken, Count, Figures, Line, Outcome, TieNext},
};
use kernel::{AccountId, Id, Moment, Refused, Text};
use law_rules::{Act, Article, Word as _};

fn id<N>(n: u8) -> Id<N> {
    Id::new(Moment::from_millis(0), [n; 10])
}
fn at(n: i64) -> Moment {
    Moment::from_millis(n)
}
fn name(text: &str) -> Name {
    Name { name: Text::parse(text).unwrap(), note: None, person: None }
}

fn spec(kind: Kind, assembly: Assembly, places: u32, names: &[&str]) -> Spec {
    let rule = kind.usual(assembly, places);
    Spec {
        assembly,
        kind,
        names: names.iter().map(|one| name(one)).collect(),
        rule,
        method: Text::parse("选举办法").unwrap(),
        adopted: None,
    }
}

fn election(places: u32, names: &[&str]) -> Spec {
    spec(Kind::Election, Assembly::Congress, places, names)
}

fn teller(n: u8, role: Role) -> Teller {
    let declared = Some(at(0));
    Teller { account: id(n), person: None, name: format!("计票{n}"), role, declared, aside: None }
}

fn three() -> Vec<Teller> {
    vec![teller(1, Role::Counter), teller(2, Role::Counter), teller(3, Role::Chief)]
}

fn opened(spec: Spec, members: u32, present: u32, tellers: Vec<Teller>) -> Result<Round, Refusal> {
    let opening = Opening { n: 1, why: Why::First, after: None, spec, hash: "h".to_owned(), members, present, tellers };
    let ballot: BallotId = id(9);
    Round::open(id(8), ballot, opening, at(1)).map(|(round, _)| round)
}

#[test]
fn what_cannot_be_voted_on_is_said() {
    let decision = |names: &[&str]| {
        let places = u32::try_from(names.len()).unwrap();
        spec(Kind::Decision, Assembly::Committee, places, names)
    };
    for (spec, fits) in [
        (election(2, &["甲", "乙", "丙"]), Ok(())),
        (election(2, &["甲", "乙"]), Ok(())),
        (election(2, &["甲"]), Err(Refusal::Places { count: 1 })),
        (election(0, &["甲"]), Err(Refusal::Places { count: 1 })),
        (election(1, &[]), Err(Refusal::Names)),
        (election(1, &["甲", "甲"]), Err(Refusal::NameTwice { name: "甲".to_owned() })),
        (spec(Kind::Pick, Assembly::Congress, 3, &["一", "二", "三"]), Err(Refusal::Places { count: 3 })),
        (spec(Kind::Pick, Assembly::Congress, 2, &["一", "二", "三"]), Ok(())),
        (decision(&["甲", "乙"]), Ok(())),
        (spec(Kind::Decision, Assembly::Committee, 1, &["甲", "乙"]), Err(Refusal::Places { count: 2 })),
    ] {
        assert_eq!(spec.fit(), fits, "{spec:?}");
    }
}

#[test]
fn too_few_present_open_no_round_and_are_told_the_article() {
    // F17: two thirds of 60 are 40; F26: more than half of 23 is 12.
    let congress = election(1, &["甲"]);
    let committee = spec(Kind::Decision, Assembly::Committee, 1, &["甲"]);
    for (spec, members, present, refused) in [
        (&congress, 60, 39, Some(Refusal::QuorumOfCongress { present: 39, need: 40 })),
        (&congress, 60, 40, None),
        (&congress, 60, 61, Some(Refusal::PresentMore { present: 61, members: 60 })),
        (&committee, 23, 11, Some(Refusal::QuorumOfCommittee { present: 11, need: 12 })),
        (&committee, 23, 12, None),
        (&committee, 0, 0, Some(Refusal::PresentMore { present: 0, members: 0 })),
    ] {
        assert_eq!(opened(spec.clone(), members, present, three()).err(), refused, "{members} {present}");
    }
}

#[test]
fn who_stands_on_the_ballot_or_is_near_to_somebody_does_not_count() {
    let spec = election(1, &["甲"]);
    let mut own = teller(2, Role::Counter);
    own.name = "甲".to_owned();
    let refused = opened(spec.clone(), 60, 60, vec![teller(1, Role::Counter), own, teller(3, Role::Chief)]);
    assert_eq!(refused.unwrap_err(), Refusal::TellerInTheWay { name: "甲".to_owned() });
    let mut linked = spec.clone();
    linked.names[0].person = Some(id(7));
    let mut person = teller(2, Role::Counter);
    person.person = Some(id(7));
    let refused = opened(linked, 60, 60, vec![teller(1, Role::Counter), person.clone(), teller(3, Role::Chief)]);
    assert_eq!(refused.unwrap_err(), Refusal::TellerInTheWay { name: person.name });
    for tellers in [vec![teller(1, Role::Counter), teller(3, Role::Chief)], three()[..2].to_vec()] {
        assert_eq!(opened(spec.clone(), 60, 60, tellers).unwrap_err(), Refusal::TellersFew);
    }
    let twice = vec![teller(1, Role::Counter), teller(1, Role::Counter), teller(3, Role::Chief)];
    assert_eq!(opened(spec.clone(), 60, 60, twice).unwrap_err(), Refusal::TellerTwice);
    let round = opened(spec, 60, 60, three()).unwrap();
    let (round, fact) = round.declare(id(1), true, at(2)).unwrap();
    assert_eq!(fact, Fact::TellerStoodAside { account: id(1) });
    assert_eq!(round.tellers.acts(id(1), Role::Counter).unwrap_err(), Refusal::NoTeller);
    let (round, _) = round.name_teller(Teller { declared: None, ..teller(4, Role::Counter) }, at(3)).unwrap();
    assert_eq!(round.tellers.acts(id(4), Role::Counter).unwrap_err(), Refusal::Undeclared);
    let (round, _) = round.declare(id(4), false, at(4)).unwrap();
    assert!(round.tellers.acts(id(4), Role::Counter).is_ok());
    let (round, _) = round.name_teller(teller(5, Role::Chief), at(5)).unwrap();
    assert_eq!(round.tellers.acts(id(3), Role::Chief).unwrap_err(), Refusal::NoTeller, "there is one chief");
}

#[test]
fn a_box_is_laid_out_in_bundles_of_fifty() {
    let places = |boxes: &[u32]| -> Vec<(u32, u32, u32)> {
        laid_out(boxes).into_iter().map(|(place, sheets)| (place.box_no, place.n, sheets)).collect()
    };
    assert_eq!(places(&[120, 50, 0]), [(1, 1, 50), (1, 2, 50), (1, 3, 20), (2, 1, 50)]);
    assert_eq!(places(&[]), []);
}

#[test]
fn ballots_out_and_in_must_be_possible() {
    let round = opened(election(1, &["甲"]), 60, 58, three()).unwrap();
    let boxes = |handed_out, spoiled, returned: &[u32]| Boxes { handed_out, spoiled, returned: returned.to_vec() };
    for (boxes, refused) in [
        (boxes(60, 2, &[58]), None),
        (boxes(60, 1, &[58]), Some(Refusal::IssuedMore { issued: 59, present: 58 })),
        (boxes(2, 3, &[1]), Some(Refusal::SpoiledMore)),
        (boxes(58, 0, &[]), Some(Refusal::Boxes)),
        (boxes(58, 0, &[59]), None),
    ] {
        assert_eq!(round.clone().empty_boxes(boxes.clone()).err(), refused, "{boxes:?}");
    }
}

/// A sheet: `甲 30/5/5`, out of `valid` and no void ballot.
fn sheet(valid: u32, lines: &[(&str, u32, u32)], written: &[(&str, u32)]) -> Count {
    let line = |(name, approve, against): &(&str, u32, u32)| Line {
        name: (*name).to_owned(),
        approve: *approve,
        against: *against,
        abstain: valid - approve - against,
        ..Line::default()
    };
    let tally = |(name, votes): &(&str, u32)| Tally { name: (*name).to_owned(), votes: *votes };
    Count {
        returned: valid,
        valid,
        invalid: 0,
        lines: lines.iter().map(line).collect(),
        write_ins: written.iter().map(tally).collect(),
    }
}

fn entered(bundle: Bundle, spec: &Spec, account: u8, count: Count) -> Result<Bundle, Refusal> {
    let entry = Entry { account: id(account), at: at(1), count };
    bundle.enter((&spec.rule, &spec.listed()), entry).map(|(bundle, _)| bundle)
}

#[test]
fn two_entries_agree_or_name_the_places_and_never_the_values() {
    let spec = election(2, &["甲", "乙", "丙"]);
    let place = Place { box_no: 1, n: 1 };
    let right = sheet(40, &[("甲", 30, 5), ("乙", 25, 10), ("丙", 10, 3)], &[("丁", 2)]);
    let blank = Bundle::new(place, 40);
    let one = entered(blank, &spec, 1, right.clone()).unwrap();
    assert_eq!(entered(one.clone(), &spec, 1, right.clone()).unwrap_err(), Refusal::Entered);
    assert_eq!(one.agreed(), None);
    let same = entered(one.clone(), &spec, 2, right.clone()).unwrap();
    assert_eq!(same.agreed(), Some(&right));
    assert_eq!(entered(same.clone(), &spec, 4, right.clone()).unwrap_err(), Refusal::BundleAgreed);
    let slip = sheet(40, &[("甲", 30, 5), ("乙", 24, 11), ("丙", 10, 3)], &[("丁", 3)]);
    let differs = entered(one, &spec, 2, slip).unwrap();
    assert_eq!(differs.differs, [Spot::Approve(2), Spot::Against(2), Spot::WriteIns]);
    assert_eq!((differs.attempt, differs.entries.len()), (2, 0), "both count again");
    let told = format!("{:?}", differs.differs);
    assert!(!told.contains("24") && !told.contains("25"), "{told}");
    let again = entered(entered(differs, &spec, 2, right.clone()).unwrap(), &spec, 1, right).unwrap();
    assert!(again.agreed().is_some());
    let (recounted, fact) = again.recount().unwrap();
    assert_eq!((recounted.attempt, recounted.agreed(), fact), (3, None, Fact::BundleRecounted { box_no: 1, n: 1 }));
    assert_eq!(Bundle::new(place, 40).recount().unwrap_err(), Refusal::NotCounted);
}

#[test]
fn what_cannot_be_is_said_of_one_entry_at_once() {
    let spec = election(2, &["甲", "乙", "丙"]);
    let right = sheet(40, &[("甲", 30, 5), ("乙", 25, 10), ("丙", 10, 3)], &[]);
    let with = |change: &dyn Fn(&mut Count)| {
        let mut count = right.clone();
        change(&mut count);
        entered(Bundle::new(Place { box_no: 1, n: 1 }, 40), &spec, 1, count)
    };
    for (found, expected) in [
        (with(&|it| it.invalid = 1), Refusal::Broken(Broken::ValidAndInvalid)),
        (with(&|it| it.lines[1].approve = 24), Refusal::Broken(Broken::Line("乙".to_owned()))),
        (
            with(&|it| it.write_ins.push(Tally { name: "甲".to_owned(), votes: 1 })),
            Refusal::WrittenIsListed { name: "甲".to_owned() },
        ),
        (with(&|it| it.write_ins.push(Tally { name: "丁".to_owned(), votes: 19 })), Refusal::Broken(Broken::Approvals)),
        (with(&|it| drop(it.lines.pop())), Refusal::OtherBallot),
    ] {
        assert_eq!(found.unwrap_err(), expected);
    }
    // With so few against, five names cannot have been written in lawfully.
    let against = sheet(40, &[("甲", 10, 1), ("乙", 10, 1), ("丙", 10, 1)], &[("丁", 4)]);
    let found = entered(Bundle::new(Place { box_no: 1, n: 1 }, 40), &spec, 1, against);
    assert_eq!(found.unwrap_err(), Refusal::Broken(Broken::WriteIns));
}

#[test]
fn names_written_in_are_compared_without_blanks_and_order() {
    let told = |names: &[(&str, u32)]| cleaned(sheet(9, &[], names)).write_ins;
    assert_eq!(told(&[("丁 一", 1), ("丙二", 2), ("丁一", 1)]), told(&[("丙二", 2), ("丁\u{3000}一", 2)]));
    assert_eq!(told(&[(" ", 3), ("丁", 0)]), []);
}

/// A round of 60 that is counted: one box of 59 in two bundles, both entered alike.
fn counted(spec: &Spec, sheets: [Count; 2]) -> (Round, Vec<Bundle>) {
    let round = opened(spec.clone(), 60, 60, three()).unwrap();
    let boxes = Boxes { handed_out: 60, spoiled: 0, returned: vec![59] };
    let (round, _) = round.empty_boxes(boxes).unwrap();
    let bundles = laid_out(&[59]).into_iter().zip(sheets).map(|((place, sheets), count)| {
        let one = entered(Bundle::new(place, sheets), spec, 1, count.clone()).unwrap();
        entered(one, spec, 2, count).unwrap()
    });
    (round, bundles.collect())
}

fn tie() -> (Round, Vec<Bundle>) {
    // voting.md §3.3 row 1: 41, 35, 35 of 60 for two seats.
    let spec = election(2, &["甲", "乙", "丙"]);
    let first = sheet(50, &[("甲", 34, 2), ("乙", 31, 4), ("丙", 29, 3)], &[("丁小", 1), ("丁晓", 1)]);
    counted(&spec, [first, sheet(9, &[("甲", 7, 0), ("乙", 4, 0), ("丙", 6, 0)], &[])])
}

fn readings() -> Vec<Reading> {
    ["丁小", "丁晓"].map(|written| Reading { written: written.to_owned(), meant: Some("丁晓".to_owned()) }).into()
}

#[test]
fn the_chief_teller_reports_once_bundles_agree_and_spellings_are_resolved() {
    let (round, bundles) = tie();
    let chief: AccountId = id(3);
    assert_eq!(spellings(&bundles).len(), 2);
    assert_eq!(round.clone().report(id(1), &bundles, &readings(), at(5)).unwrap_err(), Refusal::NoTeller);
    assert_eq!(round.clone().report(chief, &bundles, &[], at(5)).unwrap_err(), Refusal::Unread);
    let mut open = bundles.clone();
    open[1].entries.pop();
    assert_eq!(round.clone().report(chief, &open, &readings(), at(5)).unwrap_err(), Refusal::BundlesOpen);
    let (reported, figures, _) = round.clone().report(chief, &bundles, &readings(), at(5)).unwrap();
    assert_eq!(figures.total.write_ins, [Tally { name: "丁晓".to_owned(), votes: 2 }], "two spellings, one person");
    assert_eq!((figures.total.returned, figures.total.lines[0].approve), (59, 41));
    let mut lost = readings();
    lost[0].meant = None;
    assert_eq!(unreadable(&bundles, &lost), 1);
    let (_, figures, _) = round.report(chief, &bundles, &lost, at(5)).unwrap();
    assert_eq!(figures.total.write_ins[0].votes, 1);
    assert_eq!(reported.clone().announce(at(6)).unwrap().0.stage.word(), "announced");
    assert_eq!(reported.empty_boxes(Boxes::default()).unwrap_err(), Refusal::Over);
}

#[test]
fn a_box_that_holds_another_number_than_its_bundles_is_named() {
    let (round, bundles) = tie();
    let (round, _) = round.empty_boxes(Boxes { handed_out: 60, spoiled: 0, returned: vec![58] }).unwrap();
    let refused = round.report(id(3), &bundles, &readings(), at(5)).unwrap_err();
    assert_eq!(refused, Refusal::Broken(Broken::Box(1)));
    assert_eq!(Refused::from(refused).key, "ballots-broken-box");
}

fn outcome(round: &Round, figures: &Figures) -> Outcome {
    round.outcome(figures, &[]).value
}

#[test]
fn a_tie_is_voted_on_again_among_the_tied_by_most_votes() {
    let (round, bundles) = tie();
    let (round, figures, _) = round.report(id(3), &bundles, &readings(), at(5)).unwrap();
    let law = round.outcome(&figures, &[]).articles();
    assert_eq!(law, [Article::of(Act::Organic, 25)], "more than half of all deputies");
    let found = outcome(&round, &figures);
    let words = ["甲", "乙", "丙", "丁晓"].map(|name| standing(&found, name).map(Standing::word));
    assert_eq!(words, [Some("elected"), Some("tied"), Some("tied"), Some("failed")]);
    let next = follow(&round, &found).unwrap();
    assert_eq!((next.why, next.spec.listed(), next.spec.rule.places), (Why::Tie, vec!["乙", "丙"], 1));
    assert_eq!(next.spec.fit(), Ok(()));
    let again = opened(next.spec, 60, 60, three()).unwrap();
    let line = |name: &str, approve| Line { name: name.to_owned(), approve, abstain: 59 - approve, ..Line::default() };
    let total = Count { returned: 59, valid: 59, lines: vec![line("乙", 30), line("丙", 29)], ..Count::default() };
    let figures = Figures { members: 60, present: 60, issued: 60, handed_out: 60, total, ..Figures::default() };
    let found = outcome(&again, &figures);
    assert_eq!(standing(&found, "乙"), Some(Standing::Elected));
    assert_eq!(follow(&again, &found), None);
}

#[test]
fn seats_nobody_reached_ask_for_another_election_and_what_did_not_pass_is_decided() {
    // row 2: B has exactly half and fails.
    let spec = election(2, &["甲", "乙", "丙"]);
    let first = sheet(50, &[("甲", 34, 2), ("乙", 26, 4), ("丙", 23, 3)], &[]);
    let (round, bundles) = counted(&spec, [first, sheet(9, &[("甲", 7, 0), ("乙", 4, 0), ("丙", 6, 0)], &[])]);
    let (round, figures, _) = round.report(id(3), &bundles, &[], at(5)).unwrap();
    let next = follow(&round, &outcome(&round, &figures)).unwrap();
    assert_eq!((next.why, next.spec.listed(), next.spec.rule.places), (Why::Rerun, vec!["乙", "丙"], 1));
    let decision = spec_of_two();
    let line = |approve, against| [("甲", approve, against), ("乙", 9, 0)];
    let (round, bundles) = counted(&decision, [sheet(50, &line(22, 28), &[]), sheet(9, &line(8, 1), &[])]);
    let (round, figures, _) = round.report(id(3), &bundles, &[], at(5)).unwrap();
    let found = outcome(&round, &figures);
    assert_eq!(standing(&found, "甲"), Some(Standing::Failed), "thirty of sixty is no majority");
    assert_eq!(follow(&round, &found), None);
}

fn spec_of_two() -> Spec {
    spec(Kind::Decision, Assembly::Committee, 2, &["甲", "乙"])
}

#[test]
fn more_ballots_than_issued_are_not_counted_and_the_vote_is_held_again() {
    let round = opened(election(1, &["甲"]), 60, 60, three()).unwrap();
    let (round, _) = round.empty_boxes(Boxes { handed_out: 60, spoiled: 1, returned: vec![60] }).unwrap();
    assert_eq!(round.counting().unwrap_err(), Refusal::VoidRound);
    let (round, figures, _) = round.report(id(3), &[], &[], at(5)).unwrap();
    let found = outcome(&round, &figures);
    assert!(matches!(found, Outcome::Void(_)), "{found:?}");
    assert_eq!(standing(&found, "甲"), None);
    assert_eq!(follow(&round, &found).unwrap().why, Why::Again);
}

#[test]
fn a_result_is_corrected_as_another_edition_unless_a_later_round_rests_on_it() {
    let (round, bundles) = tie();
    assert_eq!(round.clone().correct(false).unwrap_err(), Refusal::NotReported);
    assert_eq!(round.clone().announce(at(6)).unwrap_err(), Refusal::NotReported);
    let (round, _, _) = round.report(id(3), &bundles, &readings(), at(5)).unwrap();
    let (round, _) = round.announce(at(6)).unwrap();
    assert_eq!(round.clone().correct(true).unwrap_err(), Refusal::LaterRound);
    let (round, fact) = round.correct(false).unwrap();
    assert_eq!((round.edition, fact), (2, Fact::CorrectionBegun { edition: 2 }));
    assert!(matches!(round.stage, Stage::Counting { .. }));
    assert_eq!(round.clone().call_off(Text::parse("误").unwrap(), at(7)).unwrap_err(), Refusal::Over);
    let (_, _, fact) = round.report(id(3), &bundles, &readings(), at(8)).unwrap();
    assert_eq!(fact, Fact::RoundReported { edition: 2 });
}

#[test]
fn a_tie_left_to_the_presidium_waits_for_its_word_and_is_then_decided() {
    let mut spec = spec(Kind::Pick, Assembly::Congress, 1, &["一", "二", "三"]);
    (spec.rule.tie, spec.rule.bar) = (TieNext::PresidiumDecides, Bar::MostVotes);
    let sheets = [
        sheet(50, &[("一", 25, 0), ("二", 22, 0), ("三", 3, 0)], &[]),
        sheet(9, &[("一", 3, 0), ("二", 6, 0), ("三", 0, 0)], &[]),
    ];
    let (round, bundles) = counted(&spec, sheets);
    let name = |text: &str| Text::<60>::parse(text).unwrap();
    let (round, figures, _) = round.report(id(3), &bundles, &[], at(5)).unwrap();
    let open = outcome(&round, &figures);
    assert_eq!(round.tie_settled(&open).unwrap_err(), Refusal::TieOpen { left: 1 });
    for wrong in [vec![], vec![name("三")], vec![name("一"), name("二")]] {
        assert_eq!(round.decide_tie(&figures, &wrong).unwrap_err(), Refusal::TieNames { left: 1 }, "{wrong:?}");
    }
    assert_eq!(round.decide_tie(&figures, &[name("二")]).unwrap(), Fact::TieDecided { edition: 1 });
    let decided = round.outcome(&figures, &["二".to_owned()]);
    assert_eq!(round.tie_settled(&decided.value), Ok(()));
    let said = |name| standing(&decided.value, name).unwrap();
    assert_eq!((said("一"), said("二"), said("三")), (Standing::Failed, Standing::Elected, Standing::Failed));
    assert_eq!(follow(&round, &decided.value), None, "nobody votes again");
    let (round, _) = round.announce(at(6)).unwrap();
    assert_eq!(round.decide_tie(&figures, &[name("二")]).unwrap_err(), Refusal::NotReported, "announced is locked");
}
