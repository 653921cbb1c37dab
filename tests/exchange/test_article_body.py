"""An article's HTML as blocks …"""

import json
import re

import html5lib
import pytest

from broadsheet.exchange.archive import Code, Figure, Gallery, Heading, Paragraph, Quote, Rule
from broadsheet.exchange.formats.wordpress.body import body
from broadsheet.exchange.formats.wordpress.notes import Notes
from broadsheet.exchange.formats.wordpress.site import Site

UPLOADS = "https://www.tidewater.example/wp-content/uploads/"


@pytest.fixture
def site():
    site = Site()
    site.settle("https://www.tidewater.example")
    site.add_picture(5, path="2025/03/quay.jpg", parent=0)
    site.add_picture(6, path="2025/03/roof.jpg", parent=9)
    return site


@pytest.fixture
def read(site):
    def read(html, attached=()):
        notes = Notes("Article")
        found = body(html, site=site, notes=notes, attached=attached)
        return found, [(loss.what, loss.detail) for loss in notes.losses()]

    return read


def paragraphs(*texts):
    return tuple(Paragraph(html=text) for text in texts)


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<p>One <b>bold</b> &amp; <i>slanted</i>.</p>", paragraphs("<p>One <strong>bold</strong> &amp; <em>slanted</em>.</p>")),
        ("One\n\nTwo\nlines", paragraphs("<p>One</p>", "<p>Two<br/>lines</p>")),
        ("<em>One\n\nTwo</em>", paragraphs("<p><em>One</em></p>", "<p><em>Two</em></p>")),
        ("<!-- wp:paragraph --><p>One\ntwo</p><!-- /wp:paragraph -->", paragraphs("<p>One two</p>")),
        ("<p></p><p>&nbsp;</p><p><strong></strong></p>", ()),
        ("<h1>Big</h1><h3>Mid</h3><h6>Small</h6>", (Heading(level=2, text="Big"), Heading(level=3, text="Mid"), Heading(level=4, text="Small"))),
        ("<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>", paragraphs("<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>")),
        ("<blockquote><p>Words.</p><cite>A. Name</cite></blockquote>", (Quote(html="<p>Words.</p>", attribution="A. Name"),)),
        (
            '<!-- wp:pullquote --><figure class="wp-block-pullquote"><blockquote><p>Again.</p></blockquote></figure><!-- /wp:pullquote -->',
            (Quote(html="<p>Again.</p>", is_pulled=True),),
        ),
        ("<pre>a  b\n c</pre>", (Code(text="a  b\n c"),)),
        ("a<hr>b", (Paragraph(html="<p>a</p>"), Rule(), Paragraph(html="<p>b</p>"))),
        ("<p>&lt;script&gt; &amp;amp;</p>", paragraphs("<p>&lt;script&gt; &amp;amp;</p>")),
        ('<a href="https://x.example/?a=1&amp;b=%22">x</a>', paragraphs('<p><a href="https://x.example/?a=1&amp;b=%22">x</a></p>')),
        ('<a href="https://tidewater.example/2025/03/old/#c">x</a>', paragraphs('<p><a href="/2025/03/old/#c">x</a></p>')),
        ("[[gallery]] and [sic]", paragraphs("<p>[gallery] and [sic]</p>")),
        ("<p onclick=x style=color:red>a<p>b", paragraphs("<p>a</p>", "<p>b</p>")),
        (f'<p><img class="emoji" alt="🌊" src="{UPLOADS}x.png">!</p>', paragraphs("<p>🌊!</p>")),
    ],
)  # fmt: skip
def test_keeps_what_an_article_has(read, html, blocks):
    found, _losses = read(html)

    assert found.blocks == blocks


def figure(number, **texts):
    return Figure(photo_key=f"wordpress:tidewater.example:attachment:{number}", **texts)


@pytest.mark.parametrize(
    ("html", "block"),
    [
        (f'<img class="wp-image-5" src="{UPLOADS}2025/03/quay-300x200.jpg" alt="A quay">', figure(5, alt="A quay")),
        (f'<img src="{UPLOADS}2025/03/roof.jpg">', figure(6)),
        (f'<img src="{UPLOADS}2025/03/roof-1024x768.jpg">', figure(6)),
        ('<img src="/wp-content/uploads/2025/03/roof.jpg">', figure(6)),
        (
            f'[caption id="attachment_5" width="9"]<a href="x"><img class="wp-image-5" src="{UPLOADS}q.jpg" /></a> The <em>quay</em>[/caption]',
            figure(5, caption="The quay"),
        ),
        (
            f'<!-- wp:image {{"id":5}} --><figure class="wp-block-image"><img src="{UPLOADS}z.jpg" alt="Z"/><figcaption>A <b>quay</b></figcaption></figure><!-- /wp:image -->',
            figure(5, caption="A quay", alt="Z"),
        ),
        (
            f'<!-- wp:cover {{"url":"{UPLOADS}2025/03/roof.jpg","id":6}} --><div class="wp-block-cover"></div><!-- /wp:cover -->',
            figure(6),
        ),
        ('[gallery ids="6,5"]', Gallery(figures=(figure(6), figure(5)))),
        (
            f'<figure class="wp-block-gallery"><ul><li><figure><img data-id="5" src="{UPLOADS}a.jpg"/><figcaption>A</figcaption></figure></li></ul><figcaption>All</figcaption></figure>',
            Gallery(figures=(figure(5, caption="A"),), caption="All"),
        ),
    ],
)  # fmt: skip
def test_knows_pictures_by_number_or_by_path(read, html, block):
    found, _losses = read(html)

    assert found.blocks == (block,)
    assert found.photos == ()


def test_shows_the_attached_pictures_in_a_gallery_without_numbers(read):
    found, _losses = read("[gallery]", attached=(6,))

    assert found.blocks == (Gallery(figures=(figure(6),)),)


def test_does_not_cut_a_sentence_for_a_picture(read):
    found, _losses = read(f'<p>Before <img src="{UPLOADS}2025/03/roof.jpg"> after.</p>')

    assert found.blocks == (Paragraph(html="<p>Before after.</p>"), figure(6))


def test_records_pictures_the_export_does_not_hold(read):
    found, _losses = read('<img src="https://elsewhere.example/x.png" alt="X">')

    (photo,) = found.photos
    assert (photo.path, photo.source_url, photo.alt) == ("", "https://elsewhere.example/x.png", "X")
    assert found.blocks == (Figure(photo_key=photo.key, alt="X"),)


@pytest.mark.parametrize(
    ("html", "what", "part"),
    [
        ("<!-- wp:latest-posts /-->", "Blocks made by WordPress", "latest-posts"),
        ("<!-- wp:columns --><div><!-- wp:column --><p>a</p><!-- /wp:column --></div><!-- /wp:columns -->", "Layout", "columns"),
        ('<!-- wp:block {"ref":12} /-->', "Shared blocks", "12"),
        ("<!--more-->", "“Read more” marks", ""),
        ("<!--nextpage-->", "Page breaks", ""),
        ("<table><tr><td>a</td></tr></table>", "Tables", ""),
        ("https://video.example/1\n\ntext", "Embeds", "https://video.example/1"),
        ("[embed]https://video.example/1[/embed]", "Embeds", "https://video.example/1"),
        ('<iframe src="https://video.example/1"></iframe>', "Embeds", "https://video.example/1"),
        ('[contact-form-7 id="4"]', "Shortcodes", "contact-form-7"),
        ('[wpdiscuz-feedback id="q" question="So?" opened="0"]words[/wpdiscuz-feedback]', "Questions on passages", "So?"),
        ('<a href="javascript:x()">a</a>', "Links", "javascript"),
        (f'<a href="{UPLOADS}report.pdf">a</a>', "Files", "report.pdf"),
        ('<img src="data:image/png;base64,AAAA" alt="dot">', "Pictures", "dot"),
        ("[gallery ids=77]", "Pictures", "77"),
        ("<form><input></form>", "Scripts, styles and forms", "input"),
        ("<script>x</script>", "Scripts, styles and forms", "script"),
        ("<u>a</u>", "Text styles", "u"),
        ('<abbr title="Long">L</abbr>', "Abbreviations", "Long"),
        ('<p style="color:red">a</p>', "Looks", ""),
        ("<h5>a</h5>", "Headings", "5"),
        ("<details><summary>a</summary>b</details>", "Folded parts", ""),
        ("<madeup>a</madeup>", "Unknown elements", "madeup"),
    ],
)  # fmt: skip
def test_says_what_it_cannot_keep(read, html, what, part):
    _found, losses = read(html)

    assert [detail for named, detail in losses if named == what and part in detail], losses


@pytest.mark.parametrize(
    "html",
    [
        "word",
        "<madeup>word</madeup>",
        "<table><caption>word</caption><tr><th>word</th><td>word<ul><li>word</li></ul></td></tr></table>",
        "<ul>word<li>word<p>word</p></li>word</ul>",
        "<dl><dt>word</dt><dd>word</dd></dl>",
        "<details><summary>word</summary>word</details>",
        "<blockquote>word<footer>word</footer>word<h3>word</h3><ul><li>word</li></ul></blockquote>",
        "<figure>word<figcaption>word</figcaption></figure>",
        "<form>word</form><address>word</address><center>word</center>",
        "[caption]word[/caption]",
        "[caption]word",
        "[made_up x=1]word[/made_up]",
        "<p>word<div>word</p>word</div>",
        "<h2>word <a href=x>word</a></h2>",
        "<a href=x><p>word</p></a>",
        "<div>" * 300 + "word",
        "<pre>word<br>word</pre>",
    ],
)  # fmt: skip
def test_loses_no_word(read, html):
    found, _losses = read(html)

    assert str(found.blocks).count("word") == html.count("word")


def test_counts_what_happens_often(read):
    _found, losses = read("<u>a</u> <u>b</u>")

    assert losses == [("Text styles", "Text styled as <u> is shown as plain text. (×2)")]


def hostile_texts(shared):
    for name in (
        "xss_dompurify_a",
        "xss_owasp_filter_evasion",
        "xss_patt",
        "xss_payloadbox_a",
        "html_trees_a",
    ):
        items = json.loads((shared / "data/security" / f"{name}.json").read_text())["items"]
        yield from (item if isinstance(item, str) else json.dumps(item) for item in items)


def test_lets_no_hostile_markup_through(read, shared):
    allowed = {"p", "ul", "ol", "li", "a", "strong", "em", "code", "s", "sub", "sup", "br"}
    texts = list(hostile_texts(shared))
    assert len(texts) > 500

    for text in texts:
        found, _losses = read(text)
        for block in found.blocks:
            html = getattr(block, "html", "")
            tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
            for element in [*tree.iter()][1:]:
                assert element.tag in allowed, (text, html)
                assert element.keys() == (["href"] if element.tag == "a" else []), (text, html)
                if element.tag == "a":
                    assert re.match(r"(?i)https?://|mailto:|/(?![/\\])", element.get("href")), (
                        text,
                        html,
                    )


@pytest.mark.parametrize(
    "address",
    ["https://tidewater.example//evil.example/", "https://tidewater.example/\\evil.example/"],
)
def test_leads_no_link_of_its_own_to_another_host(read, address):
    found, _losses = read(f'<a href="{address}">x</a>')

    assert found.blocks == paragraphs('<p><a href="/evil.example/">x</a></p>')
