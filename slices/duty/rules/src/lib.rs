//! Duty at the stations (值班接待): on which days a station receives people, which deputies are there, and who is short of turns.
//!
//! 地方组织法 (2022) 60 has deputies keep contact through stations; 代表法 (2025) 58 has their duty recorded. Pure: days, calendars and
//! people are handed in.

mod coverage;
mod fact;
mod fair;
mod hours;
mod ids;
mod moon;
mod pattern;
mod plan;
mod refusal;
mod seat;
mod setting;
mod swap;

pub use coverage::{Standing, standing};
pub use fact::{Fact, Stuck};
pub use hours::{Hours, MINUTES};
pub use ids::{LeaveId, PatternId, RosterId, SeatId, StationId, SwapId, TurnId, mark};
pub use moon::lunar_day;
pub use pattern::{Held, LONGEST, Meets, Pattern, Shift};
pub use plan::{Empty, Member, Plan, Short, Slot, Why, plan};
pub use refusal::Refusal;
pub use seat::{How, Mark, SeatStage, mark_seat};
pub use setting::{Setting, publish_by};
pub use swap::{Answerer, SwapStage, answer_swap};
