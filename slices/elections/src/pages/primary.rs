//! The preliminary election of a district, and the other election for seats left open.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use elections_rules::election::{Asked, DistrictId, ElectionId, PrimaryFigures, Verb, range};
use kit::{
    Problem, Site, View,
    web::{Form, Wrong, done},
};
use law_rules::Word as _;

use super::{
    ask::{Ask, Field, Input, count, keep_at, number, words},
    count::votes,
};
use crate::{
    desk::{
        self,
        again::{self, ElectionAgainWanted},
        prepare,
        primary::{self as desk_of, PrimaryVotesWanted, PrimaryWanted},
    },
    queries::{Part, whole::parts},
    store::Election,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

const FIGURES: [(&str, &str); 6] = [
    ("entitled", "elections-field-entitled"),
    ("took_part", "elections-field-took-part"),
    ("handed", "elections-field-handed"),
    ("returned", "elections-field-returned"),
    ("invalid", "elections-field-invalid"),
    ("marks", "elections-field-marks"),
];

fn counted(v: &View, f: &Form, (part, it): (&Part, &Election)) -> Response {
    let mut fields = vec![
        Field::new(Input::Day, "day", "elections-field-primary-day"),
        Field::new(Input::Radios, "asked", "elections-field-asked")
            .from(words::<Asked>(v))
            .hint("elections-hint-asked"),
    ];
    fields.extend(FIGURES.iter().map(|(name, label)| {
        let field = Field::new(Input::Number, name, label);
        if *name == "invalid" { field.optional() } else { field }
    }));
    fields.push(Field::new(Input::Lines, "votes", "elections-field-votes").hint("elections-hint-votes"));
    let page = Ask {
        v,
        f,
        title: "elections-primary-title",
        under: format!("{} {}", it.title, part.district.name),
        lead: "elections-primary-lead",
        action: format!("/elections/districts/{}/preliminary", part.district.id),
        button: "elections-primary-button",
        back: (format!("/elections/{}", it.id), "elections-back"),
        hidden: vec![("version", f.value("version").to_owned())],
        fields,
    };
    page.shown()
}

async fn counts(site: &Site, actor: &Actor, id: DistrictId) -> Result<(Part, Election), Problem> {
    let (_, it) = prepare::district(site, actor, id, Some(Right::ElectionKeep)).await?;
    it.stage.after(Verb::Primary).map_err(kernel::Refused::from)?;
    let found = parts(&mut site.db(), it.id).await?.into_iter().find(|part| part.district.id == id);
    Ok((found.ok_or_else(Problem::missing)?, it))
}

/// What was counted before, or what is usual.
fn before(v: &View, (part, it): (&Part, &Election), today: kernel::Day) -> Form {
    let most = range(it.contesting(), part.district.seats).value;
    let usual = PrimaryFigures {
        entitled: part.district.voters,
        took_part: 0,
        handed: 0,
        returned: 0,
        invalid: 0,
        marks: most.max.unwrap_or(most.min),
    };
    let (day, asked, is) =
        part.primary.map_or((today, Asked::Nothing, usual), |round| (round.day, round.asked, round.figures));
    let version = part.primary.map_or(0, |round| desk_of::version(&round, &part.candidates));
    let form = Form::blank(v).with("day", day).with("asked", asked.word()).with("version", version);
    let form = form.with("entitled", is.entitled).with("marks", is.marks);
    let got = |votes: Option<u32>| votes.filter(|_| part.primary.is_some()).map(|votes| votes.to_string());
    let line = |one: &crate::store::Candidate| format!("{}｜{}", one.name, got(one.preliminary).unwrap_or_default());
    let form = form.with("votes", part.candidates.iter().map(line).collect::<Vec<_>>().join("\n"));
    if part.primary.is_none() {
        return form;
    }
    let form = form.with("took_part", is.took_part).with("handed", is.handed);
    form.with("returned", is.returned).with("invalid", is.invalid)
}

pub async fn ask(State(site): State<Site>, Extension(actor): Who, Path(id): Path<DistrictId>, v: View) -> Answer {
    let (part, it) = counts(&site, &actor, id).await?;
    Ok(counted(&v, &before(&v, (&part, &it), site.today()), (&part, &it)))
}

pub async fn enter(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DistrictId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (part, it) = counts(&site, &actor, id).await?;
    if let Some(wanted) = read(&mut form, &part) {
        let seen = Some(form.seen()?);
        match desk_of::enter(&site, &actor, id, wanted, seen).await {
            Ok(_) => return Ok(done(&format!("/elections/{}", it.id), "elections-flash-primary")),
            Err(problem) => keep_at(&mut form, "took_part", problem)?,
        }
    }
    Ok(counted(&v, &form, (&part, &it)))
}

fn read(form: &mut Form, part: &Part) -> Option<PrimaryWanted> {
    let (day, asked) = (form.take("day"), form.choice("asked", Asked::read));
    let [entitled, took_part, handed, returned, marks] =
        ["entitled", "took_part", "handed", "returned", "marks"].map(|name| number(form, name));
    let invalid = count(form, "invalid").unwrap_or(0);
    let mut all = Vec::new();
    for one in votes(form).unwrap_or_default() {
        match part.candidates.iter().find(|known| known.name == one.name) {
            Some(known) => all.push(PrimaryVotesWanted { candidate: known.id, votes: one.votes }),
            None => form.refuse("votes", Wrong::new("elections-wrong-nominee")),
        }
    }
    if form.has_errors() {
        return None;
    }
    let (entitled, took_part, handed, returned, marks) = (entitled?, took_part?, handed?, returned?, marks?);
    let figures = PrimaryFigures { entitled, took_part, handed, returned, invalid, marks };
    Some(PrimaryWanted { day: day?, asked: asked?, figures, votes: all })
}

fn again_asked(v: &View, f: &Form, (it, open): (&Election, u32)) -> Response {
    let page = Ask {
        v,
        f,
        title: "elections-again-title",
        under: format!("{} {}", it.title, v.tf("elections-open-seats", [("open", open.to_string())])),
        lead: "elections-again-lead",
        action: format!("/elections/{}/follow-up", it.id),
        button: "elections-again-button",
        back: (format!("/elections/{}", it.id), "elections-back"),
        hidden: Vec::new(),
        fields: vec![
            Field::new(Input::Line, "title", "elections-field-title").most(80),
            Field::new(Input::Day, "day", "elections-field-day"),
            Field::new(Input::Line, "method", "elections-field-method").most(200),
        ],
    };
    page.shown()
}

async fn open(site: &Site, actor: &Actor, id: ElectionId) -> Result<(Election, u32), Problem> {
    let it = desk::may(site, actor, id, Right::ElectionKeep).await?;
    let open = again::left_open(&mut site.db(), &it).await?;
    Ok((it, open))
}

pub async fn ask_again(State(site): State<Site>, Extension(actor): Who, Path(id): Path<ElectionId>, v: View) -> Answer {
    let (it, left) = open(&site, &actor, id).await?;
    let form = Form::blank(&v).with("day", site.today().max(it.day)).with("method", &it.method);
    Ok(again_asked(&v, &form, (&it, left)))
}

pub async fn hold_again(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<ElectionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (it, left) = match open(&site, &actor, id).await {
        // Pressed twice: the election that was made of it answers.
        Err(problem) => {
            let it = desk::may(&site, &actor, id, Right::ElectionKeep).await?;
            match crate::store::following(&mut site.db(), it.id).await? {
                Some(next) => return Ok(done(&format!("/elections/{next}"), "elections-flash-again")),
                None => return Err(problem),
            }
        }
        Ok(found) => found,
    };
    let (title, day, method) = (form.take("title"), form.take("day"), form.take("method"));
    if let (Some(title), Some(day), Some(method)) = (title, day, method) {
        let once = form.once(&format!("/elections/{id}/follow-up"))?;
        match again::hold_again(&site, &actor, id, ElectionAgainWanted { title, day, method }, &once).await {
            Ok(next) => return Ok(done(&format!("/elections/{}", next.id), "elections-flash-again")),
            Err(problem) => keep_at(&mut form, "day", problem)?,
        }
    }
    Ok(again_asked(&v, &form, (&it, left)))
}
