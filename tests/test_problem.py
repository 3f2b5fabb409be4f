"""What the operating system or a server says is told in our words, in both languages."""

import errno
import os
import pickle
import re
import socket
from email.message import Message
from urllib.error import HTTPError, URLError

import pytest

from lstm_viz.i18n import translation
from lstm_viz.problem import SYSTEM_SAYS, InputError, system_reason, told

KOREAN = translation("ko").gettext
ERRORS = [
    (PermissionError(errno.EACCES, "Permission denied"), "it is not permitted"),
    (OSError(errno.ENOSPC, "No space left on device"), "the disk is full"),
    (URLError(socket.gaierror(-2, "Name or service not known")), "the address of the server is not found"),
    (URLError(ConnectionRefusedError(errno.ECONNREFUSED, "Connection refused")), "the connection is refused"),
    (TimeoutError("The read operation timed out"), "there is no answer"),
    (TimeoutError("it takes too long"), "it takes too long"),
    (HTTPError("http://example.org", 404, "Not Found", Message(), None), "the server answers with the error 404"),
]


@pytest.mark.parametrize(("error", "words"), ERRORS, ids=lambda each: str(each)[:30])
def test_it_is_in_our_words(error, words):
    assert str(system_reason(error)) == words
    assert re.fullmatch(r"[가-힣0-9 ]+", told(system_reason(error), KOREAN))


def test_it_is_part_of_a_sentence_also_from_another_process():
    problem = InputError(
        "{file} cannot be kept on this server: {reason}.", file="a.npz", reason=system_reason(ERRORS[0][0])
    )
    korean = "이 서버에 a.npz 파일을 저장할 수 없습니다(권한이 없습니다)."
    assert told(problem, KOREAN) == told(pickle.loads(pickle.dumps(problem)), KOREAN) == korean


@pytest.mark.parametrize("number", SYSTEM_SAYS)
def test_no_number_is_told_in_the_words_of_the_system(number):
    assert os.strerror(number).lower() not in told(system_reason(OSError(number, os.strerror(number))), KOREAN).lower()


def test_what_is_not_known_is_quoted_as_the_systems():
    odd = OSError(errno.EXDEV, "Invalid cross-device link")
    assert str(system_reason(odd)) == "Invalid cross-device link"
    assert told(system_reason(odd), KOREAN) == "시스템의 메시지: Invalid cross-device link"
