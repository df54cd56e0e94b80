//! Small words of a proposal.

use law_rules::words;

words! {
    /// What is proposed.
    pub enum Kind as "appointments-kind-" {
        /// 任命.
        Appoint = "appoint" | "任命",
        /// 免去职务.
        Remove = "remove" | "免职" | "免去",
        /// 决定代理.
        Acting = "acting" | "代理",
        /// 撤职, of whoever the committee may remove from office for cause (监督法 60).
        Dismiss = "dismiss" | "撤职" | "撤销职务",
        /// 接受辞职.
        Resign = "resign" | "接受辞职" | "辞职",
        /// 批准任命 of the procurator-general of the level below.
        Approve = "approve" | "批准任命" | "批准",
    }
}

words! {
    /// 材料: what comes with a proposal.
    pub enum Document as "appointments-document-" {
        /// 提请任免议案, signed by the head of the proposing organ.
        Proposal = "proposal" | "任免议案",
        /// 干部任免审批表.
        Form = "form" | "任免审批表",
        /// 简历.
        Resume = "resume" | "简历",
        /// 考察材料 or a brief.
        Background = "background" | "考察材料",
        /// 任免理由.
        Reasons = "reasons" | "任免理由",
        /// 任前公示情况.
        Notice = "notice" | "任前公示",
        /// 撤职案: of whom, and why (监督法 62).
        Dismissal = "dismissal" | "撤职案",
        /// 书面申辩意见 of whom it is about.
        Defence = "defence" | "申辩意见",
        /// 辞职书.
        Resignation = "resignation" | "辞职书",
        /// 设立机构的文件.
        Founding = "founding" | "机构设立文件",
        /// 选举结果报告 of the congress below, where its procurator-general is approved.
        Election = "election" | "选举结果报告",
        /// 上级批准文件, which comes after the vote.
        Approval = "approval" | "上级批准文件",
        /// 其他.
        Other = "other" | "其他",
    }
}

words! {
    /// What is said before the vote.
    pub enum Speech as "appointments-speech-" {
        /// 供职发言.
        Statement = "statement" | "供职发言",
        /// 询问.
        Question = "question" | "询问",
        /// 回答询问.
        Answer = "answer" | "回答",
        /// 申辩 of whom the committee is asked to dismiss, or the word that there will be none.
        Defence = "defence" | "申辩",
    }
}

words! {
    /// How the oath is taken.
    pub enum OathForm as "appointments-oath-form-" {
        /// 单独宣誓.
        Alone = "alone" | "单独宣誓",
        /// 集体宣誓.
        Together = "together" | "集体宣誓",
    }
}

words! {
    /// How an office came to be held.
    pub enum How as "appointments-how-" {
        /// 选举.
        Elected = "elected" | "选举" | "当选",
        /// 任命、决定任命.
        Appointed = "appointed" | "任命" | "决定任命",
        /// 代理.
        Acting = "acting" | "代理",
        /// Held before it was kept here.
        Registered = "registered" | "登记" | "在任",
    }
}

words! {
    /// What is done with several proposals of one meeting at once.
    pub enum Together as "appointments-do-" {
        /// 列入会议议程.
        Agenda = "agenda",
        /// 登记表决结果.
        Vote = "vote",
        /// 发布公告.
        Announcement = "announcement",
        /// 颁发任命书.
        Letter = "letter",
    }
}

words! {
    /// What a check comes to.
    pub enum Fit as "appointments-fit-" {
        /// It is as it should be.
        Fits = "fits",
        /// Somebody has to look: no rule of the state forbids.
        Doubt = "doubt",
        /// It cannot go on so.
        Bars = "bars",
    }
}
