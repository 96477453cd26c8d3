package dev.latent.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A kept connection to a service on this machine: as little work as a client can do, since it shares the processors. */
final class HttpConnection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 60_000;

    private final int port;
    private final byte[] buffer = new byte[1 << 14];
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();
    private int next;
    private int end;
    private boolean open;

    HttpConnection(int port) {
        this.port = port;
    }

    private void connect() throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
        in = socket.getInputStream();
        next = 0;
        end = 0;
        open = true;
    }

    record Answer(int status, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** Connects where it has to: a service closes a connection after some requests. */
    Answer exchange(Request request) throws IOException {
        if (!open) {
            connect();
        }
        socket.getOutputStream().write(request.bytes());
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean chunked = false;
        boolean close = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            close |= is(header, "connection: close");
            if (is(header, "content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            chunked |= is(header, "transfer-encoding:");
        }
        Answer answer = new Answer(status, chunked ? chunks() : exactly(length));
        if (close) {
            close();
        }
        return answer;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.write(exactly(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private static boolean is(String header, String start) {
        return header.regionMatches(true, 0, start, 0, start.length());
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = new byte[length];
        int there = Math.min(length, end - next);
        System.arraycopy(buffer, next, bytes, 0, there);
        next += there;
        if (in.readNBytes(bytes, there, length - there) < length - there) {
            throw new EOFException("the service hung up");
        }
        return bytes;
    }

    @SuppressWarnings("deprecation") // bytes of Latin-1 as they are
    private String line() throws IOException {
        int from = next;
        while (true) {
            for (; next < end; next++) {
                if (buffer[next] == '\n') {
                    int length = next++ - from;
                    return new String(
                            buffer, 0, from, length > 0 && buffer[from + length - 1] == '\r' ? length - 1 : length);
                }
            }
            keepFrom(from);
            from = 0;
            int read = in.read(buffer, end, buffer.length - end);
            if (read < 0) {
                throw new EOFException("the service hung up");
            }
            end += read;
        }
    }

    /** Moves a line that has begun here to the buffer's start, to read more of it. */
    private void keepFrom(int from) throws IOException {
        if (end - from == buffer.length) {
            throw new IOException("a line of " + buffer.length + " bytes");
        }
        System.arraycopy(buffer, from, buffer, 0, end - from);
        end -= from;
        next = end;
    }

    @Override
    public void close() throws IOException {
        open = false;
        socket.close();
    }
}
