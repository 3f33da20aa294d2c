package org.millwright.cli.application;

import java.util.concurrent.CountDownLatch;
import org.millwright.cli.ExitCode;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/** Runs the application with its pages until it is stopped. */
final class Serving {
    private Serving() {}

    static int untilStopped(Application application) throws InterruptedException {
        var stopped = new CountDownLatch(1);
        var context = application.start();
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) closed -> stopped.countDown());
        if (context instanceof ServletWebServerApplicationContext served && served.getWebServer() != null) {
            System.out.printf(
                    "Millwright is ready: http://localhost:%d/%n",
                    served.getWebServer().getPort());
            System.out.println("Stop it with Ctrl-C.");
        }
        stopped.await();
        return ExitCode.DONE;
    }
}
