//! 代表码: issued, scanned, revoked.

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Id, PersonId, Recorded, Refusal, Refused, Text};
use kit::{
    Fault, Problem, Site,
    db::{Ask, Sql},
    journal,
    web::api::Once,
};
use opinions_rules::{Code, CodeFact, CodeId, CodeKind, SERIAL_BITS};

use crate::{
    keys,
    queries::stations,
    store::{self, CodeKept},
};

/// Where a scanned code leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scanned {
    /// To a deputy.
    Deputy(PersonId),
    /// To a station, a reception, an activity.
    There(Box<CodeKept>),
    /// Nowhere any more: it was revoked, or the deputy is one no more.
    Over,
    /// Nowhere: it is none of ours.
    Foreign,
}

/// The congress in whose office the deputy's codes lie: of the seats held now the first that the actor keeps codes for.
///
/// # Errors
/// As if there were no such deputy, for who keeps none of their codes.
pub async fn congress(ask: &mut impl Ask, actor: &Actor, person: PersonId) -> Result<BodyId, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let sql = Sql::new("select congress from v_mandate where person = {} and in_office = 1 order by congress");
    let seats: Vec<(BodyId,)> = ask.all(sql.bind(person)).await?;
    let first = seats.first().ok_or_else(Problem::missing)?.0;
    match seats.iter().find(|(congress,)| actor.may(Right::CodeKeep, *congress).is_ok()) {
        Some((congress,)) => Ok(*congress),
        None => Err(actor.may(Right::CodeKeep, first).err().map_or_else(Problem::missing, Problem::from)),
    }
}

/// Makes the key that signs, where there is none yet.
pub async fn prepare(site: &Site) -> Result<(), Fault> {
    keys::newest(site).await.map(drop)
}

/// A new number of forty bits.
pub(super) fn serial(site: &Site) -> i64 {
    let serial = u64::from_be_bytes(site.chance::<8>()) >> (64 - SERIAL_BITS);
    i64::try_from(serial).unwrap_or(0)
}

/// Makes a code for a deputy, once for one key; those that hang already stay good.
///
/// # Errors
/// As [`congress`]; when the key came before with another place.
pub async fn issue(
    site: &Site,
    actor: &Actor,
    (person, place): (PersonId, &Text<100>),
    once: &Once,
) -> Result<CodeId, Problem> {
    congress(&mut site.db(), actor, person).await?;
    let by = actor.account.ok_or(Problem::SignIn)?;
    let key = keys::newest(site).await?;
    let mut tx = site.db().begin().await?;
    let congress = congress(&mut tx, actor, person).await?;
    let id = site.new_id();
    if let Some(before) = once.claim(&mut tx, site, by, &(person, place), id).await? {
        return Ok(before);
    }
    let serial = serial(site);
    let code = CodeKept {
        id,
        serial,
        key: key.n,
        kind: CodeKind::Deputy.word().to_owned(),
        target: Id::from_uuid(person.uuid()),
        congress,
        place: place.to_string(),
        made: site.now(),
        revoked: None,
        name: None,
        day: None,
        area: None,
    };
    store::write_code(&mut tx, &code).await?;
    journal::append(&mut tx, recorded(site, actor, &code, CodeFact::Issued { deputy: person })).await?;
    tx.commit().await?;
    site.wrote();
    Ok(code.id)
}

/// One code, for who keeps it.
///
/// # Errors
/// As if there were none, for anybody else.
pub async fn of(site: &Site, actor: &Actor, id: CodeId) -> Result<CodeKept, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let code = store::read_code(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    actor.may(Right::CodeKeep, code.congress).map_err(|_| Problem::missing())?;
    Ok(code)
}

/// Revokes a code: from now on it leads to a kind word and the search by place.
///
/// # Errors
/// As [`of`]; when it was revoked before.
pub async fn revoke(site: &Site, actor: &Actor, id: CodeId) -> Result<CodeKept, Problem> {
    let code = of(site, actor, id).await?;
    let mut tx = site.db().begin().await?;
    if !store::revoke(&mut tx, id, site.now()).await? {
        return Err(Refused::new(Refusal::NotNow, "opinions-refused-revoked").into());
    }
    let fact = match kind(&code)? {
        CodeKind::Deputy => CodeFact::Revoked { deputy: code.person() },
        kind => CodeFact::Ended { kind, target: code.target },
    };
    journal::append(&mut tx, recorded(site, actor, &code, fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(code)
}

/// What a row says that it leads to.
///
/// # Errors
/// When the row holds no kind there is.
pub fn kind(code: &CodeKept) -> Result<CodeKind, Fault> {
    let broken = || Fault::new(format_args!("table `code`, column `kind`, id {}: no kind", code.id));
    CodeKind::read(&code.kind).ok_or_else(broken)
}

pub(super) fn recorded(site: &Site, actor: &Actor, of: &CodeKept, fact: CodeFact) -> Recorded<CodeFact> {
    actor.records(site.now(), of.congress, of.id.uuid(), fact)
}

/// What is printed: the code of a row, signed by the key of its day.
///
/// # Errors
/// When the key is gone.
pub async fn printed(site: &Site, code: &CodeKept) -> Result<Code, Problem> {
    let n = u16::try_from(code.key).unwrap_or(u16::MAX);
    let key = keys::of(&mut site.db(), n).await?.ok_or_else(|| Fault::new("table `code_key` lost a key"))?;
    Ok(key.code(u64::try_from(code.serial).unwrap_or(0))?)
}

/// Where a scanned code leads, and counts the scan. A signature that is not right is told before any code is looked up.
///
/// # Errors
/// When the database refuses.
pub async fn scan(site: &Site, text: &str) -> Result<Scanned, Problem> {
    let Some(kept) = known(site, text).await? else { return Ok(Scanned::Foreign) };
    if kept.revoked.is_some() {
        return Ok(Scanned::Over);
    }
    let there = match kind(&kept)? {
        CodeKind::Deputy => serving(site, kept.person()).await?.map(Scanned::Deputy),
        CodeKind::Activity => Some(Scanned::There(Box::new(kept.clone()))),
        CodeKind::Station | CodeKind::Reception => {
            stations::there(&mut site.db(), &kept).await?.then(|| Scanned::There(Box::new(kept.clone())))
        }
    };
    let Some(there) = there else { return Ok(Scanned::Over) };
    let mut tx = site.db().begin().await?;
    store::scanned(&mut tx, kept.id, site.today()).await?;
    tx.commit().await?;
    Ok(there)
}

/// The code that was scanned or typed, when a key of ours signed it. The signature is asked before any code is looked up.
///
/// # Errors
/// When the database refuses.
pub async fn known(site: &Site, text: &str) -> Result<Option<CodeKept>, Problem> {
    let Some(code) = Code::read(text) else { return Ok(None) };
    let Some(key) = keys::of(&mut site.db(), code.key()).await? else { return Ok(None) };
    if !key.signed(code)? {
        return Ok(None);
    }
    Ok(store::of_serial(&mut site.db(), code.serial()).await?)
}

/// The deputy in office behind an entry of the roster, also when two were merged.
async fn serving(site: &Site, person: PersonId) -> Result<Option<PersonId>, Problem> {
    let sql = Sql::new(
        "select p.id from v_person p where p.id = (select coalesce(q.merged_into, q.id) from v_person q where q.id = {})",
    );
    let sql = sql.bind(person).add(" and exists (select 1 from v_mandate m where m.person = p.id and m.in_office = 1)");
    Ok(site.db().one::<(PersonId,)>(sql).await?.map(|(id,)| id))
}
