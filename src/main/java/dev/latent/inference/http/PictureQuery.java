package dev.latent.inference.http;

import dev.latent.exchange.picture.PictureReading;
import dev.latent.image.Background;
import dev.latent.problem.Problem;
import dev.latent.sample.PictureForm;
import dev.latent.sample.PixelLevels;
import dev.latent.sample.ValueRange;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the picture in a body is to be read. What is not asked for is as the pictures of the model's dataset were read. */
record PictureQuery(
        @Parameter(
                description = "of a picture with transparent pixels: the colour that they are laid on, by name or as"
                        + " rrggbb; by default that of the model's dataset, or white. The header Latent-Background says"
                        + " that there were such pixels.")
        @Nullable
        String background,

        @Parameter(
                description = "of a picture of 16 bits or of floats: what its values range over, as 0,4095 for 12 bits"
                        + " in 16; by default as in the model's dataset, or the least of 8, 10, 12, 14 and 16 bits that"
                        + " holds all values, and 0,1 of floats. The header Latent-Value-Range says it, and a picture in"
                        + " the answer has the same.")
        @Nullable
        String valueRange) {
    static final PictureQuery NONE = new PictureQuery(null, null);

    private static final Pattern RANGE = Pattern.compile("(-?[\\d.]{1,30}),(-?[\\d.]{1,30})");

    /** @param form of the pictures of the model's dataset, where it was made of such */
    PictureReading reading(@Nullable PictureForm form) {
        return new PictureReading(under(form), range(), form == null ? null : form.levels());
    }

    private Background under(@Nullable PictureForm form) {
        if (background == null) {
            return form == null || form.background() == null ? Background.WHITE : Background.of(form.background());
        }
        try {
            return Background.of(background);
        } catch (IllegalArgumentException e) {
            throw Problem.badParameter("background", e.getMessage());
        }
    }

    private @Nullable ValueRange range() {
        if (valueRange == null) {
            return null;
        }
        Matcher range = RANGE.matcher(valueRange);
        try {
            if (range.matches()) {
                return new ValueRange(Double.parseDouble(range.group(1)), Double.parseDouble(range.group(2)));
            }
        } catch (IllegalArgumentException e) {
            // told below, like what is no range at all
        }
        throw Problem.badParameter(
                "valueRange", "valueRange is what 16-bit pixels or floats range over, as 0,4095 or -0.5,1.5");
    }

    /** @throws Problem 400 if a range was given for values that have none; null for what is no picture */
    void requireUsed(@Nullable PixelLevels levels) {
        if (valueRange != null && (levels == null || levels.bits() == 8)) {
            throw Problem.badParameter(
                    "valueRange", "valueRange is for pictures of 16 bits or of floats; leave it out");
        }
    }
}
