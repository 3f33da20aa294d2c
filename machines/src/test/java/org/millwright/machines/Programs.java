package org.millwright.machines;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Small programs for tests. */
public final class Programs {
    /** Heats the nozzle to 200 °C and draws a square of 80 mm a side, with 4 mm of filament in all. */
    public static final String SQUARE = """
            G21
            G28
            M83
            M109 S200
            G1 X20 Y20 Z0.2 F6000
            G1 X100 E1 F1200
            G1 Y100 E1
            G1 X20 E1
            G1 Y20 E1
            M104 S0
            M84
            """;

    /** Cuts a square of 50 mm a side at 10 mm/s. */
    public static final String CUT = """
            G21 G90
            M4 S800
            G0 X10 Y10
            G1 X60 F600
            G1 Y60
            G1 X10
            G1 Y10
            M5
            M2
            """;

    private Programs() {}

    public static ProgramFile file(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new ProgramFile("test.gcode", text, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
