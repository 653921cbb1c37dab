from datetime import UTC, datetime, timedelta

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def minutes(number):
    return timedelta(minutes=number)
