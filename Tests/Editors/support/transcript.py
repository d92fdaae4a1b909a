#!/usr/bin/env python3
"""Makes a transcript of a recorded session: the same messages, without what differs from run to run.

Addresses of files, process numbers and folders are replaced, the client's requests are numbered, and the members of the client's
messages are put in order. The server's messages stay as they are otherwise.

usage: transcript.py SESSION TRANSCRIPT
"""
import json
import re
import sys

URI = "file:///draft.md"


def with_one_address(value):
    if isinstance(value, list):
        return [with_one_address(part) for part in value]
    if isinstance(value, dict):
        return {with_one_address(key): with_one_address(part) for key, part in value.items()}
    return URI if isinstance(value, str) and value.startswith("file:///") else value


def main():
    session, transcript = sys.argv[1:]
    with open(session, encoding="utf-8") as file:
        entries = [json.loads(line) for line in file]
    if sum(entry["msg"].get("method") == "initialize" for entry in entries) != 1:
        sys.exit(f"{session} is not one session")
    numbers = {}
    own = set()
    with open(transcript, "w", encoding="utf-8") as file:
        for entry in entries:
            message = with_one_address(entry["msg"])
            if message.get("method") == "initialize":
                message["params"] |= {"processId": 1, "rootPath": None, "rootUri": None, "workspaceFolders": None}
            is_client = entry["dir"].startswith("client")
            if "id" in message:
                # The server numbers its own requests, alike in every run.
                if "method" in message and not is_client:
                    own.add(message["id"])
                if message["id"] not in own:
                    message["id"] = numbers.setdefault(message["id"], len(numbers) + 1)
            line = json.dumps(message, ensure_ascii=False, separators=(",", ":"), sort_keys=is_client)
            if found := re.search(r"/(tmp|home|root|Users|var)/[^\"]*", line):
                sys.exit(f"{session} holds a path of this machine: {found.group()}")
            file.write(f'{{"dir":"{entry["dir"]}","msg":{line}}}\n')


main()
