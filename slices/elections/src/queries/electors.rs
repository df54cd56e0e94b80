//! Which congress elected a deputy whom no voters elect.

use elections_rules::election::elects_into;
use kernel::{AreaCode, BodyId};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};
use roster_rules::MandateId;

row! {
    /// A congress that may have elected a deputy.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Elector {
        /// The congress.
        pub id: BodyId,
        /// Its area, after which the electing unit is called.
        pub place: String,
        /// Whether its office works here.
        pub works: bool,
    }
}

row! {
    struct Seat {
        congress: BodyId,
        area: AreaCode,
        level: String,
        unit: Option<String>,
        elected_by: Option<BodyId>,
    }
}

row! {
    struct Line {
        id: BodyId,
        place: String,
        area: AreaCode,
        level: String,
        works: bool,
    }
}

const SEAT: &str = "select m.congress, b.area, b.level, c.name, e.congress from v_mandate m join v_body b on b.id = m.congress \
     left join v_constituency c on c.id = m.constituency and c.kind = 'unit' \
     left join certificate k on k.mandate = m.id left join election e on e.id = k.election where m.id = {} limit 1";

/// The congresses that may have elected the deputy of a mandate: the one whose election gave the certificate, else the one the electing unit is called
/// after, else every one that elects into the congress of the seat.
pub async fn electors(ask: &mut impl Ask, mandate: MandateId) -> Result<Vec<Elector>, Fault> {
    let Some(seat) = ask.one::<Seat>(Sql::new(SEAT).bind(mandate)).await? else { return Ok(Vec::new()) };
    let sql = Sql::new(
        "select b.id, a.name, b.area, b.level, case when exists (select 1 from v_post p where p.congress = b.id ",
    )
    .add("and p.duty in ('clerk', 'chief')) then 1 else 0 end from v_body b join v_area a on a.code = b.area ")
    .add("where b.kind = 'congress' and b.id <> {} and (a.parent = {} or a.code = {}) order by b.area, b.id")
    .bind(seat.congress)
    .bind(&seat.area)
    .bind(&seat.area);
    let mut all: Vec<Line> = ask.all(sql).await?;
    all.retain(|one| elects_into((&one.level, &one.area), (&seat.level, &seat.area)));
    if let Some(by) = seat.elected_by {
        all.retain(|one| one.id == by);
    } else if let Some(unit) = seat.unit.filter(|unit| all.iter().any(|one| one.place == *unit)) {
        all.retain(|one| one.place == unit);
    }
    Ok(all.into_iter().map(|one| Elector { id: one.id, place: one.place, works: one.works }).collect())
}
