"""The commands behind `tasks.py`: what a person or a CI types, and what they read in answer.

No rule of the association and no page of the site is decided here.
"""
