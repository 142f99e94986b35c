"""The reviewer's pages: the queue, a document with its flags, an assessment."""

from portal.web.views.reviews import assessment, document, queue

ROUTES = [*queue.ROUTES, *document.ROUTES, *assessment.ROUTES]
