"""The training steps of the families."""
import random
from itertools import chain

import torch
from torch import nn
from torch.nn import functional as F

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


def autoencoder(h, classes):
    """Denoising where the hyperparameters name a corruption."""
    encoder, decoder = net.encoder(h, h["latentDim"]), net.decoder(h, h["latentDim"])
    optimizer = adam(h, encoder, decoder)
    level = h["corruptions"][0]["level"] if "corruptions" in h else 0

    def step(batch):
        x, _ = batch()
        seen = (x + level * torch.randn_like(x)).clamp_(0, 1) if level else x
        y = torch.sigmoid(decoder(encoder(seen)))
        return [update(optimizer, F.mse_loss(y, x, reduction="sum") / len(x))]

    return Trained([encoder, decoder], step)


def gan(h, classes):
    discriminator = nn.Sequential(net.mlp(net.PIXELS, h["hiddenUnits"], 1, net.leaky), nn.Flatten(0))
    return minimax(h, net.Unlabelled(net.generator(h, h["latentDim"])), net.Unlabelled(discriminator))


def dcgan(h, classes):
    generator = net.generator(h, h["latentDim"], net.DEEP_HALVINGS)
    discriminator = net.normalized_discriminator(h["channels"], net.DEEP_HALVINGS)
    return minimax(h, net.Unlabelled(generator), net.Unlabelled(discriminator))


def lsgan(h, classes):
    generator = net.Unlabelled(net.generator(h, h["latentDim"], net.DEEP_HALVINGS))
    judged = net.judged(h, norm=nn.BatchNorm2d, halvings=net.DEEP_HALVINGS)
    discriminator = net.Unlabelled(nn.Sequential(judged, nn.Linear(net.TOP_UNITS, 1), nn.Flatten(0)))
    half_squares = lambda values, label: 0.5 * ((values - label) ** 2).mean()
    of_discriminator = lambda real, fake: half_squares(real, 1) + half_squares(fake, 0)
    return play(h, generator, discriminator, of_discriminator, lambda fake: half_squares(fake, 1))


def cgan(h, classes):
    generator = net.Joined(net.generator(h, h["latentDim"] + classes), classes)
    return minimax(h, generator, net.Projection(net.Joined(net.judged(h, 1 + classes), classes), classes))


def minimax(h, generator, discriminator):
    """The discriminator's logistic loss, and the generator's non-saturating one."""
    deceived = lambda logits: F.softplus(-logits).mean()
    return play(h, generator, discriminator, lambda real, fake: deceived(real) + F.softplus(fake).mean(), deceived)


def play(h, generator, discriminator, of_discriminator, of_generator):
    optimize_generator, optimize_discriminator = adam(h, generator), adam(h, discriminator)

    def step(batch):
        for _ in range(h["discriminatorSteps"]):
            x, labels = batch()
            fake = generator(torch.randn(len(x), h["latentDim"]), labels).detach()
            loss = of_discriminator(discriminator(2 * x - 1, labels), discriminator(fake, labels))
            first = update(optimize_discriminator, loss)
        fake = generator(torch.randn(len(x), h["latentDim"]), labels)
        return [first, update(optimize_generator, of_generator(discriminator(fake, labels)))]

    return Trained([generator, discriminator], step)


def wgan(h, classes):
    generator = net.generator(h, h["latentDim"], net.DEEP_HALVINGS)
    judged = net.judged(h, halvings=net.DEEP_HALVINGS)
    critic = nn.Sequential(judged, nn.Linear(net.TOP_UNITS, 1), nn.Flatten(0))
    optimize_generator, optimize_critic = adam(h, generator), adam(h, critic)

    def penalty(real, fake):
        epsilon = torch.rand(len(real), 1, 1, 1)
        between = (fake + epsilon * (real - fake)).requires_grad_()
        gradient, = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
        return ((gradient.flatten(1).norm(dim=1) - 1) ** 2).mean()

    def step(batch):
        for _ in range(h["criticSteps"]):
            real = 2 * batch()[0] - 1
            fake = generator(torch.randn(len(real), h["latentDim"])).detach()
            loss = critic(fake).mean() - critic(real).mean() + h["gradientPenaltyWeight"] * penalty(real, fake)
            first = update(optimize_critic, loss)
        fake = generator(torch.randn(len(real), h["latentDim"]))
        return [first, update(optimize_generator, -critic(fake).mean())]

    return Trained([generator, critic], step)


class Pool:
    """Older images of a generator: once full, each shown one is exchanged for one of them with probability ½."""

    def __init__(self, size):
        self.size, self.images = size, []

    def exchange(self, shown):
        if not self.size:
            return shown
        given = []
        for image in shown:
            if len(self.images) < self.size:
                self.images.append(image)
            elif random.random() < 0.5:
                place = random.randrange(self.size)
                image, self.images[place] = self.images[place], image
            given.append(image)
        return torch.stack(given)


def unpaired(h, networks, losses, objective):
    """Both generators, then both discriminators; a loss of logits for each, and of the generators' way back."""
    to_b, to_a, judge_a, judge_b = networks
    of_generator, of_discriminator = losses
    optimize_generators, optimize_discriminators = adam(h, to_b, to_a), adam(h, judge_a, judge_b)
    pool_a, pool_b = Pool(h.get("imagePoolSize", 0)), Pool(h.get("imagePoolSize", 0))

    def step(batch):
        a, b = 2 * batch()[0] - 1, 2 * batch()[0] - 1
        fake_a, fake_b = to_a(b), to_b(a)
        loss = of_generator(judge_a(fake_a)) + of_generator(judge_b(fake_b))
        loss = loss + objective(a, b, to_a(fake_b), to_b(fake_a), to_a, to_b)
        first = update(optimize_generators, loss)
        shown_a, shown_b = pool_a.exchange(fake_a.detach()), pool_b.exchange(fake_b.detach())
        loss = of_discriminator(judge_a(a), judge_a(shown_a)) + of_discriminator(judge_b(b), judge_b(shown_b))
        return [first, update(optimize_discriminators, loss)]

    return Trained(networks, step)


def cyclegan(h, classes):
    networks = [net.resnet_generator(h), net.resnet_generator(h), net.patch_discriminator(h), net.patch_discriminator(h)]

    def objective(a, b, back_a, back_b, to_a, to_b):
        asked = h["cycleWeight"] * (F.l1_loss(back_a, a) + F.l1_loss(back_b, b))
        if h["identityWeight"]:
            asked = asked + h["identityWeight"] * (F.l1_loss(to_a(a), a) + F.l1_loss(to_b(b), b))
        return asked

    squares = lambda fake: ((fake - 1) ** 2).mean()
    return unpaired(h, networks, (squares, lambda real, fake: (squares(real) + (fake ** 2).mean()) / 2), objective)


def discogan(h, classes):
    networks = [net.encoder_decoder(h), net.encoder_decoder(h)]
    networks += [net.normalized_discriminator(h["channels"]) for _ in range(2)]

    def objective(a, b, back_a, back_b, to_a, to_b):
        return h["reconstructionWeight"] * (F.mse_loss(back_a, a) + F.mse_loss(back_b, b))

    deceived = lambda logits: F.softplus(-logits).mean()
    return unpaired(h, networks, (deceived, lambda real, fake: deceived(real) + F.softplus(fake).mean()), objective)


BUILDERS = {
    "autoencoder": autoencoder, "denoising-autoencoder": autoencoder, "vae": vae, "gan": gan, "dcgan": dcgan,
    "lsgan": lsgan, "cgan": cgan, "wgan": wgan, "cyclegan": cyclegan, "discogan": discogan,
}


def build(family, hyperparameters, classes):
    return BUILDERS[family](hyperparameters, classes)
