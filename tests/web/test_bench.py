"""What the web process takes in never lies whole in its memory."""

import re

import pytest

from portal.bench import upload
from portal.settings import S3

MOST: float = 30.0  # MB, of fifty that come in


def test_an_upload_of_the_largest_size_adds_little_to_the_web_process(
    bucket: S3, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(upload, "ROUNDS", 1)
    for name, value in {
        "UNDERLAG_FILES": f"s3://{bucket.bucket}",
        "UNDERLAG_S3_ENDPOINT": bucket.endpoint,
        "UNDERLAG_S3_ACCESS_KEY": bucket.access_key,
        "UNDERLAG_S3_SECRET_KEY": bucket.secret_key,
        "UNDERLAG_S3_SECURE": "False",
    }.items():
        monkeypatch.setenv(name, value)
    assert upload.main() == 0
    said = capsys.readouterr().out
    added = [float(figure) for figure in re.findall(r"added at the peak +([0-9.]+) MB", said)]
    assert len(added) == 2, "over a folder and over a bucket"
    assert max(added) <= MOST
