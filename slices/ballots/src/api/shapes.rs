//! What programs are answered.

use accounts_rules::{Actor, Right};
use ballots_rules::{
    paper::{Boxes, Bundle, Role, Round, Spec, Spot, Stage},
    round::{Figures, Outcome},
};
use kernel::{Day, Moment};
use kit::{Problem, Site, words::Lang};
use law_rules::Word as _;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    queries::{self, Around},
    store::{Item, Published, Signed},
};

/// A matter that is voted on.
#[derive(Serialize, ToSchema)]
pub struct BallotJson {
    id: Uuid,
    congress: Uuid,
    title: String,
    meeting: String,
    #[schema(value_type = String)]
    day: Day,
    /// Names, settings, the method cited.
    #[schema(value_type = Object)]
    spec: Spec,
    /// For `If-Match` when its spec is changed.
    version: i64,
    /// Its rounds, the first first.
    rounds: Vec<Uuid>,
}

/// A bundle as far as it may be told: nobody's figures.
#[derive(Serialize, ToSchema)]
pub struct BundleJson {
    box_no: u32,
    n: u32,
    /// Ballots that should lie in it.
    sheets: u32,
    /// Which time it is counted.
    attempt: u32,
    /// Entries of this attempt: 0, 1, or 2 that are the same.
    entries: usize,
    agrees: bool,
    /// Where the entries of the attempt before differed.
    #[schema(value_type = Vec<Object>)]
    differs: Vec<Spot>,
}

/// Somebody who counts.
#[derive(Serialize, ToSchema)]
pub struct TellerJson {
    account: Uuid,
    name: String,
    role: &'static str,
    declared: bool,
    stood_aside: bool,
}

/// A spelling written in, with its votes: to the chief teller, once all bundles agree.
#[derive(Serialize, ToSchema)]
pub struct SpellingJson {
    written: String,
    votes: u32,
}

/// A step of the working.
#[derive(Serialize, ToSchema)]
pub struct BallotStepJson {
    said: String,
    rests_on: String,
}

/// A result.
#[derive(Serialize, ToSchema)]
pub struct BallotResultJson {
    edition: u32,
    #[schema(value_type = Object)]
    figures: Figures,
    /// Votes for spellings of which nobody could be made out.
    unreadable: u32,
    /// Whom of the tied the presidium decided for, where the method leaves ties to it.
    presidium: Vec<String>,
    #[schema(value_type = Object)]
    outcome: Outcome,
    working: Vec<BallotStepJson>,
    /// Milliseconds since 1970-01-01 UTC.
    reported: i64,
    announced: Option<i64>,
    corrected: Option<i64>,
    correction: Option<String>,
}

/// A round.
#[derive(Serialize, ToSchema)]
pub struct BallotRoundJson {
    id: Uuid,
    ballot: Uuid,
    n: u32,
    why: &'static str,
    after: Option<Uuid>,
    stage: &'static str,
    #[schema(value_type = Object)]
    spec: Spec,
    /// SHA-256 of the settings, fixed when it opened.
    hash: String,
    members: u32,
    present: u32,
    #[schema(value_type = Option<Object>)]
    boxes: Option<Boxes>,
    bundles: Vec<BundleJson>,
    tellers: Vec<TellerJson>,
    spellings: Vec<SpellingJson>,
    edition: u32,
    results: Vec<BallotResultJson>,
    /// The signed report: to the office and the chief teller.
    signed: Vec<SignedJson>,
}

/// A photograph or scan of the signed report.
#[derive(Serialize, ToSchema)]
pub struct SignedJson {
    id: Uuid,
    /// Of which edition of the result.
    edition: u32,
    name: String,
    media: String,
    /// In bytes.
    size: u64,
    /// Milliseconds since 1970-01-01 UTC.
    added: i64,
}

impl From<Signed> for SignedJson {
    fn from(it: Signed) -> Self {
        let Signed { id, edition, name, media, size, at } = it;
        Self { id: id.uuid(), edition, name, media, size, added: at.millis() }
    }
}

pub fn ballot(item: Item, rounds: &[Round]) -> BallotJson {
    BallotJson {
        id: item.id.uuid(),
        congress: item.congress.uuid(),
        title: item.title.into(),
        meeting: item.meeting.into(),
        day: item.day,
        spec: item.spec,
        version: item.version,
        rounds: rounds.iter().map(|round| round.id.uuid()).collect(),
    }
}

pub fn bundle(it: &Bundle) -> BundleJson {
    BundleJson {
        box_no: it.place.box_no,
        n: it.place.n,
        sheets: it.sheets,
        attempt: it.attempt,
        entries: it.entries.len(),
        agrees: it.agreed().is_some(),
        differs: it.differs.clone(),
    }
}

fn result(round: &Round, it: &Published, lang: Lang) -> BallotResultJson {
    let verdict = Around::outcome(round, it);
    let steps = verdict.working.iter().chain([&verdict.reason]);
    let (corrected, correction) = it.corrected.as_ref().map(|(at, why)| (at.millis(), why.to_string())).unzip();
    BallotResultJson {
        edition: it.edition,
        figures: it.figures.clone(),
        unreadable: it.unreadable,
        presidium: it.presidium.clone(),
        working: steps
            .map(|step| BallotStepJson {
                said: step.said(&lang.says(), lang.close()),
                rests_on: step.rests_on(&lang.says()),
            })
            .collect(),
        outcome: verdict.value,
        reported: it.reported.millis(),
        announced: it.announced.map(Moment::millis),
        corrected,
        correction,
    }
}

/// A round as this actor may see it: what is reported and not announced, for the office and the chief teller.
pub async fn round(
    site: &Site,
    actor: &Actor,
    item: &Item,
    round: &Round,
    lang: Lang,
) -> Result<BallotRoundJson, Problem> {
    let around = queries::around(&mut site.db(), item, round).await?;
    let own = actor.account.and_then(|account| round.tellers.of(account));
    let chief = own.is_some_and(|teller| teller.role == Role::Chief);
    let early = chief || actor.may(Right::BallotPrepare, item.congress).is_ok();
    let counting = chief && around.all_agree() && matches!(round.stage, Stage::Counting { .. });
    let spellings = if counting { ballots_rules::paper::spellings(&around.bundles) } else { Vec::new() };
    let teller = |it: &ballots_rules::paper::Teller| TellerJson {
        account: it.account.uuid(),
        name: it.name.clone(),
        role: it.role.word(),
        declared: it.declared.is_some(),
        stood_aside: it.aside.is_some(),
    };
    let signed = crate::desk::signed::all(site, actor, item, round).await?;
    let shown = around.results.iter().filter(|it| early || it.announced.is_some());
    Ok(BallotRoundJson {
        id: round.id.uuid(),
        ballot: round.ballot.uuid(),
        n: round.n,
        why: round.why.word(),
        after: round.after.map(kernel::Id::uuid),
        stage: round.stage.word(),
        spec: round.spec.clone(),
        hash: round.hash.clone(),
        members: round.members,
        present: round.present,
        boxes: round.stage.boxes().cloned(),
        bundles: around.bundles.iter().map(bundle).collect(),
        tellers: round.tellers.0.iter().map(teller).collect(),
        spellings: spellings.into_iter().map(|it| SpellingJson { written: it.name, votes: it.votes }).collect(),
        edition: round.edition,
        results: shown.map(|it| result(round, it, lang)).collect(),
        signed: signed.into_iter().map(SignedJson::from).collect(),
    })
}

/// As [`round`], read afresh.
pub async fn fresh(
    site: &Site,
    actor: &Actor,
    id: ballots_rules::paper::RoundId,
    lang: Lang,
) -> Result<BallotRoundJson, Problem> {
    let (item, it, _) = crate::desk::round::of(site, actor, id).await?;
    round(site, actor, &item, &it, lang).await
}
