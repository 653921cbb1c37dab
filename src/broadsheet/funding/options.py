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

REFUND_ALONE_UP_TO = Option(
    name="refund_alone_up_to",
    kind=int,
    default=50,
    minimum=0,
    maximum=1_000_000,
    help=(
        "How much of a gift one person at the desk may give back alone, in whole units of the campaign's "
        "currency; beyond it a second person has to agree. 0: always two."
    ),
)

BTCPAY_ADDRESS = Option(
    name="btcpay_address",
    kind=str,
    default="",
    help="The address of a BTCPay Server, such as https://pay.example. Empty: nobody is offered to give bitcoin.",
)
BTCPAY_STORE = Option(
    name="btcpay_store", kind=str, default="", help="The id of the newspaper's store there."
)
BTCPAY_KEY = Option(
    name="btcpay_key",
    kind=str,
    default="",
    secret=True,
    help="A key of BTCPay's API that may view and create invoices of that store, and nothing else.",
)
BTCPAY_HOOK_SECRETS = Option(
    name="btcpay_hook_secrets",
    kind=str,
    default="",
    secret=True,
    help=(
        "What BTCPay signs its messages to /funding/hooks/btcpay/ with; two with a comma between them while "
        "one takes over from the other."
    ),
)
PAYPAL_CLIENT = Option(
    name="paypal_client",
    kind=str,
    default="",
    help="The client ID of a PayPal app. Empty: nobody is offered to pay by PayPal.",
)
PAYPAL_SECRET = Option(
    name="paypal_secret", kind=str, default="", secret=True, help="The secret of that app."
)
PAYPAL_HOOK = Option(
    name="paypal_hook",
    kind=str,
    default="",
    help=(
        "The ID of the app's webhook, which leads to /funding/hooks/paypal/. PayPal is asked whether a message "
        "is its own, and wants to know for which."
    ),
)
PAYPAL_FEES = Option(
    name="paypal_fees",
    kind=str,
    default="",
    help=(
        "What PayPal keeps of a payment, by currency, such as EUR 2.49% + 0.35. Donors are offered to cover the "
        "fee in these currencies."
    ),
)
PAYPAL_ADDRESS = Option(
    name="paypal_address",
    kind=str,
    default="https://api-m.paypal.com",
    help="Where PayPal is asked; https://api-m.sandbox.paypal.com takes test money only.",
)

OPTIONS: tuple[AnyOption, ...] = (
    REFUND_ALONE_UP_TO,
    FUNDING_TEST,
    STRIPE_KEY,
    STRIPE_HOOK_SECRETS,
    STRIPE_FEES,
    STRIPE_ADDRESS,
    BTCPAY_ADDRESS,
    BTCPAY_STORE,
    BTCPAY_KEY,
    BTCPAY_HOOK_SECRETS,
    PAYPAL_CLIENT,
    PAYPAL_SECRET,
    PAYPAL_HOOK,
    PAYPAL_FEES,
    PAYPAL_ADDRESS,
)
