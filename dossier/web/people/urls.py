"""Addresses of who works here."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
