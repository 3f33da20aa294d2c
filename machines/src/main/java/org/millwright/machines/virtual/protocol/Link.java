package org.millwright.machines.virtual.protocol;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The connection to one machine: opened when needed, given up after any trouble, never waited for longer than its budget.
 * Its clock is the monotonic one of the computer, since it waits for the network and not for the machine.
 */
final class Link implements AutoCloseable {
    private static final long BUDGET_MS = 2_500;
    private static final int CONNECT_MS = 1_000;
    private static final long SHORTEST_PAUSE_MS = 100;
    private static final long LONGEST_PAUSE_MS = 5_000;
    /** After so much silence it is asked whether the other side is still there before a command is trusted to it. */
    private static final long TRUSTED_MS = 500;

    private final String host;
    private final int port;
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile @Nullable Open open;
    private volatile boolean closed;
    private long usedAt;
    private long pauseMs = SHORTEST_PAUSE_MS;
    private long pausedUntil = System.nanoTime();

    Link(String host, int port) {
        this.host = host;
        this.port = port;
    }

    private record Open(Socket socket, InputStream in, OutputStream out) {}

    String address() {
        return host + ":" + port;
    }

    /**
     * Asks something that may be asked twice; a connection that proves dead is replaced once. While the machine was not
     * reachable just now it is not tried again before a pause has passed.
     */
    List<String> ask(List<String> request) throws IOException {
        return inTurn(turnAtHand -> {
            if (open == null && System.nanoTime() < pausedUntil) {
                throw new ConnectException("%s was not reachable just now".formatted(address()));
            }
            boolean fresh = open == null;
            try {
                return exchange(turnAtHand, request, new byte[0]);
            } catch (ProtocolException | SocketTimeoutException e) {
                throw e;
            } catch (IOException e) {
                if (fresh) {
                    throw e;
                }
                return exchange(turnAtHand, request, new byte[0]);
            }
        });
    }

    /** Sends a command and its payload at most once. */
    List<String> command(List<String> request, byte[] payload) throws IOException {
        return inTurn(turnAtHand -> {
            if (open != null && System.nanoTime() - usedAt > TimeUnit.MILLISECONDS.toNanos(TRUSTED_MS)) {
                try {
                    exchange(turnAtHand, List.of("hello", String.valueOf(Wire.VERSION)), new byte[0]);
                } catch (IOException dead) {
                    // The greeting commands nothing: the command goes over a new connection.
                    drop(open);
                }
            }
            return exchange(turnAtHand, request, payload);
        });
    }

    private interface Talk {
        List<String> run(Turn turnAtHand) throws IOException;
    }

    /** Whether somebody still waits for the talk; when not, it must send nothing any more. */
    private static final class Turn {
        private volatile boolean abandoned;

        void check() throws IOException {
            if (abandoned) {
                throw new SocketTimeoutException("Nobody waits for the answer any more");
            }
        }
    }

    /** One after the other, all within the budget: what blocks longer loses its socket. */
    private List<String> inTurn(Talk talk) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(BUDGET_MS);
        try {
            if (!turn.tryLock(BUDGET_MS, TimeUnit.MILLISECONDS)) {
                throw new SocketTimeoutException("%s is still busy with another request".formatted(address()));
            }
            try {
                var turnAtHand = new Turn();
                var task = new FutureTask<>(() -> talk.run(turnAtHand));
                Thread.ofVirtual().start(task);
                try {
                    return await(task, deadline);
                } finally {
                    turnAtHand.abandoned = true;
                }
            } finally {
                turn.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            drop(open);
            throw new IOException("Interrupted while waiting for " + address(), e);
        }
    }

    private List<String> await(FutureTask<List<String>> task, long deadline) throws IOException, InterruptedException {
        try {
            return task.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            drop(open);
            throw new SocketTimeoutException("%s did not answer within %d ms".formatted(address(), BUDGET_MS));
        } catch (ExecutionException e) {
            drop(open);
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IOException("Talking to %s failed".formatted(address()), e.getCause());
        }
    }

    private List<String> exchange(Turn turnAtHand, List<String> request, byte[] payload) throws IOException {
        Open connection = connected();
        turnAtHand.check();
        try {
            connection.out().write(Wire.line(request).getBytes(StandardCharsets.UTF_8));
            connection.out().write(payload);
            connection.out().flush();
            List<String> answer = Wire.words(Wire.readLine(connection.in()));
            usedAt = System.nanoTime();
            return answer;
        } catch (IOException e) {
            drop(connection);
            throw e;
        }
    }

    private Open connected() throws IOException {
        Open present = open;
        if (present != null) {
            return present;
        }
        if (closed) {
            throw new ConnectException("The driver is closed");
        }
        var socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) BUDGET_MS);
            socket.connect(new InetSocketAddress(host, port), CONNECT_MS);
            var fresh = new Open(
                    socket,
                    new BufferedInputStream(socket.getInputStream()),
                    new BufferedOutputStream(socket.getOutputStream(), 1 << 16));
            open = fresh;
            usedAt = System.nanoTime();
            pauseMs = SHORTEST_PAUSE_MS;
            return fresh;
        } catch (IOException e) {
            socket.close();
            pausedUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pauseMs);
            pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
            throw e;
        }
    }

    /** Closes a connection and forgets it, unless another one has taken its place. */
    private void drop(@Nullable Open connection) {
        if (connection != null) {
            if (connection.equals(open)) {
                open = null;
            }
            try {
                connection.socket().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        drop(open);
    }
}
