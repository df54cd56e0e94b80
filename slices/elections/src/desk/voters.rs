//! The list of voters of a district: somebody is added, somebody struck, until the vote.

use accounts_rules::{Actor, Right};
use elections_rules::{
    Mode,
    election::{DistrictId, Fact, MOST_LISTED, Struck, Verb, VoterId, of_age},
};
use kernel::{Day, Text};
use kit::{
    Problem, Site,
    db::{Ask, Sql},
    web::{Errors, Wrong, api::Once},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{prepare::district, taken::Taken};
use crate::store::{District, Election, Voter, begin_voters, count_voters, next_number, read_voter, strike_voter};

/// Somebody who is added to a list (补登).
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VoterWanted {
    /// At most 40 characters.
    #[schema(value_type = String)]
    pub name: Text<40>,
    /// 选民证号, at most 40 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub card: Option<Text<40>>,
    /// The birthday; whoever is not eighteen on election day cannot be added.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub born: Option<Day>,
    /// 住址、工作单位, at most 120 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub note: Option<Text<120>>,
}

/// Why a voter is struck.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StrikingWanted {
    /// `died`, `moved`, `deprived`, `unfit`, `twice` or `mistaken`.
    #[schema(value_type = String)]
    pub why: Struck,
}

fn wrong(field: &str, key: &'static str) -> Problem {
    Errors::one(field, Wrong::new(key)).into()
}

/// A district with a list of voters, for whoever keeps it: names and birthdays are for nobody else's eyes.
///
/// # Errors
/// As if there were none, for a congress that votes itself and for anybody who does not see the election.
pub async fn list(site: &Site, actor: &Actor, id: DistrictId) -> Result<(District, Election), Problem> {
    let (found, it) = district(site, actor, id, Some(Right::ElectionKeep)).await?;
    if it.mode == Mode::Direct { Ok((found, it)) } else { Err(Problem::missing()) }
}

/// One voter, for whoever keeps the list.
///
/// # Errors
/// As [`list`].
pub async fn voter(site: &Site, actor: &Actor, id: VoterId) -> Result<(Voter, Election), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let found = read_voter(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let (_, it) = list(site, actor, found.district).await?;
    Ok((found, it))
}

/// Adds somebody to the list.
///
/// # Errors
/// When the vote was held, the card is another's, or somebody is not of age.
pub async fn add(
    site: &Site,
    actor: &Actor,
    id: DistrictId,
    wanted: VoterWanted,
    once: &Once,
) -> Result<Voter, Problem> {
    let (district, _) = list(site, actor, id).await?;
    let mut taken = Taken::begin(site, actor, district.election, (Right::ElectionKeep, Verb::Arrange)).await?;
    let account = actor.account.ok_or(Problem::SignIn)?;
    let voter: VoterId = site.new_id();
    if let Some(before) = once.claim(&mut taken.tx, site, account, &wanted, voter).await? {
        drop(taken);
        return read_voter(&mut site.db(), before).await?.ok_or_else(Problem::missing);
    }
    let it = put_on(&mut taken, (id, voter), wanted).await?;
    taken.finish(Fact::VoterAdded { district: id, voter }).await?;
    Ok(it)
}

/// Puts somebody on the list, who counts from then on.
pub(super) async fn put_on(
    taken: &mut Taken<'_>,
    (id, voter): (DistrictId, VoterId),
    wanted: VoterWanted,
) -> Result<Voter, Problem> {
    grown(&taken.it, wanted.born)?;
    if let Some(card) = &wanted.card {
        card_free(&mut taken.tx, &taken.it, card).await?;
    }
    let n = next_number(&mut taken.tx, id).await?;
    if n > MOST_LISTED {
        return Err(wrong("name", "elections-wrong-list-full"));
    }
    let VoterWanted { name, card, born, note } = wanted;
    let it = Voter { id: voter, district: id, n, name, card, born, note, struck: None, struck_on: None };
    begin_voters(&mut taken.tx, std::slice::from_ref(&it), taken.site.now()).await?;
    count_voters(&mut taken.tx, id).await?;
    Ok(it)
}

/// Who is born then is of age on election day.
pub(super) fn grown(it: &Election, born: Option<Day>) -> Result<(), Problem> {
    let young = born.is_some_and(|born| !of_age(born, it.day));
    if young { Err(wrong("born", "elections-wrong-under-age")) } else { Ok(()) }
}

/// A voter votes in one district: the card stands on no other list of the election.
pub(super) async fn card_free(ask: &mut impl Ask, it: &Election, card: &Text<40>) -> Result<(), Problem> {
    let sql = Sql::new("select 1 from election_voter v join election_district d on d.id = v.district")
        .add(" where v.struck is null and d.election = {} and v.card = {} limit 1")
        .bind(it.id)
        .bind(card);
    match ask.one::<(i64,)>(sql).await? {
        Some(_) => Err(wrong("card", "elections-wrong-voter-card")),
        None => Ok(()),
    }
}

/// Strikes somebody from the list; the line stays, with the reason.
///
/// # Errors
/// When the vote was held, or they were struck before.
pub async fn strike(site: &Site, actor: &Actor, id: VoterId, wanted: StrikingWanted) -> Result<Voter, Problem> {
    let (found, it) = voter(site, actor, id).await?;
    let mut taken = Taken::begin(site, actor, it.id, (Right::ElectionKeep, Verb::Arrange)).await?;
    if !strike_voter(&mut taken.tx, id, wanted.why, site.today()).await? {
        return Err(wrong("why", "elections-wrong-struck"));
    }
    count_voters(&mut taken.tx, found.district).await?;
    taken.finish(Fact::VoterStruck { voter: id, why: wanted.why }).await?;
    read_voter(&mut site.db(), id).await?.ok_or_else(Problem::missing)
}
