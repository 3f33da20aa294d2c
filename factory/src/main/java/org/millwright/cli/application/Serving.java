package org.millwright.cli.application;

import java.util.concurrent.CountDownLatch;
import org.millwright.cli.ExitCode;
import org.millwright.factory.people.Accounts;
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
            sayOwner(context.getBean(Accounts.class));
            System.out.println("Stop it with Ctrl-C.");
        }
        stopped.await();
        return ExitCode.DONE;
    }

    /** At the first start there is nobody who could let others in. */
    private static void sayOwner(Accounts accounts) {
        accounts.addFirstOwner()
                .ifPresent(owner -> System.out.printf(
                        "%nThis is the first start, so an owner was made. Sign in as%n%n    name      %s%n    password  %s%n%n"
                                + "The password is shown only this once. If it gets lost: ./millwright password %s%n%n",
                        owner.login(), owner.password(), owner.login()));
    }
}
