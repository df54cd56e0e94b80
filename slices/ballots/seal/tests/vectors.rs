//! B9: the two verifiers agree on every vector, good, changed and hostile, taking proofs of the form of Belenios 1 and refusing them.

use ballots_seal::{Curve, Totals, archive::Archive};
use ballots_verify::{Old, Unread, Wish};
use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD};
use sha2::{Digest, Sha256};

use crate::{
    archives, ballots, forged, tampered,
    world::{World, python, small},
};

/// So many vectors are changed blindly.
const LETTERS: usize = 120;

/// A vote nobody took part in, whose description is this text, with everything else as it should be.
fn nobody(world: &mut World<Curve>, election: &str) -> Vec<u8> {
    let (mut archive, mut out) = Archive::begin(1);
    out.extend(archive.setup(election, &world.shown, &world.credentials.json()));
    out.extend(archive.end());
    let totals = Totals::new(&world.election);
    out.extend(archive.tally(&totals.json(), 0));
    let hash = STANDARD_NO_PAD.encode(Sha256::digest(election.as_bytes()));
    for (trustee, number) in world.trustees.iter().zip(1..) {
        out.extend(archive.decryption(number, &trustee.decrypt(&hash, &totals, &mut world.dice).json));
    }
    out.extend(archive.result(&[vec![0; 3], vec![0; 4]]));
    out
}

/// Descriptions written in other ways, and whether they may be.
fn descriptions(good: &str) -> Vec<(String, bool)> {
    let name = "\"name\":\"任免 “一”\"";
    assert!(good.contains(name));
    let named = |text: &str| good.replace(name, &format!("\"name\":{text}"));
    let more = |field: &str| format!("{},{field}}}", good.strip_suffix('}').unwrap());
    vec![
        (good.to_owned(), true),
        (named(&format!("\"{}\"", "[{".repeat(60))), true),
        (named("\"\\u4efb\\ud83d\\ude00\\/\\n\""), true),
        (named(&format!("\"{}\"", "一".repeat(6_666))), true),
        (named(&format!("\"{}\"", "一".repeat(6_667))), false),
        (named("\"\\ud83d\""), false),
        (named("\"\\ude00\\ud83d\""), false),
        (named("null"), false),
        (named("[]"), false),
        (named("\"a\nb\""), false),
        (good.replace("\"name\"", "\"n\\u0061me\""), false),
        (good.replace("\"name\":", "\"name\": "), false),
        (good.replace("\"group\":\"Ed", "\"group\":\"\\u0045d"), false),
        (good.replace("\"uuid\":\"Lian", "\"uuid\":\"\\u004cian"), false),
        (good.replace("\"version\":1", "\"version\":1.0"), false),
        (good.replace("\"version\":1", "\"version\":true"), false),
        (good.replace("\"min\":0", "\"min\":-0"), false),
        (good.replace("\"min\":1", "\"min\":01"), false),
        (good.replace("\"min\":1", "\"blank\":false,\"min\":1"), false),
        (good.replace("\"max\":2", "\"max\":9"), false),
        (good.replace("\"max\":2", "\"max\":2,\"max\":2"), false),
        (format!("{good} "), false),
        (format!("\u{feff}{good}"), false),
        (more("\"administrator\":\"我\""), true),
        (more(&format!("\"administrator\":\"{}\"", ballots_seal::BOUND)), false),
        (more(&format!("\"administrator\":\"{}\"", ballots_seal::BOUND.replace('L', "\\u004c"))), false),
        (more("\"credential_authority\":\"a\",\"administrator\":\"b\""), false),
        (more("\"extra\":1"), false),
    ]
}

/// All vectors, and whether each holds where that is known beforehand.
fn all() -> Vec<(String, Vec<u8>, Option<bool>)> {
    let (mut world, ballots) = small();
    let good = world.archive(&ballots).0;
    let mut out = vec![
        ("good".to_owned(), good.clone(), Some(true)),
        ("a ballot not counted".to_owned(), world.archive_counting(&ballots, &ballots[1..]).0, Some(false)),
        ("forged".to_owned(), forged::archive(), None),
        ("replayed".to_owned(), ballots::replayed(), Some(false)),
        ("nothing".to_owned(), Vec::new(), Some(false)),
        ("no archive".to_owned(), b"PK\x03\x04".repeat(300), Some(false)),
    ];
    for (text, holds) in descriptions(world.election.json()) {
        let told: String = text.chars().take(400).collect();
        out.push((told, nobody(&mut world, &text), Some(holds)));
    }
    out.extend(archives::false_trustees().map(|(archive, flaw)| (format!("{flaw:?}"), archive, Some(false))));
    out.extend(tampered::swapped().into_iter().map(|(kind, archive)| (kind.to_owned(), archive, Some(false))));
    let pieces = archives::pieces(&good);
    for at in (0..pieces.len()).step_by(4) {
        out.push((format!("without {at}"), [&pieces[..at], &pieces[at + 1..]].concat().concat(), Some(false)));
        out.push((format!("twice {at}"), [&pieces[..=at], &pieces[at..]].concat().concat(), Some(false)));
        out.push((format!("up to {at}"), pieces[..at].concat(), Some(false)));
    }
    for at in [100, 511, 513, 700, 1500, good.len() - 100] {
        out.push((format!("cut at {at}"), good[..at].to_vec(), Some(false)));
    }
    out.extend(tampered::letters(LETTERS).into_iter().enumerate().map(|(at, one)| (format!("letter {at}"), one, None)));
    out
}

#[test]
fn both_verifiers_say_the_same_of_every_vector() {
    let folder = tempfile::tempdir().unwrap();
    let vectors = all();
    let files: Vec<_> = (0..vectors.len()).map(|at| folder.path().join(format!("{at}.bel"))).collect();
    files.iter().zip(&vectors).for_each(|(file, (_, archive, _))| std::fs::write(file, archive).unwrap());
    for strict in [false, true] {
        // What is changed blindly stands at the end, and is not looked at twice.
        let files = if strict { &files[..files.len() - LETTERS] } else { &files[..] };
        let other = python(files, strict);
        assert_eq!(other.len(), files.len());
        for ((name, archive, holds), other) in vectors.iter().zip(other) {
            let wish = Wish { old: if strict { Old::Refused } else { Old::Strangers }, ..Wish::default() };
            let own = match ballots_verify::verify(archive.as_slice(), &wish) {
                Ok(report) => u8::from(!report.is_good()),
                Err(Unread::Other) => 2,
                Err(Unread::Io(problem)) => panic!("{problem}"),
            };
            assert_eq!(own, other, "{name}, strict: {strict}");
            assert!(holds.is_none_or(|holds| (holds && !strict) == (own == 0)), "{name}");
        }
    }
}
