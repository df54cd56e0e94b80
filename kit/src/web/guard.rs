//! Headers every answer carries, and limits on how often one address may ask.

use std::{
    net::{IpAddr, Ipv6Addr, SocketAddr},
    num::NonZeroU32,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use axum::{
    extract::{ConnectInfo, Request, State},
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter, clock::Clock as _};
use kernel::{Refusal, Refused};

use super::Problem;
use crate::Site;

const POLICY: &str = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; \
                      form-action 'self'; frame-ancestors 'none'";

/// Adds the headers that keep browsers from being talked into harm.
pub async fn headers(State(site): State<Site>, request: Request, next: Next) -> Response {
    let api = request.uri().path().starts_with("/api/");
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "same-origin");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=()");
    if api {
        // What it tells is somebody's; the answers that may be kept say so themselves.
        set(header::CACHE_CONTROL, "no-store");
    }
    if site.config().is_secure() {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
    response
}

/// Refuses addresses that hold NUL: nothing has such a name, and PostgreSQL takes no such text.
pub async fn address(request: Request, next: Next) -> Response {
    if request.uri().to_string().contains("%00") {
        return Problem::request(StatusCode::BAD_REQUEST, "kit-problem-address").into_response();
    }
    next.run(request).await
}

/// Whoever is at the other end: the peer, or whom a trusted proxy names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caller(pub IpAddr);

/// Finds out who is at the other end.
pub async fn caller(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let peer = peer.unwrap_or(IpAddr::from([127, 0, 0, 1]));
    let named = request.headers().get("x-forwarded-for").and_then(|v| v.to_str().ok());
    let trusted = &site.config().trusted_proxies;
    let address = match named {
        Some(list) if trusted.contains(&peer) => {
            let hops = list.split(',').rev().filter_map(|hop| hop.trim().parse::<IpAddr>().ok());
            hops.into_iter().find(|hop| !trusted.contains(hop)).unwrap_or(peer)
        }
        Some(_) => {
            forwarded_unasked(&site, peer);
            peer
        }
        None => peer,
    };
    request.extensions_mut().insert(Caller(address));
    next.run(request).await
}

/// The file in which a server notes for `doctor` that a proxy nobody trusts forwards requests.
pub const FORWARDED: &str = "forwarded-by";

/// A neighbour forwards requests of others and is not trusted: all of them count as one address. Noted once, for whoever asks
/// `doctor`; what comes from afar with such a header is somebody's trick and is passed over.
fn forwarded_unasked(site: &Site, peer: IpAddr) {
    static NOTED: AtomicBool = AtomicBool::new(false);
    let near = match peer {
        IpAddr::V4(address) => address.is_loopback() || address.is_private(),
        IpAddr::V6(address) => address.is_loopback() || address.is_unique_local(),
    };
    if near && !NOTED.swap(true, Ordering::Relaxed) {
        tracing::warn!(%peer, "requests are forwarded by a proxy that trusted_proxies does not name");
        if let Err(error) = std::fs::write(site.config().files().join(FORWARDED), peer.to_string()) {
            tracing::warn!(%error, "that could not be noted for doctor");
        }
    }
}

/// How often one address may ask for one kind of thing.
#[derive(Clone)]
pub struct Limit(Arc<DefaultKeyedRateLimiter<IpAddr>>);

impl Limit {
    /// So many a minute, and as many at once.
    #[must_use]
    pub fn per_minute(count: NonZeroU32) -> Self {
        Self(Arc::new(RateLimiter::keyed(Quota::per_minute(count))))
    }

    /// Counts one request of an address.
    ///
    /// # Errors
    /// When it has asked too often; the refusal says how long to wait.
    pub fn count(&self, caller: Caller) -> Result<(), Problem> {
        self.0.check_key(&network(caller.0)).map_err(|until| {
            let seconds = until.wait_time_from(self.0.clock().now()).as_secs() + 1;
            let why = Refused::new(Refusal::NotNow, "kit-problem-too-often").with("seconds", seconds);
            Problem::Wait { why, seconds }
        })
    }
}

/// By what an address is counted. Whoever has one of IPv6 has the 2⁶⁴ of its network, and could ask from another each time.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(six) => match six.to_ipv4_mapped() {
            Some(four) => IpAddr::V4(four),
            None => {
                let [a, b, c, d, ..] = six.segments();
                IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
            }
        },
    }
}

/// Refuses requests of an address that asks too often.
pub async fn limit(State(limit): State<Limit>, request: Request, next: Next) -> Response {
    let caller = request.extensions().get::<Caller>().copied();
    match limit.count(caller.unwrap_or(Caller(IpAddr::from([127, 0, 0, 1])))) {
        Ok(()) => next.run(request).await,
        Err(problem) => problem.into_response(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn whoever_has_a_network_of_addresses_is_counted_as_one_and_a_neighbour_is_not() {
        let limit = Limit::per_minute(NonZeroU32::new(3).unwrap());
        let asks = |address: &str| limit.count(Caller(address.parse().unwrap())).is_ok();
        let flood = ["2001:db8:1:2::1", "2001:db8:1:2::2", "2001:db8:1:2:ffff::9", "2001:db8:1:2::77"].map(asks);
        assert_eq!(flood, [true, true, true, false]);
        assert!(asks("2001:db8:1:3::1"), "another network");
        assert!((1..=4).all(|n| asks(&format!("10.0.0.{n}"))), "addresses of IPv4 are single people or a house");
        assert!(asks("::ffff:10.0.0.9"));
    }
}
