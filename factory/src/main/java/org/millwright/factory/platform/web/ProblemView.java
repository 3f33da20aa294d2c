package org.millwright.factory.platform.web;

/**
 * What a person or a client is told about a problem.
 *
 * @param status HTTP status
 * @param title what kind of problem it is
 * @param detail what is wrong
 * @param hint the way out
 * @param code kebab-case name for programs
 */
public record ProblemView(int status, String title, String detail, String hint, String code) {}
