//! The archive of a vote, made anew from its setup and its ballots each time.

use ballots_rules::secret::Hall;
use ballots_seal::archive::Archive;
use kit::{Fault, db::Ask};

use super::{
    store::{Sealed, sealed, top},
    vote::Vote,
};

/// Where an archive ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct End {
    pub head: String,
    pub height: u64,
}

impl End {
    /// The last event so far.
    pub(crate) fn of(archive: &Archive) -> Self {
        let head = archive.head().unwrap_or_default().to_owned();
        Self { head, height: archive.height().saturating_sub(1) }
    }
}

/// Where the archive of a vote ends now.
pub(crate) async fn end(ask: &mut impl Ask, vote: &str, frozen: &super::store::Frozen) -> Result<End, Fault> {
    let last = top(ask, vote).await?.filter(|(height, _)| *height > frozen.height);
    let (height, head) = last.unwrap_or_else(|| (frozen.height, frozen.head.clone()));
    Ok(End { head, height })
}

/// The archive with the ballots, and what is to be written of it. A ballot whose hash is not the one kept is a fault.
pub(crate) fn with_ballots(vote: &Vote, ballots: &[Sealed]) -> Result<(Archive, Vec<u8>), Fault> {
    let (mut archive, mut bytes) = vote.setup();
    for one in ballots {
        bytes.extend(archive.ballot(&one.ballot));
        if archive.head() != Some(one.event.as_str()) {
            return Err(Fault::new(format_args!("ballot {} of vote {} was changed", one.height, vote.id)));
        }
    }
    Ok((archive, bytes))
}

/// The archive as far as it is.
pub(crate) async fn whole(ask: &mut impl Ask, vote: &Vote, hall: &Hall) -> Result<(Archive, Vec<u8>), Fault> {
    let ballots = sealed(ask, &vote.id, 0).await?;
    let (mut archive, mut bytes) = with_ballots(vote, &ballots)?;
    let Some(totals) = &vote.frozen.totals else { return Ok((archive, bytes)) };
    bytes.extend(ended(&mut archive, totals, ballots.len()));
    bytes.extend(opened(&mut archive, hall));
    if let Some(result) = &vote.frozen.result {
        let numbers: Vec<Vec<u64>> = serde_json::from_str(result)?;
        bytes.extend(archive.result(&numbers));
    }
    Ok((archive, bytes))
}

/// The end of voting and the encrypted totals.
pub(crate) fn ended(archive: &mut Archive, totals: &str, ballots: usize) -> Vec<u8> {
    let mut bytes = archive.end();
    bytes.extend(archive.tally(totals, u64::try_from(ballots).unwrap_or(u64::MAX)));
    bytes
}

/// The decryptions in the order in which they came.
pub(crate) fn opened(archive: &mut Archive, hall: &Hall) -> Vec<u8> {
    let mut came: Vec<_> =
        hall.trustees.iter().filter_map(|one| Some((one.turn?, one.n, one.decryption.as_ref()?))).collect();
    came.sort_unstable();
    came.into_iter().flat_map(|(_, n, decryption)| archive.decryption(u64::from(n), decryption)).collect()
}
