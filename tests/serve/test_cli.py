"""`broadsheet`: what it says, and how it refuses."""

import stat

import pytest


def test_explains_itself(installation):
    helped = installation.call("--help")

    assert helped.returncode == 0
    for command in (
        "init",
        "run",
        "check",
        "desk-link",
        "counters",
        "options",
        "limits",
        "permissions",
        "import",
    ):
        assert command in helped.stdout


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("BROADSHEET_PORT", "eighty", "BROADSHEET_PORT must be a whole number, not 'eighty'."),
        ("BROADSHEET_POTR", "80", "The environment sets BROADSHEET_POTR, which is not an option."),
        (
            "BROADSHEET_BASE_URL",
            "news",
            "base_url must be a scheme and a host, such as https://news.example, not 'news'.",
        ),
    ],
)
def test_refuses_a_wrong_option_in_a_sentence(installation, name, value, sentence):
    installation.extra[name] = value

    refused = installation.call("run")

    assert refused.returncode == 2
    assert refused.stderr == f"broadsheet: {sentence}\n"
    assert refused.stdout == ""


def test_refuses_an_unknown_command(installation):
    refused = installation.call("print")

    assert refused.returncode == 2
    assert "invalid choice: 'print'" in refused.stderr


def test_refuses_a_database_that_may_lose_words(installation):
    with (installation.data / "postgres" / "postgresql.conf").open("a") as configuration:
        configuration.write("\nfsync = off\n")

    refused = installation.call("run")

    assert refused.returncode == 2
    assert (
        "broadsheet: The database runs with fsync=off, so a power cut may destroy it: turn fsync on.\n"
        in refused.stderr
    )
    assert installation.processes() == []


def test_init_makes_a_folder_closed_to_others(prepared):
    assert stat.S_IMODE((prepared / "signing.key").stat().st_mode) == 0o600
    # Passing through is for the account PostgreSQL runs as, where we are root; reading is for nobody.
    assert stat.S_IMODE(prepared.stat().st_mode) & ~stat.S_IXOTH == 0o700


def test_init_may_be_repeated(installation):
    key = (installation.data / "signing.key").read_text()

    again = installation.call("init")

    assert again.returncode == 0, again.stderr
    assert (installation.data / "signing.key").read_text() == key


def test_desk_link_works_whether_it_runs_or_not(running, installation):
    for one in (running, installation):
        linked = one.call("desk-link")

        assert linked.returncode == 0, linked.stderr
        assert linked.stdout.startswith(f"http://localhost:{one.port}/sign-in/")


def test_desk_link_names_the_public_address(installation):
    installation.extra["BROADSHEET_BASE_URL"] = "https://news.example"

    assert installation.call("desk-link").stdout.startswith("https://news.example/sign-in/")


def test_desk_link_refuses_where_there_is_no_newspaper(installation):
    installation.extra["BROADSHEET_DATA"] = "/nowhere/at/all"

    refused = installation.call("desk-link")

    assert refused.returncode == 2
    assert "There is no newspaper in /nowhere/at/all yet" in refused.stderr


def test_check_finds_a_prepared_newspaper_sound(running):
    checked = running.call("check")

    assert checked.returncode == 0, checked.stdout
    assert "ok   The database answers, and has every table." in checked.stdout
    assert "ok   Broadsheet runs." in checked.stdout


def test_check_finds_what_is_wrong(installation):
    (installation.data / "signing.key").chmod(0o644)
    installation.extra["BROADSHEET_BASE_URL"] = "http://news.example"

    checked = installation.call("check")

    assert checked.returncode == 1
    assert "BAD  http://news.example is not https" in checked.stdout
    assert "can be read by others (mode 644): chmod 600." in checked.stdout
