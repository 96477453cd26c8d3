package dev.latent.dataset.builtin;

import dev.latent.dataset.*;
import dev.latent.image.*;
import dev.latent.sample.*;
import java.nio.file.*;

class Tune {
    public static void main(String[] a) throws Exception {
        for (boolean o : new boolean[] {false, true}) {
            Path p = Path.of("/tmp/dg/d" + System.nanoTime());
            long t = System.nanoTime();
            new DigitsRecipe(o).write(p);
            System.out.println((System.nanoTime() - t) / 1e9 + " s " + p);
            try (Dataset d = Dataset.open(p)) {
                System.out.println(d.description());
                Files.write(
                        Path.of("/tmp/dg/" + (o ? "outline" : "digits") + ".png"),
                        Png.encode(
                                new ImageGrid(20, 1, 2).draw(d.split(Split.TEST).range(0, 300))));
                if (!o) {
                    Path l = Path.of("/tmp/dg/latest");
                    Files.deleteIfExists(l);
                    Files.createSymbolicLink(l, p);
                }
            }
        }
    }
}
