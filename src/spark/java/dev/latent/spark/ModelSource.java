package dev.latent.spark;

import dev.latent.family.folder.ModelFolder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Where a version comes from: any file system that Spark reads, HTTP among them. */
final class ModelSource {
    private ModelSource() {}

    /**
     * A version as a zip.
     *
     * @param place an export, the address of one, or the folder of a version
     * @throws IOException that names the place, if there is no version
     */
    static byte[] read(String place, Configuration settings) throws IOException {
        Path path = path(place);
        FileSystem files = path.getFileSystem(settings);
        byte[] zip =
                isHttp(path) || !files.getFileStatus(path).isDirectory() ? content(files, path) : folder(files, path);
        if (zip.length < 2 || zip[0] != 'P' || zip[1] != 'K') {
            throw new IOException(
                    place + " is no version: give a zip as GET …/export?format=latent gives it, or a version's folder");
        }
        return zip;
    }

    private static Path path(String place) {
        return place.contains("?") ? new Path(URI.create(place)) : new Path(place);
    }

    private static boolean isHttp(Path path) {
        String scheme = path.toUri().getScheme();
        return "http".equals(scheme) || "https".equals(scheme);
    }

    private static byte[] content(FileSystem files, Path file) throws IOException {
        try (InputStream in = files.open(file)) {
            return ModelZip.read(in);
        }
    }

    private static byte[] folder(FileSystem files, Path folder) throws IOException {
        if (!files.exists(new Path(folder, ModelFolder.DESCRIPTION))) {
            throw new FileNotFoundException(folder + " is no version's folder: it has no " + ModelFolder.DESCRIPTION);
        }
        ModelZip zip = new ModelZip();
        for (FileStatus file : files.listStatus(folder)) {
            if (file.isFile() && !file.getPath().getName().startsWith(".")) {
                zip.add(file.getPath().getName(), content(files, file.getPath()));
            }
        }
        return zip.finish();
    }
}
