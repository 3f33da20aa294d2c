package org.millwright.cli;

import org.millwright.factory.FactoryApplication;
import org.springframework.boot.SpringApplication;

/** Entry of every {@code ./millwright} command. */
public final class Millwright {
    private Millwright() {}

    public static void main(String[] arguments) {
        SpringApplication.run(FactoryApplication.class, arguments);
    }
}
