"""Everything that can be done to accounts."""

from broadsheet.accounts.names import (
    NameMissing,
    NameRefused,
    NameReserved,
    NameTaken,
    NameUnreadable,
)
from broadsheet.accounts.pictures import PictureRefused, PictureTooLarge
from broadsheet.accounts.sso.token import VisitRefused

from .begin_account import begin_account, recognise
from .begin_claim import begin_claim, forget_claims
from .begin_sign_in import begin_sign_in
from .change_email import begin_email_change, change_email
from .change_profile import LinkRefused, TooManyLinks, change_profile
from .change_support import change_support
from .choose_avatar import choose_avatar, remove_avatar
from .confirm_claim import (
    ClaimCodeWrong,
    ClaimSpent,
    claim_behind,
    confirm_claim,
    confirm_claim_by_code,
    decline_claim,
)
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
from .erase_person import NewsroomStays, begin_erasure, erase_person
from .export_person import ExportGone, export_person, fetch_export, forget_exports, make_export
from .fill_name_skeletons import fill_name_skeletons
from .forget_limits import forget_limits
from .link_identity import (
    IdentityTaken,
    begin_account_by_identity,
    link_identity,
    unlink_identity,
)
from .make_visit_site import (
    PublicKeyRefused,
    limit_visit_roles,
    make_visit_site,
    rename_visit_site,
    renew_visit_key,
    retire_visit_site,
)
from .match_password import match_password
from .merge_people import (
    NothingToRefuse,
    NotMergeable,
    merge_people,
    refuse_merge,
)
from .redeem_visit import (
    Arrival,
    VisitNotForStaff,
    VisitorKnown,
    begin_visitor,
    forget_redeemed_visits,
    join_visit,
    redeem_visit,
)
from .rename_person import NameTooNew, rename_person
from .restore_person import restore_person
from .set_password import PasswordWeak, remove_password, set_password
from .settle_merges import settle_merges
from .take_over_guest import take_over_guest
from .use_desk_link import DeskLinkSpent, issue_desk_link, use_desk_link

__all__ = [
    "AddressClosed",
    "AddressOfStaff",
    "AddressTaken",
    "Arrival",
    "ClaimCodeWrong",
    "ClaimSpent",
    "CodeSpent",
    "CodeWrong",
    "DeskLinkSpent",
    "ExportGone",
    "IdentityTaken",
    "LinkRefused",
    "LinkSpent",
    "NameMissing",
    "NameRefused",
    "NameReserved",
    "NameTaken",
    "NameTooNew",
    "NameUnreadable",
    "NewsroomStays",
    "NotMergeable",
    "NothingToRefuse",
    "PasswordWeak",
    "PictureRefused",
    "PictureTooLarge",
    "PublicKeyRefused",
    "TooManyLinks",
    "VisitNotForStaff",
    "VisitRefused",
    "VisitorKnown",
    "begin_account",
    "begin_account_by_identity",
    "begin_claim",
    "begin_email_change",
    "begin_erasure",
    "begin_sign_in",
    "begin_visitor",
    "change_email",
    "change_profile",
    "change_support",
    "choose_avatar",
    "claim_behind",
    "clear_sessions",
    "confirm_by_code",
    "confirm_by_link",
    "confirm_claim",
    "confirm_claim_by_code",
    "confirm_email",
    "create_guest",
    "create_nameless_person",
    "create_silent_guest",
    "decline_claim",
    "end_other_sessions",
    "end_session",
    "end_sessions",
    "erase_person",
    "export_person",
    "fetch_export",
    "fill_name_skeletons",
    "forget_claims",
    "forget_exports",
    "forget_limits",
    "forget_redeemed_visits",
    "forget_sign_in_attempts",
    "introduce_guest",
    "issue_desk_link",
    "join_visit",
    "keep_guest",
    "limit_visit_roles",
    "link_identity",
    "make_export",
    "make_visit_site",
    "match_password",
    "merge_people",
    "new_guest",
    "recognise",
    "redeem_visit",
    "refuse_merge",
    "remove_avatar",
    "remove_password",
    "rename_person",
    "rename_visit_site",
    "renew_visit_key",
    "restore_person",
    "retire_visit_site",
    "set_password",
    "settle_merges",
    "take_over_guest",
    "unlink_identity",
    "use_desk_link",
]
