//! Matters like one that is being written, checked or answered: whatever this reader may know of, in this congress and others, this year
//! and before. What any congress has disclosed is everybody's to know of ([`super::disclosed`]).

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Day, Moment, PersonId};
use kit::{
    Fault, Site,
    db::{Ask, Sql},
    row,
    search::Within,
};
use suggestions_rules::{Suggestion, SuggestionId};
use uuid::Uuid;

use super::disclosed::{DISCLOSED, disclosed};
use crate::found::Label;

/// Most of them that are shown: who is offered more reads none.
const MOST: usize = 5;
/// Asked of the index, since some may not be for this reader by now, and what is disclosed is found twice.
const ASKED: usize = 24;

/// What the others are compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About {
    /// The suggestion itself, where it is kept already: it is not like itself.
    pub id: Option<SuggestionId>,
    /// 领衔代表: what the same deputy raised in a year before is a repeat, whoever looks.
    pub lead: Option<PersonId>,
    /// The year in which it was handed in, or is being written.
    pub year: i16,
}

impl About {
    /// What somebody is writing.
    #[must_use]
    pub fn writing(site: &Site, actor: &Actor, id: Option<SuggestionId>) -> Self {
        Self { id, lead: actor.stands_for(), year: site.today().parts().0 }
    }

    /// One that is kept.
    #[must_use]
    pub fn kept(site: &Site, suggestion: &Suggestion) -> Self {
        let filed = suggestion.stage.submission().map_or(site.today(), |submission| submission.at.day());
        Self { id: Some(suggestion.id), lead: Some(suggestion.lead.person), year: filed.parts().0 }
    }
}

/// A matter like the one being written, as this reader may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// The suggestion.
    pub id: SuggestionId,
    /// The congress.
    pub congress: String,
    /// Its number as written.
    pub number: Option<String>,
    /// 标题.
    pub title: String,
    /// 领衔代表; nothing where the identity is kept.
    pub lead: Option<String>,
    /// The word of its stage.
    pub stage: String,
    /// When it was handed in; of what is known only as it was disclosed, the year alone is.
    pub filed: Option<Day>,
    /// The year of that.
    pub year: i16,
    /// Whether the same deputy raised it, in a year before this one (连续提出).
    pub repeat: bool,
    /// Its disclosure, where it is known only as the public reads it.
    pub edition: Option<Uuid>,
    /// The last answer: its result class and the day it was delivered.
    pub answer: Option<(String, Day)>,
}

row!(
    struct Row {
        id: SuggestionId,
        congress: BodyId,
        congress_name: Option<String>,
        number: Option<String>,
        title: String,
        lead: PersonId,
        lead_name: Option<String>,
        stage: String,
        filed: Moment,
        publish: Option<bool>,
        keep_identity: bool,
        seconded: bool,
        handled: bool,
        class: Option<String>,
        delivered: Option<Moment>,
        letter_publish: Option<bool>,
        see: Option<String>,
    }
);

/// The suggestions most like a title and text, the likest first.
///
/// # Errors
/// When the database or the index cannot be read.
pub async fn similar(site: &Site, actor: &Actor, text: (&str, &str), about: About) -> Result<Vec<Alike>, Fault> {
    let reader = Reader::of(actor);
    let ids = site.search()?.similar(text, &reader.within(), about.id.map(SuggestionId::uuid), ASKED)?;
    let rows = rows(&mut site.db(), &reader, &ids).await?;
    let mut found: Vec<(Uuid, Alike)> =
        rows.into_iter().filter_map(|row| Some((row.id.uuid(), reader.sees(row, about)?))).collect();
    for (id, public) in disclosed(&mut site.db(), &ids, about, site.today()).await? {
        // Who knows the suggestion itself has no use for its edition.
        if Some(public.id) != about.id && found.iter().all(|(_, known)| known.id != public.id) {
            found.push((id, public));
        }
    }
    found.sort_by_key(|(id, _)| ids.iter().position(|one| one == id));
    Ok(found.into_iter().map(|(_, alike)| alike).take(MOST).collect())
}

/// What a unit answered the same deputy in years before on matters like a text, as far as this reader may read it.
///
/// # Errors
/// As [`similar`].
pub async fn letters_before(
    site: &Site,
    actor: &Actor,
    text: (&str, &str),
    (about, unit): (About, BodyId),
) -> Result<Vec<String>, Fault> {
    let found = similar(site, actor, text, about).await?.into_iter();
    let repeated: Vec<SuggestionId> =
        found.filter(|one| one.repeat && one.edition.is_none() && one.answer.is_some()).map(|one| one.id).collect();
    let sql =
        Sql::new("select r.body from reply r join assignment a on a.id = r.assignment where r.stage = 'delivered'")
            .add(" and r.body is not null and a.unit = {} and r.suggestion in ")
            .bind(unit);
    let letters: Vec<(String,)> = site.db().all(sql.list(repeated).add(" order by r.delivered desc")).await?;
    Ok(letters.into_iter().map(|(body,)| body).collect())
}

/// Whose eyes look.
struct Reader {
    person: Option<PersonId>,
    /// Congresses whose office this is: everything handed in.
    offices: Vec<BodyId>,
    /// Congresses whose published matters may be read.
    open: Vec<BodyId>,
    /// Congresses whose assigned matters may be read.
    assigned: Vec<BodyId>,
    /// Units whose parts may be read.
    units: Vec<BodyId>,
}

impl Reader {
    fn of(actor: &Actor) -> Self {
        Self {
            person: actor.stands_for(),
            offices: actor.bodies(Right::SuggestionSeeFiled).collect(),
            open: actor.bodies(Right::SuggestionSeePublished).collect(),
            assigned: actor.bodies(Right::SuggestionSeeAssigned).collect(),
            units: actor.bodies(Right::AssignmentSee).collect(),
        }
    }

    fn within(&self) -> Vec<Within> {
        let bodies = [&self.offices, &self.assigned, &self.units].into_iter().flatten();
        let offices = bodies.map(|body| Within::Reader(body.uuid()));
        let open = self.open.iter().map(|congress| Within::Label(Label::Open(*congress).word()));
        let own = self.person.map(|person| Within::Reader(person.uuid()));
        offices.chain(open).chain(own).chain([Within::Label(DISCLOSED.to_owned())]).collect()
    }

    /// The row as this reader may see it: the index may lag a moment behind what may be seen.
    fn sees(&self, row: Row, about: About) -> Option<Alike> {
        let mine = self.person == Some(row.lead);
        let assigned = self.assigned.contains(&row.congress) && matches!(row.stage.as_str(), "handling" | "closed");
        let inside = mine || row.seconded || row.handled || assigned || self.offices.contains(&row.congress);
        let early = row.see.as_deref() != Some("closed") || row.stage == "closed";
        let open = early && row.publish == Some(true) && row.number.is_some() && self.open.contains(&row.congress);
        if !inside && !open {
            return None;
        }
        let filed = row.filed.day();
        let year = filed.parts().0;
        let named = inside || !row.keep_identity;
        let answered = inside || row.letter_publish == Some(true);
        Some(Alike {
            id: row.id,
            congress: row.congress_name.unwrap_or_default(),
            number: row.number,
            title: row.title,
            lead: row.lead_name.filter(|_| named),
            stage: row.stage,
            filed: Some(filed),
            year,
            repeat: named && about.lead == Some(row.lead) && year < about.year,
            edition: None,
            answer: row.class.zip(row.delivered.map(Moment::day)).filter(|_| answered),
        })
    }
}

async fn rows(ask: &mut impl Ask, reader: &Reader, ids: &[Uuid]) -> Result<Vec<Row>, Fault> {
    let sql = Sql::new(
        "select s.id, s.congress, (select b.name from v_body b where b.id = s.congress), s.number, s.title, s.lead, \
         (select p.name from v_person p where p.id = s.lead), s.stage, s.filed, s.publish, s.keep_identity, \
         case when exists (select 1 from cosigner c where c.suggestion = s.id and c.answer = 'confirmed' \
          and c.person = {}) then 1 else 0 end, \
         case when exists (select 1 from assignment a where a.suggestion = s.id and a.work <> 'passed-on' and a.unit in ",
    );
    let sql = sql.bind(reader.person).list(reader.units.iter().copied()).add(
        ") then 1 else 0 end, r.class, r.delivered, r.publish, \
         (select o.value from suggestion_rules o where o.congress = s.congress and o.key = 'published.see' \
          and (o.term = {} or o.term = (select x.term from v_session x where x.id = s.session)) order by o.term desc limit 1) \
         from suggestion s left join reply r on r.suggestion = s.id \
         and r.delivered = (select max(l.delivered) from reply l where l.suggestion = s.id) \
         where s.filed is not null and s.id in ",
    );
    // An entry for every term is kept under the nil identity.
    let sql = sql.bind(Uuid::nil()).list(ids.iter().copied());
    let mut rows: Vec<Row> = ask.all(sql).await?;
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id.uuid()));
    // Two replies of one suggestion may have been delivered in the same moment.
    rows.dedup_by_key(|row| row.id);
    Ok(rows)
}
