//! Candidates are nominated, nominations taken back, the formal list fixed.

use accounts_rules::{Actor, Right};
use elections_rules::{
    Mode,
    election::{
        Basics, CandidateId, DistrictId, ElectionId, Fact, Nominee, NoticeKind, Origin, Refusal, Verb, Way,
        fix as fixes, may_nominate, signatures,
    },
};
use kernel::{PersonId, Text};
use kit::{
    Problem, Site,
    db::Sql,
    paper::written,
    web::{Errors, Wrong, api::Once},
};
use roster_views::body_name;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    post::posted_today,
    prepare::district,
    publish::{ZH, publish},
    taken::{Taken, refused},
};
use crate::{
    queries::people::body_level,
    store::{
        Candidate, District, Election, begin_candidate, candidates, districts, primaries, read_candidate,
        remove_candidate, save_candidate,
    },
};

/// Somebody who is nominated.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NominationWanted {
    /// At most 60 characters.
    #[schema(value_type = String)]
    pub name: Text<60>,
    /// Post, place of work; at most 120 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub note: Option<Text<120>>,
    /// The entry of the roster, where there is one.
    #[serde(default)]
    #[schema(value_type = Option<uuid::Uuid>)]
    pub person: Option<PersonId>,
    /// `joint`; of deputies also `party`, of leaders `presidium`.
    #[schema(value_type = String)]
    pub origin: Origin,
    /// The party or organisation, the presidium, or who signed first; at most 60 characters.
    #[schema(value_type = String)]
    pub proposer: Text<60>,
    /// How many signed a joint nomination.
    #[serde(default)]
    pub signers: Option<u32>,
    /// 基本情况: `sex` (`female`, `male`), `ethnicity`, `born` (year and month: `1975-06`), `party`, `education` (20 characters each), `sector` (`worker`,
    /// `farmer`, `professional`, `official`, `enterprise`, `soldier`, `other`); each may be left out.
    #[serde(default)]
    #[schema(value_type = Object)]
    pub basics: Basics,
}

/// A nominee when the formal list is fixed.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NomineeWanted {
    /// The candidate.
    #[schema(value_type = uuid::Uuid)]
    pub candidate: CandidateId,
    /// Whether the name stands on the formal list.
    pub formal: bool,
    /// Votes in the preliminary election.
    #[serde(default)]
    pub votes: Option<u32>,
}

/// The formal list.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FormalListWanted {
    /// `whole`, `discussed` or `preliminary`.
    #[schema(value_type = String)]
    pub way: Way,
    /// Everybody who was nominated; who is left out does not stand.
    #[schema(max_items = 2000)]
    pub nominees: Vec<NomineeWanted>,
}

/// More than this many stand in no election.
const MOST_NOMINEES: usize = 2_000;

/// Nominates somebody in a district.
///
/// # Errors
/// When too few signed, a party recommends more than there are seats, or the name stands there.
pub async fn nominate(
    site: &Site,
    actor: &Actor,
    id: DistrictId,
    wanted: NominationWanted,
    once: &Once,
) -> Result<Candidate, Problem> {
    let (district, _) = district(site, actor, id, Some(Right::ElectionKeep)).await?;
    let mut taken = Taken::begin(site, actor, district.election, (Right::ElectionKeep, Verb::Nominate)).await?;
    let account = actor.account.ok_or(Problem::SignIn)?;
    let candidate: CandidateId = site.new_id();
    if let Some(before) = once.claim(&mut taken.tx, site, account, &wanted, candidate).await? {
        drop(taken);
        return read_candidate(&mut site.db(), before).await?.ok_or_else(Problem::missing);
    }
    let mut all = candidates(&mut taken.tx, taken.it.id).await?;
    if all.len() >= MOST_NOMINEES {
        return Err(refused(Refusal::Seats));
    }
    all.retain(|one| one.district == id);
    let level = body_level(&mut taken.tx, taken.it.congress).await?;
    check(&taken.it, &district, &level, (&wanted, &all))?;
    if let Some(person) = wanted.person {
        let sql = Sql::new("select 1 from v_person where merged_into is null and id = {}").bind(person);
        if taken.tx.one::<(i64,)>(sql).await?.is_none() {
            return Err(Errors::one("person", Wrong::new("elections-wrong-person")).into());
        }
    }
    let n = all.iter().map(|one| one.n).max().unwrap_or(0) + 1;
    let NominationWanted { name, note, person, origin, proposer, signers, basics } = wanted;
    let it = Candidate {
        id: candidate,
        district: id,
        n,
        name,
        person,
        note,
        origin,
        proposer: Some(proposer),
        signers: signers.filter(|_| origin == Origin::Joint),
        formal: false,
        preliminary: None,
        basics,
    };
    begin_candidate(&mut taken.tx, &it).await?;
    taken.finish(Fact::Nominated { candidate }).await?;
    Ok(it)
}

fn check(
    it: &Election,
    district: &District,
    level: &str,
    (wanted, all): (&NominationWanted, &[Candidate]),
) -> Result<(), Problem> {
    wanted.basics.may_stand(it.day).map_err(refused)?;
    if all.iter().any(|one| one.name == wanted.name) {
        return Err(refused(Refusal::NameTwice { name: wanted.name.to_string() }));
    }
    let same = |one: &&Candidate| {
        one.origin == wanted.origin
            && (wanted.origin != Origin::Party || one.proposer.as_ref() == Some(&wanted.proposer))
    };
    let before = u32::try_from(all.iter().filter(same).count()).unwrap_or(u32::MAX);
    may_nominate(it.contesting(), (wanted.origin, before), district.seats).map_err(refused)?;
    if wanted.origin == Origin::Joint {
        let (signers, need) = (wanted.signers.unwrap_or(0), signatures(it.contesting(), level)?.value.need);
        if signers < need {
            return Err(refused(Refusal::SignersFew { signers, need }));
        }
    }
    Ok(())
}

/// Takes a nomination back.
///
/// # Errors
/// When the formal list is fixed.
pub async fn withdraw(site: &Site, actor: &Actor, id: CandidateId) -> Result<Election, Problem> {
    let (_, election) = candidate(site, actor, id).await?;
    let mut taken = Taken::begin(site, actor, election.id, (Right::ElectionKeep, Verb::Nominate)).await?;
    if !remove_candidate(&mut taken.tx, id).await? {
        return Err(Problem::missing());
    }
    taken.finish(Fact::NominationWithdrawn { candidate: id }).await
}

/// A candidate with the election, for who may see it.
///
/// # Errors
/// As if there were none, for anybody else.
pub async fn candidate(site: &Site, actor: &Actor, id: CandidateId) -> Result<(Candidate, Election), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let found = read_candidate(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let (_, election) = district(site, actor, found.district, None).await?;
    Ok((found, election))
}

/// Fixes the formal lists of all districts and makes them public.
///
/// # Errors
/// When a list is too short or too long, or nothing brought it down.
pub async fn fix(site: &Site, actor: &Actor, id: ElectionId, wanted: FormalListWanted) -> Result<Election, Problem> {
    let mut taken = Taken::begin(site, actor, id, (Right::ElectionKeep, Verb::Fix)).await?;
    let mut all = candidates(&mut taken.tx, id).await?;
    let held = primaries(&mut taken.tx, id).await?;
    for one in &mut all {
        let said = wanted.nominees.iter().find(|nominee| nominee.candidate == one.id);
        one.formal = said.is_some_and(|nominee| nominee.formal);
        // A preliminary election that was counted says how many votes everybody had, whatever is typed.
        if !held.iter().any(|round| round.district == one.district) {
            one.preliminary = said.and_then(|nominee| nominee.votes).filter(|_| wanted.way == Way::Preliminary);
        }
    }
    let found = districts(&mut taken.tx, id).await?;
    let drawn: u32 = found.iter().map(|one| one.seats).sum();
    if drawn != taken.it.seats {
        return Err(refused(Refusal::SeatsApart { districts: drawn, seats: taken.it.seats }));
    }
    for district in &found {
        let nominees: Vec<Nominee> = all
            .iter()
            .filter(|one| one.district == district.id)
            .map(|one| Nominee { formal: one.formal, votes: one.preliminary })
            .collect();
        let void = held.iter().any(|round| round.district == district.id && !round.valid);
        if void && wanted.way == Way::Preliminary {
            return Err(refused(Refusal::PrimaryVoid { district: district.name.to_string() }));
        }
        let place = (district.name.as_str(), district.seats);
        fixes(taken.it.contesting(), place, wanted.way, &nominees).map_err(refused)?;
    }
    for one in &all {
        save_candidate(&mut taken.tx, one).await?;
    }
    if taken.it.mode == Mode::Direct {
        posted_today(&mut taken, &found, |district| &mut district.formal_list).await?;
    }
    told(&mut taken, &found, &all).await?;
    let count = all.iter().filter(|one| one.formal).count();
    taken.finish(Fact::CandidatesFixed { count }).await
}

/// The formal lists, before the public.
async fn told(taken: &mut Taken<'_>, districts: &[District], all: &[Candidate]) -> Result<(), Problem> {
    let congress = body_name(&mut taken.tx, taken.it.congress).await?;
    let values = [("title", taken.it.title.to_string()), ("congress", congress), ("day", written(taken.it.day))];
    let title = ZH.tf("elections-notice-candidates-title", &values);
    let mut body = ZH.tf("elections-notice-candidates-text", &values).into_owned();
    for district in districts {
        let own = all.iter().filter(|one| one.formal && one.district == district.id);
        let names: Vec<&str> = own.map(|one| one.name.as_str()).collect();
        let values = [
            ("district", district.name.to_string()),
            ("seats", district.seats.to_string()),
            ("names", names.join("、")),
        ];
        body.push('\n');
        body.push_str(&ZH.tf("elections-notice-candidates-district", values));
    }
    let order =
        if taken.it.mode == Mode::Direct { "elections-notice-order" } else { "elections-notice-order-congress" };
    body.push('\n');
    body.push_str(&ZH.t(order));
    let subject = (NoticeKind::Candidates, taken.it.id.uuid(), taken.it.congress);
    Ok(publish(&mut taken.tx, taken.site, subject, (&title, &body)).await?)
}
