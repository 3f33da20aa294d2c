package org.millwright.factory.production.crash;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/** Transactions of a program that may be killed before and after each commit. */
@TestConfiguration(proxyBeanMethods = false)
class MortalTransactions {
    @Bean
    static BeanPostProcessor mortalTransactions() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof PlatformTransactionManager manager ? new Mortal(manager) : bean;
            }
        };
    }

    private record Mortal(PlatformTransactionManager manager) implements PlatformTransactionManager {
        @Override
        public TransactionStatus getTransaction(TransactionDefinition definition) {
            return manager.getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            boolean writes = status.isNewTransaction() && !status.isReadOnly();
            if (writes) {
                try {
                    Boundaries.pass("before commit");
                } catch (Crash crash) {
                    manager.rollback(status);
                    throw crash;
                }
            }
            manager.commit(status);
            if (writes) {
                Boundaries.pass("after commit");
            }
        }

        @Override
        public void rollback(TransactionStatus status) {
            manager.rollback(status);
        }
    }
}
