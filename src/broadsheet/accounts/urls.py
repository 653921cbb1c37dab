from django.urls import path

from .views import desk_link

app_name = "accounts"
urlpatterns = [
    path("sign-in/<str:secret>/", desk_link.desk_link, name="desk_link"),
]
