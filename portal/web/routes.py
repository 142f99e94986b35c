"""Every address of the portal, gathered from the views of each noun."""

from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from portal.web.pages import STATIC
from portal.web.views import (
    accounts,
    answers,
    asking,
    assessments,
    campaigns,
    documents,
    evidence,
    facts,
    home,
    house,
    invitations,
    notifications,
    pictures,
    reviews,
    sections,
    sessions,
)


def routes(*, upload_bytes: int) -> list[BaseRoute]:
    """All routes; those that take files accept a body of ``upload_bytes``."""
    return [
        *house.ROUTES,
        *sessions.ROUTES,
        *invitations.ROUTES,
        *accounts.ROUTES,
        *home.ROUTES,
        *assessments.ROUTES,
        *sections.ROUTES,
        *answers.routes(upload_bytes),
        *evidence.routes(upload_bytes),
        *documents.ROUTES,
        *pictures.ROUTES,
        *facts.ROUTES,
        *asking.ROUTES,
        *campaigns.ROUTES,
        *notifications.ROUTES,
        *reviews.ROUTES,
        Mount("/static", StaticFiles(directory=STATIC), name="static"),
    ]
