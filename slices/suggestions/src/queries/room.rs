//! 办理协商: the units of a matter with how far each is and whom to ask there, and the notes they left.

use accounts_rules::Actor;
use kernel::{BodyId, Day, Moment, Refusal, Refused};
use kit::{
    Fault, Problem, Site,
    db::{Ask, Sql},
    row,
};
use suggestions_rules::{NoteId, SuggestionId};

use super::{Attachment, Differing, attachments, differences::differences, veiled};
use crate::{Sight, store};

row!(
    /// One unit of the matter.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct RoomUnit {
        /// The unit.
        pub unit: BodyId,
        /// Its name.
        pub name: String,
        /// The word of its role: `lead`, `co` …
        pub role: String,
        /// What is awaited of it next.
        pub awaits: String,
        /// By when, where a limit runs.
        pub due: Option<Day>,
        /// 联系人.
        pub contact: Option<String>,
        /// 办公电话.
        pub phone: Option<String>,
    }
);

row!(
    /// One note.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct RoomNote {
        /// Its identity.
        pub id: NoteId,
        /// The body it was written for.
        pub sender: String,
        /// Who wrote it.
        pub by: Option<String>,
        /// The words; empty where they were erased.
        pub words: Option<String>,
        /// When.
        pub at: Moment,
    }
);

/// What stands in the room.
#[derive(Clone, Debug)]
pub struct Room {
    /// The matter.
    pub kept: store::Kept,
    /// The units that have a part now.
    pub units: Vec<RoomUnit>,
    /// The notes, the oldest first.
    pub notes: Vec<RoomNote>,
    /// The files of the notes.
    pub files: Vec<Attachment>,
    /// What units disagree on and what came of it, the oldest first, each with those units.
    pub differences: Vec<(Differing, Vec<(BodyId, String)>)>,
}

/// The room, for who works on the matter.
///
/// # Errors
/// As if there were none, for everybody else.
pub async fn room(site: &Site, actor: &Actor, id: SuggestionId) -> Result<Room, Problem> {
    let mut ask = site.db();
    let kept = store::read(&mut ask, id).await?.ok_or_else(Problem::missing)?;
    let sight = Sight::of(actor, &kept.suggestion)?;
    if !sight.works() {
        return Err(Refused::new(Refusal::NotYours, "suggestions-refused-room").into());
    }
    if kept.suggestion.stage.handling().is_none() {
        return Err(Problem::missing());
    }
    let (units, notes) = (units(&mut ask, id, (&sight, site.today())).await?, notes(&mut ask, id).await?);
    let files = attachments(&mut ask, &kept.suggestion, &sight).await?;
    let files = files.into_iter().filter(|file| file.note.is_some()).collect();
    let differences = differences(&mut ask, id).await?;
    Ok(Room { kept, units, notes, files, differences })
}

async fn units(ask: &mut impl Ask, id: SuggestionId, (sight, today): (&Sight, Day)) -> Result<Vec<RoomUnit>, Fault> {
    let sql = Sql::new("select a.unit, b.name, a.role, a.awaits, a.awaits_by, c.contact, c.phone")
        .join(veiled::parts(sight.veils(), today))
        .add(" join v_body b on b.id = a.unit left join v_unit_card c on c.unit = a.unit")
        .add(" where a.suggestion = {} and a.work <> 'passed-on' order by a.ordinal");
    ask.all(sql.bind(id)).await
}

async fn notes(ask: &mut impl Ask, id: SuggestionId) -> Result<Vec<RoomNote>, Fault> {
    let sql = Sql::new(
        "select n.id, coalesce(b.name, ''), a.name, r.words, n.at from room_note n left join v_body b on b.id = n.sender \
         left join v_account a on a.id = n.written_by left join remark r on r.id = n.words \
         where n.suggestion = {} order by n.at, n.id",
    );
    ask.all(sql.bind(id)).await
}
