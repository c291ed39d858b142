"""Pictures as bytes a browser can be given: photos, logos, icons, cards for social networks.

`reading` looks, `renditions` and `svg` make, `cache` remembers, `icons` draws.
Paths, URLs and sentences for editors are not this package's matter.
"""
