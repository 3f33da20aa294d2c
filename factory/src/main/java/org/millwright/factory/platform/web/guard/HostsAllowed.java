package org.millwright.factory.platform.web.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only under names of its own. A foreign page whose name was made to lead to this computer (DNS rebinding) is
 * for the browser the same site as ours; its name betrays it. Bare network addresses are fine: no name leads to them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public class HostsAllowed extends OncePerRequestFilter {
    private static final int MISDIRECTED = 421;
    private static final Pattern NETWORK_ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

    private final Set<String> names;

    /**
     * @param hosts names under which this installation is reached, beside {@code localhost}
     * @param passportAddress the public address, whose host is always one of them
     */
    public HostsAllowed(
            @Value("${millwright.hosts:}") List<String> hosts,
            @Value("${millwright.passport.address}") URI passportAddress) {
        names = Stream.concat(hosts.stream(), Stream.of("localhost", String.valueOf(passportAddress.getHost())))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getServerName().toLowerCase(Locale.ROOT);
        if (names.contains(host)
                || host.endsWith(".localhost")
                || NETWORK_ADDRESS.matcher(host).matches()
                || host.contains(":")) {
            chain.doFilter(request, response);
        } else {
            response.sendError(MISDIRECTED);
        }
    }
}
