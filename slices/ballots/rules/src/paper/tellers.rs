//! Who counts: named for one round, near to nobody on the ballot (选举法 43).

use kernel::{AccountId, Moment, PersonId};

use super::{Refusal, Role, Spec};
use crate::round::tellers_in_the_way;

/// Somebody named to count in a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Teller {
    /// Whose account.
    pub account: AccountId,
    /// Whose person, where the account is one's own.
    pub person: Option<PersonId>,
    /// The name, for papers.
    pub name: String,
    /// What for.
    pub role: Role,
    /// When it was declared: neither candidate nor a near relative of one.
    pub declared: Option<Moment>,
    /// When they stood aside (回避).
    pub aside: Option<Moment>,
}

/// All who were ever named in a round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tellers(pub Vec<Teller>);

impl Tellers {
    /// Who counts now.
    pub fn standing(&self) -> impl Iterator<Item = &Teller> {
        self.0.iter().filter(|teller| teller.aside.is_none())
    }

    /// The teller with this account, if one counts now.
    #[must_use]
    pub fn of(&self, account: AccountId) -> Option<&Teller> {
        self.standing().find(|teller| teller.account == account)
    }

    /// Whether two can enter and one can report.
    ///
    /// # Errors
    /// When there are fewer than two tellers or not just one chief, somebody is named twice, or stands on the ballot.
    pub fn fit(&self, spec: &Spec) -> Result<(), Refusal> {
        let many = |role: Role| self.standing().filter(|teller| teller.role == role).count();
        let mut accounts: Vec<AccountId> = self.0.iter().map(|teller| teller.account).collect();
        let all = accounts.len();
        accounts.sort_unstable();
        accounts.dedup();
        if accounts.len() != all {
            return Err(Refusal::TellerTwice);
        }
        if many(Role::Counter) < 2 || many(Role::Chief) != 1 {
            return Err(Refusal::TellersFew);
        }
        self.standing().try_for_each(|teller| in_the_way(spec, teller))
    }

    /// Names somebody more. A new chief takes the place of the one before.
    ///
    /// # Errors
    /// When they are named already or stand on the ballot.
    pub fn name(mut self, spec: &Spec, teller: Teller, now: Moment) -> Result<Self, Refusal> {
        if self.0.iter().any(|one| one.account == teller.account) {
            return Err(Refusal::TellerTwice);
        }
        in_the_way(spec, &teller)?;
        if teller.role == Role::Chief {
            let before = self.0.iter_mut().filter(|one| one.role == Role::Chief && one.aside.is_none());
            before.for_each(|one| one.aside = Some(now));
        }
        self.0.push(teller);
        Ok(self)
    }

    /// A teller declares to be near to nobody on the ballot, or stands aside.
    ///
    /// # Errors
    /// When this account counts nothing now, or has declared.
    pub fn declare(mut self, account: AccountId, near: bool, now: Moment) -> Result<Self, Refusal> {
        let own = self.0.iter_mut().find(|teller| teller.account == account && teller.aside.is_none());
        let own = own.ok_or(Refusal::NoTeller)?;
        if near {
            own.aside = Some(now);
        } else if own.declared.is_some() {
            return Err(Refusal::Declared);
        } else {
            own.declared = Some(now);
        }
        Ok(self)
    }

    /// Lets somebody act who counts now in this role and has declared.
    ///
    /// # Errors
    /// When not.
    pub fn acts(&self, account: AccountId, role: Role) -> Result<&Teller, Refusal> {
        let teller = self.of(account).filter(|teller| teller.role == role).ok_or(Refusal::NoTeller)?;
        if teller.declared.is_some() { Ok(teller) } else { Err(Refusal::Undeclared) }
    }
}

/// I11, by the person and, where the ballot names no person, by the name.
fn in_the_way(spec: &Spec, teller: &Teller) -> Result<(), Refusal> {
    let candidates: Vec<PersonId> = spec.names.iter().filter_map(|name| name.person).collect();
    let person: Vec<PersonId> = teller.person.into_iter().collect();
    let named = spec.names.iter().any(|name| name.person.is_none() && name.name.as_str() == teller.name);
    if named || !tellers_in_the_way(&person, &candidates, &[]).is_empty() {
        return Err(Refusal::TellerInTheWay { name: teller.name.clone() });
    }
    Ok(())
}
