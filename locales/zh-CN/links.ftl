# 双联、四联、机关联系代表
links-title = 双联工作
links-none-title = 还没有联系类别
links-none-text = 先登记本级的联系类别，例如“常委会组成人员联系代表”“代表联系村（社区）”，再生成联系安排。
links-new-title = 登记联系类别
links-settings-title = 修改联系类别
links-settings-lead = 谁联系谁、每人联系几名、每年联系几次，按本级人大通过的办法填写。
links-mine-title = 我的联系
links-coverage-title = 全覆盖情况
links-import-title = 导入联系安排
links-make-title = 新增一项联系
links-draft-open = 有草案待通过
links-draft-look = 查看草案
links-draft-make = 生成联系草案
links-draft-title = 联系草案
links-draft-lead = 现有联系继续保留；其余对象按人数均衡、就近优先分配。生成的是草案，可以改派、增减，通过后才生效。
links-draft-button = 生成草案
links-hint-draft-since = 草案通过后，新的联系从这一天起。
links-sides = { $one }联系{ $other }
links-quota = 每个对象由 { $need } 人联系；每人联系 { $least } 个以上，最多 { $most } 个
links-no-most = 不限
links-back = 返回
links-back-to-list = 返回双联工作
links-back-to-kind = 返回联系类别
links-back-to-draft = 返回草案
links-back-to-link = 返回这项联系
links-back-to-mine = 返回我的联系
links-back-to-coverage = 返回全覆盖情况
links-back-to-indicator = 返回这项指标
links-save = 保存

links-field-name = 名称
links-field-sides = 联系双方
links-field-links = 现有联系
links-field-contacts = 本年联系次数
links-field-basis = 依据文件
links-field-one = 联系人
links-field-other = 联系对象
links-field-need = 每个对象由几人联系
links-field-least = 每人至少联系几个
links-field-most = 每人最多联系几个
links-field-near = 就近原则
links-field-times = 每年至少联系次数
links-field-since = 起始日期
links-field-until = 截止日期
links-field-quota = 名额
links-field-show = 范围
links-field-as-of = 统计日期
links-field-progress = 本年联系
links-field-last = 最近一次联系
links-field-done = 本年已联系
links-field-owed = 截至当日应联系
links-field-note = 所在
links-field-has = 已有联系人
links-field-why = 原因
links-field-change = 调整
links-field-kind = 联系类别
links-field-way = 联系方式
links-field-words = 联系内容
links-field-day = 联系日期
links-field-follow-up = 后续事项
links-field-end-day = 终止日期
links-field-reason = 终止原因
links-field-remark = 说明
links-field-indicator = 指标
links-field-part = 已覆盖
links-field-whole = 应覆盖
links-field-share = 覆盖率
links-field-covered = 覆盖情况
links-field-who = 姓名或名称
links-field-area = 区划
links-field-population = 统计对象
links-field-condition = 覆盖条件

links-hint-name = 例如：常委会组成人员联系代表。
links-hint-need = 一般为 1。
links-hint-least = 达不到的，生成草案时列出。
links-hint-most = 不填就是不限。
links-hint-times = 不填或者填 0，就是不规定次数。
links-hint-basis = 例如：《常委会组成人员联系代表办法》。
links-hint-typed = 人数较多，请填写姓名或名称；有重名的，写成“姓名（代表团）”。
links-hint-words = 谈了什么、看到什么，一两句话即可。
links-hint-follow-up = 需要转办、回访的，写在这里。
links-hint-kind = 只统计某一类联系时选择。

# used: links-side-*
links-side-committee = 常委会组成人员
links-side-leaders = 主任会议组成人员
links-side-presidium = 主席团成员
links-side-deputies = 本级人大代表
links-side-office = 人大机关工作人员
links-side-organs = 人大机关各委室
links-side-below = 下一级人大代表
links-side-units = 承办单位
links-side-towns = 下辖区划
links-side-villages = 村（社区）

# used: links-near-*
links-near-any = 不考虑远近
links-near-prefer = 同代表团、同地方的优先
links-near-only = 只联系同代表团、同地方的

# used: links-way-*
links-way-visit = 走访
links-way-phone = 电话
links-way-talk = 座谈、约谈
links-way-online = 网络、书信
links-way-station = 进站接待
links-way-activity = 邀请参加活动
links-way-other = 其他

# used: links-reason-*
links-reason-changed = 调整
links-reason-left = 不再担任
links-reason-term = 换届
links-reason-other = 其他

# used: links-show-*
links-show-behind = 未达到应联系次数
links-show-none = 本年尚未联系
links-show-ended = 已终止

# used: links-stage-*
links-stage-open = 待定
links-stage-adopted = 已通过
links-stage-dropped = 已放弃

# used: links-why-*
links-why-no-ones = 没有可以担任联系人的人员
links-why-none-near = 同代表团、同地方没有联系人
links-why-none-left = 可以担任联系人的都已联系，或者就是本人
links-why-full = 联系人都已达到最多人数
links-why-open = 还可以安排

links-progress = 已联系 { $done } 次，每年 { $times } 次
links-progress-free = 已联系 { $done } 次
links-behind = 尚未达到应联系次数
links-no-links-title = 没有符合条件的联系
links-no-links-text = 换一个范围或日期，或者生成联系草案。
links-uncovered-title = 未联系对象
links-all-covered-title = 都有人联系
links-all-covered-text = 这一类联系的对象都已有足够的联系人。
links-short-title = 联系人数不足的联系人
links-gone-title = 随草案终止的联系（一方不再符合条件）
links-lines-title = 新的联系
links-no-lines = 没有新的联系。
links-counts-title = 每人联系几个
links-figure-kept = 继续保留
links-figure-new = 新增
links-figure-gone = 终止
links-figure-uncovered = 仍未覆盖
links-more = 另有 { $count } 个。
links-adopt-lead = 通过后，新的联系从 { $day } 起，双方都会收到通知。
links-adopt-button = 通过草案
links-adopt-confirm = 通过后草案不能再改。确定通过？
links-drop-button = 放弃草案
links-drop-confirm = 放弃后要重新生成。确定放弃？
links-line-add = 增加一项
links-line-give = 改派或去掉
links-line-remove = 从草案中去掉
links-line-remove-lead = 去掉后，这个对象在草案里就没有这名联系人。
links-end-title = 终止联系
links-end-button = 终止
links-contacts-title = 联系记录
links-no-contacts = 还没有联系记录。
links-contact-title = 登记联系情况
links-contact-button = 保存记录
links-typed = 机关工作人员代为登记
links-typed-lead = 您在代{ $name }登记，记录上会注明。
links-mine-own = 我联系的
links-mine-others = 联系我的
links-mine-none-title = 您还没有联系安排
links-mine-none-text = 人大机关安排以后，这里列出您联系的对象和联系您的人。

# used: links-indicator-*
links-indicator-deputies-home = 代表编入联络站
links-indicator-deputies-received = 代表一年内进站接待群众
links-indicator-deputies-linked = 代表有人联系
links-indicator-deputies-contacted = 代表一年内得到联系
links-indicator-deputies-links = 代表联系群众
links-indicator-deputies-visits = 代表一年内开展联系
links-indicator-committee-links = 常委会组成人员联系代表或群众
links-indicator-committee-visits = 常委会组成人员一年内开展联系
links-indicator-towns-station = 乡镇街道有开放的联络站
links-indicator-villages-linked = 村（社区）有代表联系
links-indicator-told = 统计对象：{ $population }；覆盖条件：{ $condition }。
links-indicator-own = 本级自定
links-indicator-new = 增加指标
links-indicator-lead = 指标是两份名单之比：统计对象里有多少符合覆盖条件。
links-indicator-remove = 去掉指标
links-indicator-remove-confirm = 只去掉指标，不影响联系安排和记录。确定去掉？
# used: links-population-*
links-population-deputies = 在任代表
links-population-committee = 常委会组成人员
links-population-towns = 乡镇、街道、园区
links-population-villages = 村（社区）
# used: links-condition-*
links-condition-home = 编入联络站
links-condition-received = 一年内进站接待群众
links-condition-station = 有开放的联络站
links-condition-linked = 有人联系
links-condition-contacted = 一年内得到联系
links-condition-links = 联系他人
links-condition-visits = 一年内开展联系
links-covered-missing = 未覆盖名单
links-covered-covered = 已覆盖名单
links-nobody-missing = 没有未覆盖的。
links-nobody-covered = 还没有已覆盖的。
links-areas-title = 按区域汇总
links-areas-lead = 一人有多级代表职务的，在每个区域内只计一次，合计也只计一次，因此各行相加可能大于合计。按功能区汇总时，代表按所在代表团的名称归入功能区。
links-areas-rest = 不在以上各行的
links-areas-again = 各行相加比合计多 { $count }：有人在几处任职，每处各计一次，合计只计一次。
links-no-areas-title = 这个范围内没有下级区域
links-no-areas-text = 换一个汇总口径。
links-tree-administrative = 按行政区划
links-tree-functional = 按功能区

links-sheet-hint-name = 姓名；有重名的，写成“姓名（代表团）”。
links-sheet-hint-other = 姓名、单位名称或村（社区）名称；有重名的加括号注明，村（社区）可以填区划代码。
links-sheet-hint-since = 不填就是今天。
links-sheet-kind = 没有这个联系类别，请先登记，名称要一致。
links-sheet-day = 日期请写成 2026-01-01。
links-sheet-full = 这名联系人已有 { $most } 个联系对象，达到上限。
links-wrong-nobody = 这一边没有这个人或单位。
links-wrong-namesakes = 有重名的，请写成“姓名（代表团）”。

links-flash-made = 联系类别已登记。
links-flash-revised = 联系类别已修改。
links-flash-drafted = 草案已生成，请核对。
links-flash-changed = 草案已修改。
links-flash-adopted = 草案已通过，双方都会收到通知。
links-flash-dropped = 草案已放弃。
links-flash-linked = 联系已建立。
links-flash-ended = 联系已终止。
links-flash-contacted = 联系情况已登记。
links-flash-indicator = 指标已增加。
links-flash-indicator-removed = 指标已去掉。

links-refused-sides = 这样的双方不能建立联系，请重新选择。
links-refused-sides-fixed = 已有联系或草案，联系双方不能再改；请另外登记一个联系类别。
links-refused-need = 每个对象由 1 至 { $most } 人联系。
links-refused-quota = 每人联系的最少数不能大于最多数，最多数为 1 至 { $most }。
links-refused-times = 每年最多 { $most } 次。
links-refused-days-cross = 截止日期不能早于起始日期。
links-refused-not-in-force = 这个联系类别在这一天不适用，请改日期。
links-refused-too-many = 人数太多，不能一次生成；请用导入，或者按地方分设联系类别。
links-refused-draft-open = 已有一份待定草案，请先通过或者放弃。
links-refused-draft-over = 草案已经通过或者放弃。
links-refused-draft-stale = “{ $name }”已有变化，草案不能照此通过；请调整这一项，或者放弃后重新生成。
links-refused-draft-empty = 草案里没有新增也没有终止的联系。
links-refused-not-on-side = “{ $name }”不在可选名单里。
links-refused-linked-twice = 两者已经在联系。
links-refused-oneself = 不能联系自己。
links-refused-full = “{ $name }”已联系 { $most } 个，达到上限。
links-refused-link-over = 这项联系已经终止。
links-refused-day-outside = 日期应在 { $first } 至 { $last } 之间。
links-refused-reason = 换届终止的联系由系统自动办理，请另选原因。
links-refused-indicator = 这两份名单不能相比，请重新选择。
links-refused-indicators-many = 自定指标最多 { $most } 项，请先去掉一项。

links-ensure-of-congress = 每项联系与联系类别同属一级人大
links-ensure-days = 联系的终止日期不早于起始日期
links-ensure-contacts = 联系记录的日期不早于联系的起始日期
links-ensure-drafts = 每份草案与联系类别同属一级人大
