//! Small words of an opinion: what it is about, on which way it came, what the person says of the answer.

use law_rules::words;

words! {
    /// 类别: what an opinion is about.
    Topic {
        /// 道路交通.
        Roads = "roads",
        /// 水利、供水、环境卫生.
        Water = "water",
        /// 教育.
        Schools = "schools",
        /// 医疗卫生.
        Health = "health",
        /// 养老、社会保障、就业.
        Welfare = "welfare",
        /// 住房、物业、城乡建设.
        Housing = "housing",
        /// 农业农村.
        Farming = "farming",
        /// 社会治安、安全生产.
        Safety = "safety",
        /// 其他.
        Other = "other",
    }
}

words! {
    /// 来源: on which way it came in.
    Way {
        /// Written by the person, without an account.
        Page = "page",
        /// Typed for somebody who telephoned.
        Phone = "phone",
        /// Typed for somebody who came.
        Visit = "visit",
        /// Typed for a deputy, who heard it.
        Deputy = "deputy",
        /// Handed over by 12345.
        Hotline = "hotline",
    }
}

words! {
    /// 群众评价.
    Score {
        /// 满意.
        Satisfied = "satisfied",
        /// 基本满意.
        Basically = "basically",
        /// 不满意.
        Unsatisfied = "unsatisfied",
    }
}
