"""Who may import whom: the contracts of pyproject.toml."""

from importlinter.cli import lint_imports


def test_nothing_looks_up(capsys, monkeypatch, request):
    monkeypatch.chdir(request.config.rootpath)

    status = lint_imports(no_cache=True)

    assert status == 0, capsys.readouterr().out
