"""A provider of logins (OpenID Connect, authorization code flow) on this machine that knows one person and asks nothing."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET, CODE = "factcheck", "a secret of the client", "one-time-code"
CONFIGURATION = "/.well-known/openid-configuration"


@contextmanager
def provider(email: str) -> Iterator[str]:
    """The address of a provider at which everybody is `email`; it ends with the block."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(email))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def _handler(email: str) -> type[BaseHTTPRequestHandler]:
    key = RSAKey.generate_key(2048, parameters={"kid": "the-only-one"})
    nonces: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            here = f"http://{self.headers['Host']}"
            asked = urlsplit(self.path)
            if asked.path == CONFIGURATION:
                self._answer(_configuration(here))
            elif asked.path == "/keys":
                self._answer({"keys": [key.as_dict(private=False)]})
            elif asked.path == "/authorize":
                given = {name: values[0] for name, values in parse_qs(asked.query).items()}
                nonces.append(given["nonce"])
                back = f"{given['redirect_uri']}?{urlencode({'code': CODE, 'state': given['state']})}"
                self.send_response(302)
                self.send_header("Location", back)
                self.end_headers()
            else:
                self.send_error(404)

        def do_POST(self) -> None:
            sent = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            if sent["code"] != [CODE]:
                self.send_error(400)
                return
            now = int(time.time())
            person = {"iss": f"http://{self.headers['Host']}", "sub": "1", "aud": CLIENT, "email": email, "nonce": nonces[-1]}
            token = jwt.encode({"alg": "RS256", "kid": "the-only-one"}, person | {"iat": now, "exp": now + 3600}, key)
            self._answer({"access_token": "unused", "token_type": "Bearer", "expires_in": 3600, "id_token": token})

        def _answer(self, content: object) -> None:
            body = json.dumps(content).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Write nothing into the output of the tests."""

    return Handler


def _configuration(here: str) -> dict[str, object]:
    return {
        "issuer": here,
        "authorization_endpoint": f"{here}/authorize",
        "token_endpoint": f"{here}/token",
        "jwks_uri": f"{here}/keys",
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"],
    }
