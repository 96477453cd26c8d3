package dev.latent.quality;

import dev.latent.image.Png;
import dev.latent.quality.page.CardPage;
import dev.latent.quality.page.Curve;
import java.io.IOException;
import java.util.List;

/** Lines over one axis, as a PNG. */
public final class CurvePicture {
    private CurvePicture() {}

    /** @param title what is shown @param name of the line @param x ascends */
    public static byte[] draw(String title, String note, String name, double[] x, double[] y) throws IOException {
        return Png.encode(CardPage.curves(title, note, List.of(new Curve(name, x, y))));
    }
}
