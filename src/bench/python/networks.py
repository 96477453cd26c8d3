"""The networks of the families, for grey 28×28 images."""
import torch
from torch import nn

SIDE = 28
HALVINGS = 2
DEEP_HALVINGS = 3
PIXELS = SIDE * SIDE
TOP_UNITS = 128


def leaky():
    return nn.LeakyReLU(0.2)


def image():
    return nn.Unflatten(1, (1, SIDE, SIDE))


def widths(channels, halvings):
    return [channels << i for i in range(halvings)]


def features(channels, halvings=HALVINGS):
    return widths(channels, halvings)[-1] * (SIDE >> halvings) ** 2


def mlp(inputs, hidden, outputs, activation=nn.ReLU, norm=False):
    layers = [nn.Flatten()]
    for units in hidden:
        layers += [nn.Linear(inputs, units, bias=not norm), *([nn.BatchNorm1d(units)] if norm else []), activation()]
        inputs = units
    return nn.Sequential(*layers, nn.Linear(inputs, outputs))


def down(inputs, channels, activation, norm=None, halvings=HALVINGS):
    """28 → 14 → 7 …, normalized after all but the first."""
    layers = []
    for i, width in enumerate(widths(channels, halvings)):
        normalized = norm and i > 0
        layers += [nn.Conv2d(inputs, width, 4, 2, 1, bias=not normalized)]
        layers += [*([norm(width)] if normalized else []), activation()]
        inputs = width
    return [*layers, nn.Flatten()]


def up(channels, norm=False, halvings=HALVINGS):
    """… 7 → 14 → 28, each stage normalized and activated first."""
    deepest = widths(channels, halvings)[-1]
    layers = [nn.Unflatten(1, (deepest, SIDE >> halvings, SIDE >> halvings))]
    for i in range(halvings, 0, -1):
        width, out = channels << (i - 1), 1 if i == 1 else channels << (i - 2)
        odd = (SIDE >> (i - 1)) % 2
        layers += [*([nn.BatchNorm2d(width)] if norm else []), nn.ReLU()]
        layers += [nn.ConvTranspose2d(width, out, 4, 2, 1, odd, bias=not norm or i == 1)]
    return layers


def encoder(h, outputs):
    if h["architecture"] == "mlp":
        return mlp(PIXELS, h["hiddenUnits"], outputs)
    return nn.Sequential(*down(1, h["channels"], nn.ReLU), nn.Linear(features(h["channels"]), outputs))


def decoder(h, inputs):
    if h["architecture"] == "mlp":
        return nn.Sequential(mlp(inputs, h["hiddenUnits"][::-1], PIXELS), image())
    return nn.Sequential(nn.Linear(inputs, features(h["channels"])), *up(h["channels"]))


def generator(h, inputs, halvings=HALVINGS):
    """From codes to images in [-1,1]."""
    if h.get("architecture") == "mlp":
        return nn.Sequential(mlp(inputs, h["hiddenUnits"][::-1], PIXELS, norm=True), image(), nn.Tanh())
    first = nn.Linear(inputs, features(h["channels"], halvings))
    return nn.Sequential(first, *up(h["channels"], norm=True, halvings=halvings), nn.Tanh())


def judged(h, inputs=1, norm=None, halvings=HALVINGS):
    """What a discriminator sees in an image: TOP_UNITS features."""
    top = nn.Linear(features(h["channels"], halvings), TOP_UNITS)
    return nn.Sequential(*down(inputs, h["channels"], leaky, norm, halvings), top, leaky())


def normalized_discriminator(channels, halvings=HALVINGS):
    below = down(1, channels, leaky, nn.BatchNorm2d, halvings)
    return nn.Sequential(*below, nn.Linear(features(channels, halvings), 1), nn.Flatten(0))


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


class Projection(nn.Module):
    """A score of features, and the label projected onto them."""

    def __init__(self, seen, classes):
        super().__init__()
        self.seen, self.score = seen, nn.Linear(TOP_UNITS, 1)
        self.embedding = nn.Embedding(classes, TOP_UNITS)

    def forward(self, x, labels):
        phi = self.seen(x, labels)
        return self.score(phi).squeeze(1) + (self.embedding(labels) * phi).sum(1)


class Unlabelled(nn.Module):
    """A network that is shown labels and does not look at them."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, x, labels):
        return self.network(x)


def normalized(convolution, *activation):
    return [convolution, nn.InstanceNorm2d(convolution.out_channels, affine=True), *activation]


class Residual(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.h = nn.Sequential(
            nn.ReflectionPad2d(1), *normalized(nn.Conv2d(width, width, 3, bias=False), nn.ReLU()),
            nn.ReflectionPad2d(1), *normalized(nn.Conv2d(width, width, 3, bias=False)),
        )

    def forward(self, x):
        return x + self.h(x)


def resnet_generator(h):
    k = h["channels"]
    layers = [nn.ReflectionPad2d(3), *normalized(nn.Conv2d(1, k, 7, bias=False), nn.ReLU())]
    for width in (k, 2 * k):
        layers += normalized(nn.Conv2d(width, 2 * width, 3, 2, 1, bias=False), nn.ReLU())
    layers += [Residual(4 * k) for _ in range(h["residualBlocks"])]
    for width in (4 * k, 2 * k):
        layers += normalized(nn.ConvTranspose2d(width, width // 2, 3, 2, 1, 1, bias=False), nn.ReLU())
    return nn.Sequential(*layers, nn.ReflectionPad2d(3), nn.Conv2d(k, 1, 7), nn.Tanh())


def patch_discriminator(h):
    k = h["channels"]
    return nn.Sequential(
        nn.Conv2d(1, k, 4, 2, 1), leaky(),
        *normalized(nn.Conv2d(k, 2 * k, 4, 1, 1, bias=False), leaky()),
        nn.Conv2d(2 * k, 1, 4, 1, 1),
    )


def encoder_decoder(h):
    return nn.Sequential(*down(1, h["channels"], leaky, nn.BatchNorm2d), *up(h["channels"], norm=True), nn.Tanh())
