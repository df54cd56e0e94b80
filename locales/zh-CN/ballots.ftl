# used: ballots-voter-*
ballots-voter-voter = 选民
ballots-voter-deputy = 人大代表

ballots-step-names = 票上选了 { $names } 人，应选 { $seats } 名：所选人数多于应选名额的作废，等于或者少于的有效。
ballots-step-blank = 一个都没选是弃权，不是废票，仍算参加投票。
ballots-step-base-members = 常委会的决议由全体组成人员的过半数通过，弃权和未到会的不减少总数。
ballots-step-voter-writes-in = 选民可以投赞成票、反对票，可以另选其他任何选民，也可以弃权。
ballots-step-deputy-writes-in = 代表投反对票的，可以另选他人；弃权的不能另选。
ballots-step-deputy-wrote-in = 代表可以投赞成票、反对票，可以另选其他任何代表或者选民，也可以弃权。

ballots-reason-too-many-names = 作废。
ballots-reason-abstention = 有效，按弃权计。
ballots-reason-valid-ballot = 有效。
ballots-reason-no-quorum = 到会 { $present } 人，不到 { $need } 人，不能举行会议。
ballots-reason-passed = 赞成 { $yes } 票，达到 { $need } 票，通过。
ballots-reason-not-passed = 赞成 { $yes } 票，不到 { $need } 票，不通过。
ballots-reason-quorum-and-pass = 到会 { $need } 人以上可以举行会议，赞成 { $need } 票以上通过。
ballots-reason-write-in = 可以另选他人。
ballots-reason-no-write-in = 不可以另选他人；只有投反对票的才可以。

ballots-nobody = 无人

# used: ballots-base-*
ballots-base-members = 全体
ballots-base-participants = 参加投票的人
ballots-base-returned = 收回的票
ballots-base-valid = 有效票
ballots-step-no-quorum = 到会 { $present } 人，不到 { $need } 人。
ballots-step-few-took-part = 参加投票 { $participants } 人，不到 { $need } 人。
ballots-step-more-returned = 收回 { $returned } 张，多于发出的 { $issued } 张，全部无效。
ballots-step-most-votes = 得票多的当选，不设最低票数。
ballots-step-bar-half = 以{ $of } { $base } 为基数，过半数为 { $need } 票。
ballots-step-bar-share = 以{ $of } { $base } 为基数，{ $b } 分之 { $a } 以上为 { $need } 票。
# used: ballots-step-votes-*
ballots-step-votes-reach = { $name }：{ $votes } 票，达到 { $need } 票。
ballots-step-votes-fail = { $name }：{ $votes } 票，不到 { $need } 票。
ballots-step-rating-base = 以 { $base } 票为基数。
ballots-step-rating-grade = { $grade }：{ $count } 票。
ballots-reason-round-void = 本次投票无效，应当重新投票。
ballots-reason-elected = 当选（通过）：{ $elected }。
ballots-reason-tied = 当选（通过）：{ $elected }。{ $tied } 票数相等，还有 { $left } 个名额未定。
ballots-reason-shortfall = 当选（通过）：{ $elected }。还缺 { $missing } 个。
ballots-reason-graded = 测评结果：{ $grade }。
ballots-reason-scored = 加权合计 { $score }，基数 { $base }。
ballots-reason-figures = 只列票数，不定等次。
ballots-broken-issued = 发出票数应当等于领出票数减去作废换发的票数，请核对。
ballots-broken-present = 发出的票多于到会人数，请核对。
ballots-broken-valid = 有效票加废票应当等于收回票数，请核对。
ballots-broken-line = “{ $name }”一行的赞成、反对、弃权、无法辨认合计应当等于有效票数，请核对。
ballots-broken-approvals = 赞成和另选他人合计多于有效票所能选的人数，请核对。
ballots-broken-write-ins = 另选他人的票多于反对票，或者本次不能另选他人，请核对。
ballots-broken-box = 第 { $number } 号票箱各捆合计与该箱不符，请核对。
ballots-broken-boxes = 各票箱合计与总数不符，请核对。
ballots-broken-written-in = 另选的“{ $name }”得票多于有效票数，请核对。
ballots-broken-above = “{ $name }”一行有数字多于收回票数，请核对。
ballots-broken-grades = 各等次（含计入的空白票）合计应当等于有效票数，等次应当与测评办法一致，请核对。

ballots-refused-more-present = 到会 { $present } 人，多于全体组成人员 { $members } 人，请核对。
ballots-refused-more-yes = 赞成 { $yes } 票，多于到会 { $present } 人，请核对。
ballots-refused-opposed-and-abstained = 对同一候选人不能既反对又弃权，请只选一项。

# --- words ---
# used: ballots-assembly-*
ballots-assembly-congress = 人民代表大会会议（全体代表）
ballots-assembly-committee = 常务委员会会议（全体组成人员）
# used: ballots-kind-*
ballots-kind-election = 选举
ballots-kind-decision = 表决（逐人、逐项赞成、反对、弃权）
ballots-kind-pick = 票选（从若干项中选出不超过规定的项数）
ballots-kind-rating = 满意度测评（逐项评满意、基本满意、不满意）
# used: ballots-why-*
ballots-why-first = 首次投票
ballots-why-again = 重新投票
ballots-why-tie = 票数相等再次投票
ballots-why-rerun = 另行选举
# used: ballots-role-*
ballots-role-counter = 计票人
ballots-role-chief = 总监票人
# used: ballots-standing-*
ballots-standing-election-elected = 当选
ballots-standing-election-tied = 票数相等
ballots-standing-election-failed = 未当选
ballots-standing-decision-elected = 通过
ballots-standing-decision-tied = 票数相等
ballots-standing-decision-failed = 未通过
ballots-standing-rating-elected = 达到规定比例
ballots-standing-rating-tied = 票数相等
ballots-standing-rating-failed = 未达到规定比例
ballots-standing-pick-elected = 入选
ballots-standing-pick-tied = 票数相等
ballots-standing-pick-failed = 未入选
# used: ballots-stage-*
ballots-stage-draft = 准备中
ballots-stage-open = 投票中
ballots-stage-counting = 计票中
ballots-stage-reported = 待宣布
ballots-stage-announced = 已宣布
ballots-stage-called-off = 已取消
ballots-round = 第 { $n } 轮（{ $why }）
ballots-round-stage = 第 { $n } 轮 { $stage }

# --- settings ---
# used: ballots-field-*
ballots-field-base = 计算基数
ballots-field-bar = 通过（当选）票数
ballots-field-quorum = 到会人数
ballots-field-write-in = 另选他人
ballots-field-blank = 空白未划
ballots-field-unclear = 无法辨认
ballots-field-tie = 票数相等
# used: ballots-bar-*
ballots-bar-half = 过半数
ballots-bar-two-thirds = 三分之二以上
ballots-bar-third = 三分之一以上
ballots-bar-most = 得票多的当选
# used: ballots-quorum-*
ballots-quorum-two-thirds = 全体的三分之二以上到会
ballots-quorum-half = 全体的过半数到会
ballots-quorum-third = 全体的三分之一以上到会
ballots-quorum-most = 有人到会即可
ballots-quorum-none = 不作规定
# used: ballots-write-in-*
ballots-write-in-none = 不得另选他人
ballots-write-in-against-marked = 投反对票的可以另选，所写姓名须划赞成符号
ballots-write-in-against = 投反对票的可以另选，写上姓名即为赞成
ballots-write-in-free-marked = 可以另选，所写姓名须划赞成符号
ballots-write-in-free = 可以另选，写上姓名即为赞成
# used: ballots-blank-*
ballots-blank-abstains = 视为弃权
ballots-blank-approves = 视为赞成
# used: ballots-unclear-*
ballots-unclear-part = 无法辨认的部分无效，其余有效
ballots-unclear-ballot = 全票无效
# used: ballots-tie-*
ballots-tie-again = 就票数相等的再次投票，得票多的当选
ballots-tie-presidium = 由主席团决定
ballots-tie-all = 票数相等的全部入选

# --- list, matter ---
ballots-title = 表决计票
ballots-new-title = 新建表决事项
ballots-new-lead = 先写清投什么票、怎样算通过。第一轮投票开始前都可以修改；计票规则先按法律和通常做法填好，建好后可以在“计票规则”里改。
ballots-new-button = 建立
ballots-none-title = 还没有表决事项
ballots-none-text = 工作人员建立表决事项、开始第一轮投票后，这里就能看到进度和结果。
ballots-back = 返回表决事项
ballots-back-to-list = 返回列表
ballots-back-to-round = 返回本轮投票
ballots-to-round = 查看本轮
ballots-what = 表决内容
ballots-names = 票面
ballots-settings = 计票规则
ballots-settings-title = 修改票面和计票规则
ballots-settings-lead = 请按本次会议通过的办法核对。第一轮投票开始时，票面和规则连同校验值一并固定，之后不能再改。
ballots-settings-button = 保存
ballots-rounds = 各轮投票
ballots-rounds-none = 还没有投票。核对票面和计票规则后，请开始第一轮投票。
ballots-field-title = 事项
ballots-field-meeting = 会议
ballots-field-day = 日期
ballots-field-kind = 种类
ballots-field-stage = 进度
ballots-field-assembly = 由谁投票
ballots-field-places = 应选名额（项数）
ballots-field-names = 候选人、人选或者事项
ballots-field-method = 依据的办法
ballots-hint-title = 例如：选举县人民政府副县长
ballots-hint-meeting = 例如：第十八届第六次会议第三次全体会议
ballots-hint-places = 选举填应选名额，票选填最多可选项数；表决不用填。
ballots-hint-names = 每行一个，按票面顺序。需要写明职务或者内容的，用竖线隔开，例如：张三｜任县财政局局长
ballots-hint-method = 本次会议通过的选举办法、表决办法的全称。
ballots-wrong-name = 第 { $line } 行写得太长或者有不能用的字符：姓名（事项）不超过 60 字，竖线后的说明不超过 120 字，请修改。
ballots-flash-drafted = 表决事项已建立，请核对计票规则。
ballots-flash-revised = 已保存。

# --- opening a round ---
# used: ballots-open-*
ballots-open-first = 开始第一轮投票
ballots-open-again = 重新投票
ballots-open-tie = 就票数相等的再次投票
ballots-open-rerun = 进行另行选举
ballots-open-title = 开始一轮投票
ballots-open-lead = 请在分发选票（表决票）前填写。开始后，票面、计票规则和应到人数即固定。
ballots-open-confirm = 票面、计票规则和应到人数将固定，不能再改。确定开始吗？
ballots-open-button = 开始投票
ballots-field-members = 应到
ballots-field-present = 实到
ballots-field-counters = 计票人
ballots-field-chief = 总监票人
ballots-hint-members = 全体代表或者全体组成人员的人数，不是到会人数。
ballots-hint-present = 大会主持人宣布的实到人数。
ballots-hint-counters = 至少两人，每行一个姓名，须有本级人大的账号。候选人及其近亲属不得担任。
ballots-hint-chief = 一人，须有本级人大的账号；不录入票数。
ballots-hint-rerun = 已按上一轮得票多少列出，可以修改；另行提名的，请改成新的候选人名单。
ballots-wrong-account = 这个账号不是本级人大的，请另选一人。
ballots-wrong-nobody = 没有找到“{ $name }”的账号，请核对姓名，或者先为其开通账号。
ballots-wrong-namesakes = 有两个账号都叫“{ $name }”，请另选一人，或者通过接口按账号指定。
ballots-flash-opened = 投票已开始，票面和计票规则已固定。

# --- the round ---
ballots-turn = 现在要做的
ballots-turn-declare = 您被指定在本轮计票，请先声明与候选人（人选）没有近亲属关系。
ballots-turn-open = 正在投票。投票结束、开箱清点后，请登记发出和收回的票数。
ballots-turn-void = 收回的票多于发出的票，本轮投票无效，不再计票。请总监票人报告，宣布后重新投票。
ballots-turn-count = 每捆票由两名计票人分别清点、各自录入，系统只比对是否一致，不显示对方的数字。
ballots-turn-spellings = 各捆均已一致。请总监票人认定另选他人的姓名。
ballots-turn-report = 各捆均已一致。请总监票人核对后报告结果。
ballots-turn-reported = 结果已报告。请打印计票结果报告单，由监票人、计票人签字后，交大会主持人宣布。
ballots-turn-announced = 结果已宣布并锁定。如有差错，只能写明理由另出一版，原结果仍然保留。
ballots-progress = 已核对一致
ballots-field-issued = 发出
ballots-field-returned = 收回
ballots-result = 结果
ballots-being-corrected = 这一结果正在更正，更正后的结果宣布前仍以此为准。
ballots-corrected = 第 { $edition } 版结果已更正，原因：
ballots-working = 怎样算出来的
ballots-counts = 有效 { $valid } 张，无效 { $invalid } 张；另选他人中无法认定的 { $unreadable } 票。
ballots-headline-rating = 满意 { $satisfied } 项，基本满意 { $fairly } 项，不满意 { $dissatisfied } 项。
ballots-headline-decision = 通过 { $passed } 项，未通过 { $failed } 项。
ballots-field-round = 轮次
ballots-field-name = 姓名（事项）
ballots-field-note = 说明
ballots-field-standing = 结果
ballots-field-hash = 校验值（SHA-256）：
ballots-rate-satisfied = 满意
ballots-rate-fairly = 基本满意
ballots-rate-dissatisfied = 不满意
ballots-rate-none = 未评或者多评
# used: ballots-graded-*
ballots-graded-satisfied = 满意
ballots-graded-fairly = 基本满意
ballots-graded-dissatisfied = 不满意
ballots-step-rated = 以上票数为满意、基本满意之和：满意票达到规定票数的评为满意；加上基本满意才达到的评为基本满意；仍达不到的评为不满意。
ballots-mark-approve = 赞成
ballots-mark-against = 反对
ballots-mark-abstain = 弃权
ballots-mark-unclear = 无法辨认
ballots-mark-written-in = 另选他人
ballots-bundles = 各捆清点情况
ballots-bundle = { $box } 号箱第 { $n } 捆
ballots-bundle-none = 未录入
ballots-bundle-one = 一人已录入
ballots-bundle-agreed = 两人一致
ballots-bundle-differs = 不一致，请两人重新清点：{ $places }
ballots-bundle-differs-again = 仍不一致，请在监票人监督下由两人重新清点：{ $places }
# used: ballots-spot-*
ballots-spot-returned = 本捆票数
ballots-spot-valid = 有效票
ballots-spot-invalid = 无效票
ballots-spot-approve = “{ $name }”的赞成
ballots-spot-against = “{ $name }”的反对
ballots-spot-abstain = “{ $name }”的弃权
ballots-spot-unclear = “{ $name }”的无法辨认
ballots-spot-rating-approve = “{ $name }”的满意
ballots-spot-rating-against = “{ $name }”的基本满意
ballots-spot-rating-abstain = “{ $name }”的不满意
ballots-spot-rating-unclear = “{ $name }”的未评或者多评
ballots-spot-write-ins = 另选他人
ballots-spot-between = 、
ballots-field-bundle = 捆
ballots-field-sheets = 本捆票数
ballots-field-attempt = 第几次清点
ballots-field-state = 情况
ballots-recount-button = 重新清点
ballots-recount-confirm = 这一捆将由两人重新清点、录入。确定吗？
ballots-flash-recount = 请两名计票人重新清点这一捆。

# --- tellers ---
ballots-tellers = 计票人员
ballots-tellers-title = 增加、更换计票人员
ballots-tellers-lead = 指定新的总监票人，原总监票人即不再担任。计票人回避后，请补足两人。
ballots-tellers-button = 指定
ballots-field-teller = 姓名
ballots-field-role = 担任
ballots-teller-waits = 尚未声明
ballots-teller-declared = 已声明无近亲属关系
ballots-teller-aside = 已回避或者更换
ballots-flash-teller = 已指定，请本人登录后先作声明。
ballots-declare-title = 计票声明
ballots-declare-lead = 候选人的近亲属不得担任监票人、计票人（选举法第四十三条）。请对照票面如实声明：
ballots-field-near = 我声明
# used: ballots-declare-*
ballots-declare-far = 我不在票面上，也不是票面上任何人的近亲属
ballots-declare-near = 我在票面上，或者是票面上某人的近亲属，申请回避
ballots-declare-button = 提交声明
ballots-flash-declared = 声明已记录。

# --- boxes and sheets ---
ballots-boxes-title = 登记发出、收回的票数
ballots-boxes-lead = 请在开箱清点后填写，实到 { $present } 人。收回的票等于或者少于发出的票，投票有效；多于发出的票，投票无效。
ballots-boxes-button = 登记
ballots-field-handed-out = 领出
ballots-field-spoiled = 作废换发
ballots-field-boxes = 各票箱收回的票数
ballots-hint-handed-out = 发到人手里的总张数，含后来作废换发的。
ballots-hint-spoiled = 写错后收回、另换一张的张数；没有的不填。
ballots-hint-boxes = 每个票箱一行，按箱号顺序。系统按五十张一捆分捆。
ballots-wrong-boxes = 请只填数字，每个票箱一行。
ballots-flash-boxes = 已登记。各捆可以开始清点。
ballots-enter-title = 录入
ballots-enter-lead = 请照自己清点的数字填写，不要与另一名计票人对数。空着的按 0 计；每行的赞成、反对、弃权、无法辨认合计应当等于有效票数。录入后不能修改。
ballots-enter-button = 录入这一捆
ballots-differs-lead = 上一次两人录入的以下各处不一致，请重新清点：
ballots-field-valid = 有效票
ballots-field-invalid = 无效票
ballots-hint-blank = 没有的不填。
ballots-write-ins = 另选他人
ballots-hint-write-ins = 照票上所写抄录姓名，同一写法合计票数；写法不同的分行填写，由总监票人认定。
ballots-field-written = 票上所写
ballots-field-votes = 票数
ballots-wrong-spellings = 一捆最多填 { $most } 种写法，请核对。
ballots-flash-entered = 已录入，等另一名计票人录入后比对。
ballots-flash-agreed = 两人录入一致。
ballots-flash-differs = 两人录入不一致，请两人都重新清点后再录入。
ballots-readings-title = 认定另选他人的姓名
ballots-readings-lead = 请逐个认定票上所写是谁。写法不同而是同一人的，填成同一个姓名；无法认定的，请勾选。每次认定都会留存。
ballots-readings-button = 认定
ballots-readings-none-title = 没有另选他人
ballots-readings-none-text = 各捆都没有另选他人的票，可以直接报告结果。
ballots-field-meant = 认定为
ballots-field-nobody = 无法认定
ballots-flash-read = 已认定。

# --- report, announcement, correction ---
ballots-report-button = 报告结果
ballots-report-confirm = 报告后不能再录入。确定各项数字已经核对吗？
ballots-flash-reported = 结果已报告，请打印计票结果报告单签字。
ballots-announce-button = 记录已宣布
ballots-announce-confirm = 大会主持人已经宣布了吗？记录后结果即锁定。
ballots-tie-title = 登记主席团决定
ballots-tie-lead = 票数相等，按所引办法由主席团决定。还有 { $left } 个名额，请勾选主席团决定的人选（事项）。
ballots-field-tied = 主席团决定
ballots-tie-button = 登记决定
ballots-flash-tie = 主席团的决定已登记，可以宣布结果。
ballots-turn-tie = 票数相等，按所引办法由主席团决定。请登记主席团的决定，再宣布结果。
ballots-step-presidium = 票数相等，主席团决定：{ $names }。
ballots-refused-no-tie = 这一结果没有需要主席团决定的票数相等。
ballots-refused-tie-names = 请在票数相等的人选（事项）中勾选 { $left } 个。
ballots-refused-tie-open = 票数相等，还有 { $left } 个名额待主席团决定，请先登记主席团的决定。
ballots-flash-announced = 结果已宣布并锁定。
ballots-correct-title = 更正结果
ballots-correct-lead = 原结果连同理由永久保留。更正期间请总监票人指定需要重新清点的捆，重新报告后为下一版。
ballots-correct-button = 开始更正
ballots-flash-correct = 请总监票人指定需要重新清点的捆，然后重新报告。
ballots-call-off-title = 取消本轮
ballots-call-off-lead = 取消后本轮不计票，可以重新开始同样的一轮。请写明理由。
ballots-call-off-button = 取消本轮
ballots-flash-called-off = 本轮已取消。
ballots-field-reason = 理由
# used: ballots-screen-*
ballots-screen-title = 会场大屏
ballots-screen-open = 正在投票
ballots-screen-counting = 正在计票
ballots-screen-reported = 计票完毕，等待宣布
ballots-screen-announced = 结果
ballots-screen-called-off = 本轮取消
ballots-screen-progress = 已核对 { $done } 捆，共 { $all } 捆
ballots-paper-report = 计票结果报告单
ballots-paper-announcement = 结果公告
ballots-paper-title = { $title }结果公告
ballots-paper-edition = 第 { $edition } 版
ballots-paper-working = 计算过程
ballots-paper-result = 结论
ballots-paper-sign = 签字
ballots-paper-opening = { $day }，{ $meeting }就“{ $title }”进行投票。应到 { $members } 人，实到 { $present } 人；发出票 { $issued } 张，收回 { $returned } 张，其中有效票 { $valid } 张，无效票 { $invalid } 张。结果如下：
ballots-paper-corrected = 本结果已于{ $day }更正，理由：{ $reason }
ballots-paper-later = 本结果为更正后的结果，此前宣布的不再适用。

# --- refusals ---
ballots-refused-names = 请至少写一个名字，最多 { $most } 个。
ballots-refused-name-twice = 票面上有两个“{ $name }”，请加以区分，例如注明性别、单位。
ballots-refused-places = 名额与票面上的 { $count } 个名字不符：选举的应选名额不能多于候选人，票选的项数要少于备选项，表决不能另选他人。请核对。
ballots-refused-share = 比例写得不对，请重新选择。
ballots-refused-spec-fixed = 已经开始投票，票面和计票规则不能再改；需要改的，请新建表决事项。
ballots-refused-round-runs = 上一轮还没有宣布结果，请先完成。
ballots-refused-nothing-follows = 上一轮已有结果，不需要再投票；另有议题的，请新建表决事项。
ballots-refused-quorum-congress = 到会 { $present } 人，不到 { $need } 人，不能举行会议（地方组织法第十四条）。请待人数足够后再开始。
ballots-refused-quorum-committee = 到会 { $present } 人，不到 { $need } 人，不能举行会议（地方组织法第五十一条）。请待人数足够后再开始。
ballots-refused-tellers-few = 计票人至少两名，总监票人一名，请补足。
ballots-refused-teller-twice = 同一个人不能指定两次，请另选一人。
ballots-refused-teller-in-the-way = “{ $name }”在票面上，不得担任监票人、计票人（选举法第四十三条）。请另选一人。
ballots-refused-no-teller = 只有本轮指定的计票人员才能这样做；需要的，请工作人员指定。
ballots-refused-undeclared = 请先声明与候选人（人选）没有近亲属关系。
ballots-refused-declared = 您已经声明过了；情况有变的，请选择回避。
ballots-refused-spoiled-more = 作废换发的票多于领出的票，请核对。
ballots-refused-issued-more = 发出 { $issued } 张，多于实到 { $present } 人，请核对。
ballots-refused-boxes = 请填 1 至 30 个票箱，每箱不超过 100000 张。
ballots-refused-boxes-closed = 还没有登记发出、收回的票数，请先登记。
ballots-refused-void-round = 收回的票多于发出的票，本轮无效，不再计票；请总监票人报告。
ballots-refused-over = 结果已经报告或者本轮已取消，不能再改；需要更正的，请由办公室负责人写明理由更正。
ballots-refused-no-bundle = 没有这一捆，请返回本轮投票查看。
ballots-refused-bundle-agreed = 这一捆两人已经一致；仍有疑问的，请总监票人要求重新清点。
ballots-refused-entered = 您已录入这一捆，请等另一名计票人录入。
ballots-refused-other-ballot = 录入的行与票面不符，请重新打开这一捆填写。
ballots-refused-written-is-listed = “{ $name }”已在票面上，不能作为另选他人；请按本次办法认定该票后再填。
ballots-refused-not-counted = 这一捆还没有人录入，不用重新清点。
ballots-refused-bundles-open = 还有没核对一致的捆，请先完成清点。
ballots-refused-unread = 还有另选他人的姓名没有认定，请先认定。
ballots-refused-not-reported = 还没有报告结果，请总监票人先报告。
ballots-refused-later-round = 已在这一结果的基础上开始了下一轮，不能再更正这一轮。

ballots-ensure-rounds = 各轮的轮次连续
ballots-ensure-one-runs = 上一轮宣布或者取消后才有下一轮
ballots-ensure-results = 已报告的轮次都有结果
ballots-ensure-announced = 已宣布的结果都逐人列出
ballots-ensure-two-tellers = 每捆每次清点最多两人录入

# 核验秘密表决存档
ballots-verify-setup = 表决说明格式正确
ballots-verify-trustees = 各保管人都持有所示公钥的密钥，各公钥合成表决公钥
ballots-verify-credentials = 凭据名单：每条都是公钥，没有重复
ballots-verify-ballots = 每张票都属于本次表决，凭据在名单内，有签名，选择不超限
ballots-verify-tally = 加密总数等于各票之和
ballots-verify-decryptions = 每份部分解密都针对该总数，确由所称保管人作出
ballots-verify-result = 公布的总数与解密所得一致
ballots-verify-chain = 每份内容与其散列名相符，各事件前后相接，没有多余内容
ballots-verify-held = 通过    { $check }：{ $count }
ballots-verify-failed = 不通过  { $check }：{ $flaw }（事件 { $event }）
ballots-verify-not-reached = 未核    { $check }：没有核到
ballots-verify-blank = 空白
ballots-verify-heads = 表决 { $uuid }；名单冻结散列 { $setup }；末条散列 { $head }。请与会场屏幕所示核对。
ballots-verify-good = 存档属实。
ballots-verify-bad = 存档不实，其结果不可采信。
ballots-verify-no-archive = { $place } 不是秘密表决的存档。请指明 .bel 文件，或者放有存档的文件夹。
ballots-verify-unchecked = 没有核验：{ $place }。只核验 .bel 存档。
ballots-flaw-cut = 文件被截断，或者标头损坏
ballots-flaw-large = 有内容超过任何表决所需的大小
ballots-flaw-name = 内容与其散列名不符
ballots-flaw-form = 不符合约定格式
ballots-flaw-chain = 事件与上一条不相接
ballots-flaw-order = 事件出现在不该出现的位置
ballots-flaw-missing = 事件所指内容缺失
ballots-flaw-spare = 存有没有任何事件指向的内容
ballots-flaw-group = 所用的群本程序不认识
ballots-flaw-limits = 议题的选择限额自相矛盾
ballots-flaw-point = 有内容不是群元素
ballots-flaw-scalar = 证明中的数超出范围
ballots-flaw-proof = 证明不成立
ballots-flaw-key = 保管人的公钥与表决公钥对不上
ballots-flaw-twice = 同一内容出现两次
ballots-flaw-stranger = 不在名单内
ballots-flaw-other = 属于另一次表决
ballots-flaw-hash = 票面散列不对
ballots-flaw-changed = 同一凭据投了第二张票
ballots-flaw-count = 票数对不上
ballots-flaw-sum = 和数不符
ballots-flaw-few = 解密的保管人不足
ballots-flaw-total = 解密所得是另一个数
ballots-flaw-unfinished = 存档到结果之前就结束了；用 --unfinished 核验已有部分
# 对保管人说的话
ballots-trustee-commitment = 承诺值，须先于公钥交出：{ $hash }
ballots-trustee-opened = 已作为第 { $number } 保管人解密，末条散列 { $head }。请交出打印的那一行；此外没有解密任何内容。
ballots-trustee-broken = 存档不实，没有解密。请报告主持人。
ballots-trustee-other-setup = 名单冻结散列与您所填的不符，没有解密。请与会场屏幕核对。
ballots-trustee-not-mine = 您的公钥不在本次表决的保管人之列。请核对 --secret 和存档。
ballots-trustee-too-early = 投票还没有结束，没有总数可解密。请索取投票结束后的存档。
ballots-trustee-too-late = 结果已经公布，不必再解密。
ballots-trustee-again = 您的那一份已在存档中，只解密一次。
ballots-trustee-too-few = 投票人数少于 --least，公布总数会暴露个人的选择。请改用纸质票。
ballots-trustee-other-group = 本次表决用的不是 Ed25519，本工具不能解密。
ballots-trustee-no-secret = { $place } 中没有保管人密钥。请指明 lianluo trustee key 写出的文件。
