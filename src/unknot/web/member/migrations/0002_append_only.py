"""Triggers that forbid UPDATE on what is only ever added. DELETE stays: a person may erase.

A later migration that rebuilds one of these tables on SQLite drops its trigger: run `guard` again.
"""

from django.db import migrations

TABLES = ("member_decisionrecord", "member_programmeversion")

SQLITE = """
CREATE TRIGGER {table}_append_only BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""
POSTGRESQL = """
CREATE OR REPLACE FUNCTION {table}_append_only() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION '{table} is append-only'; END $$ LANGUAGE plpgsql;
CREATE TRIGGER {table}_append_only BEFORE UPDATE ON {table}
FOR EACH ROW EXECUTE FUNCTION {table}_append_only();
"""


def guard(apps, schema_editor):
    """Add the triggers in the database's own language."""
    statements = {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]
    for table in TABLES:
        schema_editor.execute(statements.format(table=table))


def unguard(apps, schema_editor):
    """Drop the triggers."""
    for table in TABLES:
        on = f" ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
        schema_editor.execute(f"DROP TRIGGER {table}_append_only{on}")


class Migration(migrations.Migration):
    dependencies = [("member", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
