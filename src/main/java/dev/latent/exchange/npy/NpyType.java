package dev.latent.exchange.npy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The type of an array's values.
 *
 * @param code NumPy's kind and width: {@code f4}, {@code u1}, …
 */
public record NpyType(String code, ByteOrder order) {
    static NpyType of(String description) throws UnreadableNpy {
        if (!description.matches("[<>|=]?(f2|f4|f8|u1|i1|u2|i2|u4|i4|u8|i8|b1)")) {
            throw new UnreadableNpy("arrays of type '" + description
                    + "' are not taken (objects never are); convert with array.astype('float64')");
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

    /** Whether values are booleans, one byte each. */
    public boolean booleans() {
        return code.equals("b1");
    }

    /** Whether a double rounds some values of the type. */
    public boolean exceedsDoubles() {
        return code.equals("i8") || code.equals("u8");
    }

    /** The difference of a value to an offset, as exact as a double can be. */
    double difference(ByteBuffer bytes, int at, double offset) {
        if (offset == 0 || !exceedsDoubles()) {
            return value(bytes, at) - offset;
        }
        return new BigDecimal(whole(bytes, at)).subtract(new BigDecimal(offset)).doubleValue();
    }

    private BigInteger whole(ByteBuffer bytes, int at) {
        BigInteger signed = BigInteger.valueOf(bytes.getLong(at));
        return code.equals("u8") && signed.signum() < 0 ? signed.add(BigInteger.ONE.shiftLeft(Long.SIZE)) : signed;
    }

    private double value(ByteBuffer bytes, int at) {
        return switch (code) {
            case "f2" -> half(bytes.getShort(at));
            case "f4" -> bytes.getFloat(at);
            case "f8" -> bytes.getDouble(at);
            case "i1" -> bytes.get(at);
            case "u2" -> bytes.getShort(at) & 0xFFFF;
            case "i2" -> bytes.getShort(at);
            case "u4" -> bytes.getInt(at) & 0xFFFFFFFFL;
            case "i4" -> bytes.getInt(at);
            case "u8", "i8" -> whole(bytes, at).doubleValue();
            default -> bytes.get(at) & 0xFF;
        };
    }

    /** IEEE 754 binary16. */
    private static double half(short bits) {
        int exponent = bits >> 10 & 0x1F;
        int fraction = bits & 0x3FF;
        double magnitude = switch (exponent) {
            case 0 -> fraction * 0x1p-24;
            case 31 -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
            default -> Math.scalb(1 + fraction * 0x1p-10, exponent - 15);
        };
        return bits < 0 ? -magnitude : magnitude;
    }
}
