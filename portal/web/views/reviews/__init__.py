"""The reviewer's pages: the queue, a document with its flags, an assessment."""

from portal.web.views.reviews import assessment, correction, document, queue

ROUTES = [*queue.ROUTES, *document.ROUTES, *correction.ROUTES, *assessment.ROUTES]
