//! The shapes of JSON. Moments are milliseconds since 1970-01-01 UTC; days are `YYYY-MM-DD`.

use axum::response::{IntoResponse, Response};
use kit::web::{Errors, Wrong, api::versioned};
use serde::{Deserialize, Serialize};
use suggestions_rules::{Answer, Assignment, Given, Letter, Round, RoundStage, Score, Sheet, Source, Work};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    attach::AttachmentJson,
    contact::{ContactJson, contact},
    doubt::{ClassDoubtJson, doubt_of},
    due::{DueExplainedJson, explained},
    merge::LinkedJson,
    origins::OriginsJson,
    promise_shape::{PromiseJson, promise},
    sever::SeveredJson,
    shown::{ShownDraftJson, shown_of},
};
use crate::{
    Kept,
    desk::{reply::edition, words},
    points::PointJson,
    queries::Detail,
};

/// Where a suggestion stands after a verb.
#[derive(Serialize, ToSchema)]
pub struct Now {
    /// The suggestion.
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
    tagged(kept.edition(), standing(kept))
}

/// Where it stands.
pub fn standing(kept: &Kept) -> Now {
    let s = &kept.suggestion;
    let number = s.stage.numbered().map(|numbered| numbered.number.to_string());
    Now { id: s.id.uuid(), version: kept.edition(), stage: s.stage.word().to_owned(), number }
}

/// The sheet as typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SheetJson {
    /// 标题, at most 60 characters when handed in.
    pub title: String,
    /// 正文, at most 20,000 characters when handed in.
    pub body: String,
    /// `survey`, `inspection`, `visits`, `citizens`, `station` or `other`.
    pub source: Option<String>,
    /// Consent to publish; needed when handed in.
    pub publish: Option<bool>,
    /// Why not, when not.
    pub not_public_because: String,
    /// Wants to be met.
    pub wants_meeting: bool,
    /// Keep the deputy's identity from the unit.
    pub keep_identity: bool,
    /// Units wished for.
    pub wishes: Vec<Uuid>,
}

impl SheetJson {
    /// The sheet it is.
    ///
    /// # Errors
    /// Names the source when it is none of the words.
    pub fn read(self) -> Result<Sheet, Errors> {
        let source = self.source.filter(|word| !word.is_empty()).map(|word| {
            Source::read(&word).ok_or_else(|| Errors::one("source", Wrong::new("kit-form-unknown-choice")))
        });
        Ok(Sheet {
            title: self.title,
            body: self.body.replace("\r\n", "\n"),
            source: source.transpose()?,
            publish: self.publish,
            not_public_because: self.not_public_because,
            wants_meeting: self.wants_meeting,
            keep_identity: self.keep_identity,
            wishes: self.wishes.into_iter().map(kernel::Id::from_uuid).collect(),
        })
    }
}

impl From<&Sheet> for SheetJson {
    fn from(sheet: &Sheet) -> Self {
        Self {
            title: sheet.title.clone(),
            body: sheet.body.clone(),
            source: sheet.source.map(|source| source.word().to_owned()),
            publish: sheet.publish,
            not_public_because: sheet.not_public_because.clone(),
            wants_meeting: sheet.wants_meeting,
            keep_identity: sheet.keep_identity,
            wishes: sheet.wishes.iter().map(|unit| unit.uuid()).collect(),
        }
    }
}

/// A person or body with its name.
#[derive(Serialize, ToSchema)]
pub struct Named {
    /// The identity.
    pub id: Uuid,
    /// The name.
    pub name: String,
}

/// A co-signer.
#[derive(Serialize, ToSchema)]
pub struct CosignerJson {
    /// Who.
    pub person: Named,
    /// `asked`, `confirmed` or `declined`.
    pub answer: &'static str,
}

/// One suggestion, whole, as the caller may see it.
#[derive(Serialize, ToSchema)]
pub struct SuggestionJson {
    /// The suggestion.
    pub id: Uuid,
    /// The version to send in `If-Match`; absent while nobody can edit it.
    pub version: Option<i64>,
    /// The version of title and text, for `If-Match` where somebody acts on them as they read.
    pub words: i64,
    /// The congress.
    pub congress: Named,
    /// The word of the stage.
    pub stage: String,
    /// The number as written.
    pub number: Option<String>,
    /// The code of the category.
    pub category: Option<String>,
    /// When it was handed in.
    pub filed: Option<i64>,
    /// 领衔代表.
    pub lead: Named,
    /// 附议代表.
    pub cosigners: Vec<CosignerJson>,
    /// What it says.
    pub sheet: SheetJson,
    /// The files that came with it and with its replies.
    pub attachments: Vec<AttachmentJson>,
    /// The units' parts.
    pub parts: Vec<PartJson>,
    /// The talks between units and deputies.
    pub contacts: Vec<ContactJson>,
    /// The suggestion it goes with (并案).
    pub merged_into: Option<LinkedJson>,
    /// Those that go with it.
    pub merged_here: Vec<LinkedJson>,
    /// The papers that were one with it (拆件), as far as the caller may know of them.
    pub severed: Vec<SeveredJson>,
    /// From what it was made: opinions of constituents, a bill.
    pub origins: OriginsJson,
    /// The drafts shown to signers, as far as the caller may know of them.
    pub shown_drafts: Vec<ShownDraftJson>,
    /// The doubts about classes of replies, as far as the caller may know of them.
    pub class_doubts: Vec<ClassDoubtJson>,
    /// What units promised.
    pub promises: Vec<PromiseJson>,
    /// The transfer office that has it to divide, or divided it (转办).
    pub routed_to: Option<Named>,
    /// What happened, oldest first.
    pub history: Vec<HappenedJson>,
}

/// One unit's part.
#[derive(Serialize, ToSchema)]
pub struct PartJson {
    /// The assignment.
    pub id: Uuid,
    /// The unit.
    pub unit: Named,
    /// `sole`, `lead`, `co`, `separate` or `reader`.
    pub role: &'static str,
    /// What is awaited.
    pub awaits: &'static str,
    /// The last day for it.
    pub due: Option<String>,
    /// How that day is counted.
    pub due_explained: Option<DueExplainedJson>,
    /// The co-unit's opinion.
    pub opinion: Option<String>,
    /// The rounds of reply.
    pub rounds: Vec<RoundJson>,
}

/// One round of reply.
#[derive(Serialize, ToSchema)]
pub struct RoundJson {
    /// From 1.
    pub ordinal: u16,
    /// The last day to reply in time.
    pub due: String,
    /// The letter, once it is signed or for those who work on it.
    pub letter: Option<LetterJson>,
    /// The version to send in `If-Match` with the next draft; absent for those who do not write it.
    pub version: Option<i64>,
    /// The result class, once signed.
    pub class: Option<String>,
    /// When it was delivered.
    pub delivered: Option<i64>,
    /// The last day to judge in time.
    pub judge_by: Option<String>,
    /// The signers' words; scores a unit may not see yet are absent.
    pub judgements: Vec<JudgementJson>,
}

/// The text of a reply.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LetterJson {
    /// 文号, at most 60 characters.
    #[serde(default)]
    pub number: Option<String>,
    /// The text, at most 20,000 characters.
    pub body: String,
    /// 逐项答复: what it answers to each request, at most 30.
    #[serde(default)]
    pub points: Vec<PointJson>,
    /// 承办负责人, at most 60 characters.
    #[serde(default)]
    pub responsible: Option<String>,
    /// Contact and telephone, at most 120 characters.
    pub contact: String,
    /// Whether it may be published.
    pub publish: bool,
    /// Why not, at most 200 characters; required where it may not.
    #[serde(default)]
    pub not_public_because: Option<String>,
}

impl From<&Letter> for LetterJson {
    fn from(letter: &Letter) -> Self {
        Self {
            number: letter.number.as_ref().map(ToString::to_string),
            body: letter.body.to_string(),
            points: letter.points.iter().map(PointJson::from).collect(),
            responsible: letter.responsible.as_ref().map(ToString::to_string),
            contact: letter.contact.to_string(),
            publish: letter.publish,
            not_public_because: letter.kept_because.as_ref().map(ToString::to_string),
        }
    }
}

/// One signer's word.
#[derive(Serialize, ToSchema)]
pub struct JudgementJson {
    /// The deputy.
    pub signer: Named,
    /// `satisfied`, `basically`, `dissatisfied`; absent when unanswered, which never counts as satisfied.
    pub process: Option<&'static str>,
    /// As `process`.
    pub result: Option<&'static str>,
    /// Why.
    pub reason: Option<String>,
    /// What was answered beside the scores, by the codes of the form's questions.
    pub answers: std::collections::BTreeMap<String, String>,
}

/// One fact of the history.
#[derive(Serialize, ToSchema)]
pub struct HappenedJson {
    /// When.
    pub at: i64,
    /// `suggestion.submitted`.
    pub verb: String,
    /// The account that did it.
    pub by: Option<String>,
}

/// The whole of it.
pub fn suggestion(d: &Detail, given: &Given<'_>) -> SuggestionJson {
    let s = &d.suggestion;
    let person = |id: kernel::PersonId| Named { id: id.uuid(), name: d.person(id).to_owned() };
    let cosigner = |c: &suggestions_rules::Cosigner| CosignerJson {
        person: person(c.person),
        answer: match c.answer {
            Answer::Asked => "asked",
            Answer::Confirmed(_) => "confirmed",
            Answer::Declined(_) => "declined",
        },
    };
    let handling = s.stage.handling();
    SuggestionJson {
        id: s.id.uuid(),
        version: d.edition(),
        words: words(&s.sheet),
        congress: Named { id: s.congress.uuid(), name: d.body(s.congress).to_owned() },
        stage: s.stage.word().to_owned(),
        number: s.stage.numbered().map(|n| n.number.to_string()),
        category: s.stage.accepted().map(|a| a.category.clone()),
        filed: s.stage.submission().map(|submission| submission.at.millis()),
        lead: person(s.lead.person),
        cosigners: s.cosigners.iter().map(cosigner).collect(),
        sheet: SheetJson::from(&s.sheet),
        attachments: d.attachments.iter().map(AttachmentJson::from).collect(),
        parts: handling.into_iter().flat_map(|h| h.handlers.all()).map(|part| part_of(d, part, given)).collect(),
        contacts: d.contacts.iter().map(|one| contact(d, one)).collect(),
        merged_into: d.goes_with.as_ref().map(LinkedJson::from),
        merged_here: d.along.iter().map(LinkedJson::from).collect(),
        severed: d.severed.iter().map(SeveredJson::from).collect(),
        origins: OriginsJson::from(&d.origins),
        shown_drafts: d.shown.iter().map(|one| shown_of(d, one)).collect(),
        class_doubts: d.doubts.iter().map(|one| doubt_of(d, one, given)).collect(),
        promises: d.promises.iter().map(|one| promise(d, one)).collect(),
        routed_to: s.routed.map(|r| Named { id: r.office.uuid(), name: d.body(r.office).to_owned() }),
        history: d
            .history
            .iter()
            .map(|h| HappenedJson {
                at: h.at.millis(),
                verb: h.verb.clone(),
                by: h.by.map(|by| d.account(by).to_owned()),
            })
            .collect(),
    }
}

fn part_of(d: &Detail, part: &Assignment, given: &Given<'_>) -> PartJson {
    let (awaits, due) = part.awaits();
    PartJson {
        id: part.id.uuid(),
        unit: Named { id: part.unit.uuid(), name: d.body(part.unit).to_owned() },
        role: part.role.word(),
        awaits: awaits.word(),
        due: due.map(|day| day.to_string()),
        due_explained: due.and_then(|_| explained(part, given)),
        opinion: if let Work::Advised { opinion, .. } = &part.work { Some(d.words(*opinion).to_owned()) } else { None },
        rounds: part.rounds().map(|round| round_of(d, part, round)).collect(),
    }
}

fn round_of(d: &Detail, part: &Assignment, round: &Round) -> RoundJson {
    let (delivered, judge_by) = match &round.stage {
        RoundStage::Delivered { at, judge_by, .. } => (Some(at.millis()), Some(judge_by.to_string())),
        _ => (None, None),
    };
    let letter = round.letter().filter(|_| d.sees_drafts() || round.signature().is_some());
    let judgement = |delivery: &suggestions_rules::Delivery| JudgementJson {
        signer: Named { id: delivery.signer.uuid(), name: d.person(delivery.signer).to_owned() },
        process: delivery.judgement.map(|word| Score::word(word.process)),
        result: delivery.judgement.map(|word| Score::word(word.result)),
        reason: delivery.judgement.and_then(|word| word.reason).map(|id| d.words(id).to_owned()),
        answers: d.answers(part.id, round.ordinal, delivery.signer).cloned().unwrap_or_default(),
    };
    RoundJson {
        ordinal: round.ordinal,
        due: round.due.to_string(),
        letter: letter.map(LetterJson::from),
        version: (d.sees_drafts() || letter.is_some()).then(|| edition(letter)),
        class: round.signature().map(|signature| signature.class.clone()),
        delivered,
        judge_by,
        judgements: round.deliveries().iter().map(judgement).collect(),
    }
}
