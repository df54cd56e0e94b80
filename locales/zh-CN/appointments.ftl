# used: appointments-office-*
appointments-office-committee-member = 常委会主任、副主任、秘书长、委员
appointments-office-government-head = 政府正职（省长、市长、县长等）
appointments-office-government-vice-head = 政府副职（闭会期间个别任免）
appointments-office-government-member = 政府组成部门正职（局长等）、秘书长
appointments-office-supervision-director = 监察委员会主任
appointments-office-supervision-member = 监察委员会副主任、委员
appointments-office-court-president = 人民法院院长
appointments-office-judge = 副院长、庭长、副庭长、审判委员会委员、审判员
appointments-office-procurator-general = 人民检察院检察长
appointments-office-procurator = 副检察长、检察委员会委员、检察员
appointments-office-special-committee-member = 专门委员会个别副主任委员、部分委员
appointments-office-credentials-member = 代表资格审查委员会组成人员
appointments-office-election-committee-member = 选举委员会组成人员
appointments-office-work-organ-head = 常委会工作机构、办事机构负责人，街道工委主任
appointments-office-township-chair = 乡镇人大主席、副主席
appointments-office-township-head = 乡长、镇长、副乡长、副镇长

# used: appointments-way-*
appointments-way-elect = 选举
appointments-way-decide = 决定任免
appointments-way-appoint = 任免
appointments-way-name = 任命

# used: appointments-nominator-*
appointments-nominator-presidium-or-deputies = 主席团或者代表联合提名
appointments-nominator-government-head = 政府正职提名
appointments-nominator-supervision-director = 监察委员会主任提请
appointments-nominator-court-president = 人民法院院长提请
appointments-nominator-procurator-general = 人民检察院检察长提请
appointments-nominator-chairpersons = 主任会议提请
appointments-nominator-standing-committee = 县级人大常委会自行任命

# used: appointments-oath-*
appointments-oath-presidium = 主席团
appointments-oath-chairpersons = 主任会议
appointments-oath-after-approval = 批准之后
appointments-oath-none = 不需要宣誓

# used: appointments-head-*
appointments-head-government = 人民政府
appointments-head-supervision = 监察委员会
appointments-head-court = 人民法院
appointments-head-procuratorate = 人民检察院
appointments-head-committee = 人大常委会

# used: appointments-vote-*
appointments-vote-fail = 未通过
appointments-vote-pass = 通过

# used: appointments-rule-*
appointments-rule-none = 没有规定
appointments-rule-two-total = 本届内累计两次未通过的，不再提名
appointments-rule-two-in-a-row = 本届内连续两次未通过的，不再提名

# used: appointments-post-*
appointments-post-deputy = 人大代表
appointments-post-committee-member = 常委会组成人员
appointments-post-government = 政府职务（局长、副镇长等）
appointments-post-supervision = 监察机关职务
appointments-post-judge = 审判机关职务
appointments-post-procurator = 检察机关职务
appointments-post-township-chair = 乡镇人大主席、副主席
appointments-post-election-committee-member = 选举委员会组成人员
appointments-post-candidate = 代表候选人
appointments-post-candidate-relative = 代表候选人的近亲属
appointments-post-teller = 监票、计票人员

appointments-step-office = { $level }：{ $office }。
appointments-step-elected = { $office }由本级人民代表大会选举产生。
appointments-step-procurator-general = 检察长由本级人民代表大会选举，须报经上一级检察院检察长提请该级人大常委会批准。
appointments-step-vice-head = 闭会期间，常委会可以决定个别副职的任免；国家法律没有写明由谁提名，一般由政府正职提名。
appointments-step-government-member = 根据政府正职的提名，常委会决定秘书长、厅长、局长、委员会主任、科长的任免。
appointments-step-supervision = 根据监察委员会主任的提请，常委会任免监察委员会副主任、委员。
appointments-step-judge = 根据人民法院院长的提请，常委会任免副院长、庭长、副庭长、审判委员会委员、审判员。
appointments-step-procurator = 根据检察长的提请，常委会任免副检察长、检察委员会委员、检察员。
appointments-step-special-committee = 闭会期间，根据主任会议的提名，常委会任免专门委员会的个别副主任委员和部分委员；人选须是本级人大代表。
appointments-step-credentials = 代表资格审查委员会的组成人员由主任会议在常委会组成人员中提名，常委会会议通过。
appointments-step-election-committee = 选举委员会的组成人员由县级人大常委会任命，受其领导；乡级选举委员会也由县级人大常委会任命。
appointments-step-work-organ = 常委会工作机构、办事机构负责人由主任会议提请常委会任免，按本地任免办法办理。
appointments-step-majority = { $body }以全体组成人员的过半数通过。
appointments-step-approval = 须报经{ $by }批准。
appointments-step-filing = 报{ $with }备案。
appointments-step-oath = 宪法宣誓的组织：{ $by }。
appointments-step-oath-after = 批准之后进行宪法宣誓。
appointments-step-acting-chair = 常委会主任因健康情况不能工作或者缺位时，由常委会在副主任中推选一人代理主任的职务，直到主任恢复健康或者人民代表大会选出新的主任为止。
appointments-step-acting = { $organ }正职因故不能担任职务的，根据主任会议的提名，由常委会从副职中决定代理的人选。
appointments-step-vice-first = 人选还不是副职的，先决定任命为副职，再决定代理（其他省的做法）。
appointments-step-acting-procurator = 代理检察长，须报上一级人民检察院和人大常委会备案。
appointments-step-failed = 本届内未通过 { $failed } 次，其中最近连续 { $row } 次。
appointments-step-failed-rule = 适用的办法：{ $rule }。
appointments-step-no-rule = 国家法律没有规定；请查本地任免办法，有规定的改选后再算。
appointments-step-committee-posts = { $one }不得担任{ $other }；担任的，必须向常委会辞去常委会的职务。
appointments-step-chair-posts = { $one }不得担任{ $other }；担任的，必须向本级人大辞去主席、副主席的职务。
appointments-step-committee-candidate = { $one }为{ $other }的，应当辞去选举委员会的职务。
appointments-step-teller = { $other }不得担任{ $one }。
appointments-step-no-conflict = 所列职务之间没有法律禁止的兼任。

appointments-reason-route = { $office }：由{ $body }{ $verb }；{ $nominator }。
appointments-reason-acting = 可以直接决定代理。
appointments-reason-acting-vice-first = 先决定任命为副职，再决定代理。
appointments-reason-acting-chair = 可以推选为代理主任。
appointments-reason-no-acting-chair = 不可以：代理主任只能从副主任中推选。
appointments-reason-may-propose = 可以再次提名。
appointments-reason-may-propose-for = 可以再次提名为{ $office }。
appointments-reason-may-not-propose = 本届内不再提名。
appointments-reason-may-not-propose-for = 本届内不再提名为{ $office }。
appointments-reason-compatible = 可以兼任。
appointments-reason-conflict = 不能兼任：{ $one }与{ $other }。
appointments-reason-leave-committee = 应当辞去选举委员会的职务。

appointments-refused-level = 这一级没有这个职务：乡镇只有乡镇人大主席、副主席和乡镇长、副乡镇长。请改选级别或者职务。

# used: appointments-kind-*
appointments-kind-appoint = 任命
appointments-kind-remove = 免职
appointments-kind-acting = 决定代理
appointments-kind-resign = 接受辞职
appointments-kind-approve = 批准任命

# used: appointments-document-*
appointments-document-proposal = 提请任免议案
appointments-document-form = 干部任免审批表
appointments-document-background = 考察材料
appointments-document-resume = 简历
appointments-document-reasons = 任免理由
appointments-document-notice = 任前公示情况
appointments-document-resignation = 辞职书
appointments-document-founding = 机构设立文件
appointments-document-election = 选举结果报告
appointments-document-other = 其他材料

# used: appointments-speech-*
appointments-speech-statement = 供职发言
appointments-speech-question = 询问
appointments-speech-answer = 回答询问

# used: appointments-oath-form-*
appointments-oath-form-alone = 单独宣誓
appointments-oath-form-together = 集体宣誓

# used: appointments-how-*
appointments-how-elected = 选举
appointments-how-appointed = 任命
appointments-how-acting = 代理
appointments-how-registered = 在任登记

# used: appointments-fit-*
appointments-fit-fits = 符合
appointments-fit-doubt = 需核实
appointments-fit-bars = 不符合

# used: appointments-stage-*
appointments-stage-open = 办理中
appointments-stage-drafted = 拟稿
appointments-stage-submitted = 已提请
appointments-stage-examined = 已审查
appointments-stage-listed = 已列入议程
appointments-stage-adopted = 已通过
appointments-stage-refused = 未通过
appointments-stage-announced = 已公告
appointments-stage-lettered = 已颁发任命书
appointments-stage-sworn = 已宣誓
appointments-stage-filed = 已备案
appointments-stage-withdrawn = 已撤回

appointments-step-resign = 闭会期间，可以向常委会提出辞职，由常委会决定是否接受，报本级人民代表大会备案。
appointments-step-resign-procurator = 检察长的辞职，须报经上一级检察院检察长提请该级人大常委会批准。
appointments-step-approve-below = 下一级人民检察院检察长由该级人民代表大会选出后，由上一级检察院检察长提请本级人大常委会批准任命。
appointments-reason-resign = 常委会决定是否接受{ $office }的辞职。
appointments-reason-approve = 由常委会决定是否批准任命。

appointments-check-proposer = 提请人：{ $by }，符合规定。
appointments-check-proposer-instead = 应由“{ $need }”，现为“{ $by }”：正职缺位时才由主任会议提请，请核实。
appointments-check-proposer-wrong = 应由“{ $need }”，现为“{ $by }”。请退回重新提请。
appointments-check-no-meeting = 会期还没有确定；提请应在会议举行的 { $days } 日前送达。
appointments-check-deadline = { $day } 提请，不晚于会前 { $days } 日（{ $last }）。
appointments-check-late = { $day } 提请，晚于会前 { $days } 日（{ $last }）。是否列入本次会议由主任会议决定。
appointments-check-document = 已有：{ $document }。
appointments-check-document-file = 已有：{ $document }（有电子文件）。
appointments-check-document-missing = 缺少：{ $document }。请补齐后再审查。
appointments-check-holds-already = 本人现任此职，不需要再任命。
appointments-check-not-held = 本人现在没有担任此职。
appointments-check-no-quota = 此职没有核定职数。
appointments-check-quota = 核定职数 { $quota } 名，现任 { $held } 名，有空缺。
appointments-check-full = 核定职数 { $quota } 名，现任 { $held } 名，没有空缺：请核实是否同时免去现任。
appointments-check-failed = 本届内未获通过 { $failed } 次；适用的办法：{ $rule }。
appointments-check-failed-often = 本届内未获通过 { $failed } 次；按照“{ $rule }”，本届内不得再提名担任同一职务。
appointments-check-no-exam = 还没有任前法律考试成绩。
appointments-check-exam = { $day } 任前法律考试 { $score } 分，达到合格线 { $mark } 分。
appointments-check-exam-failed = { $day } 任前法律考试 { $score } 分，没有达到合格线 { $mark } 分。
appointments-check-holds = 本人现任此职。
appointments-check-does-not-hold = 本人现在没有担任此职，无职可免、可辞。请核对姓名和职务，或者先登记在任情况。
appointments-check-spoke = 已作供职发言。
appointments-check-not-spoken = 还没有供职发言记录。

appointments-refused-no-committee = 乡镇不设常委会，人事事项由本级人民代表大会选举、罢免或者接受辞职。
appointments-refused-elected = 这个职务由人民代表大会选举产生，不由常委会任免。请在选举工作中办理，选出后登记任职。
appointments-refused-no-head = 代理只限于机关正职。请改选职务或者事项。
appointments-refused-no-approval = 批准任命只用于下一级人民检察院检察长，由设区的市以上的常委会办理。
appointments-refused-handed-in = 已经提请，不能再改。需要改动的，请撤回后重新拟稿。
appointments-refused-not-handed-in = 只有已提请、还没有审查的任免案可以审查。
appointments-refused-barred = 还有 { $bars } 项不符合规定，请按审查意见补正后再通过审查。
appointments-refused-not-examined = 还没有通过审查，不能列入议程。
appointments-refused-not-listed = 还没有列入会议议程，不能表决。
appointments-refused-not-adopted = 只有表决通过、还没有公告的任免案可以公告。
appointments-refused-not-announced = 还没有公告，请先公告。
appointments-refused-over = 已经表决或者撤回，不能再补充材料。
appointments-refused-done = 这一步已经办过了。
appointments-refused-no-letter = 这一事项不颁发任命书。
appointments-refused-no-oath = 这一事项不需要宪法宣誓。
appointments-refused-oath-first = 本地规定先宣誓、后颁发任命书。请先登记宣誓。
appointments-refused-letter-first = 本地规定先颁发任命书、后宣誓。请先登记任命书。
appointments-refused-more-marks = 赞成、反对、弃权共 { $marks } 票，多于出席 { $present } 人。请核对。
appointments-refused-no-quorum = 出席人数不足，须有 { $need } 人以上出席才能举行会议，表决无效。
appointments-refused-early = 公告日期不能早于表决日期。
appointments-refused-ahead = 会议定于 { $day } 举行，到会议当天才能登记表决结果。
appointments-refused-changed = 打开页面以后，别人已经改动过。请核对现在的内容，再办一次。
appointments-refused-left = 已经登记离任。

appointments-wrong-day = 请填写 1900 年至 2100 年之间的日期。
appointments-wrong-later = 不能晚于今天。
appointments-wrong-before-vote = 不能早于表决日期。
appointments-wrong-proposer = 这个职务不由此人提请。请按“任免途径”改选。
appointments-wrong-seat = 没有这个职务，或者已经撤销。请先在“任职和空缺”中设立。
appointments-wrong-appointee = 本级没有登记这个人。请改选，或者填写姓名新增。
appointments-wrong-who = 请在已登记人员中选择，或者填写姓名，二者填一项。
appointments-wrong-person = 名册中没有这个人。
appointments-wrong-no-document = 请先登记提请材料，再提请。
appointments-wrong-no-file = 请选择文件。
appointments-wrong-score = 成绩为 0 至 100 分。
appointments-wrong-exam-day = 这一天的成绩已经登记过。
appointments-wrong-number = 请填写不大于 { $most } 的数。
appointments-wrong-round = 在本次会议常委会已宣布的表决结果中，这一轮没有此人。请核对姓名，或者直接填写票数。
appointments-wrong-led = 集体宣誓的，请填写领誓人。
appointments-wrong-setting = 数字超出范围：天数 0 至 60，合格线 1 至 100，次数 1 至 5。
appointments-wrong-vice = 只有政府副职、监察委员会、法院、检察院的职务可以勾选副职。
appointments-wrong-quota = 职数为 1 至 500。
appointments-wrong-ordinal = 排序为 0 至 9999。
appointments-wrong-name-taken = 已有同名的职务。
appointments-wrong-office-kept = 职务类别设立后不能改动。请撤销后另设。
appointments-wrong-holds = 此人现任此职，不需要重复登记。
appointments-wrong-until = 离任日期不能早于任职日期。

appointments-sheet-hint-how = 选举、任命、代理，空着按在任登记
appointments-sheet-office = 没有这个职务。请先设立，或者核对名称。
appointments-sheet-long = 不能空着，最多 { $most } 个字。
appointments-sheet-day = 请写成 2026-03-01 这样的日期。
appointments-sheet-how = 请填“选举”“任命”“代理”，或者空着。
appointments-sheet-twice = 此人现任此职，或者在表中重复。

appointments-title = 人事任免
appointments-register = 任免登记表
appointments-back = 返回人事任免
appointments-back-offices = 返回任职和空缺
appointments-back-office = 返回这个职务
appointments-none-title = 没有任免案
appointments-none-text = 这里列出符合条件的任免案。收到提请材料后，由人大机关工作人员新建；也可以改换上面的条件再看。
appointments-named = { $kind }：{ $person }（{ $office }）
appointments-number = 〔{ $year }〕{ $n }号
appointments-figures = 全体组成人员 { $members } 人，出席 { $present } 人：赞成 { $yes } 票，反对 { $no } 票，弃权 { $abstain } 票
appointments-sworn = { $form }，地点：{ $place }
appointments-what = 基本情况
appointments-next = 下一步
appointments-next-none = 现在没有需要您办理的事项。
appointments-again = 再次提名
appointments-other = 同一人选的另一次提名
appointments-checks = 审查
appointments-working = 表决结果的计算
appointments-way = 任免途径
appointments-came = 材料和发言
appointments-documents-none = 还没有登记材料。
appointments-documents-former = 以前的版本
appointments-size = { $kilobytes } KB
appointments-taken-paper = 纸质票无记名表决，办法：{ $method }
appointments-taken-hall = 会场无记名电子表决，办法：{ $method }；准许电子表决的依据：{ $by } { $article }
# used: appointments-round-*
appointments-round-paper = 纸质票
appointments-round-hall = 电子表决
appointments-exams = 任前法律考试
appointments-scored = { $score } 分
appointments-speeches = 供职发言和询问

appointments-field-kind = 事项
appointments-field-person = 人选
appointments-field-seat = 职务
appointments-field-proposer = 提请人
appointments-field-stage = 进展
appointments-field-meets = 会议日期
appointments-field-decided = 表决日期
appointments-field-notice = 公告
appointments-field-letter = 任命书
appointments-field-appointee = 已登记人员
appointments-field-name = 新增人员姓名
appointments-field-post = 现任职务
appointments-field-born = 出生日期
appointments-field-reason = 提请理由
appointments-field-submitted = 提请日期
appointments-field-meeting = 会议
appointments-field-vote = 表决
appointments-field-oath = 宪法宣誓
appointments-field-filing = 备案
appointments-field-withdrawn = 撤回
appointments-field-round = 表决轮次
appointments-field-taken = 表决方式
appointments-field-members = 全体组成人员（人）
appointments-field-present = 出席（人）
appointments-field-yes = 赞成（票）
appointments-field-no = 反对（票）
appointments-field-abstain = 弃权（票）
appointments-field-announced = 公告日期
appointments-field-letter-day = 颁发日期
appointments-field-signed = 签署人
appointments-field-oath-day = 宣誓日期
appointments-field-oath-form = 宣誓形式
appointments-field-oath-place = 宣誓地点
appointments-field-led = 领誓人
appointments-field-witness = 监誓人
appointments-field-filing-day = 备案日期
appointments-field-filing-with = 备案机关和文号
appointments-field-document = 材料种类
appointments-field-document-title = 材料名称
appointments-field-mark = 文号
appointments-field-document-day = 材料日期
appointments-field-file = 文件
appointments-field-document-of = 属于哪份材料
appointments-field-exam-day = 考试日期
appointments-field-score = 成绩（百分制）
appointments-field-speech = 类别
appointments-field-who = 发言人
appointments-field-words = 要点
appointments-field-withdrawal = 撤回理由
appointments-field-office = 职务类别
appointments-field-quota = 职数
appointments-field-holders = 现任
appointments-field-since = 任职日期
appointments-field-until = 离任日期
appointments-field-ends = 任期届满
appointments-field-acting = 代理
appointments-field-offices = 登记的职务
appointments-field-months = 多少个月内届满
appointments-field-vacancy = 空缺
appointments-field-how = 任职方式
appointments-field-note = 任职依据
appointments-field-seat-name = 职务名称
appointments-field-ordinal = 排序
appointments-field-by-term = 随本届人大换届届满
appointments-field-vice = 是本机关副职（副院长、副检察长、副主任等，正职空缺时可以代理）
appointments-field-closed = 撤销日期
appointments-field-congress = 人大
appointments-field-deadline = 提请期限（会前天数）
appointments-field-failed = 未获通过后的再次提名
appointments-field-pass-mark = 任前法律考试合格线
appointments-field-tries = 可以参加考试的次数
appointments-field-examined = 须参加任前法律考试的职务
appointments-field-speaking = 须作供职发言的职务
appointments-field-oath-first = 先宣誓、后颁发任命书
appointments-field-basis = 依据的本地办法
appointments-field-needs-appoint = 任命应当有的材料
appointments-field-needs-remove = 免职应当有的材料
appointments-field-needs-acting = 决定代理应当有的材料
appointments-field-needs-resign = 接受辞职应当有的材料
appointments-field-needs-approve = 批准任命应当有的材料

appointments-hint-appointee = 曾在本级任职或者被提名的人员
appointments-hint-name = 名单中没有的，填写姓名
appointments-hint-proposer = 须与职务相应，例如局长由政府正职提名；正职缺位时由主任会议提请
appointments-hint-meeting = 例如：第十八届人大常委会第三十次会议
appointments-hint-round = 已用纸质票或者电子方式表决并宣布结果的，选这一轮，下面的票数可以空着。同一轮中逐人表决的，各按本人的票数
appointments-hint-file = 可以上传 PDF、OFD、Word、Excel 或者图片，只有能看到这件任免案的人可以下载
appointments-hint-signed = 常委会主任姓名
appointments-hint-led = 集体宣誓时填写
appointments-hint-filing = 例如：上一级人民政府，临政人〔2026〕3号
appointments-hint-seat-name = 本地的规范名称，例如：县教育局局长
appointments-hint-office = 决定由谁提请、由谁表决
appointments-hint-quota = 没有核定职数的空着
appointments-hint-deadline = 各地为会前 7 日或者 10 日
appointments-hint-oath-first = 省里一般先颁发任命书、后宣誓，有的县相反

appointments-new-title = 新建任免案
appointments-new-lead = 先选事项和职务，再填人选。由人民代表大会选举的职务不在这里办理。
appointments-new-no-offices = 还没有设立职务。
appointments-new-button = 保存拟稿

appointments-submission-lead = 材料登记齐全后提请。提请后，提请人和理由不能再改。
appointments-files-lead = 更换以后，以前的版本仍然保留，可以查看。
appointments-examination-lead = 按下面的审查意见逐项核对；有“不符合”的不能通过，“需核实”的由您判断。
appointments-vote-lead = 是否通过由系统按全体组成人员的过半数计算。
appointments-announcement-lead = 同一次会议通过的任免编入同一份公告。公告后，任职、离任自表决之日起生效。
appointments-do-submission = 提请
appointments-do-examination = 通过审查
appointments-do-vote = 登记表决结果
appointments-do-agenda = 列入会议议程
appointments-do-announcement = 发布公告
appointments-do-letter = 颁发任命书
appointments-do-oath = 登记宪法宣誓
appointments-do-filing = 登记备案
appointments-do-documents = 登记材料
appointments-do-files = 上传或者更换文件
appointments-do-exams = 登记考试成绩
appointments-do-speeches = 记录发言和询问
appointments-do-revision = 修改拟稿
appointments-do-withdrawal = 撤回
appointments-do-holder = 登记任职
appointments-do-office = 修改职务

appointments-flash-drafted = 已保存拟稿，请登记材料。
appointments-flash-revised = 已修改。
appointments-flash-submitted = 已提请。
appointments-flash-examined = 已通过审查。
appointments-flash-document = 已登记材料。
appointments-flash-file = 已上传文件。
appointments-flash-exam = 已登记成绩。
appointments-flash-speech = 已记录。
appointments-flash-listed = 已列入议程。
appointments-flash-voted = 已登记表决结果。
appointments-flash-announced = 已公告。
appointments-flash-lettered = 已登记任命书。
appointments-flash-sworn = 已登记宣誓。
appointments-flash-filed = 已登记备案。
appointments-flash-withdrawn = 已撤回。
appointments-flash-office = 已保存职务。
appointments-flash-holder = 已登记任职。
appointments-flash-left = 已登记离任。
appointments-flash-rule = 已保存本地办法。

appointments-offices-title = 任职和空缺
appointments-offices-none-title = 还没有设立职务
appointments-offices-none-text = 先设立本级选举和任免的职务，再登记或者导入现任人员，就能看到任职和空缺。
appointments-vacancies-title = 空缺和任期总览
appointments-vacancies-lead = 本级和下级各人大登记的职务：空缺、代理和将要届满的任期。点开一级，可以看到是哪些职务、从什么时候起。
appointments-vacancies-sum = 共 { $congresses } 级人大，其中 { $kept } 级登记了职务 { $offices } 个：空缺 { $vacant } 名，代理 { $acting } 人；{ $ending } 级任期已满或者将在 { $months } 个月内届满。
appointments-vacant-title = { $congress }的空缺和届满
appointments-vacant-lead = 空缺、有人代理或者在 { $months } 个月内随换届届满的职务。
appointments-vacant-none-title = 没有空缺和将要届满的职务
appointments-vacant-none-text = 登记的职务都有人担任，任期也还没有临近届满。没有登记职务的人大，请先登记。
appointments-back-vacancies = 返回空缺和任期总览
appointments-months = { $months } 个月
appointments-acts = { $name }（{ $since } 起代理，已 { $days } 天）
appointments-office-new-title = 设立职务
appointments-office-new-lead = 职务名称用本地的规范名称；职务类别决定任免途径。
appointments-office-new-button = 设立
appointments-vacant = 空缺 { $n } 名
appointments-vacant-since = 空缺 { $n } 名（{ $since }起）
appointments-vacant-all = 现有空缺 { $n } 名。
appointments-closed-on = 已撤销（{ $day }）
appointments-acting = { $name }（代理）
appointments-held = 任职情况
appointments-held-none = 还没有登记任职情况。
appointments-holder-lead = 经选举产生的，或者启用本系统以前任职的，在这里登记；常委会任免的，公告后自动登记。
appointments-until-now = 至今
appointments-leave-of = 登记{ $name }离任
appointments-leave-lead = 去世、换届、另经选举等不经任免案的离任，在这里登记。
appointments-leave-button = 登记离任
appointments-import-title = 导入现任人员
appointments-record-of = { $name }的任职履历
appointments-posts = 任职
appointments-posts-none = 还没有任职记录。
appointments-proposals = 任免案
appointments-proposals-none = 还没有提请过的任免案。
appointments-rule-title = 本地任免办法
appointments-rule-lead = 国家法律只规定权限、提名人和过半数，其余由本地办法规定。没有规定的，用下面的常见做法。
appointments-needs = 提请材料
appointments-needs-lead = 缺少勾选的材料，审查不能通过。提请议案依照地方组织法，其余各地要求不同，默认的是已公布办法的省市的做法。
appointments-rule-button = 保存

appointments-announcements-title = 人事任免公告
appointments-announcements-none-title = 还没有任免公告
appointments-announcements-none-text = 常委会任免的人员公告以后列在这里，请过些时候再来看。

# used: appointments-paper-line-*
appointments-paper-title = { $congress }常务委员会公告
appointments-paper-signer = { $congress }常务委员会
appointments-paper-opening = { $meeting }于{ $day }通过下列人事任免：
appointments-paper-line-appoint-appoint = 任命{ $person }为{ $office }。
appointments-paper-line-appoint-decide = 决定任命{ $person }为{ $office }。
appointments-paper-line-remove-appoint = 免去{ $person }的{ $office }职务。
appointments-paper-line-remove-decide = 决定免去{ $person }的{ $office }职务。
appointments-paper-line-acting-decide = 决定{ $person }代理{ $office }职务。
appointments-paper-line-acting-elect = 推选{ $person }代理{ $office }职务。
appointments-paper-line-resign-decide = 接受{ $person }辞去{ $office }职务的请求。
appointments-paper-line-approve-decide = 批准任命{ $person }为{ $office }。
appointments-paper-now = 现予公告。
appointments-paper-announcement = 公告
appointments-paper-letter-title = 任命书
appointments-paper-letter = 根据{ $congress }常务委员会{ $day }的决定，任命{ $person }为{ $office }。
appointments-paper-signed = 主任　{ $name }

appointments-ensure-number = 任命书的编号都在登记的号段之内
appointments-ensure-notice = 任免公告的编号都在登记的号段之内
appointments-ensure-effect = 已公告的任命都有任职记录
appointments-ensure-announced = 已公告及以后各步的任免案都有公告编号
appointments-ensure-order = 离任不早于任职
appointments-ensure-version = 更换过的材料都有后来的版本
appointments-ensure-place = 任免案的职务、人选和职务类别都属于同一人大
