# A mail server for the tests, and a reader of messages: aiosmtpd and Python's own e-mail parser.
"""`mail.py serve PORT` takes messages on loopback (port 0 takes any that is free) and prints one JSON line
when it is ready, {"port"}, and one for each message. Recipients that begin with "nobody" are refused for
good, and those that begin with "busy" once for now. In the environment: with PASSWORD, "it" has to
sign in with it first; with CERTIFICATE and KEY, files, TLS is spoken, from the start on where TLS is
"wrapped" and after STARTTLS else.

`mail.py read FILE` prints the same line for a message in a file."""

import asyncio
import email
import email.policy
import json
import logging
import os
import ssl
import sys
import warnings
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


# Asking for a password without TLS, and clients that hang up, are what the tests want.
warnings.filterwarnings("ignore", message="Requiring AUTH")
logging.getLogger("mail.log").setLevel(logging.CRITICAL)


def told(content):
    message = email.message_from_bytes(content, policy=email.policy.default)
    part = lambda kind: message.get_body(preferencelist=(kind,)).get_content()
    return {
        "type": message.get_content_type(),
        "headers": {name.lower(): str(value) for name, value in message.items()},
        "text": part("plain"),
        "html": part("html"),
    }


def say(line):
    print(json.dumps(line), flush=True)


class Taker:
    def __init__(self):
        self.put_off = set()

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody"):
            return "550 5.1.1 The mailbox does not exist"
        if address.startswith("busy") and address not in self.put_off:
            self.put_off.add(address)
            return "451 4.7.1 Not now, try again"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        say({"to": envelope.rcpt_tos, **told(envelope.content)})
        return "250 Taken"


def signs_in(server, session, envelope, mechanism, given):
    wanted = LoginPassword(b"it", os.environ["PASSWORD"].encode())
    return AuthResult(success=given == wanted, handled=False)


def seal():
    if "CERTIFICATE" not in os.environ:
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(os.environ["CERTIFICATE"], os.environ["KEY"])
    return context


async def serve(port):
    taker = Taker()
    sealed = seal()
    wrapped = sealed if os.environ.get("TLS") == "wrapped" else None
    has_password = "PASSWORD" in os.environ
    settings = {
        "enable_SMTPUTF8": True,
        "authenticator": signs_in if has_password else None,
        "auth_required": has_password,
        "auth_require_tls": False,
        "tls_context": None if wrapped else sealed,
        "require_starttls": bool(sealed and not wrapped),
    }
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(taker, **settings), "127.0.0.1", port, ssl=wrapped)
    say({"port": server.sockets[0].getsockname()[1]})
    await server.serve_forever()


match sys.argv[1:]:
    case ["serve", port]:
        asyncio.run(serve(int(port)))
    case ["read", file]:
        say(told(Path(file).read_bytes()))
