//! What lists and pages show. Other nouns' tables are read through the views they publish.

mod attachments;
mod calls;
mod contacts;
mod counts;
mod deputy;
mod detail;
mod doubts;
mod hint;
mod key;
mod list;
mod look_back;
mod merged;
mod parts;
mod points;
mod promises;
mod rates;
mod room;
mod sessions;
mod setting;
mod shown;
mod similar;
mod tasks;
mod to_assign;
mod veiled;

pub(crate) use attachments::attachments;
pub use attachments::{Attachment, attachment};
pub(crate) use contacts::is_key;
pub use contacts::{ToConfirm, to_confirm};
pub use counts::{AwaitedCount, Count, UnitLoad, awaited, counts, loads, total, without_outcomes};
pub use deputy::{Invitation, LATEST, Own, ToJudge, invitations, own, seconded, to_judge};
pub use detail::{Detail, Happened, Remark, Standing, detail, standing};
pub(crate) use detail::{account_name, body_name};
pub(crate) use doubts::knows;
pub use hint::{Hinted, LikeCase, hints};
pub use key::is_key;
pub use list::{Filter, Line, NEWEST, bodies, list, look};
pub use look_back::{LOOKED, Look, LookLine, look_back, looked};
pub(crate) use merged::named;
pub use merged::{LetterBeside, Linked, letters_beside};
pub use parts::{PartFilter, PartLine, Whose, order, parts};
pub use points::{POINTS, PointLine, points};
pub use promises::{
    LEDGER, PromiseFilter, PromiseLine, Report, ToAnswer, ledger, overdue_promises, reports, second_replies,
};
pub use rates::{Behind, By, CASES, Case, Counted, Measure, RateLine, Which, cases, congress_of, names_of, rates};
pub use room::{Room, RoomNote, RoomUnit, room};
pub use sessions::{Session, Sitting, book_of, own_keys, sessions, sitting};
pub(crate) use sessions::{entries, not_in_office, not_units, session_year};
pub use setting::{Setting, of_session, setting};
pub use shown::{Shown, ToRead, to_read};
pub(crate) use shown::{knows as knows_of_draft, round_of};
pub use similar::{Alike, similar};
pub use tasks::{Share, Task, given, tasks};
pub use to_assign::to_assign;
