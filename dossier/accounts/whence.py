"""Where a request comes from: the house, or outside. Pure rules on addresses."""

from ipaddress import IPv6Address, ip_address, ip_network

# RFC 1918 and RFC 4193, and the machine itself.
INSIDE = [
    ip_network(one)
    for one in ("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1", "fc00::/7")
]
LOCAL = [ip_network(one) for one in ("127.0.0.0/8", "::1")]
UNKNOWN = "inconnue"


def client(peer: str, forwarded: str = "", *, is_proxied: bool = False) -> str:
    """Return the address of who asks, or UNKNOWN.

    `peer` is the other end of the connection (empty for a Unix socket), `forwarded` the header
    X-Forwarded-For, believed only from a proxy on this machine, and only for what that proxy
    added, at its end: what comes before is the client's own word. A proxy (`is_proxied`) that
    does not say from whom says nothing.
    """
    if peer and not _among(peer, LOCAL):
        return _plain(peer)
    last = forwarded.rpartition(",")[2].strip()
    if last:
        return _plain(last)
    return UNKNOWN if is_proxied or not peer else _plain(peer)


def is_outside(address: str) -> bool:
    """Tell whether an address is neither of this machine nor of a private network."""
    return not _among(address, INSIDE)


def _plain(address: str) -> str:
    try:
        told = ip_address(address)
    except ValueError:
        return UNKNOWN
    if isinstance(told, IPv6Address) and told.ipv4_mapped:
        return str(told.ipv4_mapped)
    return str(told)


def _among(address: str, networks: list) -> bool:
    plain = _plain(address)
    return plain != UNKNOWN and any(ip_address(plain) in network for network in networks)
