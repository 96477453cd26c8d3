"""The long trial: a pod chosen by chance is killed every 30 s, while three trainings run and eight clients ask for samples."""

import random
import time

import trials
from clients import Clients
from report import Failed, say

EVERY = 30
CLIENTS = 8
SEED = 25
PLANS = {
    "vae": {"family": "vae", "dataset": "digits", "seed": 7, "steps": 600},
    "gan": {"family": "gan", "dataset": "digits", "seed": 7, "steps": 600},
    "cgan": {"family": "cgan", "dataset": "digits", "seed": 7, "steps": 600},
}


def run(cluster, seconds):
    service = trials.install(cluster, trials.LAST, "--set", "config.latent.training.concurrency=2")
    began = time.monotonic()
    jobs = {name: service.train(f"{name}-undisturbed", **plan) for name, plan in PLANS.items()}
    undisturbed = {name: trials.trained(service, job) for name, job in jobs.items()}
    say(f"the three undisturbed trainings, side by side, took {time.monotonic() - began:.0f} s")
    streams = [Stream(service, name, undisturbed[name]) for name in PLANS]
    with Clients(service, CLIENTS, retries=1) as clients:
        killed = kill_for(cluster, seconds, streams)
        for stream in streams:
            stream.end()
    say(f"killed: {killed}; trainings: {'; '.join(map(str, streams))}")
    say(str(clients))
    clients.require_none_failed()
    require_no_others(service, [*jobs.values(), *(job for stream in streams for job in stream.jobs)])


def require_no_others(service, jobs):
    listed = service.all("/v1/training-jobs")
    if sorted(job["id"] for job in listed) != sorted(jobs):
        raise Failed(f"{len(jobs)} trainings were asked for, {len(listed)} are there")
    say(f"the {len(jobs)} trainings that were asked for are there, each with one version of its model")


def kill_for(cluster, seconds, streams):
    """@return how many pods of each kind"""
    chance = random.Random(SEED)
    killed = {"api": 0, "worker": 0}
    end = time.monotonic() + seconds
    following = time.monotonic()
    while time.monotonic() < end:
        if time.monotonic() >= following:
            kind, pod = chance.choice(candidates(cluster))
            cluster.kill(pod)
            killed[kind] += 1
            following += EVERY
        for stream in streams:
            stream.go_on()
        time.sleep(1)
    return killed


def candidates(cluster):
    """Every pod, but the only one that is ready to answer: on a busy machine the last one's successor may not be yet."""
    answering = cluster.pods("api")
    ready = [pod for pod, is_ready in answering.items() if is_ready]
    return [("worker", pod) for pod in cluster.pods("worker")] + [("api", pod) for pod in answering if ready != [pod]]


class Stream:
    """The same training again and again."""

    def __init__(self, service, name, weights):
        self.service = service
        self.name = name
        self.weights = weights
        self.jobs = []
        self.attempts = 0
        self._next()

    def _next(self):
        self.job = self.service.train(f"{self.name}-{len(self.jobs)}", **PLANS[self.name])
        self.jobs.append(self.job)

    def go_on(self):
        if self.service.job(self.job)["status"] not in ("QUEUED", "RUNNING"):
            self.end()
            self._next()

    def end(self):
        trials.require_same(trials.trained(self.service, self.job), self.weights)
        self.attempts += self.service.job(self.job)["attempts"]

    def __str__(self):
        return f"{self.name} {len(self.jobs)} in {self.attempts} attempts"
