"""What one page needs to know, made from the domain: resolved words, addresses, drawings.

Pure functions of an edition; templates show views and nothing else.
"""
