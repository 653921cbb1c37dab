"""What is committed in a test must be taken away by hand."""


def delete_everything():
    """Empty the database of what tests make: discussions, articles, people; Wagtail's own rows stay."""
    from django.db import connection
    from wagtail.contrib.redirects.models import Redirect
    from wagtail.models import Page, Site

    from broadsheet.accounts.models import Merge, Session, User
    from broadsheet.discussion.models import Discussion
    from broadsheet.publishing.models import Byline, Photo

    with connection.cursor() as cursor:  # at once, because chains of replies are deep
        cursor.execute(f"TRUNCATE {Discussion._meta.db_table} CASCADE")
    Session.objects.all().delete()
    for front_page in Page.objects.filter(depth=2, slug="courier"):
        Site.objects.filter(root_page=front_page).delete()
        front_page.delete()
    for model in (Redirect, Photo, Byline, Merge, User):
        model.objects.all().delete()
