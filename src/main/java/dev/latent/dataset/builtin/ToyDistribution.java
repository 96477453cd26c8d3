package dev.latent.dataset.builtin;

/** A density over the plane that can be drawn from. */
interface ToyDistribution {
    /** Writes a point's x and y and returns its class. */
    int draw(Randomness random, float[] target, int offset);

    /** Modes evenly on a circle about the origin, each a normal distribution. */
    static ToyDistribution circle(int modes, double radius, double deviation) {
        return (random, target, offset) -> {
            int mode = random.below(modes);
            double angle = 2 * Math.PI * mode / modes;
            target[offset] = (float) random.normal(radius * StrictMath.cos(angle), deviation);
            target[offset + 1] = (float) random.normal(radius * StrictMath.sin(angle), deviation);
            return mode;
        };
    }

    /** Modes on a square grid about the origin. */
    static ToyDistribution grid(int side, double spacing, double deviation) {
        return (random, target, offset) -> {
            int mode = random.below(side * side);
            double middle = (side - 1) / 2.0;
            target[offset] = (float) random.normal((mode % side - middle) * spacing, deviation);
            target[offset + 1] = (float) random.normal((mode / side - middle) * spacing, deviation);
            return mode;
        };
    }

    /** A spiral of one and a half turns. */
    static ToyDistribution swissRoll(double deviation) {
        return (random, target, offset) -> {
            double t = 1.5 * Math.PI * (1 + 2 * random.uniform());
            target[offset] = (float) (random.normal(t * StrictMath.cos(t), deviation) / 5);
            target[offset + 1] = (float) (random.normal(t * StrictMath.sin(t), deviation) / 5);
            return 0;
        };
    }

    /** Two half circles, one reaching into the other. */
    static ToyDistribution moons(double deviation) {
        return (random, target, offset) -> {
            int moon = random.below(2);
            double t = Math.PI * random.uniform();
            double x = moon == 0 ? StrictMath.cos(t) : 1 - StrictMath.cos(t);
            double y = moon == 0 ? StrictMath.sin(t) : 0.5 - StrictMath.sin(t);
            target[offset] = (float) random.normal(x, deviation);
            target[offset + 1] = (float) random.normal(y, deviation);
            return moon;
        };
    }
}
