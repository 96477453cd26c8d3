"""The training steps of the families."""
from itertools import chain

import torch
from torch.nn import functional as F
from torch import nn

import networks as net


class Trained:
    """Networks, and a step that updates them on batches drawn by a function."""

    def __init__(self, modules, step):
        self.modules, self.step = modules, step

    def parameters(self):
        return sum(parameter.numel() for module in self.modules for parameter in module.parameters())


def adam(h, *modules):
    return torch.optim.Adam(
        chain(*(module.parameters() for module in modules)),
        lr=h["learningRate"],
        betas=(h["adamBeta1"], h["adamBeta2"]),
        weight_decay=h.get("weightDecay", 0),
    )


def update(optimizer, loss):
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.detach()


def vae(h, classes):
    latent = h["latentDim"]
    encoder, decoder = net.encoder(h, 2 * latent), net.decoder(h, latent)
    optimizer = adam(h, encoder, decoder)

    def step(batch):
        x, _ = batch()
        mean, log_variance = encoder(x).chunk(2, 1)
        z = mean + torch.randn_like(mean) * (0.5 * log_variance).exp()
        reconstruction = F.binary_cross_entropy_with_logits(decoder(z), x, reduction="sum") / len(x)
        divergence = 0.5 * (mean ** 2 + log_variance.exp() - log_variance - 1).sum(1).mean()
        return [update(optimizer, reconstruction + h["klWeight"] * divergence)]

    return Trained([encoder, decoder], step)


def denoising_autoencoder(h, classes):
    encoder, decoder = net.encoder(h, h["latentDim"]), net.decoder(h, h["latentDim"])
    optimizer = adam(h, encoder, decoder)
    level = h["corruptions"][0]["level"]

    def step(batch):
        x, _ = batch()
        corrupted = (x + level * torch.randn_like(x)).clamp_(0, 1)
        y = torch.sigmoid(decoder(encoder(corrupted)))
        return [update(optimizer, F.mse_loss(y, x, reduction="sum") / len(x))]

    return Trained([encoder, decoder], step)


def conditional_gan(h, classes):
    channels, latent = h["channels"], h["latentDim"]
    features = 2 * channels * net.SMALLEST ** 2
    generator = net.Joined(
        nn.Sequential(
            nn.Linear(latent + classes, features),
            nn.Unflatten(1, (2 * channels, net.SMALLEST, net.SMALLEST)),
            nn.BatchNorm2d(2 * channels), nn.ReLU(),
            nn.ConvTranspose2d(2 * channels, channels, 4, 2, 1), nn.BatchNorm2d(channels), nn.ReLU(),
            nn.ConvTranspose2d(channels, 1, 4, 2, 1), nn.Tanh(),
        ),
        classes,
    )
    seen = nn.Sequential(*net.down(1 + classes, channels, net.leaky), nn.Linear(features, 128), net.leaky())
    discriminator = net.Discriminator(net.Joined(seen, classes), 128, classes)
    return adversarial(h, generator, discriminator)


def adversarial(h, generator, discriminator):
    """The discriminator's logistic loss, and the generator's non-saturating one."""
    optimize_generator, optimize_discriminator = adam(h, generator), adam(h, discriminator)

    def step(batch):
        for _ in range(h["discriminatorSteps"]):
            x, labels = batch()
            fake = generator(torch.randn(len(x), h["latentDim"]), labels).detach()
            loss = F.softplus(-discriminator(2 * x - 1, labels)).mean() + F.softplus(discriminator(fake, labels)).mean()
            first = update(optimize_discriminator, loss)
        fake = generator(torch.randn(len(x), h["latentDim"]), labels)
        return [first, update(optimize_generator, F.softplus(-discriminator(fake, labels)).mean())]

    return Trained([generator, discriminator], step)


BUILDERS = {"vae": vae, "denoising-autoencoder": denoising_autoencoder, "cgan": conditional_gan}


def build(family, hyperparameters, classes):
    return BUILDERS[family](hyperparameters, classes)
