"""The tables of a ledger: what is kept (reports, coded records, failures, runs) and what is derived from it."""

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

__all__ = ["coded", "copies", "failures", "incidents", "metadata", "pledges", "reports", "runs", "state", "stories"]

metadata = MetaData()

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("version", Text, nullable=False),
    Column("schema_version", Integer, nullable=False),
    Column("config", LargeBinary, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("digest", Text, nullable=False, unique=True),
    Column("run", ForeignKey("runs.id"), nullable=False),
    Column("record", LargeBinary, nullable=False),
)

coded = Table(
    "coded",
    metadata,
    Column("id", ForeignKey("reports.id"), primary_key=True),
    Column("error", Text),
    Column("record", LargeBinary, nullable=False),
)

failures = Table(
    "failures",
    metadata,
    Column("id", Text, primary_key=True),
    Column("stage", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("run", ForeignKey("runs.id"), nullable=False),
)

state = Table("state", metadata, Column("name", Text, primary_key=True), Column("value", Integer, nullable=False))

incidents = Table(
    "incidents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("type", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("earliest", Text),
    Column("latest", Text),
    Column("confidence", Float, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Index("incidents_by_date", "earliest", "latest"),
)


def _derived(name: str) -> Table:
    return Table(
        name,
        metadata,
        Column("id", Text, primary_key=True),
        Column("position", Integer, nullable=False),
        Column("record", LargeBinary, nullable=False),
    )


stories = _derived("stories")
pledges = _derived("pledges")
copies = _derived("copies")
