//! Evaluations: the list, and how their units stand.

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Day, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};
use supervision_rules::EvaluationId;
use uuid::Uuid;

row!(
    /// One line of the list.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct EvaluationLine {
        /// The evaluation.
        pub id: EvaluationId,
        /// Its title.
        pub title: String,
        /// Its days.
        pub since: Day,
        /// Its days.
        pub until: Day,
        /// The word of its stage.
        pub stage: String,
        /// Units judged.
        pub units: i64,
        /// Appeals that wait for an answer.
        pub waits: i64,
    }
);

/// The evaluations of a congress that the actor may know of, the latest first; without a congress, those that judge the actor's units.
/// They are few.
pub async fn evaluations(
    ask: &mut impl Ask,
    actor: &Actor,
    congress: Option<BodyId>,
) -> Result<Vec<EvaluationLine>, Fault> {
    let sql = Sql::new(
        "select e.id, e.title, e.since, e.until, e.stage, (select count(*) from evaluation_unit u where u.evaluation = e.id), \
         (select count(*) from evaluation_unit u where u.evaluation = e.id and u.appealed is not null and u.ruled is null) \
         from evaluation e where ",
    );
    let sql = match congress {
        Some(congress) if actor.may(Right::EvaluationSee, congress).is_ok() => {
            sql.add("e.congress = {}").bind(congress)
        }
        Some(congress) if actor.may(Right::EvaluationScore, congress).is_ok() => {
            sql.add("e.stage <> 'draft' and e.congress = {}").bind(congress)
        }
        Some(congress) => sql.add("e.stage = 'published' and e.congress = {}").bind(congress),
        None => {
            let units: Vec<BodyId> = actor.bodies(Right::AssignmentSee).collect();
            sql.add("e.id in (select u.evaluation from evaluation_unit u where u.unit in ").list(units).add(")")
        }
    };
    ask.all(sql.add(" order by e.made desc, e.id desc")).await
}

row!(
    /// How a unit stands while scores and votes come in.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct UnitStanding {
        /// The unit.
        pub unit: BodyId,
        /// Its name.
        pub name: Option<String>,
        /// Ballots entered.
        pub ballots: i64,
        /// Deputies who scored it.
        pub scorers: i64,
        /// What the person who asks gave it.
        pub own: Option<i64>,
    }
);

/// How the units of an evaluation stand, with what one person gave them.
pub async fn unit_standings(
    ask: &mut impl Ask,
    evaluation: EvaluationId,
    person: Option<PersonId>,
) -> Result<Vec<UnitStanding>, Fault> {
    let sql = Sql::new(
        "select u.unit, (select b.name from v_body b where b.id = u.unit), \
         coalesce((select v.ballots from evaluation_vote v where v.evaluation = u.evaluation and v.unit = u.unit), 0), \
         (select count(*) from evaluation_score s where s.evaluation = u.evaluation and s.unit = u.unit), \
         (select s.score from evaluation_score s where s.evaluation = u.evaluation and s.unit = u.unit and s.person = {}) \
         from evaluation_unit u where u.evaluation = {} order by u.unit",
    );
    ask.all(sql.bind(person.map_or(Uuid::nil(), PersonId::uuid)).bind(evaluation)).await
}
