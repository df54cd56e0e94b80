//! What is published beside an archive is held to it; both verifiers say the same.

use std::path::{Path, PathBuf};

use ballots_verify::{Check, Files, Flaw, Old, Side, Wish, beside, changeable, verify};
use num_bigint::BigUint;

use crate::world::{
    Dice, Hall, UUID,
    hall::{Device, confirmed, issued, pem, token},
    python, verified, verified_inside, verified_strictly,
};

/// What is wrong first, and whether archive and files hold together.
fn told(archive: &[u8], files: &Files) -> (Option<(Side, Flaw)>, bool) {
    let wish = Wish { unchanged: !changeable(files), old: Old::Beside, ..Wish::default() };
    let report = verify(archive, &wish).unwrap();
    let beside = beside(files, &report);
    let first = beside.told.iter().find_map(|(side, outcome)| Some((*side, outcome.err()?.flaw)));
    (first, report.is_good() && beside.is_good())
}

fn lay(folder: &Path, hall: &Hall, files: &Files) {
    std::fs::create_dir(folder).unwrap();
    std::fs::write(folder.join(format!("{UUID}.bel")), &hall.archive).unwrap();
    for (side, text) in files {
        std::fs::write(folder.join(side.file().unwrap()), text).unwrap();
    }
}

type Change = Box<dyn Fn(&mut Hall)>;

fn change(change: impl Fn(&mut Hall) + 'static) -> Change {
    Box::new(change)
}

/// False things somebody with every key of the server could publish, and what gives them away.
fn falsehoods() -> Vec<(Change, Side, Flaw)> {
    vec![
        (change(|hall| hall.rule = hall.rule.replace(UUID, "AnotherVoteOfUs")), Side::Rule, Flaw::Other),
        (change(|hall| hall.rule = hall.rule.replace("\"least\":4", "\"least\":5")), Side::Opening, Flaw::Least),
        (change(|hall| hall.rule = hall.rule.replace("\"least\":4", "\"least\":04")), Side::Rule, Flaw::Form),
        (change(|hall| hall.rule = hall.rule.replace('\n', "")), Side::Rule, Flaw::Form),
        (change(|hall| hall.rule = hall.rule.replace("\"abab", "\"\\u0061bab")), Side::Rule, Flaw::Form),
        (change(|hall| hall.key = pem(&((BigUint::from(3_u8) << 3070) + 1_u8))), Side::Issue, Flaw::Signature),
        (change(|hall| hall.key = pem(&BigUint::from(5_u8))), Side::Key, Flaw::Form),
        (change(|hall| hall.key = hall.key.replace('\n', "\r\n")), Side::Key, Flaw::Form),
        (change(|hall| hall.issue.swap(0, 1)), Side::Issue, Flaw::Twice),
        (change(|hall| hall.issue.insert(0, hall.issue[0].clone())), Side::Issue, Flaw::Twice),
        (change(|hall| drop(hall.issue.pop())), Side::Confirmations, Flaw::Stranger),
        (
            change(|hall| {
                hall.issue.pop();
                hall.confirmations.pop();
            }),
            Side::Opening,
            Flaw::Unequal,
        ),
        (
            change(|hall| hall.issue[3] = issued(&Device::new(), 12, &BigUint::from(9_u8), &BigUint::from(8_u8))),
            Side::Issue,
            Flaw::Signature,
        ),
        (
            change(|hall| hall.issue[3] = issued(&Device::new(), 12, &BigUint::ZERO, &BigUint::ZERO)),
            Side::Issue,
            Flaw::Signature,
        ),
    ]
}

/// The same of tokens and confirmations.
fn false_lists() -> Vec<(Change, Side, Flaw)> {
    let other = "cd".repeat(32);
    let strange = token(&format!("ballot-token|AnotherVoteOfUs|{other}"));
    vec![
        (change(|hall| drop(hall.tokens.pop())), Side::Tokens, Flaw::List),
        (change(|hall| hall.tokens.swap(0, 1)), Side::Tokens, Flaw::List),
        (
            change(move |hall| {
                hall.tokens.push(format!("{{\"credential\":\"{other}\",\"token\":\"{strange}\"}}\n"));
            }),
            Side::Tokens,
            Flaw::List,
        ),
        (
            change(|hall| {
                let [one, two] = [0, 1].map(|at| hall.tokens[at].split("\"token\"").nth(1).unwrap().to_owned());
                hall.tokens[0] = hall.tokens[0].replace(&one, &two);
            }),
            Side::Tokens,
            Flaw::Signature,
        ),
        (change(|hall| drop(hall.confirmations.pop())), Side::Opening, Flaw::Unequal),
        (change(|hall| hall.confirmations.clear()), Side::Opening, Flaw::Unequal),
        (change(|hall| hall.confirmations.swap(1, 2)), Side::Confirmations, Flaw::Twice),
        (
            change(|hall| hall.confirmations[3] = confirmed(&hall.devices[3], 12, &"ef".repeat(32))),
            Side::Confirmations,
            Flaw::Setup,
        ),
        (
            change(|hall| hall.confirmations[3] = confirmed(&Device::new(), 12, &hall.setup)),
            Side::Confirmations,
            Flaw::Stranger,
        ),
        (
            change(|hall| hall.confirmations[3] = confirmed(&hall.devices[2], 12, &hall.setup)),
            Side::Confirmations,
            Flaw::Stranger,
        ),
        (
            change(|hall| {
                let (mine, theirs) = (hall.devices[3].key(), hall.devices[2].key());
                hall.confirmations[3] = confirmed(&hall.devices[2], 12, &hall.setup).replace(&theirs, &mine);
            }),
            Side::Confirmations,
            Flaw::Signature,
        ),
        (
            change(|hall| {
                let last = hall.confirmations.pop().unwrap();
                hall.confirmations.push(last.trim_end().to_owned());
            }),
            Side::Confirmations,
            Flaw::Form,
        ),
    ]
}

/// The same of the proofs of what was opened.
fn false_openings() -> Vec<(Change, Side, Flaw)> {
    let side = Side::Decryptions;
    vec![
        (change(|hall| drop(hall.decryptions.pop())), side, Flaw::Few),
        (change(|hall| hall.decryptions.clear()), side, Flaw::Few),
        (change(|hall| hall.decryptions.swap(0, 1)), side, Flaw::Twice),
        (change(|hall| hall.decryptions.insert(0, hall.decryptions[0].clone())), side, Flaw::Twice),
        (change(|hall| hall.decryptions[1] = hall.decryptions[1].replace(":2,", ":3,")), side, Flaw::Stranger),
        (change(|hall| hall.decryptions[0] = hall.decryptions[1].replace(":2,", ":1,")), side, Flaw::Proof),
        (change(|hall| hall.decryptions[0] = hall.decryptions[0].replace("[[{", "[[],[{")), side, Flaw::Form),
        (change(|hall| hall.decryptions[0] = hall.decryptions[0].replace('\n', "")), side, Flaw::Form),
        (
            change(|hall| {
                let part = crate::archives::pieces(&hall.archive).into_iter().find_map(|piece| {
                    let text = std::str::from_utf8(&piece[512..]).ok()?;
                    let proofs = text.split("\"decryption_proofs\":").nth(1)?;
                    Some(proofs[..proofs.rfind('}')?].to_owned())
                });
                hall.decryptions[0] = format!("{{\"trustee\":1,\"proofs\":{}}}\n", part.unwrap());
            }),
            side,
            Flaw::Old,
        ),
    ]
}

/// Who has the archive of ours alone does not take what could have been forged; who has the folder does.
#[test]
fn an_archive_of_ours_is_not_taken_without_what_lies_beside_it() {
    let hall = Hall::new();
    for report in [verified(&hall.archive), verified_strictly(&hall.archive)] {
        let failed = report.failed.unwrap();
        assert_eq!((failed.check, failed.flaw), (Check::Decryptions, Flaw::Old));
    }
    assert_eq!((verified_inside(&hall.archive).failed, verified_inside(&hall.archive).old), (None, 6));
    let folder = tempfile::tempdir().unwrap();
    let (bare, whole) = (folder.path().join("bare"), folder.path().join("whole"));
    lay(&bare, &hall, &Files::new());
    lay(&whole, &hall, &hall.files());
    let file = bare.join(format!("{UUID}.bel"));
    assert_eq!((python([&file, &bare], false), python([&whole], true)), (vec![1, 1], vec![0]));
}

#[test]
fn what_lies_beside_a_good_archive_holds_and_what_is_false_is_told_by_both() {
    let folder = tempfile::tempdir().unwrap();
    let mut places: Vec<PathBuf> = Vec::new();
    let good = Hall::new();
    assert_eq!(told(&good.archive, &good.files()), (None, true));
    let report = verified_inside(&good.archive);
    let counts: Vec<_> = beside(&good.files(), &report).told.into_iter().map(|(_, outcome)| outcome.unwrap()).collect();
    assert_eq!((counts, good.credentials.len()), (vec![6, 1, 1, 4, 4, 4, 4], 4));
    places.push(folder.path().join("good"));
    lay(&places[0], &good, &good.files());
    for (at, (change, side, flaw)) in falsehoods().into_iter().chain(false_lists()).chain(false_openings()).enumerate()
    {
        let mut hall = Hall::new();
        change(&mut hall);
        assert_eq!(told(&hall.archive, &hall.files()), (Some((side, flaw)), false), "{at}");
        places.push(folder.path().join(at.to_string()));
        lay(&places[places.len() - 1], &hall, &hall.files());
    }
    for side in good.files().into_keys() {
        let mut files = good.files();
        files.remove(&side);
        assert_eq!(told(&good.archive, &files), (Some((side, Flaw::Absent)), false));
        places.push(folder.path().join(format!("{side:?}")));
        lay(&places[places.len() - 1], &good, &files);
    }
    let mut expected = vec![1; places.len()];
    expected[0] = 0;
    assert_eq!(python(&places, false), expected);
}

/// The roll names persons and is not published; whoever has it lays it beside the rest.
#[test]
fn a_device_that_is_not_the_one_on_the_roll_is_told_by_both() {
    let folder = tempfile::tempdir().unwrap();
    let hall = Hall::new();
    let roll = hall.roll();
    let first = &roll[roll.find("\"key_hash\":\"").unwrap() + 12..][..64];
    let with = [
        (roll.clone(), None),
        (format!("{roll}\n"), None),
        (roll.replacen("\"present\":true", "\"present\":false", 1), Some(Flaw::Stranger)),
        (roll.replace(first, &"0".repeat(64)), Some(Flaw::Stranger)),
        (roll.replace("\"number\":3,", "\"number\":2,"), Some(Flaw::Stranger)),
        (roll.replace("\"number\":6,", "\"number\":3,"), Some(Flaw::Twice)),
        (roll.replace("\"name\":\"甲\"", "\"name\":null"), Some(Flaw::Form)),
        (roll.replace("\"issued\":true", "\"issued\":1"), Some(Flaw::Form)),
        ("{\"roll\":[]}".to_owned(), Some(Flaw::Stranger)),
    ];
    let (mut places, mut expected) = (Vec::new(), Vec::new());
    for (at, (text, flaw)) in with.into_iter().enumerate() {
        let mut files = hall.files();
        files.insert(Side::Roll, text.into_bytes());
        assert_eq!(told(&hall.archive, &files), (flaw.map(|flaw| (Side::Roll, flaw)), flaw.is_none()), "{at}");
        places.push(folder.path().join(at.to_string()));
        lay(&places[at], &hall, &files);
        expected.push(u8::from(flaw.is_some()));
    }
    assert_eq!(python(&places, false), expected);
}

#[test]
fn three_hundred_files_with_one_letter_changed_are_refused_by_both() {
    let folder = tempfile::tempdir().unwrap();
    let (hall, mut dice, mut places) = (Hall::new(), Dice(61), Vec::new());
    let report = verified_inside(&hall.archive);
    let bound = [Side::Key, Side::Issue, Side::Tokens, Side::Confirmations, Side::Decryptions];
    for at in 0..300 {
        let mut files = hall.files();
        let text = files.get_mut(&bound[dice.below(5)]).unwrap();
        let place = dice.below(text.len());
        let before = text[place];
        text[place] = *b"0123456789AZaz+/=\"\n{},: ".get(dice.below(24)).unwrap();
        if text[place] == before {
            continue;
        }
        assert!(!beside(&files, &report).is_good(), "{at}: {place}");
        if at % 15 == 0 {
            places.push(folder.path().join(at.to_string()));
            lay(&places[places.len() - 1], &hall, &files);
        }
    }
    let expected = vec![1; places.len()];
    assert_eq!(python(&places, false), expected);
}

#[test]
fn nothing_is_asked_of_confirmations_before_the_first_ballot() {
    let hall = Hall::new();
    let bytes = crate::archives::pieces(&hall.archive)[..6].concat();
    let report = verify(&*bytes, &Wish { unfinished: true, old: Old::Beside, ..Wish::default() }).unwrap();
    assert_eq!((report.failed, report.setup.as_str()), (None, hall.setup.as_str()));
    let mut files = hall.files();
    files.insert(Side::Confirmations, Vec::new());
    files.insert(Side::Decryptions, Vec::new());
    assert!(beside(&files, &report).is_good());
}
