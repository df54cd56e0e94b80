stations-title = 代表联络站
stations-lead = 开放的人大代表联络站：在哪里、什么时间开放、有哪些代表。
stations-inside = 名录和台账
stations-back = 返回
stations-save = 保存
stations-print = 打印
stations-filter-words = 名称或地址
stations-filter-deputy = 代表姓名
stations-none-open-title = 没有找到开放的联络站
stations-none-open-text = 请换个名称或地址再找，或者到“找代表”按所在地查找代表。
stations-none-title = 这里还没有内容
stations-none-text = 请换一个条件再看；登记以后会自动列在这里。
stations-ledgers-lead = 每件事只登记一次，名录、台账和统计都由登记内容生成。
stations-ledgers = 台账
stations-what = 基本情况
stations-deputies = 进站代表
stations-no-deputies = 还没有代表编入本站。
stations-keepers = 联络员
stations-no-keepers = 还没有联络员。请在“账号”中为联络员授予本站职务。
stations-no-plan = 今年还没有计划。
stations-history = 沿革
stations-size = { $size }平方米
stations-stars = { $stars }星级
stations-stars-till = （有效期至{ $day }）
stations-came-times = 今年接待{ $count }次
stations-opinion-number = 〔{ $year }〕{ $n }号

# used: stations-ledger-*
stations-ledger-register = 联络站名录
stations-ledger-gaps = 未进站代表
stations-ledger-receptions = 接待台账
stations-ledger-activities = 活动台账
stations-ledger-plan = 年度计划台账
stations-ledger-statistics = 工作统计
stations-ledger-grades = 星级评定

# used: stations-stage-*
stations-stage-planned = 筹建
stations-stage-open = 开放
stations-stage-suspended = 暂停开放
stations-stage-merged = 已并入他站
stations-stage-closed = 已撤销
stations-stage-title = 变更状态
stations-stage-lead = 并入他站的，进站代表一并转到新站，原站的台账和统计保留，原站的二维码和网址转到新站。

# used: stations-step-*
stations-step-open = 开放
stations-step-suspend = 暂停开放
stations-step-merge = 并入另一站
stations-step-close = 撤销

# used: stations-past-*
stations-past-founded = 登记建站
stations-past-revised = 修改登记内容
stations-past-open = 开放
stations-past-suspend = 暂停开放
stations-past-merge = 并入
stations-past-close = 撤销
stations-past-joined = 他站并入
stations-past-graded = 公布星级
stations-past-grade-withdrawn = 撤销星级

# used: stations-tier-*
stations-tier-center = 中心站
stations-tier-station = 联络站
stations-tier-point = 联络点

# used: stations-kind-*
stations-kind-town = 乡镇街道
stations-kind-village = 村、社区
stations-kind-district = 选区、片区
stations-kind-park = 园区
stations-kind-trade = 行业、产业链
stations-kind-online = 网上

# used: stations-function-*
stations-function-home = 代表之家
stations-function-law = 基层立法联系点
stations-function-budget = 预算工作基层联系点
stations-function-talk = 议事厅
stations-function-mediation = 调解

# used: stations-event-*
stations-event-reception = 接待群众
stations-event-study = 学习
stations-event-visit = 走访
stations-event-inspection = 视察调研
stations-event-discussion = 议事协商
stations-event-publicity = 法律政策宣传
stations-event-report = 代表述职
stations-event-consultation = 立法、预算征询
stations-event-mediation = 调解
stations-event-deed = 办实事
stations-event-other = 其他活动

# used: stations-topic-*
stations-topic-roads = 道路交通
stations-topic-water = 水利、供水、环卫
stations-topic-schools = 教育
stations-topic-health = 医疗卫生
stations-topic-welfare = 社会保障、就业
stations-topic-housing = 城乡建设、住房物业
stations-topic-farming = 农业农村
stations-topic-safety = 社会治安、安全生产
stations-topic-other = 其他

# used: stations-disposal-*
stations-disposal-answered = 当场答复
stations-disposal-township = 交乡镇、街道办理
stations-disposal-upward = 报县级以上人大
stations-disposal-suggestion = 由代表提出建议
stations-disposal-elsewhere = 告知其他渠道
stations-disposal-noted = 登记备查

# used: stations-progress-*
stations-progress-ahead = 计划中
stations-progress-late = 逾期未办
stations-progress-done = 已完成
stations-progress-dropped = 已取消

# used: stations-grade-*
stations-grade-applied = 已申报
stations-grade-reviewed = 已评审
stations-grade-published = 已公布
stations-grade-withdrawn = 已撤销
stations-grade-title = 星级评定

stations-field-name = 名称
stations-field-area = 所在地
stations-field-code = 区划代码
stations-field-tier = 层级
stations-field-kind = 类型
stations-field-functions = 功能
stations-field-host = 依托单位
stations-field-place = 地址
stations-field-size = 面积（平方米）
stations-field-hours = 开放时间
stations-field-phone = 联系电话
stations-field-about = 简介
stations-field-homes = 进站代表数
stations-field-stars = 星级
stations-field-stage = 状态
stations-field-deputy = 代表
stations-field-deputies = 参加代表
stations-field-congress = 人大
stations-field-delegation = 代表团
stations-field-since = 进站日期
stations-field-do = 操作
stations-field-step = 变更为
stations-field-into = 并入哪个站
stations-field-reason = 理由
stations-field-station = 联络站
stations-field-year = 年度
stations-field-month = 月份
stations-field-record = 登记
stations-field-clock = 时间
stations-field-staff = 工作人员
stations-field-visitors = 来访人数
stations-field-attended = 参加群众人数
stations-field-names = 来访人姓名
stations-field-visitor-phone = 来访人电话
stations-field-topic = 事项类别
stations-field-said = 反映内容
stations-field-done = 办理情况
stations-field-disposal = 处理方式
stations-field-opinion = 群众意见编号
stations-field-struck = 作废理由
stations-field-day = 日期
stations-field-kind-of-event = 类别
stations-field-title = 主题
stations-field-content = 活动内容
stations-field-result = 活动成效
stations-field-does-plan = 完成的计划事项
stations-field-plan = 计划事项
stations-field-words = 内容
stations-field-progress = 进度
stations-field-dropped = 取消理由
stations-field-receptions = 接待次数
stations-field-came = 接待代表人数
stations-field-on-the-spot = 当场答复
stations-field-opinions = 转为群众意见
stations-field-activities = 活动次数
stations-field-planned = 计划事项数
stations-field-plan-done = 已完成计划
stations-field-grade = 申报
stations-field-scheme = 评分表
stations-field-total = 得分
stations-field-till = 有效期至
stations-field-applied = 申报日期
stations-field-indicators = 指标
stations-field-bands = 星级分数线
stations-field-years = 有效年数
stations-field-indicator = 指标内容
stations-field-most = 满分
stations-field-claimed = 自评分
stations-field-given = 评审分
stations-field-evidence = 佐证
stations-field-review-words = 评审意见

stations-hint-name = 例如：某某镇人大代表联络站。同一人大的联络站不能重名。
stations-hint-area = 乡镇、街道九位，村、社区十二位。
stations-hint-size = 可以不填。
stations-hint-hours = 例如：每周一至周五 8:30—17:30，每月15日为代表接待日。
stations-hint-phone = 站点的公开电话，任何人可见。
stations-hint-into = 只有并入另一站时选择；新站须为本级人大的开放站。
stations-hint-reason = 写明原因或者依据的文件、会议决定，列入沿革。
stations-hint-homes = 一名代表只编入一个站；已在本级其他站的，转到本站。
stations-hint-deputies = 勾选当天到站的代表。
stations-hint-clock = 例如：9:00—11:00。
stations-hint-visitors = 没有人来访填 0。
stations-hint-names = 密封保存，不公开；查看时须写明理由并留痕。
stations-hint-said = 如实记录群众反映的事情，不写姓名、身份证号和电话。
stations-hint-opinion = 已转为群众意见的，填写编号，例如 2026-12。
stations-hint-month = 1 到 12。
stations-hint-open = 理由记入日志，长期保存。
stations-hint-strike = 登记错误时作废，作废后仍可查阅，不再计入统计。
stations-hint-indicators = 一行一项：组别｜指标｜分值，也可以从表格中复制。
stations-hint-bands = 例如：5=90 4=80 3=70，表示 90 分以上五星级，依此类推。

stations-new-title = 登记联络站
stations-new-lead = 登记后为“筹建”状态，验收后再开放；开放后公众可以查到。
stations-edit-title = 修改登记内容
stations-edit-lead = 修改后列入沿革。
stations-import-title = 导入联络站名录
stations-reception-title = 接待登记
stations-reception-lead = 没有网络时也可以填写，内容保存在本机，联网后提交一次，不会重复。
stations-activity-title = 活动登记
stations-activity-lead = 学习、走访、调研、议事、述职、宣传等活动，登记一次即列入台账。
stations-record = 登记
stations-plan-title = 本年度计划
stations-plan-new-title = 增加计划事项
stations-plan-lead = 活动或者接待登记时选择计划事项，即为完成。
stations-drop-title = 取消计划事项
stations-drop-lead = 取消的事项保留在台账中。
stations-drop = 取消这一事项
stations-drop-this = 取消“{ $title }”
stations-homes-title = 代表编组进站
stations-homes-add = 增加进站代表
stations-homes-give = 编入本站
stations-home-end = 移出
stations-home-end-confirm = 将{ $name }移出本站？移出后列入未进站代表。
stations-no-home = （未进站）
stations-home-now = （现在{ $station }）
stations-nobody-offered = 没有找到未进站的代表，可以按姓名查找。
stations-open-names = 查看来访人
stations-sealed = 已登记，密封保存
stations-strike = 作废
stations-struck = 本条已作废：{ $why }
stations-wall = 上墙公示
stations-wall-scan = 扫码查看本站代表和开放时间
stations-wall-code = 本站二维码
stations-scheme-title = 制定评分表
stations-scheme-lead = 评分表制定后，各站按新表申报；此前的申报仍按原表评审。
stations-scheme-button = 启用
stations-apply-title = 申报星级
stations-apply-lead = 逐项自评并写明佐证材料在哪里；由人大机关评审后公布。
stations-apply-button = 提交申报
stations-points-of = { $name }（满分{ $most }分）
stations-evidence-of = “{ $name }”的佐证
stations-review = 评审
stations-publish = 公布星级
stations-publish-lead = 公布后，星级列在联络站页面，公众可见，并通知联络员。
stations-publish-confirm = 确认公布？
stations-withdraw = 撤销

stations-flash-founded = 已登记。
stations-flash-revised = 已修改。
stations-flash-stage = 状态已变更。
stations-flash-homes = 已编入本站。
stations-flash-home-ended = 已移出。
stations-flash-recorded = 已登记，列入台账。
stations-flash-struck = 已作废。
stations-flash-planned = 已列入计划。
stations-flash-dropped = 已取消。
stations-flash-adopted = 评分表已启用。
stations-flash-applied = 已申报，请等候评审。
stations-flash-reviewed = 评审分已保存。
stations-flash-published = 星级已公布。
stations-flash-withdrawn = 已撤销。

stations-wrong-area = 没有这个区划，或者不在本级人大的范围内，请核对代码。
stations-wrong-size = 面积应为不超过 100000 的整数。
stations-wrong-functions = 功能重复或者过多，请重新选择。
stations-wrong-name-taken = 本级已有同名联络站，请换一个名称。
stations-wrong-people = 请选择一至二百名代表。
stations-wrong-deputy = 其中有人不是在任代表，请核对名册。
stations-wrong-no-deputy = 接待至少要有一名代表，请先把代表编入本站。
stations-wrong-visitors = 人数不能超过 { $most }。
stations-wrong-opinion = 没有这个编号的群众意见，请核对，例如 2026-12。
stations-wrong-year = 年度应在 2000 至 2100 之间。
stations-wrong-month = 月份应为 1 到 12。
stations-wrong-indicators = 每行应为：组别｜指标｜分值，请检查。

stations-refused-changed = 别人刚刚改过，请刷新后重新填写。
stations-refused-over = 本站已并入他站或者已撤销，不能再登记。
stations-refused-step = 按现在的状态不能这样变更，请刷新后再选。
stations-refused-into = 只能并入本级人大的另一个开放站，请重新选择。
stations-refused-home-already = 其中有代表已在本站，请不要重复编入。
stations-refused-home-elsewhere = 其中有代表编在其他人大管理的站，请先与对方联系移出。
stations-refused-no-home = 这名代表现在不在本站。
stations-refused-not-yet = 日期还没有到，请在活动以后登记。
stations-refused-struck = 本条已经作废。
stations-refused-plan-over = 这一计划事项已完成、已取消，或者不是本站的。
stations-refused-indicators = 评分表应有一至六十项指标，指标不能重名。
stations-refused-points = 分值应为整数，并且不超过该项满分。
stations-refused-bands = 星级分数线应从高到低，星级为 1 到 5，有效年数为 1 到 10。
stations-refused-no-scheme = 本级人大还没有制定评分表，暂不能申报。
stations-refused-grade-runs = 本站的上一次申报还没有公布，请等候。
stations-refused-grade-stage = 这次评定的进度已变化，请刷新后再看。

stations-sheet-hint-area = 区划代码，或者本级范围内的乡镇、街道、村、社区名称
stations-sheet-hint-tier = 中心站、联络站或联络点；不填为联络站
stations-sheet-hint-kind = 乡镇街道、村社区、选区片区、园区、行业或网上；不填为乡镇街道
stations-sheet-hint-functions = 代表之家、立法联系点、预算联系点、议事厅、调解室，用顿号隔开
stations-sheet-too-long = 内容过长，最多 { $most } 字。
stations-sheet-word = 不认识这个词，请按填写说明填写。
stations-sheet-twice = 与第 { $row } 行重名。

stations-ensure-merged = 并入他站的联络站都有去向
stations-ensure-homes = 已并入或者撤销的联络站没有进站代表
stations-ensure-one-home = 每名代表只有一个联络站
stations-ensure-receivers = 每次接待至少有一名代表
stations-ensure-sealed = 来访人姓名都标明密封
stations-ensure-plan = 计划事项由本站未作废的登记完成
stations-ensure-stars = 有星级的联络站都有公布的评定
