//! A special inquiry with its questions, votes and items.

use std::collections::BTreeMap;

use kernel::{BodyId, Day, Moment, Text};
use kit::{
    Fault, columns,
    db::{Ask, At, FromRow, Row, Sql, Tx, Val, bind_all},
    row,
};
use supervision_rules::{
    Answer, EntryId, Inquiry, InquiryId, InquiryKind, InquiryStage, InquiryTerms, Item, ItemPlan, ItemReport,
    ItemStanding, Poll, Question, Turn,
};

columns!(
    /// The row, but for its identity and version.
    InquiryHead {
        congress: BodyId,
        topic: Text<60>,
        kind: String,
        day: Day,
        place: Text<100>,
        leader: Text<60>,
        basis: Text<200>,
        begun: Moment,
        told: Option<Moment>,
        stage: String,
        ended: Option<Moment>,
        words: Option<String>,
    }
);

/// An inquiry as it is kept.
#[derive(Clone, Debug)]
pub struct InquiryKept {
    /// The inquiry.
    pub inquiry: Inquiry,
    /// Counts its changes.
    pub version: i64,
}

struct InquiryRow {
    id: InquiryId,
    version: i64,
    head: InquiryHead,
}

impl FromRow for InquiryRow {
    fn from_row(row: &mut Row<'_>) -> Result<Self, Fault> {
        Ok(Self { id: row.take()?, version: row.take()?, head: InquiryHead::from_row(row)? })
    }
}

impl InquiryHead {
    fn of(inquiry: &Inquiry) -> Self {
        let InquiryTerms { topic, kind, day, place, leader, basis } = inquiry.terms.clone();
        let (ended, words) = match &inquiry.stage {
            InquiryStage::Preparing | InquiryStage::Told | InquiryStage::Held => (None, None),
            InquiryStage::Concluded { at, result } => (Some(*at), Some(result.to_string())),
            InquiryStage::CalledOff { at, reason } => (Some(*at), Some(reason.to_string())),
        };
        Self {
            congress: inquiry.congress,
            topic,
            kind: kind.word().to_owned(),
            day,
            place,
            leader,
            basis,
            begun: inquiry.begun,
            told: inquiry.told,
            stage: inquiry.stage.word().to_owned(),
            ended,
            words,
        }
    }

    fn stage(&self, at: At<'_>) -> Result<InquiryStage, Fault> {
        let ended = || at.need("ended", self.ended);
        let words = || at.need("words", self.words.as_deref());
        let told = || at.need("told", self.told);
        Ok(match self.stage.as_str() {
            "preparing" => InquiryStage::Preparing,
            "told" => told().map(|_| InquiryStage::Told)?,
            "held" => told().map(|_| InquiryStage::Held)?,
            "concluded" => InquiryStage::Concluded { at: ended()?, result: text(at, words()?)? },
            "called-off" => InquiryStage::CalledOff { at: ended()?, reason: text(at, words()?)? },
            other => return Err(at.broken("stage", format_args!("holds `{other}`, which is no stage"))),
        })
    }
}

fn text<const MAX: usize>(at: At<'_>, raw: &str) -> Result<Text<MAX>, Fault> {
    Text::parse(raw).map_err(|error| at.broken("words", error))
}

fn list(sql: Sql) -> Sql {
    sql.add("id, version, ").add(InquiryHead::LIST)
}

/// Reads one, to look at it.
pub(crate) async fn read_inquiry(ask: &mut impl Ask, id: InquiryId) -> Result<Option<InquiryKept>, Fault> {
    let sql = list(Sql::new("select ")).add(" from inquiry where id = {}").bind(id);
    match ask.one::<InquiryRow>(sql).await? {
        Some(row) => whole(ask, row).await.map(Some),
        None => Ok(None),
    }
}

/// Takes one up, to change it: until the transaction ends nobody else can.
pub(crate) async fn take_inquiry(tx: &mut Tx, id: InquiryId) -> Result<Option<InquiryKept>, Fault> {
    let sql = Sql::new("update inquiry set version = version + 1 where id = {} returning ").bind(id);
    match tx.one::<InquiryRow>(list(sql)).await? {
        Some(row) => whole(tx, row).await.map(Some),
        None => Ok(None),
    }
}

async fn whole(ask: &mut impl Ask, row: InquiryRow) -> Result<InquiryKept, Fault> {
    let InquiryRow { id, version, head } = row;
    let at = At { table: "inquiry", id: &id };
    let stage = head.stage(at)?;
    let kind = at.word("kind", &head.kind, InquiryKind::read)?;
    let InquiryHead { congress, topic, day, place, leader, basis, begun, told, .. } = head.clone();
    let inquiry = Inquiry {
        id,
        congress,
        terms: InquiryTerms { topic, kind, day, place, leader, basis },
        begun,
        told,
        questions: questions(ask, id).await?,
        polls: polls(ask, id).await?,
        items: items(ask, id).await?,
        stage,
    };
    match head.differs(&InquiryHead::of(&inquiry)) {
        Some(column) => Err(at.broken(column, "does not fit the stage")),
        None => Ok(InquiryKept { inquiry, version }),
    }
}

row!(
    struct QuestionRow {
        id: EntryId,
        unit: BodyId,
        asker: Text<30>,
        words: Text<500>,
        answered: Option<Moment>,
        answer: Option<Text<4000>>,
        remark: Option<Text<500>>,
    }
);

async fn questions(ask: &mut impl Ask, of: InquiryId) -> Result<Vec<Question>, Fault> {
    let sql = Sql::new("select id, unit, asker, words, answered, answer, remark from inquiry_question");
    let rows: Vec<QuestionRow> = ask.all(sql.add(" where inquiry = {} order by ordinal").bind(of)).await?;
    let read = |QuestionRow { id, unit, asker, words, answered, answer, remark }| {
        let answer = match (answered, answer) {
            (Some(at), Some(words)) => Some(Answer { at, words, remark }),
            (None, None) => None,
            _ => return Err(At { table: "inquiry_question", id: &id }.broken("answer", "does not fit `answered`")),
        };
        Ok(Question { id, unit, asker, words, answer })
    };
    rows.into_iter().map(read).collect()
}

async fn polls(ask: &mut impl Ask, of: InquiryId) -> Result<Vec<Poll>, Fault> {
    type Read = (BodyId, String, u32, u32, u32, u32, u32);
    let sql = Sql::new("select unit, turn, ballots, satisfied, basically, dissatisfied, invalid from inquiry_poll");
    let rows: Vec<Read> = ask.all(sql.add(" where inquiry = {}").bind(of)).await?;
    let at = At { table: "inquiry_poll", id: &of };
    let read = |(unit, turn, ballots, satisfied, basically, dissatisfied, invalid): Read| {
        let turn = at.word("turn", &turn, Turn::read)?;
        Ok(Poll { unit, turn, ballots, satisfied, basically, dissatisfied, invalid })
    };
    let mut polls = rows.into_iter().map(read).collect::<Result<Vec<_>, Fault>>()?;
    polls.sort_by_key(|one| (one.unit, one.turn));
    Ok(polls)
}

row!(
    struct ItemRow {
        id: EntryId,
        unit: BodyId,
        problem: Text<500>,
        due: Day,
        planned: Option<Moment>,
        measure: Option<Text<1000>>,
        owner: Option<Text<60>>,
        settled: Option<Moment>,
        words: Option<Text<500>>,
        reported: i64,
    }
);

async fn items(ask: &mut impl Ask, of: InquiryId) -> Result<Vec<Item>, Fault> {
    type Read = (EntryId, Moment, Text<2000>, Option<Moment>, Option<Text<500>>);
    let sql = Sql::new("select r.item, r.at, r.words, r.back, r.reason from inquiry_report r");
    let sql = sql.add(" join inquiry_item t on t.id = r.item where t.inquiry = {} order by r.item, r.ordinal");
    let mut reports: BTreeMap<EntryId, Vec<ItemReport>> = BTreeMap::new();
    for (item, at, words, back, reason) in ask.all::<Read>(sql.bind(of)).await? {
        reports.entry(item).or_default().push(ItemReport { at, words, back: back.zip(reason) });
    }
    let sql = Sql::new("select id, unit, problem, due, planned, measure, owner, settled, words, reported");
    let sql = sql.add(" from inquiry_item where inquiry = {} order by ordinal").bind(of);
    let rows: Vec<ItemRow> = ask.all(sql).await?;
    let read = |row: ItemRow| {
        let at = At { table: "inquiry_item", id: &row.id };
        let plan = match (row.planned, row.measure, row.owner) {
            (Some(at), Some(measure), Some(owner)) => Some(ItemPlan { at, measure, owner }),
            (None, None, None) => None,
            _ => return Err(at.broken("measure", "does not fit `planned`")),
        };
        let reports = reports.remove(&row.id).unwrap_or_default();
        let ItemRow { id, unit, problem, due, settled, words, reported, .. } = row;
        let item = Item { id, unit, problem, due, plan, reports, settled: settled.zip(words) };
        if waits(&item) == reported { Ok(item) } else { Err(at.broken("reported", "does not fit the reports")) }
    };
    rows.into_iter().map(read).collect()
}

/// Whether its report waits for the office.
fn waits(item: &Item) -> i64 {
    i64::from(item.standing() == ItemStanding::Reported)
}

/// Writes a new one.
pub(crate) async fn begin_inquiry(tx: &mut Tx, inquiry: &Inquiry) -> Result<(), Fault> {
    let mut vals = vec![Val::from(inquiry.id), 1i64.into()];
    vals.extend(InquiryHead::of(inquiry).vals());
    tx.run(list(Sql::new("insert into inquiry (")).add(") values ").list(vals)).await?;
    Ok(())
}

/// Writes what changed.
pub(crate) async fn save_inquiry(tx: &mut Tx, was: &Inquiry, now: &Inquiry) -> Result<(), Fault> {
    let sql = Sql::new("update inquiry set ").add(InquiryHead::SET);
    tx.run(bind_all(sql, InquiryHead::of(now).vals()).add(" where id = {}").bind(now.id)).await?;
    for gone in was.questions.iter().filter(|one| now.questions.iter().all(|kept| kept.id != one.id)) {
        tx.run(Sql::new("delete from inquiry_question where id = {}").bind(gone.id)).await?;
    }
    // Where one was struck off, those after it move up.
    let moved = was.questions.iter().zip(&now.questions).take_while(|(was, now)| was == now).count();
    for (ordinal, it) in (0i64..).zip(&now.questions).skip(moved) {
        save_question(tx, now.id, ordinal, it).await?;
    }
    for it in now.polls.iter().filter(|it| !was.polls.contains(it)) {
        save_poll(tx, now.id, it).await?;
    }
    for (ordinal, it) in (0i64..).zip(&now.items).filter(|(_, it)| !was.items.contains(it)) {
        let before = was.items.iter().find(|one| one.id == it.id);
        save_item(tx, now.id, ordinal, before, it).await?;
    }
    Ok(())
}

async fn save_question(tx: &mut Tx, of: InquiryId, ordinal: i64, it: &Question) -> Result<(), Fault> {
    let answer = it.answer.as_ref();
    let vals = [
        it.id.into(),
        of.into(),
        ordinal.into(),
        it.unit.into(),
        Val::from(&it.asker),
        Val::from(&it.words),
        answer.map(|one| one.at).into(),
        answer.map(|one| one.words.clone()).into(),
        answer.and_then(|one| one.remark.clone()).into(),
    ];
    let sql =
        "insert into inquiry_question (id, inquiry, ordinal, unit, asker, words, answered, answer, remark) values ";
    let sql = Sql::new(sql).list(vals).add(" on conflict (id) do update set ordinal = excluded.ordinal,");
    tx.run(sql.add(" answered = excluded.answered, answer = excluded.answer, remark = excluded.remark")).await?;
    Ok(())
}

async fn save_poll(tx: &mut Tx, of: InquiryId, it: &Poll) -> Result<(), Fault> {
    let counts = [it.ballots, it.satisfied, it.basically, it.dissatisfied, it.invalid].map(Val::from);
    let vals: Vec<Val> = [Val::from(of), it.unit.into(), it.turn.word().into()].into_iter().chain(counts).collect();
    let sql = Sql::new(
        "insert into inquiry_poll (inquiry, unit, turn, ballots, satisfied, basically, dissatisfied, invalid) values ",
    );
    let sql = sql.list(vals).add(" on conflict (inquiry, unit, turn) do update set ballots = excluded.ballots,");
    let sql = sql.add(" satisfied = excluded.satisfied, basically = excluded.basically,");
    tx.run(sql.add(" dissatisfied = excluded.dissatisfied, invalid = excluded.invalid")).await?;
    Ok(())
}

async fn save_item(tx: &mut Tx, of: InquiryId, ordinal: i64, before: Option<&Item>, it: &Item) -> Result<(), Fault> {
    let (plan, (settled, words)) = (it.plan.as_ref(), it.settled.clone().unzip());
    let vals = [
        it.id.into(),
        of.into(),
        ordinal.into(),
        it.unit.into(),
        Val::from(&it.problem),
        it.due.into(),
        plan.map(|plan| plan.at).into(),
        plan.map(|plan| plan.measure.clone()).into(),
        plan.map(|plan| plan.owner.clone()).into(),
        settled.into(),
        words.into(),
        waits(it).into(),
    ];
    let sql = "insert into inquiry_item (id, inquiry, ordinal, unit, problem, due, planned, measure, owner, settled, \
               words, reported) values ";
    let sql = Sql::new(sql).list(vals).add(" on conflict (id) do update set due = excluded.due,");
    let sql = sql.add(" planned = excluded.planned, measure = excluded.measure, owner = excluded.owner,");
    let sql = sql.add(" settled = excluded.settled, words = excluded.words, reported = excluded.reported");
    tx.run(sql).await?;
    let known = before.map(|before| before.reports.as_slice()).unwrap_or_default();
    for (ordinal, report) in (0i64..).zip(&it.reports).filter(|(_, report)| !known.contains(report)) {
        let (back, reason) = report.back.clone().unzip();
        let vals =
            [it.id.into(), ordinal.into(), report.at.into(), Val::from(&report.words), back.into(), reason.into()];
        let sql = Sql::new("insert into inquiry_report (item, ordinal, at, words, back, reason) values ").list(vals);
        tx.run(sql.add(" on conflict (item, ordinal) do update set back = excluded.back, reason = excluded.reason"))
            .await?;
    }
    Ok(())
}
