//! One proposal: its way, its checks, what came with it, what follows, and what can be done now.

use accounts_rules::Actor;
use appointments_rules::{AppointmentId, Document, Fit, Kind, Nominator, OathForm, Speech, Stage, Tally};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kit::{
    Problem, Site, View,
    web::{Form, page, page_with},
};
use law_rules::{Step, Word as _};

use super::{
    fields::{Options, words},
    list::tone,
};
use crate::{
    desk, files,
    look::{self, Looked},
    papers, queries,
    queries::{Around, DocumentLine, Offered, Taken},
    sight::Sight,
    store::Kept,
};

/// A sentence with what it rests on, and its colour.
struct Said {
    tone: &'static str,
    mark: String,
    said: String,
    rests_on: String,
}

#[derive(Template)]
#[template(path = "appointments/show.html")]
struct Show<'a> {
    v: &'a View,
    f: &'a Form,
    id: AppointmentId,
    kept: &'a Kept,
    around: Around,
    sight: Sight,
    way: Vec<Said>,
    checks: Vec<Said>,
    working: Vec<Said>,
    offered: Vec<&'static str>,
    documents: Options,
    numbered: Options,
    accept: String,
    speeches: Options,
    forms: Options,
    rounds: Options,
    taken: Option<Taken>,
    proposers: Options,
}

impl Show<'_> {
    fn offers(&self, step: &str) -> bool {
        self.offered.contains(&step)
    }

    /// Whether the form of a step has something wrong in it.
    fn opened(&self, step: &str) -> bool {
        self.f.errors().iter().any(|(field, _)| field.starts_with(step))
    }

    fn word(&self, group: &str, word: &str) -> String {
        self.v.t(&format!("appointments-{group}-{word}")).into_owned()
    }

    /// Whether a document was replaced.
    fn has_former(&self) -> bool {
        self.around.documents.iter().any(|it| it.replaced.is_some())
    }

    /// How large a file is, in kilobytes.
    fn size(&self, it: &DocumentLine) -> String {
        let kilobytes = it.size.unwrap_or(0).saturating_add(1023) / 1024;
        self.v.tf("appointments-size", [("kilobytes", kilobytes.to_string())]).into_owned()
    }

    fn kind(&self) -> String {
        self.word("kind", self.kept.it.matter.kind.word())
    }

    fn stage(&self) -> &Stage {
        &self.kept.it.stage
    }

    fn tone(&self) -> &'static str {
        tone(self.kept.it.stage.word())
    }

    fn title(&self) -> String {
        let values =
            [("kind", self.kind()), ("person", self.around.person.clone()), ("office", self.around.office.clone())];
        self.v.tf("appointments-named", values).into_owned()
    }

    /// Whether it is voted on by papers without names alone.
    fn secret(&self) -> bool {
        self.kept.it.matter.kind == Kind::Dismiss
    }

    fn proposer(&self) -> String {
        self.v.t(&self.kept.proposer.key()).into_owned()
    }

    fn number(&self, number: &appointments_rules::Number) -> String {
        papers::numbered(*number, self.v.language)
    }

    fn figures(&self, tally: &Tally) -> String {
        let values = [
            ("members", tally.members.to_string()),
            ("present", tally.present.to_string()),
            ("yes", tally.yes.to_string()),
            ("no", tally.no.to_string()),
            ("abstain", tally.abstain.to_string()),
        ];
        self.v.tf("appointments-figures", values).into_owned()
    }

    /// How the vote was taken, and by which method.
    fn taken(&self, it: &Taken) -> String {
        let method = ("method", it.method.clone());
        match &it.permitted {
            None => self.v.tf("appointments-taken-paper", [method]).into_owned(),
            Some((by, article)) => {
                let values = [method, ("by", by.clone()), ("article", article.clone())];
                self.v.tf("appointments-taken-hall", values).into_owned()
            }
        }
    }

    fn oath(&self, sworn: &appointments_rules::Sworn) -> String {
        let form = self.v.t(&sworn.form.key()).into_owned();
        let values = [("form", form), ("place", sworn.place.to_string())];
        self.v.tf("appointments-sworn", values).into_owned()
    }
}

fn said(step: &Step, v: &View, tone: &'static str, mark: String) -> Said {
    Said {
        tone,
        mark,
        said: step.said(&v.language.says(), v.language.close()),
        rests_on: step.rests_on(&v.language.says()),
    }
}

/// What can be done now, by the end of its address.
fn offered(kept: &Kept, sight: Sight, looked: &Looked, today: kernel::Day) -> Vec<&'static str> {
    let keeps: &[&'static str] = match &kept.it.stage {
        Stage::Drafted => &["documents", "exams", "revision", "submission", "withdrawal"],
        Stage::Submitted { .. } => &["examination", "documents", "exams", "speeches", "withdrawal"],
        Stage::Examined { .. } | Stage::Listed { .. } => &["documents", "speeches", "withdrawal"],
        Stage::Voted { adopted: false, .. } => &["again"],
        Stage::Voted { .. } | Stage::Withdrawn { .. } | Stage::Announced { .. } => &[],
    };
    let decides: &[&'static str] = match &kept.it.stage {
        Stage::Examined { .. } => &["agenda"],
        Stage::Listed { meeting, .. } if today < meeting.day => &["agenda"],
        Stage::Listed { .. } => &["vote", "agenda"],
        Stage::Voted { adopted: true, .. } => &["announcement", "vote"],
        Stage::Voted { .. } => &["vote"],
        _ => &[],
    };
    // The approval of the committee above comes after the vote.
    let approved = matches!(kept.it.stage, Stage::Voted { adopted: true, .. }) && looked.route.value.approval.is_some();
    let examined = kept.it.matter.kind == Kind::Appoint && looked.settings.examined.contains(&kept.it.matter.office);
    let keeps = keeps.iter().copied().filter(|step| sight.keeps && (*step != "exams" || examined));
    let mut all: Vec<_> = keeps.chain(decides.iter().copied().filter(|_| sight.decides)).collect();
    if approved && sight.keeps {
        all.push("documents");
    }
    if let (Some(after), true) = (kept.it.stage.after(), sight.keeps) {
        let swears = kept.it.swears(looked.route.value);
        let oath_first = looked.settings.oath_first && swears;
        let letter = kept.it.matter.kind == Kind::Appoint && after.letter.is_none();
        if letter && (!oath_first || after.sworn.is_some()) {
            all.push("letter");
        }
        if swears && after.sworn.is_none() && (oath_first || after.letter.is_some()) {
            all.push("oath");
        }
        if after.filed.is_none() {
            all.push("filing");
        }
    }
    all
}

/// The page, with what was typed and what is wrong with it.
pub async fn shown(site: &Site, actor: &Actor, v: &View, id: AppointmentId, form: Form) -> Result<Response, Problem> {
    let (kept, sight) = desk::of(site, actor, id).await?;
    let mut db = site.db();
    let looked = look::look(&mut db, &kept, site.today()).await?;
    let around = queries::around(&mut db, &kept).await?;
    let check = |it: &appointments_rules::Checked| {
        let tone = match it.fit {
            Fit::Fits => "good",
            Fit::Doubt => "warn",
            Fit::Bars => "bad",
        };
        said(&it.step, v, tone, v.t(&it.fit.key()).into_owned())
    };
    let plain = |step: &Step| said(step, v, "quiet", String::new());
    let verdict = kept.it.stage.tally().and_then(|tally| tally.outcome().ok());
    let working = verdict.map(|it| it.working.into_iter().chain([it.reason]).collect::<Vec<_>>()).unwrap_or_default();
    let offered = offered(&kept, sight, &looked, site.today());
    let rounds = if offered.contains(&"vote") { queries::rounds(&mut db, &kept.it).await? } else { Vec::new() };
    let form = filled(&mut db, &kept, form, site.today()).await?;
    let rounds = rounds.into_iter().filter(|round| kept.it.counted(round.taken.way == "hall").is_ok());
    let numbered = numbered(&around);
    let taken = match kept.ballot {
        Some(round) => queries::taken(&mut db, round).await?,
        None => None,
    };
    let template = Show {
        v,
        f: &form,
        id,
        kept: &kept,
        around,
        sight,
        way: looked.route.working.iter().chain([&looked.route.reason]).map(plain).collect(),
        checks: looked.checks.iter().map(check).collect(),
        working: working.iter().map(plain).collect(),
        offered,
        documents: words::<Document>(v),
        numbered,
        accept: files::FILES.accept(),
        speeches: words::<Speech>(v),
        forms: words::<OathForm>(v),
        rounds: rounds.map(|round| choice(v, round)).collect(),
        taken,
        proposers: words::<Nominator>(v),
    };
    Ok(if form.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

/// Documents to which a file can be sent: the number and what they are called.
fn numbered(around: &Around) -> Options {
    let standing = around.documents.iter().filter(|it| it.replaced.is_none());
    standing.map(|it| (it.n.to_string(), format!("{} {}", it.n, it.title))).collect()
}

/// A round to choose from: what was voted on, when, and how it was taken.
pub(super) fn choice(v: &View, it: Offered) -> (String, String) {
    let way = v.t(&format!("appointments-round-{}", it.taken.way)).into_owned();
    (it.id.to_string(), format!("{} {} {way}", it.title, it.day))
}

/// What is known already stands in the fields; what was typed stays.
async fn filled(db: &mut &kit::db::Db, kept: &Kept, form: Form, today: kernel::Day) -> Result<Form, Problem> {
    if form.has_errors() {
        return Ok(form);
    }
    let mut form = form.with("version", kept.version);
    let tally = kept.it.stage.tally();
    let members = match tally {
        Some(tally) => i64::from(tally.members),
        None => queries::members(db, kept.it.congress).await?,
    };
    if members > 0 {
        form = form.with("vote-members", members);
    }
    if let Some(tally) = tally {
        form = form
            .with("vote-present", tally.present)
            .with("vote-yes", tally.yes)
            .with("vote-no", tally.no)
            .with("vote-abstain", tally.abstain);
    }
    if let Some(meeting) = kept.it.stage.meeting() {
        form = form.with("agenda-meeting", meeting.name.as_str()).with("agenda-day", meeting.day);
    }
    if let Some(signers) = kept.signers {
        form = form.with("revision-signers", signers);
    }
    let form = form.with("revision-proposer", kept.proposer.word()).with("revision-reason", kept.reason.as_str());
    let days = ["announcement-day", "letter-day", "oath-day", "filing-day", "exams-day"];
    Ok(days.into_iter().fold(form, |form, name| form.with(name, today)).with("oath-form", OathForm::Alone.word()))
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<AppointmentId>,
    v: View,
) -> Result<Response, Problem> {
    shown(&site, &actor, &v, id, Form::blank(&v)).await
}
