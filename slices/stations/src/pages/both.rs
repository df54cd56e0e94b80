//! A form that came too late: what was typed beside what stands now.

use kit::{
    Problem,
    web::{Form, Stale},
};

use super::ask::{Asked, Kind};

/// Both, in the words of the page.
pub fn both(asked: &Asked, version: i64, mine: &Form, stands: &Form) -> Problem {
    let said = |name: &str, value: &str| {
        let kind = asked.fields.iter().find(|field| field.name == name).map(|field| &field.kind);
        let options = match kind {
            Some(Kind::One(options) | Kind::Few(options) | Kind::Many(options)) => options.as_slice(),
            _ => &[],
        };
        options.iter().find(|(word, _)| word == value).map_or(value, |(_, said)| said.as_str()).to_owned()
    };
    let shown = asked.fields.iter().filter(|field| !matches!(field.kind, Kind::Hidden));
    let fields = shown.map(|field| (field.name, field.label));
    Problem::Stale(Box::new(Stale::of_forms(asked.action.clone(), version, fields, (mine, stands), said)))
}
