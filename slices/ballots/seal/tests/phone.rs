//! The scripts of the voter's phone, run by node: what they seal, unblind and look up is held to the Rust that had no part in it.

use std::{
    io::Write as _,
    process::{Command, Stdio},
};

use ballots_seal::{Choices, Curve, Group as _, Refused, Secret, admit};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use num_bigint::BigUint;
use serde_json::{Value, json};

use crate::world::{World, plain, question, small, verified};

/// What the phone answers to these tasks, one after the other; `Err` holds why it refused.
fn phone(tasks: &[Value]) -> Vec<Result<Value, String>> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/phone/run.js");
    let mut command = Command::new("node");
    command.arg(script).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child =
        command.spawn().expect("node, which runs the phone's scripts, is missing: cargo xtask test installs it");
    let mut input = child.stdin.take().unwrap();
    let lines: String = tasks.iter().map(|task| format!("{task}\n")).collect();
    let writing = std::thread::spawn(move || input.write_all(lines.as_bytes()));
    let out = child.wait_with_output().unwrap();
    writing.join().unwrap().unwrap();
    assert!(out.status.success(), "the phone's scripts stopped");
    let read = |line: &[u8]| {
        let answer: Value = serde_json::from_slice(line).unwrap();
        let refused = answer.get("refused").and_then(Value::as_str).map(str::to_owned);
        refused.map_or_else(|| Ok(answer["ok"].clone()), Err)
    };
    let answers: Vec<_> = out.stdout.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).map(read).collect();
    assert_eq!(answers.len(), tasks.len());
    answers
}

fn decimal(secret: &Secret<Curve>) -> String {
    BigUint::from_bytes_le(secret.to_keep().as_slice()).to_string()
}

fn sealing(world: &World<Curve>, voter: usize, choices: &Choices, anyhow: bool) -> Value {
    let secret = decimal(&world.voters[voter]);
    json!({ "do": "seal", "election": world.election.json(), "secret": secret, "choices": **choices, "anyhow": anyhow })
}

/// A vote of the three shapes: one of three, one or two of four or a blank, up to three of five.
fn three_shapes(voters: usize) -> World<Curve> {
    World::new(vec![question(3, 1, 1, false), question(4, 1, 2, true), question(5, 0, 3, false)], voters, 3, 41)
}

fn text(answer: &Value, field: &str) -> String {
    answer[field].as_str().unwrap().to_owned()
}

#[test]
fn what_a_phone_seals_is_let_in_opens_to_the_sum_and_is_found_again() {
    let mut world = three_shapes(6);
    let mut all: Vec<Choices> = (0..5).map(|_| world.any()).collect();
    all.push(vec![vec![0, 0, 1], vec![1, 0, 0, 0, 0], vec![0; 5]].into());
    let tasks: Vec<Value> =
        all.iter().enumerate().map(|(voter, choices)| sealing(&world, voter, choices, false)).collect();
    let sealed: Vec<Value> = phone(&tasks).into_iter().map(Result::unwrap).collect();
    let ballots: Vec<String> = sealed.iter().map(|one| text(one, "text")).collect();
    let trackers: Vec<String> = sealed.iter().map(|one| text(one, "tracker")).collect();
    for (ballot, tracker) in ballots.iter().zip(&trackers) {
        assert_eq!(&world.admitted(ballot).tracker, tracker);
    }
    let (archive, result) = world.archive(&ballots);
    assert_eq!(result, plain(world.election.questions(), &all));
    let report = verified(&archive);
    assert!(report.is_good());
    let setup = [world.election.json().to_owned(), world.shown.clone(), world.credentials.json()];
    let mut find = json!({ "do": "find", "archive": STANDARD.encode(&archive), "trackers": trackers });
    let good = json!({ "setup": report.setup, "head": report.head, "places": [1, 2, 3, 4, 5, 6] });
    let answers = phone(&[json!({ "do": "setup", "texts": setup }), find.clone()]);
    assert_eq!(answers, [Ok(json!(report.setup)), Ok(good)]);
    let mut changed = archive.clone();
    let first = ballots[0].as_bytes();
    let at = archive.windows(first.len()).position(|bytes| bytes == first).unwrap();
    changed[at + 20] ^= 1;
    for (archive, why) in [(&changed[..], "name"), (&archive[..archive.len() - 600], "cut")] {
        find["archive"] = json!(STANDARD.encode(archive));
        assert_eq!(phone(&[find.clone()]), [Err(why.to_owned())]);
    }
}

#[test]
fn a_phone_that_cheats_is_not_let_in() {
    let world = three_shapes(1);
    let cheats = [
        vec![vec![1, 1, 0], vec![0, 1, 0, 0, 0], vec![0; 5]],
        vec![vec![0, 0, 0], vec![0, 1, 0, 0, 0], vec![0; 5]],
        vec![vec![2, 0, 0], vec![0, 1, 0, 0, 0], vec![0; 5]],
        vec![vec![1, 0, 0], vec![1, 1, 0, 0, 0], vec![0; 5]],
        vec![vec![1, 0, 0], vec![0, 0, 0, 0, 0], vec![0; 5]],
        vec![vec![1, 0, 0], vec![0, 1, 1, 1, 0], vec![0; 5]],
        vec![vec![1, 0, 0], vec![0, 1, 0, 0, 0], vec![1, 1, 1, 1, 0]],
    ];
    let tasks = |anyhow: bool| cheats.iter().map(move |one| (one, anyhow));
    let task = |(one, anyhow): (&Vec<Vec<u64>>, bool)| sealing(&world, 0, &one.clone().into(), anyhow);
    for answer in phone(&tasks(false).map(task).collect::<Vec<_>>()) {
        assert_eq!(answer, Err("these choices are not allowed".to_owned()), "an honest phone says so itself");
    }
    for answer in phone(&tasks(true).map(task).collect::<Vec<_>>()) {
        let ballot = text(&answer.unwrap(), "text");
        assert_eq!(admit(&ballot, &world.election, &world.credentials).err(), Some(Refused::Proof));
    }
}

#[test]
fn a_phones_ballot_is_refused_with_any_digit_changed_and_under_another_credential() {
    let mut world = three_shapes(2);
    let choices = world.any();
    let sealed = phone(&[sealing(&world, 0, &choices, false)]).remove(0).unwrap();
    let ballot = text(&sealed, "text");
    world.admitted(&ballot);
    for at in (0..ballot.len()).step_by(23) {
        let mut bytes = ballot.clone().into_bytes();
        bytes[at] = if bytes[at] == b'7' { b'8' } else { b'7' };
        let changed = String::from_utf8(bytes).unwrap();
        assert!(admit(&changed, &world.election, &world.credentials).is_err(), "byte {at}");
    }
    let theirs = ballot.replace(&world.voters[0].credential(), &world.voters[1].credential());
    assert!(admit(&theirs, &world.election, &world.credentials).is_err());
}

#[test]
fn a_phone_draws_credentials_and_reads_points_as_we_do() {
    let (world, _) = small();
    let drawn = phone(&[json!({ "do": "credential" })]).remove(0).unwrap();
    let secret: BigUint = text(&drawn, "secret").parse().unwrap();
    let mut bytes = [0; 32];
    secret.to_bytes_le().iter().zip(&mut bytes).for_each(|(digit, byte)| *byte = *digit);
    assert_eq!(Secret::<Curve>::kept(&bytes.into()).unwrap().credential(), text(&drawn, "shown"));
    let good = Curve::shown(world.election.key());
    let zero = Curve::shown(&Curve::zero());
    let words = [
        good.clone(),
        zero,
        // Of order two, four, and eight; y above the prime; the sign of x where x is zero; no point at all; capitals; short.
        format!("7{}ec", "f".repeat(61)),
        "0".repeat(64),
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05".to_owned(),
        format!("7{}ee", "f".repeat(61)),
        format!("8{}1", "0".repeat(62)),
        format!("{}2", "0".repeat(63)),
        good.to_uppercase(),
        good[1..].to_owned(),
    ];
    let tasks: Vec<Value> = words.iter().map(|word| json!({ "do": "point", "word": word })).collect();
    for (word, answer) in words.iter().zip(phone(&tasks)) {
        let ours = Curve::point(word).map(|point| Curve::shown(&point));
        assert_eq!(answer.unwrap(), json!(ours), "{word}");
    }
}

#[test]
fn a_phone_seals_for_the_keys_of_the_trustees_alone() {
    let world = three_shapes(1);
    let held = |trustees: &str| json!({ "do": "held", "election": world.election.json(), "trustees": trustees });
    let all: Vec<Value> = serde_json::from_str(&world.shown).unwrap();
    let few = json!(all[..2]).to_string();
    // A key made to fit: what is missing to the key of the vote, under the proof of somebody else.
    let third = Curve::point(all[2][1]["public_key"].as_str().unwrap()).unwrap();
    let mut made = all.clone();
    made[1] = json!(["Single", { "pok": all[1][1]["pok"], "public_key": Curve::shown(&third) }]);
    let answers = phone(&[held(&world.shown), held(&few), held(&json!(made).to_string()), held("[]")]);
    assert_eq!(answers, [true, false, false, false].map(|one| Ok(json!(one))));
}

/// What the program in another language says of a ballot sealed on trial.
fn tried(trial: &Value, archive: &[u8]) -> Option<i32> {
    let folder = tempfile::tempdir().unwrap();
    let [trial_file, archive_file] = ["trial.json", "vote.bel"].map(|name| folder.path().join(name));
    std::fs::write(&trial_file, trial.to_string()).unwrap();
    std::fs::write(&archive_file, archive).unwrap();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../verify/other/trial.py");
    let mut python = Command::new("python3");
    python.env("PYTHONDONTWRITEBYTECODE", "1").arg(script).args([&trial_file, &archive_file]);
    python.status().unwrap().code()
}

#[test]
fn a_trial_shows_whether_the_phone_sealed_what_was_chosen() {
    let world = three_shapes(1);
    let (_, archive) = world.setup();
    let chosen: Choices = vec![vec![1, 0, 0], vec![0, 1, 0, 0, 0], vec![0, 0, 1, 1, 0]].into();
    let sealed = phone(&[sealing(&world, 0, &chosen, false)]).remove(0).unwrap();
    let ballot: Value = serde_json::from_str(&text(&sealed, "text")).unwrap();
    let mut trial = json!({ "ballot": ballot, "chances": sealed["chances"], "choices": *chosen });
    assert_eq!(tried(&trial, &archive), Some(0));
    trial["choices"][0] = json!([0, 1, 0]);
    assert_eq!(tried(&trial, &archive), Some(1), "a phone that sealed 赞成 and says it sealed 反对");
}

/// The vector of RFC 9474, appendix A.3, with the private exponent of its key.
fn vector(field: &str) -> String {
    let all: Value = serde_json::from_str(include_str!("phone/rfc9474.json")).unwrap();
    text(&all, field)
}

fn number(hex: &str) -> BigUint {
    BigUint::parse_bytes(hex.as_bytes(), 16).unwrap()
}

/// What the signer answers: it sees the blinded number and nothing else.
fn signed(blinded: &str) -> String {
    let signed = number(blinded).modpow(&number(&vector("d")), &number(&vector("n")));
    format!("{signed:01024x}")
}

fn of_key(mut task: Value) -> Value {
    task["n"] = json!(vector("n"));
    task["e"] = json!(vector("e"));
    task
}

#[test]
fn a_phone_blinds_and_unblinds_as_the_rfc_does() {
    let [message, salt, inverse] = ["message", "salt", "inverse"].map(vector);
    let blind = json!({ "do": "blind", "message": message, "salt": salt, "inverse": inverse });
    let kept = phone(&[of_key(blind)]).remove(0).unwrap();
    assert_eq!(text(&kept, "blinded"), vector("blinded"));
    assert_eq!(signed(&vector("blinded")), vector("signed"));
    let finalize =
        json!({ "do": "finalize", "inverse": kept["inverse"], "hidden": kept["hidden"], "signed": vector("signed") });
    assert_eq!(phone(&[of_key(finalize)]), [Ok(json!(vector("signature")))]);
}

#[test]
fn a_token_is_the_keys_for_its_own_message_alone_and_says_nothing_of_what_was_signed() {
    let message = "6d79206f776e";
    let blind = || of_key(json!({ "do": "blind", "message": message }));
    let drawn: Vec<Value> = phone(&[blind(), blind()]).into_iter().map(Result::unwrap).collect();
    assert_ne!(drawn[0]["blinded"], drawn[1]["blinded"], "the same message, blinded twice");
    let answer = signed(drawn[0]["blinded"].as_str().unwrap());
    let finalize = |signed: &str, kept: &Value| {
        of_key(json!({ "do": "finalize", "inverse": kept["inverse"], "hidden": kept["hidden"], "signed": signed }))
    };
    let other = format!("{:01024x}", number(&answer) + 1_u32);
    let answers = phone(&[finalize(&answer, &drawn[0]), finalize(&answer, &drawn[1]), finalize(&other, &drawn[0])]);
    assert!(answers[1].is_err() && answers[2].is_err());
    let token = answers[0].clone().unwrap();
    let verify = |message: &str| of_key(json!({ "do": "verify", "message": message, "signature": token }));
    assert_eq!(phone(&[verify(message), verify("6d79206f776f")]), [Ok(json!(true)), Ok(json!(false))]);
    assert!(
        phone(&[json!({ "do": "key", "bits": 2048 })])[0].is_err(),
        "a key of another size would single a phone out"
    );
    assert_eq!(phone(&[json!({ "do": "key", "bits": 3072 })]), [Ok(json!(3072))]);
}

#[test]
fn a_receipt_is_the_boards_alone() {
    // RFC 8032, 7.1, test 2.
    let key = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
    let signature = "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da\
                     085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";
    let task =
        |text: &str, signature: &str| json!({ "do": "signed", "key": key, "text": text, "signature": signature });
    let off = signature.replace("bb0c00", "bb0c01");
    let tasks = [task("r", signature), task("s", signature), task("r", &off), task("r", &signature[..64])];
    let answers: Vec<bool> = phone(&tasks).into_iter().map(|one| one.unwrap().as_bool().unwrap()).collect();
    assert_eq!(answers, [true, false, false, false]);
}
