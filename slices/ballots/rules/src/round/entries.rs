//! Two tellers enter the same sheets; the screen shows *which* figures differ, never their values (voting.md §3.1).

use super::{Count, Figures, Line};

/// The places in which two entries differ: `issued`, `box 2 batch 1 returned`, `total 张三 approve`. Empty when they are the same.
#[must_use]
pub fn differing(one: &Figures, other: &Figures) -> Vec<String> {
    let mut places = Vec::new();
    for (name, a, b) in [
        ("members", one.members, other.members),
        ("present", one.present, other.present),
        ("participants", one.participants, other.participants),
        ("handed_out", one.handed_out, other.handed_out),
        ("spoiled_replaced", one.spoiled_replaced, other.spoiled_replaced),
        ("issued", one.issued, other.issued),
    ] {
        note(&mut places, a == b, name);
    }
    note(&mut places, one.boxes.len() == other.boxes.len(), "boxes");
    for (at, (a, b)) in one.boxes.iter().zip(&other.boxes).enumerate() {
        let place = format!("box {}", at + 1);
        note(&mut places, a.returned == b.returned, &format!("{place} returned"));
        note(&mut places, a.batches.len() == b.batches.len(), &format!("{place} batches"));
        for (at, (a, b)) in a.batches.iter().zip(&b.batches).enumerate() {
            counts(&mut places, &format!("{place} batch {}", at + 1), a, b);
        }
    }
    counts(&mut places, "total", &one.total, &other.total);
    places
}

fn note(places: &mut Vec<String>, same: bool, place: &str) {
    if !same {
        places.push(place.to_owned());
    }
}

fn counts(places: &mut Vec<String>, place: &str, one: &Count, other: &Count) {
    for (name, a, b) in [
        ("returned", one.returned, other.returned),
        ("valid", one.valid, other.valid),
        ("invalid", one.invalid, other.invalid),
    ] {
        note(places, a == b, &format!("{place} {name}"));
    }
    let none = Line::default();
    for name in names(&one.lines, &other.lines, |line| &line.name) {
        let [a, b] = [one, other].map(|count| count.lines.iter().find(|line| line.name == name));
        note(places, a.is_some() == b.is_some(), &format!("{place} {name}"));
        let (a, b) = (a.unwrap_or(&none), b.unwrap_or(&none));
        for (mark, a, b) in [
            ("approve", a.approve, b.approve),
            ("against", a.against, b.against),
            ("abstain", a.abstain, b.abstain),
            ("unclear", a.unclear, b.unclear),
        ] {
            note(places, a == b, &format!("{place} {name} {mark}"));
        }
        note(places, a.ranks == b.ranks, &format!("{place} {name} ranks"));
    }
    for name in names(&one.write_ins, &other.write_ins, |tally| &tally.name) {
        let votes = |count: &Count| count.write_ins.iter().find(|tally| tally.name == name).map(|tally| tally.votes);
        note(places, votes(one) == votes(other), &format!("{place} {name}"));
    }
}

/// The names of both lists, each once.
fn names<'a, T>(one: &'a [T], other: &'a [T], name: impl Fn(&'a T) -> &'a String) -> Vec<&'a str> {
    let mut all: Vec<&str> = one.iter().chain(other).map(|each| name(each).as_str()).collect();
    all.sort_unstable();
    all.dedup();
    all
}
