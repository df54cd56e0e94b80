//! The task list (交办清单, suggestions.md §14): one row per suggestion assigned, in the order of numbers.

use kernel::{BodyId, Day, Moment};
use kit::{
    Fault,
    db::{Ask, Db, Sql},
    row,
};
use roster_rules::SessionId;
use suggestions_rules::SuggestionId;

/// One row of the list. The deputy's telephone stays sealed: who may open it does so on the suggestion's page, with a reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Task {
    /// The identity of the suggestion.
    pub id: uuid::Uuid,
    /// 序号, from 1.
    pub place: u32,
    /// 建议编号.
    pub number: String,
    /// 标题.
    pub title: String,
    /// 领衔代表.
    pub lead: String,
    /// 代表团.
    pub delegation: String,
    /// The code of 类别.
    pub category: String,
    /// 主办, or 独办.
    pub leading: Vec<String>,
    /// 分办.
    pub separate: Vec<String>,
    /// 会办.
    pub co: Vec<String>,
    /// 交办日期.
    pub assigned: Option<Day>,
    /// 会办时限, the latest.
    pub opinion_by: Option<Day>,
    /// 答复时限, the latest.
    pub reply_by: Option<Day>,
    /// 是否公开.
    pub publish: bool,
    /// 要求面复.
    pub wants_meeting: bool,
    /// 督办领导、委员会; nothing where it is no key suggestion.
    pub supervisor: Option<String>,
    /// 分管政府领导, of the units that answer for it.
    pub government_leader: Vec<String>,
    /// 责任人.
    pub responsible: Vec<String>,
    /// 联系人, with the telephone of the office.
    pub contact: Vec<String>,
    /// The number of the one it goes with (并案).
    pub goes_with: Option<String>,
    /// How many of its parts were passed on from another unit (改办).
    pub passed_on: u32,
    /// The latest day to which a promise of it was carried into a later year (跨年).
    pub goes_on: Option<Day>,
    /// Every unit's own part of it.
    pub parts: Vec<Share>,
}

/// One unit's part of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The unit.
    pub unit: BodyId,
    /// Its name.
    pub name: String,
    /// The word of its part.
    pub role: String,
    /// 签收时限.
    pub sign_by: Day,
    /// Its own last day: for the reply or the co-opinion.
    pub due: Day,
}

row!(
    struct Part {
        id: SuggestionId,
        number: String,
        title: String,
        lead: Option<String>,
        delegation: Option<String>,
        category: String,
        publish: Option<bool>,
        wants_meeting: bool,
        body: BodyId,
        unit: Option<String>,
        role: String,
        assigned: Moment,
        sign_by: Day,
        due: Day,
        leader: Option<String>,
        committee: Option<String>,
        government_leader: Option<String>,
        responsible: Option<String>,
        contact: Option<String>,
        phone: Option<String>,
        goes_with: Option<String>,
        hops: i64,
        goes_on: Option<Day>,
    }
);

/// Hands every row of a session's list to `take`, in the order of numbers, without holding them all.
///
/// # Errors
/// When the database refuses or `take` fails.
pub async fn tasks(
    db: &Db,
    congress: BodyId,
    session: SessionId,
    mut take: impl FnMut(Task) -> Result<(), Fault>,
) -> Result<u32, Fault> {
    let sql = Sql::new(
        "select s.id, s.number, s.title, (select p.name from v_person p where p.id = s.lead), \
         (select d.name from v_mandate m join v_delegation d on d.id = m.delegation \
          where m.person = s.lead and d.congress = s.congress \
          and d.term = (select v.term from v_session v where v.id = s.session) limit 1), \
         s.category, s.publish, s.wants_meeting, a.unit, (select b.name from v_body b where b.id = a.unit), a.role, a.assigned, \
         a.sign_by, a.due, \
         k.leader, k.committee, c.leader, \
         coalesce(c.responsible, (select min(w.name) from v_post p join v_account w on w.id = p.account \
          where p.body = a.unit and p.duty = 'unit_head' and p.until is null and w.closed is null)), \
         coalesce(c.contact, (select min(w.name) from v_post p join v_account w on w.id = p.account \
          where p.body = a.unit and p.duty = 'unit_clerk' and p.until is null and w.closed is null)), c.phone, \
         (select m.number from suggestion m where m.id = s.merged_into), \
         (select count(*) from assignment h where h.suggestion = s.id and h.work = 'passed-on'), \
         (select max(g.due) from promise g where g.suggestion = s.id and g.taken_over = 1 and g.standing in ('open', 'answered')) \
         from suggestion s join assignment a on a.suggestion = s.id \
         left join v_key_suggestion k on k.suggestion = s.id left join v_unit_card c on c.unit = a.unit where s.session = {} and s.congress = {} \
         and s.withdrawn is null and a.work <> 'passed-on' and a.role <> 'reader' order by s.series, s.n, a.ordinal",
    );
    let mut open: Option<(SuggestionId, Task)> = None;
    let mut place = 0;
    db.each::<Part>(sql.bind(session).bind(congress), |part| {
        let task = match open.take() {
            Some((id, task)) if id == part.id => task,
            before => {
                if let Some((_, done)) = before {
                    take(done)?;
                }
                place += 1;
                part.begin(place)
            }
        };
        open = Some((part.id, part.join(task)));
        Ok(())
    })
    .await?;
    if let Some((_, done)) = open {
        take(done)?;
    }
    Ok(place)
}

/// The units to which anything was assigned in the session of a congress to which that day belongs.
pub async fn given(ask: &mut impl Ask, congress: BodyId, day: Day) -> Result<Vec<BodyId>, Fault> {
    let sql = Sql::new(
        "select distinct a.unit from assignment a join suggestion s on s.id = a.suggestion where a.work <> 'passed-on' \
         and a.role <> 'reader' and s.withdrawn is null and s.congress = {} and s.session = (select v.id from v_session v where v.congress = {} \
         and v.opened <= {} order by v.opened desc, v.id desc limit 1)",
    );
    let found: Vec<(BodyId,)> = ask.all(sql.bind(congress).bind(congress).bind(day)).await?;
    Ok(found.into_iter().map(|(unit,)| unit).collect())
}

impl Part {
    fn begin(&self, place: u32) -> Task {
        Task {
            id: self.id.uuid(),
            place,
            number: self.number.clone(),
            title: self.title.clone(),
            lead: self.lead.clone().unwrap_or_default(),
            delegation: self.delegation.clone().unwrap_or_default(),
            category: self.category.clone(),
            assigned: Some(self.assigned.day()),
            publish: self.publish == Some(true),
            wants_meeting: self.wants_meeting,
            supervisor: self.leader.as_ref().map(|leader| match &self.committee {
                Some(committee) => format!("{leader}、{committee}"),
                None => leader.clone(),
            }),
            goes_with: self.goes_with.clone(),
            passed_on: u32::try_from(self.hops).unwrap_or(u32::MAX),
            goes_on: self.goes_on,
            ..Task::default()
        }
    }

    fn join(self, mut task: Task) -> Task {
        let unit = self.unit.unwrap_or_default();
        let contact = self.contact.map(|name| match self.phone {
            Some(phone) => format!("{name} {phone}"),
            None => name,
        });
        // Whom one asks is whoever answers: a unit that gives an opinion is asked by the lead unit.
        if self.role != "co" {
            add(&mut task.government_leader, self.government_leader);
            add(&mut task.responsible, self.responsible);
            add(&mut task.contact, contact);
        }
        let own = Share {
            unit: self.body,
            name: unit.clone(),
            role: self.role.clone(),
            sign_by: self.sign_by,
            due: self.due,
        };
        task.parts.push(own);
        let due = match self.role.as_str() {
            "co" => {
                task.co.push(unit);
                &mut task.opinion_by
            }
            "separate" => {
                task.separate.push(unit);
                &mut task.reply_by
            }
            _ => {
                task.leading.push(unit);
                &mut task.reply_by
            }
        };
        *due = (*due).max(Some(self.due));
        task
    }
}

/// Adds a name once.
fn add(names: &mut Vec<String>, name: Option<String>) {
    if let Some(name) = name.filter(|name| !names.contains(name)) {
        names.push(name);
    }
}
