//! The verbs of this noun.

/// The verbs of this noun, as the refusals and the table of the law name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// 保存.
    Edit,
    /// 作废草稿.
    Discard,
    /// 代录确认.
    ConfirmEntry,
    /// 邀请附议.
    Invite,
    /// 同意附议.
    Cosign,
    /// 谢绝附议.
    DeclineCosign,
    /// 提交.
    Submit,
    /// 撤回.
    Withdraw,
    /// 审查.
    Check,
    /// 退回修改.
    Return,
    /// 不作为建议.
    Refuse,
    /// 确认不作为建议.
    AcknowledgeRefusal,
    /// 坚持提出.
    Insist,
    /// 受理定类.
    Accept,
    /// 更正类别.
    Reclass,
    /// 编号.
    Number,
    /// 并案.
    Merge,
    /// 拆开并案.
    Separate,
    /// 转办.
    Route,
    /// 再转.
    RouteOn,
    /// 退回交办机构.
    RouteBack,
    /// 送参阅.
    GiveToRead,
    /// 交办.
    Assign,
    /// 改派.
    Reassign,
    /// 增加承办单位.
    AddUnit,
    /// 签收.
    SignFor,
    /// 会办意见.
    Advise,
    /// 退办申请.
    Object,
    /// 裁定.
    RuleObjection,
    /// 延期申请.
    AskExtension,
    /// 批复延期.
    AnswerExtension,
    /// 拟稿.
    DraftReply,
    /// 送审.
    SendToCheck,
    /// 驳回.
    SendBack,
    /// 审核通过.
    Pass,
    /// 签发.
    SignReply,
    /// 送达.
    Deliver,
    /// 评价.
    Judge,
    /// 电话催评.
    CallForJudgement,
    /// 重新办理.
    OrderRedo,
    /// 沟通记录.
    RecordContact,
    /// 征求意见.
    ShowDraft,
    /// 反馈意见.
    AnswerDraft,
    /// 办理协商.
    NoteInRoom,
    /// 登记承诺.
    Promise,
    /// 结果类别异议.
    DoubtClass,
    /// 回头看.
    LookBack,
    /// 恢复办理.
    Reopen,
    /// 附件.
    Attach,
    /// 办结.
    Close,
}
