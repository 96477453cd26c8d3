"""The chart, by helm, or by Helm as a library of the tests."""

import os
import shutil
import subprocess
import tempfile

from report import Failed

CHART = "helm/latent-server"


class Chart:
    def __init__(self, release, namespace):
        self.release = release
        self.namespace = namespace
        self.folder = tempfile.mkdtemp()
        self.java = None if shutil.which("helm") else self._compiled()

    def close(self):
        shutil.rmtree(self.folder)

    def _compiled(self):
        file = os.path.join(self.folder, "classpath")
        maven = ["mvn", "-q", "-B", "dependency:build-classpath", f"-Dmdep.outputFile={file}"]
        if _call([*maven, "-o"], must=False) is None:
            _call(maven)
        with open(file, encoding="utf-8") as classpath:
            path = self.folder + os.pathsep + classpath.read().strip()
        _call(["javac", "-d", self.folder, "-cp", path, "helm/trial/HelmOfTry.java"])
        return ["java", "-XX:TieredStopAtLevel=1", "-cp", path, "HelmOfTry"]

    def install(self, *options):
        return self._helm("install", CHART, options)

    def upgrade(self, *options):
        return self._helm("upgrade", CHART, options)

    def test(self):
        return self._helm("test", None, ())

    def _helm(self, command, chart, options):
        if self.java:
            return _call([*self.java, command, self.release, self.namespace, CHART, *options])
        timeout = ["--timeout", "15m"] if command == "test" else []
        return _call(["helm", "-n", self.namespace, command, self.release, *([chart] if chart else []), *options, *timeout])


def image(name):
    """As options of helm."""
    repository, _, tag = name.rpartition(":")
    return ["--set", f"image.repository={repository}", "--set", f"image.tag={tag}"]


def _call(command, must=True):
    call = subprocess.run(command, capture_output=True, text=True, check=False)
    if call.returncode == 0:
        return call.stdout
    if must:
        raise Failed(f"{command[0]}: {call.stderr.strip() or call.stdout.strip()}")
    return None
