package dev.latent.exchange;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The type of an array's values.
 *
 * @param code NumPy's kind and width: {@code f4}, {@code u1}, …
 */
public record NpyType(String code, ByteOrder order) {
    static NpyType of(String description) throws UnreadableNpy {
        if (!description.matches("[<>|=]?(f4|f8|u1|i1|u2|i2|i4|i8|b1)")) {
            throw new UnreadableNpy("arrays of type '" + description
                    + "' are not taken (objects never are); convert with array.astype('float32')");
        }
        String code = description.substring(description.length() - 2);
        return new NpyType(code, description.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    /** Bytes a value. */
    public int width() {
        return code.charAt(1) - '0';
    }

    /** Whether values are whole numbers (or booleans). */
    public boolean integer() {
        return code.charAt(0) != 'f';
    }

    /** Whether values are unsigned bytes, as stored pixels are. */
    public boolean bytes() {
        return code.equals("u1");
    }

    /** Whether float32 holds all values of the type. */
    public boolean singles() {
        return code.equals("f4") || code.charAt(1) < '4';
    }

    double value(ByteBuffer bytes, int offset) {
        return switch (code) {
            case "f4" -> bytes.getFloat(offset);
            case "f8" -> bytes.getDouble(offset);
            case "i1" -> bytes.get(offset);
            case "u2" -> bytes.getShort(offset) & 0xFFFF;
            case "i2" -> bytes.getShort(offset);
            case "i4" -> bytes.getInt(offset);
            case "i8" -> bytes.getLong(offset);
            default -> bytes.get(offset) & 0xFF;
        };
    }
}
