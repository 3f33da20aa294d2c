package org.millwright.factory.webhooks.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.Pages;
import org.millwright.factory.webhooks.Delivery;
import org.millwright.factory.webhooks.Endpoint;
import org.millwright.factory.webhooks.HookType;
import org.millwright.factory.webhooks.Webhooks;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is told what happens here, and what became of each message. */
@Controller
@AllowedFor(Role.OWNER)
public class WebhookPages {
    private static final int SHOWN = 20;

    private final Pages pages;
    private final Webhooks webhooks;

    WebhookPages(Pages pages, Webhooks webhooks) {
        this.pages = pages;
        this.webhooks = webhooks;
    }

    /** An endpoint with its latest messages. */
    public record Told(Endpoint endpoint, List<Delivery> deliveries) {}

    @GetMapping("/webhooks")
    ResponseEntity<String> page(Locale locale) {
        return page("", "", "", locale);
    }

    @PostMapping("/webhooks")
    ResponseEntity<String> add(
            @RequestParam(defaultValue = "") String address,
            @RequestParam(required = false) @Nullable List<String> types,
            Locale locale) {
        try {
            Set<HookType> wanted =
                    types == null ? Set.of() : types.stream().map(HookType::of).collect(Collectors.toSet());
            var made = webhooks.add(pages.factory(), address, wanted);
            return page(made.secret().text(), "", "", locale);
        } catch (Problem refused) {
            var page = page("", address, refused.detail(locale) + " " + refused.hint(locale), locale);
            return ResponseEntity.status(422).headers(page.getHeaders()).body(page.getBody());
        }
    }

    @PostMapping("/webhooks/{id}/remove")
    ResponseEntity<Void> remove(@PathVariable UUID id) {
        webhooks.remove(id);
        return Pages.seeOther("/webhooks");
    }

    @PostMapping("/webhooks/deliveries/{id}/replay")
    ResponseEntity<Void> replay(@PathVariable UUID id) {
        webhooks.replay(id);
        return Pages.seeOther("/webhooks");
    }

    private ResponseEntity<String> page(String secret, String address, String wrong, Locale locale) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(
                "told",
                webhooks.listEndpoints(pages.factory()).stream()
                        .map(endpoint -> new Told(
                                endpoint,
                                webhooks.listDeliveries(endpoint.id()).stream()
                                        .limit(SHOWN)
                                        .toList()))
                        .toList());
        parameters.put("secret", secret);
        parameters.put("address", address);
        parameters.put("wrong", wrong);
        return pages.render(
                "webhooks/webhooks.jte", "people", pages.text("webhooks.title", locale), locale, parameters);
    }
}
