//! Closed lists of words, each with the spellings under which offices know it.

use law_rules::words;

words! {
    /// 层级.
    pub enum Tier as "stations-tier-" {
        /// 中心站: of a county, a city.
        Center = "center" | "中心站" | "总站",
        /// 联络站: of a town, a street, a zone.
        Station = "station" | "联络站" | "站",
        /// 联络点: of a village, a community, an enterprise; an extension of a station.
        Point = "point" | "联络点" | "点",
    }
}

words! {
    /// 类型: for whom it stands.
    pub enum Kind as "stations-kind-" {
        /// 乡镇街道.
        Town = "town" | "乡镇街道" | "乡镇" | "街道",
        /// 村、社区.
        Village = "village" | "村社区" | "村" | "社区",
        /// 选区、片区.
        District = "district" | "选区片区" | "选区" | "片区",
        /// 园区.
        Park = "park" | "园区",
        /// 行业、产业链.
        Trade = "trade" | "行业" | "产业链",
        /// 网上联络站.
        Online = "online" | "网上",
    }
}

words! {
    /// 功能: what the same place serves for beside.
    pub enum Function as "stations-function-" {
        /// 代表之家.
        Home = "home" | "代表之家",
        /// 基层立法联系点.
        Law = "law" | "基层立法联系点" | "立法联系点",
        /// 预算工作基层联系点.
        Budget = "budget" | "预算工作基层联系点" | "预算联系点",
        /// 议事厅.
        Talk = "talk" | "议事厅",
        /// 调解.
        Mediation = "mediation" | "调解室",
    }
}

words! {
    /// What becomes of a station.
    pub enum Step as "stations-step-" {
        /// 开放, and open again.
        Open = "open",
        /// 暂停开放.
        Suspend = "suspend",
        /// 并入另一站.
        Merge = "merge",
        /// 撤销.
        Close = "close",
    }
}

words! {
    /// 活动类别.
    pub enum EventKind as "stations-event-" {
        /// 接待群众.
        Reception = "reception" | "接待",
        /// 学习.
        Study = "study" | "学习",
        /// 走访.
        Visit = "visit" | "走访",
        /// 视察、调研.
        Inspection = "inspection" | "视察调研",
        /// 议事协商.
        Discussion = "discussion" | "议事协商",
        /// 法律和政策宣传.
        Publicity = "publicity" | "宣传",
        /// 代表述职.
        Report = "report" | "述职",
        /// 立法征询、预算征询.
        Consultation = "consultation" | "征询",
        /// 调解.
        Mediation = "mediation" | "调解",
        /// 办实事.
        Deed = "deed" | "办实事",
        /// 其他.
        Other = "other" | "其他",
    }
}

words! {
    /// 反映事项类别.
    pub enum Topic as "stations-topic-" {
        /// 道路交通.
        Roads = "roads" | "道路交通",
        /// 水利、供水、环境卫生.
        Water = "water" | "水利环卫",
        /// 教育.
        Schools = "schools" | "教育",
        /// 医疗卫生.
        Health = "health" | "医疗卫生",
        /// 社会保障、就业.
        Welfare = "welfare" | "社会保障",
        /// 城乡建设、住房物业.
        Housing = "housing" | "城乡建设",
        /// 农业农村.
        Farming = "farming" | "农业农村",
        /// 社会治安、安全生产.
        Safety = "safety" | "社会治安",
        /// 其他.
        Other = "other" | "其他",
    }
}

words! {
    /// 处理方式.
    pub enum Disposal as "stations-disposal-" {
        /// 当场答复.
        Answered = "answered" | "当场答复",
        /// 交乡镇、街道办理.
        Township = "township" | "交乡镇街道",
        /// 报县级人大交办或者转上级.
        Upward = "upward" | "报上级人大",
        /// 代表提出建议.
        Suggestion = "suggestion" | "转为代表建议",
        /// 告知其他渠道: litigation, petition, private matters.
        Elsewhere = "elsewhere" | "告知其他渠道",
        /// 仅作登记.
        Noted = "noted" | "登记",
    }
}

words! {
    /// How far a grading is.
    pub enum GradeStage as "stations-grade-" {
        /// 已申报.
        Applied = "applied",
        /// 已评审.
        Reviewed = "reviewed",
        /// 公示中: the station may object.
        Proposed = "proposed",
        /// 有异议: the station objected; who publishes rules on it.
        Objected = "objected",
        /// 异议已裁定.
        Ruled = "ruled",
        /// 已公布.
        Published = "published",
        /// 已撤销.
        Withdrawn = "withdrawn",
    }
}

words! {
    /// 统计项: what the ledgers say by themselves of the twelve months before an application.
    pub enum Measure as "stations-measure-" {
        /// 接待次数: receptions held.
        Receptions = "receptions" | "接待次数",
        /// 活动次数: whatever else was held.
        Activities = "activities" | "活动次数",
        /// 代表进站率: of a hundred deputies at home there, so many took part in a reception.
        Came = "came" | "代表进站率",
        /// 计划完成率: of a hundred items of the plan, so many were done.
        Planned = "plan-done" | "计划完成率",
        /// 意见按期办理率: of a hundred opinions that came by it, so many whose clock never ran out.
        InTime = "in-time" | "意见按期办理率",
        /// 群众满意率: of a hundred people who judged, so many were satisfied, or basically.
        Satisfied = "satisfied" | "群众满意率",
    }
}

words! {
    /// How far the plan of a year is.
    pub enum YearStage as "stations-year-" {
        /// 草稿.
        Draft = "draft",
        /// 已报送, 待审批.
        Submitted = "submitted",
        /// 已批准.
        Approved = "approved",
        /// 已退回.
        Returned = "returned",
    }
}

words! {
    /// 审批机构: whose meeting approves the plan of a year.
    pub enum Organ as "stations-organ-" {
        /// 乡镇人大主席团.
        Presidium = "presidium" | "主席团",
        /// 街道人大工委.
        WorkCommittee = "work-committee" | "街道人大工委",
        /// 人大常委会主任会议.
        Directors = "directors" | "主任会议",
        /// 人大常委会会议.
        Standing = "standing" | "常委会会议",
    }
}
