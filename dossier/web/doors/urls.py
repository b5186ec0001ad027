"""Addresses of one’s own door."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
