//! The result is certified and certificates issued, the elections of deputies confirmed, an election called off.

use accounts_rules::{Actor, Right};
use elections_rules::{
    Mode,
    election::{CODE_SIGNS, ElectionId, Fact, Kind, NoticeKind, Place, Refusal, Verb, code, open_seats},
};
use kernel::{PersonId, Text};
use kit::{Problem, Site, db::Sql, paper::written};
use roster_views::body_name;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    again::release,
    count::undecided,
    publish::{ZH, publish},
    taken::{Taken, refused},
};
use crate::{
    queries::people::body_level,
    store::{
        Candidate, Certificate, District, Election, begin_certificate, candidates, certificates, confirm_certificates,
        districts, save_candidate, serial, tallies,
    },
};

/// Why it is called off.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ElectionReason {
    /// At most 500 characters.
    #[schema(value_type = String)]
    pub reason: Text<500>,
}

/// Certifies the result: everybody elected has a certificate, and a deputy a mandate to be confirmed.
///
/// # Errors
/// When a district is not decided, more were elected than there are seats, or somebody sits in that term.
pub async fn certify(site: &Site, actor: &Actor, id: ElectionId) -> Result<Election, Problem> {
    let mut taken = Taken::begin(site, actor, id, (Right::ElectionCertify, Verb::Certify)).await?;
    if let Some(open) = undecided(&mut taken.tx, &taken.it).await? {
        return Err(refused(Refusal::NotDecided { district: open.name.to_string() }));
    }
    let elected = elected(&mut taken).await?;
    let (count, seats) = (u32::try_from(elected.len()).unwrap_or(u32::MAX), taken.it.seats);
    if count > seats {
        return Err(refused(Refusal::Crowded { elected: count, seats }));
    }
    let places = districts(&mut taken.tx, id).await?;
    for one in &elected {
        issue(&mut taken, one, &places).await?;
    }
    let open = open_seats(seats, count);
    if taken.it.kind == Kind::By {
        release(&mut taken.tx, &taken.it, open).await?;
    }
    told(&mut taken, &elected, "elections-notice-result-title", NoticeKind::Result).await?;
    taken.it.certified = Some(site.today());
    taken.finish(Fact::Certified { elected: elected.len(), open }).await
}

/// Who was elected, district by district.
async fn elected(taken: &mut Taken<'_>) -> Result<Vec<Candidate>, Problem> {
    let marks = tallies(&mut taken.tx, taken.it.id).await?;
    let mut all = candidates(&mut taken.tx, taken.it.id).await?;
    all.retain(|one| marks.iter().any(|mark| mark.candidate == one.id && mark.place == Place::Elected));
    Ok(all)
}

/// Whether somebody sits in the term, or has a certificate for it whose mandate the roster has yet to make.
async fn sits(taken: &mut Taken<'_>, person: PersonId) -> Result<bool, Problem> {
    let term = taken.it.term;
    let sql = Sql::new("select 1 from v_mandate where person = {} and term = {} and state <> 'ended'");
    if taken.tx.one::<(i64,)>(sql.bind(person).bind(term)).await?.is_some() {
        return Ok(true);
    }
    let sql = Sql::new("select 1 from certificate c join election e on e.id = c.election where c.person = {}")
        .bind(person)
        .add(" and e.term = {} and c.mandate is not null ")
        .bind(term)
        .add("and not exists (select 1 from v_mandate m where m.id = c.mandate and m.state = 'ended') limit 1");
    Ok(taken.tx.one::<(i64,)>(sql).await?.is_some())
}

async fn issue(taken: &mut Taken<'_>, one: &Candidate, places: &[District]) -> Result<(), Problem> {
    let site = taken.site;
    let person: PersonId = one.person.unwrap_or_else(|| site.new_id());
    let (deputy, year) = (taken.it.of_deputies(), i64::from(site.today().parts().0));
    // The number is taken first: whoever certifies for the same congress waits here, and then sees this certificate.
    let n = serial(&mut taken.tx, taken.it.seated, year).await?;
    if deputy && sits(taken, person).await? {
        return Err(refused(Refusal::Seated { name: one.name.to_string() }));
    }
    if one.person.is_none() {
        save_candidate(&mut taken.tx, &Candidate { person: Some(person), ..one.clone() }).await?;
    }
    let it = Certificate {
        id: site.new_id(),
        election: taken.it.id,
        candidate: one.id,
        congress: taken.it.seated,
        year,
        n,
        code: code(site.chance::<CODE_SIGNS>()),
        person,
        mandate: deputy.then(|| site.new_id()),
        issued: site.today(),
        confirmed: None,
    };
    begin_certificate(&mut taken.tx, &it).await?;
    if let Some(mandate) = it.mandate {
        let constituency = places.iter().find(|place| place.id == one.district).and_then(|place| place.constituency);
        let fact = Fact::Elected {
            election: taken.it.id,
            mandate,
            person,
            congress: taken.it.seated,
            term: taken.it.term,
            on: taken.it.day,
            constituency,
        };
        taken.note_of(it.id.uuid(), fact).await?;
    }
    if let Some(class) = taken.it.class {
        let (election, congress, term, on) = (taken.it.id, taken.it.seated, taken.it.term, taken.it.day);
        taken.note_of(it.id.uuid(), Fact::LeaderElected { election, person, congress, term, class, on }).await?;
    }
    Ok(())
}

/// Names who was elected, before the public.
async fn told(
    taken: &mut Taken<'_>,
    elected: &[Candidate],
    title: &'static str,
    kind: NoticeKind,
) -> Result<(), Problem> {
    let congress = body_name(&mut taken.tx, taken.it.congress).await?;
    let seated = body_name(&mut taken.tx, taken.it.seated).await?;
    let names: Vec<&str> = elected.iter().map(|one| one.name.as_str()).collect();
    let values = [
        ("title", taken.it.title.to_string()),
        ("congress", congress),
        ("seated", seated),
        ("day", written(taken.it.day)),
        ("count", elected.len().to_string()),
        ("names", names.join("、")),
    ];
    let town = body_level(&mut taken.tx, taken.it.seated).await? == "township";
    let key = match kind {
        _ if elected.is_empty() => "elections-notice-result-nobody",
        // 选举法 47: in a town the presidium confirms, elsewhere the standing committee.
        NoticeKind::Confirmed if town => "elections-notice-confirmed-township",
        NoticeKind::Confirmed => "elections-notice-confirmed-text",
        _ if !taken.it.of_deputies() => "elections-notice-result-leaders",
        _ => "elections-notice-result-text",
    };
    let (title, mut body) = (ZH.tf(title, &values), ZH.tf(key, &values).into_owned());
    let open = open_seats(taken.it.seats, u32::try_from(elected.len()).unwrap_or(u32::MAX));
    if open > 0 && matches!(kind, NoticeKind::Result) && taken.it.mode == Mode::Indirect {
        body.push('\n');
        body.push_str(&ZH.tf("elections-notice-result-open", [("open", open.to_string())]));
    }
    let subject = (kind, taken.it.id.uuid(), taken.it.congress);
    Ok(publish(&mut taken.tx, taken.site, subject, (&title, &body)).await?)
}

/// The elections of deputies were examined and found valid (选举法 47); of a by-election the deputies take office at once. An election of
/// leaders is closed.
///
/// # Errors
/// When it is not certified.
pub async fn confirm(site: &Site, actor: &Actor, id: ElectionId) -> Result<Election, Problem> {
    let mut taken = Taken::begin(site, actor, id, (Right::ElectionCertify, Verb::Confirm)).await?;
    let (on, at_once) = (site.today(), taken.it.kind == Kind::By);
    confirm_certificates(&mut taken.tx, id, on).await?;
    for one in certificates(&mut taken.tx, id).await? {
        if let Some(mandate) = one.mandate {
            taken.note_of(one.id.uuid(), Fact::Confirmed { mandate, on, at_once }).await?;
        }
    }
    if taken.it.of_deputies() {
        let elected = elected(&mut taken).await?;
        if !elected.is_empty() {
            told(&mut taken, &elected, "elections-notice-confirmed-title", NoticeKind::Confirmed).await?;
        }
    }
    taken.it.confirmed = Some(on);
    taken.finish(Fact::Closed { on }).await
}

/// Calls an election off: the seats it was to fill are vacant again.
///
/// # Errors
/// When its result is certified.
pub async fn cancel(site: &Site, actor: &Actor, id: ElectionId, wanted: ElectionReason) -> Result<Election, Problem> {
    let mut taken = Taken::begin(site, actor, id, (Right::ElectionCertify, Verb::Cancel)).await?;
    taken.tx.run(Sql::new("delete from election_vacancy where election = {}").bind(id)).await?;
    let congress = body_name(&mut taken.tx, taken.it.congress).await?;
    let values = [
        ("title", taken.it.title.to_string()),
        ("congress", congress),
        ("day", written(taken.it.day)),
        ("reason", wanted.reason.to_string()),
    ];
    let title = ZH.tf("elections-notice-cancelled-title", &values);
    let body = ZH.tf("elections-notice-cancelled-text", &values);
    let subject = (NoticeKind::Cancelled, id.uuid(), taken.it.congress);
    publish(&mut taken.tx, site, subject, (&title, &body)).await?;
    taken.it.reason = Some(wanted.reason);
    taken.finish(Fact::Cancelled).await
}
