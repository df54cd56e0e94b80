//! The task list (交办清单, suggestions.md §14): one row per suggestion assigned, in the order of numbers.

use kernel::{BodyId, Day, Moment};
use kit::{
    Fault,
    db::{Db, Sql},
    row,
};
use roster_rules::SessionId;
use suggestions_rules::SuggestionId;

/// One row of the list. Columns of the printed form that this system does not hold yet are left to be filled in by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Task {
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
        unit: Option<String>,
        role: String,
        assigned: Moment,
        due: Day,
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
         s.category, s.publish, s.wants_meeting, (select b.name from v_body b where b.id = a.unit), a.role, a.assigned, a.due \
         from suggestion s join assignment a on a.suggestion = s.id where s.session = {} and s.congress = {} \
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

impl Part {
    fn begin(&self, place: u32) -> Task {
        Task {
            place,
            number: self.number.clone(),
            title: self.title.clone(),
            lead: self.lead.clone().unwrap_or_default(),
            delegation: self.delegation.clone().unwrap_or_default(),
            category: self.category.clone(),
            assigned: Some(self.assigned.day()),
            publish: self.publish == Some(true),
            wants_meeting: self.wants_meeting,
            ..Task::default()
        }
    }

    fn join(self, mut task: Task) -> Task {
        let unit = self.unit.unwrap_or_default();
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
