package org.millwright.machines.virtual.protocol;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Stands between driver and machine and cuts connections where it is told to. */
final class CuttingProxy implements AutoCloseable {
    /** What happens to the next exchange that carries the armed word. */
    enum Cut {
        NONE,
        /** The request never reaches the machine. */
        BEFORE_REQUEST,
        /** Half of the request reaches the machine. */
        INSIDE_REQUEST,
        /** The machine does it, the answer is lost. */
        BEFORE_ANSWER,
        /** Half of the answer comes back. */
        INSIDE_ANSWER
    }

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Cut> armed = new AtomicReference<>(Cut.NONE);
    private final int target;
    private volatile String word = "";

    CuttingProxy(int target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Cuts once, at the next request that begins with the word. */
    void cut(String newWord, Cut cut) {
        word = newWord;
        armed.set(cut);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                sockets.add(client);
                Thread.ofVirtual().start(() -> relay(client));
            }
        } catch (IOException closed) {
            sockets.clear();
        }
    }

    private void relay(Socket client) {
        try (client;
                var server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            byte[] buffer = new byte[1 << 20];
            while (true) {
                int n = readSome(client.getInputStream(), buffer);
                boolean hit = new String(buffer, 0, Math.min(n, 20), StandardCharsets.UTF_8).startsWith(word);
                Cut cut = hit ? armed.getAndSet(Cut.NONE) : Cut.NONE;
                if (cut == Cut.BEFORE_REQUEST) {
                    return;
                }
                OutputStream toServer = server.getOutputStream();
                toServer.write(buffer, 0, cut == Cut.INSIDE_REQUEST ? n / 2 : n);
                if (cut == Cut.INSIDE_REQUEST) {
                    return;
                }
                n = readSome(server.getInputStream(), buffer);
                if (cut == Cut.BEFORE_ANSWER) {
                    return;
                }
                client.getOutputStream().write(buffer, 0, cut == Cut.INSIDE_ANSWER ? n / 2 : n);
                if (cut == Cut.INSIDE_ANSWER) {
                    return;
                }
            }
        } catch (IOException ended) {
            sockets.remove(client);
        }
    }

    /** Requests and answers of these tests are small and written at once. */
    private static int readSome(InputStream in, byte[] buffer) throws IOException {
        int n = in.read(buffer);
        if (n < 0) {
            throw new EOFException();
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
