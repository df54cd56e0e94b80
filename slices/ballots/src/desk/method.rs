//! The standing methods of a congress: entered edition by edition; a new matter takes over what stands.

use accounts_rules::{Actor, Right};
use ballots_rules::paper::{Adopted, Assembly, Fact, Kind, Method, Refusal, Setting};
use kernel::BodyId;
use kit::{
    Problem, Site,
    db::Ask,
    journal,
    web::{Filled, Stale},
};
use law_rules::Word as _;

use super::taken::refused;
use crate::store::{Edition, Item, all_editions, begin_edition, editions, read_item, standing};

/// The names under which a form holds a method, with the keys of their labels: the document, each setting with its article, the article on
/// secret ballots.
pub const HELD: [(&str, &str); 16] = [
    ("document", "ballots-field-document"),
    ("base", "ballots-field-base"),
    ("base-article", "ballots-article-base"),
    ("bar", "ballots-field-bar"),
    ("bar-article", "ballots-article-bar"),
    ("quorum", "ballots-field-quorum"),
    ("quorum-article", "ballots-article-quorum"),
    ("write-in", "ballots-field-write-in"),
    ("write-in-article", "ballots-article-write-in"),
    ("blank", "ballots-field-blank"),
    ("blank-article", "ballots-article-blank"),
    ("unclear", "ballots-field-unclear"),
    ("unclear-article", "ballots-article-unclear"),
    ("tie", "ballots-field-tie"),
    ("tie-article", "ballots-article-tie"),
    ("secret", "ballots-field-secret"),
];

/// What a method holds under each of those names; a setting it says nothing of is `usual`.
#[must_use]
pub fn held(method: Option<&Method>) -> Vec<Filled> {
    let said = |name: &str| {
        let method = method?;
        let (setting, article) = name.strip_suffix("-article").map_or((name, false), |setting| (setting, true));
        Some(match (name, Setting::read(setting)) {
            ("document", _) => method.document.to_string(),
            ("secret", _) => method.secret.as_ref().map(ToString::to_string).unwrap_or_default(),
            (_, Some(setting)) => match (method.of(setting), article) {
                (Some(laid), true) => laid.article.to_string(),
                (Some(laid), false) => laid.word.to_string(),
                (None, true) => String::new(),
                (None, false) => "usual".to_owned(),
            },
            (_, None) => String::new(),
        })
    };
    let usual = |name: &str| if Setting::read(name).is_some() { "usual".to_owned() } else { String::new() };
    HELD.iter().map(|(name, label)| (*name, *label, said(name).unwrap_or_else(|| usual(name)))).collect()
}

/// The address of a method's page.
#[must_use]
pub fn address(congress: BodyId, (assembly, kind): (Assembly, Kind), step: &str) -> String {
    format!("/ballots/methods/{}/{}{step}?congress={congress}", assembly.word(), kind.word())
}

/// The address of the edition a matter took its settings from.
#[must_use]
pub fn cited(item: &Item, adopted: Adopted) -> String {
    format!("{}&edition={}", address(item.congress, (item.spec.assembly, item.spec.kind), ""), adopted.edition)
}

/// The edition that stands for a matter, where it took its settings from another or from none.
///
/// # Errors
/// When the database refuses.
pub async fn newest(site: &Site, item: &Item) -> Result<Option<Edition>, Problem> {
    let spec = &item.spec;
    let stands = standing(&mut site.db(), item.congress, (spec.assembly, spec.kind)).await?;
    Ok(stands.filter(|edition| spec.adopted.map(|adopted| adopted.id) != Some(edition.id)))
}

/// The editions of one assembly and kind, the newest first, for who sees the ballots of the congress.
///
/// # Errors
/// When the actor does not.
pub async fn of(site: &Site, actor: &Actor, congress: BodyId, of: (Assembly, Kind)) -> Result<Vec<Edition>, Problem> {
    actor.may(Right::BallotSee, congress)?;
    Ok(editions(&mut site.db(), congress, of).await?)
}

/// The editions that stand in a congress.
///
/// # Errors
/// When the actor does not see its ballots.
pub async fn all(site: &Site, actor: &Actor, congress: BodyId) -> Result<Vec<Edition>, Problem> {
    actor.may(Right::BallotSee, congress)?;
    let mut standing: Vec<Edition> = Vec::new();
    for edition in all_editions(&mut site.db(), Some(congress)).await? {
        standing.retain(|one| (one.assembly, one.kind) != (edition.assembly, edition.kind));
        standing.push(edition);
    }
    Ok(standing)
}

/// Enters the next edition of a method.
///
/// # Errors
/// When it cannot be counted so, or says what stands already. With both when another edition stands than the caller had `seen`; 0 is none.
pub async fn adopt(
    site: &Site,
    actor: &Actor,
    congress: BodyId,
    (assembly, kind): (Assembly, Kind),
    (method, seen): (Method, Option<i64>),
) -> Result<Edition, Problem> {
    actor.may(Right::BallotMethod, congress)?;
    method.fit(assembly, kind).map_err(refused)?;
    let mut tx = site.db().begin().await?;
    let stands = standing(&mut tx, congress, (assembly, kind)).await?;
    let n = stands.as_ref().map_or(0, |edition| edition.n);
    let stale = || {
        let stood = held(stands.as_ref().map(|edition| &edition.method));
        let action = address(congress, (assembly, kind), "/change");
        Problem::Stale(Box::new(Stale::between(action, n.into(), held(Some(&method)), stood)))
    };
    if seen.is_some_and(|seen| seen != i64::from(n)) {
        return Err(stale());
    }
    if stands.as_ref().is_some_and(|edition| edition.method == method) {
        return Err(refused(Refusal::MethodSame));
    }
    let (id, at, account, edition) = (site.new_id(), site.now(), actor.account, n + 1);
    let next = Edition { id, congress, assembly, kind, n: edition, method: method.clone(), at, account };
    if !begin_edition(&mut tx, &next).await? {
        return Err(stale());
    }
    let fact = Fact::MethodAdopted { assembly, kind, edition };
    journal::append(&mut tx, actor.records(site.now(), congress, id.uuid(), fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(next)
}

/// Matters of that kind that are only prepared and count otherwise than the newest edition says, at most twenty: what it would touch.
///
/// # Errors
/// When the database refuses.
pub async fn behind(ask: &mut impl Ask, edition: &Edition) -> Result<Vec<Item>, Problem> {
    let sql = kit::db::Sql::new("select b.id from ballot b where b.congress = {} and b.kind = {}")
        .bind(edition.congress)
        .bind(edition.kind.word())
        .add(
            " and not exists (select 1 from ballot_round r where r.ballot = b.id) order by b.day desc, b.id limit 200",
        );
    let ids: Vec<(ballots_rules::paper::BallotId,)> = ask.all(sql).await?;
    let mut items = Vec::new();
    for (id,) in ids {
        let item = read_item(ask, id).await?;
        let other = |item: &Item| {
            let spec = &item.spec;
            spec.assembly == edition.assembly && spec.adopted.map(|adopted| adopted.id) != Some(edition.id)
        };
        items.extend(item.filter(other));
    }
    items.truncate(20);
    Ok(items)
}
