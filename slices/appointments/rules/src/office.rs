//! Offices, as the laws tell them apart by who fills them.

use law_rules::words;

words! {
    /// An office that a congress or its standing committee fills.
    pub enum Office as "appointments-office-" {
        /// 常委会主任、副主任、秘书长、委员.
        CommitteeMember = "committee_member" | "常委会组成人员" | "常委会主任" | "常委会副主任" | "常委会委员",
        /// 政府正职.
        GovernmentHead = "government_head" | "政府正职" | "省长" | "市长" | "县长" | "区长",
        /// 政府副职.
        GovernmentViceHead = "government_vice_head" | "政府副职" | "副省长" | "副市长" | "副县长" | "副区长",
        /// 秘书长、厅局长、委主任、科长.
        GovernmentMember = "government_member" | "政府组成人员" | "局长" | "教育局长" | "县教育局长" | "厅长" | "秘书长",
        /// 监察委员会主任.
        SupervisionDirector = "supervision_director" | "监委主任",
        /// 监察委员会副主任、委员.
        SupervisionMember = "supervision_member" | "监委副主任" | "监委委员" | "县监委委员",
        /// 法院院长.
        CourtPresident = "court_president" | "法院院长" | "县法院院长",
        /// 副院长、庭长、副庭长、审判委员会委员、审判员.
        Judge = "judge" | "法院副院长" | "法院庭长" | "县法院庭长" | "庭长" | "审判员",
        /// 检察长.
        ProcuratorGeneral = "procurator_general" | "检察长" | "县检察长",
        /// 副检察长、检察委员会委员、检察员.
        Procurator = "procurator" | "副检察长" | "检察员",
        /// 专门委员会个别副主任委员、委员.
        SpecialCommitteeMember = "special_committee_member" | "专门委员会委员" | "专门委员会副主任委员",
        /// 代表资格审查委员会组成人员.
        CredentialsMember = "credentials_member" | "代表资格审查委员会委员",
        /// 选举委员会组成人员.
        ElectionCommitteeMember = "election_committee_member" | "选举委员会委员",
        /// 常委会工作机构、办事机构负责人; 人大街道工委主任.
        WorkOrganHead = "work_organ_head" | "人大街道工委主任" | "街道工委主任" | "工作委员会主任" | "办公室主任",
        /// 乡镇人大主席、副主席.
        TownshipChair = "township_chair" | "乡镇人大主席" | "镇人大主席" | "乡人大主席",
        /// 乡长、副乡长、镇长、副镇长.
        TownshipHead = "township_head" | "乡镇长" | "镇长" | "乡长" | "副镇长" | "副乡长",
    }
}

impl Office {
    /// Whether vice heads of an organ stand among those who hold it.
    #[must_use]
    pub const fn has_vice(self) -> bool {
        matches!(self, Self::GovernmentViceHead | Self::SupervisionMember | Self::Judge | Self::Procurator)
    }
}
