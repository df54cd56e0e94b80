//! One row checked: every cell that cannot be taken gets its reason.

use kernel::{AreaCode, BodyId, Day, Level, PersonId, Text};
use kit::{
    Site,
    sheets::{CellError, Cells, Said, day},
};
use roster_rules::{
    Chain, ConstituencyKind, Gender, IdNumber, Mandate, RoleName, Seat, Standing, Term, TermId, chinese_ordinal,
    concurrent_seats, is_ethnic_group, phone, written,
};

use super::{columns, known::Known};
use crate::store::person::{Contact, Person};

/// What one good row says.
pub struct Row {
    pub(super) person: Person,
    pub(super) new: bool,
    pub(super) contact: Contact,
    pub(super) seat: Seat,
    /// Nothing when the person sits in this term already; then the row amends.
    pub(super) mandate: Option<Mandate>,
    pub(super) roles: Vec<RoleName>,
    pub(super) roles_began: Day,
    pub(super) basis: Option<String>,
}

/// Whose roster the row belongs to, and in which term.
struct Place {
    area: AreaCode,
    congress: BodyId,
    term: Term,
}

pub(super) fn check(site: &Site, known: &mut Known, cells: &Cells<'_>, said: &mut Said) -> Option<Row> {
    let entry = entry(cells, said);
    let contact = contact(cells, said);
    doubts(&entry, &contact, said);
    let roles = roles(cells, said);
    let place = place(site, known, cells, said)?;
    let standing = standing(cells, &place.term, site.today(), said);
    if said.spoilt() {
        return None;
    }
    let (entry, contact, standing) = (entry?, contact?, standing?);
    let (id, new) = who(site, known, &entry.name, &contact, place.congress, said)?;
    if let Some(first) = known.rows.insert((id, place.term.id), cells.at) {
        said.add(CellError::new("name", "roster-sheet-twice").with("row", first));
        return None;
    }
    let seated = known.seats.get(&id).is_some_and(|seats| seats.iter().any(|(_, term)| *term == place.term.id));
    if !seated && !fits_chain(known, id, &place.area, said) {
        return None;
    }
    remember(known, id, &entry.name, &contact, &place, seated);
    let seat = seat(site, known, cells, id, &place);
    let mandate = (!seated).then(|| Mandate { id: site.new_id(), seat: seat.clone(), standing, version: 1 });
    let began = day(cells.get("began")).unwrap_or(place.term.began);
    let basis = Some(cells.get("basis").to_owned()).filter(|basis| !basis.is_empty());
    let person = Person { id, kept_by: Some(place.congress), ..entry };
    Some(Row { person, new, contact, seat, mandate, roles, roles_began: began, basis })
}

fn text<const MAX: usize>(cells: &Cells<'_>, key: &str, said: &mut Said) -> Option<String> {
    let raw = cells.get(key);
    if raw.is_empty() {
        return None;
    }
    match Text::<MAX>::parse(raw) {
        Ok(text) => Some(text.into()),
        Err(_) => {
            said.add(CellError::new(key, "roster-sheet-too-long").with("most", MAX));
            None
        }
    }
}

fn entry(cells: &Cells<'_>, said: &mut Said) -> Option<Person> {
    let gender = cells.get("gender");
    let read: Option<Gender> = columns::gender(gender);
    if read.is_none() && !gender.is_empty() {
        said.error("gender", "roster-sheet-gender");
    }
    let name = written(cells.get("name"));
    if name.chars().count() > 40 || name.is_empty() {
        said.add(CellError::new("name", "roster-sheet-too-long").with("most", 40));
        return None;
    }
    Some(Person {
        id: PersonId::from_uuid(uuid::Uuid::nil()),
        name,
        pinyin: String::new(),
        gender: read.map(|gender| gender.to_string()),
        ethnicity: text::<20>(cells, "ethnicity", said),
        party: text::<20>(cells, "party", said),
        education: text::<20>(cells, "education", said),
        occupation: text::<120>(cells, "occupation", said),
        merged_into: None,
        kept_by: None,
        version: 1,
    })
}

fn contact(cells: &Cells<'_>, said: &mut Said) -> Option<Contact> {
    let mut tried = |key: &str, wrong: &str, read: fn(&str) -> Option<String>| {
        let raw = cells.get(key);
        let found = if raw.is_empty() { None } else { read(raw) };
        if found.is_none() && !raw.is_empty() {
            said.error(key, wrong);
        }
        found
    };
    let phone = tried("phone", "roster-wrong-phone", phone);
    let number = |text: &str| IdNumber::parse(text).map(|number| number.as_str().to_owned());
    let id_number = tried("id_number", "roster-wrong-id-number", number);
    let email = tried("email", "roster-wrong-email", crate::desk::contacts::email);
    let born = a_day(cells, "born", said);
    let by_number = id_number.as_deref().and_then(IdNumber::parse).and_then(|number| number.born());
    if let (Some(born), Some(by_number)) = (born, by_number)
        && born != by_number
    {
        said.warn("born", "roster-sheet-born-differs");
    }
    let address = text::<120>(cells, "address", said);
    Some(Contact { phone, id_number, born: by_number.or(born), email, address, version: 0 })
}

/// What is taken and looks like a slip of the hand: it is said beside its cell.
fn doubts(entry: &Option<Person>, contact: &Option<Contact>, said: &mut Said) {
    let Some(entry) = entry else { return };
    if entry.ethnicity.as_deref().is_some_and(|named| !is_ethnic_group(named)) {
        said.warn("ethnicity", "roster-sheet-ethnicity");
    }
    let number = contact.as_ref().and_then(|contact| contact.id_number.as_deref()).and_then(IdNumber::parse);
    let held = number.and_then(|number| number.gender()).map(|gender| gender.to_string());
    if entry.gender.is_some() && held.is_some() && entry.gender != held {
        said.warn("gender", "roster-sheet-gender-differs");
    }
}

fn a_day(cells: &Cells<'_>, key: &str, said: &mut Said) -> Option<Day> {
    let raw = cells.get(key);
    let found = day(raw);
    if found.is_none() && !raw.is_empty() {
        said.error(key, "roster-sheet-day");
    }
    found
}

fn roles(cells: &Cells<'_>, said: &mut Said) -> Vec<RoleName> {
    let mut roles = Vec::new();
    for part in
        cells.get("role").split(['、', ',', '，', ';', '；', '/']).map(str::trim).filter(|part| !part.is_empty())
    {
        match columns::role(part) {
            Some(role) if roles.contains(&role) => {}
            Some(role) => roles.push(role),
            None => said.add(CellError::new("role", "roster-sheet-role").with("role", part)),
        }
    }
    roles
}

fn place(site: &Site, known: &mut Known, cells: &Cells<'_>, said: &mut Said) -> Option<Place> {
    let named = cells.get("congress");
    let by_code = |code: AreaCode| known.congresses.get(&code).map(|id| (code, *id));
    let meant = AreaCode::parse(named).ok().and_then(by_code).or_else(|| known.names.get(named).cloned());
    let (area, congress) = match (&known.only, meant) {
        (Some(only), _) if named.is_empty() => only.clone(),
        (Some((_, only)), Some(meant)) if meant.1 == *only => meant,
        (Some((area, _)), _) => {
            said.add(CellError::new("congress", "roster-sheet-other-congress").with("area", area));
            return None;
        }
        (None, Some(meant)) => meant,
        (None, None) => {
            said.error(
                "congress",
                if named.is_empty() { "roster-sheet-congress-blank" } else { "roster-sheet-congress" },
            );
            return None;
        }
    };
    let term = term(site, known, cells, congress, said)?;
    Some(Place { area, congress, term })
}

/// The term named, or the one that runs; a congress without any gets its first from the row.
fn term(site: &Site, known: &mut Known, cells: &Cells<'_>, congress: BodyId, said: &mut Said) -> Option<Term> {
    let named = cells.get("term");
    let open = known.terms.entry(congress).or_default();
    if let Some(running) = open.first() {
        let meant = |term: &&Term| named == term.ordinal.to_string() || bare(named) == chinese_ordinal(term.ordinal);
        let found = if named.is_empty() { Some(running) } else { open.iter().find(meant) };
        if found.is_none() {
            said.add(CellError::new("term", "roster-sheet-term").with("term", running.ordinal));
        }
        return found.cloned();
    }
    let ordinal = bare(named).parse::<i64>().ok().filter(|ordinal| (1..100).contains(ordinal));
    let first = a_day(cells, "began", said).or_else(|| day(cells.get("elected")));
    let (Some(ordinal), Some(began)) = (ordinal, first) else {
        said.error("term", "roster-sheet-no-term");
        return None;
    };
    let term = Term { id: site.new_id(), congress, ordinal, began, ended: None, version: 1 };
    said.warn("term", "roster-sheet-term-made");
    open.push(term.clone());
    known.new.terms.push(term.clone());
    Some(term)
}

fn bare(named: &str) -> &str {
    named.trim_start_matches('第').trim_end_matches('届')
}

/// What the days say: none given means in office since the term began.
fn standing(cells: &Cells<'_>, term: &Term, today: Day, said: &mut Said) -> Option<Standing> {
    let (elected, confirmed, began) =
        (a_day(cells, "elected", said), a_day(cells, "confirmed", said), a_day(cells, "began", said));
    let (elected, confirmed, began) = match (elected, confirmed, began) {
        (None, None, None) => (term.began, Some(term.began), Some(term.began)),
        (elected, confirmed, began) => {
            let confirmed = confirmed.or(began);
            (elected.or(confirmed)?, confirmed, began)
        }
    };
    for (column, day) in [("elected", Some(elected)), ("confirmed", confirmed), ("began", began)] {
        if let Some(day) = day.filter(|day| *day > today) {
            said.add(CellError::new(column, "roster-sheet-day-not-come").with("day", day));
            return None;
        }
    }
    let standing = Standing::Elected { elected };
    let standing = confirmed.map_or(Ok(standing), |on| standing.confirmed_on(on));
    let standing = match (standing, began) {
        (Ok(standing), Some(on)) => standing.taken_up_on(on),
        (standing, _) => standing,
    };
    standing.map_err(|refused| said.add(CellError { column: "elected".to_owned(), ..CellError::from(refused) })).ok()
}

/// Who the row means: known by identity number, else by name and telephone, else by name in this congress; else somebody new.
fn who(
    site: &Site,
    known: &Known,
    name: &str,
    contact: &Contact,
    congress: BodyId,
    said: &mut Said,
) -> Option<(PersonId, bool)> {
    let number = contact.id_number.as_deref();
    if let Some((id, holder)) = number.and_then(|number| known.by_number.get(number)) {
        if holder != name {
            said.add(CellError::new("id_number", "roster-sheet-number-of-another").with("name", holder));
            return None;
        }
        return Some((*id, false));
    }
    // A known person with another number is somebody else of the same name.
    let may_be = |id: &PersonId| number.is_none() || !known.numbered.contains(id);
    let by_phone = contact.phone.as_ref().and_then(|phone| known.by_phone.get(&(name.to_owned(), phone.clone())));
    if let Some(id) = by_phone.filter(|id| may_be(id)) {
        return Some((*id, false));
    }
    let here = known.by_seat.get(&(congress, name.to_owned())).map_or(&[][..], Vec::as_slice);
    match here.iter().filter(|id| may_be(id)).collect::<Vec<_>>().as_slice() {
        [] => Some((site.new_id(), true)),
        [one] => Some((**one, false)),
        _ => {
            said.error("name", "roster-sheet-same-name");
            None
        }
    }
}

fn fits_chain(known: &Known, id: PersonId, area: &AreaCode, said: &mut Said) -> bool {
    let mut areas: Vec<AreaCode> = known.seats.get(&id).into_iter().flatten().map(|(area, _)| area.clone()).collect();
    areas.push(area.clone());
    match concurrent_seats(&areas, &known.zones) {
        Chain::One => true,
        Chain::Unsure(..) => {
            said.warn("congress", "roster-sheet-zone");
            true
        }
        Chain::Broken(one, other) => {
            said.add(CellError::new("congress", "roster-refused-off-chain").with("one", one).with("other", other));
            false
        }
    }
}

fn remember(known: &mut Known, id: PersonId, name: &str, contact: &Contact, place: &Place, seated: bool) {
    if let Some(number) = &contact.id_number {
        known.numbered.insert(id);
        known.by_number.insert(number.clone(), (id, name.to_owned()));
    }
    if let Some(phone) = &contact.phone {
        known.by_phone.insert((name.to_owned(), phone.clone()), id);
    }
    if !seated {
        known.seats.entry(id).or_default().push((place.area.clone(), place.term.id));
        let here = known.by_seat.entry((place.congress, name.to_owned())).or_default();
        if !here.contains(&id) {
            here.push(id);
        }
    }
}

fn seat(site: &Site, known: &mut Known, cells: &Cells<'_>, person: PersonId, place: &Place) -> Seat {
    let (term, congress): (TermId, BodyId) = (place.term.id, place.congress);
    let constituency = Some(cells.get("constituency")).filter(|name| !name.is_empty()).map(|name| {
        let kind = match place.area.level() {
            Level::Province | Level::Prefecture => ConstituencyKind::Unit,
            Level::County | Level::Township | Level::Village => ConstituencyKind::District,
        };
        let new = &mut known.new.constituencies;
        *known.constituencies.entry((term, name.to_owned())).or_insert_with(|| {
            let id = site.new_id();
            new.push((id, term, congress, kind, name.to_owned()));
            id
        })
    });
    let delegation = Some(cells.get("delegation")).filter(|name| !name.is_empty()).map(|name| {
        let new = &mut known.new.delegations;
        *known.delegations.entry((term, name.to_owned())).or_insert_with(|| {
            let id = site.new_id();
            new.push((id, term, congress, name.to_owned()));
            id
        })
    });
    Seat { person, congress, area: place.area.clone(), term, constituency, delegation }
}
