//! The daily round of reminders. What it costs follows what is due, not what is open: clocks are looked up by their last day.

mod also;

use std::{collections::HashMap, sync::Arc};

use accounts_rules::Right;
use kernel::{AccountId, BodyId, Day, Moment, PersonId, Span, WorkingCalendar};
use kit::{
    Fault, Site,
    db::{Ask, Sql, Tx},
    jobs::Work,
    row,
};
use notices_rules::{
    Audience, Clock, Particulars, Running, Step, Steps, Window, candidates, delivered_candidates, waiting_candidates,
};
use roster_rules::TermId;
use suggestions_rules::{AssignmentId, Awaited, Entry, Grade, Limit, RuleBook, SuggestionId};
use uuid::Uuid;

use crate::{
    audience,
    keep::{Told, tell},
};

/// Reminds of what is due. Daily, before the offices open.
pub const REMIND: Work = Work { kind: "notices.remind", doing: |site, _| Box::pin(remind(site)) };

/// A round that comes later than this many days after the last does not go further back.
const FARTHEST_BACK: i32 = 31;
/// Clocks handled in one transaction.
const AT_A_TIME: usize = 100;

row! {
    struct Part {
        id: AssignmentId,
        suggestion: SuggestionId,
        congress: BodyId,
        unit: BodyId,
        awaits: String,
        due: Day,
        assigned: Moment,
        term: Option<TermId>,
    }
}

row! {
    struct ToAssign { suggestion: SuggestionId, congress: BodyId, filed: Option<Moment>, due: Day, term: Option<TermId> }
}

row! {
    struct Promised {
        suggestion: SuggestionId,
        part: AssignmentId,
        congress: BodyId,
        unit: BodyId,
        made: Moment,
        due: Day,
        report_by: Day,
        term: Option<TermId>,
    }
}

/// One clock that may be worth a reminder.
struct Due {
    /// The suggestion, the inquiry or the bill.
    subject: Uuid,
    part: Option<AssignmentId>,
    /// The letter or the key suggestion, where it is of one.
    item: Option<Uuid>,
    congress: BodyId,
    unit: Option<BodyId>,
    term: Option<TermId>,
    running: Running,
}

/// Sends the reminders whose day has come since the last round; a round that was missed is made up for by one reminder each.
///
/// # Errors
/// When the database refuses. What was sent stays sent and is not sent again.
pub async fn remind(site: &Site) -> Result<(), Fault> {
    let (db, today) = (site.db(), site.today());
    let last: Option<(Day,)> = db.one("select day from notice_round where name = 'remind'").await?;
    let after = last.map_or(today.plus_days(-1), |(day,)| day).max(today.plus_days(-FARTHEST_BACK));
    if after >= today {
        return Ok(());
    }
    let window = Window { after, today };
    let mut round =
        Round { site, calendar: site.calendar(), window, books: Books::read(db).await?, holders: HashMap::new() };
    let due = round.due().await?;
    for some in due.chunks(AT_A_TIME) {
        let mut tx = db.begin().await?;
        for one in some {
            round.one(&mut tx, one).await?;
        }
        tx.commit().await?;
    }
    crate::duty::remind(site, window).await?;
    crate::polls::remind(site, window).await?;
    crate::polls::remind_of_objections(site, window).await?;
    let mut tx = db.begin().await?;
    let sql = Sql::new("insert into notice_round (name, day) values ('remind', {})").bind(today);
    tx.run(sql.add(" on conflict (name) do update set day = excluded.day")).await?;
    tx.commit().await
}

struct Round<'a> {
    site: &'a Site,
    calendar: Arc<WorkingCalendar>,
    window: Window,
    books: Books,
    holders: HashMap<(Right, BodyId), Vec<AccountId>>,
}

impl Round<'_> {
    async fn due(&self) -> Result<Vec<Due>, Fault> {
        let (steps, judging) = self.books.rules();
        let mut days = candidates(&steps, &self.calendar, self.window);
        let to_assign = self.to_assign(&days).await?;
        let promise_days = days.clone();
        days.extend(delivered_candidates(&judging, &self.calendar, self.window));
        days.sort_unstable();
        days.dedup();
        let sql = Sql::new("select a.id, a.suggestion, a.congress, a.unit, a.awaits, a.awaits_by, a.assigned, x.term")
            .add(" from v_assignment a join v_suggestion s on s.id = a.suggestion")
            .add(" left join v_session x on x.id = s.session where a.awaits_by in ")
            .list(days)
            .add(" order by a.id");
        let parts: Vec<Part> = self.site.db().all(sql).await?;
        let promised = self.promised(&promise_days).await?;
        let supervised = also::supervised(self.site.db(), &promise_days).await?;
        let bills = also::bills(self.site.db(), &promise_days).await?;
        let waiting = waiting_candidates(&self.books.look_back(), &self.calendar, self.window);
        let waiting = also::look_backs(self.site.db(), &waiting).await?;
        let parts = parts.into_iter().filter_map(Due::of_part).chain(to_assign).chain(promised);
        Ok(parts.chain(supervised).chain(bills).chain(waiting).collect())
    }

    /// Open promises whose day, or the day of whose next report, is one of these.
    async fn promised(&self, days: &[Day]) -> Result<Vec<Due>, Fault> {
        let sql = Sql::new("select p.suggestion, p.assignment, p.congress, p.unit, p.made, p.due, p.report_by, x.term")
            .add(" from v_promise p join v_suggestion s on s.id = p.suggestion")
            .add(" left join v_session x on x.id = s.session where p.standing = 'open' and (p.due in ")
            .list(days.iter().copied())
            .add(" or p.report_by in ")
            .list(days.iter().copied())
            .add(") order by p.id");
        let rows: Vec<Promised> = self.site.db().all(sql).await?;
        Ok(rows.into_iter().flat_map(|row| Due::promised(row, days)).collect())
    }

    async fn to_assign(&self, days: &[Day]) -> Result<Vec<Due>, Fault> {
        let sql = Sql::new("select s.suggestion, s.congress, s.filed, s.assign_by, x.term from v_to_assign s")
            .add(" left join v_session x on x.id = s.session where s.assign_by in ")
            .list(days.iter().copied())
            .add(" order by s.suggestion");
        let rows: Vec<ToAssign> = self.site.db().all(sql).await?;
        Ok(rows.into_iter().map(Due::to_assign).collect())
    }

    async fn one(&mut self, tx: &mut Tx, due: &Due) -> Result<(), Fault> {
        let (steps, book) = self.books.of(due.congress, due.term)?;
        let (mut running, mut signers) = (due.running, vec![]);
        if let (Clock::Judge, Some(part)) = (running.clock, due.part) {
            let Some((from, silent)) = silent(tx, part).await? else { return Ok(()) };
            (running.from, signers) = (from, silent);
        }
        if running.clock == Clock::BillVoice {
            signers = also::silent_on(tx, due.subject).await?;
        }
        let span = running.clock.limit().map_or(Span::Days(1), |limit| book.span(limit));
        if running.clock == Clock::LookBack {
            running.due = kernel::Due::count(&self.calendar, running.from, span).day;
        }
        let Some(step) = running.step(&steps, span, &self.calendar, self.window) else { return Ok(()) };
        let over = if running.clock.is_congress_s() { Some(due.congress) } else { due.unit };
        let via = running.clock.right().zip(over);
        let accounts = match via {
            Some((right, body)) => self.holders(tx, right, body).await?,
            None => audience::accounts(tx, &Audience::People(signers), self.window.today).await?,
        };
        tell(tx, self.site, &accounts, &due.told(running, step, via, self.site.now())).await
    }

    async fn holders(&mut self, ask: &mut impl Ask, right: Right, body: BodyId) -> Result<Vec<AccountId>, Fault> {
        if let Some(known) = self.holders.get(&(right, body)) {
            return Ok(known.clone());
        }
        let found = audience::accounts(ask, &Audience::Holders(right, body), self.window.today).await?;
        self.holders.insert((right, body), found.clone());
        Ok(found)
    }
}

/// When the present reply was received, and the signers who have not spoken.
async fn silent(ask: &mut impl Ask, part: AssignmentId) -> Result<Option<(Day, Vec<PersonId>)>, Fault> {
    let sql = Sql::new("select round, signer, delivered, judged from v_delivery where assignment = {}").bind(part);
    let rows: Vec<(i64, PersonId, Option<Moment>, Option<Moment>)> = ask.all(sql).await?;
    let Some(last) = rows.iter().map(|row| row.0).max() else { return Ok(None) };
    let present = || rows.iter().filter(|row| row.0 == last);
    let received = present().find_map(|row| row.2);
    let people = present().filter(|row| row.3.is_none()).map(|row| row.1).collect();
    Ok(received.map(|at| (at.day(), people)))
}

impl Due {
    fn of_part(part: Part) -> Option<Self> {
        let clock = Clock::of(Awaited::read(&part.awaits)?)?;
        let Part { id, suggestion, congress, unit, due, assigned, term, .. } = part;
        let running = Running { clock, from: assigned.day(), due };
        Some(Self { subject: suggestion.uuid(), part: Some(id), item: None, congress, unit: Some(unit), term, running })
    }

    fn to_assign(row: ToAssign) -> Self {
        let ToAssign { suggestion, congress, filed, due, term } = row;
        let from = filed.map_or_else(|| due.plus_days(-FARTHEST_BACK), Moment::day);
        let running = Running { clock: Clock::Assign, from, due };
        Self { subject: suggestion.uuid(), part: None, item: None, congress, unit: None, term, running }
    }

    /// The clock of the promise itself, and that of the next report where it comes before.
    fn promised(row: Promised, days: &[Day]) -> Vec<Self> {
        let Promised { suggestion, part, congress, unit, made, due, report_by, term } = row;
        let clocks = [(Clock::Promise, due, true), (Clock::Progress, report_by, report_by < due)];
        let running = clocks.into_iter().filter(|(_, day, runs)| *runs && days.contains(day));
        let one = |(clock, due, _)| Self {
            subject: suggestion.uuid(),
            part: Some(part),
            item: None,
            congress,
            unit: Some(unit),
            term,
            running: Running { clock, from: made.day(), due },
        };
        running.map(one).collect()
    }

    fn told(&self, running: Running, step: Step, via: Option<(Right, BodyId)>, at: Moment) -> Told {
        let part: Option<Uuid> = self.item.or(self.part.map(AssignmentId::uuid));
        let subject = self.subject;
        let (kind, due) = (running.clock.kind(), running.due);
        let given =
            Particulars { day: Some(due), late: step == Step::Over, unit: self.unit, part, ..Particulars::default() };
        let step = match step {
            Step::Before(days) => format!("before-{days}"),
            Step::After(days) => format!("after-{days}"),
            Step::Over => "over".to_owned(),
        };
        let key = format!("clock.{}.{}.{due}.{step}", part.unwrap_or(subject), kind.word());
        Told { kind, subject, via, given, key, at }
    }
}

/// The rule books of congresses that have entries of their own, and the default for the others.
struct Books {
    over: Vec<(BodyId, TermId, Entry)>,
    default: (Steps, Arc<RuleBook>),
    laid: HashMap<(BodyId, Option<TermId>), (Steps, Arc<RuleBook>)>,
}

impl Books {
    async fn read(mut ask: impl Ask) -> Result<Self, Fault> {
        let sql = Sql::new("select congress, term, key, value, grade, document from v_suggestion_rule")
            .add(" where key like 'remind.%' or key like 'limit.%' order by congress, term, key");
        let rows: Vec<(BodyId, TermId, String, String, String, String)> = ask.all(sql).await?;
        let entry = |(congress, term, key, value, grade, document): (_, _, _, _, String, _)| {
            (congress, term, Entry { key, value, grade: Grade::read(&grade).unwrap_or(Grade::D), document })
        };
        let book = RuleBook::hunan().map_err(|e| Fault::caused("the default rule book", e))?;
        let steps = Steps::of(&book).map_err(|e| Fault::new(format_args!("the default rule book: {e:?}")))?;
        let mut books = Self {
            over: rows.into_iter().map(entry).collect(),
            default: (steps, Arc::new(book)),
            laid: HashMap::new(),
        };
        let owners: Vec<(BodyId, TermId)> = books.over.iter().map(|(congress, term, _)| (*congress, *term)).collect();
        for (congress, term) in owners {
            books.of(congress, Some(term))?;
        }
        Ok(books)
    }

    /// The steps and the book of a congress and term.
    fn of(&mut self, congress: BodyId, term: Option<TermId>) -> Result<(Steps, Arc<RuleBook>), Fault> {
        if self.over.iter().all(|(owner, _, _)| *owner != congress) {
            return Ok(self.default.clone());
        }
        if let Some(known) = self.laid.get(&(congress, term)) {
            return Ok(known.clone());
        }
        let every = TermId::from_uuid(Uuid::nil());
        let own = self.over.iter().filter(|(owner, of, _)| *owner == congress && (*of == every || Some(*of) == term));
        let book = RuleBook::lay(own.map(|(_, _, entry)| entry.clone()).collect());
        let book = book.map_err(|e| Fault::caused(format_args!("the rule book of {congress}"), e))?;
        // An entry that is no row of days keeps nobody from being reminded by the usual ones.
        let steps = Steps::of(&book).unwrap_or_else(|_| self.default.0.clone());
        let laid = (steps, Arc::new(book));
        self.laid.insert((congress, term), laid.clone());
        Ok(laid)
    }

    /// Every limit by which the office looks back.
    fn look_back(&self) -> Vec<Span> {
        let all = std::iter::once(&self.default).chain(self.laid.values());
        all.map(|(_, book)| book.span(Limit::LookBack)).collect()
    }

    /// Every set of steps there is, and beside each the time to judge.
    fn rules(&self) -> (Vec<Steps>, Vec<(Steps, Span)>) {
        let all: Vec<&(Steps, Arc<RuleBook>)> = std::iter::once(&self.default).chain(self.laid.values()).collect();
        let mut judging: Vec<(Steps, Span)> =
            all.iter().map(|(steps, book)| (steps.clone(), book.span(Limit::Judge))).collect();
        judging.dedup();
        (judging.iter().map(|(steps, _)| steps.clone()).collect(), judging)
    }
}
