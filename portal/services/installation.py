"""Bringing an installation to this version: schema and the questionnaires that come with it."""

from portal.data.session import connect, migrate, transaction
from portal.questionnaires import default_raw
from portal.services import questionnaires


def bring_up_to_date(owner_url: str) -> None:
    """Migrate, and keep the default questionnaire, as the owner. Twice does nothing more."""
    migrate(owner_url)
    owner = connect(owner_url, pool_size=1)
    with transaction(owner) as db:
        questionnaires.publish(db, default_raw())
    owner.dispose()
