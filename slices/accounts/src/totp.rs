//! Six-digit codes from a telephone (RFC 6238), and recovery codes for when it is lost.

use accounts_rules::{Actor, Code, SignInRefusal};
use fast_qr::{
    QRBuilder,
    convert::{Builder as _, Shape, svg::SvgBuilder},
};
use kernel::{AccountId, Moment};
use kit::{
    Fault, Problem, Site,
    db::{Ask, Sql, Tx, Val},
};
use totp_rs::{Builder, Secret, Totp};

use crate::answer::{field, refused};
use crate::{
    authority,
    device::Client,
    fact::Fact,
    password, secret,
    store::{self, Account, By},
};

/// How many recovery codes are given.
const RECOVERY_CODES: usize = 8;
/// What authenticator programs show above the digits.
const ISSUER: &str = "Lianluo";

/// What the owner scans or types into an authenticator program.
#[derive(Debug)]
pub struct Enrolment {
    /// The secret, for typing.
    pub secret: String,
    /// The picture, for scanning: an SVG.
    pub picture: String,
}

/// Whether six digits are wanted at sign-in: set up and shown to work.
pub async fn wanted(ask: &mut impl Ask, account: AccountId) -> Result<bool, Fault> {
    let sql = Sql::new("select 1 from totp where account = {} and verified is not null").bind(account);
    let row: Option<(i64,)> = ask.one(sql).await?;
    Ok(row.is_some())
}

/// Makes a secret, or shows again the one not yet verified.
///
/// # Errors
/// Refused when six digits are set up already: they are taken away first.
pub async fn enrol(site: &Site, actor: &Actor) -> Result<Enrolment, Problem> {
    let id = authority::own(actor)?;
    let now = site.now();
    let fresh = site.chance::<20>();
    let mut tx = site.db().begin().await?;
    let account = store::by_id(&mut tx, id).await?.ok_or(SignInRefusal::Unknown).map_err(refused)?;
    if wanted(&mut tx, id).await? {
        return Err(refused(SignInRefusal::TotpSetUp));
    }
    let keep = Sql::new("insert into totp (account, secret, enrolled, last_step) values ({}, {}, {}, 0) ")
        .bind(id)
        .bind(fresh.to_vec())
        .bind(now)
        .add("on conflict (account) do nothing");
    tx.run(keep).await?;
    let kept: Option<(Vec<u8>,)> = tx.one(Sql::new("select secret from totp where account = {}").bind(id)).await?;
    tx.commit().await?;
    let (bytes,) = kept.ok_or_else(|| Fault::new("table `totp` lost a row just written"))?;
    let totp = totp(&account.sign_in, bytes)?;
    let url = totp.to_url().map_err(|error| Fault::caused("an otpauth address could not be made", error))?;
    Ok(Enrolment { secret: totp.secret().to_base32(), picture: picture(&url)? })
}

/// Shows that the digits work; from then on they are wanted. Answers with the recovery codes, seen only now.
///
/// # Errors
/// Refused when the digits are wrong or nothing was set up.
pub async fn verify(site: &Site, actor: &Actor, typed: &str) -> Result<Vec<Code>, Problem> {
    let id = authority::own(actor)?;
    let codes: Vec<Code> = (0..RECOVERY_CODES).map(|_| secret::code(site)).collect();
    let now = site.now();
    let mut tx = site.db().begin().await?;
    let account = store::by_id(&mut tx, id).await?.ok_or(SignInRefusal::Unknown).map_err(refused)?;
    if !digits_fit(&mut tx, &account, typed, now).await? {
        return Err(field("digits", "accounts-totp-wrong"));
    }
    tx.run(Sql::new("update totp set verified = {} where account = {}").bind(now).bind(id)).await?;
    tx.run(Sql::new("delete from recovery_code where account = {}").bind(id)).await?;
    let row = |code: &Code| vec![Val::from(id), secret::code_hash("recovery", code).into()];
    let rows: Vec<Vec<Val>> = codes.iter().map(row).collect();
    tx.bulk("recovery_code", &["account", "hash"], rows).await?;
    store::record(&mut tx, now, By(Some(id)), account.congress, id.uuid(), Fact::TotpEnrolled).await?;
    tx.commit().await?;
    site.wrote();
    Ok(codes)
}

/// Takes the six digits away again; the password is asked for.
///
/// # Errors
/// Beside the field when the password is wrong.
pub async fn remove(site: &Site, actor: &Actor, password: &str, client: &Client) -> Result<(), Problem> {
    let account = password::confirmed(site, actor, password, client).await?;
    let mut tx = site.db().begin().await?;
    removed(&mut tx, site.now(), By(Some(account.id)), &account).await?;
    tx.commit().await?;
    site.wrote();
    Ok(())
}

/// Takes them away inside a transaction; whoever calls has made sure that `by` may.
pub async fn removed(tx: &mut Tx, now: Moment, by: By, account: &Account) -> Result<(), Fault> {
    let gone = tx.run(Sql::new("delete from totp where account = {}").bind(account.id)).await?;
    tx.run(Sql::new("delete from recovery_code where account = {}").bind(account.id)).await?;
    if gone == 0 {
        return Ok(());
    }
    store::record(tx, now, by, account.congress, account.id.uuid(), Fact::TotpRemoved).await
}

/// Whether what was typed is the six digits of now, or a recovery code not used before. Each is good once.
pub async fn accepts(tx: &mut Tx, account: &Account, typed: &str, now: Moment) -> Result<bool, Fault> {
    if digits_fit(tx, account, typed, now).await? {
        return Ok(true);
    }
    let Ok(code) = Code::parse(typed) else { return Ok(false) };
    let sql = Sql::new("update recovery_code set used = {} where account = {} and hash = {} and used is null");
    let used = tx.run(sql.bind(now).bind(account.id).bind(secret::code_hash("recovery", &code))).await?;
    if used != 1 {
        return Ok(false);
    }
    let sql = Sql::new("select count(*) from recovery_code where account = {} and used is null").bind(account.id);
    let left: Option<(i64,)> = tx.one(sql).await?;
    let fact = Fact::RecoveryUsed { left: left.map_or(0, |(left,)| left) };
    store::record(tx, now, By(Some(account.id)), account.congress, account.id.uuid(), fact).await?;
    Ok(true)
}

/// Checks the digits and puts their step out of use in the same statement, so that they are good once even at once.
async fn digits_fit(tx: &mut Tx, account: &Account, typed: &str, now: Moment) -> Result<bool, Fault> {
    let sql = Sql::new("select secret from totp where account = {}").bind(account.id);
    let found: Option<(Vec<u8>,)> = tx.one(sql).await?;
    let Some((bytes,)) = found else { return Ok(false) };
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let seconds = u64::try_from(now.millis() / 1000).unwrap_or(0);
    let Some(step) = totp(&account.sign_in, bytes)?.check(&digits, seconds) else { return Ok(false) };
    let step = i64::try_from(step).unwrap_or(i64::MAX);
    let sql = Sql::new("update totp set last_step = {} where account = {} and last_step < {}");
    Ok(tx.run(sql.bind(step).bind(account.id).bind(step)).await? == 1)
}

fn totp(sign_in: &str, bytes: Vec<u8>) -> Result<Totp, Fault> {
    Builder::new()
        .with_secret(Secret::new(bytes.into_boxed_slice()))
        .with_account_name(sign_in.replace(':', ""))
        .with_issuer(Some(ISSUER))
        .build()
        .map_err(|error| Fault::caused("a TOTP secret cannot be used", error))
}

/// A code to scan, as SVG without anything a strict content policy would forbid.
///
/// # Errors
/// When the text is too long for any code.
pub fn picture(text: &str) -> Result<String, Fault> {
    let code = QRBuilder::new(text).build().map_err(|error| Fault::new(format_args!("a QR code: {error:?}")))?;
    Ok(SvgBuilder::default().shape(Shape::Square).margin(2).to_str(&code))
}
