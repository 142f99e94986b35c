"""PostgreSQL and Redis from their wheels, as children of ours, for the demonstration and the tests.

The wheels' own starters are not used: as root they make an operating-system user and open every
parent folder, and they leave servers running. Here the programs are started by us, on sockets
in a private folder, and end with the process that started them. As root they run as ``nobody``
from a copy of the programs, because PostgreSQL refuses to run as root and ``nobody`` need not be
able to reach the checkout.
"""

from portal.embedded.folders import erase, home
from portal.embedded.running import ROLES, Servers, servers

__all__ = ["ROLES", "Servers", "erase", "home", "servers"]
