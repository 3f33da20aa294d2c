package org.millwright.bench.pages;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;

/** Many open pages of the floor: how long after a change was committed each has its new content. */
final class LiveFigures {
    static final int PAGES = 200;
    private static final int CHANGES = 10;

    private final BusyFactory busy;
    private final HttpClient http;
    private final ConcurrentLinkedQueue<CompletableFuture<?>> refreshes = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();

    LiveFigures(BusyFactory busy, HttpClient http) {
        this.busy = busy;
        this.http = http;
    }

    record Delays(double p50Ms, double p95Ms, double maxMs, double serverCpuMsPerChange) {}

    Delays measure(String path) throws InterruptedException {
        var changedAt = new AtomicLong();
        var delays = new ConcurrentLinkedQueue<Double>();
        var opened = new CountDownLatch(PAGES);
        List<CompletableFuture<?>> streams = new ArrayList<>();
        for (int i = 0; i < PAGES; i++) {
            streams.add(open(path, opened, changedAt, delays));
        }
        if (!opened.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    "%d of %d pages could not listen: %s".formatted(opened.getCount(), PAGES, failures.peek()));
        }
        Machine machine =
                busy.get(Factories.class).listMachines(busy.factory().id()).getLast();
        var server = new ServerCpu();
        double cpuBefore = server.millis();
        for (int change = 0; change < CHANGES; change++) {
            int expected = delays.size() + PAGES;
            changedAt.set(System.nanoTime());
            if (change % 2 == 0) {
                busy.get(Factories.class).markDown(machine.id(), "bench", null, BusyFactory.BENCH);
            } else {
                busy.get(Factories.class).markUp(machine.id(), BusyFactory.BENCH);
            }
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (delays.size() < expected && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            TimeUnit.MILLISECONDS.sleep(700);
        }
        double cpu = (server.millis() - cpuBefore) / CHANGES;
        streams.forEach(stream -> stream.cancel(true));
        double[] sorted =
                delays.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Delays(at(sorted, 0.5), at(sorted, 0.95), at(sorted, 1), cpu);
    }

    /** Reads the stream as a page does, and asks for the content anew at the first message after each change. */
    private CompletableFuture<?> open(
            String path, CountDownLatch opened, AtomicLong changedAt, ConcurrentLinkedQueue<Double> delays) {
        var request =
                HttpRequest.newBuilder(URI.create(busy.address() + "/live")).build();
        var answered = new AtomicLong();
        return http.sendAsync(request, BodyHandlers.fromLineSubscriber(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(String line) {
                if (line.startsWith("event:open")) {
                    opened.countDown();
                }
                long at = changedAt.get();
                if (line.startsWith("data:") && at != 0 && answered.getAndSet(at) != at) {
                    refresh(path, at, delays);
                }
            }

            @Override
            public void onError(Throwable failed) {
                failures.add(failed);
            }

            @Override
            public void onComplete() {}
        }));
    }

    private void refresh(String path, long changedAtNs, ConcurrentLinkedQueue<Double> delays) {
        var request = HttpRequest.newBuilder(URI.create(busy.address() + path))
                .header("Accept", "text/html")
                .header("Millwright-Part", "live")
                .build();
        CompletableFuture<?> shown = http.sendAsync(request, BodyHandlers.ofByteArray())
                .thenAccept(answer -> delays.add((System.nanoTime() - changedAtNs) / 1e6));
        refreshes.add(shown);
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }
}
