package org.millwright.factory.webhooks.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.api.Given;
import org.millwright.factory.platform.api.Items;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.web.viewer.CurrentFactory;
import org.millwright.factory.webhooks.Delivery;
import org.millwright.factory.webhooks.Endpoint;
import org.millwright.factory.webhooks.HookType;
import org.millwright.factory.webhooks.Webhooks;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that are told what happens, and the messages to them. */
@RestController
@RequestMapping("/api/v1/webhooks")
@AllowedFor(Role.OWNER)
@Tag(name = "Webhooks")
class WebhooksApi {
    private final CurrentFactory factory;
    private final Webhooks webhooks;

    WebhooksApi(CurrentFactory factory, Webhooks webhooks) {
        this.factory = factory;
        this.webhooks = webhooks;
    }

    record EndpointIn(
            @Schema(example = "https://shop.example.org/millwright") @Nullable
            String address,

            @Schema(example = "[\"order.accepted\", \"order.completed\"]") @Nullable
            List<String> types) {}

    /** @param secret messages are signed with it (header Millwright-Signature); told only now, when it was made */
    record EndpointOut(
            UUID id,
            String address,
            List<String> types,
            Instant createdAt,
            @Nullable String secret) {
        static EndpointOut of(Endpoint endpoint, @Nullable String secret) {
            return new EndpointOut(
                    endpoint.id(),
                    endpoint.address().toString(),
                    endpoint.types().stream().map(HookType::word).sorted().toList(),
                    endpoint.createdAt(),
                    secret);
        }
    }

    record DeliveryOut(
            UUID id,
            UUID event,
            @Schema(example = "order.accepted") String type,
            Delivery.State state,
            int attempts,
            Instant nextAt,
            Instant createdAt,
            @Nullable Instant deliveredAt,
            @Schema(example = "200") @Nullable Integer lastStatus,
            @Nullable String lastFault,
            @Schema(description = "What is sent") String body) {
        static DeliveryOut of(Delivery delivery) {
            return new DeliveryOut(
                    delivery.id(),
                    delivery.event(),
                    delivery.type().word(),
                    delivery.state(),
                    delivery.attempts(),
                    delivery.nextAt(),
                    delivery.createdAt(),
                    delivery.deliveredAt(),
                    delivery.lastStatus(),
                    delivery.lastFault(),
                    delivery.body());
        }
    }

    @GetMapping
    @Operation(summary = "All endpoints, newest first")
    Items<EndpointOut> list() {
        return Items.all(webhooks.listEndpoints(factory.getId()).stream()
                .map(endpoint -> EndpointOut.of(endpoint, null))
                .toList());
    }

    @PostMapping
    @Operation(summary = "Add an endpoint; its secret is told only in this answer")
    ResponseEntity<EndpointOut> add(@RequestBody EndpointIn body) {
        Set<HookType> types =
                Given.required(body.types(), "types").stream().map(HookType::of).collect(Collectors.toSet());
        var made = webhooks.add(factory.getId(), Given.required(body.address(), "address"), types);
        return ResponseEntity.created(
                        URI.create("/api/v1/webhooks/" + made.endpoint().id()))
                .body(EndpointOut.of(made.endpoint(), made.secret().text()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One endpoint")
    EndpointOut get(@PathVariable UUID id) {
        return EndpointOut.of(webhooks.getEndpoint(id), null);
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Tell an endpoint nothing more")
    ResponseEntity<Void> remove(@PathVariable UUID id) {
        webhooks.remove(id);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/{id}/deliveries")
    @Operation(summary = "The latest messages to an endpoint and what became of them")
    Items<DeliveryOut> deliveries(@PathVariable UUID id) {
        return Items.all(
                webhooks.listDeliveries(id).stream().map(DeliveryOut::of).toList());
    }

    @PostMapping("/deliveries/{id}/replay")
    @Operation(summary = "Send a message anew")
    DeliveryOut replay(@PathVariable UUID id) {
        return DeliveryOut.of(webhooks.replay(id));
    }
}
