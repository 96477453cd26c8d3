package dev.latent.papers;

import dev.latent.quality.ValidationFigure;
import dev.latent.quality.card.Effort;
import java.util.List;
import java.util.stream.Stream;

/** The papers' settings. What a paper leaves open, or what differs, is said in the title. */
final class Experiments {
    private static final List<String> MNIST = List.of(PaperDatasets.MNIST);
    private static final List<String> INVERTED = List.of(PaperDatasets.MNIST, InvertedImages.of(PaperDatasets.MNIST));
    private static final List<String> OUTLINES = List.of("digits", "digits-outline");

    private static final Claim FRECHET = Claim.untold("frechetDistance");
    private static final Claim PARZEN = Claim.untold("parzenLogLikelihood");
    private static final Claim PRECISION = Claim.untold("precision");
    private static final Claim COVERAGE = Claim.untold("coverage");
    private static final Claim LEAST_CLASS = Claim.untold("leastClassShare");

    /** 5,000 draws for each image of a fourth of the test split: some four minutes. */
    private static final Effort SOME_LIKELIHOODS = new Effort(10_000, 10_000, 2500, 5000, 1000);

    private Experiments() {}

    static List<Experiment> all() {
        return List.of(
                vae(),
                gan(),
                modes("grid", "25 of 25"),
                modes("ring", "8 of 8"),
                autoencoder(),
                denoiser(),
                translation("cyclegan", "cyclegan-outline", OUTLINES, "{}", 16),
                translation("discogan", "discogan-outline", OUTLINES, "{}", 64),
                toyTranslation(),
                translation("cyclegan", "cyclegan-inverted", INVERTED, "{}", 16),
                translation("discogan", "discogan-inverted", INVERTED, "{}", 64),
                cgan(),
                images("dcgan", "dcgan", "DCGAN (Radford 2016; averaged weights)", "{\"learningRate\": 2e-4}"),
                images(
                        "wgan",
                        "wgan",
                        "WGAN with gradient penalty, convolutions (our defaults: as many critic steps as G's, ten times"
                                + " Gulrajani's rate, averaged weights)",
                        "{}",
                        Claim.untold("criticEstimateCorrelation")),
                images(
                        "cgan-conv",
                        "cgan",
                        "cGAN with projection, convolutions",
                        "{}",
                        Claim.untold("labelAccuracy"),
                        Claim.untold("labelAccuracyByNeighbours")));
    }

    private static Experiment vae() {
        return new Experiment(
                "vae",
                "VAE, one stochastic layer of 50, 2×200 tanh units, pixels binarized anew each time (Burda 2015; averaged"
                        + " weights, a rate that halves every 300 epochs)",
                "vae",
                MNIST,
                """
                {"architecture": "mlp", "hiddenUnits": [200, 200], "activation": "tanh", "latentDim": 50, "binarization": "dynamic",
                 "learningRate": 1.5e-3, "learningRateHalfLife": 300, "emaDecay": 0.9995}""",
                100,
                ValidationFigure.NEGATIVE_ELBO,
                SOME_LIKELIHOODS,
                List.of(Claim.of("negativeLogLikelihood", "86.76"), Claim.untold("negativeElbo"), FRECHET));
    }

    /** D sees what Parzen's window sees: noise of 0.4 on [−1,1] is the σ 0.2 that validation chooses on [0,1]. */
    private static Experiment gan() {
        return new Experiment(
                "gan",
                "GAN, fully connected (Goodfellow 2014; Adam, ReLU, noise on D's input and averaged weights in place of"
                        + " momentum, maxout and dropout)",
                "gan",
                MNIST,
                "{\"hiddenUnits\": [1200, 1200], \"learningRate\": 8e-4, \"emaDecay\": 0.999, \"instanceNoise\": 0.4}",
                100,
                ValidationFigure.PARZEN_LOG_LIKELIHOOD,
                Claim.of("parzenLogLikelihood", "225 ± 2"),
                FRECHET,
                PRECISION,
                COVERAGE,
                LEAST_CLASS);
    }

    private static Experiment cgan() {
        return new Experiment(
                "cgan",
                "cGAN, fully connected, labels joined to both inputs (Mirza & Osindero 2014; as the GAN above)",
                "cgan",
                MNIST,
                """
                {"architecture": "mlp", "conditioning": "concat", "latentDim": 100, "learningRate": 2e-4,
                 "emaDecay": 0.999, "instanceNoise": 0.4}""",
                100,
                ValidationFigure.PARZEN_LOG_LIKELIHOOD,
                Claim.of("parzenLogLikelihood", "132 ± 1.8"),
                Claim.untold("labelAccuracy"),
                FRECHET);
    }

    private static Experiment modes(String dataset, String wanted) {
        return new Experiment(
                "wgan-" + dataset,
                "WGAN with gradient penalty (Gulrajani 2017; a larger rate, averaged weights), Gaussians on a "
                        + dataset,
                "wgan",
                List.of(dataset),
                "{\"learningRate\": 5e-4, \"adamBeta1\": 0.5}",
                64,
                ValidationFigure.MODES,
                Claim.of("modesCovered", wanted),
                Claim.untold("shareWithinModes"));
    }

    private static Experiment autoencoder() {
        return new Experiment(
                "autoencoder",
                "autoencoder, convolutions, a code of 32 (Hinton & Salakhutdinov 2006)",
                "autoencoder",
                MNIST,
                "{}",
                128,
                ValidationFigure.RECONSTRUCTION_ERROR,
                Claim.untold("reconstructionMse"));
    }

    private static Experiment denoiser() {
        return new Experiment(
                "denoising-autoencoder",
                "denoising autoencoder, every kind of noise at levels drawn anew (Vincent 2008)",
                "denoising-autoencoder",
                MNIST,
                """
                {"architecture": "conv",
                 "corruptions": [{"kind": "gaussian", "minLevel": 0.1, "maxLevel": 0.8},
                                 {"kind": "masking", "minLevel": 0.1, "maxLevel": 0.8},
                                 {"kind": "salt-and-pepper", "minLevel": 0.05, "maxLevel": 0.55},
                                 {"kind": "speckle", "minLevel": 0.1, "maxLevel": 1.0}]}""",
                128,
                ValidationFigure.PSNR_GAIN,
                Claim.untold("psnrGain"));
    }

    private static Experiment translation(
            String family, String id, List<String> datasets, String hyperparameters, int batchSize) {
        return new Experiment(
                id,
                (family.equals("cyclegan")
                                ? "CycleGAN (Zhu 2017; batches of 16, four times the rate)"
                                : "DiscoGAN (Kim 2017)")
                        + ", %s ↔ %s".formatted(datasets.get(0), datasets.get(1)),
                family,
                datasets,
                hyperparameters,
                batchSize,
                ValidationFigure.TRANSLATION_DISTANCE,
                Claim.untold("translationErrorAToB"),
                Claim.untold("translationErrorBToA"),
                Claim.untold("translationAccuracyAToB"),
                Claim.untold("translationAccuracyBToA"));
    }

    private static Experiment toyTranslation() {
        return new Experiment(
                "discogan-gmm",
                "DiscoGAN, five Gaussians → ten (Kim 2017, section 3.2)",
                "discogan",
                List.of("gmm-5", "gmm-10"),
                "{}",
                64,
                ValidationFigure.TRANSLATED_MODES,
                Claim.of("modesCoveredAToB", "10 of 10"),
                Claim.of("modesSharedAToB", "0"));
    }

    private static Experiment images(String id, String family, String title, String hyperparameters, Claim... others) {
        List<Claim> claims = Stream.concat(
                        Stream.of(FRECHET, PRECISION, COVERAGE, LEAST_CLASS, PARZEN), Stream.of(others))
                .toList();
        return new Experiment(
                id,
                title,
                family,
                MNIST,
                hyperparameters,
                64,
                ValidationFigure.FRECHET_DISTANCE,
                Effort.PAPERS,
                claims);
    }
}
