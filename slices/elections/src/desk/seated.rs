//! Whose seats an election fills.

use elections_rules::{
    Mode,
    election::{Refusal, elects_into},
};
use kernel::{AreaCode, BodyId};
use kit::{
    Problem,
    db::{Sql, Tx},
    web::{Errors, Wrong},
};

use super::{prepare::ElectionWanted, taken::refused};

/// The congress of the seats: the own one, or for deputies elected by a congress the one above.
pub(super) async fn seated(tx: &mut Tx, congress: BodyId, wanted: &ElectionWanted) -> Result<BodyId, Problem> {
    let place = Sql::new("select area, level from v_body where kind = 'congress' and id = {}").bind(congress);
    let (area, level): (AreaCode, String) = tx.one(place).await?.ok_or_else(Problem::missing)?;
    let term =
        Sql::new("select t.congress, b.area, b.level from v_term t join v_body b on b.id = t.congress where t.id = {}");
    let found: Option<(BodyId, AreaCode, String)> = tx.one(term.bind(wanted.term).add(" and t.ended is null")).await?;
    let Some((seated, above, rung)) = found else {
        return Err(Errors::one("term", Wrong::new("elections-wrong-term")).into());
    };
    let fits = if level == "nation" {
        false // that congress elects nothing here
    } else if wanted.mode() == Mode::Indirect && wanted.class.is_none() {
        elects_into((&level, &area), (&rung, &above))
    } else if wanted.mode() == Mode::Direct {
        seated == congress && matches!(level.as_str(), "county" | "township")
    } else {
        seated == congress
    };
    if fits { Ok(seated) } else { Err(refused(Refusal::WrongTerm)) }
}
