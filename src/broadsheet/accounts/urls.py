from django.urls import path

from . import views

app_name = "accounts"
urlpatterns = [
    path("sign-in/<str:secret>/", views.desk_link, name="desk_link"),
]
