//! The one table of rights: which duties hold which right. Deny by default; a verb without a line here cannot be done.
//!
//! To add a right: one line in the table, then `UPDATE_SNAPSHOTS=1 cargo test -p accounts-rules` and read the difference.

use crate::Duty;

/// Declares the enum, its text and its row of duties from one line per right.
macro_rules! rights {
    ($($(#[$about:meta])+ $name:ident $text:literal: $($duty:ident),+;)+) => {
        /// One thing that can be done or seen. One per verb of every noun.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Right { $($(#[$about])+ $name,)+ }

        impl Right {
            /// Every right, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The right as facts, tokens and snapshots write it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }

            /// The duties that hold this right.
            #[must_use]
            pub const fn duties(self) -> &'static [Duty] {
                match self { $(Self::$name => &[$(Duty::$duty),+],)+ }
            }
        }
    };
}

rights! {
    // --- roster: the body of the matter is the congress ---
    /// 查阅名册: the roster with its internal columns; contact data stays masked.
    RosterRead "roster.read": Deputy, NationalDeputy, Clerk, Chief, Leader, Street, Transfer, Keeper;
    /// 编辑名册: people, delegations, constituencies.
    RosterEdit "roster.edit": Clerk, Chief;
    /// 导入名册.
    RosterImport "roster.import": Clerk, Chief, Operator;
    /// 导出名册.
    RosterExport "roster.export": Clerk, Chief;
    /// 合并重复人员; the operator where the two entries belong to different levels.
    PersonMerge "roster.merge": Clerk, Chief, Operator;
    /// 查看联系方式, each time with a recorded reason.
    ContactOpen "roster.contact.open": Clerk, Chief, Street;
    /// 登记联系方式.
    ContactEdit "roster.contact.edit": Clerk, Chief;
    /// 登记代表资格的变动.
    MandateEdit "roster.mandate.edit": Clerk, Chief;
    /// 换届.
    TermChange "roster.term.change": Chief;
    /// 会议届次登记.
    SessionEdit "roster.session.edit": Clerk, Chief;
    /// 承办单位名录.
    UnitEdit "roster.unit.edit": Clerk, Chief, Operator;
    /// 承办单位联系卡: whom one asks there; the office of the congress and the unit itself keep it.
    UnitCardKeep "roster.unit.card": Clerk, Chief, UnitClerk, UnitHead;
    /// 名册汇总, also of what stands below.
    RosterSums "roster.sums": Clerk, Chief, Leader;

    // --- accounts: the body is the congress of the person or unit concerned ---
    /// 查看账号.
    AccountSee "accounts.see": Clerk, Chief, Operator;
    /// 开通账号、发放激活码.
    AccountIssue "accounts.issue": Clerk, Chief, Operator;
    /// 停用、恢复账号.
    AccountDisable "accounts.disable": Clerk, Chief, Operator;
    /// 授予、撤销承办单位、联络站工作人员的职务.
    UnitPostIssue "accounts.post.unit.issue": Clerk, Chief, Operator;
    /// 授予、撤销本级人大机关工作人员的职务.
    PostIssue "accounts.post.issue": Chief, Operator;
    /// 授予系统管理员职务.
    OperatorIssue "accounts.operator.issue": Operator;
    /// 登记代表委托代录.
    ActingGrant "accounts.acting.grant": Clerk, Chief, Street;
    /// 受委托代代表录入.
    ActFor "accounts.acting.use": Clerk, Chief, Street;
    /// 为自己签发接口令牌.
    TokenIssue "accounts.token.issue": Clerk, Chief, Transfer, UnitClerk, UnitHead, Operator, Deputy, NationalDeputy;

    // --- suggestions: the body is the congress ---
    /// 提出代表建议.
    SuggestionFile "suggestions.file": Deputy;
    /// 附议.
    SuggestionCosign "suggestions.cosign": Deputy;
    /// 查阅代表同意公开的建议和答复, as colleagues; what is disclosed to the public needs no right.
    SuggestionSeePublished "suggestions.published.see": Deputy, Clerk, Chief, Leader, Street, Transfer, UnitClerk, UnitHead, Keeper;
    /// 查阅已提交的建议; never drafts.
    SuggestionSeeFiled "suggestions.filed.see": Clerk, Chief, Leader;
    /// 查阅交由政府办理的建议.
    SuggestionSeeAssigned "suggestions.assigned.see": Clerk, Chief, Leader, Transfer;
    /// 初审: accept, or return for editing with a reason.
    SuggestionCheck "suggestions.check": Clerk, Chief;
    /// 不作为建议处理, with ground, disposal and the deputy's word.
    SuggestionRefuse "suggestions.refuse": Clerk, Chief;
    /// 定类.
    SuggestionClass "suggestions.class": Clerk, Chief;
    /// 编号.
    SuggestionNumber "suggestions.number": Clerk, Chief;
    /// 并案, and parting again.
    SuggestionMerge "suggestions.merge": Clerk, Chief;
    /// 转办: hand to a transfer office, and take back from there.
    SuggestionRoute "suggestions.route": Clerk, Chief;
    /// 交办.
    SuggestionAssign "suggestions.assign": Clerk, Chief;
    /// 转办机构分办: divide what it was given, pass it on or send it back. The body is the transfer office.
    SuggestionDivide "suggestions.divide": Transfer;
    /// 催办.
    SuggestionRemind "suggestions.remind": Clerk, Chief, Transfer;
    /// 审核答复: the assigning body checks a reply before the unit signs it, or sends it back.
    ReplyCheck "suggestions.reply.check": Clerk, Chief, Transfer;
    /// 裁定退办: refuse it, or pass the part on to another unit.
    ObjectionRule "suggestions.objection.rule": Clerk, Chief, Transfer;
    /// 批复延期.
    ExtensionAnswer "suggestions.extension.answer": Clerk, Chief, Transfer;
    /// 办结.
    SuggestionClose "suggestions.close": Clerk, Chief;
    /// 退回重新办理.
    SuggestionRedo "suggestions.redo": Clerk, Chief;
    /// 评价: of the process and of the result.
    JudgementGive "suggestions.judgement.give": Deputy;
    /// 电话催评: keep a call to a deputy who has not judged.
    JudgementRemind "suggestions.judgement.remind": Clerk, Chief;
    /// 确认沟通记录, or dispute it; say what one thinks of a draft one is shown 反馈答复稿意见.
    ContactAnswer "suggestions.contact.answer": Deputy;
    /// 承诺事项销号、退回、跨年转办.
    PromiseSettle "suggestions.promise.settle": Clerk, Chief;
    /// 建议工作的规则: limits, classes, number patterns of the congress.
    SuggestionRulesEdit "suggestions.rules.edit": Chief;
    /// 建议工作汇总, also of what stands below.
    SuggestionSums "suggestions.sums": Clerk, Chief, Leader, Transfer;

    // --- assignments and replies: the body is the unit ---
    /// 查阅交给本单位的建议.
    AssignmentSee "suggestions.assignment.see": UnitClerk, UnitHead;
    /// 签收.
    AssignmentSign "suggestions.assignment.sign": UnitClerk, UnitHead;
    /// 申请退办.
    AssignmentObject "suggestions.assignment.object": UnitHead;
    /// 申请延期.
    ExtensionAsk "suggestions.extension.ask": UnitClerk, UnitHead;
    /// 记录与代表的沟通, and withdraw what is not confirmed.
    ContactRecord "suggestions.contact.record": UnitClerk, UnitHead;
    /// 办理协商: leave a note for the others who work on a matter. The body is the unit, or the congress.
    RoomWrite "suggestions.room.write": Clerk, Chief, Transfer, UnitClerk, UnitHead;
    /// 登记承诺事项, report on it, move its day.
    PromiseKeep "suggestions.promise.keep": UnitClerk, UnitHead;
    /// 草拟答复, and show the draft to deputies 征求意见.
    ReplyDraft "suggestions.reply.draft": UnitClerk, UnitHead;
    /// 签发答复.
    ReplySign "suggestions.reply.sign": UnitHead;
    /// 送达答复.
    ReplyDeliver "suggestions.reply.deliver": UnitClerk, UnitHead;

    // --- bills: the body is the congress ---
    /// 领衔提出议案; in person.
    BillFile "bills.file": Deputy;
    /// 联名提出议案; in person.
    BillSign "bills.sign": Deputy;
    /// 查阅已编号的议案: they are put to every deputy of the congress.
    BillSeeNumbered "bills.numbered.see": Deputy, Clerk, Chief, Leader;
    /// 查阅已提交的议案; never drafts.
    BillSeeFiled "bills.filed.see": Clerk, Chief, Leader;
    /// 登记机关提出的议案, and its withdrawal.
    /// 登记代表议案（纸质）: a sheet that deputies signed, its scan, and its withdrawal.
    BillReceive "bills.receive": Clerk, Chief;
    /// 审核、编号: number a bill, or return it to be corrected.
    BillCheck "bills.check": Clerk, Chief;
    /// 登记议案审查委员会的意见.
    BillReview "bills.review": Clerk, Chief;
    /// 登记主席团的决定, on the disposal and on a withdrawal.
    BillDecide "bills.decide": Chief;
    /// 登记大会表决结果、闭会后审议结果.
    BillEnd "bills.end": Clerk, Chief;
    /// 本次会议议案规定: deadline, late bills, delegations.
    BillTermsSet "bills.terms.set": Chief;

    // --- supervision: the body is the congress; units see what they have a part in ---
    /// 查阅督办工作: key suggestions and what else the congress follows.
    SupervisionSee "supervision.see": Deputy, Clerk, Chief, Leader, Transfer;
    /// 登记主任会议确定的重点督办建议, and the end of their supervision.
    KeyMark "supervision.key.mark": Chief;
    /// 登记重点督办的计划、调研、报告.
    KeyRecord "supervision.key.record": Clerk, Chief;
    /// 查阅挂号督办: the register of dissatisfied cases, which tells a word on the day it is given; so no transfer office reads it.
    CaseSee "supervision.case.see": Clerk, Chief, Leader;
    /// 挂号督办: name who sees to a dissatisfied case.
    CaseKeep "supervision.case.keep": Clerk, Chief;
    /// 反馈督办通知单; the body is the unit.
    UrgingAnswer "supervision.letter.answer": UnitClerk, UnitHead;
    /// 查阅办理工作评议, results before they are published too.
    EvaluationSee "supervision.evaluation.see": Clerk, Chief, Leader;
    /// 办理工作评议: scheme, votes on the spot, counting.
    EvaluationKeep "supervision.evaluation.keep": Clerk, Chief;
    /// 办理工作评议: open, tell, answer appeals, decide, publish.
    EvaluationDecide "supervision.evaluation.decide": Chief;
    /// 查阅专题询问, while it is prepared too; who else follows the supervision sees it once the units were told.
    InquirySee "supervision.inquiry.see": Deputy, Clerk, Chief, Leader;
    /// 专题询问: questions, answers, votes, the list of what is to be put right.
    InquiryKeep "supervision.inquiry.keep": Clerk, Chief;
    /// 报送整改措施、整改情况; the body is the unit.
    InquiryAnswer "supervision.inquiry.answer": UnitClerk, UnitHead;
    /// 撰写办理情况报告: examples, problems and the plan beside the numbers.
    AnnualWrite "supervision.annual.write": Clerk, Chief;
    /// 给承办单位评分; in person.
    EvaluationScore "supervision.evaluation.score": Deputy;
    /// 对评议结果提出申诉; the body is the unit.
    EvaluationAppeal "supervision.evaluation.appeal": UnitHead;

    // --- ballots: the body is the congress; who enters, resolves and reports is named for each round ---
    /// 查阅表决事项: progress, and results once announced; what is only prepared, the office.
    BallotSee "ballots.see": Deputy, Clerk, Chief, Leader;
    /// 准备表决: names and settings, rounds, tellers, ballots out and in.
    BallotPrepare "ballots.prepare": Clerk, Chief;
    /// 记录宣布表决结果, correct one, call a round off.
    BallotAnnounce "ballots.announce": Chief;
    /// 登记本级人大通过的表决办法: how each kind of vote counts, and whether an electronic secret ballot is permitted.
    BallotMethod "ballots.method": Chief;

    // --- links: the body is the congress; who stands at an end of a link sees it without a right, and writes contacts of those they keep ---
    /// 查阅双联: kinds, links, drafts, contact records, who is not covered.
    LinkSee "links.see": Clerk, Chief, Leader;
    /// 双联安排: draft and adopt, link by hand, end, import, write contacts for who made them.
    LinkKeep "links.keep": Clerk, Chief;
    /// 联系类别: lay down and change kinds of links.
    LinkKindKeep "links.kind.keep": Clerk, Chief;
    /// 查阅全覆盖指标 with the lists behind them.
    CoverageSee "coverage.see": Clerk, Chief, Leader;
    /// 增减全覆盖指标.
    CoverageKeep "coverage.keep": Clerk, Chief;
    /// 全覆盖汇总, also of what stands below.
    CoverageSums "coverage.sums": Clerk, Chief, Leader;
    // --- elections: the body is the congress whose office holds the election; notices and certificates need no right to be read ---
    /// 查阅选举工作: districts, candidates, rounds, register of certificates.
    ElectionSee "elections.see": Deputy, Clerk, Chief, Leader;
    /// 组织选举: announce, districts, candidates, counts; receive resignations.
    ElectionKeep "elections.keep": Clerk, Chief;
    /// 确定选举结果、代表资格, cancel; decide how mandates end.
    ElectionCertify "elections.certify": Chief;
    /// 换届选举进度, also of what stands below.
    ElectionSums "elections.sums": Clerk, Chief, Leader;
    // --- appointments: the body is the congress; members of its standing committee need no right to see what is on an agenda ---
    /// 查阅人事任免: proposals that are handed in, offices, who holds them.
    AppointmentSee "appointments.see": Clerk, Chief, Leader;
    /// 办理人事任免: offices and holders, proposals, examinations, letters, oaths, filings.
    AppointmentKeep "appointments.keep": Clerk, Chief;
    /// 记录任免决定: agendas, votes, announcements, the local rule.
    AppointmentDecide "appointments.decide": Chief;
    /// 空缺和任期总览, also of what stands below.
    AppointmentSums "appointments.sums": Clerk, Chief, Leader;

    // --- disclosure: the body is the congress; reading what is disclosed needs no right ---
    /// 公开建议和答复: prepare, disclose, correct, or decide against it.
    DisclosureKeep "disclosure.keep": Clerk, Chief;
    /// 撤下公开的建议.
    DisclosureTakeDown "disclosure.take-down": Clerk, Chief;

    // --- opinions: the body is the congress that has the opinion, or of the deputy whose code it is; a deputy needs no right for what was said to
    // them, nobody needs one to say something ---
    /// 查阅群众意见; contact data stays masked.
    OpinionSee "opinions.see": Clerk, Chief, Leader;
    /// 代为登记群众意见: type for who telephones or comes; a street too, and who keeps a station, and they see those alone that they are given.
    OpinionType "opinions.type": Clerk, Chief, Street, Keeper;
    /// 办理群众意见: answer, assign, hand on, tell where it belongs, close.
    OpinionKeep "opinions.keep": Clerk, Chief;
    /// 审批群众意见的办理方式: agree to what goes out in the name of the congress, or send it back.
    OpinionApprove "opinions.approve": Chief, Leader;
    /// 查看群众的联系方式, each time with a recorded reason.
    OpinionContactOpen "opinions.contact.open": Clerk, Chief;
    /// 答复交给本单位的群众意见; the body is the unit.
    OpinionAnswer "opinions.answer": UnitClerk, UnitHead, Street;
    /// 代表码: issue, print, revoke.
    CodeKeep "opinions.code.keep": Clerk, Chief;

    // --- stations: the body is the congress whose office keeps the station, or the station, for its keepers; reading what is open needs no right ---
    /// 查阅联络站名录和台账.
    StationSee "stations.see": Clerk, Chief, Leader, Keeper;
    /// 登记联络站: register, stages, homes of deputies, import.
    StationKeep "stations.keep": Clerk, Chief;
    /// 联络站日常工作: receptions, activities, plan, application for stars.
    StationWork "stations.work": Clerk, Chief, Keeper;
    /// 查看来访群众的姓名和电话, each time with a recorded reason.
    StationNamesOpen "stations.names.open": Clerk, Chief, Keeper;
    /// 导出联络站台账.
    StationExport "stations.export": Clerk, Chief, Leader, Keeper;
    /// 星级评审.
    StationGrade "stations.grade": Clerk, Chief;
    /// 星级评定: adopt the sheet, publish stars, take them back.
    StationGradeDecide "stations.grade.decide": Chief;
    // --- duty: the body is the congress that keeps the station; a keeper's is the station itself ---
    /// 查阅值班安排 of all stations of the congress, drafts too.
    DutySee "duty.see": Clerk, Chief, Leader;
    /// 值班排班: patterns, rosters, changes, attendance of every station of the congress.
    DutyKeep "duty.keep": Clerk, Chief;
    /// 值班规定: the least of a year, how many days ahead a roster is published.
    DutySet "duty.set": Chief;
    /// 本站值班排班: the same as 值班排班 for the station the post is in.
    DutyStationKeep "duty.station.keep": Keeper;
    /// 本人值班: look up one's turns, take leave, ask for a swap, say that one is there; in person.
    DutyTake "duty.take": Deputy, NationalDeputy;

    // --- notices: the body is the congress whose facts other systems are told of; the inbox is everybody's own ---
    /// 数据推送: add, pause, test and remove webhooks.
    HookKeep "notices.hook.keep": Chief, Operator;

    // --- the system ---
    /// 导出数据表.
    ExportTake "system.export.take": Clerk, Chief, Leader, Transfer, UnitClerk, UnitHead;
    /// 放假安排: take in the days of a year, after a look at what would move.
    CalendarKeep "system.calendar.keep": Operator;
}

impl Right {
    /// Whether the right reads sums of what lower levels submit or publish, and so may look down the areas.
    ///
    /// Levels are not subordinate: nothing that changes a matter, and no draft, is ever on this list.
    #[must_use]
    pub const fn looks_down(self) -> bool {
        let of_appointments = matches!(self, Self::AppointmentSums);
        of_appointments
            || matches!(self, Self::RosterSums | Self::SuggestionSums | Self::CoverageSums | Self::ElectionSums)
    }

    /// Whether a clerk may do it for a deputy who asked (代录); the deputy confirms afterwards.
    #[must_use]
    pub const fn done_for_another(self) -> bool {
        matches!(
            self,
            Self::SuggestionFile
                | Self::SuggestionCosign
                | Self::JudgementGive
                | Self::ContactAnswer
                | Self::SuggestionSeePublished
        )
    }
}
