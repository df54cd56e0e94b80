//! The way of a proposal: F24 and F25 for what one congress proposes of one office (地方组织法 32, 50, 51, 55).

use kernel::{Refusal, Refused};
use law_rules::{Act, Organ, OrganOf, Rung, Step, Verdict, Word as _};

use crate::{Head, Kind, Nominator, Oath, Office, Route, Way, acting_route, appointment_route};

/// Of which organ the office is the head; only heads are acted for.
#[must_use]
pub const fn head_of(office: Office) -> Option<Head> {
    match office {
        Office::GovernmentHead => Some(Head::Government),
        Office::SupervisionDirector => Some(Head::Supervision),
        Office::CourtPresident => Some(Head::Court),
        Office::ProcuratorGeneral => Some(Head::Procuratorate),
        Office::CommitteeMember => Some(Head::Committee),
        _ => None,
    }
}

/// Who proposes, who decides, and what follows, for a proposal that comes before the standing committee.
///
/// # Errors
/// When the committee of that level cannot decide it: what the congress elects is elected and recalled by the congress itself, and a township
/// has no committee.
pub fn proposal_route(kind: Kind, office: Office, level: Rung) -> Result<Verdict<Route>, Refused> {
    let way = appointment_route(office, level)?;
    if level == Rung::Township {
        return Err(Refused::new(Refusal::Unfit, "appointments-refused-no-committee"));
    }
    match kind {
        Kind::Remove if office == Office::CourtPresident => Ok(replace_president(level)),
        Kind::Appoint | Kind::Remove if way.value.verb == Way::Elect => {
            Err(Refused::new(Refusal::Unfit, "appointments-refused-elected"))
        }
        Kind::Appoint => Ok(way),
        Kind::Remove => Ok(way.map(|route| Route { oath_organiser: Oath::Nobody, ..route })),
        Kind::Acting => acting(office, level),
        Kind::Dismiss => dismiss(office, way),
        Kind::Resign => Ok(resign(office, level, way.value)),
        Kind::Approve => approve(office, level),
    }
}

/// The verb of a decision, as its announcement says it: 决定任命 and 决定免去 of the government (地方组织法 50(10)), 任命 and 免去 of the others;
/// somebody acts by decision, for the chair of the committee because its members chose so (推选, 地方组织法 55).
#[must_use]
pub const fn verb_of(kind: Kind, office: Office) -> Way {
    match (kind, office) {
        (Kind::Acting, Office::CommitteeMember) => Way::Elect,
        (Kind::Appoint | Kind::Remove, Office::GovernmentViceHead | Office::GovernmentMember)
        | (Kind::Dismiss, Office::GovernmentViceHead)
        | (Kind::Remove, Office::CourtPresident)
        | (Kind::Acting | Kind::Resign | Kind::Approve, _) => Way::Decide,
        (Kind::Appoint | Kind::Remove | Kind::Dismiss, _) => Way::Appoint,
    }
}

fn committee(level: Rung) -> OrganOf {
    OrganOf::new(Some(level), Organ::StandingCommittee)
}

/// F25. Whether the candidate is a vice head is a check of its own.
fn acting(office: Office, level: Rung) -> Result<Verdict<Route>, Refused> {
    let organ = head_of(office).ok_or(Refused::new(Refusal::Unfit, "appointments-refused-no-head"))?;
    let higher = (organ == Head::Procuratorate).then(|| OrganOf::new(level.above(), Organ::StandingCommittee));
    let route = Route {
        verb: if organ == Head::Committee { Way::Elect } else { Way::Decide },
        nominator: Nominator::Chairpersons,
        body: committee(level),
        filing: higher,
        approval: None,
        oath_organiser: Oath::Nobody,
    };
    let said = acting_route(organ, true);
    Ok(Verdict::new(route, said.reason, said.working))
}

/// 撤换: in recess the committee may find that the president it did not elect has to be replaced; the committee above approves (人民法院组织法 44).
fn replace_president(level: Rung) -> Verdict<Route> {
    let approval = Some(OrganOf::new(level.above(), Organ::StandingCommittee));
    let route = Route {
        verb: Way::Decide,
        nominator: Nominator::Chairpersons,
        body: committee(level),
        filing: None,
        approval,
        oath_organiser: Oath::Nobody,
    };
    let step = Step::new("appointments-step-replace-president").by(Act::Courts, 44);
    Verdict::new(route, Step::new("appointments-reason-replace-president"), vec![step])
}

/// Whom the committee may dismiss in recess: single vice heads of government, and whom it appointed to the other offices of the organs of state
/// (监督法 60, 地方组织法 50).
#[must_use]
pub const fn may_be_dismissed(office: Office) -> bool {
    matches!(
        office,
        Office::GovernmentViceHead
            | Office::GovernmentMember
            | Office::SupervisionMember
            | Office::Judge
            | Office::Procurator
    )
}

/// Who may move to dismiss: the organs of state, the chairpersons, a fifth of the members (监督法 61).
#[must_use]
pub const fn moves_to_dismiss(who: Nominator) -> bool {
    matches!(who, Nominator::Organ | Nominator::Chairpersons | Nominator::Members)
}

/// 撤职: moved by several, heard, voted on in secret (监督法 60-62).
fn dismiss(office: Office, way: Verdict<Route>) -> Result<Verdict<Route>, Refused> {
    if !may_be_dismissed(office) {
        return Err(Refused::new(Refusal::Unfit, "appointments-refused-no-dismissal"));
    }
    let verb = verb_of(Kind::Dismiss, office);
    let route = Route { verb, nominator: Nominator::Chairpersons, oath_organiser: Oath::Nobody, ..way.value };
    let working = vec![
        Step::new("appointments-step-dismiss").with("office", office.said()).by(Act::Supervision, 60),
        Step::new("appointments-step-dismiss-moved").by(Act::Supervision, 61),
        Step::new("appointments-step-dismiss-vote").by(Act::Supervision, 62),
    ];
    Ok(Verdict::new(route, Step::new("appointments-reason-dismiss").with("office", office.said()), working))
}

/// 地方组织法 32: in recess the committee decides whether a resignation is accepted, and tells the congress.
fn resign(office: Office, level: Rung, way: Route) -> Verdict<Route> {
    let elected = way.verb == Way::Elect;
    let filing = elected.then(|| OrganOf::new(Some(level), Organ::Congress));
    let route = Route {
        verb: Way::Decide,
        nominator: Nominator::Chairpersons,
        body: committee(level),
        filing,
        oath_organiser: Oath::Nobody,
        ..way
    };
    let mut working = vec![Step::new("appointments-step-resign").by(Act::Organic, 32)];
    if office == Office::ProcuratorGeneral {
        working.push(Step::new("appointments-step-resign-procurator").by(Act::Organic, 32));
    }
    Verdict::new(route, Step::new("appointments-reason-resign").with("office", office.said()), working)
}

/// 批准任免 of the procurator-general whom the congress below elected.
fn approve(office: Office, level: Rung) -> Result<Verdict<Route>, Refused> {
    if office != Office::ProcuratorGeneral || level == Rung::County {
        return Err(Refused::new(Refusal::Unfit, "appointments-refused-no-approval"));
    }
    let route = Route {
        verb: Way::Decide,
        nominator: Nominator::ProcuratorGeneral,
        body: committee(level),
        filing: None,
        approval: None,
        oath_organiser: Oath::Nobody,
    };
    let step = Step::new("appointments-step-approve-below").by(Act::Organic, 50);
    Ok(Verdict::new(route, Step::new("appointments-reason-approve"), vec![step]))
}
