"""What the database does to answer a statement."""

import json


def rows_read(statement):
    """How many rows pass through all nodes of the plan of `statement`, those that are thrown away with them."""
    from django.db import connection

    def rows(node):
        own = node["Actual Rows"] * node["Actual Loops"] + node.get("Rows Removed by Filter", 0)
        return own + sum(rows(below) for below in node.get("Plans", ()))

    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN (ANALYZE, FORMAT JSON) " + statement)
        [(plan,)] = cursor.fetchall()
    return rows((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"])
