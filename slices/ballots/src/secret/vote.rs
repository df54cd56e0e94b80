//! A vote as everybody knows it: what is asked, under which key, who may answer.

use ballots_rules::{
    paper::Round,
    secret::{Hall, asked},
};
use ballots_seal::{
    Admitted, Credentials, Curve, Election, Public, Question, Totals, admit, archive::Archive, sum_of_keys,
};
use kit::{Fault, db::Ask};
use serde::Deserialize;

use super::store::{Frozen, Sealed, list};
use crate::store::{Item, read_item, read_round};

/// A vote whose list is frozen.
pub(crate) struct Vote {
    pub id: String,
    /// Boxed: with its table of multiples it is too large for the stack of a task.
    pub election: Box<Election<Curve>>,
    pub trustees: Vec<Public<Curve>>,
    pub credentials: Credentials,
    pub frozen: Frozen,
}

/// A choice as it is published.
#[derive(Deserialize)]
struct Cipher {
    alpha: String,
    beta: String,
}

/// What is asked, and the keys it is asked under.
type Put = (Box<Election<Curve>>, Vec<Public<Curve>>);

/// What is asked under the keys of the trustees. Votes of the form before have proofs of decryption that name what is opened in the
/// archive itself.
pub(crate) fn election(item: &Item, round: &Round, hall: &Hall, form: u32) -> Result<Put, Fault> {
    let key = |json: &String| Public::read(json).ok_or_else(|| Fault::new("a trustee's key does not hold"));
    let keys = hall.trustees.iter().filter_map(|one| one.key.as_ref()).map(key);
    let trustees: Vec<Public<Curve>> = keys.collect::<Result<_, _>>()?;
    let question = |one: ballots_rules::secret::Asked| {
        Question::new(&one.question, one.answers, one.limits.0, one.limits.1, one.blank)
    };
    let questions: Vec<Question> =
        asked(item.title.as_str(), &round.spec).into_iter().map(question).collect::<Result<_, _>>().map_err(unfit)?;
    let about = format!("{} {} {}", item.meeting, hall.method, hall.article);
    let make = if form == 0 { Election::new } else { Election::bound };
    let election = make(&hall.vote, item.title.as_str(), &about, questions, sum_of_keys(&trustees));
    Ok((election.map(Box::new).map_err(unfit)?, trustees))
}

fn unfit(wrong: ballots_seal::Wrong) -> Fault {
    Fault::new(format_args!("what is voted on cannot be sealed: {wrong:?}"))
}

/// The matter and the round of a hall.
pub(crate) async fn place(ask: &mut impl Ask, hall: &Hall) -> Result<(Item, Round), Fault> {
    let lost = || Fault::new(format_args!("the round of vote {} is lost", hall.vote));
    let round = read_round(ask, hall.round).await?.ok_or_else(lost)?.round;
    let item = read_item(ask, round.ballot).await?.ok_or_else(lost)?;
    Ok((item, round))
}

/// The vote of a hall; nothing before its list is frozen.
pub(crate) async fn of(ask: &mut impl Ask, hall: &Hall) -> Result<Option<Vote>, Fault> {
    let Some(frozen) = list(ask, &hall.vote).await? else { return Ok(None) };
    let (item, round) = place(ask, hall).await?;
    let (election, trustees) = election(&item, &round, hall, frozen.form)?;
    let listed: Vec<String> = serde_json::from_str(&frozen.credentials)?;
    let credentials = Credentials::freeze::<Curve>(listed);
    let credentials =
        credentials.map_err(|wrong| Fault::new(format_args!("the list of vote {} is none: {wrong:?}", hall.vote)))?;
    Ok(Some(Vote { id: hall.vote.clone(), election, trustees, credentials, frozen }))
}

impl Vote {
    /// The archive at its setup.
    pub(crate) fn setup(&self) -> (Archive, Vec<u8>) {
        let (mut archive, mut bytes) = Archive::begin(self.frozen.opened);
        let trustees = ballots_seal::trustees_json(&self.trustees);
        bytes.extend(archive.setup(self.election.json(), &trustees, &self.credentials.json()));
        (archive, bytes)
    }

    /// Looks at every ballot again and adds them up, on all cores.
    pub(crate) fn add_up(&self, ballots: &[Sealed]) -> Result<Totals<Curve>, Fault> {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let share = ballots.len().div_ceil(cores).max(1);
        let looked = |part: &[Sealed]| -> Option<Vec<Admitted<Curve>>> {
            part.iter().map(|one| admit(&one.ballot, &self.election, &self.credentials).ok()).collect()
        };
        let parts: Option<Vec<_>> = std::thread::scope(|scope| {
            let workers: Vec<_> = ballots.chunks(share).map(|part| scope.spawn(move || looked(part))).collect();
            workers.into_iter().map(|worker| worker.join().ok().flatten()).collect()
        });
        let broken = || Fault::new(format_args!("a ballot of vote {} does not hold", self.id));
        let mut totals = Totals::new(&self.election);
        parts.ok_or_else(broken)?.iter().flatten().for_each(|one| totals.add(one));
        Ok(totals)
    }

    /// The encrypted totals that were kept.
    pub(crate) fn totals(&self, ballots: u64) -> Result<Option<Totals<Curve>>, Fault> {
        let Some(kept) = &self.frozen.totals else { return Ok(None) };
        let rows: Vec<Vec<Cipher>> = serde_json::from_str(kept)?;
        let rows: Vec<Vec<(String, String)>> =
            rows.into_iter().map(|row| row.into_iter().map(|one| (one.alpha, one.beta)).collect()).collect();
        let read = Totals::read(&rows, ballots);
        read.map(Some).ok_or_else(|| Fault::new(format_args!("the totals of vote {} are none", self.id)))
    }
}
