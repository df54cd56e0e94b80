//! The rules of links 双联: who links whom, how links are spread, what is owed in a year, and ratios of coverage 全覆盖.
//!
//! Pure: no input or output, no clock, no sentences. Whole numbers throughout.

mod end;
mod fact;
mod ids;
mod indicator;
mod kind;
mod pace;
mod ratio;
mod refusal;
mod spread;
mod words;

pub use end::{End, Sort};
pub use fact::Fact;
pub use ids::{ContactId, DraftId, IndicatorId, KindId, LinkId, mark};
pub use indicator::{BUILT_IN, Condition, Population, fits};
pub use kind::KindSpec;
pub use pace::{owed, soon_owed, year_of};
pub use ratio::{Ratio, Rolled, roll_up};
pub use refusal::Refusal;
pub use spread::{MOST_WORK, One, Other, Rule, Spread, Why, spread};
pub use words::{DraftStage, EndReason, Near, Side, Way};
