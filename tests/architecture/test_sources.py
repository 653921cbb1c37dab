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
