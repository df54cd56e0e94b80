//! 我的通知设置: how often, and to which address. The address is sealed as contacts are: shown masked, never in the journal.

use accounts_rules::Actor;
use kernel::{AccountId, Day, Moment, Refusal, Refused};
use kit::{
    Fault, Problem, Site,
    db::{Ask, Sql, Tx},
    outbox::{self, Letter},
    row,
    web::{Errors, Filled, Stale, Wrong, api::edition, session::base64},
    words::Lang,
};
use notices_rules::Rhythm;
use sha2::{Digest as _, Sha256};

use crate::{
    fact::{Fact, record},
    letters, own,
};

/// How long a code that confirms an address is good.
const CODE_MILLIS: i64 = 30 * 60_000;
/// Between two codes.
const PAUSE_MILLIS: i64 = 60_000;
/// Codes in a day: nobody can make us write to a stranger over and over.
const CODES_A_DAY: i64 = 5;
/// Wrong codes that may be typed.
const TRIES: i64 = 5;

/// What somebody chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// How often.
    pub rhythm: Rhythm,
    /// The address, masked; nothing where none was named.
    pub email: Option<String>,
    /// Whether its owner confirmed it.
    pub confirmed: bool,
    /// The version of how often.
    pub version: i64,
    /// The version of the address; 0 where none was named.
    pub address_version: i64,
}

row! {
    struct Row {
        rhythm: String,
        email: Option<String>,
        confirmed: Option<Moment>,
        code: Option<String>,
        expires: Option<Moment>,
        tries: i64,
        asked: Option<Moment>,
        asked_day: Option<Day>,
        asked_n: i64,
    }
}

async fn row(ask: &mut impl Ask, account: AccountId) -> Result<Option<Row>, Fault> {
    let sql = Sql::new("select rhythm, email, confirmed, code, expires, tries, asked, asked_day, asked_n")
        .add(" from notice_choice where account = {}");
    ask.one(sql.bind(account)).await
}

/// What the actor chose; nothing chosen is the inbox alone.
///
/// # Errors
/// When nobody is signed in in person.
pub async fn choice(site: &Site, actor: &Actor) -> Result<Choice, Problem> {
    let account = own(actor)?;
    Ok(chosen(account, row(&mut site.db(), account).await?.as_ref()))
}

fn chosen(account: AccountId, row: Option<&Row>) -> Choice {
    let rhythm = row.and_then(|row| Rhythm::read(&row.rhythm)).unwrap_or(Rhythm::None);
    let (email, confirmed) = (row.and_then(|row| row.email.as_deref()), row.is_some_and(|row| row.confirmed.is_some()));
    // Told apart by account: the version of a sealed address says nothing of who else has the same.
    let whose = account.to_string();
    let of_address = |email| edition(&[&whose, email, if confirmed { "confirmed" } else { "" }]);
    Choice {
        rhythm,
        email: email.map(masked),
        confirmed,
        version: edition(&[rhythm.word()]),
        address_version: email.map_or(0, of_address),
    }
}

/// Nothing is chosen on a version that stands no more: both are shown, and the form at `action` can be sent again.
fn met(action: &str, (seen, stands): (i64, i64), mine: Filled, there: String) -> Result<(), Problem> {
    if seen == stands {
        return Ok(());
    }
    let there = (mine.0, mine.1, there);
    let stale = Stale::between(action.to_owned(), stands, vec![mine], vec![there]);
    Err(Problem::Stale(Box::new(Stale { back: "/notices/settings".to_owned(), ..stale })))
}

/// `z***@example.cn`.
fn masked(email: &str) -> String {
    let (name, host) = email.split_once('@').unwrap_or((email, ""));
    format!("{}***@{host}", name.chars().next().unwrap_or('*'))
}

/// Makes sure that the account has a row.
async fn lay(tx: &mut Tx, account: AccountId, language: Lang) -> Result<(), Fault> {
    let sql =
        Sql::new("insert into notice_choice (account, rhythm, language, tries, asked_n) values ({}, 'none', {}, 0, 0)")
            .bind(account)
            .bind(language.tag())
            .add(" on conflict (account) do update set language = excluded.language");
    tx.run(sql).await.map(|_| ())
}

/// Chooses how often; what waits to be told goes by the new choice.
///
/// # Errors
/// When nobody is signed in in person; both versions when it was chosen otherwise meanwhile.
pub async fn choose(site: &Site, actor: &Actor, seen: i64, rhythm: Rhythm, language: Lang) -> Result<(), Problem> {
    let account = own(actor)?;
    let mut tx = site.db().begin().await?;
    lay(&mut tx, account, language).await?;
    let before = chosen(account, row(&mut tx, account).await?.as_ref());
    let mine = ("rhythm", "notices-rhythm", rhythm.word().to_owned());
    met("/notices/settings", (seen, before.version), mine, before.rhythm.word().to_owned())?;
    tx.run(Sql::new("update notice_choice set rhythm = {} where account = {}").bind(rhythm.word()).bind(account))
        .await?;
    let waiting = (rhythm != Rhythm::None).then_some(rhythm.word());
    let sql = Sql::new("update notice set mail = {} where account = {} and mail is not null");
    let moved = tx.run(sql.bind(waiting).bind(account)).await?;
    if moved > 0 && rhythm == Rhythm::AtOnce {
        letters::soon(&mut tx, site, account).await?;
    }
    let fact = Fact::Chosen { rhythm: rhythm.word() };
    record(&mut tx, site, Some(account), None, account.uuid(), fact).await?;
    tx.commit().await?;
    site.wrote();
    Ok(())
}

/// Names an address; a code goes there, and nothing else until it is typed in here.
///
/// # Errors
/// Beside the field when it is no address or codes were asked for too often; when no mail server is set up; both versions when
/// another was named or this one confirmed meanwhile.
pub async fn name_address(site: &Site, actor: &Actor, seen: i64, email: &str, language: Lang) -> Result<(), Problem> {
    let account = own(actor)?;
    let email = email.trim();
    if !outbox::is_address(email) {
        return Err(wrong("email", "notices-wrong-address"));
    }
    if site.config().mail.is_none() {
        return Err(Refused::new(Refusal::NotNow, "notices-refused-no-mail").into());
    }
    let (now, today) = (site.now(), site.today());
    let mut tx = site.db().begin().await?;
    lay(&mut tx, account, language).await?;
    let before = row(&mut tx, account).await?.ok_or_else(|| Fault::new("a row just written is gone"))?;
    same_address(account, seen, email, &before)?;
    let sent = if before.asked_day == Some(today) { before.asked_n } else { 0 };
    let pause = before.asked.is_some_and(|at| now.millis() - at.millis() < PAUSE_MILLIS);
    if pause || sent >= CODES_A_DAY {
        return Err(wrong("email", if pause { "notices-wrong-soon" } else { "notices-wrong-often" }));
    }
    let code = format!("{:08}", u64::from_le_bytes(site.chance()) % 100_000_000);
    let sql = Sql::new("update notice_choice set email = {}, confirmed = null, code = {}, expires = {}, tries = 0")
        .bind(email)
        .bind(sealed(account, &code))
        .bind(now.plus_millis(CODE_MILLIS))
        .add(", asked = {}, asked_day = {}, asked_n = {} where account = {}");
    tx.run(sql.bind(now).bind(today).bind(sent + 1).bind(account)).await?;
    record(&mut tx, site, Some(account), None, account.uuid(), Fact::AddressNamed).await?;
    outbox::post(&mut tx, site, &asking(email, &code, language)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(())
}

/// Whether the address is still the one that was seen.
fn same_address(account: AccountId, seen: i64, mine: &str, before: &Row) -> Result<(), Problem> {
    let stands = chosen(account, Some(before));
    let mine = ("email", "notices-email", mine.to_owned());
    met("/notices/address", (seen, stands.address_version), mine, stands.email.unwrap_or_default())
}

fn asking(email: &str, code: &str, language: Lang) -> Letter {
    let subject = language.t("notices-letter-code-subject").into_owned();
    let text = language.tf("notices-letter-code", [("code", code.to_owned())]).into_owned();
    Letter { to: email.to_owned(), subject, text, ..Letter::default() }
}

fn sealed(account: AccountId, code: &str) -> String {
    base64(&Sha256::new().chain_update(account.uuid().as_bytes()).chain_update(code).finalize())
}

fn wrong(field: &str, key: &'static str) -> Problem {
    Errors::one(field, Wrong::new(key)).into()
}

/// Confirms the address with the code that went there. Whoever has chosen nothing yet is told daily from now on.
///
/// # Errors
/// Beside the field when the code is wrong, old, or was tried too often.
pub async fn confirm(site: &Site, actor: &Actor, code: &str) -> Result<(), Problem> {
    let account = own(actor)?;
    let mut tx = site.db().begin().await?;
    let row = row(&mut tx, account).await?.ok_or_else(|| wrong("code", "notices-wrong-no-code"))?;
    let good = row.tries < TRIES && row.expires.is_some_and(|until| until > site.now());
    let Some(kept) = row.code.filter(|_| good) else { return Err(wrong("code", "notices-wrong-no-code")) };
    let typed: String = code.chars().filter(char::is_ascii_digit).collect();
    if sealed(account, &typed) != kept {
        tx.run(Sql::new("update notice_choice set tries = tries + 1 where account = {}").bind(account)).await?;
        tx.commit().await?;
        return Err(wrong("code", "notices-wrong-code"));
    }
    let sql = Sql::new("update notice_choice set confirmed = {}, code = null, leave = {}, rhythm = ").bind(site.now());
    let sql = sql.bind(base64(&site.chance::<24>()));
    let sql = sql.add("case when rhythm = 'none' then 'daily' else rhythm end where account = {}");
    tx.run(sql.bind(account)).await?;
    record(&mut tx, site, Some(account), None, account.uuid(), Fact::AddressConfirmed).await?;
    tx.commit().await?;
    site.wrote();
    Ok(())
}

/// Takes the address out; nothing is sent any more. Where there is none, there is nothing to take out.
///
/// # Errors
/// When nobody is signed in in person; both versions when another was named meanwhile.
pub async fn forget_address(site: &Site, actor: &Actor, seen: i64) -> Result<(), Problem> {
    let account = own(actor)?;
    let mut tx = site.db().begin().await?;
    // Held from here on, so that nobody names another between the look and the removal.
    let held = Sql::new("update notice_choice set tries = tries where account = {} and email is not null");
    if tx.run(held.bind(account)).await? == 0 {
        return Ok(());
    }
    let before = row(&mut tx, account).await?.ok_or_else(|| Fault::new("a row just held is gone"))?;
    let stands = chosen(account, Some(&before));
    let mine = ("email", "notices-email", String::new());
    met("/notices/address/removal", (seen, stands.address_version), mine, stands.email.unwrap_or_default())?;
    let sql = Sql::new("update notice_choice set email = null, confirmed = null, code = null, leave = null, ");
    tx.run(sql.add("rhythm = 'none' where account = {}").bind(account)).await?;
    quiet(&mut tx, account).await?;
    record(&mut tx, site, Some(account), None, account.uuid(), Fact::AddressForgotten).await?;
    tx.commit().await?;
    site.wrote();
    Ok(())
}

/// Ends letters by what stood in one of them (RFC 8058); whether it was known. Nobody needs to sign in for it.
///
/// # Errors
/// When the database refuses.
pub async fn leave(site: &Site, key: &str) -> Result<bool, Problem> {
    let sql = Sql::new("select account from notice_choice where leave = {}").bind(key);
    let Some((account,)) = site.db().one::<(AccountId,)>(sql).await? else { return Ok(false) };
    let mut tx = site.db().begin().await?;
    let sql =
        Sql::new("update notice_choice set rhythm = 'none' where account = {} and rhythm <> 'none'").bind(account);
    if tx.run(sql).await? == 1 {
        quiet(&mut tx, account).await?;
        record(&mut tx, site, None, None, account.uuid(), Fact::Left).await?;
    }
    tx.commit().await?;
    site.wrote();
    Ok(true)
}

async fn quiet(tx: &mut Tx, account: AccountId) -> Result<(), Fault> {
    let sql = Sql::new("update notice set mail = null where account = {} and mail is not null").bind(account);
    tx.run(sql).await.map(|_| ())
}
