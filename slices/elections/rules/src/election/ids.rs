//! Names of this noun's things.

use kernel::Id;

/// Markers of identities; nothing else.
pub mod mark {
    /// Marks identities of elections.
    pub enum Election {}
    /// Marks identities of districts.
    pub enum District {}
    /// Marks identities of candidates.
    pub enum Candidate {}
    /// Marks identities of certificates.
    pub enum Certificate {}
    /// Marks identities of departures.
    pub enum Departure {}
    /// Marks identities of what takes a leader out of office.
    pub enum LeaderLeaving {}
    /// Marks identities of offices held, which the register of appointments keeps.
    pub enum Held {}
    /// Marks identities of voters on a list.
    pub enum Voter {}
    /// Marks identities of objections to a list of voters.
    pub enum Objection {}
    /// Marks identities of mobile ballot boxes.
    pub enum MobileBox {}
    /// Marks identities of public notices.
    pub enum Announcement {}
}

/// Names one election.
pub type ElectionId = Id<mark::Election>;
/// Names one recall or resignation of a leader.
pub type LeaderLeavingId = Id<mark::LeaderLeaving>;
/// Names an office somebody holds.
pub type HeldId = Id<mark::Held>;
/// Names one district of an election.
pub type DistrictId = Id<mark::District>;
/// Names one candidate.
pub type CandidateId = Id<mark::Candidate>;
/// Names one certificate.
pub type CertificateId = Id<mark::Certificate>;
/// Names one resignation, recall or other end of a mandate.
pub type DepartureId = Id<mark::Departure>;
/// Names one voter on a list.
pub type VoterId = Id<mark::Voter>;
/// Names one objection to a list of voters.
pub type ObjectionId = Id<mark::Objection>;
/// Names one mobile ballot box.
pub type BoxId = Id<mark::MobileBox>;
/// Names one public notice.
pub type AnnouncementId = Id<mark::Announcement>;
