package org.millwright.factory.passport;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code millwright.passport}.
 *
 * @param address where the public reaches this installation; passports and QR codes carry it for good
 */
@ConfigurationProperties("millwright.passport")
record PassportSettings(
        @DefaultValue("http://localhost:8080") URI address) {
    PassportSettings {
        if (address.getScheme() == null || address.getHost() == null) {
            throw new IllegalArgumentException(
                    "millwright.passport.address is %s, which is no web address.%nMaybe write https://parts.example.org."
                            .formatted(address));
        }
    }

    /** The passport's address: 21 is the serial number's place in a GS1 Digital Link, but no GS1 key is claimed. */
    String addressOf(String serial) {
        return address.toString().replaceAll("/+$", "") + "/passport/21/" + serial;
    }
}
