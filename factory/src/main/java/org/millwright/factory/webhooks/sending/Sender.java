package org.millwright.factory.webhooks.sending;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.clock.RealTime;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.webhooks.Delivery;
import org.millwright.factory.webhooks.Endpoint;
import org.millwright.factory.webhooks.Targets;
import org.millwright.factory.webhooks.Webhooks;
import org.springframework.stereotype.Component;

/**
 * Sends messages that are due. A message is claimed in the database before it is sent, so several nodes never send the
 * same attempt, and one whose node died is sent again. It arrived when the answer has a status from 200 to 299.
 */
@Component
public class Sender {
    /** Pauses after the first, second … failed attempt; after the last one the message is given up. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofHours(24));

    private static final int AT_ONCE = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Longer than all messages of a round can take, one after the other. */
    private static final Duration LEASE = PATIENCE.multipliedBy(AT_ONCE + 4);

    private final Webhooks webhooks;
    private final Targets targets;
    private final RealTime time;
    private @Nullable HttpClient http;

    Sender(Webhooks webhooks, Targets targets, RealTime time) {
        this.webhooks = webhooks;
        this.targets = targets;
        this.time = time;
    }

    /** Sends what is due now. Returns how many messages were tried. */
    public synchronized int round() throws InterruptedException {
        List<Delivery> due = webhooks.claim(AT_ONCE, LEASE);
        for (Delivery delivery : due) {
            webhooks.settle(attempt(delivery));
        }
        return due.size();
    }

    private Delivery attempt(Delivery delivery) throws InterruptedException {
        try {
            Endpoint endpoint = webhooks.getEndpoint(delivery.endpoint());
            targets.check(endpoint.address());
            int status = send(endpoint, delivery);
            return status >= 200 && status < 300
                    ? arrived(delivery, status)
                    : failed(delivery, status, "HTTP " + status);
        } catch (IOException | Problem unreachable) {
            String fault = unreachable instanceof Problem problem
                    ? problem.detail()
                    : unreachable.getClass().getSimpleName() + ": " + unreachable.getMessage();
            return failed(delivery, null, fault);
        }
    }

    private int send(Endpoint endpoint, Delivery delivery) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(endpoint.address())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Millwright")
                .header("Millwright-Event", delivery.type().word())
                .header("Millwright-Delivery", delivery.id().toString())
                .header(Signature.HEADER, Signature.of(webhooks.secret(endpoint.id()), time.instant(), delivery.body()))
                .POST(HttpRequest.BodyPublishers.ofString(delivery.body()))
                .build();
        return client().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    /** Made when the first message is sent. Redirects are not followed: they could lead to where we may not go. */
    private HttpClient client() {
        HttpClient client = http;
        if (client == null) {
            client = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
            http = client;
        }
        return client;
    }

    private Delivery arrived(Delivery delivery, int status) {
        Instant now = time.instant();
        return result(delivery, Delivery.State.DELIVERED, now, now, status, null);
    }

    private Delivery failed(Delivery delivery, @Nullable Integer status, String fault) {
        String words = fault.substring(0, Math.min(500, fault.length()));
        if (delivery.attempts() > PAUSES.size()) {
            return result(delivery, Delivery.State.GIVEN_UP, delivery.nextAt(), delivery.deliveredAt(), status, words);
        }
        Instant next = time.instant().plus(PAUSES.get(delivery.attempts() - 1));
        return result(delivery, Delivery.State.WAITING, next, delivery.deliveredAt(), status, words);
    }

    private static Delivery result(
            Delivery delivery,
            Delivery.State state,
            Instant nextAt,
            @Nullable Instant deliveredAt,
            @Nullable Integer status,
            @Nullable String fault) {
        return new Delivery(
                delivery.id(),
                delivery.endpoint(),
                delivery.event(),
                delivery.type(),
                delivery.body(),
                state,
                delivery.attempts(),
                nextAt,
                delivery.createdAt(),
                deliveredAt,
                status,
                fault);
    }
}
