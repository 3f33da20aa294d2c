package org.millwright.machines.virtual;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The virtual machines of this process by full name, for instance {@code printer/P1}. A machine is made when its address is
 * first opened and stays until it is removed, so that drivers come and go as they do with a machine in the room.
 */
public final class VirtualMachines {
    private static final Map<String, VirtualMachine> MACHINES = new ConcurrentHashMap<>();

    private VirtualMachines() {}

    /** The machine of that full name, kind included. */
    public static Optional<VirtualMachine> find(String name) {
        return Optional.ofNullable(MACHINES.get(name));
    }

    /** Takes a machine away, as if its plug were pulled; a later opening of its address makes a new one. */
    public static void remove(String name) {
        VirtualMachine machine = MACHINES.remove(name);
        if (machine != null) {
            machine.close();
        }
    }

    /**
     * The machine of an address {@code virtual:KIND/NAME?speed=..&widthMm=..&depthMm=..&heightMm=..&accelerationMmPerS2=..&maxFeedMmPerS=..&state=FILE};
     * made with these settings and that time when there is none yet, else as it is.
     *
     * @throws IllegalArgumentException when the address makes no sense
     */
    public static VirtualMachine open(URI address, InstantSource time) {
        String[] parts = address.getSchemeSpecificPart().split("\\?", 2);
        String name = parts[0];
        int slash = name.indexOf('/');
        if (slash < 1 || slash == name.length() - 1) {
            throw new IllegalArgumentException(
                    "The address '%s' names no virtual machine. Maybe virtual:printer/P1?speed=1000."
                            .formatted(address));
        }
        Map<String, String> settings = settings(address, parts.length > 1 ? parts[1] : "");
        VirtualProfile profile = profile(VirtualProfile.of(VirtualProfile.Kind.of(name.substring(0, slash))), settings);
        double speed = number(settings, "speed", 1);
        String state = settings.remove("state");
        if (!settings.isEmpty()) {
            throw new IllegalArgumentException(
                    "Unknown settings %s in '%s'. Maybe one of speed, widthMm, depthMm, heightMm, accelerationMmPerS2, maxFeedMmPerS, state."
                            .formatted(settings.keySet(), address));
        }
        return MACHINES.computeIfAbsent(
                name, n -> new VirtualMachine(n, profile, time, speed, state == null ? null : Path.of(state)));
    }

    private static Map<String, String> settings(URI address, String query) {
        var settings = new HashMap<String, String>();
        for (String setting : query.split("&")) {
            int equals = setting.indexOf('=');
            if (equals > 0) {
                settings.put(setting.substring(0, equals), setting.substring(equals + 1));
            } else if (!setting.isEmpty()) {
                throw new IllegalArgumentException(
                        "'%s' in '%s' is no setting. Maybe %s=VALUE.".formatted(setting, address, setting));
            }
        }
        return settings;
    }

    private static VirtualProfile profile(VirtualProfile preset, Map<String, String> settings) {
        VirtualProfile profile = preset.withEnvelope(
                number(settings, "widthMm", preset.envelope().max().x()),
                number(settings, "depthMm", preset.envelope().max().y()),
                number(settings, "heightMm", preset.envelope().max().z()));
        if (settings.containsKey("accelerationMmPerS2")) {
            profile = profile.withAcceleration(number(settings, "accelerationMmPerS2", 0));
        }
        return settings.containsKey("maxFeedMmPerS")
                ? profile.withMaxFeed(number(settings, "maxFeedMmPerS", 0))
                : profile;
    }

    private static double number(Map<String, String> settings, String key, double otherwise) {
        String text = settings.remove(key);
        try {
            return text == null ? otherwise : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s needs a number, got '%s'.".formatted(key, text), e);
        }
    }
}
