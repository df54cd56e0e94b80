//! A round on paper: what is voted on, who counts, how bundles are entered twice, what is reported, announced and corrected.
//!
//! The state of a round is here, the arithmetic in [`crate::round`]. Nothing here knows a clock: moments are handed in.

mod bundle;
mod fact;
mod follow;
mod ids;
mod method;
mod rating;
mod refusal;
mod report;
mod round;
mod settings;
mod signed;
mod spec;
mod tellers;
mod tie;
mod words;

pub use bundle::{Bundle, Entry, MOST_SHEETS, Place, Spot, cleaned, laid_out};
pub use fact::Fact;
pub use follow::{Next, follow};
pub use ids::{BallotId, MethodId, RoundId, SignedId, mark};
pub use method::{Adopted, Laid, Method};
pub use rating::{Graded, graded};
pub use refusal::Refusal;
pub use report::{Reading, spellings, standing, unreadable};
pub use round::{Boxes, Opening, Round, Stage};
pub use settings::Setting;
pub use signed::MOST_SIGNED;
pub use spec::{MOST_NAMES, Name, Spec};
pub use tellers::{Teller, Tellers};
pub use words::{Assembly, Kind, Role, Standing, Why};
