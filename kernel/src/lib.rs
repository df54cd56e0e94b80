//! The few words every noun shares. Pure: no input or output, no clock, no chance.
//!
//! Time, chance and identity are handed in by the caller, so that every rule can be asked about any day.

mod area;
mod calendar;
mod due;
mod id;
mod record;
mod refusal;
mod text;
mod time;

pub use area::{AreaCode, AreaCodeError, Level};
pub use calendar::{CalendarError, DayKind, Exception, WorkingCalendar};
pub use due::{Due, Span, Step};
pub use id::{Account, AccountId, Body, BodyId, Id, Person, PersonId};
pub use record::{Recorded, Verb};
pub use refusal::{Refusal, Refused};
pub use text::{Text, TextError, plain};
pub use time::{Day, DayError, Moment};
