"""Tokens of readers' Markdown as plain text, for search, excerpts, and to see whether words stand in it."""

import re

from markdown_it.token import Token

_BREAKS = {"softbreak", "hardbreak"}


def plain_text(tokens: list[Token], *, with_quotes: bool = True) -> str:
    """The text of `tokens` without markup; paragraphs apart by an empty line, items of a list by a new line.

    Without `with_quotes`, what stands in block quotes is left out.
    """
    written: list[str] = []
    depth = 0
    tight = False
    for token in tokens:
        if token.type in {"blockquote_open", "blockquote_close"}:
            depth += token.nesting
        elif token.type == "paragraph_open":
            tight = token.hidden
        elif not depth or with_quotes:
            if token.type == "inline":
                written.append(_line(token.children or []) + ("\n" if tight else "\n\n"))
            elif token.type in {"fence", "code_block"}:
                written.append(token.content + "\n")
            elif token.type == "quotation" and with_quotes:
                quotation = token.meta["quotation"]
                written.append(f"{quotation.words}\n\n— {quotation.name}\n\n")
            elif token.type in {"bullet_list_close", "ordered_list_close"}:
                written.append("\n")
    return re.sub("\n{3,}", "\n\n", "".join(written)).strip()


def _line(children: list[Token]) -> str:
    return "".join("\n" if child.type in _BREAKS else child.content for child in children)
