package dev.latent.dataset.source.picture;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.Split;
import dev.latent.dataset.source.file.LeftOut;
import dev.latent.dataset.source.file.SourceFile;
import dev.latent.dataset.source.reading.ImportOption;
import dev.latent.dataset.source.reading.ImportRequest;
import dev.latent.dataset.source.reading.LabelClasses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Which pictures are of which class and split.
 *
 * @param places in an order that has nothing to do with their classes, so that any part of them is a fair sample
 * @param leftOut pictures of a domain that was not asked for
 */
record PictureFolders(List<Place> places, LabelClasses classes, List<LeftOut> leftOut) {
    /**
     * @param order a hash of the file's name
     * @param split null where no folder names it
     * @param label null without class folders
     */
    record Place(
            SourceFile file,
            String order,
            @Nullable Split split,
            @Nullable String label) {}

    static PictureFolders of(ImportRequest request) throws DatasetRefused {
        List<SourceFile> pictures = PictureFormat.pictures(request.files());
        String domain = request.options().domain();
        Optional<Domains> domains = Domains.of(pictures);
        if (domains.isEmpty() && domain != null) {
            throw ImportOption.DOMAIN.refusal("pictures in other folders");
        }
        if (domains.isEmpty()) {
            FolderNames folders = FolderNames.of(pictures);
            folders.requireNoneLost(pictures, PicturelessFolders.of(request.files(), pictures));
            return of(pictures, folders, List.of());
        }
        if (domain == null) {
            throw Domains.undecided();
        }
        List<SourceFile> chosen = domains.get().only(domain, pictures);
        return of(chosen, FolderNames.of(chosen, Domains::split), domains.get().besides(domain, pictures));
    }

    private static PictureFolders of(List<SourceFile> pictures, FolderNames folders, List<LeftOut> leftOut) {
        List<Place> places = new ArrayList<>(pictures.size());
        for (SourceFile picture : pictures) {
            places.add(new Place(
                    picture,
                    DigestUtils.sha256Hex(picture.path()),
                    folders.split(picture.path()),
                    folders.label(picture.path())));
        }
        places.sort(Comparator.comparing(Place::order));
        return new PictureFolders(places, classes(places), leftOut);
    }

    private static LabelClasses classes(List<Place> places) {
        Set<String> trained = new HashSet<>();
        for (Place place : places) {
            if (place.label() != null && (place.split() == null || place.split() == Split.TRAIN)) {
                trained.add(place.label());
            }
        }
        boolean labelled = places.get(0).label() != null;
        return labelled ? LabelClasses.of(trained) : LabelClasses.none();
    }

    int label(Place place) throws DatasetRefused {
        return place.label() == null
                ? -1
                : classes.index(place.label(), place.file().path());
    }
}
