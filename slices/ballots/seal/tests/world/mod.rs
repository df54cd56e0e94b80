//! A vote from its setup to its result, with chance that can be had again.

mod field;
pub mod hall;

pub use field::Field;
pub use hall::Hall;

use ballots_seal::{
    Admitted, Chance, Choices, Credentials, Curve, Decryption, Election, Group, Question, Secret, Totals, Trustee,
    Wrong, admit, archive::Archive, seal, sum_of_keys, trustees_json,
};
use ballots_verify::{Old, Report, Wish};

pub const UUID: &str = "LianLuoSecretVote1";

/// Chance that comes out the same every time: SplitMix64.
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut word = self.0;
        word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        word ^ (word >> 31)
    }

    pub fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(most).unwrap()).unwrap()
    }
}

impl Chance for Dice {
    fn fill(&mut self, bytes: &mut [u8]) {
        for part in bytes.chunks_mut(8) {
            let word = self.next().to_le_bytes();
            part.copy_from_slice(&word[..part.len()]);
        }
    }
}

/// A question of so many answers.
pub fn question(answers: usize, min: u32, max: u32, blank: bool) -> Question {
    let answers = (1..=answers).map(|one| format!("候选人“{one}”")).collect();
    Question::new("同意谁?\n选一个 \\ 几个", answers, min, max, blank).unwrap()
}

/// Choices that fit the questions, drawn by chance.
pub fn chosen(questions: &[Question], dice: &mut Dice) -> Choices {
    let one = |question: &Question| {
        let (min, max) = question.limits();
        let first = usize::from(question.blank());
        let mut out = vec![0; question.width()];
        if question.blank() && dice.below(4) == 0 {
            out[0] = 1;
            return out;
        }
        let many = min + u32::try_from(dice.below(usize::try_from(max - min + 1).unwrap())).unwrap();
        while out.iter().sum::<u64>() < u64::from(many) {
            let at = first + dice.below(question.width() - first);
            out[at] = 1;
        }
        out
    };
    let mut one = one;
    questions.iter().map(&mut one).collect::<Vec<_>>().into()
}

type Make<G> = fn(&str, &str, &str, Vec<Question>, <G as Group>::Point) -> Result<Election<G>, Wrong>;

/// A vote that was set up.
pub struct World<G: Group> {
    pub election: Election<G>,
    pub voters: Vec<Secret<G>>,
    pub credentials: Credentials,
    pub trustees: Vec<Trustee<G>>,
    pub shown: String,
    pub dice: Dice,
}

impl<G: Group> World<G> {
    pub fn new(questions: Vec<Question>, voters: usize, trustees: usize, seed: u64) -> Self {
        Self::set_up(questions, (voters, trustees), seed, Election::new)
    }

    /// A vote of ours: its description promises what is published beside the archive.
    pub fn ours(questions: Vec<Question>, voters: usize, trustees: usize, seed: u64) -> Self {
        Self::set_up(questions, (voters, trustees), seed, Election::bound)
    }

    fn set_up(questions: Vec<Question>, (voters, trustees): (usize, usize), seed: u64, make: Make<G>) -> Self {
        let mut dice = Dice(seed);
        let trustees: Vec<Trustee<G>> = (0..trustees).map(|_| Trustee::draw(&mut dice)).collect();
        let public: Vec<_> = trustees.iter().map(|one| one.public(&mut dice)).collect();
        let election = make(UUID, "任免 “一”", "秘密表决", questions, sum_of_keys(&public)).unwrap();
        let voters: Vec<Secret<G>> = (0..voters).map(|_| Secret::draw(&mut dice)).collect();
        let credentials = Credentials::freeze::<G>(voters.iter().map(Secret::credential)).unwrap();
        Self { election, voters, credentials, trustees, shown: trustees_json(&public), dice }
    }

    /// A ballot of a voter with these choices.
    pub fn ballot(&mut self, voter: usize, choices: &Choices) -> String {
        seal(&self.election, &self.voters[voter], choices, &mut self.dice).unwrap()
    }

    pub fn any(&mut self) -> Choices {
        chosen(self.election.questions(), &mut self.dice)
    }

    pub fn admitted(&self, ballot: &str) -> Admitted<G> {
        admit(ballot, &self.election, &self.credentials).ok().unwrap()
    }

    pub fn setup(&self) -> (Archive, Vec<u8>) {
        let (mut archive, mut out) = Archive::begin(1_795_000_000);
        out.extend(archive.setup(self.election.json(), &self.shown, &self.credentials.json()));
        (archive, out)
    }

    /// The archive of these ballots, counted and decrypted by all trustees, and the totals.
    pub fn archive(&mut self, ballots: &[String]) -> (Vec<u8>, Vec<Vec<u64>>) {
        self.archive_counting(ballots, ballots)
    }

    /// What is published beside the archive of these ballots, a line for each trustee.
    pub fn decryptions(&mut self, ballots: &[String]) -> Vec<String> {
        let mut totals = Totals::new(&self.election);
        ballots.iter().for_each(|ballot| totals.add(&self.admitted(ballot)));
        let part = |(one, n): (&Trustee<G>, u32)| {
            let part = one.decrypt(self.election.hash(), &totals, &mut self.dice);
            ballots_seal::beside_archive(n, &part.json).unwrap()
        };
        self.trustees.iter().zip(1..).map(part).collect()
    }

    /// The archive of these ballots of which only those are counted: all of them, unless somebody cheats.
    pub fn archive_counting(&mut self, ballots: &[String], counted: &[String]) -> (Vec<u8>, Vec<Vec<u64>>) {
        let (mut archive, mut out) = self.setup();
        let mut totals = Totals::new(&self.election);
        counted.iter().for_each(|ballot| totals.add(&self.admitted(ballot)));
        ballots.iter().for_each(|ballot| out.extend(archive.ballot(ballot)));
        out.extend(archive.end());
        out.extend(archive.tally(&totals.json(), totals.ballots()));
        let mut opened = Vec::new();
        for (trustee, number) in self.trustees.iter().zip(1..) {
            let part: Decryption<G> = trustee.decrypt(self.election.hash(), &totals, &mut self.dice);
            out.extend(archive.decryption(number, &part.json));
            opened.push(part);
        }
        let result = totals.open(&opened).unwrap();
        out.extend(archive.result(&result));
        (out, result)
    }
}

/// A small vote over the curve: every voter but the last has voted.
pub fn small() -> (World<Curve>, Vec<String>) {
    let mut world = World::new(vec![question(3, 1, 1, false), question(3, 0, 2, true)], 4, 2, 7);
    let ballots = (0..3).map(|voter| {
        let choices = world.any();
        world.ballot(voter, &choices)
    });
    let ballots = ballots.collect();
    (world, ballots)
}

/// An archive alone, of strangers.
pub fn verified(archive: &[u8]) -> Report {
    ballots_verify::verify(archive, &Wish { old: Old::Strangers, ..Wish::default() }).unwrap()
}

/// As [`verified`], taking no proof of decryption in the form of Belenios 1.
pub fn verified_strictly(archive: &[u8]) -> Report {
    ballots_verify::verify(archive, &Wish::default()).unwrap()
}

/// An archive beside which better proofs lie.
pub fn verified_inside(archive: &[u8]) -> Report {
    ballots_verify::verify(archive, &Wish { old: Old::Beside, ..Wish::default() }).unwrap()
}

/// Runs the verifier of another language over files and folders, and tells for each archive whether it holds: 0, 1 or 2.
pub fn python<P: AsRef<std::ffi::OsStr>>(places: impl IntoIterator<Item = P>, strict: bool) -> Vec<u8> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../verify/other/verify.py");
    let mut command = std::process::Command::new("python3");
    command.arg(script).args(strict.then_some("--strict")).args(places);
    let out = command.output().unwrap();
    let code = |line: &str| {
        let told = line.split_once(": ").unwrap().1;
        let kinds = ["ok, ", "REFUSED", "cannot be read"];
        u8::try_from(kinds.iter().position(|kind| told.starts_with(kind)).unwrap()).unwrap()
    };
    let told: Vec<u8> = String::from_utf8(out.stdout).unwrap().lines().map(code).collect();
    let worst = told.iter().max().map(|worst| i32::from(*worst));
    assert_eq!(out.status.code(), worst, "{}", String::from_utf8_lossy(&out.stderr));
    told
}

/// The sum of plain choices.
pub fn plain(questions: &[Question], all: &[Choices]) -> Vec<Vec<u64>> {
    let mut out: Vec<Vec<u64>> = questions.iter().map(|question| vec![0; question.width()]).collect();
    for choices in all {
        for (row, chosen) in out.iter_mut().zip(choices.iter()) {
            row.iter_mut().zip(chosen).for_each(|(sum, one)| *sum += one);
        }
    }
    out
}
