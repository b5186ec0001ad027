"""Addresses of the journal."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
