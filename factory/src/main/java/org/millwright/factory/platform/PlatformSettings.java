package org.millwright.factory.platform;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code millwright.}.
 *
 * @param data folder of everything this installation keeps
 * @param database JDBC URL of an external PostgreSQL; absent or empty means the embedded one inside {@code data}
 * @param timeLapse how many factory seconds pass in a real second; 0 means real time
 */
@ConfigurationProperties("millwright")
public record PlatformSettings(
        @DefaultValue("data") Path data,
        @Nullable String database,
        @DefaultValue("0") double timeLapse) {
    public PlatformSettings {
        data = data.toAbsolutePath().normalize();
        if (!(timeLapse >= 0 && timeLapse <= 1_000_000)) {
            throw new IllegalArgumentException(
                    "millwright.time-lapse is %s, which is not between 0 and 1000000.%nMaybe leave it out for real time."
                            .formatted(timeLapse));
        }
    }
}
