"""From the house or from outside: only the proxy of this machine is believed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.accounts import whence

HOUSE, FAR = "192.168.1.12", "203.0.113.9"


@pytest.mark.parametrize(
    ("peer", "forwarded", "is_proxied", "told"),
    [
        (HOUSE, "", False, HOUSE),
        (FAR, HOUSE, True, FAR),  # its own word
        ("127.0.0.1", "", False, "127.0.0.1"),
        ("127.0.0.1", FAR, True, FAR),
        ("127.0.0.1", f"{HOUSE}, {FAR}", True, FAR),
        ("::1", f"{FAR},{HOUSE}", True, HOUSE),
        ("", FAR, True, FAR),  # a Unix socket
        ("", "", False, whence.UNKNOWN),
        ("127.0.0.1", "", True, whence.UNKNOWN),  # a proxy that says nothing
        ("127.0.0.1", "n’importe quoi", True, whence.UNKNOWN),
        ("::ffff:192.168.1.12", "", False, HOUSE),
    ],
)
def test_who_is_at_the_other_end(peer, forwarded, is_proxied, told):
    assert whence.client(peer, forwarded, is_proxied=is_proxied) == told


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "::1", "10.0.0.1", "172.16.0.1", "172.31.255.255", HOUSE, "fd12::1"]
)
def test_inside(address):
    assert not whence.is_outside(address)


@pytest.mark.parametrize(
    "address",
    [
        *(FAR, "172.32.0.1", "172.15.0.1", "100.64.0.1", "169.254.1.1", "fe80::1", "2001:db8::1"),
        *(
            "192.169.0.1",
            "11.0.0.1",
            whence.UNKNOWN,
            "",
            "192.168.1",
            "192.168.1.1.evil",
        ),
    ],
)
def test_outside(address):
    assert whence.is_outside(address)


@given(st.text(max_size=40), st.text(max_size=40))
def test_what_comes_from_afar_never_makes_itself_inside(forwarded, rest):
    assert whence.is_outside(whence.client(FAR, forwarded, is_proxied=True))
    assert whence.is_outside(whence.client("127.0.0.1", f"{rest},{FAR}", is_proxied=True))
