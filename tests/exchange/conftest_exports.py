"""Small exports, written as WordPress writes them."""

from html import escape

HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0"
  xmlns:excerpt="http://wordpress.org/export/{version}/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/{version}/">
<channel>
<title>The Tidewater Post</title><link>https://www.tidewater.example</link><description>A small paper</description>
<language>en-GB</language><wp:wxr_version>{version}</wp:wxr_version>
<wp:base_site_url>https://www.tidewater.example</wp:base_site_url>
<wp:base_blog_url>https://www.tidewater.example</wp:base_blog_url>
<wp:author><wp:author_id>2</wp:author_id><wp:author_login>ed</wp:author_login><wp:author_email>ed@tidewater.example</wp:author_email>
<wp:author_display_name>Ed Itor</wp:author_display_name></wp:author>
"""
TAIL = "</channel></rss>\n"


def field(name, value, *, cdata=True):
    if cdata:
        return f"<{name}><![CDATA[{value}]]></{name}>\n"
    return f"<{name}>{escape(str(value))}</{name}>\n"


def comment_xml(number, content="A word.", *, cdata=True, meta=None, **fields):
    given = {
        "author": "Ada",
        "author_email": "ada@mail.example",
        "author_url": "",
        "author_IP": "192.0.2.1",
        "date": "2025-03-03 10:00:00",
        "date_gmt": "2025-03-03 09:00:00",
        "content": content,
        "approved": "1",
        "type": "comment",
        "parent": "0",
        "user_id": "0",
        **fields,
    }
    inner = field("wp:comment_id", number, cdata=False)
    inner += "".join(
        field(f"wp:comment_{name}", value, cdata=cdata) for name, value in given.items()
    )
    inner += meta_xml("wp:commentmeta", meta or {}, cdata=cdata)
    return f"<wp:comment>\n{inner}</wp:comment>\n"


def meta_xml(name, meta, *, cdata=True):
    return "".join(
        f"<{name}>{field('wp:meta_key', key, cdata=cdata)}{field('wp:meta_value', value, cdata=cdata)}</{name}>"
        for key, value in meta.items()
    )


def item_xml(
    number, content="<p>Words.</p>", *, comments="", cdata=True, meta=None, terms=(), **fields
):
    given = {
        "post_date": "2025-03-03 10:00:00",
        "post_date_gmt": "2025-03-03 09:00:00",
        "comment_status": "open",
        "post_name": f"article-{number}",
        "status": "publish",
        "post_parent": "0",
        "post_type": "post",
        "post_password": "",
        "is_sticky": "0",
        **fields,
    }
    title = given.pop("title", f"Article {number}")
    link = given.pop("link", f"https://www.tidewater.example/2025/03/{given['post_name']}/")
    inner = field("title", title, cdata=cdata) + field("link", link, cdata=False)
    inner += field("dc:creator", "ed", cdata=cdata) + field("content:encoded", content, cdata=cdata)
    inner += field("excerpt:encoded", given.pop("excerpt", ""), cdata=cdata)
    inner += field("wp:post_id", number, cdata=False)
    inner += "".join(field(f"wp:{name}", value, cdata=cdata) for name, value in given.items())
    for domain, nicename, name in terms:
        inner += (
            f'<category domain="{domain}" nicename="{nicename}"><![CDATA[{name}]]></category>\n'
        )
    return f"<item>\n{inner}{meta_xml('wp:postmeta', meta or {}, cdata=cdata)}{comments}</item>\n"


def attachment_xml(number, path, **fields):
    url = f"https://www.tidewater.example/wp-content/uploads/{path}"
    return item_xml(
        number,
        "",
        **{
            "post_type": "attachment",
            "status": "inherit",
            "title": path,
            "attachment_url": url,
            **fields,
        },
    )
