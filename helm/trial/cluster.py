"""A namespace of a cluster, and the release in it: by kubectl and helm."""

import json
import os
import re
import subprocess

from chart import Chart
from report import Failed, say, until
from service import Service

RELEASE = "latent"
NAME = "latent-latent-server"
FOLDER = "helm/trial"
IMAGES = {"postgres:17": "STACK_DATABASE_IMAGE", "chrislusf/seaweedfs:4.44": "STACK_STORE_IMAGE"}


class Cluster:
    def __init__(self, namespace, keep):
        self.namespace = namespace
        self.keep = keep
        self.made = False
        self.forwards = []
        self.chart = Chart(RELEASE, namespace)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for forward in self.forwards:
            forward.terminate()
        self.chart.close()
        if self.made and not self.keep:
            self.kubectl("delete", "namespace", self.namespace, "--wait=false")

    def kubectl(self, *arguments, given=None, must=True):
        call = subprocess.run(
            ["kubectl", "-n", self.namespace, *arguments], input=given, capture_output=True, text=True, check=False)
        if call.returncode and must:
            raise Failed(f"kubectl {' '.join(arguments)}: {call.stderr.strip()}")
        return call.stdout

    def create(self):
        """The namespace, which must not be there: what is in it goes at the end."""
        there = self.kubectl("get", "namespace", self.namespace, "-o", "jsonpath={.metadata.deletionTimestamp}/",
                             "--ignore-not-found")
        if there == "/":
            raise Failed(f"the namespace {self.namespace} is there: delete it, or name another by TRIAL_NAMESPACE")
        if there:
            self.kubectl("wait", "--for=delete", f"namespace/{self.namespace}", "--timeout=300s")
        self.kubectl("create", "namespace", self.namespace)
        self.made = True

    def apply(self, file):
        with open(os.path.join(FOLDER, file), encoding="utf-8") as manifests:
            text = manifests.read()
        for image, variable in IMAGES.items():
            text = text.replace(image, os.environ.get(variable, image))
        self.kubectl("apply", "-f", "-", given=text)

    def rolled_out(self, *deployments):
        """@param deployments all of the release if none is named"""
        for deployment in deployments or self.kubectl(
                "get", "deployments", "-l", f"app.kubernetes.io/instance={RELEASE}", "-o", "name").split():
            self.kubectl("rollout", "status", deployment, "--timeout=600s")

    def pods(self, kind=None):
        """Names of the pods that are not about to end, and whether each is ready. @param kind api or worker"""
        kinds = f"in ({kind})" if kind else "in (api, worker, single)"
        pods = json.loads(self.kubectl(
            "get", "pods", "-o", "json",
            "-l", f"app.kubernetes.io/instance={RELEASE},app.kubernetes.io/component {kinds}"))
        return {pod["metadata"]["name"]: is_ready(pod) for pod in pods["items"] if "deletionTimestamp" not in pod["metadata"]}

    def kill(self, pod):
        """At once: it gets no time to end its work."""
        self.kubectl("delete", "pod", pod, "--grace-period=0", "--force", must=False)

    def service(self):
        """The service through its Service."""
        url = os.environ.get("TRIAL_URL") or self._at_cluster_address() or self._through_kubectl()
        say(f"the service answers at {url}")
        return Service(url)

    def _at_cluster_address(self):
        url = "http://" + self.kubectl("get", "service", NAME, "-o", "jsonpath={.spec.clusterIP}")
        return url if Service(url).answers() else None

    def _through_kubectl(self):
        port = self._background("proxy", "--port=0")
        return f"http://127.0.0.1:{port}/api/v1/namespaces/{self.namespace}/services/{NAME}:http/proxy"

    def pod(self, name):
        """The service as this pod has it."""
        return Service(f"http://127.0.0.1:{self._background('port-forward', f'pod/{name}', ':8080')}")

    def _background(self, *command):
        """The port of this machine that it opens."""
        process = subprocess.Popen(
            ["kubectl", "-n", self.namespace, *command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.forwards.append(process)
        first = process.stdout.readline()
        port = re.search(r"127\.0\.0\.1:(\d+)", first)
        if not port:
            raise Failed(f"kubectl {' '.join(command)}: {first.strip()}")
        return port.group(1)

    def worker_of(self, job):
        """The pod that trains: its gauges name the job."""
        def look():
            for worker in self.pods("worker"):
                if job in self.pod(worker).text("/actuator/prometheus"):
                    return worker
        return until(f"a worker that trains job {job}", 30, look)

    def show(self):
        """What there is to be seen of a trial that failed."""
        for command in (["get", "pods", "-o", "wide"], ["get", "events", "--sort-by=.lastTimestamp"],
                        ["logs", "-l", f"app.kubernetes.io/instance={RELEASE}", "--prefix", "--tail=20"]):
            print("\n".join(self.kubectl(*command, must=False).splitlines()[-80:]))


def is_ready(pod):
    return any(c["type"] == "Ready" and c["status"] == "True" for c in pod["status"].get("conditions", []))
