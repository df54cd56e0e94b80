//! What a suggestion (代表建议) is and what may happen to it: three nested machines, their clocks and their facts.
//!
//! One paper is one [`Suggestion`]; it is assigned to one or more units, each an [`Assignment`]; a unit that answers
//! does so in one or more [`Round`]s. Every verb consumes the suggestion and gives back the new one with its [`Fact`],
//! or a [`Refusal`]. Pure: the moment, the calendar, the rule book and all identities are handed in.

mod act;
mod advice;
mod assignment;
mod awaited;
mod book;
mod category;
mod clock;
mod contact;
mod contact_rule;
mod copied;
mod difference;
mod doubt;
mod elsewhere;
mod extension;
mod fact;
mod handlers;
mod hint;
mod hold;
mod holidays;
mod ids;
mod limits;
mod look_back;
mod number;
mod objection;
mod people;
mod point;
mod promise;
mod question;
mod rate;
mod reassign;
mod recount;
mod refusal;
mod rejection;
mod reply;
mod request;
mod sheet;
mod shown;
mod suggestion;
mod timeline;
mod window;

pub use act::Act;
pub use advice::{Advice, advice};
pub use assignment::{Assignment, Role, Work};
pub use awaited::Awaited;
pub use book::{
    DICTIONARIES, DisclosureRules, DocumentSource, Entry, Excess, Grade, OpinionRules, RETIRED, RuleBook,
    RuleBookError, Ruled, sources,
};
pub use category::{Canonical, Category, Hint, Listed, Mapping, ResultClass};
pub use clock::{Explained, Given};
pub use contact::{Contact, Talk, Word};
pub use contact_rule::{ContactWay, Demand, Lack};
pub use copied::copied;
pub use difference::{Coordination, Difference, DifferenceRefusal};
pub use doubt::{Doubt, DoubtEnd};
pub use elsewhere::only_elsewhere;
pub use extension::{Consent, Extension};
pub use fact::{AssignedTo, Fact, ReadBy};
pub use handlers::{Form, Handler, Handlers, Unsound};
pub use hint::{Past, UnitHint};
pub use hold::Hold;
pub use holidays::{MOST_DAYS, Published, Unfit};
pub use ids::{
    AssignmentId, AttachmentId, BillId, ContactId, DifferenceId, DoubtId, NoteId, PromiseId, RemarkId, SessionId,
    ShownId, SuggestionId, mark,
};
pub use limits::Limit;
pub use look_back::Found;
pub use number::{Number, NumberPattern, Series};
pub use objection::{Grounds, Objection, Ruling, Settled};
pub use people::{Answer, Cosigner, Entered, Hand, Lead};
pub use point::{MOST_POINTS, Measure, Point, PointAnswer};
pub use promise::{Promise, PromiseStep, Promised, Said, SecondReply, Standing, StepKind};
pub use question::Question;
pub use rate::Tally;
pub use reassign::MendRefusal;
pub use recount::{Because, Clock, Moved, Recounting};
pub use refusal::Refusal;
pub use reply::{Delivery, Judgement, Letter, Outcome, Round, RoundStage, Score, Signature};
pub use request::requests;
pub use sheet::{Content, Defect, MOST_WISHES, Sheet, Source};
pub use shown::{ShownDraft, ShownEnd};
pub use suggestion::{
    Accepted, Done, Handling, Held, Merged, Numbered, Occasion, Piece, Refusing, Routed, SeverRefusal, Severed, Stage,
    Submission, Suggestion, TakenOver,
};
pub use timeline::{Mark, Step, timeline};
