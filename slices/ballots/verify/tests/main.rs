//! Archives that somebody else made.

use std::path::Path;

use ballots_verify::{Check, Flaw, Old, Wish, verify};

/// A vote with two of three trustees and one alone, made by the stock tool of a later version than Debian's. It is kept beside the
/// repository, not in it; where it is not, there is nothing to check.
#[test]
fn a_threshold_vote_over_the_curve_made_by_the_stock_tool_holds() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|folder| folder.join("shared/data/belenios/e2-threshold-ed25519.bel"))
        .find(|file| file.is_file());
    let Some(file) = file else { return };
    let bytes = std::fs::read(file).unwrap();
    let wish = Wish { threads: 2, ..Wish::default() };
    let failed = verify(&*bytes, &wish).unwrap().failed.unwrap();
    assert_eq!(
        (failed.check, failed.flaw),
        (Check::Decryptions, Flaw::Old),
        "its proofs name nothing of what they open"
    );
    let report = verify(&*bytes, &Wish { old: Old::Strangers, ..wish }).unwrap();
    assert_eq!((report.failed, report.old), (None, 240));
    assert_eq!((report.group.as_str(), report.questions.len(), report.voted), ("Ed25519", 20, 10));
    assert_eq!(
        (report.questions[0].totals.as_slice(), report.questions[6].totals.as_slice()),
        (&[4, 2, 4][..], &[6, 4, 0][..])
    );
    assert_eq!(Check::ALL.map(|check| report.held(check)), [20, 4, 10, 10, 60, 4, 60, 18].map(Some));
}
