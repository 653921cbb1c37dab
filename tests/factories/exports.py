"""Exports as GiveWP, Patreon and Stripe write them."""


def givewp_donations(**cells):
    """One donation; its columns are GiveWP's own."""
    row = {
        "number": "101",
        "total": "25.00",
        "cover": "",
        "currency": "USD",
        "status": "Complete",
        "mode": "live",
        "day": "March 30, 2025",
        "hour": "14:05",
        "email": "dana@example.org",
        **cells,
    }
    return (
        '"Donation ID","First Name","Last Name","Email Address","Donation Total","_give_fee_amount",'
        '"Currency Code","Donation Status","Payment Gateway","Payment Mode","Form Title","Donation Date","Donation Time"\r\n'
        '"{number}","Dana","Dove","{email}","{total}","{cover}","{currency}","{status}","stripe","{mode}","Support us",'
        '"{day}","{hour}"\r\n'
    ).format(**row)


def patreon_members():
    """Five members: paying, gone but paid for, declined, a follower, and gone."""
    heading = (
        "Name,Email,Discord,Patron Status,Follows You,Free Member,Free Trial,Lifetime Amount,Pledge Amount,"
        "Charge Frequency,Tier,Addressee,Street,City,State,Zip,Country,Phone,Patronage Since Date,Last Charge Date,"
        "Last Charge Status,Additional Details,User ID,Last Updated,Currency,Max Posts,Access Expiration,"
        "Next Charge Date,Full country name,Subscription Source"
    )
    columns = heading.split(",")
    members = [
        ("Ada", "Active patron", "5.00", "monthly", "11", "", "2026-12-01 00:00:00"),
        ("Ben", "Former patron", "60.00", "annual", "12", "2027-03-01 00:00:00", ""),
        ("Dana", "Declined patron", "5.00", "monthly", "13", "", "2026-12-01 00:00:00"),
        ("Eve", "", "0.00", "", "14", "", ""),
        ("Zed", "Former patron", "5.00", "monthly", "15", "2024-03-01 00:00:00", ""),
    ]
    lines = [",".join(columns)]
    for name, status, amount, often, number, until, following in members:
        row = dict.fromkeys(columns, "")
        row.update(
            {
                "Name": name,
                "Email": f"{name.lower()}@example.org",
                "Patron Status": status,
                "Pledge Amount": amount,
                "Charge Frequency": often,
                "Patronage Since Date": "2023-05-01 09:00:00",
                "User ID": number,
                "Currency": "USD",
                "Access Expiration": until,
                "Next Charge Date": following,
            }
        )
        lines.append(",".join(row.values()))
    return "\n".join(lines) + "\n"


def stripe_payments():
    """Seven: plain, partly and wholly refunded, failed, a dispute lost and one open, and a fee in another currency."""
    heading = (
        "id,Description,Seller Message,Created date (UTC),Amount,Amount Refunded,Currency,Converted Amount,"
        "Converted Amount Refunded,Fee,Taxes On Fee,Converted Currency,Mode,Status,Customer ID,Customer Email,"
        "Refunded date (UTC),Disputed Amount,Dispute date (UTC),Dispute Status,Invoice ID,PaymentIntent ID"
    )
    lines = [heading]
    for number, status, refunded, refunded_on, disputed, outcome, settled in [
        (1, "Paid", "0.00", "", "", "", "eur"),
        (2, "Paid", "10.00", "2025-05-02 08:00:00", "", "", "eur"),
        (3, "Refunded", "25.00", "2025-05-02 08:00:00", "", "", "eur"),
        (4, "Failed", "0.00", "", "", "", "eur"),
        (5, "Paid", "0.00", "", "10.00", "lost", "eur"),
        (6, "Paid", "0.00", "", "25.00", "needs_response", "eur"),
        (7, "Paid", "0.00", "", "", "", "usd"),
    ]:
        lines.append(
            f"ch_{number},Gift,Payment complete.,2025-03-31 23:30:00,25.00,{refunded},eur,25.00,{refunded},1.03,0.00,"
            f"{settled},Live,{status},cus_{number},dana@example.org,{refunded_on},{disputed},2025-05-03 08:00:00,"
            f"{outcome},,pi_{number}"
        )
    return "\n".join(lines) + "\n"
