"""The networks of the families, for grey 28×28 images."""
import torch
from torch import nn

SIDE = 28
SMALLEST = 7
PIXELS = SIDE * SIDE


def mlp(inputs, hidden, outputs, activation):
    layers = [nn.Flatten()]
    for units in hidden:
        layers += [nn.Linear(inputs, units), activation()]
        inputs = units
    return nn.Sequential(*layers, nn.Linear(inputs, outputs))


def leaky():
    return nn.LeakyReLU(0.2)


def images():
    return nn.Unflatten(1, (1, SIDE, SIDE))


def down(inputs, channels, activation):
    """28 → 14 → 7."""
    return [
        nn.Conv2d(inputs, channels, 4, 2, 1), activation(),
        nn.Conv2d(channels, 2 * channels, 4, 2, 1), activation(),
        nn.Flatten(),
    ]


def up(channels):
    """7 → 14 → 28."""
    return [
        nn.Unflatten(1, (2 * channels, SMALLEST, SMALLEST)),
        nn.ConvTranspose2d(2 * channels, channels, 4, 2, 1), nn.ReLU(),
        nn.ConvTranspose2d(channels, 1, 4, 2, 1),
    ]


def encoder(h, outputs):
    if h["architecture"] == "mlp":
        return mlp(PIXELS, h["hiddenUnits"], outputs, nn.ReLU)
    features = 2 * h["channels"] * SMALLEST ** 2
    return nn.Sequential(*down(1, h["channels"], nn.ReLU), nn.Linear(features, outputs))


def decoder(h, inputs):
    if h["architecture"] == "mlp":
        return nn.Sequential(mlp(inputs, h["hiddenUnits"][::-1], PIXELS, nn.ReLU), images())
    features = 2 * h["channels"] * SMALLEST ** 2
    return nn.Sequential(nn.Linear(inputs, features), nn.ReLU(), *up(h["channels"]))


class Joined(nn.Module):
    """A network that also sees the labels, as further values or planes."""

    def __init__(self, network, classes):
        super().__init__()
        self.network, self.classes = network, classes

    def forward(self, x, labels):
        y = nn.functional.one_hot(labels, self.classes).float()
        if x.dim() == 4:
            y = y[:, :, None, None].expand(-1, -1, x.shape[2], x.shape[3])
        return self.network(torch.cat([x, y], 1))


class Discriminator(nn.Module):
    """Features, a score of them, and the label projected onto them."""

    def __init__(self, features, width, classes):
        super().__init__()
        self.features, self.score = features, nn.Linear(width, 1)
        self.embedding = nn.Embedding(classes, width) if classes else None

    def forward(self, x, labels=None):
        phi = self.features(x, labels) if self.embedding else self.features(x)
        logits = self.score(phi).squeeze(1)
        return logits + (self.embedding(labels) * phi).sum(1) if self.embedding else logits
