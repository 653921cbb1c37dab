"""`broadsheet run`: one command starts everything, and one ends it, however it ends."""

import signal

import psutil
import pytest
from serving import wait_for


def test_serves_pages_and_does_jobs(running):
    assert running.answers("/")
    assert running.answers("/readyz")
    assert running.processes("broadsheet.serve.web")
    assert running.processes("broadsheet.serve.jobs")
    assert running.processes("postgres")


def test_says_where_the_newspaper_is_and_how_to_sign_in(running):
    wait_for(lambda: "/sign-in/" in running.said(), 30)

    assert f"http://localhost:{running.port}/" in running.said()
    assert f"http://localhost:{running.port}/sign-in/" in running.said()


def test_stays_lean_where_nothing_is_served(running):
    from_us = running.running.pid
    libraries = {mapping.path for mapping in psutil.Process(from_us).memory_maps()}

    assert not any("psycopg" in library or "granian" in library for library in libraries)


def test_starts_another_worker_for_one_that_was_killed(running):
    [worker] = [
        process
        for process in running.processes("broadsheet.serve.web")
        if process.ppid() != running.running.pid
    ]
    worker.kill()

    wait_for(lambda: not worker.is_running(), 5)
    wait_for(lambda: running.answers("/readyz"), 30)
    assert running.answers("/readyz")


def test_starts_another_job_worker_for_one_that_was_killed(running):
    [jobs] = running.processes("broadsheet.serve.jobs")
    jobs.kill()

    wait_for(lambda: running.processes("broadsheet.serve.jobs"), 10)
    [another] = running.processes("broadsheet.serve.jobs")
    assert another.pid != jobs.pid


def test_starts_its_database_again_when_that_was_killed(running):
    [postmaster] = [
        process
        for process in running.processes("/bin/postgres")
        if process.ppid() == running.running.pid
    ]
    postmaster.kill()

    wait_for(lambda: not postmaster.is_running(), 5)
    wait_for(lambda: running.answers("/readyz"), 30)
    assert running.answers("/readyz")


def test_refuses_to_run_twice_on_one_folder(running):
    again = running.call("run")

    assert again.returncode == 2
    assert again.stderr.startswith(
        f"broadsheet: Broadsheet already runs on {running.data} (process"
    )


@pytest.mark.parametrize("word", [signal.SIGTERM, signal.SIGINT])
def test_leaves_no_process_when_it_is_stopped(installation, word):
    installation.start()

    assert installation.stop(word) == 0
    assert installation.processes() == []


def test_starts_again_after_it_was_killed(installation):
    installation.start()
    installation.running.kill()
    installation.running.wait()

    installation.start()

    assert installation.answers("/readyz")
    assert len(installation.processes("/bin/postgres")) == 1


def test_its_children_end_when_it_is_killed(installation):
    installation.start()
    installation.wait_for_job_worker()
    installation.running.kill()
    installation.running.wait()

    wait_for(lambda: not installation.processes("broadsheet.serve"), 20)
    assert installation.processes("broadsheet.serve") == []


def test_runs_beside_another(running, installation):
    installation.start()

    assert installation.answers("/readyz")
    assert running.answers("/readyz")


def test_refuses_a_port_that_is_taken(running, installation):
    installation.port = running.port

    refused = installation.call("run")

    assert refused.returncode == 2
    assert f"127.0.0.1:{running.port} cannot be listened on" in refused.stderr
    assert "BROADSHEET_PORT" in refused.stderr
    assert installation.processes() == []
