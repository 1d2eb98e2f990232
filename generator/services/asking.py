"""Asks a service one question at a time, with manners, and gives only answers that are right."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self, TypeVar

import httpx2
import tenacity

from generator.services.failures import (
    KnowsNone,
    Malformed,
    Passing,
    ServiceFailed,
    TooLarge,
    TooSlow,
    Unreachable,
)
from generator.services.kept_answers import Answer, KeptAnswers
from generator.services.manners import Manners, Pace, pause_asked
from generator.services.shapes import raise_for
from generator.version import PACKAGE, version

#: Who asks: `contact` is an address at which services may write to those who do.
_AGENT = f"{PACKAGE}/{version()}"
#: Waits before a second, third … try where the service names none: seconds, doubled up to a minute.
_BACK_OFF = tenacity.wait_exponential(multiplier=1, max=60)

Value = TypeVar("Value")

# It writes whole addresses, and some services want a key to stand in them.
logging.getLogger("httpx2").setLevel(logging.WARNING)


@dataclass(frozen=True)
class Question:
    """What to ask: a path below the service's address, with parameters in order.

    `headers` are for this question alone; `secret` ones, such as a key, and `secret_params` stand
    in no message and in nothing that is kept. `data` is sent as JSON, by POST. `state` says of what
    the answer is, such as the version of a library: an answer to the same question of the same
    state is taken again. Without a state nothing is kept. `may_miss` is whether status 404 says
    that the service does not know what was asked for, rather than that the address is wrong;
    `knows_none` is what a service says with status 400 where it knows nothing of all that.
    """

    path: str
    params: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    secret: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    data: Any = None
    state: str = ""
    secret_params: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    may_miss: bool = False
    knows_none: bytes = b""


#: What an answer comes to: raises NotAnAnswer or Malformed where it is not of the right shape.
Check = Callable[[Answer], Value]


class Asking:
    """Asks one service; to be closed, or used in a `with`.

    `address` is where the service is, `manners` how it wants to be asked, `contact` an e-mail
    address for it, if it likes to have one. `kept` are answers of a run before. `clock` and `sleep`
    are those of `time`, or of a test.
    """

    def __init__(
        self,
        address: str,
        manners: Manners,
        *,
        contact: str = "",
        kept: KeptAnswers | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.address = address.rstrip("/")
        self._manners = manners
        self._kept = kept or KeptAnswers()
        self._clock = clock
        self._sleep = sleep
        self.pace = Pace(manners, clock, sleep)
        about = f" (mailto:{contact})" if contact else ""
        # No answer may send us elsewhere: the key would go there, too.
        self._client = httpx2.Client(
            timeout=manners.timeout,
            follow_redirects=False,
            headers={"User-Agent": f"{_AGENT}{about}"},
            # Without TLS there is nothing to verify, and certificates take a while to load.
            verify=self.address.startswith("https:"),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._client.close()

    def ask(self, question: Question, check: Check[Value]) -> Value:
        """Return what `check` makes of the answer.

        A failure that may pass is tried again, as often as the manners say, after the wait that the
        service asks for. Raises ServiceFailed, of a kind that says what went wrong.
        """
        asked = self._in_words(question) if question.state else ""
        if asked and (before := self._kept.get(asked)):
            try:
                return check(before)
            except ServiceFailed:
                self._kept.drop(asked)
        answer, value = self._answer(question, check)
        if asked:
            self._kept.keep(asked, answer)
        return value

    def forget(self) -> None:
        """Forget what was kept for a run that does not come to its end."""
        self._kept.forget()

    def _answer(self, question: Question, check: Check[Value]) -> tuple[Answer, Value]:
        """Return the answer and what it comes to, maybe after several tries."""
        tries = tenacity.Retrying(
            retry=tenacity.retry_if_exception_type(Passing),
            stop=tenacity.stop_after_attempt(self._manners.tries),
            wait=_wait,
            sleep=self._sleep,
            reraise=True,
        )
        for attempt in tries:
            with attempt:
                return self._once(question, check)
        raise AssertionError("tries end with an answer or a failure")

    def _once(self, question: Question, check: Check[Value]) -> tuple[Answer, Value]:
        self.pace.next()
        answer = self._answered(question)
        after = pause_asked(answer.headers)
        if after:
            self.pace.pause(after)
        if answer.status == 400 and question.knows_none and question.knows_none in answer.body:
            raise KnowsNone("it knows nothing of what was asked for (status 400)")
        raise_for(answer, after)
        return answer, check(answer)

    def _answered(self, question: Question) -> Answer:
        """Return the whole answer, whatever its status."""
        until = self._clock() + self._manners.whole
        most = self._manners.most_bytes
        body = bytearray()
        try:
            with self._client.stream(
                "GET" if question.data is None else "POST",
                f"{self.address}/{question.path}",
                params=[*question.params, *question.secret_params] or None,
                headers=[*question.headers, *question.secret],
                json=question.data,
            ) as response:
                # As it comes: to wait for pieces of one size would be to wait without an end.
                for piece in response.iter_bytes():
                    body += piece
                    if len(body) > most:
                        raise TooLarge(f"the answer is over {most / 1e6:g} MB")
                    if self._clock() > until:
                        raise TooSlow(f"the answer took over {self._manners.whole:g} seconds")
                headers = {name.lower(): value for name, value in response.headers.items()}
                return Answer(response.status_code, headers, bytes(body))
        except httpx2.TimeoutException as error:
            raise TooSlow(f"nothing came for {self._manners.timeout:g} seconds") from error
        except httpx2.DecodingError as error:
            raise Malformed("the answer cannot be unpacked") from error
        except httpx2.RemoteProtocolError as error:
            raise Unreachable("the connection broke within the answer") from error
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            reason = str(error) or type(error).__name__
            raise Unreachable(f"{self.address} cannot be reached: {reason}") from error

    def _in_words(self, question: Question) -> str:
        parts = (self.address, question.path, question.params, question.data, question.state)
        return json.dumps(parts)


def _wait(state: tenacity.RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    # The pace keeps the pause that was asked for.
    return 0.0 if isinstance(error, Passing) and error.after is not None else _BACK_OFF(state)
