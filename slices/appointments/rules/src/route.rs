//! The way into an office (F24; 地方组织法 10–11, 13, 47, 50, 59; 选举法 10; 宪法宣誓的决定).

use kernel::{Refusal, Refused};
use law_rules::{Act, Organ, OrganOf, Rung, Step, Verdict, Word as _, words};
use serde::Serialize;

use crate::{Document, Office};

words! {
    /// The verb of the decision.
    pub enum Way as "appointments-way-" {
        /// 选举.
        Elect = "elect",
        /// 决定任免.
        Decide = "decide",
        /// 任免.
        Appoint = "appoint",
        /// 任命: appointed, without a rule about removal.
        Name = "name",
    }
}

words! {
    /// On whose proposal.
    pub enum Nominator as "appointments-nominator-" {
        /// 主席团或者代表联合提名.
        PresidiumOrDeputies = "presidium_or_deputies",
        /// 政府正职.
        GovernmentHead = "government_head",
        /// 监委主任.
        SupervisionDirector = "supervision_director",
        /// 法院院长.
        CourtPresident = "court_president",
        /// 检察长.
        ProcuratorGeneral = "procurator_general",
        /// 主任会议.
        Chairpersons = "chairpersons",
        /// 县级人大常委会, which appoints and leads the election committee.
        StandingCommittee = "standing_committee",
        /// 本级人民政府、监察委员会、人民法院、人民检察院, which move to dismiss (监督法 61).
        Organ = "organ",
        /// 常委会组成人员联名, a fifth of them at least, who move to dismiss (监督法 61).
        Members = "members",
    }
}

words! {
    /// Who organises the oath, and when.
    pub enum Oath as "appointments-oath-" {
        /// 主席团, at the same session.
        Presidium = "presidium",
        /// 主任会议, at that meeting.
        Chairpersons = "chairpersons",
        /// After the higher standing committee has approved.
        AfterApproval = "after_approval",
        /// The law asks for none: no office of the state is entered.
        Nobody = "none",
    }
}

/// The way into an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Route {
    /// The verb.
    pub verb: Way,
    /// On whose proposal.
    pub nominator: Nominator,
    /// Who decides.
    pub body: OrganOf,
    /// With whom it is filed.
    pub filing: Option<OrganOf>,
    /// Who must approve as well.
    pub approval: Option<OrganOf>,
    /// Who organises the oath.
    pub oath_organiser: Oath,
}

impl Route {
    /// Whether the approval of the committee above has still to come: until then nothing is announced.
    #[must_use]
    pub fn awaits(&self, documents: &[Document]) -> bool {
        self.approval.is_some() && !documents.contains(&Document::Approval)
    }
}

/// Whether the congress elects into the office, so that the result of an election can fill it: vice heads of government too, of whom the committee
/// only decides on single ones in recess (地方组织法 11, 12, 50).
#[must_use]
pub const fn is_elected(office: Office) -> bool {
    matches!(
        office,
        Office::CommitteeMember
            | Office::GovernmentHead
            | Office::GovernmentViceHead
            | Office::SupervisionDirector
            | Office::CourtPresident
            | Office::ProcuratorGeneral
            | Office::TownshipChair
            | Office::TownshipHead
    )
}

/// F24: the way into an office on a level.
///
/// # Errors
/// When the level has no such office.
pub fn appointment_route(office: Office, level: Rung) -> Result<Verdict<Route>, Refused> {
    let of_town = matches!(office, Office::TownshipChair | Office::TownshipHead);
    let both = office == Office::ElectionCommitteeMember && level == Rung::Township;
    if of_town != (level == Rung::Township) && !both {
        return Err(Refused::new(Refusal::Unfit, "appointments-refused-level").with("level", level.word()));
    }
    let (route, rule) = match office {
        Office::CommitteeMember
        | Office::GovernmentHead
        | Office::SupervisionDirector
        | Office::CourtPresident
        | Office::TownshipChair
        | Office::TownshipHead => elected(office, level),
        Office::ProcuratorGeneral => procurator_general(level),
        _ => appointed(office, level),
    };
    let working = working(office, level, &route, rule);
    let reason = Step::new("appointments-reason-route")
        .with("office", office.said())
        .with("body", route.body.said())
        .with("verb", route.verb.said())
        .with("nominator", route.nominator.said());
    Ok(Verdict::new(route, reason, working))
}

fn elected(office: Office, level: Rung) -> (Route, Step) {
    let article = if level == Rung::Township { 12 } else { 11 };
    let route = Route {
        verb: Way::Elect,
        nominator: Nominator::PresidiumOrDeputies,
        body: OrganOf::new(Some(level), Organ::Congress),
        filing: None,
        approval: None,
        oath_organiser: Oath::Presidium,
    };
    (route, Step::new("appointments-step-elected").with("office", office.said()).by(Act::Organic, article))
}

fn procurator_general(level: Rung) -> (Route, Step) {
    let (route, _) = elected(Office::ProcuratorGeneral, level);
    let approval = Some(OrganOf::new(level.above(), Organ::StandingCommittee));
    let route = Route { approval, oath_organiser: Oath::AfterApproval, ..route };
    (route, Step::new("appointments-step-procurator-general").by(Act::Organic, 11))
}

fn appointed(office: Office, level: Rung) -> (Route, Step) {
    let (verb, nominator, step) = match office {
        Office::GovernmentViceHead => {
            (Way::Decide, Nominator::GovernmentHead, Step::new("appointments-step-vice-head").local())
        }
        Office::GovernmentMember => (
            Way::Decide,
            Nominator::GovernmentHead,
            Step::new("appointments-step-government-member").by(Act::Organic, 50),
        ),
        Office::SupervisionMember => (
            Way::Appoint,
            Nominator::SupervisionDirector,
            Step::new("appointments-step-supervision").by(Act::Organic, 50),
        ),
        Office::Judge => {
            (Way::Appoint, Nominator::CourtPresident, Step::new("appointments-step-judge").by(Act::Organic, 50))
        }
        Office::Procurator => {
            (Way::Appoint, Nominator::ProcuratorGeneral, Step::new("appointments-step-procurator").by(Act::Organic, 50))
        }
        Office::SpecialCommitteeMember => (
            Way::Appoint,
            Nominator::Chairpersons,
            Step::new("appointments-step-special-committee").by(Act::Organic, 34),
        ),
        Office::CredentialsMember => {
            (Way::Appoint, Nominator::Chairpersons, Step::new("appointments-step-credentials").by(Act::Organic, 56))
        }
        Office::ElectionCommitteeMember => (
            Way::Name,
            Nominator::StandingCommittee,
            Step::new("appointments-step-election-committee").by(Act::Electoral, 10),
        ),
        _ => (Way::Appoint, Nominator::Chairpersons, Step::new("appointments-step-work-organ").local()),
    };
    // The election committee of a township is appointed and led by the county (选举法 10).
    let rung = if level == Rung::Township { Rung::County } else { level };
    let government = Some(OrganOf::new(level.above(), Organ::Government));
    let within =
        matches!(office, Office::SpecialCommitteeMember | Office::CredentialsMember | Office::ElectionCommitteeMember);
    let route = Route {
        verb,
        nominator,
        body: OrganOf::new(Some(rung), Organ::StandingCommittee),
        filing: if office == Office::GovernmentMember { government } else { None },
        approval: None,
        oath_organiser: if within && office != Office::SpecialCommitteeMember {
            Oath::Nobody
        } else {
            Oath::Chairpersons
        },
    };
    (route, step)
}

fn working(office: Office, level: Rung, route: &Route, rule: Step) -> Vec<Step> {
    let mut working =
        vec![Step::new("appointments-step-office").with("office", office.said()).with("level", level.said()), rule];
    if route.verb != Way::Elect {
        working.push(Step::new("appointments-step-majority").with("body", route.body.said()).by(Act::Organic, 51));
    }
    working.extend(
        route.approval.map(|by| Step::new("appointments-step-approval").with("by", by.said()).by(Act::Organic, 11)),
    );
    working.extend(
        route.filing.map(|with| Step::new("appointments-step-filing").with("with", with.said()).by(Act::Organic, 50)),
    );
    if office == Office::ProcuratorGeneral {
        working.push(Step::new("appointments-step-oath-after").by(Act::Oath, 0));
    } else {
        working.push(Step::new("appointments-step-oath").with("by", route.oath_organiser.said()).by(Act::Oath, 0));
    }
    working
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Verb, nominator, body, filing, approval, oath.
    type Told = [&'static str; 6];

    fn told(office: &str, level: &str) -> [String; 6] {
        let verdict = appointment_route(Office::read(office).unwrap(), Rung::read(level).unwrap()).unwrap();
        let route = verdict.value;
        let some = |by: Option<OrganOf>| by.map_or_else(|| "-".to_owned(), |by| by.to_string());
        let [verb, nominator, oath] =
            [route.verb.word(), route.nominator.word(), route.oath_organiser.word()].map(str::to_owned);
        [verb, nominator, route.body.to_string(), some(route.filing), some(route.approval), oath]
    }

    #[test]
    fn each_office_has_its_way() {
        // law.md F24
        let rows: [(&str, &str, Told); 9] = [
            (
                "县教育局长",
                "county",
                ["decide", "government_head", "county_standing_committee", "city_government", "-", "chairpersons"],
            ),
            (
                "县监委委员",
                "county",
                ["appoint", "supervision_director", "county_standing_committee", "-", "-", "chairpersons"],
            ),
            (
                "县法院庭长",
                "county",
                ["appoint", "court_president", "county_standing_committee", "-", "-", "chairpersons"],
            ),
            (
                "县检察长",
                "county",
                ["elect", "presidium_or_deputies", "county_congress", "-", "city_standing_committee", "after_approval"],
            ),
            ("镇长", "township", ["elect", "presidium_or_deputies", "township_congress", "-", "-", "presidium"]),
            (
                "人大街道工委主任",
                "county",
                ["appoint", "chairpersons", "county_standing_committee", "-", "-", "chairpersons"],
            ),
            ("副市长", "city", ["decide", "government_head", "city_standing_committee", "-", "-", "chairpersons"]),
            (
                "检察长",
                "province",
                [
                    "elect",
                    "presidium_or_deputies",
                    "province_congress",
                    "-",
                    "national_standing_committee",
                    "after_approval",
                ],
            ),
            (
                "选举委员会委员",
                "township",
                ["name", "standing_committee", "county_standing_committee", "-", "-", "none"],
            ),
        ];
        for (office, level, expected) in rows {
            assert_eq!(told(office, level), expected, "{office} {level}");
        }
        assert!(appointment_route(Office::Judge, Rung::Township).is_err());
        assert!(appointment_route(Office::TownshipHead, Rung::County).is_err());
    }
}
