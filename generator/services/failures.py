"""What can go wrong when a service is asked, each kind with its name."""

from __future__ import annotations


class ServiceFailed(Exception):
    """A service did not give what it was asked for.

    `what` says it in words that need no more context than who was asked; `hint` what to do.
    """

    def __init__(self, what: str, hint: str = "") -> None:
        super().__init__(f"{what} ({hint})" if hint else what)
        self.what = what
        self.hint = hint


class Passing(ServiceFailed):
    """It may pass by itself: asking again makes sense. `after` are seconds it asked to wait."""

    def __init__(self, what: str, hint: str = "", after: float | None = None) -> None:
        super().__init__(what, hint)
        self.after = after


class Unreachable(Passing):
    """No connection, or it broke."""


class TooSlow(Passing):
    """It did not answer in time."""


class Busy(Passing):
    """It said that it is asked too much (429), or has no room now (503)."""


class Broken(Passing):
    """It failed by itself: status 500 and above."""


class Malformed(Passing):
    """The answer is cut, or not in the format that it says."""


class Refused(ServiceFailed):
    """It wants a key, or another one: status 401 and 403."""


class NotThere(ServiceFailed):
    """It has no such thing: status 404 and 410."""


class KnowsNone(NotThere):
    """It says in its own words that it knows nothing of all that it was asked for."""


class NotUnderstood(ServiceFailed):
    """It takes the question for wrong, or sends us elsewhere: other statuses."""


class BadQuestion(NotUnderstood):
    """What was asked for is wrong, or too much at once: status 400, 413, 414 and 422."""


class NotAnAnswer(ServiceFailed):
    """A page for people came in place of data, or data of another shape than documented."""


class TooLarge(ServiceFailed):
    """The answer is larger than any that is right."""


class Spent(ServiceFailed):
    """No more may be asked in this run.

    Its budget is spent, or what the service gives in a day is, or a wait asked for is too long.
    """
