//! The inbox of each account: what happened, newest first; unread until opened.

use std::collections::HashMap;

use accounts_rules::Actor;
use kernel::{AccountId, BodyId, Moment, PersonId};
use kit::{
    Fault, Problem, Site,
    db::{Ask, Db, Sql, Val},
    list::{self, Cursor, Key, List, Order, Page},
    row,
    words::Lang,
};
use notices_rules::{Kind, Particulars, Topic, VIA};
use uuid::Uuid;

pub use crate::keep::NoticeId;
use crate::own;

const NEWEST: Order =
    Order { name: "notices", keys: &[Key::down("n.at", list::Kind::Int), Key::down("n.id", list::Kind::Id)] };
/// The header says no more than that there are more than ninety-nine.
const MOST_COUNTED: i64 = 100;

/// What the inbox is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Only what was not read.
    pub unread: bool,
    /// Only this.
    pub topic: Option<Topic>,
}

row! {
    struct Row {
        id: NoticeId,
        kind: String,
        subject: Uuid,
        given: String,
        at: Moment,
        read: Option<Moment>,
    }
}

/// One notice, with the names its sentence needs.
#[derive(Clone, Debug)]
pub struct Item {
    /// Which.
    pub id: NoticeId,
    /// What it tells.
    pub kind: Kind,
    /// The suggestion, the bill or the account.
    pub subject: Uuid,
    /// When it happened.
    pub at: Moment,
    /// When it was read.
    pub read: Option<Moment>,
    /// Days and identities of its sentence.
    pub given: Particulars,
    names: Names,
}

#[derive(Clone, Debug, Default)]
struct Names {
    title: String,
    person: String,
    unit: String,
    account: String,
    by: String,
}

impl Item {
    /// The sentence in a language.
    #[must_use]
    pub fn said(&self, lang: Lang) -> String {
        let values = [
            ("title", self.names.title.clone()),
            ("person", self.names.person.clone()),
            ("unit", self.names.unit.clone()),
            ("account", self.names.account.clone()),
            ("by", self.given.by.map_or_else(|| lang.t("notices-by-machine").into_owned(), |_| self.names.by.clone())),
            ("day", self.given.day.map(|day| day.to_string()).unwrap_or_default()),
            ("was", self.given.was.map(|day| day.to_string()).unwrap_or_default()),
            ("because", self.given.because.clone().unwrap_or_default()),
            ("late", i32::from(self.given.late).to_string()),
            ("duty", self.given.duty.as_deref().map(|duty| duty_words(lang, duty)).unwrap_or_default()),
        ];
        lang.tf(&format!("notices-said-{}", self.kind.word()), values).into_owned()
    }

    /// Where the matter is to be seen.
    #[must_use]
    pub fn href(&self) -> String {
        match (self.kind, self.kind.topic()) {
            (Kind::AppointmentAnnounced, _) => "/appointments/announcements".to_owned(),
            (Kind::AppointmentAdopted | Kind::AppointmentRefused, _) => format!("/appointments/{}", self.subject),
            (Kind::OfficeToName, _) => format!("/appointments/elections/{}", self.subject),
            (Kind::RemindBillReport, _) => format!("/bills/{}", self.subject),
            (Kind::RemindPosting | Kind::RemindObjection, _) => format!("/elections/{}", self.subject),
            (
                Kind::BallotCounts
                | Kind::BallotDiffers
                | Kind::BallotToAnnounce
                | Kind::BallotAnnounced
                | Kind::BallotTellerAside
                | Kind::BallotReopened
                | Kind::BallotOff,
                _,
            ) => format!("/ballots/rounds/{}", self.subject),
            (Kind::PostSet, _) => format!("/accounts/{}", self.subject),
            (Kind::Elected | Kind::SeatConfirmed | Kind::SeatChanged, _) => "/announcements".to_owned(),
            (_, Topic::Account) => "/account".to_owned(),
            (_, Topic::Bill) => format!("/bills/{}", self.subject),
            (Kind::Disclosed | Kind::DisclosureCorrected | Kind::PartDisclosed | Kind::PartCorrected, _) => {
                format!("/disclosures/{}", self.subject)
            }
            (
                Kind::OpinionSaid
                | Kind::OpinionAnswered
                | Kind::OpinionAnsweredFor
                | Kind::OpinionElsewhere
                | Kind::OpinionBack
                | Kind::OpinionReplied
                | Kind::OpinionOverdue
                | Kind::OpinionGivenOut
                | Kind::OpinionGivenBack
                | Kind::OpinionTaken
                | Kind::OpinionFedBack
                | Kind::OpinionCame
                | Kind::OpinionInsisted,
                _,
            ) => format!("/opinions/{}", self.subject),
            (Kind::StationGraded | Kind::StationProposed, _) => format!("/stations/{}", self.subject),
            (Kind::DutyUnfilled | Kind::DutyOnLeave | Kind::DutyPast, _) => format!("/duty/rosters/{}", self.subject),
            (
                Kind::DutyPublished
                | Kind::DutyOn
                | Kind::DutyOff
                | Kind::DutySwapAsked
                | Kind::DutySwapAccepted
                | Kind::DutySwapDeclined
                | Kind::DutySwapWithdrawn
                | Kind::RemindDuty,
                _,
            ) => "/duty".to_owned(),
            (Kind::LinkMade | Kind::LinkKept | Kind::LinkEnded | Kind::LinkDue, _) => {
                format!("/links/{}", self.subject)
            }
            // What was taken down is not to be read any more; the log is.
            (Kind::TakenDown | Kind::PartTakenDown, _) => "/disclosures/removals".to_owned(),
            (Kind::RemindItem | Kind::RemindLetter | Kind::RemindStep, _) | (_, Topic::Supervision) => {
                self.supervised()
            }
            (_, Topic::Own | Topic::Work | Topic::Office | Topic::Clock) => format!("/suggestions/{}", self.subject),
        }
    }

    /// Where a matter of supervision is to be seen.
    fn supervised(&self) -> String {
        match self.kind {
            Kind::CaseListed => "/supervision/cases?stage=open".to_owned(),
            Kind::KeyMarked | Kind::KeyPlanned | Kind::KeyConcluded | Kind::KeyLifted => {
                format!("/supervision/keys/{}", self.subject)
            }
            Kind::EvaluationOpened
            | Kind::EvaluationTold
            | Kind::EvaluationPublished
            | Kind::Appealed
            | Kind::AppealRuled => format!("/supervision/evaluations/{}", self.subject),
            Kind::InquiryTold
            | Kind::ItemListed
            | Kind::ItemReported
            | Kind::ItemBack
            | Kind::ItemSettled
            | Kind::InquiryEnded
            | Kind::InquiryOff
            | Kind::RemindItem => format!("/supervision/inquiries/{}", self.subject),
            Kind::RemindLetter => of_item("letters", self.given.part),
            Kind::RemindStep => of_item("keys", self.given.part),
            _ => format!("/supervision/letters/{}", self.subject),
        }
    }
}

/// Where a letter or a key suggestion stands.
fn of_item(list: &str, item: Option<Uuid>) -> String {
    item.map_or_else(|| format!("/supervision/{list}"), |item| format!("/supervision/{list}/{item}"))
}

fn duty_words(lang: Lang, duty: &str) -> String {
    lang.t(&format!("accounts-duty-{}", duty.replace('_', "-"))).into_owned()
}

/// Whether a notice told by a right over a body still concerns the actor; one that is the account's own always does.
pub(crate) fn concerns(actor: &Actor, via: Option<&str>, body: Option<BodyId>) -> bool {
    let Some(via) = via else { return true };
    let right = VIA.into_iter().find(|right| right.as_str() == via);
    right.zip(body).is_some_and(|(right, body)| actor.may(right, body).is_ok())
}

/// ` where …`: the account's own, and what concerns it by rights it holds now.
fn mine(account: AccountId, actor: &Actor) -> Sql {
    let mut sql = Sql::new(" where n.account = {} and (n.via is null").bind(account);
    for right in VIA {
        let bodies: Vec<BodyId> = actor.bodies(right).collect();
        if !bodies.is_empty() {
            sql = sql.add(" or (n.via = {} and n.body in ").bind(right.as_str()).list(bodies).add(")");
        }
    }
    sql.add(")")
}

fn narrowed(sql: Sql, asked: Asked) -> Sql {
    let sql = if asked.unread { sql.add(" and n.read is null") } else { sql };
    match asked.topic {
        Some(topic) => sql.add(" and n.kind in ").list(topic.kinds().map(Kind::word)),
        None => sql,
    }
}

/// How many notices the actor has not read, a hundred at most: one look at an index.
pub async fn unread(db: &Db, actor: &Actor) -> Result<i64, Fault> {
    let Ok(account) = own(actor) else { return Ok(0) };
    let few = mine(account, actor).add(" and n.read is null limit {}").bind(MOST_COUNTED);
    let sql = Sql::new("select count(*) from (select 1 from notice n").join(few).add(") as few");
    Ok(db.one::<(i64,)>(sql).await?.map_or(0, |(count,)| count))
}

/// One page of the actor's inbox.
///
/// # Errors
/// When nobody is signed in in person, or `after` is no place of this list.
pub async fn page(
    site: &Site,
    actor: &Actor,
    asked: Asked,
    after: Option<&str>,
    size: u16,
) -> Result<Page<Item>, Problem> {
    let account = own(actor)?;
    let rows = || narrowed(mine(account, actor), asked);
    let list = List {
        select: Sql::new("select n.id, n.kind, n.subject, n.given, n.at, n.read from notice n").join(rows()),
        count: Sql::new("select count(*) from notice n").join(rows()),
        order: &NEWEST,
        after: after.map(|after| Cursor::parse(after, &NEWEST)).transpose()?,
        size,
    };
    let found: Page<Row> = list::page(&mut site.db(), list, |row: &Row| vec![row.at.into(), Val::from(row.id)]).await?;
    let items = named(&mut site.db(), found.items).await?;
    Ok(Page { items, next: found.next, total: found.total })
}

/// Puts the names in, three questions for a page of them.
async fn named(ask: &mut impl Ask, rows: Vec<Row>) -> Result<Vec<Item>, Fault> {
    let mut items = Vec::with_capacity(rows.len());
    for row in rows {
        let wrong = |what| Fault::new(format_args!("table `notice`, row {}, column `{what}`", row.id));
        let kind = Kind::read(&row.kind).ok_or_else(|| wrong("kind"))?;
        let given: Particulars = serde_json::from_str(&row.given).map_err(|_| wrong("given"))?;
        let Row { id, subject, at, read, .. } = row;
        items.push(Item { id, kind, subject, at, read, given, names: Names::default() });
    }
    let matters = || items.iter().map(|item| item.subject);
    let titles = Sql::new("select id, title from v_suggestion where id in ").list(matters());
    let titles = titles.add(" union all select id, title from v_bill where id in ").list(matters());
    let titles = titles.add(" union all select id, title from v_supervised where id in ").list(matters());
    let titles = titles.add(" union all select id, title from v_disclosure where id in ").list(matters());
    let titles = titles.add(
        " union all select r.round, b.title from v_ballot_round r join v_ballot b on b.id = r.ballot where r.round in ",
    );
    let titles = titles.list(matters());
    let titles = titles.add(" union all select id, title from v_election where id in ").list(matters());
    let titles = of(ask, titles).await?;
    let people = items.iter().filter_map(|item| item.given.person);
    let people = of(ask, Sql::new("select id, name from v_person where id in ").list::<PersonId>(people)).await?;
    let units = items.iter().filter_map(|item| item.given.unit);
    let units = of(ask, Sql::new("select id, name from v_body where id in ").list::<BodyId>(units)).await?;
    let accounts = items.iter().flat_map(|item| [item.given.account, item.given.by]).flatten();
    let accounts = of(ask, Sql::new("select id, name from v_account where id in ").list::<AccountId>(accounts)).await?;
    let name = |names: &HashMap<Uuid, String>, id: Option<Uuid>| id.and_then(|id| names.get(&id)).cloned();
    for item in &mut items {
        item.names = Names {
            title: name(&titles, Some(item.subject)).unwrap_or_default(),
            person: name(&people, item.given.person.map(PersonId::uuid)).unwrap_or_default(),
            unit: name(&units, item.given.unit.map(BodyId::uuid)).unwrap_or_default(),
            account: name(&accounts, item.given.account.map(AccountId::uuid)).unwrap_or_default(),
            by: name(&accounts, item.given.by.map(AccountId::uuid)).unwrap_or_default(),
        };
    }
    Ok(items)
}

async fn of(ask: &mut impl Ask, sql: Sql) -> Result<HashMap<Uuid, String>, Fault> {
    Ok(ask.all::<(Uuid, String)>(sql).await?.into_iter().collect())
}

/// Opens one: it is read from now on.
///
/// # Errors
/// When it is not the actor's.
pub async fn open(site: &Site, actor: &Actor, id: NoticeId) -> Result<Item, Problem> {
    let account = own(actor)?;
    let sql =
        Sql::new("select n.id, n.kind, n.subject, n.given, n.at, n.read from notice n").join(mine(account, actor));
    let row: Option<Row> = site.db().one(sql.add(" and n.id = {}").bind(id)).await?;
    let item = named(&mut site.db(), row.into_iter().collect()).await?.pop().ok_or_else(Problem::missing)?;
    if item.read.is_none() {
        let sql = Sql::new("update notice set read = {}, mail = null where read is null and account = {} and id = {}");
        let mut tx = site.db().begin().await?;
        tx.run(sql.bind(site.now()).bind(account).bind(id)).await?;
        tx.commit().await?;
    }
    Ok(item)
}

/// Marks everything read that had come by a moment: what came while the page was being read stays unread. How many that were.
///
/// # Errors
/// When nobody is signed in in person.
pub async fn read_all(site: &Site, actor: &Actor, until: Moment) -> Result<u64, Problem> {
    let account = own(actor)?;
    let sql = Sql::new("update notice set read = {}, mail = null where read is null and account = {} and at <= {}");
    let mut tx = site.db().begin().await?;
    let count = tx.run(sql.bind(site.now()).bind(account).bind(until)).await?;
    tx.commit().await?;
    Ok(count)
}
