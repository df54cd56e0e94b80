//! Who sees a proposal: the office all of them, leaders what is handed in, members of the committee what is on an agenda.

use accounts_rules::{Actor, Right};
use kernel::BodyId;
use kit::{
    Fault, Problem,
    db::{Ask, Sql},
};

use crate::store::Kept;

/// As whom somebody sees the proposals of a congress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sight {
    /// As the office, which keeps them.
    pub keeps: bool,
    /// As the office's head, who records decisions.
    pub decides: bool,
    /// As the office or a leader; else as a member of the committee.
    pub office: bool,
}

impl Sight {
    /// Whether a proposal in that stage is to be seen.
    #[must_use]
    pub fn sees(self, stage: &str) -> bool {
        match stage {
            "drafted" => self.keeps,
            "submitted" | "examined" | "withdrawn" => self.office,
            _ => true,
        }
    }

    /// The same, for a list.
    #[must_use]
    pub(crate) fn narrow(self, sql: Sql) -> Sql {
        match (self.keeps, self.office) {
            (true, _) => sql,
            (false, true) => sql.add(" and a.stage <> 'drafted'"),
            (false, false) => sql.add(" and a.stage not in ('drafted', 'submitted', 'examined', 'withdrawn')"),
        }
    }
}

/// As whom the actor sees the proposals of a congress; nothing where they do not.
pub async fn of(ask: &mut impl Ask, actor: &Actor, congress: BodyId) -> Result<Option<Sight>, Fault> {
    let may = |right| actor.may(right, congress).is_ok();
    let (keeps, decides) = (may(Right::AppointmentKeep), may(Right::AppointmentDecide));
    let office = keeps || decides || may(Right::AppointmentSee);
    let sight = Sight { keeps, decides, office };
    if office || sits(ask, actor).await?.contains(&congress) { Ok(Some(sight)) } else { Ok(None) }
}

/// The congresses in whose standing committee the actor sits now.
pub async fn sits(ask: &mut impl Ask, actor: &Actor) -> Result<Vec<BodyId>, Fault> {
    let Some(person) = actor.person.filter(|_| actor.acting_for.is_none()) else { return Ok(Vec::new()) };
    let sql = Sql::new("select distinct congress from v_committee where ended is null and person = {}").bind(person);
    Ok(ask.all::<(BodyId,)>(sql.add(" order by congress")).await?.into_iter().map(|(id,)| id).collect())
}

/// Lets those look who see the proposal.
///
/// # Errors
/// As if there were none, for anybody else; who is not signed in is asked to sign in.
pub async fn looks(ask: &mut impl Ask, actor: &Actor, kept: &Kept) -> Result<Sight, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let sight = of(ask, actor, kept.it.congress).await?.ok_or_else(Problem::missing)?;
    if sight.sees(kept.it.stage.word()) { Ok(sight) } else { Err(Problem::missing()) }
}
