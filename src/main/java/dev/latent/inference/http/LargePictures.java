package dev.latent.inference.http;

import dev.latent.exchange.picture.PictureStyle;
import dev.latent.family.FindsNoise;
import dev.latent.files.BoundedInput;
import dev.latent.image.LargePictureReader;
import dev.latent.image.LargePictureWriter;
import dev.latent.image.PictureKind;
import dev.latent.image.PictureOnDisk;
import dev.latent.image.UnreadablePicture;
import dev.latent.inference.engine.Inference;
import dev.latent.inference.engine.Session;
import dev.latent.inference.engine.Units;
import dev.latent.inference.http.LargePictureSpace.Part;
import dev.latent.inference.operation.Cleaned;
import dev.latent.inference.operation.LargeCleaning;
import dev.latent.inference.operation.LargeCleaning.Levelled;
import dev.latent.problem.Problem;
import dev.latent.sample.PixelLevels;
import dev.latent.sample.SampleShape;
import dev.latent.sample.SampleShape.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers pictures that are too large for the memory: they lie on the disk, and are denoised band by band. */
@Component
class LargePictures {
    private static final String BODY = "sent";
    private static final String ANSWER = "answer";

    /** Height × width × channels of a picture that is denoised in memory. */
    private static final long MOST_IN_MEMORY = 1 << 22;

    private final Inference inference;
    private final LargePictureSpace space;

    LargePictures(Inference inference, LargePictureSpace space) {
        this.inference = inference;
        this.space = space;
    }

    /** Whether a request may be one of them: a picture that is answered by one, and a model for any size. */
    boolean mayTake(RowRequest ask) {
        if (!ask.sendsPicture() || !ask.format().isPicture()) {
            return false;
        }
        try (Session session = inference.open(ask.asked().version(), ask.operation())) {
            return session.can(FindsNoise.class);
        }
    }

    /** What is done with the body of a picture that is not so large. */
    interface InMemory<T> {
        T answer(byte[] picture) throws IOException;
    }

    /**
     * @param level of the noise, or null to have it estimated
     * @param small for all others
     * @return what that gives; null where the answer has been sent
     */
    <T> @Nullable T answer(RowRequest ask, @Nullable Double level, InMemory<T> small) throws IOException {
        try (Part part = space.open()) {
            Path body = part.file(BODY);
            part.take(copy(ask, body));
            try (LargePictureReader reader = LargePictureReader.openIfLarge(body, MOST_IN_MEMORY, space.pixels())) {
                if (reader == null) {
                    return small.answer(Files.readAllBytes(body));
                }
                part.takePlace();
                answer(ask, level, reader, part);
                return null;
            } catch (UnreadablePicture e) {
                throw Problem.badBody(e.getMessage());
            }
        }
    }

    private long copy(RowRequest ask, Path body) throws IOException {
        long most = space.mostOfBody();
        return Files.copy(
                new BoundedInput(
                        ask.body(), most, () -> Problem.tooLarge("a picture of at most " + most + " bytes is taken")),
                body);
    }

    private void answer(RowRequest ask, @Nullable Double level, LargePictureReader reader, Part part)
            throws IOException {
        PictureKind kind = PictureKind.valueOf(ask.format().name());
        if (reader.pages() > 1 && kind != PictureKind.TIFF) {
            throw Problem.notAcceptable("the pages of a large picture are answered as image/tiff");
        }
        part.take(room(reader));
        List<Double> removed = new ArrayList<>();
        PixelLevels levels = null;
        try (Session session = inference.open(ask.asked().version(), ask.operation());
                LargePictureWriter writer = LargePictureWriter.create(kind, part.file(ANSWER), reader.tags())) {
            for (int page = 0; page < reader.pages(); page++) {
                try (PictureOnDisk picture = reader.decode(page, part.file("page"))) {
                    requireChannels(picture.shape(), ask.expected().shape());
                    levels = levels == null ? levels(ask, picture) : levels;
                    Double found =
                            clean(LargeCleaning.of(session), new Levelled(picture, levels), level, kind, writer, part);
                    if (found != null) {
                        removed.add(found);
                    }
                }
                Files.delete(part.file("page"));
            }
            writer.finish();
        }
        send(ask, levels, removed, part.file(ANSWER));
    }

    /** For a page, what it becomes in other bits, and the answer. */
    private static long room(LargePictureReader reader) throws IOException {
        long largest = 0;
        long all = 0;
        for (int page = 0; page < reader.pages(); page++) {
            Image shape = reader.shape(page);
            long bytes = (long) shape.height() * shape.width() * shape.channels() * reader.bits(page) / 8;
            largest = Math.max(largest, bytes);
            all += bytes;
        }
        return 2 * largest + all;
    }

    private static @Nullable Double clean(
            LargeCleaning cleaning,
            Levelled noisy,
            @Nullable Double level,
            PictureKind kind,
            LargePictureWriter writer,
            Part part)
            throws IOException {
        PixelLevels levels = PictureStyle.of(noisy.levels()).levels(kind);
        if (levels.bits() == noisy.levels().bits()) {
            Double found = cleaning.clean(noisy, noisy, level);
            writer.add(noisy.picture());
            return found;
        }
        try (PictureOnDisk other = PictureOnDisk.create(noisy.picture().shape(), levels.bits(), part.file("other"))) {
            Double found = cleaning.clean(noisy, new Levelled(other, levels), level);
            writer.add(other);
            return found;
        } finally {
            Files.deleteIfExists(part.file("other"));
        }
    }

    private static PixelLevels levels(RowRequest ask, PictureOnDisk picture) throws IOException {
        double[] range = picture.range();
        PixelLevels levels = ask.pictures()
                .reading(Units.of(ask.asked().version().description()).pictures())
                .levelsOf(picture.bits(), range[1]);
        ask.pictures().requireUsed(levels);
        for (double value : range) {
            boolean taken = levels.isFloat() ? ask.expected().takes(levels.pixel(value)) : levels.holds(value);
            if (!taken) {
                throw Problem.invalid(
                        "#",
                        "a pixel is " + PixelLevels.text(value) + ", but its values are taken to range over "
                                + levels.range() + "; say with valueRange what this picture's range over");
            }
        }
        return levels;
    }

    private static void requireChannels(Image picture, SampleShape model) {
        int wanted = ((Image) model).channels();
        if (picture.channels() != wanted) {
            throw Problem.invalid(
                    "#",
                    "the picture has " + picture.channels() + " channels (1 is grey, 3 is RGB), " + wanted
                            + " are needed");
        }
    }

    private static void send(RowRequest ask, PixelLevels levels, List<Double> removed, Path answer) throws IOException {
        ask.send(answer, headers -> {
            if (levels.bits() > 8) {
                headers.set(Responses.VALUE_RANGE, levels.range());
            }
            if (!removed.isEmpty()) {
                headers.set(
                        DenoisingController.NOISE_LEVEL,
                        Cleaned.inText(removed.stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray()));
            }
        });
    }
}
