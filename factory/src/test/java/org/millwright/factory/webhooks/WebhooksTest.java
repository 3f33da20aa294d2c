package org.millwright.factory.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.testing.FactoryTest;
import org.millwright.factory.testing.TestClock;
import org.millwright.factory.webhooks.sending.Sender;
import org.millwright.factory.webhooks.sending.Signature;
import org.springframework.beans.factory.annotation.Autowired;

/** Messages to a server of the test's own: signed, once each, tried again with growing pauses, and again by hand. */
@FactoryTest
class WebhooksTest {
    private final List<Map<String, String>> received = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger status = new AtomicInteger(200);

    @Autowired
    Webhooks webhooks;

    @Autowired
    Sender sender;

    @Autowired
    Ids ids;

    @Autowired
    TestClock clock;

    private HttpServer server;
    private FactoryId factory;
    private Webhooks.Made made;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(Map.of(
                    "body", body, "signature", exchange.getRequestHeaders().getFirst(Signature.HEADER)));
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
        factory = new FactoryId(ids.next());
        made = webhooks.add(
                factory,
                "http://localhost:" + server.getAddress().getPort() + "/hook",
                Set.of(HookType.ORDER_ACCEPTED));
    }

    @AfterEach
    void hangUp() {
        webhooks.remove(made.endpoint().id());
        server.stop(0);
    }

    @Test
    void aMessageArrivesOnceAndSignedHoweverOftenTheEventIsHeard() throws Exception {
        UUID order = ids.next();
        tell(HookType.ORDER_ACCEPTED, order);
        tell(HookType.ORDER_ACCEPTED, order);
        tell(HookType.JOB_STARTED, ids.next());
        assertThat(sender.round()).isEqualTo(1);
        assertThat(sender.round()).isZero();
        assertThat(received).hasSize(1);
        String body = received.getFirst().get("body");
        assertThat(body).contains("\"type\":\"order.accepted\"", order.toString());
        assertThat(received.getFirst())
                .containsEntry("signature", Signature.of(made.secret().text(), clock.instant(), body));
        assertThat(deliveries()).extracting(Delivery::state).containsExactly(Delivery.State.DELIVERED);
    }

    @Test
    void theSignatureIsTheOneThatOthersCompute() {
        // echo -n '1700000000.{}' | openssl dgst -sha256 -hmac secret
        assertThat(Signature.of("secret", java.time.Instant.ofEpochSecond(1_700_000_000), "{}"))
                .isEqualTo("t=1700000000,v1=b8569b78799ff9e3cbff0fc2d63a33a2b57f3282abd07c37ae5e8e7d79a5f163");
    }

    @Test
    void whatDoesNotArriveIsTriedAgainWithGrowingPausesAndThenGivenUp() throws Exception {
        status.set(500);
        tell(HookType.ORDER_ACCEPTED, ids.next());
        assertThat(sender.round()).isEqualTo(1);
        assertThat(sender.round()).as("not before the first pause is over").isZero();
        for (Duration pause : List.of(
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofMinutes(2),
                Duration.ofMinutes(10),
                Duration.ofHours(1),
                Duration.ofHours(6),
                Duration.ofHours(24))) {
            assertThat(deliveries().getFirst().state()).isEqualTo(Delivery.State.WAITING);
            clock.advance(pause.minusSeconds(1));
            assertThat(sender.round()).isZero();
            clock.advance(Duration.ofSeconds(1));
            assertThat(sender.round()).as("after %s", pause).isEqualTo(1);
        }
        Delivery last = deliveries().getFirst();
        assertThat(last.state()).isEqualTo(Delivery.State.GIVEN_UP);
        assertThat(last.attempts()).isEqualTo(8);
        assertThat(last.lastStatus()).isEqualTo(500);

        status.set(204);
        webhooks.replay(last.id());
        assertThat(sender.round()).isEqualTo(1);
        assertThat(deliveries().getFirst().state()).isEqualTo(Delivery.State.DELIVERED);
        assertThat(received.stream().map(message -> message.get("body")).distinct())
                .hasSize(1);
    }

    @Test
    void aMessageInTheHandsOfAProgramThatDiedIsSentByAnother() throws Exception {
        tell(HookType.ORDER_ACCEPTED, ids.next());
        assertThat(webhooks.claim(10, Duration.ofMinutes(4))).hasSize(1);
        assertThat(sender.round()).isZero();
        clock.advance(Duration.ofMinutes(4));
        assertThat(sender.round()).isEqualTo(1);
        assertThat(received).hasSize(1);
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        status.set(302);
        tell(HookType.ORDER_ACCEPTED, ids.next());
        sender.round();
        assertThat(deliveries().getFirst().lastFault()).isEqualTo("HTTP 302");
    }

    @Test
    void nobodyIsToldWhoWasRemoved() throws Exception {
        tell(HookType.ORDER_ACCEPTED, ids.next());
        webhooks.remove(made.endpoint().id());
        assertThat(sender.round()).isZero();
        made = webhooks.add(factory, "http://localhost:1/", Set.of(HookType.JOB_STARTED));
    }

    @Test
    void addressesInsideThisComputerAndItsNetworkAreRefused() {
        var targets = new Targets(false);
        for (String address : List.of(
                "http://localhost:8080/",
                "http://127.0.0.1/",
                "http://127.1/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://0.0.0.0/",
                "http://10.1.2.3/",
                "http://172.16.0.1/",
                "http://192.168.1.1/",
                "http://169.254.169.254/latest/meta-data",
                "http://100.64.0.1/",
                "http://[fd00::1]/",
                "http://[fe80::1]/",
                "http://[64:ff9b::7f00:1]/")) {
            assertThatThrownBy(() -> targets.check(URI.create(address)))
                    .as(address)
                    .isInstanceOf(Problem.class);
        }
        for (String address :
                List.of("ftp://93.184.216.34/", "file:///etc/passwd", "http://user:pass@93.184.216.34/")) {
            assertThatThrownBy(() -> targets.check(URI.create(address)))
                    .as(address)
                    .isInstanceOf(Problem.class);
        }
        targets.check(URI.create("https://93.184.216.34/hook"));
        targets.check(URI.create("https://[2606:2800:220:1:248:1893:25c8:1946]/hook"));
    }

    private void tell(HookType type, UUID subject) {
        webhooks.tell(factory, type, subject, clock.instant(), () -> Map.of("subject", subject));
    }

    private List<Delivery> deliveries() {
        return webhooks.listDeliveries(made.endpoint().id());
    }
}
