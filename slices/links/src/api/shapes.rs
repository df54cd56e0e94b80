//! What programs are answered.

use kernel::Day;
use links_rules::{End, EndReason, Way};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    desk::draft::Looked,
    queries::{candidates::Candidate, kinds::KindLine, lines::LinkLine, plan::Uncovered},
    store::{Contact, Kind},
};

/// A kind of links.
#[derive(Serialize, ToSchema)]
pub struct LinkKindJson {
    id: Uuid,
    congress: Uuid,
    name: String,
    one: &'static str,
    other: &'static str,
    need: u16,
    least: u16,
    most: Option<u16>,
    near: &'static str,
    times: u16,
    basis: Option<String>,
    #[schema(value_type = String)]
    since: Day,
    #[schema(value_type = Option<String>)]
    until: Option<Day>,
    version: i64,
}

/// A kind of links with how far it is.
#[derive(Serialize, ToSchema)]
pub struct LinkKindLineJson {
    kind: LinkKindJson,
    /// Links that stand.
    links: i64,
    /// Contacts of this year.
    contacts: i64,
    /// Its open draft.
    draft: Option<Uuid>,
}

pub fn kind(it: &Kind) -> LinkKindJson {
    let spec = &it.spec;
    LinkKindJson {
        id: it.id.uuid(),
        congress: it.congress.uuid(),
        name: spec.name.to_string(),
        one: spec.one.word(),
        other: spec.other.word(),
        need: spec.need,
        least: spec.least,
        most: spec.most,
        near: spec.near.word(),
        times: spec.times,
        basis: spec.basis.as_ref().map(ToString::to_string),
        since: spec.since,
        until: spec.until,
        version: it.version,
    }
}

pub fn kind_line(it: &KindLine) -> LinkKindLineJson {
    let draft = it.draft.map(kernel::Id::uuid);
    LinkKindLineJson { kind: kind(&it.kind), links: it.links, contacts: it.contacts, draft }
}

/// One link with names, and how contact goes.
#[derive(Serialize, ToSchema)]
pub struct LinkJson {
    id: Uuid,
    kind: Uuid,
    /// `{"person": id}` or `{"body": id}`.
    #[schema(value_type = Object)]
    one: End,
    one_name: String,
    /// `{"person": id}`, `{"body": id}` or `{"place": code}`.
    #[schema(value_type = Object)]
    other: End,
    other_name: String,
    #[schema(value_type = String)]
    since: Day,
    /// The day it ended.
    #[schema(value_type = Option<String>)]
    until: Option<Day>,
    #[schema(value_type = Option<String>)]
    reason: Option<EndReason>,
    /// Contacts of the year, up to the day asked for.
    done: u32,
    /// Contacts of the year that are owed by that day.
    owed: u32,
    /// Contacts a year.
    times: u16,
    #[schema(value_type = Option<String>)]
    last: Option<Day>,
}

pub fn link(it: LinkLine) -> LinkJson {
    let LinkLine { id, kind, one, one_name, other, other_name, since, until, reason, done, owed, times, last, .. } = it;
    LinkJson {
        id: id.uuid(),
        kind: kind.uuid(),
        one,
        one_name,
        other,
        other_name,
        since,
        until,
        reason,
        done,
        owed,
        times,
        last,
    }
}

/// A page of links with the exact total.
#[derive(Serialize, ToSchema)]
pub struct LinkLines {
    pub items: Vec<LinkJson>,
    pub next: Option<String>,
    pub total: i64,
}

/// A contact record.
#[derive(Serialize, ToSchema)]
pub struct LinkContactJson {
    id: Uuid,
    link: Uuid,
    #[schema(value_type = String)]
    day: Day,
    #[schema(value_type = String)]
    way: Way,
    words: String,
    follow_up: Option<String>,
    /// Whether staff typed it for who made the contact.
    typed: bool,
    account: Uuid,
}

pub fn contact(it: Contact) -> LinkContactJson {
    LinkContactJson {
        id: it.id.uuid(),
        link: it.link.uuid(),
        day: it.day,
        way: it.way,
        words: it.words.into(),
        follow_up: it.follow_up.map(Into::into),
        typed: it.typed,
        account: it.account.uuid(),
    }
}

/// Somebody who is not covered.
#[derive(Serialize, ToSchema)]
pub struct UncoveredJson {
    #[schema(value_type = Object)]
    who: End,
    name: String,
    note: String,
    /// By how many they are linked.
    has: usize,
    /// `no-ones`, `none-near`, `none-left` or `full`; nothing where somebody could still be found.
    why: Option<&'static str>,
}

pub fn uncovered(it: &Uncovered) -> UncoveredJson {
    let Candidate { end, name, note, .. } = it.who.clone();
    UncoveredJson { who: end, name, note, has: it.has, why: it.why.map(links_rules::Why::word) }
}

/// A line of a draft.
#[derive(Serialize, ToSchema)]
pub struct LinkDraftLineJson {
    n: u32,
    #[schema(value_type = Object)]
    one: End,
    #[schema(value_type = Object)]
    other: End,
}

/// A draft of links.
#[derive(Serialize, ToSchema)]
pub struct LinkDraftJson {
    id: Uuid,
    kind: Uuid,
    #[schema(value_type = String)]
    since: Day,
    /// `open`, `adopted` or `dropped`.
    stage: &'static str,
    version: i64,
    lines: Vec<LinkDraftLineJson>,
    /// Links that stand and go on.
    kept: usize,
    /// Links that end with it.
    gone: Vec<Uuid>,
    uncovered: Vec<UncoveredJson>,
}

pub fn draft(it: &Looked) -> LinkDraftJson {
    let line = |(n, one, other): &(u32, End, End)| LinkDraftLineJson { n: *n, one: one.clone(), other: other.clone() };
    LinkDraftJson {
        id: it.draft.id.uuid(),
        kind: it.draft.kind.uuid(),
        since: it.draft.since,
        stage: it.draft.stage.word(),
        version: it.draft.version,
        lines: it.lines.iter().map(line).collect(),
        kept: it.plan.kept.len(),
        gone: it.plan.gone.iter().map(|link| link.id.uuid()).collect(),
        uncovered: it.uncovered.iter().map(uncovered).collect(),
    }
}
