package org.millwright.factory.webhooks;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Set;
import org.millwright.factory.platform.problem.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where messages may be sent. Addresses inside this computer and inside the network it stands in are refused unless the
 * installation allows them: whoever may add endpoints could otherwise make us knock at doors that only we can reach.
 */
@Component
public class Targets {
    private final boolean privateAllowed;

    public Targets(@Value("${millwright.webhooks.private-targets:false}") boolean privateAllowed) {
        this.privateAllowed = privateAllowed;
    }

    /** Throws {@link Problem} {@code webhook-address}, {@code webhook-host} or {@code webhook-private}. */
    public void check(URI address) {
        String host = address.getHost();
        String scheme = String.valueOf(address.getScheme());
        if (host == null || !Set.of("http", "https").contains(scheme) || address.getUserInfo() != null) {
            throw Problem.of(Problem.Kind.INVALID, "webhook-address", Map.of("address", address.toString()));
        }
        if (privateAllowed) {
            return;
        }
        try {
            // Java keeps what it looked up for half a minute, so the message goes to what was checked.
            for (InetAddress found : InetAddress.getAllByName(host)) {
                if (!isPublic(found)) {
                    throw Problem.of(
                            Problem.Kind.NOT_ALLOWED,
                            "webhook-private",
                            Map.of("host", host, "found", found.getHostAddress()));
                }
            }
        } catch (UnknownHostException unknown) {
            throw Problem.of(Problem.Kind.INVALID, "webhook-host", Map.of("host", host), unknown);
        }
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        return switch (address) {
            // This network, shared (RFC 6598), protocol assignments, benchmarks (RFC 2544), reserved.
            case Inet4Address v4 ->
                !(first == 0
                        || (first == 100 && second >= 64 && second < 128)
                        || (first == 192 && second == 0 && bytes[2] == 0)
                        || (first == 198 && (second == 18 || second == 19))
                        || first >= 240);
            // Unique local (RFC 4193), and IPv4 in disguise: translated (RFC 6052) and 6to4 (RFC 3056).
            case Inet6Address v6 ->
                !((first & 0xFE) == 0xFC
                        || (first == 0x20 && second == 0x02)
                        || (first == 0 && second == 0x64)
                        || first == 0);
            default -> false;
        };
    }
}
