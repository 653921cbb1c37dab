"""What every app looks like inside."""

import ast
import re

import pytest

DOORS = ("commands", "queries")
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)

FORBIDDEN_NAMES = re.compile(
    r"^_?(?:utils?|helpers?|misc|common|managers?|handlers?|process|data|info)\.py$"
)


# Each writes down one kind of record as another system had it, and is tested by loading whole archives:
# tests/exchange/test_load_archive.py.
WRITES_DOWN_AN_ARCHIVE = {
    "restore_article",
    "restore_byline",
    "restore_comments",
    "restore_discussion",
    "restore_photo",
    "restore_section",
}


def door_files(checkout):
    for kind in DOORS:
        for path in sorted(checkout.glob(f"src/broadsheet/*/{kind}/*.py")):
            if path.name != "__init__.py":
                yield path


def public_functions(path):
    tree = ast.parse(path.read_text())
    return [
        node for node in tree.body if isinstance(node, FUNCTIONS) and not node.name.startswith("_")
    ]


def names_a_door_opens(path):
    """The functions of `path` that its package offers."""
    offered = ast.parse((path.parent / "__init__.py").read_text())
    return {
        alias.name
        for node in ast.walk(offered)
        if isinstance(node, ast.ImportFrom) and node.module == path.stem
        for alias in node.names
    } & {function.name for function in public_functions(path)}


def test_every_door_has_its_test(checkout):
    tests = {path.stem.removeprefix("test_") for path in checkout.glob("tests/**/test_*.py")}
    untested = []
    for path in door_files(checkout):
        opened = names_a_door_opens(path)
        if opened and path.stem not in tests and not opened & (tests | WRITES_DOWN_AN_ARCHIVE):
            untested.append(str(path.relative_to(checkout)))

    assert untested == []


def test_a_door_takes_its_arguments_by_name(checkout):
    by_position = [
        f"{path.relative_to(checkout)}:{function.lineno} {function.name}"
        for path in checkout.glob("src/broadsheet/*/commands/*.py")
        if path.name != "__init__.py"
        for function in public_functions(path)
        if function.name in names_a_door_opens(path) and len(function.args.args) > 1
    ]

    assert by_position == []


def test_every_app_says_what_it_knows(checkout):
    for charter in checkout.glob("src/broadsheet/*/__init__.py"):
        assert ast.get_docstring(ast.parse(charter.read_text())), charter


def test_everything_public_says_what_it_does(modules):
    silent = []
    for path, _text, tree in modules:
        for node in tree.body:
            if not isinstance(node, (*FUNCTIONS, ast.ClassDef)) or node.name.startswith("_"):
                continue
            if _is_djangos_own(path, node) or ast.get_docstring(node):
                continue
            silent.append(f"{path}:{node.lineno} {node.name}")

    assert silent == []


def _is_djangos_own(path, node):
    """What says with its base class all there is to say."""
    return path.name == "apps.py" or (
        isinstance(node, ast.ClassDef) and {ast.unparse(base) for base in node.bases} & {"Refused"}
    )


def test_no_module_has_a_name_that_says_nothing(modules):
    assert [str(path) for path, _text, _tree in modules if FORBIDDEN_NAMES.match(path.name)] == []


def test_no_table_sorts_itself(modules):
    """An order that nobody asked for costs every query, and hides which order was meant."""
    sorting = [
        f"{path}:{node.lineno}"
        for path, _text, tree in modules
        for meta in ast.walk(tree)
        if isinstance(meta, ast.ClassDef) and meta.name == "Meta"
        for node in meta.body
        if isinstance(node, ast.Assign)
        and any(isinstance(target, ast.Name) and target.id == "ordering" for target in node.targets)
    ]

    assert sorting == []


def test_only_stored_markup_is_trusted(modules):
    """`mark_safe` stands only where what the one renderer or our templates made is handed on."""
    trusting = {
        str(path)
        for path, text, _tree in modules
        if re.search(r"\bmark_safe\b|\bSafeString\(", text)
    }

    assert trusting == TRUSTED


TRUSTED = {
    "src/broadsheet/discussion/queries/comment_history.py",
    "src/broadsheet/discussion/queries/comment_view.py",
    "src/broadsheet/discussion/queries/preview.py",
    "src/broadsheet/discussion/templatetags/discussion.py",
    "src/broadsheet/publishing/queries/article_page.py",
}


@pytest.mark.django_db
def test_the_tables_are_what_the_migrations_make():
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
