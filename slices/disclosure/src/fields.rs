//! The fields of the open data: what each table row tells, in the order of the columns.

use kit::{sheets::Cell, words::Lang};

use crate::queries::show::{Open, OpenReply};

/// One field: its name in machines' words and how a row fills it. Titles and explanations stand in the locale files.
pub struct Field {
    /// `number`.
    pub name: &'static str,
    /// What a row holds.
    pub cell: fn(&Open, Lang) -> Cell,
}

/// Every field, in the order of the columns.
pub const FIELDS: [Field; 18] = [
    Field { name: "id", cell: |d, _| d.id.to_string().into() },
    Field { name: "number", cell: |d, _| (&d.number).into() },
    Field { name: "title", cell: |d, _| (&d.title).into() },
    Field { name: "congress", cell: |d, _| (&d.congress_name).into() },
    Field { name: "session", cell: |d, _| (&d.session).into() },
    Field { name: "category", cell: |d, _| (&d.category).into() },
    Field { name: "deputy", cell: |d, _| d.lead.as_ref().map(|(_, name)| name.clone()).into() },
    Field { name: "delegation", cell: |d, _| d.delegation.clone().into() },
    Field {
        name: "extent",
        cell: |d, lang| lang.t(&format!("disclosure-extent-{}", d.extent.word())).into_owned().into(),
    },
    Field { name: "text", cell: |d, _| (&d.body).into() },
    Field { name: "units", cell: |d, _| joined(d, "；", |reply| reply.unit.clone()) },
    Field { name: "reply-numbers", cell: |d, _| joined(d, "；", |reply| reply.number.clone()) },
    Field { name: "classes", cell: |d, _| joined(d, "；", |reply| reply.class.clone()) },
    Field { name: "replied", cell: |d, _| joined(d, "；", |reply| reply.delivered.day().to_string()) },
    Field { name: "replies", cell: |d, _| joined(d, "\n\n", |reply| reply.body.clone()) },
    Field { name: "closed", cell: |d, _| d.closed.map(kernel::Moment::day).into() },
    Field { name: "disclosed", cell: |d, _| d.since.day().into() },
    Field { name: "edition", cell: |d, _| d.edition.into() },
];

impl Field {
    /// The key of its title.
    #[must_use]
    pub fn title(&self) -> String {
        format!("disclosure-column-{}", self.name)
    }

    /// The key of what is said of it.
    #[must_use]
    pub fn about(&self) -> String {
        format!("disclosure-column-about-{}", self.name)
    }
}

fn joined(d: &Open, between: &str, of: impl Fn(&OpenReply) -> String) -> Cell {
    d.replies.iter().map(of).collect::<Vec<_>>().join(between).trim().to_owned().into()
}
