"""Tokens of links stand in no log, whoever writes it and however."""

import logging

import pytest

from bizplan.masking import mask_logs
from tests.bizplan.web.test_canary import Log

TOKEN = "kqD3-_9fXvWm2n8Rr1TzYb6LsPc4HgEa7UoJ0iQtN5w"


@pytest.fixture
def log():
    """What is written while all logs are masked."""
    factory, kept, logger = logging.getLogRecordFactory(), Log(), logging.getLogger("gunicorn.error")
    level = logger.level
    mask_logs()
    logger.addHandler(kept)
    logger.setLevel(logging.DEBUG)
    yield kept, logger
    logger.removeHandler(kept)
    logger.setLevel(level)
    logging.setLogRecordFactory(factory)


def test_an_address_that_a_server_logs_stands_there_without_its_token(log):
    kept, logger = log
    logger.error("Error handling request %s", f"/nl/s/{TOKEN}")
    logger.warning(f"GET /ar/welcome/{TOKEN}?a=1")
    assert kept.lines == ["Error handling request /nl/s/***", "GET /ar/welcome/***?a=1"]


def test_what_holds_no_token_is_logged_as_it_is_with_what_belongs_to_it(log):
    kept, logger = log
    logger.info("%s of %d", "one", 2)
    assert kept.lines == ["one of 2"]


def test_words_that_do_not_fit_their_values_stop_nothing(log):
    _kept, logger = log
    logger.removeHandler(_kept)
    logger.propagate = False
    logger.addHandler(logging.NullHandler())
    logger.info("%s of %d", "one")


def test_masking_twice_is_masking_once(log):
    before = logging.getLogRecordFactory()
    mask_logs()
    assert logging.getLogRecordFactory() is before
