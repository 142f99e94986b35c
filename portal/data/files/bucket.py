"""Stored bytes as objects in one bucket of an S3 server."""

import datetime as dt
import io
from collections.abc import Iterator
from http import HTTPStatus
from typing import BinaryIO, Final
from urllib.parse import SplitResult, urlsplit

import urllib3
from minio import Minio
from minio.credentials.credentials import Credentials
from minio.error import S3Error, ServerError
from minio.signer import sign_v4_s3

from portal.data.files.keys import Stored, hashed, measured, original_key, places
from portal.data.files.trouble import body, trouble
from portal.settings import S3

UNTYPED: Final = "application/octet-stream"

# The condition "only where nothing lies" was not met, or another hand is just at it.
QUICKER: Final = (HTTPStatus.PRECONDITION_FAILED, HTTPStatus.CONFLICT)


class Bucket:
    """Objects in one bucket of an S3 server."""

    def __init__(self, place: S3) -> None:
        self.place = place
        self._http = urllib3.PoolManager(
            maxsize=10,
            cert_reqs="CERT_REQUIRED",
            timeout=urllib3.Timeout(connect=3, read=30),
            retries=urllib3.Retry(total=2, backoff_factor=0.2, status_forcelist=[500, 503]),
        )
        self.client = Minio(
            place.endpoint,
            access_key=place.access_key,
            secret_key=place.secret_key,
            region=place.region,  # without it each client asks the server first
            secure=place.secure,
            http_client=self._http,
        )

    def put(self, source: BinaryIO) -> Stored:
        """See :class:`portal.data.files.Files`."""
        with trouble("put"):
            stored = measured(source)
            key = original_key(stored.sha256)
            size = self._size(key)
            if size is None:
                self._write_where_absent(key, source, stored)
            elif size != stored.size or not self._holds(key, stored):
                # What a broken server left is put right.
                _check(self.write(key, source, stored))
        return stored

    def put_derived(self, key: str, content: bytes) -> None:
        """See :class:`portal.data.files.Files`."""
        with trouble("put_derived"):
            source = io.BytesIO(content)
            _check(self.write(key, source, measured(source)))

    def open(self, key: str) -> BinaryIO | None:
        """See :class:`portal.data.files.Files`."""
        with trouble("open"):
            try:
                response = self.client.get_object(self.place.bucket, key)
            except S3Error as error:
                if error.code == "NoSuchKey":
                    return None
                raise

        def close() -> None:
            response.close()
            response.release_conn()

        return body(response.read, close)

    def delete(self, key: str) -> None:
        """See :class:`portal.data.files.Files`."""
        with trouble("delete"):
            self.client.remove_object(self.place.bucket, key)

    def keys(self, prefix: str = "") -> Iterator[tuple[str, int]]:
        """See :class:`portal.data.files.Files`."""
        last = ""
        with trouble("keys"):
            for place in places(prefix):
                for found in self.client.list_objects(self.place.bucket, place, recursive=True):
                    key = found.object_name or ""
                    if key <= last:
                        raise ServerError("listed in no order", HTTPStatus.OK)
                    last = key
                    yield key, found.size or 0

    def make(self) -> None:
        """Make the bucket where it is missing."""
        if not self.client.bucket_exists(self.place.bucket):
            self.client.make_bucket(self.place.bucket)

    def anyone_reads(self, key: str) -> bool:
        """Whether an object, or the list of all, is given to one who has no key."""
        url = self._address(key)
        listing = url._replace(path=url.path.removesuffix(key), query="list-type=2")
        return any(
            self._http.urlopen("GET", each.geturl(), redirect=False).status == HTTPStatus.OK
            for each in (url, listing)
        )

    def _address(self, key: str) -> SplitResult:
        # The client knows how its server wants to be addressed; of the link, only that is used.
        link = self.client.get_presigned_url("PUT", self.place.bucket, key)
        return urlsplit(link)._replace(query="")

    def write(
        self, key: str, source: BinaryIO, stored: Stored, *, where_absent: bool = False
    ) -> urllib3.BaseHTTPResponse:
        """Send bytes in one request, as they are read; the server holds them against their hash.

        The client's own way cuts what is larger than 5 MiB into parts that lie about when it is
        killed, and it cannot say "only where nothing lies". ``source`` stands at its start.
        """
        url, now = self._address(key), dt.datetime.now(dt.UTC)
        headers: dict[str, str | list[str] | tuple[str]] = {
            "Host": url.netloc,
            "Content-Length": str(stored.size),
            "Content-Type": UNTYPED,
            "x-amz-content-sha256": stored.sha256,
            "x-amz-date": now.strftime("%Y%m%dT%H%M%SZ"),
        }
        if where_absent:
            headers["If-None-Match"] = "*"
        signed = sign_v4_s3(
            method="PUT",
            url=url,
            region=self.place.region,
            headers=headers,
            credentials=Credentials(self.place.access_key, self.place.secret_key),
            content_sha256=stored.sha256,
            date=now,
        )
        return self._http.urlopen("PUT", url.geturl(), body=source, headers=signed, redirect=False)

    def _write_where_absent(self, key: str, source: BinaryIO, stored: Stored) -> None:
        response = self.write(key, source, stored, where_absent=True)
        if response.status in QUICKER and self._size(key) == stored.size:
            return
        if response.status == HTTPStatus.NOT_IMPLEMENTED:
            # A server that knows no conditions: the same bytes twice do no harm.
            source.seek(0)
            response = self.write(key, source, stored)
        _check(response)

    def _size(self, key: str) -> int | None:
        try:
            return self.client.stat_object(self.place.bucket, key).size
        except S3Error as error:
            if error.code == "NoSuchKey":
                return None
            raise

    def _holds(self, key: str, stored: Stored) -> bool:
        found = self.open(key)
        if found is None:
            return False
        with found:
            return hashed(found) == stored


def _check(response: urllib3.BaseHTTPResponse) -> None:
    """Every S3 server answers what it has taken with an ETag; other servers are none."""
    if response.status == HTTPStatus.OK and response.headers.get("etag"):
        return
    if response.status >= HTTPStatus.BAD_REQUEST and response.data:
        raise S3Error.fromxml(response)
    raise ServerError("not taken", response.status)
