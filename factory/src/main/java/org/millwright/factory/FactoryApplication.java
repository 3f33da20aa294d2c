package org.millwright.factory;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: every stage of an order's life in one program. */
@SpringBootApplication
public class FactoryApplication {}
