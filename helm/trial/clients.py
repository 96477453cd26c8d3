"""Clients that ask for samples all the time, each request over a connection of its own."""

import hashlib
import random
import threading
import time

from report import Failed

MODEL = "mnist-cgan"
SEEDS = 20
THINKING = 0.05


class Clients:
    def __init__(self, service, count, retries):
        self.service = service
        self.retries = retries
        self.lock = threading.Lock()
        self.ended = threading.Event()
        self.digests = {}
        self.seconds = []
        self.retried = []
        self.failed = []
        self.threads = [threading.Thread(target=self._work, args=(random.Random(i),), daemon=True) for i in range(count)]

    def __enter__(self):
        self.began = time.monotonic()
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        for thread in self.threads:
            thread.join()
        self.took = time.monotonic() - self.began

    def _work(self, chance):
        while not self.ended.is_set():
            self._samples(chance.randrange(SEEDS))
            self.ended.wait(THINKING)

    def _samples(self, seed):
        reasons = []
        for turn in range(self.retries + 1):
            from_ = time.monotonic()
            status, body = self.service.ask(f"/v1/models/{MODEL}/samples?count=4&seed={seed}")
            took = time.monotonic() - from_
            if status == 200:
                break
            reasons.append(f"{time.strftime('%T')} {status} {body[:200]!r}")
            if turn < self.retries:
                time.sleep(1)
        self._count(seed, status, body, took, reasons)

    def _count(self, seed, status, body, took, reasons):
        with self.lock:
            if status != 200:
                self.failed.append(reasons[-1])
                return
            self.seconds.append(took)
            if reasons:
                self.retried.append(reasons[0])
            if self.digests.setdefault(seed, digest(body)) != digest(body):
                self.failed.append(f"seed {seed} has given other bytes before")

    def require_none_failed(self):
        if self.failed:
            raise Failed(f"{len(self.failed)} requests failed: {self.failed[:5]}")
        if not self.seconds:
            raise Failed("no request was answered")

    def __str__(self):
        times = sorted(self.seconds)
        return (f"{len(times) + len(self.failed)} requests in {self.took:.0f} s, {len(self.retried)} answered by a second try,"
                f" {len(self.failed)} failed; median {times[len(times) // 2] * 1000:.0f} ms,"
                f" p99 {times[len(times) * 99 // 100] * 1000:.0f} ms, at most {times[-1] * 1000:.0f} ms" if times
                else f"none of {len(self.failed)} requests was answered")


def digest(body):
    return hashlib.sha256(body).hexdigest()
