package org.millwright.machines.virtual.protocol;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.millwright.machines.virtual.VirtualMachine;
import org.millwright.machines.virtual.VirtualProfile;

/**
 * Offers one virtual machine on a TCP port of the loopback interface, to many connections at once. Whoever reaches the port
 * may command the machine: it is for one computer, not for a network.
 */
public final class VirtualMachineServer implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 200;
    private static final int IDLE_MS = 600_000;
    /** A program that stops arriving for this long is given up. */
    private static final int TRANSFER_MS = 10_000;

    private final VirtualMachine machine;
    private final RequestHandler handler;
    private final ServerSocket listener;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);

    private VirtualMachineServer(VirtualMachine machine, ServerSocket listener) {
        this.machine = machine;
        this.listener = listener;
        handler = new RequestHandler(machine);
    }

    /**
     * Makes a machine and offers it.
     *
     * @param port 0 for any free one
     * @param speed machine seconds per second
     * @param stateFile where the machine keeps its memory; null for nowhere
     * @throws IOException when the port is taken
     * @throws UncheckedIOException when the state file cannot be used
     */
    public static VirtualMachineServer start(
            VirtualProfile profile, int port, double speed, @Nullable Path stateFile, InstantSource time)
            throws IOException {
        var listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        try {
            String name = "%s-%d"
                    .formatted(
                            profile.kind() == VirtualProfile.Kind.PRINTER ? "printer" : "laser",
                            listener.getLocalPort());
            return offer(new VirtualMachine(name, profile, time, speed, stateFile), listener);
        } catch (RuntimeException e) {
            listener.close();
            throw e;
        }
    }

    private static VirtualMachineServer offer(VirtualMachine machine, ServerSocket listener) {
        var server = new VirtualMachineServer(machine, listener);
        Thread.ofPlatform().name("virtual-machine-" + server.port()).daemon().start(server::accept);
        return server;
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** The machine itself, for tests and demonstrations in the same process. */
    public VirtualMachine machine() {
        return machine;
    }

    /** Waits until the server is closed. */
    public void await() throws InterruptedException {
        closed.await();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                if (connections.size() >= MOST_CONNECTIONS) {
                    socket.close();
                } else {
                    connections.add(socket);
                    Thread.ofVirtual().start(() -> serve(socket));
                }
            }
        } catch (IOException portLost) {
            // Closed on purpose, or the port is gone: a machine that nobody can reach any more is off.
            close();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            converse(socket);
        } catch (IOException left) {
            // The other side left, fell silent or was cut off: it asks again on a new connection what became of its
            // command.
            connections.remove(socket);
        } finally {
            connections.remove(socket);
        }
    }

    private void converse(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        try {
            while (true) {
                socket.setSoTimeout(IDLE_MS);
                String line = Wire.readLine(in);
                socket.setSoTimeout(TRANSFER_MS);
                send(socket, handler.answer(line, in));
            }
        } catch (ProtocolException e) {
            send(socket, RequestHandler.error("protocol", String.valueOf(e.getMessage())));
        }
    }

    private static void send(Socket socket, List<String> words) throws IOException {
        socket.getOutputStream().write(Wire.line(words).getBytes(StandardCharsets.UTF_8));
    }

    /** Ends all connections and gives the port and the state file free. */
    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : connections) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            machine.close();
            closed.countDown();
        }
    }
}
