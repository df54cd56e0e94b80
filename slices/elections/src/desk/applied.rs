//! What holds of an objection changes the list, where names are kept and the vote was not held.

use elections_rules::election::{Against, Fact, Struck, Verb};
use kit::Problem;

use super::{
    objections::VoterListChange,
    taken::Taken,
    voters::{VoterWanted, card_free, grown, put_on},
};
use crate::store::{Objection, correct_voter, count_voters, listed, read_voter, strike_voter};

/// Puts somebody on the list, strikes somebody, or corrects an entry; notes on the objection that it was done.
pub(super) async fn apply(taken: &mut Taken<'_>, it: &mut Objection, change: VoterListChange) -> Result<(), Problem> {
    if !taken.it.stage.allows(Verb::Arrange) || listed(&mut taken.tx, it.district).await?.is_none() {
        return Ok(());
    }
    match it.against {
        Against::LeftOut => add(taken, it, change).await?,
        Against::WronglyOn => strike(taken, it, change).await?,
        Against::WrongFacts => correct(taken, it, change).await?,
    }
    Ok(count_voters(&mut taken.tx, it.district).await?)
}

async fn add(taken: &mut Taken<'_>, it: &mut Objection, change: VoterListChange) -> Result<(), Problem> {
    let VoterListChange { name, card, born, note, .. } = change;
    let wanted = VoterWanted { name: name.unwrap_or_else(|| it.about.clone()), card, born, note };
    let voter = taken.site.new_id();
    put_on(taken, (it.district, voter), wanted).await?;
    (it.voter, it.applied) = (Some(voter), true);
    taken.note(Fact::VoterAdded { district: it.district, voter }).await
}

async fn strike(taken: &mut Taken<'_>, it: &mut Objection, change: VoterListChange) -> Result<(), Problem> {
    let (Some(voter), why) = (it.voter, change.why.unwrap_or(Struck::Mistaken)) else { return Ok(()) };
    it.applied = true;
    // Whoever was struck meanwhile is off the list already.
    if strike_voter(&mut taken.tx, voter, why, taken.site.today()).await? {
        taken.note(Fact::VoterStruck { voter, why }).await?;
    }
    Ok(())
}

async fn correct(taken: &mut Taken<'_>, it: &mut Objection, change: VoterListChange) -> Result<(), Problem> {
    let Some(voter) = it.voter else { return Ok(()) };
    let was = read_voter(&mut taken.tx, voter).await?.ok_or_else(Problem::missing)?;
    let VoterListChange { name, card, born, note, .. } = change;
    grown(&taken.it, born)?;
    if let Some(card) = card.as_ref().filter(|card| was.card.as_ref() != Some(*card)) {
        card_free(&mut taken.tx, &taken.it, card).await?;
    }
    let mut right = was.clone();
    right.name = name.unwrap_or(right.name);
    (right.card, right.born, right.note) = (card.or(right.card), born.or(right.born), note.or(right.note));
    if right == was {
        return Ok(());
    }
    correct_voter(&mut taken.tx, &right).await?;
    it.applied = true;
    taken.note(Fact::VoterCorrected { voter }).await
}
