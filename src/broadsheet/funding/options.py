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
STRIPE_KEY = Option(
    name="stripe_key",
    kind=str,
    default="",
    secret=True,
    help=(
        "The secret or restricted key of a Stripe account, such as rk_live_…; one of its test mode takes test "
        "money only. Empty: nobody is offered to pay by Stripe. What the key must allow stands in "
        "docs/operating/stripe.md."
    ),
)
STRIPE_HOOK_SECRETS = Option(
    name="stripe_hook_secrets",
    kind=str,
    default="",
    secret=True,
    help=(
        "What Stripe signs its messages to /funding/hooks/stripe/ with, such as whsec_…; two with a comma "
        "between them while one takes over from the other."
    ),
)
STRIPE_FEES = Option(
    name="stripe_fees",
    kind=str,
    default="",
    help=(
        "What Stripe keeps of a payment, by currency, such as EUR 1.5% + 0.25, USD 2.9% + 0.30. Donors are "
        "offered to cover the fee in these currencies."
    ),
)
STRIPE_ADDRESS = Option(
    name="stripe_address",
    kind=str,
    default="https://api.stripe.com",
    help="Where Stripe is asked; another only to try Broadsheet against something that stands in for Stripe.",
)

OPTIONS: tuple[AnyOption, ...] = (
    FUNDING_TEST,
    STRIPE_KEY,
    STRIPE_HOOK_SECRETS,
    STRIPE_FEES,
    STRIPE_ADDRESS,
)
