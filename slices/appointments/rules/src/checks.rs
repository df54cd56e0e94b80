//! What is looked at before a proposal goes to the committee: each check with its article and what it comes to (F23–F27, F34).

use kernel::Day;
use law_rules::{Act, Deed, Rung, Step, Word as _, joint_signatures};

use crate::{
    Document, Fit, Head, Kind, Nominator, Office, Post, Route, Settings, Vote, acting_route, failed_nominations,
    head_of, incompatible_posts, moves_to_dismiss,
};

/// One sitting of the law examination.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exam {
    /// When.
    pub day: Day,
    /// Out of 100.
    pub score: u32,
}

/// What is known of a proposal when it is looked at.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// What is proposed.
    pub kind: Kind,
    /// Of which office.
    pub office: Office,
    /// The way the law gives.
    pub route: Route,
    /// Who proposes.
    pub proposer: Nominator,
    /// The day it is, or was, handed in.
    pub submitted: Day,
    /// The day of the meeting, where it is known.
    pub meets: Option<Day>,
    /// What came with it.
    pub documents: &'a [Document],
    /// Of that, what is there as a file.
    pub filed: &'a [Document],
    /// What the person holds now and will not leave.
    pub posts: &'a [Post],
    /// What became of earlier proposals of the person for the office, in this term, in order.
    pub history: &'a [Vote],
    /// Sittings of the examination in this term.
    pub exams: &'a [Exam],
    /// How many may hold the office; nothing where it is not fixed.
    pub quota: Option<u32>,
    /// How many hold it now.
    pub held: u32,
    /// Whether the person holds it now.
    pub holds: bool,
    /// Whether the person is a vice head of the organ.
    pub vice: bool,
    /// Whether the person spoke before the committee.
    pub spoke: bool,
    /// Whether the person defended themselves, in speech or writing, or said they would not.
    pub defended: bool,
    /// The level of the congress.
    pub level: Rung,
    /// How many members the committee has; 0 where that is not known.
    pub members: u32,
    /// Whether the person is a deputy of the congress; nothing where the roster does not know the person.
    pub deputy: Option<bool>,
    /// Whether the person sits in its standing committee; nothing where the roster does not know the person.
    pub member: Option<bool>,
    /// How many of them moved it together, where they did.
    pub signers: Option<u32>,
    /// The rule of the place.
    pub settings: &'a Settings,
}

/// One check and what it comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// What it comes to.
    pub fit: Fit,
    /// The sentence, with what it rests on.
    pub step: Step,
}

fn checked(fit: Fit, step: Step) -> Checked {
    Checked { fit, step }
}

/// Every check of a proposal, in the order in which an office goes through them.
#[must_use]
pub fn checks(asked: &Asked<'_>) -> Vec<Checked> {
    let mut all = vec![proposer(asked), deadline(asked)];
    all.extend(documents(asked));
    match asked.kind {
        Kind::Appoint => {
            all.extend([held_already(asked), quota(asked), posts(asked), failed(asked)]);
            all.extend(eligible(asked));
            all.extend(exam(asked));
            all.extend(statement(asked));
        }
        Kind::Acting => all.extend([vice(asked), posts(asked)]),
        Kind::Remove | Kind::Resign => all.push(holds(asked)),
        Kind::Dismiss => {
            all.push(holds(asked));
            all.extend(signed(asked));
            all.extend(heard(asked));
        }
        Kind::Approve => {}
    }
    all
}

/// Whether nothing bars the way.
#[must_use]
pub fn may_go_on(all: &[Checked]) -> bool {
    all.iter().all(|one| one.fit != Fit::Bars)
}

fn proposer(asked: &Asked<'_>) -> Checked {
    if asked.kind == Kind::Dismiss {
        let step = |key| Step::new(key).with("by", asked.proposer.said()).by(Act::Supervision, 61);
        return if moves_to_dismiss(asked.proposer) {
            checked(Fit::Fits, step("appointments-check-proposer"))
        } else {
            checked(Fit::Bars, step("appointments-check-mover-wrong"))
        };
    }
    let step = |key| {
        Step::new(key).with("by", asked.proposer.said()).with("need", asked.route.nominator.said()).by(Act::Organic, 50)
    };
    // A chairpersons' meeting proposes for a head that is missing (the practice of other provinces).
    if asked.proposer == asked.route.nominator {
        checked(Fit::Fits, step("appointments-check-proposer"))
    } else if asked.proposer == Nominator::Chairpersons {
        checked(Fit::Doubt, step("appointments-check-proposer-instead").local())
    } else {
        checked(Fit::Bars, step("appointments-check-proposer-wrong"))
    }
}

fn deadline(asked: &Asked<'_>) -> Checked {
    let days = asked.settings.deadline_days;
    let Some(meets) = asked.meets else {
        return checked(Fit::Doubt, Step::new("appointments-check-no-meeting").with("days", days).local());
    };
    let last = meets.plus_days(-i32::try_from(days).unwrap_or(0));
    let step = |key| Step::new(key).with("days", days).with("last", last).with("day", asked.submitted).local();
    if asked.submitted <= last {
        checked(Fit::Fits, step("appointments-check-deadline"))
    } else {
        checked(Fit::Doubt, step("appointments-check-late"))
    }
}

fn documents(asked: &Asked<'_>) -> Vec<Checked> {
    let one = |need: &Document| {
        let (fit, key) = if asked.filed.contains(need) {
            (Fit::Fits, "appointments-check-document-file")
        } else if asked.documents.contains(need) {
            (Fit::Fits, "appointments-check-document")
        } else {
            (Fit::Bars, "appointments-check-document-missing")
        };
        checked(fit, need.cited(Step::new(key).with("document", need.said())))
    };
    asked.settings.documents(asked.kind).iter().map(one).collect()
}

fn held_already(asked: &Asked<'_>) -> Checked {
    if asked.holds {
        checked(Fit::Bars, Step::new("appointments-check-holds-already"))
    } else {
        checked(Fit::Fits, Step::new("appointments-check-not-held"))
    }
}

fn quota(asked: &Asked<'_>) -> Checked {
    let Some(quota) = asked.quota else { return checked(Fit::Fits, Step::new("appointments-check-no-quota")) };
    let step = |key| Step::new(key).with("quota", quota).with("held", asked.held).local();
    if asked.held < quota {
        checked(Fit::Fits, step("appointments-check-quota"))
    } else {
        checked(Fit::Doubt, step("appointments-check-full"))
    }
}

/// F34: what the person would hold besides. A post that has to be left first is a doubt: leaving it can be voted at the same meeting.
fn posts(asked: &Asked<'_>) -> Checked {
    let mut all = asked.posts.to_vec();
    all.extend(post_of(asked.office));
    let verdict = incompatible_posts(&all);
    let fit = if verdict.value.ok { Fit::Fits } else { Fit::Doubt };
    let step = verdict.working.into_iter().next().unwrap_or(verdict.reason);
    checked(fit, step)
}

/// As which post the law of incompatible posts counts an office.
#[must_use]
pub const fn post_of(office: Office) -> Option<Post> {
    match office {
        Office::CommitteeMember => Some(Post::CommitteeMember),
        Office::GovernmentHead | Office::GovernmentViceHead | Office::GovernmentMember | Office::TownshipHead => {
            Some(Post::Government)
        }
        Office::SupervisionDirector | Office::SupervisionMember => Some(Post::Supervision),
        Office::CourtPresident | Office::Judge => Some(Post::Judge),
        Office::ProcuratorGeneral | Office::Procurator => Some(Post::Procurator),
        Office::TownshipChair => Some(Post::TownshipChair),
        Office::ElectionCommitteeMember => Some(Post::ElectionCommitteeMember),
        Office::SpecialCommitteeMember | Office::CredentialsMember | Office::WorkOrganHead => None,
    }
}

/// F24: members of a special committee are deputies; those of the committee of credentials sit in the standing committee (地方组织法 34, 56).
fn eligible(asked: &Asked<'_>) -> Option<Checked> {
    let (is, article, [yes, no, unknown]) = match asked.office {
        Office::SpecialCommitteeMember => (
            asked.deputy,
            34,
            ["appointments-check-deputy", "appointments-check-no-deputy", "appointments-check-deputy-unknown"],
        ),
        Office::CredentialsMember => (
            asked.member,
            56,
            ["appointments-check-member", "appointments-check-no-member", "appointments-check-member-unknown"],
        ),
        _ => return None,
    };
    let (fit, key) = match is {
        Some(true) => (Fit::Fits, yes),
        Some(false) => (Fit::Bars, no),
        None => (Fit::Doubt, unknown),
    };
    Some(checked(fit, Step::new(key).by(Act::Organic, article)))
}

/// F27.
fn failed(asked: &Asked<'_>) -> Checked {
    let verdict = failed_nominations(asked.history, "", asked.settings.failed);
    let fit = match (verdict.value.may_propose, verdict.value.failed) {
        (false, _) => Fit::Bars,
        (true, 0) => Fit::Fits,
        (true, _) => Fit::Doubt,
    };
    let step =
        Step::new(if fit == Fit::Bars { "appointments-check-failed-often" } else { "appointments-check-failed" });
    let step = step.with("failed", verdict.value.failed).with("rule", asked.settings.failed.said()).local();
    checked(fit, step)
}

/// 任前法律考试: the best sitting counts, of those the rule allows.
fn exam(asked: &Asked<'_>) -> Option<Checked> {
    let settings = asked.settings;
    if !settings.examined.contains(&asked.office) {
        return None;
    }
    let tries = usize::try_from(settings.tries).unwrap_or(usize::MAX);
    let best = asked.exams.iter().take(tries).max_by_key(|exam| exam.score);
    let Some(best) = best else {
        return Some(checked(Fit::Bars, Step::new("appointments-check-no-exam").local()));
    };
    let step =
        |key| Step::new(key).with("score", best.score).with("mark", settings.pass_mark).with("day", best.day).local();
    Some(if best.score >= settings.pass_mark {
        checked(Fit::Fits, step("appointments-check-exam"))
    } else {
        checked(Fit::Bars, step("appointments-check-exam-failed"))
    })
}

/// F25: whoever acts is a vice head; the chair of a committee is acted for by its vice chairs alone.
fn vice(asked: &Asked<'_>) -> Checked {
    let organ = head_of(asked.office).unwrap_or(Head::Government);
    let verdict = acting_route(organ, asked.vice);
    let fit = match (verdict.value.valid, asked.vice) {
        (false, _) => Fit::Bars,
        (true, true) => Fit::Fits,
        (true, false) => Fit::Doubt,
    };
    let step = verdict.working.into_iter().next_back().unwrap_or(verdict.reason);
    checked(fit, step)
}

fn holds(asked: &Asked<'_>) -> Checked {
    if asked.holds {
        checked(Fit::Fits, Step::new("appointments-check-holds"))
    } else {
        checked(Fit::Bars, Step::new("appointments-check-does-not-hold"))
    }
}

/// A fifth of all members at least (监督法 61); of how many that is the roster says.
fn signed(asked: &Asked<'_>) -> Option<Checked> {
    if asked.proposer != Nominator::Members {
        return None;
    }
    let signers = asked.signers.unwrap_or(0);
    let step = |key| Step::new(key).with("signers", signers).by(Act::Supervision, 61);
    let members = Some(asked.members).filter(|members| *members > 0);
    let Some(Ok(verdict)) = members.map(|members| joint_signatures(Deed::Removal, asked.level, None, Some(members)))
    else {
        return Some(checked(Fit::Doubt, step("appointments-check-signers-unknown")));
    };
    let need = verdict.value.need;
    Some(if signers >= need {
        checked(Fit::Fits, step("appointments-check-signers").with("need", need))
    } else {
        checked(Fit::Bars, step("appointments-check-signers-few").with("need", need))
    })
}

/// 申辩 is a right, not a duty: whether it was offered is looked at once there is a meeting (监督法 62).
fn heard(asked: &Asked<'_>) -> Option<Checked> {
    asked.meets?;
    let step = |key| Step::new(key).by(Act::Supervision, 62);
    Some(if asked.defended {
        checked(Fit::Fits, step("appointments-check-defended"))
    } else {
        checked(Fit::Doubt, step("appointments-check-not-defended"))
    })
}

/// 供职发言: who has to speak before the vote is local; asked for once there is a meeting.
fn statement(asked: &Asked<'_>) -> Option<Checked> {
    if asked.meets.is_none() || !asked.settings.speaking.contains(&asked.office) {
        return None;
    }
    Some(if asked.spoke {
        checked(Fit::Fits, Step::new("appointments-check-spoke").local())
    } else {
        checked(Fit::Doubt, Step::new("appointments-check-not-spoken").local())
    })
}
