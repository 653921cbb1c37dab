"""What axe finds wrong with a page: https://github.com/dequelabs/axe-core."""

import json

import pytest
from axe_playwright_python.base import AXE_SCRIPT

# For its rule `css-orientation-lock` axe fetches what style sheets import, and looks for it beside the page
# instead of beside the sheet: a second for every page, and nothing found. tests/browser/test_newspaper.py reads
# the sheets as the browser has them.
PRELOADED = {"assets": ["media"]}

# The scheme of colours changes colours alone: for pages that are looked at in both, each with the rules to look for.
COLOURS = ["color-contrast", "link-in-text-block"]
SCHEMES = [pytest.param("light", None, id="light"), pytest.param("dark", COLOURS, id="dark")]

FIND = """async ([within, only]) => {
    const options = { preload: %s, resultTypes: ["violations"] };
    if (only) options.runOnly = only;
    const { violations } = await axe.run(within ?? document, options);
    return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}"""


def violations(page, *, within=None, only=None):
    """The rules of axe that `page` breaks, each with the HTML of the elements that do; empty where all is well.

    `within` is a selector of the part to look at, `only` the names of the rules to look for.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return dict(page.evaluate(FIND % json.dumps(PRELOADED), [within, only]))
