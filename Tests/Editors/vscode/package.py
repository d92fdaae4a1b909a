"""Checks a packed extension as a marketplace does: what its manifests name is in it, and each file has a type.

usage: package.py FILE.vsix
"""
import json
import re
import struct
import sys
import xml.etree.ElementTree as xml
import zipfile

SCHEMA = "{http://schemas.microsoft.com/developer/vsx-schema/2011}"
CATEGORIES = {"Linters", "Other"}


def named_files(package):
    """The files that package.json names."""
    yield from ("README.md", "CHANGELOG.md", "LICENSE.txt", package["main"], package["icon"])
    for one in package["contributes"]["jsonValidation"]:
        yield one["url"]
    for walkthrough in package["contributes"]["walkthroughs"]:
        for step in walkthrough["steps"]:
            yield step["media"]["markdown"]


def required_files(archive, name):
    text = archive.read(name).decode()
    return (f"{one}" if one.endswith(".js") else f"{one}.js" for one in re.findall(r"require\('\./([^']+)'\)", text))


def check(archive):
    inside = set(archive.namelist())
    package = json.loads(archive.read("extension/package.json"))
    for key in ("name", "displayName", "description", "publisher", "version", "license", "repository", "pricing"):
        assert package[key], key
    assert re.fullmatch(r"[a-z][a-z0-9-]*", package["name"]) and re.fullmatch(r"[a-z][a-z0-9-]*", package["publisher"])
    assert re.fullmatch(r"\d+\.\d+\.\d+", package["version"]) and re.fullmatch(r"\^\d+\.\d+\.\d+", package["engines"]["vscode"])
    assert set(package["categories"]) <= CATEGORIES and len(package["keywords"]) <= 30 and "dependencies" not in package
    for name in named_files(package):
        assert f"extension/{name.removeprefix('./')}" in inside, f"{name} is named, and is not there"
    for name in [name for name in inside if name.endswith(".js")]:
        for needed in required_files(archive, name):
            assert f"extension/{needed}" in inside, f"{name} needs {needed}"

    icon = archive.read(f"extension/{package['icon']}")
    width, height = struct.unpack(">II", icon[16:24])
    assert icon.startswith(b"\x89PNG") and width == height >= 128, (width, height)
    # A page of the marketplace has no folder to look for pictures in.
    assert not re.search(r"!\[[^]]*\]\((?!https:)|\.svg\)", archive.read("extension/README.md").decode())

    types = {one.get("Extension") for one in xml.fromstring(archive.read("[Content_Types].xml"))}
    for name in inside - {"[Content_Types].xml"}:
        assert re.search(r"\.\w+$", name).group() in types, f"{name} has no type"
    manifest = xml.fromstring(archive.read("extension.vsixmanifest"))
    identity = manifest.find(f"{SCHEMA}Metadata/{SCHEMA}Identity")
    assert (identity.get("Id"), identity.get("Publisher"), identity.get("Version")) == (package["name"], package["publisher"], package["version"])
    for asset in manifest.find(f"{SCHEMA}Assets"):
        assert asset.get("Path") in inside, asset.get("Path")
    for element in ("License", "Icon"):
        assert manifest.find(f"{SCHEMA}Metadata/{SCHEMA}{element}").text in inside, element


if __name__ == "__main__":
    with zipfile.ZipFile(sys.argv[1]) as packed:
        assert packed.testzip() is None
        check(packed)
