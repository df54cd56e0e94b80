//! B2, B9: thirty-two thousand archives with one thing changed, every one refused.
//!
//! Two kinds: a byte of the file changed blindly, and, since hashes find all of those, a field changed by somebody who writes every hash
//! anew. Each changed archive holds the one ballot that is meant, so that a hundred of them are checked in a second.

use std::collections::BTreeMap;

use ballots_seal::{Curve, archive::Archive};

use crate::world::{Dice, World, question, verified};

/// The texts of an archive of one voter, to be chained anew after one was changed.
struct Texts {
    election: String,
    trustees: String,
    credentials: String,
    ballot: String,
    tally: String,
    decryption: String,
    result: String,
}

const KINDS: [&str; 7] = ["election", "trustees", "credentials", "ballot", "tally", "decryption", "result"];

impl Texts {
    fn new() -> Self {
        let mut world = World::<Curve>::new(vec![question(2, 1, 1, false)], 1, 1, 21);
        let ballot = world.ballot(0, &vec![vec![1, 0]].into());
        let mut totals = ballots_seal::Totals::new(&world.election);
        totals.add(&world.admitted(&ballot));
        let part = world.trustees[0].decrypt(world.election.hash(), &totals, &mut world.dice);
        Self {
            election: world.election.json().to_owned(),
            trustees: world.shown.clone(),
            credentials: world.credentials.json(),
            ballot,
            tally: totals.json(),
            decryption: ballots_seal::in_archive(&part.json),
            result: "1,0".to_owned(),
        }
    }

    fn of(&mut self, kind: &str) -> &mut String {
        match kind {
            "election" => &mut self.election,
            "trustees" => &mut self.trustees,
            "credentials" => &mut self.credentials,
            "ballot" => &mut self.ballot,
            "tally" => &mut self.tally,
            "decryption" => &mut self.decryption,
            _ => &mut self.result,
        }
    }

    fn archive(&self) -> Vec<u8> {
        let (mut archive, mut out) = Archive::begin(1);
        out.extend(archive.setup(&self.election, &self.trustees, &self.credentials));
        out.extend(archive.ballot(&self.ballot));
        out.extend(archive.end());
        out.extend(archive.tally(&self.tally, 1));
        out.extend(archive.decryption(1, &self.decryption));
        let totals: Option<Vec<u64>> = self.result.split(',').map(|one| one.parse().ok()).collect();
        out.extend(archive.result(&[totals.unwrap_or_default()]));
        out
    }
}

/// One letter of a text changed into another that might pass for it.
fn changed(text: &str, dice: &mut Dice) -> Option<(usize, String)> {
    let at = dice.below(text.len());
    let before = *text.as_bytes().get(at).unwrap();
    let near: &[u8] = match before {
        b'0'..=b'9' => b"0123456789a \"",
        b'a'..=b'f' => b"0123456789abcdefA",
        _ => b"0a{}[],:\"\\ Zz",
    };
    let after = near[dice.below(near.len())];
    let mut bytes = text.as_bytes().to_vec();
    match dice.below(12) {
        0 => drop(bytes.remove(at)),
        1 => bytes.insert(at, after),
        _ => bytes[at] = after,
    }
    let new = String::from_utf8(bytes).ok()?;
    (new != text).then_some((at, new))
}

#[test]
fn eight_thousand_archives_written_anew_with_one_letter_changed_are_refused() {
    let mut dice = Dice(1);
    assert_eq!(verified(&Texts::new().archive()).failed, None);
    let good = Texts::new();
    let mut seen = BTreeMap::<&str, u32>::new();
    while seen.values().sum::<u32>() < 8_000 {
        let kind = KINDS[dice.below(7)];
        let mut texts = Texts { ballot: good.ballot.clone(), ..copy(&good) };
        let Some((at, new)) = changed(texts.of(kind), &mut dice) else { continue };
        if kind == "result"
            && new.split(',').map(|one| one.parse().ok()).collect::<Option<Vec<u64>>>() == Some(vec![1, 0])
        {
            continue;
        }
        *texts.of(kind) = new;
        assert!(!verified(&texts.archive()).is_good(), "{kind} at {at}");
        *seen.entry(kind).or_default() += 1;
    }
    assert!(KINDS.iter().all(|kind| seen[kind] > 800), "{seen:?}");
}

fn copy(texts: &Texts) -> Texts {
    Texts {
        election: texts.election.clone(),
        trustees: texts.trustees.clone(),
        credentials: texts.credentials.clone(),
        ballot: texts.ballot.clone(),
        tally: texts.tally.clone(),
        decryption: texts.decryption.clone(),
        result: texts.result.clone(),
    }
}

#[test]
fn twenty_four_thousand_archives_with_one_byte_changed_are_refused() {
    let good = Texts::new().archive();
    let mut dice = Dice(2);
    let (mut refused, mut unread) = (0, 0);
    let wish = ballots_verify::Wish { old: ballots_verify::Old::Strangers, ..ballots_verify::Wish::default() };
    while refused + unread < 24_000 {
        let at = dice.below(good.len());
        let bit = 1_u8 << dice.below(8);
        let mut bad = good.clone();
        bad[at] ^= bit;
        if may_differ(at, &good) {
            continue;
        }
        match ballots_verify::verify(&*bad, &wish) {
            Ok(report) => {
                assert!(!report.is_good(), "bit {bit} at {at}");
                refused += 1;
            }
            Err(_) => unread += 1,
        }
    }
    assert!(refused > 20_000, "{unread} were no archives at all");
}

/// The time in the first piece binds nothing, and says so: it is in no hash.
fn may_differ(at: usize, good: &[u8]) -> bool {
    let digits = good[512..1024].windows(13).position(|part| part == b"\"timestamp\":\"").unwrap() + 512 + 13;
    at == digits
}

#[test]
fn swapped_fields_reordered_keys_and_points_of_small_order_are_refused() {
    for (kind, archive) in swapped() {
        assert!(!verified(&archive).is_good(), "{kind}");
    }
}

/// Archives written anew with such changes.
pub fn swapped() -> Vec<(&'static str, Vec<u8>)> {
    let good = Texts::new();
    let swap = |text: &str, one: &str, two: &str| text.replace(one, "\u{1}").replace(two, one).replace('\u{1}', two);
    let minus = "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f";
    let of_order_two: String = (0..32).rev().map(|at| &minus[at * 2..at * 2 + 2]).collect();
    let neutral = format!("{}1", "0".repeat(63));
    let alpha = good.ballot.split("\"alpha\":\"").nth(1).unwrap()[..64].to_owned();
    let beta = good.ballot.split("\"beta\":\"").nth(1).unwrap()[..64].to_owned();
    let first = good.credentials[2..66].to_owned();
    let bad = [
        ("ballot", swap(&good.ballot, "\"alpha\"", "\"beta\"")),
        ("ballot", swap(&good.ballot, "\"challenge\"", "\"response\"")),
        ("ballot", good.ballot.replace(&alpha, &beta)),
        ("ballot", good.ballot.replace(&alpha, &of_order_two)),
        ("ballot", good.ballot.replace(&alpha, &neutral)),
        ("ballot", good.ballot.replace(':', ": ")),
        ("ballot", good.ballot.replace("\"alpha\"", "\"\\u0061lpha\"")),
        ("ballot", good.ballot.replace(&alpha, &alpha.to_uppercase())),
        ("credentials", good.credentials.replace(&first, &neutral)),
        ("credentials", good.credentials.replace(&first, &of_order_two)),
        ("credentials", format!("[\"{first}\",\"{first}\"]")),
        ("tally", "[]".to_owned()),
        ("tally", swap(&good.tally, "\"alpha\"", "\"beta\"")),
        ("trustees", "[]".to_owned()),
        ("result", "0,1".to_owned()),
        ("result", "1".to_owned()),
        ("result", "1,0,0".to_owned()),
    ];
    let written = |(kind, text)| {
        let mut texts = copy(&good);
        assert_ne!(*texts.of(kind), text);
        *texts.of(kind) = text;
        (kind, texts.archive())
    };
    bad.into_iter().map(written).collect()
}

/// So many archives written anew with one letter changed.
pub fn letters(count: usize) -> Vec<Vec<u8>> {
    let (mut dice, good) = (Dice(4), Texts::new());
    let mut out = Vec::new();
    while out.len() < count {
        let kind = KINDS[dice.below(7)];
        let mut texts = copy(&good);
        let Some((_, new)) = changed(texts.of(kind), &mut dice) else { continue };
        *texts.of(kind) = new;
        out.push(texts.archive());
    }
    out
}
