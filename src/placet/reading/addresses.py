"""Addresses: which machines of the network a source may be fetched from."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Address = IPv4Address | IPv6Address

_UNICAST = ip_network("2000::/3")
"""The part of IPv6 from which the machines of the open network have their addresses."""

_TRANSLATED = ip_network("64:ff9b::/96")
"""IPv6 addresses whose last 32 bits are an IPv4 address (RFC 6052)."""


def is_public(address: Address) -> bool:
    """Whether an address is one of the open network: not private, loopback, link-local, multicast or reserved.

    An IPv6 address that stands for an IPv4 address is judged by that one, and one that leads through it by both.
    """
    if isinstance(address, IPv6Address):
        stands_for = IPv4Address(int(address) & 0xFFFFFFFF) if address in _TRANSLATED else address.ipv4_mapped
        if stands_for is not None:
            return is_public(stands_for)
        through = (address.sixtofour, *(address.teredo or ()))
        if address not in _UNICAST or not all(inner is None or is_public(inner) for inner in through):
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved)


def read_address(text: str) -> Address:
    """Return the address that a socket names, without the zone of an IPv6 address.

    Raises
    ------
    ValueError
        If it is none.
    """
    return ip_address(text.split("%", 1)[0])
