"""Which internet addresses may be asked: only such as anybody on the internet reaches, never what stands inside a network."""

from __future__ import annotations

from ipaddress import IPv6Address, IPv6Network, ip_address

# IPv6 addresses that carry an IPv4 address in them: NAT64 (RFC 6052), 6to4 (RFC 3056), Teredo (RFC 4380).
_NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))


def is_public(address: str) -> bool:
    """Whether an address is a public one: not private, loopback, link-local (cloud metadata), shared, multicast or reserved."""
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, IPv6Address):
        carried = ip.ipv4_mapped or ip.sixtofour or (ip.teredo and ip.teredo[1])
        if carried is None and any(ip in network for network in _NAT64):
            carried = ip_address(int(ip) & 0xFFFFFFFF)  # type: ignore[assignment]
        if carried:
            return is_public(str(carried))
        if int(ip) >> 32 == 0:  # ::a.b.c.d, deprecated, and :: and ::1
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved
