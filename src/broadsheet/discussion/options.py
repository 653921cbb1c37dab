"""What a newsroom may set about its discussions."""

from broadsheet.core.options import AnyOption, Option

COMMENT_MAX_LENGTH = Option(
    name="comment_max_length",
    kind=int,
    default=5_000,
    minimum=100,
    # The bound of core.markup, which is not imported here: the supervisor reads options and renders nothing.
    maximum=10_000,
    help="The longest comment, in characters.",
)
EDIT_WINDOW_MINUTES = Option(
    name="edit_window_minutes",
    kind=int,
    default=15,
    minimum=0,
    maximum=7 * 24 * 60,
    help="How many minutes after posting readers may edit their comments; 0 for never.",
)
CLOSE_AFTER_DAYS = Option(
    name="close_after_days",
    kind=int,
    default=0,
    minimum=0,
    maximum=3_650,
    help="After how many days a new discussion closes by itself; 0 for never.",
)

OPTIONS: tuple[AnyOption, ...] = (
    COMMENT_MAX_LENGTH,
    EDIT_WINDOW_MINUTES,
    CLOSE_AFTER_DAYS,
)
