//! One election as an office holds it: from the announcement to the deputies whose election was confirmed; and how mandates end.

mod basics;
mod candidacy;
mod code;
mod count;
mod departure;
mod fact;
mod ids;
mod into;
mod leader;
mod list;
mod mobile;
mod objection;
mod posting;
mod primary;
mod refusal;
mod rest;
mod stage;
mod voter;
mod words;

pub use basics::{Basics, Born, Sector, Sex, Women};
pub use candidacy::{Contesting, Nominee, Way, fix, fixed, may_nominate, nominators, range, signatures};
pub use code::{CODE_SIGNS, code, read_code};
pub use count::{Counted, Due, Figures, count, due};
pub use departure::{Effect, Petition, acceptance, petition};
pub use fact::Fact;
pub use ids::{
    AnnouncementId, BoxId, CandidateId, CertificateId, DepartureId, DistrictId, ElectionId, HeldId, LeaderLeavingId,
    ObjectionId, VoterId,
};
pub use into::elects_into;
pub use leader::{Answer, LeaderLeaving, LeaderVote, Leaves, Mover, approved_above, leader_leaves, may_leave};
pub use list::unlike;
pub use mobile::{ByBox, Carried, MOST_SCRUTINEERS, SCRUTINEERS, carried, joined, scrutineers};
pub use objection::{Against, Clock, Heard, Hearing, Ruling, object};
pub use posting::{Posted, Posting, Standing as PostingStanding, postings};
pub use primary::{Asked, Primary, PrimaryFigures, PrimaryVotes, primary};
pub use refusal::Refusal;
pub use rest::{again, certifiable, open_seats};
pub use stage::{MOST_SEATS, MOST_VOTERS, Stage, Verb, put_off};
pub use voter::{MOST_LISTED, Struck, of_age};
pub use words::{DepartureStage, Kind, Leaving, NoticeKind, Origin, Place, Why};
