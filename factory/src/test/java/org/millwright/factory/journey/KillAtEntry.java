package org.millwright.factory.journey;

import org.aopalliance.intercept.MethodInterceptor;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.platform.journal.JournalEntry;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Ends this process as {@code kill -9} would, around the commit of the first transaction that records an entry of a given
 * type. The system property {@code millwright.kill} says {@code before:TYPE} or {@code after:TYPE}.
 */
final class KillAtEntry implements BeanPostProcessor {
    /** The exit code of a process that was killed. */
    private static final int KILLED = 137;

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

    /** Ends the process where it stands, before any other thread can do more; nothing is closed, no hook runs. */
    private static void killMyself() {
        Runtime.getRuntime().halt(KILLED);
    }
}
