//! To whom a resignation goes and who accepts it (F20; 选举法 55, 地方组织法 32).

use kernel::{Refusal, Refused};
use law_rules::{Act, Organ, OrganOf, Rung, Step, Verdict, Word as _, words};
use serde::Serialize;

words! {
    /// Who resigns.
    pub enum Resigner as "elections-resigner-" {
        /// A deputy of the National Congress.
        NpcDeputy = "npc_deputy" | "全国人大代表",
        /// A provincial deputy.
        ProvincialDeputy = "provincial_deputy" | "省人大代表" | "省级人大代表",
        /// A deputy of a city or autonomous prefecture.
        CityDeputy = "city_deputy" | "市人大代表" | "市级人大代表",
        /// A county deputy.
        CountyDeputy = "county_deputy" | "县人大代表" | "县级人大代表",
        /// A township deputy.
        TownshipDeputy = "township_deputy" | "乡镇人大代表",
        /// 常委会组成人员.
        CommitteeMember = "committee_member" | "常委会组成人员",
        /// 专门委员会组成人员.
        SpecialCommitteeMember = "special_committee_member" | "专门委员会组成人员",
        /// 政府正职.
        GovernmentHead = "government_head" | "政府正职" | "市长" | "县长" | "省长",
        /// 政府副职.
        GovernmentViceHead = "government_vice_head" | "vice_mayor" | "政府副职" | "副省长" | "副市长" | "副县长",
        /// 监察委员会主任.
        SupervisionDirector = "supervision_director" | "监委主任",
        /// 法院院长.
        CourtPresident = "court_president" | "法院院长",
        /// 检察长.
        ProcuratorGeneral = "procurator_general" | "county_procurator_general" | "检察长" | "县检察长",
        /// 乡镇人大主席、副主席.
        TownshipChair = "township_chair" | "乡镇人大主席" | "乡镇人大副主席",
        /// 乡长、镇长 and their vices.
        TownshipHead = "township_head" | "乡镇长" | "乡长" | "镇长" | "副乡长" | "副镇长",
    }
}

/// The way of a resignation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Route {
    /// Whether it can be accepted now.
    pub possible: bool,
    /// Who accepts it; nothing when nobody can now.
    pub body: Option<OrganOf>,
    /// Of whom more than half must agree: all deputies, or all members of the standing committee.
    pub majority_of: Option<Organ>,
    /// Who must approve as well.
    pub approval: Option<OrganOf>,
    /// With whom it is filed afterwards.
    pub filing: Option<OrganOf>,
}

/// F20: who accepts a resignation. `level` is needed for offices; a deputy's level lies in the word.
///
/// # Errors
/// When an office is named without its level, or with a level that has no such office.
pub fn resignation_route(role: Resigner, in_session: bool, level: Option<Rung>) -> Result<Verdict<Route>, Refused> {
    use Organ::{Congress, StandingCommittee as Committee};
    let deputy = |elected_by, filed_with| {
        let route = Route {
            possible: true,
            body: Some(OrganOf::new(Some(elected_by), Committee)),
            majority_of: Some(Committee),
            approval: None,
            filing: filed_with,
        };
        Ok(tell(route, Step::new("elections-step-resign-deputy").by(Act::Electoral, 55)))
    };
    match role {
        Resigner::NpcDeputy => deputy(Rung::Province, Some(OrganOf::new(None, Committee))),
        Resigner::ProvincialDeputy => deputy(Rung::City, Some(OrganOf::new(Some(Rung::Province), Committee))),
        Resigner::CityDeputy => deputy(Rung::County, Some(OrganOf::new(Some(Rung::City), Committee))),
        Resigner::CountyDeputy => deputy(Rung::County, None),
        Resigner::TownshipDeputy => {
            Ok(tell(town(in_session), Step::new("elections-step-resign-township").by(Act::Electoral, 55)))
        }
        Resigner::TownshipChair | Resigner::TownshipHead => {
            Ok(tell(town(in_session), Step::new("elections-step-resign-township-office").by(Act::Organic, 32)))
        }
        office => {
            let level = level.filter(|level| *level != Rung::Township);
            let level = level.ok_or_else(|| Refused::new(Refusal::Unfit, "elections-refused-level-of-office"))?;
            let approval = (office == Resigner::ProcuratorGeneral).then(|| OrganOf::new(level.above(), Committee));
            let (body, filing) =
                if in_session { (Congress, None) } else { (Committee, Some(OrganOf::new(Some(level), Congress))) };
            let route = Route {
                possible: true,
                body: Some(OrganOf::new(Some(level), body)),
                majority_of: Some(body),
                approval,
                filing,
            };
            Ok(tell(route, Step::new("elections-step-resign-office").by(Act::Organic, 32)))
        }
    }
}

fn town(in_session: bool) -> Route {
    let congress = OrganOf::new(Some(Rung::Township), Organ::Congress);
    Route {
        possible: in_session,
        body: in_session.then_some(congress),
        majority_of: in_session.then_some(Organ::Congress),
        approval: None,
        filing: None,
    }
}

fn tell(route: Route, rule: Step) -> Verdict<Route> {
    let mut working = vec![rule];
    working.extend(route.majority_of.map(|of| Step::new("elections-step-majority-of").with("of", of.said())));
    working.extend(
        route.approval.map(|by| Step::new("elections-step-approval").with("by", by.said()).by(Act::Organic, 32)),
    );
    working.extend(route.filing.map(|with| Step::new("elections-step-filing").with("with", with.said())));
    let reason = match (route.body, route.approval) {
        (Some(body), Some(approval)) => {
            Step::new("elections-reason-resign-approved").with("body", body.said()).with("approval", approval.said())
        }
        (Some(body), None) => Step::new("elections-reason-resign").with("body", body.said()),
        (None, _) => Step::new("elections-reason-resign-wait"),
    };
    Verdict::new(route, reason, working)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(role: &str, in_session: bool, level: Option<Rung>) -> [Option<String>; 4] {
        let route = resignation_route(Resigner::read(role).unwrap(), in_session, level).unwrap().value;
        let word = |organ: OrganOf| organ.to_string();
        let of = route.majority_of.map(|of| of.word().to_owned());
        [route.body.map(word), of, route.approval.map(word), route.filing.map(word)]
    }

    #[test]
    fn a_resignation_goes_to_whoever_elected_and_only_a_sitting_township_congress_can_accept_one() {
        // law.md F20
        let (committee, congress) = (Some("standing_committee"), Some("congress"));
        let county = Some(Rung::County);
        for (role, in_session, level, expected) in [
            (
                "provincial_deputy",
                false,
                None,
                [Some("city_standing_committee"), committee, None, Some("province_standing_committee")],
            ),
            ("county_deputy", false, None, [Some("county_standing_committee"), committee, None, None]),
            ("township_deputy", false, None, [None, None, None, None]),
            ("township_deputy", true, None, [Some("township_congress"), congress, None, None]),
            (
                "vice_mayor",
                false,
                Some(Rung::City),
                [Some("city_standing_committee"), committee, None, Some("city_congress")],
            ),
            ("vice_mayor", true, Some(Rung::City), [Some("city_congress"), congress, None, None]),
            (
                "procurator_general",
                true,
                county,
                [Some("county_congress"), congress, Some("city_standing_committee"), None],
            ),
            ("township_head", false, None, [None, None, None, None]),
            (
                "npc_deputy",
                false,
                None,
                [Some("province_standing_committee"), committee, None, Some("national_standing_committee")],
            ),
        ] {
            let expected = expected.map(|word: Option<&str>| word.map(str::to_owned));
            assert_eq!(told(role, in_session, level), expected, "{role} {in_session}");
        }
        assert!(resignation_route(Resigner::GovernmentHead, true, None).is_err());
        assert!(resignation_route(Resigner::GovernmentHead, true, Some(Rung::Township)).is_err());
    }
}
