//! The forgery that the form of the stock tool lets through, kept so that no verifier here ever lets it through again.
//!
//! In that form the challenge of a proof of decryption is a hash of the vote, the trustee and two commitments. Trustee and last voter
//! together choose the commitments first, learn the challenge, and then choose the chance of the last ballot so that the sum of all
//! ballots fits a false factor.

use ballots_seal::{Chance, Curve, Decryption, Group, Totals, archive::Archive};
use ballots_verify::{Check, Files, Flaw, Side, beside};
use curve25519_dalek::Scalar;

use crate::world::{Dice, World, python, question, verified, verified_inside, verified_strictly};

/// Chance of which the first numbers are chosen.
struct Chosen {
    first: Vec<Scalar>,
    then: Dice,
}

impl Chance for Chosen {
    fn fill(&mut self, bytes: &mut [u8]) {
        if self.first.is_empty() {
            return self.then.fill(bytes);
        }
        bytes.fill(0);
        bytes[..32].copy_from_slice(&self.first.remove(0).to_bytes());
    }
}

fn drawn(dice: &mut Dice) -> Scalar {
    let mut bytes = [0; 64];
    dice.fill(&mut bytes);
    Curve::wide(&bytes)
}

/// What is prepared for one total before there is a last ballot.
struct Prepared {
    /// By how much the total will be too small.
    shift: Scalar,
    challenge: Scalar,
    response: Scalar,
    /// The chance of the last ballot.
    chance: Scalar,
}

/// Four voters choose the first of three answers; what is told is that one of them chose the second. The last proof of trustee 1.
fn forged(ours: bool) -> (Vec<u8>, String, World<Curve>, Totals<Curve>) {
    let make = if ours { World::<Curve>::ours } else { World::<Curve>::new };
    let mut world = make(vec![question(3, 1, 1, false)], 4, 2, 77);
    let mut dice = Dice(78);
    let first = || vec![vec![1, 0, 0]].into();
    let mut ballots: Vec<String> = (0..3).map(|voter| world.ballot(voter, &first())).collect();
    let others = |place: usize| {
        let alphas = ballots.iter().map(|ballot| world.admitted(ballot).choices[0][place].0);
        alphas.fold(Curve::zero(), |sum, alpha| Curve::add(&sum, &alpha))
    };
    let secret = Curve::of_bytes(*world.trustees[0].secret().to_keep()).unwrap();
    let what = format!("decrypt|{}|{}|", world.election.hash(), world.trustees[0].shown());
    let prepared: Vec<Prepared> = [Scalar::ONE, -Scalar::ONE, Scalar::ZERO]
        .into_iter()
        .enumerate()
        .map(|(place, shift)| {
            let (nonce, more) = (drawn(&mut dice), drawn(&mut dice));
            let two = Curve::add(&Curve::mul(&nonce, &others(place)), &Curve::base(&more));
            let challenge = Curve::challenge(&[&what, &Curve::shown(&Curve::base(&nonce)), ",", &Curve::shown(&two)]);
            let (response, chance) = (nonce - secret * challenge, (more - challenge * shift) * nonce.invert());
            Prepared { shift, challenge, response, chance }
        })
        .collect();
    let mut chosen = Chosen { first: prepared.iter().map(|one| one.chance).collect(), then: dice };
    ballots.push(ballots_seal::seal(&world.election, &world.voters[3], &first(), &mut chosen).unwrap());
    let mut totals = Totals::new(&world.election);
    ballots.iter().for_each(|ballot| totals.add(&world.admitted(ballot)));
    let admitted: Vec<_> = ballots.iter().map(|ballot| world.admitted(ballot)).collect();
    let factor = |(place, one): (usize, &Prepared)| {
        let alphas = admitted.iter().map(|ballot| ballot.choices[0][place].0);
        let alpha = alphas.fold(Curve::zero(), |sum, alpha| Curve::add(&sum, &alpha));
        Curve::shown(&Curve::add(&Curve::mul(&secret, &alpha), &Curve::base(&one.shift)))
    };
    let factors: Vec<String> = prepared.iter().enumerate().map(factor).collect();
    let proof = |one: &Prepared| {
        let [challenge, response] = [one.challenge, one.response].map(|number| Curve::written(&number));
        format!("{{\"challenge\":\"{challenge}\",\"response\":\"{response}\"}}")
    };
    let proofs: Vec<String> = prepared.iter().map(proof).collect();
    let part = format!(
        "{{\"decryption_factors\":[[\"{}\"]],\"decryption_proofs\":[[{}]]}}",
        factors.join("\",\""),
        proofs.join(",")
    );
    let (mut archive, mut out): (Archive, Vec<u8>) = world.setup();
    ballots.iter().for_each(|ballot| out.extend(archive.ballot(ballot)));
    out.extend(archive.end());
    out.extend(archive.tally(&totals.json(), 4));
    out.extend(archive.decryption(1, &part));
    let honest = world.trustees[1].decrypt(world.election.hash(), &totals, &mut world.dice);
    out.extend(archive.decryption(2, &honest.json));
    out.extend(archive.result(&[vec![3, 1, 0]]));
    (out, part, world, totals)
}

/// The forged archive.
pub fn archive() -> Vec<u8> {
    forged(false).0
}

#[test]
fn a_total_shifted_by_a_trustee_and_the_last_voter_is_refused_unless_it_is_strangers_and_then_told() {
    let (archive, part, mut world, totals) = forged(false);
    let failed = verified_strictly(&archive).failed.unwrap();
    assert_eq!((failed.check, failed.flaw), (Check::Decryptions, Flaw::Old));
    let told = verified(&archive);
    assert_eq!((told.failed, told.questions[0].totals.as_slice(), told.old), (None, &[3, 1, 0][..], 6));
    let hash = world.election.hash().to_owned();
    let public = world.trustees[0].public(&mut world.dice);
    assert!(
        Decryption::<Curve>::read(&part, &hash, &public, &totals).is_none(),
        "whoever holds the vote takes it neither"
    );
    let honest: Vec<_> = world.trustees.iter().map(|one| one.decrypt(&hash, &totals, &mut world.dice)).collect();
    assert_eq!(totals.open(&honest).unwrap(), [[4, 0, 0]], "what was voted");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("forged.bel");
    std::fs::write(&file, &archive).unwrap();
    assert_eq!((python([&file], false), python([&file], true)), (vec![0], vec![1]));
}

#[test]
fn the_same_forgery_of_a_vote_of_ours_is_refused_alone_and_in_its_folder() {
    let (archive, part, mut world, totals) = forged(true);
    let failed = verified(&archive).failed.unwrap();
    assert_eq!((failed.check, failed.flaw), (Check::Decryptions, Flaw::Old));
    let report = verified_inside(&archive);
    assert_eq!((report.failed, report.old), (None, 6), "the archive alone does not show it");
    let hash = world.election.hash().to_owned();
    let [one, two] = [0, 1].map(|at| world.trustees[at].decrypt(&hash, &totals, &mut world.dice).json);
    let [one, two] = [(1, one), (2, two)].map(|(n, json)| ballots_seal::beside_archive(n, &json).unwrap());
    let proofs = part.split("\"decryption_proofs\":").nth(1).unwrap();
    let forged = format!("{{\"trustee\":1,\"proofs\":{proofs}\n");
    for (lines, flaw) in [
        (None, Flaw::Absent),
        (Some(two.clone()), Flaw::Few),
        (Some(one + &two), Flaw::Proof),
        (Some(forged + &two), Flaw::Old),
    ] {
        let files: Files = lines.into_iter().map(|lines| (Side::Decryptions, lines.into_bytes())).collect();
        let told = beside(&files, &report).outcome(Side::Decryptions).unwrap();
        assert_eq!(told.unwrap_err().flaw, flaw);
    }
}
