//! What a notice tells: one kind per sentence.

use super::Topic;
use crate::kinds::kinds;

kinds! {
    /// 退回修改.
    Returned "returned" Own;
    /// 拟不作为建议: the lead deputy is to say yes or to insist.
    RefusalProposed "refusal-proposed" Own;
    /// 拆件: the office made two papers of one.
    Severed "severed" Own;
    /// 受理.
    Accepted "accepted" Own;
    /// 受理并编号.
    Numbered "numbered" Own;
    /// 并案: it is handled with another, and answered by itself.
    Merged "merged" Own;
    /// It goes its own way again.
    Separated "separated" Own;
    /// 交办.
    Assigned "assigned" Own;
    /// 答复送达.
    Replied "replied" Own;
    /// 重新办理.
    RedoOrdered "redo-ordered" Own;
    /// 恢复办理: a closed matter is taken up again.
    Reopened "reopened" Own;
    /// 办结.
    Closed "closed" Own;
    /// 领衔代表撤回: to those who had seconded it.
    Withdrawn "withdrawn" Own;
    /// 邀请附议.
    CosignAsked "cosign-asked" Own;
    /// The text was changed, so the second is asked for again.
    CosignAgain "cosign-again" Own;
    /// 附议.
    Cosigned "cosigned" Own;
    /// 不附议.
    CosignDeclined "cosign-declined" Own;
    /// 延期: the reply comes later than was said.
    ExtensionTold "extension-told" Own;
    /// The day of the answer was counted again.
    AnswerMoved "answer-moved" Own;
    /// 代录: somebody typed it, and the deputy is to confirm.
    EnteredFor "entered-for" Own;

    /// A unit recorded a talk with the deputy, who is to confirm it.
    ContactRecorded "contact-recorded" Own;
    /// A unit asks what the deputy thinks of its draft.
    DraftShown "draft-shown" Own;
    /// The unit kept the class you doubted.
    ClassKept "class-kept" Own;
    /// The unit changed the class of its reply.
    ClassChanged "class-changed" Own;
    /// A unit promised something after its reply.
    PromiseMade "promise-made" Own;
    /// A unit reported on a promise.
    PromiseReported "promise-reported" Own;
    /// A unit promised a later day.
    PromiseMoved "promise-moved" Own;
    /// 二次答复: to be judged.
    PromiseAnswered "promise-answered" Own;
    /// A promise was settled.
    PromiseSettled "promise-settled" Own;
    /// 跨年转办.
    PromiseTakenOver "promise-taken-over" Own;
    /// 回头看.
    LookedBack "looked-back" Own;

    /// 公开: it is before the public.
    Disclosed "disclosed" Own;
    /// 更正: another edition took the place of what the public read.
    DisclosureCorrected "corrected" Own;
    /// 撤下.
    TakenDown "taken-down" Own;

    /// 群众意见: somebody said something to the deputy.
    OpinionSaid "opinion-said" Own;
    /// The office or a body answered it.
    OpinionAnswered "opinion-answered" Own;
    /// 代录: staff typed an answer in the deputy's name.
    OpinionAnsweredFor "opinion-answered-for" Own;
    /// The office told where it belongs.
    OpinionElsewhere "opinion-elsewhere" Own;
    /// Whoever said it is not satisfied.
    OpinionBack "opinion-back" Own;
    /// The suggestion an opinion was taken up in was replied to: whoever said it is to be told.
    OpinionReplied "opinion-replied" Own;

    /// 值班表公布: to the deputies on it.
    DutyPublished "duty-published" Own;
    /// A turn became the deputy's.
    DutyOn "duty-on" Own;
    /// A turn is the deputy's no more.
    DutyOff "duty-off" Own;
    /// 换班: a colleague asks to take a turn.
    DutySwapAsked "duty-swap-asked" Own;
    /// The colleague takes it.
    DutySwapAccepted "duty-swap-accepted" Own;
    /// The colleague does not.
    DutySwapDeclined "duty-swap-declined" Own;
    /// It is asked no more.
    DutySwapWithdrawn "duty-swap-withdrawn" Own;
    /// 双联: the deputy is to keep contact with somebody.
    LinkMade "link-made" Own;
    /// Somebody keeps contact with the deputy.
    LinkKept "link-kept" Own;
    /// A link ended.
    LinkEnded "link-ended" Own;
    /// A contact is due.
    LinkDue "link-due" Clock;
    /// The clock of an opinion ran out.
    OpinionOverdue "opinion-overdue" Clock;

    /// 邀请联名.
    BillSignAsked "bill-sign-asked" Bill;
    /// The text was changed, so the signature is asked for again.
    BillSignAgain "bill-sign-again" Bill;
    /// A deputy signed.
    BillSigned "bill-signed" Bill;
    /// A deputy does not sign, or no longer.
    BillSignDeclined "bill-sign-declined" Bill;
    /// 纸质议案: the office entered a sheet on which the deputy is named.
    BillOnPaper "bill-on-paper" Bill;
    /// Whom the office entered off a sheet did not sign it: to the lead deputy and the office.
    BillSignDenied "bill-sign-denied" Bill;
    /// 退回补正.
    BillReturned "bill-returned" Bill;
    /// 编号.
    BillNumbered "bill-numbered" Bill;
    /// 审查意见.
    BillReviewed "bill-reviewed" Bill;
    /// 征求联名代表意见: whether it may be treated as a suggestion.
    BillConsulted "bill-consulted" Bill;
    /// One of those who signed does not agree.
    BillObjected "bill-objected" Bill;
    /// 主席团决定.
    BillDecided "bill-decided" Bill;
    /// The vote, or the committee's report.
    BillEnded "bill-ended" Bill;
    /// The presidium does not agree to the withdrawal.
    BillStays "bill-stays" Bill;
    /// 撤回.
    BillWithdrawn "bill-withdrawn" Bill;
    /// 待审核编号.
    BillSubmitted "bill-submitted" Bill;
    /// 待主席团决定.
    BillToDecide "bill-to-decide" Bill;
    /// Those who put it ask to withdraw it.
    BillWithdrawalAsked "bill-withdrawal-asked" Bill;
    /// 列为重点督办: to deputies and units.
    KeyMarked "key-marked" Supervision;
    /// A step of the plan was written: to the units.
    KeyPlanned "key-planned" Supervision;
    /// 重点督办办结.
    KeyConcluded "key-concluded" Supervision;
    /// 督办通知单: to the unit.
    LetterIssued "letter-issued" Supervision;
    /// To the signers: the unit was urged.
    LetterTold "letter-told" Supervision;
    /// The unit answered: to the office.
    LetterAnswered "letter-answered" Supervision;
    /// The office asks again: to the unit.
    LetterAgain "letter-again" Supervision;
    /// 销号: to the unit and the signers.
    LetterClosed "letter-closed" Supervision;
    /// 撤销: to the unit.
    LetterWithdrawn "letter-withdrawn" Supervision;
    /// 评议开始: to the deputies who may score.
    EvaluationOpened "evaluation-opened" Supervision;
    /// 评议结果告知: to the units judged.
    EvaluationTold "evaluation-told" Supervision;
    /// A unit appealed: to the office.
    Appealed "appealed" Supervision;
    /// 申诉答复: to the unit.
    AppealRuled "appeal-ruled" Supervision;
    /// 评议结果公布: to the units judged.
    EvaluationPublished "evaluation-published" Supervision;
    /// 挂号: to the office.
    CaseListed "case-listed" Supervision;
    /// 不再列为重点.
    KeyLifted "key-lifted" Supervision;
    /// 专题询问告知: to the units asked.
    InquiryTold "inquiry-told" Supervision;
    /// 列入整改清单: to the unit.
    ItemListed "item-listed" Supervision;
    /// 报整改情况: to the office.
    ItemReported "item-reported" Supervision;
    /// 整改情况退回: to the unit.
    ItemBack "item-back" Supervision;
    /// 整改销号: to the unit.
    ItemSettled "item-settled" Supervision;
    /// 专题询问办结: to the units.
    InquiryEnded "inquiry-ended" Supervision;
    /// 专题询问取消: to the units that knew of it.
    InquiryOff "inquiry-off" Supervision;
    /// A unit was given its part.
    PartAssigned "part-assigned" Work;
    /// The checker sent the reply back.
    ReplySentBack "reply-sent-back" Work;
    /// The checker let it pass; the head is to sign.
    ReplyPassed "reply-passed" Work;
    /// The unit is to handle it again.
    PartRedo "part-redo" Work;
    /// A closed matter of the unit is taken up again.
    PartReopened "part-reopened" Work;
    /// A co-unit gave its opinion to the lead unit.
    OpinionGiven "opinion-given" Work;
    /// Somebody left a note in the case room.
    RoomNoted "room-noted" Work;
    /// Units disagree: to those beside the one that said so.
    DifferenceRaised "difference-raised" Work;
    /// It was coordinated.
    DifferenceSettled "difference-settled" Work;
    /// The last day to sign for it was counted again.
    SignForMoved "sign-for-moved" Work;
    /// The last day for its reply or opinion was counted again.
    DueMoved "due-moved" Work;
    /// The objection was refused.
    ObjectionRefused "objection-refused" Work;
    /// The objection was upheld: another unit has it.
    PartPassedOn "part-passed-on" Work;
    /// The assigning body gave one more unit a part.
    UnitJoined "unit-joined" Work;
    /// More time was granted.
    ExtensionGranted "extension-granted" Work;
    /// More time was refused.
    ExtensionRefused "extension-refused" Work;
    /// The deputy disputes what the unit recorded of a talk.
    ContactDisputed "contact-disputed" Work;
    /// A deputy answered on the draft that was shown.
    DraftAnswered "draft-answered" Work;
    /// Somebody doubts the class of its reply.
    ClassDoubted "class-doubted" Work;
    /// The doubt was taken back.
    DoubtWithdrawn "doubt-withdrawn" Work;
    /// The office sent a second reply back.
    PromiseSentBack "promise-sent-back" Work;
    /// A promise is off the ledger.
    PromiseOffLedger "promise-off-ledger" Work;
    /// A promise goes on in a later year.
    PromiseGoesOn "promise-goes-on" Work;
    /// The office looked back on it.
    PartLookedBack "part-looked-back" Work;
    /// 公开: the unit's reply is before the public.
    PartDisclosed "part-disclosed" Work;
    /// 更正.
    PartCorrected "part-corrected" Work;
    /// 撤下.
    PartTakenDown "part-taken-down" Work;
    /// It was closed.
    PartClosed "part-closed" Work;
    /// It was withdrawn: handling ends.
    PartWithdrawn "part-withdrawn" Work;
    /// 群众意见: the office gave it to the body.
    OpinionGivenOut "opinion-given-out" Work;
    /// 联络站星级: published, to its keepers.
    StationGraded "station-graded" Work;
    /// 星级公示: the station may object, to its keepers.
    StationProposed "station-proposed" Work;
    /// The clock could not publish a roster: nobody is on it.
    DutyUnfilled "duty-unfilled" Work;
    /// Because of leave.
    DutyOnLeave "duty-on-leave" Work;
    /// Because its first turn is over.
    DutyPast "duty-past" Work;
    /// 群众意见: it came to the office.
    OpinionCame "opinion-came" Office;
    /// 退回: a body says that an opinion is not its matter.
    OpinionGivenBack "opinion-given-back" Office;
    /// Another body has it now, or none: to the one that had it.
    OpinionTaken "opinion-taken" Office;
    /// 反馈: what a body thought of an opinion; whoever said it is to be told.
    OpinionFedBack "opinion-fed-back" Office;
    /// Whoever said it is not satisfied.
    OpinionInsisted "opinion-insisted" Office;
    /// 计票: one is to count, or to lead the counting.
    BallotCounts "ballot-counts" Office;
    /// Two entries of a bundle differ: both count again.
    BallotDiffers "ballot-differs" Office;
    /// 计票结果已报告: it can be announced.
    BallotToAnnounce "ballot-to-announce" Office;
    /// 表决结果已宣布.
    BallotAnnounced "ballot-announced" Office;
    /// A teller stood aside: another is to be named.
    BallotTellerAside "ballot-teller-aside" Office;
    /// A result is taken up again: bundles are counted again.
    BallotReopened "ballot-reopened" Office;
    /// A round was called off.
    BallotOff "ballot-off" Office;
    /// 人事任免: what one drafted was adopted.
    AppointmentAdopted "appointment-adopted" Office;
    /// It was refused: the person can be proposed again, where the place allows.
    AppointmentRefused "appointment-refused" Office;
    /// One's own appointment or removal is announced.
    AppointmentAnnounced "appointment-announced" Account;
    /// Leaders were elected, and nobody said which office it is: until then nobody holds it in the register.
    OfficeToName "office-to-name" Office;
    /// 待审查.
    Submitted "submitted" Office;
    /// The lead deputy agreed that it is no suggestion.
    RefusalAgreed "refusal-agreed" Office;
    /// The lead deputy insisted on it.
    InsistedUpon "insisted-upon" Office;
    /// 转办: a transfer office is to divide it.
    ToDivide "to-divide" Office;
    /// A note in the case room of a suggestion of the congress: the office and the transfer office follow it.
    OfficeRoomNoted "office-room-noted" Office;
    /// A transfer office sent it back.
    RoutedBack "routed-back" Office;
    /// 参阅.
    PartToRead "part-to-read" Work;
    /// 答复待审核.
    ReplyToCheck "reply-to-check" Office;
    /// A signer is not satisfied.
    Dissatisfied "dissatisfied" Office;
    /// A unit kept the class the office doubted.
    ClassUpheld "class-upheld" Office;
    /// A unit changed the class of a reply.
    ClassCorrected "class-corrected" Office;
    /// A unit objects; a ruling is awaited.
    Objected "objected" Office;
    /// A unit asks for more time.
    ExtensionAsked "extension-asked" Office;
    /// Units disagree: to who coordinates.
    DifferenceToSettle "difference-to-settle" Office;
    /// The last day to assign it was counted again.
    AssignMoved "assign-moved" Office;
    /// The last day to rule on an objection was counted again.
    RulingMoved "ruling-moved" Office;
    /// A unit gave a second reply; the promise is to be settled.
    PromiseToSettle "promise-to-settle" Office;
    /// A signer is not satisfied with a second reply.
    PromiseDissatisfied "promise-dissatisfied" Office;
    /// A suggestion handed in was withdrawn.
    OfficeWithdrawn "office-withdrawn" Office;
    /// 当选.
    Elected "elected" Account;
    /// 代表资格已确认.
    SeatConfirmed "seat-confirmed" Account;
    /// 代表资格终止、暂停、恢复.
    SeatChanged "seat-changed" Account;
    /// 代录委托登记: to the deputy.
    ActingGranted "acting-granted" Account;
    /// The same, to who is to act.
    ActingTrusted "acting-trusted" Account;
    /// The deputy said yes: to who is to act.
    ActingAgreed "acting-agreed" Account;
    /// 代录委托终止: to the deputy.
    ActingEnded "acting-ended" Account;
    /// The same, to who acted.
    ActingOver "acting-over" Account;
    /// A post was given.
    PostGiven "post-given" Account;
    /// The same, to the office of the congress that the post serves.
    PostSet "post-set" Account;
    /// A post was taken back.
    PostTaken "post-taken" Account;
    /// To sign for it.
    RemindSignFor "remind-sign-for" Clock;
    /// To give the co-opinion.
    RemindOpinion "remind-opinion" Clock;
    /// To draft the reply.
    RemindReply "remind-reply" Clock;
    /// To check the reply.
    RemindCheck "remind-check" Clock;
    /// To sign the reply.
    RemindSignature "remind-signature" Clock;
    /// To judge the reply.
    RemindJudge "remind-judge" Clock;
    /// To order that it is handled again, or to close it.
    RemindRedo "remind-redo" Clock;
    /// To rule on an objection.
    RemindRuling "remind-ruling" Clock;
    /// To answer a unit that asked for more time.
    RemindConsent "remind-consent" Clock;
    /// To assign it.
    RemindAssign "remind-assign" Clock;
    /// To keep a promise and say so.
    RemindPromise "remind-promise" Clock;
    /// To report on a promise.
    RemindProgress "remind-progress" Clock;
    /// 值班: tomorrow.
    RemindDuty "remind-duty" Clock;
    /// 选举: a list is to be posted.
    RemindPosting "remind-posting" Clock;
    /// 选举: an objection to a list of voters is to be decided, or the court to judge.
    RemindObjection "remind-objection" Clock;
    /// To answer an urging letter.
    RemindLetter "remind-letter" Clock;
    /// To do a step of the plan for a key suggestion.
    RemindStep "remind-step" Clock;
    /// 整改清单 of an inquiry: to the unit.
    RemindItem "remind-item" Clock;
    /// To look back on a closed matter.
    RemindLookBack "remind-look-back" Clock;
    /// To enter the report of the committee to which a bill was referred.
    RemindBillReport "remind-bill-report" Clock;
}
