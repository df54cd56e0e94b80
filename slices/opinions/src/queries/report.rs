//! 月报: what came in within a month by what it is about, and how it stands; numbers alone.

use kernel::{BodyId, Day};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};

row! {
    /// How many of one topic stand so.
    struct Counted {
        topic: String,
        stage: String,
        ending: String,
        count: i64,
        late: i64,
    }
}

/// One topic of a month.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportLine {
    /// The word of the topic; empty for the sum.
    pub topic: String,
    /// Came in.
    pub received: i64,
    /// Somebody still has to do something about it.
    pub open: i64,
    /// Taken up in a suggestion, and not answered yet.
    pub raised: i64,
    /// Answered, and the person has not judged it yet.
    pub answered: i64,
    /// 满意 and 基本满意.
    pub satisfied: i64,
    /// 不满意, and closed by the office.
    pub unsatisfied: i64,
    /// Closed without a word of the person: never counted as satisfied.
    pub silent: i64,
    /// Belongs elsewhere.
    pub elsewhere: i64,
    /// A clock ran out at least once.
    pub late: i64,
}

impl ReportLine {
    fn add(&mut self, it: &Counted) {
        let place = match (it.stage.as_str(), it.ending.as_str()) {
            ("suggested", _) => &mut self.raised,
            ("answered", _) => &mut self.answered,
            ("elsewhere", _) | ("closed", "elsewhere") => &mut self.elsewhere,
            ("closed", "satisfied" | "basically") => &mut self.satisfied,
            ("closed", "unsatisfied") => &mut self.unsatisfied,
            ("closed", _) => &mut self.silent,
            _ => &mut self.open,
        };
        *place += it.count;
        self.received += it.count;
        self.late += it.late;
    }

    /// The numbers, in the order of the columns.
    #[must_use]
    pub const fn numbers(&self) -> [i64; 9] {
        let Self { received, open, raised, answered, satisfied, unsatisfied, silent, elsewhere, late, .. } = self;
        [*received, *open, *raised, *answered, *satisfied, *unsatisfied, *silent, *elsewhere, *late]
    }
}

/// What an office saw come in from one day to before another: a line for each topic there was, the sum last. Empty where nothing came in.
pub async fn of_office(ask: &mut impl Ask, office: BodyId, (from, past): (Day, Day)) -> Result<Vec<ReportLine>, Fault> {
    let sql = Sql::new(
        "select w.topic, w.stage, w.ending, count(*), cast(sum(w.late) as bigint) from (select o.topic, o.stage, \
         coalesce(o.ending, '') as ending, case when exists (select 1 from opinion_step s where s.opinion = o.id and s.step = 'overdue') \
         then 1 else 0 end as late from opinion_office f join opinion o on o.id = f.opinion where f.office = {}",
    );
    let sql = sql.bind(office).add(" and f.received >= {} and f.received < {}").bind(from.start()).bind(past.start());
    let sql = sql.add(") w group by w.topic, w.stage, w.ending order by w.topic, w.stage, w.ending");
    let all: Vec<Counted> = ask.all(sql).await?;
    let (mut lines, mut sum) = (Vec::<ReportLine>::new(), ReportLine::default());
    for it in &all {
        if lines.last().is_none_or(|line| line.topic != it.topic) {
            lines.push(ReportLine { topic: it.topic.clone(), ..ReportLine::default() });
        }
        if let Some(line) = lines.last_mut() {
            line.add(it);
        }
        sum.add(it);
    }
    if !lines.is_empty() {
        lines.push(sum);
    }
    Ok(lines)
}
