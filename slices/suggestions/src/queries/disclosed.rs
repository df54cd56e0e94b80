//! What any congress has disclosed, of those like a text: a public thing, so any reader may know of it, at whatever level.

use kernel::{Day, Moment, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};
use suggestions_rules::SuggestionId;
use uuid::Uuid;

use super::similar::{About, Alike};

/// The label under which the index keeps what is before the public.
pub(super) const DISCLOSED: &str = "disclosed";

row!(
    struct Row {
        id: Uuid,
        suggestion: SuggestionId,
        congress: Option<String>,
        number: String,
        title: String,
        lead: Option<PersonId>,
        lead_name: Option<String>,
        year: i64,
        class: Option<String>,
        answered: Option<Moment>,
    }
);

/// Those of the index's finds that are disclosed on a day, each under the identity the index has it by.
pub(super) async fn disclosed(
    ask: &mut impl Ask,
    ids: &[Uuid],
    about: About,
    today: Day,
) -> Result<Vec<(Uuid, Alike)>, Fault> {
    let sql = Sql::new(
        "select d.id, d.suggestion, (select b.name from v_body b where b.id = d.congress), d.number, d.title, d.lead, \
         (select p.name from v_person p where p.id = d.lead), d.year, d.class, d.answered from v_disclosed d \
         where (d.until is null or d.until >= {}) and d.id in ",
    );
    let rows: Vec<Row> = ask.all(sql.bind(today).list(ids.iter().copied())).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.alike(about))).collect())
}

impl Row {
    fn alike(self, about: About) -> Alike {
        let year = i16::try_from(self.year).unwrap_or(i16::MAX);
        Alike {
            id: self.suggestion,
            congress: self.congress.unwrap_or_default(),
            number: Some(self.number),
            title: self.title,
            stage: DISCLOSED.to_owned(),
            filed: None,
            year,
            // Only a deputy who is named is compared: of another nothing is told.
            repeat: self.lead.is_some() && self.lead == about.lead && year < about.year,
            lead: self.lead_name,
            answer: self.class.zip(self.answered.map(Moment::day)),
            edition: Some(self.id),
        }
    }
}
