"""Whether HTML is inert, in the eyes of a second parser (html5lib) that shares nothing with ours."""

import re
import warnings

import html5lib

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from html5lib import treebuilders

ELEMENTS = {
    "a",
    "bdi",
    "blockquote",
    "br",
    "cite",
    "code",
    "em",
    "li",
    "ol",
    "p",
    "pre",
    "s",
    "strong",
    "ul",
}
ADDRESS = re.compile(r"https?://[!-~]+|mailto:[!-~]+|/comments/[0-9]+/", re.IGNORECASE)
REL = "nofollow ugc noopener noreferrer"

# The places from which markup has escaped before: each parses what it holds by rules of its own.
CONTEXTS = [
    "<table>{}</table>",
    "<table><tr><td>{}</table>",
    "<select>{}</select>",
    "<template>{}</template>",
    "<svg>{}</svg>",
    "<svg><desc>{}</svg>",
    "<math>{}</math>",
    "<math><mtext>{}</math>",
    "<noscript>{}</noscript>",
]
OF_CONTEXTS = {
    "table",
    "tbody",
    "tr",
    "td",
    "select",
    "template",
    "svg",
    "desc",
    "math",
    "mtext",
    "noscript",
}


def violations(html, *, context="{}", may_quote=False):
    """What a browser would find in `html` that readers' words must never hold."""
    allowed = ELEMENTS | (OF_CONTEXTS if context != "{}" else set())
    parser = html5lib.HTMLParser(
        tree=treebuilders.getTreeBuilder("etree"), namespaceHTMLElements=False
    )
    tree = parser.parseFragment(context.format(html), scripting=True)
    found = []
    for element in tree.iter():
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else "comment"
        if name not in allowed and element is not tree:
            found.append(f"<{name}>")
        for attribute, value in element.attrib.items():
            if not _is_allowed(name, attribute, value, may_quote=may_quote):
                found.append(f"<{name} {attribute}={value!r}>")
    return found


def text_of(html):
    """What is read on the page, white space aside."""
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return "".join("".join(tree.itertext()).split())


def hrefs_of(html):
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return [element.get("href") for element in tree.iter("a") if element.get("href") is not None]


def _is_allowed(name, attribute, value, *, may_quote):
    match name, attribute:
        case "a", "href":
            return bool(ADDRESS.fullmatch(value))
        case "a", "rel":
            return value == REL
        case "ol", "start":
            return value.isdecimal()
        case "blockquote", "class":
            return may_quote and value == "quotation"
    return False
