"""Which way a language is written."""

# Languages written from right to left in their usual script (CLDR 46, layout/orientation).
RIGHT_TO_LEFT = frozenset(
    [
        "ar",
        "arc",
        "az-arab",
        "ckb",
        "dv",
        "fa",
        "he",
        "iw",
        "khw",
        "ks",
        "ku-arab",
        "mzn",
        "nqo",
        "pa-arab",
        "pnb",
        "ps",
        "sd",
        "syr",
        "ug",
        "ur",
        "yi",
    ]
)


def direction_of(language: str) -> str:
    """`rtl` or `ltr` for a language tag (BCP 47); `auto` for none: the words themselves decide."""
    if not language:
        return "auto"
    parts = language.lower().split("-")
    is_right_to_left = parts[0] in RIGHT_TO_LEFT or "-".join(parts[:2]) in RIGHT_TO_LEFT
    return "rtl" if is_right_to_left else "ltr"
