//! Rounds from the ballot to the announcement, on both engines, with two tellers who make mistakes.

use crate::world::{site::visitor, *};
use ballots::desk::{
    count::{ReadingsWanted, SheetLine, SheetWanted, SheetWriteIn, enter, read, recount},
    prepare, round as rounds,
    round::{BallotReason, DeclarationWanted, TellerWanted},
    settle::{BallotTieWanted, announce, correct, decide_tie, report},
};
use ballots_rules::{
    paper::{Kind, Place, Reading, Refusal, Role, RoundId, Why},
    round::{Ballot, Bar, Count, Mark, Rule, TieNext, WrittenIn, count},
};
use kit::{Site, db::Sql, testing::both, web::api::Once};

const NAMES: [&str; 3] = ["甲", "乙", "丙"];

fn place(n: u32) -> Place {
    Place { box_no: 1, n }
}

fn sheet(count: &Count) -> SheetWanted {
    let line = |line: &ballots_rules::round::Line| SheetLine {
        approve: line.approve,
        against: line.against,
        abstain: line.abstain,
        unclear: line.unclear,
        ranks: line.ranks.clone(),
    };
    SheetWanted {
        returned: count.returned,
        valid: count.valid,
        invalid: count.invalid,
        lines: count.lines.iter().map(line).collect(),
        write_ins: count.write_ins.iter().map(|one| SheetWriteIn { name: text(&one.name), votes: one.votes }).collect(),
    }
}

/// Fifty-nine ballots that make voting.md §3.3 row 1: 41, 35, 35 for two seats; two of them write 丁 in, in two spellings.
fn heap() -> Vec<Ballot> {
    let ballot = |marks: &str, written: Option<&str>| Ballot {
        marks: marks.chars().map(|c| if c == '+' { Mark::Approve } else { Mark::Against }).collect(),
        write_ins: written.map(|name| WrittenIn { name: name.to_owned(), marked: true }).into_iter().collect(),
    };
    let kinds: [(u32, &str, Option<&str>); 6] = [
        (20, "++-", None),
        (19, "+-+", None),
        (15, "-++", None),
        (1, "+--", Some("丁小明")),
        (1, "+--", Some("丁晓明")),
        (1, "--+", None),
    ];
    let mut heap: Vec<Ballot> =
        kinds.iter().flat_map(|(many, marks, written)| (0..*many).map(|_| ballot(marks, *written))).collect();
    heap.extend([ballot("+++", None), ballot("---", None)]);
    heap
}

/// Both tellers enter a bundle; the second makes a slip the first time.
async fn entered_with_a_slip(site: &Site, round: RoundId, n: u32, right: &Count) {
    enter(site, &one(), round, place(n), sheet(right)).await.unwrap();
    let mut slip = sheet(right);
    slip.lines[0].approve -= 1;
    slip.lines[0].abstain += 1;
    let differs = enter(site, &two(), round, place(n), slip).await.unwrap();
    assert_eq!((differs.attempt, differs.agreed(), differs.differs.len()), (2, None, 2));
    for teller in [two(), one()] {
        enter(site, &teller, round, place(n), sheet(right)).await.unwrap();
    }
}

#[test]
fn an_election_with_a_tie_and_a_write_in_is_counted_by_two_who_err() {
    both(async |site| {
        found(&site).await;
        let ballot = drafted(&site, Kind::Election, 2, &NAMES).await;
        let round = opened(&site, ballot, 60).await;
        let heap = heap();
        let rule = Rule::assembly(2);
        emptied(&site, round, 60, &[u32::try_from(heap.len()).unwrap()]).await;
        for (n, bundle) in (1..).zip(heap.chunks(50)) {
            entered_with_a_slip(&site, round, n, &count(&rule, &NAMES, bundle)).await;
        }
        assert_eq!(why(report(&site, &chief(), round).await.unwrap_err()), "ballots-refused-unread");
        let meant = |written: &str| Reading { written: written.to_owned(), meant: Some("丁晓明".to_owned()) };
        let readings = vec![meant("丁小明"), meant("丁晓明")];
        read(&site, &chief(), round, ReadingsWanted { readings }).await.unwrap();
        assert_eq!(why(report(&site, &one(), round).await.unwrap_err()), "ballots-refused-no-teller");
        report(&site, &chief(), round).await.unwrap();
        announce(&site, &head(), round).await.unwrap();
        let told = results(&site, round).await;
        let expected = [("甲", 41, "elected"), ("乙", 35, "tied"), ("丙", 35, "tied"), ("丁晓明", 2, "failed")];
        assert_eq!(told, expected.map(|(name, votes, word)| (name.to_owned(), votes, word.to_owned())));
        again(&site, ballot).await;
        sound(&site).await;
    });
}

/// Among the tied: 乙 thirty, 丙 twenty-nine.
async fn again(site: &Site, ballot: ballots_rules::paper::BallotId) {
    let (item, _) = prepare::of(site, &clerk(), ballot).await.unwrap();
    let due = rounds::due(&mut site.db(), &item).await.unwrap();
    assert_eq!((due.why, due.spec.listed(), due.spec.rule.places), (Why::Tie, vec!["乙", "丙"], 1));
    let second = opened(site, ballot, 60).await;
    emptied(site, second, 60, &[59]).await;
    let line = |approve| SheetLine { approve, ..SheetLine::default() };
    for (n, returned, votes) in [(1, 50, [26, 24]), (2, 9, [4, 5])] {
        for teller in [one(), two()] {
            let lines = votes.map(line).into();
            let sheet = SheetWanted { returned, valid: returned, lines, ..SheetWanted::default() };
            enter(site, &teller, second, place(n), sheet).await.unwrap();
        }
    }
    report(site, &chief(), second).await.unwrap();
    announce(site, &head(), second).await.unwrap();
    let told = results(site, second).await;
    assert_eq!(told[0], ("乙".to_owned(), 30, "elected".to_owned()));
    let over = rounds::due(&mut site.db(), &item).await.unwrap_err();
    assert_eq!(why(over), "ballots-refused-nothing-follows");
}

async fn results(site: &Site, round: RoundId) -> Vec<(String, i64, String)> {
    let sql = Sql::new("select name, approve, standing from v_ballot_result where round = {} order by ordinal");
    site.db().all(sql.bind(round)).await.unwrap()
}

#[test]
fn too_few_present_strangers_and_candidates_open_no_round() {
    both(async |site| {
        found(&site).await;
        let ballot = drafted(&site, Kind::Election, 1, &["账号53"]).await;
        let asked =
            |site: Site, wanted| async move { rounds::open(&site, &clerk(), ballot, wanted, &Once::default()).await };
        let few = asked(site.clone(), round_wanted(60, 39)).await.unwrap_err();
        assert_eq!(why(few), "ballots-refused-quorum-congress");
        let own = asked(site.clone(), round_wanted(60, 60)).await.unwrap_err();
        assert_eq!(why(own), "ballots-refused-teller-in-the-way");
        let mut far = round_wanted(60, 60);
        far.chief = account(98);
        assert!(why(asked(site.clone(), far).await.unwrap_err()).contains("ballots-wrong-account"));
        let hidden =
            rounds::open(&site, &stranger(), ballot, round_wanted(60, 60), &Once::default()).await.unwrap_err();
        assert_eq!(why(hidden), "kit-problem-missing");
        sound(&site).await;
    });
}

#[test]
fn an_appointment_is_refused_by_a_vote_short_and_nothing_follows() {
    both(async |site| {
        found(&site).await;
        let ballot = drafted(&site, Kind::Decision, 0, &["张任免", "李任免"]).await;
        let round = opened(&site, ballot, 23).await;
        emptied(&site, round, 23, &[23]).await;
        let line =
            |approve, against| SheetLine { approve, against, abstain: 23 - approve - against, ..SheetLine::default() };
        for teller in [one(), two()] {
            let lines = vec![line(11, 8), line(12, 6)];
            let sheet = SheetWanted { returned: 23, valid: 23, lines, ..SheetWanted::default() };
            enter(&site, &teller, round, place(1), sheet).await.unwrap();
        }
        report(&site, &chief(), round).await.unwrap();
        assert_eq!(results(&site, round).await, [], "what is not announced is nobody's to read");
        announce(&site, &head(), round).await.unwrap();
        let words: Vec<String> = results(&site, round).await.into_iter().map(|(.., word)| word).collect();
        assert_eq!(words, ["failed", "elected"]);
        let (item, _) = prepare::of(&site, &clerk(), ballot).await.unwrap();
        assert!(rounds::due(&mut site.db(), &item).await.is_err());
        sound(&site).await;
    });
}

#[test]
fn an_announced_result_is_corrected_as_another_edition_and_the_old_one_stays() {
    both(async |site| {
        found(&site).await;
        let ballot = drafted(&site, Kind::Pick, 1, &["一号项目", "二号项目"]).await;
        let round = opened(&site, ballot, 30).await;
        emptied(&site, round, 30, &[30]).await;
        let sheet = |votes: [u32; 2]| SheetWanted {
            returned: 30,
            valid: 30,
            lines: votes.map(|approve| SheetLine { approve, ..SheetLine::default() }).into(),
            ..SheetWanted::default()
        };
        for teller in [one(), two()] {
            enter(&site, &teller, round, place(1), sheet([16, 14])).await.unwrap();
        }
        report(&site, &chief(), round).await.unwrap();
        announce(&site, &head(), round).await.unwrap();
        let reason = || BallotReason { reason: text("两捆票放错了位置") };
        assert_eq!(why(correct(&site, &clerk(), round, reason()).await.unwrap_err()), "accounts-refused-no-post");
        correct(&site, &head(), round, reason()).await.unwrap();
        assert_eq!(results(&site, round).await[0].1, 16, "until the next is announced the old one stands");
        recount(&site, &chief(), round, place(1)).await.unwrap();
        for teller in [two(), one()] {
            enter(&site, &teller, round, place(1), sheet([14, 16])).await.unwrap();
        }
        report(&site, &chief(), round).await.unwrap();
        announce(&site, &head(), round).await.unwrap();
        assert_eq!(results(&site, round).await[1], ("二号项目".to_owned(), 16, "elected".to_owned()));
        let kept = "select edition, coalesce(reason, '') from ballot_result order by edition";
        let kept: Vec<(i64, String)> = site.db().all(kept).await.unwrap();
        assert_eq!(kept, [(1, "两捆票放错了位置".to_owned()), (2, String::new())]);
        let entries: Vec<(i64,)> = site.db().all("select count(*) from ballot_entry").await.unwrap();
        assert_eq!(entries, [(4,)], "no entry is ever overwritten");
        sound(&site).await;
    });
}

#[test]
fn who_stands_aside_counts_no_more_and_another_is_named() {
    both(async |site| {
        found(&site).await;
        let ballot = drafted(&site, Kind::Election, 1, &["甲"]).await;
        let round = rounds::open(&site, &clerk(), ballot, round_wanted(30, 30), &Once::default()).await.unwrap().id;
        emptied(&site, round, 30, &[30]).await;
        let sheet = || SheetWanted {
            returned: 30,
            valid: 30,
            lines: vec![SheetLine { approve: 30, ..SheetLine::default() }],
            ..SheetWanted::default()
        };
        let undeclared = enter(&site, &one(), round, place(1), sheet()).await.unwrap_err();
        assert_eq!(why(undeclared), "ballots-refused-undeclared");
        rounds::declare(&site, &one(), round, DeclarationWanted { near: true }).await.unwrap();
        let aside = enter(&site, &one(), round, place(1), sheet()).await.unwrap_err();
        assert_eq!(why(aside), "ballots-refused-no-teller");
        let other = TellerWanted { account: account(51), role: Role::Counter };
        rounds::name_teller(&site, &clerk(), round, other).await.unwrap();
        rounds::declare(&site, &head(), round, DeclarationWanted { near: false }).await.unwrap();
        enter(&site, &head(), round, place(1), sheet()).await.unwrap();
        let mut wrong = sheet();
        wrong.valid = 29;
        rounds::declare(&site, &two(), round, DeclarationWanted { near: false }).await.unwrap();
        let broken = enter(&site, &two(), round, place(1), wrong).await.unwrap_err();
        assert_eq!(why(broken), "ballots-broken-valid");
        let none = enter(&site, &two(), round, place(2), sheet()).await.unwrap_err();
        assert_eq!(why(none), kernel::Refused::from(Refusal::NoBundle).key);
        sound(&site).await;
    });
}

#[test]
fn settings_changed_by_hand_after_they_were_fixed_are_a_fault() {
    both(async |site| {
        found(&site).await;
        let ballot = drafted(&site, Kind::Election, 1, &["甲"]).await;
        let round = opened(&site, ballot, 30).await;
        let refused = prepare::revise(&site, &clerk(), ballot, wanted(Kind::Election, 1, &["乙"]).spec, None).await;
        assert_eq!(why(refused.unwrap_err()), "ballots-refused-spec-fixed");
        let mut tx = site.db().begin().await.unwrap();
        run(&mut tx, Sql::new("update ballot_round set spec = replace(spec, '甲', '乙') where id = {}").bind(round))
            .await;
        tx.commit().await.unwrap();
        let breaches = ballots::checks::audit(site.db()).await.unwrap();
        assert!(breaches.iter().any(|breach| breach.place.contains("spec")), "{breaches:?}");
    });
}

#[test]
fn the_presidiums_word_on_a_tie_is_written_down_before_the_announcement() {
    both(async |site| {
        found(&site).await;
        let mut spec = wanted(Kind::Pick, 1, &["一号项目", "二号项目"]);
        let rule = Rule { tie: TieNext::PresidiumDecides, bar: Bar::MostVotes, ..Rule::assembly(1) };
        spec.spec.rule = Some(Rule { write_in: None, ..rule });
        let ballot = prepare::draft(&site, &clerk(), congress(), spec, &Once::default()).await.unwrap().id;
        let round = opened(&site, ballot, 30).await;
        emptied(&site, round, 30, &[30]).await;
        let line = |approve| SheetLine { approve, ..SheetLine::default() };
        for teller in [one(), two()] {
            let lines = vec![line(15), line(15)];
            let sheet = SheetWanted { returned: 30, valid: 30, lines, ..SheetWanted::default() };
            enter(&site, &teller, round, place(1), sheet).await.unwrap();
        }
        report(&site, &chief(), round).await.unwrap();
        assert_eq!(why(announce(&site, &head(), round).await.unwrap_err()), "ballots-refused-tie-open");
        let word = |name: &str| BallotTieWanted { names: vec![text(name)] };
        assert_eq!(
            why(decide_tie(&site, &clerk(), round, word("二号项目")).await.unwrap_err()),
            "accounts-refused-no-post"
        );
        assert_eq!(
            why(decide_tie(&site, &head(), round, word("三号")).await.unwrap_err()),
            "ballots-refused-tie-names"
        );
        decide_tie(&site, &head(), round, word("二号项目")).await.unwrap();
        announce(&site, &head(), round).await.unwrap();
        let words: Vec<String> = results(&site, round).await.into_iter().map(|(.., word)| word).collect();
        assert_eq!(words, ["failed", "elected"]);
        sound(&site).await;
    });
}

#[test]
fn objects_are_rated_by_the_satisfied_and_the_fairly_satisfied() {
    both(async |site| {
        found(&site).await;
        let ballot = drafted(&site, Kind::Rating, 0, &["教育局", "水利局", "民政局"]).await;
        let round = opened(&site, ballot, 40).await;
        emptied(&site, round, 40, &[40]).await;
        let line = |approve: u32, against: u32, abstain: u32| SheetLine {
            approve,
            against,
            abstain,
            unclear: 40 - approve - against - abstain,
            ..SheetLine::default()
        };
        let sheet = || SheetWanted {
            returned: 40,
            valid: 40,
            invalid: 0,
            lines: vec![line(21, 10, 5), line(15, 6, 19), line(10, 10, 20)],
            write_ins: Vec::new(),
        };
        enter(&site, &one(), round, place(1), sheet()).await.unwrap();
        enter(&site, &two(), round, place(1), sheet()).await.unwrap();
        report(&site, &chief(), round).await.unwrap();
        announce(&site, &head(), round).await.unwrap();
        let page = visitor(&site, &head()).get(&format!("/ballots/rounds/{round}")).await.text;
        for words in ["满意 1 项，基本满意 1 项，不满意 1 项", "未评或者多评", "基本满意之和"]
        {
            assert!(page.contains(words), "{words}: {page}");
        }
    });
}
