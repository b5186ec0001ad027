"""What becomes of each field of each table when a dossier is destroyed: written by hand, since a
field that nobody thought of would keep a name for ever. tests/retention/test_fates.py fails on a
table or a field that is not here.
"""

# Rows that a destruction never takes: what points to them alone ties nobody.
PERMANENT = {
    "dossier.worker", "dossier.team", "auth.group", "auth.permission", "contenttypes.contenttype",
    "dossier.housetext", "dossier.edition", "dossier.frame", "dossier.establishment",
    "dossier.outline", "dossier.slip", "dossier.slipline", "dossier.note", "dossier.draft",
}  # fmt: skip

GOES = "goes"  # the row goes with what it points to
LOOSENED = "loosened"  # the row stays, and points to nothing
BY_HAND = "by hand"  # `destruction` and `tied` say how
DANGLES = "dangles"  # history: a number of what is no more, that nothing follows

TIES = {
    "dossier.workergrant.content_object": GOES,
    "dossier.teamgrant.content_object": GOES,
    "dossier.historicalwriting.notebook": DANGLES,
    "dossier.historicalwriting.heading": DANGLES,
    "dossier.historicalwriting.answers": DANGLES,
    "dossier.historicalwriting.history_relation": GOES,
    "dossier.writing.notebook": GOES,
    "dossier.writing.heading": LOOSENED,
    "dossier.writing.answers": LOOSENED,
    "dossier.tagging.writing": GOES,
    "dossier.tagging.tag": GOES,
    "dossier.tagging.notebook": GOES,
    "dossier.relabelled.change": GOES,
    "dossier.relabelled.writing": GOES,
    "dossier.mention.writing": GOES,
    "dossier.mention.notebook": GOES,
    "dossier.nameless.writing": GOES,
    "dossier.nameless.source": GOES,  # the telling stays: `tied.untie_tellings` comes first
    "dossier.daysaid.writing": GOES,
    "dossier.move.writing": GOES,
    "dossier.move.from_notebook": GOES,
    "dossier.piece.writing": GOES,
    "dossier.piece.source": BY_HAND,
    "dossier.piece.answers": BY_HAND,
    "dossier.attachment.writing": GOES,
    "dossier.attachment.piece": GOES,
    "dossier.attachment.blob": BY_HAND,
    "dossier.historicalattachment.writing": DANGLES,
    "dossier.historicalattachment.piece": DANGLES,
    "dossier.historicalattachment.blob": DANGLES,
    "dossier.historicalattachment.history_relation": GOES,
    "dossier.draft.notebook": BY_HAND,
    "dossier.dossier.person": GOES,
    "dossier.dossier.notebook": GOES,
    "dossier.stay.dossier": GOES,
    "dossier.relation.notebook": GOES,
    "dossier.collective.notebook": GOES,
    "dossier.membership.notebook": GOES,
    "dossier.membership.person": GOES,
    "dossier.membership.collective": GOES,
    "dossier.entry.notebook": GOES,
    "dossier.entry.writing": LOOSENED,
    "dossier.circle.notebook": GOES,
    "dossier.circle.around": BY_HAND,  # what is around a dossier goes with it
    "dossier.urgent.notebook": GOES,
    "dossier.journalasked.notebook": GOES,
    "dossier.proof.worker": GOES,
    "dossier.known.machine": GOES,
    "dossier.sitting.machine": LOOSENED,
    "dossier.voucher.rescue": GOES,
    "dossier.meeting.notebook": GOES,
    "dossier.meeting_persons.meeting": GOES,
    "dossier.meeting_persons.person": GOES,
    "dossier.point.notebook": GOES,
    "dossier.point.meeting": LOOSENED,
    "dossier.point.writing": BY_HAND,
    "dossier.point.conclusion": LOOSENED,
    "dossier.point.answer": LOOSENED,
    "dossier.council.notebook": GOES,
    "dossier.seat.council": GOES,
    "dossier.project.notebook": GOES,
    "dossier.project.text": LOOSENED,
    "dossier.project.easy": LOOSENED,
    "dossier.step.project": GOES,
    "dossier.agreement.project": GOES,
    "dossier.agreement.person": GOES,
    "dossier.contract.dossier": GOES,
    "dossier.contract.stay": LOOSENED,
    "dossier.contract.amends": GOES,
    "dossier.contract.writing": LOOSENED,
    "dossier.report.dossier": GOES,
    "dossier.report.writing": LOOSENED,
    "dossier.giving.dossier": GOES,
    "dossier.giving.contract": GOES,
    "dossier.giving.report": GOES,
    "dossier.giving.writing": LOOSENED,
    "dossier.trust.dossier": GOES,
    "dossier.trust.writing": LOOSENED,
    "dossier.explanation.dossier": GOES,
    "dossier.request.dossier": GOES,
    "dossier.reply.request": GOES,
    "dossier.reply.writing": LOOSENED,
    "dossier.consent.dossier": GOES,
    "dossier.consent.writing": LOOSENED,
    "dossier.allowed.consent": GOES,
    "dossier.allowed.notebook": GOES,
    "dossier.allowed.heading": GOES,
    "dossier.allowed.writing": GOES,
    "dossier.consent.mission": LOOSENED,
    "dossier.disclosure.consent": GOES,
    "dossier.disclosure.mission": LOOSENED,
    "dossier.disclosure.copy": BY_HAND,  # a copy goes with any of whom it holds something
    "dossier.disclosure.archive": BY_HAND,
    "dossier.disclosed.disclosure": GOES,
    "dossier.disclosed.consent": GOES,
    "dossier.disclosed.writing": GOES,
    "dossier.disclosed.attachment": GOES,
    "dossier.beside.dossier": GOES,
    "dossier.covering.dossier": GOES,
    "dossier.covering.writing": GOES,
    "dossier.archive.dossier": GOES,
    "dossier.archivereader.archive": GOES,
    "dossier.archivereader.circle": GOES,
    "dossier.archiveopening.archive": GOES,
    "dossier.slipline.archive": LOOSENED,
    "dossier.arrived.arrival": GOES,
    "dossier.arrived.dossier": GOES,
    "dossier.arrived.stay": GOES,
    "dossier.arrived.relation": GOES,
    "dossier.arrived.writing": GOES,
    "dossier.edition.blob": BY_HAND,  # a paper of the house: it holds its file
}

SWEPT = "swept"  # her name is looked for there, and replaced
THEIRS = "theirs"  # the name of somebody else, or of the house: left as it is
HOUSE = "house"  # a text of the house: left
CODE = "code"  # no word of anybody: a choice, a number, a print, a figure
LABELS = "labels"  # the name of a heading or a tag: swept, and two that become one are joined
SESSION = "session"  # messages waiting in sessions are taken out

TEXTS = {
    "dossier.establishment": dict.fromkeys(
        ("name", "address", "presentation", "words", "doors"), HOUSE
    ),
    "dossier.team": {"presentation": HOUSE},
    "dossier.worker": {"password": CODE} | dict.fromkeys(("login", "name", "function"), THEIRS),
    "dossier.wordchange": dict.fromkeys(("key", "old", "new"), HOUSE),
    "dossier.blob": dict.fromkeys(("sha256", "kind", "mime"), CODE) | {"text": SWEPT},
    "dossier.notebook": {"title": SWEPT, "kind": CODE},
    "dossier.arrival": {"name": SWEPT, "sort": CODE},
    "dossier.arrived": {"key": CODE, "print": CODE},
    "dossier.workergrant": {"reason": SWEPT},
    "dossier.urgent": {"reason": SWEPT},
    "dossier.journalasked": {"reason": SWEPT},
    "dossier.seal": dict.fromkeys(("core", "writing", "seal", "gone", "loosened"), CODE),
    "dossier.mark": dict.fromkeys(("end", "seal", "proof"), CODE),
    "dossier.invitation": {"digest": CODE},
    "dossier.proof": {"name": THEIRS}
    | dict.fromkeys(("sort", "secret", "credential", "public"), CODE),
    "dossier.recoverycode": {"digest": CODE},
    "dossier.machine": {"digest": CODE, "name": HOUSE},
    "dossier.known": {"pin": CODE},
    "dossier.sitting": {"session": CODE, "label": THEIRS},
    "dossier.failure": {"digest": CODE},
    "dossier.rescue": {"code": CODE, "browser": CODE},
    "dossier.teamgrant": {"reason": SWEPT},
    "dossier.heading": {"name": LABELS, "folded": LABELS},
    "dossier.tag": {"name": LABELS, "folded": LABELS},
    "dossier.historicalwriting": dict.fromkeys(
        ("text", "tag_words", "speaker", "moment", "history_change_reason"), SWEPT
    )
    | {"voice": CODE, "history_type": CODE},
    "dossier.writing": dict.fromkeys(("text", "tag_words", "speaker", "moment"), SWEPT)
    | {"voice": CODE},
    "dossier.retired": {"sort": CODE, "name": LABELS},
    "dossier.labelchange": {"sort": CODE, "act": CODE, "old": SWEPT, "new": SWEPT},
    "dossier.daysaid": {"words": SWEPT},
    "dossier.piece": {"passage": SWEPT, "words": SWEPT, "unsaid": CODE},
    "dossier.historicalattachment": dict.fromkeys(
        ("name", "description", "history_change_reason"), SWEPT
    )
    | {"history_type": CODE},
    "dossier.attachment": {"name": SWEPT, "description": SWEPT},
    "dossier.historicaloutline": dict.fromkeys(("title", "text", "history_change_reason"), SWEPT)
    | {"history_type": CODE},
    "dossier.outline": {"title": SWEPT, "text": SWEPT},
    "dossier.draft": {"path": CODE, "fields": SWEPT},
    "dossier.sent": {"digest": CODE, "place": CODE},
    "dossier.person": {"called": THEIRS, "civil_name": THEIRS, "word": SWEPT, "birth": SWEPT},
    "dossier.stay": {"service": SWEPT, "word": SWEPT},
    "dossier.relation": dict.fromkeys(("name", "tie", "word"), SWEPT),
    "dossier.collective": dict.fromkeys(("name", "sort", "word"), SWEPT),
    "dossier.membership": {"words": SWEPT},
    "dossier.entry": {"act": CODE},
    "dossier.meeting": dict.fromkeys(("title", "place", "came", "president", "secretary"), SWEPT),
    "dossier.point": {"words": SWEPT},
    "dossier.council": {"form": CODE, "word": SWEPT},
    "dossier.seat": {"college": CODE, "role": CODE, "name": SWEPT, "chosen": SWEPT},
    "dossier.note": {"text": SWEPT},
    "dossier.project": {"title": SWEPT, "sort": SWEPT},
    "dossier.step": {"words": SWEPT, "when": SWEPT},
    "dossier.agreement": {"side": CODE, "answer": CODE}
    | dict.fromkeys(("who", "words", "how", "present"), SWEPT),
    "dossier.historicalframe": dict.fromkeys(
        ("categories", "situation", "terms", "history_change_reason", "history_type"), CODE
    )
    | dict.fromkeys(("archives", "data_officer"), HOUSE),
    "dossier.frame": dict.fromkeys(("categories", "situation", "terms"), CODE)
    | dict.fromkeys(("archives", "data_officer"), HOUSE),
    "dossier.housetext": {"sort": CODE, "title": SWEPT},
    "dossier.edition": dict.fromkeys(("text", "easy", "name", "changed", "opinion"), SWEPT),
    "dossier.contract": {"sort": CODE}
    | dict.fromkeys(("facts", "why", "took_part", "minor_opinion"), SWEPT),
    "dossier.report": {"sort": CODE, "sent_to": SWEPT, "informed": SWEPT},
    "dossier.giving": {"side": CODE, "answer": CODE, "strokes": CODE}
    | dict.fromkeys(("what", "who", "how", "present", "words", "head"), SWEPT),
    "dossier.trust": {"act": CODE, "name": SWEPT, "words": SWEPT},
    "dossier.explanation": {"key": CODE, "words": SWEPT},
    "dossier.request": {"sort": CODE, "side": CODE}
    | dict.fromkeys(("who", "how", "words", "matters", "checked"), SWEPT),
    "dossier.reply": {"answer": CODE, "words": SWEPT},
    "dossier.consent": dict.fromkeys(("sort", "answer", "side", "ways"), CODE)
    | dict.fromkeys(
        ("recipient", "purpose", "who", "how", "present", "words", "withdrawn_words"), SWEPT
    ),
    "dossier.mission": dict.fromkeys(("body", "people", "words"), SWEPT),
    "dossier.disclosure": dict.fromkeys(
        ("reference", "pack", "sort", "names", "seed", "basis", "key", "house_key"), CODE
    )
    | dict.fromkeys(
        ("recipient", "purpose", "told_purpose", "told_answers", "choices", "handed_how"), SWEPT
    ),
    "dossier.disclosed": dict.fromkeys(("seen", "hidden", "kept", "method"), CODE)
    | dict.fromkeys(("criterion", "title", "told"), SWEPT),
    "dossier.beside": {"print": CODE, "reason": CODE},
    "dossier.covering": {"spans": CODE, "files": CODE, "whole": CODE, "words": SWEPT},
    "dossier.archive": {"why": SWEPT, "keep_why": SWEPT, "hold": SWEPT},
    "dossier.archivereader": {"level": CODE, "reason": SWEPT},
    "dossier.archiveopening": {"reason": SWEPT},
    "dossier.slip": {"visa": SWEPT},
    "dossier.slipline": {"decision": CODE} | dict.fromkeys(("basis", "reason", "deposit"), SWEPT),
    "dossier.certificate": {"basis": SWEPT, "visa": SWEPT},
    "auth.permission": {"name": CODE, "codename": CODE},
    "auth.group": {"name": HOUSE},
    "contenttypes.contenttype": {"app_label": CODE, "model": CODE},
    "sessions.session": {"session_key": CODE, "session_data": SESSION},
    "guardian.userobjectpermission": {"object_pk": CODE},
    "guardian.groupobjectpermission": {"object_pk": CODE},
}

# Which notebook a row stands in, or speaks of: what ties a first name to whom it may be.
NOTEBOOK = {
    "dossier.notebook": "pk",
    **dict.fromkeys(
        (
            "dossier.writing", "dossier.historicalwriting", "dossier.draft", "dossier.relation",
            "dossier.collective", "dossier.membership", "dossier.meeting", "dossier.point",
            "dossier.council", "dossier.project",
        ),
        "notebook",
    ),
    **dict.fromkeys(
        (
            "dossier.attachment", "dossier.historicalattachment", "dossier.piece",
            "dossier.daysaid",
        ),
        "writing__notebook",
    ),
    **dict.fromkeys(
        (
            "dossier.person", "dossier.stay", "dossier.contract", "dossier.report",
            "dossier.giving", "dossier.trust", "dossier.explanation", "dossier.request",
            "dossier.beside", "dossier.covering", "dossier.archive", "dossier.consent",
        ),
        "dossier__notebook",
    ),
    "dossier.archivereader": "archive__dossier__notebook",
    "dossier.archiveopening": "archive__dossier__notebook",
    "dossier.reply": "request__dossier__notebook",
    "dossier.seat": "council__notebook",
    "dossier.step": "project__notebook",
    "dossier.agreement": "project__notebook",
    "dossier.urgent": "notebook",
    "dossier.journalasked": "notebook",
    "dossier.workergrant": "content_object",
    "dossier.teamgrant": "content_object",
}  # fmt: skip

# What everyone who works there reads: a first name alone there may be that of a street.
PUBLIC = {"dossier.housetext", "dossier.edition"}

# Whose alone a row is: told to nobody else.
AUTHOR = {"dossier.draft": "author", "dossier.note": "author"}

# The writing a row is, or is of: what it mentions or takes up ties it.
WRITING = {
    "dossier.writing": "pk",
    "dossier.historicalwriting": "history_relation",
    **dict.fromkeys(
        (
            "dossier.attachment",
            "dossier.historicalattachment",
            "dossier.piece",
            "dossier.daysaid",
            "dossier.covering",
        ),
        "writing",
    ),
}
