"""What is told meanwhile, and how a trial ends that fails."""

import time


class Failed(Exception):
    """The service, or the cluster, does not do what it should."""


def say(what):
    print(time.strftime("%T"), what, flush=True)


def until(what, seconds, look, pause=1):
    """What `look` finds as soon as it finds something."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(pause)
    raise Failed(f"{what}: not within {seconds:.0f} s")
