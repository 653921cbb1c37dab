"""Whether it lives, and whether it can serve."""

import pytest
from django.db import OperationalError, connection


def test_lives_without_asking_the_database(client, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        answer = client.get("/healthz")

    assert (answer.status_code, answer.content) == (200, b"alive\n")
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
def test_is_ready_when_the_database_answers(client):
    assert client.get("/readyz").status_code == 200


@pytest.mark.django_db
def test_is_not_ready_when_the_database_does_not(client):
    def cut_off(*_arguments):
        raise OperationalError("the server closed the connection")

    with connection.execute_wrapper(cut_off):
        answer = client.get("/readyz")

    assert answer.status_code == 503
