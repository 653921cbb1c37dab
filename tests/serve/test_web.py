"""What the web process says before it serves."""

import subprocess
import sys

import pytest
from serving import free_port


def first_words(tmp_path, *, limit="", **options):
    """Start the process and stop it as soon as it has said something, at the latest in 20 seconds."""
    arguments = f"{limit} exec {sys.executable} -m broadsheet.serve.web"
    environment = {
        "BROADSHEET_DATA": str(tmp_path),
        "BROADSHEET_PORT": str(free_port()),
        **{f"BROADSHEET_{name.upper()}": value for name, value in options.items()},
    }
    with subprocess.Popen(
        ["/bin/sh", "-c", arguments], env=environment, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            return process.stderr.readline()
        finally:
            process.terminate()
            process.stderr.close()


@pytest.mark.parametrize("everybody", ["0.0.0.0/0", "::/0"])
def test_warns_of_trust_in_everybody(tmp_path, everybody):
    said = first_words(tmp_path, trusted_proxies=f"127.0.0.1, {everybody}")

    assert said == (
        f"trusted_proxies has {everybody}, which is everybody: any reader can claim any address.\n"
    )


def test_warns_of_few_descriptors(tmp_path):
    said = first_words(tmp_path, limit="ulimit -n 2000;")

    assert said.startswith("A process may open only 2000 files and connections (ulimit -n)")


def test_uses_the_descriptors_it_is_granted(tmp_path):
    said = first_words(tmp_path, limit="ulimit -S -n 2000;")

    assert "ulimit" not in said
