from django.urls import include, path
from stories import views

urlpatterns = [
    path("story/<int:number>/", views.story, name="story"),
    path("form/<int:number>/", views.form),
    path("counts/<int:number>/", views.counts),
    path("comments/", include("django_comments_xtd.urls")),
]
