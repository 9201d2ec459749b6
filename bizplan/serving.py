"""The application served: web processes, and a worker beside them that makes the documents."""

from __future__ import annotations

import gc
import logging
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from socket import SO_REUSEADDR, SOL_SOCKET, socket
from threading import Event, Thread
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication

from bizplan import jobs
from bizplan.config import BadSetting, Config, environment
from bizplan.documents.signing import signer_of
from bizplan.installation import storage_of
from bizplan.masking import mask_logs
from bizplan.web.application import application

PROCESSES, THREADS = 4, 2
"""Many processes of few threads: who asks little does not wait for who has much calculated.

No connection is kept open between requests: each goes to a process that is free just then.
"""
WORKER = (sys.executable, "-m", "bizplan.cli", "work")
"""A program of its own: the web processes are copies of the one that starts it, and must not think it is theirs."""
TURN = 0.0005
"""Seconds after which a thread lets another have its turn."""
PAUSE = 1.0
"""Seconds between the death of a worker and the next one."""
LOG = logging.getLogger("bizplan.serving")
HERE, EVERYWHERE = "127.0.0.1", "0.0.0.0"                   # noqa: S104 - a server is reached from outside


class Server(BaseApplication):
    """gunicorn, told what to do by the program itself."""

    def __init__(self, config: Config, options: Mapping[str, Any]):
        self.settings, self.options = config, options
        super().__init__()

    def load_config(self) -> None:
        """Takes the options."""
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """The application, made anew in each process; who asks little does not wait long beside who asks much."""
        sys.setswitchinterval(TURN)
        app = application(self.settings)
        _pass_over_what_stays()
        return app


class Worker(Thread):
    """The worker beside the web, kept going: where it dies another one is started."""

    def __init__(self, config: Config):
        super().__init__(name="worker", daemon=True)
        self.environment = {**os.environ, **environment(config)}
        self.ending = Event()
        self.process = self.begun()

    def begun(self) -> subprocess.Popen[bytes]:
        """A process of its own."""
        return subprocess.Popen(WORKER, env=self.environment)                           # noqa: S603 - of our own

    def run(self) -> None:
        """Waits until the process dies, and starts another; what dies at once is not started without a pause."""
        while True:
            self.process.wait()
            if self.ending.wait(PAUSE):
                return
            LOG.warning("the worker died and is started again")
            self.process = self.begun()

    def end(self) -> None:
        """Ends the process, whichever it is just then, and starts no other."""
        self.ending.set()
        while self.is_alive():
            self.process.terminate()
            self.join(PAUSE)


def serve(config: Config, processes: int = PROCESSES) -> None:
    """Serves until it is stopped; a worker goes along and ends with it.

    Raises BadSetting where the port is taken, or the key of the signature cannot be used.
    """
    check_port(config)
    signer_of(config)                                       # a key that cannot be used is told at once
    _log()
    storage_of(config).database.dispose()                   # brought up to date once, before there are many
    here = os.getpid()
    worker = Worker(config)
    worker.start()
    try:
        server(config, processes).run()
    finally:
        if os.getpid() == here:                             # a web process that ends leaves the worker to its parent
            worker.end()


def server(config: Config, processes: int) -> Server:
    """The web processes, ready to run."""
    return Server(config, {
        "bind": f"{HERE if config.is_loopback else EVERYWHERE}:{config.port}", "workers": processes,
        "worker_class": "gthread", "threads": THREADS, "keepalive": 0, "timeout": 60, "graceful_timeout": 10,
        "loglevel": "warning", "forwarded_allow_ips": "", "control_socket_disable": True,
    })


def check_port(config: Config) -> None:
    """Raises BadSetting where something else listens already."""
    with socket() as tried:
        tried.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        try:
            tried.bind((HERE if config.is_loopback else EVERYWHERE, config.port))
        except OSError as error:
            raise BadSetting(f"port {config.port} cannot be used ({error.strerror}): stop what listens there, "
                             "or choose another port") from error


def work(config: Config) -> None:
    """Makes documents until it is stopped."""
    _log()
    queue = jobs.queue(config, storage_of(config))
    _pass_over_what_stays()
    queue.create_consumer(workers=1, periodic=True, initial_delay=0.1, backoff=1.15, max_delay=1.0).run()


def _pass_over_what_stays() -> None:
    """Python does not look for garbage among the modules again and again; it took half the time of a calculation."""
    gc.collect()
    gc.freeze()


def _log() -> None:
    """What happens is told on standard error, with its time in UTC and without anything personal."""
    mask_logs()
    logging.Formatter.converter = time.gmtime
    logging.basicConfig(level=logging.INFO, format="%(asctime)sZ %(levelname)s %(name)s %(message)s")
    for chatty in ("alembic", "huey"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
