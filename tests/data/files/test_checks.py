"""What a storage lacks is told in plain words, and a sound one lacks nothing."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from minio import Minio
from minio.commonconfig import GOVERNANCE
from minio.objectlockconfig import DAYS, ObjectLockConfig
from minio.versioningconfig import VersioningConfig

from portal.data.files import Bucket, checks
from portal.data.files.checks import Lack, lacks
from portal.settings import S3
from tests.ceph import Gateway
from tests.data.files.test_bucket import STRANGE, answering, reply
from tests.data.files.test_folder import short_of_disk

PLAIN = (Lack.NO_VERSIONS, Lack.NO_LOCK, Lack.NO_POLICY)


def of(folder: Path) -> set[Lack]:
    return set(lacks(folder, least_free=0))


def test_a_sound_folder_lacks_nothing(files: Path) -> None:
    assert of(files) == set()


def test_a_folder_that_is_not_there_is_told(files: Path) -> None:
    assert of(files / "not-mounted") == {Lack.NO_FOLDER}


def test_a_folder_that_others_may_enter_is_told(files: Path) -> None:
    files.chmod(0o755)
    assert of(files) == {Lack.OPEN_TO_OTHERS}


def test_a_folder_on_several_disks_is_told(files: Path) -> None:
    (files / "derived").symlink_to("/proc")
    assert of(files) == {Lack.SEVERAL_DISKS}


def test_a_disk_that_takes_nothing_is_told(files: Path) -> None:
    with short_of_disk(0):
        assert of(files) == {Lack.NOT_WRITABLE}


def test_a_disk_that_is_nearly_full_is_told(files: Path) -> None:
    assert set(lacks(files, least_free=2**80)) == {Lack.LITTLE_ROOM}


def test_a_plain_bucket_works_and_could_protect_more(bucket: S3) -> None:
    for _ in range(2):
        assert lacks(bucket) == PLAIN
    assert not any(lack.grave for lack in PLAIN)


def test_the_mark_of_a_look_is_no_paper_and_stays_as_it_was(bucket: S3) -> None:
    lacks(bucket)
    client = client_of(bucket)
    before = client.stat_object(bucket.bucket, checks.MARK).last_modified
    lacks(bucket)
    assert client.stat_object(bucket.bucket, checks.MARK).last_modified == before
    assert list(Bucket(bucket).keys()) == []


def client_of(place: S3) -> Minio:
    return Bucket(place).client


def versions(client: Minio, name: str) -> None:
    client.set_bucket_versioning(name, VersioningConfig("Enabled"))


def no_deleting(client: Minio, name: str) -> None:
    client.set_bucket_policy(name, policy(name, "Deny", "s3:DeleteObject", "sha256/*"))


def open_to_all(client: Minio, name: str) -> None:
    client.set_bucket_policy(name, policy(name, "Allow", "s3:GetObject", "*"))


def list_open_to_all(client: Minio, name: str) -> None:
    client.set_bucket_policy(name, policy(name, "Allow", "s3:ListBucket", ""))


def no_writing(client: Minio, name: str) -> None:
    client.set_bucket_policy(name, policy(name, "Deny", "s3:PutObject", "*"))


def no_reading(client: Minio, name: str) -> None:
    client.set_bucket_policy(name, policy(name, "Deny", "s3:GetObject", "*"))


def no_asking(client: Minio, name: str) -> None:
    client.set_bucket_policy(name, policy(name, "Deny", "s3:GetBucketVersioning", ""))


def policy(name: str, effect: str, action: str, below: str) -> str:
    statement = {
        "Effect": effect,
        "Principal": {"AWS": ["*"]},
        "Action": [action],
        "Resource": [f"arn:aws:s3:::{name}/{below}".rstrip("/")],
    }
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (versions, {Lack.NO_LOCK, Lack.NO_POLICY}),
        (no_deleting, {Lack.NO_VERSIONS, Lack.NO_LOCK}),
        (open_to_all, {Lack.PUBLIC, *PLAIN}),
        (list_open_to_all, {Lack.PUBLIC, *PLAIN}),
        (no_writing, {Lack.NOT_WRITABLE}),
        (no_reading, {Lack.NO_S3}),
        (no_asking, {Lack.UNTOLD, Lack.NO_LOCK, Lack.NO_POLICY}),
    ],
)
def test_what_a_bucket_lacks_is_told(
    bucket: S3, change: Callable[[Minio, str], None], told: set[Lack]
) -> None:
    client = client_of(bucket)
    change(client, bucket.bucket)
    try:
        assert without_old_ceph(lacks(bucket)) == told
    finally:
        client.delete_bucket_policy(bucket.bucket)


def test_a_bucket_that_locks_its_objects_lacks_no_lock(gateway: Gateway) -> None:
    place = gateway.bucket("locking")
    client = client_of(place)
    client.make_bucket(place.bucket, object_lock=True)
    assert Lack.NO_LOCK in lacks(place), "a lock without a default retention locks nothing"
    client.set_object_lock_config(place.bucket, ObjectLockConfig(GOVERNANCE, 1, DAYS))
    assert without_old_ceph(lacks(place)) == {Lack.NO_POLICY}


def without_old_ceph(told: tuple[Lack, ...]) -> set[Lack]:
    """Ceph 16 forgets the condition of a put where it keeps versions; newer ones do not."""
    return set(told) - {Lack.OVERWRITES}


def test_wrong_keys_and_a_missing_bucket_are_told(bucket: S3, gateway: Gateway) -> None:
    assert lacks(replace(bucket, secret_key="wrong")) == (Lack.KEYS_REFUSED,)
    assert lacks(replace(bucket, access_key="nobody")) == (Lack.KEYS_REFUSED,)
    assert lacks(gateway.bucket("never-made")) == (Lack.NO_BUCKET,)


def test_a_server_that_is_away_is_told(bucket: S3, unused_port: int) -> None:
    away = replace(bucket, endpoint=f"127.0.0.1:{unused_port}")
    assert lacks(away) == (Lack.UNREACHABLE,)


SKEWED = b"<Error><Code>RequestTimeTooSkewed</Code></Error>"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (STRANGE["no HTTP"], Lack.UNREACHABLE),
        (STRANGE["a server that rests"], Lack.UNREACHABLE),
        (STRANGE["a page of a proxy"], Lack.NO_S3),
        (STRANGE["XML that is none"], Lack.NO_S3),
        (STRANGE["bytes that are no text"], Lack.NO_S3),
        (STRANGE["a full server"], Lack.NOT_WRITABLE),
        (reply("403 No", "application/xml", SKEWED), Lack.CLOCK_DIFFERS),
        (reply("200 OK", "text/html", b"Welcome"), Lack.NO_S3),
    ],
)
def test_what_is_no_s3_server_is_told(bucket: S3, content: bytes, told: Lack) -> None:
    with answering(content) as endpoint:
        assert lacks(replace(bucket, endpoint=endpoint)) == (told,)


def test_the_log_tells_each_lack_at_the_start(
    files: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    files.chmod(0o755)
    checks.tell(files)
    [line] = [line for line in capfd.readouterr().out.splitlines() if Lack.OPEN_TO_OTHERS in line]
    assert "error" in line
    assert "chmod 700" in line
