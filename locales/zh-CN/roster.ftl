roster-title = 名册
roster-person = 代表
roster-save = 保存
roster-back = 返回
roster-amend = 修改
roster-done-saved = 已保存。
roster-done-entered = 已登记当选。代表资格确认后，请在本页登记。
roster-done-merged = 两条记录已合并。如有误，可在“重复人员”页撤销。
roster-done-unmerged = 合并已撤销，代表资格已归还原记录。
# law
# fields
# used: roster-field-*
roster-field-name = 姓名
roster-field-gender = 性别
roster-field-ethnicity = 民族
roster-field-party = 党派
roster-field-education = 学历
roster-field-occupation = 工作单位及职务
roster-field-phone = 联系电话
roster-field-id-number = 身份证号
roster-field-born = 出生日期
roster-field-email = 电子邮箱
roster-field-address = 通讯地址
roster-field-congress = 所属人大
roster-field-constituency = 选区或选举单位
roster-field-constituency-kind = 选举方式
roster-field-delegation = 代表团
roster-field-term = 届次
roster-field-state = 状态
roster-field-elected = 当选日期
roster-field-began = 任职日期
roster-field-ended = 终止日期
roster-field-reason = 终止原因
roster-field-ground = 暂停执行职务的原因
roster-field-role = 职务
roster-field-role-began = 起始日期
roster-field-role-ended = 截止日期
roster-field-basis = 依据文件
roster-field-day = 日期
roster-field-step = 登记事项
roster-field-ordinal = 第几届
roster-field-first-session = 第一次会议开幕日期
roster-field-seats = 代表名额
roster-field-session = 第几次会议
roster-field-opened = 开幕日期
roster-field-closed = 闭幕日期
roster-field-reason-opening = 查看事由
roster-field-merge-reason = 合并依据
roster-field-file = 名册文件
roster-field-kind = 类别
roster-field-area = 区域
roster-field-area-code = 区划代码
roster-field-body = 名称
roster-field-parent = 隶属
roster-field-serves = 对应的人大
roster-field-transfer = 转办机构（分办转来的建议）
roster-field-closed-on = 撤销日期
# filters
roster-filter-name = 姓名、拼音或首字母
roster-filter-role = 职务
roster-filter-sits-in = 机构
roster-wrong-body = 代表只在人大、常委会和乡镇主席团任职，请从中选一个机构。
roster-wrong-export-body = 请先选一个机构，再导出。
roster-filter-area = 区域：
roster-filter-body = 名称中的字
# the deputies everybody may find
roster-deputies-title = 代表查询
roster-deputies-under = 在任各级人大代表的公开信息
roster-deputies-none = 没有找到代表
roster-deputies-none-text = 请换一个姓名或拼音，或者放宽区域和职务。
roster-seats = 代表资格
roster-seats-none = 没有代表资格记录。
roster-term-name = 第{ $number }届
# entering and amending
roster-new-title = 登记新代表
roster-amend-title = 修改人员信息
roster-elect = 登记当选
roster-elect-text = 这个人已在名册里，在这里登记新的当选，不必重新录入。一人可以同时担任有隶属关系的各级人大代表（选举法第四十八条）。
roster-namesakes = 是不是已有的这位
roster-namesakes-text = 名册里已有同名的人。是同一人的，请点姓名，给他登记当选；都不是的，请勾选后再保存。
roster-namesakes-another = 都不是，登记为另一人
roster-contact-title = 联系方式
roster-contact-sealed = 联系方式已遮盖。确需查看时请写明事由，查看会记入日志。
roster-contact-opened = 已打开，本次查看已记入日志。离开本页后重新遮盖。
roster-contact-none = 还没有登记联系方式。
roster-contact-reason-hint = 例如：通知参加第五次会议
roster-contact-open = 查看完整信息
roster-contact-amend-title = 修改联系方式
roster-contact-amend-text = 只填要修改的内容，留空的保持不变。
# mandates
roster-mandate-title = 代表资格
roster-mandate-open = 登记变动
roster-mandate-steps = 登记变动
roster-ground-hint = 登记暂停时选择（代表法第六十一条）
roster-reason-hint = 登记终止时选择（代表法第六十二条）
roster-step-confirm-text = 请核对日期和事项，登记后会记入日志。
# used: roster-step-*
roster-step-confirm = 代表资格确认
roster-step-take-up = 就任
roster-step-suspend = 暂停执行代表职务
roster-step-resume = 恢复执行代表职务
roster-step-end = 代表资格终止
# used: roster-state-*
roster-state-elected = 当选待确认
roster-state-confirmed = 资格已确认
roster-state-in-office = 在任
roster-state-suspended = 暂停执行职务
roster-state-ended = 资格已终止
# used: roster-ground-*
roster-ground-custody = 因刑事案件被羁押，正在受侦查、起诉、审判
roster-ground-sentence = 被判处管制、拘役或者有期徒刑，正在服刑，未附加剥夺政治权利
# used: roster-reason-*
roster-reason-moved-away = 迁出或者调离本行政区域
roster-reason-resigned = 辞职被接受
roster-reason-ordered-to-resign = 责令辞职被接受
roster-reason-absent = 未经批准两次不出席会议
roster-reason-recalled = 被罢免
roster-reason-nationality-lost = 丧失中华人民共和国国籍
roster-reason-rights-deprived = 被剥夺政治权利
roster-reason-capacity-lost = 丧失行为能力
roster-reason-died = 去世
roster-reason-term-over = 任期届满
roster-reason-election-void = 当选无效
# used: roster-role-*
roster-role-chair = 常委会主任
roster-role-vice-chair = 常委会副主任
roster-role-secretary-general = 秘书长
roster-role-standing-member = 常委会委员
roster-role-town-chair = 乡镇人大主席
roster-role-town-vice-chair = 乡镇人大副主席
roster-role-presidium-member = 主席团成员
roster-role-committee-member = 专门委员会成员
roster-role-delegation-head = 代表团团长
roster-role-delegation-vice-head = 代表团副团长
roster-role-group-head = 代表小组组长
roster-role-give = 增加职务
roster-role-lay-down = 卸任
roster-roles-title = 职务
roster-roles-none = 没有职务记录。
roster-place-title = 代表团和选区
# used: roster-gender-*
roster-gender-female = 女
roster-gender-male = 男
# used: roster-level-*
roster-level-nation = 全国
roster-level-province = 省
roster-level-prefecture = 市、州
roster-level-county = 县、市、区
roster-level-township = 乡、镇
roster-level-village = 村、社区
# used: roster-area-*
roster-area-subdistrict = 街道
roster-area-functional = 功能区
roster-area-village = 村、社区
# used: roster-kind-*
roster-kind-congress = 人民代表大会
roster-kind-standing-committee = 常务委员会
roster-kind-presidium = 主席团
roster-kind-work-committee = 街道、园区工委
roster-kind-office = 工作机构
roster-kind-unit = 承办单位
roster-kind-station = 代表联络站
roster-kind-group = 代表小组
roster-kind-delegation = 代表团
# used: roster-power-*
roster-power-contact-deputies = 联系代表和群众
roster-power-organise-activities = 组织代表活动
roster-power-inspect = 组织视察、检查
roster-power-hear-reports = 听取工作情况通报
roster-power-review-budget-draft = 了解预算草案
roster-power-handle-opinions = 反映意见，转交建议
# congress and term
roster-list-title = 代表名册
roster-list-none = 名册里还没有人
roster-list-none-text = 可以登记新代表，或者用表格导入名册；也可以换一个筛选条件。
roster-no-term = 还没有届次
roster-no-term-text = 请先登记本届，再登记代表。
roster-terms = 历届
roster-term-enter = 登记届次
roster-term-enter-title = 登记本届或筹备下一届
roster-term-enter-text = 筹备下一届时，代表团和选区按本届复制；本届继续运行，直到换届。
roster-term-closed = 本届已于 { $day } 结束。
roster-sessions = 会议
roster-session-enter = 登记会议
roster-delegations = 代表团
roster-delegation-enter = 增加代表团
roster-delegation-none = 未编入代表团
roster-constituencies = 选区和选举单位
roster-constituency-enter = 增加选区或选举单位
# used: roster-constituency-*
roster-constituency-district = 选区（直接选举）
roster-constituency-unit = 选举单位（间接选举）
roster-seats-count = { $count } 名
roster-chart-delegations = 各代表团在任代表
roster-rungs = 辖区内各级在任代表
roster-change-title = 换届
roster-change = 换届到第{ $number }届
roster-change-text = 换届后本届全部代表资格因任期届满终止，下一届已确认的代表就任。日期填下一届第一次会议开幕日。
roster-confirm-all = 全部确认
roster-confirm-all-text = 代表资格审查后，可把本届所有“当选待确认”一次登记为已确认。
roster-reelection = 登记连任
roster-reelection-title = 连任代表
roster-reelection-text = 勾选当选第{ $number }届的代表，不必重新录入；代表团和选区按名称带过去。
# duplicates
roster-duplicates-title = 重复人员
roster-duplicates-text = 下面每一对可能是同一个人。核对后合并；合并后可以撤销。
roster-duplicates-none = 没有发现重复
roster-duplicates-none-text = 身份证号、姓名和电话、同一人大内的姓名都没有重复。
# used: roster-why-*
roster-why-id-number = 身份证号相同
roster-why-phone = 姓名和电话相同
roster-why-name = 在同一人大内同名
roster-merge = 合并
roster-merge-text = 后一条的代表资格会并入前一条。合并后可以撤销。
roster-merges = 已合并
roster-unmerge = 撤销合并
# directory and areas
roster-units-title = 机构名录
roster-units-under = 各级人大机构和承办单位
roster-units-none = 没有找到机构
roster-units-none-text = 请换一个名称、类别或区域。
roster-rename = 改名
roster-close = 撤销机构
roster-close-text = 撤销后不再出现在名录里，历史记录保留。
roster-body-enter = 增加机构
roster-body-enter-at = 增加机构 · { $congress }
roster-hint-area-code = 机构所在区域的代码，在本级辖区内，例如 430121 或 430121102。
roster-hint-transfer = 勾选后，人大机关可以把建议整批转给它，由它分办到承办单位，例如政府办公室、政府督查室、党委办公室。已经转给它的不受影响。
roster-is-not = 否
roster-powers = 受委托的职权
roster-areas-title = 区域
roster-bodies = 机构
roster-inside = 下辖
roster-villages = 村、社区
# import
roster-import-title = 导入名册
# sheet hints
roster-sheet-hint-congress = 行政区划代码或人大名称；全国人大代表填“全国人大”；导入本级名册时可以不填
roster-sheet-hint-gender = 男 或 女
roster-sheet-hint-sealed = 保密保存，平时只显示部分数字
roster-sheet-hint-id-number = 18 位，用来识别同一个人；保密保存
roster-sheet-hint-term = 例如 18；不填为本届。还没有届次的人大必须填写，并填任职日期
roster-sheet-hint-days = 三个日期都不填，按本届开始时就任；只填当选日期，按待确认登记
roster-sheet-hint-role = 多个职务用顿号分开
# sheet errors
roster-sheet-too-long = 最多 { $most } 个字，请精简
roster-sheet-day-not-come = { $day } 还没有到，不能登记为已发生。只当选、尚未就任的，只填当选日期。
roster-sheet-gender = 请填“男”或“女”
roster-sheet-day = 请按“年-月-日”填写，例如 2026-03-10
roster-sheet-role = 没有“{ $role }”这个职务。请对照模板的填写说明
roster-sheet-congress = 没有找到这个人大。请填行政区划代码，例如 430121；全国人大代表填“全国人大”
roster-sheet-congress-blank = 请填所属人大的行政区划代码
roster-sheet-other-congress = 这里只能导入本级（{ $area }）名册。其他人大由其本级导入
roster-sheet-term = 没有这一届。本届是第{ $term }届；下一届请先登记届次
roster-sheet-no-term = 这个人大还没有届次。请填届次和任职日期，或先登记本届
roster-sheet-term-made = 导入时会登记这一届
roster-sheet-twice = 与第 { $row } 行是同一人，请删去一行
roster-sheet-number-of-another = 这个身份证号属于“{ $name }”。请核对姓名和身份证号
roster-sheet-same-name = 本级有不止一位同名的人。请补上身份证号
roster-sheet-ethnicity = 不是 56 个民族的名称，请核对
roster-sheet-gender-differs = 与身份证号中的性别不同，请核对
roster-sheet-born-differs = 与身份证号中的出生日期不同，以身份证号为准
roster-sheet-zone = 所在园区的代码看不出法律上属于哪个县，请核对
roster-wrong-phone = 请填 11 位手机号，或带区号的座机号
roster-wrong-id-number = 身份证号不正确。请核对 18 位号码
roster-wrong-email = 电子邮箱不正确。例如 name@example.cn
# refusals
roster-refused-day-too-early = 日期不能早于 { $day }。请改日期。
roster-refused-day-not-come = { $day } 还没有到。登记后立即生效，请到当天再办，或改填实际日期。
roster-refused-reason-unknown-to-law = 当时施行的代表法没有这个终止原因。请核对日期或原因。
roster-refused-already-confirmed = 代表资格已经确认，不能再按当选无效处理。
roster-refused-mandate-elected = 代表资格还没有确认。请先登记确认。
roster-refused-mandate-confirmed = 代表还没有就任。请先登记就任。
roster-refused-mandate-in-office = 代表正在任职，不需要这项登记。
roster-refused-mandate-suspended = 代表正暂停执行职务。请先登记恢复，或登记终止。
roster-refused-mandate-ended = 代表资格已经终止，不能再登记变动。
roster-refused-role-over = 这个职务已经卸任。
roster-refused-role-held = 这个职务已经登记。请先卸任，再重新登记。
roster-refused-term-closed = 这一届已经结束，不能再改动。
roster-refused-term-prepared = 下一届已经在筹备。请先完成换届。
roster-refused-not-the-next-term = 两届不相连。请选择本届的下一届。
roster-refused-not-of-this-term = 所选代表不属于本届。请重新打开页面再选。
roster-refused-session-there = 这次会议已经登记，或者次数不对。
roster-refused-name-taken = 已有同名的，请换一个名称。
roster-refused-district-seats = 名额须在 1 至 { $most } 之间（选举法第二十六条）。
roster-refused-place-of-another-term = 所选代表团或选区不属于这一届。
roster-refused-namesakes = 名册里已有同名的人，没有登记。请先核对下面列出的人员。
roster-refused-seated-already = 这个人在本届已有代表资格。
roster-refused-off-chain = { $one } 与 { $other } 没有隶属关系，不能同时担任两地代表（选举法第四十八条）。
roster-refused-merged = 这条记录已并入另一条。请到合并后的记录上修改。
roster-refused-merge-itself = 不能与自己合并。
roster-refused-merge-same-term = 两人在同一届都有代表资格，不会是同一个人。请先核对名册。
roster-refused-merge-undone = 这次合并已经撤销。
roster-refused-body-by-law = 国家权力机关依法设立，不在这里增减。
roster-refused-body-closed = 这个机构已经撤销。
roster-refused-area-outside = 所选区域不在本级辖区内。
roster-refused-transfer = 只有承办单位和人大工作机构可以设为转办机构。
roster-refused-powers = 只有街道、园区工委才有受委托的职权。

roster-session-sits = 会议期间
roster-session-close = 登记闭会
roster-session-close-text = 闭会次日起提出的建议按闭会期间办理。
roster-refused-session-closed = 这次会议已经登记闭会。请刷新页面查看。
roster-field-count = 人数

# the rules of the roster told with their working: the numbers of the law
roster-step-quota-rule = { $level }人大代表名额：基数 { $base } 名，每 { $step } 人可以增加一名，总名额不得超过 { $cap } 名。
roster-step-quota-formula = { $base } + { $population } ÷ { $step }（取整为 { $more }）= { $formula }。
roster-step-quota-cap = { $formula } 超过上限，按 { $cap } 名。
roster-step-quota-plus5 = 经决定另加百分之五，舍去零头：{ $capped } 加到 { $seats } 名；是否受上限限制法律没有写明。
roster-step-quota-lower = 人口不足 { $few } 人的，代表总名额可以少于基数。
roster-step-quota-fixed = 代表总名额经确定后不再变动；以上是按人口测算，不能代替已经确定的名额。
roster-reason-quota = 代表名额 { $seats } 名。
roster-reason-quota-lower = 代表名额 { $seats } 名，人口较少，可以少于基数。
roster-refused-no-five-per-cent = 另加百分之五只适用于自治区、少数民族多的省，以及自治县、民族乡和少数民族聚居或者居住分散的县、乡；请取消勾选或者改选级别。

# used: roster-happened-*
roster-happened-detained = 因刑事案件被羁押
roster-happened-released = 解除羁押，或者刑罚执行完毕
roster-happened-sentenced = 被判处管制、拘役、有期徒刑，未剥夺政治权利
roster-happened-sentenced-deprived = 被判刑并剥夺政治权利
roster-happened-absent = 未经批准缺席一次会议
roster-happened-resignation-filed = 提出辞职
roster-happened-resigned = 辞职被接受
roster-happened-ordered-to-resign = 责令辞职被接受
roster-happened-moved-away = 迁出或者调离本行政区域
roster-happened-recalled = 被罢免
roster-happened-nationality-lost = 丧失中华人民共和国国籍
roster-happened-rights-deprived = 被剥夺政治权利
roster-happened-capacity-lost = 丧失行为能力
roster-happened-died = 去世

# used: roster-stands-*
roster-stands-active = 正常执行代表职务
roster-stands-suspended = 暂时停止执行代表职务
roster-stands-ended = 代表资格终止
roster-step-status-rule = 代表被羁押、服刑而未被剥夺政治权利的，暂时停止执行代表职务；有法定情形的，代表资格终止。
roster-step-event = { $event }：{ $status }。
roster-step-after-the-end = { $event }：代表资格已经终止，不再影响。
roster-step-two-absences = 本届内缺席 { $count } 次；法律没有说必须连续，按累计计算。
roster-reason-status = 现在：{ $status }。

roster-step-chain = 公民不得同时担任两个以上无隶属关系的行政区域的人大代表。
roster-step-apart = { $one } 与 { $other } 没有隶属关系。
roster-step-zone = { $one } 与 { $other }：功能区代码不能说明乡镇在法律上属于哪个县，请人工核对。
roster-reason-chain = 可以同时担任。
roster-reason-no-chain = 不可以同时担任。
roster-reason-chain-unsure = 需要人工核对后确定。

roster-step-size = { $level }人大常委会组成人员 { $min } 至 { $max } 名。
roster-step-size-many = 人口超过 { $many } 的，不超过 { $max } 名。
roster-step-size-fixed = 具体名额由省级人大或者其常委会确定，每届任期内不再变动。
roster-reason-size = { $min } 至 { $max } 名。
roster-refused-no-standing-committee = 乡镇人大不设常务委员会，请选择县级以上。

# used: roster-unit-*
roster-unit-province = 省、自治区、直辖市
roster-unit-city = 设区的市
roster-unit-autonomous-prefecture = 自治州
roster-unit-county = 县、自治县、不设区的市
roster-unit-district = 市辖区
roster-unit-township = 乡
roster-unit-ethnic-township = 民族乡
roster-unit-town = 镇
roster-unit-street = 街道
roster-unit-development-zone = 开发区
roster-unit-management-zone = 管理区
roster-unit-farm = 农场、林场
roster-unit-village = 村、社区
roster-step-has-congress = 省、自治区、直辖市、自治州、县、自治县、市、市辖区、乡、民族乡、镇设立人民代表大会。
roster-step-committee = 县级以上的地方各级人大设立常务委员会。
roster-step-presidium = 乡镇人大不设常务委员会，大会闭会期间由主席、副主席和主席团负责日常工作。
roster-step-street = 街道不设人大；县级人大常委会可以在街道设立工作机构。
roster-step-zone-organ = 功能区不是一级行政区，不设人大；可以由设立地的人大常委会决定设立工作机构。
roster-step-village = 村和社区是基层群众自治组织，不设人大。
roster-reason-committee = { $unit }：设人民代表大会和常务委员会。
roster-reason-presidium = { $unit }：设人民代表大会，不设常务委员会。
roster-reason-no-congress = { $unit }：不设人民代表大会。

roster-card = 承办单位联系卡
roster-card-text = 用于交办清单和承办单位参考。由人大机关和承办单位填写，不对外公开。
roster-card-leader = 分管政府领导
roster-card-responsible = 责任人
roster-card-contact = 联系人
roster-card-phone = 办公电话
roster-card-duties = 职责清单
roster-hint-duties = 照“三定”规定，一行一项，例如：农村公路建设和养护。交办时，与标题相合的会作为参考列出。
roster-hint-card = 不填时，交办清单用本单位负责人和经办人的账号姓名。
roster-disclosed = 已公开的建议
roster-say = 我有话说
roster-codes = 代表码

# lianluo doctor 检查的数据要求。
roster-ensure-congress = 每个机构都属于一个人大，人大属于自身
roster-ensure-level = 人大没有上级机构：各级人大之间不是领导关系
roster-ensure-area = 只有行政区设人大
roster-ensure-powers = 只有工作委员会受委托行使职权，并有所属机关
roster-ensure-terms = 一个人大只有一届在任，至多一届在筹备
roster-ensure-mandate = 代表资格与所在届次的人大和区域一致
roster-ensure-delegation = 代表所在代表团和选区属于本届
roster-ensure-closed = 届满后没有仍然有效的代表资格
roster-ensure-chain = 没有人同时担任无隶属关系的行政区域的代表（选举法第四十八条），功能区代码不能判定的除外
roster-ensure-merged = 代表资格不属于已被合并的人员
roster-ensure-role = 代表资格终止后不再担任职务
roster-ensure-identity = 一个身份证号只属于一个人
roster-filter-level = 层级
roster-national-note = 这里登记本省选出的全国人大代表，由省人大常委会联络服务。全国人大的议案和代表建议按全国人大的渠道提出和办理，不在本系统提交；群众意见、进站接待、联系群众等照常在这里记录。
roster-ensure-national = 全国人大每省只登记一个，并且只登记在省一级
