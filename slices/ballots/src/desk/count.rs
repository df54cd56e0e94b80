//! Bundles are entered twice, counted again, and spellings resolved.

use accounts_rules::Actor;
use ballots_rules::{
    Tally,
    paper::{Bundle, Entry, Fact, Kind, Place, Reading, Refusal, Role, RoundId, Spec, spellings},
    round::{Count, Line},
};
use kernel::Text;
use kit::{
    Problem, Site,
    web::{Errors, Wrong},
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::taken::{Taken, refused};
use crate::store::{begin_readings, enter as write_entry, save_bundle};

/// Most spellings of one bundle.
const MOST_SPELLINGS: usize = 50;

/// One line of a sheet, in the order of the ballot.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SheetLine {
    /// 赞成; of a pick, the ballots that chose it; of a rating 满意. Of a ranking it is left out.
    #[serde(default)]
    pub approve: u32,
    /// 反对; of a rating 基本满意.
    #[serde(default)]
    pub against: u32,
    /// 弃权; of a rating 不满意. Of a pick it is left out: whoever did not choose it.
    #[serde(default)]
    pub abstain: u32,
    /// 无法辨认; of a rating, no grade or several.
    #[serde(default)]
    pub unclear: u32,
    /// Of a ranking, the ballots that put it first, second and so on, as many figures as places; whoever did not rank it follows from them.
    #[serde(default)]
    #[schema(max_items = 200)]
    pub ranks: Vec<u32>,
}

/// A name as it was written on ballots, with its votes.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SheetWriteIn {
    /// As it was written, at most 60 characters.
    #[schema(value_type = String)]
    pub name: Text<60>,
    /// How often.
    pub votes: u32,
}

/// What a teller counted of one bundle.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SheetWanted {
    /// Ballots in the bundle.
    pub returned: u32,
    /// Valid ones.
    pub valid: u32,
    /// Void ones.
    pub invalid: u32,
    /// A line for each name.
    pub lines: Vec<SheetLine>,
    /// Names written in.
    #[serde(default)]
    pub write_ins: Vec<SheetWriteIn>,
}

/// What the chief teller says of the spellings.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadingsWanted {
    /// One for each spelling: `written`, and `meant` or nothing where nobody can be made out.
    #[schema(value_type = Vec<Object>)]
    pub readings: Vec<Reading>,
}

impl SheetWanted {
    /// As the rules count.
    ///
    /// # Errors
    /// When there is not a line for each name, or too many were written in.
    fn count(self, spec: &Spec) -> Result<Count, Problem> {
        let Self { returned, valid, invalid, lines, write_ins } = self;
        if lines.len() != spec.names.len() {
            return Err(refused(Refusal::OtherBallot));
        }
        if write_ins.len() > MOST_SPELLINGS {
            return Err(
                Errors::one("write_ins", Wrong::new("ballots-wrong-spellings").with("most", MOST_SPELLINGS)).into()
            );
        }
        let line = |(name, line): (&str, SheetLine)| {
            let SheetLine { approve, against, abstain, unclear, ranks } = line;
            // On a pick there is nothing but the choice: whoever did not choose it abstained from it. So of an order.
            let marked =
                [approve, against, unclear].iter().chain(&ranks).fold(0_u32, |sum, one| sum.saturating_add(*one));
            let chosen = matches!(spec.kind, Kind::Pick | Kind::Ranking);
            let abstain = if chosen { valid.saturating_sub(marked) } else { abstain };
            Line { name: name.to_owned(), approve, against, abstain, unclear, ranks }
        };
        let lines = spec.listed().into_iter().zip(lines).map(line).collect();
        let write_ins = write_ins.into_iter().map(|one| Tally { name: one.name.into(), votes: one.votes }).collect();
        Ok(Count { returned, valid, invalid, lines, write_ins })
    }
}

fn bundle(bundles: Vec<Bundle>, place: Place) -> Result<Bundle, Problem> {
    bundles.into_iter().find(|bundle| bundle.place == place).ok_or_else(|| refused(Refusal::NoBundle))
}

/// A teller enters what they counted of a bundle; answers the bundle as it stands then.
///
/// # Errors
/// When this account does not count here or has entered it, or the figures cannot be.
pub async fn enter(
    site: &Site,
    actor: &Actor,
    id: RoundId,
    place: Place,
    sheet: SheetWanted,
) -> Result<Bundle, Problem> {
    let mut taken = Taken::begin(site, actor, id).await?;
    let account = taken.account()?;
    taken.was.tellers.acts(account, Role::Counter).map_err(refused)?;
    taken.was.counting().map_err(refused)?;
    let was = bundle(taken.bundles().await?, place)?;
    let attempt = was.attempt;
    let entry = Entry { account, at: site.now(), count: ballots_rules::paper::cleaned(sheet.count(&taken.was.spec)?) };
    let names = taken.was.spec.listed();
    let (now, fact) = was.enter((&taken.was.spec.rule, &names), entry.clone()).map_err(refused)?;
    write_entry(&mut taken.tx, id, (place, attempt), &entry).await?;
    save_bundle(&mut taken.tx, id, &now).await?;
    taken.append(fact).await?;
    Ok(now)
}

/// The chief teller has a bundle counted again.
///
/// # Errors
/// When somebody else asks, or nobody has counted it.
pub async fn recount(site: &Site, actor: &Actor, id: RoundId, place: Place) -> Result<Bundle, Problem> {
    let mut taken = Taken::begin(site, actor, id).await?;
    let account = taken.account()?;
    taken.was.tellers.acts(account, Role::Chief).map_err(refused)?;
    taken.was.counting().map_err(refused)?;
    let (now, fact) = bundle(taken.bundles().await?, place)?.recount().map_err(refused)?;
    save_bundle(&mut taken.tx, id, &now).await?;
    taken.append(fact).await?;
    Ok(now)
}

/// The chief teller says who is meant by each spelling.
///
/// # Errors
/// When somebody else asks, not all bundles agree, a spelling is left out, or somebody on the ballot is said to be meant.
pub async fn read(site: &Site, actor: &Actor, id: RoundId, wanted: ReadingsWanted) -> Result<(), Problem> {
    let mut taken = Taken::begin(site, actor, id).await?;
    let account = taken.account()?;
    taken.was.tellers.acts(account, Role::Chief).map_err(refused)?;
    taken.was.counting().map_err(refused)?;
    let bundles = taken.bundles().await?;
    if bundles.iter().any(|bundle| bundle.agreed().is_none()) {
        return Err(refused(Refusal::BundlesOpen));
    }
    let mut said = Vec::new();
    for Tally { name, .. } in spellings(&bundles) {
        let reading = wanted.readings.iter().find(|reading| reading.written == name);
        let reading = reading.cloned().ok_or_else(|| refused(Refusal::Unread))?;
        said.push(meant(&taken.was.spec, reading)?);
    }
    begin_readings(&mut taken.tx, id, &said, (account, site.now())).await?;
    taken.append(Fact::WriteInsRead { spellings: said.len() }).await
}

/// A reading with the name as people compare it; nobody on the ballot can be meant.
fn meant(spec: &Spec, reading: Reading) -> Result<Reading, Problem> {
    let Some(name) = reading.meant else { return Ok(reading) };
    let name = Text::<60>::parse(&name).map_err(|wrong| Errors::one("readings", Wrong::from(wrong)))?.to_string();
    if spec.listed().contains(&name.as_str()) {
        return Err(refused(Refusal::WrittenIsListed { name }));
    }
    Ok(Reading { meant: Some(name), ..reading })
}
