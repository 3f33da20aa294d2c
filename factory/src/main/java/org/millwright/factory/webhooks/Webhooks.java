package org.millwright.factory.webhooks;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.millwright.factory.platform.access.UnguessableKey;
import org.millwright.factory.platform.clock.RealTime;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Endpoints, and the messages to them. */
@Service
public class Webhooks {
    private static final int MOST_LISTED = 200;

    private final HookStore store;
    private final Targets targets;
    private final Ids ids;
    private final RealTime time;
    private final JsonMapper json;

    Webhooks(HookStore store, Targets targets, Ids ids, RealTime time, JsonMapper json) {
        this.store = store;
        this.targets = targets;
        this.ids = ids;
        this.time = time;
        this.json = json;
    }

    /** A new endpoint and the secret that its messages are signed with, which is told only now. */
    public record Made(Endpoint endpoint, UnguessableKey secret) {}

    /** Throws {@link Problem} for an address that messages may not be sent to, or without any type. */
    @Transactional
    public Made add(FactoryId factory, String address, Set<HookType> types) {
        URI target = parse(address);
        targets.check(target);
        if (types.isEmpty()) {
            throw Problem.of(Problem.Kind.INVALID, "webhook-types", Map.of());
        }
        var endpoint = new Endpoint(ids.next(), factory, target, types, time.instant());
        var secret = UnguessableKey.next("mwhs_");
        store.insert(endpoint, secret.text());
        return new Made(endpoint, secret);
    }

    private static URI parse(String address) {
        try {
            return new URI(address.strip());
        } catch (URISyntaxException unreadable) {
            throw Problem.of(Problem.Kind.INVALID, "webhook-address", Map.of("address", address), unreadable);
        }
    }

    /** Tells the endpoint nothing more. */
    @Transactional
    public void remove(UUID endpoint) {
        getEndpoint(endpoint);
        store.remove(endpoint, time.instant());
    }

    /** Newest first. */
    public List<Endpoint> listEndpoints(FactoryId factory) {
        return store.list(factory);
    }

    /** Throws {@link Problem} when there is none, or none any more. */
    public Endpoint getEndpoint(UUID id) {
        return store.find(id)
                .orElseThrow(() ->
                        Problem.of(Problem.Kind.NOT_FOUND, "webhook-not-found", Map.of("webhook", id.toString())));
    }

    /** The latest 200, newest first. */
    public List<Delivery> listDeliveries(UUID endpoint) {
        return store.listDeliveries(getEndpoint(endpoint).id(), MOST_LISTED);
    }

    /** Sends a message anew, whether or not it arrived. Throws {@link Problem} when there is none. */
    @Transactional
    public Delivery replay(UUID delivery) {
        Delivery known = store.findDelivery(delivery)
                .orElseThrow(() -> Problem.of(
                        Problem.Kind.NOT_FOUND, "delivery-not-found", Map.of("delivery", delivery.toString())));
        getEndpoint(known.endpoint());
        var again = new Delivery(
                known.id(),
                known.endpoint(),
                known.event(),
                known.type(),
                known.body(),
                Delivery.State.WAITING,
                0,
                time.instant(),
                known.createdAt(),
                known.deliveredAt(),
                known.lastStatus(),
                known.lastFault());
        store.update(again);
        return again;
    }

    /**
     * Notes whom to tell that something happened. Safe to call twice for one event.
     *
     * @param subject to what it happened; a type happens to a subject once
     * @param at in factory time
     * @param data what is told; asked for only when somebody listens
     */
    @Transactional
    public void tell(FactoryId factory, HookType type, UUID subject, Instant at, Supplier<Map<String, Object>> data) {
        List<Endpoint> listening = store.list(factory).stream()
                .filter(endpoint -> endpoint.types().contains(type))
                .toList();
        if (listening.isEmpty()) {
            return;
        }
        UUID event = UUID.nameUUIDFromBytes((type.word() + " " + subject).getBytes(StandardCharsets.UTF_8));
        var message = new LinkedHashMap<String, Object>();
        message.put("id", event);
        message.put("type", type.word());
        message.put("at", at);
        message.put("factory", factory.value());
        message.put("data", data.get());
        String body = json.writeValueAsString(message);
        Instant now = time.instant();
        listening.forEach(endpoint -> store.insert(new Delivery(
                ids.next(), endpoint.id(), event, type, body, Delivery.State.WAITING, 0, now, now, null, null, null)));
    }

    /** Takes messages that are due, for the sender alone. */
    @Transactional
    public List<Delivery> claim(int most, Duration lease) {
        Instant now = time.instant();
        return store.claim(most, now, now.plus(lease));
    }

    /** Notes what became of a message that was taken. */
    @Transactional
    public void settle(Delivery delivery) {
        store.update(delivery);
    }

    /** What the messages to an endpoint are signed with. */
    public String secret(UUID endpoint) {
        return store.secret(endpoint);
    }
}
