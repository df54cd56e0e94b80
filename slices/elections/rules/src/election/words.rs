//! Closed lists of words.

use law_rules::words;

words! {
    /// What kind of election.
    pub enum Kind as "elections-kind-" {
        /// 直接选举: deputies of a county or township, by the voters.
        Direct = "direct" | "直接选举",
        /// 间接选举: deputies of the congress above, by the congress.
        Indirect = "indirect" | "间接选举",
        /// 选举国家机关领导人员、常委会组成人员, by the congress.
        Leaders = "leaders" | "领导人员选举",
        /// 补选.
        By = "by_election" | "补选",
    }
}

words! {
    /// How somebody came to be nominated.
    pub enum Origin as "elections-origin-" {
        /// 政党、人民团体推荐.
        Party = "party" | "政党、人民团体推荐",
        /// 主席团提名, of leaders.
        Presidium = "presidium" | "主席团提名",
        /// 联名推荐: ten voters or deputies, or as many as the law asks for leaders.
        Joint = "joint" | "联名推荐",
        /// 另选他人: written in on ballots.
        Written = "written" | "另选",
    }
}

words! {
    /// Why a round is held.
    pub enum Why as "elections-why-" {
        /// The first.
        First = "first",
        /// 重新投票: the one before was not valid.
        Again = "again",
        /// Among those who are tied.
        Tie = "tie",
        /// 另行选举.
        Rerun = "rerun",
    }
}

words! {
    /// Where somebody stands after a round.
    pub enum Place as "elections-place-" {
        /// 当选.
        Elected = "elected",
        /// Tied at the last seat.
        Tied = "tied",
        /// 未当选.
        Failed = "failed",
    }
}

words! {
    /// How a deputy leaves, or stops for a time (代表法 61, 62; 选举法 50–56).
    pub enum Leaving as "elections-leaving-" {
        /// 辞职.
        Resigned = "resigned",
        /// 责令辞职.
        OrderedToResign = "ordered_to_resign",
        /// 罢免.
        Recalled = "recalled",
        /// 被羁押, 暂时停止执行代表职务.
        Custody = "custody",
        /// 服刑, 暂时停止执行代表职务.
        Sentence = "sentence",
        /// 恢复执行代表职务.
        Resumed = "resumed",
        /// 迁出或者调离.
        MovedAway = "moved_away",
        /// 未经批准两次不出席会议.
        Absent = "absent",
        /// 丧失国籍.
        NationalityLost = "nationality_lost",
        /// 被剥夺政治权利.
        RightsDeprived = "rights_deprived",
        /// 丧失行为能力.
        CapacityLost = "capacity_lost",
        /// 去世.
        Died = "died",
    }
}

words! {
    /// How far a departure is.
    pub enum DepartureStage as "elections-departure-" {
        /// 收到.
        Received = "received",
        /// 已决定: accepted, passed, established.
        Accepted = "accepted",
        /// 不接受、未通过.
        Declined = "declined",
        /// 已公告.
        Published = "published",
    }
}

words! {
    /// What a public notice tells.
    pub enum NoticeKind as "elections-notice-" {
        /// 选举公告.
        Announced = "announced",
        /// 第一次公布的候选人名单和基本情况.
        FirstList = "first-list",
        /// 正式代表候选人名单.
        Candidates = "candidates",
        /// 选举结果.
        Result = "result",
        /// 代表资格确认.
        Confirmed = "confirmed",
        /// 变更选举日.
        Postponed = "postponed",
        /// 取消.
        Cancelled = "cancelled",
        /// 领导人员被罢免、辞职.
        Leader = "leader",
        /// 代表资格终止、暂停、恢复.
        Departure = "departure",
    }
}
