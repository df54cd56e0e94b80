//! Who walks: everybody who has to do with a suggestion, and those who have nothing to do with it.

use accounts_rules::Actor;
use kernel::{BodyId, PersonId};

use super::super::world::{self, deputy, government, person, unit};

/// One of the people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// A deputy.
    Deputy(u8),
    /// The clerk in the name of a deputy who asked (代录).
    Acting(u8),
    /// 经办.
    Clerk,
    /// 主任.
    Chief,
    /// A transfer office: the government's, and one of the units.
    Transfer(u8),
    /// 承办人.
    UnitClerk(u8),
    /// 局长.
    UnitHead(u8),
    /// Who keeps the program running, and the calendar.
    Operator,
    /// The head of another congress's office.
    Stranger,
    /// Who has not signed in.
    Nobody,
}

/// All of them; the fourth deputy signs nothing, the third unit seldom handles anything.
pub const EVERYBODY: [Who; 18] = [
    Who::Deputy(1),
    Who::Deputy(2),
    Who::Deputy(3),
    Who::Deputy(4),
    Who::Acting(1),
    Who::Clerk,
    Who::Chief,
    Who::Transfer(1),
    Who::Transfer(2),
    Who::UnitClerk(1),
    Who::UnitHead(1),
    Who::UnitClerk(2),
    Who::UnitHead(2),
    Who::UnitClerk(3),
    Who::UnitHead(3),
    Who::Operator,
    Who::Stranger,
    Who::Nobody,
];

/// The body of a transfer office.
pub fn transfer_office(n: u8) -> BodyId {
    if n == 1 { government() } else { unit(4) }
}

impl Who {
    /// Signed in.
    pub fn actor(self) -> Actor {
        match self {
            Self::Deputy(n) => deputy(n),
            Self::Acting(n) => world::acting_for(n),
            Self::Clerk => world::clerk(),
            Self::Chief => world::chief(),
            Self::Transfer(1) => world::transfer(),
            Self::Transfer(n) => {
                let mut other = world::transfer();
                other.account = Some(world::id(9, 52 + n));
                other.posts.iter_mut().for_each(|post| post.body = transfer_office(n));
                other
            }
            Self::UnitClerk(n) => world::unit_clerk(n),
            Self::UnitHead(n) => world::unit_head(n),
            Self::Operator => world::operator(),
            Self::Stranger => world::stranger(),
            Self::Nobody => Actor::nobody(),
        }
    }

    /// The deputy, where it is one in person.
    pub fn in_person(self) -> Option<PersonId> {
        if let Self::Deputy(n) = self { Some(person(n)) } else { None }
    }

    /// The deputy, in person or by the hand of the clerk.
    pub fn stands_for(self) -> Option<PersonId> {
        if let Self::Deputy(n) | Self::Acting(n) = self { Some(person(n)) } else { None }
    }

    /// The unit, of its clerk and its head.
    pub fn unit(self) -> Option<BodyId> {
        if let Self::UnitClerk(n) | Self::UnitHead(n) = self { Some(unit(n)) } else { None }
    }

    /// The unit, of its head.
    pub fn heads(self) -> Option<BodyId> {
        if let Self::UnitHead(n) = self { Some(unit(n)) } else { None }
    }

    /// The transfer office.
    pub fn divides(self) -> Option<BodyId> {
        if let Self::Transfer(n) = self { Some(transfer_office(n)) } else { None }
    }

    /// Whether it is the congress's own office.
    pub fn office(self) -> bool {
        matches!(self, Self::Clerk | Self::Chief)
    }
}
