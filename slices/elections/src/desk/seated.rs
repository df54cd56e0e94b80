//! Whose seats an election fills.

use elections_rules::{
    Mode,
    election::{Kind, Refusal, elects_into},
};
use kernel::{AreaCode, BodyId};
use kit::{
    Problem,
    db::{Sql, Tx},
    web::{Errors, Wrong},
};
use roster_rules::MandateId;

use super::{prepare::ElectionWanted, taken::refused};
use crate::store::Election;

/// Most ended mandates one by-election fills.
pub(super) const MOST_VACANCIES: usize = 200;

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

/// Notes which ended mandates the election fills.
pub(super) async fn fill(tx: &mut Tx, it: &Election, vacancies: &[MandateId]) -> Result<(), Problem> {
    for mandate in vacancies {
        let sql = Sql::new("select 1 from v_vacancy where mandate = {}").bind(*mandate);
        let sql = sql.add(" and term = {} and election is null").bind(it.term);
        if it.kind != Kind::By || tx.one::<(i64,)>(sql).await?.is_none() {
            return Err(Errors::one("vacancies", Wrong::new("elections-wrong-vacancy")).into());
        }
        let sql = Sql::new("insert into election_vacancy (mandate, election) values ({}, {})").bind(*mandate);
        tx.run(sql.bind(it.id).add(" on conflict (mandate) do nothing")).await?;
    }
    Ok(())
}
