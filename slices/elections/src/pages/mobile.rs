//! Mobile ballot boxes of a district.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use elections_rules::election::{BoxId, ByBox, DistrictId, Verb};
use kernel::Text;
use kit::{
    Problem, Site, View,
    web::{Form, Wrong, done, page},
};
use law_rules::Word as _;

use super::ask::{Ask, Field, Input, count, keep_at, words};
use crate::{
    desk::mobile::{self as desk, MobileBoxWanted},
    queries::{Part, whole::parts},
    store::{Election, MobileBox},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "elections/boxes.html")]
struct List<'a> {
    v: &'a View,
    it: Election,
    part: Part,
    due: Option<u32>,
}

impl List<'_> {
    fn reason(&self, one: &MobileBox) -> String {
        self.v.t(&one.reason.key()).into_owned()
    }
    fn with(&self, one: &MobileBox) -> String {
        one.scrutineers.iter().map(Text::as_str).collect::<Vec<_>>().join("、")
    }
    /// What it carried, as far as it is back.
    fn carried(&self, one: &MobileBox) -> String {
        match (one.carried.handed, one.carried.returned) {
            (Some(handed), Some(returned)) => {
                let values = [("handed", handed.to_string()), ("returned", returned.to_string())];
                self.v.tf("elections-box-carried", values).into_owned()
            }
            _ => self.v.t("elections-box-out").into_owned(),
        }
    }
    /// Whether its round is the one that is due.
    fn open(&self, one: &MobileBox) -> bool {
        self.due == Some(one.n)
    }
}

/// The district with its boxes, and which round is due.
async fn around(site: &Site, it: &Election, id: DistrictId) -> Result<(Part, Option<u32>), Problem> {
    let found = parts(&mut site.db(), it.id).await?.into_iter().find(|part| part.district.id == id);
    let part = found.ok_or_else(Problem::missing)?;
    let due = part.due().filter(|_| it.stage.allows(Verb::Carry)).map(|due| due.n);
    Ok((part, due))
}

pub async fn list(State(site): State<Site>, Extension(actor): Who, Path(id): Path<DistrictId>, v: View) -> Answer {
    let (_, it) = desk::polled(&site, &actor, id).await?;
    let (part, due) = around(&site, &it, id).await?;
    Ok(page(&List { v: &v, it, part, due }))
}

fn fields(v: &View) -> Vec<Field> {
    vec![
        Field::new(Input::Line, "place", "elections-field-place").most(120),
        Field::new(Input::Day, "day", "elections-field-box-day"),
        Field::new(Input::Line, "hours", "elections-field-hours").most(40).hint("elections-hint-hours"),
        Field::new(Input::Radios, "reason", "elections-field-box-reason").from(words::<ByBox>(v)),
        Field::new(Input::Lines, "scrutineers", "elections-field-scrutineers").hint("elections-hint-scrutineers"),
        Field::new(Input::Number, "handed", "elections-field-handed").hint("elections-hint-handed").optional(),
        Field::new(Input::Number, "returned", "elections-field-returned").optional(),
    ]
}

fn sent(v: &View, f: &Form, (id, it): (DistrictId, &Election)) -> Response {
    let at = format!("/elections/districts/{id}/boxes");
    let page = Ask {
        v,
        f,
        title: "elections-box-new",
        under: it.title.to_string(),
        lead: "elections-boxes-lead",
        action: at.clone(),
        button: "elections-box-button",
        back: (at, "elections-back-to-boxes"),
        hidden: Vec::new(),
        fields: fields(v),
    };
    page.shown()
}

async fn sends(site: &Site, actor: &Actor, id: DistrictId) -> Result<Election, Problem> {
    let (district, it) = desk::polled(site, actor, id).await?;
    crate::desk::count::due_in(&mut site.db(), &it, &district).await?;
    Ok(it)
}

pub async fn new(State(site): State<Site>, Extension(actor): Who, Path(id): Path<DistrictId>, v: View) -> Answer {
    let it = sends(&site, &actor, id).await?;
    let form = Form::blank(&v).with("day", it.day).with("reason", ByBox::Infirm.word());
    Ok(sent(&v, &form, (id, &it)))
}

pub async fn create(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DistrictId>,
    v: View,
    mut form: Form,
) -> Answer {
    let it = sends(&site, &actor, id).await?;
    if let Some(wanted) = read(&mut form) {
        let at = format!("/elections/districts/{id}/boxes");
        let once = form.once(&at)?;
        match desk::send(&site, &actor, id, wanted, &once).await {
            Ok(_) => return Ok(done(&at, "elections-flash-box")),
            Err(problem) => keep_at(&mut form, "scrutineers", problem)?,
        }
    }
    Ok(sent(&v, &form, (id, &it)))
}

fn read(form: &mut Form) -> Option<MobileBoxWanted> {
    let (place, day, hours) = (form.take("place"), form.take("day"), form.take("hours"));
    let reason = form.choice("reason", ByBox::read);
    let scrutineers = names(form);
    let (handed, returned) = (count(form, "handed"), count(form, "returned"));
    if form.has_errors() {
        return None;
    }
    let (place, day, hours, reason, scrutineers) = (place?, day?, hours?, reason?, scrutineers?);
    Some(MobileBoxWanted { place, day, hours, reason, scrutineers, handed, returned })
}

/// Names, a line each.
fn names(form: &mut Form) -> Option<Vec<Text<40>>> {
    let typed: String = form.take("scrutineers")?;
    let lines = typed.lines().map(str::trim).filter(|line| !line.is_empty());
    let read: Option<Vec<Text<40>>> = lines.map(|line| Text::parse(line).ok()).collect();
    if read.is_none() {
        form.refuse("scrutineers", Wrong::new("elections-wrong-scrutineers"));
    }
    read
}

fn kept(v: &View, f: &Form, (one, it): (&MobileBox, &Election)) -> Response {
    let page = Ask {
        v,
        f,
        title: "elections-box-keep",
        under: format!("{} {}", it.title, f.value("place")),
        lead: "elections-boxes-lead",
        action: format!("/elections/boxes/{}", one.id),
        button: "elections-save",
        back: (format!("/elections/districts/{}/boxes", one.district), "elections-back-to-boxes"),
        hidden: vec![("version", f.value("version").to_owned())],
        fields: fields(v),
    };
    page.shown()
}

async fn keeps(site: &Site, actor: &Actor, id: BoxId) -> Result<(MobileBox, Election), Problem> {
    let (one, district, it) = desk::mobile(site, actor, id).await?;
    let due = crate::desk::count::due_in(&mut site.db(), &it, &district).await?;
    if due.n == one.n {
        return Ok((one, it));
    }
    Err(kernel::Refused::from(elections_rules::election::Refusal::NothingDue).into())
}

pub async fn ask_keep(State(site): State<Site>, Extension(actor): Who, Path(id): Path<BoxId>, v: View) -> Answer {
    let (one, it) = keeps(&site, &actor, id).await?;
    let names: Vec<&str> = one.scrutineers.iter().map(Text::as_str).collect();
    let mut form = Form::blank(&v)
        .with("version", desk::version(&one))
        .with("place", &one.place)
        .with("day", one.day)
        .with("hours", &one.hours)
        .with("reason", one.reason.word())
        .with("scrutineers", names.join("\n"));
    for (name, count) in [("handed", one.carried.handed), ("returned", one.carried.returned)] {
        if let Some(count) = count {
            form = form.with(name, count);
        }
    }
    Ok(kept(&v, &form, (&one, &it)))
}

pub async fn keep(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<BoxId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (one, it) = keeps(&site, &actor, id).await?;
    if let Some(wanted) = read(&mut form) {
        let seen = Some(form.seen()?);
        match desk::keep(&site, &actor, id, wanted, seen).await {
            Ok(_) => return Ok(done(&format!("/elections/districts/{}/boxes", one.district), "elections-flash-saved")),
            Err(problem) => keep_at(&mut form, "scrutineers", problem)?,
        }
    }
    Ok(kept(&v, &form, (&one, &it)))
}

pub async fn withdraw(State(site): State<Site>, Extension(actor): Who, Path(id): Path<BoxId>, _form: Form) -> Answer {
    let district = desk::withdraw(&site, &actor, id).await?;
    Ok(done(&format!("/elections/districts/{district}/boxes"), "elections-flash-box-withdrawn"))
}
