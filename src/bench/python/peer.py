"""Times training steps of the same networks in Python PyTorch, as its users write them.

peer.py ORDER.json prints JSON. The order names the family, all its hyperparameters, the batch size, how long to
measure, a file of uint8 images and one of int32 labels, how many parameters the networks have to have, and a port of
this machine that sends a byte before each iteration and awaits one after it.
"""
import json
import socket
import sys
import time

import torch

import families

SIDE = 28


class Data:
    """The images as bytes in memory; a batch is drawn at random."""

    def __init__(self, order):
        with open(order["images"], "rb") as file:
            self.images = torch.frombuffer(bytearray(file.read()), dtype=torch.uint8).reshape(-1, 1, SIDE, SIDE)
        with open(order["labels"], "rb") as file:
            self.labels = torch.frombuffer(bytearray(file.read()), dtype=torch.int32).long()
        self.size = order["batchSize"]

    def batch(self):
        chosen = torch.randint(len(self.images), (self.size,))
        return self.images[chosen].float().div_(255), self.labels[chosen]


def iterations(order, step):
    """Milliseconds a step, a mean for each stretch of time."""
    means = []
    turns = socket.create_connection(("127.0.0.1", order["turns"]))
    for number in range(order["warmUps"] + order["iterations"]):
        if not turns.recv(1):
            sys.exit("another process has failed")
        start, count = time.perf_counter(), 0
        while count == 0 or time.perf_counter() - start < order["seconds"]:
            step()
            count += 1
        means.append((time.perf_counter() - start) * 1e3 / count)
        turns.sendall(b"\1")
    return means[order["warmUps"]:]


def blas():
    """The folder of the BLAS that was loaded."""
    with open("/proc/self/maps") as file:
        found = {line.split()[-1] for line in file if "libblas.so" in line}
    return ", ".join(sorted(path.split("/")[-2] for path in found))


def main():
    with open(sys.argv[1]) as file:
        order = json.load(file)
    torch.manual_seed(1)
    torch.set_flush_denormal(True)
    torch.set_num_threads(order["threads"])
    data = Data(order)
    trained = families.build(order["family"], order["hyperparameters"], order["classes"])
    if trained.parameters() != order["parameters"]:
        sys.exit(f"{order['family']} has {trained.parameters()} parameters here and {order['parameters']} there")
    step = lambda: [loss.item() for loss in trained.step(data.batch)]
    print(json.dumps({"torch": torch.__version__, "blas": blas(), "millis": iterations(order, step)}))


if __name__ == "__main__":
    main()
