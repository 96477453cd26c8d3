package dev.latent.run;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A benchmark whose iterations take turns with those of other processes. */
@State(Scope.Benchmark)
public abstract class InTurn {
    /** Of this machine, where turns are given; 0 where nobody else measures. */
    @Param("0")
    public int turns;

    private @Nullable Socket socket;

    @org.openjdk.jmh.annotations.Setup(Level.Iteration)
    public void await() throws IOException {
        if (turns == 0) {
            return;
        }
        if (socket == null) {
            socket = new Socket(InetAddress.getLoopbackAddress(), turns);
        }
        if (socket.getInputStream().read() < 0) {
            throw new EOFException("another process has failed");
        }
    }

    @TearDown(Level.Iteration)
    public void pass() throws IOException {
        if (socket != null) {
            socket.getOutputStream().write(1);
        }
    }

    @TearDown(Level.Trial)
    public void hangUp() throws IOException {
        if (socket != null) {
            socket.close();
        }
    }
}
