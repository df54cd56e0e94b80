//! The steps that have a time limit (suggestions.md §3).

/// A step with a limit; the span itself is an entry of the rule book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Limit {
    /// 交办, counted from receipt, for suggestions raised between sessions.
    Assign,
    /// 签收, from assignment.
    SignFor,
    /// 退办申请, from assignment.
    Objection,
    /// 裁定, from the objection.
    Ruling,
    /// 会办意见, from assignment.
    CoOpinion,
    /// 答复, from assignment.
    Reply,
    /// 答复, from assignment, when the matter is complex and the assigner has agreed.
    ReplyComplex,
    /// 退回重新办理, from the first 不满意: the order itself.
    OrderRedo,
    /// 重新办理, from the order to redo.
    Redo,
    /// 恢复办理后的答复, from re-opening.
    Reopen,
    /// 反馈, from delivery of the reply.
    Judge,
    /// 征集附议, from the first invitation.
    Cosign,
    /// 结果类别异议, from delivery of the reply.
    ClassDoubt,
    /// 答复类别异议, from the day it was raised.
    DoubtAnswer,
    /// 承诺事项, from the day it is promised: the farthest day.
    Promise,
    /// 填报进展, from the last report.
    Progress,
    /// 回头看, from closing or from the last look.
    LookBack,
    /// 公开, from the day it may be disclosed.
    Disclose,
}

impl Limit {
    /// Every limit, in the order of the work.
    pub const ALL: [Self; 18] = [
        Self::Cosign,
        Self::Assign,
        Self::SignFor,
        Self::Objection,
        Self::Ruling,
        Self::CoOpinion,
        Self::Reply,
        Self::ReplyComplex,
        Self::OrderRedo,
        Self::Redo,
        Self::Reopen,
        Self::Judge,
        Self::ClassDoubt,
        Self::DoubtAnswer,
        Self::Promise,
        Self::Progress,
        Self::LookBack,
        Self::Disclose,
    ];

    /// The key of its entry in the rule book.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Assign => "limit.assign",
            Self::SignFor => "limit.sign-for",
            Self::Objection => "limit.objection",
            Self::Ruling => "limit.ruling",
            Self::CoOpinion => "limit.co-opinion",
            Self::Reply => "limit.reply",
            Self::ReplyComplex => "limit.reply-complex",
            Self::OrderRedo => "limit.order-redo",
            Self::Redo => "limit.redo",
            Self::Reopen => "limit.reopen",
            Self::Judge => "limit.judge",
            Self::ClassDoubt => "limit.class-doubt",
            Self::DoubtAnswer => "limit.doubt-answer",
            Self::Cosign => "limit.cosign",
            Self::Promise => "limit.promise",
            Self::Progress => "limit.progress",
            Self::LookBack => "limit.look-back",
            Self::Disclose => "limit.disclose",
        }
    }
}
