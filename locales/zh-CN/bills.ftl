# 议案
bills-refused-not-now = 这件议案现在{ $stage ->
    [draft] 还是草稿
    [submitted] 已提交、待审核
    [returned] 已退回补正
    [numbered] 已编号、待审查
    [reviewed] 待主席团决定
    [agenda] 已列入议程
    [referred] 已交付审议
    [closed] 已办结
   *[withdrawn] 已撤回
}，不能这样办。请刷新页面，按最新进度办理。
bills-refused-not-lead = 只有领衔代表可以这样办；机关提出的议案由人大机关登记。
bills-refused-reworded = 您打开页面以后，这件议案的内容有修改。请先看过现在的内容，再办这一步。
bills-refused-opinion-newer = 您打开页面以后，审查意见有新的登记，见上方。您填写的内容仍保留，请对照后再提交。
bills-refused-not-asked = 您没有被邀请在这件议案上联名。想联名的，请与领衔代表联系。
bills-refused-in-person = 在系统中起草、联名和提交议案，须由代表本人用自己的账号办理，不能代办。签名纸质件由人大机关登记。
bills-refused-incomplete = 议案还没有填完整，案由、案据、方案缺一不可，请补充后再提交。
bills-refused-nobody-asked = 请先选择要邀请的代表；已经邀请过的不用再选。
bills-refused-lead-asked = 领衔代表提交即为联名，不用邀请自己。
bills-refused-received-later = 收到的时间晚于现在，请核对。
bills-refused-signatures-denied = 有列名的代表表示没有签名，签名的代表不足法定人数（地方组织法第二十二条），只能转为建议处理。
bills-refused-too-many-files = 一件议案最多 { $most } 个附件，请先删除不用的。
bills-refused-no-file = 没有这个附件，可能已经删除，请刷新页面。
bills-refused-too-few-signers = 联名代表还不够：现有 { $has } 人，至少要 { $need } 人（地方组织法第二十二条）。请再邀请代表联名，或者改提建议。
bills-refused-no-congress = 这一级没有人民代表大会，不能提出议案。
bills-refused-not-sitting = 议案在本级人民代表大会举行会议期间提出。现在不在会期，可以先起草、先征集联名，到会期再提交；急事可以提建议。
bills-refused-too-late = 已过议案截止时间，本次会议不再接收议案。可以改提建议。
bills-refused-no-such-organ = 乡镇人大没有常委会和专门委员会，请重新选择提案机关。
bills-refused-delegations-may-not = 本次会议的规定没有允许代表团提出议案。请由代表联名提出，或者先由主任在“本次会议议案规定”中改定。
bills-refused-unknown-disposal = 请从列表中选择怎样处理；只有交付审议才填写由谁审议。
bills-refused-referred-to-nobody = 交付审议须写明由哪个委员会审议，请填写。
bills-refused-no-committee = 乡镇人大没有可以交付审议的委员会，请选择列入议程、不列入议程或者转为建议。
bills-refused-organ-is-heard = 机关提出的议案由主席团提交大会审议，不能作其他处理（地方组织法第二十二条）。请选择列入议程。
bills-refused-nobody-signed = 这件议案没有联名代表，转为建议后无人可以答复。请作其他处理。
bills-refused-only-suggestion = 这件议案在截止时间之后提出，只能转为建议处理。
bills-refused-reason-needed = 主席团的决定与审查意见不同，或者没有审查意见的，请写明理由。
bills-refused-report-day-past = 提出审议结果的日期须在今天以后，请重新填写。
bills-refused-withdrawal-waits = 提案人要求撤回，请先登记主席团是否同意。
bills-refused-consulted-before = 已经征求过联名代表意见，不用再次征求。
bills-refused-consult-day-unfit = 答复的截止日期不能早于今天，最迟在 { $most } 天以内。
bills-refused-not-consulted = 没有就这件议案征求您的意见。
bills-refused-consult-over = 答复的期限已过，不能再答复。有意见的请与人大机关联系。
bills-refused-said-already = 您已经这样答复过。要改变的，请选择另一项。
bills-refused-consult-runs = 正在征求联名代表意见，还有人没有答复，期限也没有到。请待答复齐或者期满后再转为建议。
bills-refused-consult-first = 按本次会议的规定，转为建议以前须先征求联名代表意见。请先在议案页上征求意见。
bills-refused-votes-unfit = 赞成、反对、弃权的票数之和不能多于全体代表人数，全体代表至少一人，请核对。
bills-refused-no-deputy = 您的账号没有关联代表，不能办理这一步。请联系人大机关。
bills-refused-not-deputies = 有 { $count } 人不是本级在任代表，不能联名。请重新选择。
bills-refused-no-session = 本级人大还没有登记会议届次，请先在名册中登记。
bills-wrong-pattern = 编号样式须有且只有一处 { "{" }n{ "}" }，例如“议案第{ "{" }n{ "}" }号”
bills-wrong-months = 请填写 1 到 { $most } 之间的整数
bills-wrong-consult-days = 请填写 0 到 { $most } 之间的整数
bills-field-title = 案由
bills-field-grounds = 案据
bills-field-proposal = 方案
bills-field-publish = 是否同意公开
bills-field-not-public-because = 不公开的理由
bills-field-deadline = 代表提出议案的截止时间
bills-field-late = 逾期提出的议案
bills-field-delegations = 允许代表团提出议案
bills-field-report-months = 闭会后审议的期限（月）
bills-field-consult-first = 转为建议以前，须先征求联名代表意见
bills-field-consult-days = 联名代表答复的期限（天）
bills-field-until = 答复截止日期
bills-field-voice = 是否同意转为建议、批评和意见处理
bills-field-objection = 不同意的理由
bills-field-pattern = 编号样式
bills-field-basis = 依据
bills-refused-not-a-deputy = 只有在任代表可以领衔提出议案。如您是代表，请联系人大机关核对名册。
bills-refused-not-the-office = 机关提出的议案和代表的纸质议案由人大机关登记，请联系本级人大机关。
bills-refused-not-offered = 这一步现在不由您办理，请返回议案看谁来办。
bills-wrong-nobody-ticked = 请先勾选要邀请的代表
bills-wrong-one-name = 领衔代表只填一位
bills-wrong-names-unknown = 本级在任代表中没有：{ $names }。请按名册核对姓名。
bills-wrong-names-several = 有同名代表：{ $names }。请在姓名后注明代表团，例如“李明（第一代表团）”。
bills-wrong-too-many = 最多 { $most } 位
bills-wrong-no-file = 请先选择文件
bills-wrong-moment = 请填写日期和时间，例如 2026-03-10 17:00
bills-field-number = 编号
bills-field-filer = 提案人
bills-field-congress = 提交的人民代表大会
bills-field-organ = 提案机关
bills-field-organ-name = 机关名称
bills-field-received = 收到的时间
bills-field-lead = 领衔代表
bills-field-signers = 联名代表
bills-field-scan = 签名原件扫描件
bills-field-kind = 附件类别
bills-field-file = 选择文件
bills-field-stage = 进度
bills-field-ending = 结果
bills-field-session = 会议
bills-field-filed = 提交时间
bills-field-by = 审查的委员会
bills-field-disposal = 怎样处理
bills-field-to = 由谁审议
bills-field-report-by = 何时提出审议结果
bills-field-due = 审议期限
bills-due-overdue = 逾期未提出审议结果
bills-field-reason = 理由
bills-field-consent = 主席团的意见
bills-field-yes = 赞成票
bills-field-no = 反对票
bills-field-abstain = 弃权票
bills-field-all = 全体代表人数
bills-field-signature = 领衔代表签名
bills-column-delegation = 代表团
bills-column-signers = 联名人数
bills-column-late = 逾期
bills-column-overdue = 审议结果逾期
bills-column-committee = 审查委员会
bills-column-opinion = 审查意见
bills-column-reason = 审查理由
bills-column-decision = 主席团决定
bills-column-decision-reason = 决定理由
bills-hint-title = 一事一案，60 字以内，例如“关于加强水源地保护的议案”
bills-hint-grounds = 提出的依据：情况、问题和法律、政策依据
bills-hint-proposal = 请大会作出什么决定：具体的办法和要求
bills-hint-publish = 转为建议处理时，也按这里的选择公开
bills-hint-organ-name = 按来文落款填写，例如“县人民政府”“法制委员会”
bills-hint-received = 按收件登记的时间填写；是否逾期、属于哪次会议，都按这个时间算
bills-hint-lead = 按原件填写姓名
bills-hint-signers = 按原件逐个填写姓名，用顿号或者换行分开，不含领衔代表；同名的注明代表团，例如“李明（第一代表团）”
bills-hint-scan = 可以现在上传，也可以登记后在议案页上传；PDF 或者照片，每个不超过 { $most } MB
bills-hint-file = 文档、表格或者图片，每个不超过 { $most } MB。草案文本有增删的，已在系统中联名的代表须重新确认
bills-hint-to = 选择交付审议时填写，例如“县人大常委会”“法制委员会”
bills-hint-report-by = 选择交付审议时可以指定；不填，按本次会议议案规定的月数
bills-hint-reason = 同意审查意见或者列入议程的，可以不填；其他情况须写明
bills-hint-review-reason = 会写进给主席团的报告，提案人也看得到
bills-hint-consent = 不同意的须写明理由
bills-hint-all = 一般为实有代表人数；赞成票超过它的一半即为通过
bills-hint-deadline = 由大会主席团决定；不填，到会议闭幕为止
bills-hint-delegations = 地方组织法没有规定地方的代表团可以提出议案，本级议事规则有规定的才勾选
bills-hint-report-months = 主席团没有指定日期时，按这个月数计算
bills-hint-consult-first = 法律没有规定，有的地方征求代表意见后才转为建议。没有勾选的，也可以随时征求
bills-hint-consult-days = 征求意见时没有另定日期的，按这个天数计算；填 0 即当天答复
bills-hint-until = 到期没有答复的，不影响主席团决定；不填，按本次会议议案规定
bills-hint-objection = 选择不同意的，可以写明理由，供主席团参考
bills-hint-pattern = { "{" }n{ "}" } 是顺序号，{ "{" }year{ "}" } 是年份，例如“议案第{ "{" }n{ "}" }号”
bills-hint-basis = 依据哪份文件，例如“大会主席团第一次会议决定”
bills-own-title = 我的议案
bills-own-under = 议案须有案由、案据、方案，由规定人数的代表联名，在大会期间提交。
bills-new-title = 起草议案
bills-new-lead = 先写好三个部分，再邀请代表联名。联名满规定人数后，在会期内提交。改动文字后，已联名的代表须重新确认。
bills-edit-title = 修改议案
bills-save = 保存
bills-save-and-ask = 保存并邀请联名
bills-back = 返回议案
bills-back-to-list = 返回议案列表
bills-untitled = （还没有写案由）
bills-to-sign = 等您联名
bills-to-answer = 等您答复是否同意转为建议
bills-answer-by = { $day } 前答复
bills-led-by = { $name }代表领衔
bills-mine = 我领衔的
bills-signed = 我联名的
bills-none-title = 还没有议案
bills-none-text = 需要大会作出决定的事，可以起草议案；需要有关机关办理的事，请提建议。
bills-list-title = 议案
bills-list-none-title = 没有符合条件的议案
bills-list-none-text = 请放宽筛选条件，或者等代表提交。
bills-search = 案由中的词
bills-late = 逾期
bills-what-now = 现在可以办
bills-how-far = 办到哪一步
bills-signers = 联名代表
bills-signed-of = 已联名 { $signed } 人（含领衔代表），至少 { $needed } 人。
bills-signer-asked = 待答复
bills-signer-confirmed = 已联名
bills-signer-declined = 未联名
bills-publish-yes = 同意公开
bills-publish-no = 不同意公开
bills-voices = 联名代表对转为建议的意见
bills-voices-line = 已征求联名代表意见，{ $day } 截止：同意 { $agrees } 人，不同意 { $objects } 人，未答复 { $silent } 人。
bills-consult-waits = 答复齐或者期满以前，不能转为建议。
bills-voice-because = { $name }代表不同意的理由：

# used: bills-voice-*
bills-voice-silent = 未答复
bills-voice-agrees = 同意
bills-voice-objects = 不同意

bills-became = 这件议案已转为建议，提案代表全部保留。
bills-became-link = 查看建议
bills-on-paper = 这件议案由代表在纸上签名提出，人大机关按原件登记。列名的代表如没有签名，在主席团决定以前可以在本页说明。
bills-no-scan = 还没有上传签名原件扫描件，请在“附件”中补传。
bills-attachments = 附件
bills-size-kb = { $size } KB
bills-do-attach = 上传附件
bills-do-detach = 删除
bills-detach-one = 删除 { $name }

# used: bills-file-*
bills-file-draft = 草案文本
bills-file-scan = 签名原件扫描件
bills-file-other = 其他附件

bills-lead-and-others = { $name }等 { $count } 名代表
bills-committee = 议案审查委员会
bills-sheet = 议案原件

# used: bills-stage-*
bills-stage-draft = 草稿
bills-stage-submitted = 待审核
bills-stage-returned = 退回补正
bills-stage-numbered = 待审查
bills-stage-reviewed = 待主席团决定
bills-stage-agenda = 已列入议程
bills-stage-referred = 闭会后审议
bills-stage-closed = 办结
bills-stage-withdrawn = 已撤回

# used: bills-ending-*
bills-ending-adopted = 大会通过
bills-ending-rejected = 大会未通过
bills-ending-reported = 已提出审议结果
bills-ending-not-listed = 不列入议程
bills-ending-suggestion = 转为建议

# used: bills-disposal-*
bills-disposal-agenda = 列入本次会议议程
bills-disposal-refer = 不列入本次会议议程，交付闭会后审议
bills-disposal-refer-to = 交{ $to }在闭会后审议
bills-disposal-not-listed = 不列入议程
bills-disposal-suggestion = 转为建议、批评和意见处理

# used: bills-organ-*
bills-organ-presidium = 主席团
bills-organ-standing-committee = 常务委员会
bills-organ-special-committee = 专门委员会
bills-organ-government = 人民政府
bills-organ-delegation = 代表团

# used: bills-late-*
bills-late-as-suggestion = 照收，注明逾期，只能转为建议
bills-late-refused = 不再接收

bills-do-submit = 提交议案
bills-do-ask = 邀请联名
bills-do-edit = 修改
bills-do-discard = 作废草稿
bills-do-sign = 联名
bills-do-decline = 不联名
bills-do-take-back = 撤回联名
bills-do-deny = 我没有联名
bills-do-retype = 更正录入
bills-do-withdraw-paper = 登记代表撤回
bills-do-withdraw = 撤回议案
bills-do-withdraw-organ = 登记机关撤回
bills-do-number = 编号
bills-do-return = 退回补正
bills-do-review = 登记审查意见
bills-do-decide = 登记主席团决定
bills-do-consult = 征求联名代表意见
bills-do-speak = 答复是否同意转为建议
bills-do-consent = 登记主席团对撤回的意见
bills-do-vote = 登记表决结果
bills-do-report = 登记审议结果
bills-do-print = 打印议案原件

bills-flash-saved = 已保存。
bills-flash-asked = 已邀请，等代表本人联名。
bills-flash-signed = 您已联名。提交以前可以撤回。
bills-flash-declined = 已记下您不联名。
bills-flash-submitted = 已提交，等人大机关审核编号。
bills-flash-discarded = 草稿已作废。
bills-flash-received = 已登记，请编号。
bills-flash-attached = 附件已上传。
bills-flash-detached = 附件已删除。
bills-flash-returned = 已退回补正。
bills-flash-numbered = 已编号，请交议案审查委员会。
bills-flash-reviewed = 审查意见已登记，等主席团决定。
bills-flash-consulted = 已征求联名代表意见，代表会收到通知。
bills-flash-spoken = 您的答复已登记。截止以前可以改变。
bills-flash-decided = 主席团的决定已登记，提案人会收到通知。
bills-flash-withdrawn = 已记下您要求撤回。
bills-flash-answered = 主席团的意见已登记。
bills-flash-voted = 表决结果已登记。
bills-flash-reported = 审议结果已登记。
bills-flash-terms = 本次会议议案规定已保存。

bills-ask-title = 邀请代表联名
bills-ask-lead = 联名须由代表本人确认，请从本级在任代表中选择。
bills-asked-already = 已邀请：
bills-search-deputy = 姓名、拼音或首字母
bills-no-deputy-title = 没有找到代表
bills-no-deputy-text = 请换一个姓名或者拼音首字母再查；已邀请的不再列出。
bills-choose-deputies = 选择代表
bills-ask-button = 发出邀请

bills-discard-title = 作废这份草稿
bills-discard-lead = 作废后，文字和联名都不再保留，不能恢复。

bills-return-title = 退回补正
bills-return-lead = 写明要补正什么。代表改好后重新提交，提交时间按第一次计算。
bills-return-label = 要补正的内容
bills-return-button = 退回
bills-withdrawal-title = 撤回议案
bills-withdrawal-lead = 主席团决定以前可以直接撤回；已列入议程的，在交付表决前须经主席团同意（地方组织法第二十二条）。
bills-withdrawal-label = 撤回的理由
bills-withdrawal-button = 撤回
bills-findings-title = 登记审议结果
bills-findings-lead = 写明委员会提出的审议结果和常委会的意见，提案代表看得到。
bills-findings-label = 审议结果
bills-findings-button = 登记

bills-review-title = 登记审查意见
bills-review-lead = 只列出法律允许的处理办法。主席团决定以前，可以重新登记。
bills-review-button = 登记审查意见
bills-decision-title = 登记主席团决定
bills-decision-lead = 转为建议的，系统保留全部联名代表，转到建议的待审查清单。
bills-decision-button = 登记决定
bills-consult-title = 征求联名代表意见
bills-consult-lead = 议案拟转为建议、批评和意见处理的，征求全体联名代表（{ $signed } 人）的意见，由代表本人答复。答复供主席团参考。
bills-consult-button = 征求意见
bills-voice-title = 是否同意转为建议
bills-voice-lead = 您联名的议案拟转为建议、批评和意见处理，请在 { $day } 前答复。转为建议的，全体联名代表都会得到答复。
bills-voice-button = 提交答复
bills-consent-title = 主席团对撤回的意见
bills-consent-lead = 同意撤回的，会议对这件议案的审议即行终止。
bills-consent-yes = 同意撤回
bills-consent-no = 不同意撤回
bills-consent-button = 登记
bills-vote-title = 登记表决结果
bills-vote-lead = 以全体代表的过半数通过（地方组织法第二十五条），是否通过由系统按票数得出。
bills-vote-button = 登记
bills-organ-title = 登记机关议案
bills-organ-lead = 主席团、常务委员会、专门委员会、人民政府提出的议案，按来文登记（地方组织法第二十二条）。
bills-organ-button = 登记
bills-paper-title = 登记代表议案（纸质）
bills-paper-lead = 代表在纸上签名提出的议案，按原件登记。联名人数、截止时间与网上提交的同样计算；列名的代表都会收到通知。
bills-paper-button = 登记议案
bills-terms-title = 本次会议议案规定
bills-terms-lead = 截止时间由大会主席团决定，其余按本级议事规则。已提交的议案是否逾期，不因改动而变。
bills-terms-usual = 这次会议还没有登记规定，现按默认值办理。
bills-terms-button = 保存
bills-terms-chief = 需要改动的，请主任在这一页办理。

bills-said-returned = 退回补正：
bills-said-review = { $by }的意见：{ $disposal }
bills-said-decision = 主席团决定：{ $disposal }
bills-said-asked = 提案人要求撤回：
bills-said-withdrawn = 撤回的理由：
bills-said-vote = 大会表决：全体代表 { $all } 人，赞成 { $yes } 票
bills-said-vote-no = ，反对 { $votes } 票
bills-said-vote-abstain = ，弃权 { $votes } 票
bills-said-report = 审议结果：

bills-step-signed = 联名
bills-step-submitted = 提交
bills-step-returned = 退回补正
bills-step-numbered = 编号
bills-step-reviewed = 提出审查意见
bills-step-consulted = 征求联名代表意见
bills-step-decided = 主席团决定
bills-step-withdrawal-asked = 要求撤回
bills-step-voted = 大会表决
bills-step-reported = 提出审议结果
bills-step-withdrawn = 撤回
bills-step-awaited = 等待：{ $step }
bills-step-by = { $day } 前

bills-report-title = 议案处理意见报告
bills-report-to = 大会主席团：
bills-report-counts = { $session }期间共收到议案 { $all } 件，其中代表联名提出 { $deputies } 件，机关提出 { $organs } 件；逾期 { $late } 件。
bills-report-disposal = { $disposal }：{ $count } 件
bills-report-waiting = 尚未提出意见：{ $count } 件
bills-report-withdrawn = 编号后撤回：{ $count } 件
bills-report-voices = 联名代表同意 { $agrees } 人，不同意 { $objects } 人，未答复 { $silent } 人

# lianluo doctor 检查的数据要求。
bills-ensure-dense = 一次会议的议案编号不缺号
bills-ensure-lead = 议案的领衔代表都在名册里
bills-ensure-session = 议案都属于本级人大的一次会议
bills-ensure-signer = 领衔代表不重复列为联名代表
bills-ensure-paper = 纸质议案有领衔代表和收到的时间
bills-ensure-file = 议案附件的类别和时间都对得上
bills-ensure-consult = 征求过意见的都是代表联名的议案
bills-ensure-suggestion = 作为建议办理的议案都有对应的建议
bills-refused-national = 全国人大的议案向全国人大会议提出，不在本系统提交；如需协助，请联系省人大常委会代表联络机构。
