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
bills-refused-not-asked = 您没有被邀请在这件议案上联名。想联名的，请与领衔代表联系。
bills-refused-in-person = 议案须由代表本人起草、联名和提交，不能代办。请代表用自己的账号办理。
bills-refused-incomplete = 议案还没有填完整，案由、案据、方案缺一不可，请补充后再提交。
bills-refused-nobody-asked = 请先选择要邀请的代表；已经邀请过的不用再选。
bills-refused-lead-asked = 领衔代表提交即为联名，不用邀请自己。
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
bills-refused-votes-unfit = 赞成票不能多于全体代表人数，全体代表至少一人，请核对。
bills-refused-no-deputy = 您的账号没有关联代表，不能办理这一步。请联系人大机关。
bills-refused-not-deputies = 有 { $count } 人不是本级在任代表，不能联名。请重新选择。
bills-refused-no-session = 本级人大还没有登记会议届次，请先在名册中登记。
bills-wrong-pattern = 编号样式须有且只有一处 { "{" }n{ "}" }，例如“议案第{ "{" }n{ "}" }号”
bills-wrong-months = 请填写 1 到 { $most } 之间的整数
bills-field-title = 案由
bills-field-grounds = 案据
bills-field-proposal = 方案
bills-field-publish = 是否同意公开
bills-field-not-public-because = 不公开的理由
bills-field-deadline = 代表提出议案的截止时间
bills-field-late = 逾期提出的议案
bills-field-delegations = 允许代表团提出议案
bills-field-report-months = 闭会后审议的期限（月）
bills-field-pattern = 编号样式
bills-field-basis = 依据
