package org.millwright.factory.journey;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.aopalliance.intercept.MethodInterceptor;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.platform.journal.JournalEntry;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Kills this process with {@code kill -9} around the commit of the first transaction that records an entry of a given
 * type. The system property {@code millwright.kill} says {@code before:TYPE} or {@code after:TYPE}.
 */
final class KillAtEntry implements BeanPostProcessor {
    private final String point = System.getProperty("millwright.kill", "");

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof Journal) || point.isEmpty()) {
            return bean;
        }
        var proxy = new ProxyFactory(bean);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice((MethodInterceptor) call -> {
            if (call.getMethod().getName().equals("record")
                    && call.getArguments()[0] instanceof JournalEntry entry
                    && point.endsWith(":" + entry.type())) {
                TransactionSynchronizationManager.registerSynchronization(new Kill());
            }
            return call.proceed();
        });
        return proxy.getProxy();
    }

    private final class Kill implements TransactionSynchronization {
        @Override
        public void beforeCommit(boolean readOnly) {
            if (point.startsWith("before:")) {
                killMyself();
            }
        }

        @Override
        public void afterCommit() {
            if (point.startsWith("after:")) {
                killMyself();
            }
        }
    }

    private static void killMyself() {
        try {
            new ProcessBuilder(
                            "kill", "-9", Long.toString(ProcessHandle.current().pid()))
                    .inheritIO()
                    .start();
        } catch (IOException failed) {
            Runtime.getRuntime().halt(137);
        }
        while (true) {
            LockSupport.park();
        }
    }
}
