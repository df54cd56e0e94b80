# 公文与表格。文书本身一律用中文；英文只作对照。
papers-title = 公文与表格
papers-lead = 按这件建议目前的情况生成，内容与您在页面上看到的一致。Word 可以修改，PDF 用于打印和归档。
papers-column-document = 文书
papers-column-about = 涉及
papers-column-day = 日期
papers-column-files = 下载
papers-back = 返回
papers-do-archive = 归档卷宗（PDF）
papers-archive = 代表建议办理卷宗
papers-archive-contents = 卷内目录
papers-apart = 另存
papers-attached = 附件：{ $name }
papers-column-place = 序号
papers-column-page = 页号
papers-docx = Word
papers-pdf = PDF
papers-do-open = 公文与表格
# used: papers-kind-*
papers-kind-sheet = 建议原件
papers-kind-letter = 答复函
papers-kind-notice = 交办通知
papers-kind-receipt = 签收单
papers-kind-objection = 退办申请表
papers-kind-extension = 延期申请表
papers-kind-contact = 沟通记录
papers-kind-judgement = 征询意见表
papers-kind-redo = 重新办理通知单
papers-yes = 是
papers-no = 否
papers-publish-yes = 同意公开
papers-publish-no = 不予公开
papers-number = 编号：{ $number }
papers-filed-on = 提交日期：{ $day }
papers-not-public = 否。理由：{ $why }
# used: papers-occasion-*
papers-occasion-in-session = 大会期间
papers-occasion-between = 闭会期间
papers-field-session = 届次
papers-field-occasion = 提出时间
papers-field-post = 单位职务
papers-field-address = 通信地址、邮编
papers-field-keep-identity = 要求保密身份
papers-field-received = 收到时间
papers-letter-title = 对{ $session }{ $number }建议的答复
papers-letter-head = 签发人：{ $head }
papers-letter-contact = 承办人及联系电话：{ $contact }
papers-field-role = 办理方式
papers-field-other-units = 其他承办单位
papers-field-sign-by = 签收时限
papers-field-signed-at = 签收时间
papers-field-signed-by = 签收人
papers-field-in-time = 是否按时签收
papers-field-seal = 承办单位（盖章）
papers-field-unit-seal = 单位（盖章）
papers-field-asked-on = 申请日期
papers-field-applicant = 申请人
papers-field-objection-reason = 退办理由
papers-field-duty-basis = 职责依据（“三定”规定）
papers-field-ruling = 裁定
papers-field-ruling-by = 裁定时限
papers-field-ruling-reason = 裁定理由
papers-field-ruler = 裁定人
papers-field-ruled-on = 裁定日期
papers-field-extension-reason = 延期理由
papers-field-answer = 审批意见
papers-field-answer-words = 审批说明
papers-field-told-on = 告知代表日期
papers-field-approver = 审批人
papers-field-answered-on = 审批日期
papers-field-draft-shown = 是否出示答复稿
papers-field-recorded = 记录时间
papers-field-deputys-word = 代表意见
papers-field-word-on = 确认时间
papers-field-dispute = 与实际不符之处
papers-field-process = 对办理工作
papers-field-result = 对办理结果
papers-field-adoption = 建议采纳情况
papers-field-carried-out = 答复事项是否落实
papers-field-remarks = 具体意见和建议
papers-field-signed-deputy = 代表签名
papers-field-judged-on = 填写日期
papers-field-round = 办理轮次
papers-field-letter-before = 上次答复文号
papers-field-dissatisfied = 代表不满意的理由
papers-field-demand = 重新办理的要求
papers-field-ordered-on = 通知日期
papers-field-redo-by = 重新答复时限
papers-field-signed-by-head = 签发要求
papers-receipt-title = 代表建议签收单
papers-objection-title = 代表建议退办申请表
papers-extension-title = 代表建议延期办理申请表
papers-contact-title = 与代表沟通记录
papers-judgement-title = 代表建议办理情况征询意见表
papers-redo-title = 代表建议重新办理通知单
papers-redo-head = 重新答复须由单位主要负责人签发
papers-redo-deputy = { $name }代表：办理工作{ $process }，办理结果{ $result }。{ $reason }
papers-ruling-stays = 不予改办，由申请单位继续办理
papers-ruling-passed-on = 同意改办，由{ $unit }办理
papers-extension-granted = 同意延期
papers-extension-refused = 不同意延期
papers-adoption-choices = 采纳（　）　部分采纳（　）　近期不能落实（　）　未采纳（　）
papers-carried-out-choices = 已落实（　）　正在落实（　）　未落实（　）
papers-notice-title = 关于交办{ $session }{ $number }代表建议的通知
papers-notice-number = 〔{ $year }〕　　号
papers-notice-opening = 现将{ $session }{ $number }建议《{ $title }》交由你单位{ $role }。请依照《中华人民共和国全国人民代表大会和地方各级人民代表大会代表法》和本级代表建议办理规定，按下列要求认真办理。
# used: papers-notice-*
papers-notice-receipt = 签收
papers-notice-receipt-text = 请于{ $day }前签收，并明确承办负责人和联系人。
papers-notice-objection = 退办
papers-notice-objection-text = 认为不属于本单位职责的，应当在交办之日起{ $span }内书面说明理由、职责依据和建议承办单位，逾期不再受理；不得自行转交其他单位。
papers-notice-contact = 沟通
papers-notice-contact-text = 办理前应当联系代表，了解提出建议的意图；办理中通报办理打算；答复前征求代表意见。代表要求当面沟通或者列为重点办理的，应当面商。
papers-notice-opinion = 会办意见
papers-notice-opinion-text = 请于{ $day }前将会办意见送主办单位。会办意见不直接答复代表。
papers-notice-reply = 答复
papers-notice-reply-text = 请于{ $day }前答复代表。情况复杂、到期不能答复的，应当在期满前书面申请延期，经同意后告知代表，最长不超过交办之日起{ $longest }。
papers-notice-form = 答复格式
papers-notice-form-text = 答复应当使用公文，由单位负责人签发并加盖公章，标明办理结果类别和是否同意公开，逐条回应代表提出的每一项要求：已办的写明结果，在办的写明措施和期限，不能办的说明原因。联名提出的，应当答复每一位代表。
papers-notice-feedback = 征询意见
papers-notice-feedback-text = 答复时一并送交征询意见表，由代表在收到答复后{ $span }内直接反馈人大机关。
papers-notice-tasks = 代表建议任务清单
papers-notice-model = 答复函格式
papers-notice-model-text =
    ××字〔××××〕×号　×类　同意公开（不予公开）
    对×××第×号建议的答复
    ×××代表：
    您提出的《×××》收悉。现答复如下：
    一、关于×××。（逐条说明办理措施、责任单位、完成时限和资金来源；不能办理的说明原因）
    二、关于×××。
    感谢您对我们工作的关心和支持。
    承办单位（盖章）　××××年×月×日
    承办负责人：×××　联系人及电话：×××
    抄送：人大常委会、政府办公室，会办单位
