package dev.latent.storage.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The only way to a server, which a test may close and open again: what goes there finds nobody meanwhile. */
public final class S3Outage implements AutoCloseable {
    private final int target;
    private final ServerSocket door;
    private final Set<Socket> passing = ConcurrentHashMap.newKeySet();
    private volatile boolean away;

    public S3Outage(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        run(this::letIn);
    }

    private static void run(Runnable work) {
        Thread thread = new Thread(work, "way-to-the-bucket");
        thread.setDaemon(true);
        thread.start();
    }

    /** Where to go instead. */
    public int port() {
        return door.getLocalPort();
    }

    public void begin() {
        away = true;
        passing.forEach(S3Outage::close);
    }

    public void end() {
        away = false;
    }

    private void letIn() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (away) {
                    close(client);
                } else {
                    connect(client, new Socket(InetAddress.getLoopbackAddress(), target));
                }
            } catch (IOException e) {
                // the door is closed
            }
        }
    }

    private void connect(Socket client, Socket server) {
        passing.add(client);
        passing.add(server);
        run(() -> copy(client, server));
        run(() -> copy(server, client));
    }

    private void copy(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // one of both has gone
        } finally {
            passing.remove(from);
            passing.remove(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed already
        }
    }

    @Override
    public void close() throws IOException {
        begin();
        door.close();
    }
}
