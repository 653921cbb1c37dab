"""Work for later; each job calls one command."""

from procrastinate.contrib.django import app

from . import commands
from .models import Photo


@app.task(name="publishing.make_renditions", pass_context=False)
def make_renditions(photo_id: int) -> None:
    """Make a new photo's sizes. Until then pages show the photo itself."""
    photo = Photo.objects.filter(pk=photo_id).first()
    if photo is not None:
        commands.make_renditions(photo=photo)
