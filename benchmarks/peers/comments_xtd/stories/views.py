from django.shortcuts import render
from stories.models import Story


def story(request, number):
    return render(request, "stories/story.html", {"story": Story.objects.get(pk=number)})


def form(request, number):
    return render(request, "stories/form.html", {"story": Story.objects.get(pk=number)})


def counts(request, number):
    return render(request, "stories/counts.html", {"stories": Story.objects.all()[:number]})
