//! What is public of a person.

names! {
    /// As the identity card has it.
    pub enum Gender {
        /// 女.
        Female = "female",
        /// 男.
        Male = "male",
    }
}
