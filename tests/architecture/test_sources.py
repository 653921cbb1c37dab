"""Small rules about the text of the sources."""

import ast
import re
import subprocess

import pytest

IMPORT = re.compile(r"^\s*(?:import\s[^(]|export\s[^;]*\sfrom\s)[^;]*?(?P<end>;|$)", re.MULTILINE)

# Assembled, so that this file does not name what it forbids.
WORKPLACE = re.compile(
    "|".join(("/" + "work/", "/" + "root/(?!newspaper)", "BEGIN (?:RSA |OPENSSH )?PRIVATE KEY"))
)


def test_migrations_import_no_code_of_ours(checkout):
    """Code changes; what a migration did must not."""
    importing = []
    for path in checkout.glob("src/broadsheet/*/migrations/*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if any(name.startswith("broadsheet") and not _is_kept(name) for name in names):
                importing.append(f"{path.relative_to(checkout)}: {', '.join(names)}")

    assert importing == []


def _is_kept(name):
    """Field defaults and blocks are named in migrations by Django itself."""
    return name.endswith((".models.user", ".models.desk_link")) or ".blocks" in name


# Asks only its own web process, on the loopback, whether it has come up; what it imports it keeps in memory
# for as long as the newspaper runs, and core/outbound brings TLS and threads along.
ASK_OTHERS = {"src/broadsheet/core/outbound.py", "src/broadsheet/serve/supervisor.py"}
HTTP_CLIENTS = {
    "aiohttp",
    "http.client",
    "httpcore",
    "httpx",
    "pycurl",
    "requests",
    "urllib.request",
    "urllib3",
}


def test_one_module_asks_other_servers(modules):
    """Its bounds hold for all that is asked, and a mistake in them is mended once."""
    asking = {
        str(path)
        for path, _text, tree in modules
        for node in ast.walk(tree)
        if any(_is_within(name, HTTP_CLIENTS) for name in _imported(node))
    }

    assert asking == ASK_OTHERS


MAIL_CLIENTS = {"aiosmtplib", "django.core.mail", "smtplib"}


def test_one_module_speaks_smtp(modules):
    """So every letter waits for its transaction, is sent once, and has no header that a reader wrote."""
    speaking = {
        str(path)
        for path, _text, tree in modules
        for node in ast.walk(tree)
        if any(_is_within(name, MAIL_CLIENTS) for name in _imported(node))
    }

    assert speaking == {"src/broadsheet/notify/transport.py"}


def _imported(node):
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and not node.level:
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


def _is_within(name, modules):
    return any(f"{name}.".startswith(f"{module}.") for module in modules)


def test_migrations_are_named_by_hand(checkout):
    named_by_machine = [
        str(path.relative_to(checkout))
        for path in checkout.glob("src/broadsheet/*/migrations/0*.py")
        if re.search(r"_auto_|_initial$|_and_more$|_alter_|_\d{8}", path.stem)
    ]

    assert named_by_machine == []


def test_javascript_imports_end_in_a_semicolon(checkout):
    """Without it Django leaves the import alone, and the file goes stale in browsers' caches."""
    open_ended = []
    for path in checkout.glob("src/**/static/**/*.js"):
        for found in IMPORT.finditer(path.read_text()):
            if found["end"] != ";":
                open_ended += [f"{path.relative_to(checkout)}: {found[0].strip()}"]

    assert open_ended == []


def test_the_repository_speaks_of_broadsheet_alone(checkout):
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=checkout, check=False, capture_output=True, text=True
    )
    if tracked.returncode:
        pytest.skip("not a git checkout")
    speaking = []
    for name in filter(None, tracked.stdout.split("\0")):
        path = checkout / name
        if not path.is_file() or path.suffix in {".jpg", ".png", ".webp"}:
            continue
        text = path.read_text(errors="replace")
        speaking += [f"{name}: {found[0]}" for found in WORKPLACE.finditer(text)]

    assert speaking == []
