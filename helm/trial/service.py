"""The service, as a client has it that tries again once."""

import http.client
import json
import time
import urllib.error
import urllib.parse
import urllib.request

from report import Failed, until

PAUSE = 1.0
UNANSWERED = (OSError, http.client.HTTPException)


class Service:
    def __init__(self, url):
        self.url = url

    def ask(self, path, body=None, headers=None, timeout=60):
        """Once. @return status (0 if there is no answer), body"""
        request = urllib.request.Request(self.url + path, body, headers or {})
        try:
            with urllib.request.urlopen(request, timeout=timeout) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()
        except UNANSWERED as error:
            return 0, repr(error).encode()

    def answers(self):
        return self.ask("/actuator/health/liveness", timeout=3)[0] == 200

    def text(self, path, body=None, headers=None):
        """With one more try, as long as the pods that answered before are on their way."""
        for last in (False, True):
            status, answer = self.ask(path, body, headers)
            if 200 <= status < 300:
                return answer.decode()
            if last or 400 <= status < 500:
                raise Failed(f"{path}: {status} {answer.decode(errors='replace')[:2000]}")
            time.sleep(PAUSE)

    def json(self, path):
        return json.loads(self.text(path))

    def all(self, path):
        """What is on all pages of a list."""
        page = self.json(f"{path}?limit=100")
        items = page["items"]
        while page.get("next"):
            page = self.json(f"{path}?limit=100&cursor={urllib.parse.quote(page['next'])}")
            items += page["items"]
        return items

    def train(self, model, **plan):
        """@return the job's id; a request whose answer was lost makes no second job"""
        body = json.dumps({"model": model, **plan}).encode()
        headers = {"Content-Type": "application/json", "Idempotency-Key": model}
        return json.loads(self.text("/v1/training-jobs", body, headers))["id"]

    def job(self, job):
        return self.json(f"/v1/training-jobs/{job}")

    def await_success(self, job, seconds=900):
        def look():
            seen = self.job(job)
            if seen["status"] in ("FAILED", "CANCELLED"):
                raise Failed(f"job {job}: {seen}")
            return seen if seen["status"] == "SUCCEEDED" else None
        return until(f"the end of job {job}", seconds, look)

    def await_step(self, job, step, seconds=300):
        until(f"step {step} of job {job}", seconds, lambda: ((self.job(job)["progress"] or {}).get("step") or 0) >= step)

    def weights(self, model):
        """Digests of the files of weights of its one version."""
        versions = self.json(f"/v1/models/{model}/versions")["items"]
        if len(versions) != 1:
            raise Failed(f"{model} was published {len(versions)} times")
        artifacts = self.json(f"/v1/models/{model}/versions/1")["artifacts"]
        return sorted((a["name"], a["sha256"]) for a in artifacts if a["name"].endswith(".safetensors"))
