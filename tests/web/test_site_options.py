"""The options of the whole newspaper: where they are read, and what fits nowhere."""

import pytest

from broadsheet.core.options import OptionRefused
from broadsheet.web.options import OPTIONS, default_values, read_option_values


@pytest.fixture
def data(tmp_path):
    return {"BROADSHEET_DATA": str(tmp_path)}


def test_has_every_option_at_its_default_in_an_empty_environment():
    values = read_option_values({})

    assert {**values, "data": default_values()["data"]} == default_values()
    assert values["data"].is_absolute()


def test_reads_the_file_in_the_data_folder(data, tmp_path):
    (tmp_path / "broadsheet.toml").write_text('site_name = "The Gazette"\nport = 8080\n')

    values = read_option_values(data)

    assert (values["site_name"], values["port"]) == ("The Gazette", 8080)


def test_reads_the_file_that_is_named(data, tmp_path):
    file = tmp_path / "paper.toml"
    file.write_text("close_after_days = 14")

    values = read_option_values({**data, "BROADSHEET_CONFIG": str(file)})

    assert values["close_after_days"] == 14


def test_refuses_a_named_file_that_is_not_there(data, tmp_path):
    with pytest.raises(OptionRefused, match=r"nowhere\.toml cannot be read: No such file"):
        read_option_values({**data, "BROADSHEET_CONFIG": str(tmp_path / "nowhere.toml")})


@pytest.mark.parametrize("content", [b"port 8000", b"\xff\xfe"])
def test_refuses_a_file_that_is_not_toml(data, tmp_path, content):
    (tmp_path / "broadsheet.toml").write_bytes(content)

    with pytest.raises(OptionRefused, match="is not a TOML file"):
        read_option_values(data)


def test_takes_other_limits(data):
    values = read_option_values({**data, "BROADSHEET_LIMITS": "post-guest=5/1h, vote-pace=off"})

    assert values["limits"] == "post-guest=5/1h, vote-pace=off"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("post-guest=often", "limits: post-guest=often cannot be read"),
        ("pots=5/1h", "limits: 'pots' is not a limit; docs/operating/limits.md lists them."),
    ],
)
def test_refuses_limits_that_are_none(data, written, said):
    with pytest.raises(OptionRefused) as refused:
        read_option_values({**data, "BROADSHEET_LIMITS": written})

    assert said in str(refused.value)


def test_takes_the_address_of_the_database_under_its_common_name_too():
    address = "postgresql://db.example/news"

    assert read_option_values({"DATABASE_URL": address})["database_url"] == address


def test_prefers_our_own_name_for_the_database():
    ours = "postgresql://db.example/ours"
    environment = {"DATABASE_URL": "postgresql://db.example/other", "BROADSHEET_DATABASE_URL": ours}

    assert read_option_values(environment)["database_url"] == ours


@pytest.mark.parametrize(
    "address", ["news.example", "ftp://news.example", "https://news.example/paper", "https://"]
)
def test_refuses_a_public_address_that_is_none(address):
    with pytest.raises(OptionRefused, match="base_url must be a scheme and a host"):
        read_option_values({"BROADSHEET_BASE_URL": address})


@pytest.mark.parametrize("zone", ["Atlantis", "", "../etc/passwd"])
def test_refuses_a_time_zone_that_is_none(zone):
    with pytest.raises(OptionRefused, match="time_zone must be a name"):
        read_option_values({"BROADSHEET_TIME_ZONE": zone})


def test_takes_proxies_by_network(data):
    networks = "127.0.0.1, 10.0.0.0/8, 2001:db8::/32"

    values = read_option_values({**data, "BROADSHEET_TRUSTED_PROXIES": networks})

    assert values["trusted_proxies"] == networks


@pytest.mark.parametrize("networks", ["proxy.example", "10.0.0.1/8", "127.0.0.1 10.0.0.1", "0/0"])
def test_refuses_proxies_that_are_no_networks(networks):
    with pytest.raises(OptionRefused, match=r"trusted_proxies: .* network"):
        read_option_values({"BROADSHEET_TRUSTED_PROXIES": networks})


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:6081/purge?soft=1", "https://cache.example", "http://[::1]:80/"]
)
def test_takes_the_address_of_a_cache(data, address):
    environment = {**data, "BROADSHEET_PURGE_URL": address, "BROADSHEET_PURGE_TOKEN": "a~B/7="}

    values = read_option_values(environment)

    assert (values["purge_url"], values["purge_token"]) == (address, "a~B/7=")


@pytest.mark.parametrize(
    "address",
    [
        "cache.example/purge",
        "ftp://cache.example/",
        "file:///etc/passwd",
        "https://",
        "https://:443/",
        "http://cache.example:port/",
        "http://cache.example:70000/",
        "http://[::1/",
        "https://name:password@cache.example/",
        "https://cache.example/a b",
        "https://cache.example/\r\nHost: other",
        "https://cäche.example/",
    ],
)
def test_refuses_a_cache_that_cannot_be_told(data, address):
    with pytest.raises(OptionRefused, match="purge_url must be an address of http"):
        read_option_values({**data, "BROADSHEET_PURGE_URL": address})


def test_keeps_to_itself_what_may_be_secret(data):
    address = "https://name:kept-secret@cache.example/"

    with pytest.raises(OptionRefused) as refused:
        read_option_values({**data, "BROADSHEET_PURGE_URL": address})

    assert "kept-secret" not in str(refused.value)


@pytest.mark.parametrize("token", ["two words", "line\r\nbreak", "clé"])
def test_refuses_a_token_no_header_can_carry(data, token):
    with pytest.raises(OptionRefused, match="purge_token must be") as refused:
        read_option_values({**data, "BROADSHEET_PURGE_TOKEN": token})

    assert token not in str(refused.value)


def test_says_of_every_option_what_it_is_for():
    for option in OPTIONS:
        assert option.help.endswith("."), option.name


def test_has_no_two_options_of_one_name():
    names = [option.name for option in OPTIONS]

    assert len(names) == len(set(names))
