//! What a page shows of a suggestion: names and words instead of identities.

use kernel::{Day, Moment};
use kit::View;
use suggestions_rules::{Assignment, Awaited, Demand, Fact, Given, Lack, Round, RoundStage, RuleBook, Stage, Work};

use super::{names, points, showing, why::why};
use crate::queries::Detail;

/// One unit's part, as shown.
pub struct Part {
    pub id: String,
    pub unit: String,
    pub role: String,
    pub tone: &'static str,
    pub awaits: String,
    pub due: Option<(Day, i64)>,
    pub why: Vec<String>,
    pub assigned: Day,
    pub signed: Option<Moment>,
    pub opinion: Option<String>,
    pub hops: Option<String>,
    /// What is missing before the reply is signed, for who drafts, checks and signs.
    pub lacks: Vec<String>,
    pub rounds: Vec<Answered>,
    /// Whether units disagree and it is this one that answers for the matter.
    pub differs: bool,
}

/// One round of reply, as shown.
pub struct Answered {
    pub ordinal: u16,
    pub late: bool,
    pub number: String,
    pub body: String,
    /// What it answers to each request.
    pub points: Vec<points::Shown>,
    pub contact: String,
    pub publish: bool,
    /// Why the public is not to read it.
    pub kept_because: String,
    pub class: String,
    pub signed: Option<Moment>,
    pub delivered: Option<Moment>,
    pub judge_by: Option<Day>,
    pub sent_back: Option<String>,
    pub words: Vec<Word>,
}

/// One signer's word on a reply, as shown.
pub struct Word {
    pub name: String,
    pub process: (&'static str, String),
    pub result: (&'static str, String),
    pub reason: String,
    /// What was answered beside the scores: each question with its answer.
    pub answers: Vec<String>,
}

/// The lead deputy's name, or that the deputy asked to keep it.
pub fn lead(v: &View, detail: &Detail) -> String {
    match detail.person(detail.suggestion.lead.person) {
        "" => v.t("suggestions-identity-kept").into_owned(),
        name => name.to_owned(),
    }
}

/// All parts of a suggestion.
pub fn parts(v: &View, detail: &Detail, given: &Given<'_>) -> Vec<Part> {
    let handling = detail.suggestion.stage.handling();
    let all = handling.into_iter().flat_map(|handling| handling.handlers.all());
    all.map(|part| one(v, detail, part, given)).collect()
}

fn one(v: &View, detail: &Detail, part: &Assignment, given: &Given<'_>) -> Part {
    let today = given.today();
    let (awaited, by) = part.awaits();
    let left = |day: Day| (day, i64::from(day.days_since(today)));
    let opinion = match &part.work {
        Work::Advised { opinion, .. } => Some(detail.words(*opinion).to_owned()),
        _ => None,
    };
    let (tone, awaits) = match (&part.work, awaited) {
        (Work::PassedOn { .. }, _) => ("quiet", v.t("suggestions-passed-on").into_owned()),
        (_, Awaited::Nothing) => ("good", names::awaits(v, awaited.word())),
        _ => ("wait", names::awaits(v, awaited.word())),
    };
    // A unit that has the part no longer owes no reply.
    let rounds = part.rounds().filter(|_| part.live());
    Part {
        id: part.id.to_string(),
        unit: detail.body(part.unit).to_owned(),
        role: names::role(v, part.role.word()),
        tone,
        awaits,
        due: by.map(left),
        why: if by.is_some() { why(v, given, part, &detail.history) } else { vec![] },
        assigned: part.assigned.day(),
        signed: part.signed(),
        opinion,
        hops: hops(v, detail, part),
        lacks: lacks(v, detail, part, given),
        rounds: rounds.map(|round| answered(v, detail, part, (round, given))).collect(),
        differs: detail.differs && part.live() && part.role.replies(),
    }
}

/// What is missing before a letter that lies drafted is signed. Others do not see that it does.
fn lacks(v: &View, detail: &Detail, part: &Assignment, given: &Given<'_>) -> Vec<String> {
    if !detail.sees_drafts() || part.round().is_none_or(|round| round.letter().is_none()) {
        return vec![];
    }
    let lacks = detail.suggestion.lacks(part, &detail.contacts, detail.key, given.book);
    let said = |(lack, demand): (Lack, Demand)| {
        v.t(&format!("suggestions-lack-{}-{}", lack.word(), demand.word())).into_owned()
    };
    let mut lacks: Vec<String> = lacks.into_iter().map(said).collect();
    let demand = given.book.promise_before_signing.value;
    if demand != Demand::None
        && part.role.replies()
        && part.round().is_some_and(|round| round.signature().is_none())
        && !part.promises(&detail.promises)
    {
        lacks.push(v.t(&format!("suggestions-lack-promise-{}", demand.word())).into_owned());
    }
    let open = part.round().filter(|round| round.signature().is_none()).and_then(Round::letter);
    let open = open.map_or(0, |letter| detail.suggestion.unanswered(letter, given.book));
    lacks.extend(points::lack(v, open, given.book.reply_points.value.word()));
    lacks.extend(showing::silent(v, detail, part));
    let meeting = detail.suggestion.lacks_meeting(part, &detail.contacts, given.book);
    if meeting != Demand::None && matches!(detail.suggestion.stage, Stage::Handling(_)) {
        lacks.push(v.t(&format!("suggestions-lack-face-to-face-{}", meeting.word())).into_owned());
    }
    lacks
}

/// That the part was passed on: to whom, or how many times before it came here.
fn hops(v: &View, detail: &Detail, part: &Assignment) -> Option<String> {
    let handlers = &detail.suggestion.stage.handling()?.handlers;
    if let Work::PassedOn { to, at, .. } = &part.work {
        let unit = handlers.find(*to).map(|next| detail.body(next.unit).to_owned()).unwrap_or_default();
        let said = v.tf("suggestions-passed-on-to", [("unit", unit), ("day", at.day().to_string())]).into_owned();
        return Some(match mended(detail, part) {
            Some(reason) => format!("{said}{}", v.tf("suggestions-mended-because", [("reason", reason)])),
            None => said,
        });
    }
    match handlers.hops(part.id) {
        0 => mended(detail, part).map(|reason| v.tf("suggestions-added-because", [("reason", reason)]).into_owned()),
        count => Some(v.tf("suggestions-passed-on-times", [("count", count.to_string())]).into_owned()),
    }
}

/// Why the assigning body gave the part to another unit, or added this one; nothing where the reader is not to know.
fn mended(detail: &Detail, part: &Assignment) -> Option<String> {
    let words = detail.history.iter().rev().find_map(|one| match &one.fact {
        Fact::Reassigned { assignment, reason, .. } if *assignment == part.id => Some(detail.words(*reason)),
        Fact::UnitAdded { to, reason } if to.assignment == part.id => Some(detail.words(*reason)),
        _ => None,
    });
    words.filter(|words| !words.is_empty()).map(str::to_owned)
}

fn answered(v: &View, detail: &Detail, part: &Assignment, (round, given): (&Round, &Given<'_>)) -> Answered {
    let letter = round.letter();
    let (delivered, judge_by) = match &round.stage {
        RoundStage::Delivered { at, judge_by, .. } => (Some(*at), Some(*judge_by)),
        _ => (None, None),
    };
    let sent_back = match &round.stage {
        RoundStage::SentBack { reason, .. } => Some(detail.words(*reason).to_owned()),
        _ => None,
    };
    let visible = round.signature().is_some() || detail.sees_drafts();
    let letter = letter.filter(|_| visible);
    Answered {
        ordinal: round.ordinal,
        late: round.late(given.today()),
        number: letter.and_then(|l| l.number.as_ref()).map(ToString::to_string).unwrap_or_default(),
        body: letter.map(|l| l.body.to_string()).unwrap_or_default(),
        points: letter.map(|l| points::shown(&l.points)).unwrap_or_default(),
        contact: letter.map(|l| l.contact.to_string()).unwrap_or_default(),
        publish: letter.is_some_and(|l| l.publish),
        kept_because: letter.and_then(|l| l.kept_because.as_ref()).map(ToString::to_string).unwrap_or_default(),
        class: round.signature().map(|s| s.class.clone()).unwrap_or_default(),
        signed: round.signature().map(|s| s.at),
        delivered,
        judge_by,
        sent_back,
        words: words(v, detail, part, (round, given.book)),
    }
}

/// The reason, marked where it is for the congress alone.
fn reason(v: &View, detail: &Detail, id: suggestions_rules::RemarkId) -> String {
    let words = detail.words(id).to_owned();
    if detail.confidential(id) { format!("{words}{}", v.t("suggestions-confidential-mark")) } else { words }
}

fn words(v: &View, detail: &Detail, part: &Assignment, (round, book): (&Round, &RuleBook)) -> Vec<Word> {
    let answers = |signer| {
        let all = detail.answers(part.id, round.ordinal, signer).into_iter().flatten();
        all.map(|(code, answer)| format!("{}：{answer}", book.question_name(code))).collect()
    };
    let one = |delivery: &suggestions_rules::Delivery| {
        let word = delivery.judgement;
        Word {
            name: detail.person(delivery.signer).to_owned(),
            process: names::score(v, word.map(|w| w.process.word())),
            result: names::score(v, word.map(|w| w.result.word())),
            reason: word.and_then(|w| w.reason).map(|id| reason(v, detail, id)).unwrap_or_default(),
            answers: answers(delivery.signer),
        }
    };
    round.deliveries().iter().map(one).collect()
}
