"""Jobs about jobs."""

from types import SimpleNamespace

import pytest
from asgiref.sync import async_to_sync
from django.db import connection
from procrastinate.contrib.django import app

from broadsheet.web.tasks import retry_orphaned_jobs

pytestmark = pytest.mark.django_db


def job_of_a_worker_last_seen(seconds):
    """Answer the id of a job that a worker had begun, who gave its last sign so long ago."""
    job_id = app.configure_task("web.retry_orphaned_jobs").defer(timestamp=0)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat)"
            " VALUES (now() - make_interval(secs => %s)) RETURNING id",
            [seconds],
        )
        worker_id = cursor.fetchone()[0]
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s WHERE id = %s",
            [worker_id, job_id],
        )
    return job_id


def status_of(job_id):
    with connection.cursor() as cursor:
        cursor.execute("SELECT status FROM procrastinate_jobs WHERE id = %s", [job_id])
        return cursor.fetchone()[0]


def retry():
    async_to_sync(retry_orphaned_jobs.func)(SimpleNamespace(app=app), timestamp=0)


def test_begins_again_what_a_killed_worker_was_doing():
    job_id = job_of_a_worker_last_seen(60)

    retry()

    assert status_of(job_id) == "todo"


def test_leaves_alone_what_a_living_worker_does():
    job_id = job_of_a_worker_last_seen(5)

    retry()

    assert status_of(job_id) == "doing"
