package org.millwright.factory.ordering.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.ordering.Order;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.platform.access.OpenToAll;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.Pages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One order for whoever has its unguessable link: no account needed, and no more than the buyer needs. */
@Controller
@OpenToAll
class TrackingPages {
    private final Pages pages;
    private final Orders orders;
    private final OrderStory story;

    TrackingPages(Pages pages, Orders orders, OrderStory story) {
        this.pages = pages;
        this.orders = orders;
        this.story = story;
    }

    @GetMapping("/track/{key}")
    ResponseEntity<String> track(
            @PathVariable String key, @RequestParam(required = false) @Nullable String done, Locale locale) {
        Order order = order(key);
        var parameters = new HashMap<String, Object>();
        parameters.put("told", story.tell(order, true));
        parameters.put("back", "/track/" + key);
        parameters.put("staff", false);
        if (done != null && done.matches("[a-z]{1,20}")) {
            parameters.put("done", done);
        }
        return pages.render("orders/order.jte", "orders", order.number(), locale, parameters);
    }

    @PostMapping("/track/{key}/messages")
    ResponseEntity<Void> say(@PathVariable String key, @RequestParam String words) {
        Order order = order(key);
        orders.say(order.id(), true, words, buyer(order));
        return Pages.seeOther("/track/" + key + "#messages");
    }

    @PostMapping("/track/{key}/cancel")
    ResponseEntity<Void> cancel(@PathVariable String key) {
        Order order = order(key);
        orders.cancel(order.id(), buyer(order));
        return Pages.seeOther("/track/" + key + "?done=cancelled");
    }

    @PostMapping("/track/{key}/resume")
    ResponseEntity<Void> resume(@PathVariable String key) {
        Order order = order(key);
        orders.resume(order.id(), buyer(order));
        return Pages.seeOther("/track/" + key + "?done=resumed");
    }

    private Order order(String key) {
        return orders.findByTrackingKey(key)
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "tracking-unknown", Map.of()));
    }

    private static Actor buyer(Order order) {
        return new Actor(order.customer().name(), "buyer", false);
    }
}
