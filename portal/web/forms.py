"""What came in a form: texts and files, read once, kept as typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

MOST_FIELDS = 2000


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of one request by name, in order, and its files."""

    fields: Mapping[str, Sequence[str]] = field(default_factory=dict)
    files: Mapping[str, Sequence[UploadFile]] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A field's last value without blanks around it; empty where it was not sent."""
        values = self.fields.get(name, ())
        return values[-1].strip() if values else ""

    def all(self, name: str) -> tuple[str, ...]:
        """All values of a field."""
        return tuple(self.fields.get(name, ()))

    def has(self, name: str) -> bool:
        """Whether the field was sent at all: a pressed button, a ticked box."""
        return name in self.fields


async def read_form(request: Request) -> Form:
    """Read a form. Files lie in temporary files past 1 MiB; the route bounds the whole body."""
    if request.method != "POST":
        return Form()
    data = await request.form(max_fields=MOST_FIELDS, max_files=20)
    return sorted_out(data)


def sorted_out(data: FormData) -> Form:
    """Texts and files apart."""
    fields: dict[str, list[str]] = {}
    files: dict[str, list[UploadFile]] = {}
    for name, value in data.multi_items():
        if isinstance(value, str):
            fields.setdefault(name, []).append(value)
        elif value.filename:
            files.setdefault(name, []).append(value)
    return Form(fields, files)
