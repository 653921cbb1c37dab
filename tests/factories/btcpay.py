"""What stands in for a BTCPay Server: its invoices, and its messages with their signatures."""

import hashlib
import hmac
import json
from itertools import count

from factories.json_stand_in import JsonStandIn
from factories.moments import NOON

SECRET, KEY, STORE = "hook-secret", "a-key", "store-1"


class BTCPay(JsonStandIn):
    """One store, and every invoice of it. `first` is the number of the first."""

    pages = "/i/"
    name = "BTCPay"
    buttons = ("Pay", "Let it expire")

    def __init__(self, *, first=1, now=NOON):
        super().__init__()
        self.began = int(now.timestamp())
        self.back = {}
        self.invoices = {}
        self.payments = {}
        self.numbers = count(first)

    def options(self):
        return {
            "btcpay_address": self.address,
            "btcpay_store": STORE,
            "btcpay_key": KEY,
            "btcpay_hook_secrets": SECRET,
        }

    def answer(self, method, path, query, headers, body):
        if headers["Authorization"] != f"token {KEY}":
            return 401, {"code": "unauthenticated"}
        root = f"/api/v1/stores/{STORE}/invoices"
        if path == root and method == "POST":
            return self.make(json.loads(body))
        if path == root:
            found = [
                invoice
                for invoice in reversed(self.invoices.values())
                if query.get("orderId") in (None, invoice["metadata"]["orderId"])
                and invoice["createdTime"] >= int(query.get("startDate", 0))
            ]
            skip = int(query.get("skip", 0))
            return 200, found[skip : skip + int(query["take"])]
        invoice = self.invoices.get(path.removeprefix(f"{root}/").split("/")[0])
        if invoice is None:
            return 404, {"code": "invoice-not-found"}
        if path.endswith("/payment-methods"):
            return 200, [
                {"paymentMethodId": "BTC-CHAIN", "payments": self.payments.get(invoice["id"], [])}
            ]
        return 200, invoice

    def make(self, said):
        assert set(said) == {"amount", "currency", "metadata", "checkout"}
        assert set(said["checkout"]) == {
            "expirationMinutes",
            "redirectURL",
            "redirectAutomatically",
        }
        number = f"invoice-{next(self.numbers)}"
        self.invoices[number] = {
            "id": number,
            "storeId": STORE,
            "amount": said["amount"],
            "currency": said["currency"],
            "metadata": said["metadata"],
            "status": "New",
            "additionalStatus": "None",
            "createdTime": self.began,
            "expirationTime": self.began + 60 * said["checkout"]["expirationMinutes"],
            "checkoutLink": f"{self.address}/i/{number}",
        }
        self.back[number] = said["checkout"]["redirectURL"]
        return 200, self.invoices[number]

    def press(self, address, button):
        """The page of an invoice: paid, or shown until nobody may pay it any more; then it leads back."""
        number = address.removeprefix(self.pages)
        if button == "Pay":
            self.pay(number)
            self.tell("InvoiceProcessing", number)
        else:
            self.become(number, "Expired")
        return self.back[number]

    def become(self, number, status):
        """The network, or time, has decided; tells it."""
        self.invoices[number]["status"] = status
        self.tell(f"Invoice{status}", number)

    def tell(self, kind, number):
        self.send(*self.message(kind, number, delivery=f"{number}-{kind}"))

    def pay(self, number, *, minutes=5):
        self.payments[number] = [
            {"id": "p", "receivedDate": self.began + 60 * minutes, "value": "0.001"}
        ]
        self.invoices[number]["status"] = "Processing"

    def message(self, kind, number, delivery="d-1", secret=SECRET, **changes):
        """A message as it arrives: its headers, and its body."""
        said = {
            "deliveryId": delivery,
            "webhookId": "w-1",
            "originalDeliveryId": delivery,
            "isRedelivery": False,
            "type": kind,
            "timestamp": self.began,
            "storeId": STORE,
            "invoiceId": number,
            **changes,
        }
        body = json.dumps(said).encode()
        digest = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
        return {"BTCPay-Sig": f"sha256={digest}"}, body
