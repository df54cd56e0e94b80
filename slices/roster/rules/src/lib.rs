//! The rules of the roster: which areas have which bodies, how mandates live and end, who may sit where.
//!
//! Pure: no input or output, no clock, no text for people; keys of sentences only.

#[macro_use]
mod names;

mod area;
mod body;
mod chain;
mod contact;
mod correction;
mod ending;
mod ethnicity;
mod fact;
mod mandate;
mod name;
mod person;
mod quota;
mod reading;
mod role;
mod status;
mod term;
mod told;

pub use area::{Area, AreaKind, CongressLevel, level_from, level_text};
pub use body::{
    Body, BodyKind, DELEGATED, Power, Proposed, bodies_of, has_congress, has_presidium, has_standing_committee,
    of_the_nation,
};
pub use chain::{Chain, concurrent_seats};
pub use contact::{IdNumber, masked_email, masked_id_number, masked_phone, phone};
pub use correction::{Corrected, Correction};
pub use ending::{EndReason, Ground, Law};
pub use ethnicity::{ETHNIC_GROUPS, is_ethnic_group};
pub use fact::Fact;
pub use mandate::{Mandate, MandateId, MandateTag, Seat, Standing, StandingName};
pub use name::written;
pub use names::UnknownName;
pub use person::Gender;
pub use quota::{Quota, Seats, deputy_quota, seats_told};
pub use reading::{Reading, Typed, read_name, typed};
pub use role::{RoleName, RoleSpan, seated};
pub use status::{Event, Status, deputy_status};
pub use term::{
    ConstituencyId, ConstituencyKind, ConstituencyTag, DelegationId, DelegationTag, MergeId, MergeTag, RoleId, RoleTag,
    Session, SessionId, SessionTag, Term, TermId, TermTag, chinese_ordinal,
};
pub use told::{
    Concurrent, Happened, Organs, Sizes, State, Stood, UnitType, committee_size_range, concurrent_seats_ok,
    status_told, unit_has_congress,
};
