//! The shapes of JSON. Moments are milliseconds since 1970-01-01 UTC; days are `YYYY-MM-DD`.

use axum::response::{IntoResponse, Response};
use bills_rules::{Answer, Closed, Disposal, Ending, Filer, Sheet, Stage, Vote};
use kit::web::api::versioned;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    consult::{ConsultedJson, consulted},
    files::BillFileJson,
};
use crate::{Kept, desk::check::opinion_version, queries::Detail};

/// Where a bill stands after a verb.
#[derive(Serialize, ToSchema)]
pub struct BillNow {
    /// The bill.
    pub id: Uuid,
    /// The version to send in `If-Match` with the next edit; absent while nobody can edit it.
    pub version: Option<i64>,
    /// The word of the stage.
    pub stage: String,
    /// The number as written, once it has one.
    pub number: Option<String>,
}

/// An answer with its version as the entity tag, where it has one.
pub fn tagged(version: Option<i64>, body: impl Serialize) -> Response {
    match version {
        Some(version) => versioned(version, body),
        None => axum::Json(body).into_response(),
    }
}

/// The answer of every verb.
pub fn now(kept: &Kept) -> Response {
    let (bill, version) = (&kept.bill, kept.edition());
    let number = bill.stage.number().map(ToString::to_string);
    tagged(version, BillNow { id: bill.id.uuid(), version, stage: bill.stage.word().to_owned(), number })
}

/// The sheet as typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct BillSheetJson {
    /// 案由, at most 60 characters when handed in.
    pub title: String,
    /// 案据, at most 8,000 characters when handed in.
    pub grounds: String,
    /// 方案, at most 10,000 characters when handed in.
    pub proposal: String,
    /// Consent to publish; needed when handed in.
    pub publish: Option<bool>,
    /// Why not, when not.
    pub not_public_because: String,
}

impl From<BillSheetJson> for Sheet {
    fn from(json: BillSheetJson) -> Self {
        let text = |text: String| text.replace("\r\n", "\n");
        Self {
            title: text(json.title),
            grounds: text(json.grounds),
            proposal: text(json.proposal),
            publish: json.publish,
            not_public_because: text(json.not_public_because),
        }
    }
}

impl From<&Sheet> for BillSheetJson {
    fn from(sheet: &Sheet) -> Self {
        let Sheet { title, grounds, proposal, publish, not_public_because } = sheet.clone();
        Self { title, grounds, proposal, publish, not_public_because }
    }
}

/// A deputy asked to sign.
#[derive(Serialize, ToSchema)]
pub struct SignerJson {
    /// Who.
    pub person: Uuid,
    /// The name.
    pub name: String,
    /// `asked`, `confirmed` or `declined`.
    pub answer: &'static str,
}

/// What is to become of it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DisposalJson {
    /// `agenda`, `refer`, `not-listed` or `suggestion`.
    pub disposal: String,
    /// The committee, where it is referred.
    #[serde(default)]
    pub to: Option<String>,
}

impl From<&Disposal> for DisposalJson {
    fn from(it: &Disposal) -> Self {
        Self { disposal: it.word().to_owned(), to: it.to().map(ToString::to_string) }
    }
}

/// The committee's opinion.
#[derive(Serialize, ToSchema)]
pub struct ReviewJson {
    /// The committee.
    pub by: String,
    /// What it proposes.
    pub proposal: DisposalJson,
    /// Why.
    pub reason: String,
    /// When it was entered.
    pub at: i64,
}

/// The presidium's decision.
#[derive(Serialize, ToSchema)]
pub struct DecisionJson {
    /// What becomes of it.
    pub decision: DisposalJson,
    /// Why, where the presidium gave a reason of its own.
    pub reason: Option<String>,
    /// When it was entered.
    pub at: i64,
}

/// The vote of the congress.
#[derive(Serialize, ToSchema)]
pub struct BillVoteJson {
    /// Votes for.
    pub yes: u32,
    /// Votes against, where they were told.
    pub no: Option<u32>,
    /// Abstentions, where they were told.
    pub abstain: Option<u32>,
    /// All deputies.
    pub all: u32,
}

impl From<Vote> for BillVoteJson {
    fn from(Vote { yes, all, no, abstain }: Vote) -> Self {
        Self { yes, no, abstain, all }
    }
}

/// One fact of the history.
#[derive(Serialize, ToSchema)]
pub struct BillHappened {
    /// When.
    pub at: i64,
    /// `bill.submitted`.
    pub verb: String,
}

/// One bill, whole, as the caller may see it.
#[derive(Serialize, ToSchema)]
pub struct BillJson {
    /// The bill.
    pub id: Uuid,
    /// The version to send in `If-Match`; absent while nobody can edit it.
    pub version: Option<i64>,
    /// The congress.
    pub congress: Uuid,
    /// Its session.
    pub session: Uuid,
    /// The word of the stage.
    pub stage: &'static str,
    /// The word of its end, once it has one.
    pub ending: Option<&'static str>,
    /// The number as written.
    pub number: Option<String>,
    /// When it was handed in.
    pub filed: Option<i64>,
    /// Whether it first came after the deadline.
    pub late: bool,
    /// 领衔代表; absent where an organ puts it.
    pub lead: Option<Uuid>,
    /// `presidium`, `standing-committee`, `special-committee`, `government` or `delegation`, where one puts it.
    pub organ: Option<&'static str>,
    /// The organ's name, or the lead deputy's.
    pub put_by: String,
    /// Whether deputies put it on paper and the office entered it.
    pub paper: bool,
    /// Its files.
    pub files: Vec<BillFileJson>,
    /// Those asked to sign.
    pub signers: Vec<SignerJson>,
    /// How many deputies must sign it, the lead one counted.
    pub needed: u32,
    /// What it says.
    pub sheet: BillSheetJson,
    /// The committee's opinion.
    pub review: Option<ReviewJson>,
    /// For `If-Match` when an opinion or the decision is entered; 0 while there is no opinion.
    pub review_version: i64,
    /// That those who signed were asked whether it may be treated as a suggestion, and what they say.
    pub consultation: Option<ConsultedJson>,
    /// The presidium's decision.
    pub decision: Option<DecisionJson>,
    /// By when a committee reports.
    pub report_by: Option<String>,
    /// The vote of the congress on it.
    pub vote: Option<BillVoteJson>,
    /// The suggestion it became.
    pub suggestion: Option<Uuid>,
    /// Every fact, oldest first.
    pub history: Vec<BillHappened>,
}

/// One bill as JSON.
pub fn bill(d: &Detail) -> BillJson {
    let bill = &d.bill;
    let closed = |stage: &Stage| if let Stage::Closed(Closed { ending, .. }) = stage { Some(*ending) } else { None };
    let ending = closed(&bill.stage);
    let (organ, put_by) = match &bill.filer {
        Filer::Deputies { lead, .. } => (None, d.person(*lead).to_owned()),
        Filer::Organ { organ, name } => (Some(organ.word()), name.to_string()),
    };
    BillJson {
        id: bill.id.uuid(),
        version: d.edition(),
        congress: bill.congress.uuid(),
        session: bill.session.uuid(),
        stage: bill.stage.word(),
        ending: ending.map(Ending::word),
        number: bill.stage.number().map(ToString::to_string),
        filed: bill.stage.submission().map(|submission| submission.at.millis()),
        late: bill.late(),
        lead: bill.lead().map(kernel::PersonId::uuid),
        organ,
        put_by,
        paper: bill.on_paper(),
        files: d.files.iter().map(BillFileJson::from).collect(),
        signers: signers(d),
        needed: d.needed,
        sheet: BillSheetJson::from(&bill.sheet),
        review: bill.stage.review().map(|review| ReviewJson {
            by: review.by.to_string(),
            proposal: DisposalJson::from(&review.proposal),
            reason: d.words(review.reason).to_owned(),
            at: review.at.millis(),
        }),
        review_version: opinion_version(bill),
        consultation: consulted(d),
        decision: bill.stage.decided().map(|decided| DecisionJson {
            decision: DisposalJson::from(&decided.disposal),
            reason: decided.reason.map(|reason| d.words(reason).to_owned()),
            at: decided.at.millis(),
        }),
        report_by: if let Stage::Referred { report_by, .. } = bill.stage { Some(report_by.to_string()) } else { None },
        vote: if let Some(Ending::Voted(vote)) = ending { Some(vote.into()) } else { None },
        suggestion: if let Some(Ending::Suggestion(id)) = ending { Some(id.uuid()) } else { None },
        history: d.history.iter().map(|it| BillHappened { at: it.at.millis(), verb: it.verb.clone() }).collect(),
    }
}

fn signers(d: &Detail) -> Vec<SignerJson> {
    let word = |answer| match answer {
        Answer::Asked => "asked",
        Answer::Confirmed(_) => "confirmed",
        Answer::Declined(_) => "declined",
    };
    let one = |asked: &bills_rules::Cosigner| SignerJson {
        person: asked.person.uuid(),
        name: d.person(asked.person).to_owned(),
        answer: word(asked.answer),
    };
    d.bill.asked().iter().map(one).collect()
}
