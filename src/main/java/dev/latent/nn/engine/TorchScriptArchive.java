package dev.latent.nn.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes TorchScript text as the archive that the engine loads: a stored zip around a pickled, empty module. */
final class TorchScriptArchive {
    private static final String CLASS = "Operation";

    private TorchScriptArchive() {}

    /** @param method the text of a method named {@code forward} */
    static byte[] of(String method) {
        String code = "class " + CLASS + "(Module):\n  __parameters__ = []\n  __buffers__ = []\n  training : bool\n"
                + method.indent(2);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            entry(zip, "data.pkl", emptyModule());
            entry(zip, "code/__torch__.py", code.getBytes(StandardCharsets.UTF_8));
            entry(zip, "constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
            entry(zip, "version", "3\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Pickle protocol 2: the class, an empty tuple, NEWOBJ, {@code {"training": True}}, BUILD, STOP. */
    private static byte[] emptyModule() {
        byte[] name = ("c__torch__\n" + CLASS + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] training = "training".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer pickle = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        pickle.put((byte) 0x80).put((byte) 2).put(name).put(new byte[] {')', (byte) 0x81, '}', '('});
        pickle.put((byte) 'X').putInt(training.length).put(training).put((byte) 0x88);
        pickle.put(new byte[] {'u', 'b', '.'});
        byte[] used = new byte[pickle.position()];
        pickle.flip().get(used);
        return used;
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry("operation/" + name);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(LocalDateTime.of(1980, 2, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(content);
    }
}
