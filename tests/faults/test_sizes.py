"""A page costs what a page costs, however much was said."""

from .connection import run
from .figures import table
from .sizes import costs, large_pages


def test_ten_times_as_many_comments_make_no_larger_page(running):
    rows = run(costs(running.ports[-1], large_pages(running)))
    print(table(["page", "bytes", "made, ms", "remembered, ms"], rows))

    sizes = {name: size for name, size, *_times in rows}
    tenth = sizes["article, a tenth of the comments"]
    for name in ("article, most comments", "the same, most replies first", "article, a long chain"):
        assert sizes[name] < 1.1 * tenth, name
    assert sizes["the chain's own page"] < 1.5 * tenth
