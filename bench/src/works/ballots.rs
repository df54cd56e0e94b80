//! The secret ballot: sealing, looking a ballot over, verifying an archive on one thread, and the totals of 145,000, in this process.
//!
//! Beside each stands what was measured of the protocol before it was built, on another machine: 9.4 ms to make and 13.6 ms to verify a ballot of
//! twenty names, 4.2 and 5.1 for twelve of twenty, 0.6 and 0.75 for one matter.

use anyhow::{Context, ensure};
use ballots_seal::{
    Choices, Credentials, Curve, Decryption, Election, Question, Secret, Totals, Trustee, admit, archive::Archive,
    seal, sum_of_keys, trustees_json,
};
use ballots_verify::Wish;

use crate::{meter::Meter, report::Report};

/// What is voted on: name, questions, answers, most chosen, blank, ballots, and the figures known before.
struct Shape {
    name: &'static str,
    questions: usize,
    answers: usize,
    max: u32,
    blank: bool,
    ballots: u32,
    before: (&'static str, &'static str),
}

const SHAPES: [Shape; 3] = [
    Shape {
        name: "one matter",
        questions: 1,
        answers: 3,
        max: 1,
        blank: false,
        ballots: 2000,
        before: ("0.6", "0.75"),
    },
    Shape { name: "12 of 20", questions: 1, answers: 20, max: 12, blank: true, ballots: 300, before: ("4.2", "5.1") },
    Shape { name: "20 names", questions: 20, answers: 3, max: 1, blank: false, ballots: 100, before: ("9.4", "13.6") },
];

/// Totals of so many ballots.
const MANY: u64 = 145_000;

#[expect(clippy::expect_used, clippy::disallowed_methods, reason = "a bench stands outside of every site")]
fn chance(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("the operating system gives chance");
}

/// A vote with one voter for each ballot.
struct Vote {
    election: Election<Curve>,
    voters: Vec<Secret<Curve>>,
    credentials: Credentials,
    trustees: Vec<Trustee<Curve>>,
    shown: String,
}

impl Vote {
    fn new(shape: &Shape) -> anyhow::Result<Self> {
        let trustees: Vec<_> = (0..3).map(|_| Trustee::draw(&mut chance)).collect();
        let public: Vec<_> = trustees.iter().map(|one| one.public(&mut chance)).collect();
        let answers = || (0..shape.answers).map(|one| one.to_string()).collect();
        let questions = (0..shape.questions).map(|_| Question::new("?", answers(), 1, shape.max, shape.blank));
        let questions = questions.collect::<Result<Vec<_>, _>>().ok().context("questions")?;
        let election = Election::new("BenchSecretVote", "b", "", questions, sum_of_keys(&public));
        let voters: Vec<_> = (0..shape.ballots).map(|_| Secret::<Curve>::draw(&mut chance)).collect();
        let credentials = Credentials::freeze::<Curve>(voters.iter().map(Secret::credential));
        Ok(Self {
            election: election.ok().context("election")?,
            voters,
            credentials: credentials.ok().context("credentials")?,
            trustees,
            shown: trustees_json(&public),
        })
    }
}

/// Measures every shape.
pub fn measure(report: &mut Report) -> anyhow::Result<()> {
    for shape in &SHAPES {
        one(shape, report)?;
    }
    Ok(())
}

fn one(shape: &Shape, report: &mut Report) -> anyhow::Result<()> {
    let (meter, vote) = (Meter::of(std::process::id()), Vote::new(shape)?);
    let name = shape.name;
    let mut row = vec![0; shape.answers + usize::from(shape.blank)];
    row.last_mut().into_iter().for_each(|last| *last = 1);
    let choices = Choices::new(vec![row; shape.questions]);
    let each = |cpu_ms: f64| format!("{:.2} ms of a processor", cpu_ms / f64::from(shape.ballots));
    let before = meter.read()?;
    let sealed = vote.voters.iter().map(|voter| seal(&vote.election, voter, &choices, &mut chance));
    let sealed: Vec<String> = sealed.collect::<Result<_, _>>().ok().context("a ballot does not fit")?;
    let spent = meter.since(before)?;
    report.note(&format!("ballot, {name}: seal"), &format!("{} (before: {})", each(spent.cpu_ms), shape.before.0));
    let before = meter.read()?;
    let admitted = sealed.iter().map(|ballot| admit(ballot, &vote.election, &vote.credentials));
    let admitted: Vec<_> = admitted.collect::<Result<_, _>>().ok().context("a ballot is not let in")?;
    report.note(&format!("ballot, {name}: let in"), &each(meter.since(before)?.cpu_ms));
    let (mut archive, mut file) = Archive::begin(1);
    file.extend(archive.setup(vote.election.json(), &vote.shown, &vote.credentials.json()));
    sealed.iter().for_each(|ballot| file.extend(archive.ballot(ballot)));
    let before = meter.read()?;
    let wish = Wish { unfinished: true, ..Wish::default() };
    let verified = ballots_verify::verify(&*file, &wish).ok().context("no archive")?;
    let spent = meter.since(before)?;
    ensure!(verified.is_good() && verified.voted == u64::from(shape.ballots), "the archive does not hold");
    report.note(&format!("ballot, {name}: verify"), &format!("{} (before: {})", each(spent.cpu_ms), shape.before.1));
    let bytes = file.len() / sealed.len();
    report.note(&format!("ballot, {name}: bytes in the archive"), &bytes.to_string());
    let before = meter.read()?;
    let mut totals = Totals::new(&vote.election);
    (0..MANY).zip(admitted.iter().cycle()).for_each(|(_, ballot)| totals.add(ballot));
    let added = meter.since(before)?.cpu_ms;
    report.note(&format!("ballot, {name}: add up {MANY}"), &format!("{added:.0} ms of a processor"));
    open(&vote, &totals, name, &meter, report)
}

fn open(vote: &Vote, totals: &Totals<Curve>, name: &str, meter: &Meter, report: &mut Report) -> anyhow::Result<()> {
    let before = meter.read()?;
    let hash = vote.election.hash();
    let parts: Vec<Decryption<Curve>> =
        vote.trustees.iter().map(|one| one.decrypt(hash, totals, &mut chance)).collect();
    let opened = totals.open(&parts).ok().context("the totals do not open")?;
    let spent = meter.since(before)?.cpu_ms;
    let right = opened.iter().all(|row| row.last() == Some(&MANY) && row.iter().sum::<u64>() == MANY);
    ensure!(right, "the totals are wrong: {opened:?}");
    report.note(&format!("ballot, {name}: three trustees open {MANY}"), &format!("{spent:.0} ms of a processor"));
    Ok(())
}
