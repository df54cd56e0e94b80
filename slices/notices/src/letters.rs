//! Notices by mail: at once, in what comes together in two minutes; daily; on Mondays. Nobody with nothing to read is looked at.
//!
//! A letter names what happened and the title, and neither people nor words: mail leaves the house and is read by who knows
//! whom. The title of a suggestion whose deputy does not want it published stays in the house too.

use std::collections::HashMap;

use askama::Template;
use kernel::{AccountId, BodyId, Day};
use kit::{
    Fault, Site,
    db::{Ask, Sql, Tx},
    jobs::{Given, Work, enqueue},
    outbox::{self, Letter},
    row,
    words::Lang,
};
use notices_rules::Rhythm;
use serde::Deserialize as _;
use uuid::Uuid;

use crate::{audience::standing, inbox};

/// Writes to one account what it wants to know at once.
pub const AT_ONCE: Work = Work { kind: "notices.letter", doing: |site, job| Box::pin(at_once(site, job)) };
/// Writes to all who want to be told daily and, on the first round of a week, weekly. Scheduled daily.
pub const DIGEST: Work = Work { kind: "notices.digest", doing: |site, _| Box::pin(digest(site)) };
/// Forgets what was read half a year ago, and everything after a year. Scheduled daily.
pub const SWEEP: Work = Work { kind: "notices.sweep", doing: |site, _| Box::pin(sweep(site)) };

/// What comes together within this time goes out in one letter.
const TOGETHER_MILLIS: i64 = 2 * 60_000;
/// Lines of a letter; how many more there are is said.
const LINES: usize = 20;
/// Accounts looked up at a time.
const AT_A_TIME: i64 = 500;
const DAY_MILLIS: i64 = 86_400_000;

/// Sees to it that a letter goes out soon.
pub(crate) async fn soon(tx: &mut Tx, site: &Site, account: AccountId) -> Result<(), Fault> {
    let due = site.now().plus_millis(TOGETHER_MILLIS);
    enqueue(tx, site, AT_ONCE.kind, Some(&account.to_string()), &account, due).await
}

async fn at_once(site: &Site, job: &Given) -> Result<(), Fault> {
    write(site, AccountId::deserialize(&job.payload)?, Rhythm::AtOnce).await
}

/// Writes the day's letters, and the week's.
///
/// # Errors
/// When the database refuses; who has had the letter does not get it again.
pub async fn digest(site: &Site) -> Result<(), Fault> {
    write_all(site, Rhythm::Daily).await?;
    let (db, today) = (site.db(), site.today());
    let monday = today.plus_days(1 - i32::from(today.weekday()));
    let last: Option<(Day,)> = db.one("select day from notice_round where name = 'weekly'").await?;
    if last.is_some_and(|(day,)| day >= monday) {
        return Ok(());
    }
    write_all(site, Rhythm::Weekly).await?;
    let mut tx = db.begin().await?;
    let sql = Sql::new("insert into notice_round (name, day) values ('weekly', {})").bind(today);
    tx.run(sql.add(" on conflict (name) do update set day = excluded.day")).await?;
    tx.commit().await
}

async fn write_all(site: &Site, rhythm: Rhythm) -> Result<(), Fault> {
    let mut after = Uuid::nil();
    loop {
        let sql = Sql::new("select distinct account from notice where mail = {} and account > {}");
        let sql = sql.bind(rhythm.word()).bind(after).add(" order by account limit {}").bind(AT_A_TIME);
        let some: Vec<(AccountId,)> = site.db().all(sql).await?;
        let Some((last,)) = some.last() else { return Ok(()) };
        after = last.uuid();
        for (account,) in some {
            write(site, account, rhythm).await?;
        }
    }
}

row! {
    struct Reader { email: String, language: String, leave: Option<String> }
}

row! {
    struct Waiting { kind: String, via: Option<String>, body: Option<BodyId>, subject: Uuid }
}

/// One line of a letter: what happened, and of what, where that may leave the house.
struct Line {
    kind: String,
    title: Option<String>,
}

/// The lines of what waits: each matter is looked up by its identity, whatever else there is.
async fn named(ask: &mut impl Ask, waiting: Vec<Waiting>) -> Result<Vec<Line>, Fault> {
    let mut titles = HashMap::new();
    for view in [
        "select id, title, publish from v_suggestion where id in ",
        "select id, title, publish from v_bill where id in ",
        "select id, title, publish from v_supervised where id in ",
        "select id, title, publish from v_disclosure where id in ",
    ] {
        let of = waiting.iter().map(|row| row.subject);
        let rows: Vec<(Uuid, String, Option<i64>)> = ask.all(Sql::new(view).list(of)).await?;
        for (id, title, publish) in rows {
            titles.entry(id).or_insert_with(|| (publish == Some(1)).then_some(title));
        }
    }
    let line = |row: Waiting| Line { title: titles.get(&row.subject).cloned().flatten(), kind: row.kind };
    Ok(waiting.into_iter().map(line).collect())
}

/// One letter of all that waits; what was read meanwhile, or no longer concerns the account, is left out.
async fn write(site: &Site, account: AccountId, rhythm: Rhythm) -> Result<(), Fault> {
    let mut tx = site.db().begin().await?;
    // What is not worth a letter of its own waits for the day's even where letters are wanted at once.
    let waits = rhythm == Rhythm::Daily;
    let sql = Sql::new(
        "select email, language, leave from notice_choice where account = {} and (rhythm = {} or (rhythm = 'at_once' and 1 = {}))",
    );
    let sql = sql.bind(account).bind(rhythm.word()).bind(waits).add(" and confirmed is not null and email is not null");
    let reader: Option<Reader> = tx.one(sql).await?;
    let standing = standing(&mut tx, account, site.today()).await?;
    let sql =
        Sql::new("select n.kind, n.via, n.body, n.subject from notice n where n.account = {} and n.mail is not null")
            .bind(account)
            .add(" and exists (select 1 from v_account a where a.id = n.account and a.closed is null)")
            .add(" order by n.at desc, n.id desc");
    let mut waiting: Vec<Waiting> = tx.all(sql).await?;
    waiting.retain(|line| inbox::concerns(&standing, line.via.as_deref(), line.body));
    if let Some(reader) = reader.filter(|_| !waiting.is_empty()) {
        let more = waiting.len().saturating_sub(LINES);
        waiting.truncate(LINES);
        let lines = named(&mut tx, waiting).await?;
        outbox::post(&mut tx, site, &letter(site, &reader, &lines, more)?).await?;
    }
    let sql = Sql::new("update notice set mail = null where account = {} and mail is not null").bind(account);
    tx.run(sql).await?;
    tx.commit().await?;
    site.wrote();
    Ok(())
}

#[derive(Template)]
#[template(path = "notices/letter.html")]
struct Page<'a> {
    lang: Lang,
    lines: &'a [String],
    more: usize,
    home: &'a str,
}

fn letter(site: &Site, reader: &Reader, lines: &[Line], more: usize) -> Result<Letter, Fault> {
    let lang = Lang::parse(&reader.language).unwrap_or_default();
    let home = site.config().public_url.trim_end_matches('/');
    let said: Vec<String> = lines.iter().map(|line| said(lang, line)).collect();
    let subject = lang.tf("notices-letter-subject", [("count", (lines.len() + more).to_string())]).into_owned();
    let page = Page { lang, lines: &said, more, home };
    let html = page.render().map_err(|e| Fault::caused("a letter could not be rendered", e))?;
    let leave = reader.leave.as_ref().filter(|_| !home.is_empty());
    let leave = leave.map(|key| format!("{home}/notices/leaving?key={key}"));
    let (to, text) = (reader.email.clone(), text(lang, &said, more, home));
    Ok(Letter { to, subject, text, html: Some(html), leave })
}

/// 退回修改：关于……的建议.
fn said(lang: Lang, line: &Line) -> String {
    let label = lang.t(&format!("notices-kind-{}", line.kind));
    match &line.title {
        Some(title) => lang.tf("notices-letter-line", [("what", label.into()), ("title", title.clone())]).into(),
        None => label.into(),
    }
}

fn text(lang: Lang, lines: &[String], more: usize, home: &str) -> String {
    let mut text = format!("{}\n\n", lang.t("notices-letter-head"));
    for line in lines {
        text = format!("{text}· {line}\n");
    }
    if more > 0 {
        text = format!("{text}{}\n", lang.tf("notices-letter-more", [("count", more.to_string())]));
    }
    let home = format!("{home}/notices");
    format!("{text}\n{}\n{}\n", lang.tf("notices-letter-read", [("address", home)]), lang.t("notices-letter-foot"))
}

/// Forgets old notices.
pub async fn sweep(site: &Site) -> Result<(), Fault> {
    let before = |days: i64| site.now().plus_millis(-days * DAY_MILLIS);
    let mut tx = site.db().begin().await?;
    let sql = Sql::new("delete from notice where at < {} and (read is not null or at < {})");
    tx.run(sql.bind(before(183)).bind(before(366))).await?;
    tx.commit().await
}
