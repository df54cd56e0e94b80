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
    /// 重新办理, from the order to redo.
    Redo,
    /// 反馈, from delivery of the reply.
    Judge,
    /// 征集附议, from the first invitation.
    Cosign,
}

impl Limit {
    /// Every limit, in the order of the work.
    pub const ALL: [Self; 10] = [
        Self::Cosign,
        Self::Assign,
        Self::SignFor,
        Self::Objection,
        Self::Ruling,
        Self::CoOpinion,
        Self::Reply,
        Self::ReplyComplex,
        Self::Redo,
        Self::Judge,
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
            Self::Redo => "limit.redo",
            Self::Judge => "limit.judge",
            Self::Cosign => "limit.cosign",
        }
    }
}
