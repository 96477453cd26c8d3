"""What is tried in minutes."""

import os
import re

import chart
from clients import MODEL, Clients, digest
from cluster import FOLDER, NAME
from report import Failed, say, until

LAST = os.environ.get("STACK_IMAGE", "latent-server:test")
FIRST = os.environ.get("TRIAL_FIRST_IMAGE", LAST)
PLAN = {"family": "vae", "dataset": "digits", "seed": 7, "steps": 600}


def all_of_it(cluster):
    service = install(cluster, FIRST)
    upgraded = upgrade(cluster, service)
    test(cluster)
    same_bytes_from_each(cluster)
    undisturbed = trained(service, service.train("undisturbed", **PLAN))
    if FIRST == LAST:
        require_same(upgraded, undisturbed)
    deleted_worker(cluster, service, undisturbed)
    database_started_anew(cluster, service, undisturbed)
    same_bytes_from_each(cluster)
    restarts(cluster)


def install(cluster, image, *options):
    """With its stores. @return the service, which is ready"""
    cluster.apply("stores.yaml")
    cluster.rolled_out("deployment/trial-database", "deployment/trial-store")
    say("PostgreSQL and the store are there")
    cluster.chart.install("-f", f"{FOLDER}/values.yaml", *chart.image(image), *options)
    cluster.rolled_out()
    say(f"installed {image}: {' '.join(cluster.pods())}")
    return cluster.service()


def test(cluster):
    cluster.chart.test()
    lines = cluster.kubectl("logs", f"{NAME}-smoke").splitlines()
    say("helm test: " + "; ".join(line for line in lines if re.match("[a-z]+: ", line)))


def same_bytes_from_each(cluster):
    bytes_of = {pod: cluster.pod(pod).ask(f"/v1/models/{MODEL}/samples?count=9&seed=7") for pod in cluster.pods("api")}
    if {status for status, _ in bytes_of.values()} != {200} or len({digest(body) for _, body in bytes_of.values()}) != 1:
        raise Failed(f"the pods answer differently: {[(pod, status, len(body)) for pod, (status, body) in bytes_of.items()]}")
    say(f"the same seed has given the same bytes from {len(bytes_of)} pods")


def trained(service, job):
    """@return the weights' digests"""
    seen = service.await_success(job)
    weights = service.weights(seen["model"])
    say(f"{seen['model']} is trained, in attempt {seen['attempts']}, the last from step {seen['startStep']}, to weights"
        f" {digest(repr(weights).encode())[:12]}")
    return weights


def require_same(weights, others):
    if weights != others:
        raise Failed("the weights are not those of the undisturbed training")


def deleted_worker(cluster, service, undisturbed):
    job = service.train("disturbed", **PLAN)
    service.await_step(job, PLAN["steps"] // 4)
    worker = cluster.worker_of(job)
    cluster.kill(worker)
    say(f"deleted in mid-training: {worker}")
    require_same(trained(service, job), undisturbed)
    if service.job(job)["attempts"] < 2:
        raise Failed("the training was not disturbed")
    cluster.rolled_out()


def upgrade(cluster, service):
    """@return the weights of a training that was under way"""
    job = service.train("upgraded", **PLAN)
    service.await_step(job, PLAN["steps"] // 10)
    before = set(cluster.pods())
    with Clients(service, 4, retries=0) as clients:
        cluster.chart.upgrade("-f", f"{FOLDER}/values.yaml", *chart.image(LAST), "--set", "podAnnotations.upgraded=yes")
        cluster.rolled_out()
        until("the end of the old pods", 120, lambda: not before & set(cluster.pods()))
    say(f"upgraded to {LAST}: {clients}")
    clients.require_none_failed()
    return trained(service, job)


def database_started_anew(cluster, service, undisturbed):
    job = service.train("waiting", **PLAN)
    service.await_step(job, PLAN["steps"] // 10)
    with Clients(service, 4, retries=0) as clients:
        cluster.kubectl("rollout", "restart", "deployment/trial-database")
        cluster.rolled_out("deployment/trial-database")
    say(f"PostgreSQL was started anew: {clients}")
    clients.require_none_failed()
    require_same(trained(service, job), undisturbed)


def restarts(cluster):
    counts = cluster.kubectl("get", "pods", "-l", "app.kubernetes.io/name=latent-server", "-o",
                             "jsonpath={range .items[*]}{.status.containerStatuses[0].restartCount} {end}")
    if set(counts.split()) != {"0"}:
        raise Failed(f"containers were restarted: {counts}")
    say("no container was restarted")


def one_pod(cluster):
    cluster.apply("home.yaml")
    until("the volume", 120, lambda: cluster.kubectl("get", "pod", "trial-home", "-o", "jsonpath={.status.phase}") == "Succeeded")
    options = [*chart.image(LAST), "--set", "persistence.existingClaim=trial-home"]
    cluster.chart.install(*options)
    cluster.rolled_out()
    test(cluster)
    service = cluster.service()
    weights = trained(service, service.train("kept", **{**PLAN, "steps": 50}))
    cluster.chart.upgrade(*options, "--set", "podAnnotations.upgraded=yes")
    cluster.rolled_out()
    require_same(service.weights("kept"), weights)
    say("after an upgrade what was trained is still there")
