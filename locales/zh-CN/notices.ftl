# 通知
notices-title = 我的通知
notices-under = 与您有关的建议和工作上发生的事，新的在前。
notices-settings = 我的通知设置
notices-none = 没有通知
notices-none-text = 您的建议、承办事项或本机关工作有了进展，会写在这里。
notices-filter-topic = 事由
notices-filter-state = 状态
notices-unread = 未读
notices-read = 已读
notices-mark-read = 标为已读
notices-read-all = 全部标为已读
notices-all-read = 已全部标为已读。
notices-column-what = 内容
notices-column-when = 时间
notices-column-state = 状态

# used: notices-topic-*
notices-topic-own = 我的建议
notices-topic-bill = 议案
notices-topic-supervision = 督办
notices-topic-work = 承办事项
notices-topic-office = 机关工作
notices-topic-account = 账号与职务
notices-topic-clock = 期限提醒

# used: notices-said-*
notices-said-refusal-proposed = 《{ $title }》拟不作为建议处理，请看理由，同意或者坚持提出。
notices-said-refusal-agreed = 代表已同意《{ $title }》不作为建议处理。
notices-said-insisted-upon = 代表坚持提出《{ $title }》，请重新审查。
notices-said-to-divide = 《{ $title }》已转贵机构，请于 { $day } 前分给承办单位。
notices-said-routed-back = { $unit }退回了《{ $title }》，请重新交办。
notices-said-part-to-read = 送来《{ $title }》参阅，不需签收、答复。
notices-said-acting-agreed = { $person }代表已同意由您代为录入。
notices-said-bill-sign-asked = 邀请您在《{ $title }》上联名，请看后答复。
notices-said-bill-sign-again = 《{ $title }》的文字已修改，请您重新确认是否联名。
notices-said-bill-signed = { $person }代表已在《{ $title }》上联名。
notices-said-bill-sign-declined = { $person }代表不在《{ $title }》上联名。
notices-said-bill-on-paper = 人大机关收到并登记了纸质议案《{ $title }》，您列为领衔或者联名代表。没有签名的，请打开议案点“我没有联名”。
notices-said-bill-sign-denied = { $person }代表表示没有在纸质议案《{ $title }》上联名，请核对原件。
notices-said-bill-returned = 《{ $title }》已退回补正，请看退回原因，改好后重新提交。
notices-said-bill-numbered = 《{ $title }》已编号，交议案审查委员会。
notices-said-bill-reviewed = 《{ $title }》的审查意见已提出，等主席团决定。
notices-said-bill-consulted = 您联名的《{ $title }》拟转为建议、批评和意见处理，请在 { $day } 前答复是否同意。
notices-said-bill-objected = { $person }代表不同意把《{ $title }》转为建议，请查看。
notices-said-bill-decided = 主席团对《{ $title }》已作出决定，请查看。
notices-said-bill-ended = 《{ $title }》已有结果，请查看。
notices-said-bill-stays = 主席团不同意撤回《{ $title }》，会议继续审议。
notices-said-bill-withdrawn = 《{ $title }》已撤回。
notices-said-bill-submitted = 收到《{ $title }》，请审核编号。
notices-said-bill-to-decide = 《{ $title }》可以提请主席团决定，请在决定后登记。
notices-said-bill-withdrawal-asked = 提案人要求撤回《{ $title }》，请在主席团决定后登记。
notices-said-letter-issued = 收到督办通知单：《{ $title }》，请在 { $day } 前反馈。
notices-said-letter-told = 《{ $title }》已向{ $unit }发出督办通知单。
notices-said-letter-answered = { $unit }已反馈《{ $title }》的督办通知单，请查看。
notices-said-letter-again = 《{ $title }》的督办要求继续办理，请在 { $day } 前再次反馈。
notices-said-letter-closed = 《{ $title }》的督办通知单已销号。
notices-said-letter-withdrawn = 《{ $title }》的督办通知单已撤销，不用再反馈。
notices-said-case-listed = 代表对《{ $title }》不满意，已挂号督办，请确定责任人。
notices-said-evaluation-opened = { $title }已开始，请给办理您所提建议的单位评分。
notices-said-evaluation-told = { $title }的结果已告知贵单位，可以申诉到{ $day }（含当日），请查看。
notices-said-appealed = { $unit }对{ $title }的结果提出申诉，请答复。
notices-said-appeal-ruled = 贵单位对{ $title }结果的申诉已有答复，请查看。
notices-said-evaluation-published = { $title }的结果已公布，请查看。
notices-said-key-marked = 《{ $title }》已列为重点督办建议。
notices-said-key-planned = 《{ $title }》的督办计划有新步骤，{ $day }前完成，请查看。
notices-said-key-concluded = 《{ $title }》的重点督办已办结，请看督办结果。
notices-said-inquiry-told = 将就“{ $title }”开展专题询问，请按问题清单准备，{ $day } 到会应询。
notices-said-item-listed = 专题询问“{ $title }”交办整改事项，请报整改措施，并在 { $day } 前完成整改。
notices-said-item-reported = { $unit }已报专题询问“{ $title }”的整改情况，请审核。
notices-said-item-back = 专题询问“{ $title }”的整改情况被退回，请继续整改，{ $day } 前再报。
notices-said-item-settled = 专题询问“{ $title }”的一项整改已销号。
notices-said-inquiry-ended = 专题询问“{ $title }”已办结，请查看结果。
notices-said-inquiry-off = 专题询问“{ $title }”已取消，不再进行。
notices-said-remind-item = { $late ->
    [0] 专题询问“{ $title }”的整改事项应在 { $day } 前完成，请按期报整改情况。
   *[other] 专题询问“{ $title }”的整改事项原定 { $day } 前完成，请尽快报整改情况。
}
notices-said-key-lifted = 《{ $title }》不再列为重点督办，建议照常办理。
notices-said-returned = 《{ $title }》已退回修改，请看退回原因，改好后重新提交。
notices-said-accepted = 《{ $title }》已受理，等待编号。
notices-said-numbered = 《{ $title }》已受理并编号。
notices-said-assigned = 《{ $title }》已交{ $unit }办理，答复期限 { $day }。
notices-said-replied = { $unit }已答复《{ $title }》，请在 { $day } 前评价。
notices-said-redo-ordered = 《{ $title }》已要求{ $unit }重新办理，期限 { $day }。
notices-said-reopened = 《{ $title }》因条件变化恢复办理，由{ $unit }在 { $day } 前重新答复。
notices-said-part-reopened = 《{ $title }》恢复办理，请在 { $day } 前重新答复。
notices-said-closed = 《{ $title }》已办结。
notices-said-withdrawn = 您附议的《{ $title }》已由领衔代表撤回。
notices-said-merged = 《{ $title }》已与同一事项的建议并案办理，编号不变，仍将分别答复您。
notices-said-severed = 《{ $title }》写了两件事，已拆成两件分别办理，两件都保留原来的领衔代表和附议代表。请看一看拆得是否合适。
notices-said-separated = 《{ $title }》已解除并案，单独办理。
notices-said-cosign-asked = 邀请您附议《{ $title }》，请在 { $day } 前答复。
notices-said-cosign-again = 《{ $title }》的内容已修改，请您重新确认是否附议。
notices-said-cosigned = { $person }代表已附议《{ $title }》。
notices-said-cosign-declined = { $person }代表不附议《{ $title }》。
notices-said-entered-for = 工作人员代您录入了《{ $title }》，请核对并确认。
notices-said-part-assigned = 交来《{ $title }》，请及时签收；期限 { $day }。
notices-said-reply-sent-back = 《{ $title }》的答复未通过审核，请看意见，修改后再送审。
notices-said-reply-passed = 《{ $title }》的答复已通过审核，请签发。
notices-said-part-redo = 代表对《{ $title }》的答复不满意，请重新办理；期限 { $day }。
notices-said-opinion-given = { $unit }已就《{ $title }》送来会办意见。
notices-said-room-noted = { $unit }在《{ $title }》的办理协商中留言，请查看。
notices-said-office-room-noted = { $unit }在《{ $title }》的办理协商中留言。
notices-said-draft-shown = { $unit }就《{ $title }》的答复稿征求您的意见，请查看并反馈。
notices-said-draft-answered = { $person }代表已就《{ $title }》的答复稿反馈意见。
notices-said-difference-raised = { $unit }提出《{ $title }》办理中有不同意见，涉及贵单位，请到办理协商中查看。
notices-said-difference-settled = 《{ $title }》承办单位的不同意见已由{ $unit }于 { $day } 协调，请按协调结果办理。
notices-said-difference-to-settle = { $unit }提出，《{ $title }》的承办单位意见不一致，请协调。
notices-said-sign-for-moved = { $because ->
    [calendar] 放假安排有变，《{ $title }》的签收期限由 { $was } 改为 { $day }。
    [rule] 规则有修改，《{ $title }》的签收期限由 { $was } 改为 { $day }。
   *[other] 按现行规则和放假安排核对，《{ $title }》的签收期限由 { $was } 改为 { $day }。
}
notices-said-due-moved = { $because ->
    [calendar] 放假安排有变，《{ $title }》的办理期限由 { $was } 改为 { $day }，请按新期限办理。
    [rule] 规则有修改，《{ $title }》的办理期限由 { $was } 改为 { $day }，请按新期限办理。
   *[other] 按现行规则和放假安排核对，《{ $title }》的办理期限由 { $was } 改为 { $day }，请按新期限办理。
}
notices-said-answer-moved = { $because ->
    [calendar] 放假安排有变，{ $unit }答复《{ $title }》的期限由 { $was } 改为 { $day }。
    [rule] 规则有修改，{ $unit }答复《{ $title }》的期限由 { $was } 改为 { $day }。
   *[other] 按现行规则和放假安排核对，{ $unit }答复《{ $title }》的期限由 { $was } 改为 { $day }。
}
notices-said-assign-moved = { $because ->
    [calendar] 放假安排有变，《{ $title }》的交办期限由 { $was } 改为 { $day }。
    [rule] 规则有修改，《{ $title }》的交办期限由 { $was } 改为 { $day }。
   *[other] 按现行规则和放假安排核对，《{ $title }》的交办期限由 { $was } 改为 { $day }。
}
notices-said-ruling-moved = { $because ->
    [calendar] 放假安排有变，《{ $title }》退办申请的裁定期限由 { $was } 改为 { $day }。
    [rule] 规则有修改，《{ $title }》退办申请的裁定期限由 { $was } 改为 { $day }。
   *[other] 按现行规则和放假安排核对，《{ $title }》退办申请的裁定期限由 { $was } 改为 { $day }。
}
notices-said-contact-recorded = { $unit }记录了 { $day } 就《{ $title }》与您的沟通，请核对并确认。
notices-said-class-kept = { $unit }维持《{ $title }》答复的结果类别，并写明了依据，请查看。
notices-said-class-changed = { $unit }变更了《{ $title }》答复的结果类别，请查看。
notices-said-class-doubted = 有人对贵单位《{ $title }》答复的结果类别提出异议，请单位负责人维持或者变更。
notices-said-doubt-withdrawn = 对贵单位《{ $title }》答复结果类别的异议已撤回，不用答复。
notices-said-class-upheld = { $unit }维持《{ $title }》答复的结果类别，并写明了依据，请查看。
notices-said-class-corrected = { $unit }变更了《{ $title }》答复的结果类别，统计随之调整。
notices-said-contact-disputed = 代表对贵单位办理《{ $title }》的沟通记录有异议，请核实；写错的请撤回后重新记录。
notices-said-promise-made = { $unit }就《{ $title }》作出承诺，{ $day } 前完成，请查看。
notices-said-promise-reported = { $unit }报来《{ $title }》承诺事项的进展，请查看。
notices-said-promise-moved = { $unit }将《{ $title }》承诺事项的完成日期调整到 { $day }，请看原因。
notices-said-promise-answered = { $unit }就《{ $title }》的承诺事项作了二次答复，请在 { $day } 前评价。
notices-said-promise-settled = 《{ $title }》的承诺事项已销号，请看结果。
notices-said-promise-taken-over = 《{ $title }》的承诺事项跨年转办，{ $unit }须在 { $day } 前完成。
notices-said-looked-back = 对已办结的《{ $title }》开展了回头看，请看情况。
notices-said-promise-sent-back = 《{ $title }》的二次答复已退回，请看原因，继续办理。
notices-said-promise-off-ledger = 《{ $title }》的承诺事项已销号，请看结果。
notices-said-promise-goes-on = 《{ $title }》的承诺事项跨年转办，请在 { $day } 前完成并作二次答复。
notices-said-part-looked-back = 人大机关对《{ $title }》开展了回头看，请看发现的情况。
notices-said-promise-to-settle = { $unit }就《{ $title }》的承诺事项作了二次答复，代表评价期到 { $day }，之后请销号。
notices-said-promise-dissatisfied = 代表对{ $unit }就《{ $title }》所作的二次答复不满意，请处理。
notices-said-remind-promise = { $late ->
    [0] 请在 { $day } 前兑现《{ $title }》的承诺事项，并作二次答复。
   *[other] 《{ $title }》的承诺期限 { $day } 已过，请尽快兑现并作二次答复。
}
notices-said-remind-progress = { $late ->
    [0] 请在 { $day } 前填报《{ $title }》承诺事项的进展。
   *[other] 《{ $title }》承诺事项的进展应在 { $day } 前填报，请尽快填报。
}
notices-said-extension-told = { $unit }办理《{ $title }》需要延期，经批准改为 { $day } 前答复。
notices-said-objection-refused = 《{ $title }》的退办申请未获同意，请继续办理。
notices-said-unit-joined = 《{ $title }》增加{ $unit }共同办理。
notices-said-part-passed-on = 《{ $title }》已改由其他单位办理，贵单位不再办理。
notices-said-extension-granted = 《{ $title }》已同意延期，期限 { $day }。
notices-said-extension-refused = 《{ $title }》的延期申请未获同意，请按原期限办理。
notices-said-objected = { $unit }对《{ $title }》申请退办，请裁定。
notices-said-extension-asked = { $unit }申请将《{ $title }》延期到 { $day }，请审批。
notices-said-remind-ruling = { $late ->
    [0] 请在 { $day } 前裁定《{ $title }》的退办申请。
   *[other] 《{ $title }》的退办裁定期限 { $day } 已过，请尽快裁定。
}
notices-said-remind-redo = { $late ->
    [0] 有代表对《{ $title }》的答复不满意，请在 { $day } 前退回承办单位重新办理，或者按规定办结。
   *[other] 《{ $title }》退回重新办理的期限 { $day } 已过，请尽快处理。
}
notices-said-remind-consent = { $late ->
    [0] 《{ $title }》的延期申请待您审批，答复期限 { $day }。
   *[other] 《{ $title }》的答复期限 { $day } 已过，延期申请仍待审批，请尽快办理。
}
notices-said-part-closed = 《{ $title }》已办结。
notices-said-part-withdrawn = 《{ $title }》已由代表撤回，不再办理。
notices-said-submitted = 收到《{ $title }》，请审查。
notices-said-reply-to-check = { $unit }对《{ $title }》的答复已送审，请审核。
notices-said-dissatisfied = 有代表对{ $unit }就《{ $title }》的答复不满意，请看评价并处理。
notices-said-office-withdrawn = 《{ $title }》已由领衔代表撤回。
notices-said-acting-granted = 已登记由{ $account }代您录入，至 { $day } 止。由其本人自行登记的，须您在“代录”页同意后才能使用；如有不符，请在该页终止。
notices-said-acting-trusted = { $person }代表委托您代为录入，至 { $day } 止。
notices-said-acting-ended = { $account }代您录入的委托已终止。
notices-said-acting-over = 您代{ $person }代表录入的委托已终止。
notices-said-post-given = 您已担任{ $unit }{ $duty }。
notices-said-post-set = { $by }授予{ $account }“{ $unit }{ $duty }”的职务。请核对；如不应授予，请在该账号页收回职务，或者停用账号。
notices-by-machine = 系统管理员（在服务器上操作）
notices-said-post-taken = 您不再担任{ $unit }{ $duty }。
notices-said-remind-letter = { $late ->
    [0] 请在 { $day } 前反馈《{ $title }》的督办通知单。
   *[other] 《{ $title }》的督办通知单应在 { $day } 前反馈，请尽快反馈。
}
notices-said-remind-step = { $late ->
    [0] 重点督办《{ $title }》有一项工作安排在 { $day } 前完成，请落实。
   *[other] 重点督办《{ $title }》有一项工作原定 { $day } 前完成，请落实并登记结果。
}
notices-said-remind-look-back = 《{ $title }》办结后到了回头看的日期（{ $day }），请安排。
notices-said-remind-bill-report = { $late ->
    [0] 《{ $title }》应在 { $day } 前提出审议结果，请督促委员会按期报告，收到后登记。
   *[other] 《{ $title }》的审议结果原定 { $day } 前提出，至今没有登记，请尽快办理。
}
notices-said-remind-sign-for = { $late ->
    [0] 请在 { $day } 前签收《{ $title }》。
   *[other] 《{ $title }》的签收期限 { $day } 已过，请尽快签收。
}
notices-said-remind-opinion = { $late ->
    [0] 请在 { $day } 前送《{ $title }》的会办意见。
   *[other] 《{ $title }》的会办期限 { $day } 已过，请尽快送会办意见。
}
notices-said-remind-reply = { $late ->
    [0] 请在 { $day } 前答复《{ $title }》。
   *[other] 《{ $title }》的答复期限 { $day } 已过，请尽快答复。
}
notices-said-remind-check = { $late ->
    [0] 《{ $title }》的答复待您审核，答复期限 { $day }。
   *[other] 《{ $title }》的答复期限 { $day } 已过，仍待审核，请尽快办理。
}
notices-said-remind-signature = { $late ->
    [0] 《{ $title }》的答复待您签发，答复期限 { $day }。
   *[other] 《{ $title }》的答复期限 { $day } 已过，仍待签发，请尽快办理。
}
notices-said-remind-judge = 《{ $title }》的答复等您评价，请在 { $day } 前反馈。
notices-said-remind-assign = { $late ->
    [0] 请在 { $day } 前交办《{ $title }》。
   *[other] 《{ $title }》的交办期限 { $day } 已过，请尽快交办。
}

# used: notices-kind-*
notices-kind-refusal-proposed = 拟不作为建议
notices-kind-refusal-agreed = 代表同意不作为建议
notices-kind-insisted-upon = 代表坚持提出
notices-kind-to-divide = 转办件，请分办
notices-kind-routed-back = 转办件退回
notices-kind-part-to-read = 送参阅
notices-kind-acting-agreed = 代表同意代录
notices-kind-returned = 退回修改
notices-kind-accepted = 建议受理
notices-kind-numbered = 受理编号
notices-kind-assigned = 已经交办
notices-kind-replied = 收到答复，请评价
notices-kind-redo-ordered = 重新办理
notices-kind-reopened = 建议恢复办理
notices-kind-part-reopened = 承办事项恢复办理
notices-kind-closed = 建议办结
notices-kind-withdrawn = 建议撤回
notices-kind-merged = 并案
notices-kind-severed = 拆件
notices-kind-separated = 解除并案
notices-kind-cosign-asked = 邀请附议
notices-kind-cosign-again = 请重新确认附议
notices-kind-cosigned = 有代表附议
notices-kind-cosign-declined = 有代表不附议
notices-kind-entered-for = 代录待确认
notices-kind-part-assigned = 新交办事项，请签收
notices-kind-reply-sent-back = 答复退回修改
notices-kind-reply-passed = 答复待签发
notices-kind-part-redo = 要求重新办理
notices-kind-opinion-given = 收到会办意见
notices-kind-room-noted = 办理协商有留言
notices-kind-office-room-noted = 办理协商有新留言
notices-kind-draft-shown = 答复稿征求意见
notices-kind-draft-answered = 代表反馈了答复稿意见
notices-kind-difference-raised = 单位意见不一致
notices-kind-difference-settled = 已经协调
notices-kind-difference-to-settle = 请协调
notices-kind-sign-for-moved = 签收期限已重算
notices-kind-due-moved = 办理期限已重算
notices-kind-answer-moved = 答复期限已重算
notices-kind-assign-moved = 交办期限已重算
notices-kind-ruling-moved = 裁定期限已重算
notices-kind-contact-recorded = 沟通记录待确认
notices-kind-class-kept = 类别异议已答复
notices-kind-class-changed = 结果类别已变更
notices-kind-class-doubted = 结果类别异议
notices-kind-doubt-withdrawn = 类别异议已撤回
notices-kind-class-upheld = 类别异议已答复（机关）
notices-kind-class-corrected = 结果类别已变更（机关）
notices-kind-contact-disputed = 沟通记录有异议
notices-kind-promise-made = 新的承诺事项
notices-kind-promise-reported = 承诺事项有进展
notices-kind-promise-moved = 承诺期限调整
notices-kind-promise-answered = 收到二次答复，请评价
notices-kind-promise-settled = 承诺事项销号
notices-kind-promise-taken-over = 承诺事项跨年转办
notices-kind-looked-back = 回头看情况
notices-kind-promise-sent-back = 二次答复退回
notices-kind-promise-off-ledger = 承诺事项销号
notices-kind-promise-goes-on = 承诺事项跨年转办
notices-kind-part-looked-back = 回头看情况
notices-kind-promise-to-settle = 二次答复待销号
notices-kind-promise-dissatisfied = 对二次答复不满意
notices-kind-remind-promise = 提醒兑现承诺
notices-kind-remind-progress = 提醒填报进展
notices-kind-extension-told = 答复延期
notices-kind-objection-refused = 退办未获同意
notices-kind-unit-joined = 增加承办单位
notices-kind-part-passed-on = 已改由其他单位办理
notices-kind-extension-granted = 延期已同意
notices-kind-extension-refused = 延期未获同意
notices-kind-objected = 退办申请待裁定
notices-kind-extension-asked = 延期申请待审批
notices-kind-remind-ruling = 提醒裁定退办
notices-kind-remind-redo = 提醒退回重新办理
notices-kind-remind-consent = 提醒审批延期
notices-kind-part-closed = 承办事项办结
notices-kind-part-withdrawn = 承办事项撤回
notices-kind-submitted = 新建议待审查
notices-kind-reply-to-check = 答复待审核
notices-kind-dissatisfied = 代表不满意，请处理
notices-kind-office-withdrawn = 建议撤回
notices-kind-bill-sign-asked = 邀请联名
notices-kind-bill-sign-again = 请重新确认联名
notices-kind-bill-signed = 有代表联名
notices-kind-bill-sign-declined = 有代表不联名
notices-kind-bill-on-paper = 纸质议案已登记
notices-kind-bill-sign-denied = 有代表表示没有联名
notices-kind-bill-returned = 议案退回补正
notices-kind-bill-numbered = 议案已编号
notices-kind-bill-reviewed = 议案审查意见
notices-kind-bill-consulted = 就议案转为建议征求意见
notices-kind-bill-objected = 有代表不同意转为建议
notices-kind-bill-decided = 主席团对议案的决定
notices-kind-bill-ended = 议案处理结果
notices-kind-bill-stays = 议案撤回未获同意
notices-kind-bill-withdrawn = 议案撤回
notices-kind-bill-submitted = 新议案待审核编号
notices-kind-bill-to-decide = 议案待主席团决定
notices-kind-bill-withdrawal-asked = 要求撤回议案
notices-kind-acting-granted = 代录委托已登记
notices-kind-acting-trusted = 受托代录
notices-kind-acting-ended = 代录委托已终止
notices-kind-acting-over = 代录委托已终止
notices-kind-post-given = 职务变动
notices-kind-post-set = 授予职务，请核对
notices-kind-post-taken = 职务变动
notices-kind-remind-sign-for = 提醒签收
notices-kind-remind-opinion = 提醒送会办意见
notices-kind-remind-reply = 提醒答复
notices-kind-remind-check = 提醒审核答复
notices-kind-remind-signature = 提醒签发答复
notices-kind-remind-judge = 提醒评价答复
notices-kind-remind-assign = 提醒交办
notices-kind-remind-letter = 提醒反馈督办通知单
notices-kind-remind-step = 提醒重点督办的工作安排
notices-kind-remind-look-back = 提醒回头看
notices-kind-remind-bill-report = 提醒登记议案审议结果
notices-kind-letter-issued = 收到督办通知单
notices-kind-letter-told = 已督办承办单位
notices-kind-letter-answered = 督办已反馈
notices-kind-letter-again = 督办要求继续办理
notices-kind-letter-closed = 督办销号
notices-kind-letter-withdrawn = 督办撤销
notices-kind-case-listed = 不满意已挂号
notices-kind-evaluation-opened = 请代表评分
notices-kind-evaluation-told = 评议结果告知
notices-kind-appealed = 评议申诉待答复
notices-kind-appeal-ruled = 评议申诉已答复
notices-kind-evaluation-published = 评议结果公布
notices-kind-key-marked = 列为重点督办
notices-kind-key-planned = 督办计划
notices-kind-key-concluded = 重点督办办结
notices-kind-inquiry-told = 专题询问告知
notices-kind-item-listed = 交办整改事项
notices-kind-item-reported = 报来整改情况
notices-kind-item-back = 整改情况退回
notices-kind-item-settled = 整改销号
notices-kind-inquiry-ended = 专题询问办结
notices-kind-inquiry-off = 专题询问取消
notices-kind-remind-item = 提醒整改事项
notices-kind-key-lifted = 不再列为重点

notices-settings-text = 通知都在“我的通知”里。如需邮件提醒，请先填写邮箱并确认，再选择多久收一次。邮件只写事由和标题，不写内容；不公开的建议连标题也不写。
notices-no-mail = 本系统没有设置发信服务器，暂不能发邮件。如有需要，请联系系统管理员。
notices-address = 邮箱
notices-email = 邮箱地址
notices-code = 确认码
notices-confirmed = 已确认
notices-not-confirmed = 待确认
notices-confirm = 确认邮箱
notices-name-address = 发送确认码
notices-forget = 删除邮箱
notices-hint-email = 确认码发到这个邮箱，三十分钟内有效。换邮箱须重新确认。
notices-hint-code = 邮件里的八位数字。没有收到，请先看垃圾邮件，再重新发送。
notices-rhythm = 邮件频次
notices-rhythm-legend = 多久收一次
notices-hint-rhythm = 没有新通知就不发。
notices-choose = 保存
# used: notices-rhythm-*
notices-rhythm-at-once = 随时
notices-rhythm-daily = 每天一次
notices-rhythm-weekly = 每周一次（周一）
notices-rhythm-none = 不发邮件
notices-chosen = 已保存。
notices-code-sent = 确认码已发出，请查收邮件。
notices-address-confirmed = 邮箱已确认。
notices-address-forgotten = 邮箱已删除，不再发邮件。
notices-wrong-address = 这不是邮箱地址。请按 name@example.cn 的格式填写。
notices-wrong-soon = 刚发过确认码，请过一分钟再试。
notices-wrong-often = 今天发的确认码太多了，请明天再试，或先查看垃圾邮件。
notices-wrong-code = 确认码不对，请对照邮件再输一遍。
notices-wrong-no-code = 确认码已失效，请重新发送。
notices-refused-acting = 您正在代代表录入，看不到通知。请先停止代录。
notices-refused-no-mail = 本系统没有设置发信服务器，暂不能发邮件。请联系系统管理员。

notices-leaving = 停收通知邮件
notices-leaving-text = 停收后不再发邮件，通知仍在系统里；以后可在“我的通知设置”里恢复。
notices-leave = 停收邮件
notices-left = 已停收。通知仍可登录系统查看。

notices-letter-subject = 您有 { $count } 条新通知
notices-letter-head = 您在人大代表工作平台有新通知：
notices-letter-line = { $what }：{ $title }
notices-letter-more = 另有 { $count } 条，请登录查看。
notices-letter-read = 请登录查看：{ $address }
notices-letter-open = 登录查看
notices-letter-foot = 这是系统自动发出的邮件，请勿回复。频次可在“我的通知设置”里更改。
notices-letter-code-subject = 邮箱确认码
notices-letter-code =
    您的确认码是 { $code }，三十分钟内有效。
    请在“我的通知设置”页输入。如果不是您本人操作，不必理会。

# 数据推送
notices-hooks = 数据推送
notices-hooks-text = 建议办理有进展时，把事项编号推送给贵机关的其他系统（Standard Webhooks）。只推送本级人大的事项，不推送草稿和评价分数。
notices-hooks-none = 还没有推送地址
notices-hooks-none-text = 在下面添加接收系统的地址。
notices-hook = 推送地址
notices-hook-new = 添加推送地址
notices-hook-url = 接收地址
notices-hook-whose = 哪一级人大
notices-hook-all = 全部
notices-hook-area = 区域代码
notices-hook-facts = 推送哪些事项
notices-hint-url = 以 https:// 开头的完整地址。
notices-hint-area = 只推送这一级人大的事项；不填则推送全部。
notices-hint-facts = 至少选一项。
notices-hook-add = 添加
notices-hook-on = 推送中
notices-hook-off = 已暂停
notices-hook-secret = 这是签名密钥，只显示这一次，请立即交给接收系统保存。
notices-hook-ping = 测试推送
notices-hook-pause = 暂停
notices-hook-resume = 恢复
notices-hook-replace = 更换密钥
notices-hook-replace-ask = 更换密钥？旧密钥的签名仍会附上，直到停用旧密钥。
notices-hook-retire = 停用旧密钥
notices-hook-retire-ask = 停用旧密钥？接收系统须已改用新密钥。
notices-hook-remove = 删除
notices-hook-remove-ask = 删除这个推送地址？等待推送的事项不再推送。
notices-hook-retired = 旧密钥已停用。
notices-hook-paused = 已暂停推送。
notices-hook-resumed = 已恢复推送。
notices-hook-pinged = 已发出测试推送，稍后刷新看结果。
notices-hook-removed = 推送地址已删除。
notices-hook-resent = 已重新推送，稍后刷新看结果。
notices-calls = 最近的推送
notices-calls-none = 还没有推送过。可以先“测试推送”。
notices-call-fact = 事项
notices-call-status = 对方回应
notices-call-attempts = 次数
notices-call-problem = 原因
notices-call-again = 重新推送
# used: notices-call-*
notices-call-waiting = 待推送
notices-call-sent = 已送达
notices-call-failed = 未送达
# used: notices-fact-*
notices-fact-submitted = 提交
notices-fact-withdrawn = 撤回
notices-fact-returned = 退回修改
notices-fact-accepted = 受理
notices-fact-numbered = 编号
notices-fact-assigned = 交办
notices-fact-signed-for = 签收
notices-fact-reply-signed = 签发答复
notices-fact-reply-delivered = 送达答复
notices-fact-redo-ordered = 重新办理
notices-fact-closed = 办结
notices-fact-ping = 测试
notices-wrong-verbs = 请从列出的事项中至少选一项。
notices-wrong-congress = 没有这个区域代码的人大，请核对。
notices-wrong-many = 最多添加 { $most } 个推送地址，请先删除不用的。
notices-refused-paused = 推送已暂停，请先恢复再测试。

# 公开
notices-said-disclosed = 您的建议《{ $title }》和答复已向社会公开。
notices-said-corrected = 您的建议《{ $title }》的公开内容已更正。
notices-said-taken-down = 您的建议《{ $title }》的公开内容已撤下。
notices-said-part-disclosed = 本单位承办的《{ $title }》和答复已向社会公开。
notices-said-part-corrected = 本单位承办的《{ $title }》的公开内容已更正。
notices-said-part-taken-down = 本单位承办的《{ $title }》的公开内容已撤下。
notices-kind-disclosed = 建议已公开
notices-kind-corrected = 公开内容已更正
notices-kind-taken-down = 公开内容已撤下
notices-kind-part-disclosed = 承办的建议已公开
notices-kind-part-corrected = 承办建议的公开内容已更正
notices-kind-part-taken-down = 承办建议的公开内容已撤下
notices-fact-disclosed = 公开
notices-fact-corrected = 更正公开内容
notices-fact-taken-down = 撤下公开内容
notices-said-opinion-said = 群众对您说了一条意见，请在规定时限内先作回应。
notices-kind-opinion-said = 群众对您说的意见
notices-said-opinion-answered = 群众对您说的一条意见，已由人大机关或承办单位答复。
notices-kind-opinion-answered = 对您说的意见已答复
notices-said-opinion-answered-for = 工作人员以您的名义答复了一条群众意见，请核对；与您的意思不符的，请马上告诉人大机关。
notices-kind-opinion-answered-for = 以您的名义作的答复
notices-said-opinion-elsewhere = 群众对您说的一条意见，人大机关已告知应当走的渠道。
notices-kind-opinion-elsewhere = 对您说的意见已告知渠道
notices-said-opinion-back = 群众对一条意见的答复不满意，请再看一看。
notices-kind-opinion-back = 群众对答复不满意
notices-said-opinion-replied = 群众意见转成的建议已经答复，请把结果告诉反映人。
notices-kind-opinion-replied = 由群众意见转成的建议已答复
notices-said-opinion-overdue = 有一条群众意见已经超过期限，群众还在等，请马上处理。
notices-kind-opinion-overdue = 群众意见超过期限
notices-said-opinion-given-out = 有一条群众意见交本单位办理，请按期答复。
notices-kind-opinion-given-out = 群众意见交办
notices-said-opinion-given-back = 承办单位退回了一条群众意见，请看退回的理由，另行交办。
notices-kind-opinion-given-back = 承办单位退回群众意见
notices-said-opinion-taken = 原交您单位的一条群众意见已改由他处办理，不用再答复。
notices-kind-opinion-taken = 群众意见改由他处办理
notices-said-opinion-fed-back = 承办单位对一条群众意见作了反馈，请把结果答复反映人。
notices-kind-opinion-fed-back = 承办单位对群众意见的反馈
notices-said-opinion-came = 收到一条群众意见，请分办。
notices-kind-opinion-came = 收到群众意见
notices-said-opinion-insisted = 群众对一条意见的答复不满意，请重新办理或者当面说明。
notices-kind-opinion-insisted = 群众不满意
notices-said-station-graded = { $unit }的星级评定结果已公布，请查看。
notices-kind-station-graded = 联络站星级公布
notices-said-station-proposed = { $unit }的拟定星级正在公示，有异议的请在公示期内提出。
notices-kind-station-proposed = 联络站星级公示
notices-said-duty-unfilled = { $unit }{ $day }起的值班表到期未能自动公布：表上还没有安排代表。请安排后公布。
notices-kind-duty-unfilled = 值班表未能公布（没有人）
notices-said-duty-on-leave = { $unit }{ $day }起的值班表到期未能自动公布：表上有代表已请假、不再进站或者不再任职。请重新生成或者调整后公布。
notices-kind-duty-on-leave = 值班表未能公布（请假）
notices-said-duty-past = { $unit }{ $day }起的值班表到期未能自动公布：第一次值班的日期已过。请重新生成后公布。
notices-kind-duty-past = 值班表未能公布（已过期）

notices-said-duty-published = 代表联络站值班表已公布，{ $day }起有您的值班，请查看“我的值班”。
notices-kind-duty-published = 值班表公布
notices-said-duty-on = 联络站安排您在{ $day }值班。
notices-kind-duty-on = 增加值班
notices-said-duty-off = 您在{ $day }的联络站值班已取消。
notices-kind-duty-off = 取消值班
notices-said-duty-swap-asked = { $person }代表请您代为在{ $day }到联络站值班，请答复。
notices-kind-duty-swap-asked = 请求换班
notices-said-duty-swap-accepted = { $person }代表已同意在{ $day }替您值班。
notices-kind-duty-swap-accepted = 同意换班
notices-said-duty-swap-declined = { $person }代表不能在{ $day }替您值班，请另外联系或者按时到站。
notices-kind-duty-swap-declined = 不同意换班
notices-said-duty-swap-withdrawn = { $person }代表不再请您在{ $day }代为值班。
notices-kind-duty-swap-withdrawn = 换班请求撤回
notices-said-remind-posting = 《{ $title }》有名单最迟 { $day } 公布，请按时公布，并在选区中登记公布日期。
notices-kind-remind-posting = 提醒公布名单
notices-said-remind-objection = 《{ $title }》有一件选民名单申诉最迟 { $day } 处理（判决），请及时办理并登记。
notices-kind-remind-objection = 提醒处理选民名单申诉
notices-said-remind-duty = { $day }您在联络站值班，请按时到站；不能到站的，请先换班或者告知联络员。
notices-kind-remind-duty = 提醒值班
notices-said-link-made = 人大机关安排您联系{ $person }，请按规定开展联系并随手记下。
notices-kind-link-made = 新的联系安排
notices-said-link-kept = 人大机关安排{ $person }联系您。
notices-kind-link-kept = 有人联系您
notices-said-link-ended = 您与{ $person }的一项联系已终止。
notices-kind-link-ended = 联系终止
notices-said-link-due = 您有一项联系，到了今年该联系的时候，请安排走访或者电话联系。
notices-kind-link-due = 提醒联系
notices-said-elected = 您已当选人民代表大会代表，请查看选举结果公告；代表资格待确认。
notices-kind-elected = 当选代表
notices-said-seat-confirmed = 您的代表资格已经确认并公布。
notices-kind-seat-confirmed = 代表资格已确认
notices-said-seat-changed = 您的代表资格已终止、暂停或者恢复，请查看公告；有疑问的，请与人大机关联系。
notices-kind-seat-changed = 代表资格变动
notices-said-ballot-counts = 请您参加《{ $title }》的计票或者监票，请先声明是否需要回避。
notices-kind-ballot-counts = 担任计票人、监票人
notices-said-ballot-differs = 《{ $title }》有一捆选票两人录入不一致，请重新清点、录入。
notices-kind-ballot-differs = 两次录入不一致
notices-said-ballot-to-announce = 《{ $title }》的计票结果已报告，请宣布。
notices-kind-ballot-to-announce = 计票结果待宣布
notices-said-ballot-announced = 《{ $title }》的结果已经宣布，请办理后续事项。
notices-kind-ballot-announced = 表决结果已宣布
notices-said-ballot-teller-aside = 《{ $title }》有一名计票人或者监票人回避，请另行指定。
notices-kind-ballot-teller-aside = 计票人回避
notices-said-ballot-reopened = 《{ $title }》的结果需要更正，请重新清点有关选票。
notices-kind-ballot-reopened = 结果更正
notices-said-ballot-off = 《{ $title }》的这一轮投票已取消，不再计票。
notices-kind-ballot-off = 投票取消
notices-said-appointment-adopted = 您拟稿的任免案已获通过，请办理公告。
notices-kind-appointment-adopted = 任免案已通过
notices-said-appointment-refused = 您拟稿的任免案未获通过；本地办法允许的，可以再次提名。
notices-kind-appointment-refused = 任免案未通过
notices-said-appointment-announced = 您的任免已经公告。
notices-kind-appointment-announced = 任免公告
notices-said-office-to-name = 领导人员选举结果已确定，还没有指定所选职务，当选人员没有登记任职。请指定。
notices-kind-office-to-name = 选举结果等待指定职务
