//! One election as an office holds it: from the announcement to the deputies whose election was confirmed; and how mandates end.

mod candidacy;
mod code;
mod count;
mod departure;
mod fact;
mod ids;
mod into;
mod posting;
mod refusal;
mod stage;
mod voter;
mod words;

pub use candidacy::{Contesting, Nominee, Way, fix, range, signatures};
pub use code::{CODE_SIGNS, code, read_code};
pub use count::{Counted, Due, Figures, count, due};
pub use departure::{Effect, Petition, petition};
pub use fact::Fact;
pub use ids::{AnnouncementId, CandidateId, CertificateId, DepartureId, DistrictId, ElectionId, VoterId};
pub use into::elects_into;
pub use posting::{Posted, Posting, Standing as PostingStanding, postings};
pub use refusal::Refusal;
pub use stage::{MOST_SEATS, MOST_VOTERS, Stage, Verb};
pub use voter::{MOST_LISTED, Struck, of_age};
pub use words::{DepartureStage, Kind, Leaving, NoticeKind, Origin, Place, Why};
