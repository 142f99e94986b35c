"""What workers tell of themselves: their machines, and how quick reading has been lately."""

from typing import Any

from sqlalchemy import Double
from sqlalchemy.orm import Mapped, mapped_column

from portal.data.tables.base import Base, Moment


class WorkerReport(Base):
    """What one worker's machine has and lacks, as told at its start."""

    __tablename__ = "worker_report"

    queue: Mapped[str] = mapped_column(primary_key=True)
    host: Mapped[str] = mapped_column(primary_key=True)
    told_at: Mapped[Moment]
    walls_missing: Mapped[list[Any]] = mapped_column(server_default="[]")
    programs_missing: Mapped[list[Any]] = mapped_column(server_default="[]")


class ReadingPace(Base):
    """How many seconds a page takes by one way of reading, the latest weighing most."""

    __tablename__ = "reading_pace"

    method: Mapped[str] = mapped_column(primary_key=True)
    seconds: Mapped[float] = mapped_column(Double)
    measured_at: Mapped[Moment]
