"""Mail addresses: what is taken as one."""

import pytest

from portal.domain.addresses import checked_email
from portal.errors import Invalid


@pytest.mark.parametrize(
    "address", ["anna", "a@b", "a b@c.se", "a@b@c.se", "<a@c.se>", "a@c..se", "a@c.se, d@e.se"]
)
def test_what_is_no_single_mail_address_is_not_taken(address: str) -> None:
    with pytest.raises(Invalid):
        checked_email(address)
    assert checked_email(" åsa.o'hara+x@åkeri.se ") == "åsa.o'hara+x@åkeri.se"
