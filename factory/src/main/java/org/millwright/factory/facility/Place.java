package org.millwright.factory.facility;

/**
 * Where a factory stands.
 *
 * @param country ISO 3166-1 alpha-3 code, for instance {@code DEU}
 * @param city for people to read
 * @param address street and number
 * @param latitudeDeg WGS 84, -90 to 90
 * @param longitudeDeg WGS 84, -180 to 180
 */
public record Place(String country, String city, String address, double latitudeDeg, double longitudeDeg) {
    public Place {
        if (!country.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException(
                    "A country is an ISO 3166-1 alpha-3 code, got '%s'.\nMaybe write DEU for Germany."
                            .formatted(country));
        }
        if (!(Math.abs(latitudeDeg) <= 90) || !(Math.abs(longitudeDeg) <= 180)) {
            throw new IllegalArgumentException(
                    "Latitude %s, longitude %s is no place on earth.\nMaybe they are swapped."
                            .formatted(latitudeDeg, longitudeDeg));
        }
    }
}
