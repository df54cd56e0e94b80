# 公开
disclosure-title = 建议公开
disclosure-lead = 代表建议和答复，经代表同意、隐去个人信息后向社会公开
disclosure-back = 返回公开目录
disclosure-back-here = 返回
disclosure-back-to-work = 返回公开工作
disclosure-none-title = 没有找到
disclosure-none-text = 换一个条件再查；还没有公开的，办结后由人大机关办理。
disclosure-of-deputy = { $name }代表领衔提出、已公开的建议。
disclosure-of-all = 查看全部
disclosure-handled-again = 这件建议办结后又恢复办理，这里是上一次的答复。新的答复送达后，将更正公开内容。
disclosure-about = 基本情况
disclosure-edition = 第 { $edition } 版（{ $day }）更正说明：
disclosure-see = 查看公开页
disclosure-again = 已重新公开
disclosure-choose-congress = 请先选择人大，再点“查询”。

# 不能办理的原因
disclosure-refused-no-consent = 代表没有同意公开，不能公开。需要公开的，请先征得代表同意。
disclosure-refused-ended = 这件建议已经撤回，不再公开。
disclosure-refused-not-closed = 这件建议还没有办结。按本级规定办结后才能公开，请办结后再来。
disclosure-refused-no-reply = 还没有送达的答复，不能公开。请等答复送达后再来。
disclosure-refused-replies-kept = 承办单位都注明答复不予公开，不能公开。请点“不予公开”写明理由；单位同意公开的，请其重新答复。
disclosure-refused-not-waiting = 这件建议已经作过公开决定，不能再定为不予公开。已公开的请“撤下”。
disclosure-refused-not-disclosed = 这件建议现在没有公开，不用撤下。请刷新页面查看。
disclosure-refused-no-reason = 这件建议已经公开。更正请写明理由，理由会一并公开。
disclosure-refused-ground-unfit = 这个理由只用于撤下，请另选一个。
disclosure-refused-changed = 您打开以后，别人已经作过决定。请重新打开这一页，核对后再办。
disclosure-problem-taken-down = 这件建议的公开内容已于 { $day } 撤下（撤下{ $number }）。
disclosure-problem-over = 公开期限已满，不再显示。
disclosure-wrong-undecided = 还有 { $count } 处没有选“隐去”或者“保留”，请逐处选定
disclosure-wrong-passage = 有一处与原文对不上，请重新打开这一页再选
disclosure-wrong-words = 文中没有“{ $words }”，请核对后重填
disclosure-wrong-summary = 摘要里有证件、账号或者电话号码，请删去

# 栏目
disclosure-field-words = 标题、正文、答复中的文字
disclosure-field-congress = 人大
disclosure-field-session = 届次
disclosure-field-year = 提出年份
disclosure-field-unit = 承办单位
disclosure-field-category = 类别
disclosure-field-number = 编号
disclosure-field-title = 标题
disclosure-field-class = 办理结果
disclosure-field-since = 公开日期
disclosure-field-deputy = 领衔代表
disclosure-field-closed = 办结日期
disclosure-field-role = 承办方式
disclosure-field-reply-number = 答复文号
disclosure-field-replied = 答复日期
disclosure-field-score = 代表评价
disclosure-field-removal = 撤下编号
disclosure-field-removed = 撤下日期
disclosure-field-ground = 理由类别
disclosure-field-own = 具体理由
disclosure-field-how = 公开情况
disclosure-field-count = 件数
disclosure-field-due = 公开期限
disclosure-field-decided = 决定日期
disclosure-field-own-words = 另外隐去的文字
disclosure-field-extent = 公开方式
disclosure-field-summary = 摘要
disclosure-field-why = 更正理由
disclosure-hint-ground = 类别会公开显示
disclosure-hint-own = 只供人大机关查看，不公开
disclosure-hint-own-words = 一行一个，文中出现的都会隐去
disclosure-hint-summary = 选“摘要公开”时填写，代替建议和答复全文
disclosure-hint-why = 已公开的更正时填写，会一并公开
# used: disclosure-extent-*
disclosure-extent-whole = 全文公开
disclosure-extent-summary = 摘要公开
# used: disclosure-role-*
disclosure-role-sole = 独办
disclosure-role-lead = 主办
disclosure-role-separate = 分办
# used: disclosure-score-*
disclosure-score-satisfied = 满意
disclosure-score-basically = 基本满意
disclosure-score-dissatisfied = 不满意
# used: disclosure-kind-*
disclosure-kind-identity = 证件号码
disclosure-kind-account = 银行账号
disclosure-kind-phone = 电话号码
disclosure-kind-email = 电子邮箱
disclosure-kind-plate = 车牌号码
disclosure-kind-address = 住址
disclosure-kind-name = 姓名
disclosure-kind-words = 其他文字
# used: disclosure-ground-*
disclosure-ground-consent = 代表撤回同意
disclosure-ground-privacy = 涉及个人隐私
disclosure-ground-secret = 涉及国家秘密
disclosure-ground-safety = 公开可能危及国家安全、公共安全、经济安全、社会稳定
disclosure-ground-commercial = 涉及商业秘密
disclosure-ground-internal = 内部事务信息、过程性信息
disclosure-ground-error = 内容有误
disclosure-ground-handling = 正在重新办理
disclosure-ground-other = 其他
# used: disclosure-how-*
disclosure-how-disclosed = 已公开
disclosure-how-waiting = 待公开
disclosure-how-no-consent = 代表没有同意公开
disclosure-how-replies-kept = 承办单位注明答复不予公开
disclosure-how-withheld = 不予公开
disclosure-how-taken-down = 已撤下
disclosure-how-because = { $how }：{ $ground }

# 公开页
disclosure-part-title = 标题
disclosure-part-body = 建议正文
disclosure-part-reply = { $unit }的答复
disclosure-reply-kept = 承办单位注明这份答复不予公开。
disclosure-reply-summed = 答复要点见摘要。
disclosure-held-here = 哪些内容没有公开
disclosure-held-passages = 隐去{ $kind } { $count } 处，以保护个人信息。
disclosure-held-reply = { $unit }的答复：承办单位注明不予公开。
disclosure-held-summary = 建议和答复全文：只公开摘要。
disclosure-held-deputy-asked = 代表姓名：代表要求保密身份。
disclosure-held-deputy-rule = 代表姓名：按本级规定不载明。
disclosure-held-scores = 代表评价：按本级规定不公开，或者代表没有评价。
disclosure-held-contact = 联系人、联系电话、附件、沟通记录和会办意见：不公开。
disclosure-held-sign = 文中的“××”是隐去的内容。
disclosure-gone-title = 已撤下
disclosure-gone-text = 内容不再公开。有疑问的，请与这一级人大机关联系。
disclosure-removals-title = 撤下记录
disclosure-removals-lead = 撤下的内容不再显示，撤下的时间和理由类别一直保留。
disclosure-removals-none-title = 没有撤下记录
disclosure-removals-none-text = 撤下公开内容的，会登记在这里。
disclosure-removal-number = 撤下{ $number }
disclosure-held-title = 未公开情况
disclosure-held-lead = 已办结的建议，按公开情况统计。
disclosure-held-none-title = 还没有办结的建议
disclosure-held-none-text = 建议办结后统计在这里。

# 机关
disclosure-work-title = 公开工作
disclosure-work-none-title = 没有这样的建议
disclosure-work-none-text = 建议办结、代表同意公开后，会出现在“待公开”里。
disclosure-newer = 公开后又有答复
disclosure-due-by = 请在 { $day } 前公开。
disclosure-publish-title = 公开前审查
disclosure-publish-lead = 请逐处核对标出的内容，选“隐去”或者“保留”；没有标出的，填在“另外隐去的文字”里。原文不会改动。
disclosure-found-none = 没有发现需要隐去的内容，请通读后再公开。
disclosure-hide = 隐去
disclosure-keep = 保留
disclosure-letter-kept = { $unit }注明答复不予公开，公开页只写明这一点。
disclosure-stands = 这件建议已经公开。再次公开即为更正，新版代替旧版。
disclosure-made = 公开后的样子
disclosure-look = 预览
disclosure-publish = 公开
disclosure-correct = 更正
disclosure-withhold-title = 不予公开
disclosure-withhold-lead = 作出不予公开的决定后，公开目录里没有这件建议，统计中只显示理由类别。以后可以改为公开。
disclosure-withhold-button = 不予公开
disclosure-take-down-title = 撤下
disclosure-take-down-lead = 撤下后立即不再显示，撤下记录里写明编号、日期和理由类别。代表和承办单位会收到通知。
disclosure-take-down-button = 撤下
disclosure-flash-disclosed = 已公开，代表和承办单位已收到通知。
disclosure-flash-withheld = 已定为不予公开。
disclosure-flash-taken-down = 已撤下并登记，代表和承办单位已收到通知。

# 开放数据
disclosure-data-title = 开放数据
disclosure-data-lead = 已公开的建议和答复，可以整份下载。撤下的不在其中。
disclosure-data-files = 下载
disclosure-data-count = 共 { $count } 件。
disclosure-data-licence = 使用条件：
disclosure-data-fields = 字段说明
disclosure-data-column = 栏目
disclosure-data-word = 字段名
disclosure-data-meaning = 说明
disclosure-data-json = JSON 的结构见接口说明（/api/openapi.json 中的 OpenDataJson），答复逐份列出，最后一项是总件数。
disclosure-data-file = { $name }公开建议{ $year }
# used: disclosure-column-*
# used: disclosure-column-about-*
disclosure-column-id = 标识
disclosure-column-about-id = 公开页地址中的标识，不变
disclosure-column-number = 编号
disclosure-column-about-number = 建议编号
disclosure-column-title = 标题
disclosure-column-about-title = 隐去个人信息后的标题
disclosure-column-congress = 人大
disclosure-column-about-congress = 哪一级人大
disclosure-column-session = 届次
disclosure-column-about-session = 在哪次会议或者其后闭会期间提出
disclosure-column-category = 类别
disclosure-column-about-category = 本级建议类别
disclosure-column-deputy = 领衔代表
disclosure-column-about-deputy = 按规定不载明的为空
disclosure-column-delegation = 代表团
disclosure-column-about-delegation = 领衔代表所在代表团
disclosure-column-extent = 公开方式
disclosure-column-about-extent = 全文公开或者摘要公开
disclosure-column-text = 建议正文或摘要
disclosure-column-about-text = 隐去个人信息后的正文；摘要公开的为摘要
disclosure-column-units = 承办单位
disclosure-column-about-units = 作出答复的单位，多个用分号隔开
disclosure-column-reply-numbers = 答复文号
disclosure-column-about-reply-numbers = 与承办单位顺序一致
disclosure-column-classes = 办理结果
disclosure-column-about-classes = 与承办单位顺序一致
disclosure-column-replied = 答复日期
disclosure-column-about-replied = 与承办单位顺序一致
disclosure-column-replies = 答复
disclosure-column-about-replies = 隐去个人信息后的答复，不予公开的为空
disclosure-column-closed = 办结日期
disclosure-column-about-closed = 年-月-日
disclosure-column-disclosed = 公开日期
disclosure-column-about-disclosed = 年-月-日
disclosure-column-edition = 版次
disclosure-column-about-edition = 更正一次加一

# lianluo doctor 检查的数据要求。
disclosure-ensure-consent = 已公开的都有代表同意
disclosure-ensure-letter = 承办单位不同意公开的答复没有公开
disclosure-ensure-name = 要求保密身份的代表没有署名
disclosure-ensure-log = 撤下的都登记在撤下记录里
