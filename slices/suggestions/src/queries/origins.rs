//! From what a suggestion was made: the opinions of constituents that were taken up in it, and the bill that is treated as one.

use accounts_rules::{Actor, Right};
use kernel::{BodyId, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};
use suggestions_rules::{Source, Suggestion};
use uuid::Uuid;

use crate::Sight;

/// What it was made from, as far as this reader may know of it: numbers, no person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    /// 群众意见.
    pub opinions: Vec<Opinion>,
    /// 议案.
    pub bill: Option<Bill>,
}

/// An opinion of constituents that was taken up in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opinion {
    /// Its identity.
    pub id: Uuid,
    /// The year of its number.
    pub year: i64,
    /// Its number.
    pub n: i64,
    /// Whether the reader sees the opinion itself.
    pub opens: bool,
}

/// The bill that is treated as a suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bill {
    /// Its identity.
    pub id: Uuid,
    /// Its number as written, where it got one.
    pub number: Option<String>,
    /// Whether the reader sees the bill itself.
    pub opens: bool,
}

row! {
    struct Raised {
        id: Uuid,
        year: i64,
        n: i64,
        congress: BodyId,
        holder: BodyId,
        deputy: Option<PersonId>,
    }
}

/// Looks both up. To colleagues without a part in it nothing is told.
pub(super) async fn origins(
    ask: &mut impl Ask,
    (actor, sight): (&Actor, &Sight),
    of: &Suggestion,
    raised: bool,
) -> Result<Origins, Fault> {
    let mut found = Origins::default();
    if *sight == Sight::Public {
        return Ok(found);
    }
    if raised {
        let sql = Sql::new("select o.id, o.year, o.n, o.congress, o.holder, o.deputy from v_opinion_raised r")
            .add(" join v_opinion o on o.id = r.opinion where r.suggestion = {} order by o.year, o.n, o.id");
        let rows: Vec<Raised> = ask.all(sql.bind(of.id)).await?;
        found.opinions = rows.into_iter().map(|row| row.seen_by(actor)).collect();
    }
    if of.sheet.source == Some(Source::Bill) {
        let sql = Sql::new("select id, number from v_bill where suggestion = {} order by id limit 1").bind(of.id);
        let bill: Option<(Uuid, Option<String>)> = ask.one(sql).await?;
        let signs = matches!(sight, Sight::Lead | Sight::Cosigner);
        let opens = signs || actor.may(Right::BillSeeFiled, of.congress).is_ok();
        found.bill = bill.map(|(id, number)| Bill { id, number, opens });
    }
    Ok(found)
}

impl Raised {
    fn seen_by(self, actor: &Actor) -> Opinion {
        let office = [self.congress, self.holder].into_iter().any(|body| actor.may(Right::OpinionSee, body).is_ok());
        let own = self.deputy.is_some() && self.deputy == actor.stands_for();
        Opinion { id: self.id, year: self.year, n: self.n, opens: office || own }
    }
}
