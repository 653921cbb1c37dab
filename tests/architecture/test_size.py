"""A file fits a mind, a function fits a screen."""

import ast

LONGEST_FILE = 300
LONGEST_FUNCTION = 40  # a screen
LONGEST_ELEMENT = 100

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def test_no_file_is_too_long(modules):
    long = {str(path): len(text.splitlines()) for path, text, _tree in modules}

    assert {path: lines for path, lines in long.items() if lines > LONGEST_FILE} == {}


def test_no_function_is_too_long(modules):
    long = {
        f"{path}:{node.lineno} {node.name}": lines
        for path, _text, tree in modules
        for node in ast.walk(tree)
        if isinstance(node, FUNCTIONS) and (lines := _lines_of_code(node)) > LONGEST_FUNCTION
    }

    assert long == {}


def test_no_element_is_too_long(checkout):
    long = {
        str(path): lines
        for path in checkout.glob("src/**/static/**/*.js")
        if (lines := len(path.read_text().splitlines())) > LONGEST_ELEMENT
    }

    assert long == {}


def _lines_of_code(node):
    """A function's lines without its docstring, and without its arguments, which are a list."""
    body = node.body
    if isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        body = body[1:]
    return node.end_lineno - body[0].lineno + 1 if body else 0
