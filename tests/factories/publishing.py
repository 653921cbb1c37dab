from itertools import count

from wagtail.models import Page, Site

from broadsheet.publishing.models import Article, FrontPage

from .moments import NOON

_numbers = count(1)


def open_front_page(name="The Tideway Courier"):
    """The newspaper's front page; the same one when asked again."""
    front_page = FrontPage.objects.first()
    if front_page is None:
        root = Page.get_first_root_node()
        front_page = root.add_child(instance=FrontPage(title=name, slug="courier"))
        Site.objects.update_or_create(
            is_default_site=True, defaults={"hostname": "localhost", "root_page": front_page}
        )
    return front_page


def publish_article(*, headline="A headline", slug="", parent=None, published_at=NOON, **fields):
    """An article that is live, below the front page unless `parent` says where."""
    slug = slug or f"article-{next(_numbers)}"
    article = Article(title=headline, slug=slug, published_at=published_at, **fields)
    (parent or open_front_page()).add_child(instance=article)
    article.save_revision().publish()
    article.refresh_from_db()
    return article
