//! From what a suggestion was made, in JSON.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::queries::Origins;

/// An opinion of constituents that was taken up in it: its number, no person.
#[derive(Serialize, ToSchema)]
pub struct RaisedOpinionJson {
    /// The opinion.
    id: Uuid,
    /// The year of its number.
    year: i64,
    /// Its number in that year.
    n: i64,
}

/// The bill that is treated as a suggestion.
#[derive(Serialize, ToSchema)]
pub struct OfBillJson {
    /// The bill.
    id: Uuid,
    /// Its number as written, where it got one.
    number: Option<String>,
}

/// From what it was made, as far as the caller may know of it.
#[derive(Serialize, ToSchema)]
pub struct OriginsJson {
    /// The opinions of constituents (群众意见) that were taken up in it.
    opinions: Vec<RaisedOpinionJson>,
    /// The bill (议案) that is treated as this suggestion.
    bill: Option<OfBillJson>,
}

impl From<&Origins> for OriginsJson {
    fn from(origins: &Origins) -> Self {
        let opinion = |one: &crate::queries::RaisedOpinion| RaisedOpinionJson { id: one.id, year: one.year, n: one.n };
        Self {
            opinions: origins.opinions.iter().map(opinion).collect(),
            bill: origins.bill.as_ref().map(|bill| OfBillJson { id: bill.id, number: bill.number.clone() }),
        }
    }
}
