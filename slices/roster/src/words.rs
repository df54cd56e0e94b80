//! The keys of words for what rows hold.

use crate::queries::{
    deputies::Deputy,
    directory::BodyLine,
    places::AreaLine,
    seats::{RoleLine, SeatLine},
};

/// How a standing looks and what it is called.
pub(crate) fn standing(word: &str) -> (&'static str, String) {
    let tone = match word {
        "in_office" => "good",
        "elected" | "confirmed" => "wait",
        "suspended" => "bad",
        _ => "quiet",
    };
    (tone, format!("roster-state-{}", dashed(word)))
}

pub(crate) fn role(word: &str) -> String {
    format!("roster-role-{}", dashed(word))
}

pub(crate) fn kind(word: &str) -> String {
    format!("roster-kind-{}", dashed(word))
}

pub(crate) fn reason(word: &str) -> String {
    format!("roster-reason-{}", dashed(word))
}

pub(crate) fn ground(word: &str) -> String {
    format!("roster-ground-{}", dashed(word))
}

pub(crate) fn gender(word: &str) -> String {
    format!("roster-gender-{}", dashed(word))
}

pub(crate) fn level(word: &str) -> String {
    format!("roster-level-{}", dashed(word))
}

pub(crate) fn power(word: &str) -> String {
    format!("roster-power-{}", dashed(word))
}

fn dashed(word: &str) -> String {
    word.replace('_', "-")
}

impl SeatLine {
    pub(crate) fn badge(&self) -> (&'static str, String) {
        standing(&self.state)
    }
    pub(crate) fn reason_key(&self) -> String {
        reason(self.reason.as_deref().unwrap_or_default())
    }
}
impl Deputy {
    pub(crate) fn badge(&self) -> (&'static str, String) {
        standing(&self.state)
    }
}
impl RoleLine {
    pub(crate) fn key(&self) -> String {
        role(&self.role)
    }
}
impl BodyLine {
    pub(crate) fn key(&self) -> String {
        kind(&self.kind)
    }
}
impl AreaLine {
    pub(crate) fn key(&self) -> String {
        match self.kind.as_str() {
            "administrative" => level(&self.level),
            kind => format!("roster-area-{kind}"),
        }
    }
}
