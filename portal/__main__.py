"""One command line: ``python -m portal web|migrate|invite|demo|verify-audit|verify-files …``."""

import argparse
import datetime as dt
import sys

import uvicorn

from portal.data.files import checks, files_at
from portal.data.session import connect, transaction
from portal.errors import Invalid, Unavailable
from portal.services import audit, installation, storage
from portal.settings import read_settings


def main() -> int:
    """Run what is named."""
    parser = argparse.ArgumentParser(prog="python -m portal")
    parts = parser.add_subparsers(dest="part", required=True)
    web = parts.add_parser("web", help="serve the pages")
    web.add_argument("--host", default="127.0.0.1")
    web.add_argument("--port", type=int, default=8000)
    parts.add_parser("migrate", help="bring the database to this version")
    invite = parts.add_parser("invite", help="invite the first administrator of a buyer")
    invite.add_argument("organisation")
    invite.add_argument("kind", help="region, municipality, company or central_purchasing_body")
    invite.add_argument("email")
    parts.add_parser("demo", add_help=False, help="start everything here, with made-up data")
    parts.add_parser("verify-audit", help="walk the audit log's chain")
    files = parts.add_parser("verify-files", help="compare all documents and stored files")
    files.add_argument("--deep", action="store_true", help="read every file, and check its hash")
    parts.add_parser("check-files", help="tell what the storage lacks")
    chosen, rest = parser.parse_known_args()
    if chosen.part == "demo":
        # Loaded only here: production has no demonstration.
        from portal.demo import run

        return run.main(rest)
    if rest:
        parser.error(f"unknown: {' '.join(rest)}")
    if chosen.part == "web":
        return _web(chosen.host, chosen.port)
    if chosen.part == "migrate":
        installation.bring_up_to_date(read_settings().owner_database_url)
        return 0
    if chosen.part == "invite":
        return _invite(chosen.organisation, chosen.kind, chosen.email)
    if chosen.part == "check-files":
        return _check_files()
    if chosen.part == "verify-files":
        return _verify_files(deep=chosen.deep)
    return _verify_audit()


def _invite(organisation: str, kind: str, email: str) -> int:
    settings = read_settings()
    owner = connect(settings.owner_database_url, pool_size=1)
    try:
        with transaction(owner) as db:
            token = installation.invite_first(
                db,
                organisation=organisation,
                kind=kind,
                email=email,
                key=settings.secret_key,
                now=dt.datetime.now(dt.UTC),
            )
    except Invalid as problem:
        sys.stderr.write("\n".join(problem.fields.values() or [str(problem)]) + "\n")
        return 1
    finally:
        owner.dispose()
    sys.stdout.write(f"Open this within 7 days, once: {settings.base_url}/invitation/{token}\n")
    return 0


def _web(host: str, port: int) -> int:
    settings = read_settings()
    # Loaded here: the other commands need no templates and no routes.
    from portal.web.app import create_app

    uvicorn.run(
        create_app(settings),
        host=host,
        port=port,
        loop="uvloop",
        access_log=False,
        log_level="warning",
        server_header=False,
        forwarded_allow_ips=settings.trusted_proxies,
        timeout_graceful_shutdown=10,
    )
    return 0


def _verify_audit() -> int:
    verdict = audit.verify(connect(read_settings().owner_database_url, pool_size=1))
    if verdict.broken_at is not None:
        sys.stderr.write(f"The audit log does not hold: line {verdict.broken_at} was changed.\n")
        return 1
    sys.stdout.write(f"The audit log holds: {verdict.lines} lines, head {verdict.head}.\n")
    return 0


def _check_files() -> int:
    lacks = checks.lacks(read_settings().files)
    for lack in lacks:
        sys.stdout.write(f"{'Fault' if lack.grave else 'Advice'}: {lack.sentence}\n")
    if not lacks:
        sys.stdout.write("The storage has everything that the portal could wish for.\n")
    return 1 if any(lack.grave for lack in lacks) else 0


def _verify_files(*, deep: bool) -> int:
    settings = read_settings()
    # The worker's role sees all documents and changes nothing here.
    engine = connect(settings.worker_database_url, pool_size=1)
    try:
        verdict = storage.verify(
            engine,
            files_at(settings.files),
            deep=deep,
            tell=lambda found: sys.stdout.write(f"{found}\n"),
        )
    except Unavailable:
        sys.stderr.write("The storage does not answer: python -m portal check-files tells why.\n")
        return 1
    finally:
        engine.dispose()
    sys.stdout.write(f"{verdict}\n")
    return 0 if verdict.holds else 1


if __name__ == "__main__":
    raise SystemExit(main())
