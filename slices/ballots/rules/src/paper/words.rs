//! Closed lists of words.

use law_rules::words;

words! {
    /// Whose vote it is.
    pub enum Assembly as "ballots-assembly-" {
        /// The congress itself: 全体代表.
        Congress = "congress" | "人民代表大会",
        /// Its standing committee: 全体组成人员.
        Committee = "committee" | "常务委员会",
    }
}

words! {
    /// What kind of vote.
    pub enum Kind as "ballots-kind-" {
        /// 选举: so many seats, others may be written in.
        Election = "election" | "选举",
        /// 表决: 赞成, 反对, 弃权 for each person or matter by itself.
        Decision = "decision" | "表决",
        /// 票选: no more than K of N.
        Pick = "pick" | "票选",
        /// 满意度测评: one grade of three for each object.
        Rating = "rating" | "满意度测评" | "测评",
        /// 排序: as many names as places, in an order; points follow from it.
        Ranking = "ranking" | "排序",
    }
}

words! {
    /// Why a round is held.
    pub enum Why as "ballots-why-" {
        /// The first of its matter.
        First = "first",
        /// 重新投票: the one before was void.
        Again = "again",
        /// Among those who are tied, for the seats left.
        Tie = "tie",
        /// 另行选举, for the seats nobody reached.
        Rerun = "rerun",
    }
}

words! {
    /// What a teller does.
    pub enum Role as "ballots-role-" {
        /// 计票人: counts bundles and enters them.
        Counter = "counter",
        /// 总监票人: resolves what is doubtful and reports.
        Chief = "chief",
    }
}

words! {
    /// What a round comes to for one name.
    pub enum Standing as "ballots-standing-" {
        /// Elected, chosen or passed.
        Elected = "elected",
        /// Tied at the last place.
        Tied = "tied",
        /// Neither.
        Failed = "failed",
    }
}
