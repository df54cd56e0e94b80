//! 公开, and 更正: an edition comes before the public.

use accounts_rules::Actor;
use disclosure_rules::{DisclosureId, Edition, SuggestionId};
use kernel::{Day, Refused};
use kit::{
    Problem, Site,
    db::{Sql, Tx},
    journal,
};
use uuid::Uuid;

use super::{
    changed,
    decisions::DisclosureWanted,
    make::{Made, make},
    prepare::{Prepared, prepare},
};
use crate::store::{self, Facets};

/// Brings a suggestion with its replies before the public, as the office decided passage by passage; an edition that stands
/// there already is replaced. `seen` is the version of what the office looked at, texts and all ([`Prepared::version`]).
///
/// # Errors
/// As if there were no such suggestion, for who does not disclose; when consent, reply or end of handling is missing; when
/// somebody else decided meanwhile; beside the fields, when a passage is undecided.
pub async fn disclose(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    wanted: &DisclosureWanted,
    seen: i64,
) -> Result<DisclosureId, Problem> {
    let mut tx = site.db().begin().await?;
    let prepared = prepare(site, &mut tx, actor, id).await?;
    if let Some(refusal) = prepared.refusal {
        return Err(Refused::from(refusal).into());
    }
    if prepared.version() != seen {
        return Err(changed());
    }
    let mut made = make(&prepared, wanted, site.now())?;
    dress(&mut tx, (&prepared, site.today()), &mut made).await?;
    let edition = Edition {
        extent: wanted.extent,
        hidden: made.edition.words_hidden,
        years: prepared.book.disclosure.stays(),
        why: wanted.why.as_ref(),
    };
    let (disclosure, fact) = prepared.disclosure(site).disclose(&edition, site.now()).map_err(Refused::from)?;
    let facets = facets(&prepared);
    if prepared.kept.is_some() {
        let taken = store::take(&mut tx, disclosure.id).await?;
        if taken.map(|taken| taken.version) != prepared.kept.as_ref().map(|kept| kept.version) {
            return Err(changed());
        }
        store::save(&mut tx, &disclosure, Some(&facets)).await?;
    } else if !store::begin(&mut tx, &disclosure, &facets).await? {
        return Err(changed());
    }
    let Made { edition, passages } = made;
    store::write_edition(&mut tx, disclosure.id, disclosure.editions, edition, &passages).await?;
    journal::append(&mut tx, actor.records(site.now(), disclosure.congress, disclosure.id.uuid(), fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(disclosure.id)
}

pub(super) fn facets(prepared: &Prepared) -> Facets {
    let matter = &prepared.matter;
    Facets {
        session: matter.session,
        year: matter.filed.day().parts().0,
        category: matter.category.clone(),
        lead: prepared.names_deputy().then_some(matter.lead),
    }
}

/// Puts in what stands in other places: the delegation of a deputy who is named, and, where the rule book shows them, scores whose window
/// is over: units read what is public too.
async fn dress(tx: &mut Tx, (prepared, today): (&Prepared, Day), made: &mut Made) -> Result<(), Problem> {
    let matter = &prepared.matter;
    if prepared.names_deputy() {
        let sql = Sql::new("select m.delegation from v_mandate m join v_session s on s.id = {} and s.term = m.term")
            .bind(matter.session)
            .add(" where m.person = {} and m.congress = {} and m.delegation is not null order by m.id limit 1");
        let found: Option<(Uuid,)> = tx.one(sql.bind(matter.lead).bind(matter.congress)).await?;
        made.edition.delegation = found.map(|(delegation,)| delegation);
    }
    if prepared.book.disclosure.shows_scores.value {
        for reply in &mut made.edition.replies {
            let sql = Sql::new("select j.result from v_judgement j join v_delivery d on d.assignment = j.assignment")
                .add(" and d.round = j.round and d.signer = j.signer where j.assignment = {} and j.signer = {}")
                .bind(reply.assignment)
                .bind(matter.lead)
                .add(" and d.judge_by < {} order by j.round desc limit 1")
                .bind(today);
            reply.score = tx.one::<(String,)>(sql).await?.map(|(score,)| score);
        }
    }
    Ok(())
}
