from django.db import models
from django.urls import reverse


class Story(models.Model):
    headline = models.CharField(max_length=255)
    text = models.TextField()

    def __str__(self):
        return self.headline

    def get_absolute_url(self):
        return reverse("story", args=[self.pk])
