"""Addresses of who may read, of circles, of opening at once."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
