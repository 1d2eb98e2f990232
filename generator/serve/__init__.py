"""Shows a built site on this machine, and keeps it as the data says while somebody looks at it."""

from generator.serve.commands import serve_live, serve_site
from generator.serve.files import Handler, Server, server
from generator.serve.inputs import Looking
from generator.serve.outcome import Outcome, Result

__all__ = [
    "Handler",
    "Looking",
    "Outcome",
    "Result",
    "Server",
    "serve_live",
    "serve_site",
    "server",
]
