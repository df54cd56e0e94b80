//! B6, B8: decryptions that are wrong, missing or repeated; events that were moved.

use ballots_seal::{Curve, Decryption, Election, Group, Open, Public, Secret, Totals, Trustee, Wrong, sum_of_keys};
use ballots_verify::{Check, Flaw, Unread, Wish};
use zeroize::Zeroizing;

use crate::world::{Dice, UUID, World, question, small, verified};

fn totals(world: &World<Curve>, ballots: &[String]) -> Totals<Curve> {
    let mut totals = Totals::new(&world.election);
    ballots.iter().for_each(|ballot| totals.add(&world.admitted(ballot)));
    totals
}

/// An archive whose decryptions are these, with the result given.
fn with_decryptions(world: &World<Curve>, ballots: &[String], parts: &[(u64, String)], result: &[Vec<u64>]) -> Vec<u8> {
    let (mut archive, mut out) = world.setup();
    ballots.iter().for_each(|ballot| out.extend(archive.ballot(ballot)));
    out.extend(archive.end());
    out.extend(archive.tally(&totals(world, ballots).json(), 3));
    parts.iter().for_each(|(owner, json)| out.extend(archive.decryption(*owner, json)));
    out.extend(archive.result(result));
    out
}

#[test]
fn every_trustee_is_needed_once_and_with_its_own_key() {
    let (mut world, ballots) = small();
    let (good, result) = world.archive(&ballots);
    assert_eq!(verified(&good).failed, None);
    let sums = totals(&world, &ballots);
    let hash = world.election.hash().to_owned();
    let parts: Vec<String> = world.trustees.iter().map(|one| one.decrypt(&hash, &sums, &mut world.dice).json).collect();
    let stranger = Trustee::<Curve>::draw(&mut Dice(5)).decrypt(&hash, &sums, &mut Dice(6)).json;
    let other = world.trustees[1].decrypt("another vote", &sums, &mut Dice(6)).json;
    let (one, two) = ((1, parts[0].clone()), (2, parts[1].clone()));
    let mut wrong = result.clone();
    wrong[0][0] += 1;
    for (parts, result, check, flaw) in [
        (vec![one.clone()], &result, Check::Result, Flaw::Few),
        (vec![one.clone(), one.clone()], &result, Check::Decryptions, Flaw::Twice),
        (vec![one.clone(), (3, two.1.clone())], &result, Check::Decryptions, Flaw::Stranger),
        (vec![one.clone(), (0, two.1.clone())], &result, Check::Decryptions, Flaw::Stranger),
        (vec![one.clone(), (1, two.1.clone())], &result, Check::Decryptions, Flaw::Twice),
        (vec![(2, one.1.clone())], &result, Check::Decryptions, Flaw::Proof),
        (vec![one.clone(), (2, stranger)], &result, Check::Decryptions, Flaw::Proof),
        (vec![one.clone(), (2, other)], &result, Check::Decryptions, Flaw::Proof),
        (vec![one.clone(), two.clone()], &wrong, Check::Result, Flaw::Total),
    ] {
        let failed = verified(&with_decryptions(&world, &ballots, &parts, result)).failed.unwrap();
        assert_eq!((failed.check, failed.flaw), (check, flaw));
    }
    assert_eq!(verified(&with_decryptions(&world, &ballots, &[two, one], &result)).failed, None, "in any order");
}

#[test]
fn all_but_one_trustee_open_nothing() {
    let (mut world, ballots) = small();
    let sums = totals(&world, &ballots);
    let hash = world.election.hash().to_owned();
    let parts: Vec<_> = world.trustees.iter().map(|one| one.decrypt(&hash, &sums, &mut world.dice)).collect();
    assert_eq!(sums.open(&parts[..1]), Err(Open::Number));
    assert!(sums.open(&parts).is_ok());
}

#[test]
fn what_a_trustee_shows_is_held_to_its_key() {
    let (mut world, ballots) = small();
    let sums = totals(&world, &ballots);
    let hash = world.election.hash().to_owned();
    let public = world.trustees[0].public(&mut world.dice);
    let again = Public::<Curve>::read(public.json()).unwrap();
    assert_eq!((again.shown(), again.commitment().len()), (public.shown(), 64));
    assert!(Public::<Curve>::read(&public.json().replace("\"challenge\":\"", "\"challenge\":\"1")).is_none());
    let part = world.trustees[0].decrypt(&hash, &sums, &mut world.dice).json;
    assert!(Decryption::<Curve>::read(&part, &hash, &public, &sums).is_some());
    assert!(Decryption::<Curve>::read(&part, "other", &public, &sums).is_none());
    let bare = ballots_seal::in_archive(&part);
    assert!(part.contains("bound_proofs") && !bare.contains("bound_proofs"), "{bare}");
    assert!(
        Decryption::<Curve>::read(&bare, &hash, &public, &sums).is_none(),
        "proofs that name nothing are not enough"
    );
    let strong = part.split("\"bound_proofs\":").nth(1).unwrap();
    let only = format!("{}\"decryption_proofs\":{strong}", bare.split("\"decryption_proofs\"").next().unwrap());
    assert!(Decryption::<Curve>::read(&only, &hash, &public, &sums).is_some(), "a trustee of an older program");
    assert_eq!((ballots_seal::in_archive(&only), ballots_seal::beside_archive(1, &only)), (only.clone(), None));
    let other = world.trustees[1].public(&mut world.dice);
    assert!(Decryption::<Curve>::read(&part, &hash, &other, &sums).is_none());
    let kept = ballots_seal::Secret::kept(&world.trustees[0].secret().to_keep()).unwrap();
    assert_eq!(Trustee::<Curve>::of(kept).shown(), public.shown(), "a secret that was kept is the same");
}

/// The setup of a vote under such a key with such trustees.
fn of_trustees(key: <Curve as Group>::Point, trustees: &str) -> Vec<u8> {
    let election = Election::<Curve>::new(UUID, "n", "d", vec![question(2, 1, 1, false)], key).unwrap();
    let (mut archive, mut out) = ballots_seal::archive::Archive::begin(1);
    out.extend(archive.setup(election.json(), trustees, "[]"));
    out
}

/// Trustees of whom fewer could open than it seems: one whose key is copied, one whose key everybody has, one who shows a key that
/// cancels the other's.
pub fn false_trustees() -> [(Vec<u8>, Flaw); 3] {
    let mut dice = Dice(17);
    let honest = Trustee::<Curve>::draw(&mut dice);
    let one = honest.public(&mut dice);
    let key = Curve::point(one.shown()).unwrap();
    let nobody = Trustee::of(Secret::<Curve>::kept(&Zeroizing::new([0; 32])).unwrap()).public(&mut dice);
    assert!(Public::<Curve>::read(nobody.json()).is_none());
    let own = Trustee::<Curve>::draw(&mut dice);
    let own_key = Curve::point(&own.shown()).unwrap();
    let shown = own.public(&mut dice).json().replace(&own.shown(), &Curve::shown(&Curve::sub(&own_key, &key)));
    let list = |all: &[&str]| {
        format!("[{}]", all.iter().map(|one| format!("[\"Single\",{one}]")).collect::<Vec<_>>().join(","))
    };
    [
        (of_trustees(Curve::add(&key, &key), &list(&[one.json(), one.json()])), Flaw::Twice),
        (of_trustees(key, &list(&[one.json(), nobody.json()])), Flaw::Point),
        (of_trustees(own_key, &list(&[one.json(), &shown])), Flaw::Proof),
    ]
}

#[test]
fn a_key_that_is_copied_empty_or_made_against_anothers_is_refused() {
    for (archive, flaw) in false_trustees() {
        let failed = verified(&archive).failed.unwrap();
        assert_eq!((failed.check, failed.flaw), (Check::Trustees, flaw));
    }
    let one = Trustee::<Curve>::draw(&mut Dice(18));
    let twice = sum_of_keys(&[one.public(&mut Dice(19)), one.public(&mut Dice(20))]);
    let election = Election::<Curve>::new(UUID, "n", "d", vec![question(2, 1, 1, false)], twice);
    assert_eq!(election.err(), Some(Wrong::Key));
}

/// The pieces of an archive, each with its heading.
pub fn pieces(archive: &[u8]) -> Vec<&[u8]> {
    let (mut out, mut rest) = (Vec::new(), archive);
    while !rest.is_empty() {
        let size = usize::from_str_radix(std::str::from_utf8(&rest[124..135]).unwrap(), 8).unwrap();
        let (piece, after) = rest.split_at(512 + size.div_ceil(512) * 512);
        out.push(piece);
        rest = after;
    }
    out
}

#[test]
fn an_event_that_is_left_out_doubled_or_moved_is_found() {
    let (mut world, ballots) = small();
    let archive = world.archive(&ballots).0;
    let all = pieces(&archive);
    for at in 1..all.len() {
        let without: Vec<u8> = [&all[..at], &all[at + 1..]].concat().concat();
        assert!(!verified(&without).is_good(), "without {at}");
        let doubled: Vec<u8> = [&all[..=at], &all[at..]].concat().concat();
        assert!(!verified(&doubled).is_good(), "twice {at}");
        let cut: Vec<u8> = all[..at].concat();
        assert!(!verified(&cut).is_good(), "up to {at}");
    }
    let is_event = |piece: &[u8]| piece[64..100].starts_with(b".event.json");
    let events: Vec<usize> = (0..all.len()).filter(|at| is_event(all[*at])).collect();
    for two in events.windows(2) {
        let mut moved = all.clone();
        moved.swap(two[0], two[1]);
        assert!(!verified(&moved.concat()).is_good(), "{two:?}");
    }
}

#[test]
fn an_unfinished_vote_is_told_and_checked_as_far_as_it_goes() {
    let (world, ballots) = small();
    let (mut archive, mut out) = world.setup();
    ballots.iter().for_each(|ballot| out.extend(archive.ballot(ballot)));
    let failed = verified(&out).failed.unwrap();
    assert_eq!((failed.check, failed.flaw), (Check::Result, Flaw::Unfinished));
    let wish = Wish { unfinished: true, ..Wish::default() };
    let report = ballots_verify::verify(&*out, &wish).unwrap();
    assert_eq!((report.failed, report.head.as_str()), (None, archive.head().unwrap()));
    assert_eq!((report.held(Check::Ballots), report.held(Check::Tally)), (Some(3), None));
}

#[test]
fn hostile_files_end_soon() {
    let other = |bytes: &[u8]| matches!(ballots_verify::verify(bytes, &Wish::default()), Err(Unread::Other));
    assert!(other(b"") && other(&[0; 512]) && other(b"PK\x03\x04") && other(&[b'7'; 100_000]));
    let (world, _) = small();
    let mut huge = world.setup().1;
    let mut head = huge[..512].to_vec();
    head[124..135].copy_from_slice(b"77777777777");
    let sum: u64 = head[..148].iter().chain(&head[156..]).map(|byte| u64::from(*byte)).sum::<u64>() + 256;
    head[148..154].copy_from_slice(format!("{sum:06o}").as_bytes());
    huge.extend(head);
    assert_eq!(verified(&huge).failed.unwrap().flaw, Flaw::Large, "eight gigabytes are not set aside");
    let questions = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    for election in [
        questions.clone(),
        world.election.json().replace("\"questions\":[", &format!("\"questions\":{questions},[")),
        world.election.json().replace("\"min\":1", "\"min\":99999999999999999999999999"),
        world.election.json().replace("\"max\":1", "\"max\":1e9"),
        world.election.json().replace("Ed25519", "RFC-3526-2048"),
    ] {
        let (mut archive, mut out) = ballots_seal::archive::Archive::begin(1);
        out.extend(archive.setup(&election, &world.shown, &world.credentials.json()));
        assert_eq!(verified(&out).failed.unwrap().check, Check::Setup);
    }
}
