//! Matters like one that is being written: whatever this reader may know of, in this congress and others, this year and before.

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Day, Moment, PersonId};
use kit::{
    Fault, Site,
    db::{Ask, Sql},
    row,
    search::Within,
};
use suggestions_rules::SuggestionId;
use uuid::Uuid;

use crate::found::Label;

/// Most of them that are shown: who is offered more reads none.
const MOST: usize = 5;
/// Asked of the index, since some may not be for this reader by now.
const ASKED: usize = 12;

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
    /// When it was handed in.
    pub filed: Day,
    /// Whether the same deputy raised it, in a year before this one (连续提出).
    pub repeat: bool,
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
        class: Option<String>,
        delivered: Option<Moment>,
        letter_publish: Option<bool>,
    }
);

/// The suggestions most like a title and text, the likest first.
///
/// # Errors
/// When the database or the index cannot be read.
pub async fn similar(
    site: &Site,
    actor: &Actor,
    text: (&str, &str),
    except: Option<SuggestionId>,
) -> Result<Vec<Alike>, Fault> {
    let reader = Reader::of(actor);
    let ids = site.search()?.similar(text, &reader.within(), except.map(SuggestionId::uuid), ASKED)?;
    let rows = rows(&mut site.db(), reader.person, &ids).await?;
    let today = site.today();
    Ok(rows.into_iter().filter_map(|row| reader.sees(row, today)).take(MOST).collect())
}

/// Whose eyes look.
struct Reader {
    person: Option<PersonId>,
    /// Congresses whose office this is: everything handed in.
    offices: Vec<BodyId>,
    /// Congresses whose published matters may be read.
    open: Vec<BodyId>,
}

impl Reader {
    fn of(actor: &Actor) -> Self {
        Self {
            person: actor.stands_for(),
            offices: actor.bodies(Right::SuggestionSeeFiled).collect(),
            open: actor.bodies(Right::SuggestionSeePublished).collect(),
        }
    }

    fn within(&self) -> Vec<Within> {
        let offices = self.offices.iter().map(|congress| Within::Reader(congress.uuid()));
        let open = self.open.iter().map(|congress| Within::Label(Label::Open(*congress).word()));
        let own = self.person.map(|person| Within::Reader(person.uuid()));
        offices.chain(open).chain(own).collect()
    }

    /// The row as this reader may see it: the index may lag a moment behind what may be seen.
    fn sees(&self, row: Row, today: Day) -> Option<Alike> {
        let mine = self.person == Some(row.lead);
        let inside = mine || row.seconded || self.offices.contains(&row.congress);
        let open = row.publish == Some(true) && row.number.is_some() && self.open.contains(&row.congress);
        if !inside && !open {
            return None;
        }
        let filed = row.filed.day();
        let answered = inside || row.letter_publish == Some(true);
        Some(Alike {
            id: row.id,
            congress: row.congress_name.unwrap_or_default(),
            number: row.number,
            title: row.title,
            lead: row.lead_name.filter(|_| inside || !row.keep_identity),
            stage: row.stage,
            filed,
            repeat: mine && filed.parts().0 < today.parts().0,
            answer: row.class.zip(row.delivered.map(Moment::day)).filter(|_| answered),
        })
    }
}

async fn rows(ask: &mut impl Ask, me: Option<PersonId>, ids: &[Uuid]) -> Result<Vec<Row>, Fault> {
    let sql = Sql::new(
        "select s.id, s.congress, (select b.name from v_body b where b.id = s.congress), s.number, s.title, s.lead, \
         (select p.name from v_person p where p.id = s.lead), s.stage, s.filed, s.publish, s.keep_identity, \
         case when exists (select 1 from cosigner c where c.suggestion = s.id and c.answer = 'confirmed' \
          and c.person = {}) then 1 else 0 end, \
         r.class, r.delivered, r.publish from suggestion s left join reply r on r.suggestion = s.id \
         and r.delivered = (select max(l.delivered) from reply l where l.suggestion = s.id) \
         where s.filed is not null and s.id in ",
    );
    let mut rows: Vec<Row> = ask.all(sql.bind(me).list(ids.iter().copied())).await?;
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id.uuid()));
    // Two replies of one suggestion may have been delivered in the same moment.
    rows.dedup_by_key(|row| row.id);
    Ok(rows)
}
