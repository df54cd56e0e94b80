//! Promises: the rows of `promise`, `promise_step` and `promise_word` ⇄ [`Promise`].

use kernel::{AccountId, BodyId, Day, Moment, PersonId, Text};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};
use suggestions_rules::{
    AssignmentId, Canonical, Promise, PromiseId, PromiseStep, RemarkId, Said, Score, SecondReply, Standing, StepKind,
    SuggestionId,
};

row!(
    struct PromiseRow {
        id: PromiseId,
        assignment: AssignmentId,
        round: u16,
        words: String,
        made: Moment,
        first_due: Day,
        due: Day,
        report_by: Day,
        standing: String,
        answered: Option<Moment>,
        answered_by: Option<AccountId>,
        reply: Option<RemarkId>,
        said_kept: Option<bool>,
        class: Option<String>,
        counted_as: Option<String>,
        judge_by: Option<Day>,
        settled: Option<Moment>,
        settle_reason: Option<RemarkId>,
    }
);

row!(
    struct StepRow {
        promise: PromiseId,
        at: Moment,
        kind: String,
        words: RemarkId,
        was: Option<Day>,
        due: Option<Day>,
    }
);

row!(
    struct WordRow {
        promise: PromiseId,
        nth: u16,
        signer: PersonId,
        result: Option<String>,
        reason: Option<RemarkId>,
        at: Option<Moment>,
    }
);

const ROWS: &str = "select id, assignment, round, words, made, first_due, due, report_by, standing, answered, answered_by, \
     reply, said_kept, class, counted_as, judge_by, settled, settle_reason from promise";

type Word = (PersonId, Option<Said>);

impl PromiseRow {
    fn read(self, steps: Vec<PromiseStep>, said: &[WordRow]) -> Result<Promise, Fault> {
        let at = At { table: "promise", id: &self.id };
        let words = Text::parse(&self.words).map_err(|_| at.broken("words", "holds a text that no form takes"))?;
        let sent_back = steps.iter().filter(|step| step.kind == StepKind::SentBack).count();
        let reply = self.second_reply(at, said, sent_back)?;
        let standing = match (self.standing.as_str(), reply, self.settled) {
            ("open", None, None) => Standing::Open,
            ("struck", None, Some(at)) => Standing::Struck { at },
            ("answered", Some(reply), None) => Standing::Answered(reply),
            ("kept", reply @ Some(_), Some(at)) => {
                Standing::Settled { reply, at, kept: true, reason: self.settle_reason }
            }
            ("not-kept", reply, Some(at)) => Standing::Settled { reply, at, kept: false, reason: self.settle_reason },
            (word, ..) => {
                let broken = format_args!("holds `{word}`, which does not fit `answered` and `settled`");
                return Err(at.broken("standing", broken));
            }
        };
        let Self { id, assignment, round, made, first_due, due, report_by, .. } = self;
        Ok(Promise { id, assignment, round, words, made, first_due, due, report_by, steps, standing })
    }

    fn second_reply(&self, row: At<'_>, said: &[WordRow], sent_back: usize) -> Result<Option<SecondReply>, Fault> {
        let Some(at) = self.answered else { return Ok(None) };
        let whole = || row.broken("answered", "holds a second reply that is not whole");
        let counted_as = self.counted_as.as_deref().and_then(Canonical::read).ok_or_else(whole)?;
        let own = said.iter().filter(|word| usize::from(word.nth) == sent_back + 1);
        Ok(Some(SecondReply {
            at,
            by: self.answered_by.ok_or_else(whole)?,
            words: self.reply.ok_or_else(whole)?,
            kept: self.said_kept.ok_or_else(whole)?,
            class: self.class.clone().ok_or_else(whole)?,
            counted_as,
            judge_by: self.judge_by.ok_or_else(whole)?,
            said: own.map(WordRow::read).collect::<Result<_, _>>()?,
        }))
    }
}

impl StepRow {
    fn read(&self) -> Result<PromiseStep, Fault> {
        let at = At { table: "promise_step", id: &self.promise };
        let kind = match (self.kind.as_str(), self.was, self.due) {
            ("reported", None, None) => StepKind::Reported,
            ("sent-back", None, None) => StepKind::SentBack,
            ("moved", Some(was), Some(due)) => StepKind::Moved { was, due },
            ("taken-over", Some(was), Some(due)) => StepKind::TakenOver { was, due },
            (word, ..) => return Err(at.broken("kind", format_args!("holds `{word}`, which does not fit its days"))),
        };
        Ok(PromiseStep { at: self.at, kind, words: self.words })
    }
}

impl WordRow {
    fn read(&self) -> Result<Word, Fault> {
        let row = At { table: "promise_word", id: &self.promise };
        let said = match (self.result.as_deref(), self.at) {
            (None, None) => None,
            (Some(word), Some(at)) => {
                let result = Score::read(word).ok_or_else(|| row.broken("result", format_args!("holds `{word}`")))?;
                Some(Said { result, reason: self.reason, at })
            }
            _ => return Err(row.broken("result", "does not fit `at`")),
        };
        Ok((self.signer, said))
    }
}

/// All promises of one suggestion, in the order they were made.
///
/// # Errors
/// When the database refuses or a row is impossible.
pub(crate) async fn promises(ask: &mut impl Ask, of: SuggestionId) -> Result<Vec<Promise>, Fault> {
    let rows: Vec<PromiseRow> =
        ask.all(Sql::new(ROWS).add(" where suggestion = {} order by made, id").bind(of)).await?;
    if rows.is_empty() {
        return Ok(vec![]);
    }
    let ids = || rows.iter().map(|row| row.id);
    let sql = Sql::new("select promise, at, kind, words, was, due from promise_step where promise in ").list(ids());
    let steps: Vec<StepRow> = ask.all(sql.add(" order by promise, ordinal")).await?;
    let sql =
        Sql::new("select promise, nth, signer, result, reason, at from promise_word where promise in ").list(ids());
    let mut said: Vec<WordRow> = ask.all(sql.add(" order by promise, nth, ordinal")).await?;
    let mut promises = Vec::with_capacity(rows.len());
    for row in rows {
        let own = steps.iter().filter(|step| step.promise == row.id).map(StepRow::read);
        let own = own.collect::<Result<Vec<_>, _>>()?;
        let (words, others) = said.into_iter().partition(|word: &WordRow| word.promise == row.id);
        said = others;
        let words: Vec<WordRow> = words;
        promises.push(row.read(own, &words)?);
    }
    Ok(promises)
}

/// Keeps a promise as a verb left it. Who has taken the suggestion up is the only one who can change it.
pub(crate) async fn keep_promise(
    tx: &mut Tx,
    (of, congress, unit): (SuggestionId, BodyId, BodyId),
    was: Option<&Promise>,
    now: &Promise,
) -> Result<(), Fault> {
    tx.run(written((of, congress, unit), now)).await?;
    let known = was.map_or(0, |was| was.steps.len());
    for (ordinal, step) in (1i64..).zip(&now.steps).skip(known) {
        let days = step.kind.days();
        let sql = Sql::new("insert into promise_step (promise, ordinal, at, kind, words, was, due) values ").list([
            Val::from(now.id),
            ordinal.into(),
            step.at.into(),
            step.kind.word().into(),
            step.words.into(),
            days.map(|days| days.0).into(),
            days.map(|days| days.1).into(),
        ]);
        tx.run(sql).await?;
    }
    let Some(reply) = now.reply() else { return Ok(()) };
    let nth = i64::try_from(now.answers()).unwrap_or(i64::MAX);
    for (ordinal, (signer, word)) in (0i64..).zip(&reply.said) {
        let sql = Sql::new("insert into promise_word (promise, nth, signer, ordinal, result, reason, at) values ")
            .list([
                Val::from(now.id),
                nth.into(),
                (*signer).into(),
                ordinal.into(),
                word.map(|word| word.result.word()).into(),
                word.and_then(|word| word.reason).into(),
                word.map(|word| word.at).into(),
            ]);
        let sql = sql.add(" on conflict (promise, nth, signer) do update set result = excluded.result,");
        tx.run(sql.add(" reason = excluded.reason, at = excluded.at")).await?;
    }
    Ok(())
}

fn written((of, congress, unit): (SuggestionId, BodyId, BodyId), now: &Promise) -> Sql {
    let reply = now.reply();
    let (settled, reason) = match &now.standing {
        Standing::Settled { at, reason, .. } => (Some(*at), *reason),
        Standing::Struck { at } => (Some(*at), None),
        Standing::Open | Standing::Answered(_) => (None, None),
    };
    let sql = Sql::new(
        "insert into promise (id, suggestion, assignment, congress, unit, round, words, made, first_due, due, report_by, \
         standing, taken_over, answered, answered_by, reply, said_kept, class, counted_as, judge_by, settled, settle_reason) \
         values ",
    );
    sql.list([
        Val::from(now.id),
        of.into(),
        now.assignment.into(),
        congress.into(),
        unit.into(),
        now.round.into(),
        (&now.words).into(),
        now.made.into(),
        now.first_due.into(),
        now.due.into(),
        now.report_by.into(),
        now.standing.word().into(),
        now.taken_over().into(),
        reply.map(|reply| reply.at).into(),
        reply.map(|reply| reply.by).into(),
        reply.map(|reply| reply.words).into(),
        reply.map(|reply| reply.kept).into(),
        reply.map(|reply| reply.class.as_str()).into(),
        reply.map(|reply| reply.counted_as.word()).into(),
        reply.map(|reply| reply.judge_by).into(),
        settled.into(),
        reason.into(),
    ])
    .add(
        " on conflict (id) do update set due = excluded.due, report_by = excluded.report_by, standing = excluded.standing, \
         taken_over = excluded.taken_over, answered = excluded.answered, answered_by = excluded.answered_by, \
         reply = excluded.reply, said_kept = excluded.said_kept, class = excluded.class, \
         counted_as = excluded.counted_as, judge_by = excluded.judge_by, settled = excluded.settled, \
         settle_reason = excluded.settle_reason",
    )
}
