//! Headers of letters that lettre does not know: those by which a reader can end them, and by which machines know a machine.

use lettre::message::header::{Header, HeaderName, HeaderValue};

type Unreadable = Box<dyn std::error::Error + Send + Sync>;

macro_rules! header {
    ($(#[$about:meta])+ $name:ident $text:literal) => {
        $(#[$about])+
        #[derive(Clone, Debug)]
        pub(super) struct $name(pub String);

        impl Header for $name {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($text)
            }
            fn parse(text: &str) -> Result<Self, Unreadable> {
                Ok(Self(text.to_owned()))
            }
            fn display(&self) -> HeaderValue {
                HeaderValue::new(Self::name(), self.0.clone())
            }
        }
    };
}

header! {
    /// Where letters of this kind are ended (RFC 2369).
    ListUnsubscribe "List-Unsubscribe"
}
header! {
    /// That one post without questions ends them (RFC 8058).
    ListUnsubscribePost "List-Unsubscribe-Post"
}
header! {
    /// That no person wrote it, so that no absence notice answers (RFC 3834).
    AutoSubmitted "Auto-Submitted"
}
