"""The association itself: members, commissions, meetings, events, news.

Nothing here reads a file, knows the clock or a web page; only what may be
published ever becomes one of these objects.
"""
