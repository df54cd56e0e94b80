# 群众意见
opinions-title = 群众意见
opinions-lead = 群众反映的意见和要求，谁来回应、到哪一步、怎么答复
opinions-type = 代为登记
opinions-number = 〔{ $year }〕{ $n }号
opinions-due = 办理期限
opinions-steps = 办理经过
opinions-none-title = 没有找到
opinions-none-text = 换一个条件再查；群众新反映的意见会排在最前面。
opinions-filter-words = 内容中的词

# 码上找代表
opinions-find-title = 码上找代表
opinions-find-lead = 按代表姓名或者地名找，也可以一级一级选到您的村（社区），看看哪些代表为您服务
opinions-find-name = 代表姓名、拼音或者地名
opinions-find-place = 按地方找
opinions-find-choose = 请先选到县（市、区）或乡镇（街道），再看代表。
opinions-find-none = 没有找到这位代表，也没有这个地方
opinions-find-none-text = 请核对姓名或者地名，也可以在上面一级一级选地方。
opinions-find-more = 查看{ $name }的全部代表
opinions-find-more-named = 同名的较多，请把姓名写全，或者先选地方。
opinions-say = 我有话说
opinions-say-office = 向当地人大机关反映
opinions-card-lead = 人大代表
opinions-card-more = 代表情况
opinions-astray-title = 这个码找不到代表
opinions-astray-over = 这个码已经停用，或者这位代表已不在任。您可以按地方找到现任代表。
opinions-astray-foreign = 这个码不是本系统发出的，或者没有扫完整。请重新扫一次；还不行的，可以按地方找代表。

# 提出意见
opinions-new-title = 我有话说
opinions-new-to = 向{ $name }代表反映
opinions-new-office = 向当地人大机关反映
opinions-new-nearer = 选到更具体的地方
opinions-new-place-first = 请先选择意见涉及的地方。
opinions-new-elsewhere = 这些事请走专门的渠道
opinions-new-elsewhere-still = 仍可以在这里对代表说一说，代表会知道，但不由代表办理。
opinions-new-send = 提交
opinions-received-title = 已经收到
opinions-received-code = 您的查询码：
opinions-received-keep = 请抄下或者截屏保存，只显示这一次。凭查询码可以查进度、看答复、作评价。
opinions-received-typed = 请告诉反映人并提醒记下，只显示这一次。凭查询码可以查进度、看答复、作评价。
opinions-received-back = 返回接待记录
opinions-progress-title = 查进度
opinions-progress-look = 查询
opinions-progress-noted = 已记下。
opinions-progress-judged = 已记下您的评价，谢谢。
opinions-judge = 提交评价
opinions-draft-names = 群众意见{ $number }
opinions-draft-body = { $names }（{ $place }）反映：{ $said }

# 栏目
opinions-field-number = 编号
opinions-field-hotline = 12345 工单号
opinions-field-received = 收到日期
opinions-field-way = 来源
opinions-field-topic = 类别
opinions-field-area = 地方
opinions-field-place = 具体地点
opinions-field-body = 反映的内容
opinions-field-deputy = 代表
opinions-field-holder = 现办机关
opinions-field-unit = 承办单位
opinions-field-stage = 办理情况
opinions-field-late = 期限
# used: opinions-late-*
opinions-late-yes = 已超过期限
opinions-late-survey = 应回访
opinions-field-at = 最近更新
opinions-field-photos = 照片
opinions-field-voice = 录音
opinions-field-name = 姓名
opinions-field-phone = 电话
opinions-field-to-deputy = 同意把姓名、电话告诉代表
opinions-field-to-unit = 同意转办、转交时把姓名、电话告诉承办单位和接手的人大机关
opinions-field-code = 查询码
opinions-field-score = 您对答复满意吗
opinions-field-words = 还想说的
opinions-field-answer = 答复
opinions-field-for-deputy = 这是代表本人的答复，由我代为录入
opinions-field-suggestion = 已提出的建议
opinions-field-treatment = 办理方式
opinions-field-hard = 情况复杂，按较长的期限办理
opinions-field-told = 交办要求
opinions-field-congress = 转给
opinions-field-why = 转交的理由
opinions-field-channel = 应当走的渠道
opinions-field-because = 理由
opinions-field-closing = 办结说明
opinions-field-reason = 查看的理由
opinions-field-back = 退回的理由
opinions-field-feedback = 反馈
opinions-field-hangs = 张贴的地方
opinions-field-made = 制作日期
opinions-field-scans = 扫码次数
opinions-field-lately = 近三十天
opinions-field-print = 打印
opinions-hint-way = 替群众登记的，请选择他是怎么反映的。
opinions-hint-body = 什么事、什么时候、希望怎么办。请不要写身份证号码、银行账号。
opinions-hint-place = 例如：村委会门口的桥
opinions-hint-photos = 最多 9 张，每张不超过 8 MB；会自动去掉照片里的拍摄地点、时间等信息。提交没有成功的，请重新选择照片。
opinions-hint-voice = 不方便打字的，可以传一段录音（mp3、m4a、amr）。
opinions-hint-name = 姓名、电话可以不填。填了的，代表和承办单位经您同意才能看到；收到意见的人大机关确需联系您的，写明理由后可以查看，每次都有记录。
opinions-notice = 您的个人信息怎样使用
# used: opinions-notice-*
opinions-notice-who = 这条意见和您填写的姓名、电话由{ $office }的工作机构保存；转交另一级人大的，由接手的机关一并保存。
opinions-notice-why = 只用于办理这条意见、与您联系和办结后回访；转给 12345 时不带姓名和电话。
opinions-notice-seen = 代表和承办单位经您同意才能看到姓名和电话；人大机关查看须写明理由，每次都有记录。您写的内容、照片和录音，办理的人都看得到，请不要写进或者拍进不必要的个人信息。
opinions-notice-days = { $days ->
    [0] 姓名和电话不自动删除，您可以随时删除。
   *[other] 答复、告知渠道或者办结满 { $days } 天，姓名和电话自动删除；评价不满意重新办理的，重新计算。
}
opinions-notice-files = 录音与姓名、电话同时删除；照片与意见一起保存，不自动删除。
opinions-notice-removal = 凭查询码在“查进度”里，您可以随时收回同意、删除姓名、电话和录音，不影响办理。还有疑问或者想删除照片的，请向{ $office }的工作机构提出。
opinions-hint-code = 提交后显示的 16 位字母和数字，大小写、有没有横线都可以。
opinions-hint-score = 第一次不满意的，会重新办理一次。
opinions-hint-answer = 反映人凭查询码可以看到。
opinions-hint-suggestion = 还没有提出的先不选，点“转为代表建议”；用“起草建议”写成并保留意见编号的，建议编号后自动关联，其他的提出以后再来选定。
opinions-hint-treatment = 自己办：人大自行办理；督促办：跟踪到有结果；建议办：请有关方面研究反馈；提醒办：请有关方面知悉。
opinions-hint-because = 反映人凭查询码可以看到理由和渠道。
opinions-hint-closing = 反映人没有评价、两次不满意已作说明、或者已告知渠道的，可以办结。没有评价的不算满意。
opinions-hint-reason = 理由会记入日志。
opinions-hint-back = 写明为什么不属于本单位职责、应当由谁办理；只有人大机关和代表看得到。
opinions-hint-feedback = 研究意见或者收悉情况，人大机关和代表看得到；由人大机关答复反映人。
opinions-hint-hangs = 例如：漆河镇政务服务中心

# 办什么
opinions-answer = 答复
opinions-suggest = 转为代表建议
opinions-draft = 起草建议
opinions-assign = 交办
opinions-sign-for = 签收
opinions-sign-for-lead = 收到后请先签收，办理期限从签收之日起算；一直不签收的，从交办之日起算。
opinions-give-back = 退回
opinions-feed-back = 提交反馈
opinions-hand-on = 转交另一级人大
opinions-elsewhere = 告知渠道
opinions-close = 办结
opinions-open = 查看联系方式
opinions-issue = 制作代表码
opinions-revoke = 停用
opinions-revoke-sure = 停用后，已张贴的这个码就找不到代表了。确定停用吗？
opinions-codes-title = 代表码
opinions-codes-none = 还没有代表码。制作以后可以打印海报和桌牌。
opinions-code-revoked = 已停用
# used: opinions-paper-*
opinions-paper-poster-a3 = 海报（A3）
opinions-paper-poster-a4 = 海报（A4）
opinions-paper-card-a6 = 桌牌（A6）
opinions-poster-title = 码上找代表
opinions-poster-seat = { $congress } { $delegation }
opinions-poster-under = 扫一扫，有话对代表说
opinions-poster-foot = { $place }　{ $address }

# used: opinions-stage-*
opinions-stage-open = 待办
opinions-stage-received = 待回应
opinions-stage-proposed = 待审批
opinions-stage-hotline = 12345 办理中
opinions-stage-assigned = 办理中
opinions-stage-suggested = 转为代表建议
opinions-stage-answered = 已答复
opinions-stage-elsewhere = 已告知渠道
opinions-stage-closed = 已办结

# used: opinions-topic-*
opinions-topic-roads = 道路交通
opinions-topic-water = 水利和环境卫生
opinions-topic-schools = 教育
opinions-topic-health = 医疗卫生
opinions-topic-welfare = 养老和社会保障
opinions-topic-housing = 住房和物业
opinions-topic-farming = 农业农村
opinions-topic-safety = 治安和安全
opinions-topic-other = 其他

# used: opinions-way-*
opinions-way-page = 本人在网上提出
opinions-way-phone = 来电
opinions-way-visit = 来访
opinions-way-deputy = 代表听取
opinions-way-hotline = 12345 转来

# used: opinions-score-*
opinions-score-satisfied = 满意
opinions-score-basically = 基本满意
opinions-score-unsatisfied = 不满意

# used: opinions-treatment-*
opinions-treatment-own = 自己办
opinions-treatment-urge = 督促办
opinions-treatment-suggest = 建议办
opinions-treatment-remind = 提醒办

# used: opinions-step-*
opinions-step-received = 收到
opinions-step-assigned = 交办
opinions-step-signed-for = 承办单位签收
opinions-step-given-back = 承办单位退回，由人大机关另行安排
opinions-step-fed-back = 承办单位反馈，由人大机关答复
opinions-step-proposed = 拟办，待审批
opinions-step-sent-back = 退回拟办
opinions-step-hotline = 转 12345 办理
opinions-step-answered-hotline = 12345 答复
opinions-step-kept-as-word = 作为对代表说的话留存
opinions-step-surveyed-satisfied = 回访：满意
opinions-step-surveyed-basically = 回访：基本满意
opinions-step-surveyed-unsatisfied = 回访：不满意
opinions-step-handed-on = 转交
opinions-step-suggested = 转为代表建议
opinions-step-elsewhere = 告知渠道
opinions-step-overdue = 超过期限，已提醒经办的人
opinions-step-raised-merged = 与同类建议合并办理
opinions-step-raised-dropped = 建议已撤回，重新办理
opinions-step-raised-replied = 建议已经答复代表
opinions-step-answered-suggestion = 建议的答复已经公开
opinions-step-answered-deputy = 代表答复
opinions-step-answered-for-deputy = 代表答复（工作人员代录）
opinions-step-answered-office = 人大机关答复
opinions-step-answered-unit = 承办单位答复
opinions-step-judged-satisfied = 评价：满意
opinions-step-judged-basically = 评价：基本满意
opinions-step-judged-unsatisfied = 评价：不满意
opinions-step-closed = 办结

# 办好了
opinions-flash-answered = 已答复，反映人凭查询码可以看到。
opinions-flash-assigned = 已交办；须经审批的，已送负责人审批。
opinions-flash-signed-for = 已签收，请按期办理并答复。
opinions-flash-given-back = 已退回，由人大机关另行安排。
opinions-flash-fed-back = 已反馈，由人大机关答复反映人。
opinions-flash-handed-on = 已转交。
opinions-flash-suggested = 已记为转代表建议。建议请尽快提出：由“起草建议”写成并保留意见编号的，编号后自动关联；其他的请回到这里选定。
opinions-flash-elsewhere = 已告知反映人应当走的渠道。
opinions-flash-closed = 已办结。
opinions-flash-issued = 已制作，可以打印了。已经张贴的旧码照常可用。
opinions-flash-revoked = 已停用。

# 不能办理的原因
opinions-refused-closed = 这条意见已经办结，不能再办。请刷新页面查看。
opinions-refused-answered = 这条意见已经答复，正在等反映人评价。反映人不满意的，会重新办理。
opinions-refused-raised = 这条意见已经转为代表建议，答复随建议一并作出。
opinions-refused-elsewhere = 这条意见已经告知反映人应当走的渠道。还想说明的，可以直接答复。
opinions-refused-same-holder = 这条意见已经在那里了，请另选一级人大。
opinions-refused-same-unit = 这条意见已经这样交给该单位，再交一次只会重算期限。要改变的，请换单位、办理方式或者难易。
opinions-refused-no-answer = 还没有答复，暂时不能评价。请等答复以后再来。
opinions-refused-judged = 您已经评价过了。还有话说，可以重新提一条意见。
opinions-refused-not-answered = 还没有答复，也没有告知渠道，不能办结。请先答复。
opinions-refused-too-quick = 提交过快。内容都在，请过几秒钟再点一次“提交”。
opinions-refused-too-late = 这一页打开已经超过一天。内容都在，请过几秒钟再点一次“提交”。
opinions-refused-changed = 您打开以后，别人已经办过。请重新打开这一页，核对后再办。
opinions-refused-revoked = 这个码已经停用，不用再停用。
opinions-refused-tracking = 没有找到。请核对查询码；丢失了的，可以重新提一条意见。
opinions-refused-nobodys = 您没有需要办理的群众意见。如果应当有，请联系人大机关核对您的职务。
opinions-wrong-ticket = 这一页已经不能用了。内容都在，请过几秒钟再点一次“提交”。
opinions-wrong-ticket-known = 这个 12345 工单已经登记过，请在清单里按工单内容查找，不用再登记。
opinions-wrong-sent = 这一页已经提交过一条意见。还要再提一条的，请过几秒钟再点一次“提交”。
opinions-wrong-area = 没有这个地方，请重新选择。
opinions-wrong-deputy = 这位代表已不在任，请重新选择。
opinions-wrong-phone = 电话号码不对。请填 11 位手机号码，或者带区号的固定电话。
opinions-wrong-picture = 这张照片打不开。请换成 jpg、png 或者 webp 格式的照片。
opinions-wrong-many-files = 最多可以传 { $most } 个文件，请去掉一些。
opinions-wrong-unit = 这个单位不能承办本级的意见，请另选一个。
opinions-wrong-own = 自己办的，只能交人大的工作机构或者街道人大工委；交其他单位的，请另选办理方式。
opinions-wrong-not-own = 交人大自己的工作机构办理的，办理方式请选“自己办”。
opinions-wrong-congress = 这一级人大不管这个地方，请另选一级。
opinions-wrong-nobody-there = 那一级人大还没有人在本系统办理群众意见，请另选一级，或者用公文转送。
opinions-wrong-channel = 没有这条渠道，请重新选择。
opinions-wrong-suggestion = 没有找到这件建议，或者还没有提交。请提交后再来选定。
opinions-wrong-no-deputy = 这条意见不是对代表说的，请以机关名义答复。

opinions-ensure-step = 每条群众意见都有收到的记录
opinions-ensure-number = 群众意见的编号都在发出的编号之内
opinions-ensure-counts = 各机关看到的意见件数与逐件统计相符
opinions-ensure-lines = 各机关意见清单所记办理环节、类别与意见本身相符
opinions-ensure-office = 每条群众意见都列在收到和现办机关的清单里
opinions-ensure-raised = 转为代表建议的群众意见都记着是哪一件建议
opinions-ensure-key = 每个代表码都有签发的密钥
opinions-ensure-signed = 签收时间只记在承办单位手上的群众意见，不早于交办

# 联络站、接待、活动的码
opinions-things-title = 站码和活动码
opinions-things-lead = 联络站、接待、活动的二维码：制作、打印、看扫码次数
opinions-things-none = 还没有站码、接待码、活动码。制作以后可以打印海报和桌牌。
opinions-things-stray = 这个站已经撤销，已张贴的码找不到站了。请选定群众现在去的站。
opinions-make = 制作
opinions-make-station = 制作站码
opinions-make-reception = 制作接待码
opinions-make-activity = 制作活动码
opinions-lead-on = 改为指向这个站
# used: opinions-kind-*
opinions-kind-station = 联络站
opinions-kind-reception = 接待
opinions-kind-activity = 活动
opinions-field-leads = 指向
opinions-field-said = 由此提出的意见
opinions-field-target = 群众现在去的站
opinions-field-activity = 活动名称
opinions-field-day = 活动日期
opinions-field-area-code = 地方的区划代码
opinions-hint-area-code = 9 位到乡镇（街道），12 位到村（社区）。
opinions-poster-under-station = 扫一扫，找代表、看接待时间、提意见
opinions-poster-under-activity = 扫一扫，说说您的看法
opinions-flash-led = 已改好，张贴的码照常可用。
opinions-station-lead = 人大代表联络站
opinions-station-place = 地址
opinions-station-hours = 开放时间
opinions-station-reception = 下一次接待
opinions-station-next = { $day } { $begins }—{ $ends } { $names }
opinions-station-suspended = 这个站暂停开放，意见照常受理。
opinions-station-deputies = 进站代表
opinions-station-home = 所在联络站：
opinions-activity-lead = { $day } { $place }
opinions-say-to = 对{ $name }代表说
opinions-station-more = 站点情况
opinions-find-near = 附近还有哪些代表
opinions-find-places = 地方
opinions-find-deputies = 代表
opinions-find-stations = 附近的代表联络站
opinions-find-comma = 、

# 同意、回访、联系方式
opinions-field-own-channel = 如果您知道这件事属于专门渠道
opinions-hint-own-channel = 选了以后，这条意见只作为对代表说的话留下，不转办、不计时限。
opinions-consent-ask = 这条意见已经转给{ $name }。是否同意他们看到您的姓名和电话，便于联系您？不同意不影响办理。
opinions-consent-given = 您同意{ $name }看到您的姓名和电话。
opinions-consent-give = 同意告诉{ $name }
opinions-consent-take = 不再告诉{ $name }
opinions-consent-deputy-ask = { $name }代表还看不到您的姓名和电话。是否同意代表看到，便于联系您？不同意不影响办理。
opinions-consent-deputy-given = 您同意{ $name }代表看到您的姓名和电话。
opinions-consent-deputy-give = 同意告诉{ $name }代表
opinions-consent-deputy-take = 不再告诉{ $name }代表
opinions-wrong-consent-deputy = 这条意见没有指定代表。
opinions-forget = 删除我的姓名、电话和录音
opinions-forget-text = 删除以后谁也看不到，也不能恢复；意见照常办理，凭查询码照常可以看进度。
opinions-survey = 回访
opinions-field-held = 事情办好以后，现在还满意吗
opinions-hint-held = 办结以后回访一次，请说说答应的事办了没有、有没有反复。
opinions-flash-surveyed = 已记下回访结果。

# 审批、12345
opinions-treated = { $how }，应当反馈：{ $what }。
# used: opinions-expected-*
opinions-expected-decision = 本机关的决定
opinions-expected-result = 办理结果
opinions-expected-feedback = 研究意见
opinions-expected-receipt = 收悉回执
opinions-field-approved = 审批意见
opinions-field-approval = 审批说明
# used: opinions-approval-*
opinions-approval-yes = 同意，发出
opinions-approval-no = 退回重拟
opinions-approve = 提交审批意见
opinions-flash-approved = 已同意并交办。
opinions-flash-sent-back = 已退回。
opinions-to-hotline = 转 12345 办理
opinions-field-hotline-hard = 情况复杂，请 12345 按较长的期限办理
opinions-hint-hotline = 转交表中不含姓名和电话；12345 的结果导入以后，反映人凭查询码可以看到。
opinions-flash-hotline = 已转 12345。请导出转交表发给 12345，结果用同一张表导入。
opinions-hotline-import = 导入 12345 工单和结果
opinions-hotline-table = 转12345办理表
opinions-hotline-table-xlsx = 转交表（Excel）
opinions-hotline-table-csv = 转交表（CSV）
opinions-letter-docx = 下载公文（Word）
opinions-letter-pdf = 下载公文（PDF）
# used: opinions-letter-*
opinions-letter-opening = 现转去群众意见{ $number }（{ $day }收到，涉及{ $place }，类别：{ $topic }）：
opinions-letter-own-title = 群众意见办理单
opinions-letter-own-body = 请即研究办理，提出办理决定。
opinions-letter-urge-title = 群众意见督促办理通知
opinions-letter-urge-body = 请认真办理，并将办理结果报送本机关；本机关将跟踪了解落实情况。
opinions-letter-suggest-title = 关于研究处理群众意见的建议函
opinions-letter-suggest-body = 建议你单位研究处理，并反馈研究处理情况。
opinions-letter-remind-title = 关于群众意见的提醒函
opinions-letter-remind-body = 特此提醒，请予关注，并告知收悉情况。
opinions-letter-expected = 请于{ $day }前反馈：{ $what }。
opinions-letter-expected-hard = 此事情况复杂，请于{ $day }前反馈：{ $what }。
# used: opinions-sheet-*
opinions-sheet-hint-number = 由我方转去的填本系统编号，例如〔2026〕12号；12345 转来的新工单不填。
opinions-sheet-hint-area = 乡镇、村的名称或者区划代码；重名的请填代码。
opinions-sheet-hint-topic = 例如：道路交通。不填的归入其他。
opinions-sheet-hint-answer = 反映人凭查询码可以看到，最多 2000 字。
opinions-sheet-ticket = 工单号只能是 3 到 40 位字母、数字和横线。
opinions-sheet-twice = 这个工单号在前面已经出现过。
opinions-sheet-long = 办理结果超过 2000 字或者含有不能识别的字符。
opinions-sheet-not-ours = 本机关没有这个编号的待办意见。
opinions-sheet-other-ticket = 这个编号对应的是另一个工单号，请核对。
opinions-sheet-over = 这条意见已经答复或者办结，结果不能再导入。
opinions-sheet-area = 没有这个地方，或者有重名，请填区划代码。
opinions-sheet-topic = 没有这个类别。
opinions-sheet-body = 反映的内容没有填，或者超过 4000 字。
opinions-sheet-known = 这个工单已经登记，没有新的结果，不再处理。

opinions-refused-nothing-proposed = 没有待审批的拟办意见。请刷新页面查看。
opinions-refused-at-hotline = 这条意见已经转给 12345 办理。
opinions-refused-not-given = 这条意见现在不由本单位办理。请刷新页面查看。
opinions-refused-signed-for = 这条意见已经签收。请刷新页面查看。
opinions-refused-feeds-back = 按现在的办理方式，承办单位向人大机关反馈，由人大机关或者代表答复反映人。请用“反馈”。
opinions-refused-answer-itself = 按现在的办理方式，由承办单位直接答复反映人。
opinions-refused-no-body = 这条意见没有交给您的单位，只有承办单位可以签收、退回。
opinions-refused-too-soon = 还没有到回访的时候。请办结一段时间后再来。
opinions-refused-surveyed = 已经回访过了。还有话说，可以重新提一条意见。
opinions-refused-openings = 您今天查看的联系方式已达 { $most } 条。确有需要的，请由负责人查看或者明天再办。
opinions-refused-no-codes = 您不管理二维码。如果应当管理，请联系人大机关核对您的职务。
opinions-wrong-voice = 这段录音打不开。请换成 mp3、m4a 或者 amr 格式的录音。
opinions-wrong-code = 这个码不是本系统发出的。
opinions-wrong-consent = 这条意见没有转给这个单位。
opinions-wrong-kind = 代表码请到代表的页面制作。
opinions-wrong-station = 没有这个联络站，或者它不是开放的，请重新选择。
opinions-wrong-reception = 没有这次接待，请重新选择。
opinions-wrong-reception-known = 这次接待已经登记为群众意见，不用再登记。
opinions-wrong-lead = 只有还在使用的站码可以改为指向另一个站。
opinions-wrong-many-lines = 一次最多 { $most } 条，请分几次提交。

# 接下来
opinions-next-first = 最迟 { $day } 会有人给您第一次回应。到时候请再来这里看看。
opinions-next-handling = 正在办理，最迟 { $day } 答复您。到时候请再来这里看看。
opinions-next-late = 已经过了期限，系统会提醒经办的人和当地人大机关。急事请直接联系当地人大机关。
opinions-next-suggested = 代表已经把它写成建议，交有关部门办理。代表会把结果告诉您；答复公开以后，您在这里也能看到。
opinions-next-raising = 准备写成代表建议，最迟 { $day } 提出或者另作安排。到时候请再来这里看看。
opinions-next-answered = 已经答复。请看下面的答复，告诉我们您满不满意。
opinions-next-insists = 您两次表示不满意，当地人大机关会再向您说明情况。
opinions-published = 公开的答复
opinions-published-more = 查看公开的全文
opinions-raised-tell = 由这条意见转成的建议已经答复。请用自己的话把结果告诉反映人；答复公开以后，反映人也会看到公开的内容。

# 找到以后
opinions-find-groups = 代表小组：{ $names }
opinions-find-receives = 下次接待：{ $day } { $begins }
opinions-find-without = { $name }没有自己的人民代表大会，这里的群众由下面各级人大的代表代表，找他们就行。
opinions-find-nobody = 这里的人大还没有在本系统公布在任代表的名单。您可以先选上一级地方再找，或者直接向当地人大机关反映。
opinions-find-no-body = 这里的人大还没有使用本系统，暂时找不到代表。请先选上一级地方，或者拨打 12345 询问当地人大机关的电话。
opinions-new-help = 不方便填的，可以请家人代填，也可以到附近的代表联络站，请工作人员替您登记。

# 月报
opinions-report-title = 月报
opinions-report-of = { $month } 群众意见月报
opinions-report-lead = 当月收到的意见按类别统计，办理情况截至今天；没有评价的不算满意
opinions-report-before = 上个月
opinions-report-after = 下个月
opinions-report-none = 这个月没有收到意见
opinions-report-none-text = 请查看上个月，或者看看站点和代表码是否张贴到位。
opinions-report-sum = 合计
opinions-report-received = 收到
opinions-report-open = 办理中
opinions-report-satisfied = 满意和基本满意
opinions-report-silent = 办结未评价
opinions-report-late = 曾超过期限
# used: opinions-level-*
opinions-level-nation = 全国人大代表
opinions-level-province = 省人大代表
opinions-level-prefecture = 市（州）人大代表
opinions-level-county = 县（市、区）人大代表
opinions-level-township = 乡镇人大代表
opinions-find-rung-empty = 本系统还没有登记这一级的在任代表，可以先找其他各级代表，或者向当地县级人大机关了解。
