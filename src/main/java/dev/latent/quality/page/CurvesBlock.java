package dev.latent.quality.page;

import dev.latent.image.Lettering;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** Curves over one axis, with the least and the greatest value named. */
record CurvesBlock(List<Curve> curves) implements Block {
    private static final int HEIGHT = 220;
    private static final int LEFT = 70;
    private static final int BOTTOM = 24;
    private static final int SIZE = 12;
    private static final List<Color> COLOURS = List.of(
            new Color(0x1f, 0x77, 0xb4),
            new Color(0xff, 0x7f, 0x0e),
            new Color(0x2c, 0xa0, 0x2c),
            new Color(0xd6, 0x27, 0x28),
            new Color(0x94, 0x67, 0xbd));

    @Override
    public int height() {
        return HEIGHT + SIZE;
    }

    @Override
    public void draw(Graphics2D on, int width) {
        Axis x = new Axis(values(Curve::x), LEFT, width * 2 / 3);
        Axis y = new Axis(values(Curve::y), HEIGHT - BOTTOM, SIZE);
        frame(on, x, y);
        on.setStroke(new BasicStroke(1.5f));
        for (int i = 0; i < curves.size(); i++) {
            on.setColor(COLOURS.get(i % COLOURS.size()));
            on.draw(path(curves.get(i), x, y));
            Lettering.draw(on, curves.get(i).name(), x.to + 12, 2 * SIZE + i * 18, SIZE);
        }
    }

    private static void frame(Graphics2D on, Axis x, Axis y) {
        on.setColor(LINE);
        on.drawRect(x.from, y.to, x.to - x.from, y.from - y.to);
        on.setColor(FAINT);
        Lettering.draw(on, Numbers.text(y.greatest), 0, y.to + SIZE, SIZE);
        Lettering.draw(on, Numbers.text(y.least), 0, y.from, SIZE);
        Lettering.draw(on, Numbers.text(x.least), x.from, y.from + 1.5 * SIZE, SIZE);
        String last = Numbers.text(x.greatest);
        Lettering.draw(on, last, x.to - Lettering.width(last, SIZE), y.from + 1.5 * SIZE, SIZE);
    }

    private static Path2D path(Curve curve, Axis x, Axis y) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < curve.x().length; i++) {
            double px = x.place(curve.x()[i]);
            double py = y.place(curve.y()[i]);
            if (i == 0) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
        return path;
    }

    private double[] values(Function<Curve, double[]> axis) {
        return curves.stream().map(axis).flatMapToDouble(Arrays::stream).toArray();
    }

    /** From values to pixels. */
    private record Axis(double least, double greatest, int from, int to) {
        Axis(double[] values, int from, int to) {
            this(
                    DoubleStream.of(values).min().orElse(0),
                    DoubleStream.of(values).max().orElse(1),
                    from,
                    to);
        }

        double place(double value) {
            double range = greatest > least ? greatest - least : 1;
            return from + (to - from) * (value - least) / range;
        }
    }
}
