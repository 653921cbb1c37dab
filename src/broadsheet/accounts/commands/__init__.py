"""Everything that can be done to accounts."""

from broadsheet.accounts.names import (
    NameMissing,
    NameRefused,
    NameReserved,
    NameTaken,
    NameUnreadable,
)

from .begin_account import begin_account, recognise
from .begin_sign_in import begin_sign_in
from .change_email import begin_email_change, change_email
from .confirm_email import (
    AddressClosed,
    AddressOfStaff,
    AddressTaken,
    confirm_email,
)
from .confirm_sign_in import (
    CodeSpent,
    CodeWrong,
    LinkSpent,
    confirm_by_code,
    confirm_by_link,
    forget_sign_in_attempts,
)
from .create_guest import (
    create_guest,
    create_nameless_person,
    create_silent_guest,
    introduce_guest,
    keep_guest,
    new_guest,
)
from .end_sessions import clear_sessions, end_other_sessions, end_session, end_sessions
from .fill_name_skeletons import fill_name_skeletons
from .forget_limits import forget_limits
from .merge_people import (
    NothingToRefuse,
    NotMergeable,
    merge_people,
    refuse_merge,
)
from .rename_person import NameTooNew, rename_person
from .restore_person import restore_person
from .settle_merges import settle_merges
from .take_over_guest import take_over_guest
from .use_desk_link import DeskLinkSpent, issue_desk_link, use_desk_link

__all__ = [
    "AddressClosed",
    "AddressOfStaff",
    "AddressTaken",
    "CodeSpent",
    "CodeWrong",
    "DeskLinkSpent",
    "LinkSpent",
    "NameMissing",
    "NameRefused",
    "NameReserved",
    "NameTaken",
    "NameTooNew",
    "NameUnreadable",
    "NotMergeable",
    "NothingToRefuse",
    "begin_account",
    "begin_email_change",
    "begin_sign_in",
    "change_email",
    "clear_sessions",
    "confirm_by_code",
    "confirm_by_link",
    "confirm_email",
    "create_guest",
    "create_nameless_person",
    "create_silent_guest",
    "end_other_sessions",
    "end_session",
    "end_sessions",
    "fill_name_skeletons",
    "forget_limits",
    "forget_sign_in_attempts",
    "introduce_guest",
    "issue_desk_link",
    "keep_guest",
    "merge_people",
    "new_guest",
    "recognise",
    "refuse_merge",
    "rename_person",
    "restore_person",
    "settle_merges",
    "take_over_guest",
    "use_desk_link",
]
