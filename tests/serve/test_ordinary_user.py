"""Broadsheet as an ordinary user, who may change nothing but the data folder."""

import os
import pwd
import site
import subprocess
import sys
from pathlib import Path

import pytest

import broadsheet

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")

SOURCES = Path(broadsheet.__file__).parent.parent


@pytest.fixture
def of_nobody(installation):
    """An installation of somebody who owns nothing else, and runs a Python they can reach."""
    nobody = pwd.getpwnam("nobody")
    installation.account = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    installation.python = _python_for(installation.account)
    installation.extra["PYTHONPATH"] = os.pathsep.join([str(SOURCES), *site.getsitepackages()])
    folder = installation.data.parent
    subprocess.run(["chown", "-R", f"{nobody.pw_uid}:{nobody.pw_gid}", folder], check=True)
    return installation


def _python_for(account):
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for python in (sys.executable, f"/usr/bin/{version}", f"/usr/local/bin/{version}"):
        try:
            subprocess.run([python, "-c", ""], check=True, cwd="/", **account)
        except (OSError, subprocess.CalledProcessError):
            continue
        return python
    return pytest.skip(f"nobody but root can run a {version} here")


def test_runs_and_stops(of_nobody):
    of_nobody.start()

    assert of_nobody.answers("/readyz")
    assert {process.uids().real for process in of_nobody.processes()} == {of_nobody.account["user"]}
    assert of_nobody.stop() == 0
    assert of_nobody.processes() == []


def test_refuses_a_folder_of_somebody_else(of_nobody):
    of_nobody.extra["BROADSHEET_DATA"] = "/root/newspaper"

    refused = of_nobody.call("run")

    assert refused.returncode == 2
    assert refused.stderr == (
        "broadsheet: /root/newspaper/broadsheet.toml cannot be read: Permission denied.\n"
    )
