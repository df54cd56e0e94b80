//! Which machines a webhook may call. Whoever may enter an address must not reach the inside of our network with it.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

/// How far calls may reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Public addresses over https: the default.
    Public,
    /// Private addresses and plain http as well: for a network of the government's own, and for tests.
    Private,
}

/// Whether an address belongs to the public internet (the IANA registries of special addresses, RFC 6890 and after).
#[must_use]
pub const fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_public_v4(v4),
        IpAddr::V6(v6) => is_public_v6(v6),
    }
}

const fn is_public_v4(v4: Ipv4Addr) -> bool {
    let special = matches!(
        v4.octets(),
        [0 | 10 | 127 | 240..=255, ..]
            | [100, 64..=127, ..]
            | [169, 254, ..]
            | [172, 16..=31, ..]
            | [192, 0, 0 | 2, _]
            | [192, 88, 99, _]
            | [192, 168, ..]
            | [198, 18 | 19, ..]
            | [198, 51, 100, _]
            | [203, 0, 113, _]
    );
    !special && !v4.is_multicast()
}

const fn is_public_v6(v6: Ipv6Addr) -> bool {
    // Only 2000::/3 is given out; in it, what carries an IPv4 address or is for examples is no destination of ours.
    let special =
        matches!(v6.segments(), [0x2001, 0..=0x1ff, ..] | [0x2001, 0xdb8, ..] | [0x2002, ..] | [0x3fff, 0..=0xfff, ..]);
    v6.segments()[0] & 0xe000 == 0x2000 && !special
}

impl Reach {
    /// Whether this address may be called.
    #[must_use]
    pub const fn allows(self, address: IpAddr) -> bool {
        matches!(self, Self::Private) || is_public(address)
    }
}

/// Looks names up, and forgets the addresses that may not be called. The connection goes to what was checked: a name
/// that answers differently a moment later is no way in.
pub(super) struct Checked(pub Reach);

impl Resolve for Checked {
    fn resolve(&self, name: Name) -> Resolving {
        let reach = self.0;
        Box::pin(async move {
            let all = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let allowed: Vec<SocketAddr> = all.filter(|address| reach.allows(address.ip())).collect();
            if allowed.is_empty() {
                return Err("the name leads to no address that may be called".into());
            }
            Ok(Box::new(allowed.into_iter()) as Addrs)
        })
    }
}
