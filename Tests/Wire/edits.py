"""Drafts as lists of paragraphs with names, edited at random, and findings by the paragraph that they stand in."""


def paragraphs(folder):
    """The paragraphs of each annotated draft, each with a name of its own."""
    drafts = []
    for path in sorted(folder.glob("*.md")):
        parts = [part for part in path.read_text().split("\n\n") if part.strip()]
        if len(parts) > 3:
            drafts.append([(f"{path.stem}#{number}", part.strip("\n")) for number, part in enumerate(parts)])
    assert drafts
    return drafts


def scripts(folder, chance, count):
    """So many drafts, before and after some edits: paragraphs deleted, moved, and inserted from other drafts."""
    drafts = paragraphs(folder)
    result = {}
    for number in range(count):
        own = number % len(drafts)
        old = drafts[own]
        new = list(old)
        strange = [part for other, draft in enumerate(drafts) if other != own for part in draft]
        for edit in range(chance.randint(1, 6)):
            kind = chance.choice(["insert", "delete", "move"])
            if kind == "insert":
                name, text = chance.choice(strange)
                new.insert(chance.randint(0, len(new)), (f"{name}+{edit}", text))
            elif len(new) > 2:
                taken = new.pop(chance.randrange(len(new)))
                if kind == "move":
                    new.insert(chance.randint(0, len(new)), taken)
        result[f"{number:03}"] = (old, new)
    return result


def edited(parts):
    return "\n\n".join(text for _, text in parts) + "\n"


def places(findings, parts):
    """Each finding by its rule, and by the paragraphs and offsets where it begins and ends."""
    starts = []
    at = 0
    for name, text in parts:
        starts.append((at, name))
        at += len(text.encode()) + 2

    def place(offset):
        start, name = max(pair for pair in starts if pair[0] <= offset)
        return name, offset - start

    return [(finding["rule"], place(finding["start"]), place(finding["end"])) for finding in findings]
