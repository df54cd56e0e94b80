//! The worked examples of voting.md §3.3, and P1–P4, P6, P8 of its §13.

use ballots_rules::{
    Tally,
    round::{Bar, Count, Decided, Figures, Line, Outcome, Rule, TieNext, VoidRound, outcome},
};
use proptest::prelude::*;

fn line(name: &str, approve: u32, valid: u32) -> Line {
    Line { name: name.to_owned(), approve, abstain: valid.saturating_sub(approve), ..Line::default() }
}

/// `A:41 B:35`, counted on `returned` valid ballots of `members`, all of whom are present.
fn figures(members: u32, returned: u32, votes: &str) -> Figures {
    let read =
        |one: &str| one.split_once(':').map(|(name, votes)| line(name, votes.parse().unwrap(), returned)).unwrap();
    let lines = votes.split(' ').filter(|one| !one.is_empty()).map(read).collect();
    let total = Count { returned, valid: returned, lines, ..Count::default() };
    Figures {
        members,
        present: members,
        participants: members,
        handed_out: members,
        issued: members,
        total,
        ..Figures::default()
    }
}

fn decided(rule: &Rule, figures: &Figures) -> Decided {
    match outcome(rule, figures).value {
        Outcome::Decided(decided) => decided,
        Outcome::Void(why) => panic!("void: {why:?}"),
    }
}

fn names(tallies: &[Tally]) -> String {
    tallies.iter().map(|tally| tally.name.as_str()).collect()
}

#[test]
fn assemblies_elect_by_more_than_half_of_all_and_vote_again_among_the_tied() {
    // voting.md §3.3 rows 1, 2, 3, 7
    for (members, places, returned, votes, elected, tied, left, shortfall) in [
        (60, 2, 59, "A:41 B:35 C:35", "A", "BC", 1, 0),
        (60, 2, 60, "A:41 B:30 C:29", "A", "", 0, 1),
        (61, 1, 55, "X:30", "", "", 0, 1),
        (61, 1, 55, "X:31", "X", "", 0, 0),
    ] {
        let found = decided(&Rule::assembly(places), &figures(members, returned, votes));
        let told = (names(&found.elected), names(&found.tied), found.seats_left, found.shortfall);
        assert_eq!(told, (elected.to_owned(), tied.to_owned(), left, shortfall), "{votes}");
    }
    let mut written = figures(60, 60, "C:27");
    written.total.write_ins = vec![Tally { name: "D".to_owned(), votes: 31 }];
    assert_eq!(names(&decided(&Rule::assembly(1), &written).elected), "D");
}

#[test]
fn more_ballots_than_issued_make_a_round_void() {
    // row 4
    let void = Outcome::Void(VoidRound::MoreReturnedThanIssued);
    assert_eq!(outcome(&Rule::assembly(1), &figures(60, 61, "A:60")).value, void);
}

#[test]
fn a_committee_counts_all_its_members() {
    // row 5
    for (present, approve, passed) in [(22, 13, 1), (22, 12, 0)] {
        let figures = Figures { present, issued: present, ..figures(25, present, &format!("X:{approve}")) };
        assert_eq!(decided(&Rule::committee(), &figures).elected.len(), passed);
    }
    let few = Figures { present: 12, issued: 12, ..figures(25, 12, "X:12") };
    assert_eq!(outcome(&Rule::committee(), &few).value, Outcome::Void(VoidRound::NoQuorum));
}

#[test]
fn ten_of_twelve_projects_with_a_tie_for_the_tenth_place() {
    // row 6
    let votes = "a:90 b:88 c:85 d:80 e:79 f:75 g:70 h:68 i:66 j:63 k:63 l:40";
    let found = decided(&Rule::assembly(10), &figures(100, 100, votes));
    assert_eq!((found.elected.len(), names(&found.tied), found.seats_left), (9, "jk".to_owned(), 1));
    let taken = Rule { tie: TieNext::AllTaken, ..Rule::assembly(10) };
    assert_eq!(decided(&taken, &figures(100, 100, votes)).elected.len(), 11);
}

#[test]
fn direct_elections_need_their_turnout_and_the_other_election_a_third() {
    // rows 8, 9
    let direct = |participants, returned, votes: &str| Figures {
        participants,
        issued: participants,
        ..figures(4_000, returned, votes)
    };
    for (approve, elected) in [(1_000, 0), (1_001, 1)] {
        let found = decided(&Rule::direct(1), &direct(2_001, 2_001, &format!("X:{approve}")));
        assert_eq!(found.elected.len(), elected, "{approve}");
    }
    let void = outcome(&Rule::direct(1), &direct(2_000, 2_000, "X:2000")).value;
    assert_eq!(void, Outcome::Void(VoidRound::TooFewTookPart));
    for (approve, elected) in [(667, 1), (666, 0)] {
        let found = decided(&Rule::direct_rerun(1), &direct(2_001, 2_001, &format!("X:{approve}")));
        assert_eq!(found.elected.len(), elected, "{approve}");
    }
}

prop_compose! {
    /// A round of an assembly whose figures can be: as many approvals as the ballots hold.
    fn rounds()(members in 1_u32..3_000, places in 1_u32..7, shares in proptest::collection::vec(0_u32..=100, 1..10))
        -> (u32, u32, Vec<u32>) {
        let lines = u32::try_from(shares.len()).unwrap();
        let most = places.min(lines);
        let votes = shares.iter().map(|share| (members * share / 100).min(members * most / lines)).collect();
        (members, places, votes)
    }
}

fn spelled(votes: &[u32]) -> String {
    let all: Vec<String> = votes.iter().enumerate().map(|(at, votes)| format!("{at}:{votes}")).collect();
    all.join(" ")
}

fn set(tallies: &[Tally]) -> std::collections::BTreeSet<(String, u32)> {
    tallies.iter().map(|tally| (tally.name.clone(), tally.votes)).collect()
}

proptest! {
    #[test]
    fn p1_the_order_of_candidates_changes_nothing((members, places, votes) in rounds(), turn in 0_usize..10) {
        let figures = figures(members, members, &spelled(&votes));
        let mut turned = figures.clone();
        let turn = turn % votes.len();
        turned.total.lines.rotate_left(turn);
        let (one, other) = (decided(&Rule::assembly(places), &figures), decided(&Rule::assembly(places), &turned));
        prop_assert_eq!(set(&one.elected), set(&other.elected));
        prop_assert_eq!(set(&one.tied), set(&other.tied));
        prop_assert_eq!((one.seats_left, one.shortfall), (other.seats_left, other.shortfall));
    }

    #[test]
    fn p1_whoever_did_not_vote_might_as_well_have_abstained((members, places, votes) in rounds(), gone in 0_u32..50) {
        let all = figures(members, members, &spelled(&votes));
        let gone = gone.min(members - votes.iter().max().unwrap());
        let fewer = figures(members, members - gone, &spelled(&votes));
        prop_assert_eq!(decided(&Rule::assembly(places), &all), decided(&Rule::assembly(places), &fewer));
    }

    #[test]
    fn p2_one_more_vote_never_unseats((members, places, votes) in rounds(), lucky in 0_usize..10) {
        let lucky = lucky % votes.len();
        prop_assume!(votes[lucky] < members);
        let mut more = votes.clone();
        more[lucky] += 1;
        let sits = |votes: &[u32]| {
            let found = decided(&Rule::assembly(places), &figures(members, members, &spelled(votes)));
            found.elected.iter().any(|tally| tally.name == lucky.to_string())
        };
        prop_assert!(!sits(&votes) || sits(&more));
    }

    #[test]
    fn p3_nobody_is_elected_by_half_of_all_or_less((members, places, votes) in rounds()) {
        let found = decided(&Rule::assembly(places), &figures(members, members, &spelled(&votes)));
        prop_assert!(found.elected.iter().chain(&found.tied).all(|tally| 2 * tally.votes > members));
    }

    #[test]
    fn p4_places_are_elected_tied_or_missing((members, places, votes) in rounds()) {
        for rule in [Rule::assembly(places), Rule::most_votes(places)] {
            let found = decided(&rule, &figures(members, members, &spelled(&votes)));
            prop_assert_eq!(u32::try_from(found.elected.len()).unwrap() + found.seats_left + found.shortfall, places);
            prop_assert!(found.tied.is_empty() || found.tied.len() > usize::try_from(found.seats_left).unwrap());
            prop_assert!(found.tied.windows(2).all(|pair| pair[0].votes == pair[1].votes));
            let all = found.elected.len() + found.tied.len() + found.failed.len();
            prop_assert_eq!(all, votes.len());
        }
    }

    #[test]
    fn p6_a_ballot_too_many_makes_every_round_void((members, places, votes) in rounds()) {
        let figures = Figures { issued: members - 1, ..figures(members, members, &spelled(&votes)) };
        for rule in [Rule::assembly(places), Rule::direct(places), Rule::direct_rerun(places), Rule::most_votes(places), Rule::committee()] {
            prop_assert_eq!(outcome(&rule, &figures).value, Outcome::Void(VoidRound::MoreReturnedThanIssued));
        }
    }

    #[test]
    fn p8_whole_numbers_say_the_same_as_fractions(base in 0_u32..3_000, votes in 1_u32..3_000, a in 1_u32..10, b in 1_u32..10) {
        prop_assume!(a <= b);
        prop_assert_eq!(votes >= Bar::AtLeast(a, b).least(base), votes * b >= base * a);
        prop_assert_eq!(votes >= Bar::MoreThanHalf.least(base), 2 * votes > base);
    }
}
