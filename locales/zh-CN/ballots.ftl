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
