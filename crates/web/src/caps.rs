//! How many connections there may be: in total, and from one network.
//!
//! It does not count requests; that is rate limiting, which knows keys.

use crate::limits::Limits;
use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The count of open connections.
#[derive(Debug)]
pub(crate) struct Caps {
    total: usize,
    per_network: usize,
    open: Mutex<Open>,
}

#[derive(Debug, Default)]
struct Open {
    total: usize,
    per_network: HashMap<IpAddr, usize>,
}

/// The right of one connection to exist; gives it back when dropped.
#[derive(Debug)]
pub(crate) struct Seat {
    caps: Arc<Caps>,
    network: IpAddr,
}

impl Caps {
    pub(crate) fn new(limits: &Limits) -> Arc<Self> {
        Arc::new(Self {
            total: limits.connections,
            per_network: limits.connections_per_ip,
            open: Mutex::new(Open::default()),
        })
    }

    /// A seat for a connection from `address`, unless every seat it may have is taken.
    pub(crate) fn take(self: &Arc<Self>, address: IpAddr) -> Option<Seat> {
        let network = network(address);
        let mut open = self.open();
        let here = open.per_network.get(&network).copied().unwrap_or_default();
        if open.total >= self.total || here >= self.per_network {
            return None;
        }
        open.total += 1;
        open.per_network.insert(network, here + 1);
        drop(open);
        Some(Seat {
            caps: Arc::clone(self),
            network,
        })
    }

    fn open(&self) -> MutexGuard<'_, Open> {
        // The counts are changed together, and nothing between the changes can panic.
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut open = self.caps.open();
        open.total = open.total.saturating_sub(1);
        match open.per_network.get_mut(&self.network) {
            Some(count) if *count > 1 => *count -= 1,
            _ => {
                open.per_network.remove(&self.network);
            }
        }
    }
}

/// The network that an address is counted under: one IPv6 subscriber has a whole /64 of addresses.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        v4 @ IpAddr::V4(_) => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caps(total: usize, per_network: usize) -> Arc<Caps> {
        Caps::new(&Limits {
            connections: total,
            connections_per_ip: per_network,
            ..Limits::default()
        })
    }

    #[test]
    fn one_network_gets_its_share_and_not_one_more() {
        let caps = caps(10, 2);
        let seats: Vec<_> = (0..2)
            .map(|_| caps.take("192.0.2.1".parse().unwrap()).unwrap())
            .collect();
        assert!(caps.take("192.0.2.1".parse().unwrap()).is_none());
        assert!(
            caps.take("::ffff:192.0.2.1".parse().unwrap()).is_none(),
            "a mapped address is the same one"
        );
        assert!(caps.take("192.0.2.2".parse().unwrap()).is_some());
        drop(seats);
        assert!(caps.take("192.0.2.1".parse().unwrap()).is_some());
        assert!(
            caps.open().per_network.is_empty(),
            "a network without connections is forgotten"
        );
    }

    #[test]
    fn an_ipv6_subscriber_cannot_multiply_by_changing_the_last_64_bits() {
        let caps = caps(10, 1);
        let _seat = caps.take("2001:db8:1:2::1".parse().unwrap()).unwrap();
        assert!(caps.take("2001:db8:1:2:ffff::9".parse().unwrap()).is_none());
        assert!(caps.take("2001:db8:1:3::1".parse().unwrap()).is_some());
    }

    #[test]
    fn the_total_holds_over_all_networks() {
        let caps = caps(2, 2);
        let _one = caps.take("192.0.2.1".parse().unwrap()).unwrap();
        let two = caps.take("192.0.2.2".parse().unwrap()).unwrap();
        assert!(caps.take("192.0.2.3".parse().unwrap()).is_none());
        drop(two);
        assert!(caps.take("192.0.2.3".parse().unwrap()).is_some());
    }
}
