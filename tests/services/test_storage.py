"""Rows and objects are held against each other, both ways, over both back ends."""

import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import insert

from portal.data import tables
from portal.data.files import Files, derived_key, files_at, original_key, picture_key
from portal.domain.access import Actor, Role
from portal.services import storage
from portal.services.storage import Flaw, Found, Verdict
from portal.settings import S3
from tests.world import World


@pytest.fixture(params=["files", "bucket"])
def store(request: pytest.FixtureRequest) -> Files:
    place: Path | S3 = request.getfixturevalue(request.param)
    return files_at(place)


@pytest.fixture
def anna(world: World) -> Actor:
    return world.person(world.supplier(), Role.SUPPLIER_EDITOR)


def paper(world: World, store: Files, anna: Actor, content: bytes) -> str:
    """A paper with its row and a picture; its hash."""
    stored = store.put(io.BytesIO(content))
    store.put_derived(picture_key(stored.sha256, 1), b"picture")
    row(world, anna.organisation_id, anna, stored.sha256, stored.size)
    return stored.sha256


def row(world: World, supplier: UUID, anna: Actor, sha256: str, size: int) -> None:
    with world.as_owner() as db:
        db.execute(
            insert(tables.Document).values(
                supplier_id=supplier,
                sha256=sha256,
                name="a.pdf",
                size=size,
                uploaded_by=anna.user_id,
            )
        )


def verified(world: World, store: Files, *, deep: bool = False) -> tuple[Verdict, list[Found]]:
    found: list[Found] = []
    verdict = storage.verify(world.worker, store, deep=deep, tell=found.append)
    assert sum(verdict.flaws.values()) == len(found)
    return verdict, found


@pytest.mark.parametrize("deep", [False, True])
def test_where_everything_fits_nothing_is_told(
    world: World, store: Files, anna: Actor, deep: bool
) -> None:
    for number in range(25):
        paper(world, store, anna, b"paper %d" % number)
    verdict, found = verified(world, store, deep=deep)
    assert (verdict.originals, verdict.derived, found) == (25, 25, [])
    assert verdict.holds
    assert "all there" in str(verdict)


def test_an_empty_house_holds(world: World, store: Files) -> None:
    verdict, _ = verified(world, store)
    assert verdict.holds


def test_the_same_paper_of_two_suppliers_is_one_original(
    world: World, store: Files, anna: Actor
) -> None:
    digest = paper(world, store, anna, b"a paper")
    row(world, world.supplier("Nordhav Kemi AB"), anna, digest, 7)
    verdict, _ = verified(world, store)
    assert (verdict.originals, verdict.holds) == (1, True)


def test_a_paper_that_is_missing_is_told(world: World, store: Files, anna: Actor) -> None:
    kept, lost = (paper(world, store, anna, name) for name in (b"kept", b"lost"))
    store.delete(original_key(lost))
    verdict, found = verified(world, store)
    assert found == [Found(Flaw.MISSING, original_key(lost))]
    assert not verdict.holds
    assert verdict.originals == 1
    assert kept not in str(found)


def test_a_paper_of_another_size_is_told(world: World, store: Files, anna: Actor) -> None:
    digest = paper(world, store, anna, b"a paper")
    store.put_derived(original_key(digest), b"a pa")
    verdict, found = verified(world, store)
    assert found == [Found(Flaw.SIZE, original_key(digest))]
    assert not verdict.holds


def test_a_changed_paper_of_the_same_size_is_told_where_each_is_read(
    world: World, store: Files, anna: Actor
) -> None:
    digest = paper(world, store, anna, b"a paper")
    store.put_derived(original_key(digest), b"A PAPER")
    assert verified(world, store)[0].holds
    verdict, found = verified(world, store, deep=True)
    assert found == [Found(Flaw.CHANGED, original_key(digest))]
    assert "NOT" in str(verdict)


def test_what_has_no_row_is_told_and_does_no_harm(world: World, store: Files, anna: Actor) -> None:
    paper(world, store, anna, b"a paper")
    alone = store.put(io.BytesIO(b"upload that broke off")).sha256
    picture = derived_key("0" * 64, "webp", "p0001.webp")
    store.put_derived(picture, b"1")
    store.put_derived("derived/notes.txt", b"1")
    verdict, found = verified(world, store)
    assert set(found) == {
        Found(Flaw.NO_ROW, original_key(alone)),
        Found(Flaw.NO_ROW, picture),
        Found(Flaw.STRANGE, "derived/notes.txt"),
    }
    assert verdict.holds
    assert "every paper is there" in str(verdict)


def test_many_rows_come_a_batch_at_a_time(
    world: World, store: Files, anna: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage, "BATCH", 3)
    digests = [paper(world, store, anna, b"paper %d" % number) for number in range(10)]
    store.delete(original_key(digests[4]))
    verdict, found = verified(world, store)
    assert verdict.originals == 9
    assert found == [Found(Flaw.MISSING, original_key(digests[4]))]


def told(environment: dict[str, str], *words: str) -> tuple[int, str]:
    """How ``python -m portal`` ends, and what it says."""
    done = subprocess.run(
        [sys.executable, "-m", "portal", *words],
        env=environment,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=False,
        text=True,
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


def of_bucket(place: S3) -> dict[str, str]:
    return {
        "UNDERLAG_FILES": f"s3://{place.bucket}",
        "UNDERLAG_S3_ENDPOINT": place.endpoint,
        "UNDERLAG_S3_ACCESS_KEY": place.access_key,
        "UNDERLAG_S3_SECRET_KEY": place.secret_key,
        "UNDERLAG_S3_SECURE": "False",
    }


def test_papers_are_verified_from_the_command_line(
    world: World, environment: dict[str, str], bucket: S3, anna: Actor, unused_port: int
) -> None:
    store = files_at(bucket)
    digest = paper(world, store, anna, b"a paper")
    there = environment | of_bucket(bucket)
    assert told(there, "verify-files") == (
        0,
        "1 papers (7 bytes) and 1 files made of them: all there, and nothing else.\n",
    )
    store.put_derived(original_key(digest), b"A PAPER")
    code, said = told(there, "verify-files", "--deep")
    assert (code, f"{original_key(digest)}: changed" in said) == (1, True)
    away = environment | of_bucket(replace(bucket, endpoint=f"127.0.0.1:{unused_port}"))
    code, said = told(away, "verify-files")
    assert (code, "does not answer" in said) == (1, True)


def test_what_the_storage_lacks_is_told_from_the_command_line(
    environment: dict[str, str], bucket: S3
) -> None:
    code, said = told(environment | of_bucket(bucket), "check-files")
    assert (code, "Advice: The bucket keeps no versions" in said) == (0, True)
    code, said = told(environment | of_bucket(replace(bucket, secret_key="wrong")), "check-files")
    assert (code, "Fault: The object storage refuses the keys" in said) == (1, True)
