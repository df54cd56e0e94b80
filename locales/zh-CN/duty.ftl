# 值班接待
duty-title = 值班接待
duty-lead = 联络站的接待日、值班表，谁值班、谁到站
duty-between = 、
duty-mine = 我的值班
duty-mine-count = 今年已值班 { $attended } 次，要求不少于 { $least } 次。
duty-mine-station = 编入联络站：
duty-mine-no-station = 您还没有编入联络站，请与所在人大机关联系。
duty-mine-none = 近期没有安排您值班；值班表公布后写在这里。
duty-mine-ahead = 今后的值班
duty-mine-past = 今年值过的班
duty-stations = 联络站
duty-stations-none-title = 没有联络站
duty-stations-none-text = 先登记联络站、确定联络员，再在这里排班。
duty-waits-pattern = 未设接待日
duty-waits-drafts = 待公布 { $count } 份
duty-waits-unnoted = 未登记到站 { $count } 人次
duty-swaps = 换班
duty-swap-said = { $from }代表请{ $to }代表代为在{ $day }到{ $station }值班。
duty-swap-waits = 已请{ $name }代表代班，等答复
duty-swap-title = { $day } 请人代班
duty-swap-nobody = 本站没有别的代表，请与联络员联系。
duty-leaves = 请假
duty-leaves-none = 没有请假。
duty-station-title = { $station }值班安排
duty-month = { $month } 值班
duty-turns = 值班安排
duty-turns-none = 这个月没有值班安排，可以换一个月看。
duty-missing = 缺 { $count } 人
duty-moved = 由 { $day } 调整
duty-by-hand = 手工增加
duty-patterns = 接待日
duty-patterns-none = 还没有接待日；设了接待日才能排班。
duty-pattern-title = { $station }：增加接待日
duty-pattern-lead = 按星期、按日期或者按逢场日，写明时间和每次几名代表。
duty-pattern-people = 每次 { $count } 名代表
duty-pattern-until = 到 { $day } 止
duty-rosters = 值班表
duty-rosters-none = 还没有值班表：先设接待日，再填起止日期生成。
duty-roster-title = { $station } { $since }—{ $until } 值班表
duty-roster-turns = 共 { $count } 次
duty-roster-published = { $day } 公布
duty-roster-by = 应于 { $day } 前公布
duty-roster-draft = 草稿，代表还没有收到通知。
duty-publish-by = 应公布
duty-publish-by-clock = 到期没有公布的，系统自动公布并通知代表；有人请假等情形除外。
duty-empty = 还有 { $count } 个班次名额没有人：当天能来的代表不够，可以手工换人或者调整接待日。
duty-short = 排完后全年不足 { $least } 次的代表 { $count } 名
duty-short-line = { $name }：{ $has } 次，{ $why }
duty-turn-title = { $station } { $day } 值班
duty-turn-roster = 所在值班表
duty-changes = 手工调整
duty-change-said = { $kind ->
    [out] { $gone }退出
    [in] { $came }增加
   *[other] { $gone }换为{ $came }
 }
duty-coverage-title = 代表接待次数
duty-coverage-lead = 每名代表每年不少于 { $least } 次；次数少的在前
duty-coverage-none-title = 没有代表
duty-coverage-none-text = 换一个筛选条件；代表编入联络站后列在这里。
duty-settings-title = 值班规定
duty-settings-lead = 本级人大所属各联络站都照此执行；从下一次排班起用。
duty-code-title = 到站码
duty-code-lead = 值班当天，代表登录后扫到站码，就登记为到站。
duty-code-again = 已经生成过；重新生成后，原来的作废。
duty-code-text = 请值班代表在 { $day } 当天登录后扫码，按“到站登记”。
duty-code-picture = 到站码图案
duty-code-address = 或者打开：
duty-code-once = 到站码只显示这一次，可以打印或者拍下来放在站里。离开本页后要再看，只能重新生成。
duty-here-title = 到站登记
duty-here-noted = 您已登记到站。
duty-calendar-title = { $station }值班接待
duty-calendar-names = 值班接待：{ $names }
duty-paper-title = { $station }{ $year }年{ $month }月值班表
duty-paper-place = 接待地点：{ $place }
duty-paper-note = 备注

# used: duty-standing-*
duty-standing-short = 次数不足
duty-standing-planned = 已安排
duty-standing-met = 已达到

# used: duty-stage-*
duty-stage-planned = 草稿
duty-stage-published = 已公布
duty-stage-attended = 到站
duty-stage-missed = 缺席

# used: duty-how-*
duty-how-code = 扫码
duty-how-hand = 手工

# used: duty-kind-*
duty-kind-weekday = 按星期
duty-kind-monthday = 按日期
duty-kind-market = 逢场日（公历）
duty-kind-lunar = 逢场日（农历）

# used: duty-meets-*
duty-meets-weekday = { $nth ->
    [0] 每{ $numbers }
   *[other] 每月第{ $weeks }个{ $numbers }
 }
duty-meets-monthday = 每月 { $numbers } 日
duty-meets-market = 逢 { $numbers } 赶场日
duty-meets-lunar = 农历逢 { $numbers } 赶场日
duty-meets-months = { $months } 月，{ $days }

# used: duty-shift-*
duty-shift-next = 遇节假日顺延
duty-shift-previous = 遇节假日提前
duty-shift-skip = 遇节假日取消
duty-shift-keep = 遇节假日照常

# used: duty-weekday-*
duty-weekday-1 = 星期一
duty-weekday-2 = 星期二
duty-weekday-3 = 星期三
duty-weekday-4 = 星期四
duty-weekday-5 = 星期五
duty-weekday-6 = 星期六
duty-weekday-7 = 星期日

# used: duty-why-*
duty-why-away = 请假，能来的接待日太少
duty-why-few-places = 这一段的班次不够每人轮到

duty-field-day = 日期
duty-field-weekday = 星期
duty-field-hours = 时间
duty-field-station = 联络站
duty-field-stage = 状态
duty-field-swap = 换班
duty-field-next = 下次接待
duty-field-published-until = 已公布到
duty-field-waits = 待办
duty-field-deputy = 代表
duty-field-deputies = 值班代表
duty-field-attendance = 到站登记
duty-field-attended = 已值班
duty-field-ahead = 已安排
duty-field-missed = 缺席
duty-field-standing = 情况
duty-field-how = 登记方式
duty-field-since = 起
duty-field-until = 止
duty-field-reason = 原因
duty-field-to = 请谁代班
duty-field-words = 附言
duty-field-least = 每名代表每年至少几次
duty-field-days-ahead = 提前几天公布
duty-field-by-clock = 到期自动公布
duty-field-meets = 接待日确定方式
duty-field-numbers = 哪些日子
duty-field-weeks = 每月第几个
duty-field-months = 哪些月份
duty-field-begins = 开始时间
duty-field-ends = 结束时间
duty-field-number = 每次几名代表
duty-field-shift = 遇节假日处理
duty-field-from = 从哪天起
duty-field-gone = 谁退出
duty-field-came = 谁来值班

duty-hint-leave = 请假期间不再安排您值班；已经公布的值班请另行换班。
duty-hint-leave-reason = 排班的联络员、人大机关看得到。
duty-hint-to = 对方同意后，这次值班归对方。
duty-hint-least = 例如 2。达不到的代表列在“代表接待次数”里。
duty-hint-ahead = 例如 3：首次值班前三天公布。
duty-hint-by-clock = 勾选后，到了公布日期仍是草稿的，系统当天早上自动公布；不勾选就由联络员手工公布。
duty-hint-range = 在同一年内，例如一个季度；与已有的值班表不重叠。
duty-hint-turn = 在本表起止日期之内，例如临时增加的接待。增加后重新生成，就一并排人。
duty-hint-numbers = 星期写 1 到 7（7 是星期日）；日期写 1 到 31；逢场日写尾数，逢三逢八写 3、8，逢十写 0。用顿号隔开。
duty-hint-weeks = 只用于按星期：写 1 就是每月第一个；不写就是每个星期。
duty-hint-months = 如 1、3、5、7、9、11；不写就是每个月。
duty-hint-shift = 节假日和调休以国务院办公厅的通知为准。
duty-hint-came = 编在本站、当天没有别的值班也没有请假的代表。

duty-do-swap = 请人代班
duty-do-ask = 发出请求
duty-do-accept = 同意代班
duty-do-decline = 不能代班
duty-do-withdraw = 撤回换班请求
duty-do-accept-for = 代为登记同意
duty-do-decline-for = 代为登记不同意
duty-do-leave = 请假
duty-do-leave-send = 提交请假
duty-do-end-leave = 销假
duty-do-calendar = 下载到日历
duty-do-pdf = 值班表（PDF）
duty-do-docx = 值班表（Word）
duty-do-pattern = 增加接待日
duty-do-pattern-save = 保存接待日
duty-do-end = 到今天为止
duty-do-end-sure = 这个接待日到今天为止，以后排班不再用它？
duty-do-generate = 生成值班表
duty-do-regenerate = 重新生成
duty-do-regenerate-sure = 按现在的接待日、请假和人员重新生成，手工换的人不再保留？
duty-do-discard = 作废草稿
duty-do-discard-sure = 作废这份草稿？
duty-do-publish = 公布
duty-do-publish-sure = 公布后通知表上的代表，再改只能逐次调整。现在公布？
duty-do-turn = 增加一次值班
duty-do-turn-save = 增加
duty-do-attended = 到站
duty-do-missed = 缺席
duty-do-here = 到站登记
duty-do-code = 生成到站码
duty-do-change = 手工换人
duty-do-change-save = 保存调整
duty-do-set = 保存规定

duty-flash-leave = 已请假。
duty-flash-leave-ended = 已销假。
duty-flash-swap-asked = 已发出换班请求。
duty-flash-swap-accepted = 已换班。
duty-flash-swap-declined = 已答复不能代班。
duty-flash-swap-withdrawn = 已撤回换班请求。
duty-flash-here = 已登记到站。
duty-flash-set = 已保存值班规定。
duty-flash-pattern = 已增加接待日。
duty-flash-pattern-ended = 这个接待日到今天为止。
duty-flash-generated = 已生成草稿，请核对后公布。
duty-flash-published = 已公布，并通知表上的代表。
duty-flash-discarded = 已作废草稿。
duty-flash-turn = 已增加一次值班。
duty-flash-marked = 已登记。
duty-flash-changed = 已调整。

duty-refused-nobodys = 值班安排供代表、联络员和人大机关工作人员使用。
duty-refused-see = 只有联络站所属人大机关的工作人员能查看。
duty-refused-set = 只有人大机关负责人能改值班规定。
duty-refused-changed = 别人刚刚改过，请刷新后再操作。
duty-refused-draft = 这份值班表还没有公布。
duty-refused-published = 已经公布，请逐次调整。
duty-refused-other-day = 到站码只在值班当天有效。
duty-refused-not-yet = 还没到值班的日子。
duty-refused-past = 这一天已经过去，或者已经登记，不能再办。
duty-refused-marked = 已经这样登记过了。
duty-refused-swap-settled = 这次换班已经有了结果。
duty-refused-not-asked = 这次换班不由您答复。
duty-refused-not-open = 联络站没有启用，不能排班。
duty-refused-overlaps = 这段日期里已有值班表，请换一段日期，或者先作废草稿。
duty-refused-no-days = 这段日期里没有接待日，请先设接待日。
duty-refused-nobody = 本站还没有编入在任代表，不能排班。
duty-refused-busy = 对方当天另有值班或者请假。
duty-refused-unfilled = 表上一个人也没有，不能公布。
duty-refused-on-leave = 表上有代表在值班那天已请假，或者已不编在本站、已不在任，请重新生成或者手工换人后再公布。
duty-stuck-unfilled = 到期未能自动公布：值班表上还没有安排代表。请在下面逐次安排，或者重新生成后公布。
duty-stuck-on-leave = 到期未能自动公布：表上有代表已请假、不再进站或者不再任职。请重新生成，或者逐次调整后公布。
duty-stuck-past = 到期未能自动公布：第一次值班的日期已过。请重新生成后公布。
duty-refused-ended = 早已停止，不用再办。
duty-refused-swap-asked = 这次值班已经请人代班，请等答复，或者先撤回。
duty-wrong-number = 请填 0 到 { $most } 的数。
duty-wrong-numbers = 请按所选的方式填数字，并且至少填一个。
duty-wrong-months = 月份填 1 到 12。
duty-wrong-deputies = 请填 1 到 20。
duty-wrong-hour = 请照 09:00 的样子填时间。
duty-wrong-hours = 结束要晚于开始。
duty-wrong-past = 请填今天或者以后的日期。
duty-wrong-range = 请填合适的日期：止不早于起，并且不超过一年。
duty-wrong-year = 请填同一年之内的日期，跨年的分两次排。
duty-wrong-day = 请填值班表起止日期之内的一天。
duty-wrong-twice = 这一天这个时间已有一次值班。
duty-wrong-nobody = 请选谁退出、谁来值班，至少选一项。
duty-wrong-not-there = 这名代表不在班上。
duty-wrong-was-there = 这名代表已登记到站，不能退出。
duty-wrong-not-of-station = 这名代表当天不编在本站。

duty-ensure-stage = 草稿上的值班都未公布，公布的值班表上没有草稿
duty-ensure-once-a-day = 一名代表一天只值一次班
duty-ensure-within = 每次值班在值班表的日期之内，属于同一联络站
duty-ensure-swap = 等答复的换班都还在请求人名下

# no key: duty-published
# no key: duty-unfilled
# no key: duty-on-leave
# no key: duty-past
# no key: duty-on
# no key: duty-off
# no key: duty-swap-asked
# no key: duty-swap-accepted
# no key: duty-swap-declined
# no key: duty-swap-withdrawn
