package dev.latent.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Lets processes measure one at a time, an iteration each in turn, so that what slows the machine for a while slows all
 * of them alike. A process connects to the port when it is ready for its first iteration; it awaits a byte before each
 * iteration, sends one after each, and hangs up after its last.
 */
final class Turns implements AutoCloseable {
    private static final int LONGEST_PREPARATION_MILLIS = 300_000;

    /** For the threads of whoever had its turn to fall asleep: OpenBLAS's look out for work for some 30 ms. */
    private static final int PAUSE_MILLIS = 50;

    private final int parties;
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> all = new ArrayList<>();

    /** @param parties how many processes there are: none begins before the last is ready */
    Turns(int parties) throws IOException {
        this.parties = parties;
        server.setSoTimeout(LONGEST_PREPARATION_MILLIS);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Until all have hung up. */
    void give() throws IOException {
        for (int i = 0; i < parties; i++) {
            enter(server.accept());
        }
        List<Socket> going = new ArrayList<>(all);
        while (!going.isEmpty()) {
            for (Iterator<Socket> each = going.iterator(); each.hasNext(); ) {
                if (!turn(each.next())) {
                    each.remove();
                }
            }
        }
    }

    private synchronized void enter(Socket party) {
        all.add(party);
    }

    /** @return false if the party has hung up */
    private static boolean turn(Socket party) throws IOException {
        Service.pause(PAUSE_MILLIS);
        try {
            party.getOutputStream().write(1);
            return party.getInputStream().read() >= 0;
        } catch (SocketException e) {
            return false;
        }
    }

    /** Whoever still waits is hung up on. */
    @Override
    public synchronized void close() throws IOException {
        server.close();
        for (Socket party : all) {
            party.close();
        }
    }
}
