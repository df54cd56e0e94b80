//! One suggestion: what it says, where it stands, what its parts came to, and what this visitor can do now.

#![expect(clippy::cmp_owned, reason = "a comparison in the page, as askama writes it")]

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::{AccountId, Refusal, Refused};
use kit::{
    Problem, Site, View,
    web::{Form, page},
};
use suggestions_rules::{
    Answer, Assignment, Awaited, Canonical, Entered, Fact, Given, Round, RoundStage, RuleBook, Stage, SuggestionId,
};

use super::{advice, call, contact, doubt, look, look_back, merge, names, offers::assigning, promise, showing, story};
use crate::{
    Sight,
    queries::{self, Detail},
};

#[derive(Template)]
#[template(path = "suggestions/show.html")]
struct Show<'a> {
    v: &'a View,
    f: &'a Form,
    d: &'a Detail,
    id: SuggestionId,
    /// The version of the words, for who puts their name to them.
    words: i64,
    tone: &'static str,
    stage: String,
    number: String,
    category: String,
    source: String,
    lead: String,
    congress: String,
    typed_by: Option<String>,
    cosigners: Vec<(String, &'static str, String)>,
    wishes: Vec<String>,
    returned: Option<String>,
    /// What the deputy is told of a draft.
    advice: Vec<String>,
    refusing: Option<Found>,
    insisted: Option<String>,
    together: Vec<merge::Together>,
    parts: Vec<look::Part>,
    talked: Vec<contact::Talked>,
    doubted: Vec<doubt::Doubted>,
    shown: Vec<showing::ShownLine>,
    promised: Vec<promise::Promised>,
    looked: Vec<look_back::Looked>,
    told: Vec<story::Told>,
    does: Vec<Does>,
    categories: Vec<(String, String)>,
    accepts: bool,
    attaches: bool,
}

/// Something the visitor can do now.
pub struct Does {
    /// Where the button's form goes, or the link leads.
    pub to: String,
    /// What it says.
    pub key: &'static str,
    /// The unit it concerns, where several have parts.
    pub about: String,
    /// Where pressing it acts at once, the version of the words it is about: those of the sheet, or of a unit's letter. None where it opens
    /// a page.
    pub acts: Option<i64>,
    /// Whether it is what is most likely wanted.
    pub first: bool,
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<SuggestionId>,
    v: View,
) -> Result<Response, Problem> {
    let d = queries::detail(&site, &actor, id).await?;
    let s = &d.suggestion;
    let book = crate::desk::rules::book(&site, s.congress, s.session).await?;
    let (tone, stage) = names::stage(&v, s.stage.word());
    let code = s.stage.accepted().map(|accepted| accepted.category.clone());
    let category = code.map(|code| book.name_of("category", &code).to_owned());
    let cosigners = s.cosigners.iter().map(|c| cosigner(&v, &d, c)).collect();
    let calendar = site.calendar();
    let given = Given { now: site.now(), book: &book, calendar: &calendar };
    let mut does = does(&actor, &d, &given);
    does.extend(key(&actor, &d));
    let template = Show {
        id,
        words: crate::desk::words(&s.sheet),
        tone,
        stage,
        number: s.stage.numbered().map(|numbered| numbered.number.to_string()).unwrap_or_default(),
        category: category.unwrap_or_default(),
        source: s.sheet.source.map(|source| names::source(&v, source.word())).unwrap_or_default(),
        lead: look::lead(&v, &d),
        congress: d.body(s.congress).to_owned(),
        typed_by: typed_by(&d).map(|by| d.account(by).to_owned()),
        cosigners,
        wishes: s.sheet.wishes.iter().map(|unit| d.body(*unit).to_owned()).collect(),
        returned: if let Stage::Returned { reason, .. } = &s.stage { Some(d.words(*reason).to_owned()) } else { None },
        advice: if d.sight == Sight::Lead && is_free(&s.stage) {
            advice::told(&v, &book, &s.sheet.title, &s.sheet.body)
        } else {
            vec![]
        },
        refusing: found(&v, &d, &book),
        insisted: insisted(&d),
        together: merge::together(&v, &d),
        parts: look::parts(&v, &d, &given),
        talked: contact::talked(&v, &d, &actor, &book),
        doubted: doubt::doubted(&v, &d, &actor, &given),
        shown: showing::lines(&v, &d, &actor),
        promised: promise::promised(&v, &d, given.today()),
        looked: look_back::looked(&v, &d),
        told: story::told(&v, &d, given.today()),
        does,
        categories: book.categories.iter().map(|c| (c.code.clone(), c.name.clone())).collect(),
        attaches: d.sight == Sight::Lead && is_free(&s.stage),
        accepts: matches!(s.stage, Stage::Submitted(_)) && actor.may(Right::SuggestionCheck, s.congress).is_ok(),
        v: &v,
        f: &Form::blank(&v),
        d: &d,
    };
    Ok(page(&template))
}

/// What the office found, and its words, where it would not take the paper as a suggestion.
pub type Found = (String, String);

/// What the office found, said for the stage it stands at.
pub fn found(v: &View, d: &Detail, book: &RuleBook) -> Option<Found> {
    let found = d.suggestion.stage.refusing()?;
    let name = |family, code: &str| book.name_of(family, code).to_owned();
    let listed = [("ground", name("ground", &found.ground)), ("disposal", name("disposal", &found.disposal))];
    let key = match d.suggestion.stage {
        Stage::Refused { .. } => "suggestions-refusal-stands",
        _ => "suggestions-refusal-said",
    };
    Some((v.tf(key, listed).into_owned(), d.words(found.reason).to_owned()))
}

/// Why the lead deputy insisted, for those who check it again.
fn insisted(d: &Detail) -> Option<String> {
    let Stage::Submitted(submission) = &d.suggestion.stage else { return None };
    let words = d.history.iter().rev().find_map(|one| match one.fact {
        Fact::InsistedUpon { reason } => Some(d.words(reason).to_owned()),
        _ => None,
    });
    words.filter(|words| submission.insisted && !words.is_empty())
}

fn cosigner(v: &View, d: &Detail, c: &suggestions_rules::Cosigner) -> (String, &'static str, String) {
    let (tone, key) = match c.answer {
        Answer::Asked => ("wait", "suggestions-cosigner-asked"),
        Answer::Confirmed(_) => ("good", "suggestions-cosigner-confirmed"),
        Answer::Declined(_) => ("quiet", "suggestions-cosigner-declined"),
    };
    (d.person(c.person).to_owned(), tone, v.t(key).into_owned())
}

/// Who typed the sheet for the deputy, while the deputy has not confirmed it.
fn typed_by(d: &Detail) -> Option<AccountId> {
    match d.suggestion.lead.entered {
        Entered::For { by } => Some(by),
        Entered::Own | Entered::Confirmed { .. } => None,
    }
}

/// Buttons for what the rules would most likely allow. The desk asks the rules again when one is pressed.
fn does(actor: &Actor, d: &Detail, given: &Given<'_>) -> Vec<Does> {
    let mut all = whole(actor, d);
    if let Some(handling) = d.suggestion.stage.handling()
        && matches!(d.suggestion.stage, Stage::Handling(_))
    {
        for part in handling.handlers.all() {
            let objects = handling.handlers.may_object(part.id, given).is_ok();
            let waits = part.round().is_some_and(|round| round.redo_waits(given.book, given.today()));
            all.extend(on_part(actor, d, part, [objects, part.may_extend(given).is_ok(), !waits]));
        }
    }
    for part in d.suggestion.stage.handling().into_iter().flat_map(|handling| handling.handlers.all()) {
        if reopens(actor, d, part) {
            let (to, about) = (at(d.suggestion.id, &format!("assignments/{}/reopening", part.id)), d.body(part.unit));
            all.push(Does { to, key: "suggestions-do-reopen", about: about.to_owned(), acts: None, first: false });
        }
        all.extend(showing::offers(actor, d, part));
        all.extend(doubt::offers(actor, d, part, given));
        if promise::offers(actor, d, part) {
            let (to, about) = (at(d.suggestion.id, &format!("assignments/{}/promises", part.id)), d.body(part.unit));
            all.push(Does {
                to,
                key: "suggestions-do-make-promise",
                about: about.to_owned(),
                acts: None,
                first: false,
            });
        }
    }
    all.sort_by_key(|it| !it.first);
    all
}

/// 列为重点督办, for who may and where it is none yet; another noun's page does it.
fn key(actor: &Actor, d: &Detail) -> Option<Does> {
    let s = &d.suggestion;
    let may =
        matches!(s.stage, Stage::Numbered(_) | Stage::Handling(_)) && actor.may(Right::KeyMark, s.congress).is_ok();
    let to = format!("/supervision/keys/new?suggestion={}", s.id);
    (may && !d.key).then_some(Does {
        to,
        key: "suggestions-do-mark-key",
        about: String::new(),
        acts: None,
        first: false,
    })
}

/// What else a clerk may decide who checks it: to return it, or that it is no suggestion.
pub fn checks(actor: &Actor, d: &Detail) -> Vec<Does> {
    let decides =
        |it: &Does| ["suggestions-do-return", "suggestions-do-sever", "suggestions-do-refuse"].contains(&it.key);
    whole(actor, d).into_iter().filter(decides).collect()
}

/// Whether a part of a closed matter may be taken up again: its reply said planned, or not now.
fn reopens(actor: &Actor, d: &Detail, part: &Assignment) -> bool {
    let class = part.round().and_then(|round| round.signature()).map(|signature| signature.counted_as);
    matches!(d.suggestion.stage, Stage::Closed { .. })
        && matches!(class, Some(Canonical::Planned | Canonical::NotNow))
        && actor.may(Right::SuggestionRedo, d.suggestion.congress).is_ok()
}

/// Where a verb on a suggestion stands.
pub fn at(id: SuggestionId, end: &str) -> String {
    format!("/suggestions/{id}/{end}")
}

/// A form is for who could send it now; who may only look is told so before anything is typed.
///
/// # Errors
/// When this visitor is not offered that step.
pub async fn offered(site: &Site, actor: &Actor, d: &Detail, action: &str) -> Result<(), Problem> {
    let book = crate::desk::rules::book(site, d.suggestion.congress, d.suggestion.session).await?;
    let calendar = site.calendar();
    let given = Given { now: site.now(), book: &book, calendar: &calendar };
    let offers = does(actor, d, &given).iter().any(|it| it.to == action);
    if offers { Ok(()) } else { Err(Refused::new(Refusal::NotYours, "suggestions-refused-not-offered").into()) }
}

fn whole(actor: &Actor, d: &Detail) -> Vec<Does> {
    let s = &d.suggestion;
    let at = |end: &str| at(s.id, end);
    let may = |right| actor.may(right, s.congress).is_ok();
    let (lead, seconds) = (d.sight == Sight::Lead, d.sight == Sight::Cosigner);
    let typed = lead && typed_by(d).is_some() && actor.acting_for.is_none();
    let asked = s.cosigners.iter().any(|c| Some(c.person) == actor.stands_for() && c.answer == Answer::Asked);
    let free = is_free(&s.stage);
    let open = !matches!(s.stage, Stage::Refused { .. } | Stage::Closed { .. } | Stage::Withdrawn { .. });
    let words = crate::desk::words(&s.sheet);
    let mut all = Vec::new();
    let mut can = |when: bool, end: &str, key, acts: bool, first| {
        if when {
            all.push(Does { to: at(end), key, about: String::new(), acts: acts.then_some(words), first });
        }
    };
    can(typed && free, "confirmation", "suggestions-do-confirm-entry", true, true);
    can(lead && free, "submission", "suggestions-do-submit", true, true);
    can(lead && free, "edit", "suggestions-do-edit", false, false);
    can(lead && free, "split", "suggestions-do-split", false, false);
    can(lead && free, "cosigners", "suggestions-do-invite", false, false);
    can(seconds && asked && free, "cosignature", "suggestions-do-cosign", true, true);
    can(seconds && asked && free, "cosignature/removal", "suggestions-do-decline", true, false);
    can(
        may(Right::SuggestionCheck) && matches!(s.stage, Stage::Submitted(_)),
        "check",
        "suggestions-do-check",
        false,
        true,
    );
    can(
        may(Right::SuggestionCheck) && matches!(s.stage, Stage::Submitted(_)),
        "return",
        "suggestions-do-return",
        false,
        false,
    );
    can(
        may(Right::SuggestionCheck) && matches!(s.stage, Stage::Submitted(_)),
        "severance",
        "suggestions-do-sever",
        false,
        false,
    );
    can(
        may(Right::SuggestionRefuse) && matches!(&s.stage, Stage::Submitted(before) if !before.insisted),
        "refusal",
        "suggestions-do-refuse",
        false,
        false,
    );
    let refusing = lead && matches!(s.stage, Stage::Refusing(_)) && actor.acting_for.is_none();
    can(refusing, "refusal/acknowledgement", "suggestions-do-acknowledge", true, false);
    can(refusing, "refusal/objection", "suggestions-do-insist", false, true);
    can(
        may(Right::SuggestionNumber) && matches!(s.stage, Stage::Accepted(_)),
        "number",
        "suggestions-do-number",
        true,
        true,
    );
    can(may(Right::SuggestionClose) && closes(&s.stage), "closure", "suggestions-do-close", true, true);
    let closed = matches!(s.stage, Stage::Closed { .. });
    can(closed && may(Right::SuggestionClose), "look-back", "suggestions-do-look-back", false, false);
    can(lead && open && !s.stage.private(), "withdrawal", "suggestions-do-withdraw", false, false);
    can(lead && s.stage.private() && actor.acting_for.is_none(), "removal", "suggestions-do-discard", false, false);
    can(true, "sheet", "suggestions-do-print", false, false);
    can(true, "papers", "papers-do-open", false, false);
    can(d.sight.works() && s.stage.handling().is_some(), "room", "suggestions-do-room", false, false);
    all.extend(assigning(actor, d));
    all
}

/// Whether it lies with its deputy.
const fn is_free(stage: &Stage) -> bool {
    matches!(stage, Stage::Draft | Stage::Cosigning { .. } | Stage::Returned { .. })
}

/// Whether nothing more is awaited of anybody.
fn closes(stage: &Stage) -> bool {
    let Stage::Handling(handling) = stage else { return false };
    handling.handlers.all().all(|part| matches!(part.awaits().0, Awaited::Nothing | Awaited::Judgement | Awaited::Redo))
}

fn on_part(actor: &Actor, d: &Detail, part: &Assignment, [objects, extends, redoes]: [bool; 3]) -> Vec<Does> {
    let s = &d.suggestion;
    let at = |end: &str| format!("/suggestions/{}/assignments/{}/{end}", s.id, part.id);
    let unit = |right| actor.may(right, part.unit).is_ok();
    let office = |right| actor.may(right, s.congress).is_ok();
    let awaited = part.awaits().0;
    let drafted = part.round().is_some_and(|round| matches!(round.stage, RoundStage::Drafted { .. }));
    let me = actor.stands_for();
    let judges = part.round().is_some_and(|round| {
        round.deliveries().iter().any(|delivery| Some(delivery.signer) == me && delivery.judgement.is_none())
    });
    let about = d.body(part.unit);
    let letter = crate::desk::reply::edition(part.round().and_then(Round::letter));
    let mut all = Vec::new();
    let mut can = |when: bool, end: &str, key, acts: bool, first| {
        if when {
            all.push(Does { to: at(end), key, about: about.to_owned(), acts: acts.then_some(letter), first });
        }
    };
    can(awaited == Awaited::SignFor && unit(Right::AssignmentSign), "receipt", "suggestions-do-sign-for", true, true);
    let replies = matches!(awaited, Awaited::Reply | Awaited::Consent);
    can(objects && unit(Right::AssignmentObject), "objection", "suggestions-do-object", false, false);
    can(awaited == Awaited::Ruling && office(Right::ObjectionRule), "ruling", "suggestions-do-rule", false, true);
    can(
        awaited == Awaited::Consent && office(Right::ExtensionAnswer),
        "consent",
        "suggestions-do-consent",
        false,
        true,
    );
    can(extends && unit(Right::ExtensionAsk), "extension", "suggestions-do-extend", false, false);
    can(awaited == Awaited::Opinion && unit(Right::ReplyDraft), "opinion", "suggestions-do-advise", false, true);
    can(part.is_handled() && unit(Right::ContactRecord), "contacts", "suggestions-do-record-contact", false, false);
    can(replies && unit(Right::ReplyDraft), "reply", "suggestions-do-reply", false, !drafted);
    can(drafted && unit(Right::ReplyDraft), "checking", "suggestions-do-send-to-check", true, true);
    can(awaited == Awaited::Check && office(Right::ReplyCheck), "approval", "suggestions-do-pass", true, true);
    can(
        awaited == Awaited::Check && office(Right::ReplyCheck),
        "sending-back",
        "suggestions-do-send-back",
        false,
        false,
    );
    can(awaited == Awaited::Signature && unit(Right::ReplySign), "signature", "suggestions-do-sign", false, true);
    can(awaited == Awaited::Delivery && unit(Right::ReplyDeliver), "delivery", "suggestions-do-deliver", true, true);
    can(judges && office(Right::JudgementGive), "judgement", "suggestions-do-judge", false, true);
    let silent = call::silent(part).next().is_some();
    can(silent && office(Right::JudgementRemind), "calls", "suggestions-do-call", false, false);
    can(
        awaited == Awaited::Redo && redoes && office(Right::SuggestionRedo),
        "redo",
        "suggestions-do-redo",
        false,
        true,
    );
    all
}
