//! The person who asks: who they are, what posts they hold, for whom they act.

use kernel::{AccountId, AreaCode, BodyId, Moment, PersonId, Recorded, Refused};
use uuid::Uuid;

use crate::{Duty, NotAllowed, Reach, Right};

/// One duty in one body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// What the person is there.
    pub duty: Duty,
    /// The body the post is in: a congress for a deputy, an office for a clerk, a unit for its clerk and head.
    pub body: BodyId,
    /// The congress whose matters the post serves.
    pub congress: BodyId,
    /// The area of the body.
    pub area: AreaCode,
}

/// Whoever makes a request, with all that decides what they may do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Actor {
    /// The account that signed in; nothing for a passer-by and for the system itself.
    pub account: Option<AccountId>,
    /// The person the account belongs to.
    pub person: Option<PersonId>,
    /// The name to greet and to print.
    pub name: String,
    /// The posts in force now. While acting for a deputy, that deputy's and no others.
    pub posts: Vec<Post>,
    /// The deputy in whose name things are done now (代录).
    pub acting_for: Option<PersonId>,
}

impl Post {
    /// Whether a matter of `body` lies within this post's reach.
    #[must_use]
    pub fn reaches(&self, body: BodyId) -> bool {
        match self.duty.reach() {
            Reach::Congress => self.congress == body,
            Reach::CongressAndBody => self.congress == body || self.body == body,
            Reach::Body => self.body == body,
            Reach::Everywhere => true,
        }
    }

    /// Whether the post carries the right, wherever it may reach.
    #[must_use]
    pub fn carries(&self, right: Right) -> bool {
        right.duties().contains(&self.duty)
    }
}

impl Actor {
    /// A passer-by: nobody signed in.
    #[must_use]
    pub fn nobody() -> Self {
        Self::default()
    }

    /// Whether somebody is signed in.
    #[must_use]
    pub const fn signed_in(&self) -> bool {
        self.account.is_some()
    }

    /// Whether this actor may do it in a matter of exactly this body; a level above or below counts for nothing.
    ///
    /// # Errors
    /// Says whether nobody is signed in, no post carries the right, or the post that does is elsewhere.
    pub fn may(&self, right: Right, body: BodyId) -> Result<(), Refused> {
        self.allowed(right, |post| post.reaches(body)).map_err(|why| why.refused(right))
    }

    /// Whether this actor may see sums of what was submitted or published in `area`, their own or one inside it.
    ///
    /// # Errors
    /// As [`Actor::may`]; and always for rights that do not look down, whatever the post.
    pub fn may_see_below(&self, right: Right, area: &AreaCode) -> Result<(), Refused> {
        let seen = |post: &Post| post.area.contains(area) || post.duty.reach() == Reach::Everywhere;
        self.allowed(right, |post| right.looks_down() && seen(post)).map_err(|why| why.refused(right))
    }

    fn allowed(&self, right: Right, reaches: impl Fn(&Post) -> bool) -> Result<(), NotAllowed> {
        if !self.signed_in() {
            return Err(NotAllowed::Nobody);
        }
        if self.acting_for.is_some() && !right.done_for_another() {
            return Err(NotAllowed::NotForAnother);
        }
        let mut carriers = self.posts.iter().filter(|post| post.carries(right)).peekable();
        if carriers.peek().is_none() {
            return Err(NotAllowed::NoPost);
        }
        if carriers.any(reaches) { Ok(()) } else { Err(NotAllowed::Elsewhere) }
    }

    /// The bodies over which the right is held, for menus and lists; an operator's is not listed body by body.
    pub fn bodies(&self, right: Right) -> impl Iterator<Item = BodyId> {
        let open = self.signed_in() && (self.acting_for.is_none() || right.done_for_another());
        let posts = self.posts.iter().filter(move |post| open && post.carries(right));
        posts.map(|post| if post.duty.reach() == Reach::Body { post.body } else { post.congress })
    }

    /// Whether any post carries the right, for menus.
    #[must_use]
    pub fn holds(&self, right: Right) -> bool {
        self.bodies(right).next().is_some()
    }

    /// In whose name things are done: the deputy acted for, or the person themself.
    #[must_use]
    pub fn stands_for(&self) -> Option<PersonId> {
        self.acting_for.or(self.person)
    }

    /// A fact this actor brought about, for the journal: who and for whom beside when, in whose matter and on what.
    #[must_use]
    pub fn records<F>(&self, at: Moment, body: impl Into<Option<BodyId>>, subject: Uuid, fact: F) -> Recorded<F> {
        Recorded { at, by: self.account, acting_for: self.acting_for, body: body.into(), subject, fact }
    }

    /// This actor from now on acting for a deputy, with that deputy's posts alone; the account stays the clerk's.
    #[must_use]
    pub fn switched_to(self, deputy: PersonId, deputy_posts: Vec<Post>) -> Self {
        let posts = deputy_posts.into_iter().filter(|post| post.duty.seated()).collect();
        Self { posts, acting_for: Some(deputy), ..self }
    }
}
