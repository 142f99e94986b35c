"""What every table shares: names of constraints, kinds of columns."""

import datetime as dt
from typing import Annotated, Any, ClassVar
from uuid import UUID

from sqlalchemy import DateTime, MetaData, Text, Uuid, text
from sqlalchemy.dialects.postgresql import BYTEA, JSONB
from sqlalchemy.orm import DeclarativeBase, mapped_column

# JSON from the database has no static shape; each service reads it through the domain.
Json = dict[str, Any]

Id = Annotated[UUID, mapped_column(Uuid, primary_key=True, server_default=text("uuidv7()"))]
Moment = Annotated[dt.datetime, mapped_column(DateTime(timezone=True))]
Now = Annotated[dt.datetime, mapped_column(DateTime(timezone=True), server_default=text("now()"))]


class Base(DeclarativeBase):
    """The root of all tables. There are no relationships: a query says what it reads."""

    metadata = MetaData(
        naming_convention={
            "ix": "%(table_name)s_%(column_0_N_name)s_idx",
            "uq": "%(table_name)s_%(column_0_N_name)s_key",
            "ck": "%(table_name)s_%(constraint_name)s_check",
            "fk": "%(table_name)s_%(column_0_N_name)s_fkey",
            "pk": "%(table_name)s_pkey",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text,
        bytes: BYTEA,
        UUID: Uuid,
        Json: JSONB,
        list[Any]: JSONB,
        dt.datetime: DateTime(timezone=True),
    }
