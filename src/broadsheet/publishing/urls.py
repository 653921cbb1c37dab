from django.urls import path

from . import views

app_name = "publishing"
urlpatterns = [
    path("feed/", views.article_feed, name="article_feed"),
]
