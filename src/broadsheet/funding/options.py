"""What an operator may set about funding. What is secret about a provider stands here, and never at the desk."""

from broadsheet.core.options import AnyOption, Option

FUNDING_TEST = Option(
    name="funding_test",
    kind=bool,
    default=False,
    help=(
        "Offer a way of paying that pretends, to try everything out. Its money is kept apart and no meter "
        "counts it."
    ),
)

OPTIONS: tuple[AnyOption, ...] = (FUNDING_TEST,)
