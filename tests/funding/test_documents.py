"""Papers …"""

import io

import pytest
from pypdf import PdfReader

from broadsheet.funding.documents import Paper, Table, typeset

NAMES = (
    "Jürgen Müßig · Łódź · Nguyễn Văn Đặng",
    "Αλέξανδρος · Иван Гоголь · Հայկ · ქართველი",
    "محمد بن سلمان · יוסף כהן",
    "अर्जुन क्षत्रिय · ক্ষমা · தமிழ் · తెలుగు · ಕನ್ನಡ · മലയാളം · ગુજરાતી · ਪੰਜਾਬੀ · ଓଡ଼ିଆ · සිංහල",
    "王小明 · 𠮷野家 · 田中さくら · 김민수",
    "ประเทศไทย · ລາວ · ខ្មែរ · မြန်မာ · አማርኛ",
    "Zoë 😀 ♥",
)


def paper(**said):
    return Paper(
        **{
            "language": "en-gb",
            "title": "Receipt R2026-00017",
            "issuer": ("The Courier",),
            "recipient": ("Dana",),
            "facts": (("Given", "2,500 $"),),
            **said,
        }
    )


def read(pdf):
    return PdfReader(io.BytesIO(pdf))


def claims_to_be_accessible(pdf):
    """Only what shows every letter may claim to be PDF/UA."""
    catalog = read(pdf).trailer["/Root"]
    is_tagged = "/MarkInfo" in catalog and catalog["/MarkInfo"]["/Marked"]
    said = catalog["/Metadata"].get_data().decode() if "/Metadata" in catalog else ""
    return bool(is_tagged) and "pdfuaid" in said


@pytest.mark.parametrize("language", ["en-gb", "ar"])
def test_show_every_letter_of_a_name_in_any_script_in_wide_use(language):
    pdf = typeset(paper(recipient=NAMES, language=language))

    assert claims_to_be_accessible(pdf)
    text = read(pdf).pages[0].extract_text()
    for name in ("Jürgen Müßig", "Иван Гоголь", "王小明", "김민수"):
        assert name in text
    assert read(pdf).trailer["/Root"]["/Lang"] == language.split("-")[0]


def test_make_no_claim_where_a_letter_cannot_be_shown():
    pdf = typeset(paper(recipient=("\U0010fffd Enheduanna",)))  # which nobody has a letter for

    assert "Enheduanna" in read(pdf).pages[0].extract_text()
    assert not claims_to_be_accessible(pdf)


def test_take_words_for_words():
    """What a donor calls themselves is no markup, and opens no file."""
    names = ("#panic() *x* $y$ <b> [z] \\", '#read("/etc/passwd")')

    text = read(typeset(paper(recipient=names))).pages[0].extract_text()

    for name in names:
        assert name in text


def test_go_on_to_another_page_with_the_head_of_the_table():
    rows = tuple((f"{day} March", f"R{day}", "–", "20 $") for day in range(90))
    table = Table(head=("Received on", "Reference", "Returned", "Given"), rows=rows)

    pages = read(typeset(paper(table=table, notes=("It cannot be deducted.",)))).pages

    assert len(pages) > 1
    assert all("Reference" in page.extract_text() for page in pages)
    assert "It cannot be deducted." in pages[-1].extract_text()
