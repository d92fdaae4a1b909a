"""What the server keeps from the system while it is edited for long."""

import os
import pathlib
import sys

import pytest

from language_client import LanguageClient

# glibc reserves this much, and at a multiple of it, for each heap beside the first.
HEAP = 64 << 20


def heaps_of_threads(process):
    """How many heaps the process has beside the first: memory in use, and behind it what is reserved, together of one size."""
    mappings = []
    for line in pathlib.Path(f"/proc/{process}/maps").read_text().splitlines():
        addresses, permissions, _, _, inode = line.split()[:5]
        if inode == "0":
            start, end = (int(address, 16) for address in addresses.split("-"))
            mappings.append((start, end, permissions))
    return sum(
        used.startswith("rw") and rest.startswith("---") and end == behind and start % HEAP == 0 and last == start + HEAP
        for (start, end, used), (behind, last, rest) in zip(mappings, mappings[1:]))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="heaps are counted in /proc")
def test_threads_share_one_heap(tmp_path):
    drafts = [tmp_path / f"{number}.md" for number in range(8)]
    with LanguageClient(os.environ["HEARSAY"], tmp_path, {"textDocument": {"publishDiagnostics": {}}}) as client:
        for number, draft in enumerate(drafts):
            draft.write_text(f"Some {number + 640} homes were flooded é🙂. Experts say it rained.\n\n" * 40)
            assert client.open(draft)
        assert heaps_of_threads(client.process.pid) == 0
