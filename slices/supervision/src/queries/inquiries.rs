//! Special inquiries: the list, and the names of units.

use std::collections::BTreeMap;

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Day};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};
use supervision_rules::InquiryId;

row!(
    /// One line of the list.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct InquiryLine {
        /// The inquiry.
        pub id: InquiryId,
        /// Its topic.
        pub topic: String,
        /// The word of its kind.
        pub kind: String,
        /// The day of the meeting.
        pub day: Day,
        /// The word of its stage.
        pub stage: String,
        /// Questions on its list.
        pub questions: i64,
        /// What is to be put right.
        pub items: i64,
        /// That which is settled.
        pub settled: i64,
        /// That whose day has passed while the unit owes it.
        pub overdue: i64,
    }
);

/// The inquiries of a congress that the actor may see, or those that concern the actor's units; the latest first. They are few.
pub async fn inquiries(
    ask: &mut impl Ask,
    actor: &Actor,
    congress: Option<BodyId>,
    today: Day,
) -> Result<Vec<InquiryLine>, Fault> {
    let mut sql = Sql::new(
        "select i.id, i.topic, i.kind, i.day, i.stage, \
         (select count(*) from inquiry_question q where q.inquiry = i.id), \
         (select count(*) from inquiry_item t where t.inquiry = i.id), \
         (select count(*) from inquiry_item t where t.inquiry = i.id and t.settled is not null), \
         (select count(*) from inquiry_item t where t.inquiry = i.id and i.stage = 'held' and t.settled is null \
          and t.reported = 0 and t.due < {}) from inquiry i where ",
    )
    .bind(today);
    sql = match congress {
        Some(congress) => sql.add("i.congress = {}").bind(congress),
        None => {
            let units: Vec<BodyId> = actor.bodies(Right::AssignmentSee).collect();
            sql.add("i.id in (select u.inquiry from v_inquiry_unit u where u.unit in ").list(units).add(")")
        }
    };
    if congress.is_none_or(|congress| actor.may(Right::InquirySee, congress).is_err()) {
        sql = sql.add(" and i.told is not null");
    }
    ask.all(sql.add(" order by i.day desc, i.id desc")).await
}

/// The units that may be asked in a congress, by name, with their identities as addresses have them.
pub async fn units_of(ask: &mut impl Ask, congress: BodyId) -> Result<Vec<(String, String)>, Fault> {
    let sql = Sql::new("select id, name from v_body where congress = {} and kind = 'unit' and closed is null");
    let rows: Vec<(BodyId, String)> = ask.all(sql.bind(congress).add(" order by name, id")).await?;
    Ok(rows.into_iter().map(|(id, name)| (id.to_string(), name)).collect())
}

/// The names of units.
pub async fn unit_names(ask: &mut impl Ask, units: Vec<BodyId>) -> Result<BTreeMap<BodyId, String>, Fault> {
    let rows: Vec<(BodyId, String)> = ask.all(Sql::new("select id, name from v_body where id in ").list(units)).await?;
    Ok(rows.into_iter().collect())
}
