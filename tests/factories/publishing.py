from io import BytesIO
from itertools import count

from django.core.files.base import ContentFile
from PIL import Image
from wagtail.models import Page, Site

from broadsheet.publishing.models import Article, ArticleByline, Byline, FrontPage, Photo, Section

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


def publish_many(number, *, parent=None, **fields):
    """So many articles that are live, "Story 0" the first, written in bulk: Wagtail takes its time for each."""
    parent = parent or open_front_page()
    first = parent.get_children_count() + 1
    articles = [
        _article_below(parent, place=first + n, title=f"Story {n}", **fields) for n in range(number)
    ]
    names = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
    pages = Page.objects.bulk_create(
        Page(**{name: getattr(article, name) for name in names}) for article in articles
    )
    for article, page in zip(articles, pages, strict=True):
        article.pk = article.page_ptr_id = page.pk
    Article._base_manager._insert(articles, fields=Article._meta.local_concrete_fields)
    Page.objects.filter(pk=parent.pk).update(numchild=first - 1 + number)
    parent.refresh_from_db()
    return articles


def _article_below(parent, *, place, published_at=NOON, **fields):
    slug = f"article-{next(_numbers)}"
    return Article(
        slug=slug,
        path=parent._get_path(parent.path, parent.depth + 1, place),
        depth=parent.depth + 1,
        url_path=f"{parent.url_path}{slug}/",
        locale=parent.locale,
        published_at=published_at,
        **fields,
    )


def open_section(title="Harbour", *, parent=None, **fields):
    slug = fields.pop("slug", "") or f"section-{next(_numbers)}"
    return (parent or open_front_page()).add_child(
        instance=Section(title=title, slug=slug, **fields)
    )


def sign(article, *names):
    """Put `names` above `article`."""
    for order, name in enumerate(names):
        byline, _ = Byline.objects.get_or_create(name=name, defaults={"slug": f"byline-{name}"})
        ArticleByline.objects.create(article=article, byline=byline, sort_order=order)
    return article


def keep_photo(*, size=(640, 400), format="JPEG", **fields):  # noqa: A002 - as Pillow calls it
    content = BytesIO()
    Image.new("RGB", size, "teal").save(content, format=format)
    name = f"photo-{next(_numbers)}.{format.lower()}"
    photo = Photo(**{"title": name, **fields})
    photo.file = ContentFile(content.getvalue(), name=name)
    photo._set_image_file_metadata()
    photo.save()
    return photo
