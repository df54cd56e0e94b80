//! Opinions as programs read them.

use kernel::{Day, Moment};
use kit::Site;
use opinions_rules::{Stage, Waits};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    queries::{
        detail::{self, Detail},
        list::OpinionLine,
    },
    sight::Sight,
};

/// One line of the list.
#[derive(Serialize, ToSchema)]
pub struct OpinionLineJson {
    id: Uuid,
    year: i64,
    n: i64,
    topic: String,
    body: String,
    stage: String,
    area: Option<String>,
    deputy: Option<String>,
    unit: Option<String>,
    way: String,
    hotline: Option<String>,
    #[schema(value_type = String)]
    received: Day,
    /// By when somebody is to do something about it.
    #[schema(value_type = Option<String>)]
    due: Option<Day>,
    /// Whether that is over.
    late: bool,
}

/// A page of opinions.
#[derive(Serialize, ToSchema)]
pub struct OpinionLines {
    pub(super) items: Vec<OpinionLineJson>,
    pub(super) next: Option<String>,
    pub(super) total: i64,
}

/// One thing that happened.
#[derive(Serialize, ToSchema)]
pub struct OpinionStepJson {
    /// Milliseconds since 1970.
    at: i64,
    step: String,
    body: Option<String>,
    words: String,
    /// Whether the person reads the words.
    open: bool,
}

/// One opinion.
#[derive(Serialize, ToSchema)]
pub struct ConstituentOpinionJson {
    id: Uuid,
    year: i64,
    n: i64,
    stage: &'static str,
    round: u16,
    body: String,
    topic: String,
    way: String,
    area: String,
    area_name: Option<String>,
    place: String,
    deputy: Option<String>,
    holder: Option<String>,
    hotline: Option<String>,
    /// By when somebody is to do something about it.
    #[schema(value_type = Option<String>)]
    due: Option<Day>,
    /// Whether that is over.
    late: bool,
    /// The body it is with, or is proposed to be given to.
    unit: Option<OpinionUnitJson>,
    files: Vec<Uuid>,
    suggestion: Option<Uuid>,
    /// Who said it, where the person agreed that you see it; others open it by itself, with a reason.
    contact: Option<OpinionContactJson>,
    steps: Vec<OpinionStepJson>,
}

/// A body an opinion is with, and how it is treated there.
#[derive(Serialize, ToSchema)]
pub struct OpinionUnitJson {
    body: Uuid,
    name: Option<String>,
    /// `own`, `urge`, `suggest` or `remind`.
    treatment: &'static str,
    /// What is expected back: `decision`, `result`, `feedback` or `receipt`.
    expected: &'static str,
    /// Whether it is a hard matter, with the longer time.
    hard: bool,
    /// Whether it waits for approval still.
    proposed: bool,
    /// When the body signed for it, in milliseconds since 1970.
    signed: Option<i64>,
}

/// Opened contact data.
#[derive(Serialize, ToSchema)]
pub struct OpinionContactJson {
    pub(super) name: Option<String>,
    pub(super) phone: Option<String>,
}

impl OpinionLineJson {
    pub(super) fn of(it: OpinionLine, waits: Option<&Waits>, now: Moment) -> Self {
        Self {
            due: waits.map(Waits::day),
            late: waits.is_some_and(|waits| waits.late(now)),
            id: it.id.uuid(),
            year: it.year,
            n: it.n,
            topic: it.topic,
            body: it.body,
            stage: it.stage,
            area: it.area,
            deputy: it.deputy,
            unit: it.unit,
            way: it.way,
            hotline: it.hotline,
            received: it.received.day(),
        }
    }
}

/// One opinion as its reader sees it.
pub(super) fn shape(site: &Site, sight: &Sight, d: Detail) -> ConstituentOpinionJson {
    let waits = Waits::of(&d.kept.opinion.stage, &d.book.opinions, &site.calendar());
    let step = |it: detail::StepLine| OpinionStepJson {
        at: it.at.millis(),
        step: it.step,
        body: it.body,
        words: it.words,
        open: it.open,
    };
    let unit = unit(&d);
    let sealed = Some(&d.sealed).filter(|_| d.agreed(sight));
    let contact = sealed.map(|it| OpinionContactJson { name: it.name.clone(), phone: it.phone.clone() });
    ConstituentOpinionJson {
        contact,
        id: d.kept.opinion.id.uuid(),
        year: d.written.year,
        n: d.written.n,
        stage: d.kept.opinion.stage.word(),
        round: d.kept.opinion.round,
        body: d.written.body,
        topic: d.written.topic,
        way: d.written.way,
        area: d.written.area.as_str().to_owned(),
        area_name: d.written.area_name,
        place: d.written.place,
        deputy: d.written.deputy,
        holder: d.written.holder,
        hotline: d.written.hotline,
        due: waits.as_ref().map(Waits::day),
        late: waits.is_some_and(|waits| waits.late(site.now())),
        unit,
        files: d.files.iter().map(|file| file.id.uuid()).collect(),
        suggestion: d.raised.map(|raised| raised.id.uuid()),
        steps: d.steps.into_iter().map(step).collect(),
    }
}

/// The body it is with, or is proposed to be given to.
fn unit(d: &Detail) -> Option<OpinionUnitJson> {
    let (body, treatment, hard, signed) = match &d.kept.opinion.stage {
        Stage::Assigned { unit, treatment, hard, signed, .. } => (unit, treatment, *hard, *signed),
        Stage::Proposed { unit, treatment, hard, .. } => (unit, treatment, *hard, None),
        _ => return None,
    };
    Some(OpinionUnitJson {
        body: body.uuid(),
        name: d.written.unit.clone(),
        treatment: treatment.word(),
        expected: treatment.expects().word(),
        hard,
        proposed: matches!(d.kept.opinion.stage, Stage::Proposed { .. }),
        signed: signed.map(Moment::millis),
    })
}
