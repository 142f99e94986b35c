"""What the configured storage lacks, in plain words: at the start, on the health page, by hand."""

import io
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from enum import StrEnum
from http import HTTPStatus
from pathlib import Path
from types import MappingProxyType
from typing import Final
from xml.etree.ElementTree import ParseError

import structlog
import urllib3
from minio.error import MinioException, S3Error

from portal.data.files.bucket import Bucket
from portal.data.files.folder import INCOMING
from portal.data.files.keys import KINDS, measured, original_key
from portal.errors import Unavailable
from portal.settings import S3
from portal.texts import N_

log = structlog.get_logger(__name__)

# Lies in every bucket once it has been looked over; below neither kind of key.
MARK: Final = "check/put-if-absent"
LEAST_FREE: Final = 2 * 1024**3  # some forty of the largest files


class Lack(StrEnum):
    """What a storage lacks. The list is closed."""

    # Nothing can be stored or read safely.
    UNREACHABLE = "unreachable"
    NO_S3 = "no_s3"
    KEYS_REFUSED = "keys_refused"
    CLOCK_DIFFERS = "clock_differs"
    NO_BUCKET = "no_bucket"
    PUBLIC = "public"
    NO_FOLDER = "no_folder"
    SEVERAL_DISKS = "several_disks"
    NOT_WRITABLE = "not_writable"
    LITTLE_ROOM = "little_room"
    OPEN_TO_OTHERS = "open_to_others"
    # It works, but could protect more.
    OVERWRITES = "overwrites"
    NO_VERSIONS = "no_versions"
    NO_LOCK = "no_lock"
    NO_POLICY = "no_policy"
    UNTOLD = "untold"

    @property
    def grave(self) -> bool:
        """Whether it must be put right before the portal is used."""
        return self not in ADVICE

    @property
    def sentence(self) -> str:
        """What is lacking and what to do, to translate."""
        return SENTENCES[self]


ADVICE: Final = frozenset(
    {Lack.OVERWRITES, Lack.NO_VERSIONS, Lack.NO_LOCK, Lack.NO_POLICY, Lack.UNTOLD}
)

USABLE: Final = (None, Lack.OVERWRITES)

SENTENCES: Final = MappingProxyType(
    {
        Lack.UNREACHABLE: N_(
            "The object storage does not answer at UNDERLAG_S3_ENDPOINT. Nothing can be uploaded "
            "or read until it does; what was uploaded waits."
        ),
        Lack.NO_S3: N_(
            "What answers at UNDERLAG_S3_ENDPOINT does not speak as an S3 server does. Check the "
            "address and the port, or use another server."
        ),
        Lack.KEYS_REFUSED: N_(
            "The object storage refuses the keys. Check UNDERLAG_S3_ACCESS_KEY, "
            "UNDERLAG_S3_SECRET_KEY and UNDERLAG_S3_REGION."
        ),
        Lack.CLOCK_DIFFERS: N_(
            "The clock of this machine differs too much from that of the object storage. Set both "
            "by the same time server."
        ),
        Lack.NO_BUCKET: N_(
            "The bucket named in UNDERLAG_FILES is not there. Make it, or run the set-up that "
            "makes it."
        ),
        Lack.PUBLIC: N_(
            "Anyone can read the bucket without a key. Close it now: it holds suppliers' papers."
        ),
        Lack.NO_FOLDER: N_(
            "The folder named in UNDERLAG_FILES is not there. Make it, or mount its disk."
        ),
        Lack.SEVERAL_DISKS: N_(
            "The folder's parts lie on different disks, so nothing can be moved into place. Keep "
            "incoming, sha256 and derived on one."
        ),
        Lack.NOT_WRITABLE: N_(
            "Nothing can be written to the storage. Give the portal the right to write, or make "
            "room."
        ),
        Lack.LITTLE_ROOM: N_(
            "Less than 2 GB is free where the files lie. Make room before uploads are refused."
        ),
        Lack.OPEN_TO_OTHERS: N_(
            "Other users of this machine can enter the folder of the files. Close it: chmod 700."
        ),
        Lack.OVERWRITES: N_(
            "The object storage cannot put a file only where none lies. No paper is lost by it: "
            "the portal looks first, and the same place only ever gets the same bytes."
        ),
        Lack.NO_VERSIONS: N_(
            "The bucket keeps no versions, so what is deleted by mistake is gone. Turn versioning "
            "on."
        ),
        Lack.NO_LOCK: N_(
            "The bucket locks no objects, so whoever holds the keys can delete papers that a "
            "decision rests on. Consider object lock with a default retention."
        ),
        Lack.NO_POLICY: N_(
            "No policy of the bucket forbids deleting. Consider one that denies s3:DeleteObject "
            "below sha256/ to the portal's keys."
        ),
        Lack.UNTOLD: N_(
            "The keys may not ask whether the bucket keeps versions, locks objects or has a "
            "policy. Ask whoever runs the object storage."
        ),
    }
)

CODES: Final = MappingProxyType(
    {
        "NoSuchBucket": Lack.NO_BUCKET,
        "InvalidAccessKeyId": Lack.KEYS_REFUSED,
        "SignatureDoesNotMatch": Lack.KEYS_REFUSED,
        "AuthorizationHeaderMalformed": Lack.KEYS_REFUSED,
        "RequestTimeTooSkewed": Lack.CLOCK_DIFFERS,
    }
)


def lacks(place: Path | S3, *, least_free: int = LEAST_FREE) -> tuple[Lack, ...]:
    """What a storage lacks, the gravest first. ``least_free`` is in bytes; a bucket tells none.

    The first look at a bucket leaves a small mark in it.
    """
    if isinstance(place, Path):
        found = _of_folder(place, least_free=least_free)
    else:
        found = _of_bucket(Bucket(place))
    return tuple(sorted(found, key=list(Lack).index))


def tell(place: Path | S3) -> None:
    """Say in the log what the storage lacks, as an installation's process does at its start."""
    for lack in lacks(place):
        say = log.error if lack.grave else log.warning
        say("files_lack", lack=lack, sentence=lack.sentence)


def _of_folder(root: Path, *, least_free: int) -> Iterator[Lack]:
    if not root.is_dir():
        yield Lack.NO_FOLDER
        return
    if root.stat().st_mode & 0o077:
        yield Lack.OPEN_TO_OTHERS
    disks = {
        (root / part).stat().st_dev for part in ("", *KINDS, INCOMING) if (root / part).exists()
    }
    if len(disks) > 1:
        yield Lack.SEVERAL_DISKS
    if shutil.disk_usage(root).free < least_free:
        yield Lack.LITTLE_ROOM
    try:
        with tempfile.TemporaryFile(dir=root) as file:
            file.write(b"written")
            os.fsync(file.fileno())
    except OSError:
        yield Lack.NOT_WRITABLE


def _of_bucket(bucket: Bucket) -> Iterator[Lack]:
    try:
        fault = _writing(bucket)
    except urllib3.exceptions.HTTPError:
        fault = Lack.UNREACHABLE
    if fault in USABLE:
        fault = _reading(bucket) or fault
    if fault is not None:
        yield fault
    if fault in USABLE:
        if bucket.anyone_reads(MARK):
            yield Lack.PUBLIC
        yield from _protection(bucket)


def _writing(bucket: Bucket) -> Lack | None:
    """Put the mark where it is absent; a second time, that must be refused."""
    for _ in range(2):
        source = io.BytesIO(b"underlag")
        response = bucket.write(MARK, source, measured(source), where_absent=True)
        if response.status == HTTPStatus.PRECONDITION_FAILED:
            return None
        if response.status == HTTPStatus.NOT_IMPLEMENTED:
            return Lack.OVERWRITES
        if response.status != HTTPStatus.OK or not response.headers.get("etag"):
            return _refused(response)
    return Lack.OVERWRITES


def _refused(response: urllib3.BaseHTTPResponse) -> Lack:
    try:
        code = S3Error.fromxml(response).code
    except (ParseError, ValueError):
        return Lack.NO_S3
    if code is None:
        return Lack.NO_S3
    return CODES.get(code, Lack.NOT_WRITABLE)


def _reading(bucket: Bucket) -> Lack | None:
    """What lies there must be read, and what does not must be told as absent."""
    try:
        if bucket.open(original_key("0" * 64)) is not None:
            return Lack.NO_S3
        mark = bucket.open(MARK)
    except Unavailable:
        return Lack.NO_S3
    if mark is None:
        return Lack.NO_S3
    mark.close()
    return None


def _protection(bucket: Bucket) -> Iterator[Lack]:
    client, name = bucket.client, bucket.place.bucket
    answers = {
        Lack.NO_VERSIONS: _asked(lambda: client.get_bucket_versioning(name).status == "Enabled"),
        Lack.NO_LOCK: _asked(lambda: client.get_object_lock_config(name).mode is not None),
        Lack.NO_POLICY: _asked(lambda: _forbids_deleting(client.get_bucket_policy(name))),
    }
    if None in answers.values():
        yield Lack.UNTOLD
    yield from (lack for lack, protected in answers.items() if protected is False)


def _asked(question: Callable[[], bool]) -> bool | None:
    """An answer of the server; None where the keys may not ask."""
    try:
        return question()
    except S3Error as error:
        return None if error.code == "AccessDenied" else False
    except (MinioException, urllib3.exceptions.HTTPError, ParseError, ValueError):
        return False


def _forbids_deleting(policy: str) -> bool:
    denied = [
        str(each.get("Action"))
        for each in json.loads(policy).get("Statement", ())
        if each.get("Effect") == "Deny"
    ]
    return any("s3:DeleteObject" in actions or "*" in actions for actions in denied)
