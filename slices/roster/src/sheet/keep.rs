//! Good rows kept, some thousand at a time, in the import's one transaction.

use std::{collections::HashMap, mem};

use kernel::{PersonId, Recorded};
use kit::{
    Fault, Site,
    db::{Sql, Tx, Val},
    journal,
    sheets::Taking,
};
use roster_rules::{Fact, MandateId, RoleId, RoleSpan, Seat};

use super::{check::Row, known::Known};
use crate::store::{
    mandate::{self, Role},
    person::{self, Contact, Person},
    term,
};

pub(super) async fn keep(tx: &mut Tx, site: &Site, known: &mut Known, rows: Vec<Row>) -> Result<(), Fault> {
    keep_places(tx, known).await?;
    let (new, old): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|row| row.new);
    let people = new.iter().map(|row| person::values(&row.person)).collect::<Vec<_>>();
    known.counts.people += tx.bulk("person", person::COLUMNS, people).await?;
    let contacts = new.iter().filter(|row| row.contact != Contact::default());
    let contacts = contacts.map(|row| {
        let contact = Contact { version: 1, ..row.contact.clone() };
        person::contact_values(row.person.id, &contact)
    });
    tx.bulk("contact", person::CONTACT_COLUMNS, contacts.collect::<Vec<_>>()).await?;
    known.counts.amended += amend(tx, &old).await?;
    let mandates = rows.iter().filter_map(|row| row.mandate.as_ref()).map(mandate::values).collect::<Vec<_>>();
    known.counts.mandates += tx.bulk("mandate", mandate::COLUMNS, mandates).await?;
    keep_roles(tx, site, &rows).await
}

async fn keep_places(tx: &mut Tx, known: &mut Known) -> Result<(), Fault> {
    for new in mem::take(&mut known.new.terms) {
        term::insert(tx, &new, None).await?;
    }
    let rows = mem::take(&mut known.new.delegations).into_iter();
    let rows = rows.map(|(id, term, congress, name)| -> Vec<Val> {
        vec![id.into(), term.into(), congress.into(), name.into(), 1i64.into()]
    });
    tx.bulk("delegation", &["id", "term", "congress", "name", "version"], rows.collect::<Vec<_>>()).await?;
    let rows = mem::take(&mut known.new.constituencies).into_iter();
    let rows = rows.map(|(id, term, congress, kind, name)| -> Vec<Val> {
        vec![id.into(), term.into(), congress.into(), kind.as_str().into(), name.into(), Val::Null, 1i64.into()]
    });
    let columns = ["id", "term", "congress", "kind", "name", "seats", "version"];
    tx.bulk("constituency", &columns, rows.collect::<Vec<_>>()).await?;
    Ok(())
}

/// Rows of people who are there already: what they say is laid over what stands; a blank cell leaves it as it is.
async fn amend(tx: &mut Tx, rows: &[&Row]) -> Result<u64, Fault> {
    if rows.is_empty() {
        return Ok(0);
    }
    let ids = || rows.iter().map(|row| row.person.id);
    let sql = "select id, name, pinyin, gender, ethnicity, party, education, occupation, merged_into, kept_by, version
               from person where id in ";
    let people = tx.all::<Person>(Sql::new(sql).list(ids())).await?;
    let mut people: HashMap<PersonId, Person> = people.into_iter().map(|person| (person.id, person)).collect();
    let mut amended = 0;
    for row in rows {
        // A person may be new in an earlier row of this very file.
        let before = match people.remove(&row.person.id) {
            Some(person) => Some(person),
            None => person::load(tx, row.person.id).await?,
        };
        let Some(before) = before else { continue };
        let after = laid_over(&before, &row.person);
        let contact = person::contact(tx, before.id).await?;
        let merged = contact_over(&contact, &row.contact);
        let changed = after != before || merged != contact;
        if after != before && !person::save(tx, &after).await? {
            return Err(Fault::new(format_args!("person {} changed under an import", before.id)));
        }
        if merged != contact && !person::save_contact(tx, before.id, &merged).await? {
            return Err(Fault::new(format_args!("the contact of {} changed under an import", before.id)));
        }
        let moved = row.mandate.is_none() && place(tx, &row.seat).await?;
        amended += u64::from(changed || moved);
        people.insert(before.id, Person { version: before.version + i64::from(after != before), ..after });
    }
    Ok(amended)
}

/// Moves a seat that was there before to the places the row names; says whether it lay elsewhere.
async fn place(tx: &mut Tx, seat: &Seat) -> Result<bool, Fault> {
    let here = |sql: Sql| sql.add(" and state <> 'ended' and person = {}").bind(seat.person);
    let here = |sql: Sql| here(sql).add(" and term = {}").bind(seat.term);
    let mut moved = 0;
    if let Some(id) = seat.delegation {
        let sql = Sql::new("update mandate set version = version + 1, delegation = {}").bind(id);
        let sql = sql.add(" where (delegation is null or delegation <> {})").bind(id);
        moved += tx.run(here(sql)).await?;
    }
    if let Some(id) = seat.constituency {
        let sql = Sql::new("update mandate set version = version + 1, constituency = {}").bind(id);
        let sql = sql.add(" where (constituency is null or constituency <> {})").bind(id);
        moved += tx.run(here(sql)).await?;
    }
    Ok(moved > 0)
}

fn laid_over(before: &Person, said: &Person) -> Person {
    let pick = |new: &Option<String>, old: &Option<String>| new.clone().or_else(|| old.clone());
    Person {
        name: said.name.clone(),
        gender: pick(&said.gender, &before.gender),
        ethnicity: pick(&said.ethnicity, &before.ethnicity),
        party: pick(&said.party, &before.party),
        education: pick(&said.education, &before.education),
        occupation: pick(&said.occupation, &before.occupation),
        ..before.clone()
    }
}

fn contact_over(before: &Contact, said: &Contact) -> Contact {
    let pick = |new: &Option<String>, old: &Option<String>| new.clone().or_else(|| old.clone());
    Contact {
        phone: pick(&said.phone, &before.phone),
        id_number: pick(&said.id_number, &before.id_number),
        born: said.born.or(before.born),
        email: pick(&said.email, &before.email),
        address: pick(&said.address, &before.address),
        version: before.version,
    }
}

async fn keep_roles(tx: &mut Tx, site: &Site, rows: &[Row]) -> Result<(), Fault> {
    let mut new = Vec::new();
    for row in rows.iter().filter(|row| !row.roles.is_empty()) {
        for role in &row.roles {
            let span = RoleSpan { role: *role, began: row.roles_began, ended: None };
            match &row.mandate {
                Some(mandate) => new.push(role_values(site.new_id(), mandate.id, &span, row.basis.as_deref())),
                None => add_role(tx, site, row, span).await?,
            }
        }
    }
    tx.bulk("mandate_role", &["id", "mandate", "role", "began", "ended", "basis"], new).await?;
    Ok(())
}

fn role_values(id: RoleId, mandate: MandateId, span: &RoleSpan, basis: Option<&str>) -> Vec<Val> {
    vec![id.into(), mandate.into(), span.role.as_str().into(), span.began.into(), span.ended.into(), basis.into()]
}

/// A role for a mandate that was there before: taken on unless it is held.
async fn add_role(tx: &mut Tx, site: &Site, row: &Row, span: RoleSpan) -> Result<(), Fault> {
    let sql = Sql::new("select m.id from mandate m where m.state <> 'ended' and m.person = {}").bind(row.person.id);
    let sql = sql.add(" and m.congress = {}").bind(row.person.kept_by);
    let sql = sql.add(
        " and not exists (select 1 from mandate_role r where r.mandate = m.id and r.ended is null and r.role = {})
          order by m.elected limit 1",
    );
    if let Some((mandate,)) = tx.one::<(MandateId,)>(sql.bind(span.role.as_str())).await? {
        mandate::insert_role(tx, &Role { id: site.new_id(), mandate, span, basis: row.basis.clone() }).await?;
    }
    Ok(())
}

/// One fact for the whole sheet.
pub(super) async fn finish(tx: &mut Tx, known: &Known, taking: &Taking) -> Result<(), Fault> {
    let counts = known.counts;
    let fact = Fact::RosterImported { people: counts.people, mandates: counts.mandates, amended: counts.amended };
    let recorded = Recorded {
        at: taking.at,
        by: taking.by,
        acting_for: None,
        body: taking.body,
        subject: taking.import.uuid(),
        fact,
    };
    journal::append(tx, recorded).await.map(|_| ())
}
