"""Meetings and councils: what is to be talked about, who came, what was concluded and answered."""
