//! Programs that are not ours: the stock tool as Debian packages it, and a verifier of another language.
//!
//! The packaged tool is of version 2.0 and knows numbers modulo a prime, not the curve. So the same protocol is run over its group:
//! what we make it accepts, what it makes we accept.

use std::{
    path::Path,
    process::{Command, Stdio},
};

use ballots_seal::Curve;

use crate::world::{Field, UUID, World, plain, python, question, verified, verified_inside, verified_strictly};

/// Runs the stock tool in a folder; its output.
fn stock(folder: &Path, arguments: &[&str], input: Option<&[u8]>) -> Result<Vec<u8>, String> {
    let mut command = Command::new("belenios-tool");
    command.args(arguments).current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("belenios-tool: cargo xtask test installs it");
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), input.unwrap_or_default()).unwrap();
    let out = child.wait_with_output().unwrap();
    if out.status.success() { Ok(out.stdout) } else { Err(String::from_utf8_lossy(&out.stderr).into_owned()) }
}

#[test]
fn the_stock_tool_accepts_our_archive_and_refuses_one_that_leaves_a_ballot_out() {
    let questions = vec![question(3, 1, 1, false), question(4, 1, 2, true)];
    let mut world = World::<Field>::ours(questions.clone(), 4, 2, 31);
    let all: Vec<_> = (0..3).map(|_| world.any()).collect();
    let ballots: Vec<_> = all.iter().enumerate().map(|(voter, choices)| world.ballot(voter, choices)).collect();
    let (archive, result) = world.archive(&ballots);
    assert_eq!(result, plain(&questions, &all));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(format!("{UUID}.bel"));
    std::fs::write(&file, &archive).unwrap();
    stock(folder.path(), &["election", "verify"], None).unwrap();
    let report = verified_inside(&archive);
    assert_eq!((report.failed, report.old), (None, 16), "two trustees, eight totals, each proof of the stock form");
    assert_eq!((verified(&archive).failed.unwrap().flaw, python([&file], false)), (ballots_verify::Flaw::Old, vec![1]));
    let beside = ballots_verify::Files::from([(
        ballots_verify::Side::Decryptions,
        world.decryptions(&ballots).concat().into_bytes(),
    )]);
    let beside = ballots_verify::beside(&beside, &report).outcome(ballots_verify::Side::Decryptions);
    assert_eq!(beside, Some(Ok(16)), "and each is proved again beside the archive");
    let short = world.archive_counting(&ballots, &ballots[..2]).0;
    std::fs::write(&file, &short).unwrap();
    assert!(stock(folder.path(), &["election", "verify"], None).is_err());
    assert_eq!((verified_inside(&short).is_good(), python([&file], false)), (false, vec![1]));
}

#[test]
fn we_accept_what_the_stock_tool_makes() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let write = |name: &str, text: &[u8]| std::fs::write(at.join(name), text).unwrap();
    let group = ["--group", "BELENIOS-2048"];
    let tool = |arguments: &[&str], input: Option<&[u8]>| stock(at, arguments, input).unwrap();
    let with = |arguments: &[&'static str]| [arguments, &group[..]].concat();
    for _ in 0..2 {
        tool(&with(&["setup", "generate-trustee-key"]), None);
    }
    write("public_keys.jsons", &ending(at, "pubkey").iter().flat_map(|(_, text)| text.clone()).collect::<Vec<_>>());
    tool(&["setup", "make-trustees"], None);
    tool(&[&with(&["setup", "generate-credentials"])[..], &["--uuid", UUID, "--count", "3"]].concat(), None);
    write("public_creds.json", &ending(at, "pubcreds")[0].1);
    let secrets = String::from_utf8(ending(at, "privcreds")[0].1.clone()).unwrap();
    let questions = r#"[{"answers":["赞成","反对","弃权"],"min":1,"max":1,"question":"甲"},{"answers":["x","y","z"],"min":0,"max":2,"blank":true,"question":"乙"}]"#;
    write("template.json", format!("{{\"description\":\"d\",\"name\":\"n\",\"questions\":{questions}}}").as_bytes());
    tool(&[&with(&["setup", "make-election"])[..], &["--uuid", UUID, "--template", "template.json"]].concat(), None);
    tool(&["archive", "init"], None);
    for (secret, ballot) in secrets.lines().zip(["[[1,0,0],[0,1,1,0]]", "[[0,0,1],[1,0,0,0]]", "[[1,0,0],[0,0,0,0]]"]) {
        write("secret", secret.split_whitespace().last().unwrap().as_bytes());
        write("choices", ballot.as_bytes());
        let sealed = tool(&["election", "generate-ballot", "--privcred", "secret", "--ballot", "choices"], None);
        tool(&["archive", "add-event", "--type", "Ballot"], Some(&sealed));
    }
    tool(&["archive", "add-event", "--type", "EndBallots"], None);
    let tally = tool(&["election", "compute-encrypted-tally"], None);
    tool(&["archive", "add-event", "--type", "EncryptedTally"], Some(&tally));
    for ((key, _), number) in ending(at, "privkey").iter().zip(["1", "2"]) {
        let part = tool(&["election", "decrypt", "--privkey", key, "--trustee-id", number], None);
        tool(&["archive", "add-event", "--type", "PartialDecryption"], Some(&part));
    }
    let result = tool(&["election", "compute-result"], None);
    tool(&["archive", "add-event", "--type", "Result"], Some(&result));
    let file = at.join(format!("{UUID}.bel"));
    let bytes = std::fs::read(&file).unwrap();
    let report = verified(&bytes);
    assert_eq!(report.failed, None);
    assert_eq!(
        (verified_strictly(&bytes).failed.unwrap().flaw, python([&file], true)),
        (ballots_verify::Flaw::Old, vec![1])
    );
    let totals: Vec<_> = report.questions.iter().map(|one| one.totals.clone()).collect();
    assert_eq!(totals, [vec![2, 0, 1], vec![1, 1, 1, 0]]);
    assert_eq!(python([&file], false), [0]);
}

/// The files whose names end so, in the order of their names.
fn ending(folder: &Path, end: &str) -> Vec<(String, Vec<u8>)> {
    let mut all: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == end))
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), std::fs::read(&path).unwrap()))
        .collect();
    all.sort();
    all
}

#[test]
fn the_verifier_of_another_language_accepts_our_curve() {
    let mut world = World::<Curve>::new(vec![question(3, 1, 1, false), question(3, 1, 2, true)], 3, 3, 41);
    let ballots: Vec<_> = (0..3)
        .map(|voter| {
            let choices = world.any();
            world.ballot(voter, &choices)
        })
        .collect();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ours.bel");
    let archive = world.archive(&ballots).0;
    std::fs::write(&file, &archive).unwrap();
    assert_eq!(
        verified(&archive).old,
        21,
        "three trustees, seven totals, each proof of the form that later stock tools read"
    );
    assert_eq!((python([&file], false), python([&file], true)), (vec![0], vec![1]));
}
