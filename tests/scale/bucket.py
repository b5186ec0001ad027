"""A small S3 for tests, on this machine: what the house asks of one, versions included.

Each request must be signed (Signature Version 4) by the one key that it knows, and none may open
anything to others.
"""

import hashlib
import re
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

from botocore.auth import S3SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

KEY, SECRET, NAME = "cle-des-essais", "secret-des-essais", "maison"
SIGNED = re.compile(r"Credential=([^/]+)/\d+/([^/]+)/s3/.*SignedHeaders=([^,]+), ?Signature=(\w+)")


class Bucket:
    """What is kept: versions of objects, the last one first; None marks what was deleted."""

    def __init__(self, *, is_versioned: bool = False) -> None:
        self.held: dict[str, list[tuple[str, bytes | None, datetime]]] = {}
        self.parts: dict[str, dict[int, bytes]] = {}
        self.asked: list[tuple[str, str, dict[str, str]]] = []
        self.is_versioned = is_versioned
        self.is_down = False

    def put(self, key: str, data: bytes | None) -> None:
        """Keep a version; the only one, unless the bucket keeps the former ones."""
        version = (secrets.token_hex(8), data, datetime.now(UTC))
        self.held[key] = [version, *(self.held.get(key, []) if self.is_versioned else [])]

    def get(self, key: str) -> tuple[str, bytes, datetime] | None:
        """Return the last version, unless it is deleted."""
        found = self.held.get(key, [])
        return found[0] if found and found[0][1] is not None else None

    def delete(self, key: str, version: str) -> None:
        """Delete a version for good; without one, mark the object as deleted."""
        if version:
            self.held[key] = [one for one in self.held.get(key, []) if one[0] != version]
        elif self.is_versioned and key in self.held:
            self.put(key, None)
        else:
            self.held.pop(key, None)

    def every_byte(self) -> bytes:
        """Return all that is still there, former versions included."""
        return b"\0".join(data or b"" for kept in self.held.values() for _, data, _ in kept)


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    protocol_version = "HTTP/1.1"
    bucket: Bucket

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def parse(self) -> None:
        """Read the request; `key` is the object's, `asked` its parameters, `body` what came."""
        parts = urlsplit(self.path)
        _, _, self.key = unquote(parts.path)[1:].partition("/")
        asked = parse_qs(parts.query, keep_blank_values=True)
        self.asked = {name: values[0] for name, values in asked.items()}
        self.body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.bucket.asked.append((self.command, self.key, dict(self.headers)))

    def is_signed(self) -> bool:
        """Whether the request is signed by our key, and its body is what was signed."""
        told = SIGNED.search(self.headers.get("Authorization", ""))
        if not told or told[1] != KEY:
            return False
        names = told[3].split(";")
        request = AWSRequest(
            self.command,
            f"http://{self.headers['Host']}{self.path}",
            {name: self.headers[name] for name in names if name in self.headers},
            self.body,
        )
        request.context["timestamp"] = self.headers["X-Amz-Date"]
        auth = S3SigV4Auth(Credentials(KEY, SECRET), "s3", told[2])
        words = auth.string_to_sign(request, auth.canonical_request(request))
        summed = self.headers.get("X-Amz-Content-SHA256", "")
        return (
            secrets.compare_digest(auth.signature(words, request), told[4])
            and hashlib.sha256(self.body).hexdigest() == summed
        )

    def answer(self, status: int, body: bytes | str = b"", **headers: str) -> None:
        """Answer."""
        data = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        told = {"Content-Length": str(len(data))} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }
        for name, value in told.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def refuse(self, status: int, code: str) -> None:
        """Answer with an error, as S3 tells it."""
        self.answer(status, f"<Error><Code>{code}</Code></Error>", Content_Type="application/xml")

    def handle_one(self) -> None:
        """Answer whatever was asked."""
        self.parse()
        if self.bucket.is_down:
            self.refuse(503, "ServiceUnavailable")
        elif not self.is_signed():
            self.refuse(403, "SignatureDoesNotMatch")
        elif not self.key:
            self.list()
        else:
            getattr(self, f"do_one_{self.command.lower()}")()

    do_GET = do_HEAD = do_PUT = do_POST = do_DELETE = handle_one  # noqa: N815

    def list(self) -> None:
        """List the objects, or all their versions."""
        prefix, lines = self.asked.get("prefix", ""), []
        is_all = "versions" in self.asked
        if is_all and not self.bucket.is_versioned:
            self.refuse(501, "NotImplemented")
            return
        for key, versions in sorted(self.bucket.held.items()):
            if not key.startswith(prefix):
                continue
            for number, (version, data, at) in enumerate(versions):
                if not is_all and (number or data is None):
                    continue
                sort = (
                    "Contents" if not is_all else "Version" if data is not None else "DeleteMarker"
                )
                lines.append(
                    f"<{sort}><Key>{escape(key)}</Key><VersionId>{version}</VersionId>"
                    f"<Size>{len(data or b'')}</Size><LastModified>{at:%Y-%m-%dT%H:%M:%SZ}"
                    f"</LastModified></{sort}>"
                )
        root = "ListVersionsResult" if is_all else "ListBucketResult"
        told = f"<{root}><IsTruncated>false</IsTruncated>{''.join(lines)}</{root}>"
        self.answer(200, told, Content_Type="application/xml")

    def do_one_get(self) -> None:
        """Give an object, or a stretch of it."""
        found = self.bucket.get(self.key)
        if not found:
            self.refuse(404, "NoSuchKey")
            return
        _, data, at = found
        told = {"Last_Modified": format_datetime(at, usegmt=True), "ETag": '"x"'}
        if stretch := re.fullmatch(r"bytes=(\d+)-(\d+)", self.headers.get("Range", "")):
            start, end = int(stretch[1]), min(int(stretch[2]), len(data) - 1)
            told["Content_Range"] = f"bytes {start}-{end}/{len(data)}"
            self.answer(206, data[start : end + 1], **told)
        else:
            self.answer(200, data, **told)

    do_one_head = do_one_get

    def do_one_put(self) -> None:
        """Keep an object, or a part of one."""
        if "uploadId" in self.asked:
            self.bucket.parts[self.asked["uploadId"]][int(self.asked["partNumber"])] = self.body
        else:
            self.bucket.put(self.key, self.body)
        self.answer(200, ETag='"x"')

    def do_one_post(self) -> None:
        """Begin an object in several parts, or put them together."""
        if "uploads" in self.asked:
            name = secrets.token_hex(8)
            self.bucket.parts[name] = {}
            inside = f"<UploadId>{name}</UploadId>"
            self.answer(
                200, f"<InitiateMultipartUploadResult>{inside}</InitiateMultipartUploadResult>"
            )
        else:
            parts = self.bucket.parts.pop(self.asked["uploadId"])
            self.bucket.put(self.key, b"".join(parts[number] for number in sorted(parts)))
            self.answer(200, "<CompleteMultipartUploadResult/>")

    def do_one_delete(self) -> None:
        """Delete an object, or one of its versions."""
        self.bucket.delete(self.key, self.asked.get("versionId", ""))
        self.answer(204)


@contextmanager
def serving(bucket: Bucket) -> Iterator[dict[str, str]]:
    """Serve a bucket; give the variables that name it."""
    handler = type("Here", (Handler,), {"bucket": bucket})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield {
                "DOSSIER_S3_BUCKET": NAME,
                "DOSSIER_S3_ENDPOINT": f"http://127.0.0.1:{server.server_port}",
                "DOSSIER_S3_KEY": KEY,
                "DOSSIER_S3_SECRET": SECRET,
            }
        finally:
            server.shutdown()
